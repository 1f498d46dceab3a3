"""What a unit came to, as decided in its yearly rating: read by rounds of many sides."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from thenchot.feedback.unit_results import Decided, UnitResult
from thenchot.policy.parameters import RatingRoundPolicy, specs
from thenchot.rating.models import OrganisationDecision


def unit_results(units: Collection[int], year: int) -> Mapping[int, UnitResult]:
    """Of each unit; where two rounds rated it, the decision of the later day. One query."""
    rows = (
        OrganisationDecision.objects.filter(body__unit__in=units, body__round__year=year)
        .select_related("body")
        .order_by("decided_on", "pk")
    )
    decided = {one.body.unit_id: one for one in rows}
    return {
        unit: _read(decided[unit])
        if unit in decided
        else UnitResult(f"đơn vị chưa có quyết định xếp loại năm {year}")
        for unit in units
    }


def _read(decision: OrganisationDecision) -> UnitResult:
    body = decision.body
    decided = Decided(body.pk, decision.pk, decision.number, decision.decided_on, decision.level)
    if body.total is None:
        return UnitResult(
            f"quyết định {decision.number} chỉ ghi mức của đơn vị, không có điểm", decided
        )
    return UnitResult(
        "",
        decided,
        body.total,
        sum((_most(body.policy, name) for name in ("body_general", "body_results")), Decimal(0)),
    )


def _most(values: Mapping, name: str) -> Decimal:
    """What could be reached, by the values the rating was scored with."""
    spec = specs(RatingRoundPolicy)[name]
    return sum((points for _, points in spec.kind.typed(values[spec.key])), Decimal(0))
