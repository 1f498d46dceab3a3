"""Which rows of the table are people: groups give the unit of the rows below, totals and signatures
are left out.

A group row says one thing over the whole width, or bears a Roman number, or names a unit where a
name would stand.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from thenchot.kernel.text import nfc, words
from thenchot.people.imports.headings import Use
from thenchot.platform.office.excel.grid import cell_text

PLAINLY = 6  # so many different texts are a person's
MERGED = 3  # cells that say the same: a text over the width
_TOTAL = re.compile(
    (
        r"^(?:tổng cộng|tổng số|tổng|cộng)(?:\s*[:(\d]|\s*$|\s+(?:số|cộng|khối|toàn|cán bộ|danh "
        r"sách)\b)"
    ),
    re.IGNORECASE,
)
_ROMAN = re.compile(r"^(?:[IVX]{1,5}|[A-Z])[.)]?$")
_ORDINAL = re.compile(r"^(?:[IVX]{1,5}|[A-Z]|\d{1,5})(?:[.)]|(?:\.\d{1,3})+)?$")
_NUMBERED = re.compile(r"^(?:[IVX]{1,5}|[A-Z]|\d{1,2})[.)\-:]\s*(?=\D)")
_BLOC = re.compile(r"^khối\b", re.IGNORECASE)
_FOOT = re.compile(
    r"^(?:người lập(?: biểu| danh sách)?|thủ trưởng|t[/.]?m\b|k[/.]?t\b|t[/.]?l\b|nơi nhận|xác "
    r"nhận|ký, ?(?:ghi rõ)? ?họ tên|\(ký|danh sách (?:này )?(?:có|gồm)|ấn định|"
    r".{0,40}, ?ngày\s*[\d.…]*\s*tháng\s*[\d.…]*\s*năm)",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^\(?\[?(?:\d{1,2}|[A-Z])\)?\]?$")


@dataclass
class Person:
    """One row that is a person. `section`: the text of the group it stands under."""

    number: int
    cells: list[Any]
    section: "Section | None" = None


@dataclass
class Section:
    """A group row: its number, its text without numbering, how many people stand under it."""

    number: int
    text: str
    people: int = 0


@dataclass
class Rows:
    people: list[Person] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    foot: int = 0  # first row of the signatures


def sort_rows(
    body: Sequence[tuple[int, list[Any]]], uses: Sequence[Use], is_unit: Callable[[str], bool]
) -> Rows:
    """`is_unit`: whether a text names a unit of the commune for certain."""
    rows, sorter = Rows(), _Sorter(uses, is_unit)
    end = sorter.end_of_people(body)
    for number, cells in body:
        if number >= end:
            rows.foot = number
            break
        kind, said = sorter.kind_of(cells)
        if kind == "person":
            section = rows.sections[-1] if rows.sections else None
            rows.people.append(Person(number, cells, section))
            if section:
                section.people += 1
        elif kind == "section":
            rows.sections.append(Section(number, said))
        elif kind == "total":
            rows.totals.append(number)
    return rows


class _Sorter:
    def __init__(self, uses: Sequence[Use], is_unit: Callable[[str], bool]):
        self.is_unit = is_unit
        self.ordinals = [use.at for use in uses if use.key == "ordinal"]
        self.names = [use.at for use in uses if use.key in ("name", "name_family", "name_given")]
        self.known = [use.at for use in uses if use.key and use.key != "ordinal"]

    def kind_of(self, cells: Sequence[Any]) -> tuple[str, str]:
        """person, section, total, or nothing."""
        different = {cell for cell in cells if isinstance(cell, str) and cell}
        if len(different) >= PLAINLY and not all(map(_NUMBERING.match, different)):
            return ("person", "")
        texts = [text for cell in cells if (text := cell_text(cell) if cell is not None else "")]
        ordinal = next(
            (
                text
                for at in self.ordinals
                if at < len(cells) and _ORDINAL.match(text := cell_text(cells[at]))
            ),
            "",
        )
        apart = [text for text in dict.fromkeys(texts) if text != ordinal]
        if not apart or all(_NUMBERING.match(text) for text in texts):
            return ("", "")
        label = nfc(max(apart, key=len))
        if _TOTAL.match(label) and (not self._has_name(cells) or len(apart) <= MERGED):
            return ("total", label)
        spans = len(texts) - len(apart) >= MERGED - 1 and len(set(apart)) == 1
        if len(
            [text for text in apart if not text.replace(".", "").isdigit()]
        ) == 1 and self._is_section(label, ordinal, spans):
            return ("section", _NUMBERED.sub("", label).strip())
        return ("person", "")

    def _is_section(self, label: str, ordinal: str, spans: bool) -> bool:
        bare = _NUMBERED.sub("", label).strip()
        numbered = bool(_ROMAN.match(ordinal)) or bare != label
        return spans or numbered or bool(_BLOC.match(bare)) or self.is_unit(bare)

    def _has_name(self, cells: Sequence[Any]) -> bool:
        return any(at < len(cells) and words(cell_text(cells[at])) for at in self.names)

    def end_of_people(self, body: Sequence[tuple[int, list[Any]]]) -> int:
        """The first row of the signatures: whatever stands below is no person, unless a full row
        follows.
        """
        end = 0
        for number, cells in reversed(body):
            filled = [
                text for at in self.known if at < len(cells) and (text := cell_text(cells[at]))
            ]
            distinct = list(dict.fromkeys(filled))
            everything = [cell_text(cell) for cell in cells if cell not in (None, "")]
            if any(_FOOT.match(nfc(text)) for text in everything) and len(distinct) <= 2:
                end = number
            elif len(distinct) > 2:
                break
        return end or (body[-1][0] + 1 if body else 1)
