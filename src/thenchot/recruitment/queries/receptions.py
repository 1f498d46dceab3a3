"""Reception without an exam: lists, one, its people and what their files show."""

from datetime import date

from thenchot.people.retirement import months_between
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import RecruitmentPolicy
from thenchot.recruitment.access import SEE
from thenchot.recruitment.models import Reception, ReceptionCase
from thenchot.recruitment.rules.eligibility import Check
from thenchot.recruitment.rules.receiving import Group, Service, checks, groups


def list_receptions(actor, permission=SEE):
    rows = Reception.objects.visible_to(actor, permission).select_related("unit")
    return rows.order_by("-opened_on", "-pk")


def get_reception(actor, pk: int) -> Reception:
    found = list_receptions(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def cases_of(reception: Reception):
    rows = reception.cases.select_related(
        "reception__unit", "position__unit", "position__scheme", "person"
    )
    return rows.order_by("sort_key", "pk")


def get_case(actor, pk: int) -> ReceptionCase:
    seen = Reception.objects.visible_to(actor, SEE).values("pk")
    rows = ReceptionCase.objects.filter(reception__in=seen).select_related(
        "reception__unit", "position__unit", "position__scheme__unit", "position__title", "person"
    )
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def policy_of(reception: Reception) -> RecruitmentPolicy:
    """The rules of the day the list began."""
    return policies.in_force(RecruitmentPolicy, path=reception.unit.path, on=reception.opened_on)


def last_day(group: Group, path: str, on: date) -> date | None:
    """Of a one-off group."""
    if not group.once:
        return None
    days = policies.in_force(RecruitmentPolicy, path=path, on=on).receive_until
    return max(days, default=None)


def checks_of(case: ReceptionCase) -> list[Check]:
    """On the day: what the group asks, and what the file shows."""
    reception = case.reception
    months = months_between(case.served_since, today()) if case.served_since else 0
    one = Service(months, case.is_insured, case.is_paid_alike, case.paper)
    return checks(groups()[reception.group], one, policy_of(reception).receive_years)
