"""Rearrangements with the people they touch, payments with their lines, told once."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.benefits.access import COUNT, EDIT, EXPORT, SEE
from thenchot.benefits.actions.lists import (
    AFFECTED,
    ITEM,
    PAYMENT,
    PAYMENTS,
    REARRANGEMENT,
    REARRANGEMENTS,
)
from thenchot.benefits.labels import (
    ANSWER,
    ANSWER_TONES,
    ANSWERED,
    NONE,
    PART,
    PAYMENT_STATE,
    PAYMENT_TONES,
    REARRANGEMENT_KIND,
    WAITING,
)
from thenchot.benefits.queries import cases as queries
from thenchot.benefits.registers.policies import TABS
from thenchot.organisation.filters import UnitFilter
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register


class RearrangementRegister(Register):
    """The latest first."""

    code, title = "rearrangement_list", REARRANGEMENTS
    lead = _("Mỗi người trong danh sách được hưởng chế độ nào, hoặc vì sao không có.")
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_rearrangements)
    links = (PageLink(_("+ Danh sách"), "rearrangement_new", EDIT, "go"),)
    tabs, file_name = TABS, "sap-xep"
    empty = _("Chưa có danh sách nào. Lập danh sách khi có quyết định sắp xếp.")

    name = columns.LinkColumn(_("Nội dung sắp xếp"), route="rearrangement", width=50)
    kind = columns.ChoiceColumn(_("Loại"), labels=REARRANGEMENT_KIND, width=24)
    decision = columns.Column(_("Quyết định"), notes=("decided_on",), width=24)
    unit = columns.Column(_("Địa phương"), "unit__name", width=26, shown=False)
    touched = columns.NumberColumn(_("Số người"), width=10)
    waiting = columns.NumberColumn(_("Chưa có câu trả lời"), width=12)


def answer_of(row) -> str:
    return ANSWERED if row.case_id else NONE if row.no_policy else WAITING


def policy_of(row) -> str:
    return row.case.policy.name if row.case else row.no_policy


def _waiting(rows):
    return rows.filter(queries.UNANSWERED)


class AffectedFilter(filters.RegisterFilter):
    q = filters.WordsFilter(folded="person__folded")
    waiting = filters.FlagFilter(_("Chưa có câu trả lời"), _waiting)


class AffectedRegister(Register):
    """The people one decision touches (S3-060, S3-070)."""

    code, title = "rearrangement", REARRANGEMENTS
    see, take = SEE, EXPORT
    is_found = False
    filters = AffectedFilter
    logs = "person"
    actions, together = AFFECTED, ("none",)
    template, file_name = "benefits/rearrangement.html", "nguoi-chiu-tac-dong"
    per_page = 100
    empty = _("Danh sách chưa có ai. Lấy người của đơn vị chịu tác động.")
    official = Official("Danh sách người chịu tác động của sắp xếp", landscape=True)

    person = columns.Column(
        _("Họ và tên"),
        "person__full_name",
        sort="person__sort_key",
        css="nowrap",
        width=28,
        paper=46,
    )
    post = columns.Column(_("Chức danh trước khi sắp xếp"), width=40, paper=64)
    policy = columns.LinkColumn(
        _("Chế độ được hưởng, hoặc vì sao không có"),
        policy_of,
        route="benefit_case",
        key="case_id",
        width=46,
        paper=80,
        sort=False,
    )
    once = columns.MoneyColumn(_("Một lần (đồng)"), "case__once", width=16, paper=28)
    answer = columns.StateColumn(
        _("Câu trả lời"),
        answer_of,
        labels=ANSWER,
        tones=ANSWER_TONES,
        width=20,
        paper=34,
        sort=False,
    )
    step = columns.OffersColumn(offers=AFFECTED.offers, about="person__full_name")

    @cached_property
    def rearrangement(self):
        return queries.get_rearrangement(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.affected_by(self.rearrangement)

    def heading(self):
        return self.rearrangement.name

    def crumbs(self):
        return [(REARRANGEMENTS, reverse("rearrangement_list"))]

    def context(self):
        one = self.rearrangement
        return {"one": one, "offers": REARRANGEMENT.offers(self.actor, one)}


class PaymentFilter(filters.RegisterFilter):
    q = filters.WordsFilter("budget_line")
    unit = UnitFilter(SEE)
    state = filters.CodeFilter(_("Tình trạng"), PAYMENT_STATE)


def month_of(payment) -> str:
    return f"{payment.month:%m/%Y}"


class PaymentRegister(Register):
    """Lists by month and line of the budget, the latest first."""

    code, title = "payment_list", PAYMENTS
    see, take = SEE, EXPORT
    rows = staticmethod(queries.list_payments)
    filters, states = PaymentFilter, "state"
    links = (PageLink(_("+ Danh sách chi trả"), "payment_new", COUNT, "go"),)
    tabs, file_name = TABS, "chi-tra"
    empty = _("Chưa có danh sách nào. Duyệt hồ sơ rồi lập danh sách chi trả của tháng.")
    official = Official("Các danh sách chi trả chế độ, chính sách", landscape=True)

    budget_line = columns.LinkColumn(_("Mục ngân sách"), route="payment", width=44, paper=90)
    month = columns.Column(_("Tháng"), month_of, width=10, paper=20, sort="month")
    people = columns.NumberColumn(_("Số người"), width=10, paper=20)
    total = columns.MoneyColumn(_("Tổng số tiền (đồng)"), width=20, paper=40)
    state = columns.StateColumn(
        _("Tình trạng"),
        labels=PAYMENT_STATE,
        tones=PAYMENT_TONES,
        notes=("decision", "approved_on"),
        width=20,
        paper=40,
    )


def paid_month(item) -> str:
    return f"{item.month:%m/%Y}" if item.month else ""


class ItemRegister(Register):
    """One list: what each person is paid; the sum stands above and at the end of the paper."""

    code, title = "payment", PAYMENTS
    see, take = SEE, EXPORT
    is_found = False
    logs = "case__person"
    template, file_name = "benefits/payment.html", "chi-tra"
    per_page = 200
    empty = _("Danh sách không còn dòng nào.")

    person = columns.LinkColumn(
        _("Họ và tên"),
        "case__person__full_name",
        route="benefit_case",
        key="case_id",
        sort="case__person__sort_key",
        css="nowrap",
        width=28,
    )
    policy = columns.Column(_("Chính sách"), "case__policy__name", width=50)
    decision = columns.Column(_("Quyết định"), "case__decision", width=20, shown=False)
    part = columns.ChoiceColumn(_("Chi"), labels=PART, width=12)
    month = columns.Column(_("Của tháng"), paid_month, width=12, sort="month", css="nowrap")
    amount = columns.MoneyColumn(_("Số tiền (đồng)"), width=18)
    step = columns.OffersColumn(offers=ITEM.offers, about="case__person__full_name")

    @cached_property
    def payment(self):
        return queries.get_payment(self.actor, self.keys["pk"])

    def get_rows(self, permission):
        return queries.items_of(self.payment)

    def heading(self):
        return f"{PAYMENTS}: {self.payment}"

    def crumbs(self):
        return [(PAYMENTS, reverse("payment_list"))]

    def name_of_file(self):
        return f"chi-tra-{self.payment.month:%Y-%m}"

    def sheet_name(self):
        return f"{self.payment.month:%m-%Y}"

    def context(self):
        one = self.payment
        state = (PAYMENT_STATE[one.state], PAYMENT_TONES.get(one.state, ""))
        return {"one": one, "state": state, "offers": PAYMENT.offers(self.actor, one)}
