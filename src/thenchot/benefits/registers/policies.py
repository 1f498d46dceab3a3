"""Policies, told once."""

from django.utils.translation import gettext_lazy as _

from thenchot.benefits.access import EDIT, SEE_POLICIES
from thenchot.benefits.enums import PolicyState
from thenchot.benefits.labels import (
    AREA,
    DEFAULT,
    GROUP,
    LEVEL,
    POLICY_STATE,
    POLICY_TONES,
    SURE,
)
from thenchot.benefits.queries.policies import list_policies
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register

TABS = "benefits/_tabs.html"
PARTIAL = _("dự thảo: công thức chưa đọc đủ, ghi mức hưởng kèm căn cứ")


def closed_note(policy):
    is_closed = policy.closes_on and policy.closes_on < today()
    return _("đã thôi nhận hồ sơ mới") if is_closed else ""


def how_sure(policy):
    return PARTIAL if policy.is_partial else SURE.get(policy.certainty, DEFAULT)


class PolicyFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "basis_number", "article")
    unit = UnitFilter(SEE_POLICIES)
    group = filters.CodeFilter(_("Nhóm"), GROUP)
    area = filters.CodeFilter(_("Mảng công việc"), AREA)
    level = filters.CodeFilter(_("Cấp ban hành"), LEVEL)
    state = filters.CodeFilter(_("Tình trạng"), POLICY_STATE)


class PolicyRegister(Register):
    """Those in force; others when asked for."""

    code, title = "benefit_policy_list", _("Chế độ, chính sách")
    lead = _("Ai được hưởng, mức nào, nhận hồ sơ từ ngày nào đến ngày nào, căn cứ văn bản nào.")
    see = take = SEE_POLICIES
    filters, states = PolicyFilter, "state"
    links = (
        PageLink(_("Lấy danh mục có sẵn"), "benefit_policy_adopt", EDIT),
        PageLink(_("+ Chính sách"), "benefit_policy_new", EDIT, "go"),
    )
    tabs, file_name = TABS, "che-do-chinh-sach"
    empty = _("Chưa có chính sách nào. Lấy danh mục có sẵn, hoặc thêm chính sách của địa phương.")
    official = Official("Danh mục chế độ, chính sách", landscape=True)

    name = columns.LinkColumn(
        _("Chính sách"),
        route="benefit_policy",
        notes=(how_sure,),
        width=52,
        paper=76,
        sort="name",
    )
    group = columns.ChoiceColumn(_("Nhóm"), labels=GROUP, width=24, paper=34)
    area = columns.ChoiceColumn(_("Mảng công việc"), labels=AREA, width=24, shown=False)
    level = columns.ChoiceColumn(_("Cấp ban hành"), labels=LEVEL, width=18, shown=False)
    basis_number = columns.Column(_("Căn cứ"), notes=("basis_on", "article"), width=36, paper=54)
    opens_on = columns.DayColumn(_("Nhận từ"), width=12, paper=22)
    closes_on = columns.DayColumn(_("Đến"), width=12, paper=22)
    case_count = columns.NumberColumn(_("Hồ sơ"), width=8, paper=14)
    version = columns.NumberColumn(_("Phiên bản"), width=9, shown=False)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=POLICY_STATE,
        tones=POLICY_TONES,
        notes=(closed_note, (_("căn cứ đã thay"), "replaced_basis")),
        width=18,
        paper=28,
    )

    def get_rows(self, permission):
        rows = list_policies(self.actor, permission)
        known = [PolicyState.IN_FORCE, PolicyState.DRAFT]
        return rows if self.given.get("state") else rows.filter(state__in=known)
