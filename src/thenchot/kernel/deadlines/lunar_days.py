"""A day of the lunar year: "trước ngày 15/8 âm lịch", "rằm tháng Giêng", "mùng 10 tháng 3"."""

import re
from datetime import date, timedelta

from thenchot.kernel.deadlines.model import Deadline
from thenchot.kernel.lunar import solar_day
from thenchot.kernel.text import fold_keep, plain

_LUNAR = re.compile(r"\bam\s+lich\b|\b(?:mung|mong)\s+\d{1,2}\b|\b(?:ngay\s+)?ram\s+thang\b")
_ASIDE = re.compile(r"\([^()]*\bam\s+lich\b[^()]*\)")
_MONTHS = {"gieng": 1, "chap": 12}
_DAY = re.compile(
    r"(?:\b(?P<full>ram)\b|(?<![\d/])(?P<day>\d{1,2}))\s*(?:/|[-.]|\s*thang\s*)\s*"
    r"(?P<month>\d{1,2}|gieng|chap)\b(?:\s*(?:/|nam)\s*(?P<year>20\d\d))?"
)
_BEFORE = re.compile(r"\btruoc\s*(?:ngay\s*|(?:mung|mong)\s*)*$")
_UNTIL = re.compile(
    r"\b(?:den|toi|cham\s+nhat|muon\s+nhat|het)\s*"
    r"(?:het\s*|la\s*|vao\s*|ngay\s*|(?:mung|mong)\s*)*$"
)
_RANGE = re.compile(r"\btu\b|[-–÷]\s*\d|\bh[ao]ng\s+nam\b")
SURE = 0.75


def read_lunar(text: str, phrase: str, reference: date | None) -> Deadline | None:
    """The solar day where the phrase names one day and its year is known; else an event to wait
    for. `text` is folded.
    """
    shown = _named_months(_ASIDE.sub("", text), phrase)
    if not _LUNAR.search(shown):
        return None
    words = phrase.strip(" .;,()")
    named = list(_DAY.finditer(shown))
    if len(named) == 1 and not _RANGE.search(shown):
        day = _placed(named[0], reference)
        if day:
            return _bound(shown[: named[0].start()], day, words)
    return Deadline(
        "open",
        trigger=words,
        confidence=0.6,
        warnings=("lunar_day",),
        explanation_vi=f"Ngày âm lịch: {words}; cần đổi sang ngày dương lịch",
    )


_BY_NAME = re.compile(r"tháng\s+(giêng|chạp)\b")


def _named_months(text: str, phrase: str) -> str:
    """ "ngày 23 tháng Chạp": months that only the lunar year calls so, with a day of theirs."""
    for match in _BY_NAME.finditer(plain(phrase)):
        if len(text) == len(phrase) and re.search(r"\d\s*$", text[: match.start()]):
            name = fold_keep(match[1])
            at = match.start(1)
            text = text[:at] + name + text[at + len(name) :] + " am lich"
    return text


def _placed(match: re.Match[str], reference: date | None) -> date | None:
    """In the year said, else the next on or after the day of the document."""
    day = 15 if match["full"] else int(match["day"])
    said = match["month"]
    month = _MONTHS.get(said) or int(said)
    if match["year"]:
        return solar_day(day, month, int(match["year"]))
    if reference is None:
        return None
    years = range(reference.year - 1, reference.year + 2)
    found = [solar_day(day, month, year) for year in years]
    if None in found:
        return None
    return next((one for one in found if one and one >= reference), None)


def _bound(before: str, day: date, words: str) -> Deadline:
    excluded = bool(_BEFORE.search(before))
    until = excluded or bool(_UNTIL.search(before))
    return Deadline(
        "date",
        None if until else day,
        day - timedelta(days=excluded),
        confidence=SURE,
        warnings=("lunar_day",),
        explanation_vi=f"“{words}”: ngày dương lịch là {day:%d/%m/%Y}, cần đối chiếu",
    )
