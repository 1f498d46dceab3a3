"""The review of sources: everybody in office against every post of a plan, in a job."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now, today
from thenchot.succession.enums import LISTED, CandidateState
from thenchot.succession.judging import Judged, Review, review_of
from thenchot.succession.models import Candidate, Lack, PlannedPost
from thenchot.succession.services.plans import lock_draft, of_plan

JUDGED = (
    "unit_id",
    "line",
    "months_left",
    "gaps",
    "ready_on",
    "step",
    "bars",
    "judged_at",
)
SPARED = (CandidateState.REMOVED, CandidateState.APPOINTED)
MOST_WORDS = 600


@dataclass(frozen=True)
class Reviewed:
    """What a review found: `possible` entries that could be proposed, `barred` ones that could
    not.
    """

    posts: int
    possible: int
    barred: int


@transaction.atomic
def review_sources(actor, *, plan_id: int) -> Reviewed:
    """Every post of the draft anew. Who was proposed keeps the place, with what was found now."""
    plan = lock_draft(actor, plan_id)
    posts = list(plan.posts.standing().select_related("title", "unit"))
    review = review_of(posts, plan.unit, plan.reckons_on, today())
    possible = barred = 0
    for post in posts:
        found = {person: review.judge(post, person) for person in review.people}
        _write(actor, post, review, found)
        possible += sum(1 for one in found.values() if one.eligibility.line)
        barred += sum(1 for one in found.values() if one.eligibility.bars)
    plan.reviewed_at = now()
    plan.save(update_fields=["reviewed_at"])
    reviewed = Reviewed(len(posts), possible, barred)
    record(actor, "succession_sources_reviewed", **of_plan(plan), count=possible)
    return reviewed


def judge_again(candidate: Candidate) -> Judged:
    """One candidate as things stand now, written where it changed."""
    post = candidate.post
    review = Review(post.plan.unit, post.plan.reckons_on, today(), [candidate.person_id])
    found = review.judge(post, candidate.person_id)
    _put(candidate, review, found)
    candidate.save()
    _note_lacks([(candidate, found)])
    return found


def _write(actor, post: PlannedPost, review: Review, found: dict[int, Judged]) -> None:
    known = {row.person_id: row for row in post.candidates.all()}
    fresh, changed = [], []
    for person, judged in found.items():
        row = known.get(person)
        if row is None:
            row = Candidate(
                post=post,
                person_id=person,
                recorded_by_id=actor.account_id,
                recorded_at=now(),
            )
            fresh.append(row)
        elif row.state not in SPARED:
            changed.append(row)
        _put(row, review, judged)
    Candidate.objects.bulk_create(fresh)
    Candidate.objects.bulk_update(changed, JUDGED)
    _note_lacks((row, found[row.person_id]) for row in [*fresh, *changed])


def _put(row: Candidate, review: Review, judged: Judged) -> None:
    """What was worked out. A line that somebody chose stays while it is allowed."""
    lines = judged.eligibility.lines
    keeps = row.line and (row.line in lines or row.state in LISTED)
    row.line = row.line if keeps else judged.eligibility.line
    held = review.held.get(row.person_id)
    row.unit_id = held.unit if held else row.unit_id or review.home.pk
    row.months_left = judged.months_left
    row.gaps = len(judged.missing)
    row.ready_on = judged.ready_on
    row.step = judged.step[:400]
    row.bars = " ".join(judged.eligibility.bars)[:MOST_WORDS]
    row.judged_at = now()


def _note_lacks(found: Iterable[tuple[Candidate, Judged]]) -> None:
    """Which standards lack; one that is met by now stays as met."""
    rows = {row.pk: set(judged.lacks) for row, judged in found}
    kept = Lack.objects.filter(candidate__in=rows)
    met: list[int] = []
    back: list[int] = []
    for lack in kept:
        wanted = rows[lack.candidate_id]
        lacks = lack.requirement_id in wanted
        wanted.discard(lack.requirement_id)
        if lacks == lack.is_met:
            (back if lacks else met).append(lack.pk)
    Lack.objects.filter(pk__in=met).update(is_met=True)
    Lack.objects.filter(pk__in=back).update(is_met=False)
    Lack.objects.bulk_create(
        Lack(candidate_id=row, requirement_id=key) for row, keys in rows.items() for key in keys
    )
