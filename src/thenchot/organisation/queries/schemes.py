"""Schemes and positions: lists, one, the versions of an agency."""

from django.db.models import Count, Sum

from thenchot.organisation.access import SEE_POSTS
from thenchot.organisation.models import JobPosition, PositionScheme, SchemeState, Title, Unit
from thenchot.platform.scope.actor import NotVisible, require


def list_schemes(actor):
    """Of every agency: the version in force and the one in work first, with positions and approved people counted."""
    schemes = PositionScheme.objects.visible_to(actor, SEE_POSTS).select_related("unit")
    counted = schemes.annotate(positions_count=Count("positions"), people_count=Sum("positions__approved_number"))
    return counted.order_by("unit__path", "-version")


def get_scheme(actor, pk: int) -> PositionScheme:
    scheme = PositionScheme.objects.visible_to(actor).select_related("unit").filter(pk=pk).first()
    if scheme is None:
        raise NotVisible
    require(actor, SEE_POSTS, scheme.unit.path)
    return scheme


def list_positions(scheme: PositionScheme):
    """Leadership first, then professional, then support."""
    order = {"leadership": 0, "professional": 1, "support": 2}
    rows = scheme.positions.select_related("unit", "title")
    return sorted(rows, key=lambda one: (order[one.group], one.code))


def get_position(actor, pk: int) -> JobPosition:
    rows = JobPosition.objects.visible_to(actor).select_related("scheme__unit", "unit", "title")
    position = rows.filter(pk=pk).first()
    if position is None:
        raise NotVisible
    require(actor, SEE_POSTS, position.scheme.unit.path)
    return position


def positions_in_force(unit: Unit):
    """Positions of the approved schemes that a person in this unit may hold: of its own agency or of one above it."""
    in_force = JobPosition.objects.filter(scheme__state=SchemeState.APPROVED, scheme__unit__in=unit.ancestor_ids)
    return in_force.select_related("scheme", "unit").order_by("scheme", "code")


def title_by_code(unit: Unit) -> dict[str, Title]:
    return {title.code: title for title in Title.objects.serving(unit).order_by("unit_id")}
