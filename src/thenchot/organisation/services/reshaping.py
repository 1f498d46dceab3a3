"""Several units become one, one becomes several. What they were stays readable; what hangs on them
is followed up.
"""

from datetime import date, timedelta

from django.db import transaction

from thenchot.organisation import rules
from thenchot.organisation.models import Alias, Unit, UnitLink
from thenchot.organisation.services.tree import create_unit, editable, move_unit
from thenchot.platform.audit.trail import record

_DAY = timedelta(days=1)


@transaction.atomic
def merge_units(
    actor,
    *,
    unit_ids: list[int],
    on: date,
    basis: str = "",
    heir_id: int | None = None,
    new: dict | None = None,
) -> Unit:
    """From `on` the units are one: the existing `heir_id`, or `new` (the fields of `create_unit`,
    its day apart).

    Units below them move to the heir; each keeps its page and names its heir.
    """
    sources = [editable(actor, pk, on - _DAY) for pk in sorted(set(unit_ids) - {heir_id})]
    heir = editable(actor, heir_id, on) if heir_id else None
    rules.may_join([(unit.name, unit.path) for unit in sources], heir and heir.path).or_refuse()
    for unit in sources:
        _end(unit, on)
    heir = heir or create_unit(actor, valid_from=on, **(new or {}))
    for unit in sources:
        _hand_over(actor, unit, heir, on)
        _link(unit, [heir], on, basis)
    facts = {"units": [unit.pk for unit in sources], "on": on, "basis": basis}
    record(actor, "units_joined", subject=heir, unit_path=heir.path, **facts)
    return heir


@transaction.atomic
def split_unit(
    actor, *, unit_id: int, on: date, basis: str = "", heirs: list[dict | int], main: int = 0
) -> list[Unit]:
    """From `on` the unit is several: each of `heirs` the id of a unit that is there, or the fields
    of a new one.

    The heir number `main` answers for old links and takes the units below.
    """
    unit = editable(actor, unit_id, on - _DAY)
    known = {pk: editable(actor, pk, on) for pk in heirs if isinstance(pk, int)}
    inside = [heir.name for heir in known.values() if heir.path.startswith(unit.path)]
    rules.may_divide(len(heirs), main, inside).or_refuse()
    _end(unit, on)
    made = [
        known[one] if isinstance(one, int) else create_unit(actor, valid_from=on, **one)
        for one in heirs
    ]
    _hand_over(actor, unit, made[main], on)
    _link(unit, [made[main], *(heir for heir in made if heir is not made[main])], on, basis)
    facts = {"heirs": [heir.pk for heir in made], "on": on, "basis": basis}
    record(actor, "unit_divided", subject=unit, unit_path=unit.path, **facts)
    return made


def _end(unit: Unit, on: date) -> None:
    """`on` is the first day without it; its name is free for an heir from then on."""
    unit.valid_to = on - _DAY
    unit.save(update_fields=["valid_to"])


def _hand_over(actor, unit: Unit, heir: Unit, on: date) -> None:
    """The units below, and the names documents use for it."""
    for child in unit.children.filter(valid_to__isnull=True).order_by("pk"):
        move_unit(actor, unit_id=child.pk, parent_id=heir.pk, on=on)
    for alias in Alias.objects.filter(units=unit):
        alias.units.add(heir)


def _link(unit: Unit, heirs: list[Unit], on: date, basis: str) -> None:
    """The first heir is the one that answers for old links."""
    unit.successor = heirs[0]
    unit.save(update_fields=["successor"])
    UnitLink.objects.bulk_create(
        UnitLink(unit=unit, heir=heir, on=on, basis=basis) for heir in heirs
    )
