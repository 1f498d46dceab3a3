"""One job position: its description, its form, its document."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from thenchot.organisation import catalogue, describing, panels
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.enums import SchemeState
from thenchot.organisation.forms.schemes import PositionForm
from thenchot.organisation.position_docs.printing import positions_docx
from thenchot.organisation.queries.schemes import get_position, get_scheme
from thenchot.organisation.services import schemes as services
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.platform.ui.answers import DOCX, attachment
from thenchot.platform.ui.asking import done, form_page
from thenchot.platform.ui.forms import attempt, sent


@require_safe
def position_detail(request, pk):
    position = get_position(request.actor, pk)
    said = position.description
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
        "competencies": _competencies(position),
        "panels": panels.panels_for(request.actor, position, today(), of="position"),
        "may_edit": position.scheme.state == SchemeState.DRAFT
        and bool(request.actor.may(KEEP_POSTS, position.path)),
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
    """Name, level asked for, and what that level looks like: the lowest that is enough."""
    known = catalogue.competencies()
    return [
        {
            "group": catalogue.GROUPS[known[code].group],
            "name": known[code].name,
            "level": describing.shown_level(level),
            "means": known[code].levels[level[0] - 1],
        }
        for code, level in position.competencies.items()
        if code in known
    ]


@form_page
def position_new(request, pk):
    scheme = get_scheme(request.actor, pk)
    require(request.actor, KEEP_POSTS, scheme.unit.path)
    form = PositionForm(sent(request), scheme=scheme, initial={"unit": scheme.unit_id})
    if form.is_valid():
        position = attempt(
            form, lambda: services.put_position(request.actor, scheme_id=pk, **form.facts())
        )
        if position:
            return done(request, _("Đã thêm vị trí việc làm."), "position_detail", position.pk)
    return _ask(
        request, form, _("Thêm vị trí việc làm"), reverse("scheme_detail", args=[pk]), str(scheme)
    )


@form_page
def position_edit(request, pk):
    position = _kept(request, pk)
    form = PositionForm(sent(request), scheme=position.scheme, position=position)
    ids = {"scheme_id": position.scheme_id, "position_id": pk}
    if form.is_valid() and attempt(
        form, lambda: services.put_position(request.actor, **ids, **form.facts())
    ):
        return done(request, _("Đã ghi thay đổi."), "position_detail", pk)
    return _ask(
        request,
        form,
        _("Sửa vị trí việc làm"),
        reverse("position_detail", args=[pk]),
        position.name,
    )


@require_POST
def position_drop(request, pk):
    """Taken out of the draft; described or imported again it is back."""
    position = _kept(request, pk)
    services.drop_position(request.actor, scheme_id=position.scheme_id, position_id=pk)
    return done(request, _("Đã bỏ vị trí khỏi dự thảo."), "scheme_detail", position.scheme_id)


@require_safe
def position_print(request, pk):
    position = get_position(request.actor, pk)
    return attachment(
        positions_docx(position.scheme, [position], today()),
        f"ban-mo-ta-{position.code}.docx",
        DOCX,
    )


def _kept(request, pk):
    position = get_position(request.actor, pk)
    require(request.actor, KEEP_POSTS, position.path)
    return position


def _ask(request, form, title, back, above):
    context = {"form": form, "title": title, "back": back, "above": above}
    return render(request, "organisation/position_form.html", context)
