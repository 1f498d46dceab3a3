"""Points of participants, and who may give them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from thenchot.kernel.decision import Decision, Reason

POINTS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Spread:
    """How many gave 1, 2, 3, 4, 5."""

    counts: tuple[int, ...]

    @property
    def answers(self) -> int:
        return sum(self.counts)

    @property
    def mean(self) -> Decimal | None:
        total = sum(one * n for one, n in zip(POINTS, self.counts, strict=True))
        return Decimal(total) / self.answers if self.answers else None


def spread(points: Iterable[int]) -> Spread:
    counted = Counter(points)
    return Spread(tuple(counted[one] for one in POINTS))


def may_rate(
    *, is_present: bool, has_rated: bool, ends_on: date, on: date, within_days: int
) -> Decision:
    """Only whoever was there, once, from the last day of the class on, while it is remembered."""
    if not is_present:
        return _no("Chỉ học viên có mặt mới góp ý về lớp.")
    if has_rated:
        return _no("Ông (bà) đã góp ý về lớp này.")
    if on < ends_on:
        return _no(f"Góp ý từ ngày bế giảng, {ends_on:%d/%m/%Y}.")
    last = ends_on + timedelta(days=within_days)
    if on > last:
        return _no(f"Đã hết thời gian góp ý về lớp ({last:%d/%m/%Y}).")
    return Decision.yes()


def _no(words: str) -> Decision:
    return Decision.no(Reason("training.opinion", words))
