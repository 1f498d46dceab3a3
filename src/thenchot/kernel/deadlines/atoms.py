"""The words that name a time: days, months, quarters, halves, years. Day comes first, always.

Matching runs on a folded copy of the phrase with one character for one character, so that "Quỷ
IIl/2026" and "thảng l2/2026" of a bad scan read like "Quý III/2026" and "tháng 12/2026".
"""

import re
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
_ROMAN = r"(?:[il1]?v|[il1|]{1,3}|[1-4])"
_NUMBERS = r"0?\d{1,2}(?!\d)(?:\s*(?:,|va|&|;|-|–|\+)\s*(?:thang\s*)?0?\d{1,2}(?!\d))*"
_QUARTERS = rf"{_ROMAN}(?![a-z0-9])(?:\s*(?:,|va|&|;|-|–|\+)\s*(?:quy\s*)?{_ROMAN}(?![a-z0-9]))*"
_TO_YEAR = r"\s*(?:[/\-–.,]\s*(?:nam\s*)?|\s(?:cua\s+)?nam\s*)(?P<year>\d{4})(?!\d)"
_THIS_YEAR = r"(?:\s+nam\s+(?P<rel>nay|sau|toi))?"

_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "day",
        r"(?:ngay\s+)?(?P<year>20\d\d)\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})(?![\d/])"
        r"(?:(?:t|\s+)\d{2}:\d{2}(?::\d{2})?)?",
    ),
    (
        "third",
        r"10\s+ngay\s+(?P<third>dau|giua|cuoi)\s+(?:cua\s+)?thang\s*(?P<m>\d{1,2})"
        r"\s*(?:[/.\-]|\s+nam\s)\s*(?P<year>\d{4})(?!\d)",
    ),
    (
        "days",
        r"(?:tu\s+)?ngay\s+(?P<d1>\d{1,2})\s+den\s+(?:het\s+)?(?:ngay\s+)?(?P<d>\d{1,2})\s*"
        r"(?:/|thang)\s*(?P<m>\d{1,2})\s*(?:/|nam)\s*(?P<year>\d{4})(?!\d)",
    ),
    (
        "third",
        r"(?P<third>thuong|trung|ha)\s+tuan\s+(?:cua\s+)?(?:thang\s*)?(?P<m>\d{1,2})"
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
        "day",
        (
            r"(?:ngay\s+)?(?P<d>\d{1,2})\s*(?P<s>[/.\-–])\s*(?P<m>\d{1,2})\s*(?P=s)\s*(?P<year>\d{4}"
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
            r"(?:(?:0?6|sau)\s*thang|nua(?:\s+nam)?)\s+(?P<h>dau"
            r"|cuoi)(?:\s+(?:cua\s+)?nam)?\s*(?:/\s*)?(?P<year>\d{4})(?!\d)"
        ),
    ),
    (
        "half",
        r"(?:0?6\s*thang|nua(?:\s+nam)?)\s+(?P<h>dau|cuoi)\s+nam" + r"(?:\s+(?P<rel>nay|sau|toi))?",
    ),
    ("half", r"0?6\s*thang\s+(?P<h>dau|cuoi)(?![a-z])"),
    ("head", r"0?(?P<n>3|9)\s*thang\s+(?:dau\s+)?nam\s+(?P<year>\d{4})(?!\d)"),
    ("tail", r"0?3\s*thang\s+cuoi\s+nam\s+(?P<year>\d{4})(?!\d)"),
    (
        "month",
        r"th?\.?\s?(?P<list>\d{1,2}(?:\s*[,\-–]\s*(?:th?\.?\s?)?\d{1,2})*)\s*[/.\-]\s*"
        r"(?P<year>20\d\d|(?<!-)\d\d)(?![\d/])",
    ),
    ("quarter", rf"q(?:u[yi])?\.?\s*(?P<list>{_QUARTERS}){_TO_YEAR}"),
    ("quarter", rf"q(?:u[yi])?\s*(?P<list>{_QUARTERS})\s+(?P<year>20\d\d)(?!\d)"),
    ("quarter", rf"qu[yi]\s*(?P<list>{_QUARTERS}){_THIS_YEAR}"),
    ("month", rf"thang\s*(?P<list>{_NUMBERS}){_TO_YEAR}"),
    ("month", rf"thang\s*(?P<list>{_NUMBERS})\s+(?P<year>20\d\d)(?!\d)"),
    (
        "month",
        r"(?:(?<![\d/.\-])|(?<=20\d\d-))(?P<list>\d{1,2})\s*/\s*(?P<year>20\d\d)(?![\d/])",
    ),
    ("month", r"(?<![\d/.\-])(?P<list>0\d|1[0-2]|[1-9])\.(?P<year>20\d\d)(?![\d/.])"),
    ("month", rf"thang\s*(?P<list>{_NUMBERS}){_THIS_YEAR}"),
    ("dm", r"(?<![\d/.\-])(?:ngay\s+)?(?P<d>\d{1,2})\s*/\s*(?P<m>\d{1,2})(?![\d/])"),
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

    kind: day, month, quarter, half, year, span. `parts` are the indices named (months, quarters …);
    for a day (day, month). `impossible` tells that no such day or month exists.
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


def folded(phrase: str) -> str:
    """`phrase` folded one character for one, with letters that stand for digits in a number put
    right.
    """
    plain = fold_keep(phrase).replace("÷", "-")
    return _SPELLED.sub(_as_digits, _DIGITLIKE.sub(_repair, plain))


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
    taken: list[Atom] = []
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(text):
            if not any(a.span[0] < match.end() and match.start() < a.span[1] for a in taken):
                taken.append(_atom(kind, match))
    return sorted(taken, key=lambda atom: atom.span)


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
        return "third", (_THIRDS[groups["third"] or ""], int(groups["m"] or 0))
    if kind in ("head", "tail"):
        return "span", (1, int(groups["n"] or 0)) if kind == "head" else (10, 12)
    if kind == "years":
        return "year", (int(groups["y1"] or 0), int(groups["year"] or 0))
    return kind, tuple(_number(kind, item) for item in _items(kind, groups.get("list") or ""))


def _items(kind: str, text: str) -> list[str]:
    cleaned = re.sub(r"quy|thang|nam|th?\.?(?=\s?\d)", " ", text)
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
        third, month = atom.parts
        last = 10 * third if third < 3 else last_day_of_month(year, month)
        return date(year, month, 10 * third - 9), date(year, month, last)
    if atom.kind == "span":
        return date(year, atom.parts[0], 1), date(
            year, atom.parts[1], last_day_of_month(year, atom.parts[1])
        )
    if atom.kind == "year":
        years = atom.parts or (year,)
        return date(min(years), 1, 1), date(max(years), 12, 31)
    cls = KINDS[atom.kind]
    return cls(year, min(atom.parts)).start, cls(year, max(atom.parts)).end


def day_before(day: date) -> date:
    return day - timedelta(days=1)
