"""How a service gets hold of a round or a rating: visible or not there, locked, with the permission
over its branch.
"""

from thenchot.kernel.decision import Decision, Reason, Refused
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.rating.access import KEEP_YEAR
from thenchot.rating.models import OrganisationRating, Rating, Round
from thenchot.worklog.access import SEE


def refuse(rule: str, message: str, source: str = "") -> None:
    raise Refused(Decision.no(Reason(rule, message, source)))


def lock_round(
    actor, round_id: int, permission: str = KEEP_YEAR, *, is_locked: bool = False
) -> Round:
    """The round, kept from changing. A locked one is refused unless `is_locked` says that is
    fine.
    """
    visible = Round.objects.visible_to(actor, SEE).filter(pk=round_id).exists()
    found = (
        Round.objects.select_for_update(of=("self",))
        .select_related("unit")
        .filter(pk=round_id)
        .first()
        if visible
        else None
    )
    if found is None:
        raise NotVisible(f"round {round_id}")
    require(actor, permission, found.unit.path)
    if found.locked_at and not is_locked:
        refuse(
            "round.locked",
            (
                "Đợt này đã khóa. Muốn sửa kết quả của ai thì mở lại xếp loại của người đó, có ghi "
                "lý do."
            ),
            "NĐ 335/2025, Điều 21.3",
        )
    return found


def lock_rating(
    actor,
    rating_id: int,
    permission: str | None = KEEP_YEAR,
    *,
    is_locked: bool = False,
    of_unit: bool = False,
) -> Rating:
    """The rating and its round, kept from changing: the round first, so that no two wait for each
    other. The permission is asked over the round (`of_unit`: over the unit of the person); without
    one: who may see it, the own one included.
    """
    round_id = (
        Rating.objects.visible_to(actor, SEE)
        .filter(pk=rating_id)
        .values_list("round", flat=True)
        .first()
    )
    if round_id is None:
        raise NotVisible(f"rating {rating_id}")
    Round.objects.select_for_update().get(pk=round_id)
    rows = Rating.objects.select_for_update(of=("self",)).select_related(
        "person", "unit", "round__unit"
    )
    found = rows.get(pk=rating_id)
    if permission:
        require(actor, permission, found.unit.path if of_unit else found.round.unit.path)
    if found.round.locked_at and not is_locked:
        refuse(
            "round.locked",
            "Đợt này đã khóa. Muốn sửa kết quả thì mở lại, có ghi lý do.",
            "NĐ 335/2025, Điều 21.3",
        )
    return found


def lock_organisation(actor, body_id: int, permission: str = KEEP_YEAR) -> OrganisationRating:
    round_id = (
        OrganisationRating.objects.visible_to(actor, SEE)
        .filter(pk=body_id)
        .values_list("round", flat=True)
        .first()
    )
    if round_id is None:
        raise NotVisible(f"body rating {body_id}")
    Round.objects.select_for_update().get(pk=round_id)
    found = (
        OrganisationRating.objects.select_for_update(of=("self",))
        .select_related("unit", "round__unit")
        .get(pk=body_id)
    )
    require(actor, permission, found.round.unit.path)
    if found.round.locked_at:
        refuse("round.locked", "Đợt này đã khóa.", "NĐ 335/2025, Điều 21.3")
    return found
