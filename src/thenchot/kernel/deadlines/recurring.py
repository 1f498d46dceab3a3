"""Recurrence: hằng năm, hằng quý, định kỳ 6 tháng, 02 lần/năm, trước ngày 25 hằng tháng."""

import re
from dataclasses import replace
from typing import Any

from thenchot.kernel.deadlines.atoms import Atom, find_atoms
from thenchot.kernel.deadlines.model import Deadline
from thenchot.kernel.periods import last_day_of_month

_UNIT = {"ngay": "day", "tuan": "week", "thang": "month", "quy": "quarter", "nam": "year"}
_EACH = r"(?:h[ao]ng|moi|tung)"
_EVERY = re.compile(
    rf"\b{_EACH}\s+(?P<unit>ngay|tuan|thang|quy|nam)\b(?:\s*(?:,|/|va"
    rf"|-)\s*(?:{_EACH}\s+)?(?P<more>tuan|thang|quy|nam)\b)?"
)
_EVERY_N = re.compile(
    r"\b(?:dinh\s+ky\s*|h[ao]ng\s+|moi\s+)(?:theo\s+)?(?P<n>\d{1,2})\s*(?P<unit>tuan|thang|quy"
    r"|nam)\b(?!\s+(?:dau|cuoi))"
)
_N_ONCE = re.compile(
    r"\b(?P<n>\d{1,2})\s*(?P<unit>tuan|thang|nam|quy)\s*(?:/|mot)\s*(?:0?1\s*)?lan\b"
)
_TIMES = re.compile(
    r"\b(?P<n>\d{1,2})\s*(?:lan|buoi|cuoc|lop|dot|phien|hoi\s+nghi|ky|ngay(?=\s*/))\s*(?:/|mot"
    r"|moi|trong)\s*(?:0?1\s+)?(?P<unit>tuan|thang|quy|nam)\b"
)
_TWICE = re.compile(
    r"\b(?:moi|h[ao]ng|mot)\s+(?P<unit>tuan|thang|quy|nam)\s+(?P<n>\d{1,2}|mot|hai|ba|bon)\s+"
    r"(?:lan|ky|dot|buoi|cuoc|phien)\b"
)
_COUNTS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4}
_PERIODIC_BY = re.compile(
    r"\b(?:dinh\s+ky)\s+(?:theo\s+|vao\s+)?(?P<unit>tuan|thang|quy|nam)\b(?:\s*(?:,|/"
    r"|va)\s*(?P<more>thang|quy|nam)\b)?"
)
_HALF_YEARLY = re.compile(
    r"\b0?6\s*thang(?!\s+(?:dau|cuoi))\s*(?:,|va|/)?\s*(?:h[ao]ng\s+|mot\s+|ca\s+)?nam\b(?!\s*\d)"
    r"|\bso\s+ket\s+0?6\s+thang\b"
)
_PERIODIC = re.compile(
    r"\bdinh\s+ky\b|\b(?:moi|h[ao]ng|tung)\s+(?:hoc\s+ky|hoc\s+ki|nam\s+hoc|dot|mua|vu|lan"
    r"|ky(?!\s+hop))\b"
)
_MONTHS_IN = {"dau": 1, "nhat": 1, "1": 1, "hai": 2, "2": 2, "giua": 2, "ba": 3, "3": 3, "cuoi": 3}
_MONTH_IN = (
    r"thang\s+(?:(?:thu\s+)(?P<count>nhat|hai|ba|[123])|(?P<which>cuoi|dau|giua)"
    r"(?:\s+(?:cung|tien))?)"
)
_DAY_OF_MONTH = re.compile(
    r"(?:\bngay\s+|(?<![\d/.])\b(?=\d{1,2}\s+(?:h[ao]ng|moi)\s+thang))"
    r"(?P<d>\d{1,2})(?!\s*[/\-.]|\s*thang\s*\d"
    rf"|\d)\s*(?:(?:h[ao]ng|moi)\s+(?=thang))?(?:cua\s+)?(?:(?P<q>{_MONTH_IN}"
    r"(?:\s+(?:cua|trong))?\s+(?:moi\s+|h[ao]ng\s+)?(?P<unit>quy|nam))|thang\b)?"
)
_EXCLUSIVE = re.compile(r"\btruoc\s*(?:ngay\s*)?$")
_WEEKDAYS = {"hai": 1, "ba": 2, "tu": 3, "nam": 4, "sau": 5, "bay": 6}
_WEEKDAY = re.compile(r"\bthu\s+(hai|ba|tu|nam|sau|bay|[2-7])\b|\b(?:chu\s+nhat|cn)\b")
REPORT_OF = re.compile(
    r"\bbao\s+cao\s+(?:(?:dinh\s+ky|ket\s+qua|tinh\s+hinh|hoat\s+dong)\s+)*"
    r"(?P<unit>tuan|thang|quy)\b(?!\s*(?:[\divx]+\b|nay|sau|toi|truoc\s+do))"
    r"(?![^;,]{0,25}\bngay\s+\d{1,2}\s*/)"
)
"""A report named by its period: "báo cáo tháng trước ngày 18"."""
_SEVERAL_DAYS = re.compile(
    r"(?:ngay\s+)?(?<![\d/])\d{1,2}(?:\s*(?:,|va)\s*(?:ngay\s+)?\d{1,2})+(?=\s+(?:h[ao]ng"
    r"|moi)\s+thang)"
)
_QUARTER_WORD = re.compile(
    r"\b(?:cuoi|dau|trong|sau\s+moi)\s+(?:moi\s+)?quy\b(?!\s*(?:[iv1-4]|nay\b|toi\b|sau\b))"
)
_LAST_DAY = re.compile(
    r"\bngay\s+cuoi(?:\s+cung)?\s+(?:cua\s+)?(?:moi\s+|h[ao]ng\s+)?(thang|quy|nam)\b(?!\s*[\divx])"
)
_NEXT_MONTH = re.compile(r"\bngay\s+\d{1,2}\s+(?:cua\s+)?thang\s+(?:ke\s+tiep|tiep\s+theo|sau)\b")
_DAY_OF_A_MONTH = re.compile(r"\bngay\s+\d{1,2}\s+cua\s+thang(?=\s*(?:$|[;,.)]))")
_MONTH_OF_QUARTER = re.compile(
    r"\bthang\s+(?:cuoi|dau|giua|thu\s+(?:nhat|hai|ba|[123]))(?:\s+(?:cung|tien))?\s+"
    r"(?:(?:cua|trong)\s+)?(?:moi\s+|h[ao]ng\s+)?quy\b(?!\s*[iv\d])"
)
_WEEK_INSIDE = re.compile(
    r"\btuan\s+(?:thu\s+)?(?P<n>dau|nhat|hai|ba|tu|bon|cuoi|[1-4])\s+(?:cua\s+)?"
    r"(?:thang\s+(?P<which>dau|cuoi)(?:\s+(?:cung|tien))?\s+(?:cua\s+)?(?:moi\s+|h[ao]ng\s+)?quy"
    r"|(?:moi\s+|h[ao]ng\s+)thang)\b"
)
_WEEKS = {"dau": 1, "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4}
_EVERY_VI = {
    "day": "hằng ngày",
    "week": "hằng tuần",
    "month": "hằng tháng",
    "quarter": "hằng quý",
    "half": "6 tháng một lần",
    "year": "hằng năm",
}


def read_recurring(text: str, atoms: list[Atom]) -> Deadline | None:
    """The recurrence that folded `text` states, with the day inside the period when it is said."""
    rule = _every(text)
    if rule is None:
        rule = _last_month_of_quarter(text)
    if rule is None:
        return _unspecified(text)
    rule |= _day_inside(rule, text, atoms)
    return Deadline(
        "recurring", rule=rule, confidence=0.95, explanation_vi=f"Lặp lại {_said(rule)}"
    )


def _unspecified(text: str) -> Deadline | None:
    if not _PERIODIC.search(text):
        return None
    return Deadline(
        "recurring",
        rule={"every": None},
        confidence=0.7,
        warnings=("period_not_stated",),
        explanation_vi="Định kỳ, văn bản không nêu chu kỳ",
    )


def _said(rule: dict[str, Any]) -> str:
    base = _EVERY_VI.get(str(rule.get("every")), "định kỳ")
    count = int(rule.get("interval") or 1)
    base = f"{count} {base.removeprefix('hằng ')} một lần" if count > 1 else base
    marks = rule.get("ends") or [rule.get("end")]
    days = " và ".join(_mark_vi(str(rule["every"]), mark) for mark in marks if mark)
    return f"{base}, {days}" if days else base


_WEEKDAY_VI = ("", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def _mark_vi(every: str, mark: str) -> str:
    """The last day of a period the way it is said: "12-04" of a year is 04/12."""
    if every == "week":
        return f"chậm nhất {_WEEKDAY_VI[int(mark)]}"
    month, _, day = mark.rpartition("-")
    if every == "year":
        return f"ngày cuối {day}/{month}"
    within = f" của tháng thứ {month} trong kỳ" if month else ""
    return f"ngày cuối là ngày {day}{within}"


def _every(text: str) -> dict[str, Any] | None:
    if match := REPORT_OF.search(text):
        return {"every": _UNIT[match["unit"]]}
    if _HALF_YEARLY.search(text) and not re.search(r"\bh[ao]ng\s+(?:quy|thang)\b", text):
        return {"every": "half"}
    for pattern in (_N_ONCE, _EVERY_N):
        if match := pattern.search(text):
            return _interval(int(match["n"]), _UNIT[match["unit"]])
    if match := _TIMES.search(text):
        return _times(int(match["n"]), _UNIT[match["unit"]])
    if match := _TWICE.search(text):
        said = match["n"]
        return _times(_COUNTS.get(said) or int(said), _UNIT[match["unit"]])
    match = _EVERY.search(text) or _PERIODIC_BY.search(text)
    if not match:
        return None
    rule: dict[str, Any] = {"every": _UNIT[match["unit"]]}
    if match["more"]:
        rule["also"] = _UNIT[match["more"]]
    return rule


def _interval(count: int, unit: str) -> dict[str, Any]:
    whole = {("month", 3): "quarter", ("month", 6): "half", ("month", 12): "year"}.get(
        (unit, count)
    )
    if whole or count == 1:
        return {"every": whole or unit}
    return {"every": unit, "interval": count}


def _times(count: int, unit: str) -> dict[str, Any]:
    known = {
        (2, "year"): "half",
        (4, "year"): "quarter",
        (12, "year"): "month",
        (3, "quarter"): "month",
    }
    if count == 1 or (count, unit) in known:
        return {"every": known.get((count, unit), unit)}
    return {"every": unit, "times": count}


def _last_month_of_quarter(text: str) -> dict[str, Any] | None:
    """A period named only by the place of a day in it: "ngày 15 tháng cuối quý", "ngày cuối cùng
    của tháng".
    """
    last_day = _LAST_DAY.search(text)
    if last_day:
        return {"every": _UNIT[last_day[1]]}
    if _NEXT_MONTH.search(text) or _DAY_OF_A_MONTH.search(text):
        return {"every": "month"}
    return (
        {"every": "quarter"}
        if _MONTH_OF_QUARTER.search(text) or _QUARTER_WORD.search(text)
        else None
    )


def _day_inside(rule: dict[str, Any], text: str, atoms: list[Atom]) -> dict[str, Any]:
    if rule["every"] == "year":
        return _days_of_year(text, atoms)
    if rule["every"] == "week":
        return _ends([_weekday(said, text) for said in _WEEKDAY.finditer(text)])
    if rule["every"] == "month" and (several := _SEVERAL_DAYS.search(text)):
        excluded = bool(re.search(r"\btruoc\s*$", text[: several.start()]))
        days = re.findall(r"\d{1,2}", several.group())
        return _ends([f"{int(day) - excluded:02d}" for day in days])
    if week := _WEEK_INSIDE.search(text):
        return _week(rule["every"], week)
    match = _DAY_OF_MONTH.search(text)
    if not match or rule["every"] not in ("month", "quarter"):
        return _days_of_year(text, atoms) if rule["every"] == "half" else {}
    day = int(match["d"]) - bool(_EXCLUSIVE.search(text[: match.start("d")]))
    return _mark(rule["every"], day, match["which"] or match["count"])


def _weekday(match: re.Match[str], text: str) -> str:
    """The ISO number of "hai" … "bay", "2" … "7"; Sunday has none. "trước thứ Hai" is by Sunday."""
    said = match[1]
    day = 7 if not said else _WEEKDAYS.get(said) or int(said) - 1
    excluded = _EXCLUSIVE.search(text[: match.start()])
    return str((day - 1 or 7) if excluded else day)


def _ends(days: list[str]) -> dict[str, Any]:
    if not days:
        return {}
    return {"end": days[-1]} | ({"ends": days} if len(days) > 1 else {})


def _week(every: str, match: re.Match[str]) -> dict[str, Any]:
    """ "tuần thứ 2 của tháng cuối quý": counted in sevens from the first of the month."""
    said = match["n"]
    last = 31 if said == "cuoi" else 7 * (int(said) if said.isdigit() else _WEEKS[said])
    month = "" if every == "month" else "1-" if match["which"] == "dau" else "3-"
    return {"start": f"{month}{min(last, 28) - 6:02d}", "end": f"{month}{last:02d}"}


def _mark(every: str, day: int, which: str | None) -> dict[str, Any]:
    if not 1 <= day <= 31:
        return {}
    if every == "month":
        return {"end": f"{day:02d}"}
    return {"end": f"{_MONTHS_IN[which]}-{day:02d}"} if which else {}


def _days_of_year(text: str, atoms: list[Atom]) -> dict[str, Any]:
    """Days or months named without a year, as MM-DD; "trước" leaves the named day out."""
    named = [
        atom
        for atom in atoms
        if atom.year is None
        and atom.kind in ("day", "month", "quarter", "half")
        and not atom.impossible
    ]
    marks = [_year_mark(text, one) for atom in named for one in _apart(atom)]
    if not marks:
        return {}
    found: dict[str, Any] = {"end": marks[-1][1]}
    if marks[-1][0]:
        found["start"] = marks[-1][0]
    return found | ({"ends": [mark[1] for mark in marks]} if len(marks) > 1 else {})


def _apart(atom: Atom) -> list[Atom]:
    """ "tháng 6, tháng 12 hằng năm" are two times; "tháng 6 - 12" is one."""
    if atom.kind == "day" or atom.joined_by_dash or len(atom.parts) < 2:
        return [atom]
    return [replace(atom, parts=(part,)) for part in atom.parts]


def _year_mark(text: str, atom: Atom) -> tuple[str | None, str]:
    dated = atom.with_year(2025)
    exclusive = bool(
        re.search(r"\btruoc\s*(?:ngay\s*|thang\s*)?$", text[: atom.span[0]])
    ) or _truoc_inherited(text, atom)
    if exclusive:
        first = dated.first()
        month, day = (first.month, first.day - 1) if first.day > 1 else (first.month - 1 or 12, 0)
        return None, f"{month:02d}-{day or last_day_of_month(2025, month):02d}"
    last = dated.last()
    start = None if atom.kind == "day" else f"{dated.first():%m-%d}"
    return start, f"{last:%m-%d}"


def _truoc_inherited(text: str, atom: Atom) -> bool:
    """ "trước ngày 15/6 và ngày 15/12": the word governs the row of days."""
    before = text[: atom.span[0]]
    atoms = find_atoms(before)
    return bool(
        atoms
        and atom.kind == atoms[-1].kind
        and re.fullmatch(r"\s*(?:,|va|;)\s*(?:truoc\s*)?(?:ngay\s*)?", before[atoms[-1].span[1] :])
        and re.search(r"\btruoc\s*(?:ngay\s*)?$", before[: atoms[-1].span[0]])
    )
