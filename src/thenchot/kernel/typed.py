"""What comes in an address or a form as text and is meant as a number, read in one place: plain
digits within what the database holds, or nothing.
"""

import re

from thenchot.kernel.periods import KINDS, Period

LARGEST = 2**63 - 1  # of a whole number in the database
FIRST_YEAR, LAST_YEAR = 1900, 2200
ENDLESS = re.compile(r"\d(?:[.,]?\d){29,}")  # no number that anybody means


def whole_of(text: object, low: int = 0, high: int = LARGEST) -> int | None:
    """ "12" -> 12; None for anything else, also for ², ٣, +7, 1_0 and what is too large."""
    plain = text.strip() if isinstance(text, str) else str(text) if type(text) is int else ""
    if not (plain.isascii() and plain.isdigit() and len(plain) <= len(str(LARGEST))):
        return None
    return found if low <= (found := int(plain)) <= high else None


def id_of(text: object) -> int | None:
    """The number of a row."""
    return whole_of(text, low=1)


def ids_of(texts: object) -> list[int]:
    """Those of a list that are numbers of rows, in their order."""
    found = map(id_of, texts if isinstance(texts, list | tuple) else [])
    return [number for number in found if number is not None]


def year_of(text: object) -> int | None:
    return whole_of(text, FIRST_YEAR, LAST_YEAR)


def period_of_key(text: object) -> Period | None:
    """ "month-2026-10", as addresses write it."""
    kind, _, rest = text.partition("-") if isinstance(text, str) else ("", "", "")
    year, _, number = rest.partition("-")
    found, index = year_of(year), whole_of(number, 1, 12)
    if kind not in KINDS or found is None or index is None:
        return None
    try:
        return KINDS[kind](found, index)
    except ValueError:
        return None
