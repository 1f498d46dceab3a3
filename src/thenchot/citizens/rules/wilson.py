"""The interval of Wilson (1927, score interval without continuity correction) of a share. Pure."""

from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054  # the 0.975 quantile of the normal distribution: 95 %


@dataclass(frozen=True)
class Share:
    """`part` of `whole`. Counts are whole numbers; the share and its bounds lie in 0 … 1."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        return self.part / self.whole if self.whole else None

    @property
    def bounds(self) -> tuple[float, float] | None:
        return wilson(self.part, self.whole) if self.whole else None

    @property
    def low(self) -> float | None:
        return self.bounds[0] if self.bounds else None

    @property
    def high(self) -> float | None:
        return self.bounds[1] if self.bounds else None


def wilson(part: int, whole: int, z: float = Z) -> tuple[float, float]:
    share, square = part / whole, z * z
    middle = share + square / (2 * whole)
    reach = z * sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    under = 1 + square / whole
    return max((middle - reach) / under, 0.0), min((middle + reach) / under, 1.0)
