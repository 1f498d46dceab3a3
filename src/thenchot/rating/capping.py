"""The caps on excellent levels, over the people or the organisations of a round (Đ20.5, Đ9)."""

from collections.abc import Sequence
from typing import Any

from thenchot.kernel.decision import Decision
from thenchot.platform.clock import now
from thenchot.policy.parameters import RatingCapPolicy
from thenchot.rating.models import Round
from thenchot.rating.rules.capping import Rated, article_of, cap_unit, within_caps
from thenchot.rating.trail import log


def apply(actor, found: Round, before: Sequence[Rated], rows: Sequence[Any]) -> Round:
    """What the caps leave of `before` is written to `rows`, of people or organisations; what they
    came to, in the round.
    """
    after, caps = cap_unit(
        before, found.in_force(RatingCapPolicy), found.is_outstanding, article_of(found.rules)
    )
    by_id = {one.id: one for one in after}
    for row in rows:
        one = by_id[row.pk]
        row.capped, row.is_undecided = str(one.level), one.is_undecided
        row.cap_reasons = [reason.as_json() for reason in one.reasons]
    if rows:
        fields = ["capped", "cap_reasons", "is_undecided"]
        type(rows[0]).objects.bulk_update(rows, fields, batch_size=200)
    found.caps = [
        {"scope": cap.scope, "base": cap.base, "allowed": cap.allowed, "kept": cap.kept}
        for cap in caps
    ]
    found.caps_at = now()
    found.save(update_fields=["caps", "caps_at"])
    log(
        actor,
        "round_caps_applied",
        found,
        caps=found.caps,
        undecided=sum(one.is_undecided for one in after),
    )
    return found


def within(found: Round, standing: Sequence[Rated], pk: int, level: str) -> Decision:
    """Does the round stay within its caps, with this one at `level`?"""
    policy, article = found.in_force(RatingCapPolicy), article_of(found.rules)
    return within_caps(standing, pk, level, policy, found.is_outstanding, article)
