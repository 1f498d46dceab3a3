"""Quick opinions in new situations: asked of a person or a unit, answered in working days, decided
by who asked (S0-086).
"""

from datetime import date

from django.db import transaction

from thenchot.kernel.calendar import add_working_days
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require_somewhere
from thenchot.policy.parameters import ScoringPolicy, WorkingCalendarPolicy
from thenchot.worklog.access import (
    ANSWER_OPINION,
    ASK_OPINION,
    SEE,
    is_asked,
    may_answer_opinion,
    may_decide_opinion,
)
from thenchot.worklog.enums import OpinionState
from thenchot.worklog.models import OpinionRequest
from thenchot.worklog.queries.opinions import addressed, seat_of


@transaction.atomic
def ask_opinion(
    actor, *, question: str, unit_id: int | None = None, person_id: int | None = None
) -> OpinionRequest:
    """Of a unit, or of a person, of the own commune."""
    require_somewhere(actor, ASK_OPINION)
    source = seat_of(actor)
    unit, person = addressed(actor, source, unit_id, person_id)
    if not question.strip():
        refuse("opinion.question", "Ghi điều cần xin ý kiến.", "S0-086")
    if person and person.account_id == actor.account_id:
        refuse("opinion.oneself", "Không xin ý kiến chính mình.")
    made = OpinionRequest.objects.create(
        from_unit=source,
        asked_by_id=actor.account_id,
        unit=unit,
        person=person,
        question=nfc(question).strip(),
        sent_at=now(),
        due_on=answer_by(unit.path, today()),
    )
    record(
        actor,
        "opinion_asked",
        subject=made,
        unit_path=source.path,
        unit=unit.pk,
        person=person and person.pk,
        due_on=made.due_on,
    )
    return made


def answer_by(path: str, sent_on: date) -> date:
    days = policies.in_force(ScoringPolicy, path=path, on=sent_on).opinion_working_days
    return add_working_days(
        sent_on, days, policies.in_force(WorkingCalendarPolicy, path=path, on=sent_on).calendar()
    )


@transaction.atomic
def answer_opinion(actor, *, request_id: int, answer: str) -> OpinionRequest:
    found = _locked(actor, request_id)
    if not is_asked(actor, found):
        refuse(ANSWER_OPINION, "Người được hỏi tự trả lời; người hỏi không tự trả lời.")
    may_answer_opinion(actor, found).or_refuse()
    if not answer.strip():
        refuse("opinion.answer", "Ghi ý kiến trả lời.")
    found.state, found.answer, found.answered_by_id, found.answered_at = (
        OpinionState.ANSWERED,
        nfc(answer).strip(),
        actor.account_id,
        now(),
    )
    found.save()
    record(actor, "opinion_answered", subject=found, unit_path=found.unit.path, hours=found.hours)
    return found


@transaction.atomic
def decide_opinion(actor, *, request_id: int, decision: str) -> OpinionRequest:
    """By who asked; without an answer only when the time for it is up."""
    found = _locked(actor, request_id)
    may_decide_opinion(actor, found).or_refuse()
    if not decision.strip():
        refuse("opinion.decision", "Ghi quyết định xử lý.")
    found.state, found.decision, found.decided_at = (
        OpinionState.DECIDED,
        nfc(decision).strip(),
        now(),
    )
    found.save()
    record(
        actor,
        "opinion_decided",
        subject=found,
        unit_path=found.from_unit.path,
        is_answered=found.answered_at is not None,
    )
    return found


def _locked(actor, request_id: int) -> OpinionRequest:
    if not OpinionRequest.objects.visible_to(actor, SEE).filter(pk=request_id).exists():
        raise NotVisible(f"opinion {request_id}")
    return (
        OpinionRequest.objects.select_for_update(of=("self",))
        .select_related("unit", "from_unit", "person")
        .get(pk=request_id)
    )
