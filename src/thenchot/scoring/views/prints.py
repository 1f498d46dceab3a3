"""Mẫu số 01 on paper."""

from django.contrib.auth.decorators import login_required
from django.views.decorators.http import require_safe

from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.worklog.access import is_own
from thenchot.worklog.queries.sheets import get_sheet


@require_safe
@login_required
def sheet_print(request, pk):
    from thenchot.scoring.prints import form01  # writes Word: only when it is asked for

    sheet = get_sheet(request.actor, pk)
    if not is_own(request.actor, sheet):
        request.actor.reads.append(sheet.person)
    name = f"mau-01-{sheet.year}-{sheet.number:02d}-{sheet.person.full_name}.docx"
    return attachment(form01.write(sheet), name, DOCX)
