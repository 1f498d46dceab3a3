"""Whole-number programmes put to HiGHS. An answer is worked out again, row by row, before it is
believed: a solver that says "optimal" has been wrong before (HiGHS #3094, scipy #22812).
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np

TIGHT = 1e-6
Terms = Iterable[tuple[int, float]]


class Status(StrEnum):
    PROVEN = "proven"  # nothing better exists
    FEASIBLE = "feasible"  # holds; something better may exist, up to `gap`
    NONE = "none"  # nothing holds, or nothing was found in time


class Cancelled(Exception):
    """Whoever asked does not want the answer any more."""


class Wrong(Exception):
    """The solver gave an answer that breaks its own rows."""


@dataclass(frozen=True)
class Answer:
    """`values` of the columns in their order; `cost` worked out again from them; `bound`: nothing
    costs less.
    """

    status: Status
    values: np.ndarray
    cost: float = 0.0
    bound: float = 0.0

    @property
    def gap(self) -> float:
        """How much cheaper an answer could still be, in the unit of the cost."""
        return max(self.cost - self.bound, 0.0)

    def chosen(self, column: int) -> bool:
        return bool(self.values[column] > 0.5)


@dataclass
class Programme:
    """Columns between 0 and a bound, each with its cost; rows between two bounds. Minimised."""

    costs: list[float] = field(default_factory=list)
    tops: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    least: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    places: list[int] = field(default_factory=list)
    factors: list[float] = field(default_factory=list)

    def column(self, cost: float = 0.0, top: float = 1.0, *, whole: bool = True) -> int:
        self.costs.append(cost)
        self.tops.append(top)
        self.whole.append(whole)
        return len(self.costs) - 1

    def row(self, terms: Terms, *, least: float = -np.inf, most: float = np.inf) -> int:
        for place, factor in terms:
            self.places.append(place)
            self.factors.append(factor)
        self.starts.append(len(self.places))
        self.least.append(least)
        self.most.append(most)
        return len(self.least) - 1

    def broken_by(self, values: np.ndarray) -> float:
        """How far the values lie outside of a row or a bound, at worst."""
        rows = np.repeat(np.arange(len(self.least)), np.diff(self.starts))
        sums = np.bincount(
            rows, np.array(self.factors) * values[self.places], minlength=len(self.least)
        )
        worst = [
            np.max(np.array(self.least) - sums, initial=0.0),
            np.max(sums - np.array(self.most), initial=0.0),
            np.max(values - np.array(self.tops), initial=0.0),
            np.max(-values, initial=0.0),
        ]
        return float(max(worst))


def solve(
    programme: Programme,
    *,
    seconds: float = 60.0,
    gap: float = 0.0,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Answer:
    """`gap`: how much dearer than the best an answer may be, in the unit of the cost. Raises
    Cancelled when `is_cancelled` says so on the way, Wrong when the answer does not hold.
    """
    solver = _solver(seconds, gap)
    solver.passModel(_model(programme))
    stopped = _watch(solver, is_cancelled)
    ran = solver.run()
    if stopped():
        raise Cancelled
    return _answer(programme, solver, str(ran))


def _solver(seconds: float, gap: float) -> Any:
    import highspy  # 80 ms and 30 MB: not before somebody asks

    with _hushed():
        solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    options = {
        "output_flag": False,
        "time_limit": seconds,
        "threads": 1,  # the first run of a process fixes the number for all later ones
        "mip_rel_gap": 0.0,
        "mip_abs_gap": max(gap, TIGHT),
        "random_seed": 0,
    }
    for name, value in options.items():
        solver.setOptionValue(name, value)
    return solver


@contextmanager
def _hushed() -> Iterator[None]:
    """The solver greets on the standard output when it is first made, whatever its options say."""
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def _model(programme: Programme) -> Any:
    import highspy

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(programme.costs), len(programme.least)
    model.col_cost_ = np.array(programme.costs, dtype=np.float64)
    model.col_lower_ = np.zeros(len(programme.costs))
    model.col_upper_ = np.array(programme.tops, dtype=np.float64)
    model.row_lower_ = np.array(programme.least, dtype=np.float64)
    model.row_upper_ = np.array(programme.most, dtype=np.float64)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(programme.starts, dtype=np.int32)
    model.a_matrix_.index_ = np.array(programme.places, dtype=np.int32)
    model.a_matrix_.value_ = np.array(programme.factors, dtype=np.float64)
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    model.integrality_ = [kinds[one] for one in programme.whole]
    return model


def _watch(solver: Any, is_cancelled: Callable[[], bool]) -> Callable[[], bool]:
    """Asks on the way whether the answer is still wanted."""
    asked = {"stop": False}

    def look(event: Any) -> None:
        asked["stop"] = asked["stop"] or is_cancelled()
        event.interrupt(asked["stop"])

    solver.cbMipInterrupt.subscribe(look)
    solver.cbSimplexInterrupt.subscribe(look)
    return lambda: asked["stop"]


def _answer(programme: Programme, solver: Any, ran: str) -> Answer:
    info = solver.getInfo()
    if "kError" in ran or info.primal_solution_status != 2:
        return Answer(Status.NONE, np.zeros(len(programme.costs)))
    values = np.array(solver.getSolution().col_value)
    whole = np.array(programme.whole, dtype=bool)
    values[whole] = np.round(values[whole]) + 0.0  # no minus nought
    if programme.broken_by(values) > 10 * TIGHT:
        raise Wrong(f"rows broken by {programme.broken_by(values):.3g}")
    cost = float(values @ np.array(programme.costs))
    bound = float(info.mip_dual_bound) if whole.any() else cost
    proven = "kOptimal" in str(solver.getModelStatus())
    return Answer(Status.PROVEN if proven else Status.FEASIBLE, values, cost, min(bound, cost))
