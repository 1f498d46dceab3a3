"""Personnel of a congress: the list, the count, who is elected (S1-056)."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from thenchot.cells.access import EDIT, RECORD, SEE
from thenchot.cells.enums import CongressState, MemberKind
from thenchot.cells.models import Candidate, CellMember, Congress
from thenchot.cells.queries.congresses import candidates_of
from thenchot.cells.queries.members import open_on, visible_cells
from thenchot.cells.queries.reviewing import policy_of
from thenchot.cells.rules import congresses as rules
from thenchot.kernel.decision import Decision, refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.people.gates import closed_gates
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import get_visible, require


@transaction.atomic
def plan_congress(
    actor, *, cell_id: int, term: str, planned_on: date, seats: int, basis: str = ""
) -> Congress:
    cell = get_visible(visible_cells(actor), cell_id)
    require(actor, EDIT, cell.path)
    term = tidy(nfc(term))
    if Congress.objects.filter(unit=cell, term=term).exists():
        refuse("congress.twice", f"Đã có đại hội nhiệm kỳ {term} của {cell.name}.")
    made = Congress.objects.create(
        unit=cell,
        term=term,
        planned_on=planned_on,
        seats=seats,
        basis=tidy(nfc(basis)),
        recorded_by_id=actor.account_id,
    )
    record(actor, "congress_planned", **_about(made))
    return made


@transaction.atomic
def nominate(actor, *, congress_id: int, member: CellMember, post: str, proposer: str) -> Candidate:
    """An official member of the cell before whom no gate is closed: clearance, discipline, and
    what else rooms ask for.
    """
    congress = _congress(actor, congress_id)
    require(actor, RECORD, congress.unit.path)
    _preparing(congress)
    if member.unit_id != congress.unit_id or member.until:
        refuse("congress.member", f"{member} không sinh hoạt tại {congress.unit.name}.")
    if member.kind != MemberKind.OFFICIAL:
        refuse("congress.kind", "Chỉ đảng viên chính thức được giới thiệu vào cấp ủy.")
    rows = Candidate.objects.filter(congress=congress)
    if rows.filter(member=member).exists():
        refuse("congress.listed", f"{member} đã có trong danh sách.")
    rules.may_stand(post, rows.filter(post="secretary").count()).or_refuse()
    if member.person_id:
        closed = closed_gates([member.person_id], congress.unit.path, today())
        reasons = tuple(closed.get(member.person_id, ()))
        Decision(not reasons, reasons).or_refuse()
    made = Candidate.objects.create(
        congress=congress,
        member=member,
        post=post,
        proposer=proposer,
        recorded_by_id=actor.account_id,
    )
    record(
        actor,
        "congress_nominated",
        subject=made,
        unit_path=congress.unit.path,
        person=member.person_id,
    )
    return made


@transaction.atomic
def hold(
    actor,
    *,
    congress_id: int,
    held_on: date,
    called: int,
    present: int,
    votes: Mapping[int, int],
) -> Congress:
    """The count decides who is elected; posts of the cell follow from it by hand, since the level
    above has to recognise them. `votes`: candidate id -> how many agreed.
    """
    congress = _congress(actor, congress_id)
    require(actor, EDIT, congress.unit.path)
    _preparing(congress)
    if held_on > today():
        refuse("congress.future", "Ngày đại hội không sau hôm nay.")
    names = list(candidates_of(congress))
    counted = {str(one): votes[one.pk] for one in names}
    rules.may_count(counted, called, present, bool(names)).or_refuse()
    share = policy_of(congress.unit.path, held_on).elect_share
    chosen = rules.elected({one.pk: votes[one.pk] for one in names}, called, share, congress.seats)
    for one in names:
        one.votes, one.is_elected = votes[one.pk], one.pk in chosen
    Candidate.objects.bulk_update(names, ["votes", "is_elected"])
    congress.state, congress.held_on = CongressState.HELD, held_on
    congress.called, congress.present = called, present
    congress.save(update_fields=["state", "held_on", "called", "present"])
    record(actor, "congress_held", **_about(congress), count=len(chosen))
    return congress


def _preparing(congress: Congress) -> None:
    if congress.state == CongressState.HELD:
        refuse("congress.held", "Đại hội này đã tổ chức.")


def members_to_nominate(congress: Congress):
    """Official members of the cell who are not on the list yet."""
    listed = Candidate.objects.filter(congress=congress).values("member")
    rows = CellMember.objects.filter(open_on(today()), unit=congress.unit, kind=MemberKind.OFFICIAL)
    return rows.exclude(pk__in=listed).select_related("person").order_by("name", "pk")


def _congress(actor, pk: int) -> Congress:
    rows = Congress.objects.visible_to(actor, SEE).select_for_update(of=("self",))
    return get_visible(rows.select_related("unit"), pk)


def _about(congress: Congress) -> dict:
    return {"subject": congress, "unit_path": congress.unit.path}
