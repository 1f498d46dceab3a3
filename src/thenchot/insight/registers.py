"""The figures of a place, told once, and the names behind one of them."""

from functools import cached_property

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.insight import drawing, queries, registry
from thenchot.insight.access import SEE, SEE_NAMES
from thenchot.insight.actions import FIGURES
from thenchot.insight.comparison import compare
from thenchot.insight.registry import Indicator
from thenchot.kernel.typed import id_of
from thenchot.organisation.models import Unit, UnitKind
from thenchot.platform.clock import today
from thenchot.platform.registers.columns import (
    EMPTY,
    Column,
    DayColumn,
    LinkColumn,
    NumberColumn,
    PartColumn,
    StateColumn,
)
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, Register
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.platform.ui.templatetags.ui import comma, figure, share, tag
from thenchot.programmes.labels import REACH, REACH_TONE

COUNTED = {
    "yes": _("có"),
    "unknown": _("chưa rõ"),
    "no": _("không"),
}
COUNTED_TONES = {"yes": "done", "unknown": "wait"}
ALL_OF_THEM = 500


def place_of(actor, given) -> tuple[Unit, dict]:
    """The place of the address (`unit`), and what every page of the room shows about it."""
    wanted = given.get("unit", "")
    home = queries.get_home(actor, id_of(wanted))
    return home, {
        "home": home,
        "homes": queries.list_homes(actor),
        "on": today(),
        "is_live": home.kind == UnitKind.COMMUNE,
    }


def value_of(line):
    return None if line.count.value is None else round(line.count.value, 2)


def shown_value(line):
    if line.count.value is None:
        said = gettext("chưa rõ") if line.count.whole else gettext("chưa có ai")
        return format_html('<span class="dim">{}</span>', said)
    shown = figure(line.count.in_words, *line.key)
    if line.indicator.unit == "%":
        return format_html("<strong>{}%</strong>", shown)
    return format_html("<strong>{}</strong> {}", shown, gettext("người"))


def shown_unknown(line):
    code, *key = line.key
    return figure(line.count.unknown, f"{code} unknown", *key)


def reached(line):
    """The tag beside a value; nothing where there is nothing to compare."""
    return tag(REACH[line.reach], REACH_TONE[line.reach]) if line.reach in REACH else ""


def shown_goal(line):
    if line.goal is None:
        return EMPTY
    unit = "%" if line.indicator.unit == "%" else ""
    return f"{gettext('từ')} {comma(line.goal, 0)}{unit}"


class NameColumn(LinkColumn):
    """An indicator, leading to the names behind it where who looks may read them."""

    def show(self, content, record):
        return super().show(content, record) if record.may_names else content


class BoardRegister(Register):
    """Every indicator of a commune or province."""

    code, title, see = "insight_board", _("Số liệu cán bộ"), SEE
    template = "insight/board.html"
    per_page = ALL_OF_THEM
    file_name = "chi-so"

    code_ = Column(_("Mã"), lambda line: line.indicator.code, width=22, shown=False, sort=False)
    name = NameColumn(
        _("Chỉ số"),
        lambda line: str(line.indicator.name),
        route="insight_names",
        key="indicator__code",
        query=lambda line: f"?unit={line.home.pk}",
        width=48,
        sort=False,
    )
    now = Column(
        _("Hiện nay"),
        lambda line: format_html("{} {}", shown_value(line), reached(line)),
        css="nowrap",
        excel=False,
        sort=False,
    )
    value = NumberColumn(_("Giá trị"), value_of, width=10, shown=False, sort=False)
    unit = Column(
        _("Đơn vị tính"), lambda line: line.indicator.unit, width=10, shown=False, sort=False
    )
    share = Column(
        _("Tử số / mẫu số"),
        lambda line: share(line.count.part, line.count.whole, *line.key),
        notes=(
            lambda line: (
                format_html("{} {}", shown_unknown(line), gettext("người chưa rõ"))
                if line.count.unknown
                else None
            ),
        ),
        css="nowrap",
        excel=False,
        sort=False,
    )
    part = NumberColumn(_("Tử số"), "count__part", width=10, shown=False, sort=False)
    whole = NumberColumn(_("Mẫu số"), "count__whole", width=10, shown=False, sort=False)
    unknown = NumberColumn(_("Chưa rõ"), "count__unknown", width=10, shown=False, sort=False)
    wanted = Column(_("Mức đặt"), shown_goal, css="nowrap", excel=False, sort=False)
    goal = NumberColumn(_("Mức đặt"), width=10, shown=False, sort=False)
    trend = PartColumn(_("Diễn biến"), "insight/_trend.html", excel=False, sort=False)
    on = DayColumn(_("Ngày số liệu"), "counted_on", width=12, shown=False, sort=False)

    @staticmethod
    def row_group(line):
        return line.group

    @cached_property
    def place(self) -> tuple[Unit, dict]:
        return place_of(self.actor, self.given)

    @property
    def home(self) -> Unit:
        return self.place[0]

    @cached_property
    def counted_on(self):
        """The day of the figures: today of a commune, of a province the last count inside it."""
        live = self.home.kind == UnitKind.COMMUNE
        return today() if live else queries.last_counted(self.home)

    def get_rows(self, permission):
        return queries.board_of(self.home, today())

    def prepare(self, rows):
        named = bool(self.actor.may(SEE_NAMES, self.home.path))
        before = None
        for line in rows:
            line.home, line.points = self.home, drawing.sparkline(line.trend)
            line.counted_on = self.counted_on
            line.key = line.indicator.code, self.home.path, self.counted_on or today()
            line.trend_in_words = drawing.in_words(line.trend)
            line.may_names = named and self.home.kind == UnitKind.COMMUNE
            line.group = line.indicator.group if line.indicator.group != before else ""
            before = line.indicator.group
        return rows

    def context(self):
        more = {
            "counted_on": self.counted_on,
            "offers": FIGURES.offers(self.actor, None, "count"),
        }
        return self.place[1] | more

    def sheet_name(self):
        return self.home.name


def part(code: str):
    return lambda row: row.counts[code].part if code in row.counts else None


def share_of(code: str):
    return lambda row: row.share(code)


class GroupRegister(Register):
    """Blocs or units of a commune, communes of a province side by side: how many are short, how
    they are made up, what standards lack. In the order of the tree, not ranked.
    """

    code, title, see = "insight_groups", _("So khối, đơn vị, địa phương"), SEE
    lead = _(
        "Thiếu người so với số được giao; cơ cấu, trình độ, chuẩn của từng nơi. Không xếp hạng."
    )
    template = "insight/groups.html"
    per_page = ALL_OF_THEM
    file_name = "so-khoi-don-vi"
    official = Official("So sánh giữa các khối, đơn vị", landscape=True)
    empty = _("Chưa có số liệu để so.")

    name = Column(_("Nơi so"), width=34, paper=44)
    approved = NumberColumn(_("Được giao"), width=10, paper=18)
    people = NumberColumn(_("Có mặt"), width=10, paper=16)
    short = NumberColumn(_("Còn thiếu"), width=10, paper=16)
    managers = NumberColumn(
        _("Lãnh đạo, quản lý"), part("managers_total"), width=10, paper=18, shown=False
    )
    women = NumberColumn(_("Nữ, %"), share_of("staff_women"), width=10, paper=16)
    young = NumberColumn(_("Trẻ, %"), share_of("staff_young"), width=10, paper=16)
    science = NumberColumn(
        _("Khoa học, công nghệ, %"), share_of("staff_science"), width=10, paper=20
    )
    graduates = NumberColumn(
        _("Đại học trở lên, %"), share_of("staff_graduates"), width=10, paper=20
    )
    standards = NumberColumn(_("Đạt mọi chuẩn, %"), share_of("standards_everybody"), paper=20)
    good = NumberColumn(
        _("Hoàn thành tốt trở lên, %"), share_of("rated_good"), paper=20, shown=False
    )
    trained = NumberColumn(_("Đã được đào tạo, %"), share_of("trained"), shown=False)
    degree = NumberColumn(_("Người thiếu bằng, sai ngành"), width=12, paper=20)
    other = NumberColumn(_("Người thiếu chuẩn khác"), width=12, paper=20)

    @cached_property
    def place(self) -> tuple[Unit, dict]:
        return place_of(self.actor, self.given)

    @property
    def by_unit(self) -> bool:
        return self.given.get("by") == "unit"

    def get_rows(self, permission):
        return compare(self.place[0], today(), by_unit=self.by_unit)

    def crumbs(self):
        home = self.place[0]
        return [(_("Số liệu"), f"{reverse('insight_board')}?unit={home.pk}")]

    def page_links(self):
        home = self.place[0]
        if home.kind != UnitKind.COMMUNE:
            return []
        page = f"{reverse(self.code)}?unit={home.pk}"
        if self.by_unit:
            return [Link(_("Theo khối"), page)]
        return [Link(_("Theo đơn vị"), f"{page}&by=unit")]

    def context(self):
        return self.place[1]


class NamesRegister(Register):
    """Who stands behind a figure: personal data, so the read is noted for each."""

    code, title, see = "insight_names", _("Danh sách"), SEE_NAMES
    template = "insight/names.html"
    per_page = ALL_OF_THEM
    empty = _("Không có ai thuộc diện tính.")

    name = LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="person_detail",
        key="person__pk",
        sort="person__sort_key",
        width=30,
    )
    number = Column(_("Mã hệ thống"), "person__pk", width=12, shown=False)
    counted = StateColumn(
        _("Được tính"),
        lambda line: "yes" if line.fulfils else "unknown" if line.unknown else "no",
        labels=COUNTED,
        tones=COUNTED_TONES,
        sort=("fulfils", "unknown"),
        width=14,
    )

    @cached_property
    def place(self) -> tuple[Unit, dict]:
        return place_of(self.actor, self.given)

    @cached_property
    def indicator(self) -> Indicator:
        home = self.place[0]
        require(self.actor, SEE_NAMES, home.path)
        found = registry.get(self.keys["code"])
        if found is None or home.kind != UnitKind.COMMUNE:
            raise NotVisible
        return found

    def get_rows(self, permission):
        people = queries.names_behind(self.actor, self.place[0], self.indicator, today())
        self.actor.reads.extend(line.person for line in people)
        return people

    def heading(self):
        return self.indicator.name

    def crumbs(self):
        home = self.place[0]
        return [(_("Số liệu"), f"{reverse('insight_board')}?unit={home.pk}")]

    def context(self):
        key = self.place[0].path, today()
        code = self.indicator.code
        fulfil = sum(line.fulfils for line in self.base)
        return self.place[1] | {
            "indicator": self.indicator,
            "people": figure(len(self.base), f"{code} whole", *key),
            "fulfil": figure(fulfil, f"{code} part", *key),
            "unknown": figure(sum(line.unknown for line in self.base), f"{code} unknown", *key),
        }

    def name_of_file(self):
        return self.indicator.code.replace("_", "-")
