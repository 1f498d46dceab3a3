"""Times told from the day of the document, and the days of Tết: "trưa mai", "trong tuần này",
"mùng 6 Tết", "trước Tết Nguyên đán". They become solar days in the folded text, at their place.
"""

import re
from datetime import date, timedelta

from thenchot.kernel.lunar import solar_day
from thenchot.kernel.periods import last_day_of_month
from thenchot.kernel.text import plain

SURE = 0.7
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5}
_TOLD = re.compile(
    r"\b(?:(?:(?:sáng|trưa|chiều|tối|đêm)\s+(?:ngày\s+)?|ngày\s+)(?P<day>mai)"
    r"|(?:ngày\s+)?(?P<today>hôm nay)"
    r"|(?:sáng|trưa|chiều|tối)\s+(?P<now>nay)"
    r"|(?:(?:thứ\s+(?P<weekday>hai|ba|tư|năm|sáu|bảy)|(?P<sunday>chủ nhật))\s+)?(?:của\s+)?"
    r"tuần\s+(?P<week>này|sau|tới)"
    r"|tháng\s+(?P<month>này|tới)(?! \d))(?!\w)"
)
_TET = re.compile(
    r"\b(?:(?:mùng|mồng)\s+(?P<nth>\d{1,2})\s+tết|(?<=trước )tết(?:\s+(?:nguyên đán|âm lịch"
    r"|cổ truyền))?"
    r"(?:\s+(?:năm\s+)?(?:giáp|ất|bính|đinh|mậu|kỷ"
    r"|canh|tân|nhâm|quý)\s+\w+)?(?:\s+năm\s+(?P<year>20\d\d))?)"
    r"(?!\s+(?:dương|tây|trung thu|thiếu nhi|độc lập|trồng cây|đoan|hàn|\d+ ngày)|\w)"
)
_SAID_TOO = re.compile(r"[^;.\d]{0,40}?\d{1,2}\s*(?:[/.-]\s*\d|tháng\s+\d)")
"""The day itself stands behind: "sáng mai 13/3/2026"."""
_FULL_MOON = re.compile(r"\brằm tháng (?P<month>giêng|chạp|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b")
_MONTHS = [
    "giêng",
    "hai",
    "ba",
    "tư",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "mười_một",
    "chạp",
]


def relative_out(text: str, phrase: str, reference: date | None) -> str:
    """Folded `text` of `phrase` with such times as days, where they fit into their place."""
    if reference is None or len(text) != len(phrase):
        return text
    lowered = plain(phrase)
    for match in _TOLD.finditer(lowered):
        if not _SAID_TOO.match(lowered, match.end()):
            text = _put(text, match, _day_told(match, reference))
    for match in _TET.finditer(lowered):
        if not _SAID_TOO.match(lowered, match.end()):
            text = _put(text, match, _day_of_tet(match, reference))
    for match in _FULL_MOON.finditer(lowered):
        month = _MONTHS.index(match["month"]) + 1
        text = _put(text, match, _next_lunar(15, month, reference))
    return text


def _put(text: str, match: re.Match[str], day: date | None) -> str:
    """The day in the place of its words, as short as has to be."""
    if day is None:
        return text
    size = match.end() - match.start()
    forms = (
        f"{day:%d/%m/%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}/{day.month}/{day:%y}",
    )
    fitting = next((form for form in forms if len(form) <= size), None)
    if fitting is None:
        return text
    return text[: match.start()] + fitting.rjust(size) + text[match.end() :]


def _day_told(match: re.Match[str], reference: date) -> date:
    if match["now"] or match["today"]:
        return reference
    if match["day"]:
        return reference + timedelta(days=1)
    if match["month"]:
        index = reference.year * 12 + reference.month - 1 + (match["month"] == "tới")
        year, month = divmod(index, 12)
        return date(year, month + 1, last_day_of_month(year, month + 1))
    monday = reference - timedelta(days=reference.weekday())
    monday += timedelta(days=7 * (match["week"] != "này"))
    return monday + timedelta(days=_WEEKDAYS.get(match["weekday"] or "", 6))


def _day_of_tet(match: re.Match[str], reference: date) -> date | None:
    nth = int(match["nth"] or 1)
    if match["year"]:
        return solar_day(nth, 1, int(match["year"]))
    return _next_lunar(nth, 1, reference)


def _next_lunar(day: int, month: int, reference: date) -> date | None:
    found = (solar_day(day, month, year) for year in range(reference.year - 1, reference.year + 2))
    return next((one for one in found if one and one >= reference), None)
