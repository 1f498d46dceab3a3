"""The four groups of indicators of one sheet (S0-053 … S0-056)."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.platform.clock import today
from thenchot.scoring.queries.groups import groups_of
from thenchot.worklog.access import is_own
from thenchot.worklog.queries.periods import key_of
from thenchot.worklog.queries.sheets import get_sheet


@require_safe
@login_required
def sheet_groups(request, pk):
    sheet = get_sheet(request.actor, pk)
    if not is_own(request.actor, sheet):
        request.actor.reads.append(sheet.person)
    context = {
        "sheet": sheet,
        "found": groups_of(request.actor, sheet, today()),
        "is_own": is_own(request.actor, sheet),
        "key": key_of(sheet.span),
    }
    return render(request, "scoring/sheet_groups.html", context)
