"""Cases, imports, outages, letters of apology, and how many were on time."""

from django.utils.translation import gettext_lazy as _

from thenchot.citizens.access import EDIT, EXPORT, SEE
from thenchot.citizens.actions.cases import OUTAGE
from thenchot.citizens.labels import (
    BATCH_STATE,
    BATCH_TONES,
    CAUSE,
    CHANNEL,
    OUTAGE_STATE,
    OUTAGE_TONES,
    PUNCTUAL,
    PUNCTUAL_TONES,
    RESPONDENTS,
    STATUS,
)
from thenchot.citizens.queries import cases as queries
from thenchot.citizens.queries.policy import strictest
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import now, today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register

TABS = "citizens/_tabs.html"


def handler(case) -> str:
    """Who of the staff, as far as the export tells."""
    return case.handler.full_name if case.handler else case.handler_name


class CaseFilter(filters.RegisterFilter):
    q = filters.WordsFilter("code", "procedure")
    unit = UnitFilter(SEE)
    status = filters.CodeFilter(_("Trạng thái"), STATUS)
    punctual = filters.CodeFilter(_("Đúng hạn"), PUNCTUAL)
    channel = filters.CodeFilter(_("Kênh"), CHANNEL)
    since = filters.DaysFilter(_("Nhận từ ngày"), "received_at", "date__gte")
    until = filters.DaysFilter(_("Nhận đến ngày"), "received_at", "date__lte")


class CaseRegister(Register):
    """The cases of the one-stop system, the latest first."""

    code, title = "onestop_case_list", _("Hồ sơ một cửa")
    lead = _(
        "Đúng hạn tính theo quy tắc của Cổng Dịch vụ công quốc gia; số của Cổng là chính thức."
    )
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_cases)
    filters, states = CaseFilter, "punctual"
    links = (
        PageLink(_("Nhập từ tệp một cửa"), "onestop_import", EDIT, "go"),
        PageLink(_("Các lần nhập"), "onestop_batch_list", EDIT),
    )
    tabs, file_name = TABS, "ho-so-mot-cua"
    empty = _("Chưa nhập hồ sơ nào: tải tệp xuất từ hệ thống một cửa lên.")
    official = Official("Danh sách hồ sơ một cửa", landscape=True)

    code_ = columns.LinkColumn(
        _("Mã hồ sơ"), "code", route="onestop_case", width=22, paper=34, css="nowrap"
    )
    procedure = columns.Column(_("Thủ tục"), notes=("field",), width=44, paper=60)
    unit = columns.Column(_("Đơn vị xử lý"), "unit__name", notes=(handler,), width=28, paper=40)
    handler = columns.Column(_("Người xử lý"), handler, width=22, paper=32, shown=False)
    received_at = columns.MomentColumn(_("Tiếp nhận"), width=16, paper=26, shown=False)
    due_at = columns.MomentColumn(_("Hẹn trả"), width=16, paper=26)
    ended_at = columns.MomentColumn(_("Kết thúc"), width=16, paper=26)
    status = columns.ChoiceColumn(_("Trạng thái"), labels=STATUS, width=18, paper=26, shown=False)
    channel = columns.ChoiceColumn(_("Kênh"), labels=CHANNEL, width=12, shown=False)
    group = columns.ChoiceColumn(_("Đối tượng"), labels=RESPONDENTS, width=14, shown=False)
    late_reason = columns.Column(_("Lý do trễ hẹn"), width=28, paper=40, shown=False)
    punctual = columns.StateColumn(
        _("Đúng hạn"), "punctual", labels=PUNCTUAL, tones=PUNCTUAL_TONES, width=20, paper=26
    )


class BatchRegister(Register):
    """Exports taken in, the latest first."""

    code, title = "onestop_batch_list", _("Các lần nhập hồ sơ")
    see, take = EDIT, EDIT
    rows = staticmethod(queries.list_batches)
    links = (PageLink(_("Nhập từ tệp một cửa"), "onestop_import", EDIT, "go"),)
    above = ((_("Hồ sơ một cửa"), "onestop_case_list"),)
    file_name = "lan-nhap-ho-so"
    empty = _("Chưa nhập tệp nào.")

    file = columns.LinkColumn(_("Tệp"), "file__name", route="onestop_batch", width=40)
    unit = columns.Column(_("Địa phương"), "unit__name", width=26)
    made_at = columns.MomentColumn(_("Nhập lúc"), width=16)
    rows_ = columns.NumberColumn(_("Dòng"), "rows", width=9)
    created = columns.NumberColumn(_("Mới"), width=9)
    updated = columns.NumberColumn(_("Cập nhật"), width=9)
    unchanged = columns.NumberColumn(_("Không đổi"), width=9)
    left_out = columns.NumberColumn(_("Không nhận"), width=9)
    state = columns.StateColumn(_("Tình trạng"), labels=BATCH_STATE, tones=BATCH_TONES, width=16)


class OutageFilter(filters.RegisterFilter):
    q = filters.WordsFilter("what", "basis")
    state = filters.CodeFilter(_("Tình trạng"), OUTAGE_STATE)


class OutageRegister(Register):
    """When the system was down, and what was decided of it."""

    code, title = "onestop_outage_list", _("Sự cố hệ thống")
    lead = _(
        "Sự cố do một người báo, người khác xác nhận; khi ấy hồ sơ trễ vì sự cố không tính lỗi."
    )
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_outages)
    filters, states = OutageFilter, "state"
    links = (PageLink(_("Báo sự cố"), "onestop_outage_new", EDIT, "go"),)
    tabs, file_name = TABS, "su-co-he-thong"
    empty = _("Chưa ghi sự cố nào.")
    official = Official("Danh sách sự cố hệ thống một cửa", landscape=True)

    what = columns.Column(_("Sự cố"), notes=("basis", "reason"), width=44, paper=90)
    starts_at = columns.MomentColumn(_("Từ"), width=16, paper=34)
    ends_at = columns.MomentColumn(_("Đến"), width=16, paper=34)
    made_by = columns.Column(_("Người báo"), "made_by__name", width=24, paper=40)
    decided_on = columns.DayColumn(_("Quyết định ngày"), width=14, paper=26)
    state = columns.StateColumn(
        _("Tình trạng"), labels=OUTAGE_STATE, tones=OUTAGE_TONES, width=16, paper=28
    )
    step = columns.OffersColumn(offers=OUTAGE.offers)


class ApologyRegister(Register):
    """Letters of apology: old day, cause, who, new day, the day it was really given."""

    code, title = "onestop_apology_list", _("Thư xin lỗi, hẹn lại")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_apologies)
    tabs, file_name = TABS, "thu-xin-loi"
    empty = _("Chưa có thư xin lỗi nào.")
    official = Official("Sổ theo dõi thư xin lỗi, hẹn lại ngày trả", landscape=True)

    case = columns.LinkColumn(
        _("Mã hồ sơ"),
        "case__code",
        route="onestop_case",
        key="case_id",
        width=22,
        paper=34,
        css="nowrap",
    )
    procedure = columns.Column(_("Thủ tục"), "case__procedure", width=40, paper=50)
    old_due_at = columns.MomentColumn(_("Hạn cũ"), width=16, paper=24)
    cause = columns.ChoiceColumn(
        _("Nguyên nhân"), labels=CAUSE, notes=("step",), width=28, paper=36
    )
    handler = columns.Column(
        _("Người chịu trách nhiệm"), lambda one: handler(one.case), width=24, paper=34
    )
    number = columns.Column(_("Số thư"), width=14, paper=20)
    written_on = columns.DayColumn(_("Ngày thư"), width=12, paper=22)
    new_due_on = columns.DayColumn(_("Hạn mới"), width=12, paper=22)
    ended_at = columns.MomentColumn(_("Ngày trả thực"), "case__ended_at", width=16, paper=24)


PARTS = {
    "unit": _("Đơn vị"),
    "person": _("Người xử lý"),
    "procedure": _("Thủ tục"),
    "field": _("Lĩnh vực"),
    "month": _("Tháng"),
}


def bounds_told(share) -> str:
    """The interval in per cent, as it is written here."""
    low, high = (f"{bound * 100:.1f}".replace(".", ",") for bound in share.bounds)
    return f"{low} – {high} %"


def year_asked(given) -> int:
    try:
        year = int(given.get("year", ""))
    except ValueError:
        return today().year
    return year if 2000 <= year <= 2100 else today().year


def value_of(name: str):
    """The share of that name; none where too few cases ended."""
    return lambda row: getattr(row, name).value if row.is_enough else None


def bounds_of_fair(row) -> str:
    return bounds_told(row.fair) if row.is_enough else ""


class PunctualityRegister(Register):
    """On-time share by unit, person, procedure, field or month of a year."""

    code, title = "onestop_punctuality_list", _("Tỷ lệ đúng hạn")
    lead = _(
        "“Theo Cổng” tính mọi hồ sơ trễ; “sau khi trừ sự cố” là số được dùng khi đánh giá người, "
        "đơn vị. Hồ sơ còn hạn chưa tính."
    )
    see, take = SEE, EXPORT
    template, is_found = "citizens/of_year.html", False
    tabs, file_name = TABS, "ty-le-dung-han"
    empty = _("Năm này chưa có hồ sơ nào.")
    official = Official("Tỷ lệ giải quyết hồ sơ đúng hạn", lambda register: register.told_year)

    name = columns.Column(_("Tên"), lambda row: row.name, width=44, paper=60)
    on_time = columns.NumberColumn(_("Đúng hạn"), width=10, paper=20)
    late = columns.NumberColumn(_("Trễ"), width=10, paper=16)
    excused = columns.NumberColumn(_("Trong đó do sự cố"), width=12, paper=22)
    running = columns.NumberColumn(_("Còn hạn"), width=10, paper=18)
    unknown = columns.NumberColumn(_("Không đủ ngày"), width=10, shown=False)
    raw = columns.ShareColumn(_("Theo Cổng"), value_of("raw"), places=1, paper=22)
    fair = columns.ShareColumn(_("Sau khi trừ sự cố"), value_of("fair"), places=1, paper=24)
    bounds = columns.Column(_("Khoảng 95%"), bounds_of_fair, sort=False, width=18, paper=30)

    @property
    def by(self) -> str:
        asked = self.given.get("by", "unit")
        return asked if asked in PARTS else "unit"

    @property
    def told_year(self) -> str:
        return f"Năm {year_asked(self.given)}"

    def get_rows(self, permission):
        year = year_asked(self.given)
        rows = queries.punctualities(self.actor, permission, year, self.by, now())
        least = strictest(self.actor, "least_answers")
        for row in rows:
            row.is_enough = row.fair.whole >= least
        return rows

    def context(self):
        return {"year": year_asked(self.given), "by": self.by, "parts": PARTS.items()}
