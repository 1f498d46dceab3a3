"""From named times to a window: trước, đến, từ … đến …, trong, cuối, đầu; and a year the phrase
leaves out.
"""

import re
from datetime import date, timedelta

from thenchot.kernel.deadlines.atoms import Atom, day_before
from thenchot.kernel.deadlines.clauses import FROM, Pair, closed_later, pair_of
from thenchot.kernel.deadlines.model import Deadline
from thenchot.kernel.deadlines.rows import borrowed_years, several_days

_MIDNIGHT = r"(?:0?0\s*(?:gio|h|g|:)(?:\s*00(?:\s*phut)?)?,?\s*)?"
_EVENT = (
    r"(?:khi\s+|ngay\s+|dip\s+|ky\s+)?(?:khai|le|tet|mua|dai\s+hoi|hoi|ngay|bau)\b[^.;:()]{0,60}"
)
_BEFORE = re.compile(
    rf"\btruoc(?:\s+(?:thoi\s+(?:han|diem)|gio\s+lam\s+viec))?\s*(?:la\s+)?{_MIDNIGHT}"
    rf"(?:ngay\s+)?$|\btruoc\s+{_EVENT}\(\s*(?:ngay\s+)?$"
)
"""Before the first hour of a day is before the day; before a later hour is within it."""
_NOT_EXCLUSIVE = re.compile(r"\btruoc\s+(?:va|hoac)\s+trong\s*$")
_UNTIL = re.compile(
    r"(?:\b(?:den|toi|cham\s+nhat|muon\s+nhat|het|(?:khong|dung)\s+(?:(?:de|duoc)\s+)?(?:(?:muon|cham|tre)\s+(?:hon|qua)|qua)"
    r"|han\s+cuoi|han\s+chot|ket\s+thuc))\s*(?:vao|trong|la|het|truoc|den|cuoi|thoi\s+(?:han"
    r"|diem)|[:\s])*$"
)
HOUR = (
    r"\d{1,2}\s*(?:gio|h|g(?=\s*\d)|:(?=\d))(?:\s*\d{2}(?:\s*(?:phut|'))?)?"
    r"(?:\s*(?:sang|trua|chieu|toi|dem)\b)?,?"
)
_AN_HOUR = re.compile(
    rf"\b(?P<cue>(?:truoc|den|toi)\s*(?:vao\s+|la\s+)?)?(?!0?0\s*(?:gio|h|g|:)){HOUR}"
    r"(?=\s*(?:thu\s|chu\s+nhat|hom\s|ngay\s|nay\s|\d))"
)
_WEEKDAY = re.compile(
    r"\b(?:thu\s+(?:hai|ba|tu(?=,)|nam|sau|bay|[2-7])|chu\s+nhat),?\s+(?=ngay\s|\d{1,2}\s*/)"
)
"""The name of the day beside its date."""
_TO = re.compile(
    r"^[\s,]*(?:den|toi)\s*(?:het|cuoi|truoc|dau|giua)?[\s·]*$|^\s*(?:[-–→~]|->|=>)\s*$"
)
_PART = re.compile(r"\b(dau|giua|cuoi|tuan(?:\s+thu)?\s+\w+)\s*$")
_BY_THE_HOUR = re.compile(r"·\s*(?:(?:hom|nay)\s*)?(?:thu\s+\w+,?\s*|chu\s+nhat,?\s*)?$")
_LIST = re.compile(r"^\s*(?:,|;|va|&|/)\s*$")
_TURN = re.compile(r"^\s*[;,]\s*[a-z][^;:/]{0,40}:\s*(?:(?:trong|xong|vao)\s+)*$")
"""A further turn with its own time: "Lớp 1: tháng 4/2026; lớp 2: tháng 9/2026"."""
_PART_VI = {"dau": "đầu", "giua": "giữa", "cuoi": "cuối"}
_KIND_VI = {
    "day": "ngày",
    "month": "tháng",
    "quarter": "quý",
    "half": "nửa năm",
    "year": "năm",
    "span": "khoảng",
    "third": "một phần ba tháng",
    "stretch": "một phần tháng",
}


def window(text: str, atoms: list[Atom], reference: date | None) -> Deadline | None:
    """The window named by the first atom, or by a pair of atoms joined as a range. `text` is
    folded.
    """
    if not atoms:
        return None
    for atom in atoms:
        if atom.impossible:
            return _impossible(atom)
    text = _AN_HOUR.sub(_without_hour, text)
    text = _WEEKDAY.sub(lambda match: " " * len(match.group()), text)
    atoms = _year_shared(text, atoms)
    if pair := _pair(text, atoms):
        return _range(pair, reference)
    if not FROM.search(text[: atoms[0].span[0]]) and (several := _several(text, atoms, reference)):
        return several
    return _first(text, atoms, reference)


def _without_hour(match: re.Match[str]) -> str:
    """The hour blanked out; the day it stands before is the last, not the one after it."""
    cue = "den " if match["cue"] else ""
    return cue.ljust(len(match.group()), "·")


def _first(text: str, atoms: list[Atom], reference: date | None) -> Deadline:
    """The window of the first time. Times that it leaves over make it less sure."""
    atom, guessed = _with_year(atoms[0], reference)
    if atom.year is None and not (atom.kind == "year" and atom.parts):
        return _no_year(atom)
    row = _enumerated(text, atoms, reference)
    reading = _single(text, atom, row)
    if any(other.kind != atom.kind for other in row):
        reading = reading.but(confidence=0.6)
    if len(atoms) > 1 + len(row):
        reading = reading.but(confidence=min(reading.confidence, _LEFT_OVER))
    return (
        reading.but(confidence=0.7, warnings=(*reading.warnings, _guess_warning(atom)))
        if guessed
        else reading
    )


def _several(text: str, atoms: list[Atom], reference: date | None) -> Deadline | None:
    borrowed = borrowed_years(atoms)
    placed = [_with_year(atom, reference) for atom in borrowed]
    found = several_days(text, atoms, [atom for atom, _ in placed])
    if found and any(guessed for _, guessed in placed[: len(found.ends)]):
        return found.but(confidence=0.7, warnings=("year_from_document",))
    return found


def _impossible(atom: Atom) -> Deadline:
    return Deadline(
        "none",
        confidence=0.2,
        explanation_vi="Ngày, tháng ghi trong văn bản không có thật, không đọc thành thời hạn",
        warnings=("impossible_date",),
    )


def _no_year(atom: Atom) -> Deadline:
    kind = "date" if atom.kind in ("day", "span", "third", "stretch") else atom.kind
    return Deadline(
        kind,
        confidence=0.3,
        warnings=("year_missing",),
        explanation_vi="Không ghi năm và không biết ngày văn bản nên không suy ra ngày",
    )


def _guess_warning(atom: Atom) -> str:
    return "year_from_document" if atom.kind != "year" else "relative_year"


def _with_year(atom: Atom, reference: date | None) -> tuple[Atom, bool]:
    """The atom with its year; a missing one is the next such period not over on the reference
    day.
    """
    if atom.year is not None or reference is None:
        return atom, False
    if atom.relative is not None:
        return atom.with_year(reference.year + atom.relative), True
    candidate = atom.with_year(reference.year)
    if not candidate.impossible and candidate.last() < reference:
        candidate = atom.with_year(reference.year + 1)
    return (candidate, True) if not candidate.impossible else (atom, True)


def _year_shared(text: str, atoms: list[Atom]) -> list[Atom]:
    """ "Quý III và tháng 10/2026": the year said last holds for the whole row."""
    if (
        len(atoms) < 2
        or atoms[0].year is not None
        or atoms[1].year is None
        or atoms[0].kind == "year"
    ):
        return atoms
    if not _LIST.match(text[atoms[0].span[1] : atoms[1].span[0]]):
        return atoms
    return [atoms[0].with_year(atoms[1].year), *atoms[1:]]


_LEFT_OVER = 0.75


def _pair(text: str, atoms: list[Atom]) -> Pair | None:
    """A range, or a first and a last time in clauses of their own."""
    if len(atoms) < 2:
        return None
    between = text[atoms[0].span[1] : atoms[1].span[0]]
    if not _TO.match(between):
        return pair_of(text, atoms)
    return closed_later(text, atoms) or Pair(atoms[0], atoms[1], "truoc" in between)


def _range(pair: Pair, reference: date | None) -> Deadline:
    first = pair.first
    second, guessed = _with_year(pair.last, reference)
    if second.year is None:
        return _no_year(second)
    if first.year is None:
        first = first.with_year(second.year)
    if first.impossible or second.impossible:
        return _impossible(second)
    last = day_before(second.first()) if pair.excluded else second.last()
    if first.first() > last:
        return Deadline(
            "none",
            confidence=0.2,
            warnings=("range_reversed",),
            explanation_vi="Ngày bắt đầu sau ngày kết thúc, không đọc thành thời hạn",
        )
    confidence = 0.7 if guessed else 0.97
    return Deadline(
        "date",
        first.first(),
        last,
        confidence=confidence,
        explanation_vi=f"Khoảng thời gian từ {_vi(first.first())} đến {_vi(last)}",
        warnings=(_guess_warning(second),) if guessed else (),
    )


def _enumerated(text: str, atoms: list[Atom], reference: date | None) -> list[Atom]:
    """Further times named in a row with the first: "tháng 6/2026 và tháng 9/2026"."""
    row = [atoms[0]]
    for atom in atoms[1:]:
        between = text[row[-1].span[1] : atom.span[0]]
        if not (_LIST.match(between) or _TURN.match(between)):
            break
        row.append(_with_year(atom, reference)[0])
    return [atom for atom in row[1:] if atom.year is not None and not atom.impossible]


def _single(text: str, atom: Atom, others: list[Atom]) -> Deadline:
    before = text[: atom.span[0]]
    kind = _kind(atom)
    start, end = atom.first(), max([atom.last(), *(other.last() for other in others)])
    if _BY_THE_HOUR.search(before) and not FROM.search(before):
        return _within(atom, kind, start, end, None)
    part = _PART.search(before)
    if part:
        before = before[: part.start()]
    if _BEFORE.search(before) and not _NOT_EXCLUSIVE.search(before):
        return Deadline(
            kind,
            None,
            day_before(start),
            explanation_vi=f"Trước {_vi(start)}, ngày cuối là {_vi(day_before(start))}",
        )
    if _until(before):
        return Deadline(kind, None, end, explanation_vi=f"Chậm nhất đến {_vi(end)}")
    if FROM.search(before):
        return Deadline(
            kind,
            start,
            None,
            confidence=0.85,
            explanation_vi=f"Bắt đầu từ {_vi(start)}, không nêu ngày kết thúc",
        )
    return _within(atom, kind, start, end, part.group(1) if part else None)


def _until(before: str) -> bool:
    return bool(_UNTIL.search(before) or _NOT_EXCLUSIVE.search(before))


def _kind(atom: Atom) -> str:
    if atom.kind in ("day", "span", "third", "stretch") or atom.joined_by_dash:
        return "date"
    return atom.kind


def _within(atom: Atom, kind: str, start: date, end: date, part: str | None) -> Deadline:
    if kind == "date" and start == end:
        return Deadline(kind, start, end, explanation_vi=f"Ngày {_vi(end)}")
    where = f"{_KIND_VI[atom.kind]}" if kind != "date" else "khoảng thời gian"
    said = f"Trong {where}, ngày cuối là {_vi(end)}"
    week = _week(atom, part, start)
    if week:
        return week
    if part and part != "cuoi":
        return Deadline(
            kind,
            start,
            end,
            confidence=0.55,
            warnings=("part_of_period",),
            explanation_vi=(
                f"Ghi “{_PART_VI.get(part, 'tuần')}” {where}: không rõ ngày, lấy ngày "
                f"cuối {_vi(end)}"
            ),
        )
    return Deadline(kind, start, end, explanation_vi=said)


_WEEKS = {"dau": 1, "nhat": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "cuoi": 5}


def _week(atom: Atom, part: str | None, start: date) -> Deadline | None:
    """ "tuần thứ 3 tháng 9/2026": seven days, counted from the first of the month."""
    said = re.match(r"tuan(?:\s+thu)?\s+(\w+)$", part or "")
    if not said or atom.kind != "month" or len(atom.parts) != 1:
        return None
    count = int(said[1]) if said[1].isdigit() else _WEEKS.get(said[1], 0)
    if not 1 <= count <= 5:
        return None
    last = min(start + timedelta(days=7 * count - 1), atom.last())
    first = last - timedelta(days=6)
    which = "cuối" if count > 4 else f"thứ {count}"
    return Deadline(
        "date",
        first,
        last,
        confidence=0.55,
        warnings=("part_of_period",),
        explanation_vi=f"Tuần {which} của tháng, tính từ {_vi(first)} đến {_vi(last)}",
    )


def _vi(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}"
