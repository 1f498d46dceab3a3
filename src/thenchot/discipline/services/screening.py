"""The screening list of a quarter is built from what the rooms know; a named person decides."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thenchot.discipline.access import DECIDE, EDIT
from thenchot.discipline.models import Screening
from thenchot.discipline.queries.screening import found_about, get_screening, seats_of
from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import Quarter
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import lock_unit
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.policy.parameters import DisciplinePolicy


def key_of(quarter: Quarter) -> str:
    return f"{quarter.year}-Q{quarter.index}"


@dataclass(frozen=True)
class Screened:
    people: int
    found: int


@transaction.atomic
def screen(actor, *, unit_id: int, on: date | None = None) -> Screened:
    """Everybody in office of a place, for the quarter of the day. What was found is put anew; what
    somebody proposed or decided stays. Over everybody: in a job.
    """
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    day = on or today()
    quarter = Quarter.of(day)
    seats = list(seats_of(home, day))
    triggers = policies.in_force(DisciplinePolicy, path=home.path, on=day).triggers
    found = found_about(home, quarter, day, triggers)
    rows = [
        Screening(
            unit=seat.unit,
            person=seat.person,
            quarter=key_of(quarter),
            reasons=[[str(trigger), words] for trigger, words in found[seat.person_id]],
            count=len(found[seat.person_id]),
            found_on=day,
        )
        for seat in seats
        if found.get(seat.person_id)
    ]
    Screening.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["person", "quarter"],
        update_fields=["unit", "reasons", "count", "found_on"],
    )
    record(
        actor,
        "people_screened",
        subject=home,
        unit_path=home.path,
        people=len(seats),
        count=len(rows),
    )
    return Screened(len(seats), len(rows))


@transaction.atomic
def propose(actor, *, screening_id: int, proposal: str, note: str) -> Screening:
    row = _held(actor, screening_id)
    require(actor, EDIT, row.unit.path)
    if row.way:
        refuse("screening.decided", "Trường hợp này đã quyết định.")
    row.proposal, row.proposal_note = proposal, tidy(nfc(note))
    row.proposed_by_id = actor.account_id
    row.save(update_fields=["proposal", "proposal_note", "proposed_by"])
    record(actor, "screening_proposed", **_of(row), proposal=proposal)
    return row


@transaction.atomic
def decide(actor, *, screening_id: int, way: str, note: str) -> Screening:
    """By somebody other than who proposed."""
    row = _held(actor, screening_id)
    require(actor, DECIDE, row.unit.path)
    if row.way or not row.proposal:
        refuse("screening.proposal", "Chưa có đề xuất, hoặc đã quyết định rồi.")
    if row.proposed_by_id == actor.account_id:
        refuse("screening.second_person", "Người đề xuất không tự quyết định.")
    row.way, row.way_note, row.decided_on = way, tidy(nfc(note)), today()
    row.decided_by_id = actor.account_id
    row.save(update_fields=["way", "way_note", "decided_on", "decided_by"])
    record(actor, "screening_decided", **_of(row), way=way)
    return row


@transaction.atomic
def note_outcome(actor, *, screening_id: int, outcome: str) -> Screening:
    """What came of the decision: the procedure, the day, the new post."""
    row = _held(actor, screening_id)
    require(actor, EDIT, row.unit.path)
    if not row.way:
        refuse("screening.undecided", "Chưa quyết định; chưa có kết quả để ghi.")
    row.outcome = tidy(nfc(outcome))
    row.save(update_fields=["outcome"])
    record(actor, "screening_outcome_noted", **_of(row))
    return row


def _of(row: Screening) -> dict:
    return {"subject": row, "unit_path": row.unit.path, "person": row.person_id}


def _held(actor, screening_id: int) -> Screening:
    seen = get_screening(actor, screening_id)
    rows = Screening.objects.select_for_update(of=("self",))
    return rows.select_related("unit", "person").get(pk=seen.pk)
