"""Dialogues and their questions."""

from django.db.models import Count, Q

from thenchot.platform.scope.actor import NotVisible
from thenchot.reception.access import SEE
from thenchot.reception.enums import DialogueState
from thenchot.reception.models import Dialogue, Question


def list_dialogues(actor, permission=SEE):
    rows = Dialogue.objects.visible_to(actor, permission).select_related("unit")
    return (
        rows.prefetch_related("chairs")
        .annotate(
            asked=Count("questions", distinct=True),
            answered=Count("questions", ~Q(questions__answer=""), distinct=True),
            promised=Count("directions", distinct=True),
        )
        .order_by("-on", "-pk")
    )


def get_dialogue(actor, pk: int) -> Dialogue:
    found = list_dialogues(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def get_question(actor, pk: int) -> Question:
    seen = Dialogue.objects.visible_to(actor, SEE).values("pk")
    rows = Question.objects.filter(dialogue__in=seen).select_related("dialogue__unit")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def previous(dialogue: Dialogue) -> Dialogue | None:
    """The one before, whose promises this one follows up."""
    rows = Dialogue.objects.filter(
        unit=dialogue.unit_id,
        on__lt=dialogue.on,
        state__in=[DialogueState.HELD, DialogueState.PUBLISHED],
    )
    return rows.order_by("-on", "-pk").first()
