"""What people write into cells: days in several forms, yes and no, choices by name. Each says why
it does not read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from thenchot.kernel.text import words
from thenchot.platform.office.excel.worksheets import cell_text

_DMY = re.compile(
    r"^(?:ngày\s*)?(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})$", re.IGNORECASE
)
_YMD = re.compile(r"^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$")
_TIME = re.compile(r"(?<=\d)[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:năm\s*)?((?:19|20)\d{2})$", re.IGNORECASE)
_MONTH = re.compile(r"^(?:tháng\s*|t)?(\d{1,2})\s*[/.\-]\s*((?:19|20)\d{2})$", re.IGNORECASE)
_WORDED_MONTH = re.compile(r"^tháng\s*(\d{1,2})\s*năm\s*((?:19|20)\d{2})$", re.IGNORECASE)
_YEAR_MONTH = re.compile(r"^((?:19|20)\d{2})[-/.](\d{1,2})$")
_DOUBLED = re.compile(r"([/.\-])\s*\1+(?=\s*\d)")
_ABOUT = re.compile(r"^(?:sinh|sn|khoảng|chừng|~)\s*(?:năm|:)?\s*(?=\d{4}$)", re.IGNORECASE)
# Signs, noughts or letters stand where day and month are not known: "00/00/1960", "…/5/1962".
_NO_DAY = re.compile(r"^[\W_xX0]*?[/.\-…][\W_xX0]*?(0?[1-9]|1[0-2])\s*[/.\-]\s*((?:19|20)\d{2})$")
_NO_MONTH = re.compile(
    r"^(?:[\W_xX0]+|\d{1,2}\s*[/.\-]\s*(?:0{1,2}|[^\w\s]+)\s*[/.\-]\s*)((?:19|20)\d{2})$"
)
_DIGITS = re.compile(r"^\d{5,8}$")
_ENGLISH = re.compile(r"^(\d{1,2})[-/ ]([A-Za-z]{3})[a-z]*[-/ ]+(\d{2}|\d{4})$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SHORT = re.compile(r"^(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{2})$")
_WORDED = re.compile(r"^(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})$", re.IGNORECASE)
_DECIMAL = re.compile(r"\d{1,9}(?:[.,]\d{1,6})?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,6}")
_MOST = 10**9
_EXCEL_ZERO = date(1899, 12, 30)
_SERIALS = range(7_000, 80_000)  # 1919 … 2119, far from any year number
_YEARS = range(1930, 2100)
_YES = {"x", "co", "1", "dung", "true", "yes", "v", "✓", "✔"}
_NO = {"", "khong", "0", "sai", "false", "no", "-"}


class BadCell(ValueError):
    """`message_vi`: what is wrong with the cell and how to write it."""

    def __init__(self, message_vi: str) -> None:
        self.message_vi = message_vi
        super().__init__(message_vi)


@dataclass(frozen=True)
class Day:
    """`year_only`, `month_only`: the file knows no more, `on` is the first day. `guess`: how a
    doubtful form was read.
    """

    on: date
    year_only: bool = False
    guess: str = ""
    month_only: bool = False


def read_day(value: Any) -> Day | None:
    """A date cell, dd/mm/yyyy, yyyy-mm-dd, an Excel serial number, or only a year."""
    if isinstance(value, datetime):
        return Day(value.date())
    if isinstance(value, date):
        return Day(value)
    text = _TIME.sub("", cell_text(value))
    if not text:
        return None
    if match := _YEAR.match(text):
        return Day(date(int(match[1]), 1, 1), year_only=True, guess=f"chỉ có năm sinh {match[1]}")
    if text.isdigit() and int(text) in _SERIALS:
        on = _EXCEL_ZERO + timedelta(days=int(text))
        return Day(on, guess=f"số {text} của Excel đọc là ngày {on:%d/%m/%Y}")
    return Day(_written_day(text))


def read_loose_day(value: Any, *, this_year: int) -> Day | None:
    """As `read_day`, and what old lists hold besides: a month, a year of two digits, month before
    day, words.
    """
    if isinstance(value, date):
        return _typed_into_a_date(value) or read_day(value)
    text = _ABOUT.sub("", _DOUBLED.sub(r"\1", _TIME.sub("", cell_text(value))))
    if found := _partly_known(text):
        return found
    if _DIGITS.match(text) and (on := _run_together(value, text, this_year)):
        return Day(on, guess=f"viết liền, hiểu là {on:%d/%m/%Y}")
    if match := _ENGLISH.match(text):
        text = _in_numbers(*match.groups()) or text
    if match := _SHORT.match(text):
        day, month, year = map(int, match.groups())
        year += 2000 if year <= this_year % 100 else 1900
        return Day(_day(year, month, day, text), guess=f"năm viết tắt, hiểu là {year}")
    text = _WORDED.sub(r"\1/\2/\3", text)
    if (match := _DMY.match(text)) and int(match[2]) > 12 >= int(match[1]):
        on = _day(int(match[3]), int(match[1]), int(match[2]), text)
        return Day(on, guess=f"tháng đứng trước ngày, hiểu là {on:%d/%m/%Y}")
    return read_day(text)


def _partly_known(text: str) -> Day | None:
    """A month and its year, a year among signs."""
    if match := _MONTH.match(text) or _WORDED_MONTH.match(text) or _NO_DAY.match(text):
        return _month(int(match[1]), int(match[2]), text)
    if match := _YEAR_MONTH.match(text):
        return _month(int(match[2]), int(match[1]), text)
    if match := _NO_MONTH.match(text):
        year = int(match[1])
        return Day(date(year, 1, 1), year_only=True, guess=f"chỉ có năm sinh {year}")
    return None


def _run_together(value: Any, text: str, this_year: int) -> date | None:
    """ "070985", "07091985", 7091985 (a zero lost), "19850907"; none where the digits may be the
    number by which Excel keeps a day.
    """
    is_text = isinstance(value, str)
    if len(text) == 5:
        serial = _EXCEL_ZERO + timedelta(days=int(text))
        if is_text or serial.year <= this_year + 1:
            return None
    padded = text if is_text else text.zfill(6 if len(text) < 7 else 8)
    forms = {6: ("%d%m%y",), 8: ("%d%m%Y", "%Y%m%d")}.get(len(padded), ())
    for form in forms:
        try:
            on = datetime.strptime(padded, form).date()
        except ValueError:
            continue
        if on.year > this_year and form == "%d%m%y":
            on = on.replace(year=on.year - 100)
        if on.year in _YEARS:
            return on
    return None


def _in_numbers(day: str, month: str, year: str) -> str:
    """ "7-Sep-85" as 7/9/85; empty where the word is no month."""
    at = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else 0
    return f"{day}/{at}/{year}" if at else ""


def _typed_into_a_date(value: date) -> Day | None:
    """A year typed into a cell that shows dates is a day of 1905 to Excel."""
    year = (date(value.year, value.month, value.day) - _EXCEL_ZERO).days
    if year not in _YEARS:
        return None
    return Day(
        date(year, 1, 1),
        year_only=True,
        guess=f"Excel đổi năm {year} thành ngày {value:%d/%m/%Y}: hiểu là năm {year}",
    )


def _month(month: int, year: int, text: str) -> Day:
    return Day(
        _day(year, month, 1, text), guess=f"chỉ có tháng {month:02d}/{year}", month_only=True
    )


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise BadCell(f"Không có ngày {text}.") from error


def _written_day(text: str) -> date:
    dmy, ymd = _DMY.match(text), _YMD.match(text)
    parts = (
        [int(p) for p in dmy.groups()[::-1]]
        if dmy
        else [int(ymd[at]) for at in (1, 3, 4)]
        if ymd
        else None
    )
    if parts is None:
        raise BadCell(f"“{text}” không đọc được thành ngày; viết dd/mm/yyyy, hoặc chỉ năm.")
    return _day(*parts, text)


def read_flag(value: Any) -> bool:
    key = " ".join(words(cell_text(value))) or cell_text(value)
    if isinstance(value, bool):
        return value
    if key in _YES:
        return True
    if key in _NO:
        return False
    raise BadCell(f"“{cell_text(value)}”: đánh x nếu có, để trống nếu không.")


def read_choice(
    value: Any, choices: Mapping[str, str], others: Mapping[str, str] | None = None
) -> str:
    """The code of a choice by its label, its code or another name of it; empty when the cell is
    empty.
    """
    text = cell_text(value)
    key = " ".join(words(text))
    known = {" ".join(words(str(label))): code for code, label in choices.items()}
    known |= {" ".join(words(code)): code for code in choices}
    known |= {" ".join(words(name)): code for name, code in (others or {}).items()}
    if key and key not in known:
        raise BadCell(
            f"“{text}” không có trong danh mục: "
            f"{', '.join(str(label) for label in choices.values())}."
        )
    return known.get(key, "")


def read_number(value: Any) -> int | None:
    text = cell_text(value)
    if not text:
        return None
    if not re.fullmatch(r"\d{1,9}", text):
        raise BadCell(f"“{text}” không phải số nguyên.")
    return int(text)


def read_decimal(value: Any, *, places: int = 2) -> Decimal | None:
    """1,5 and 1.5 alike; 1.234,5 too. What a spreadsheet computed (0.30000000000000004) is rounded
    to `places`, half up; what somebody typed with more of them is refused.
    """
    if isinstance(value, float | int) and not isinstance(value, bool) and abs(value) < _MOST:
        return (
            Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP).normalize() + 0
        )
    text = cell_text(value)
    if not text:
        return None
    plain = text.replace(".", "") if _THOUSANDS.fullmatch(text) else text
    if not (_DECIMAL.fullmatch(plain) or _THOUSANDS.fullmatch(text)):
        raise BadCell(f"“{text}” không phải số.")
    number = Decimal(plain.replace(",", "."))
    if number != round(number, places):
        raise BadCell(f"“{text}” có quá {places} chữ số sau dấu phẩy.")
    return number.normalize() + 0
