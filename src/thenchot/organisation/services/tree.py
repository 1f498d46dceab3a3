"""A unit begins, changes its name, moves, ends; how documents call it."""

from datetime import date, timedelta
from uuid import uuid4

from django.db import transaction

from thenchot.kernel.text import nfc, tidy, words
from thenchot.organisation import rules
from thenchot.organisation.access import EDIT, REMEMBER
from thenchot.organisation.branches import carry
from thenchot.organisation.models import Alias, Unit, UnitVersion
from thenchot.organisation.queries import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require


def folded_name(name: str) -> str:
    """The form in which two names of units are compared."""
    return " ".join(words(name))


@transaction.atomic
def create_unit(
    actor,
    *,
    parent_id: int | None,
    name: str,
    kind: str,
    bloc: str,
    code: str = "",
    short_name: str = "",
    position: int = 0,
    valid_from: date,
) -> Unit:
    parent = lock_unit(actor, parent_id) if parent_id else None
    require(actor, EDIT, parent.path if parent else "/")
    name = clean(name)
    rules.may_sit_under(kind, parent and parent.kind).or_refuse()
    rules.may_begin(
        valid_from, parent and parent.valid_from, parent and parent.valid_to
    ).or_refuse()
    _name_is_free(parent, name)
    unit = Unit.objects.create(
        parent=parent,
        path=f"/{uuid4()}/",
        name=name,
        folded=folded_name(name),
        short_name=clean(short_name),
        code=code,
        kind=kind,
        bloc=bloc,
        position=position,
        valid_from=valid_from,
    )
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    record(
        actor,
        "unit_created",
        subject=unit,
        unit_path=unit.path,
        called=name,
        kind=kind,
        valid_from=valid_from,
    )
    return unit


@transaction.atomic
def rename_unit(
    actor, *, unit_id: int, name: str, short_name: str = "", on: date | None = None
) -> Unit:
    """From `on` the unit is called `name`; the former name is kept with its last day."""
    unit = editable(actor, unit_id, on := on or today())
    name = clean(name)
    if folded_name(name) != unit.folded:
        _name_is_free(unit.parent, name)
    _keep_version(unit, on)
    before, unit.name, unit.folded = unit.name, name, folded_name(name)
    unit.short_name = clean(short_name)
    unit.save(update_fields=["name", "folded", "short_name"])
    record(
        actor, "unit_renamed", subject=unit, unit_path=unit.path, before=before, after=name, on=on
    )
    return unit


@transaction.atomic
def correct_unit(actor, *, unit_id: int, **fields) -> Unit:
    """Put right what was typed wrongly and has no history of its own: code, short name, bloc,
    order.
    """
    unit = editable(actor, unit_id, today())
    unknown = set(fields) - {"code", "short_name", "bloc", "position"}
    if unknown:
        raise TypeError(f"not correctable: {sorted(unknown)}")
    changed = {name: value for name, value in fields.items() if getattr(unit, name) != value}
    for name, value in changed.items():
        setattr(unit, name, value)
    if changed:
        unit.save(update_fields=list(changed))
        record(actor, "unit_corrected", subject=unit, unit_path=unit.path, **changed)
    return unit


@transaction.atomic
def change_unit(
    actor, *, unit_id: int, name: str, short_name: str, on: date, **corrections
) -> Unit:
    """What the form of a unit holds: a new name from `on`, everything else put right."""
    unit = editable(actor, unit_id, on)
    if clean(name) != unit.name:
        rename_unit(actor, unit_id=unit_id, name=name, short_name=short_name, on=on)
    return correct_unit(actor, unit_id=unit_id, short_name=clean(short_name), **corrections)


@transaction.atomic
def move_unit(actor, *, unit_id: int, parent_id: int, on: date | None = None) -> Unit:
    """Under another parent from `on`. Paths of the subtree, grants and every other kept path follow
    at once.
    """
    unit = editable(actor, unit_id, on := on or today())
    parent = lock_unit(actor, parent_id)
    require(actor, EDIT, parent.path)
    rules.may_move(unit.path, parent.path, unit.parent.path if unit.parent else "/").or_refuse()
    rules.may_sit_under(unit.kind, parent.kind).or_refuse()
    rules.may_change(parent.name, parent.valid_from, parent.valid_to, on).or_refuse()
    _name_is_free(parent, unit.name)
    _keep_version(unit, on)
    old, new = unit.path, f"{parent.path}{unit.pk}/"
    Unit.objects.filter(pk=unit.pk).update(parent=parent)
    followed = carry(old, new)
    unit.refresh_from_db()
    record(
        actor,
        "unit_moved",
        subject=unit,
        unit_path=new,
        before=old,
        on=on,
        grants=followed["scope.Grant"],
    )
    return unit


@transaction.atomic
def dissolve_unit(actor, *, unit_id: int, successor_id: int | None = None, on: date) -> Unit:
    """`on` is the last day. The unit stays, visible to whoever sees its successor."""
    unit = editable(actor, unit_id, on)
    successor = lock_unit(actor, successor_id) if successor_id else None
    children = list(unit.children.filter(valid_to__isnull=True).values_list("name", flat=True))
    rules.may_dissolve(children, successor and successor.path, unit.path).or_refuse()
    unit.valid_to, unit.successor = on, successor
    unit.save(update_fields=["valid_to", "successor"])
    facts = {"on": on, "successor": successor and successor.pk}
    record(actor, "unit_dissolved", subject=unit, unit_path=unit.path, **facts)
    return unit


@transaction.atomic
def remember_alias(actor, *, home_id: int, text: str, unit_ids: list[int]) -> Alias:
    """Documents of this commune call these units `text`. An empty list forgets the name's
    meaning.
    """
    home = lock_unit(actor, home_id)
    require(actor, REMEMBER, home.path)
    units = list(Unit.objects.under([home.path]).filter(pk__in=unit_ids))
    if len(units) != len(set(unit_ids)):
        raise NotVisible
    folded = folded_name(text)[:300]
    alias, _new = Alias.objects.get_or_create(
        home=home, folded=folded, defaults={"text": clean(text)[:300]}
    )
    alias.units.set(units)
    record(
        actor,
        "alias_remembered",
        subject=alias,
        unit_path=home.path,
        text=alias.text,
        units=sorted(unit_ids),
    )
    return alias


def editable(actor, unit_id: int, on: date) -> Unit:
    """A unit still in force that the actor may change from this day on, locked."""
    unit = lock_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    rules.may_change(unit.name, unit.valid_from, unit.valid_to, on).or_refuse()
    return unit


def _name_is_free(parent: Unit | None, name: str) -> None:
    same = Unit.objects.filter(
        parent=parent, folded=folded_name(name), valid_to__isnull=True
    ).first()
    rules.name_is_free(name, same and same.name).or_refuse()


def _keep_version(unit: Unit, on: date) -> None:
    """The name and place until the day before `on`; a second change on the same day leaves nothing
    to keep.
    """
    last = unit.versions.first()
    since = last.valid_to + timedelta(days=1) if last else unit.valid_from
    if since < on:
        UnitVersion.objects.create(
            unit=unit,
            name=unit.name,
            short_name=unit.short_name,
            parent=unit.parent,
            valid_from=since,
            valid_to=on - timedelta(days=1),
        )


def clean(text: str) -> str:
    return tidy(nfc(text))
