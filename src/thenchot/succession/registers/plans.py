"""Plans of terms, the posts of a plan, and the live table of one post, told once."""

from functools import cached_property

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.policy.parameters import SuccessionPolicy
from thenchot.succession.access import EDIT, EXPORT, SEE
from thenchot.succession.actions.candidates import CANDIDATE
from thenchot.succession.actions.plans import PLAN, POST
from thenchot.succession.enums import CandidateState, PostState
from thenchot.succession.labels import (
    CANDIDATE_STATE,
    CANDIDATE_TONES,
    LEVEL,
    LINE,
    PLAN_STATE,
    PLAN_TONES,
    POST_STATE,
    POST_TONES,
)
from thenchot.succession.listings import ConferenceListing
from thenchot.succession.queries import plans as queries
from thenchot.succession.queries.makeup import makeup_of
from thenchot.succession.queries.policy import limits_of, policy_of
from thenchot.succession.queries.votes import base_of, conferences_of, last_votes
from thenchot.succession.rules import numbers
from thenchot.succession.rules.voting import share
from thenchot.succession.showing import figures_of

TABS = "succession/_tabs.html"
PROPOSABLE = Q(bars="") | ~Q(state=CandidateState.FOUND)
PLANNING = _("Quy hoạch cán bộ")


class PlanFilter(filters.RegisterFilter):
    unit = UnitFilter(SEE)
    state = filters.CodeFilter(_("Tình trạng"), PLAN_STATE)


class PlanRegister(Register):
    """Plans by term, the newest first."""

    code, title = "succession_plan_list", PLANNING
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_plans)
    filters, states = PlanFilter, "state"
    links = (PageLink(_("+ Danh sách quy hoạch"), "succession_plan_new", EDIT, "go"),)
    tabs, file_name = TABS, "quy-hoach"
    empty = _("Chưa có danh sách quy hoạch nào; lập cho từng nhiệm kỳ.")

    name = columns.LinkColumn(
        _("Danh sách"), str, route="succession_plan", sort="term__name", width=40
    )
    unit = columns.Column(_("Của"), "unit__name", width=30)
    reckons_on = columns.DayColumn(_("Tuổi tính đến"), width=12)
    post_count = columns.NumberColumn(_("Chức danh"), width=10)
    entries = columns.NumberColumn(_("Lượt người"), width=10)
    people = columns.NumberColumn(_("Người"), width=10)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=PLAN_STATE,
        tones=PLAN_TONES,
        notes=("decision", "note"),
        width=20,
    )


class PostFilter(filters.RegisterFilter):
    q = filters.WordsFilter("title__name", "unit__name")
    level = filters.CodeFilter(_("Thẩm quyền"), LEVEL)
    state = filters.CodeFilter(_("Trạng thái"), POST_STATE)
    without = filters.FlagFilter(
        _("Chưa có nguồn"), lambda rows: rows.filter(state=PostState.OPEN, listed=0)
    )


class PostRegister(Register):
    """A plan: its posts with how many are planned for each, what the list is made of, its
    conferences.
    """

    code, title = "succession_plan", PLANNING
    see, take = SEE, EXPORT
    is_found = False
    template = "succession/plan.html"
    filters = PostFilter
    file_name = "chuc-danh-quy-hoach"
    per_page = 200
    empty = _("Chưa có chức danh nào; bấm “Lấy chức danh đang có” hoặc thêm từng chức danh.")
    official = Official("Tổng hợp quy hoạch cán bộ", landscape=True)

    title_name = columns.LinkColumn(
        _("Chức danh"), "title__name", route="succession_post", width=40, paper=60
    )
    unit = columns.Column(_("Đơn vị"), "unit__name", width=34, paper=54)
    seats = columns.NumberColumn(_("Số lượng"), width=9, paper=16)
    wanted = columns.Column(_("Cần nguồn"), width=10, paper=18, sort=False)
    listed = columns.NumberColumn(_("Trong danh sách"), width=10, paper=20)
    next_in_line = columns.NumberColumn(_("Đối tượng 1"), width=10, paper=20)
    later = columns.NumberColumn(_("Đối tượng 2"), width=10, paper=20)
    possible = columns.NumberColumn(_("Còn giới thiệu được"), width=12, paper=22)
    level = columns.ChoiceColumn(_("Thẩm quyền"), labels=LEVEL, width=20, shown=False)
    state = columns.StateColumn(
        _("Trạng thái"),
        labels=POST_STATE,
        tones=POST_TONES,
        notes=("reason", (_("xem lại"), "look_again_on")),
        width=20,
        paper=34,
    )

    @cached_property
    def plan(self):
        return queries.get_plan(self.actor, self.keys["pk"])

    @cached_property
    def limits(self):
        return limits_of(self.plan)

    def get_rows(self, permission):
        return queries.posts_of(self.plan)

    def prepare(self, rows):
        for row in rows:
            asked = {"is_committee": row.is_committee, "limits": self.limits}
            least = numbers.least_for(row.seats, **asked)
            most = numbers.most_for(row.seats, **asked)
            row.wanted = f"{least} – {most}"
        return rows

    def heading(self):
        return str(self.plan)

    def crumbs(self):
        return [(PLANNING, reverse("succession_plan_list"))]

    def context(self):
        plan = self.plan
        held = conferences_of(plan)
        return {
            "plan": plan,
            "state": (PLAN_STATE[plan.state], PLAN_TONES.get(plan.state, "")),
            "offers": PLAN.offers(self.actor, plan),
            "makeup": figures_of(makeup_of(plan.unit.path, post__plan=plan)),
            "conferences": ConferenceListing(held, actor=self.actor) if held else None,
            "prints": self.actor.has(EXPORT),
        }


def marks_of(row) -> str:
    """What a list must have enough of: told beside the name."""
    file = getattr(row.person, "particulars", None)
    told = (
        (row.person.sex == "f", _("nữ")),
        (bool(file and file.in_science), _("khoa học, công nghệ")),
        (bool(file and file.in_religious_area), _("vùng giáo")),
        (row.is_carried, _("chuyển tiếp")),
    )
    return " · ".join(str(word) for says, word in told if says)


def readiness_of(row) -> str:
    """Standards of the post: met, or how many lack."""
    if not row.judged_at:
        return ""
    return str(_("đủ")) if not row.gaps else str(_("thiếu %s")) % row.gaps


class CandidateFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    line = filters.CodeFilter(_("Đối tượng"), LINE)
    state = filters.CodeFilter(_("Tình trạng"), CANDIDATE_STATE)
    barred = filters.FlagFilter(_("Cả người chưa được giới thiệu"), lambda rows: rows)


class CandidateRegister(Register):
    """The live table of a post: who meets the standard today, who will by when and by what, who is
    proposed and how the votes went. Whoever may not be proposed is hidden until asked for.
    """

    code, title = "succession_post", PLANNING
    see, take = SEE, EXPORT
    is_found = False
    logs = "person"
    filters, states = CandidateFilter, "state"
    actions, together = CANDIDATE, ("propose",)
    template, file_name = "succession/post.html", "nguon-quy-hoach"
    per_page = 100
    empty = _("Chưa rà soát nguồn của chức danh này; bấm “Rà soát nguồn” ở trang danh sách.")
    official = Official("Danh sách nguồn quy hoạch", landscape=True)

    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="succession_road",
        sort="person__sort_key",
        notes=("unit__name", marks_of),
        width=28,
        paper=46,
    )
    unit = columns.Column(_("Đơn vị"), "unit__name", width=30, paper=44, shown=False)
    line = columns.ChoiceColumn(_("Đối tượng"), labels=LINE, width=14, paper=22)
    months_left = columns.NumberColumn(_("Còn công tác (tháng)"), width=10, paper=18)
    readiness = columns.Column(
        _("Tiêu chuẩn"),
        readiness_of,
        notes=("step", (_("đủ vào"), "ready_on")),
        width=26,
        paper=40,
        sort="gaps",
    )
    ready_on = columns.DayColumn(_("Đủ vào"), width=12, paper=20, shown=False)
    votes = columns.Column(_("Phiếu"), lambda row: row.votes, width=14, paper=22, sort=False)
    bars = columns.Column(_("Chưa được giới thiệu vì"), width=40, paper=50, shown=False)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=CANDIDATE_STATE,
        tones=CANDIDATE_TONES,
        notes=("reason", "decision", "bars"),
        width=22,
        paper=40,
    )
    offered = columns.OffersColumn(offers=CANDIDATE.offers, about="person")

    @cached_property
    def post(self):
        return queries.get_post(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        rows = queries.candidates_of(self.actor, self.post, permission)
        rows = rows.order_by("gaps", "-months_left", "person__sort_key", "pk")
        return rows if self.given.get("barred") else rows.filter(PROPOSABLE)

    @cached_property
    def ballots(self):
        return last_votes(self.post.plan)

    @cached_property
    def policy(self) -> SuccessionPolicy:
        return policy_of(self.post.plan)

    def prepare(self, rows):
        for row in rows:
            ballot = self.ballots.get(row.pk)
            row.votes = ""
            if ballot:
                base = base_of(ballot.conference, self.policy)
                row.votes = f"{ballot.agreed}/{base} ({100 * share(ballot.agreed, base):.0f}%)"
        return rows

    def heading(self):
        return str(self.post)

    def crumbs(self):
        plan = self.post.plan
        return [
            (PLANNING, reverse("succession_plan_list")),
            (str(plan), reverse("succession_plan", args=[plan.pk])),
        ]

    def context(self):
        post = self.post
        most = numbers.most_for(
            post.seats, is_committee=post.is_committee, limits=limits_of(post.plan)
        )
        makeup = makeup_of(post.plan.unit.path, post=post)
        return {
            "post": post,
            "state": (POST_STATE[post.state], POST_TONES.get(post.state, "")),
            "offers": POST.offers(self.actor, post),
            "most": most,
            "listed": makeup.entries,
            "makeup": figures_of(makeup),
        }
