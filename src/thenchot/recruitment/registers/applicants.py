"""The applicants of one round, told once: forms, marks, results."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import Link, Register
from thenchot.policy.codelists import code_list
from thenchot.recruitment.access import EDIT, EXPORT, SEE
from thenchot.recruitment.actions.applicants import APPLICANT
from thenchot.recruitment.enums import RoundState
from thenchot.recruitment.labels import (
    APPLICANT_STATE,
    APPLICANT_TONES,
    CAME_BY,
    PRIORITY,
)
from thenchot.recruitment.queries import applicants as queries
from thenchot.recruitment.queries.rounds import get_round, papers_of, policy_of
from thenchot.recruitment.registers.rounds import ROUNDS
from thenchot.recruitment.services.applicants import note_export

EVERY = filters.EVERY


class PeopleFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="folded")
    opening = filters.CodeFilter(_("Vị trí"), {}, field_name="opening")
    state = filters.CodeFilter(_("Tình trạng"), APPLICANT_STATE)


def level_of(one) -> str:
    level = code_list("degree").get(one.level) if one.level else None
    return "; ".join(part for part in (str(level or ""), one.major) if part)


def first_of(one):
    return queries.counted_points(one, policy_of(one.round)).get("first")


def second_of(one):
    return queries.second_score(one)


def priority_points(one):
    return queries.priority_of(one, policy_of(one.round)) or None


class PeopleRegister(Register):
    """Position by position, best first once the results are approved."""

    code, title = "recruitment_people", _("Người dự tuyển")
    see, take = SEE, EXPORT
    is_found = False
    filters, file_name = PeopleFilter, "nguoi-du-tuyen"
    actions, together = APPLICANT, ("pass", "lapse")
    empty = _("Chưa có phiếu nào.")
    official = Official("Danh sách người dự tuyển", landscape=True)
    notes = ("Không có số định danh cá nhân: dữ liệu này không rời khỏi hệ thống.",)

    number = columns.NumberColumn(_("SBD"), width=7, paper=12)
    name = columns.LinkColumn(
        _("Họ và tên"),
        "full_name",
        route="applicant",
        sort="sort_key",
        css="nowrap",
        width=28,
        paper=40,
    )
    born_on = columns.DayColumn(_("Ngày sinh"), width=12, paper=22, shown=False)
    opening = columns.Column(_("Vị trí"), "opening__name", notes=(level_of,), width=36, paper=46)
    level = columns.Column(
        _("Trình độ, ngành"), level_of, width=30, paper=40, shown=False, sort=False
    )
    priority = columns.ChoiceColumn(_("Đối tượng ưu tiên"), labels=PRIORITY, width=24, shown=False)
    first = columns.NumberColumn(_("Vòng 1"), first_of, places=2, width=9, paper=16, sort=False)
    second = columns.NumberColumn(_("Vòng 2"), second_of, places=2, width=9, paper=16, sort=False)
    points = columns.NumberColumn(
        _("Ưu tiên"), priority_points, places=2, width=9, paper=16, sort=False
    )
    total = columns.NumberColumn(_("Tổng"), places=2, width=9, paper=16)
    came_by = columns.ChoiceColumn(_("Nộp qua"), labels=CAME_BY, width=16, shown=False)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=APPLICANT_STATE,
        tones=APPLICANT_TONES,
        notes=("ground",),
        width=24,
        paper=36,
    )

    @cached_property
    def round(self):
        return get_round(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.applicants_of(self.round)

    def prepare(self, rows):
        """All of the same round: what is looked up of it is looked up once."""
        for one in rows:
            one.round = self.round
        return rows

    def filtered(self, data):
        found = PeopleFilter(data, queryset=self.base, request=self.request)
        chosen = [(str(one.pk), one.name) for one in self.openings]
        found.form.fields["opening"].choices = [("", EVERY), *chosen]
        return found

    @cached_property
    def openings(self):
        return list(self.round.openings.order_by("pk"))

    def note_taken(self, form):
        """Who took the list along stays in the trail."""
        note_export(self.actor, round_id=self.round.pk)

    def heading(self):
        return _("Người dự tuyển: %s") % self.round.name

    def crumbs(self):
        return [
            (ROUNDS, reverse("recruitment_round_list")),
            (self.round.name, reverse("recruitment_round", args=[self.round.pk])),
        ]

    def page_links(self):
        if self.round.state == RoundState.PUBLISHED and self.actor.has(EDIT):
            yield Link(_("Nhập từ Excel"), reverse("applicant_import"))
            form = reverse("recruitment_round_form", args=[self.round.pk])
            yield Link(_("Nhận phiếu"), form, "go")
        if papers_of(self.round) and self.actor.has(EDIT):
            yield Link(_("Nhập điểm từ Excel"), reverse("applicant_mark_import"))
