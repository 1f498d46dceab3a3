"""A case is opened with the steps and papers of its procedure, runs them in order, and ends in a
decision, the only thing that changes a post.
"""

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from thenchot.kernel.calendar import add_working_days
from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import months_after
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import JobPosition, Title, Unit
from thenchot.organisation.queries import lock_unit
from thenchot.people.gates import closed_gates
from thenchot.people.models import Appointment, Person
from thenchot.people.services import end_appointment, renew_term, transfer
from thenchot.people.staffing.linking import link_position
from thenchot.people.staffing.seatings import seat_person
from thenchot.placement.access import DECIDE, EDIT, SEE
from thenchot.placement.enums import Effect, ItemState, ProcedureState, VacancyState
from thenchot.placement.models import (
    HandOverItem,
    Paper,
    Procedure,
    ProcedureStep,
    Vacancy,
    Waiver,
)
from thenchot.placement.queries.assignments import delegation_for
from thenchot.placement.queries.procedures import (
    approved_positions,
    checks_of,
    facts_of_steps,
    get_item,
    get_paper,
    get_step,
    papers_lacking,
)
from thenchot.placement.rules import forms
from thenchot.placement.rules import running as rules
from thenchot.placement.rules.running import Vote
from thenchot.placement.services.scans import kept
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import SYSTEM, NotVisible, require
from thenchot.policy.parameters import PlacementPolicy, WorkingCalendarPolicy
from thenchot.rating.models import ReplacementReview


@transaction.atomic
def open_procedure(
    actor,
    *,
    unit_id: int,
    kind: str,
    person_id: int,
    title_id: int | None = None,
    target_id: int | None = None,
    position_id: int | None = None,
    is_head: bool = False,
    seat_id: int | None = None,
    vacancy_id: int | None = None,
    review_id: int | None = None,
    ground: str = "",
) -> Procedure:
    """Refused for the own case, behind a closed gate, and where one of the kind is open. The post
    to take: a job position of an approved scheme, or a title and its unit.
    """
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    form = forms.shipped().get(kind)
    if form is None:
        raise NotVisible
    person = _person(actor, person_id)
    _may_begin(actor, form, person, ground)
    is_new = form.effect in (Effect.TAKES, Effect.NOMINATES)
    seat = None if is_new else _seat(person, seat_id)
    _ask_gates(form.effect, person, home)
    vacancy = _vacancy(home, vacancy_id)
    wanted = position_id or (vacancy.position_id if vacancy else None)
    position = _position(home, form, wanted, seat)
    if form.names_post:
        post = _new_post(home, title_id, target_id, is_head, position)
    else:
        post = _post_of(seat)
    title = post["title"]
    delegation = delegation_for(home, kind, title.pk if title else None, today())
    made = Procedure.objects.create(
        unit=home,
        kind=kind,
        name=form.name,
        source=form.source,
        effect=form.effect,
        term_months=form.term_months,
        person=person,
        **post,
        seat=seat,
        vacancy=vacancy,
        review=_review(actor, person, review_id),
        delegation=delegation,
        body=(delegation and delegation.body) or form.body,
        ground=tidy(nfc(ground)),
        opened_on=today(),
        opened_by_id=actor.account_id,
    )
    _lay_out(made, form)
    record(actor, "procedure_opened", **of_procedure(made), kind=form.name)
    return made


def _may_begin(actor, form: forms.ProcedureForm, person: Person, ground: str) -> None:
    rules.may_act(person.account_id, actor.account_id).or_refuse()
    running = Procedure.objects.filter(person=person, kind=form.code, state=ProcedureState.OPEN)
    if running.exists():
        refuse("placement.there", "Người này đang có quy trình cùng loại.")
    if form.grounds and not ground.strip():
        refuse("placement.ground", "Chọn căn cứ của quy trình này.", form.source)


def _new_post(
    home: Unit,
    title_id: int | None,
    target_id: int | None,
    is_head: bool,
    position: JobPosition | None,
) -> dict[str, Any]:
    """The post to take."""
    if position:
        title, target = position.title, position.unit
    else:
        title, target = _post(home, title_id, target_id)
    return {"title": title, "target": target, "is_head": is_head, "position": position}


def _position(
    home: Unit, form: forms.ProcedureForm, position_id: int | None, seat: Appointment | None
) -> JobPosition | None:
    """A job position of the place. Without a title it is work, not an office: moved to, never
    appointed or nominated to.
    """
    if not (position_id and form.names_post):
        return None
    found = approved_positions(home).filter(pk=position_id).first()
    if found is None:
        refuse("placement.position", "Chọn vị trí việc làm trong đề án đã duyệt của địa phương.")
    if found.title_id is None and not form.to_position:
        able = ", ".join(f"“{one.name}”" for one in forms.shipped().values() if one.to_position)
        refuse(
            "placement.untitled",
            f"Vị trí “{found.name}” không gắn chức danh nên không làm quy trình “{form.name}”: "
            f"dùng quy trình {able}, hoặc gắn chức danh cho vị trí trong đề án vị trí việc làm.",
            form.source,
        )
    if seat and seat.position_id == found.pk:
        refuse("placement.same", f"Người này đang giữ vị trí “{found.name}”; chọn vị trí khác.")
    return found


def _post_of(seat: Appointment | None) -> dict[str, Any]:
    """The post held, where none other is taken."""
    if seat is None:
        return {"title": None, "target": None, "is_head": False}
    return {"title": seat.title_ref, "target": seat.unit, "is_head": seat.is_head}


def _person(actor, person_id: int) -> Person:
    found = Person.objects.visible_to(actor, EDIT).filter(pk=person_id).first()
    if found is None:
        raise NotVisible
    return found


def _post(home: Unit, title_id: int | None, target_id: int | None) -> tuple[Title, Unit]:
    title = Title.objects.filter(pk=title_id).first()
    target = Unit.objects.under([home.path]).filter(pk=target_id).first()
    if title is None or target is None:
        refuse("placement.post", "Chọn chức danh và đơn vị của chức danh đó.")
    return title, target


def _seat(person: Person, seat_id: int | None) -> Appointment:
    """The seat it is about; the primary one unless said."""
    seats = person.appointments.in_force(today()).select_related("unit", "title_ref")
    found = seats.filter(pk=seat_id).first() if seat_id else seats.filter(is_primary=True).first()
    if found is None:
        refuse("placement.seat", "Người này không giữ chức vụ nào để làm quy trình.")
    return found


def _vacancy(home: Unit, vacancy_id: int | None) -> Vacancy | None:
    if vacancy_id is None:
        return None
    found = Vacancy.objects.filter(pk=vacancy_id, unit__path__startswith=home.path).first()
    if found is None:
        raise NotVisible
    if found.state in (VacancyState.UNDER_WAY, VacancyState.FILLED):
        refuse("placement.vacancy", "Chỗ này đang làm quy trình hoặc đã có người.")
    found.state, found.held_for, found.look_again_on = VacancyState.UNDER_WAY, "", None
    found.save()
    return found


def _review(actor, person: Person, review_id: int | None) -> ReplacementReview | None:
    """A proposal from two failed quarters, accepted by the competent level (S0-049)."""
    if review_id is None:
        return None
    found = ReplacementReview.objects.filter(pk=review_id, person=person, state="accepted").first()
    if found is None:
        raise NotVisible
    return found


def _ask_gates(effect: str, person: Person, home: Unit) -> None:
    if rules.needs_conditions(effect):
        reasons = closed_gates([person.pk], home.path, today()).get(person.pk)
        for reason in reasons or ():
            refuse(reason.rule, reason.message, reason.source)


def _lay_out(procedure: Procedure, form: forms.ProcedureForm) -> None:
    calendar = _calendar(procedure)
    due = rules.due_days(
        procedure.opened_on,
        [step.days for step in form.steps],
        lambda day, count: add_working_days(day, count, calendar),
    )
    ProcedureStep.objects.bulk_create(
        ProcedureStep(
            procedure=procedure,
            number=number,
            code=step.code,
            name=step.name,
            who=step.who,
            kind=step.kind,
            vote=step.vote,
            counts=step.counts,
            is_public=step.is_public,
            due_on=last,
        )
        for number, (step, last) in enumerate(zip(form.steps, due, strict=True), 1)
    )
    Paper.objects.bulk_create(
        Paper(procedure=procedure, code=one.code, name=one.name, months=one.months)
        for one in form.papers
    )


# Steps, papers, special cases


@transaction.atomic
def finish_step(
    actor,
    *,
    step_id: int,
    done_on: date,
    document: str = "",
    outcome: str = "",
    summoned: int | None = None,
    present: int | None = None,
    agreed: int | None = None,
) -> ProcedureStep:
    """In their order; the gates are asked anew. A vote that falls short stops the case, with its
    numbers.
    """
    step = get_step(actor, step_id)
    procedure = lock_open(actor, step.procedure_id)
    if done_on > today():
        refuse("placement.done_on", "Ngày xong không sau hôm nay.")
    rules.may_finish(procedure.state, facts_of_steps(procedure), step.code, done_on).or_refuse()
    vote = None if summoned is None else Vote(summoned, present or 0, agreed or 0)
    rules.vote_holds(vote, step.kind).or_refuse()
    _ask_gates(procedure.effect, procedure.person, procedure.unit)
    step.done_on, step.document, step.outcome = done_on, tidy(nfc(document)), nfc(outcome).strip()
    step.summoned, step.present, step.agreed = summoned, present, agreed
    step.recorded_by_id, step.recorded_on = actor.account_id, today()
    step.save()
    record(actor, "procedure_step_finished", **of_procedure(procedure), step=step.name, on=done_on)
    if vote and step.vote and not vote.passes(step.vote, step.counts):
        base = vote.present if step.counts == "present" else vote.summoned
        _stop(actor, procedure, f"{step.name}: {vote.agreed}/{base} phiếu, không quá {step.vote}%.")
    return step


@transaction.atomic
def note_paper(actor, *, paper_id: int, issued_on: date, scan=None) -> Paper:
    paper = get_paper(actor, paper_id)
    procedure = lock_open(actor, paper.procedure_id)
    if issued_on > today():
        refuse("placement.issued_on", "Ngày của giấy tờ không sau hôm nay.")
    paper.issued_on, paper.recorded_by_id = issued_on, actor.account_id
    paper.file = kept(actor, procedure.unit, scan) or paper.file
    paper.save(update_fields=["issued_on", "recorded_by", "file"])
    record(actor, "procedure_paper_noted", **of_procedure(procedure), called=paper.name)
    return paper


@transaction.atomic
def accept_special(actor, *, procedure_id: int, code: str, reason: str, document: str) -> Waiver:
    """A condition that may be waived, by whoever decides, with reason and document."""
    procedure = lock_open(actor, procedure_id)
    require(actor, DECIDE, procedure.unit.path)
    check = next((one for one in checks_of(procedure, today()) if one.code == code), None)
    if check is None or check.holds:
        refuse("placement.waiver", "Điều kiện này không cần chấp nhận đặc biệt.")
    if not check.can_waive:
        refuse("placement.never", f"{check.name}: không có trường hợp đặc biệt.", check.article)
    made = Waiver.objects.create(
        procedure=procedure,
        code=code,
        reason=nfc(reason).strip(),
        document=tidy(nfc(document)),
        recorded_by_id=actor.account_id,
        recorded_at=now(),
    )
    record(
        actor,
        "procedure_special_accepted",
        **of_procedure(procedure),
        called=check.name,
        reason=made.reason,
    )
    return made


@transaction.atomic
def stop_procedure(actor, *, procedure_id: int, reason: str) -> Procedure:
    procedure = lock_open(actor, procedure_id)
    if not reason.strip():
        refuse("placement.reason", "Ghi lý do dừng.")
    return _stop(actor, procedure, tidy(nfc(reason)))


def _stop(actor, procedure: Procedure, reason: str) -> Procedure:
    procedure.state, procedure.stopped_for = ProcedureState.STOPPED, reason[:300]
    procedure.save(update_fields=["state", "stopped_for"])
    if procedure.vacancy_id:
        Vacancy.objects.filter(pk=procedure.vacancy_id).update(state=VacancyState.OPEN)
    record(actor, "procedure_stopped", **of_procedure(procedure), reason=procedure.stopped_for)
    return procedure


# The decision


@transaction.atomic
def decide_procedure(
    actor,
    *,
    procedure_id: int,
    decision: str,
    decided_on: date,
    effective_on: date,
    until: date | None = None,
) -> Procedure:
    """Everything is asked anew; then the post changes, the vacancy closes, the hand-over begins."""
    procedure = lock_open(actor, procedure_id, EDIT, DECIDE)
    require(actor, DECIDE, procedure.unit.path)
    on = today()
    if decided_on > on:
        refuse("placement.decided_on", "Ngày quyết định không sau hôm nay.")
    if effective_on < decided_on:
        refuse("placement.effective_on", "Ngày có hiệu lực không trước ngày quyết định.")
    rules.may_decide(
        procedure.state,
        facts_of_steps(procedure),
        papers_lacking(procedure, decided_on),
        checks_of(procedure, on),
    ).or_refuse()
    procedure.decision, procedure.decided_on = tidy(nfc(decision)), decided_on
    procedure.effective_on, procedure.until = effective_on, until or _until(procedure, effective_on)
    _keep_within(procedure, effective_on)
    procedure.decided_by_id, procedure.state = actor.account_id, ProcedureState.DECIDED
    procedure.made_seat = _change_post(procedure, effective_on)
    procedure.save()
    if procedure.vacancy_id:
        Vacancy.objects.filter(pk=procedure.vacancy_id).update(
            state=VacancyState.FILLED, closed_on=effective_on
        )
    _begin_hand_over(procedure)
    record(actor, "procedure_decided", **of_procedure(procedure), decision=procedure.decision)
    return procedure


def _until(procedure: Procedure, effective_on: date) -> date | None:
    months = procedure.term_months
    return months_after(effective_on, months) if months else _longest(procedure, effective_on)


def _longest(procedure: Procedure, effective_on: date) -> date | None:
    """The last day of what may only last so many working days."""
    days = forms.shipped()[procedure.kind].most_days
    return add_working_days(effective_on, days, _calendar(procedure)) if days else None


def _keep_within(procedure: Procedure, effective_on: date) -> None:
    last = _longest(procedure, effective_on)
    if last and procedure.until and procedure.until > last:
        refuse("placement.until", f"{procedure.name} không quá {last:%d/%m/%Y}.", procedure.source)


def _calendar(procedure: Procedure):
    policy = policies.in_force(WorkingCalendarPolicy, path=procedure.unit.path, on=today())
    return policy.calendar()


def _change_post(procedure: Procedure, on: date) -> Appointment | None:
    """Written through the doors of the personal file. Membership of a collective is a seat in it,
    beside the post that is held. A job position takes no more people than its number.
    """
    seat, vacancy = procedure.seat, procedure.vacancy
    if vacancy and vacancy.seat_id and procedure.effect == Effect.TAKES:
        seat_person(
            SYSTEM,
            seat_id=vacancy.seat_id,
            person_id=procedure.person_id,
            valid_from=on,
            basis=procedure.decision,
        )
        return None
    match procedure.effect:
        case Effect.TAKES | Effect.MOVES:
            made = transfer(
                SYSTEM,
                person_id=procedure.person_id,
                unit_id=procedure.target_id,
                title=_called(procedure),
                title_ref_id=procedure.title_id,
                is_head=procedure.is_head,
                valid_from=on,
                decision=procedure.decision,
                reappoint_on=procedure.until,
                staff_kind=seat.staff_kind if seat else _kind_now(procedure.person),
            )
            return _linked(procedure, made)
        case Effect.STAYS:
            return renew_term(
                SYSTEM,
                appointment_id=seat.pk,
                reappoint_on=procedure.until,
                decision=procedure.decision,
            )
        case Effect.LEAVES:
            last = on - timedelta(days=1)
            end_appointment(SYSTEM, appointment_id=seat.pk, on=last, reason=procedure.name)
    return None


def _called(procedure: Procedure) -> str:
    held = procedure.title or procedure.position
    return held.name if held else ""


def _linked(procedure: Procedure, made: Appointment) -> Appointment:
    """To the position as the scheme in force has it."""
    if procedure.position is None:
        return made
    rows = approved_positions(procedure.unit).filter(code=procedure.position.code)
    current = rows.filter(unit=procedure.target_id).first()
    if current is None:
        refuse(
            "placement.position",
            f"Vị trí “{procedure.position.name}” không còn trong đề án đang có hiệu lực; dừng quy "
            "trình này và mở quy trình với vị trí khác.",
        )
    return link_position(SYSTEM, appointment_id=made.pk, position_id=current.pk)


def _kind_now(person: Person) -> str:
    seat = person.appointments.in_force(today()).filter(is_primary=True).first()
    return seat.staff_kind if seat else ""


def _begin_hand_over(procedure: Procedure) -> None:
    if procedure.effect in (Effect.STAYS, Effect.PAUSES, Effect.NOMINATES):
        return
    policy = policies.in_force(PlacementPolicy, path=procedure.unit.path, on=today())
    calendar = _calendar(procedure)
    due_on = add_working_days(procedure.effective_on, policy.hand_over_days, calendar)
    HandOverItem.objects.bulk_create(
        HandOverItem(procedure=procedure, text=text, due_on=due_on) for text in forms.handed_over()
    )


@transaction.atomic
def finish_item(actor, *, item_id: int, done_on: date, note: str = "") -> HandOverItem:
    item = get_item(actor, item_id)
    require(actor, EDIT, item.procedure.unit.path)
    if item.state == ItemState.DONE:
        refuse("placement.item", "Nội dung này đã bàn giao.")
    if done_on > today():
        refuse("placement.done_on", "Ngày xong không sau hôm nay.")
    item.state, item.done_on, item.note = ItemState.DONE, done_on, nfc(note).strip()
    item.recorded_by_id = actor.account_id
    item.save()
    record(actor, "hand_over_noted", **of_procedure(item.procedure), called=item.text)
    return item


def lock_open(actor, procedure_id: int, *permissions: str) -> Procedure:
    """Visible, not the own case, and kept from changing until the transaction ends."""
    rows = Procedure.objects.select_for_update(of=("self",)).select_related(
        "unit", "person", "title", "target", "position__title", "seat__unit", "vacancy"
    )
    visible = Procedure.objects.visible_to(actor, SEE).values("pk")
    found = rows.filter(pk=procedure_id, pk__in=visible).first()
    if found is None:
        raise NotVisible
    if not any(actor.may(one, found.unit.path) for one in permissions or (EDIT, DECIDE)):
        require(actor, EDIT, found.unit.path)
    rules.may_act(found.person.account_id, actor.account_id).or_refuse()
    if found.state != ProcedureState.OPEN:
        refuse("placement.closed", "Quy trình đã kết thúc.")
    return found


def of_procedure(procedure: Procedure) -> dict[str, Any]:
    return {
        "subject": procedure,
        "unit_path": procedure.unit.path,
        "person": procedure.person_id,
    }
