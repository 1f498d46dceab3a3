"""The register of breaches: a leak or loss of personal data, whom it touches, when the authority
was told.
"""

from datetime import date, datetime, timedelta

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit
from thenchot.people.access import KEEP_DATA_RIGHTS
from thenchot.people.models import Breach
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.parameters import PeoplePolicy


@transaction.atomic
def note_breach(
    actor, *, unit_id: int, found_at: datetime, what: str, affected: str, measures: str = ""
) -> Breach:
    """A leak or loss enters the register; the hours to tell the authority run from its
    discovery.
    """
    unit = get_unit(actor, unit_id)
    require(actor, KEEP_DATA_RIGHTS, unit.path)
    if found_at > now():
        Decision.no(
            Reason("breach.future", "Thời điểm phát hiện không thể ở tương lai.")
        ).or_refuse()
    hours = policies.in_force(PeoplePolicy, path=unit.path, on=today()).breach_notice_hours
    breach = Breach.objects.create(
        unit=unit,
        found_at=found_at,
        what=what,
        affected=affected,
        measures=measures,
        notify_by=found_at + timedelta(hours=hours),
        recorded_by_id=actor.account_id,
    )
    record(actor, "breach_noted", subject=breach, unit_path=unit.path, found_at=found_at)
    return breach


@transaction.atomic
def follow_breach(
    actor, *, breach_id: int, measures: str, notified_at: datetime | None, closed_on: date | None
) -> Breach:
    breach = get_breach(actor, breach_id)
    breach.measures, breach.notified_at, breach.closed_on = measures, notified_at, closed_on
    breach.save(update_fields=["measures", "notified_at", "closed_on"])
    record(
        actor,
        "breach_followed",
        subject=breach,
        unit_path=breach.unit.path,
        notified_at=notified_at,
        closed_on=closed_on,
    )
    return breach


def list_breaches(actor):
    units = Unit.objects.visible_to(actor, KEEP_DATA_RIGHTS).values("pk")
    return Breach.objects.filter(unit__in=units).select_related("unit")


def get_breach(actor, pk: int) -> Breach:
    breach = list_breaches(actor).filter(pk=pk).first()
    if breach is None:
        raise NotVisible
    return breach
