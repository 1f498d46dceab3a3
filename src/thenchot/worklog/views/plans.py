"""The own plan, as it stands on the page of its sheet."""

from dataclasses import replace

from django.utils.translation import ngettext

from thenchot.platform.clock import today
from thenchot.worklog.access import is_own
from thenchot.worklog.actions.plans import OWN_PLAN, PLAN
from thenchot.worklog.listings import PlanListing, offers_of
from thenchot.worklog.queries import plans as queries


def plan_of(request, assessment) -> dict:
    """Its lines, how many wait, when it was and will be looked at, and what can be done to it."""
    plan = queries.plan_of(assessment)
    assessment.is_own = is_own(request.actor, assessment)
    shown = list(PlanListing.base_columns)
    if not any(offers_of(request.actor, line) for line in plan.lines):
        shown.remove("step")
    return {
        "plan": plan.lines,
        "plan_table": PlanListing(plan.lines, request=request, only=shown),
        "plan_waiting": plan.waiting,
        "plan_offers": _offers(request.actor, assessment, plan),
        "plan_reviews": plan.reviews,
        "plan_next": plan.next_on,
        "plan_next_late": plan.next_on is not None and plan.next_on < today(),
    }


def _offers(actor, assessment, plan) -> list:
    """To the own plan more work; to that of somebody else the answer to all that waits."""
    if assessment.is_own:
        return OWN_PLAN.offers(actor, assessment)
    answers = PLAN.offers(actor, assessment, "accept_all") if plan.waiting else []
    reviews = PLAN.offers(actor, assessment, "review") if plan.standing else []
    text = ngettext("Giao cả %(n)s việc", "Giao cả %(n)s việc", plan.waiting)
    told = text % {"n": plan.waiting}
    return [*(replace(offer, title=told) for offer in answers), *reviews]
