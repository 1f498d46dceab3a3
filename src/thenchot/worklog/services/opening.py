"""Sheets begin: for everybody whom the rules name, when a period begins or when somebody asks."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from thenchot.kernel.periods import KINDS, Period
from thenchot.organisation.enums import HOMES
from thenchot.organisation.models import Unit
from thenchot.organisation.models import UnitKind as UnitKind
from thenchot.organisation.queries import get_unit
from thenchot.people.models import Appointment
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now
from thenchot.platform.runtime.bulk import insert_rows
from thenchot.platform.scope.actor import SYSTEM, require
from thenchot.policy.parameters import PartyRatingPolicy, ScoringPolicy
from thenchot.worklog.access import OPEN
from thenchot.worklog.models import Assessment
from thenchot.worklog.rules.periods import capacity, periods_on, rules_of
from thenchot.worklog.services.gathering import gather


@transaction.atomic
def open_assessments(actor, *, unit_id: int, on: date, is_practice: bool = False) -> int:
    """A sheet for everybody seated in the branch on some day of the period that holds `on`; how
    many are new.
    """
    unit = get_unit(actor, unit_id)
    require(actor, OPEN, unit.path)
    rows = list(_missing(unit.path, on, is_practice))
    insert_rows(Assessment, rows)
    if rows:
        gather(
            Assessment.objects.filter(
                unit__path__startswith=unit.path,
                starts_on__lte=on,
                ends_on__gte=on,
                is_practice=is_practice,
                dropped_at__isnull=True,
            )
        )
        record(
            actor,
            "sheets_opened",
            subject=unit,
            unit_path=unit.path,
            on=on,
            people=len(rows),
            is_practice=is_practice,
        )
    return len(rows)


def open_everywhere(on: date) -> int:
    """Counted sheets of every commune and province in force, by the system; what exists stays."""
    homes = Unit.objects.in_force(on).filter(kind__in=HOMES).order_by("path")
    return sum(
        open_assessments(SYSTEM, unit_id=home.pk, on=on)
        for home in homes
        if home.kind == UnitKind.COMMUNE or not home.parent_id
    )


@transaction.atomic
def drop_practice(actor, *, unit_id: int, period: Period) -> int:
    """A practice period goes away; a counted one never does."""
    unit = get_unit(actor, unit_id)
    require(actor, OPEN, unit.path)
    practised = Assessment.objects.filter(
        unit__path__startswith=unit.path,
        is_practice=True,
        dropped_at__isnull=True,
        period=period.kind,
        year=period.year,
        number=period.index,
    )
    count = practised.update(dropped_at=now())
    if count:
        record(
            actor,
            "practice_dropped",
            subject=unit,
            unit_path=unit.path,
            period=period.label_vi(),
            people=count,
        )
    return count


def _missing(path: str, on: date, is_practice: bool) -> Iterable[dict]:
    """Rows for seats that have no sheet yet. Policies are asked once a unit."""
    rules_for = _Rules()
    wanted = {}
    for seat in _seats(path, on):
        for rule, period in rules_for(seat, on).items():
            if _overlaps(seat, period):
                wanted.setdefault(
                    (seat.person_id, seat.unit_id, rule, period.kind, period.year, period.index),
                    (seat, period),
                )
    held = set(
        Assessment.objects.filter(
            unit__path__startswith=path,
            starts_on__lte=on,
            ends_on__gte=on,
            is_practice=is_practice,
            dropped_at__isnull=True,
        ).values_list("person_id", "unit_id", "rules", "period", "year", "number")
    )
    homes = _homes(path, [seat for seat, _ in wanted.values()])
    for key, (seat, period) in wanted.items():
        if key not in held:
            yield _row(seat, key[2], period, homes[seat.unit_id], is_practice)


def _seats(path: str, on: date):
    """Primary seats in force on some day of the quarter around `on`, the latest of a person in a
    unit first.
    """
    quarter = KINDS["quarter"].of(on)
    seats = Appointment.objects.filter(
        unit__path__startswith=path, is_primary=True, valid_from__lte=quarter.end
    )
    seats = seats.exclude(valid_to__lt=quarter.start).select_related("unit", "title_ref", "person")
    return seats.order_by("-valid_from", "-pk")


def _overlaps(seat: Appointment, period: Period) -> bool:
    return seat.valid_from <= period.end and (
        seat.valid_to is None or seat.valid_to >= period.start
    )


class _Rules:
    def __init__(self) -> None:
        self.known: dict[str, tuple] = {}

    def __call__(self, seat: Appointment, on: date) -> dict:
        path = seat.unit.path
        if path not in self.known:
            held = policies.resolved(path, on)
            self.known[path] = (
                held.as_parameters(ScoringPolicy),
                held.as_parameters(PartyRatingPolicy),
            )
        policy, party = self.known[path]
        is_managed = bool(seat.title_ref and seat.title_ref.is_party_managed)
        return periods_on(on, rules_of(seat.staff_kind, is_managed, policy, party), policy)


def _homes(path: str, seats: list[Appointment]) -> dict[int, tuple[int, int | None]]:
    """Unit id -> (commune or, outside of any, the unit itself; province)."""
    ids = {int(part) for seat in seats for part in seat.unit.path.split("/") if part}
    kinds = dict(Unit.objects.filter(pk__in=ids).values_list("pk", "kind"))
    found = {}
    for seat in seats:
        chain = [int(part) for part in seat.unit.path.split("/") if part]
        commune = next((pk for pk in chain if kinds[pk] == UnitKind.COMMUNE), None)
        province = next((pk for pk in chain if kinds[pk] == UnitKind.PROVINCE), None)
        found[seat.unit_id] = (commune or province or seat.unit_id, province)
    return found


def _row(
    seat: Appointment, rule, period: Period, home: tuple[int, int | None], is_practice: bool
) -> dict:
    rank = seat.title_ref.rank if seat.title_ref else ""
    return {
        "person_id": seat.person_id,
        "unit_id": seat.unit_id,
        "home_id": home[0],
        "province_id": home[1],
        "rules": str(rule),
        "kind": str(capacity(seat.is_head, rank)),
        "title": seat.title,
        "period": period.kind,
        "year": period.year,
        "number": period.index,
        "starts_on": period.start,
        "ends_on": period.end,
        "is_practice": is_practice,
    }
