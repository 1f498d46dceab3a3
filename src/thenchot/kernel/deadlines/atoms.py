"""The words that name a time: days, months, quarters, halves, years. Day comes first, always.

Matching runs on a folded copy of the phrase with one character for one character, so that "Quỷ
IIl/2026" and "thảng l2/2026" of a bad scan read like "Quý III/2026" and "tháng 12/2026".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thenchot.kernel.periods import KINDS, last_day_of_month
from thenchot.kernel.text import fold_keep

_DIGITLIKE = re.compile(r"(?<![a-z0-9])[0-9lio|]+(?![a-z0-9])")
_TO_DIGIT = str.maketrans("lio|", "1101")

_SPELLED_VALUES = {
    "gieng": 1,
    "mot": 1,
    "nhat": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi mot": 11,
    "muoi hai": 12,
    "muoi": 10,
    "chap": 12,
}
_SPELLED = re.compile(
    r"\b(?P<unit>thang\s+|quy\s+)(?P<word>gieng|muoi mot|muoi hai|muoi|mot|nhat|hai|ba|bon|tu|sau"
    r"|bay|tam|chin|chap)"
    r"(?=\s*(?:/|,?\s*nam\s+\d))"
)
_SPELLED_LAST = re.compile(
    r"\b(?P<unit>thang\s+)(?P<word>gieng|muoi mot|muoi hai|muoi|hai|ba|tu|bay|tam|chin|chap)"
    r"(?=\s*(?:$|[,;.)]))"
)
"""A month by its name at the end of a phrase: "hạ tuần tháng Tư"."""
_ROMAN = r"(?:[il1]?v|[il1|]{1,3}|[1-4])"
_NUMBERS = r"0?\d{1,2}(?!\d)(?:\s*(?:,|va|&|;|-|–|\+)\s*(?:thang\s*)?0?\d{1,2}(?!\d))*"
_QUARTERS = (
    rf"{_ROMAN}(?![a-z0-9])(?:\s*(?:,|va|&|;|-|–|\+)\s*(?:q(?:uy|\.)?\s*)?{_ROMAN}(?![a-z0-9]))*"
)
_TO_YEAR = r"\s*(?:[/\-–.,]\s*(?:nam\s*)?|\s(?:cua\s+)?nam\s*)(?P<year>\d{4})(?!\d)"
_THIS_YEAR = r"(?:\s+nam\s+(?P<rel>nay|sau|toi))?"

_A_MONTH = r"thang\s*(?P<m>\d{1,2})(?:\s*(?:[/.\-]|\s+nam\s)\s*(?P<year>\d{4})(?!\d)|(?![\d/]))"
_TEN_WORDS = {"muoi": 10, "muoi lam": 15, "nam": 5, "bay": 7, "hai muoi": 20}
_TENS = "muoi lam|hai muoi|muoi|nam|bay"
_SHORT_DASH = r"(?:den|toi|[-–])"

_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "day",
        r"(?:ngay\s+)?(?<![\d/.\-])(?P<year>20\d\d)\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?"
        r"(?P<d>\d{1,2})(?![\d/])"
        r"(?:(?:t|\s+)\d{2}:\d{2}(?::\d{2})?)?",
    ),
    (
        "stretch",
        rf"(?:(?P<n>\d{{1,2}}|{_TENS})\s+ngay|(?P<half>nua))\s+(?P<way>dau|giua|cuoi)"
        rf"(?:\s+(?:tien|cung))?\s+(?:cua\s+)?{_A_MONTH}",
    ),
    (
        "third",
        r"(?:tu\s+)?(?P<first>thuong|trung|ha)(?:\s+tuan)?\s*(?:,|va|den(?:\s+het)?|[-–])\s*"
        rf"(?P<third>thuong|trung|ha)\s+tuan\s+(?:cua\s+)?{_A_MONTH}",
    ),
    (
        "days",
        r"(?:tu\s+)?ngay\s+(?P<d1>\d{1,2})\s+den\s+(?:het\s+)?(?:ngay\s+)?(?P<d>\d{1,2})\s*"
        r"(?:/|thang)\s*(?P<m>\d{1,2})\s*(?:/|nam)\s*(?P<year>\d{4})(?!\d)",
    ),
    (
        "third",
        r"(?P<third>thuong|trung|ha)\s+tuan\s+(?:cua\s+)?(?:thang\s*|t\.?\s?)?(?P<m>\d{1,2})"
        r"\s*(?:[/.\-]|\s+nam\s)\s*(?P<year>\d{4})(?!\d)",
    ),
    (
        "third",
        r"(?P<third>thuong|trung|ha)\s+tuan\s+(?:cua\s+)?thang\s*(?P<m>\d{1,2})(?![\d/])",
    ),
    (
        "days",
        r"(?<!/)(?:tu\s+)?(?:ngay\s+)?(?<!/)(?P<d1>\d{1,2})\s*[-–]\s*(?P<d>\d{1,2})\s*/\s*(?P<m>\d{1,2})\s*/\s*(?P<year>\d{4})(?!\d)",
    ),
    (
        "days",
        r"(?<!/)(?:tu\s+)?(?:ngay\s+)?(?<![/\d.])(?P<d1>\d{1,2})\s*[-–]\s*(?:ngay\s+)?"
        r"(?P<d>\d{1,2})"
        r"\s*/\s*(?P<m>\d{1,2})(?![\d/.])",
    ),
    (
        "days",
        r"(?:tu\s+(?:ngay\s+)?"
        r"|ngay\s+)(?P<d1>\d{1,2})\s+den\s+(?:het\s+)?(?:ngay\s+)?(?P<d>\d{1,2})"
        r"\s*/\s*(?P<m>\d{1,2})(?:\s*/\s*(?P<year>\d{4}))?(?![\d/])",
    ),
    (
        "day",
        (
            r"(?:ngay\s+)?(?P<d>\d{1,2})\s*(?P<s>[/.\-–])\s*(?P<m>\d{1,2})\s*(?P=s)\s*"
            r"(?P<year>\d{4}"
            r"|\d{2})(?![\d/])"
        ),
    ),
    (
        "day",
        (
            r"(?<!tuan )(?<!tuan thu "
            r")(?:ngay\s+)?(?P<d>\d{1,2})\s*thang\s*(?P<m>\d{1,2})\s*,?\s*(?:nam"
            r"|/)\s*(?P<year>\d{4})(?!\d)"
        ),
    ),
    ("day", r"ngay\s+(?P<d>\d{1,2})\s*[/\-.]\s*(?P<m>\d{1,2})\s+nam\s+(?P<year>\d{4})(?!\d)"),
    (
        "day",
        r"(?<!tuan )(?<!tuan thu )(?:ngay\s+)?(?P<d>\d{1,2})\s*thang\s*(?P<m>\d{1,2})(?!\d)"
        + _THIS_YEAR,
    ),
    (
        "half",
        (
            r"(?:(?:0?6|sau)\s*t(?:hang)?|nua(?:\s+nam)?)\s+(?P<h>dau"
            r"|cuoi)(?:\s+(?:cua\s+)?nam)?\s*(?:/\s*)?(?P<year>\d{4})(?!\d)"
        ),
    ),
    (
        "half",
        r"(?:0?6\s*thang|nua(?:\s+nam)?)\s+(?P<h>dau|cuoi)\s+nam" + r"(?:\s+(?P<rel>nay|sau|toi))?",
    ),
    ("half", r"0?6\s*thang\s+(?P<h>dau|cuoi)(?![a-z])"),
    ("head", r"0?(?P<n>3|9)\s*t(?:hang)?\s+(?:dau\s+)?nam\s+(?P<year>\d{4})(?!\d)"),
    ("head", r"0?(?P<n>3|6|9)\s*t\s*/\s*(?P<year>\d{4})(?!\d)"),
    ("tail", r"0?3\s*t(?:hang)?\s+cuoi\s+nam\s+(?P<year>\d{4})(?!\d)"),
    (
        "month",
        r"th?\.?\s?(?P<list>\d{1,2}(?:\s*(?:[,\-–+&]|va)\s*(?:th?\.?\s?)?\d{1,2})*)"
        r"\s*(?:[/.\-]|\snam\s)\s*"
        r"(?P<year>20\d\d|(?<!-)\d\d)(?![\d/])",
    ),
    (
        "quarter",
        rf"q\.?\s?(?P<list>{_QUARTERS})\s*[/.\-]\s*(?P<year>20\d\d|(?<!-)\d\d)(?![\d/])",
    ),
    ("quarter", rf"q\.?\s?(?P<list>{_ROMAN})(?=\s*{_SHORT_DASH}\s*q\.?\s?{_ROMAN}(?![a-z0-9]))"),
    ("month", rf"t\.?\s?(?P<list>\d{{1,2}})(?=\s*{_SHORT_DASH}\s*t\.?\s?\d)"),
    ("quarter", rf"q(?:u[yi])?\.?\s*(?P<list>{_QUARTERS}){_TO_YEAR}"),
    ("quarter", rf"q(?:u[yi])?\s*(?P<list>{_QUARTERS})\s+(?P<year>20\d\d)(?!\d)"),
    ("quarter", rf"qu[yi]\s*(?P<list>{_QUARTERS}){_THIS_YEAR}"),
    ("month", rf"thang\s*(?P<list>{_NUMBERS}){_TO_YEAR}"),
    ("month", rf"thang\s*(?P<list>{_NUMBERS})\s+(?P<year>20\d\d)(?!\d)"),
    (
        "month",
        r"(?:(?<![\d/.\-])|(?<=20\d\d-))(?P<list>\d{1,2})\s*/\s*(?P<year>20\d\d)(?![\d/])",
    ),
    ("month", r"(?<![\d/.\-])(?P<year>20\d\d)-(?P<list>0[1-9]|1[0-2])(?![\d/\-])"),
    ("month", r"(?<![\d/.\-])(?P<list>0\d|1[0-2]|[1-9])\.(?P<year>20\d\d)(?![\d/.])"),
    ("month", r"thang\s*(?P<list>0?[1-9]|1[0-2])\s*/\s*(?P<year>[23]\d)(?![\d/])"),
    ("month", rf"thang\s*(?P<list>{_NUMBERS}){_THIS_YEAR}"),
    ("dm", r"(?<![\d/.\-])(?:ngay\s+)?(?P<d>\d{1,2})\s*/\s*(?P<m>\d{1,2})(?![\d/])"),
    (
        "dm",
        r"(?:(?<=truoc )|(?<=vao )|(?<=den )|(?<=nhat )|(?<=het )|(?<=tu )|(?<=xong ))"
        r"(?P<d>\d{1,2})-(?P<m>\d{1,2})(?=\s*(?:$|[;,)]|[.](?!\d)|(?:den|va|toi|tai|cua)\b))",
    ),
    ("dm", r"ngay\s+(?P<d>\d{1,2})\s*[\-.]\s*(?P<m>\d{1,2})(?![\d/.\-])"),
    (
        "years",
        r"(?:giai\s+doan|(?:cac\s+)?nam|nhiem\s+ky)\s*(?P<y1>\d{4})\s*[-–]\s*(?P<year>\d{4})(?!\d)",
    ),
    ("years", r"(?<![\d/.\-])(?P<y1>20\d\d)\s*[-–]\s*(?P<year>20\d\d)(?![\d/])"),
    ("year", r"(?:cac\s+)?nam\s*(?P<list>20\d\d(?:\s*(?:,|va|;)\s*(?:nam\s*)?20\d\d)*)(?!\d)"),
    ("year", r"nam\s+(?P<rel>nay|sau|toi)(?![a-z])"),
    ("year", r"(?<![\d/.\-])(?P<list>20\d\d)(?![\d/])"),
)
_COMPILED = tuple((kind, re.compile(r"(?<![a-z0-9])" + pattern)) for kind, pattern in _PATTERNS)


@dataclass(frozen=True, slots=True)
class Atom:
    """A named time at `span` of the phrase. `year` is null when the phrase does not say it.

    kind: day, month, quarter, half, year, span, third, stretch. `parts` are the indices
    named (months, quarters …); for a day (day, month). `impossible` tells
    that no such day or month exists.
    """

    kind: str
    span: tuple[int, int]
    parts: tuple[int, ...]
    year: int | None = None
    relative: int | None = None
    joined_by_dash: bool = False
    impossible: bool = False

    def with_year(self, year: int) -> "Atom":
        return replace(
            self, year=year, impossible=self.impossible or not _exists(self.kind, self.parts, year)
        )

    def first(self) -> date:
        """First day; needs a year."""
        return _bounds(self)[0]

    def last(self) -> date:
        return _bounds(self)[1]


_FOURTH = re.compile(r"\b[Tt]hứ [Tt]ư(?=\s+(?:ngày\s|\d{1,2}\s*/))")
"""The weekday beside its date; without its marks it would read as "từ"."""


_SOLAR = re.compile(
    r"\b[Mm](?:ùng|ồng)(?=\s+\d{1,2}\s*(?:/\s*0\d|(?:/|tháng)\s*\d{1,2}\s*(?:/|năm)\s*20\d\d))"
)
"""With a year, or a month in two figures, the first days of a month are those of the solar one."""


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match.group())


def folded(phrase: str) -> str:
    """`phrase` folded one character for one, with letters that stand for digits in a number put
    right.
    """
    plain = fold_keep(_SOLAR.sub("ngày", _FOURTH.sub(_blanked, phrase))).replace("÷", "-")
    spelled = _SPELLED.sub(_as_digits, _DIGITLIKE.sub(_repair, plain))
    return _SPELLED_LAST.sub(_as_digits, spelled)


def _as_digits(match: re.Match[str]) -> str:
    """ "tháng sáu", "quý ba": the number in digits, padded so that positions stay."""
    return (match["unit"] + str(_SPELLED_VALUES[match["word"]])).ljust(len(match.group()))


def _repair(match: re.Match[str]) -> str:
    token = match.group()
    return token.translate(_TO_DIGIT) if any(char.isdigit() for char in token) else token


def find_atoms(text: str) -> list[Atom]:
    """Every named time in folded `text`, left to right, the earlier pattern winning where two
    overlap.
    """
    taken = [atom for match in _DAY_LIST.finditer(text) for atom in _listed_days(match)]
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(text):
            if not any(a.span[0] < match.end() and match.start() < a.span[1] for a in taken):
                taken.append(_atom(kind, match))
    return sorted(taken, key=lambda atom: atom.span)


_DAY_LIST = re.compile(
    r"\bngay\s+(?P<list>\d{1,2}(?:\s*(?:,|va|&)\s*(?:ngay\s+)?\d{1,2})+)\s*(?:/|thang)\s*"
    r"(?P<m>\d{1,2})(?:\s*(?:/|nam)\s*(?P<year>\d{4}))?(?![\d/])"
)
"""Days of one month: "các ngày 28, 29 và 30/7/2026"."""


def _listed_days(match: re.Match[str]) -> Iterator[Atom]:
    """One atom for each; the last holds the month and the year too."""
    month, year = int(match["m"]), int(match["year"]) if match["year"] else None
    days = list(re.compile(r"\d+").finditer(match.string, *match.span("list")))
    for day in days:
        end = match.end() if day is days[-1] else day.end()
        parts = int(day.group()), month
        impossible = not _exists("day", parts, year or 2024)
        yield Atom("day", (day.start(), end), parts, year, impossible=impossible)


def _atom(kind: str, match: re.Match[str]) -> Atom:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    if year is not None and year < 100:
        year += 2000
    relative = {None: None, "nay": 0}.get(groups.get("rel"), 1)
    kind, parts = _parts(kind, groups)
    if kind == "year" and parts and year is None:
        year = parts[-1]
    dash = (kind == "year" and bool(groups.get("y1"))) or bool(
        re.search(r"[-–]", groups.get("list") or "")
    )
    atom = Atom(kind, match.span(), parts, year, relative, dash)
    return replace(atom, impossible=not _exists(kind, parts, year or 2024))


def _parts(kind: str, groups: dict[str, str | None]) -> tuple[str, tuple[int, ...]]:
    if kind in ("day", "dm"):
        return "day", (int(groups["d"] or 0), int(groups["m"] or 0))
    if kind == "days":
        return "day", (int(groups["d"] or 0), int(groups["m"] or 0), int(groups["d1"] or 0))
    if kind == "half":
        return "half", (1 if groups["h"] == "dau" else 2,)
    if kind == "third":
        last, month = _THIRDS[groups["third"] or ""], int(groups["m"] or 0)
        first = groups.get("first")
        return "third", (last, month, *([_THIRDS[first]] if first else []))
    if kind == "stretch":
        return "stretch", _stretch(groups)
    if kind in ("head", "tail"):
        return "span", (1, int(groups["n"] or 0)) if kind == "head" else (10, 12)
    if kind == "years":
        return "year", (int(groups["y1"] or 0), int(groups["year"] or 0))
    return kind, tuple(_number(kind, item) for item in _items(kind, groups.get("list") or ""))


def _stretch(groups: dict[str, str | None]) -> tuple[int, ...]:
    """The month, the first day and the last; days below one are counted back from its end."""
    month, way, said = int(groups["m"] or 0), groups["way"], groups["n"] or "15"
    count = int(said) if said.isdigit() else _TEN_WORDS[said]
    if way == "giua":
        return month, 11, 20
    if way == "cuoi" and (groups["half"] or count == 10):
        return month, 16 if groups["half"] else 21, 0
    return (month, 1, count) if way == "dau" else (month, 1 - count, 0)


def _items(kind: str, text: str) -> list[str]:
    cleaned = re.sub(r"quy|thang|nam|th?\.?(?=\s?\d)|q\.?", " ", text)
    return [item for item in re.split(r"[\s,;&+\-–]+|va", cleaned) if item]


def _number(kind: str, item: str) -> int:
    if kind != "quarter" or item in "1234":
        return int(item)
    roman = item.replace("l", "i").replace("1", "i").replace("|", "i")
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(roman, 0)


_THIRDS = {"thuong": 1, "trung": 2, "ha": 3, "dau": 1, "giua": 2, "cuoi": 3}
"""A month in three: to the 10th, to the 20th, to its end."""


def _exists(kind: str, parts: tuple[int, ...], year: int) -> bool:
    if kind == "third":
        return 1 <= parts[1] <= 12
    if kind == "stretch":
        return 1 <= parts[0] <= 12 and -27 <= parts[1] <= 28 and parts[2] <= 28
    if kind == "day":
        month = parts[1]
        days = (parts[0], *parts[2:])
        return 1 <= month <= 12 and all(1 <= day <= last_day_of_month(year, month) for day in days)
    limit = {"month": 12, "quarter": 4, "half": 2, "span": 12}.get(kind)
    if limit is None:
        return all(1900 <= part <= 2200 for part in parts)
    return bool(parts) and all(1 <= part <= limit for part in parts)


def _bounds(atom: Atom) -> tuple[date, date]:
    year = atom.year or 0
    if atom.kind == "day":
        day, month, *first = atom.parts
        return date(year, month, first[0] if first else day), date(year, month, day)
    if atom.kind == "third":
        third, month, *first = atom.parts
        last = 10 * third if third < 3 else last_day_of_month(year, month)
        return date(year, month, 10 * (first or [third])[0] - 9), date(year, month, last)
    if atom.kind == "stretch":
        return _stretched(year, *atom.parts)
    if atom.kind == "span":
        return date(year, atom.parts[0], 1), date(
            year, atom.parts[1], last_day_of_month(year, atom.parts[1])
        )
    if atom.kind == "year":
        years = atom.parts or (year,)
        return date(min(years), 1, 1), date(max(years), 12, 31)
    cls = KINDS[atom.kind]
    return cls(year, min(atom.parts)).start, cls(year, max(atom.parts)).end


def _stretched(year: int, month: int, first: int, last: int) -> tuple[date, date]:
    length = last_day_of_month(year, month)
    opening = first if first > 0 else length + first
    return date(year, month, opening), date(year, month, last or length)


def day_before(day: date) -> date:
    return day - timedelta(days=1)
