"""Functions of units and powers delegated to a level, and which unit holds each of them."""

from datetime import date, timedelta

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.models import Duty, DutyHolder, Unit
from thenchot.organisation.queries import get_unit
from thenchot.organisation.rules import duties as rules
from thenchot.organisation.services.tree import clean
from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import NotVisible, require

WRITTEN = ("code", "name", "field", "level", "is_delegated", "basis", "valid_from")


@transaction.atomic
def put_duty(actor, *, unit_id: int, duty_id: int | None = None, **fields) -> Duty:
    """A function of a commune or province (or of a level below it); with `duty_id` as it is to read
    now.
    """
    unit = get_unit(actor, unit_id)
    require(actor, KEEP_POSTS, unit.path)
    duty = Duty.objects.filter(pk=duty_id, unit=unit).first() if duty_id else Duty(unit=unit)
    if duty is None:
        raise NotVisible
    unknown = set(fields) - set(WRITTEN)
    if unknown:
        raise TypeError(f"no such fields: {sorted(unknown)}")
    is_new = duty.pk is None
    for key, value in fields.items():
        setattr(duty, key, clean(value) if isinstance(value, str) else value)
    if not duty.name or not duty.basis:
        Decision.no(
            Reason("duty.name", "Cần tên chức năng, nhiệm vụ và văn bản làm căn cứ.")
        ).or_refuse()
    duty.save()
    facts = {"called": duty.name, "basis": duty.basis}
    record(
        actor,
        "duty_added" if is_new else "duty_described",
        subject=duty,
        unit_path=unit.path,
        **facts,
    )
    return duty


@transaction.atomic
def end_duty(actor, *, duty_id: int, on: date) -> Duty:
    """`on` is the last day; whoever holds it holds it no longer."""
    duty = lock_duty(actor, duty_id)
    require(actor, KEEP_POSTS, duty.unit.path)
    rules.may_end(duty.valid_from, duty.valid_to, on).or_refuse()
    duty.valid_to = on
    duty.save(update_fields=["valid_to"])
    duty.holders.filter(valid_to__isnull=True, valid_from__lte=on).update(valid_to=on)
    record(actor, "duty_ended", subject=duty, unit_path=duty.unit.path, on=on)
    return duty


@transaction.atomic
def give_duty(
    actor, *, duty_id: int, unit_id: int, valid_from: date, is_responsible: bool = True
) -> DutyHolder:
    """The unit holds the function from a day, alone responsible or helping. Asked of whoever keeps
    the unit's posts.
    """
    duty, unit = lock_duty(actor, duty_id), get_unit(actor, unit_id)
    require(actor, KEEP_POSTS, unit.path)
    holds = duty.holders.filter(unit=unit, valid_to__isnull=True).exists()
    rules.may_hold_duty(
        (duty.valid_from, duty.valid_to),
        (unit.valid_from, unit.valid_to),
        valid_from,
        holds_already=holds,
    ).or_refuse()
    holder = DutyHolder.objects.create(
        duty=duty, unit=unit, valid_from=valid_from, is_responsible=is_responsible
    )
    record(
        actor,
        "duty_given",
        subject=holder,
        unit_path=unit.path,
        duty=duty.pk,
        is_responsible=is_responsible,
    )
    return holder


@transaction.atomic
def take_duty(actor, *, holder_id: int, on: date) -> DutyHolder:
    """`on` is the last day on which the unit holds it."""
    holder = _lock_holder(actor, holder_id)
    rules.may_end(holder.valid_from, holder.valid_to, on).or_refuse()
    holder.valid_to = on
    holder.save(update_fields=["valid_to"])
    record(
        actor, "duty_taken", subject=holder, unit_path=holder.unit.path, duty=holder.duty_id, on=on
    )
    return holder


@transaction.atomic
def move_duties(actor, *, unit_id: int, heir_id: int, holder_ids: list[int]) -> int:
    """What an ended unit still holds goes to its heir, from the day after; how many."""
    unit, heir = get_unit(actor, unit_id), get_unit(actor, heir_id)
    holders = DutyHolder.objects.filter(pk__in=holder_ids, unit=unit, valid_to__isnull=True)
    for holder in holders:
        last = max(unit.valid_to or holder.valid_from, holder.valid_from)
        take_duty(actor, holder_id=holder.pk, on=last)
        if not holder.duty.holders.filter(unit=heir, valid_to__isnull=True).exists():
            begins = max(heir.valid_from, last + timedelta(days=1))
            give_duty(
                actor,
                duty_id=holder.duty_id,
                unit_id=heir.pk,
                valid_from=begins,
                is_responsible=holder.is_responsible,
            )
    return len(holders)


def lock_duty(actor, duty_id: int) -> Duty:
    duties = Duty.objects.visible_to(actor).select_related("unit").select_for_update(of=("self",))
    duty = duties.filter(pk=duty_id).first()
    if duty is None:
        raise NotVisible
    return duty


def _lock_holder(actor, holder_id: int) -> DutyHolder:
    holders = DutyHolder.objects.filter(unit__in=Unit.objects.visible_to(actor).values("pk"))
    holder = (
        holders.select_related("unit", "duty")
        .select_for_update(of=("self",))
        .filter(pk=holder_id)
        .first()
    )
    if holder is None:
        raise NotVisible
    require(actor, KEEP_POSTS, holder.unit.path)
    return holder
