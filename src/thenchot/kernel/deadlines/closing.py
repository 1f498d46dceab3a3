"""A time at the end of a clause that no word binds: "…, quý III/2026", "báo cáo Đảng ủy ngày
30/6/2026", "đo đạc thực địa, ngày 27 và 28/5/2026".
"""

import re
from collections.abc import Iterator
from datetime import date

from thenchot.kernel.deadlines.atoms import Atom, find_atoms

_KINDS = ("day", "month", "quarter", "half", "third", "stretch", "span")
_END = re.compile(r"\s*(?:$|[;.](?!\d)|,\s*(?:va|dong\s+thoi)\b)")
_ROW = re.compile(r"\s*(?:den|toi|[-–,]|va)\s*(?:het\s+|ngay\s+|cac\s+ngay\s+)*")
_BEFORE = 60  # characters that tell what the time belongs to
_COMMA = re.compile(
    r"(?:[,;:]|\s[-–])\s*(?:(?:sang|trua|chieu|toi|dem|vao|tu|du\s+kien|trong|khoang|ngay\s+tu"
    r"|cac\s+ngay|han|thoi\s+gian)\s+)*$"
)
_DAY = re.compile(r"\b(?:sang|trua|chieu|toi|dem)\s+(?:ngay\s+)?$|\bngay\s+$|\b(?:cac\s+)?ngay\s*$")
_NOT_OF = re.compile(
    r"\b(?:nhan|dip|chao\s+mung|hop|hoi\s+nghi|le|ky\s+niem|sinh|phien|buoi|thanh\s+lap"
    r"|giai\s+phong"
    r"|bau\s+cu|tinh\s+den|so\s+voi|ke\s+tu|hieu\s+luc|tu|mat|mung|so)\s*,?\s*$"
)
_SITTING = re.compile(
    r"\b(?:bao\s+cao|trinh|thong\s+qua|gui)\b[^;.]{0,40}\b(?:tai|trong)\s+(?:phien|ky|cuoc|buoi"
    r"|hoi\s+nghi)"
    r"\b[^,;.]{0,30}$"
)


_DAYS_BEFORE = re.compile(r"(?<![\d/])(?:\d{1,2}\s*(?:,|va|&)\s+)+$")
"""Further days of the month: "15 và 16/9"."""


def closing_spans(visible: str, reference: date | None) -> Iterator[tuple[int, int]]:
    """Where the last time of a clause stands, when it lies on or after the day of the document; the
    row of days or the range it ends is taken whole.
    """
    if reference is None:
        return
    atoms = [atom for atom in find_atoms(visible) if atom.kind in _KINDS]
    for index, atom in enumerate(atoms):
        if not _END.match(visible, atom.span[1]) or not _ahead(atom, reference):
            continue
        first = _row_start(visible, atoms, index)
        start = first.span[0]
        if further := _DAYS_BEFORE.search(visible[max(0, start - 30) : start]):
            start -= len(further.group())
        said = visible[max(0, start - _BEFORE) : start]
        if _stands_alone(said, visible[start : atom.span[1]], first):
            yield start, atom.span[1]


def _ahead(atom: Atom, reference: date) -> bool:
    if atom.impossible:
        return False
    return atom.year is None or atom.with_year(atom.year).last() >= reference


def _row_start(visible: str, atoms: list[Atom], index: int) -> Atom:
    while index and _ROW.fullmatch(visible, atoms[index - 1].span[1], atoms[index].span[0]):
        index -= 1
    return atoms[index]


def _stands_alone(before: str, words: str, first: Atom) -> bool:
    """Behind a comma; a day also behind "ngày", unless that is the day of something else."""
    if _COMMA.search(before) or _SITTING.search(before):
        return True
    if first.kind != "day" or not (words.startswith("ngay") or _DAY.search(before)):
        return False
    return not _NOT_OF.search(_DAY.sub("", before))
