"""The own plan: a person proposes, whoever scores the sheet accepts; accepted lines become assigned
work (Đ18.1.d).
"""

from datetime import date
from decimal import Decimal

from django.db import transaction

from thenchot.catalogue.models import Product
from thenchot.catalogue.queries.products import products_for
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible
from thenchot.worklog.enums import Origin, PlanState
from thenchot.worklog.models import Assessment, PlanLine, Work
from thenchot.worklog.services.entering import converted, enter
from thenchot.worklog.services.locking import lock_own, lock_scored

SOURCE = "plan"


@transaction.atomic
def propose_line(
    actor,
    *,
    assessment_id: int,
    due_on: date,
    name: str = "",
    output: str = "",
    quantity: Decimal = Decimal(1),
    product_id: int | None = None,
    is_key: bool = True,
) -> PlanLine:
    """Task, time and output are the three things a plan must say (S4-049); a product of the
    catalogue says two of them.
    """
    assessment = lock_own(actor, assessment_id)
    product = _product(assessment, product_id)
    name, output = (
        tidy(nfc(name)) or (product.name if product else ""),
        tidy(nfc(output)) or (product.output if product else ""),
    )
    _check(assessment, name, output, quantity, due_on)
    made = PlanLine.objects.create(
        assessment=assessment,
        product=product,
        name=name,
        output=output,
        quantity=quantity,
        due_on=due_on,
        is_key=is_key,
    )
    record(
        actor,
        "plan_proposed",
        subject=made,
        unit_path=assessment.unit.path,
        sheet=assessment.pk,
        quantity=quantity,
        due_on=due_on,
        is_key=is_key,
    )
    return made


@transaction.atomic
def withdraw_line(actor, *, line_id: int) -> PlanLine:
    line = _of_own(actor, line_id)
    line.state = PlanState.WITHDRAWN
    line.save(update_fields=["state"])
    record(
        actor,
        "plan_withdrawn",
        subject=line,
        unit_path=line.assessment.unit.path,
        sheet=line.assessment_id,
    )
    return line


@transaction.atomic
def accept_line(actor, *, line_id: int) -> PlanLine:
    line = _line(line_id)
    assessment = lock_scored(actor, line.assessment_id)
    return _accept(actor, assessment, _waiting(line))


@transaction.atomic
def accept_plan(actor, *, assessment_id: int) -> int:
    """Every line that waits in the sheet, at once."""
    assessment = lock_scored(actor, assessment_id)
    lines = list(assessment.plan.filter(state=PlanState.PROPOSED).select_related("product"))
    if not lines:
        refuse("plan.nothing", "Không còn việc nào chờ chấp nhận.")
    for line in lines:
        _accept(actor, assessment, line)
    return len(lines)


@transaction.atomic
def refuse_line(actor, *, line_id: int, reason: str) -> PlanLine:
    line = _line(line_id)
    assessment = lock_scored(actor, line.assessment_id)
    line = _waiting(line)
    if not reason.strip():
        refuse("plan.reason", "Ghi lý do không giao, để người đề xuất sửa kế hoạch.", "S4-050")
    line.reason = tidy(nfc(reason))
    _decide(actor, line, PlanState.REFUSED)
    record(actor, "plan_refused", subject=line, unit_path=assessment.unit.path, sheet=assessment.pk)
    return line


def _accept(actor, assessment: Assessment, line: PlanLine) -> PlanLine:
    line.work = Work(
        assessment=assessment,
        source=SOURCE,
        source_id=str(line.pk),
        origin=Origin.ASSIGNED,
        name=line.name,
        output=line.output,
        assigned=line.quantity,
        due_on=line.due_on,
        **converted(assessment, line.product),
    )
    enter([line.work])
    _decide(actor, line, PlanState.ACCEPTED)
    record(
        actor,
        "plan_accepted",
        subject=line,
        unit_path=assessment.unit.path,
        sheet=assessment.pk,
        work=line.work_id,
        quantity=line.quantity,
    )
    return line


def _decide(actor, line: PlanLine, state: PlanState) -> None:
    line.state, line.decided_by_id, line.decided_at = state, actor.account_id, now()
    line.save()


def _line(line_id: int) -> PlanLine:
    found = PlanLine.objects.filter(pk=line_id).first()
    if found is None:
        raise NotVisible(f"plan line {line_id}")
    return found


def _waiting(line: PlanLine) -> PlanLine:
    """As it stands now that its sheet is locked."""
    fresh = PlanLine.objects.select_related("product", "assessment__unit").get(pk=line.pk)
    if fresh.state != PlanState.PROPOSED:
        refuse("plan.decided", "Việc này đã được xử lý hoặc đã rút.")
    return fresh


def _of_own(actor, line_id: int) -> PlanLine:
    line = _line(line_id)
    lock_own(actor, line.assessment_id)
    return _waiting(line)


def _product(assessment: Assessment, product_id: int | None) -> Product | None:
    if product_id is None:
        return None
    found = products_for(assessment.unit, assessment.ends_on).filter(pk=product_id).first()
    if found is None:
        raise NotVisible(f"product {product_id}")
    return found


def _check(assessment: Assessment, name: str, output: str, quantity: Decimal, due_on: date) -> None:
    if not name or not output:
        refuse("plan.fields", "Kế hoạch phải rõ nhiệm vụ, thời gian và kết quả đầu ra.", "S4-049")
    if quantity <= 0:
        refuse("plan.quantity", "Số lượng phải lớn hơn 0.")
    if not assessment.starts_on <= due_on <= assessment.ends_on:
        refuse(
            "plan.other_period",
            (
                f"Hạn phải trong {assessment.span.label_vi()} ({assessment.starts_on:%d/%m/%Y} đến "
                f"{assessment.ends_on:%d/%m/%Y})."
            ),
        )
