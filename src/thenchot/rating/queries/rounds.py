"""Rounds and ratings as pages read them: scoped, a constant number of queries whatever the number
of people.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from thenchot.kernel.periods import Month, Period, Quarter
from thenchot.people.models import Discipline
from thenchot.platform.scope.actor import NotVisible
from thenchot.rating.enums import RatingStep, RoundSubject
from thenchot.rating.models import (
    Absence,
    Complaint,
    Meeting,
    Opinion,
    Rating,
    RatingDecision,
    RatingReopening,
    Round,
    ViolationTreatment,
    Vote,
)
from thenchot.rating.queries.disciplines import form_of, unjudged_of
from thenchot.rating.rules.rounds import is_past
from thenchot.worklog.access import SEE

TOLD = (RatingStep.NOTIFIED, RatingStep.LOCKED)


@dataclass
class StepRow:
    """One step of a round: until when, how many wait at it or before it."""

    code: str
    due_on: date | None
    waiting: int
    is_overdue: bool


@dataclass
class RatingFile:
    """Everything said and decided about one rating."""

    rating: Rating
    decisions: list = field(default_factory=list)
    votes: list = field(default_factory=list)
    opinions: list = field(default_factory=list)
    absences: list = field(default_factory=list)
    acts: list = field(default_factory=list)
    complaints: list = field(default_factory=list)
    reopenings: list = field(default_factory=list)

    @property
    def decision(self):
        return next((one for one in self.decisions if one.replaced_at is None), None)

    @property
    def open_complaint(self):
        return next((one for one in self.complaints if one.settled_on is None), None)


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


def own_ratings(actor) -> list[Rating]:
    """Those of the person of this account, latest year first, each with its decision."""
    rows = (
        Rating.objects.filter(person__account=actor.account_id)
        .select_related("round__unit", "unit", "person")
        .order_by("-round__year", "pk")
    )
    return with_decisions(list(rows))


def get_round(actor, pk: int) -> Round:
    found = Round.objects.visible_to(actor, SEE).select_related("unit").filter(pk=pk).first()
    if found is None:
        raise NotVisible(f"round {pk}")
    return found


def ratings_of(actor, found: Round, permission=SEE) -> QuerySet[Rating]:
    """Of the round, as far as the actor sees."""
    rows = Rating.objects.visible_to(actor, permission).filter(round=found)
    return rows.select_related("person", "unit").order_by("unit__path", "person__sort_key", "pk")


def with_decisions(ratings: list[Rating]) -> list[Rating]:
    """Each with the decision in force. One query."""
    decided = {
        one.rating_id: one
        for one in RatingDecision.objects.filter(rating__in=ratings).select_related("sending")
    }
    for rating in ratings:
        rating.decision = decided.get(rating.pk)
    return ratings


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


def get_rating(actor, pk: int) -> Rating:
    open_complaints = Complaint.objects.filter(rating=OuterRef("pk"), settled_on__isnull=True)
    found = (
        Rating.objects.visible_to(actor, SEE)
        .select_related("person", "unit", "round__unit", "consolidated_by", "self_by")
        .annotate(has_open_complaint=Exists(open_complaints))
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible(f"rating {pk}")
    return found


def file_of(rating: Rating) -> RatingFile:
    """Eight queries."""
    return RatingFile(
        rating,
        list(
            RatingDecision.history.filter(rating=rating)
            .select_related("recorded_by", "complaint", "sending")
            .order_by("-recorded_at", "-pk")
        ),
        list(
            Vote.objects.filter(rating=rating, meeting__replaced_at__isnull=True).select_related(
                "meeting__unit"
            )
        ),
        list(Opinion.history.filter(rating=rating).order_by("-recorded_at", "-pk")),
        list(Absence.objects.filter(rating=rating)),
        violations_of(rating),
        list(Complaint.objects.filter(rating=rating).select_related("settled_by")),
        list(RatingReopening.objects.filter(rating=rating).select_related("reopened_by")),
    )


def violations_of(rating: Rating) -> list[dict]:
    """Disciplines of the year and the year before, with how they were judged to count."""
    years = (rating.round.year - 1, rating.round.year)
    rows = Discipline.objects.filter(person=rating.person_id, valid_from__year__in=years).order_by(
        "valid_from", "pk"
    )
    views = {
        view.discipline_id: view
        for view in ViolationTreatment.objects.filter(rating=rating).select_related("unit")
    }
    keyed = {(rating.pk, pk): view for pk, view in views.items()}
    waiting = {row.pk for row in unjudged_of(rating.round, rating, rows, keyed)}
    return [
        {"row": row, "form": form_of(row), "view": views.get(row.pk), "waits": row.pk in waiting}
        for row in rows
    ]


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


def period_of(text: str) -> Period:
    """ "2026-10" or "2026-Q3", as facts name their periods."""
    year, _, rest = text.partition("-")
    return (
        Quarter(int(year), int(rest[1:])) if rest.startswith("Q") else Month(int(year), int(rest))
    )
