"""Who is where and how it suits, mentors, the delegation table, what exceeds, told once."""

from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.placement.access import EDIT, EXPORT, SEE
from thenchot.placement.actions.assignments import DELEGATION, MENTOR, REVIEW
from thenchot.placement.labels import BODY, DECIDER, MENTEE
from thenchot.placement.queries import assignments as queries
from thenchot.placement.rules.forms import shipped
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register

TABS = "placement/_tabs.html"


def person_of(one) -> str:
    """Standards of the post: met, or which lack."""
    if not one.missing:
        return str(_("đủ tiêu chuẩn"))
    return str(_("thiếu %s")) % len(one.missing)


def missing_of(one) -> str:
    return "; ".join(one.missing)


def told_of(one) -> str:
    return "; ".join(f"{text} +{points}" for text, points in one.told)


def area_of(one) -> str:
    return " ".join(one.notes)


def position_of(one) -> str:
    return one.position.name if one.position else one.seat.title


def guided_of(one) -> str:
    if not one.mentee:
        return ""
    said = _("đang có") if one.guided else _("chưa có")
    return f"{MENTEE[one.mentee]}: {said}"


class PlacementReviewFilter(filters.RegisterFilter):
    q = filters.WordsFilter("position__name", "seat__title", folded="person__folded")
    unit = UnitFilter(SEE)
    lacking = filters.FlagFilter(_("Thiếu tiêu chuẩn"), lambda rows: rows.exclude(missing=[]))
    noted = filters.FlagFilter(_("Có gợi ý"), lambda rows: rows.exclude(notes=[]))
    placeless = filters.FlagFilter(
        _("Chưa gắn vị trí việc làm"), lambda rows: rows.filter(position=None)
    )
    unguided = filters.FlagFilter(
        _("Cần mà chưa có người hướng dẫn"),
        lambda rows: rows.exclude(mentee="").filter(guided=False),
    )


class PlacementReviewRegister(Register):
    """Person, work, area of everybody, as last reviewed (S0-039, S0-126, S3-005, S3-018,
    S4-063).
    """

    code, title = "placement_review_list", _("Rà soát bố trí")
    lead = _("So hồ sơ với vị trí đang giữ: người, việc, địa bàn. Gợi ý, không kết luận.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_reviews)
    filters = PlacementReviewFilter
    links = (PageLink(_("Rà soát lại"), "placement_review_new", EDIT, "go"),)
    tabs, file_name = TABS, "ra-soat-bo-tri"
    empty = _("Chưa rà soát lần nào; bấm “Rà soát lại”.")
    official = Official("Rà soát bố trí, phân công cán bộ, công chức", landscape=True)

    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        sort="person__sort_key",
        route="person_detail",
        key="person_id",
        notes=(lambda one: one.unit.name,),
        width=30,
        paper=44,
    )
    position = columns.Column(
        _("Vị trí, chức danh"), position_of, sort="position__name", width=34, paper=46
    )
    months = columns.NumberColumn(_("Số tháng"), width=9, paper=14, shown=False)
    standards = columns.Column(
        _("Người"), person_of, notes=(missing_of,), sort=False, width=30, paper=50
    )
    points = columns.Column(_("Việc (điểm)"), notes=(told_of,), width=30, paper=40)
    area = columns.Column(_("Địa bàn, gợi ý"), area_of, sort=False, width=34, paper=46)
    mentor = columns.Column(_("Người hướng dẫn"), guided_of, sort="mentee", width=20, paper=28)
    reviewed_on = columns.DayColumn(_("Rà soát ngày"), width=12, shown=False)
    step = columns.OffersColumn(offers=REVIEW.offers, about="person")


class MentorFilter(filters.RegisterFilter):
    q = filters.WordsFilter("content", folded="mentee__folded")
    unit = UnitFilter(SEE)
    why = filters.CodeFilter(_("Vì sao"), MENTEE)
    running = filters.FlagFilter(
        _("Đang hướng dẫn"), lambda rows: rows.filter(ended_on__isnull=True)
    )


class MentorRegister(Register):
    """Pairs of mentor and mentee (S0-040)."""

    code, title = "mentor_list", _("Người hướng dẫn")
    lead = _("Cán bộ giàu kinh nghiệm hỗ trợ cán bộ trẻ, cán bộ còn hạn chế, ít kinh nghiệm.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_pairs)
    filters = MentorFilter
    links = (PageLink(_("+ Cặp hướng dẫn"), "mentor_new", EDIT, "go"),)
    tabs, file_name = TABS, "nguoi-huong-dan"
    empty = _("Chưa có cặp hướng dẫn nào.")
    official = Official("Danh sách phân công hướng dẫn, kèm cặp", landscape=True)

    mentee = columns.Column(
        _("Người được hướng dẫn"),
        "mentee__full_name",
        sort="mentee__sort_key",
        notes=("unit__name",),
        width=30,
        paper=46,
    )
    why = columns.ChoiceColumn(_("Vì sao"), labels=MENTEE, width=20, paper=30)
    mentor = columns.Column(
        _("Người hướng dẫn"), "mentor__full_name", sort="mentor__sort_key", width=28, paper=42
    )
    content = columns.Column(_("Nội dung"), width=40, paper=60)
    begins_on = columns.DayColumn(_("Từ ngày"), width=12, paper=22)
    ends_on = columns.DueColumn(
        _("Đến ngày"), is_open=lambda pair: pair.ended_on is None, width=12, paper=22
    )
    result = columns.Column(_("Kết quả"), notes=("ended_on",), width=30, paper=46)
    step = columns.OffersColumn(offers=MENTOR.offers, about="mentee")


def kind_of(row) -> str:
    form = shipped().get(row.kind)
    return form.name if form else str(_("(mọi quy trình)"))


def title_of(row) -> str:
    return row.title.name if row.title else str(_("(mọi chức danh)"))


class DelegationFilter(filters.RegisterFilter):
    q = filters.WordsFilter("title__name", "decider", "proposer", "basis")
    unit = UnitFilter(SEE)
    level = filters.CodeFilter(_("Cấp quyết định"), DECIDER)
    all = filters.FlagFilter(_("Cả dòng hết hiệu lực"), lambda rows: rows)


class DelegationRegister(Register):
    """Which body proposes, gives an opinion and decides (S1-031)."""

    code, title = "delegation_line_list", _("Phân cấp quản lý cán bộ")
    lead = _("Quy trình mở ra theo dòng khớp nhất: đúng chức danh trước, đúng quy trình sau.")
    see, take = SEE, EXPORT
    filters = DelegationFilter
    links = (PageLink(_("+ Dòng phân cấp"), "delegation_line_new", EDIT, "go"),)
    tabs, file_name = TABS, "phan-cap-quan-ly-can-bo"
    empty = _("Chưa ghi bảng phân cấp; ghi theo quy định phân cấp của cấp ủy.")
    official = Official("Bảng phân cấp quản lý cán bộ", landscape=True)

    kind = columns.Column(_("Quy trình"), kind_of, sort="kind", width=28, paper=40)
    title_name = columns.Column(
        _("Chức danh"), title_of, sort="title__position", width=30, paper=44
    )
    proposer = columns.Column(_("Đề xuất"), width=28, paper=40)
    opinion = columns.Column(_("Cho ý kiến"), width=28, paper=40)
    decider = columns.Column(_("Quyết định"), width=28, paper=40)
    body = columns.ChoiceColumn(_("Cơ quan ban hành"), labels=BODY, width=18, shown=False)
    level = columns.ChoiceColumn(_("Cấp quyết định"), labels=DECIDER, width=14, paper=24)
    basis = columns.Column(_("Căn cứ"), width=36, paper=50)
    valid_from = columns.DayColumn(_("Từ ngày"), width=12, shown=False)
    valid_to = columns.DayColumn(_("Đến ngày"), width=12, shown=False)
    step = columns.OffersColumn(offers=DELEGATION.offers, about="decider")

    def get_rows(self, permission):
        rows = queries.list_delegations(self.actor, permission)
        return rows if self.given.get("all") else rows.filter(valid_to__isnull=True)


class ExcessFilter(filters.RegisterFilter):
    q = filters.WordsFilter("title__name", "unit__name")
    unit = UnitFilter(SEE)


class ExcessRegister(Register):
    """Titles with more people than permitted: who could go to a commune (S3-040)."""

    code, title = "excess_list", _("Vượt số được bố trí")
    lead = _("Chức danh đang có nhiều người hơn số được bố trí ở đơn vị.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_excess)
    filters = ExcessFilter
    tabs, file_name = TABS, "vuot-so-duoc-bo-tri"
    empty = _("Không chức danh nào vượt số được bố trí.")
    official = Official("Danh sách chức danh vượt số được bố trí")

    title_name = columns.Column(_("Chức danh"), "title__name", width=36, paper=60)
    unit = columns.Column(_("Đơn vị"), "unit__name", width=36, paper=60)
    number = columns.NumberColumn(_("Được bố trí"), width=12, paper=22)
    held = columns.NumberColumn(_("Đang có"), width=12, paper=22)
    over = columns.NumberColumn(_("Vượt"), width=10, paper=18)
    basis = columns.Column(_("Căn cứ"), width=36, shown=False)


class FailedFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="rating__person__folded")
    unit = UnitFilter(SEE, "rating__unit")


class FailedRegister(Register):
    """Whose latest ratings say that the tasks were not completed: looked at for replacement or
    downsizing (S2-032).
    """

    code, title = "failed_list", _("Xem xét thay thế, tinh giản")
    lead = _("Bị xếp loại không hoàn thành nhiệm vụ, đang công tác; cấp có thẩm quyền xem xét.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_failed)
    filters = FailedFilter
    links = (PageLink(_("Mở quy trình"), "procedure_new", EDIT, "go"),)
    tabs, file_name = TABS, "xem-xet-thay-the"
    empty = _("Không ai bị xếp loại không hoàn thành nhiệm vụ.")
    official = Official("Danh sách xem xét thay thế, tinh giản biên chế", landscape=True)

    person = columns.Column(
        _("Họ và tên"),
        "rating__person__full_name",
        sort="rating__person__sort_key",
        notes=("rating__unit__name",),
        width=32,
        paper=52,
    )
    year = columns.NumberColumn(_("Năm"), "rating__round__year", width=8, paper=16)
    number = columns.Column(_("Quyết định xếp loại"), notes=("decided_on",), width=30, paper=46)
    reason = columns.Column(_("Lý do"), width=40, paper=60)
    handling = columns.Column(_("Đề xuất sử dụng, xử lý"), width=40, paper=60)
