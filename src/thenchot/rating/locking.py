"""How a service gets hold of a round or a rating: visible or not there, locked, with the permission
over its branch.
"""

from thenchot.platform.scope.actor import NotVisible, require
from thenchot.rating.access import KEEP_YEAR, may_change
from thenchot.rating.models import OrganisationRating, Rating, Round
from thenchot.worklog.access import SEE


def lock_round(
    actor, round_id: int, permission: str = KEEP_YEAR, *, is_locked: bool = False
) -> Round:
    """The round, kept from changing. A locked one is refused unless `is_locked` says that is
    fine.
    """
    found = (
        Round.objects.visible_to(actor, SEE)
        .select_for_update(of=("self",))
        .select_related("unit")
        .filter(pk=round_id)
        .first()
    )
    if found is None:
        raise NotVisible(f"round {round_id}")
    require(actor, permission, found.unit.path)
    if not is_locked:
        may_change(found).or_refuse()
    return found


def lock_rating(
    actor,
    rating_id: int,
    permission: str | None = KEEP_YEAR,
    *,
    is_locked: bool = False,
    of_unit: bool = False,
) -> Rating:
    """The rating and its round, kept from changing. The permission is asked over the round
    (`of_unit`: over the unit of the person); without one: who may see it, the own one included.
    """
    found = _lock(Rating, actor, rating_id, "person")
    if permission:
        require(actor, permission, found.unit.path if of_unit else found.round.unit.path)
    if not is_locked:
        may_change(found.round).or_refuse()
    return found


def lock_organisation(actor, body_id: int, permission: str = KEEP_YEAR) -> OrganisationRating:
    found = _lock(OrganisationRating, actor, body_id)
    require(actor, permission, found.round.unit.path)
    may_change(found.round).or_refuse()
    return found


def _lock(model, actor, pk: int, *related: str):
    """The round first, so that no two wait for each other."""
    seen = model.objects.visible_to(actor, SEE).filter(pk=pk)
    round_id = seen.values_list("round", flat=True).first()
    if round_id is None:
        raise NotVisible(f"{model.__name__} {pk}")
    Round.objects.select_for_update().get(pk=round_id)
    rows = model.objects.select_for_update(of=("self",))
    return rows.select_related("unit", "round__unit", *related).get(pk=pk)
