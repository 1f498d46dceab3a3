"""The board of figures of a place, names behind a figure, ages, retirement, targets of
programmes.
"""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thenchot.insight import drawing, exports, queries, registry, services
from thenchot.insight.access import COUNT, SEE, SEE_NAMES, TIE
from thenchot.insight.rules import spoken_of
from thenchot.insight.tasks import count_now
from thenchot.organisation.models import Kind
from thenchot.platform.clock import today
from thenchot.platform.jobs.services import start
from thenchot.platform.policies import resolved
from thenchot.platform.scope.actor import NotVisible, require, require_somewhere
from thenchot.platform.ui.answers import attachment
from thenchot.platform.ui.forms import attempt, sent
from thenchot.policy.parameters import PeoplePolicy
from thenchot.programmes.services.measuring import get_target


def chosen(request):
    """The place of the address (`unit`), and what every page of the room shows about it."""
    require_somewhere(request.actor, SEE)
    wanted = request.GET.get("unit", "")
    home = queries.get_home(request.actor, int(wanted) if wanted.isdigit() else None)
    return home, {
        "home": home,
        "homes": queries.list_homes(request.actor),
        "on": today(),
        "is_live": home.kind == Kind.COMMUNE,
    }


@require_safe
def insight_board(request):
    home, context = chosen(request)
    lines = queries.board_of(request.actor, home, today())
    groups: dict = {}
    for line in lines:
        line.points = drawing.sparkline(line.trend)
        groups.setdefault(line.indicator.group, []).append(line)
    context |= {
        "groups": groups.items(),
        "counted_on": queries.last_counted(home),
        "may_names": bool(request.actor.may(SEE_NAMES, home.path)),
    }
    return render(request, "insight/board.html", context)


@require_safe
def insight_export(request):
    home, _context = chosen(request)
    return attachment(
        exports.board_sheet(queries.board_of(request.actor, home, today()), home, today()),
        "chi-so.xlsx",
    )


@require_safe
def insight_names(request, code):
    """Who stands behind a figure: personal data, so the read is noted for each."""
    home, context = chosen(request)
    require(request.actor, SEE_NAMES, home.path)
    indicator = registry.get(code)
    if indicator is None or home.kind != Kind.COMMUNE:
        raise NotVisible
    people = queries.names_behind(request.actor, home, indicator, today())
    request.actor.reads.extend(line.person for line in people)
    fulfil = sum(line.fulfils for line in people)
    context |= {
        "indicator": indicator,
        "people": people,
        "fulfil": fulfil,
        "unknown": sum(line.unknown for line in people),
    }
    return render(request, "insight/names.html", context)


@require_safe
def insight_compare(request):
    """Communes of a province side by side, by the last count; in the order of the tree, not
    ranked.
    """
    home, context = chosen(request)
    shown = list(registry.indicators().values())
    rows = [
        (unit, [cells.get(one.code) for one in shown]) for unit, cells in queries.compared(home)
    ]
    return render(
        request,
        "insight/compare.html",
        context | {"rows": rows, "shown": shown, "counted_on": queries.last_counted(home)},
    )


@require_safe
def insight_ages(request):
    home, context = chosen(request)
    bands, unknown = queries.pyramid_of(home, today())
    years = request.GET.get("years", "")
    years = int(years) if years.isdigit() and 1 <= int(years) <= 20 else 5
    may_names = bool(request.actor.may(SEE_NAMES, home.path))
    retiring = queries.retiring_of(home, today(), years)
    if may_names:
        request.actor.reads.extend(seat.person for _day, seat in retiring)
    by_year: dict[int, int] = {}
    for day, _seat in retiring:
        by_year[day.year] = by_year.get(day.year, 0) + 1
    source = resolved(home.path, today()).only(PeoplePolicy)["people.retirement_age"]
    context |= {
        "bands": bands,
        "bars": drawing.bars(bands),
        "height": 30 * len(bands),
        "unknown": unknown,
        "years": years,
        "retiring": retiring if may_names else [],
        "by_year": by_year.items(),
        "source": source,
    }
    return render(request, "insight/ages.html", context)


@require_safe
def insight_targets(request):
    home, context = chosen(request)
    lines = queries.targets_of(request.actor, home, today())
    rows = [(line, drawing.sparkline(line.trend), registry.get(line.proposed)) for line in lines]
    may_tie = bool(request.actor.may(TIE, home.path))
    return render(request, "insight/targets.html", context | {"rows": rows, "may_tie": may_tie})


class TieForm(forms.Form):
    indicator = forms.ChoiceField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["indicator"].label = _("Chỉ số đo chỉ tiêu này")
        self.fields["indicator"].choices = [
            ("", "–"),
            *((one.code, one.name) for one in registry.indicators().values()),
        ]


@require_http_methods(["GET", "HEAD", "POST"])
def target_tie(request, pk):
    target = get_target(request.actor, pk)
    require(request.actor, TIE, target.programme.home.path)
    form = TieForm(sent(request), initial={"indicator": target.indicator or spoken_of(target.text)})
    if form.is_valid() and attempt(
        form, lambda: services.tie(request.actor, target_id=pk, **form.cleaned_data)
    ):
        messages.success(request, _("Đã gắn chỉ tiêu với chỉ số."))
        return redirect(reverse("insight_targets") + f"?unit={target.programme.home_id}")
    back = reverse("insight_targets") + f"?unit={target.programme.home_id}"
    context = {
        "form": form,
        "title": target.text[:160],
        "submit": _("Gắn"),
        "back": back,
        "above": _("Chỉ tiêu chương trình"),
    }
    return render(request, "ui/form_page.html", context)


@require_POST
def insight_count(request):
    """A new count of everybody, in the background."""
    require_somewhere(request.actor, COUNT)
    path = request.actor.paths_for(COUNT)[0]
    job = start(request.actor, count_now, label="Tính lại chỉ số", unit_path=path)
    return redirect("job_detail", job.pk)
