"""The four groups of indicators of one sheet (S0-053 … S0-056)."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.scoring.actions import own_page
from thenchot.scoring.listings import AskedListing, IndicatorListing
from thenchot.scoring.queries.groups import groups_of
from thenchot.scoring.rules.groups import RESULT
from thenchot.worklog.access import is_own
from thenchot.worklog.queries.assessments import get_assessment
from thenchot.worklog.templatetags.worklog import named


@require_safe
def assessment_groups(request, pk):
    assessment = get_assessment(request.actor, pk)
    own = is_own(request.actor, assessment)
    if not own:
        request.actor.reads.append(assessment.person)
    found = groups_of(request.actor, assessment, today())
    sheet = own_page(assessment) if own else reverse("assessment_detail", args=[pk])
    whose = f"{assessment.person.full_name}: {named(assessment.span)}"
    context = {
        "assessment": assessment,
        "found": found,
        "groups": [_shown(request, group, found.tasks, sheet) for group in found.groups],
        "sheet": sheet,
        "sheet_name": _("Phiếu của tôi") if own else whose,
    }
    return render(request, "scoring/assessment_groups.html", context)


def _shown(request, group, tasks, sheet: str) -> dict:
    """One group with its tables; `behind`: where its rows lie, when they are those of the sheet."""
    asked = AskedListing(group.rows, tasks=tasks, request=request) if group.rows else None
    return {
        "code": group.code,
        "clause": group.clause,
        "reason": group.reason,
        "share": group.share,
        "indicators": IndicatorListing(group.indicators, request=request),
        "asked": asked,
        "behind": sheet if group.code == RESULT and not asked else "",
    }
