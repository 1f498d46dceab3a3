"""Prospects, all roads, and the road of one candidate, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, PageLink, Register
from thenchot.succession.access import EXPORT, REFER, SEE
from thenchot.succession.actions.candidates import CANDIDATE, MILESTONE, PROSPECT
from thenchot.succession.enums import MilestoneState
from thenchot.succession.labels import (
    MILESTONE_KIND,
    MILESTONE_STATE,
    MILESTONE_TONES,
    ORIGIN,
    PROSPECT_STATE,
    PROSPECT_TONES,
)
from thenchot.succession.queries import roads as queries
from thenchot.succession.queries.plans import get_candidate
from thenchot.succession.registers.plans import PLANNING, TABS


class ProspectFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "referred_by", "evidence")
    unit = UnitFilter(REFER)
    origin = filters.CodeFilter(_("Nơi giới thiệu"), ORIGIN)
    state = filters.CodeFilter(_("Tình trạng"), PROSPECT_STATE)


class ProspectRegister(Register):
    """People with prospects, pointed to on evidence: the pool that planning draws from."""

    code, title = "prospect_list", _("Nhân tố có triển vọng")
    lead = _(
        "Giới thiệu từ cơ sở, Mặt trận, nhân dân, trên việc đã làm; là nguồn để theo dõi, bồi "
        "dưỡng và xem xét khi quy hoạch."
    )
    see, take = REFER, EXPORT
    rows = staticmethod(queries.list_prospects)
    filters, states = ProspectFilter, "state"
    links = (PageLink(_("+ Giới thiệu"), "prospect_new", REFER, "go"),)
    tabs, file_name = TABS, "nhan-to-trien-vong"
    row_id = "p"
    empty = _("Chưa có ai được giới thiệu.")
    official = Official("Danh sách nhân tố có triển vọng", landscape=True)

    name = columns.Column(_("Họ và tên"), notes=("work",), width=28, paper=46)
    unit = columns.Column(_("Đơn vị"), "unit__name", width=30, paper=46)
    origin = columns.ChoiceColumn(
        _("Nơi giới thiệu"), labels=ORIGIN, notes=("referred_by",), width=24, paper=40
    )
    evidence = columns.Column(_("Căn cứ"), width=50, paper=70)
    noted_at = columns.DayColumn(_("Ngày"), width=12, paper=20)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=PROSPECT_STATE,
        tones=PROSPECT_TONES,
        notes=("outcome",),
        width=24,
        paper=40,
    )
    step = columns.OffersColumn(offers=PROSPECT.offers, about="name")


class MilestoneFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="candidate__person__folded")
    unit = UnitFilter(SEE)
    kind = filters.CodeFilter(_("Loại"), MILESTONE_KIND)
    state = filters.CodeFilter(_("Tình trạng"), MILESTONE_STATE)
    late = filters.FlagFilter(
        _("Quá hạn"),
        lambda rows: rows.filter(state=MilestoneState.OPEN, due_on__lt=today()),
    )


class OfMilestones(Register):
    """Steps of roads."""

    see, take = SEE, EXPORT
    states = "state"
    filters = MilestoneFilter
    logs = "candidate__person"

    person = columns.LinkColumn(
        _("Họ và tên"),
        "candidate__person__full_name",
        route="succession_road",
        key="candidate_id",
        sort="candidate__person__sort_key",
        notes=(lambda one: str(one.candidate.post),),
        width=30,
        paper=50,
    )
    text = columns.Column(_("Nội dung"), notes=("note",), width=50, paper=70)
    kind = columns.ChoiceColumn(_("Loại"), labels=MILESTONE_KIND, width=24, paper=40)
    due_on = columns.DueColumn(
        _("Xong trước hết ngày"),
        is_open=lambda one: one.state == MilestoneState.OPEN,
        width=14,
        paper=24,
    )
    done_on = columns.DayColumn(_("Ngày xong"), width=12, paper=20)
    state = columns.StateColumn(
        _("Tình trạng"), labels=MILESTONE_STATE, tones=MILESTONE_TONES, width=14, paper=24
    )
    step = columns.OffersColumn(offers=MILESTONE.offers, about="text")


class MilestoneRegister(OfMilestones):
    """Every road of the branches."""

    code, title = "milestone_list", _("Lộ trình phát triển")
    rows = staticmethod(queries.list_milestones)
    tabs, file_name = TABS, "lo-trinh"
    empty = _("Chưa có bước nào; lập lộ trình từ trang của người trong quy hoạch.")
    official = Official("Lộ trình phát triển cán bộ quy hoạch", landscape=True)


class RoadRegister(OfMilestones):
    """The road of one candidate, under what the review found."""

    code, title = "succession_road", _("Lộ trình phát triển")
    is_found = False
    template, file_name = "succession/road.html", "lo-trinh-ca-nhan"
    empty = _("Chưa có bước nào trong lộ trình.")

    person = None  # the page is about one

    @cached_property
    def candidate(self):
        return get_candidate(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        self.actor.reads.append(self.candidate.person)
        return queries.road_of(self.candidate)

    def heading(self):
        return self.candidate.person.full_name

    def crumbs(self):
        post = self.candidate.post
        return [
            (PLANNING, reverse("succession_plan_list")),
            (str(post.plan), reverse("succession_plan", args=[post.plan_id])),
            (str(post), reverse("succession_post", args=[post.pk])),
        ]

    def page_links(self):
        offers = CANDIDATE.offers(self.actor, self.candidate, "draw", "milestone")
        return [Link(offer.title, offer.url, offer.tone) for offer in offers if not offer.at_once]

    def context(self):
        row = self.candidate
        lacks = row.lacks.filter(is_met=False).select_related("requirement")
        return {
            "row": row,
            "lacks": list(lacks.order_by("requirement__position", "pk")),
            "offers": CANDIDATE.offers(self.actor, row, "draw"),
        }
