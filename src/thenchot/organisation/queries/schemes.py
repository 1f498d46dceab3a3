"""Schemes and positions: lists, one, the versions of an agency."""

from django.db.models import Count, Q, Sum

from thenchot.kernel.decision import Decision, Refused
from thenchot.organisation.access import SEE_POSTS
from thenchot.organisation.models import JobPosition, PositionScheme, SchemeState, Title, Unit
from thenchot.platform.scope.actor import NotVisible, missing


def list_schemes(actor):
    """Of every agency: the version in force and the one in work first, with positions and approved
    people counted.
    """
    schemes = PositionScheme.objects.visible_to(actor, SEE_POSTS).select_related("unit")
    kept = Q(positions__is_dropped=False)
    counted = schemes.annotate(
        positions_count=Count("positions", kept),
        people_count=Sum("positions__approved_number", filter=kept),
    )
    return counted.order_by("unit__path", "-version")


def get_scheme(actor, pk: int) -> PositionScheme:
    return _readable(actor, PositionScheme.objects.select_related("unit"), pk)


def _readable(actor, rows, pk: int):
    """404 outside of what the actor sees, 403 with the reason without the permission to read posts
    there.
    """
    found = rows.visible_to(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    if not rows.visible_to(actor, SEE_POSTS).filter(pk=pk).exists():
        raise Refused(Decision.no(missing(SEE_POSTS)))
    return found


def list_positions(scheme: PositionScheme):
    """Leadership first, then professional, then support."""
    order = {"leadership": 0, "professional": 1, "support": 2}
    rows = scheme.positions.kept().select_related("unit", "title", "scheme__unit")
    return sorted(rows, key=lambda one: (order[one.group], one.code))


def get_position(actor, pk: int) -> JobPosition:
    return _readable(actor, JobPosition.objects.select_related("scheme__unit", "unit", "title"), pk)


def positions_in_force(unit: Unit):
    """Positions of the approved schemes that a person in this unit may hold: of its own agency or
    of one above it.
    """
    in_force = JobPosition.objects.kept().filter(
        scheme__state=SchemeState.APPROVED, scheme__unit__in=unit.ancestor_ids
    )
    return in_force.select_related("scheme", "unit").order_by("scheme", "code")


def title_by_code(unit: Unit) -> dict[str, Title]:
    return {title.code: title for title in Title.objects.serving(unit).order_by("unit_id")}
