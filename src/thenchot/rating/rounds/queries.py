"""Rounds as pages read them: scoped, a constant number of queries whatever the number of people."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from thenchot.platform.scope.actor import NotVisible
from thenchot.rating.enums import RatingStep, RoundSubject
from thenchot.rating.models import (
    Complaint,
    Meeting,
    Opinion,
    Rating,
    RatingDecision,
    RatingReopening,
    Round,
    Vote,
)
from thenchot.rating.persons.rules.procedure import TOLD, is_past
from thenchot.worklog.access import SEE


@dataclass
class StepRow:
    """One step of a round: until when, how many wait at it or before it."""

    code: str
    due_on: date | None
    waiting: int
    is_overdue: bool


def list_rounds(actor, permission=SEE) -> QuerySet[Round]:
    """Rounds the actor sees."""
    return Round.objects.visible_to(actor, permission).select_related("unit")


def with_counts(actor, rounds: list[Round]) -> list[Round]:
    """Each with how many of its people the actor sees, and how many of them were told. One
    query.
    """
    rows = (
        Rating.objects.visible_to(actor, SEE)
        .filter(round__in=rounds)
        .order_by()
        .values_list("round", "state")
        .annotate(n=Count("pk"))
    )
    counts: dict[int, Counter] = {}
    for pk, state, number in rows:
        counts.setdefault(pk, Counter())[state] = number
    for found in rounds:
        own = counts.get(found.pk, Counter())
        found.people = own.total() - own[RatingStep.OUT]
        found.told = sum(own[state] for state in TOLD)
    return rounds


def get_round(actor, pk: int) -> Round:
    found = Round.objects.visible_to(actor, SEE).select_related("unit").filter(pk=pk).first()
    if found is None:
        raise NotVisible(f"round {pk}")
    return found


def ratings_of(actor, found: Round, permission=SEE) -> QuerySet[Rating]:
    """Of the round, as far as the actor sees."""
    rows = Rating.objects.visible_to(actor, permission).filter(round=found)
    return rows.select_related("person", "unit").order_by("unit__path", "person__sort_key", "pk")


def steps_of(found: Round, counts: Counter, on: date) -> list[StepRow]:
    """For a round of people: what is left at each step, and whether its day has passed."""
    rows = []
    for code, day in found.steps.items():
        step, due = RatingStep(code), date.fromisoformat(day)
        waiting = (
            0
            if step == RatingStep.ORGANISATIONS
            else sum(n for s, n in counts.items() if s != RatingStep.OUT and not is_past(s, step))
        )
        rows.append(StepRow(code, due, waiting, bool(waiting) and due < on))
    return rows


def counts_of(actor, found: Round) -> Counter:
    rows = Rating.objects.visible_to(actor, SEE).filter(round=found).order_by()
    return Counter(dict(rows.values_list("state").annotate(n=Count("pk"))))


def levels_of(actor, found: Round) -> Counter:
    """How many were decided at each level, of those the actor sees."""
    seen = Rating.objects.visible_to(actor, SEE).filter(round=found).values("pk")
    rows = RatingDecision.objects.filter(rating__in=seen).order_by()
    return Counter(dict(rows.values_list("level").annotate(n=Count("pk"))))


def meetings_of(found: Round):
    return (
        Meeting.objects.filter(round=found).select_related("unit").annotate(people=Count("votes"))
    )


def get_meeting(actor, pk: int) -> Meeting:
    """Minutes of a unit whose ratings the actor sees; replaced ones too, for the history."""
    rounds = Round.objects.visible_to(actor, SEE).values("pk")
    found = (
        Meeting.history.filter(round__in=rounds, pk=pk)
        .select_related("unit", "round__unit")
        .first()
    )
    if found is None or not any(found.unit.path.startswith(path) for path in actor.paths_for(SEE)):
        raise NotVisible(f"meeting {pk}")
    return found


def votes_of(meeting: Meeting) -> list[Vote]:
    return list(
        Vote.objects.filter(meeting=meeting)
        .select_related("rating__person", "rating__unit")
        .order_by("rating__person__sort_key", "pk")
    )


def get_published(actor, pk: int, permission=SEE) -> Round:
    """A round told inside its unit: to who sees the branch and to who is in the round."""
    seen = Round.objects.visible_to(actor, permission).filter(pk=pk)
    member = (
        Round.objects.filter(
            pk=pk, ratings__in=Rating.objects.filter(person__account=actor.account_id)
        )
        if actor.account_id and permission == SEE
        else seen.none()
    )
    found = (
        Round.objects.filter(
            Q(pk__in=seen.values("pk")) | Q(pk__in=member.values("pk")), published_at__isnull=False
        )
        .select_related("unit")
        .first()
    )
    if found is None:
        raise NotVisible(f"round {pk}")
    return found


def told_in(found: Round) -> QuerySet[Rating]:
    """Whoever was told, whoever looks."""
    return (
        Rating.objects.filter(round=found, state__in=TOLD)
        .select_related("person", "unit")
        .order_by("unit__path", "person__sort_key", "pk")
    )


def is_of_persons(found: Round) -> bool:
    return found.subject == RoundSubject.PERSONS


def records_of(found: Round) -> dict:
    """What Đ24 asks to be kept of a round, each with its number and day. Six queries."""
    meetings = list(
        Meeting.history.filter(round=found)
        .select_related("unit", "recorded_by")
        .order_by("-held_on", "-pk")
    )
    opinions = list(
        Opinion.history.filter(rating__round=found)
        .select_related("rating__person")
        .order_by("rating__person__sort_key", "-pk")
    )
    complaints = list(
        Complaint.objects.filter(rating__round=found)
        .select_related("rating__person")
        .order_by("-received_on", "-pk")
    )
    decisions = list(
        RatingDecision.history.filter(rating__round=found)
        .select_related("rating__person")
        .order_by("rating__person__sort_key", "-pk")
    )
    reopenings = list(
        RatingReopening.objects.filter(rating__round=found).select_related(
            "rating__person", "reopened_by"
        )
    )
    forms = list(
        Rating.objects.standing()
        .filter(round=found, self_at__isnull=False)
        .select_related("person")
        .order_by("person__sort_key", "pk")
    )
    return {
        "meetings": meetings,
        "opinions": opinions,
        "complaints": complaints,
        "decisions": decisions,
        "reopenings": reopenings,
        "forms": forms,
        "sendings": list(found.sendings.all()),
    }
