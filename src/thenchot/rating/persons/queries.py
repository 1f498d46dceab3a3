"""One person's year as pages read it, with its papers and the rows of discipline of the file."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef

from thenchot.people.models import Discipline
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.codelists import code_list
from thenchot.rating.models import (
    Absence,
    Complaint,
    Opinion,
    Rating,
    RatingDecision,
    RatingReopening,
    Round,
    ViolationTreatment,
    Vote,
)
from thenchot.worklog.access import SEE


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


def own_ratings(actor) -> list[Rating]:
    """Those of the person of this account, latest year first, each with its decision."""
    rows = (
        Rating.objects.filter(person__account=actor.account_id)
        .select_related("round__unit", "unit", "person")
        .order_by("-round__year", "pk")
    )
    return with_decisions(list(rows))


def with_decisions(ratings: list[Rating]) -> list[Rating]:
    """Each with the decision in force. One query."""
    decided = {
        one.rating_id: one
        for one in RatingDecision.objects.filter(rating__in=ratings).select_related("sending")
    }
    for rating in ratings:
        rating.decision = decided.get(rating.pk)
    return ratings


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


def get_absence(actor, pk: int) -> Absence:
    absence = Absence.objects.filter(pk=pk).first()
    if absence is None:
        raise NotVisible(f"absence {pk}")
    absence.rating = get_rating(actor, absence.rating_id)
    return absence


def get_complaint(actor, pk: int) -> Complaint:
    complaint = Complaint.objects.filter(pk=pk).first()
    if complaint is None:
        raise NotVisible(f"complaint {pk}")
    complaint.rating = get_rating(actor, complaint.rating_id)
    return complaint


def decision_of(rating: Rating) -> RatingDecision | None:
    """The one in force."""
    return RatingDecision.objects.filter(rating=rating).first()


def by(row: Discipline) -> str:
    return "party" if row.is_party else "state"


def form_of(row: Discipline) -> str:
    """The discipline by its name."""
    listed = code_list("discipline_party" if row.is_party else "discipline_state")
    return listed.name_of(row.form)


def unjudged_of(
    found: Round, rating: Rating, rows: Iterable[Discipline], views: dict
) -> list[Discipline]:
    """Rows of discipline of the year of which nobody has said how they count."""
    return [
        row
        for row in rows
        if row.valid_from.year == found.year and (rating.pk, row.pk) not in views
    ]
