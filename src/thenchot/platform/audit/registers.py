"""The trail, and who read what, as registers."""

import django_filters
from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit import queries, subjects
from thenchot.platform.audit.access import SEE
from thenchot.platform.audit.facts import said
from thenchot.platform.audit.labels import choices, label_of
from thenchot.platform.audit.pages import page_called
from thenchot.platform.registers.columns import Column, MomentColumn, NumberColumn
from thenchot.platform.registers.filters import EVERY, DayFilter, RegisterFilter
from thenchot.platform.registers.register import PageLink, Register
from thenchot.platform.scope import places


class SubjectInput(forms.TextInput):
    """Links tell the thing by its code; whoever looks reads its words."""

    def format_value(self, value):
        return words_of_code(value) if value and subjects.is_code(value) else value


def words_of_code(code: str) -> str:
    kind, _colon, pk = code.partition(":")
    return subjects.called(kind, pk)


class TrailFilter(RegisterFilter):
    account = django_filters.CharFilter(
        label=_("Người làm"), field_name="actor_name", lookup_expr="icontains"
    )
    subject = django_filters.CharFilter(label=_("Đối tượng"), method="about", widget=SubjectInput())
    name = django_filters.ChoiceFilter(
        label=_("Việc"), choices=lambda: choices()[1:], empty_label=EVERY
    )
    first = DayFilter(label=_("Từ ngày"), method="since")
    last = DayFilter(label=_("Đến ngày"), method="until")

    def about(self, rows, name, subject):
        return queries.about(rows, subject)

    def since(self, rows, name, day):
        return queries.between(rows, day, None)

    def until(self, rows, name, day):
        return queries.between(rows, None, day)


class ReadFilter(TrailFilter):
    account = django_filters.CharFilter(
        label=_("Người xem"), field_name="account__name", lookup_expr="icontains"
    )
    name = None


def subject_of(row) -> str:
    return subjects.called(row.subject_type, row.subject_id)


class SubjectColumn(Column):
    """What the event is about; leads to everything about it."""

    def show(self, content, record):
        code = f"{record.subject_type}:{record.subject_id}"
        return format_html('<a href="?subject={}">{}</a>', code, content)


class FactsColumn(Column):
    """What was recorded, a line each."""

    def show(self, content, record):
        rows = said(record.subject_type, record.facts)
        return format_html_join("", '<div><span class="dim">{}:</span> {}</div>', rows)


class EventRegister(Register):
    """What was done, the latest first: an append-only chain."""

    code, title = "audit_list", _("Nhật ký")
    see = SEE
    filters = TrailFilter
    links = (PageLink(_("Ai đã xem"), "audit_reads", SEE),)
    file_name = "nhat-ky"

    seq = NumberColumn(_("Số"), width=9)
    at = MomentColumn(_("Lúc"), width=18, seconds=True)
    actor_name = Column(_("Người làm"), width=26)
    label = Column(_("Việc"), lambda event: label_of(event.name), width=34)
    subject = SubjectColumn(_("Đối tượng"), subject_of, width=34)
    place = Column(_("Đơn vị"), lambda event: event.place, width=30)
    facts = FactsColumn(
        _("Nội dung"),
        lambda event: "; ".join(
            f"{name}: {value}" for name, value in said(event.subject_type, event.facts)
        ),
        width=60,
    )

    def get_rows(self, permission):
        return queries.events_visible_to(self.actor).order_by("-seq")

    def prepare(self, rows):
        names = places.names(event.unit_path for event in rows if event.unit_path)
        for event in rows:
            event.place = names.get(event.unit_path, "")
        return rows


class ReadRegister(Register):
    """Who looked at protected data, the latest first."""

    code, title = "audit_reads", _("Ai đã xem dữ liệu cần bảo vệ")
    see = SEE
    filters = ReadFilter
    above = ((_("Nhật ký"), "audit_list"),)
    file_name = "ai-da-xem"

    at = MomentColumn(_("Lúc"), width=18, seconds=True)
    account = Column(_("Người xem"), "account__name", width=26)
    subject = SubjectColumn(_("Đối tượng"), subject_of, width=34)
    page = Column(_("Trang"), lambda read: page_called(read.page), width=40)

    def get_rows(self, permission):
        rows = queries.reads_visible_to(self.actor).select_related("account")
        return rows.order_by("-at", "-pk")
