"""What the years of a term of office come to (S3-034). Pure."""

from collections.abc import Iterable

from thenchot.scoring.rules.bands import lower
from thenchot.worklog.enums import Band


def term_level(years: Iterable[Band]) -> tuple[Band | None, tuple[tuple[Band, int], ...]]:
    """A whole term (S3-034) as what its years were most often, never above "completed" with a
    failed year in it; a basis for whoever decides, with how many years stand at which level, best
    first.
    """
    levels = list(years)
    if not levels:
        return None, ()
    counts = {band: levels.count(band) for band in Band}
    most = max(counts.values())
    level = min(
        (band for band, count in counts.items() if count == most), key=lambda band: band.rank
    )
    if counts[Band.FAILED]:
        level = lower(level, Band.COMPLETED)
    return level, tuple((band, count) for band, count in reversed(counts.items()) if count)
