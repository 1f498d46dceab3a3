"""Months and quarters as facts name them: "2026-10", "2026-Q3"."""

from thenchot.kernel.periods import Month, Period, Quarter


def code_of(period: Period) -> str:
    number = f"Q{period.index}" if isinstance(period, Quarter) else f"{period.index:02d}"
    return f"{period.year}-{number}"


def period_of(code: str) -> Period:
    year, _, rest = code.partition("-")
    quarter = rest.removeprefix("Q")
    return (Month if rest == quarter else Quarter)(int(year), int(quarter))


def months_of(period: Period) -> tuple[Period, ...]:
    """The months of a month or quarter."""
    first = (period.index - 1) * period.months + 1
    return tuple(Month(period.year, first + n) for n in range(period.months))
