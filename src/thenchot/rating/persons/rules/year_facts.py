"""What is known of one person's year when it is rated."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from thenchot.kernel.periods import Period
from thenchot.rating.rules.conditions import Shares
from thenchot.worklog.enums import Band, Capacity, Regulation


@dataclass(frozen=True, slots=True)
class Scored:
    """A month or quarter as some unit scored it; `total` null where it should have been and is
    not.
    """

    period: Period
    total: Decimal | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """kind: sick | maternity | unpaid | good_cause; both days included."""

    kind: str
    start: date
    end: date

    def touches(self, period: Period) -> bool:
        return self.start <= period.end and period.start <= self.end


@dataclass(frozen=True, slots=True)
class Violation:
    """A violation and what one body decided about it. `by`: party | state; `form`: of the
    discipline, "" where none; `unit`: where it was committed; `used_for_year`: the year it already
    failed.
    """

    act: str
    nature: str
    by: str
    form: str
    decided_on: date
    unit: str = ""
    used_for_year: int | None = None


@dataclass(frozen=True, slots=True)
class YearFacts:
    """`months_worked` null: nothing but the absences is known to shorten the year."""

    rules: Regulation
    year: int
    kind: Capacity
    months: tuple[Scored, ...] = ()
    months_worked: Fraction | None = None
    absences: tuple[Absence, ...] = ()
    acts: tuple[Violation, ...] = ()
    unit: str = ""
    handled_for_corruption: bool = False
    organisation: Band | None = None
    shares: Shares | None = None
