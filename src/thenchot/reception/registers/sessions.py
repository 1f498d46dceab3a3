"""Rotas, sessions, the day of one session, and the measures of a month."""

from datetime import date, datetime
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, PageLink, Register
from thenchot.reception.access import EDIT, EXPORT, SEE
from thenchot.reception.actions.sessions import ROTA, SLOT
from thenchot.reception.actions.visits import VISIT
from thenchot.reception.enums import SlotState
from thenchot.reception.labels import (
    DUTY,
    MATTER,
    PART,
    SLOT_STATE,
    SLOT_TONES,
    VISIT_STATE,
    VISIT_TONES,
)
from thenchot.reception.listings import DirectionListing
from thenchot.reception.queries import measures
from thenchot.reception.queries import sessions as queries
from thenchot.reception.queries.policy import online_clocks, policy_of, publish_clock
from thenchot.reception.queries.visits import list_directions, list_visits
from thenchot.reception.rules.clocks import connect_by

TABS = "reception/_tabs.html"
CALENDAR = _("Lịch tiếp công dân")


class RotaRegister(Register):
    """Regular days of each leader."""

    code, title = "citizen_rota_list", _("Lịch cố định")
    lead = _(
        "Ngày trong tháng, hoặc thứ mấy tuần thứ mấy; ngày nghỉ chuyển sang ngày làm việc sau."
    )
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_rotas)
    links = (PageLink(_("Thêm lịch cố định"), "citizen_rota_new", EDIT, "go"),)
    tabs, file_name = TABS, "lich-co-dinh"
    empty = _("Chưa có lịch cố định nào. Thêm lịch của từng lãnh đạo rồi lập lịch tháng.")
    official = Official("Lịch tiếp công dân định kỳ", landscape=True)

    leader = columns.Column(_("Người tiếp"), "leader__full_name", width=28, paper=48)
    duty = columns.ChoiceColumn(_("Chức vụ"), labels=DUTY, width=24, paper=44)
    days = columns.Column(_("Ngày tiếp"), lambda rota: rota.pattern.words, width=40, paper=60)
    hours = columns.Column(
        _("Giờ"), lambda rota: f"{rota.starts_at:%H:%M}–{rota.ends_at:%H:%M}", width=14, paper=24
    )
    place = columns.Column(_("Nơi tiếp"), width=34, paper=54)
    ended_on = columns.DayColumn(_("Thôi từ"), width=12, shown=False)
    step = columns.OffersColumn(offers=ROTA.offers)


class SlotFilter(filters.RegisterFilter):
    unit = UnitFilter(SEE)
    duty = filters.CodeFilter(_("Chức vụ"), DUTY)
    state = filters.CodeFilter(_("Tình trạng"), SLOT_STATE)
    since = filters.DaysFilter(_("Từ ngày"), "on", "gte")
    until = filters.DaysFilter(_("Đến ngày"), "on", "lte")


class SlotRegister(Register):
    """Every session, the latest first."""

    code, title = "citizen_slot_list", CALENDAR
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_slots)
    filters, states = SlotFilter, "state"
    links = (
        PageLink(_("Lập lịch tháng"), "citizen_slot_draw", EDIT, "go"),
        PageLink(_("Thêm buổi tiếp"), "citizen_slot_new", EDIT),
        PageLink(_("Trang công khai"), "public_reception"),
    )
    actions, together = SLOT, ("publish",)
    tabs, file_name = TABS, "lich-tiep-cong-dan"
    empty = _("Chưa có buổi tiếp nào. Lập lịch tháng từ lịch cố định.")
    official = Official("Lịch tiếp công dân của lãnh đạo", landscape=True)

    on = columns.DayColumn(_("Ngày"), notes=("hours",), width=12, paper=24)
    leader = columns.LinkColumn(
        _("Người tiếp"),
        "leader__full_name",
        route="citizen_slot",
        notes=(lambda slot: DUTY[slot.duty],),
        sort=False,
        width=28,
        paper=50,
    )
    place = columns.Column(_("Nơi tiếp"), width=34, paper=50)
    subject = columns.Column(_("Nội dung, người cùng dự"), width=34, paper=50, shown=False)
    booked = columns.NumberColumn(_("Đăng ký"), width=9, sort=False)
    came = columns.NumberColumn(_("Đã tiếp"), width=9, paper=18, sort=False)
    published_on = columns.DayColumn(_("Công bố ngày"), width=12, paper=24, shown=False)
    held_by = columns.Column(_("Người đã tiếp"), "held_by__full_name", width=26, shown=False)
    state = columns.StateColumn(
        _("Tình trạng"), labels=SLOT_STATE, tones=SLOT_TONES, notes=("why",), width=18, paper=44
    )
    step = columns.OffersColumn(
        offers=lambda actor, slot: SLOT.offers(actor, slot, "publish"), about="leader__full_name"
    )


def online_told(slot) -> dict:
    """By when points are told, the connection is tested, every point is connected."""
    notice, test = online_clocks(slot)
    starts = datetime.combine(slot.on, slot.starts_at)
    connect = connect_by(starts, policy_of(slot.unit).connect_before)
    return {"notice": notice, "test": test, "connect": f"{connect:%H:%M %d/%m/%Y}"}


class SlotVisitRegister(Register):
    """The day page: turns of one session, booked and walked in."""

    code, title = "citizen_slot", CALENDAR
    see, take = SEE, EXPORT
    is_found = False
    template, file_name = "reception/slot.html", "luot-tiep"
    logs = staticmethod(lambda visit: visit)
    empty = _("Chưa có ai đăng ký hoặc được tiếp trong buổi này.")

    number = columns.LinkColumn(
        _("Số"), lambda visit: str(visit), route="citizen_visit", width=10, css="nowrap"
    )
    full_name = columns.Column(_("Họ và tên"), sort=False, width=28)
    summary = columns.Column(_("Nội dung"), lambda visit: visit.summary[:160], width=60)
    matter = columns.ChoiceColumn(_("Phân loại"), labels=MATTER, width=14)
    state = columns.StateColumn(_("Tình trạng"), labels=VISIT_STATE, tones=VISIT_TONES, width=20)
    step = columns.OffersColumn(
        offers=lambda actor, visit: VISIT.offers(actor, visit, "receive", "answer"),
        about="full_name",
    )

    @cached_property
    def slot(self):
        return queries.get_slot(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return list_visits(self.actor, permission).filter(slot=self.slot.pk)

    def prepare(self, rows):
        self.actor.reads.extend(rows)
        return rows

    def heading(self):
        return f"{self.slot.leader.full_name}, {self.slot.on:%d/%m/%Y}"

    def crumbs(self):
        return [(CALENDAR, reverse("citizen_slot_list"))]

    def page_links(self):
        if not self.slot.concluded_on or not self.actor.has(EXPORT):
            return []
        url = reverse("citizen_conclusion", args=[self.slot.pk])
        return [Link(_("Thông báo kết luận"), url)]

    def context(self):
        slot = self.slot
        rows = list(list_directions(self.actor).filter(slot=slot.pk))
        is_planned = slot.state == SlotState.PLANNED
        is_online = slot.is_online and slot.state in (SlotState.PLANNED, SlotState.PUBLISHED)
        return {
            "slot": slot,
            "duty": DUTY[slot.duty],
            "state": (SLOT_STATE[slot.state], SLOT_TONES.get(slot.state, "")),
            "clock": publish_clock(slot) if is_planned else None,
            "online": online_told(slot) if is_online else None,
            "offers": SLOT.offers(self.actor, slot),
            "directions": DirectionListing(rows, actor=self.actor) if rows else None,
        }


def month_asked(given) -> tuple[int, int]:
    """Of the address, else this month."""
    on = today()
    try:
        year, month = int(given.get("year", "")), int(given.get("month", ""))
        date(year, month, 1)
    except ValueError:
        return on.year, on.month
    return year, month


class OfMonth(Register):
    """A list that is worked out for one month."""

    template = "reception/month.html"
    is_found = False

    def context(self):
        year, month = month_asked(self.given)
        return {"year": year, "month": month, "months": range(1, 13)}

    @property
    def of_month(self) -> str:
        year, month = month_asked(self.given)
        return f"{month:02d}/{year}"


class MeasureRegister(OfMonth):
    """What each head did of what was planned."""

    code, title = "citizen_measure_list", _("Kết quả tiếp công dân của lãnh đạo")
    lead = _(
        "Ngày tiếp đếm một lần dù có mấy buổi; ngày người khác tiếp thay không tính cho Chủ tịch."
    )
    see, take = SEE, EXPORT
    tabs, file_name = TABS, "ket-qua-tiep-cong-dan"
    empty = _("Tháng này chưa có buổi tiếp nào.")
    official = Official(
        "Kết quả tiếp công dân của lãnh đạo", lambda register: f"Tháng {register.of_month}"
    )

    leader = columns.Column(
        _("Người tiếp"), notes=(lambda row: DUTY[row.duty],), width=28, paper=50
    )
    unit = columns.Column(_("Đơn vị"), width=28, shown=False)
    planned = columns.NumberColumn(_("Ngày theo lịch"), lambda row: len(row.planned), paper=20)
    held = columns.NumberColumn(_("Ngày đã tiếp"), lambda row: len(row.held), paper=20)
    in_person = columns.NumberColumn(_("Trực tiếp"), lambda row: len(row.in_person), paper=20)
    least = columns.NumberColumn(_("Ít nhất"), paper=16)
    lacking = columns.NumberColumn(_("Còn thiếu"), lambda row: row.lacking, paper=18)
    moved = columns.NumberColumn(_("Dời ngày"), paper=16)
    missed = columns.NumberColumn(_("Bỏ buổi"), paper=16)
    cases = columns.NumberColumn(_("Lượt tiếp"), paper=16)
    a_day = columns.NumberColumn(_("Lượt mỗi ngày"), lambda row: row.a_day, paper=18, shown=False)
    conclusions = columns.NumberColumn(_("Thông báo kết luận"), paper=20)
    overdue = columns.NumberColumn(_("Việc quá hạn"), paper=18)

    def get_rows(self, permission):
        return measures.leader_months(self.actor, permission, *month_asked(self.given), today())


class AllowanceRegister(OfMonth):
    """Who is paid for which days of a month."""

    code, title = "citizen_allowance_list", _("Bồi dưỡng tiếp công dân")
    lead = _("Chỉ ngày thực tế tiếp, theo Thông tư 65/2026/TT-BTC; mỗi người mỗi ngày một lần.")
    see, take = SEE, EXPORT
    tabs, file_name = TABS, "boi-duong-tiep-cong-dan"
    empty = _("Tháng này chưa ghi buổi tiếp nào.")
    official = Official(
        "Bảng kê bồi dưỡng tiếp công dân",
        lambda register: f"Tháng {register.of_month}",
        note="Căn cứ Nghị định 154/2026/NĐ-CP và Thông tư 65/2026/TT-BTC.",
    )

    name = columns.Column(_("Họ và tên"), lambda line: line.name, width=28, paper=60)
    part = columns.ChoiceColumn(_("Việc"), labels=PART, width=18, paper=36)
    listed = columns.Column(_("Các ngày"), lambda line: line.listed, width=24, paper=50)
    count = columns.NumberColumn(_("Số ngày"), lambda line: line.count, width=9, paper=20)
    rate = columns.MoneyColumn(_("Mức một ngày"), width=14, paper=30)
    total = columns.MoneyColumn(_("Thành tiền"), lambda line: line.total, width=14, paper=34)

    def get_rows(self, permission):
        return measures.pay_lines(self.actor, permission, *month_asked(self.given))
