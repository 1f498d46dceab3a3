"""What anybody may read: posted sessions and dialogues."""

from datetime import date, timedelta

from django.db.models import Prefetch, Q

from thenchot.organisation.models import Unit
from thenchot.platform.scope.actor import NotVisible
from thenchot.reception.enums import DialogueState, SlotState
from thenchot.reception.models import Dialogue, Direction, Slot

POSTED = (SlotState.PUBLISHED, SlotState.MOVED, SlotState.CANCELLED)
TOLD = (DialogueState.ANNOUNCED, DialogueState.HELD, DialogueState.PUBLISHED)
LONGEST = 60
BACK = timedelta(days=400)


def public_units():
    """Places that have posted a calendar."""
    rows = Slot.objects.filter(published_on__isnull=False).values("unit")
    return Unit.objects.filter(pk__in=rows).order_by("path")


def posted_slots(unit: Unit, on: date):
    """From a day on; a moved one stands with the day it moved to."""
    rows = Slot.objects.filter(
        unit=unit, on__gte=on, state__in=POSTED, published_on__isnull=False
    ).select_related("unit", "leader", "moved_to")
    return rows.order_by("on", "starts_at", "pk")[:LONGEST]


def get_posted(pk: int) -> Slot:
    """To register a turn for."""
    rows = Slot.objects.filter(state=SlotState.PUBLISHED).select_related("unit", "leader")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def told_dialogues(unit: Unit, on: date):
    rows = Dialogue.objects.filter(unit=unit, on__gte=on - BACK)
    return rows.filter(Q(state__in=TOLD) | Q(state="cancelled", announced_on__isnull=False))[:10]


def get_told(pk: int) -> Dialogue:
    rows = Dialogue.objects.filter(state__in=TOLD).select_related("unit")
    promises = Direction.objects.select_related("lead", "task").order_by("due_on", "pk")
    rows = rows.prefetch_related("chairs", "questions", Prefetch("directions", promises))
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found
