"""A list of payments: gathered for a month, approved by a second person; nothing is paid twice."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from thenchot.benefits.access import APPROVE, COUNT
from thenchot.benefits.enums import CaseState, Part, PaymentState
from thenchot.benefits.models import Case, Payment, PaymentItem
from thenchot.benefits.queries.cases import get_item, get_payment, to_pay
from thenchot.benefits.queries.policies import with_parts
from thenchot.benefits.rules.running import months_due
from thenchot.benefits.services.working_out import monthly_in
from thenchot.kernel.decision import Decision, no, refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require


@transaction.atomic
def draw_up_payment(
    actor, *, unit_id: int, month: date, budget_line: str, groups: tuple[str, ...] = ()
) -> Payment:
    """Everything approved that no list pays yet: what is due once, and of what is monthly the month
    with its arrears. `groups`: only policies of these.
    """
    home = lock_unit(actor, unit_id)
    require(actor, COUNT, home.path)
    first, line = month.replace(day=1), tidy(nfc(budget_line))
    if Payment.objects.filter(unit=home, month=first, budget_line__iexact=line).exists():
        refuse("benefits.payment", "Tháng này, mục này đã có danh sách; mở danh sách đó.")
    last = first.replace(day=monthrange(first.year, first.month)[1])
    once, monthly, paid = to_pay(home, last, groups)
    due = [
        (case, month)
        for case in monthly
        for month in months_due(case.begins_on, case.ends_on, first, paid.get(case.pk, ()))
    ]
    if not once and not due:
        refuse(
            "benefits.nothing",
            "Không có khoản nào chờ chi trong tháng này: duyệt hồ sơ trước, hoặc chọn tháng khác.",
        )
    made = Payment.objects.create(
        unit=home, month=first, budget_line=line, drawn_by_id=actor.account_id
    )
    items = [PaymentItem(payment=made, case=one, part=Part.ONCE, amount=one.once) for one in once]
    items += _of_months(made, due)
    PaymentItem.objects.bulk_create(items)
    record(actor, "payment_drawn_up", **of_payment(made), count=len(items))
    return made


def _of_months(payment: Payment, due: list[tuple[Case, date]]) -> Iterator[PaymentItem]:
    """Each month at its own base salary."""
    policies = {one: with_parts(one) for one in {case.policy_id for case, _ in due}}
    for case, month in due:
        amount = monthly_in(case, policies[case.policy_id], month)
        yield PaymentItem(payment=payment, case=case, part=Part.MONTH, month=month, amount=amount)


@transaction.atomic
def drop_item(actor, *, item_id: int) -> PaymentItem:
    """Out of a list that is being drawn up; another list may pay it."""
    item = get_item(actor, item_id)
    payment = _lock_draft(actor, item.payment_id, COUNT)
    item.is_dropped = True
    item.save(update_fields=["is_dropped"])
    record(actor, "payment_item_dropped", **of_payment(payment), person=item.case.person_id)
    return item


@transaction.atomic
def approve_payment(actor, *, payment_id: int, decision: str, approved_on: date) -> Payment:
    """By another person than who drew it up; what is due only once is then paid."""
    payment = _lock_draft(actor, payment_id, APPROVE)
    may_approve(payment, actor).or_refuse()
    if approved_on > today():
        refuse("benefits.approved_on", "Ngày duyệt chi không sau hôm nay.")
    items = PaymentItem.objects.filter(payment=payment, is_dropped=False)
    if not items.exists():
        refuse("benefits.nothing", "Danh sách không còn dòng nào để chi.")
    if items.filter(case__person__account=actor.account_id).exists() and actor.account_id:
        refuse("benefits.own", "Danh sách có chế độ của chính mình: người khác duyệt chi.")
    payment.state, payment.decision = PaymentState.APPROVED, tidy(nfc(decision))
    payment.approved_on, payment.approved_by_id = approved_on, actor.account_id
    payment.save(update_fields=["state", "decision", "approved_on", "approved_by"])
    paid = items.filter(case=OuterRef("pk"), part=Part.ONCE)
    Case.objects.filter(Exists(paid), state=CaseState.APPROVED, monthly=0).update(
        state=CaseState.PAID
    )
    record(actor, "payment_approved", **of_payment(payment), decision=payment.decision)
    return payment


def may_approve(payment: Payment, actor) -> Decision:
    if payment.state != PaymentState.DRAFT:
        return no("benefits.payment", "Danh sách này đã duyệt chi.")
    if actor.account_id is not None and payment.drawn_by_id == actor.account_id:
        return no("benefits.second", "Người lập không tự duyệt; người thứ hai duyệt chi.")
    return Decision.yes()


def _lock_draft(actor, pk: int, permission: str) -> Payment:
    found = get_payment(actor, pk)
    require(actor, permission, found.unit.path)
    rows = Payment.objects.select_for_update(of=("self",)).select_related("unit")
    payment = rows.get(pk=found.pk)
    if payment.state != PaymentState.DRAFT:
        refuse("benefits.payment", "Danh sách này đã duyệt chi.")
    return payment


def of_payment(payment: Payment) -> dict[str, Any]:
    return {"subject": payment, "unit_path": payment.unit.path, "called": str(payment)}
