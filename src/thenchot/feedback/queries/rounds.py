"""Rounds of many-sided rating: lists, one round, one person, the own turns."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Count, Prefetch, QuerySet

from thenchot.feedback.access import SEE_SIDES
from thenchot.feedback.models import (
    CriteriaSet,
    Criterion,
    SidesFigure,
    SidesRound,
    SidesSubject,
    SidesTurn,
    SignedView,
)
from thenchot.feedback.rules.counting import ANONYMOUS, Measure
from thenchot.platform.scope.actor import NotVisible


def list_rounds(actor) -> QuerySet[SidesRound]:
    """With how many people each looks at."""
    rows = SidesRound.objects.visible_to(actor, SEE_SIDES).select_related("unit", "set")
    return rows.annotate(people=Count("subjects")).order_by("-opens_on", "-pk")


def get_round(actor, pk: int) -> SidesRound:
    found = (
        SidesRound.objects.visible_to(actor, SEE_SIDES)
        .select_related("unit", "set", "opened_by", "closed_by")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def lock_round(actor, pk: int) -> SidesRound:
    """Kept from changing until the transaction ends."""
    get_round(actor, pk)
    return (
        SidesRound.objects.select_for_update(of=("self",)).select_related("unit", "set").get(pk=pk)
    )


def subjects_of(actor, found: SidesRound) -> list[SidesSubject]:
    """By name, each with its sides (`lines`) and how many of each have answered (`given`); never a
    result beside another.
    """
    lines = Prefetch("figures", SidesFigure.objects.order_by("position"), to_attr="lines")
    rows = list(
        SidesSubject.objects.visible_to(actor, SEE_SIDES)
        .filter(round=found)
        .select_related("person", "unit")
        .prefetch_related(lines)
    )
    counts = SidesTurn.objects.filter(
        subject__in=[row.pk for row in rows], is_used=True
    ).values_list("subject", "side")
    given = {
        (subject, side): n
        for subject, side, n in counts.annotate(n=Count("pk")).values_list("subject", "side", "n")
    }
    for row in rows:
        for line in row.lines:
            line.given = given.get((row.pk, line.side), 0)
    return rows


def get_subject(actor, pk: int) -> SidesSubject:
    """Oneself, somebody of one's branch, or whom one judges as the superior."""
    rows = SidesSubject.objects.visible_to(actor, SEE_SIDES).select_related(
        "person", "unit", "round__unit", "round__set"
    )
    lines = Prefetch("figures", SidesFigure.objects.order_by("position"), to_attr="lines")
    views = Prefetch(
        "views",
        SignedView.objects.filter(replaced_at__isnull=True).select_related("given_by"),
        to_attr="standing",
    )
    found = rows.prefetch_related(lines, views).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def my_turns(actor) -> QuerySet[SidesTurn]:
    """What is asked of this account in rounds not yet closed."""
    open_ones = SidesTurn.objects.filter(
        person__account=actor.account_id, subject__round__closed_at__isnull=True
    )
    rows = open_ones.select_related(
        "subject__person", "subject__unit", "subject__round__unit", "subject__round__set"
    )
    return rows.order_by("subject__round__closes_on", "subject__round", "subject__person__sort_key")


def turns_left(actor, on: date) -> int:
    """How many of the own turns are not used and may still be."""
    return (
        my_turns(actor)
        .filter(is_used=False, subject__round__opens_on__lte=on, subject__round__closes_on__gte=on)
        .count()
    )


def my_results(actor) -> QuerySet[SidesSubject]:
    rows = SidesSubject.objects.filter(
        person__account=actor.account_id, round__closed_at__isnull=False
    )
    return rows.select_related("round__unit", "round__set", "unit").order_by("-round__closed_at")


def readable_results(actor) -> QuerySet[SidesSubject]:
    """Closed results of people of the branch, the latest round first, by name: no figure stands
    beside a name.
    """
    rows = SidesSubject.objects.visible_to(actor, SEE_SIDES).filter(round__closed_at__isnull=False)
    return rows.select_related("person", "unit", "round__set", "round__unit").order_by(
        "-round__closed_at", "person__sort_key", "pk"
    )


def get_turn(actor, subject_id: int, sides: Sequence[str]) -> SidesTurn:
    """The own turn about this person on one of these sides; nobody else's is ever found."""
    rows = SidesTurn.objects.select_related(
        "subject__person", "subject__unit", "subject__round__set", "subject__round__unit"
    )
    found = (
        rows.filter(subject=subject_id, side__in=sides, person__account=actor.account_id).first()
        if actor.account_id
        else None
    )
    if found is None:
        raise NotVisible
    return found


def measures_of(criteria: CriteriaSet) -> list[Measure]:
    return [one.measure for one in Criterion.objects.filter(set=criteria, is_dropped=False)]


def used_turns(subject_ids: Iterable[int]) -> Mapping[tuple[int, str], set[int]]:
    """Who has answered the anonymous sides, by person looked at and side. For counting only: no
    page shows it.
    """
    found = defaultdict(set)
    used = SidesTurn.objects.filter(subject__in=list(subject_ids), is_used=True, side__in=ANONYMOUS)
    for subject, side, person in used.values_list("subject", "side", "person"):
        found[subject, side].add(person)
    return found
