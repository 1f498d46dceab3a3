"""Where the table stands in a workbook of an office: title lines above it, one to three header rows
with groups over columns, rows below. What each column is called is its whole path: ("Ngày vào
Đảng", "Chính thức").
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from thenchot.kernel.text import nfc, words
from thenchot.platform.office.excel.encodings import legacy_texts
from thenchot.platform.office.excel.grid import (
    BadSheet,
    Sheet,
    cell_text,
    column_letter,
    grids_of,
    sheets_of,
)

SEARCHED = 30  # rows in which a header may begin
TALLEST = 3  # header rows
WIDE = 0.6  # a text over more of the width than this is a title, not a header
LONG = 30  # characters: no group over columns is called that long
Rate = Callable[[Sequence["Heading"]], float]


@dataclass(frozen=True)
class Heading:
    """`at` counts columns from 0; `path` goes from the outermost group to the column itself."""

    at: int
    path: tuple[str, ...]

    @property
    def letter(self) -> str:
        return column_letter(self.at)

    @property
    def title(self) -> str:
        return " → ".join(self.path)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """Folded, without what stands in brackets: ("ngay vao dang", "chinh thuc")."""
        return tuple(folded(part) for part in self.path)

    @property
    def key(self) -> str:
        return " > ".join(self.parts)


@dataclass(frozen=True)
class Table:
    """`body`: (row as Excel numbers it, cells); `above`: the texts over the header; `others`:
    sheets left unread, `unseen` those of them that are hidden; `hidden`: rows with something in
    them that nobody sees, left out; `errors` and `continued` as of the sheet.
    """

    sheet: str
    header_row: int
    headings: tuple[Heading, ...]
    body: list[tuple[int, list[Any]]]
    above: tuple[str, ...]
    others: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    hidden: tuple[int, ...] = ()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    continued: frozenset[tuple[int, int]] = frozenset()


def folded(text: str) -> str:
    """ "Ngày sinh (dd/mm/yyyy) *" -> "ngay sinh"; brackets that are all there is stay."""
    return " ".join(words(re.sub(r"\([^)]*\)", " ", nfc(text)))) or " ".join(words(nfc(text)))


def read_table(
    source: Any, rate: Rate, *, needed: float, wanted: str = "cần ít nhất có cột “Họ và tên”"
) -> Table:
    """The table of the workbook whose headings `rate` highest; `BadSheet` when none reaches
    `needed`, saying what is `wanted`.
    """
    sheets = grids_of(source)
    best: tuple[float, Sheet, tuple[int, int], tuple[Heading, ...]] | None = None
    for sheet in sheets:
        score, band, headings = (
            (0.0, (0, 1), ()) if sheet.is_hidden else _best_band(sheet.rows, rate)
        )
        if headings and (best is None or score > best[0]):
            best = score, sheet, band, headings
    if best is None or best[0] < needed:
        raise BadSheet(no_header(sheets, wanted))
    _, chosen, band, headings = best
    others = tuple(sheet for sheet in sheets if sheet is not chosen)
    return _table(chosen, band, headings, others)


def no_header(sheets: Iterable[Sheet], wanted: str) -> str:
    """No sheet that can be seen has the table; the hidden ones are named."""
    unseen = [sheet.name for sheet in sheets if sheet.is_hidden]
    told = f" {left_sheets(unseen)}" if unseen else ""
    return f"Không thấy dòng tiêu đề trong {SEARCHED} dòng đầu: {wanted}.{told}"


def left_out(table: Table) -> list[str]:
    """What nobody sees in Excel and was therefore not read, in words."""
    return [
        *([left_sheets(table.unseen)] if table.unseen else ()),
        *([left_rows(table.hidden)] if table.hidden else ()),
    ]


def left_sheets(names: Iterable[str]) -> str:
    named = ", ".join(f"“{name}”" for name in names)
    return f"Trang tính ẩn không đọc: {named}; bỏ ẩn trong Excel nếu cần."


def left_rows(rows: Sequence[int], sheet: str = "") -> str:
    """Rows that nobody sees, for the notes of a reading."""
    where = f" (trang tính “{sheet}”)" if sheet else ""
    more = f" và {len(rows) - 20} dòng nữa" if len(rows) > 20 else ""
    return (
        f"Dòng ẩn không đọc{where}: {', '.join(map(str, rows[:20]))}{more}; bỏ ẩn trong Excel "
        f"nếu cần."
    )


def read_tables(
    source: Any, rate: Rate, *, needed: float, hidden_too: bool = False
) -> tuple[list[Table], list[str]]:
    """One table of each sheet whose headings `rate` at least `needed`, in their order; and the
    sheets without one. What nobody sees is passed over unless `hidden_too`.
    """
    sheets = grids_of(source)
    unseen = tuple(sheet for sheet in sheets if sheet.is_hidden and not hidden_too)
    tables, others = [], []
    for sheet in sheets:
        if sheet in unseen:
            continue
        score, band, headings = _best_band(sheet.rows, rate)
        if score >= needed:
            tables.append(_table(sheet, band, headings, unseen, hidden_too=hidden_too))
        else:
            others.append(sheet.name)
    return tables, others


def _table(
    sheet: Sheet,
    band: tuple[int, int],
    headings: tuple[Heading, ...],
    others: tuple[Sheet, ...] = (),
    *,
    hidden_too: bool = False,
) -> Table:
    first, height = band
    hidden = frozenset() if hidden_too else sheet.hidden
    filled = [
        (number, cells)
        for number, cells in enumerate(sheet.rows[first + height :], first + height + 1)
        if any(map(_is_filled, cells))
    ]
    above = tuple(
        text for row in sheet.rows[:first] for text in dict.fromkeys(map(cell_text, row)) if text
    )
    return Table(
        sheet.name,
        first + height,
        headings,
        [(number, cells) for number, cells in filled if number not in hidden],
        above,
        tuple(other.name for other in others if not other.is_hidden),
        tuple(other.name for other in others if other.is_hidden),
        tuple(number for number, _ in filled if number in hidden),
        sheet.errors,
        sheet.continued,
    )


def sheet_titles(source: Any) -> list[tuple[str, list[str]]]:
    """Every sheet with the texts of its first rows, for whoever looks for a stamp."""
    found = []
    for sheet in sheets_of(source):
        rows = sheet.rows[:SEARCHED]
        found.append(
            (
                sheet.name,
                [text for row in rows for text in dict.fromkeys(map(cell_text, row)) if text],
            )
        )
    return found


def _best_band(
    grid: list[list[Any]], rate: Rate
) -> tuple[float, tuple[int, int], tuple[Heading, ...]]:
    """The rows that read best as a header; of equals the lower and the fewer. A row that stands
    above once already is a header repeated.
    """
    best: tuple[float, tuple[int, int], tuple[Heading, ...]] = (0.0, (0, 1), ())
    repeated = _repeated(grid[: SEARCHED + TALLEST])
    for first in range(min(SEARCHED, len(grid))):
        if first and _is_cut(grid[first - 1], grid[first]):
            continue
        for height in range(1, TALLEST + 1):
            band = grid[first : first + height]
            again = first + height - 1 in repeated
            if len(band) < height or again or not _may_be_header(band[-1]):
                break
            if first + height < len(grid) and _is_cut(band[-1], grid[first + height]):
                continue
            headings = headings_of(band)
            score = rate(headings)
            if score > best[0]:
                best = score, (first, height), headings
    return best


def _repeated(rows: Sequence[Sequence[Any]]) -> set[int]:
    """Rows of several texts that say what one above them says; rows of one merged cell do not."""
    seen: dict[tuple[str, ...], int] = {}
    found = set()
    for at, row in enumerate(rows):
        texts = tuple(map(cell_text, row))
        if len({text for text in texts if text}) > 1 and seen.setdefault(texts, at) < at - 1:
            found.add(at)
    return found


def _is_cut(above: Sequence[Any], row: Sequence[Any]) -> bool:
    """A cell merged with the one above it: the header goes on there."""
    texts = [cell_text(cell) for cell in above]
    return not _is_title(texts) and any(
        text and text == cell_text(cell) for text, cell in zip(texts, row, strict=False)
    )


def _may_be_header(cells: Sequence[Any]) -> bool:
    """A header is text, perhaps with a year: a row with dates or many numbers is data."""
    filled = [cell for cell in cells if _is_filled(cell)]
    texts = sum(isinstance(cell, str) for cell in filled)
    return texts > 0 and len(filled) - texts <= texts // 5


def headings_of(band: Sequence[Sequence[Any]]) -> tuple[Heading, ...]:
    """One heading a column that is called anything. Old fonts are put into Unicode first."""
    width = max(map(len, band))
    texts = [[cell_text(row[at]) if at < len(row) else "" for at in range(width)] for row in band]
    mended = legacy_texts(text for row in texts for text in row if text)
    texts = [[mended.get(text, (text,))[0] for text in row] for row in texts]
    texts = [row for n, row in enumerate(texts) if n == len(texts) - 1 or not _is_title(row)]
    for above, below in pairwise(texts):
        _spread(above, below)
    made = []
    for at in range(width):
        path = tuple(dict.fromkeys(row[at] for row in texts if row[at]))
        if path:
            made.append(Heading(at, path))
    return tuple(made)


def _is_title(row: Sequence[str]) -> bool:
    """One text over nearly the whole width, or a long one alone, stands above the table, not above
    a column.
    """
    filled = [text for text in row if text]
    if len(set(filled)) != 1:
        return not filled
    return len(filled) > WIDE * len(row) or (
        len(filled) == 1 and (len(filled[0]) > LONG or filled[0].isupper())
    )


def _spread(above: list[str], below: Sequence[str]) -> None:
    """A group that was not merged stands only over its first column: the next ones with a name of
    their own below and nothing above belong to it.
    """
    for at in range(1, len(above)):
        if (
            not above[at]
            and below[at]
            and below[at - 1]
            and above[at - 1]
            and above[at - 1] != below[at - 1]
        ):
            above[at] = above[at - 1]


def _is_filled(cell: Any) -> bool:
    return cell is not None and cell != "" and (not isinstance(cell, str) or not cell.isspace())
