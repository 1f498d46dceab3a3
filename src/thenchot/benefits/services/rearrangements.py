"""Who is touched by a rearrangement: the list with its decision, and an answer for each."""

from datetime import date
from typing import Any

from django.db import transaction

from thenchot.benefits.access import EDIT
from thenchot.benefits.models import Affected, Rearrangement
from thenchot.benefits.queries.cases import get_affected, get_rearrangement
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import lock_unit
from thenchot.people.models import Appointment, Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require

LONGEST_POST = 400


@transaction.atomic
def open_rearrangement(
    actor, *, unit_id: int, kind: str, name: str, decision: str, decided_on: date
) -> Rearrangement:
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    decision = tidy(nfc(decision))
    if Rearrangement.objects.filter(unit=home, decision__iexact=decision).exists():
        refuse("benefits.there", "Quyết định này đã có danh sách; mở danh sách đó để bổ sung.")
    if decided_on > today():
        refuse("benefits.decided_on", "Ngày quyết định không sau hôm nay.")
    made = Rearrangement.objects.create(
        unit=home,
        kind=kind,
        name=tidy(nfc(name)),
        decision=decision,
        decided_on=decided_on,
        created_by_id=actor.account_id,
    )
    record(actor, "rearrangement_opened", **of_rearrangement(made))
    return made


@transaction.atomic
def gather_people(actor, *, rearrangement_id: int, branch_id: int) -> int:
    """Everybody who sat in a unit, or below it, on the day of the decision, or until the unit
    ended; who is on the list stays. How many were added.
    """
    found = _lock(actor, rearrangement_id)
    branch = Unit.objects.under([found.unit.path]).filter(pk=branch_id).first()
    if branch is None:
        raise NotVisible
    day = found.decided_on
    if branch.valid_to and branch.valid_to < day:
        day = branch.valid_to
    seats = Appointment.objects.in_force(day).filter(unit__path__startswith=branch.path)
    there = set(found.people.values_list("person", flat=True))
    fresh: dict[int, Affected] = {}
    for seat in seats.select_related("unit").order_by("-is_primary", "pk"):
        if seat.person_id not in there and seat.person_id not in fresh:
            fresh[seat.person_id] = _row(actor, found, seat.person_id, _post_of(seat))
    made = Affected.objects.bulk_create(fresh.values())
    if made:
        record(actor, "affected_gathered", **of_rearrangement(found), count=len(made))
    return len(made)


@transaction.atomic
def add_affected(actor, *, rearrangement_id: int, person_id: int, post: str = "") -> Affected:
    found = _lock(actor, rearrangement_id)
    person = Person.objects.visible_to(actor, EDIT).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    if found.people.filter(person=person).exists():
        refuse("benefits.affected", f"{person.full_name} đã có tên trong danh sách.")
    if not post.strip():
        seats = Appointment.objects.filter(person=person, valid_from__lte=found.decided_on)
        seat = seats.select_related("unit").order_by("-is_primary", "-valid_from").first()
        post = _post_of(seat) if seat else "–"
    made = _row(actor, found, person.pk, tidy(nfc(post)))
    made.save()
    record(actor, "affected_added", **of_rearrangement(found), person=person.pk)
    return made


def _row(actor, found: Rearrangement, person: int, post: str) -> Affected:
    return Affected(
        rearrangement=found,
        person_id=person,
        post=post[:LONGEST_POST],
        added_on=today(),
        recorded_by_id=actor.account_id,
    )


def _post_of(seat: Appointment) -> str:
    return f"{seat.title}, {seat.unit.name}"


@transaction.atomic
def answer_none(actor, *, affected_id: int, reason: str) -> Affected:
    """Why somebody has no policy: arranged elsewhere, not entitled."""
    row = get_affected(actor, affected_id)
    require(actor, EDIT, row.rearrangement.unit.path)
    if row.case_id:
        refuse("benefits.answered", "Người này đã có hồ sơ chế độ; rút hồ sơ trước.")
    if not reason.strip():
        refuse("benefits.reason", "Ghi lý do.")
    row.no_policy, row.recorded_by_id = tidy(nfc(reason)), actor.account_id
    row.save(update_fields=["no_policy", "recorded_by"])
    told = of_rearrangement(row.rearrangement) | {"person": row.person_id}
    record(actor, "affected_answered", **told, reason=row.no_policy)
    return row


def _lock(actor, pk: int) -> Rearrangement:
    found = get_rearrangement(actor, pk)
    require(actor, EDIT, found.unit.path)
    rows = Rearrangement.objects.select_for_update(of=("self",)).select_related("unit")
    return rows.get(pk=found.pk)


def of_rearrangement(found: Rearrangement) -> dict[str, Any]:
    return {"subject": found, "unit_path": found.unit.path, "called": found.name}
