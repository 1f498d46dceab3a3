"""Need by position: approved − present − arriving, within what is left of the approved number."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Q

from thenchot.organisation.enums import HOMES, Bloc, SchemeState, StaffKind
from thenchot.organisation.models import JobPosition, Quota, Unit
from thenchot.people.headcount import KIND
from thenchot.people.models import Appointment
from thenchot.placement.enums import ProcedureState
from thenchot.placement.models import Procedure
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import OrganisationPolicy
from thenchot.recruitment.access import SEE
from thenchot.recruitment.enums import ApplicantState, CaseState, RoundState
from thenchot.recruitment.models import Opening, ReceptionCase
from thenchot.recruitment.rules.needs import Need

ENDED = (RoundState.DONE, RoundState.CANCELLED)
TAKEN = (ApplicantState.HIRED, ApplicantState.STARTED)
Post = tuple[int, str]  # the agency of a scheme and the code in it: the same in every version
Pool = tuple[int, str, str]  # a place, a bloc of it, a kind of staff


def list_needs(actor, permission=SEE):
    """Positions of approved schemes, agency by agency."""
    seen = Unit.objects.visible_to(actor, permission).values("pk")
    rows = JobPosition.objects.kept().filter(
        scheme__state=SchemeState.APPROVED, scheme__unit__in=seen
    )
    return rows.select_related("scheme__unit", "unit", "title").order_by("unit__path", "code", "pk")


def get_position(actor, pk: int) -> JobPosition:
    found = list_needs(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def post_of(position: JobPosition) -> Post:
    return position.scheme.unit_id, position.code


def is_approved(position: JobPosition, on: date) -> bool:
    """Of a scheme that is approved and in force on the day."""
    scheme = position.scheme
    holds = scheme.state == SchemeState.APPROVED and not position.is_dropped
    return holds and scheme.valid_from is not None and scheme.valid_from <= on


def kind_of(position: JobPosition) -> str:
    """Whom the position takes: as its title says, else civil servants, in the bloc of services
    public employees.
    """
    if position.title and position.title.staff_kind:
        return position.title.staff_kind
    is_service = position.unit.bloc == Bloc.SERVICE
    return StaffKind.PUBLIC_EMPLOYEE if is_service else StaffKind.CIVIL_SERVANT


@dataclass
class Counts:
    """What the needs of some places are worked out from."""

    homes: dict[int, Unit]
    quotas: dict[Pool, Quota] = field(default_factory=dict)
    used: Counter = field(default_factory=Counter)
    present: Counter = field(default_factory=Counter)
    arriving: Counter = field(default_factory=Counter)
    joining: Counter = field(default_factory=Counter)
    counts: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def home_of(self, path: str) -> Unit | None:
        """The nearest commune or province above."""
        return next((self.homes[pk] for pk in _upwards(path) if pk in self.homes), None)

    def quota_of(self, position: JobPosition) -> Quota | None:
        """The number of the own kind, else the one that counts several kinds together."""
        home, kind = self.home_of(position.unit.path), kind_of(position)
        if home is None:
            return None
        own = self.quotas.get((home.pk, position.unit.bloc, kind))
        shared = self.quotas.get((home.pk, position.unit.bloc, ""))
        return own or (shared if kind in self.counts[home.pk] else None)

    def room_of(self, position: JobPosition) -> int | None:
        quota = self.quota_of(position)
        if quota is None:
            return None
        kinds = [quota.staff_kind] if quota.staff_kind else [*self.counts[quota.unit_id], ""]
        pools = [(quota.unit_id, quota.bloc, str(kind)) for kind in kinds]
        return quota.number - sum(self.used[pool] + self.joining[pool] for pool in pools)

    def need_of(self, position: JobPosition) -> Need:
        post = post_of(position)
        return Need(
            position.approved_number,
            self.present[post],
            self.arriving[post],
            self.room_of(position),
        )


def needs_of(positions: Iterable[JobPosition], on: date) -> dict[int, Need]:
    """Of each position; a constant number of queries."""
    rows = list(positions)
    counts = counts_for(rows, on)
    return {position.pk: counts.need_of(position) for position in rows}


def counts_for(positions: list[JobPosition], on: date) -> Counts:
    found = Counts(_homes(positions))
    if not found.homes:
        return found
    inside = [home.path for home in found.homes.values()]
    for home in found.homes.values():
        policy = policies.in_force(OrganisationPolicy, path=home.path, on=on)
        found.counts[home.pk] = policy.quota_counts
    homes = [home.pk for home in found.homes.values()]
    for quota in Quota.objects.filter(unit__in=homes, year=on.year):
        found.quotas[quota.unit_id, quota.bloc, quota.staff_kind] = quota
    _count_used(found, inside, on)
    _count_present(found, inside, on)
    _count_arriving(found, inside, on)
    return found


def _homes(positions: list[JobPosition]) -> dict[int, Unit]:
    ids = {pk for position in positions for pk in _upwards(position.unit.path)}
    above = {home.pk: home for home in Unit.objects.filter(pk__in=ids, kind__in=HOMES)}
    paths = {position.unit.path for position in positions}
    found = {next((pk for pk in _upwards(path) if pk in above), None) for path in paths}
    return {pk: above[pk] for pk in found if pk is not None}


def _upwards(path: str) -> list[int]:
    """Ids of the units on a path, the lowest first."""
    return [int(part) for part in reversed(path.split("/")) if part]


def _under(paths: list[str], name: str) -> Q:
    wanted = Q(pk__in=[])
    for path in paths:
        wanted |= Q(**{f"{name}__startswith": path})
    return wanted


def _count_used(found: Counts, inside: list[str], on: date) -> None:
    rows = Appointment.objects.in_force(on).filter(_under(inside, "unit__path"), is_primary=True)
    counted = rows.annotate(kind=KIND).order_by().values_list("unit__path", "unit__bloc", "kind")
    for path, bloc, kind, n in counted.annotate(n=Count("person", distinct=True)):
        home = found.home_of(path)
        found.used[home.pk if home else 0, bloc, kind] += n


def _count_present(found: Counts, inside: list[str], on: date) -> None:
    rows = Appointment.objects.in_force(on).filter(
        _under(inside, "position__unit__path"), position__isnull=False
    )
    named = rows.order_by().values_list("position__scheme__unit", "position__code")
    for unit, code, n in named.annotate(n=Count("person", distinct=True)):
        found.present[unit, code] += n


def _count_arriving(found: Counts, inside: list[str], on: date) -> None:
    """Rounds and receptions under way, posts taken from a later day, procedures into a vacancy."""
    for row in running_openings(inside):
        _arrive(found, row.position, max(0, row.number - row.taken))
    later = Appointment.objects.filter(
        _under(inside, "position__unit__path"), valid_from__gt=on, is_primary=True
    )
    for seat in later.select_related(*_of_position("position")):
        _arrive(found, seat.position, 1)
    cases = ReceptionCase.objects.filter(
        _under(inside, "position__unit__path"), state=CaseState.ELIGIBLE
    )
    for case in cases.select_related(*_of_position("position")):
        _arrive(found, case.position, 1)
    procedures = Procedure.objects.filter(
        _under(inside, "vacancy__position__unit__path"), state=ProcedureState.OPEN
    )
    for procedure in procedures.select_related(*_of_position("vacancy__position")):
        found.arriving[post_of(procedure.vacancy.position)] += 1


def running_openings(inside: list[str]):
    rows = Opening.objects.filter(_under(inside, "position__unit__path")).exclude(
        round__state__in=ENDED
    )
    taken = Count("applicants", Q(applicants__state__in=TAKEN))
    return rows.annotate(taken=taken).select_related(*_of_position("position"))


def _of_position(path: str) -> tuple[str, ...]:
    return f"{path}__scheme", f"{path}__unit", f"{path}__title"


def _arrive(found: Counts, position: JobPosition, number: int) -> None:
    found.arriving[post_of(position)] += number
    home = found.home_of(position.unit.path)
    found.joining[home.pk if home else 0, position.unit.bloc, kind_of(position)] += number


def with_needs(positions: list[JobPosition]) -> list[Any]:
    """The records of one page, each with its `need`."""
    needs = needs_of(positions, today())
    for position in positions:
        vars(position)["need"] = needs[position.pk]
    return positions


def position_now(position: JobPosition) -> JobPosition | None:
    """The same position in the scheme that is in force today."""
    same = JobPosition.objects.kept().filter(
        scheme__unit=position.scheme.unit_id,
        code=position.code,
        scheme__state=SchemeState.APPROVED,
    )
    return same.select_related("scheme__unit", "unit", "title").first()
