"""The Party's quarter of everybody, and what failed quarters lead to."""

from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.columns import day_of
from thenchot.platform.registers.register import PageLink, Register
from thenchot.rating.columns import level_column
from thenchot.rating.labels import REVIEW_STATE, REVIEW_TONE
from thenchot.rating.quarters import queries
from thenchot.rating.quarters.actions import QUARTER, REPLACEMENT
from thenchot.worklog.access import EXPORT, SEE
from thenchot.worklog.exports import local_day
from thenchot.worklog.labels import ASSESSMENT_STATE, CAPACITY, TONE, name_of_period
from thenchot.worklog.registers.periods import OfQuarter, PeriodFilter

ABOVE = ((_("Đánh giá"), "month_board"),)


class QuarterFilter(PeriodFilter):
    q = filters.WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE)


class QuarterRegister(OfQuarter, Register):
    """Everybody rated by the Party in the quarter, with the decision that stands."""

    code, title = "quarter_list", _("Xếp loại quý theo quy định của Đảng")
    see, take, logs = SEE, EXPORT, "person"
    filters, above, file_name = QuarterFilter, ABOVE, "xep-loai-quy"
    empty = _("Chưa có phiếu nào của quý này theo quy định của Đảng.")

    number = columns.Column(_("Mã cán bộ"), "person__code", width=14, shown=False)
    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="assessment_detail",
        notes=("title", "unit__name"),
        sort="person__sort_key",
        width=26,
    )
    post = columns.Column(_("Chức danh"), "title", width=26, shown=False)
    unit = columns.Column(_("Đơn vị"), "unit__name", sort="unit__path", width=34, shown=False)
    kind = columns.ChoiceColumn(_("Tư cách"), labels=CAPACITY, width=18, shown=False)
    total = columns.NumberColumn(_("Tổng điểm"), places=2, width=10)
    band = level_column(_("Mức theo điểm"), "band")
    state = columns.StateColumn(
        _("Trạng thái phiếu"), labels=ASSESSMENT_STATE, tones=TONE, width=14
    )
    not_scored = columns.Column(_("Không chấm vì"), width=24, shown=False)
    proposed = level_column(_("Máy đề xuất"), "decision__proposed", sort=False)
    decided = level_column(_("Mức được quyết định"), "decision__level", sort=False)
    basis = columns.Column(_("Thông báo, kết luận"), "decision__basis", sort=False, width=34)
    note = columns.Column(
        _("Lý do khác với đề xuất"), "decision__note", sort=False, width=34, shown=False
    )
    decided_on = columns.DayColumn(
        _("Ngày quyết định"),
        lambda assessment: assessment.decision and local_day(assessment.decision.decided_at),
        width=13,
        shown=False,
    )
    step = columns.OffersColumn(offers=QUARTER.offers, about="person__full_name")

    def sheet_name(self):
        return f"Quý {self.period.index}-{self.period.year}"

    def get_rows(self, permission):
        return queries.party_assessments(self.actor, self.period, permission)

    def prepare(self, rows):
        return queries.with_quarter_decisions(rows)


class ReplacementFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE)
    state = filters.CodeFilter(_("Xem xét"), REVIEW_STATE)


def opinion_of(review) -> str:
    """What was answered, by whom and when."""
    if not review.reason:
        return ""
    return f"{review.reason} ({review.decided_by}, {day_of(local_day(review.decided_at))})"


class ReplacementRegister(Register):
    """Proposals of the Party's rule; under the decree failed quarters are only shown. Who is named
    there is read, on the page and in a file.
    """

    code, title = "replacement_list", _("Đề xuất xem xét thay thế")
    lead = _(
        "Người có từ 02 quý liên tiếp không hoàn thành nhiệm vụ theo quy định của Đảng. Máy chỉ đề "
        "xuất; cấp có thẩm quyền quyết định."
    )
    see, take = SEE, EXPORT
    rows = staticmethod(queries.reviews)
    filters, states = ReplacementFilter, "state"
    above, tabs = ABOVE, "scoring/_tabs.html"
    template, file_name = "rating/replacements.html", "de-xuat-xem-xet-thay-the"
    links = (PageLink(_("Danh sách (Word)"), "replacement_print", SEE),)
    notes = (
        "Máy chỉ đề xuất; cấp có thẩm quyền quyết định. Theo Nghị định 335/2025/NĐ-CP quý dưới "
        "mức hoàn thành chỉ để biết.",
    )
    empty = _("Không có trường hợp nào.")

    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="person_detail",
        key="person_id",
        notes=(lambda review: f"{review.title} · {review.unit.name}",),
        sort="person__sort_key",
        width=26,
    )
    post = columns.Column(_("Chức danh"), "title", width=26, shown=False)
    unit = columns.Column(_("Đơn vị"), "unit__name", sort="unit__path", width=34, shown=False)
    quarters = columns.Column(
        _("Các quý không hoàn thành"), lambda review: ", ".join(review.quarters), width=22
    )
    gaps = columns.PartColumn(
        _("Quý chưa xếp loại ở giữa"),
        "rating/_gaps.html",
        lambda review: ", ".join(review.gaps),
        width=22,
    )
    opened_on = columns.DayColumn(_("Ngày đề xuất"), width=13, shown=False)
    state = columns.StateColumn(
        _("Xem xét"), labels=REVIEW_STATE, tones=REVIEW_TONE, notes=(opinion_of,), width=30
    )
    reason = columns.Column(_("Ý kiến"), width=44, shown=False)
    decided_by = columns.Column(_("Người xem xét"), "decided_by__name", width=26, shown=False)
    decided_on = columns.DayColumn(
        _("Ngày xem xét"), lambda review: local_day(review.decided_at), width=13, shown=False
    )
    step = columns.OffersColumn(offers=REPLACEMENT.offers, about="person__full_name")

    def prepare(self, rows):
        self.actor.reads.extend(review.person for review in rows)
        return rows

    def context(self):
        failed = FailedQuarterRegister(self.request)
        return {"failed": failed, "failed_table": failed.new_table(failed.base)}


class FailedQuarterRegister(Register):
    """By the decree: whose last finished quarter is below "hoàn thành". Only shown."""

    code, title = (
        "failed_quarter_list",
        _("Quý gần nhất dưới mức hoàn thành, theo Nghị định 335/2025"),
    )
    lead = _("chỉ để biết; nghị định không quy định thay thế theo quý")
    see, take = SEE, EXPORT
    above = ((_("Đề xuất xem xét thay thế"), "replacement_list"),)
    file_name = "quy-duoi-muc-hoan-thanh"
    empty = _("Không có ai.")

    person = columns.Column(_("Họ và tên"), lambda row: row["person__full_name"], width=26)
    unit = columns.Column(_("Đơn vị"), lambda row: row["unit__name"], width=34)
    quarter = columns.Column(_("Quý"), lambda row: name_of_period(row["quarter"]), width=12)
    mean = columns.NumberColumn(
        _("Bình quân"), lambda row: round(row["mean"], 2), places=2, width=10
    )
    months = columns.NumberColumn(_("Số tháng đã chốt"), lambda row: row["months"], width=10)

    @staticmethod
    def logs(row):
        return Person(pk=row["person"])

    def get_rows(self, permission):
        return queries.failed_by_decree(self.actor, today(), permission)

    def sheet_name(self):
        return "Theo NĐ 335"
