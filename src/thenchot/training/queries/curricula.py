"""Curricula as the actor sees them, and the version a class teaches."""

from django.db.models import Count, Q

from thenchot.organisation.models import Unit
from thenchot.platform.scope.actor import NotVisible
from thenchot.training.access import SEE
from thenchot.training.enums import CurriculumState, MaterialKind
from thenchot.training.models import Curriculum, Material, Topic

KEPT = Q(materials__is_dropped=False)


def list_curricula(actor, permission=SEE):
    rows = Curriculum.objects.visible_to(actor, permission).select_related("unit", "topic")
    return rows.annotate(
        files=Count("materials", filter=KEPT, distinct=True),
        cases=Count("materials", filter=KEPT & Q(materials__kind=MaterialKind.CASE), distinct=True),
    ).order_by("topic__name", "-version", "pk")


def get_curriculum(actor, pk: int) -> Curriculum:
    found = list_curricula(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def materials_of(curriculum: Curriculum):
    rows = Material.objects.filter(curriculum=curriculum, is_dropped=False)
    return rows.select_related("file", "curriculum__unit")


def get_material(actor, pk: int) -> Material:
    rows = Material.objects.filter(
        is_dropped=False, curriculum__in=Curriculum.objects.visible_to(actor, SEE).values("pk")
    )
    found = rows.select_related("file", "curriculum__unit", "curriculum__topic").filter(pk=pk)
    material = found.first()
    if material is None:
        raise NotVisible
    return material


def issued_for(home: Unit, topic: Topic) -> Curriculum | None:
    """The version in force for a place: its own, else the nearest above."""
    rows = Curriculum.objects.serving(home).filter(topic=topic, state=CurriculumState.ISSUED)
    return rows.order_by("-unit__path").first()


def versions_of(curriculum: Curriculum):
    """The other versions of the same subject and place, the latest first."""
    rows = Curriculum.objects.filter(unit=curriculum.unit_id, topic=curriculum.topic_id)
    return rows.exclude(pk=curriculum.pk).select_related("topic", "unit").order_by("-version")
