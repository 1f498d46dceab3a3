"""A register as a file: Excel with typed values, Word with the official head, JSON for programs."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import translation

from thenchot.platform.language import RECORD
from thenchot.platform.office.excel.worksheets import Column as SheetColumn
from thenchot.platform.office.excel.worksheets import write_sheet
from thenchot.platform.registers.official import print_register
from thenchot.platform.ui.answers import DOCX, XLSX

JSON = "application/json"


def excel(register) -> bytes:
    leaving = register.leaving()
    columns = [SheetColumn(str(column.verbose_name), column.width) for _, column in leaving]
    rows = ([plain(value) for value in row] for row in _values(register, leaving))
    return write_sheet(
        columns, rows, name=str(register.sheet_name()), notes=register.notes_of_file()
    )


def word(register) -> bytes:
    leaving = [(name, column) for name, column in register.leaving() if column.paper]
    columns = [column for _, column in leaving]
    rows = (
        [column.words(value) for column, value in zip(columns, row, strict=True)]
        for row in _values(register, leaving)
    )
    return print_register(register, columns, rows)


def program(register) -> bytes:
    """{"title", "columns": [{"name", "title"}], "rows": [{name: value}]}; dates as ISO, decimals as
    text.
    """
    leaving = register.leaving()
    names = [name for name, _ in leaving]
    answer = {
        "title": str(register.heading()),
        "columns": [{"name": name, "title": str(one.verbose_name)} for name, one in leaving],
        "rows": [dict(zip(names, row, strict=True)) for row in _values(register, leaving)],
    }
    return json.dumps(answer, ensure_ascii=False, default=_said).encode()


FORMS: dict[str, tuple[Callable[[Any], bytes], str]] = {
    "xlsx": (excel, XLSX),
    "docx": (word, DOCX),
    "json": (program, JSON),
}


def written(register, form: str) -> bytes:
    """The file in the language of record."""
    with translation.override(RECORD):
        return FORMS[form][0](register)


def plain(value: Any) -> Any:
    """As a workbook takes it: a decimal as a number, a word of the interface as text."""
    if value is None or isinstance(value, bool | int | float | date | str):
        return value
    return float(value) if isinstance(value, Decimal) else str(value)


def _values(register, leaving):
    return register.values([name for name, _ in leaving])


def _said(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
