"""Tables on the pages of the room that are about something else: a set, the board, a person."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.language import say
from thenchot.platform.registers.columns import (
    Column,
    LinkColumn,
    OffersColumn,
    PartColumn,
    StateColumn,
)
from thenchot.platform.registers.listing import Listing
from thenchot.platform.ui.templatetags.ui import comma
from thenchot.standards.actions import REQUIREMENT
from thenchot.standards.labels import STATE_TONES, STATE_WORDS
from thenchot.standards.queries.persons import sheets_of
from thenchot.standards.wording import addressed, asked, exempted, paper_line

MOST_PAPERS = 3  # shown beside a requirement


class RequirementListing(Listing):
    """The requirements of a set, axis by axis; `change`: with what can be done to each."""

    name = Column(
        _("Yêu cầu"), lambda row: format_html("<strong>{}</strong>", row.name), notes=(asked,)
    )
    addressed = Column(_("Áp dụng cho"), addressed)
    clause = Column(_("Điều, khoản"), css="law")
    next_step = Column(_("Khi thiếu thì"))
    certainty = Column(_("Độ chắc chắn"), lambda row: row.get_certainty_display())
    step = OffersColumn(_("Việc có thể làm"), offers=REQUIREMENT.offers, about="name")

    def __init__(self, axes, *, change: bool, **more):
        rows = [row for _axis, group in axes for row in group]
        for axis, group in axes:
            group[0].group = f"{axis} · {len(group)} {gettext('yêu cầu')}"
        names = [name for name in self.base_columns if change or name != "step"]
        super().__init__(rows, only=names, **more)

    @staticmethod
    def row_group(row):
        return getattr(row, "group", "")


class ForeseenListing(Listing):
    """Who would fall short under a draft, and how the same people stand today."""

    label = _("Ai sẽ thiếu")

    person = LinkColumn(_("Họ và tên"), "person__full_name", route="person_gaps", key="person_id")
    unit = Column(_("Đơn vị"), "unit__name")
    requirement = Column(_("Yêu cầu của dự thảo"), "requirement__name")
    state = StateColumn(_("Theo dự thảo"), labels=STATE_WORDS, tones=STATE_TONES)
    before = StateColumn(
        _("Hiện nay"),
        lambda row: row.before or "none",
        labels=STATE_WORDS | {"none": _("chưa yêu cầu")},
        tones=STATE_TONES,
    )


class NamesColumn(Column):
    """A figure of a line that opens the names behind it. `more`: what else they are asked by."""

    css = "num nowrap"

    def __init__(self, title, source, *, more="", **rest):
        super().__init__(title, source, **rest)
        self.more = more

    def show(self, content, record):
        if not (record.names_at and content):
            return content
        return format_html('<a href="{}{}">{}</a>', record.names_at, self.more, content)


class LineListing(Listing):
    """Units, blocs or titles: how many of their people meet the set."""

    wide = True

    name = Column(
        _("Nhóm"),
        lambda line: line.name or gettext("chưa gắn chức danh"),
        notes=(lambda line: gettext("nhóm nhỏ, không xếp thứ tự") if line.is_small else "",),
    )
    percent = Column(
        _("Tỷ lệ"),
        lambda line: None if line.percent is None else f"{comma(line.percent)} %",
        css="num nowrap",
    )
    people = NamesColumn(_("Số người"), lambda line: f"{line.met}/{line.counted}")
    missing = NamesColumn(
        _("Còn thiếu"), lambda line: line.counts["missing"], more="&state=missing"
    )

    def __init__(self, lines, *, names_at: str, **more):
        for line in lines:
            line.names_at = f"{names_at}&{line.query}" if names_at else ""
        super().__init__(lines, **more)


class SheetListing(Listing):
    """What one set asks of a person, axis by axis. `exempting`, `ending`: whether who looks may
    record an exemption, and end one.
    """

    requirement = PartColumn(_("Yêu cầu"), "standards/_requirement.html")
    state = StateColumn(
        _("Tình trạng"), lambda row: row.gap.result.state, labels=STATE_WORDS, tones=STATE_TONES
    )
    reason = PartColumn(_("Vì sao, minh chứng"), "standards/_reason.html")
    step = PartColumn(_("Việc cần làm"), "standards/_step.html")

    def __init__(self, sheet, *, person, may_exempt: bool, **more):
        rows = [row for _axis, group in sheet.axes for row in group]
        for axis, group in sheet.axes:
            group[0].group = axis
        for row in rows:
            row.next_step = say(row.gap.result.next_step)
            row.exempt_at = _exempting(person, row) if may_exempt else ""
            row.papers = [paper_line(*paper) for paper in row.gap.papers[:MOST_PAPERS]]
            row.until = exempted(row.exemption) if row.exemption else ""
            row.may_end = may_exempt
        super().__init__(rows, label=sheet.set.name, **more)

    @staticmethod
    def row_group(row):
        return getattr(row, "group", "")


def _exempting(person, row) -> str:
    if not row.may_be_exempted:
        return ""
    query = f"?requirement_id={row.requirement.pk}"
    return reverse("exemption_new", args=[person.pk]) + query


def tables_of(actor, person, sheets, *, may_exempt=False) -> list[tuple]:
    """Each sheet with its table."""
    for sheet in sheets:
        sheet.word, sheet.tone = STATE_WORDS[sheet.state], STATE_TONES[sheet.state]
    return [
        (sheet, SheetListing(sheet, person=person, may_exempt=may_exempt, actor=actor))
        for sheet in sheets
    ]


def panel_rows(actor, person) -> list[tuple]:
    """What the page of a person shows: of today."""
    return tables_of(actor, person, sheets_of(person, today())[1])
