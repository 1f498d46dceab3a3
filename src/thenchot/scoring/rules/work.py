"""Lines of work into four sums: assigned, produced, lost to content, lost to delay.

The sums are all the score of a period needs. Whoever adds them (this module for one person, SQL for
everybody) adds exactly: converted quantities in whole ten-thousandths, losses in hundredths of
those.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from thenchot.policy.parameters import ScoringPolicy
from thenchot.worklog.enums import FaultCause, FaultKind


class BadLine(ValueError):
    """A line of work that contradicts itself; the message says where and how to mend it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`times` faults of one kind found in piece number `piece` (pieces count from 1 to done +
    added).
    """

    piece: int
    kind: FaultKind
    times: int
    cause: FaultCause = FaultCause.OWN


@dataclass(frozen=True, slots=True)
class WorkLine:
    """Products of one kind in a period. `assigned`: of the first assignment; `returned`: given
    back, which stays in assigned (Đ18.1.d); `added`: finished pieces taken over, sudden or outside
    the plan.
    """

    code: str
    factor: Fraction
    assigned: Fraction = Fraction(0)
    returned: Fraction = Fraction(0)
    done: Fraction = Fraction(0)
    added: Fraction = Fraction(0)
    exceeds: Fraction = Fraction(0)
    faults: tuple[Fault, ...] = ()

    @property
    def finished(self) -> Fraction:
        return self.done + self.added

    @property
    def produced(self) -> Fraction:
        return self.factor * self.finished


@dataclass(frozen=True, slots=True)
class Sums:
    """Converted products; only their ratios matter, so any common scale will do."""

    assigned: Fraction = Fraction(0)
    produced: Fraction = Fraction(0)
    content_lost: Fraction = Fraction(0)
    delay_lost: Fraction = Fraction(0)

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.assigned + other.assigned,
            self.produced + other.produced,
            self.content_lost + other.content_lost,
            self.delay_lost + other.delay_lost,
        )


def sums_of(lines: Iterable[WorkLine], policy: ScoringPolicy) -> Sums:
    return sum((sums_of_line(line, policy) for line in lines), Sums())


def sums_of_line(line: WorkLine, policy: ScoringPolicy) -> Sums:
    check(line)
    return Sums(
        line.factor * line.assigned,
        line.produced,
        lost(line, FaultKind.CONTENT, policy.content_percent),
        lost(line, FaultKind.DELAY, policy.delay_percent),
    )


def lost(line: WorkLine, kind: FaultKind, percent: int) -> Fraction:
    """Converted products taken off for faults of one kind whose cause is the person's own: of each
    piece no more than the piece itself.
    """
    times: dict[int, int] = {}
    for fault in line.faults:
        if fault.kind == kind and fault.cause == FaultCause.OWN:
            times[fault.piece] = times.get(fault.piece, 0) + fault.times
    taken = (
        _size(line, piece) * min(Fraction(1), Fraction(percent * n, 100))
        for piece, n in times.items()
    )
    return line.factor * sum(taken, Fraction(0))


def _size(line: WorkLine, piece: int) -> Fraction:
    """A whole piece, except the last of a quantity that is not whole (a share of a team's
    product).
    """
    return min(Fraction(1), line.finished - (piece - 1))


def check(line: WorkLine) -> None:
    """BadLine for quantities that cannot be: more done than was assigned and kept, a fault in a
    piece nobody finished.
    """
    if line.factor <= 0:
        raise BadLine("hệ số quy đổi phải lớn hơn 0")
    if min(line.assigned, line.returned, line.done, line.added, line.exceeds) < 0:
        raise BadLine("số lượng không được âm")
    if line.returned > line.assigned:
        raise BadLine("số trả lại nhiều hơn số được giao")
    if line.done > line.assigned - line.returned:
        raise BadLine(
            "số hoàn thành nhiều hơn số được giao trừ số trả lại; phần làm thêm ghi vào “bổ sung”"
        )
    if line.exceeds > line.finished:
        raise BadLine("số vượt yêu cầu nhiều hơn số đã hoàn thành")
    _check_faults(line.faults, ceil(line.finished))


def _check_faults(faults: Sequence[Fault], pieces: int) -> None:
    for fault in faults:
        if not 1 <= fault.piece <= pieces:
            raise BadLine(f"không có sản phẩm thứ {fault.piece}: mới hoàn thành {pieces}")
        if fault.times < 0:
            raise BadLine(f"số lần lỗi của sản phẩm thứ {fault.piece} không được âm")
