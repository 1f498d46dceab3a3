"""Reads: one unit, lists, the chart. All scoped; matching of names is in `matching`."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from thenchot.kernel.text import words
from thenchot.organisation.enums import HOMES
from thenchot.organisation.matching import BodyMatch, Candidate, match_all
from thenchot.organisation.models import Alias, Unit, UnitVersion
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.models import Grant


@dataclass
class Node:
    """A unit of the chart with what sits under it."""

    unit: Unit
    depth: int = 0
    children: list["Node"] = field(default_factory=list)


def get_unit(actor, pk: int) -> Unit:
    unit = (
        Unit.objects.visible_to(actor).select_related("parent", "successor").filter(pk=pk).first()
    )
    if unit is None:
        raise NotVisible
    return unit


def lock_unit(actor, pk: int) -> Unit:
    """As `get_unit`, kept from changing until the transaction ends."""
    unit = Unit.objects.visible_to(actor).select_for_update(of=("self",)).filter(pk=pk).first()
    if unit is None:
        raise NotVisible
    return unit


def list_units(actor, on: date | None = None):
    return Unit.objects.visible_to(actor).in_force(on or today()).order_by("path")


def saying(q: str) -> Q:
    """Every word stands in the name, with or without accents."""
    wanted = Q()
    for word in words(q):
        wanted &= Q(folded__contains=word)
    return wanted


def units_under(unit: Unit, on: date | None = None):
    """The unit itself and all below it, in force on the day."""
    return Unit.objects.under([unit.path]).in_force(on or today())


def home_of(unit: Unit) -> Unit:
    """The nearest commune or province: the unit itself or one above it."""
    above = Unit.objects.filter(pk__in=unit.ancestor_ids, kind__in=HOMES)
    return above.order_by("-path").first() or unit


def homes_of(actor, permission: str):
    """Communes and provinces over which, or inside which, the actor holds the permission."""
    return Unit.objects.homes_of(actor.paths_for(permission)).order_by("path")


def homes_over(actor, permission: str):
    """Communes and provinces that the actor holds as a whole, not only some body inside them."""
    inside = Unit.objects.under(actor.paths_for(permission)).values("pk")
    return homes_of(actor, permission).filter(pk__in=inside)


def list_above(actor, unit: Unit) -> list[Unit]:
    """The units in which this one lies, from the top, as far as the actor sees them."""
    above = Unit.objects.visible_to(actor).filter(pk__in=unit.ancestor_ids).exclude(pk=unit.pk)
    return list(above.order_by("path"))


def is_home(unit: Unit) -> bool:
    return unit.kind in HOMES


def heirs_of(unit: Unit) -> list[Unit]:
    """What became of a unit: the heir that answers for it first."""
    heirs = {
        link.heir_id: link.heir for link in unit.heirs.select_related("heir").order_by("on", "pk")
    }
    first = {unit.successor_id: unit.successor} if unit.successor_id else {}
    return list((first | heirs).values())


def forebears_of(unit: Unit):
    """Units that went into this one."""
    named = Q(successor=unit) | Q(pk__in=unit.forebears.values("unit"))
    return Unit.objects.filter(named).distinct().order_by("-valid_to", "pk")


def grants_left(unit: Unit, on: date):
    """Roles that accounts still hold over a unit that ended."""
    return (
        Grant.objects.in_force(on)
        .filter(path=unit.path)
        .select_related("account")
        .order_by("account__name")
    )


def list_aliases(actor, unit: Unit):
    """Names under which documents mean this unit; for a commune, all the names its documents
    use.
    """
    if unit not in Unit.objects.visible_to(actor):
        return Alias.objects.none()
    aliases = Alias.objects.prefetch_related("units")
    return aliases.filter(home=unit) if is_home(unit) else aliases.filter(units=unit)


def list_versions(actor, unit: Unit):
    return UnitVersion.objects.filter(
        unit__in=Unit.objects.visible_to(actor), unit=unit
    ).select_related("parent")


def match_bodies(home: Unit, texts, on: date | None = None) -> dict[str, BodyMatch]:
    """Which units of the commune each phrase means. Four queries, however many phrases.

    A match is iterable and empty when nothing fits; `confidence` (0 to 1) and `how` say how it was
    found.
    """
    units = {unit.pk: unit for unit in units_under(home, on)}
    former = UnitVersion.objects.filter(unit__in=list(units)).values_list("unit_id", "name")
    aliases = {
        a.folded: [units[u.pk] for u in a.units.all() if u.pk in units] for a in _aliases_of(home)
    }
    candidates = [Candidate(unit, unit.name, unit.short_name) for unit in units.values()]
    candidates += [Candidate(units[pk], name, "", is_former=True) for pk, name in former]
    return match_all(home.name, str(home.kind), candidates, aliases, texts)


def organisation_chart(actor, on: date | None = None) -> list[Node]:
    """The forest of the units in force on the day that the actor sees, named and placed as they
    were then.
    """
    on = on or today()
    units = {unit.pk: unit for unit in list_units(actor, on)}
    _as_of(units, on)
    nodes = {pk: Node(unit) for pk, unit in units.items()}
    roots = []
    for node in sorted(nodes.values(), key=lambda n: (n.unit.position, n.unit.pk)):
        parent = nodes.get(node.unit.parent_id)
        (parent.children if parent else roots).append(node)
    return list(_walk(roots))


def _walk(nodes: list[Node], depth: int = 0):
    """Depth first, each node knowing its depth: a tree as the rows of a table."""
    for node in nodes:
        node.depth = depth
        yield node
        yield from _walk(node.children, depth + 1)


def _as_of(units: dict[int, Unit], on: date) -> None:
    past = UnitVersion.objects.filter(unit__in=list(units), valid_from__lte=on, valid_to__gte=on)
    for version in past:
        unit = units[version.unit_id]
        unit.name, unit.short_name, unit.parent_id = (
            version.name,
            version.short_name,
            version.parent_id,
        )


def _aliases_of(home: Unit):
    return Alias.objects.filter(home=home).prefetch_related("units")
