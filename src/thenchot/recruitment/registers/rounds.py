"""Needs, rounds, the positions of one round, told once."""

from functools import cached_property

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.people.models import Appointment
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register
from thenchot.policy.codelists import code_list
from thenchot.recruitment.access import EDIT, EXPORT, SEE
from thenchot.recruitment.actions.rounds import NEED, OPENING, ROUND
from thenchot.recruitment.enums import RoundState
from thenchot.recruitment.labels import MANNER, ROUND_STATE, ROUND_TONES
from thenchot.recruitment.listings import CouncilListing, DayListing, days_told
from thenchot.recruitment.queries import needs
from thenchot.recruitment.queries import rounds as queries
from thenchot.recruitment.rules.running import STEPS

TABS = "recruitment/_tabs.html"
ROUNDS = _("Đợt tuyển dụng")


def short_of_people(rows):
    """Positions with fewer holders than approved."""
    held = Appointment.objects.in_force(today()).filter(
        position__code=OuterRef("code"), position__scheme__unit=OuterRef("scheme__unit")
    )
    counted = held.order_by().values("position__code").annotate(n=Count("person", distinct=True))
    holders = Coalesce(Subquery(counted.values("n")), 0)
    return rows.annotate(holders=holders).filter(holders__lt=F("approved_number"))


class NeedFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "code", "unit__name")
    unit = UnitFilter(SEE)
    short = filters.FlagFilter(_("Chỉ vị trí thiếu người"), short_of_people)


def majors_of(position) -> str:
    return "; ".join(map(str, position.fields or []))


class NeedRegister(Register):
    """What each approved position needs, with its arithmetic."""

    code, title = "recruitment_need_list", _("Nhu cầu tuyển dụng")
    lead = _("Cần tuyển = được duyệt − đang có − đang tuyển, không vượt biên chế còn lại.")
    see, take = SEE, EXPORT
    rows = staticmethod(needs.list_needs)
    filters, actions, together = NeedFilter, NEED, ("open",)
    tabs, file_name = TABS, "nhu-cau-tuyen-dung"
    empty = _("Chưa có đề án vị trí việc làm nào được phê duyệt.")
    official = Official("Đề xuất nhu cầu tuyển dụng theo vị trí việc làm", landscape=True)

    name = columns.Column(_("Vị trí việc làm"), notes=(majors_of,), width=40, paper=60)
    unit = columns.Column(_("Đơn vị"), "unit__name", width=30, paper=46)
    majors = columns.Column(_("Ngành"), majors_of, width=30, paper=40, shown=False, sort=False)
    approved = columns.NumberColumn(_("Được duyệt"), "approved_number", width=9, paper=16)
    present = columns.NumberColumn(
        _("Đang có"), lambda row: row.need.present, width=9, paper=16, sort=False
    )
    arriving = columns.NumberColumn(
        _("Đang tuyển"), lambda row: row.need.arriving, width=9, paper=16, sort=False
    )
    number = columns.NumberColumn(
        _("Cần tuyển"), lambda row: row.need.number, width=9, paper=16, sort=False
    )
    arithmetic = columns.Column(
        _("Cách tính"), lambda row: row.need.arithmetic, width=34, paper=46, sort=False
    )

    def prepare(self, rows):
        return needs.with_needs(rows)


class RoundFilter(filters.RegisterFilter):
    q = filters.WordsFilter("name", "unit__name")
    unit = UnitFilter(SEE)
    state = filters.CodeFilter(_("Tình trạng"), ROUND_STATE)


def window_of(round_) -> str:
    if round_.opens_on is None:
        return ""
    return f"{round_.opens_on:%d/%m/%Y} – {round_.closes_on:%d/%m/%Y}"


class RoundRegister(Register):
    """Rounds, the latest first."""

    code, title = "recruitment_round_list", ROUNDS
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_rounds)
    filters, states = RoundFilter, "state"
    links = (
        PageLink(_("Trang công khai"), "recruitment_notices"),
        PageLink(_("Nhập phiếu từ Excel"), "applicant_import", EDIT),
        PageLink(_("+ Lập đợt"), "recruitment_round_new", EDIT, "go"),
    )
    tabs, file_name = TABS, "dot-tuyen-dung"
    empty = _("Chưa có đợt tuyển dụng nào. Chọn vị trí ở trang Nhu cầu để lập đợt.")
    official = Official("Danh sách đợt tuyển dụng", landscape=True)

    name = columns.LinkColumn(
        _("Đợt"), route="recruitment_round", notes=("unit__name",), width=44, paper=66
    )
    manner = columns.ChoiceColumn(_("Cách tuyển"), labels=MANNER, width=14, paper=22)
    places = columns.NumberColumn(
        _("Cần tuyển"), lambda row: row.places, width=9, paper=16, sort=False
    )
    forms = columns.NumberColumn(_("Phiếu"), lambda row: row.forms, width=9, paper=16, sort=False)
    window = columns.Column(_("Nhận phiếu"), window_of, width=24, paper=44, sort=False)
    public_on = columns.DayColumn(_("Công khai kết quả"), width=14, paper=24)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=ROUND_STATE,
        tones=ROUND_TONES,
        notes=("cancelled_for",),
        width=20,
        paper=34,
    )

    def prepare(self, rows):
        return queries.with_counts(rows)


def level_of(opening) -> str:
    level = code_list("degree").get(opening.level) if opening.level else None
    return str(level or "")


def told_majors(opening) -> str:
    return "; ".join(opening.majors)


def arithmetic_of(opening) -> str:
    left = opening.approved - opening.present - opening.arriving
    return f"{opening.approved} − {opening.present} − {opening.arriving} = {left}"


class OpeningRegister(Register):
    """One round: its positions, its days, its council."""

    code, title = "recruitment_round", ROUNDS
    see, take = SEE, EXPORT
    is_found = False
    template, file_name = "recruitment/round.html", "vi-tri-can-tuyen"
    empty = _("Chưa có vị trí nào: chọn ở trang Nhu cầu, hoặc thêm ở đây.")
    official = Official("Vị trí cần tuyển", landscape=True)

    name = columns.Column(_("Vị trí việc làm"), width=44, paper=70)
    number = columns.NumberColumn(_("Cần tuyển"), width=9, paper=18)
    applied = columns.NumberColumn(_("Phiếu"), width=9, paper=18, sort=False)
    taken = columns.NumberColumn(_("Trúng tuyển"), "chosen", width=9, paper=20, sort=False)
    level = columns.Column(_("Trình độ từ"), level_of, width=14, paper=28, sort=False)
    majors = columns.Column(_("Ngành"), told_majors, width=36, paper=60, sort=False)
    need = columns.Column(
        _("Nhu cầu khi lập"), arithmetic_of, width=18, paper=30, shown=False, sort=False
    )
    step = columns.OffersColumn(offers=OPENING.offers, about="name")

    @cached_property
    def round(self):
        return queries.get_round(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.openings_of(self.round)

    def heading(self):
        return self.round.name

    def crumbs(self):
        return [(ROUNDS, reverse("recruitment_round_list"))]

    def context(self):
        round_ = self.round
        members = list(round_.council.select_related("person", "round__unit").order_by("pk"))
        limit = queries.next_limit(round_)
        return {
            "round": round_,
            "state": (ROUND_STATE[round_.state], ROUND_TONES.get(round_.state, "")),
            "offers": ROUND.offers(self.actor, round_),
            "limit": limit,
            "is_late": bool(limit and limit.last < today()),
            "next_step": next_step_of(round_),
            "days": DayListing(days_told(round_), actor=self.actor),
            "council": CouncilListing(members, actor=self.actor) if members else None,
            "exam": queries.form_of(round_),
            "people": round_.applicants.count(),
            "papers": papers_open(round_),
        }


def next_step_of(round_) -> str:
    names = [name for name, begins, _ends in STEPS.values() if round_.state in begins]
    return names[0] if names else ""


def papers_open(round_) -> list[tuple[str, str]]:
    """Papers of the round that can be written now: (route, title)."""
    found = [("recruitment_plan_paper", _("Kế hoạch"))]
    if round_.notice_on:
        found.append(("recruitment_notice_paper", _("Thông báo")))
    if round_.listed_on:
        found.append(("recruitment_list_paper", _("Danh sách đủ điều kiện")))
    if round_.ranked_on and round_.state != RoundState.CANCELLED:
        found.append(("recruitment_result_paper", _("Kết quả")))
    return found
