"""Plans of a term, their posts and candidates, as the actor may see them."""

from django.db.models import Count, Q

from thenchot.platform.scope.actor import NotVisible
from thenchot.succession.access import SEE
from thenchot.succession.enums import LISTED, CandidateState, Line, PostState
from thenchot.succession.models import Candidate, PlannedPost, SuccessionPlan

OF_LIST = Q(candidates__state__in=LISTED)
ON_LIST = Q(posts__candidates__state__in=LISTED, posts__is_dropped=False)


def list_plans(actor, permission=SEE):
    """The newest term first, with how many posts, entries and distinct people are on it."""
    standing = Q(posts__is_dropped=False)
    return (
        SuccessionPlan.objects.visible_to(actor, permission)
        .select_related("unit", "term", "previous__term")
        .annotate(
            post_count=Count("posts", filter=standing, distinct=True),
            entries=Count("posts__candidates", filter=ON_LIST, distinct=True),
            people=Count("posts__candidates__person", filter=ON_LIST, distinct=True),
        )
        .order_by("unit__path", "-term__starts_on", "-version", "pk")
    )


def get_plan(actor, pk: int) -> SuccessionPlan:
    found = list_plans(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def posts_of(plan: SuccessionPlan):
    """With how many stand on the list for each, by line, and how many could."""
    could = Q(candidates__state=CandidateState.FOUND, candidates__bars="") & ~Q(candidates__line="")
    return (
        PlannedPost.objects.standing()
        .filter(plan=plan)
        .select_related("title", "unit", "committee", "plan__unit", "plan__term")
        .annotate(
            listed=Count("candidates", filter=OF_LIST, distinct=True),
            next_in_line=Count(
                "candidates", filter=OF_LIST & Q(candidates__line=Line.NEXT), distinct=True
            ),
            later=Count(
                "candidates", filter=OF_LIST & Q(candidates__line=Line.LATER), distinct=True
            ),
            possible=Count("candidates", filter=could, distinct=True),
        )
        .order_by("title__position", "unit__path", "pk")
    )


def get_post(actor, pk: int) -> PlannedPost:
    visible = PlannedPost.objects.visible_to(actor, SEE).standing()
    found = (
        visible.select_related("title", "unit", "committee", "plan__unit", "plan__term")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def candidates_of(actor, post: PlannedPost, permission=SEE):
    rows = Candidate.objects.visible_to(actor, permission).filter(post=post)
    return rows.select_related(
        "person__particulars", "unit", "post__plan__unit", "post__title", "post__unit"
    )


def get_candidate(actor, pk: int) -> Candidate:
    found = (
        Candidate.objects.visible_to(actor, SEE)
        .select_related(
            "person", "unit", "post__plan__unit", "post__plan__term", "post__title", "post__unit"
        )
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def listed_in(plan: SuccessionPlan):
    """Everybody on the list, of every post."""
    rows = Candidate.objects.listed().filter(post__plan=plan, post__is_dropped=False)
    return rows.select_related(
        "person__particulars", "unit", "post__title", "post__unit", "post__committee"
    ).order_by("post__title__position", "post__unit__path", "post_id", "person__sort_key", "pk")


def without_source(plan: SuccessionPlan):
    """Posts that wait for successors and have none."""
    return posts_of(plan).filter(state=PostState.OPEN, listed=0)
