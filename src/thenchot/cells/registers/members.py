"""Cells, their members, reviews, those in charge, heads of the grassroots, told once."""

from django.utils.translation import gettext_lazy as _

from thenchot.cells.access import EXPORT, SEE, SEE_REVIEWS
from thenchot.cells.actions.members import CELL, CELLS, MEMBER, MEMBERS
from thenchot.cells.labels import CELL_POST, MEMBER_KIND, REVIEW_RESULT
from thenchot.cells.queries import members as queries
from thenchot.cells.queries.grassroots import list_places, with_heads
from thenchot.cells.queries.reviewing import is_due, policy_of
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Register

TABS = "cells/_tabs.html"


class CellFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="folded")
    without_charge = filters.FlagFilter(
        _("Chưa ai phụ trách"), lambda rows: rows.filter(has_charge=False)
    )
    without_secretary = filters.FlagFilter(
        _("Chưa có bí thư"), lambda rows: rows.filter(has_secretary=False)
    )


def charge_of(cell) -> str:
    return cell.charge.person.full_name if cell.charge else str(_("chưa ai phụ trách"))


class CellRegister(Register):
    """Cells: members, secretary, the member of the committee in charge (S0-134)."""

    code, title = "cell_list", CELLS
    lead = _("Mỗi chi bộ một bí thư, một cấp ủy viên phụ trách; họp và chấm điểm hằng tháng.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_cells)
    filters = CellFilter
    logs = staticmethod(lambda cell: cell.charge.person if cell.charge else None)
    tabs, file_name = TABS, "danh-sach-chi-bo"
    empty = _("Chưa có chi bộ nào; thêm đơn vị loại chi bộ ở trang Cây tổ chức.")
    official = Official("Danh sách chi bộ và cấp ủy viên phụ trách", landscape=True)

    name = columns.LinkColumn(_("Chi bộ"), "name", route="cell", sort="path", width=40, paper=66)
    secretary = columns.Column(_("Bí thư"), "secretary", sort=False, width=26, paper=44)
    member_count = columns.NumberColumn(_("Đảng viên"), width=10, paper=20)
    charge = columns.Column(
        _("Cấp ủy viên phụ trách"),
        charge_of,
        sort="has_charge",
        notes=("charge__basis", "charge__since"),
        width=30,
        paper=56,
    )
    met_on = columns.DayColumn(_("Họp gần nhất"), width=12, paper=24)
    last_points = columns.NumberColumn(_("Điểm gần nhất"), width=10, paper=22)

    def prepare(self, rows):
        return queries.with_names(rows)


class OwnCellRegister(Register):
    """Cells the person is in charge of, with the tasks that are open there (S1-067)."""

    code, title = "own_cell_list", _("Chi bộ tôi phụ trách")
    filters = None
    tabs, file_name = TABS, "chi-bo-toi-phu-trach"
    empty = _("Chưa được phân công phụ trách chi bộ nào.")

    name = columns.LinkColumn(_("Chi bộ"), "name", route="cell", sort="path", width=40)
    secretary = columns.Column(_("Bí thư"), "secretary", sort=False, width=26)
    open_tasks = columns.NumberColumn(_("Nhiệm vụ đang mở"), width=12)
    late_tasks = columns.NumberColumn(_("Quá hạn"), width=10)
    met_on = columns.DayColumn(_("Họp gần nhất"), width=12)
    last_points = columns.NumberColumn(_("Điểm gần nhất"), width=10)
    step = columns.OffersColumn(offers=CELL.offers, about="name")

    def get_rows(self, permission):
        return queries.list_own_cells(self.actor)

    def prepare(self, rows):
        return queries.with_names(rows)


class MemberFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "person__full_name")
    unit = UnitFilter(SEE_REVIEWS)
    kind = filters.CodeFilter(_("Diện"), MEMBER_KIND)
    post = filters.CodeFilter(_("Chức vụ trong chi bộ"), CELL_POST)
    never = filters.FlagFilter(
        _("Chưa kiểm điểm lần nào"), lambda rows: rows.filter(reviewed_on__isnull=True)
    )


class MemberRegister(Register):
    """Members of cells with their last review (S4-037)."""

    code, title = "cell_member_list", MEMBERS
    see, take = SEE_REVIEWS, EXPORT
    rows = staticmethod(queries.list_members)
    filters, logs = MemberFilter, "person"
    tabs, file_name = TABS, "dang-vien-cua-chi-bo"
    empty = _("Chưa ghi đảng viên nào; mở trang của chi bộ, bấm “+ Đảng viên”.")
    official = Official("Danh sách đảng viên của chi bộ", landscape=True)

    who = columns.Column(
        _("Họ và tên"), "who", sort="person__sort_key", notes=("unit__name",), width=34, paper=62
    )
    kind = columns.ChoiceColumn(_("Diện"), labels=MEMBER_KIND, width=22, paper=38)
    post = columns.ChoiceColumn(_("Chức vụ"), labels=CELL_POST, width=18, paper=34)
    since = columns.DayColumn(_("Từ ngày"), width=12, paper=24)
    reviewed_on = columns.DayColumn(_("Kiểm điểm gần nhất"), width=14, paper=28)
    reviewed_as = columns.ChoiceColumn(_("Kết luận"), labels=REVIEW_RESULT, width=30, paper=46)
    due = columns.FlagColumn(_("Đến kỳ"), "review_is_due", sort=False, width=10, paper=16)
    step = columns.OffersColumn(offers=MEMBER.offers, about="who")

    def prepare(self, rows):
        on = today()
        for one in rows:
            months = policy_of(one.unit.path, on).review_months
            one.review_is_due = is_due(one.reviewed_on, one.since, months, on)
        return rows


class ReviewFilter(filters.RegisterFilter):
    q = filters.WordsFilter("member__name", "member__person__full_name")
    unit = UnitFilter(SEE_REVIEWS, "member__unit__path")
    result = filters.CodeFilter(_("Kết luận"), REVIEW_RESULT)


class ReviewRegister(Register):
    """What cells said about their members (S4-037, S4-038)."""

    code, title = "cell_review_list", _("Kiểm điểm của chi bộ")
    see, take = SEE_REVIEWS, EXPORT
    rows = staticmethod(queries.reviews_of)
    filters, logs = ReviewFilter, "member__person"
    tabs, file_name = TABS, "kiem-diem-cua-chi-bo"
    empty = _("Chưa ghi lần kiểm điểm nào.")
    official = Official("Kết quả kiểm điểm đảng viên ở chi bộ", landscape=True)

    reviewed_on = columns.DayColumn(_("Ngày"), width=12, paper=24)
    member = columns.Column(
        _("Đảng viên"),
        "member__who",
        sort="member__person__sort_key",
        notes=("member__unit__name",),
        width=34,
        paper=58,
    )
    text = columns.Column(_("Ý kiến của chi bộ"), width=60, paper=96)
    result = columns.ChoiceColumn(_("Kết luận"), labels=REVIEW_RESULT, width=30, paper=48)
    mend_by = columns.DayColumn(_("Sửa xong trước"), width=12, paper=24)


class ReportFilter(filters.RegisterFilter):
    q = filters.WordsFilter("done", "difficulty", "proposal", "charge__person__full_name")
    unit = UnitFilter(SEE, "charge__unit__path")


def month_of(row) -> str:
    return f"{row.month:02d}/{row.year}"


class ReportRegister(Register):
    """Monthly reports of those in charge of cells (S1-067); one's own without any role."""

    code, title = "cell_report_list", _("Báo cáo phụ trách chi bộ")
    take = EXPORT
    filters = ReportFilter
    tabs, file_name = TABS, "bao-cao-phu-trach-chi-bo"
    empty = _("Chưa có báo cáo nào của người phụ trách.")
    official = Official("Báo cáo của cấp ủy viên phụ trách chi bộ", landscape=True)

    month = columns.Column(_("Tháng"), month_of, sort="year", width=10, paper=20, css="nowrap")
    cell = columns.Column(_("Chi bộ"), "charge__unit__name", width=34, paper=54)
    person = columns.Column(_("Người phụ trách"), "charge__person__full_name", width=26, paper=42)
    done = columns.Column(_("Đã chỉ đạo, đôn đốc"), width=50, paper=70)
    difficulty = columns.Column(_("Khó khăn"), width=30, paper=36)
    proposal = columns.Column(_("Kiến nghị"), width=30, paper=36)

    def get_rows(self, permission):
        return queries.list_reports(self.actor, SEE)


class PlaceFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="folded")
    vacant = filters.FlagFilter(
        _("Chưa có bí thư và chưa có trưởng"), lambda rows: rows.filter(has_head=False)
    )


class GrassrootsRegister(Register):
    """Secretaries of cells, heads of villages and residential groups (S0-044, S3-021)."""

    code, title = "grassroots_list", _("Bí thư chi bộ, trưởng thôn, tổ trưởng")
    see, take = SEE, EXPORT
    rows = staticmethod(list_places)
    filters = PlaceFilter
    tabs, file_name = TABS, "bi-thu-chi-bo-to-truong"
    empty = _("Chưa có chi bộ, thôn, tổ dân phố nào trong cây tổ chức.")
    official = Official("Danh sách bí thư chi bộ, trưởng thôn, tổ trưởng", landscape=True)

    name = columns.Column(_("Chi bộ, thôn, tổ dân phố"), "name", sort="path", width=40, paper=70)
    heads = columns.Column(_("Người giữ chức danh"), "heads_told", sort=False, width=40, paper=80)
    since = columns.Column(_("Từ ngày"), "heads_since", sort=False, width=14, paper=34)
    standing = columns.Column(_("Hồ sơ"), "heads_file", sort=False, width=30, paper=60)

    def prepare(self, rows):
        return with_heads(rows, today())
