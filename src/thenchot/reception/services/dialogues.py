"""A dialogue from its plan to what is published of it."""

from typing import Any

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.people.models import Person
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import SYSTEM, NotVisible, require
from thenchot.reception.access import DECIDE, EDIT, SEE
from thenchot.reception.enums import DialogueState
from thenchot.reception.models import Dialogue, Question
from thenchot.reception.queries.dialogues import get_question
from thenchot.reception.queries.policy import calendar_of, policy_of
from thenchot.reception.rules.clocks import CalendarDays

LAW = "Luật Thực hiện dân chủ ở cơ sở 2022, Điều 32"


@transaction.atomic
def plan_dialogue(actor, *, unit_id: int, chair_ids, **said: Any) -> Dialogue:
    """`said`: name, on, starts_at, place, subjects, plan_no, with_front."""
    unit = get_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    if said["on"] < today():
        refuse("reception.past", f"Ngày đối thoại không trước hôm nay ({today():%d/%m/%Y}).")
    chairs = list(Person.objects.visible_to(actor, SEE).filter(pk__in=chair_ids))
    if not chairs:
        refuse("reception.chairs", "Chọn người đứng đầu cấp ủy, chính quyền chủ trì.", LAW)
    made = Dialogue.objects.create(unit=unit, made_by_id=actor.account_id, **said)
    made.chairs.set(chairs)
    record(actor, "dialogue_planned", **_of(made))
    return made


@transaction.atomic
def announce_dialogue(actor, *, dialogue_id: int, reason: str = "") -> Dialogue:
    """Posted in time, or with the reason why late; from then on the people send questions."""
    one = _lock(actor, dialogue_id, EDIT)
    _is(one, DialogueState.PLANNED)
    notice = CalendarDays(one.on, policy_of(one.unit).dialogue_before, calendar_of(one.unit))
    if today() > notice.raw and not reason.strip():
        refuse(
            "reception.dialogue_late",
            f"Thông báo trước {notice.count} ngày: chậm nhất {notice.raw:%d/%m/%Y} (gửi trong ngày "
            f"làm việc {notice.send_by:%d/%m/%Y}). Ghi lý do chậm để tiếp tục, hoặc dời ngày.",
        )
    one.state, one.announced_on = DialogueState.ANNOUNCED, today()
    one.reason = tidy(nfc(reason))
    one.save()
    record(actor, "dialogue_announced", **_of(one), reason=one.reason)
    return one


@transaction.atomic
def ask(actor, *, dialogue_id: int, text: str, asked_by: str = "") -> Question:
    """A question that reached the office, before the conference or in it."""
    one = _lock(actor, dialogue_id, EDIT)
    _is(one, DialogueState.PLANNED, DialogueState.ANNOUNCED, DialogueState.HELD)
    made = Question.objects.create(
        dialogue=one, text=nfc(text).strip(), asked_by=tidy(nfc(asked_by)), entered_at=now()
    )
    record(actor, "dialogue_asked", subject=made, unit_path=one.unit.path)
    return made


@transaction.atomic
def ask_publicly(*, dialogue_id: int, text: str, came_from: str) -> Question:
    """From the public page, without a name, until the day of the conference."""
    rows = Dialogue.objects.select_for_update(of=("self",)).select_related("unit")
    one = rows.filter(pk=dialogue_id, state=DialogueState.ANNOUNCED).first()
    if one is None or one.on < today():
        raise NotVisible
    most = policy_of(one.unit).forms_an_hour
    since = now().replace(minute=0, second=0, microsecond=0)
    sent = Question.objects.filter(came_from=came_from, entered_at__gte=since).count()
    if sent >= most:
        refuse(
            "reception.too_many",
            f"Từ địa chỉ mạng này đã nhận {sent} câu hỏi trong giờ này: giờ sau gửi tiếp.",
        )
    made = Question.objects.create(
        dialogue=one,
        text=nfc(text).strip(),
        came_from=came_from,
        entered_at=now(),
        is_public=True,
    )
    record(SYSTEM, "dialogue_asked", subject=made, unit_path=one.unit.path)
    return made


@transaction.atomic
def answer_question(actor, *, question_id: int, answer: str) -> Question:
    question = get_question(actor, question_id)
    one = _lock(actor, question.dialogue_id, EDIT)
    if one.state in (DialogueState.PUBLISHED, DialogueState.CANCELLED):
        refuse("reception.dialogue_state", f"{one}: {one.get_state_display()}.")
    question.answer, question.answered_on = nfc(answer).strip(), today()
    question.save(update_fields=["answer", "answered_on"])
    record(actor, "dialogue_answered", subject=question, unit_path=one.unit.path)
    return question


@transaction.atomic
def hold_dialogue(actor, *, dialogue_id: int, attended: int, minutes: str) -> Dialogue:
    one = _lock(actor, dialogue_id, EDIT)
    _is(one, DialogueState.ANNOUNCED, DialogueState.HELD)
    if one.on > today():
        refuse("reception.not_yet", f"Hội nghị ngày {one.on:%d/%m/%Y} chưa đến.")
    if not minutes.strip():
        refuse("reception.minutes", "Ghi biên bản: ý kiến, trả lời tại chỗ, cam kết.")
    one.state, one.attended, one.minutes = DialogueState.HELD, attended, nfc(minutes).strip()
    one.save()
    record(actor, "dialogue_held", **_of(one))
    return one


@transaction.atomic
def publish_dialogue(actor, *, dialogue_id: int) -> Dialogue:
    """Questions, answers and commitments, with numbers of people hidden; nothing unanswered."""
    one = _lock(actor, dialogue_id, DECIDE)
    _is(one, DialogueState.HELD)
    left = one.questions.filter(answer="").count()
    if left:
        refuse(
            "reception.unanswered",
            f"Còn {left} câu hỏi chưa ghi trả lời: trả lời, hoặc ghi cam kết, rồi công khai.",
            LAW,
        )
    one.state, one.published_on = DialogueState.PUBLISHED, today()
    one.save()
    record(actor, "dialogue_published", **_of(one))
    return one


@transaction.atomic
def cancel_dialogue(actor, *, dialogue_id: int, reason: str) -> Dialogue:
    one = _lock(actor, dialogue_id, DECIDE)
    _is(one, DialogueState.PLANNED, DialogueState.ANNOUNCED)
    if not reason.strip():
        refuse("reception.reason", "Ghi lý do hủy; lý do hiện trên trang công khai.")
    one.state, one.reason = DialogueState.CANCELLED, tidy(nfc(reason))
    one.save()
    record(actor, "dialogue_cancelled", **_of(one), reason=one.reason)
    return one


def _lock(actor, pk: int, permission: str) -> Dialogue:
    seen = Dialogue.objects.visible_to(actor, SEE).values("pk")
    rows = Dialogue.objects.select_for_update(of=("self",)).select_related("unit")
    found = rows.filter(pk=pk, pk__in=seen).first()
    if found is None:
        raise NotVisible
    require(actor, permission, found.unit.path)
    return found


def _of(one: Dialogue) -> dict[str, Any]:
    return {"subject": one, "unit_path": one.unit.path}


def _is(one: Dialogue, *states: str) -> None:
    if one.state not in states:
        refuse("reception.dialogue_state", f"{one}: {one.get_state_display()}.")
