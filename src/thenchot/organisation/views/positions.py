"""One job position: its description, its document."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thenchot.organisation import catalogue, describing, panels
from thenchot.organisation.actions.schemes import POSITION
from thenchot.organisation.listings import CompetencyListing
from thenchot.organisation.position_docs.printing import positions_docx
from thenchot.organisation.queries.schemes import get_position
from thenchot.platform.clock import today
from thenchot.platform.ui.answers import DOCX, attachment


@require_safe
def position_detail(request, pk):
    position = get_position(request.actor, pk)
    said = position.description
    competencies = _competencies(position)
    context = {
        "position": position,
        "texts": [
            (label, said[key])
            for key, label in describing.TEXTS.items()
            if key in said and key != "goal"
        ],
        "goal": said.get("goal", ""),
        "tables": _tables(said),
        "authority": said.get("authority", []),
        "qualification": [
            (label, said["qualification"][key])
            for key, label in describing.QUALIFICATION.items()
            if key in said.get("qualification", {})
        ],
        "competencies": CompetencyListing(competencies, actor=request.actor)
        if competencies
        else None,
        "panels": panels.panels_for(request.actor, position, today(), of="position"),
        "offers": POSITION.offers(request.actor, position),
    }
    return render(request, "organisation/position_detail.html", context)


def _tables(said: dict) -> list[tuple]:
    titles = {
        "tasks": _("Công việc và tiêu chí"),
        "inside": _("Quan hệ bên trong"),
        "outside": _("Quan hệ bên ngoài"),
    }
    return [
        (titles[key], columns, said[key])
        for key, columns in describing.TABLES.items()
        if said.get(key)
    ]


def _competencies(position) -> list[dict]:
    """Name, level asked for, and what that level looks like: the lowest that is enough; `heading`
    where another group begins.
    """
    known, before, rows = catalogue.competencies(), None, []
    for code, level in position.competencies.items():
        if code not in known:
            continue
        group = catalogue.GROUPS[known[code].group]
        rows.append(
            {
                "heading": group if group != before else "",
                "name": known[code].name,
                "level": describing.shown_level(level),
                "means": known[code].levels[level[0] - 1],
            }
        )
        before = group
    return rows


@require_safe
def position_print(request, pk):
    position = get_position(request.actor, pk)
    return attachment(
        positions_docx(position.scheme, [position], today()),
        f"ban-mo-ta-{position.code}.docx",
        DOCX,
    )
