"""Cases and the road of one, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.discipline import penalties
from thenchot.discipline.access import EDIT, EXPORT, SEE
from thenchot.discipline.actions.cases import CASE, CASES, STEP
from thenchot.discipline.enums import CaseState, Side
from thenchot.discipline.labels import CASE_STATE, CASE_TONES, SIDE, SOURCE
from thenchot.discipline.listings import CouncilListing, PauseListing
from thenchot.discipline.queries import cases as queries
from thenchot.discipline.rules.steps import shipped
from thenchot.organisation.filters import UnitFilter
from thenchot.oversight.labels import FINDING_KIND
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register

TABS = "discipline/_tabs.html"


def form_of(case) -> str:
    return penalties.name_of(case.side, case.form)


def effect_of(case) -> str:
    if not case.effective_on:
        return ""
    return f"{case.effective_on:%d/%m/%Y} – {case.ends_on:%d/%m/%Y}"


def accomplice_of(case) -> str:
    return str(_("tiếp tay, liên quan: %s") % case.main.whom) if case.main else ""


class CaseFilter(filters.RegisterFilter):
    q = filters.WordsFilter("act", "decision", "unit__name", folded="person__folded")
    unit = UnitFilter(SEE)
    side = filters.CodeFilter(_("Loại kỷ luật"), SIDE)
    kind = filters.CodeFilter(_("Loại vi phạm"), FINDING_KIND)
    source = filters.CodeFilter(_("Nguồn"), SOURCE)
    state = filters.CodeFilter(_("Tình trạng"), CASE_STATE)


class CaseRegister(Register):
    """The book of discipline: Party and State side by side (S0-116, S1-047, S4-073)."""

    code, title = "discipline_case_list", CASES
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_cases)
    filters, states = CaseFilter, "state"
    logs = "person"
    links = (
        PageLink(_("Từ phát hiện được chuyển"), "discipline_case_from_finding", EDIT),
        PageLink(_("+ Vụ việc"), "discipline_case_new", EDIT, "go"),
    )
    tabs, file_name = TABS, "so-theo-doi-ky-luat"
    empty = _("Chưa có vụ việc nào.")
    official = Official("Sổ theo dõi kỷ luật", landscape=True)

    whom = columns.LinkColumn(
        _("Người, tập thể"),
        "whom",
        route="discipline_case",
        sort="person__sort_key",
        notes=("unit__name", accomplice_of),
        width=32,
        paper=46,
    )
    side = columns.ChoiceColumn(_("Loại kỷ luật"), labels=SIDE, width=16, paper=24)
    kind = columns.ChoiceColumn(_("Loại vi phạm"), labels=FINDING_KIND, width=26, paper=36)
    act = columns.Column(_("Hành vi"), notes=("act_on",), width=36, paper=50)
    source = columns.ChoiceColumn(
        _("Nguồn"), labels=SOURCE, notes=("source_note",), width=22, shown=False
    )
    opened_on = columns.DayColumn(_("Bắt đầu xem xét"), width=12, shown=False)
    due_on = columns.DueColumn(
        _("Hạn quyết định"),
        is_open=lambda case: case.state == CaseState.OPEN,
        notes=("complex_for",),
        width=12,
        paper=22,
    )
    form = columns.Column(_("Hình thức"), form_of, notes=("decision",), width=18, paper=30)
    effect = columns.Column(_("Hiệu lực"), effect_of, sort="effective_on", width=22, paper=30)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=CASE_STATE,
        tones=CASE_TONES,
        notes=("ended_for",),
        width=22,
        paper=34,
    )


def votes_of(step) -> str:
    if not step.official:
        return ""
    cast = [(form, count) for form, count in step.votes.items() if count]
    votes = ", ".join(f"{penalties.name_of(step.case.side, form)}: {count}" for form, count in cast)
    return f"{step.present}/{step.official}; {votes}"


class CaseStepRegister(Register):
    """One case: its steps, above its council and its pauses."""

    code, title = "discipline_case", CASES
    see, take = SEE, EXPORT
    is_found = False
    template, file_name = "discipline/case.html", "cac-buoc-ky-luat"
    empty = _("Sau kỷ luật Đảng: không họp kiểm điểm, không lập Hội đồng; ghi quyết định.")
    official = Official("Các bước xem xét kỷ luật", landscape=True)

    number = columns.NumberColumn(_("Bước"), width=6, paper=12)
    name = columns.Column(_("Nội dung"), notes=("outcome",), width=44, paper=70)
    who = columns.Column(_("Ai thực hiện"), width=30, paper=46)
    earliest_on = columns.DayColumn(_("Không trước ngày"), width=12, shown=False)
    due_on = columns.DueColumn(
        _("Hạn"), is_open=lambda step: step.done_on is None, width=12, paper=22
    )
    done_on = columns.DayColumn(_("Ngày xong"), width=12, paper=22)
    votes = columns.Column(_("Phiếu"), votes_of, width=28, paper=40, sort=False)
    document = columns.Column(_("Văn bản"), width=22, paper=34)
    step = columns.OffersColumn(offers=STEP.offers, about="name")

    @cached_property
    def case(self):
        return queries.get_case(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        if self.case.person:
            self.actor.reads.append(self.case.person)
        return queries.steps_of(self.case)

    def heading(self):
        words = str(self.case)
        return words[0].upper() + words[1:]

    def crumbs(self):
        return [(CASES, reverse("discipline_case_list"))]

    def context(self):
        case = self.case
        council = list(queries.council_of(case))
        pauses = list(queries.pauses_of(case))
        return {
            "case": case,
            "source": shipped()[Side(case.side)].source,
            "form": form_of(case),
            "state": (CASE_STATE[case.state], CASE_TONES.get(case.state, "")),
            "offers": CASE.offers(self.actor, case),
            "council": CouncilListing(council, actor=self.actor) if council else None,
            "pauses": PauseListing(pauses, actor=self.actor) if pauses else None,
        }
