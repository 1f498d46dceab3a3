"""The leader's figures."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.platform import jobs
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.standards import forms
from thenchot.standards.access import EDIT, SEE_BOARD, SEE_GAPS
from thenchot.standards.enums import GapState
from thenchot.standards.labels import STATE_TONES, STATE_WORDS
from thenchot.standards.listings import LineListing
from thenchot.standards.queries import figures
from thenchot.standards.queries.sets import list_in_force


@require_safe
def standard_board(request):
    require_somewhere(request.actor, SEE_BOARD)
    sets = list_in_force(request.actor, today(), SEE_BOARD)
    form = forms.BoardForm(request.GET, sets=sets, actor=request.actor)
    context = {
        "chosen": form.chosen,
        "form": form,
        "may_count": request.actor.has(EDIT),
        "sweep": figures.last_sweep(),
    }
    if form.chosen:
        context |= _figures(request.actor, form)
    return render(request, "standards/board.html", context)


def _figures(actor, form) -> dict:
    unit = form.under
    board = figures.board(actor, form.chosen, today(), unit)
    names_at = f"{reverse('standard_names')}?set={form.chosen.pk}" if actor.has(SEE_GAPS) else ""
    within = f"{names_at}&unit={unit.pk}" if names_at and unit else names_at
    groups = (
        [(_("Theo đơn vị"), board.units)],
        [
            (_("Theo khối"), board.blocs),
            (_("Theo chức danh"), board.titles),
        ],
    )
    return {
        "unit": unit,
        "board": board,
        "strip": _strip(board.whole, within),
        "columns": [_tables(actor, column, names_at) for column in groups],
        "names_at": names_at,
        "missing_at": f"{within}&state={GapState.MISSING}" if within else "",
    }


def _strip(whole, within: str) -> list[dict]:
    """Figures beside the share; each opens its names."""
    words = STATE_WORDS | {GapState.EXEMPT: f"{STATE_WORDS[GapState.EXEMPT]} {_('mọi yêu cầu')}"}
    return [
        {
            "value": whole.counts[state],
            "label": words[state],
            "tone": STATE_TONES[state],
            "href": f"{within}&state={state}" if within else "",
        }
        for state in (GapState.MISSING, GapState.IN_TRAINING, GapState.EXEMPT)
    ]


def _tables(actor, groups, names_at: str) -> list[tuple]:
    return [
        (label, LineListing(lines, names_at=names_at, actor=actor, label=label) if lines else None)
        for label, lines in groups
    ]


@require_POST
def standard_count(request):
    """Everybody anew, in a job."""
    require_somewhere(request.actor, EDIT)
    path = request.actor.paths_for(EDIT)[0]
    job = jobs.start(
        request.actor,
        "thenchot.standards.jobs.count_everybody",
        label=_("Tính lại tiêu chuẩn của mọi người"),
        unit_path=path,
    )
    messages.success(request, _("Đang tính lại; trang này hiện tiến độ."))
    return redirect("job_detail", job.pk)
