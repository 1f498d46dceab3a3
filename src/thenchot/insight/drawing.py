"""Small pictures as numbers for SVG: the template draws, nothing is styled here. A table always
stands beside them.
"""

from collections.abc import Sequence
from datetime import date

from thenchot.platform.ui.templatetags.ui import comma

WIDTH, HEIGHT = 120, 28
ROW, BASELINE = 30, 16  # of a band of ages


def sparkline(points: Sequence[tuple[date, float]]) -> str:
    """The points of a polyline; empty with fewer than two."""
    if len(points) < 2:
        return ""
    days = [on.toordinal() for on, _ in points]
    values = [value for _, value in points]
    across, low, high = days[-1] - days[0] or 1, min(values), max(values)
    tall = (high - low) or 1
    spots = (
        (WIDTH * (day - days[0]) / across, HEIGHT - 2 - (HEIGHT - 4) * (value - low) / tall)
        for day, value in zip(days, values, strict=True)
    )
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)


def in_words(points: Sequence[tuple[date, float]]) -> str:
    """The same for whoever cannot see it."""
    return "; ".join(f"{on:%d/%m/%Y} {comma(value)}" for on, value in points)


def bars(bands) -> list[dict]:
    """For each band of ages the two bars from the middle, in units of the picture (each side 150
    wide).
    """
    longest = max((max(band.women, band.men) for band in bands), default=0) or 1
    return [
        {
            "band": band,
            "y": n * ROW,
            "text_y": n * ROW + BASELINE,
            "women": 150 * band.women / longest,
            "men": 150 * band.men / longest,
            "left": 160 - 150 * band.women / longest,
        }
        for n, band in enumerate(bands)
    ]
