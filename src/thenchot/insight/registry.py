"""Indicators, each defined once: which people count, which of them fulfil it, what is not known,
and where it comes from.

The conditions are SQL over the views of `views.sql`; the same conditions count a place and name the
people behind the figure, over one ward now or over everybody in a snapshot.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from thenchot.insight.enums import Direction, Measure


@dataclass(frozen=True)
class Indicator:
    """`base`: condition of the people who count; `fulfils`: of those who fulfil it; `unknown`: of
    those of whom the file does not tell. `clauses`: requirement ids it answers. `goal`: field of
    `CompositionPolicy` with the usual target. `looks_ahead`: whether the file of today says
    something about the years ahead.
    """

    code: str
    name: Any
    view: str
    base: str
    fulfils: str
    unknown: str = "false"
    measure: Measure = Measure.SHARE
    direction: Direction = Direction.UP
    clauses: tuple[str, ...] = ()
    goal: str = ""
    group: Any = ""
    looks_ahead: bool = True

    @property
    def unit(self) -> str:
        return "%" if self.measure == Measure.SHARE else "người"


_indicators: dict[str, Indicator] = {}


def register(indicators: Iterable[Indicator]) -> None:
    for indicator in indicators:
        if _indicators.setdefault(indicator.code, indicator) != indicator:
            raise ValueError(f"two indicators are called {indicator.code}")


def indicators() -> dict[str, Indicator]:
    return dict(_indicators)


def get(code: str) -> Indicator | None:
    return _indicators.get(code)
