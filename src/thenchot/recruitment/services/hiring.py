"""From the results to the first day at work: the file, the decision that makes a person and a post,
the start, and the next in line.
"""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.people.filing import changing
from thenchot.people.models import Appointment, Person
from thenchot.people.services import create_person, restore_before, transfer, withdraw_appointment
from thenchot.people.staffing.linking import link_position
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.keys.sealing import blind_indexes
from thenchot.platform.scope.actor import SYSTEM
from thenchot.recruitment.access import DECIDE, EDIT
from thenchot.recruitment.enums import ApplicantState, RoundState
from thenchot.recruitment.models import Applicant, Opening
from thenchot.recruitment.queries import needs
from thenchot.recruitment.queries.applicants import (
    decide_limit,
    file_limit,
    next_until,
    outcome_of,
    start_limit,
)
from thenchot.recruitment.queries.rounds import get_opening
from thenchot.recruitment.rules import days
from thenchot.recruitment.services.applicants import lock_applicant, of_applicant
from thenchot.recruitment.services.stepping import lock_round, not_ahead, of_round

KEPT = (ApplicantState.WON, ApplicantState.HIRED, ApplicantState.STARTED)


@transaction.atomic
def note_file(actor, *, applicant_id: int, file_on: date) -> Applicant:
    """The file is whole, in time."""
    one = lock_applicant(actor, applicant_id, EDIT)
    _is(one, ApplicantState.WON)
    not_ahead(file_on)
    limit = file_limit(one)
    if limit and file_on > limit.last:
        refuse(
            "recruitment.file_late",
            f"Hồ sơ nộp chậm: {limit.arithmetic}. Nộp chậm thì hủy kết quả trúng tuyển, gọi người "
            f"kế tiếp.",
            "Nghị định 170/2025/NĐ-CP",
        )
    if limit and file_on < limit.since:
        refuse("recruitment.early", f"Đủ hồ sơ không trước ngày công khai {limit.since:%d/%m/%Y}.")
    one.file_on = file_on
    one.save(update_fields=["file_on"])
    record(actor, "applicant_file_noted", **of_applicant(one), on=file_on)
    return one


@transaction.atomic
def hire(
    actor,
    *,
    applicant_id: int,
    decision: str,
    decided_on: date,
    starts_on: date,
    agreed: str = "",
    late_reason: str = "",
) -> Applicant:
    """A person of the register with a post, within what is approved at this moment."""
    one = lock_applicant(actor, applicant_id, DECIDE)
    _is(one, ApplicantState.WON)
    if one.file_on is None:
        refuse("recruitment.no_file", "Chưa ghi ngày đủ hồ sơ: ghi trước khi quyết định.")
    not_ahead(decided_on)
    days.may_be_on("Quyết định", decided_on, decide_limit(one), reason=late_reason).or_refuse()
    limit = start_limit(one.round, decided_on)
    days.may_be_on("Ngày nhận việc", starts_on, limit, reason=agreed).or_refuse()
    one.decision, one.decided_on = tidy(nfc(decision)), decided_on
    one.starts_on, one.start_by = starts_on, max(starts_on, limit.last)
    one.decided_by_id, one.state = actor.account_id, ApplicantState.HIRED
    one.person = _person(one)
    one.seat = take_post(one.person, one.opening.position, on=starts_on, decision=one.decision)
    one.save()
    record(
        actor,
        "applicant_hired",
        **of_applicant(one),
        decision=one.decision,
        person=one.person_id,
        reason=tidy(nfc(f"{late_reason} {agreed}")),
    )
    return one


def _person(one: Applicant) -> Person:
    """Of the register already, or made now; with the degree of the form."""
    known = blind_indexes("people_person.identity_no", one.identity_no)
    found = Person.objects.filter(identity_index__in=known).first()
    if found is None:
        found = create_person(
            SYSTEM,
            full_name=one.full_name,
            unit_id=one.opening.position.unit_id,
            sex=one.sex,
            born_on=one.born_on,
            email=one.email,
            identity_no=one.identity_no,
        )
        if one.level:
            changing.add_row(
                SYSTEM,
                person_id=found.pk,
                section="degree",
                level=one.level,
                field=one.major,
                school=one.school,
                source="Phiếu đăng ký dự tuyển",
            )
    changing.change_items(
        SYSTEM,
        person_id=found.pk,
        source="Quyết định tuyển dụng",
        recruited_on=one.starts_on,
        recruited_by=one.round.unit.name,
        joined_office_on=one.starts_on,
        phone=one.phone,
        residence=one.residence,
    )
    return found


def take_post(person: Person, position, *, on: date, decision: str) -> Appointment:
    """The position as it is approved now, one more within its number and the quota."""
    current = needs.position_now(position)
    if current is None:
        refuse(
            "recruitment.not_approved",
            f"{position.name} không còn trong đề án vị trí việc làm được phê duyệt.",
            "S1-016",
        )
    seat = transfer(
        SYSTEM,
        person_id=person.pk,
        unit_id=current.unit_id,
        title=current.title.name if current.title else current.name,
        title_ref_id=current.title_id,
        valid_from=on,
        decision=decision,
        staff_kind=needs.kind_of(current),
    )
    taken = needs.needs_of([current], today())[current.pk]
    others = taken.present + _coming(current, seat)
    if others + 1 > current.approved_number:
        refuse(
            "recruitment.above",
            f"{current.name} được duyệt {current.approved_number} người, đã có {others}: thêm một "
            f"người là vượt.",
            "S2-033",
        )
    return link_position(SYSTEM, appointment_id=seat.pk, position_id=current.pk)


def _coming(position, seat: Appointment) -> int:
    """Others who take the position from a later day."""
    later = Appointment.objects.filter(
        position__code=position.code,
        position__scheme__unit=position.scheme.unit_id,
        valid_from__gt=today(),
    )
    return later.exclude(person=seat.person_id).values("person").distinct().count()


@transaction.atomic
def note_start(actor, *, applicant_id: int, started_on: date) -> Applicant:
    one = lock_applicant(actor, applicant_id, EDIT)
    _is(one, ApplicantState.HIRED)
    not_ahead(started_on)
    if started_on < one.starts_on:
        refuse("recruitment.started_on", f"Nhận việc từ ngày {one.starts_on:%d/%m/%Y}.")
    if started_on > one.start_by:
        refuse(
            "recruitment.start_late",
            f"Nhận việc chậm nhất ngày {one.start_by:%d/%m/%Y}: quyết định đã hết hiệu lực.",
            "Nghị định 170/2025/NĐ-CP",
        )
    one.started_on, one.state = started_on, ApplicantState.STARTED
    one.save(update_fields=["started_on", "state"])
    record(actor, "applicant_started", **of_applicant(one), on=started_on)
    return one


@transaction.atomic
def lapse(actor, *, applicant_id: int) -> Applicant:
    """Did not start in time: the decision no longer holds, the post was never taken; whoever came
    from another post here goes on in that one.
    """
    one = lock_applicant(actor, applicant_id, EDIT)
    _is(one, ApplicantState.HIRED)
    if today() <= one.start_by:
        refuse("recruitment.may_start", f"Còn hạn nhận việc đến hết ngày {one.start_by:%d/%m/%Y}.")
    words = "không nhận việc đúng hạn"
    withdraw_appointment(SYSTEM, appointment_id=one.seat_id, reason=words)
    if one.seat_id:
        restore_before(SYSTEM, appointment_id=one.seat_id, reason=words)
    one.state, one.ground = ApplicantState.LAPSED, words
    one.save(update_fields=["state", "ground"])
    record(actor, "applicant_lapsed", **of_applicant(one), reason=words)
    return one


@transaction.atomic
def strike(actor, *, applicant_id: int, ground: str, is_fraud: bool = False) -> Applicant:
    """The result is cancelled before the decision: no file, late, or not true."""
    one = lock_applicant(actor, applicant_id, DECIDE)
    _is(one, ApplicantState.WON)
    if not ground.strip():
        refuse("recruitment.ground", "Ghi lý do hủy kết quả.")
    one.state, one.ground, one.is_fraud = ApplicantState.STRUCK, tidy(nfc(ground)), is_fraud
    one.judged_by_id, one.judged_on = actor.account_id, today()
    one.save()
    reason = f"{one.ground} (gian lận)" if is_fraud else one.ground
    record(actor, "applicant_struck", **of_applicant(one), reason=reason)
    return one


@transaction.atomic
def call_next(actor, *, opening_id: int, late_reason: str = "") -> Applicant:
    """The next in line of the position, as long as a place is free."""
    opening = get_opening(actor, opening_id)
    round_ = lock_round(actor, opening.round_id, DECIDE)
    one = next_in_line(opening)
    struck = max(
        opening.applicants.filter(judged_on__isnull=False, state=ApplicantState.STRUCK).values_list(
            "judged_on", flat=True
        ),
        default=None,
    )
    if struck and today() > next_until(round_, struck) and not late_reason.strip():
        refuse(
            "recruitment.late",
            f"Gọi người kế tiếp chậm: hạn đến hết ngày {next_until(round_, struck):%d/%m/%Y}. Ghi "
            f"lý do chậm để tiếp tục.",
        )
    if one is None:
        refuse("recruitment.nobody", "Không còn ai đạt để gọi, hoặc không còn chỗ.")
    one.state, one.called_on = ApplicantState.WON, today()
    one.save(update_fields=["state", "called_on"])
    record(
        actor, "applicant_called", **of_round(round_), number=one.number, reason=late_reason.strip()
    )
    return one


def next_in_line(opening: Opening) -> Applicant | None:
    """Nobody while every place is kept, or once the round is over."""
    if opening.round.state != RoundState.RESULTS:
        return None
    kept = opening.applicants.filter(state__in=KEPT).count()
    if kept >= opening.number:
        return None
    order = [entry.key for entry in outcome_of(opening, opening.round).order]
    waiting = {one.pk: one for one in opening.applicants.filter(state=ApplicantState.NOT_WON)}
    return next((waiting[key] for key in order if key in waiting), None)


def _is(one: Applicant, state: str) -> None:
    if one.state != state or one.round.state != RoundState.RESULTS:
        refuse(
            "recruitment.state",
            f"{one}: {one.get_state_display()}; việc này không làm được ở tình trạng đó.",
        )
