"""Plans, the classes of a plan, and its needs, told once."""

from functools import cached_property

import django_filters
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.periods import ROMAN
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, PageLink, Register
from thenchot.training.access import EDIT, EXPORT, SEE, SEE_NAMES
from thenchot.training.actions.plans import LINE, NEED, PLAN
from thenchot.training.enums import NeedState, PlanState
from thenchot.training.labels import (
    NEED_KIND,
    NEED_STATE,
    NEED_TONES,
    PLAN_KIND,
    PLAN_STATE,
    STUDY_FORM,
    TONES,
    TOPIC_GROUP,
)
from thenchot.training.listings import SliceListing
from thenchot.training.models import Topic
from thenchot.training.queries import plans as queries
from thenchot.training.registers.groups import GroupFilter
from thenchot.training.registers.topics import TABS

IN_WORK = (PlanState.DRAFT, PlanState.SUBMITTED)


class PlanFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "basis", "decision")
    unit = UnitFilter(SEE)
    kind = filters.CodeFilter(_("Loại"), PLAN_KIND)
    state = filters.CodeFilter(_("Tình trạng"), PLAN_STATE)


def years_of(plan) -> str:
    return str(plan.first_year) if plan.is_yearly else f"{plan.first_year}–{plan.last_year}"


class PlanRegister(Register):
    """Plans of years, the latest first."""

    code, title = "training_plan_list", _("Kế hoạch đào tạo, bồi dưỡng")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_plans)
    filters, states = PlanFilter, "state"
    links = (PageLink(_("+ Kế hoạch"), "training_plan_new", EDIT, "go"),)
    tabs, file_name = TABS, "ke-hoach-dao-tao"
    empty = _("Chưa có kế hoạch nào. Kế hoạch năm sau lập và báo cáo trong tháng 12 năm nay.")

    name = columns.LinkColumn(_("Kế hoạch"), str, route="training_plan", sort="name", width=60)
    unit = columns.Column(_("Của"), "unit__name", width=30)
    kind = columns.ChoiceColumn(_("Loại"), labels=PLAN_KIND, width=26, shown=False)
    years = columns.Column(_("Năm"), years_of, sort="first_year", width=12)
    due_on = columns.DueColumn(
        _("Hạn hoàn thành"), is_open=lambda plan: plan.state in IN_WORK, width=14
    )
    needed = columns.NumberColumn(_("Lượt người cần học"), width=12)
    unplaced = columns.NumberColumn(_("Chưa xếp lớp"), width=12)
    state = columns.StateColumn(
        _("Tình trạng"), labels=PLAN_STATE, tones=TONES, notes=("decision", "note"), width=18
    )


class OfPlan(Register):
    """A list that belongs to the plan named in the address."""

    @cached_property
    def plan(self):
        return queries.get_plan(self.actor, self.keys["pk"])

    def crumbs(self):
        return [(_("Kế hoạch đào tạo, bồi dưỡng"), reverse("training_plan_list"))]


def subject_of(line) -> str:
    """The subject, where the class is called otherwise."""
    return "" if line.topic.name == line.name else line.topic.name


def quarter_of(line) -> str:
    return ROMAN[(line.month + 2) // 3] if line.month else ""


class LineFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "topic__name", "provider")
    group = filters.CodeFilter(_("Nhóm"), TOPIC_GROUP, field_name="topic__group")


class LineRegister(OfPlan):
    """A plan: its classes, with what is known of the plan above them."""

    code, title = "training_plan", _("Kế hoạch đào tạo, bồi dưỡng")
    see, take = SEE, EXPORT
    is_found = False
    template = "training/plan.html"
    filters = LineFilter
    actions = LINE
    file_name = "ke-hoach-dao-tao"
    per_page = 100
    empty = _("Kế hoạch chưa có lớp nào.")
    official = Official("Kế hoạch đào tạo, bồi dưỡng", landscape=True)

    name = columns.Column(
        _("Nội dung, chương trình"), notes=(subject_of, "basis"), width=44, paper=46
    )
    group = columns.ChoiceColumn(
        _("Nhóm"), "topic__group", labels=TOPIC_GROUP, width=26, shown=False
    )
    target = columns.Column(_("Đối tượng"), width=26, paper=26)
    classes = columns.NumberColumn(_("Số lớp"), width=8, paper=10)
    people = columns.NumberColumn(_("Lượt người"), width=10, paper=13)
    women = columns.NumberColumn(_("Nữ"), width=8, paper=10, shown=False)
    minority = columns.NumberColumn(_("Dân tộc thiểu số"), width=8, paper=13, shown=False)
    leaders = columns.NumberColumn(_("Lãnh đạo, quản lý"), width=8, paper=13, shown=False)
    seats = columns.NumberColumn(_("Chỗ mỗi lớp"), width=10, shown=False)
    form = columns.ChoiceColumn(_("Hình thức"), labels=STUDY_FORM, width=16, paper=20)
    hours = columns.NumberColumn(_("Số tiết"), width=8, paper=12)
    month = columns.NumberColumn(_("Tháng"), width=8)
    quarter = columns.Column(_("Quý"), quarter_of, width=8, paper=11, shown=False, sort=False)
    provider = columns.Column(_("Cơ sở đào tạo"), width=24, paper=24)
    cost = columns.MoneyColumn(_("Kinh phí (đồng)"), width=16, paper=25)
    budget = columns.Column(_("Nguồn"), width=20, paper=20, shown=False)
    basis = columns.Column(_("Căn cứ"), width=30, paper=24, shown=False)
    opened = columns.NumberColumn(_("Đã mở"), width=8)
    step = columns.OffersColumn(offers=LINE.offers)

    def get_rows(self, permission):
        return queries.lines_of(self.plan)

    def heading(self):
        return str(self.plan)

    def context(self):
        plan = self.plan
        return {
            "plan": plan,
            "state": (PLAN_STATE[plan.state], TONES.get(plan.state, "")),
            "money": queries.money_of(plan),
            "offers": PLAN.offers(self.actor, plan),
            "may_see_needs": self.actor.has(SEE_NAMES),
            "slices": self._slices(),
        }

    def _slices(self) -> SliceListing | None:
        rows = list(queries.slices_of(self.plan))
        return SliceListing(rows, actor=self.actor) if rows else None


class TopicChoice(django_filters.ModelChoiceFilter):
    def __init__(self, **more):
        super().__init__(
            label=_("Chuyên đề"),
            queryset=lambda request: Topic.objects.visible_to(request.actor, SEE),
            empty_label=_("(tất cả)"),
            **more,
        )


class NeedFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE_NAMES)
    topic = TopicChoice()
    group = GroupFilter()
    kind = filters.CodeFilter(_("Vì sao"), NEED_KIND)
    state = filters.CodeFilter(
        _("Tình trạng"), {code: word for code, word in NEED_STATE.items() if code != NeedState.GONE}
    )


class NeedRegister(OfPlan):
    """Who needs what, and why: from missing standards, rounds that are due, and the units."""

    code, title = "training_needs", _("Nhu cầu đào tạo, bồi dưỡng")
    see, take = SEE_NAMES, EXPORT
    is_found = False
    logs = "person"
    filters, states = NeedFilter, "state"
    actions, together = NEED, ("leave",)
    file_name = "nhu-cau-dao-tao"
    empty = _("Chưa có nhu cầu nào; bấm “Tính nhu cầu và xếp lớp” ở trang kế hoạch.")
    official = Official("Danh sách nhu cầu đào tạo, bồi dưỡng", landscape=True)

    person = columns.Column(
        _("Họ và tên"), "person__full_name", sort="person__sort_key", width=28, paper=36
    )
    post = columns.Column(_("Vị trí, chức vụ"), width=26, paper=28, shown=False)
    unit = columns.Column(_("Đơn vị"), "unit__name", notes=("post",), width=30, paper=34)
    topic = columns.Column(_("Chuyên đề"), "topic__name", width=44, paper=44)
    kind = columns.ChoiceColumn(
        _("Vì sao"), labels=NEED_KIND, notes=("requirement__name", "reason"), width=20, paper=20
    )
    requirement = columns.Column(
        _("Tiêu chuẩn thiếu"), "requirement__name", width=36, paper=34, shown=False
    )
    clause = columns.Column(
        _("Bắt buộc theo"), "requirement__clause", width=24, paper=20, shown=False
    )
    line = columns.Column(_("Lớp"), "line__name", width=36, paper=34)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels={code: word for code, word in NEED_STATE.items() if code != NeedState.GONE},
        tones=NEED_TONES,
        notes=("left_out",),
        width=16,
        paper=20,
    )
    step = columns.OffersColumn(offers=NEED.offers, about="person")

    def get_rows(self, permission):
        return queries.needs_of(self.actor, self.plan, permission)

    def crumbs(self):
        plan = self.plan
        return [*super().crumbs(), (str(plan), reverse("training_plan", args=[plan.pk]))]

    def page_links(self):
        offers = PLAN.offers(self.actor, self.plan, "ask")
        return [Link(offer.title, offer.url, offer.tone) for offer in offers]
