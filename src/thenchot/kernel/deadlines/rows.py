"""Several days in one phrase: "trước ngày 10/6 (báo cáo 6 tháng), trước ngày 10/12 (báo cáo"
" năm)"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from thenchot.kernel.deadlines.atoms import Atom
from thenchot.kernel.deadlines.model import Deadline

_TURN = r"(?:(?:lan|dot|ky|giai\s+doan|vong)\s+(?:thu\s+)?\d{1,2})"
_WORDS = rf"(?:[^;,.()\d]|{_TURN}|6\s+thang){{0,40}}?"
BETWEEN = re.compile(
    rf"^\s*(?:\([^()]{{1,60}}\)|\s(?:doi\s+voi|cho)\s{_WORDS})?\s*(?:[,;]\s*(?:va\s+)?|va\s+)"
    rf"(?:(?:bao\s+cao|so\s+ket|tong\s+ket|dinh\s+ky|{_TURN}){_WORDS}:?\s*)?"
    r"(?:(?:truoc|den|cham\s+nhat|vao|la)\s+)*$"
)
"""What stands between two days of a row in running text."""
_SMALL = rf"(?:[^\d]|{_TURN}|\b(?:lop|khoi|cap|so|nhom|khu)\s+\d{{1,2}}\b)"
_APART = re.compile(rf"^(?=[^\d]{{0,100}}(?:[,;\n]|\.\s|\bva\b)){_SMALL}{{0,110}}$")
"""In a cell whatever parts two days makes them a row: "cấp thôn trước ngày …, cấp xã …"."""
_ONWARDS = re.compile(r"\b(?:tu|den|toi|bat\s+dau)\s*(?:het\s+)?(?:ngay\s+)?$")
_BEFORE = re.compile(r"\btruoc\s*$")
_UNTIL = re.compile(r"\b(?:cham\s+nhat|muon\s+nhat|den|het)\s*(?:la\s*|vao\s*)?$")


def several_days(text: str, atoms: Sequence[Atom], years: Sequence[Atom]) -> Deadline | None:
    """The row of days that begins with the first atom, or null. `years`: the atoms with the year
    that each has or borrows.
    """
    row = [atoms[0]]
    for before, after in pairwise(atoms):
        if after.kind != "day" or not _goes_on(text[before.span[1] : after.span[0]]):
            break
        row.append(after)
    dated = years[: len(row)]
    if len(row) < 2 or any(atom.kind != "day" or atom.year is None for atom in dated):
        return None
    if any(atom.impossible or len(atom.parts) > 2 for atom in dated):
        return None
    return _row(text, row, dated)


def _goes_on(between: str) -> bool:
    if BETWEEN.match(between):
        return True
    return bool(_APART.match(between)) and not _ONWARDS.search(between)


def _row(text: str, row: Sequence[Atom], dated: Sequence[Atom]) -> Deadline | None:
    """A word that governs the first day governs those behind it that have none."""
    ends: list[date] = []
    excluded = until = False
    for index, (atom, day) in enumerate(zip(row, dated, strict=True)):
        said = text[row[index - 1].span[1] if index else 0 : atom.span[0]]
        excluded = bool(_BEFORE.search(said)) or (excluded and not _UNTIL.search(said))
        until = bool(_UNTIL.search(said)) or (until and not excluded)
        ends.append(day.last() - timedelta(days=excluded))
    if ends != sorted(ends):
        return None
    shown = ", ".join(f"{day:%d/%m/%Y}" for day in ends)
    return Deadline(
        "date",
        None if excluded or until else dated[0].first(),
        ends[-1],
        ends=tuple(ends),
        explanation_vi=f"Nhiều mốc: {shown}",
    )


def borrowed_years(atoms: Sequence[Atom]) -> list[Atom]:
    """Days without a year take that of the next day that says one."""
    found: list[Atom] = []
    year: int | None = None
    for atom in reversed(atoms):
        year = atom.year or year
        lacks = atom.year is None and year is not None and atom.kind == "day"
        found.append(atom.with_year(year) if lacks and year else atom)
    return found[::-1]
