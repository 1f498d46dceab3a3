"""Readings of targets: entered with source and day; the latest reading is what the board shows."""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require
from thenchot.programmes import access
from thenchot.programmes.models import TargetReading
from thenchot.programmes.queries.targets import get_target
from thenchot.programmes.rules.reaching import may_read


@transaction.atomic
def read_target(actor, *, target_id, on, note, value=None, numerator=None, denominator=None):
    """A share is given by numerator and denominator and computed here; a count by its value."""
    target = get_target(actor, target_id)
    require(actor, access.READ_TARGET, target.programme.home.path)
    may_read(target.indicator).or_refuse()
    if on > today() or not note.strip():
        refuse("reading", "Cần ghi nguồn số liệu, và ngày số liệu không ở tương lai.")
    reading = TargetReading.objects.create(
        target=target,
        on=on,
        value=_value(value, numerator, denominator),
        numerator=numerator,
        denominator=denominator,
        note=note.strip(),
        entered_by_id=actor.account_id,
    )
    record(
        actor,
        "target_read",
        subject=target,
        unit_path=target.programme.home.path,
        on=on,
        value=reading.value,
    )
    return reading


def _value(value, numerator, denominator):
    if numerator is not None and denominator:
        return round(numerator * 100 / denominator, 3)
    if value is None:
        refuse("value", "Cần ghi giá trị, hoặc tử số và mẫu số.")
    return value


@transaction.atomic
def tie_indicator(actor, *, target_id, indicator):
    """The target is measured by the indicator of this code; an empty code unties it. A higher room
    knows the codes.
    """
    target = get_target(actor, target_id)
    require(actor, access.READ_TARGET, target.programme.home.path)
    if target.indicator == indicator:
        return target
    before, target.indicator = target.indicator, indicator
    target.save(update_fields=["indicator"])
    record(
        actor,
        "target_tied",
        subject=target,
        unit_path=target.programme.home.path,
        before=before,
        after=indicator,
    )
    return target
