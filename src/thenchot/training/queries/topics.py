"""Subjects as the actor sees them."""

from django.db.models import Q

from thenchot.organisation.models import Unit
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.training.access import SEE
from thenchot.training.models import Topic


def list_topics(actor, permission=SEE):
    return Topic.objects.visible_to(actor, permission).select_related("unit")


def get_topic(actor, pk: int) -> Topic:
    found = list_topics(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def topics_for(unit: Unit):
    """Subjects that serve a unit today: its own and those of the units in which it lies."""
    in_use = Q(valid_to__isnull=True) | Q(valid_to__gte=today())
    return Topic.objects.serving(unit).filter(in_use)
