"""Cases, the steps of one case, and the public calendar, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import UnitFilter
from thenchot.placement.access import EDIT, EXPORT, SEE, SEE_CALENDAR
from thenchot.placement.actions.procedures import PROCEDURE, STEP
from thenchot.placement.enums import ProcedureState, StepKind
from thenchot.placement.labels import PROCEDURE_STATE, PROCEDURE_TONES, STEP_KIND
from thenchot.placement.listings import CheckListing, ItemListing, PaperListing
from thenchot.placement.queries import procedures as queries
from thenchot.placement.registers.vacancies import TABS
from thenchot.placement.rules.forms import shipped
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register

CASES = _("Quy trình công tác cán bộ")
KINDS = {code: form.name for code, form in shipped().items()}


class ProcedureFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    unit = UnitFilter(SEE)
    kind = filters.CodeFilter(_("Quy trình"), KINDS)
    state = filters.CodeFilter(_("Tình trạng"), PROCEDURE_STATE)


def progress_of(row) -> str:
    return f"{row.steps_done}/{row.step_count}"


class ProcedureRegister(Register):
    """Cases, the latest first."""

    code, title = "procedure_list", CASES
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_procedures)
    filters, states = ProcedureFilter, "state"
    logs = "person"
    links = (PageLink(_("+ Mở quy trình"), "procedure_new", EDIT, "go"),)
    tabs, file_name = TABS, "quy-trinh-can-bo"
    empty = _("Chưa có quy trình nào. Mở quy trình từ chỗ khuyết, hoặc cho một người.")
    official = Official("Danh sách quy trình công tác cán bộ", landscape=True)

    person = columns.LinkColumn(
        _("Họ và tên"),
        "person__full_name",
        route="procedure",
        sort="person__sort_key",
        width=28,
        paper=44,
    )
    name = columns.Column(_("Quy trình"), width=24, paper=36)
    post = columns.Column(_("Chức danh"), lambda row: row.post, width=44, paper=66, sort=False)
    opened_on = columns.DayColumn(_("Mở ngày"), width=12, paper=22)
    progress = columns.Column(_("Bước"), progress_of, width=8, paper=14, sort=False)
    decision = columns.Column(_("Quyết định"), notes=("effective_on",), width=20, paper=34)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=PROCEDURE_STATE,
        tones=PROCEDURE_TONES,
        notes=("stopped_for",),
        width=20,
        paper=36,
    )


def votes_of(step) -> str:
    if step.kind != StepKind.VOTE or step.summoned is None:
        return ""
    base = step.present if step.counts == "present" else step.summoned
    return f"{step.agreed}/{base}"


class StepRegister(Register):
    """One case: its steps, under the conditions and papers that the decision asks for."""

    code, title = "procedure", CASES
    see, take = SEE, EXPORT
    is_found = False
    template, file_name = "placement/procedure.html", "cac-buoc"
    empty = _("Quy trình này không có bước nào.")
    official = Official("Các bước của quy trình", landscape=True)

    number = columns.NumberColumn(_("Bước"), width=6, paper=12)
    name = columns.Column(_("Nội dung"), notes=("outcome",), width=44, paper=76)
    who = columns.Column(_("Ai thực hiện"), width=34, paper=54)
    kind = columns.ChoiceColumn(_("Loại"), labels=STEP_KIND, width=12, shown=False)
    due_on = columns.DueColumn(
        _("Hạn"), is_open=lambda step: step.done_on is None, width=12, paper=22
    )
    done_on = columns.DayColumn(_("Ngày xong"), width=12, paper=22)
    votes = columns.Column(_("Phiếu"), votes_of, width=10, paper=18, sort=False)
    document = columns.Column(_("Văn bản"), width=24, paper=36)
    scan = columns.LinkColumn(
        _("Bản quét"),
        lambda step: _("xem") if step.file_id else "",
        route="file_download",
        key="file_id",
        width=10,
        excel=False,
    )
    step = columns.OffersColumn(offers=STEP.offers, about="name")

    @cached_property
    def procedure(self):
        return queries.get_procedure(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        self.actor.reads.append(self.procedure.person)
        return queries.steps_of(self.procedure)

    def heading(self):
        return f"{self.procedure.name}: {self.procedure.person.full_name}"

    def crumbs(self):
        return [(CASES, reverse("procedure_list"))]

    def context(self):
        case = self.procedure
        is_open = case.state == ProcedureState.OPEN
        checks = queries.conditions_today(case) if is_open else []
        items = list(case.items.select_related("procedure__unit"))
        papers = list(queries.papers_of(case))
        return {
            "case": case,
            "state": (PROCEDURE_STATE[case.state], PROCEDURE_TONES.get(case.state, "")),
            "offers": PROCEDURE.offers(self.actor, case),
            "checks": CheckListing(checks, actor=self.actor) if checks else None,
            "papers": PaperListing(papers, actor=self.actor) if papers else None,
            "items": ItemListing(items, actor=self.actor) if items else None,
        }


def about_post(step) -> str:
    return step.procedure.post


def named_when_decided(step) -> str:
    """Names stand in the public calendar only when the decision is there."""
    case = step.procedure
    return case.person.full_name if case.state == ProcedureState.DECIDED else ""


class CalendarRegister(Register):
    """Public steps of cases: what is asked, voted and decided when, without names before the
    decision (S1-017, S4-064).
    """

    code, title = "procedure_calendar", _("Lịch công khai công tác cán bộ")
    lead = _("Các bước được công khai; tên người chỉ có khi đã có quyết định.")
    see = take = SEE_CALENDAR
    rows = staticmethod(queries.public_steps)
    tabs, file_name = TABS, "lich-cong-khai"
    empty = _("Chưa có bước nào được công khai.")
    official = Official("Lịch công khai công tác cán bộ", landscape=True)

    procedure = columns.Column(_("Quy trình"), "procedure__name", width=26, paper=40)
    post = columns.Column(_("Chức danh"), about_post, width=44, paper=70, sort=False)
    name = columns.Column(_("Bước"), width=40, paper=60)
    who = columns.Column(_("Ai thực hiện"), width=30, paper=46)
    due_on = columns.DayColumn(_("Hạn"), width=12, paper=22)
    done_on = columns.DayColumn(_("Ngày xong"), width=12, paper=22)
    person = columns.Column(_("Người được quyết định"), named_when_decided, width=26, sort=False)
