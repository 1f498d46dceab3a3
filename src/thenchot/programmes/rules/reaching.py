"""How a figure stands to a target: met, short, or open where nothing can be compared."""

from collections.abc import Callable
from decimal import Decimal

from thenchot.kernel.decision import Decision, Reason
from thenchot.programmes.enums import Reach

Number = Decimal | float

_TESTS: dict[str, Callable[[Number, Number], bool]] = {
    ">=": lambda value, wanted: value >= wanted,
    ">": lambda value, wanted: value > wanted,
    "<=": lambda value, wanted: value <= wanted,
    "<": lambda value, wanted: value < wanted,
    "=": lambda value, wanted: value == wanted,
}
_MOVES: dict[str, Callable[[Number, Number], bool]] = {
    "increase": _TESTS[">"],
    "decrease": _TESTS["<"],
}


def reach(
    value: Number | None, comparator: str, wanted: Number | None, baseline: Number | None = None
) -> Reach:
    """ "increase" and "decrease" are held against the baseline, the others against the value
    wanted; without a comparator a target is the least to be reached.
    """
    test = _MOVES.get(comparator) or _TESTS.get(comparator or ">=")
    against = baseline if comparator in _MOVES else wanted
    if value is None or against is None or test is None:
        return Reach.OPEN
    return Reach.MET if test(value, against) else Reach.SHORT


def may_read(indicator: str) -> Decision:
    """Whether somebody may write down where a target stands: not where an indicator measures it."""
    if not indicator:
        return Decision.yes()
    return Decision.no(
        Reason(
            "target.tied",
            "Chỉ tiêu này đo bằng chỉ số, tính từ hồ sơ. Muốn ghi số liệu tay thì gỡ chỉ số ở "
            "trang Số liệu, mục Chỉ tiêu chương trình.",
        )
    )
