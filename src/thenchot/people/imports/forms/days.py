"""Days: as exactly as they are known."""

from datetime import date
from typing import Any

from thenchot.people import rules
from thenchot.people.columns import PersonColumn
from thenchot.people.enums import DatePrecision
from thenchot.people.imports.forms.texts import NOTHING, Read
from thenchot.platform.clock import today
from thenchot.platform.office.excel.cells import BadCell, read_loose_day


def born(raw: Any, column: PersonColumn) -> Read:
    """A pair: the day, and how exactly it is known."""
    found = read_loose_day(raw, this_year=today().year - 15)
    if found is None:
        return NOTHING
    decision = rules.may_be_born(found.on, today())
    if not decision:
        raise BadCell(decision.reasons[0].message)
    return Read((found.on, _known(found)), found.guess, _kind(found))


def day(raw: Any, column: PersonColumn) -> Read:
    found = read_loose_day(raw, this_year=today().year)
    if found is None:
        return NOTHING
    guess = found.guess
    if found.year_only or found.month_only:
        guess = f"{guess.replace('năm sinh', 'năm')}, ghi ngày {found.on:%d/%m/%Y}"
    return Read(_plausible(found.on), guess, _kind(found))


def partial(raw: Any, column: PersonColumn) -> Read:
    """A pair: the first day, and how exactly it is known."""
    found = read_loose_day(raw, this_year=today().year)
    if found is None:
        return NOTHING
    known = _known(found)
    doubtful = found.guess if known == DatePrecision.DAY else ""
    return Read((_plausible(found.on), known), doubtful, "day" if doubtful else "")


def _known(found) -> str:
    if found.year_only:
        return DatePrecision.YEAR.value
    return (DatePrecision.MONTH if found.month_only else DatePrecision.DAY).value


def _kind(found) -> str:
    return (
        "year" if found.year_only else "month" if found.month_only else "day" if found.guess else ""
    )


def _plausible(on: date) -> date:
    if not date(1930, 1, 1) <= on <= date(today().year + 15, 12, 31):
        raise BadCell(f"Ngày {on:%d/%m/%Y} không hợp lý.")
    return on
