"""What is known of somebody on the day a policy is asked about. Pure."""

from dataclasses import dataclass
from datetime import date

from thenchot.kernel.periods import months_after


@dataclass(frozen=True)
class Facts:
    """`leaves_on`: the first day without work; `retires_on`: the last day at work by age.
    `service_months`, `insured_months`: until that day. `level`: the rating of the last year that
    was decided. `decided_on`: of the rearrangement that touches the person. `pay`: of the month, in
    đồng. None, or empty, where the system has no data.
    """

    on: date
    leaves_on: date | None = None
    retires_on: date | None = None
    service_months: int | None = None
    insured_months: int | None = None
    pay: int | None = None
    level: str = ""
    title: str = ""
    title_name: str = ""
    staff_kind: str = ""
    is_rearranged: bool = False
    decided_on: date | None = None
    kind: str = ""
    needed_field: str = ""
    committed_months: int = 0

    @property
    def early_months(self) -> int | None:
        """Whole months from leaving to the first day of the pension; never below nothing."""
        if self.leaves_on is None or self.retires_on is None:
            return None
        months = (self.retires_on.year - self.leaves_on.year) * 12
        months += self.retires_on.month - self.leaves_on.month
        return max(0, months + (self.leaves_on.day == 1))


@dataclass(frozen=True)
class Money:
    """What the amounts are counted by on the day: `base_salary` and `minimum_wage` a month, both in
    đồng; `full_months` after the decision the full rate holds; odd months up to `odd_half` are half
    a year, more are a whole one; every line is rounded to `round_to` đồng.
    """

    base_salary: int
    minimum_wage: int
    full_months: int = 12
    odd_half: int = 6
    round_to: int = 1

    def is_first(self, facts: Facts) -> bool | None:
        """Whether somebody leaves while the full rate holds; the last day counts."""
        if facts.decided_on is None or facts.leaves_on is None:
            return None
        return facts.leaves_on <= months_after(facts.decided_on, self.full_months)

    def half_years(self, months: int) -> int:
        """Months as half years: odd months are half a year or a whole one."""
        years, odd = divmod(months, 12)
        return years * 2 + (0 if not odd else 1 if odd <= self.odd_half else 2)
