"""What somebody pays back who was sent to study and leaves: NĐ 171/2025/NĐ-CP on compensation of
training cost.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

WHOLE = 1000  # per mille


@dataclass(frozen=True)
class Repayment:
    """In đồng: before the reduction, the reduction, what is left to pay."""

    due: Decimal
    reduction: Decimal

    @property
    def payable(self) -> Decimal:
        return self.due - self.reduction


def repayment(
    paid: Decimal,
    committed_months: int,
    served_months: int,
    years_before: int,
    per_mille_a_year: int,
    *,
    is_finished: bool = True,
) -> Repayment:
    """`paid` ÷ committed × what is left of the commitment; all of it where the study was not
    finished. Less `per_mille_a_year` for each full year of service before the study, never below
    nothing. Rounded to the đồng.
    """
    left = max(0, committed_months - served_months)
    due = paid if not is_finished else paid * left / committed_months if committed_months else paid
    share = Decimal(min(WHOLE, per_mille_a_year * years_before)) / WHOLE
    return Repayment(_dong(due), _dong(due * share))


def _dong(amount: Decimal) -> Decimal:
    return Decimal(amount).quantize(Decimal(1), ROUND_HALF_UP)
