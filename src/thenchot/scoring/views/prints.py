"""Mẫu số 01 on paper."""

from django.views.decorators.http import require_safe

from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.worklog.access import is_own
from thenchot.worklog.queries.assessments import get_assessment


@require_safe
def assessment_print(request, pk):
    from thenchot.scoring.prints import form01  # writes Word: only when it is asked for

    assessment = get_assessment(request.actor, pk)
    if not is_own(request.actor, assessment):
        request.actor.reads.append(assessment.person)
    name = f"mau-01-{assessment.year}-{assessment.number:02d}-{assessment.person.full_name}.docx"
    return attachment(form01.write(assessment), name, DOCX)
