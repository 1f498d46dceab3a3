"""The pictures of a forecast as numbers for SVG; a table stands beside each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 12, 26
STEPS = 4


@dataclass
class Picture:
    """`lines`: class -> points; `band`: the interval; `scale`: (y, label); `years`: (x, label)."""

    lines: dict[str, str] = field(default_factory=dict)
    band: str = ""
    scale: list[tuple[float, str]] = field(default_factory=list)
    years: list[tuple[float, str]] = field(default_factory=list)
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


Line = Sequence[tuple[date, float | None]]


def draw(lines: dict[str, Line], low: Line = (), high: Line = (), *, from_zero=False) -> Picture:
    """Lines over the same days; what is not known leaves a gap at its end."""
    told = {name: _told(line) for name, line in lines.items()}
    below, above = _told(low), _told(high)
    points = [*_flat(told.values()), *below, *above]
    if len({day for day, _ in points}) < 2:
        return Picture()
    days = [day for day, _ in points]
    values = [value for _, value in points]
    scale = _Scale(min(days), max(days), *_bounds(values, from_zero))
    return Picture(
        lines={name: scale.points(line) for name, line in told.items() if line},
        band=scale.points([*below, *reversed(above)]) if below and above else "",
        scale=[(scale.y(value), f"{value:g}") for value in scale.steps()],
        years=[
            (scale.x(date(year, 12, 31)), str(year))
            for year in range(min(days).year, max(days).year + 1)
            if min(days) <= date(year, 12, 31) <= max(days)
        ],
    )


def _told(line: Line) -> list[tuple[date, float]]:
    return [(day, value) for day, value in line if value is not None]


def _flat(lines: Iterable[list[tuple[date, float]]]) -> list[tuple[date, float]]:
    return [point for line in lines for point in line]


def _bounds(values: list[float], from_zero: bool) -> tuple[float, float]:
    """Round numbers around all values."""
    low, high = (0.0 if from_zero else min(values)), max(values)
    step = max(1, round((high - low) / STEPS)) or 1
    first = int(low // step) * step
    last = -int(-high // step) * step
    return first, last if last > first else first + step


@dataclass(frozen=True)
class _Scale:
    first: date
    last: date
    low: float
    high: float

    def x(self, day: date) -> float:
        part = (day - self.first).days / ((self.last - self.first).days or 1)
        return round(LEFT + part * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        part = (value - self.low) / ((self.high - self.low) or 1)
        return round(HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM), 1)

    def points(self, line: Sequence[tuple[date, float]]) -> str:
        return " ".join(f"{self.x(day)},{self.y(value)}" for day, value in line)

    def steps(self) -> list[float]:
        each = (self.high - self.low) / STEPS
        if each != int(each):
            return [self.low, self.high]
        return [self.low + each * at for at in range(STEPS + 1)]
