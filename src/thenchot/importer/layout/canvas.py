"""The canonical text: what the officer sees, with the place of every paragraph, row and cell in
it.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from thenchot.importer.layout.labels import column_of
from thenchot.importer.layout.numbering import Marker, marker_of
from thenchot.importer.layout.paragraphs import Para
from thenchot.importer.layout.tables import TaskTable, merge_tables
from thenchot.importer.model import Block, Span
from thenchot.kernel.bodies import is_head
from thenchot.kernel.text import plain
from thenchot.platform.office.reading.model import MERGED

_LAYOUT = re.compile(
    (
        r"cộng\s+h[òo]a\s+xã|đảng\s+cộng\s+sản|nơi\s+nhận|(?:^|\n)\s*số\s*:|(?:^"
        r"|\n)\s*(?:t\s*/?\s*m"
        r"|tm|kt|tl|tuq)\b\s*[./]"
    ),
    re.IGNORECASE,
)


@dataclass(slots=True)
class Element:
    """A paragraph or a table row of the canonical text."""

    text: str
    span: Span
    level: int = 0
    bold: bool = False
    marker: Marker | None = None
    cells: list[Span] = field(default_factory=list)
    table: int = 0
    region: str = "body"

    @property
    def is_row(self) -> bool:
        return self.table > 0

    @property
    def words(self) -> str:
        """The text after its number or dash."""
        return self.text[self.marker.end :].strip() if self.marker else self.text

    @property
    def words_at(self) -> int:
        offset = self.marker.end if self.marker else 0
        rest = self.text[offset:]
        return self.span[0] + offset + len(rest) - len(rest.lstrip())


@dataclass
class Canvas:
    """The text under construction. `tables` are the task tables, numbered from 1 as in
    `Element.table`; `drawn` counts all tables.
    """

    elements: list[Element] = field(default_factory=list)
    tables: dict[int, TaskTable] = field(default_factory=dict)
    drawn: int = 0
    _end: int = 0

    @cached_property
    def text(self) -> str:
        """All of it; asked for when everything is laid out."""
        return "".join(f"{element.text}\n" for element in self.elements)

    def add(self, text: str) -> Span:
        start = self._end
        self._end += len(text) + 1
        return start, start + len(text)

    def paragraph(self, para: Para) -> None:
        span = self.add(para.text)
        self.elements.append(Element(para.text, span, para.level, para.bold, marker_of(para.text)))

    def row(self, cells: list[str], table: int) -> None:
        shown = [one_line(cell) for cell in cells]
        text = "\t".join(shown)
        span = self.add(text)
        self.elements.append(Element(text, span, cells=_cell_spans(shown, span[0]), table=table))


def one_line(cell: str) -> str:
    """Lines of a cell joined; a line that begins with a dash or a new body stays apart by a
    semicolon-free break.
    """
    parts = [part.strip() for part in cell.replace(MERGED, "").split("\n") if part.strip()]
    text = ""
    for part in parts:
        apart = bool(text) and (
            part[:1] in "-+•–"
            or (
                is_head(part.lstrip("-+•– "))
                and not plain(text).endswith(("và", ",", "của", "với"))
            )
        )
        text += ("\n" if apart else " " if text else "") + part
    return text


def _cell_spans(cells: list[str], start: int) -> list[Span]:
    spans = []
    for cell in cells:
        spans.append((start, start + len(cell)))
        start += len(cell) + 1
    return spans


def draw(paras: list[Para]) -> Canvas:
    """Lay the paragraphs and tables out in order."""
    canvas = Canvas()
    index = 0
    while index < len(paras):
        if not paras[index].is_table:
            canvas.paragraph(paras[index])
            index += 1
            continue
        group = [paras[index].rows]
        while index + len(group) < len(paras) and _goes_on(group, paras[index + len(group)]):
            group.append(paras[index + len(group)].rows)
        _draw_table(canvas, group)
        index += len(group)
    return canvas


def _goes_on(group: list[tuple[tuple[str, ...], ...]], para: Para) -> bool:
    return (
        para.is_table
        and len(para.rows[0]) == len(group[0][0])
        and not is_layout(para.rows)
        and not is_layout(group[0])
        and not _is_titled_anew(para.rows[0], group[0][0])
    )


_FEW = 2  # titles: fewer may be words of a row


def _is_titled_anew(row: tuple[str, ...], titles: tuple[str, ...]) -> bool:
    """A row of other titles opens another table, of however many columns."""
    known = [cell for cell in row if cell.strip() and column_of(cell)]
    same = {plain(cell) for cell in row} == {plain(title) for title in titles}
    return len(known) >= _FEW and len(known) * 2 >= len(row) and not same


def is_layout(rows: tuple[tuple[str, ...], ...]) -> bool:
    """A table that only places the national heading, or the recipients beside the signature."""
    return len(rows) <= 4 and any(_LAYOUT.search(cell) for row in rows for cell in row)


def _draw_table(canvas: Canvas, group: list[tuple[tuple[str, ...], ...]]) -> None:
    if is_layout(group[0]):
        _draw_layout(canvas, group[0])
        return
    table = merge_tables(group)
    canvas.drawn += 1
    number = canvas.drawn
    if table is None:
        for cells in (row for rows in group for row in rows):
            canvas.row(list(cells), number)
        return
    canvas.tables[number] = table
    if table.titles:
        canvas.row(table.titles, number)
    for row in table.rows:
        canvas.row(row, number)


def _draw_layout(canvas: Canvas, rows: tuple[tuple[str, ...], ...]) -> None:
    width = max(len(row) for row in rows)
    for column in range(width):
        for row in rows:
            for line in (row[column] if column < len(row) else "").split("\n"):
                if line.strip():
                    canvas.paragraph(Para(line.strip()))


def blocks_of(canvas: Canvas) -> tuple[Block, ...]:
    """How each element is shown beside the form."""
    titles = {number: table.titles for number, table in canvas.tables.items()}
    blocks = []
    for element in canvas.elements:
        blocks.append(
            Block(
                _kind(element, titles),
                *element.span,
                level=element.level,
                cells=tuple(element.cells),
                table=element.table,
            )
        )
    return tuple(blocks)


def _kind(element: Element, titles: dict[int, list[str]]) -> str:
    if element.is_row:
        shown = [one_line(title) for title in titles.get(element.table, [])]
        return "header_row" if shown and element.text == "\t".join(shown) else "row"
    if element.region in ("recipients", "signature"):
        return "recipient" if element.region == "recipients" else "signature"
    if element.marker and element.marker.is_bullet:
        return "bullet"
    letters = [char for char in element.text if char.isalpha()]
    heading = element.level or element.bold or (letters and all(char.isupper() for char in letters))
    return "heading" if heading and len(element.text) < 300 else "paragraph"
