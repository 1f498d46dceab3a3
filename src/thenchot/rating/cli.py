"""`thenchot year`, `rate`: a case in a file, the result as JSON. No database, no Django."""

from collections.abc import Sequence
from typing import IO

from thenchot.rating.cases.rate import rate_case
from thenchot.rating.cases.year import year_case
from thenchot.scoring.cli import run


def year_main(argv: Sequence[str] | None = None, stdout: IO[str] | None = None) -> int:
    """Xếp loại năm của một người."""
    return run("year", year_case, year_main.__doc__, argv, stdout)


def rate_main(argv: Sequence[str] | None = None, stdout: IO[str] | None = None) -> int:
    """Áp mức trần xuất sắc của một đơn vị, một năm."""
    return run("rate", rate_case, rate_main.__doc__, argv, stdout)
