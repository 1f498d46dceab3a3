"""Conferences of a plan and what they counted."""

from django.db.models import Count

from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import SuccessionPolicy
from thenchot.succession.access import SEE
from thenchot.succession.enums import Step
from thenchot.succession.models import Ballot, Candidate, Conference, SuccessionPlan
from thenchot.succession.rules.planning import ORDER, round_now
from thenchot.succession.rules.voting import Turnout

NUMBERS = ("summoned", "excused", "present", "handed_out", "returned", "valid")


def conferences_of(plan: SuccessionPlan) -> list[Conference]:
    """In the order of the rounds and steps, with how many were voted on."""
    rows = Conference.objects.filter(plan=plan).annotate(voted=Count("ballots", distinct=True))
    return sorted(rows, key=lambda one: (one.round, ORDER.index(Step(one.step))))


def round_under_way(held: list[Conference], asked: tuple[str, ...]) -> tuple[int, list[Conference]]:
    """The round of the next conference, and what was held of it."""
    number = round_now([(one.round, one.step, one.is_counted) for one in held], asked)
    return number, [one for one in held if one.round == number]


def get_conference(actor, pk: int) -> Conference:
    rows = Conference.objects.visible_to(actor, SEE).select_related("plan__unit", "plan__term")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def voted_on(conference: Conference) -> list[Candidate]:
    """The candidates of the conference, by post and name."""
    rows = Candidate.objects.filter(ballots__conference=conference)
    return list(
        rows.select_related("person", "unit", "post__title", "post__unit").order_by(
            "post__title__position", "post__unit__path", "post_id", "person__sort_key", "pk"
        )
    )


def ballots_of(conference: Conference) -> dict[int, Ballot]:
    """By candidate."""
    return {ballot.candidate_id: ballot for ballot in conference.ballots.all()}


def last_votes(plan: SuccessionPlan) -> dict[int, Ballot]:
    """Candidate id -> the ballot of the latest counted conference."""
    rows = Ballot.objects.filter(conference__plan=plan, conference__counted_at__isnull=False)
    found = {}
    for ballot in rows.select_related("conference").order_by("conference__counted_at", "pk"):
        found[ballot.candidate_id] = ballot
    return found


def turnout_of(conference: Conference) -> Turnout:
    return Turnout(**{name: getattr(conference, name) for name in NUMBERS})


def base_of(conference: Conference, policy: SuccessionPolicy) -> int:
    """What the shares of this conference are taken of."""
    counts_present = conference.step in policy.counts_present
    return turnout_of(conference).base(counts_present=counts_present)
