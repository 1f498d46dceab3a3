"""Tables of the room: the lines of a sheet, the people of a unit, the units of a period."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.templatetags.amounts import exact, percent
from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    LinkColumn,
    NumberColumn,
    PartColumn,
    number_of,
)
from thenchot.platform.registers.listing import Listing
from thenchot.scoring.actions import FAULT, OWN_WORK, WORK
from thenchot.scoring.labels import INDICATOR


class WorkListing(Listing):
    """The lines of a sheet. `writes`: its person may; `scores`: whoever scores it may."""

    label = _("Sản phẩm trong kỳ")

    work = PartColumn(_("Công việc, sản phẩm"), "scoring/_work.html")
    factor = PartColumn(_("Hệ số"), "scoring/_work_factor.html", css="num")
    assigned = PartColumn(_("Giao"), "scoring/_work_assigned.html", css="num")
    done = PartColumn(_("Xong"), "scoring/_work_done.html", css="num")
    days = PartColumn(_("Hạn → xong"), "scoring/_work_days.html")
    faults = PartColumn(_("Lỗi"), "scoring/_work_faults.html")
    step = PartColumn(_("Bước tiếp"), "scoring/_work_step.html")

    @classmethod
    def of(cls, assessment, **more):
        """The lines of this sheet; nothing while there are none."""
        return cls(assessment, **more) if assessment.counted else None

    def __init__(self, assessment, *, request, writes=False, scores=False):
        works = list(assessment.counted)
        for work in works:
            work.sheet, work.writes, work.scores = assessment, writes, scores
            work.offers = self._offers(request.actor, work)
            for fault in work.standing:
                fault.sheet = assessment
                fault.offers = FAULT.offers(request.actor, fault) if scores else []
        super().__init__(works, request=request)
        if not (writes or scores):
            self.columns.hide("step")

    @staticmethod
    def _offers(actor, work):
        if work.writes:
            return OWN_WORK.offers(actor, work)
        return WORK.offers(actor, work) if work.scores else []


class UnitBoardListing(Listing):
    """Units of a period: how far each is, and how its scores are spread."""

    label = _("Các đơn vị")

    unit = Column(_("Đơn vị"), "unit__name")
    closed = Column(
        _("Đã chốt / số phiếu"), lambda row: f"{row['closed']} / {row['people']}", css="num"
    )
    submitted = NumberColumn(_("Đã gửi"))
    standing = NumberColumn(_("Chắc chắn đến nay"), places=2)
    mean = NumberColumn(_("Bình quân"), places=2)
    excellent = NumberColumn(_("Xuất sắc"))
    good = NumberColumn(_("Tốt"))
    completed = NumberColumn(_("Hoàn thành"))
    failed = NumberColumn(_("Không hoàn thành"))

    def __init__(self, rows, *, key: str, **more):
        self.key = key
        super().__init__(rows, **more)

    def render_unit(self, record):
        address = reverse("unit_month", args=[record["unit"]]) + f"?period={self.key}"
        return format_html('<a href="{}">{}</a>', address, record["unit__name"])


class PersonMonthListing(Listing):
    """Everybody scored from a unit, with what is out of the ordinary."""

    label = _("Người do đơn vị này chấm điểm")

    person = PartColumn(_("Họ và tên"), "scoring/_row_person.html")
    finished = Column(
        _("Xong / giao (quy đổi)"),
        lambda row: f"{number_of(row.finished)} / {number_of(row.assigned)}",
        css="num",
    )
    look = PartColumn(_("Cần xem"), "scoring/_row_look.html")
    self_points = NumberColumn(_("Tự chấm"), places=2)
    points = NumberColumn(_("Xác nhận"), places=2)
    total = NumberColumn(_("Tổng điểm"), places=2)
    state = PartColumn(_("Trạng thái"), "scoring/_row_state.html")

    def __init__(self, month, **more):
        self.month = month
        super().__init__(list(month.rows), **more)

    def render_total(self, record):
        """No total before the period ends, unless the sheet was closed."""
        is_shown = record.assessment.is_closed or self.month.is_over
        return number_of(record.total if is_shown else None, 2)


class ClosingListing(Listing):
    """Sheets as they will stand when they are closed."""

    label = _("Sẽ chốt")

    person = LinkColumn(
        _("Họ và tên"),
        "assessment__person__full_name",
        route="assessment_detail",
        key="assessment__pk",
    )
    look = PartColumn(_("Cần xem"), "scoring/_row_look.html")
    points = NumberColumn(_("Xác nhận"), places=2)
    total = NumberColumn(_("Tổng điểm"), places=2)


class FactorChangeListing(Listing):
    """Lines given before the factor of their product changed."""

    label = _("Hệ số đã đổi trong kỳ")

    person = Column(_("Người"), "assessment__person__full_name")
    product = Column(_("Sản phẩm"), lambda change: f"{change.work.code} {change.work.name}")
    before = NumberColumn(_("Hệ số lúc giao"), "work__factor")
    after = NumberColumn(_("Hệ số mới"), "product__factor")
    since = DayColumn(_("Áp dụng từ"))
    follows = PartColumn(_("Giao lại"), "scoring/_change_follows.html", css="nowrap")


class RaterListing(Listing):
    """How each rater scores, for whoever answers for the place."""

    label = _("Từng người chấm")

    name = Column(_("Người chấm"), notes=("home",))
    people = NumberColumn(_("Số người"), "comparison__people")
    mean = NumberColumn(_("Bình quân"), "comparison__mean", places=2)
    low = NumberColumn(_("Thấp nhất"), "comparison__low", places=2)
    high = NumberColumn(_("Cao nhất"), "comparison__high", places=2)
    flags = PartColumn(_("Đáng chú ý"), "scoring/_flags.html")


class IndicatorListing(Listing):
    """Indicators of one group: part, whole, share."""

    name = Column(_("Chỉ số"), lambda one: INDICATOR[one.code])
    numerator = Column(_("Tử số"), lambda one: exact(one.numerator), css="num")
    denominator = Column(_("Mẫu số"), lambda one: exact(one.denominator), css="num")
    share = Column(_("Tỷ lệ"), lambda one: percent(one.share), css="num")


class AskedListing(Listing):
    """What other units asked of the person, and whether it was answered in time."""

    label = _("Các việc đã tính")

    text = PartColumn(_("Việc được hỏi"), "scoring/_asked.html")
    asked_by = Column(_("Nơi hỏi"))
    due_on = DayColumn(_("Hạn trả lời"))
    answered_on = PartColumn(_("Trả lời"), "scoring/_answered.html")

    def __init__(self, rows, *, tasks, **more):
        """`tasks`: those the reader may open."""
        self.tasks = tasks
        super().__init__(rows, **more)

    def page_of(self, row) -> str:
        """Where it was asked; nothing for what the reader may not open."""
        if row.kind == "opinion":
            return reverse("opinion_list") + f"#o{row.id}"
        return reverse("task_detail", args=[row.id]) if row.id in self.tasks else ""
