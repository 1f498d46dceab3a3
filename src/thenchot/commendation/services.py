"""Initiatives are proposed, allowed, concluded; movements run; awards are voted and decided."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from thenchot.cells.queries.reviewing import review_for_award
from thenchot.commendation import rules
from thenchot.commendation.access import DECIDE, EDIT, PROPOSE, SUGGEST
from thenchot.commendation.enums import (
    AwardSource,
    AwardState,
    InitiativeState,
    MovementState,
)
from thenchot.commendation.models import Award, Initiative, Movement, MovementEntry
from thenchot.commendation.queries import (
    get_award,
    get_entry,
    get_initiative,
    get_movement,
    get_praise,
)
from thenchot.discipline.queries.cases import (
    collective_under_consideration,
    under_consideration,
)
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import fold, nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import lock_unit
from thenchot.people.filing import changing
from thenchot.people.models import Appointment, Person
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM, NotVisible, require
from thenchot.policy.parameters import BenefitsPolicy, CommendationPolicy

# Initiatives


@transaction.atomic
def propose_initiative(
    actor, *, person_id: int, name: str, scope: str, others: str = ""
) -> Initiative:
    """By the author, or by whoever leads the unit."""
    person, unit = _seated(actor, person_id)
    own = person.account_id is not None and person.account_id == actor.account_id
    if not own:
        require(actor, PROPOSE, unit.path)
    made = Initiative.objects.create(
        unit=unit,
        author=person,
        others=tidy(nfc(others)),
        name=tidy(nfc(name)),
        folded=fold(name)[:300],
        scope=nfc(scope).strip(),
        proposed_on=today(),
        proposed_by_id=actor.account_id,
    )
    record(actor, "initiative_proposed", **_of(made), person=person.pk)
    return made


def _seated(actor, person_id: int) -> tuple[Person, Unit]:
    """Somebody in office, and where."""
    person = Person.objects.visible_to(actor, SUGGEST).filter(pk=person_id).first()
    if person is None:
        raise NotVisible
    seat = Appointment.objects.in_force(today()).filter(person=person, is_primary=True).first()
    if seat is None:
        refuse("commendation.seat", f"{person.full_name} hiện không giữ vị trí nào.")
    return person, seat.unit


@transaction.atomic
def answer_initiative(
    actor,
    *,
    initiative_id: int,
    is_allowed: bool,
    answer: str,
    allowed_scope: str = "",
    allowed_until: date | None = None,
) -> Initiative:
    """By the competent level, before anything is tried."""
    found = _initiative(actor, initiative_id)
    require(actor, DECIDE, found.unit.path)
    rules.may_answer(found.state).or_refuse()
    if found.proposed_by_id == actor.account_id:
        refuse("initiative.second_person", "Người đề xuất không tự cho phép.")
    found.state = InitiativeState.ALLOWED if is_allowed else InitiativeState.REFUSED
    found.answer, found.answered_on = tidy(nfc(answer)), today()
    found.allowed_scope = nfc(allowed_scope).strip() or (found.scope[:600] if is_allowed else "")
    found.allowed_until = allowed_until
    found.answered_by_id = actor.account_id
    found.save()
    record(actor, "initiative_answered", **_of(found), state=found.state)
    return found


@transaction.atomic
def conclude_initiative(
    actor,
    *,
    initiative_id: int,
    verdict: str,
    conclusion: str,
    before: str = "",
    after: str = "",
    is_new: int = 0,
    is_applied: int = 0,
    is_effective: int = 0,
    can_spread: int = 0,
) -> Initiative:
    """With the four parts of the score by the council (S0-087)."""
    found = _initiative(actor, initiative_id)
    require(actor, EDIT, found.unit.path)
    rules.may_conclude(found.state, verdict, before, after).or_refuse()
    most = policies.in_force(CommendationPolicy, path=found.unit.path, on=today()).part_points
    rules.within([is_new, is_applied, is_effective, can_spread], most).or_refuse()
    found.state, found.verdict = InitiativeState.CONCLUDED, verdict
    found.conclusion, found.concluded_on = nfc(conclusion).strip(), today()
    found.before, found.after = tidy(nfc(before)), tidy(nfc(after))
    found.is_new, found.is_applied = is_new, is_applied
    found.is_effective, found.can_spread = is_effective, can_spread
    found.concluded_by_id = actor.account_id
    found.save()
    record(actor, "initiative_concluded", **_of(found), verdict=verdict)
    return found


def _initiative(actor, initiative_id: int) -> Initiative:
    seen = get_initiative(actor, initiative_id)
    rows = Initiative.objects.select_for_update(of=("self",))
    return rows.select_related("unit", "author").get(pk=seen.pk)


# Movements


@transaction.atomic
def launch(
    actor,
    *,
    unit_id: int,
    name: str,
    content: str,
    basis: str,
    begins_on: date,
    ends_on: date,
    of_groups: bool = False,
) -> Movement:
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    if ends_on <= begins_on:
        refuse("movement.days", "Ngày kết thúc sau ngày phát động.")
    made = Movement.objects.create(
        unit=home,
        name=tidy(nfc(name)),
        content=nfc(content).strip(),
        basis=tidy(nfc(basis)),
        of_groups=of_groups,
        begins_on=begins_on,
        ends_on=ends_on,
        recorded_by_id=actor.account_id,
    )
    record(actor, "movement_launched", **_of(made))
    return made


@transaction.atomic
def register(
    actor, *, movement_id: int, unit: Unit, content: str, person: Person | None = None
) -> MovementEntry:
    movement = get_movement(actor, movement_id)
    require(actor, PROPOSE, unit.path)
    if movement.state == MovementState.CLOSED or not unit.path.startswith(movement.unit.path):
        refuse("movement.closed", "Phong trào đã tổng kết, hoặc không phát động ở đơn vị này.")
    made = MovementEntry.objects.create(
        movement=movement,
        unit=unit,
        person=person,
        content=nfc(content).strip(),
        registered_on=today(),
        recorded_by_id=actor.account_id,
    )
    record(
        actor,
        "movement_registered",
        subject=made,
        unit_path=unit.path,
        person=made.person_id,
    )
    return made


@transaction.atomic
def note_result(actor, *, entry_id: int, result: str, note: str) -> MovementEntry:
    entry = get_entry(actor, entry_id)
    require(actor, EDIT, entry.movement.unit.path)
    entry.result, entry.result_note = result, tidy(nfc(note))
    entry.save(update_fields=["result", "result_note"])
    record(
        actor,
        "movement_result_noted",
        subject=entry,
        unit_path=entry.movement.unit.path,
        result=result,
    )
    return entry


@transaction.atomic
def close_movement(actor, *, movement_id: int, summary: str) -> Movement:
    """Every registration has its result by then."""
    movement = get_movement(actor, movement_id)
    require(actor, EDIT, movement.unit.path)
    if movement.state == MovementState.CLOSED:
        refuse("movement.closed", "Phong trào này đã tổng kết.")
    left = movement.entries.filter(result="").count()
    if left:
        refuse("movement.open", f"Còn {left} đăng ký chưa ghi kết quả.")
    movement.state, movement.closed_on = MovementState.CLOSED, today()
    movement.summary = nfc(summary).strip()
    movement.save(update_fields=["state", "closed_on", "summary"])
    record(actor, "movement_closed", **_of(movement))
    return movement


# Awards


@transaction.atomic
def propose_award(
    actor,
    *,
    unit: Unit,
    form: str,
    source: str,
    reason: str,
    person: Person | None = None,
    movement: Movement | None = None,
    initiative: Initiative | None = None,
    hard_task=None,
) -> Award:
    """Not while the person, or the collective, is considered for discipline or under its effect
    (NĐ 152/2025, Đ4).
    """
    require(actor, PROPOSE, unit.path)
    _ask_conduct(person, unit)
    if person and person.account_id and person.account_id == actor.account_id:
        refuse("award.own", "Không ai tự đề nghị khen thưởng mình.")
    made = Award.objects.create(
        unit=unit,
        person=person,
        form=form,
        year=today().year,
        source=source,
        reason=nfc(reason).strip(),
        movement=movement,
        initiative=initiative,
        hard_task=hard_task,
        proposed_on=today(),
        proposed_by_id=actor.account_id,
    )
    record(actor, "award_proposed", **_of(made), person=made.person_id)
    return made


def _ask_conduct(person: Person | None, unit: Unit) -> None:
    """Of the person; without one, of the unit as a collective."""
    if person:
        reason = under_consideration([person.pk], unit.path, today()).get(person.pk)
    else:
        reason = collective_under_consideration(unit, today())
    if reason:
        refuse(
            "award.discipline",
            f"{person or unit}: {reason.message} Chưa xét khen thưởng.",
            "Nghị định 152/2025/NĐ-CP, Điều 4",
        )
    lacks = person and review_for_award(person.pk, unit.path, today())
    if lacks:
        refuse("award.review", f"{lacks.message} Chưa xét khen thưởng.", lacks.source)


@transaction.atomic
def propose_praise(actor, *, hard_task_id: int, form: str, reason: str) -> Award:
    """For whoever solved hard or long-standing work (S0-088)."""
    task = get_praise(actor, hard_task_id, today())
    return propose_award(
        actor,
        unit=task.unit,
        person=task.solved_by,
        form=form,
        source=AwardSource.HARD_TASK,
        reason=reason,
        hard_task=task,
    )


@transaction.atomic
def vote(actor, *, award_id: int, members: int, agreed: int, voted_on: date) -> Award:
    award = _award(actor, award_id)
    require(actor, EDIT, award.unit.path)
    if award.state != AwardState.PROPOSED or voted_on > today():
        refuse("award.voted", "Hội đồng đã bỏ phiếu, hoặc ngày sau hôm nay.")
    policy = policies.in_force(CommendationPolicy, path=award.unit.path, on=voted_on)
    rules.carried(members, agreed, policy.vote_share).or_refuse()
    award.members, award.agreed, award.voted_on = members, agreed, voted_on
    award.state = AwardState.VOTED
    award.save(update_fields=["members", "agreed", "voted_on", "state"])
    record(actor, "award_voted", **_of(award), person=award.person_id)
    return award


@transaction.atomic
def decide(
    actor, *, award_id: int, decision: str, decided_on: date, money: Decimal | None = None
) -> Award:
    """The file has its row by the decision; conduct is asked once more."""
    award = _award(actor, award_id)
    require(actor, DECIDE, award.unit.path)
    if award.state != AwardState.VOTED:
        refuse("award.not_voted", "Hội đồng chưa bỏ phiếu, hoặc đã quyết định rồi.")
    if decided_on > today() or decided_on < (award.voted_on or decided_on):
        refuse("award.day", "Ngày quyết định từ ngày bỏ phiếu đến hôm nay.")
    _ask_conduct(award.person, award.unit)
    award.decision, award.decided_on = tidy(nfc(decision)), decided_on
    award.money = suggested_money(award) if money is None else money
    award.state, award.decided_by_id = AwardState.DECIDED, actor.account_id
    if award.person:
        award.record = changing.add_row(
            SYSTEM,
            person_id=award.person.pk,
            section="reward",
            source=f"Quyết định {award.decision}"[:200],
            year=award.year,
            form=award.form,
            note=f"{award.reason} ({award.decision})"[:300],
        )
    award.save()
    record(actor, "award_decided", **_of(award), person=award.person_id)
    return award


def suggested_money(award: Award) -> Decimal | None:
    """By the multiple of the base salary, where the decree gives one for the form."""
    on = award.decided_on or today()
    policy = policies.in_force(CommendationPolicy, path=award.unit.path, on=on)
    tenths = policy.tenths_of(award.form, is_collective=award.person_id is None)
    pay = policies.in_force(BenefitsPolicy, path=award.unit.path, on=on)
    return rules.money_of(tenths, pay.base_salary) if tenths else None


@transaction.atomic
def refuse_award(actor, *, award_id: int, reason: str) -> Award:
    award = _award(actor, award_id)
    require(actor, DECIDE, award.unit.path)
    if award.state in (AwardState.DECIDED, AwardState.REFUSED):
        refuse("award.decided", "Đề nghị này đã được quyết định.")
    award.state, award.refused_for = AwardState.REFUSED, tidy(nfc(reason))
    award.decided_by_id = actor.account_id
    award.save(update_fields=["state", "refused_for", "decided_by"])
    record(actor, "award_refused", **_of(award), person=award.person_id)
    return award


def _award(actor, award_id: int) -> Award:
    seen = get_award(actor, award_id)
    rows = Award.objects.select_for_update(of=("self",))
    return rows.select_related("unit", "person").get(pk=seen.pk)


def _of(thing) -> dict:
    """What the trail says of it."""
    return {"subject": thing, "unit_path": thing.unit.path}
