"""The lists of the room, told once: the tree, titles, schemes, functions, communes."""

from datetime import date
from functools import cached_property

import django_filters
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.text import words
from thenchot.organisation import catalogue, columns, duty_sheets, panels, queries
from thenchot.organisation.access import (
    EDIT,
    KEEP_PLACES,
    KEEP_POSTS,
    SEE,
    SEE_POSTS,
)
from thenchot.organisation.actions.duties import OF_HOME
from thenchot.organisation.actions.titles import TITLE
from thenchot.organisation.enums import Bloc, SchemeState, StaffKind, TitleRank
from thenchot.organisation.forms.duties import DutyFilter
from thenchot.organisation.forms.tree import DayForm
from thenchot.organisation.listings import BelowListing, added_columns
from thenchot.organisation.models import Place, Unit
from thenchot.organisation.places.queries import list_places
from thenchot.organisation.queries.duties import delegated_below, list_duties
from thenchot.organisation.queries.schemes import list_schemes
from thenchot.organisation.queries.titles import list_titles
from thenchot.organisation.rules.duties import DutyStanding
from thenchot.organisation.services.tree import folded_name
from thenchot.organisation.sharing import may_keep
from thenchot.organisation.wording import DUTY_TONES, DUTY_WORDS, SCHEME_TONES, days_of
from thenchot.platform.clock import today
from thenchot.platform.policies.words import CERTAINTY
from thenchot.platform.registers.columns import (
    ChoiceColumn,
    Column,
    DayColumn,
    FlagColumn,
    LinkColumn,
    NumberColumn,
    OffersColumn,
    StateColumn,
)
from thenchot.platform.registers.filters import CodeFilter, DaysFilter, RegisterFilter, WordsFilter
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, PageLink, Register
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.codelists import code_list

TABS = "organisation/_register_tabs.html"
WHOLE_TREE, WHOLE_LIST = 10_000, 500  # rows of one page: what is read as a whole stays whole


def depth_of(node) -> str:
    return f"depth-{node.depth}"


class UnitRegister(Register):
    """The tree of a day; as a workbook in the columns that import reads."""

    code, title, see = "unit_list", _("Tổ chức"), SEE
    template, tabs = "organisation/unit_list.html", TABS
    file_name = "don-vi"
    notes = columns.NOTES
    per_page = WHOLE_TREE
    empty = _("Chưa có đơn vị nào trong phạm vi của ông (bà) vào ngày này.")

    number = Column(columns.ID.title, "unit__pk", width=12, shown=False, sort=False)
    shown_name = LinkColumn(
        _("Đơn vị"),
        lambda node: node.shown_name,
        route="unit_detail",
        key="unit__pk",
        css=depth_of,
        excel=False,
        sort=False,
    )
    name = Column(columns.NAME.title, "unit__name", width=48, shown=False, sort=False)
    short_name = Column(
        columns.SHORT_NAME.title, "unit__short_name", width=22, shown=False, sort=False
    )
    unit_code = Column(columns.CODE.title, "unit__code", width=14, shown=False, sort=False)
    parent = Column(
        columns.PARENT.title, lambda node: node.parent_name, width=40, shown=False, sort=False
    )
    kind = Column(_("Loại"), lambda node: node.unit.get_kind_display(), width=26, sort=False)
    bloc = Column(_("Khối"), lambda node: node.unit.get_bloc_display(), width=20, sort=False)
    position = NumberColumn(
        columns.POSITION.title, "unit__position", width=8, shown=False, sort=False
    )
    valid_from = DayColumn(_("Từ ngày"), "unit__valid_from", width=12, sort=False)
    valid_to = DayColumn(_("Đến ngày"), "unit__valid_to", width=12, shown=False, sort=False)

    @staticmethod
    def row_tone(node):
        return "inner" if node.depth else ""

    @cached_property
    def form(self) -> DayForm:
        return DayForm(self.given)

    @property
    def on(self) -> date:
        return self.form.said["on"] or today()

    def get_rows(self, permission):
        nodes = queries.organisation_chart(self.actor, self.on)
        wanted = words(self.form.said["q"])
        if wanted:
            nodes = [node for node in nodes if _is_called(node.unit, wanted)]
        return _described(nodes)

    @cached_property
    def added(self) -> list:
        """What upper rooms add: who leads, how many people."""
        units = [node.unit for node in self.base]
        found = panels.columns_for(self.actor, units, self.on)
        return added_columns(found, lambda node: node.unit.pk)

    def new_table(self, rows=(), *, only=None):
        names = [name for name, _column in self.added]
        table = self.table_class(
            rows,
            actor=self.actor,
            request=self.request,
            label=_("Cây tổ chức"),
            only=only,
            extra_columns=self.added,
            sequence=("number", "shown_name", *names, "..."),
        )
        table.let_sort(None)
        return table

    @property
    def lead(self) -> str:
        said = {"n": len(self.base), "day": f"{self.on:%d/%m/%Y}"}
        return gettext("%(n)s đơn vị vào ngày %(day)s") % said

    def page_links(self):
        chart = f"{reverse('chart_print')}?on={self.on.isoformat()}"
        yield Link(_("In sơ đồ (Word)"), chart)
        if self.actor.has(EDIT):
            yield Link(_("Nhập từ Excel"), reverse("unit_import"))

    def sheet_name(self):
        return _("Đơn vị")


def _is_called(unit, wanted) -> bool:
    folded = folded_name(f"{unit.name} {unit.short_name}")
    return all(word in folded for word in wanted)


def _described(nodes) -> list:
    """With the name of the unit above, and the own name as the page shows it."""
    above = {node.unit.parent_id for node in nodes}
    names = dict(Unit.objects.filter(pk__in=above).values_list("pk", "name"))
    for node in nodes:
        node.parent_name = names.get(node.unit.parent_id, "")
        node.shown_name = format_html(
            "{}{}",
            node.unit.name,
            format_html(" <small>{}</small>", node.unit.short_name) if node.unit.short_name else "",
        )
    return nodes


class MarksColumn(Column):
    """What is special about a record: (word, tone) of each mark as tags."""

    def show(self, content, record):
        return format_html_join(" ", '<span class="tag {1}">{0}</span>', content)

    def value(self, value, record):
        return "; ".join(str(word) for word, _tone in self.of(record, value))


MARKS = {
    "is_key": (_("chủ chốt"), "fine"),
    "is_manager": (_("quản lý"), ""),
    "is_party_managed": (_("cấp ủy quản lý"), ""),
    "does_personnel_work": (_("tổ chức, cán bộ"), "wait"),
    "does_inspection_work": (_("kiểm tra"), "wait"),
}


def home_of_title(title) -> str:
    """Of a local title: whose it is, and on what basis."""
    if title.unit is None:
        return ""
    return " · ".join(part for part in (title.unit.name, title.basis) if part)


class TitleFilter(RegisterFilter):
    q = WordsFilter("name", "code", "names")
    bloc = CodeFilter(_("Khối"), dict(Bloc.choices))
    rank = CodeFilter(_("Cấp"), dict(TitleRank.choices))
    staff_kind = CodeFilter(_("Loại"), dict(StaffKind.choices))


class TitleRegister(Register):
    """Titles that the actor's places may use, the shipped list first."""

    code, title, see = "title_list", _("Chức danh"), SEE
    rows = staticmethod(lambda actor, permission: list_titles(actor))
    filters, tabs = TitleFilter, TABS
    links = (PageLink(_("Thêm chức danh của địa phương"), "title_new", KEEP_POSTS, "go"),)
    official = Official("Danh mục chức danh")
    file_name = "chuc-danh"
    per_page = WHOLE_LIST

    name = Column(
        _("Chức danh"),
        notes=(
            lambda title: title.code if title.unit else "",
            home_of_title,
            (_("đến"), "valid_to"),
        ),
        width=40,
        paper=70,
    )
    title_code = Column(_("Mã"), "code", width=18, shown=False)
    bloc = ChoiceColumn(_("Khối"), labels=dict(Bloc.choices), width=20, paper=34)
    rank = ChoiceColumn(_("Cấp"), labels=dict(TitleRank.choices), width=18, paper=34)
    ladder = NumberColumn(_("Bậc chức danh"), width=10, shown=False)
    staff_kind = ChoiceColumn(_("Loại"), labels=dict(StaffKind.choices), width=24, paper=40)
    marks = MarksColumn(
        _("Đặc điểm"),
        lambda title: [mark for name, mark in MARKS.items() if getattr(title, name)],
        width=30,
        paper=50,
    )
    names = Column(_("Cách ghi khác"), lambda title: "; ".join(title.names), width=40, sort=False)
    unit_name = Column(_("Dùng tại"), "unit__name", width=30, shown=False)
    valid_to = DayColumn(_("Ngày cuối cùng"), width=13, shown=False)
    step = OffersColumn(_("Việc có thể làm"), offers=TITLE.offers, about="name")

    @property
    def lead(self) -> str:
        source = catalogue.source_of("titles")
        return f"{source.name}: {source.source} ({CERTAINTY[source.certainty]})"


class SchemeFilter(RegisterFilter):
    q = WordsFilter("name", "unit__name", "decision")
    state = CodeFilter(_("Trạng thái"), dict(SchemeState.choices))
    since = DaysFilter(_("Hiệu lực từ"), "valid_from", "gte")


class SchemeRegister(Register):
    """Schemes of job positions: of every agency the version in work and the one in force first."""

    code, title, see = "scheme_list", _("Vị trí việc làm"), SEE_POSTS
    rows = staticmethod(lambda actor, permission: list_schemes(actor))
    filters, tabs, states = SchemeFilter, TABS, "state"
    links = (PageLink(_("Lập đề án"), "scheme_new", KEEP_POSTS, "go"),)
    official = Official("Danh mục đề án vị trí việc làm")
    file_name = "de-an-vi-tri-viec-lam"
    empty = _(
        "Chưa có đề án nào. Lập đề án rồi lấy vị trí từ danh mục mẫu, hoặc nhập bản mô tả từ Word."
    )

    agency = Column(_("Cơ quan, đơn vị"), "unit__name", sort="unit__path", width=36, paper=60)
    name = LinkColumn(
        _("Đề án"),
        route="scheme_detail",
        notes=(lambda scheme: f"{gettext('lần')} {scheme.version}",),
        width=36,
        paper=60,
    )
    version = NumberColumn(_("Lần"), width=8, paper=14, shown=False)
    state = StateColumn(
        _("Trạng thái"),
        labels=dict(SchemeState.choices),
        tones=SCHEME_TONES,
        width=16,
        paper=30,
    )
    positions = NumberColumn(_("Vị trí"), "positions_count", sort="positions_count", width=9)
    people = NumberColumn(
        _("Số người"), lambda scheme: scheme.people_count or 0, sort="people_count", width=9
    )
    days = Column(
        _("Hiệu lực"),
        days_of,
        notes=("decision",),
        sort="valid_from",
        css="nowrap",
        excel=False,
    )
    valid_from = DayColumn(_("Hiệu lực từ"), width=13, paper=24, shown=False)
    valid_to = DayColumn(_("Hiệu lực đến"), width=13, shown=False)
    decision = Column(_("Quyết định phê duyệt"), width=30, paper=50, shown=False)


class DutyRegister(Register):
    """Functions of a commune or province on a day, with who holds them; as a workbook in the
    columns that import reads.
    """

    code, title, see = "duty_list", _("Chức năng, nhiệm vụ"), SEE
    template, tabs = "organisation/duty_list.html", TABS
    file_name = "chuc-nang-nhiem-vu"
    notes = duty_sheets.NOTES
    per_page = WHOLE_LIST
    empty = _("Chưa có chức năng, nhiệm vụ nào ở đây.")

    number = Column(duty_sheets.ID.title, "duty__pk", width=12, shown=False)
    duty_code = Column(duty_sheets.CODE.title, "duty__code", width=10, shown=False)
    name = LinkColumn(
        _("Chức năng, nhiệm vụ"),
        "duty__name",
        route="duty_detail",
        key="duty__pk",
        notes=(lambda row: gettext("được phân cấp") if row.duty.is_delegated else "", "told"),
        width=60,
    )
    field = Column(_("Lĩnh vực"), "duty__field", width=22)
    responsible = Column(
        duty_sheets.RESPONSIBLE.title, lambda row: _names(row.responsible), width=36, sort=False
    )
    helping = Column(
        duty_sheets.HELPING.title, lambda row: _names(row.helping), width=36, sort=False
    )
    is_delegated = FlagColumn(
        duty_sheets.DELEGATED.title, "duty__is_delegated", width=10, shown=False
    )
    basis = Column(_("Căn cứ"), "duty__basis", width=36, shown=False)
    valid_from = DayColumn(_("Từ ngày"), "duty__valid_from", width=12, shown=False)
    standing = StateColumn(
        _("Tình trạng"), labels=DUTY_WORDS, tones=DUTY_TONES, sort="standing", width=16
    )

    @cached_property
    def form(self) -> DutyFilter:
        return DutyFilter(self.given or None, homes=queries.homes_of(self.actor, SEE))

    @cached_property
    def said(self) -> dict:
        return self.form.cleaned_data if self.form.is_valid() else {}

    @cached_property
    def home(self) -> Unit:
        """The place that is looked at: the first one unless another is chosen."""
        home = self.said.get("home") or queries.homes_of(self.actor, SEE).first()
        if home is None:
            raise NotVisible
        return home

    @property
    def on(self) -> date:
        return self.said.get("on") or today()

    @cached_property
    def every(self) -> list:
        """Whatever their standing."""
        return list_duties(self.home, self.on, delegated=self.said.get("delegated", False))

    def get_rows(self, permission):
        wanted = self.said.get("standing", "")
        rows = [row for row in self.every if not wanted or row.standing == wanted]
        for row in rows:
            row.told = row.duty.basis
            if not row.is_own:
                row.told = f"{row.duty.basis} · {row.duty.unit.name}"
        return rows

    @property
    def lead(self) -> str:
        return f"{self.home.name}, {self.on:%d/%m/%Y}"

    def page_links(self):
        if self.actor.may(KEEP_POSTS, self.home.path):
            yield Link(_("Nhập từ Excel"), reverse("duty_import"))
        for offer in OF_HOME.offers(self.actor, self.home):
            yield Link(offer.title, offer.url, offer.tone)

    def context(self):
        counts = {
            standing: sum(row.standing == standing for row in self.every)
            for standing in DutyStanding
        }
        below = list(delegated_below(self.home, self.on))
        return {
            "below": BelowListing(below, actor=self.actor) if below else None,
            "below_count": len(below),
            "figures": [
                (counts[standing], STRIP[standing], _tone(standing, counts[standing]))
                for standing in STRIP
            ],
        }


STRIP = {
    DutyStanding.OVERLAP: _("chồng chéo: hai đơn vị trở lên cùng chủ trì"),
    DutyStanding.ORPHAN: _("chưa có đơn vị nào giữ"),
    DutyStanding.HELD: _("có một đơn vị chủ trì"),
}


def _tone(standing, count: int) -> str:
    """Nothing to act on, no alarm."""
    return DUTY_TONES[standing] if count or standing == DutyStanding.HELD else ""


def _names(holders) -> str:
    return "; ".join(holder.unit.name for holder in holders)


class PlaceFilter(RegisterFilter):
    q = django_filters.CharFilter(label=_("Tên hoặc mã"))
    province = django_filters.ChoiceFilter(
        label=_("Tỉnh, thành phố"),
        choices=lambda: code_list("province").choices(),
        empty_label=_("tất cả"),
    )
    on = DaysFilter(_("Vào ngày"), "valid_from", "lte")

    def filter_queryset(self, rows):
        said = self.form.cleaned_data
        province = said.get("province") or ""
        return list_places(said.get("q") or "", province=province, on=said.get("on"))


IMPORT_PLACES = (PageLink(_("Nhập danh mục chính thức"), "place_import"),)


class PlaceRegister(Register):
    """The official list of communes, as of a day."""

    code, title = "place_list", _("Danh mục xã, phường")
    filters, tabs = PlaceFilter, TABS
    file_name = "xa-phuong"
    empty = _("Không có xã, phường nào. Nếu danh mục còn trống, hãy nhập tệp Excel chính thức.")

    place_code = Column(_("Mã"), "code", css="nowrap", width=10)
    name = Column(_("Tên"), sort="folded", width=40)
    province = Column(
        _("Tỉnh, thành phố"),
        lambda place: code_list("province").name_of(place.province_code),
        sort="province_code",
        width=30,
    )
    days = Column(_("Thời gian"), days_of, sort="valid_from", css="nowrap", excel=False)
    valid_from = DayColumn(_("Từ ngày"), width=13, shown=False)
    valid_to = DayColumn(_("Đến ngày"), width=13, shown=False)

    def get_rows(self, permission):
        return Place.objects.all()

    def page_links(self):
        return IMPORT_PLACES if may_keep(self.actor, KEEP_PLACES) else ()

    @property
    def lead(self) -> str:
        return f"{gettext('34 tỉnh, thành phố có sẵn:')} {code_list('province').source}"
