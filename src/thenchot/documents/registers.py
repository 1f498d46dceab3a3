"""The library of documents, told once."""

from datetime import date

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.documents import queries
from thenchot.documents.access import REGISTER, SEE
from thenchot.platform.registers.columns import Column, DayColumn, LinkColumn
from thenchot.platform.registers.filters import RegisterFilter
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register

FIRST_YEAR = 1945


class DirectiveFilter(RegisterFilter):
    q = django_filters.CharFilter(
        label=_("Tìm trích yếu, số, nơi ban hành"),
        method="saying",
        widget=forms.TextInput({"type": "search"}),
    )
    kind = django_filters.AllValuesFilter(label=_("Loại văn bản"), empty_label=_("Mọi loại"))
    year = django_filters.NumberFilter(
        label=_("Năm"),
        field_name="issued_on__year",
        min_value=FIRST_YEAR,
        max_value=date.max.year,
    )

    def saying(self, rows, name, value):
        return rows.filter(queries.saying(value))


class DirectiveRegister(Register):
    """Documents of the communes the actor works in, the newest first."""

    code, title = "directive_list", _("Văn bản")
    see = SEE
    rows = staticmethod(queries.list_directives)
    filters = DirectiveFilter
    links = (PageLink(_("Vào sổ văn bản"), "directive_new", REGISTER, "go"),)
    official = Official("Danh mục văn bản")
    file_name = "van-ban"
    empty = _(
        "Không thấy văn bản nào. Gõ không dấu cũng được; số, ký hiệu viết kiểu nào cũng tìm được."
    )

    id = Column(_("Mã hệ thống"), "pk", width=12, shown=False)
    document = LinkColumn(
        _("Văn bản"), str, route="directive_detail", excel=False, sort=("kind", "number")
    )
    kind = Column(_("Loại văn bản"), width=20, paper=30, shown=False)
    number = Column(_("Số, ký hiệu"), width=18, paper=32, shown=False)
    summary = Column(_("Trích yếu"), "title", width=70, paper=95)
    issuer = Column(_("Cơ quan ban hành"), width=34, paper=55)
    issued_on = DayColumn(_("Ngày ban hành"), width=13, paper=24)
    signer = Column(_("Người ký"), width=24, shown=False)
    home = Column(_("Của địa phương"), "home__name", width=24, shown=False)
