"""Templates of a month's work, and giving it to everybody they mean in one action (Đ18.1.d)."""

from decimal import Decimal

from django.db import transaction

from thenchot.catalogue.queries.catalogue import catalogue_in_force, products_by_code
from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import Month
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import JobPosition
from thenchot.organisation.queries import get_unit
from thenchot.platform.audit.trail import record, record_many
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.worklog.access import ASSIGN
from thenchot.worklog.models import Assessment, Template, TemplateLine, Work
from thenchot.worklog.queries.assigning import (
    SOURCE,
    Plan,
    Target,
    get_template,
    lines_of,
    plan,
    source_id,
)
from thenchot.worklog.rules.assigning import Change, Step
from thenchot.worklog.services.entering import bring_up, enter


@transaction.atomic
def begin_template(
    actor, *, unit_id: int, name: str, position_id: int | None = None, title: str = ""
) -> Template:
    unit = get_unit(actor, unit_id)
    require(actor, ASSIGN, unit.path)
    made = Template(unit=unit, made_by_id=actor.account_id)
    _fill(actor, made, name, position_id, title)
    record(actor, "template_begun", subject=made, unit_path=unit.path, name=made.name)
    return made


@transaction.atomic
def change_template(
    actor, *, template_id: int, name: str, position_id: int | None = None, title: str = ""
) -> Template:
    found = lock_template(actor, template_id)
    _fill(actor, found, name, position_id, title)
    record(actor, "template_changed", subject=found, unit_path=found.unit.path, name=found.name)
    return found


@transaction.atomic
def end_template(actor, *, template_id: int) -> Template:
    """It assigns nothing any more; what it gave stays."""
    found = lock_template(actor, template_id)
    found.ended_at = now()
    found.save(update_fields=["ended_at"])
    record(actor, "template_ended", subject=found, unit_path=found.unit.path)
    return found


@transaction.atomic
def put_line(
    actor, *, template_id: int, code: str, quantity: Decimal, due_day: int | None = None
) -> TemplateLine:
    """A product of the catalogue in force; named again, the line takes the place of the former
    one.
    """
    found = lock_template(actor, template_id)
    key = code.strip().split(" ")[0]
    product = next(
        iter(products_by_code(catalogue_in_force(found.unit, today()), [key]).values()), None
    )
    if product is None:
        refuse("template.product", f"Danh mục đang áp dụng không có mã “{key}”.")
    lines_of(found).filter(product__code=product.code).update(dropped_at=now())
    made = TemplateLine.objects.create(
        template=found, product=product, quantity=quantity, due_day=due_day
    )
    record(
        actor,
        "template_line_put",
        subject=found,
        unit_path=found.unit.path,
        code=product.code,
        quantity=quantity,
        due_day=due_day,
    )
    return made


@transaction.atomic
def drop_line(actor, *, template_id: int, line_id: int) -> TemplateLine:
    found = lock_template(actor, template_id)
    line = lines_of(found).filter(pk=line_id).first()
    if line is None:
        raise NotVisible
    line.dropped_at = now()
    line.save(update_fields=["dropped_at"])
    record(
        actor,
        "template_line_dropped",
        subject=found,
        unit_path=found.unit.path,
        code=line.product.code,
    )
    return line


@transaction.atomic
def assign(actor, *, template_id: int, month: Month, seal: str) -> Plan:
    """Exactly what was shown under `seal`; anything that moved since is shown again first. Twice
    changes nothing.
    """
    found = lock_template(actor, template_id)
    made = plan(actor, found, month, lock=True)
    if made.seal != seal:
        refuse(
            "template.moved",
            "Mẫu hoặc phiếu đã thay đổi từ khi xem; xem lại khác biệt rồi xác nhận.",
        )
    acting = [target for target in made.targets if target.acts]
    enter(
        [
            _new(made, target, change)
            for target in acting
            for change in target.acts
            if change.key not in target.works
        ]
    )
    changed = [
        _changed(made, target.works[change.key], change)
        for target in acting
        for change in target.acts
        if change.key in target.works
    ]
    bring_up(
        changed,
        ["assigned", "due_on", "dropped_at", "product", "code", "name", "output", "factor"],
    )
    if acting:
        record(
            actor,
            "template_assigned",
            subject=found,
            unit_path=found.unit.path,
            month=month.label_vi(),
            people=len(acting),
            **made.counts,
        )
        record_many(
            actor,
            "work_assigned",
            Assessment,
            [
                (target.assessment.pk, target.assessment.unit.path, _told(found, target))
                for target in acting
            ],
        )
    return made


def lock_template(actor, template_id: int) -> Template:
    """One the actor may change and assign, kept from changing until the transaction ends."""
    found = get_template(actor, template_id)
    require(actor, ASSIGN, found.unit.path)
    locked = (
        Template.objects.select_for_update(of=("self",)).select_related("unit").get(pk=found.pk)
    )
    if locked.ended_at is not None:
        refuse("template.ended", "Mẫu này đã thôi dùng.")
    return locked


def _fill(actor, made: Template, name: str, position_id: int | None, title: str) -> None:
    made.name, made.title = tidy(nfc(name)), tidy(nfc(title))
    if position_id and made.title:
        refuse("template.whom", "Chọn vị trí việc làm hoặc ghi chức danh, không cả hai.")
    if position_id and not JobPosition.objects.visible_to(actor).filter(pk=position_id).exists():
        raise NotVisible
    if (
        Template.objects.filter(unit=made.unit, name=made.name, ended_at__isnull=True)
        .exclude(pk=made.pk)
        .exists()
    ):
        refuse("template.name", f"{made.unit.name} đã có mẫu tên này.")
    made.position_id = position_id
    made.save()


def _new(made: Plan, target: Target, change: Change) -> Work:
    work = Work(
        assessment=target.assessment,
        source=SOURCE,
        source_id=source_id(made.template, made.month, change.key),
    )
    return _changed(made, work, change)


def _changed(made: Plan, work: Work, change: Change) -> Work:
    if change.step == Step.TAKEN:
        work.dropped_at = now()
        return work
    product = made.products[change.key]
    work.assigned, work.due_on, work.dropped_at = *change.after, None
    work.product, work.code, work.name, work.output, work.factor = (
        product,
        product.code,
        product.name,
        product.output,
        product.factor,
    )
    return work


def _told(template: Template, target: Target) -> dict:
    return {"template": template.pk} | {
        str(step): sum(change.step == step for change in target.acts)
        for step in Step
        if step != Step.KEPT
    }
