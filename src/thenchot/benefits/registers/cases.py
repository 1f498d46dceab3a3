"""Cases, those of talented people, the own ones, told once."""

from django.utils.translation import gettext_lazy as _

from thenchot.benefits.access import EDIT, EXPORT, SEE, SEE_POLICIES
from thenchot.benefits.actions.cases import CASE, CASES
from thenchot.benefits.enums import OVER
from thenchot.benefits.labels import CASE_STATE, CASE_TONES, GROUP, KIND
from thenchot.benefits.queries import cases as queries
from thenchot.benefits.registers.policies import TABS
from thenchot.benefits.rules.running import committed_until
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register


class CaseFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE)
    group = filters.CodeFilter(_("Nhóm"), GROUP)
    state = filters.CodeFilter(_("Tình trạng"), CASE_STATE)


def once_of(case):
    """Nothing shows as a dash."""
    return case.once or None


def monthly_of(case):
    return case.monthly or None


class CaseRegister(Register):
    """Cases, the latest first; those refused or withdrawn when asked for."""

    code, title = "benefit_case_list", CASES
    see, take = SEE, EXPORT
    filters, states = CaseFilter, "state"
    logs = "person"
    links = (
        PageLink(_("Tìm người được hưởng"), "benefit_case_find", EDIT),
        PageLink(_("+ Hồ sơ"), "benefit_case_new", EDIT, "go"),
    )
    tabs, file_name = TABS, "ho-so-che-do"
    actions, together = CASE, ("submit", "approve")
    empty = _("Chưa có hồ sơ nào. Hệ thống tự tìm người được hưởng mỗi đêm.")
    official = Official("Danh sách hồ sơ chế độ, chính sách", landscape=True)

    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="benefit_case",
        sort="person__sort_key",
        width=28,
        paper=44,
    )
    policy = columns.Column(_("Chính sách"), "policy__name", width=50, paper=76)
    once = columns.MoneyColumn(_("Một lần (đồng)"), once_of, sort="once", width=16, paper=28)
    monthly = columns.MoneyColumn(
        _("Hằng tháng (đồng)"), monthly_of, sort="monthly", width=16, paper=28
    )
    found_on = columns.DayColumn(_("Tìm thấy, lập ngày"), width=12, shown=False)
    decision = columns.Column(
        _("Quyết định"), notes=("decided_on",), width=20, paper=32, shown=False
    )
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=CASE_STATE,
        tones=CASE_TONES,
        notes=("ended_for", (_("trả lại"), "returned_for")),
        width=20,
        paper=34,
    )

    def get_rows(self, permission):
        rows = queries.list_cases(self.actor, permission)
        return rows if self.given.get("state") else rows.exclude(state__in=OVER)


class OwnCaseRegister(Register):
    """What the one who looks receives, or may."""

    code, title = "benefit_mine", _("Chế độ, chính sách của tôi")
    lead = _("Chỉ ông (bà) và người giải quyết chế độ xem được.")
    see = take = SEE_POLICIES
    rows = staticmethod(queries.own_cases)
    tabs, file_name = TABS, "che-do-cua-toi"
    empty = _("Chưa có chế độ nào đang giải quyết cho ông (bà).")

    policy = columns.LinkColumn(_("Chính sách"), "policy__name", route="benefit_case", width=50)
    once = columns.MoneyColumn(_("Một lần (đồng)"), once_of, sort="once", width=16)
    monthly = columns.MoneyColumn(_("Hằng tháng (đồng)"), monthly_of, sort="monthly", width=16)
    decision = columns.Column(_("Quyết định"), notes=("decided_on",), width=20)
    state = columns.StateColumn(
        _("Tình trạng"), labels=CASE_STATE, tones=CASE_TONES, notes=("ended_for",), width=20
    )


def until_of(case):
    if not case.commitment_from or not case.commitment_months:
        return None
    return committed_until(case.commitment_from, case.commitment_months)


class TalentRegister(Register):
    """Talented people: support paid, the commitment, what is paid back (S0-066, S2-034)."""

    code, title = "benefit_talent_list", _("Thu hút, trọng dụng người có tài năng")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.talents)
    filters, states = CaseFilter, "state"
    logs = "person"
    links = (PageLink(_("+ Hồ sơ thu hút"), "benefit_case_talent", EDIT, "go"),)
    tabs, file_name = TABS, "thu-hut-nguoi-tai"
    empty = _("Chưa có hồ sơ nào. Lập hồ sơ khi tuyển dụng người thuộc diện thu hút.")
    official = Official("Danh sách người được thu hút, trọng dụng", landscape=True)

    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="benefit_case",
        sort="person__sort_key",
        css="nowrap",
        width=28,
        paper=42,
    )
    kind = columns.ChoiceColumn(_("Diện"), labels=KIND, notes=("needed_field",), width=28, paper=42)
    once = columns.MoneyColumn(_("Một lần (đồng)"), once_of, sort="once", width=16, paper=26)
    monthly = columns.MoneyColumn(
        _("Hằng tháng (đồng)"), monthly_of, sort="monthly", width=16, paper=26
    )
    paid = columns.MoneyColumn(_("Đã chi (đồng)"), width=16, paper=26)
    commitment_from = columns.DayColumn(_("Cam kết từ"), width=12, paper=22)
    until = columns.DayColumn(_("Đến"), until_of, width=12, paper=22, sort=False)
    repay = columns.MoneyColumn(
        _("Phải hoàn trả (đồng)"),
        notes=((_("nghỉ"), "left_on"), (_("đã trả"), "repaid_on")),
        width=16,
        paper=26,
    )
    state = columns.StateColumn(
        _("Tình trạng"), labels=CASE_STATE, tones=CASE_TONES, width=18, paper=26
    )
