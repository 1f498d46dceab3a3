"""Tables written in plain text: Markdown rows, HTML, columns split by tabs, and scrapes with one
cell a line.
"""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from thenchot.importer.layout.aligned import apart, with_aligned_tables
from thenchot.importer.layout.labels import column_guess, column_of
from thenchot.importer.layout.numbering import marker_of
from thenchot.platform.office.reading.model import MERGED, SourceBlock

_MARKDOWN = re.compile(r"^\s*\|.*\|\s*$")
_DIVIDER = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$|^\s*\|(?:\s*:?-+:?\s*\|)+\s*$")
_TITLE_LINES = 60  # over which the titles of a scrape may run
_ROW_NUMBER = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVX]{1,5}[.)]?|[A-Za-zđĐ][.)])\s*$")


def with_tables(blocks: tuple[SourceBlock, ...]) -> list[SourceBlock]:
    """`blocks` with the lines of written tables replaced by table blocks."""
    found = list(_html(list(blocks)))
    found = list(_runs(found, _is_markdown, _markdown_rows))
    found = list(_runs(found, _is_tabbed, _tabbed_rows, _is_tabbed_group))
    found = apart(with_aligned_tables(found))
    return list(_one_cell_a_line(found))


def _table(rows: list[tuple[str, ...]], page: int) -> SourceBlock:
    return SourceBlock("table", rows=tuple(rows), page=page)


def _runs(
    blocks: list[SourceBlock],
    belongs: Callable[[str], object],
    rows_of: Callable[[list[SourceBlock]], Iterator[SourceBlock]],
    inside: Callable[[str], object] | None = None,
) -> Iterator[SourceBlock]:
    """Lines that belong together; `inside` tells of lines that only belong where a run is open."""
    run: list[SourceBlock] = []
    for block in [*blocks, SourceBlock("end")]:
        if block.kind == "line" and (
            belongs(block.text) or (run and inside and inside(block.text))
        ):
            run.append(block)
            continue
        yield from rows_of(run)
        run = []
        if block.kind != "end":
            yield block


def _is_markdown(text: str) -> bool:
    return bool(_MARKDOWN.match(text))


def _markdown_rows(run: list[SourceBlock]) -> Iterator[SourceBlock]:
    if len(run) < 2:
        yield from run
        return
    rows = [_cells(block.text) for block in run if not _DIVIDER.match(block.text)]
    yield _table(rows, run[0].page)


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner))


def _is_tabbed(text: str) -> bool:
    return text.strip("\n").count("\t") >= 2


def _is_tabbed_group(text: str) -> bool:
    """The row of a group, its empty cells not written: "A<tab>Công tác giám sát"."""
    number, tab, title = text.strip("\n").partition("\t")
    return bool(
        tab and title.strip() and _ROW_NUMBER.match(number + "." if number.isalpha() else number)
    )


def _tabbed_rows(run: list[SourceBlock]) -> Iterator[SourceBlock]:
    """Two tabbed lines make a table; a lone one stays a line."""
    if len(run) < 2:
        yield from run
        return
    yield _table(
        [tuple(cell.strip() for cell in block.text.split("\t")) for block in run], run[0].page
    )


class _TableReader(HTMLParser):
    """Rows of the tables in a piece of HTML; colspan repeats nothing, rowspan leaves MERGED
    below.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._spans: dict[int, int] = {}
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
            self._fill()
        elif tag in ("td", "th") and self.rows:
            given = dict(attrs)
            self._cell = []
            self._span = (_count(given.get("rowspan")), _count(given.get("colspan")))
        elif tag in ("br", "p", "li") and self._cell is not None:
            self._cell.append("\n")

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(re.sub(r"\s+", " ", data))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._cell is not None:
            column = len(self.rows[-1])
            rows, columns = self._span
            self.rows[-1] += ["".join(self._cell).strip()] + [""] * (columns - 1)
            self._spans.update({column + at: rows - 1 for at in range(columns) if rows > 1})
            self._cell = None
            self._fill()

    def _fill(self) -> None:
        while self._spans.get(len(self.rows[-1]), 0) > 0:
            self._spans[len(self.rows[-1])] -= 1
            self.rows[-1].append(MERGED)


def _count(value: str | None) -> int:
    return min(int(value), 100) if value and value.isdigit() else 1


def _html(blocks: list[SourceBlock]) -> Iterator[SourceBlock]:
    buffer: list[str] = []
    for block in blocks:
        text = block.text
        if not buffer and "<table" not in text.lower():
            yield block
            continue
        buffer.append(text)
        if "</table>" in text.lower():
            yield from _html_table("\n".join(buffer), block)
            buffer = []
    yield from (SourceBlock("line", text) for text in buffer)


def _html_table(markup: str, block: SourceBlock) -> Iterator[SourceBlock]:
    start, end = markup.lower().find("<table"), markup.lower().rfind("</table>") + len("</table>")
    if markup[:start].strip():
        yield SourceBlock("line", markup[:start].strip(), page=block.page)
    reader = _TableReader()
    reader.feed(markup[start:end])
    if reader.rows:
        yield _table([tuple(row) for row in reader.rows if row], block.page)
    if markup[end:].strip():
        yield SourceBlock("line", markup[end:].strip(), page=block.page)


def _one_cell_a_line(blocks: list[SourceBlock]) -> Iterator[SourceBlock]:
    """A scrape that lost its grid: titles one a line, then the cells of each row one a line."""
    index = 0
    while index < len(blocks):
        titles, after = _title_run(blocks, index)
        if titles:
            rows, index = _rows_below(blocks, after, len(titles), titles)
            yield _table([tuple(titles), *rows], blocks[after - 1].page)
        else:
            yield blocks[index]
            index += 1


def _title_run(blocks: list[SourceBlock], index: int) -> tuple[list[str], int]:
    titles: list[str] = []
    at = index
    if not blocks[at].text.strip(" *#"):
        return [], index
    while at < min(len(blocks), index + _TITLE_LINES) and blocks[at].kind == "line":
        text = blocks[at].text.strip(" *#")
        if text and (len(text) > 45 or not (column_of(text) or (titles and column_guess(text)))):
            break
        titles += [text] if text else []
        at += 1
    fields = {column_guess(title) for title in titles}
    complete = (
        len(titles) >= 3
        and column_of(titles[0]) == "number"
        and {"task"} <= fields
        and fields & {"lead", "executor", "deadline", "lead_coordinate"}
    )
    return (titles, at) if complete else ([], index)


def _rows_below(
    blocks: list[SourceBlock], at: int, columns: int, titles: list[str]
) -> tuple[list[tuple[str, ...]], int]:
    rows: list[list[str]] = []
    pending: list[str] = []
    while at < len(blocks) and blocks[at].kind == "line":
        text = blocks[at].text.strip(" *#")
        if _ends_table(text, rows):
            break
        if _ROW_NUMBER.match(text):
            _close(rows, pending, columns)
            pending = [text]
        elif text and pending:
            pending.append(text)
        elif text and rows:
            break
        at += 1
    _close(rows, pending, columns)
    return [tuple(row) for row in rows], at


def _ends_table(text: str, rows: list[list[str]]) -> bool:
    return bool(re.match(r"(?i)^(?:nơi nhận|phụ lục|t\s*/?\s*m\b|tm\.|kt\.)", text)) or bool(
        rows
        and (marker := marker_of(text))
        and marker.kind in ("roman", "article")
        and len(text) > 12
    )


def _close(rows: list[list[str]], pending: list[str], columns: int) -> None:
    if not pending:
        return
    row = pending[:columns] + [""] * max(0, columns - len(pending))
    extra = pending[columns:]
    rows.append(row)
    if extra:
        row[1] = " ".join([row[1], *extra]) if len(pending) > columns + 3 else row[1]
        row[-1] = row[-1] if len(pending) > columns + 3 else "\n".join([row[-1], *extra])
