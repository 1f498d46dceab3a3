"""A value of a column as a cell of a sheet holds it, and as a person reads it. What `cell_of`
writes, `forms` reads back.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from thenchot.organisation.models import StaffKind
from thenchot.people import columns as c
from thenchot.people.enums import DatePrecision, Sex
from thenchot.people.filing.showing import shown_day
from thenchot.people.imports.forms import STUDYING
from thenchot.policy.codelists import code_list

WORDS = {"sex": Sex, "staff_kind": StaffKind}


def cell_of(key: str, value: Any, units: Mapping[int, str]) -> Any:
    """Dates as dates, numbers as numbers, codes by their names; None stays None."""
    if value is None:
        return None
    column = c.BY_KEY[key]
    if column.form in WORDS:
        return str(WORDS[column.form](value).label)
    writer = _WRITERS.get(column.form)
    if column.form == "unit":
        return units.get(value)
    return writer(value, column) if writer else value


def shown(key: str, value: Any, units: Mapping[int, str]) -> str:
    """For the page of differences. What is sealed is never shown: only that it is there."""
    if value is None:
        return _("(trống)")
    if key in c.SENSITIVE:
        return _("(đã có)")
    cell = cell_of(key, value, units)
    if isinstance(cell, bool):
        return _("có") if cell else _("không")
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)


def _born(value, column) -> date | int | str:
    on, known = value
    return on.year if known == DatePrecision.YEAR else _partial(value, column)


def _partial(value, column) -> date | str:
    on, known = value
    return on if known == DatePrecision.DAY else shown_day(on, known)


def _level(value: str, column) -> str:
    name = code_list(column.codes).name_of(value.removeprefix(STUDYING))
    return f"Đang học {name}" if value.startswith(STUDYING) else name


def _flag(value: bool, column) -> Any:
    return True if value else None


def _answer(value: bool, column) -> str:
    return "có" if value else "không"


_WRITERS = {
    "born": _born,
    "partial": _partial,
    "level": _level,
    "degree": _level,
    "language": _level,
    "code": _level,
    "rank": lambda value, column: value[0] or value[1],
    "coefficient": lambda value, column: float(value) if isinstance(value, Decimal) else value,
    "posts": lambda value, column: "; ".join(value),
    "flag": _flag,
    "answer": _answer,
}
