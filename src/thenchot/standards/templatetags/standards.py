"""Labels of the room for its templates."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.organisation.catalogue import competencies
from thenchot.organisation.enums import Bloc, PositionGroup, StaffKind, TitleRank
from thenchot.policy.codelists import code_list
from thenchot.standards.enums import Kind
from thenchot.standards.labels import SET_STATE, STATE
from thenchot.standards.rules import Standing
from thenchot.standards.rules.demands import RANKED, list_of

register = template.Library()
FLAGS = {
    "managers": gettext_lazy("lãnh đạo, quản lý"),
    "heads": gettext_lazy("người đứng đầu"),
    "personnel": gettext_lazy("làm công tác tổ chức, cán bộ"),
}
NAMED = {"ranks": TitleRank, "blocs": Bloc, "staff_kinds": StaffKind, "groups": PositionGroup}


@register.filter
def state_label(state):
    return STATE[state][0]


@register.filter
def state_tone(state):
    return STATE[state][1]


@register.filter
def set_state_label(state):
    return SET_STATE[state][0]


@register.filter
def set_state_tone(state):
    return SET_STATE[state][1]


@register.filter
def addressed(requirement):
    """To whom a requirement is addressed, in words."""
    named = requirement.addressees
    parts = [str(FLAGS[key]) for key in FLAGS if named.get(key)]
    for key, labels in NAMED.items():
        parts += [str(labels(code).label) for code in named.get(key, ())]
    parts += [*named.get("titles", ()), *named.get("positions", ())]
    return "; ".join(parts) or _("mọi người")


@register.filter
def level_name(requirement):
    return (
        list_of(requirement.paper).name_of(requirement.level)
        if requirement.paper in RANKED
        else requirement.level
    )


@register.filter
def named(requirement):
    """Programs, skills, languages or the competency, in words."""
    if requirement.kind == Kind.COMPETENCY:
        known = competencies()
        return [known[code].name if code in known else code for code in requirement.names]
    if requirement.kind == Kind.LEVEL and requirement.paper == "language":
        return [code_list("language").name_of(code) for code in requirement.names]
    return requirement.names


@register.filter
def paper_line(paper, standing):
    """ "Trung cấp, Trường Chính trị tỉnh, 2019 (hết hạn 01/02/2025)"."""
    level = (
        list_of(paper.kind).name_of(paper.level)
        if paper.kind in RANKED and paper.level
        else paper.level
    )
    parts = [part for part in (level, paper.name, paper.field) if part]
    day = paper.earned
    parts += [str(day.year)] if day and standing != Standing.STUDYING else []
    return ", ".join(parts) + _WORDS[standing](paper)


def _until(paper):
    return ", " + _("dự kiến xong") + f" {paper.until:%d/%m/%Y}" if paper.until else ""


_WORDS = {
    Standing.HELD: lambda paper: (
        " (" + _("có giá trị đến") + f" {paper.expires:%d/%m/%Y})" if paper.expires else ""
    ),
    Standing.LAPSED: lambda paper: f" ({_('hết hạn')} {paper.expires:%d/%m/%Y})",
    Standing.STUDYING: lambda paper: f" ({_('đang học')}{_until(paper)})",
    Standing.NOTHING: lambda paper: " (" + _("chưa có giá trị vào ngày này") + ")",
}
