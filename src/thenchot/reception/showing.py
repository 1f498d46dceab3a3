"""What the public pages show: no names of citizens, no numbers of theirs, every day with its
arithmetic.
"""

from datetime import date

from thenchot.kernel.masking import masked
from thenchot.reception.enums import (
    DialogueState,
    DirectionState,
    SlotState,
    VisitState,
)
from thenchot.reception.labels import (
    ANSWER_KIND,
    DIRECTION_STATE,
    DUTY,
    SLOT_STATE,
    VERDICT,
    VISIT_STATE,
)
from thenchot.reception.models import Dialogue, Direction, Slot, Visit
from thenchot.reception.queries.policy import answer_clock, calendar_of
from thenchot.reception.queries.visits import is_kept
from thenchot.reception.rules.clocks import UNSURE
from thenchot.reception.rules.grounds import grounds
from thenchot.reception.rules.rota import WEEKDAYS


def day_told(on: date) -> str:
    """thứ Ba 08/12/2026."""
    return f"{WEEKDAYS[on.weekday()]} {on:%d/%m/%Y}"


def slot_told(slot: Slot, on: date) -> dict:
    """A session whose year is not confirmed shows no date."""
    is_sure = calendar_of(slot.unit).is_confirmed(slot.on)
    is_open = slot.state == SlotState.PUBLISHED
    return {
        "slot": slot,
        "day": day_told(slot.on) if is_sure else f"{UNSURE} năm {slot.on.year}",
        "duty": DUTY[slot.duty],
        "state": "" if is_open else SLOT_STATE[slot.state],
        "first": day_told(slot.first_on) if slot.is_moved else "",
        "to": day_told(slot.moved_to.on) if slot.moved_to else "",
        "is_open": is_open and is_sure and slot.on >= on,
    }


def visit_told(visit: Visit, on: date) -> dict:
    """For whoever holds the code: where it stands, what comes next, by when."""
    clock = answer_clock(visit)
    ground = grounds().get(visit.ground)
    return {
        "visit": visit,
        "unit": visit.unit,
        "state": VISIT_STATE[visit.state],
        "next": _next(visit),
        "clock": clock if visit.state == VisitState.RECEIVED else None,
        "is_late": bool(
            clock and visit.state == VisitState.RECEIVED and clock.is_certain and clock.last < on
        ),
        "answer_kind": ANSWER_KIND.get(visit.answer_kind, ""),
        "ground": f"{ground.name} ({ground.article})" if ground else "",
        "promises": [promise_told(one, on) for one in visit.directions.all()],
        "may_cancel": visit.state == VisitState.BOOKED,
        "verdicts": [(str(code), label) for code, label in VERDICT.items()],
    }


def _next(visit: Visit) -> str:
    slot = visit.slot
    if visit.state == VisitState.BOOKED and slot:
        return (
            f"Mời ông (bà) đến {slot.place}, {day_told(slot.on)}, {slot.hours}; mang theo căn cước "
            f"hoặc hộ chiếu, giấy tờ liên quan."
        )
    return {
        VisitState.RECEIVED: "Nơi tiếp công dân trả lời ông (bà) kết quả xử lý.",
        VisitState.ANSWERED: "Việc đã hứa theo dõi dưới đây cho đến khi ông (bà) xác nhận xong.",
        VisitState.ABSENT: "Ông (bà) chưa đến buổi tiếp; chọn một buổi khác trên lịch.",
    }.get(VisitState(visit.state), "")


def promise_told(one: Direction, on: date) -> dict:
    kept = is_kept(one)
    state = DirectionState.DONE if kept and one.state != DirectionState.SETTLED else one.state
    return {
        "one": one,
        "state": DIRECTION_STATE[state],
        "is_late": not kept and one.state != DirectionState.CANCELLED and one.due_on < on,
        "days": (one.due_on - on).days,
        "is_counted": not kept and one.state != DirectionState.CANCELLED,
        "may_judge": kept and one.state != DirectionState.CANCELLED,
        "verdict": VERDICT.get(one.verdict, ""),
    }


def dialogue_told(dialogue: Dialogue) -> dict:
    """Questions stand once they are answered and published, numbers of people hidden."""
    is_told = dialogue.state == DialogueState.PUBLISHED
    questions = dialogue.questions.all() if is_told else ()
    directions = dialogue.directions.all() if is_told else ()
    return {
        "dialogue": dialogue,
        "day": day_told(dialogue.on),
        "chairs": ", ".join(person.full_name for person in dialogue.chairs.all()),
        "subjects": masked(dialogue.subjects),
        "minutes": masked(dialogue.minutes) if is_told else "",
        "questions": [(masked(one.text), masked(one.answer)) for one in questions],
        "promises": [
            (
                masked(one.text),
                one,
                DIRECTION_STATE[DirectionState.DONE if is_kept(one) else one.state],
            )
            for one in directions
        ],
    }
