"""Rounds of many-sided rating: lists, one round, one person, the own invitations."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import (
    Case,
    CharField,
    Count,
    IntegerField,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Value,
    When,
)

from thenchot.feedback.access import SEE_FEEDBACK
from thenchot.feedback.enums import RoundState
from thenchot.feedback.models import (
    CriteriaSet,
    Criterion,
    FeedbackResult,
    FeedbackRound,
    Invitation,
    Reviewee,
    SignedView,
)
from thenchot.feedback.rules.counting import ANONYMOUS, Measure
from thenchot.platform.scope.actor import NotVisible

STATE = Case(
    When(closed_at__isnull=True, then=Value(RoundState.OPEN)),
    default=Value(RoundState.CLOSED),
    output_field=CharField(),
)


def list_rounds(actor, permission: str = SEE_FEEDBACK) -> QuerySet[FeedbackRound]:
    """Each with its `state` and how many `people` it looks at."""
    counted = Reviewee.objects.filter(round=OuterRef("pk")).order_by().values("round")
    people = Subquery(counted.annotate(n=Count("pk")).values("n"), output_field=IntegerField())
    rows = FeedbackRound.objects.visible_to(actor, permission).select_related("unit", "set")
    return rows.annotate(state=STATE, people=people).order_by("-opens_on", "-pk")


def get_round(actor, pk: int) -> FeedbackRound:
    found = (
        FeedbackRound.objects.visible_to(actor, SEE_FEEDBACK)
        .select_related("unit", "set", "opened_by", "closed_by")
        .annotate(state=STATE)
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def lock_round(actor, pk: int) -> FeedbackRound:
    """Kept from changing until the transaction ends."""
    get_round(actor, pk)
    return (
        FeedbackRound.objects.select_for_update(of=("self",))
        .select_related("unit", "set")
        .get(pk=pk)
    )


def reviewees_of(actor, found: FeedbackRound) -> list[Reviewee]:
    """By name, each with its sides (`lines`) and how many of each have answered (`given`); never a
    result beside another.
    """
    lines = Prefetch("figures", FeedbackResult.objects.order_by("position"), to_attr="lines")
    rows = list(
        Reviewee.objects.visible_to(actor, SEE_FEEDBACK)
        .filter(round=found)
        .select_related("person", "unit")
        .prefetch_related(lines)
    )
    counts = Invitation.objects.filter(
        reviewee__in=[row.pk for row in rows], is_used=True
    ).values_list("reviewee", "side")
    given = {
        (reviewee, side): n
        for reviewee, side, n in counts.annotate(n=Count("pk")).values_list("reviewee", "side", "n")
    }
    for row in rows:
        for line in row.lines:
            line.given = given.get((row.pk, line.side), 0)
    return rows


def get_reviewee(actor, pk: int) -> Reviewee:
    """Oneself, somebody of one's branch, or whom one judges as the superior."""
    rows = Reviewee.objects.visible_to(actor, SEE_FEEDBACK).select_related(
        "person", "unit", "round__unit", "round__set"
    )
    lines = Prefetch("figures", FeedbackResult.objects.order_by("position"), to_attr="lines")
    views = Prefetch(
        "views",
        SignedView.objects.filter(replaced_at__isnull=True).select_related("given_by"),
        to_attr="standing",
    )
    found = rows.prefetch_related(lines, views).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def my_invitations(actor) -> QuerySet[Invitation]:
    """What is asked of this account in rounds not yet closed."""
    open_ones = Invitation.objects.filter(
        person__account=actor.account_id, reviewee__round__closed_at__isnull=True
    )
    rows = open_ones.select_related(
        "reviewee__person", "reviewee__unit", "reviewee__round__unit", "reviewee__round__set"
    )
    return rows.order_by(
        "reviewee__round__closes_on", "reviewee__round", "reviewee__person__sort_key"
    )


def invitations_waiting(actor, on: date) -> QuerySet[Invitation]:
    """The own invitations that are not used and may still be."""
    return my_invitations(actor).filter(
        is_used=False, reviewee__round__opens_on__lte=on, reviewee__round__closes_on__gte=on
    )


def my_results(actor) -> QuerySet[Reviewee]:
    rows = Reviewee.objects.filter(person__account=actor.account_id, round__closed_at__isnull=False)
    return rows.select_related("round__unit", "round__set", "unit").order_by("-round__closed_at")


def readable_results(actor, permission=SEE_FEEDBACK) -> QuerySet[Reviewee]:
    """Closed results of people of the branch, the latest round first, by name: no figure stands
    beside a name.
    """
    rows = Reviewee.objects.visible_to(actor, permission).filter(round__closed_at__isnull=False)
    return rows.select_related("person", "unit", "round__set", "round__unit").order_by(
        "-round__closed_at", "person__sort_key", "pk"
    )


def get_invitation(actor, reviewee_id: int, sides: Sequence[str]) -> Invitation:
    """The own invitation about this person on one of these sides; nobody else's is ever found."""
    rows = Invitation.objects.select_related(
        "reviewee__person", "reviewee__unit", "reviewee__round__set", "reviewee__round__unit"
    )
    found = (
        rows.filter(reviewee=reviewee_id, side__in=sides, person__account=actor.account_id).first()
        if actor.account_id
        else None
    )
    if found is None:
        raise NotVisible
    return found


def measures_of(criteria: CriteriaSet) -> list[Measure]:
    return [one.measure for one in Criterion.objects.filter(set=criteria, is_dropped=False)]


def used_invitations(reviewee_ids: Iterable[int]) -> Mapping[tuple[int, str], set[int]]:
    """Who has answered the anonymous sides, by person looked at and side. For counting only: no
    page shows it.
    """
    found = defaultdict(set)
    used = Invitation.objects.filter(
        reviewee__in=list(reviewee_ids), is_used=True, side__in=ANONYMOUS
    )
    for reviewee, side, person in used.values_list("reviewee", "side", "person"):
        found[reviewee, side].add(person)
    return found
