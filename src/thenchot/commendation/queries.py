"""Initiatives, movements, awards, and what suggests praise."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from thenchot.commendation.access import PROPOSE, SEE
from thenchot.commendation.enums import AwardState, Verdict
from thenchot.commendation.models import Award, Initiative, Movement, MovementEntry
from thenchot.kernel.text import words
from thenchot.platform.scope.actor import get_visible
from thenchot.worklog.models import Assessment, HardTask

PRAISED_WITHIN = timedelta(days=366)
ALIKE = 0.6


def list_initiatives(actor, permission=SEE):
    rows = Initiative.objects.visible_to(actor, permission)
    own = Initiative.objects.filter(author__account__isnull=False, author__account=actor.account_id)
    return (rows | own).select_related("unit", "author").order_by("-proposed_on", "-pk")


def get_initiative(actor, pk: int) -> Initiative:
    return get_visible(list_initiatives(actor), pk)


def alike(initiative: Initiative) -> list[str]:
    """Names that share most of their words: advice, the council decides."""
    mine = set(words(initiative.name))
    others = Initiative.objects.exclude(pk=initiative.pk).values_list("name", flat=True)
    return [name for name in others[:2000] if _share(mine, set(words(name))) >= ALIKE][:3]


def _share(one: set[str], other: set[str]) -> float:
    every = one | other
    return len(one & other) / len(every) if every else 0


def list_movements(actor, permission=SEE):
    done = Q(entries__result="achieved")
    return (
        Movement.objects.visible_to(actor, permission)
        .select_related("unit")
        .annotate(
            registered=Count("entries", distinct=True),
            achieved=Count("entries", filter=done, distinct=True),
        )
        .order_by("-begins_on", "-pk")
    )


def get_movement(actor, pk: int) -> Movement:
    return get_visible(list_movements(actor), pk)


def entries_of(movement: Movement):
    rows = MovementEntry.objects.filter(movement=movement)
    return rows.select_related("movement__unit", "unit", "person").order_by("unit__path", "pk")


def get_entry(actor, pk: int) -> MovementEntry:
    movements = Movement.objects.visible_to(actor, SEE).values("pk")
    rows = MovementEntry.objects.filter(movement__in=movements)
    return get_visible(rows.select_related("movement__unit", "unit", "person"), pk)


def list_awards(actor, permission=SEE):
    """The decided ones for everybody of the place; the others for whoever proposes or decides."""
    rows = Award.objects.visible_to(actor, permission)
    if not actor.has(PROPOSE) and not actor.has("commendation.decide"):
        rows = rows.filter(state=AwardState.DECIDED)
    return rows.select_related("unit", "person", "hard_task", "initiative", "movement").order_by(
        "-proposed_on", "-pk"
    )


def get_award(actor, pk: int) -> Award:
    return get_visible(list_awards(actor), pk)


def list_praise(actor, permission: str, on: date):
    """Hard or long-standing work that somebody solved, and nobody proposed to commend (S0-088)."""
    proposed = Award.objects.filter(hard_task=OuterRef("pk")).exclude(state=AwardState.REFUSED)
    rows = HardTask.objects.visible_to(actor, permission).filter(
        ~Exists(proposed), state="solved", ended_on__gte=on - PRAISED_WITHIN
    )
    return rows.select_related("unit", "solved_by").order_by("-ended_on", "-pk")


def get_praise(actor, pk: int, on: date) -> HardTask:
    return get_visible(list_praise(actor, PROPOSE, on), pk)


def initiatives_beside(actor, assessment: Assessment) -> Mapping[str, Any] | None:
    """Concluded in the period of a sheet, effective, by its person (S0-087)."""
    rows = list(
        Initiative.objects.filter(
            author=assessment.person,
            verdict=Verdict.EFFECTIVE,
            concluded_on__range=(assessment.starts_on, assessment.ends_on),
        ).order_by("concluded_on")
    )
    return {"rows": rows} if rows else None
