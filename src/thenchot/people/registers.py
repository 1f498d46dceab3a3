"""The list of people, told once."""

from collections.abc import Iterable, Iterator
from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.people import exports, queries, services
from thenchot.people.access import EDIT, EXPORT, SEE, SEE_PRIVATE, SEE_SENSITIVE
from thenchot.people.cells import titles_of, units_of
from thenchot.people.columns import NOTES
from thenchot.platform.registers.columns import Column, LinkColumn
from thenchot.platform.registers.filters import RegisterFilter
from thenchot.platform.registers.register import PageLink, Register


class PersonFilter(RegisterFilter):
    """Name, branch, who left: answered together, by the index of the homes where it can."""

    q = django_filters.CharFilter(
        label=_("Tìm theo tên"), widget=forms.TextInput({"type": "search"})
    )
    unit = UnitFilter(SEE)
    left = django_filters.BooleanFilter(
        label=_("Đã thôi giữ mọi vị trí"), widget=forms.CheckboxInput()
    )

    def asked(self) -> dict:
        """Arguments of the reads."""
        told = self.values
        unit = told.get("unit")
        return {
            "q": told.get("q") or "",
            "unit_id": unit and unit.pk,
            "left": bool(told.get("left")),
        }

    def filter_queryset(self, rows):
        return queries.list_ids(self.actor, **self.asked())


class PersonRegister(Register):
    """Everybody the actor sees, by given name. The rows are ids: the index tells who stands on a
    page, then these few are fetched. Only that order is served by an index.

    As a file it has the columns that import reads; what asks for a permission stands only where it
    is held.
    """

    code, title = "person_list", _("Con người")
    see, take = SEE, EXPORT
    filters = PersonFilter
    is_counted = False
    file_name = "can-bo"
    notes = NOTES
    no_match = empty = _("Không thấy ai. Gõ không dấu cũng được: “duong” tìm được “Đường”.")
    links = (
        PageLink(_("Trích ngang"), "person_listing", SEE_PRIVATE, narrowed=True),
        PageLink(
            _("Xuất hồ sơ đầy đủ"),
            "person_export_whole",
            SEE_SENSITIVE,
            hint=_("Có số định danh, bảo hiểm; việc tải được ghi lại cho từng người"),
            narrowed=True,
        ),
        PageLink(_("Nhập từ Excel"), "person_import", EDIT),
        PageLink(_("Thêm người"), "person_new", EDIT, "go"),
    )

    name = LinkColumn(
        _("Họ và tên"), "full_name", route="person_detail", notes=("code",), sort="sort_key"
    )
    seats = Column(_("Chức danh"), titles_of)
    unit = Column(_("Đơn vị"), units_of)
    sex = Column(_("Giới tính"), "get_sex_display", sort=False)

    def get_rows(self, permission):
        return queries.list_ids(self.actor)

    def chosen_rows(self):
        ids = self.filterset.qs
        return ids.reverse() if self.sort == ["-name"] else ids

    def prepare(self, rows):
        return queries.fetch_people(self.actor, rows)

    def page_links(self) -> Iterable[PageLink]:
        links = super().page_links()
        return [link for link in links if self.may_take("xlsx") or not link.narrowed]

    def sheet_name(self):
        return exports.SHEET

    def leaving(self) -> list[tuple[str, Any]]:
        columns = exports.ordinary_columns(self.actor)
        return [(one.key, Column(one.title, width=one.width)) for one in columns]

    def values(self, names) -> Iterator[list[Any]]:
        columns = exports.ordinary_columns(self.actor)
        for row in exports.rows_of(self.actor, columns, self.filterset.asked()):
            yield [row.get(name) for name in names]

    def note_taken(self, form):
        """Who took the list along, and how it was narrowed, stays in the trail."""
        services.note_export(self.actor, self.filterset.asked())
