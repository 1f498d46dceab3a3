"""Prospects and roads, as the actor may see them."""

from thenchot.platform.scope.actor import NotVisible
from thenchot.succession.access import REFER, SEE
from thenchot.succession.enums import CandidateState
from thenchot.succession.models import Candidate, Milestone, Prospect


def list_prospects(actor, permission=REFER):
    """Those of the actor's branches."""
    rows = Prospect.objects.visible_to(actor, permission)
    return rows.select_related("unit", "person").order_by("-noted_at", "-pk")


def get_prospect(actor, pk: int) -> Prospect:
    found = list_prospects(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def list_milestones(actor, permission=SEE):
    rows = Milestone.objects.visible_to(actor, permission)
    return rows.select_related(
        "candidate__person", "candidate__post__title", "candidate__post__unit", "unit"
    ).order_by("due_on", "pk")


def get_milestone(actor, pk: int) -> Milestone:
    found = list_milestones(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def road_of(candidate: Candidate):
    rows = Milestone.objects.filter(candidate=candidate).select_related(
        "candidate__person", "candidate__post__title", "candidate__post__unit", "unit"
    )
    return rows.order_by("due_on", "pk")


def planned_posts(actor, person) -> list[Candidate]:
    """What somebody is planned for by approved lists, for the page of the person."""
    rows = Candidate.objects.filter(
        person=person, state=CandidateState.PLANNED, post__plan__state="approved"
    )
    return list(
        rows.select_related("post__title", "post__unit", "post__plan__term").order_by("post_id")
    )
