"""Requirements, papers and days of the room in words."""

from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.organisation.catalogue import competencies, titles
from thenchot.organisation.enums import Bloc, PositionGroup, StaffKind, TitleRank
from thenchot.policy.codelists import code_list
from thenchot.standards.enums import RequirementKind
from thenchot.standards.rules import Standing
from thenchot.standards.rules.demands import RANKED, list_of

FLAGS = {
    "managers": gettext_lazy("lãnh đạo, quản lý"),
    "heads": gettext_lazy("người đứng đầu"),
    "personnel": gettext_lazy("làm công tác tổ chức, cán bộ"),
}
NAMED = {"ranks": TitleRank, "blocs": Bloc, "staff_kinds": StaffKind, "groups": PositionGroup}


def place_of_set(found) -> str:
    return found.unit.name if found.unit else _("cả nước")


def addressed(requirement) -> str:
    """To whom a requirement is addressed."""
    named = requirement.addressees
    parts = [str(FLAGS[key]) for key in FLAGS if named.get(key)]
    for key, labels in NAMED.items():
        parts += [str(labels(code).label) for code in named.get(key, ())]
    parts += [_names_of_titles().get(code, code) for code in named.get("titles", ())]
    parts += named.get("positions", ())
    return "; ".join(parts) or _("mọi người")


@cache
def _names_of_titles() -> dict[str, str]:
    return {title.code: title.fields["name"] for title in titles()}


def asked(requirement) -> str:
    """The kind, and the level, number, names and fields that it asks for."""
    level = level_name(requirement) if requirement.level else ""
    number = requirement.number or ""
    listed = (", ".join(names_of(requirement)), ", ".join(requirement.fields))
    parts = (requirement.get_kind_display(), level, number, *listed)
    return ": ".join(str(part) for part in parts if part)


def level_name(requirement) -> str:
    if requirement.paper in RANKED:
        return list_of(requirement.paper).name_of(requirement.level)
    return requirement.level


def names_of(requirement) -> list[str]:
    """Programs, skills, languages or the competency."""
    if requirement.kind == RequirementKind.COMPETENCY:
        known = competencies()
        return [known[code].name if code in known else code for code in requirement.names]
    if requirement.kind == RequirementKind.LEVEL and requirement.paper == "language":
        return [code_list("language").name_of(code) for code in requirement.names]
    return requirement.names


def paper_line(paper, standing) -> str:
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


def exempted(exemption) -> str:
    """On what basis, and until when."""
    if exemption.valid_to:
        until = _("đến %(day)s") % {"day": f"{exemption.valid_to:%d/%m/%Y}"}
    else:
        until = _("xem lại %(day)s") % {"day": f"{exemption.review_on:%d/%m/%Y}"}
    return f"{_('Miễn theo')} {exemption.basis}, {until}"


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
