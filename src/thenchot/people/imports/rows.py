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
from thenchot.platform.office.excel.tables import folded

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
_NOTE = re.compile(r"^(?:\*|ghi chú|chú thích|lưu ý)", re.IGNORECASE)
_VACANT = re.compile(
    r"^[(\[]?(?:còn )?(?:khuyết|trống|vị trí trống|chưa (?:có người|bố trí|tuyển)|thiếu)\b.*$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"^[^\W\d_]\.\s*[^\W\d_]")
_BODY = re.compile(
    r"^(?:ban|phòng|văn phòng|trung tâm|tổ|khối|đội|hội|đoàn|chi bộ|đảng|ủy ban|ubnd|hđnd|hội đồng"
    r"|mặt trận|cơ quan|đơn vị|lãnh đạo|thường trực|công chức|cán bộ|trường|trạm|thôn|xóm|ấp|bản"
    r"|công an|quân sự|khu)\b",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^\(?\[?(?:\d{1,2}|[A-Z])\)?\]?$")


LEFT_OUT = {"total": "totals", "note": "notes", "vacant": "vacant"}
WHO = ("born", "born_m", "born_f", "identity_no", "code", "id", "email", "sex")


def _is_like_a_name(text: str) -> bool:
    """Two to six words with capitals that begin no body: as the name of a person is written."""
    spoken = text.split()
    return (
        2 <= len(spoken) <= 6
        and all(word[:1].isupper() for word in spoken)
        and not _BODY.match(text)
    )


@dataclass
class Person:
    """One row that is a person. `section`: the text of the group it stands under; `of`: the row
    above that is the same person.
    """

    number: int
    cells: list[Any]
    section: "Section | None" = None
    of: int = 0


@dataclass
class Section:
    """A group row: its number, its text without numbering, how many people stand under it."""

    number: int
    text: str
    people: int = 0
    sheet: str = ""


@dataclass
class Rows:
    people: list[Person] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    vacant: list[int] = field(default_factory=list)
    foot: int = 0  # first row of the signatures


def sort_rows(
    body: Sequence[tuple[int, list[Any]]],
    uses: Sequence[Use],
    is_unit: Callable[[str], bool],
    continued: frozenset[tuple[int, int]] = frozenset(),
) -> Rows:
    """`is_unit`: whether a text names a unit of the commune for certain; `continued`: cells that
    belong to a merged cell begun above.
    """
    rows, sorter = Rows(), _Sorter(uses, is_unit, continued)
    end = sorter.end_of_people(body)
    before = ""
    for number, cells in body:
        if number >= end:
            rows.foot = number
            break
        kind, said = sorter.kind_of(cells)
        if kind == "person":
            section = rows.sections[-1] if rows.sections else None
            of = sorter.same_person(number, cells, rows.people if before == "person" else ())
            rows.people.append(Person(number, cells, section, of))
            if section and not of:
                section.people += 1
        elif kind == "section":
            rows.sections.append(Section(number, said))
        elif kind in LEFT_OUT:
            getattr(rows, LEFT_OUT[kind]).append(number)
        before = kind
    return rows


class _Sorter:
    def __init__(
        self,
        uses: Sequence[Use],
        is_unit: Callable[[str], bool],
        continued: frozenset[tuple[int, int]],
    ):
        self.is_unit, self.continued = is_unit, continued
        self.headings = {part for use in uses for part in use.heading.parts}
        self.who = [use.at for use in uses if use.key in WHO]
        self.ordinals = [use.at for use in uses if use.key == "ordinal"]
        self.names = [use.at for use in uses if use.key in ("name", "name_family", "name_given")]
        self.known = [use.at for use in uses if use.key and use.key != "ordinal"]
        self.facts = [at for at in self.known if at not in self.names]

    def same_person(self, number: int, cells: Sequence[Any], above: Sequence[Person]) -> int:
        """The row above that this one goes on: its name is the same merged cell, or neither name
        nor number stands here and nothing that would tell another person. 0 when none.
        """
        if not above or not self.names:
            return 0
        first = above[-1]
        if all((number, at) in self.continued for at in self.names):
            return first.of or first.number
        here = {at: cell_text(cells[at]) for at in (*self.names, *self.who) if at < len(cells)}
        own_number = [
            at
            for at in self.ordinals
            if at < len(cells) and cell_text(cells[at]) and (number, at) not in self.continued
        ]
        empty = not any(here.get(at) for at in self.names) and not own_number
        new = [
            at
            for at in self.who
            if here.get(at)
            and not (at < len(first.cells) and here[at] == cell_text(first.cells[at]))
        ]
        said = any(at < len(cells) and cell_text(cells[at]) for at in self.facts)
        return (first.of or first.number) if empty and not new and said else 0

    def kind_of(self, cells: Sequence[Any]) -> tuple[str, str]:
        """person, section, total, note, vacant, or nothing."""
        different = {cell for cell in cells if isinstance(cell, str) and cell}
        if len(different) >= PLAINLY and not all(map(_NUMBERING.match, different)):
            is_header = all(folded(text) in self.headings for text in different)
            return ("", "") if is_header else ("person", "")
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
        if len(apart) > 1 and all(folded(text) in self.headings for text in texts):
            return ("", "")  # the header once more, at the top of a printed page
        label = nfc(max(apart, key=len))
        if _TOTAL.match(label) and (not self._has_name(cells) or len(apart) <= MERGED):
            return ("total", label)
        spans = len(texts) - len(apart) >= MERGED - 1 and len(set(apart)) == 1
        if len(
            [text for text in apart if not text.replace(".", "").isdigit()]
        ) == 1 and self._is_section(cells, label, ordinal, spans):
            return ("section", _NUMBERED.sub("", label).strip())
        if len(apart) == 1 and (_NOTE.match(label) or self._stands_nowhere(cells, label)):
            return ("note", label)
        return ("vacant", label) if self._is_vacant(cells) else ("person", "")

    def _stands_nowhere(self, cells: Sequence[Any], label: str) -> bool:
        """The one text of the row, and not in a column that tells of people."""
        return not any(at < len(cells) and cell_text(cells[at]) == label for at in self.known)

    def _is_vacant(self, cells: Sequence[Any]) -> bool:
        """A post nobody holds, listed among those who hold one."""
        told = any(at < len(cells) and cell_text(cells[at]) for at in self.who)
        said = [cell_text(cells[at]) for at in self.names if at < len(cells)]
        return not told and any(
            _VACANT.match(nfc(text)) and not _is_like_a_name(text) for text in said
        )

    def _is_section(self, cells: Sequence[Any], label: str, ordinal: str, spans: bool) -> bool:
        """A number before the text is one of a group only where nobody can be meant: "1. Nguyễn
        Văn An" and "Y.Thương" are people.
        """
        bare = _NUMBERED.sub("", label).strip()
        if spans or _ROMAN.match(ordinal) or _BLOC.match(bare) or self.is_unit(bare):
            return True
        return bare != label and not self._is_name(cells, label, bare, ordinal)

    def _is_name(self, cells: Sequence[Any], label: str, bare: str, ordinal: str) -> bool:
        stands_as_name = any(at < len(cells) and cell_text(cells[at]) == label for at in self.names)
        told = any(at < len(cells) and cell_text(cells[at]) for at in self.facts)
        initial = bool(_INITIAL.match(label)) and ordinal[:1].isdigit()
        numbered = label[:1].isdigit() and _is_like_a_name(bare)
        return stands_as_name and ((told and not _BODY.match(bare)) or initial or numbered)

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
