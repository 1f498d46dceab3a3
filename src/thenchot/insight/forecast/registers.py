"""The pages of a forecast, told once: months, what happens when, composition, what changed."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.insight import registry
from thenchot.insight.access import SEE, SEE_NAMES
from thenchot.insight.counting import Count
from thenchot.insight.enums import ChangeGroup, EventKind, ReviewState
from thenchot.insight.forecast import drawing, queries, rules
from thenchot.insight.forecast.actions import FORECAST, TITLE
from thenchot.insight.labels import EVENT_KIND, EVENT_TONES, REVIEW_STATE, REVIEW_TONES
from thenchot.insight.models import Forecast, ForecastEvent
from thenchot.insight.registers import place_of
from thenchot.kernel.typed import id_of
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.columns import day_of, number_of
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, Register
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.platform.ui.templatetags.ui import comma
from thenchot.policy.parameters import ForecastPolicy, specs
from thenchot.programmes.labels import REACH, REACH_TONE
from thenchot.programmes.rules.reaching import reach

CERTAINTY = {"certain": _("theo luật, quyết định"), "planned": _("đang làm")}
CERTAINTY_TONES = {"certain": "done", "planned": "wait"}


def on_paper(register) -> str:
    """Under the title: of which place, by the data of which day."""
    forecast = register.forecast
    if forecast is None:
        return register.home.name
    return f"{forecast.home.name}, dữ liệu ngày {forecast.on:%d/%m/%Y}"


class OfForecast(Register):
    """A page of one forecast; place and run come from the address (`unit`, `run`)."""

    see = SEE
    template = "insight/forecast/page.html"
    empty = _("Chưa tính dự báo lần nào cho địa phương này.")
    per_page = 200

    @cached_property
    def place(self):
        return place_of(self.actor, self.given)

    @property
    def home(self):
        return self.place[0]

    @cached_property
    def forecast(self) -> Forecast | None:
        return queries.last_of(self.home, id_of(self.given.get("run", "")) or None)

    def crumbs(self):
        home = self.home
        return [(_("Số liệu"), f"{reverse('insight_board')}?unit={home.pk}")]

    def context(self):
        forecast = self.forecast
        asked = f"?unit={self.home.pk}" + (f"&run={forecast.pk}" if forecast else "")
        named = bool(self.actor.may(SEE_NAMES, self.home.path))
        return self.place[1] | {"forecast": forecast, "asked": asked, "may_names": named}


def between(low: str, high: str):
    """An interval as one cell; nothing where there is none."""

    def words(month):
        ends = getattr(month, low), getattr(month, high)
        return None if None in ends else f"{ends[0]}–{ends[1]}"

    return words


class HappeningColumn(columns.NumberColumn):
    """How many by law and decisions, leading to who they are for whoever may read names."""

    def __init__(self, title, kind: EventKind, **more):
        super().__init__(title, **more)
        self.kind = kind

    def show(self, content, record):
        shown = super().show(content, record)
        if not (content and record.may_names):
            return shown
        query = {"unit": record.home_pk, "run": record.forecast_id, "until": record.before}
        query |= {"kind": self.kind.value, "certain": "on"}
        if record.since:
            query["since"] = record.since
        page = f"{reverse('forecast_events')}?{urlencode(query)}"
        return format_html('<a href="{}">{}</a>', page, shown)


def free(month):
    return None if month.quota is None else month.quota - month.certain


class MonthRegister(OfForecast):
    """Headcount, retirements and empty posts, quarter by quarter or month by month."""

    code, title = "forecast", TITLE
    lead = _(
        "Nghỉ hưu theo luật là chắc chắn; phần còn lại là giả định nêu ở dưới. Dự báo để tham "
        "khảo, người có thẩm quyền quyết định."
    )
    template = "insight/forecast/forecast.html"
    file_name = "du-bao-quan-so"
    official = Official("Dự báo quân số và vị trí trống", subtitle=on_paper, landscape=True)

    on = columns.DayColumn(_("Đến ngày"), width=12, paper=24)
    quota = columns.NumberColumn(_("Biên chế"), width=10, paper=20)
    certain = columns.NumberColumn(_("Theo luật, quyết định"), width=12, paper=26)
    planned = columns.NumberColumn(_("Cả việc đang làm"), width=12, paper=26)
    free = columns.NumberColumn(
        _("Còn thiếu so với biên chế"), free, width=12, paper=26, sort=False
    )
    range = columns.Column(
        _("Khoảng dự báo"), between("low", "high"), width=12, paper=26, sort=False, css="nowrap"
    )
    retiring = HappeningColumn(_("Nghỉ hưu"), EventKind.RETIRES, width=10, paper=20)
    leaving = HappeningColumn(_("Rời đi"), EventKind.ENDS, width=10, paper=20)
    arriving = HappeningColumn(_("Đến"), EventKind.ARRIVES, width=10, paper=18)
    empty_certain = columns.NumberColumn(
        _("Vị trí lãnh đạo trống nếu không bố trí"), width=14, paper=30
    )
    empty_range = columns.Column(
        _("Khoảng, có bố trí từ quy hoạch"),
        between("empty_low", "empty_high"),
        width=14,
        paper=30,
        sort=False,
        css="nowrap",
    )

    def get_rows(self, permission):
        rows = list(queries.months_of(self.forecast))
        return rows if self.is_monthly else _quarters(rows)

    def prepare(self, rows):
        """Whoever is there on the last day of a month goes after it: the days behind a number run
        from the row before to the day before its own.
        """
        named = bool(self.actor.may(SEE_NAMES, self.home.path))
        since = {after.pk: before.on for before, after in pairwise(self.base)}
        for one in rows:
            one.may_names, one.home_pk = named, self.home.pk
            one.since = day_of(since[one.pk]) if one.pk in since else ""
            one.before = day_of(one.on - timedelta(days=1))
        return rows

    @property
    def is_monthly(self) -> bool:
        return bool(self.given.get("monthly"))

    def page_links(self) -> Iterable[Link]:
        if self.forecast is None:
            return []
        page = f"{reverse('forecast')}?unit={self.home.pk}&run={self.forecast.pk}"
        if self.is_monthly:
            return [Link(_("Từng quý"), page)]
        return [Link(_("Từng tháng"), f"{page}&monthly=1")]

    def context(self):
        forecast = self.forecast
        more = super().context()
        if forecast is None:
            return more | {"start": FORECAST.offers(self.actor, None, "new")}
        months = list(queries.months_of(forecast))
        state = ReviewState(forecast.state)
        return more | {
            "start": FORECAST.offers(self.actor, None, "new"),
            "offers": FORECAST.offers(self.actor, forecast),
            "state": (REVIEW_STATE[state], REVIEW_TONES[state]),
            "picture": _picture(months),
            "last": months[-1],
            "retiring": sum(one.retiring for one in months),
            "assumptions": _assumptions(forecast),
            "rate": _rate(forecast),
            "codes": (forecast.assumptions_hash[:8], forecast.data_hash[:8]),
        }


def _quarters(months: list) -> list:
    """The month of the forecast and the ends of quarters, what happened since the row before added
    up.
    """
    found, since = [], {"retiring": 0, "leaving": 0, "arriving": 0}
    for at, month in enumerate(months):
        for name in since:
            since[name] += getattr(month, name)
        if at == 0 or month.on.month % 3 == 0:
            for name, number in since.items():
                setattr(month, name, number)
            since = dict.fromkeys(since, 0)
            found.append(month)
    return found


def _picture(months) -> drawing.Picture:
    names = ("quota", "certain", "planned", "middle")
    return drawing.draw(
        {name: [(one.on, getattr(one, name)) for one in months] for name in names},
        [(one.on, one.low) for one in months],
        [(one.on, one.high) for one in months],
    )


def _assumptions(forecast: Forecast) -> list[tuple]:
    """(label, value, unit) as they were when it was worked out."""
    found = specs(ForecastPolicy).values()
    return [(one.label, forecast.assumptions.get(one.key), one.unit) for one in found]


def _rate(forecast: Forecast) -> str:
    if forecast.leave_permille is None:
        return ""
    return gettext(
        "%(leavers)s người rời đi trước tuổi trong %(years)s người-năm của địa phương; với giả "
        "định ở trên, dùng mức %(rate)s‰ một năm."
    ) % {
        "leavers": forecast.leavers,
        "years": comma(forecast.person_years),
        "rate": comma(forecast.leave_permille),
    }


class EventFilter(filters.RegisterFilter):
    kind = filters.CodeFilter(_("Việc"), EVENT_KIND)
    since = filters.DaysFilter(_("Từ ngày"), "on", "gte")
    until = filters.DaysFilter(_("Đến ngày"), "on", "lte")
    posts = filters.FlagFilter(
        _("Vị trí lãnh đạo trống"), lambda rows: rows.filter(empties=True, is_leader=True)
    )
    certain = filters.FlagFilter(_("Chỉ điều chắc chắn"), lambda rows: rows.filter(is_certain=True))
    unready = filters.FlagFilter(
        _("Chưa có người sẵn sàng"), lambda rows: rows.filter(empties=True, ready=0)
    )


def readiness(event: ForecastEvent):
    if not (event.empties or event.kind == EventKind.REAPPOINT):
        return None
    if event.planned_post_id is None:
        return gettext("không có trong quy hoạch") if event.is_leader else None
    return gettext("%(planned)s người, %(ready)s đủ tiêu chuẩn") % {
        "planned": event.planned,
        "ready": event.ready,
    }


class EventRegister(OfForecast):
    """Who retires, whose time ends, who arrives; which post falls empty and who is planned for
    it.
    """

    code, title = "forecast_events", _("Ai đi, ai đến, vị trí nào trống")
    is_found = False  # names are for whoever reads them over the whole place
    lead = _("Chỉ nêu tên người khi luật, quyết định hoặc quy trình đang mở nói đến họ.")
    see = SEE_NAMES
    filters, states = EventFilter, "kind"
    file_name = "vi-tri-trong"
    official = Official("Vị trí trống, người nghỉ, người đến", subtitle=on_paper, landscape=True)
    empty = _("Không có việc nào đã biết đến hết thời gian dự báo.")

    on = columns.DayColumn(_("Ngày"), width=12, paper=22)
    kind = columns.StateColumn(_("Việc"), labels=EVENT_KIND, tones=EVENT_TONES, width=22, paper=32)
    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="person_detail",
        key="person_id",
        sort="person__sort_key",
        width=28,
        paper=42,
    )
    post = columns.Column(
        _("Vị trí, chức danh"),
        notes=(lambda one: None if one.kind == EventKind.RETIRES else one.basis,),
        width=44,
        paper=66,
    )
    basis = columns.Column(_("Căn cứ"), width=40, shown=False)
    certainty = columns.StateColumn(
        _("Mức chắc chắn"),
        lambda one: "certain" if one.is_certain else "planned",
        labels=CERTAINTY,
        tones=CERTAINTY_TONES,
        sort="is_certain",
        width=20,
        paper=30,
    )
    readiness = columns.Column(
        _("Quy hoạch"), readiness, notes=("successors",), width=28, paper=40, sort=False
    )
    successors = columns.Column(
        _("Người được quy hoạch"), width=40, shown=False, sort=False, reads="succession.see"
    )

    def get_rows(self, permission):
        require(self.actor, SEE_NAMES, self.home.path)
        return queries.events_of(self.forecast)

    def prepare(self, rows):
        self.actor.reads.extend(one.person for one in rows if one.person_id)
        listed = queries.successors_of(self.actor, rows)
        for one in rows:
            found = listed.get(one.planned_post_id, [])
            names = (c.person.full_name for c in found if c.person_id != one.person_id)
            one.successors = ", ".join(names)
        return rows


def rounded(field: str):
    """One digit after the comma at most."""

    def value(goal):
        found = getattr(goal, field)
        return None if found is None else round(found, 1)

    return value


class GoalRegister(OfForecast):
    """Each target of composition: now, on the day due without and with the changes under way, and
    what it would take.
    """

    code, title = "forecast_goals", _("Cơ cấu đến 2030")
    lead = _(
        "“Nếu giữ nguyên”: chỉ tính tuổi, nghỉ hưu, quyết định đã có. “Với việc đang làm”: cả quy "
        "trình đang mở, người sẵn sàng trong quy hoạch được duyệt, người trúng tuyển, lớp học đã "
        "cử hoặc đã duyệt."
    )
    file_name = "co-cau"
    official = Official("Dự báo cơ cấu so với mức đặt", subtitle=on_paper, landscape=True)
    empty = _("Chưa có mức đặt nào để so, hoặc chưa tính dự báo.")

    name = columns.LinkColumn(
        _("Chỉ số"),
        lambda one: str(one.known.name),
        route="forecast_indicator",
        key="indicator",
        query=lambda one: f"?unit={one.forecast.home_id}&run={one.forecast_id}",
        notes=("source",),
        sort=False,
        width=44,
        paper=60,
    )
    source = columns.Column(_("Mức đặt của"), "source", width=40, shown=False, sort=False)
    wanted = columns.Column(_("Mức đặt"), "wanted", width=14, paper=24, sort=False, css="nowrap")
    reached_on = columns.DayColumn(_("Tính ngày"), width=12, paper=22, sort=False)
    now = columns.NumberColumn(_("Hiện nay"), rounded("now"), width=10, paper=20, sort=False)
    alone = columns.NumberColumn(
        _("Nếu giữ nguyên"), rounded("alone"), width=12, paper=22, sort=False
    )
    planned = columns.NumberColumn(
        _("Với việc đang làm"), rounded("planned"), width=12, paper=22, sort=False
    )
    state = columns.StateColumn(
        _("So với mức đặt"),
        "reach",
        labels=REACH,
        tones=REACH_TONE,
        width=16,
        paper=26,
        sort=False,
    )
    needed = columns.Column(_("Cần gì để đạt"), "needed", width=60, paper=80, sort=False)

    def get_rows(self, permission):
        goals: list[Any] = queries.goals_of_forecast(self.forecast)
        for one in goals:
            one.known = registry.get(one.indicator)
            one.source = str(one.target) if one.target else gettext("mức thường đặt (chính sách)")
            one.wanted = said_goal(one)
            one.reach = reach(one.planned, one.comparator, one.goal)
            one.needed = needed(one)
        return goals


SIGNS = {">=": _("từ"), ">": _("trên"), "<=": _("không quá"), "<": _("dưới")}


def said_goal(goal) -> str:
    unit = "%" if goal.known.unit == "%" else f" {gettext('người')}"
    return f"{SIGNS[goal.comparator]} {number_of(goal.goal)}{unit}"


def needed(goal) -> str:
    """The arithmetic of the gap, with the changes under way taken off."""
    if goal.planned is None:
        return gettext("chưa có ai để tính vào ngày này")
    if not goal.lacking_planned:
        if goal.lacking:
            return gettext("Đạt khi việc đang làm xong; nếu giữ nguyên thì thiếu %s người.") % (
                goal.lacking
            )
        return gettext("Không cần thêm.")
    number = goal.lacking_planned
    years = list(range(goal.forecast.on.year + 1, goal.reached_on.year + 1))
    parts = ", ".join(
        f"{year}: {each}" for year, each in rules.spread(number, years or [goal.reached_on.year])
    )
    if goal.comparator in ("<=", "<"):
        return gettext("Cần bớt %(number)s người thuộc diện này (%(parts)s).") % {
            "number": number,
            "parts": parts,
        }
    words = gettext("Cần thêm %(number)s người “%(name)s” trong số chỗ hiện có (%(parts)s).") % {
        "number": number,
        "name": goal.known.name,
        "parts": parts,
    }
    if goal.places:
        words += " " + gettext("Đến lúc đó %s chỗ trống vì nghỉ hưu, hết hạn.") % goal.places
    return words


class IndicatorRegister(OfForecast):
    """One indicator, year by year, without and with the changes."""

    code, title = "forecast_indicator", _("Cơ cấu đến 2030")
    is_found = False
    template = "insight/forecast/indicator.html"
    file_name = "chi-so-tung-nam"
    official = Official("Một chỉ số, từng năm", subtitle=on_paper, landscape=False)

    on = columns.DayColumn(_("Ngày"), width=12, paper=24, sort=False)
    alone = columns.NumberColumn(_("Nếu giữ nguyên"), "alone", width=12, paper=28, sort=False)
    alone_share = columns.Column(
        _("Tử số / mẫu số"), lambda one: f"{one.part}/{one.whole}", width=14, paper=28, sort=False
    )
    planned = columns.NumberColumn(
        _("Với việc đang làm"), "with_changes", width=12, paper=28, sort=False
    )
    planned_share = columns.Column(
        _("Tử số / mẫu số"),
        lambda one: f"{one.planned_part}/{one.planned_whole}",
        width=14,
        paper=28,
        sort=False,
    )
    unknown = columns.NumberColumn(_("Chưa rõ"), "planned_unknown", width=10, paper=20, sort=False)

    @cached_property
    def indicator(self):
        found = registry.get(self.keys["code"])
        if found is None or not found.looks_ahead:
            raise NotVisible
        return found

    def get_rows(self, permission):
        indicator, rows = self.indicator, list(queries.values_of(self.forecast, self.keys["code"]))
        for one in rows:
            one.alone = _value(indicator, one.part, one.whole, one.unknown)
            one.with_changes = _value(
                indicator, one.planned_part, one.planned_whole, one.planned_unknown
            )
        return rows

    def heading(self):
        return self.indicator.name

    def crumbs(self):
        page = f"{reverse('forecast_goals')}?unit={self.home.pk}"
        return [*super().crumbs(), (GoalRegister.title, page)]

    def context(self):
        rows = self.base
        goals = [
            one
            for one in queries.goals_of_forecast(self.forecast)
            if one.indicator == self.keys["code"]
        ]
        lines: dict[str, drawing.Line] = {
            "certain": [(one.on, one.alone) for one in rows],
            "planned": [(one.on, one.with_changes) for one in rows],
        }
        if goals and rows:
            goal = float(goals[0].goal)
            lines["quota"] = [(rows[0].on, goal), (rows[-1].on, goal)]
        return super().context() | {
            "indicator": self.indicator,
            "picture": drawing.draw(lines, from_zero=True),
            "has_goal": bool(goals),
        }


def _value(indicator, part: int, whole: int, unknown: int) -> float | None:
    value = Count(indicator, part, whole, unknown).value
    return None if value is None else round(value, 1)


class ForecastRegister(OfForecast):
    """Every forecast of the place: when, by whom, what was said of it."""

    code, title = "forecast_list", _("Các bản dự báo")
    file_name = "ban-du-bao"
    official = Official("Các bản dự báo", subtitle=on_paper, landscape=True)

    on = columns.LinkColumn(
        _("Dữ liệu ngày"),
        lambda one: f"{one.on:%d/%m/%Y}",
        route="forecast",
        key=(),
        query=lambda one: f"?unit={one.home_id}&run={one.pk}",
        sort="on",
        width=14,
        paper=26,
    )
    made_at = columns.MomentColumn(_("Tính lúc"), width=18, paper=32)
    made_by = columns.Column(_("Người yêu cầu"), "made_by__name", width=24, paper=40)
    people = columns.NumberColumn(_("Số người"), width=10, paper=20)
    assumptions = columns.Column(
        _("Mã giả định"), lambda one: one.assumptions_hash[:8], width=12, paper=24, sort=False
    )
    data = columns.Column(
        _("Mã dữ liệu"), lambda one: one.data_hash[:8], width=12, paper=24, sort=False
    )
    state = columns.StateColumn(
        _("Ý kiến"),
        labels=REVIEW_STATE,
        tones=REVIEW_TONES,
        notes=("reviewed_by__name", "reason"),
        width=28,
        paper=44,
    )
    step = columns.OffersColumn(offers=FORECAST.offers, about="on")

    def get_rows(self, permission):
        return queries.of_home(self.home)


GROUPS = {one: one.label for one in ChangeGroup}


class ChangeRegister(OfForecast):
    """What differs from the forecast before, or from the one asked for (`from`)."""

    code, title = "forecast_changes", _("Khác lần trước")
    file_name = "khac-lan-truoc"
    official = Official("Khác nhau giữa hai bản dự báo", subtitle=on_paper, landscape=False)
    empty = _("Không có gì khác, hoặc chưa có hai bản dự báo để so.")

    group = columns.ChoiceColumn(_("Nhóm"), labels=GROUPS, width=18, paper=28, sort=False)
    name = columns.Column(_("Số liệu"), width=50, paper=70, sort=False)
    was = columns.NumberColumn(_("Lần trước"), width=12, paper=24, sort=False)
    now = columns.NumberColumn(_("Lần này"), width=12, paper=24, sort=False)
    difference = columns.NumberColumn(_("Chênh lệch"), width=12, paper=24, sort=False)

    @cached_property
    def earlier(self) -> Forecast | None:
        wanted = id_of(self.given.get("from", ""))
        if wanted:
            return queries.last_of(self.home, wanted)
        return queries.before(self.forecast) if self.forecast else None

    def get_rows(self, permission):
        if self.forecast is None or self.earlier is None:
            return []
        return queries.changes_between(self.earlier, self.forecast)

    def page_links(self) -> Iterable[Link]:
        return [Link(_("Các bản dự báo"), f"{reverse('forecast_list')}?unit={self.home.pk}")]

    def context(self):
        return super().context() | {"earlier": self.earlier}
