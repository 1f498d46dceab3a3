"""Supervision and criticism of the Front, its recommendations, and the answers."""

from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.enums import UnitKind
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import home_of
from thenchot.oversight.access import ANSWER, SUPERVISE
from thenchot.oversight.models import Recommendation, SocialSupervision
from thenchot.oversight.queries.social import get_recommendation, get_supervision
from thenchot.oversight.services import policy_of, working_day_after
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require


@transaction.atomic
def supervise(
    actor,
    *,
    unit: Unit,
    kind: str,
    subject: Unit,
    theme: str,
    content: str,
    held_on: date,
    programme=None,
    document: str = "",
    result: str = "",
) -> SocialSupervision:
    """By a body of the Front, about a unit of the same place."""
    require(actor, SUPERVISE, unit.path)
    if unit.kind != UnitKind.MASS or not subject.path.startswith(home_of(unit).path):
        raise NotVisible
    if held_on > today():
        refuse("social.day", "Ngày thực hiện không sau hôm nay.")
    made = SocialSupervision.objects.create(
        unit=unit,
        kind=kind,
        subject=subject,
        theme=theme,
        content=tidy(nfc(content)),
        programme=programme,
        held_on=held_on,
        document=tidy(nfc(document)),
        result=nfc(result).strip(),
        recorded_by_id=actor.account_id,
    )
    record(actor, "social_supervised", subject=made, unit_path=unit.path, kind=kind)
    return made


@transaction.atomic
def recommend(actor, *, supervision_id: int, unit: Unit, text: str) -> Recommendation:
    """To a unit that answers within the working days of the policy."""
    found = get_supervision(actor, supervision_id)
    require(actor, SUPERVISE, found.unit.path)
    home = home_of(found.unit)
    if not unit.path.startswith(home.path):
        raise NotVisible
    days = policy_of(home.path, today()).answer_days
    made = Recommendation.objects.create(
        supervision=found,
        unit=unit,
        text=tidy(nfc(text)),
        due_on=working_day_after(today(), days, home.path),
    )
    record(actor, "social_recommended", subject=made, unit_path=found.unit.path, to=unit.pk)
    return made


@transaction.atomic
def answer(actor, *, recommendation_id: int, answer: str, answer_text: str) -> Recommendation:
    found = get_recommendation(actor, recommendation_id)
    require(actor, ANSWER, found.unit.path)
    if found.answer:
        refuse("social.answered", "Kiến nghị này đã được trả lời.")
    found.answer, found.answer_text = answer, nfc(answer_text).strip()
    found.answered_on, found.answered_by_id = today(), actor.account_id
    found.save(update_fields=["answer", "answer_text", "answered_on", "answered_by"])
    record(actor, "social_answered", subject=found, unit_path=found.unit.path, answer=answer)
    return found
