"""The four groups of indicators of one sheet (S0-053 … S0-056)."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.scoring.queries.groups import groups_of
from thenchot.worklog.access import is_own
from thenchot.worklog.queries.assessments import get_assessment
from thenchot.worklog.queries.periods import key_of


@require_safe
def assessment_groups(request, pk):
    assessment = get_assessment(request.actor, pk)
    if not is_own(request.actor, assessment):
        request.actor.reads.append(assessment.person)
    context = {
        "assessment": assessment,
        "found": groups_of(request.actor, assessment, today()),
        "is_own": is_own(request.actor, assessment),
        "key": key_of(assessment.span),
    }
    return render(request, "scoring/assessment_groups.html", context)
