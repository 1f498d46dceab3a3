"""Initiatives, movements, suggestions of praise, awards, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.cells.access import SEE_REVIEWS
from thenchot.cells.labels import REVIEW_RESULT
from thenchot.cells.queries.members import latest_reviews
from thenchot.commendation import queries
from thenchot.commendation.access import EDIT, EXPORT, PROPOSE, SEE, SUGGEST
from thenchot.commendation.actions import (
    AWARD,
    AWARDS,
    ENTRY,
    INITIATIVE,
    INITIATIVES,
    MOVEMENT,
    MOVEMENTS,
    PRAISE,
)
from thenchot.commendation.labels import (
    AWARD_SOURCE,
    AWARD_STATE,
    AWARD_TONES,
    INITIATIVE_STATE,
    INITIATIVE_TONES,
    MOVEMENT_STATE,
    MOVEMENT_TONES,
    RESULT,
    VERDICT,
)
from thenchot.commendation.rules import is_protected
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.policy.codelists import code_list

TABS = "commendation/_tabs.html"


class InitiativeFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "scope", folded="folded")
    unit = UnitFilter(SEE)
    state = filters.CodeFilter(_("Tình trạng"), INITIATIVE_STATE)
    verdict = filters.CodeFilter(_("Kết luận"), VERDICT)


def protected_of(row) -> bool:
    return is_protected(row.state, row.verdict, row.allowed_until, today())


def points_of(row) -> int | None:
    return row.points or None


class InitiativeRegister(Register):
    """The book of initiatives (S0-084, S0-087, S2-012)."""

    code, title = "initiative_list", INITIATIVES
    lead = _("Đề xuất, được phép, thực hiện, kết luận: người dám làm có hồ sơ để được bảo vệ.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_initiatives)
    filters, states = InitiativeFilter, "state"
    links = (PageLink(_("+ Sáng kiến"), "initiative_new", SUGGEST, "go"),)
    tabs, file_name = TABS, "so-sang-kien"
    empty = _("Chưa có sáng kiến nào.")
    official = Official("Sổ sáng kiến", landscape=True)

    name = columns.Column(_("Tên sáng kiến"), notes=("scope",), width=44, paper=60)
    author = columns.Column(
        _("Tác giả"),
        "author__full_name",
        sort="author__sort_key",
        notes=("others", "unit__name"),
        width=28,
        paper=40,
    )
    proposed_on = columns.DayColumn(_("Ngày đề xuất"), width=12, paper=20)
    answer = columns.Column(
        _("Cho phép"), notes=("allowed_scope", "allowed_until"), width=30, paper=44
    )
    before = columns.Column(_("Số liệu trước"), width=24, shown=False)
    after = columns.Column(_("Số liệu sau"), width=24, shown=False)
    points = columns.NumberColumn(_("Điểm"), points_of, sort=False, width=10, paper=16)
    verdict = columns.ChoiceColumn(
        _("Kết luận"), labels=VERDICT, notes=("conclusion",), width=24, paper=34
    )
    protected = columns.FlagColumn(_("Được bảo vệ"), protected_of, sort=False, width=12, paper=18)
    state = columns.StateColumn(
        _("Tình trạng"), labels=INITIATIVE_STATE, tones=INITIATIVE_TONES, width=18, paper=26
    )
    step = columns.OffersColumn(offers=INITIATIVE.offers, about="name")


class MovementFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "content")
    unit = UnitFilter(SEE)
    state = filters.CodeFilter(_("Tình trạng"), MOVEMENT_STATE)
    groups = filters.FlagFilter(
        _("Theo thôn, tổ dân phố"), lambda rows: rows.filter(of_groups=True)
    )


def share_of(row) -> str:
    return f"{row.achieved}/{row.registered}" if row.registered else ""


class MovementRegister(Register):
    """Emulation movements: launch, registrations, results (S4-040, S4-057)."""

    code, title = "movement_list", MOVEMENTS
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_movements)
    filters, states = MovementFilter, "state"
    links = (PageLink(_("+ Phong trào"), "movement_new", EDIT, "go"),)
    tabs, file_name = TABS, "phong-trao-thi-dua"
    empty = _("Chưa phát động phong trào nào.")
    official = Official("Danh mục phong trào thi đua", landscape=True)

    name = columns.LinkColumn(
        _("Tên phong trào"), "name", route="movement", notes=("unit__name",), width=44, paper=76
    )
    basis = columns.Column(_("Văn bản phát động"), width=26, paper=40)
    of_groups = columns.FlagColumn(_("Theo thôn, tổ dân phố"), width=12, paper=22)
    begins_on = columns.DayColumn(_("Phát động ngày"), width=12, paper=22)
    ends_on = columns.DueColumn(
        _("Đến ngày"), is_open=lambda row: row.state == "running", width=12, paper=22
    )
    achieved = columns.Column(_("Đạt / đăng ký"), share_of, sort="registered", width=12, paper=22)
    state = columns.StateColumn(
        _("Tình trạng"), labels=MOVEMENT_STATE, tones=MOVEMENT_TONES, width=16, paper=28
    )


class EntryRegister(Register):
    """One movement: who registered for what, and what came of it."""

    code, title = "movement", MOVEMENTS
    see, take = SEE, EXPORT
    is_found = False
    template, file_name = "commendation/movement.html", "dang-ky-thi-dua"
    empty = _("Chưa có đăng ký nào.")
    official = Official("Đăng ký và kết quả phong trào thi đua", landscape=True)

    unit = columns.Column(_("Đơn vị"), "unit__name", width=32, paper=52)
    person = columns.Column(_("Cá nhân"), "person__full_name", width=26, paper=42)
    content = columns.Column(_("Nội dung đăng ký"), width=44, paper=72)
    registered_on = columns.DayColumn(_("Ngày đăng ký"), width=12, paper=22)
    result = columns.ChoiceColumn(
        _("Kết quả"), labels=RESULT, notes=("result_note",), width=24, paper=44
    )
    step = columns.OffersColumn(offers=ENTRY.offers, about="content")

    @cached_property
    def movement(self):
        return queries.get_movement(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.entries_of(self.movement)

    def heading(self):
        return self.movement.name

    def crumbs(self):
        return [(MOVEMENTS, reverse("movement_list"))]

    def context(self):
        one = self.movement
        return {
            "one": one,
            "state": (MOVEMENT_STATE[one.state], MOVEMENT_TONES[one.state]),
            "offers": MOVEMENT.offers(self.actor, one),
        }


class PraiseFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "outcome")
    unit = UnitFilter(PROPOSE)


class PraiseRegister(Register):
    """Hard or long-standing work that was solved: whom to praise (S0-088)."""

    code, title = "praise_list", _("Gợi ý biểu dương")
    lead = _("Việc khó, tồn đọng kéo dài đã giải quyết xong mà chưa ai đề nghị khen.")
    see = take = PROPOSE
    filters = PraiseFilter
    logs = "solved_by"
    tabs, file_name = TABS, "goi-y-bieu-duong"
    empty = _("Không có việc nào đang chờ đề nghị khen.")
    official = Official("Gợi ý biểu dương, khen thưởng", landscape=True)

    solved_by = columns.Column(
        _("Người giải quyết"),
        "solved_by__full_name",
        sort="solved_by__sort_key",
        notes=("unit__name",),
        width=30,
        paper=50,
    )
    name = columns.Column(_("Việc khó"), notes=("difficulty",), width=44, paper=70)
    outcome = columns.Column(_("Giải quyết bằng cách nào"), width=44, paper=70)
    ended_on = columns.DayColumn(_("Xong ngày"), width=12, paper=24)
    step = columns.OffersColumn(offers=PRAISE.offers, about="name")

    def get_rows(self, permission):
        return queries.list_praise(self.actor, permission, today())


class AwardFilter(filters.RegisterFilter):
    q = filters.WordsFilter("reason", "decision", "unit__name", folded="person__folded")
    unit = UnitFilter(SEE)
    form = filters.CodeFilter(_("Hình thức, danh hiệu"), dict(code_list("reward").choices()))
    source = filters.CodeFilter(_("Thành tích từ"), AWARD_SOURCE)
    state = filters.CodeFilter(_("Tình trạng"), AWARD_STATE)


def form_of(row) -> str:
    return code_list("reward").name_of(row.form)


def review_of(row) -> str:
    """When the cell reviewed the person last, and with which result (S4-038)."""
    if row.review is None:
        return ""
    return f"{row.review.reviewed_on:%d/%m/%Y}: {REVIEW_RESULT[row.review.result]}"


def votes_of(row) -> str:
    return f"{row.agreed}/{row.members}" if row.members else ""


class AwardRegister(Register):
    """Proposals and decisions: people and collectives (S4-072)."""

    code, title = "award_list", AWARDS
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_awards)
    filters, states = AwardFilter, "state"
    logs = "person"
    links = (PageLink(_("+ Đề nghị"), "award_new", PROPOSE, "go"),)
    tabs, file_name = TABS, "khen-thuong"
    empty = _("Chưa có đề nghị khen thưởng nào.")
    official = Official("Danh sách đề nghị, quyết định khen thưởng", landscape=True)

    whom = columns.Column(
        _("Cá nhân, tập thể"),
        "whom",
        sort="person__sort_key",
        notes=("unit__name",),
        width=30,
        paper=48,
    )
    form = columns.Column(_("Hình thức, danh hiệu"), form_of, sort="form", width=24, paper=36)
    year = columns.NumberColumn(_("Năm"), width=8, paper=12)
    source = columns.ChoiceColumn(
        _("Thành tích từ"), labels=AWARD_SOURCE, notes=("reason",), width=40, paper=60
    )
    votes = columns.Column(_("Phiếu"), votes_of, sort=False, width=10, paper=16)
    decision = columns.Column(
        _("Quyết định"), notes=("decided_on", "refused_for"), width=22, paper=34
    )
    money = columns.MoneyColumn(_("Tiền thưởng"), width=14, paper=24)
    review = columns.Column(
        _("Kiểm điểm ở chi bộ"), review_of, sort=False, width=30, shown=False, reads=SEE_REVIEWS
    )
    state = columns.StateColumn(
        _("Tình trạng"), labels=AWARD_STATE, tones=AWARD_TONES, width=18, paper=28
    )
    step = columns.OffersColumn(offers=AWARD.offers, about="whom")

    def prepare(self, rows):
        found = latest_reviews([one.person_id for one in rows if one.person_id])
        for one in rows:
            one.review = found.get(one.person_id)
        return rows
