"""What waits for somebody about policies: people found, cases and payments to approve."""

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.benefits.access import APPROVE, EDIT
from thenchot.benefits.enums import CaseState, PaymentState
from thenchot.benefits.models import Case, Payment
from thenchot.people.queries import not_about_oneself
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register


def _cases(actor, permission: str, state: str):
    """Not the own ones."""
    over = answering(actor, permission).over("unit__path")
    rows = Case.objects.filter(over, state=state)
    return not_about_oneself(rows, actor)


def found(actor, on):
    rows = _cases(actor, EDIT, CaseState.FOUND)
    return rows.order_by("found_on", "pk")


def to_approve(actor, on):
    """Submitted by somebody else."""
    rows = _cases(actor, APPROVE, CaseState.SUBMITTED).exclude(submitted_by=actor.account_id)
    return rows.order_by("submitted_on", "pk")


def say_cases(actor, rows, on):
    for case in rows.select_related("person", "policy")[:LINES]:
        yield Line(case.person.full_name, reverse("benefit_case", args=[case.pk]), case.policy.name)


def to_pay(actor, on):
    """Drawn up by somebody else."""
    over = answering(actor, APPROVE).over("unit__path")
    rows = Payment.objects.filter(over, state=PaymentState.DRAFT)
    return rows.exclude(drawn_by=actor.account_id, drawn_by__isnull=False).order_by(
        F("month"), "pk"
    )


def say_payments(actor, rows, on):
    for payment in rows.select_related("unit")[:LINES]:
        yield Line(str(payment), reverse("payment", args=[payment.pk]), payment.unit.name)


register(
    Waiting(
        53,
        "benefit_found",
        _("Người được hưởng chế độ, chưa lập hồ sơ"),
        found,
        say_cases,
        all_of="benefit_case_list",
    ),
    Waiting(55, "benefit_case", _("Hồ sơ chế độ chờ duyệt"), to_approve, say_cases),
    Waiting(59, "benefit_payment", _("Danh sách chi trả chờ duyệt"), to_pay, say_payments),
)
