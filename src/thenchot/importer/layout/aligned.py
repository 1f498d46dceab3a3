"""Columns kept apart by spaces: tables of fixed width, and two blocks of a page printed side by
side.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thenchot.importer.layout.labels import column_guess, column_of
from thenchot.platform.office.reading.model import SourceBlock

_FIELD = re.compile(r"\S+(?: \S+)*")
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_NATIONAL = re.compile(
    r"(?<=[\w*])[ \t]+(?=\**(?:CỘNG H(?:ÒA|OÀ|OA) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc "
    r"lập\s*[-–]\s*Tự do))"
)
"""Where the national heading begins on the line of the issuer."""
_END = re.compile(r"(?i)^\s*(?:nơi nhận|phụ lục|t\s*/\s*m\b|tm\.|kt\.|[IVX]+[.\-]\s+\S|trên đây)")
_HEAD_LINES = 25
_BESIDE_SIGNATURE = re.compile(r"(?i)^\s*nơi nhận\b")


@dataclass(frozen=True, slots=True)
class _Field:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _fields(line: str) -> list[_Field]:
    return [_Field(match.start(), match.group()) for match in _FIELD.finditer(line.expandtabs(8))]


def with_aligned_tables(blocks: list[SourceBlock]) -> list[SourceBlock]:
    """`blocks` with tables whose columns only spaces part replaced by table blocks."""
    found: list[SourceBlock] = []
    index = 0
    while index < len(blocks):
        titles = _titles(blocks[index])
        rows, after = _rows(blocks, index + 1, titles) if titles else ([], index)
        if len(rows) >= 2:
            found.append(SourceBlock("table", rows=tuple(rows), page=blocks[index].page))
            index = after
        else:
            found.append(blocks[index])
            index += 1
    return found


def _titles(block: SourceBlock) -> list[_Field]:
    """The fields of a title line: three or more, a work column among them."""
    if block.kind != "line" or "  " not in block.text or len(block.text) > 400:
        return []
    fields = _fields(block.text)
    named = [column_of(field.text) or column_guess(field.text) for field in fields]
    fitting = (
        len(fields) >= 3
        and {"task", "indicator"} & set(named)
        and sum(map(bool, named)) >= len(fields) * 0.7
    )
    return fields if fitting and column_of(fields[0].text) in ("number", "task") else []


def _rows(
    blocks: list[SourceBlock], at: int, titles: list[_Field]
) -> tuple[list[tuple[str, ...]], int]:
    """Rows below the titles. A line without a number goes on with the row above (or with the
    titles).
    """
    rows: list[list[str]] = [[field.text for field in titles]]
    numbered = column_of(titles[0].text) == "number"
    gap = False
    while at < len(blocks) and blocks[at].kind in ("line", "page_break"):
        line = blocks[at].text
        if not line.strip() or re.fullmatch(r"[\s\-=_+]+", line):
            gap, at = True, at + 1
            continue
        cells = _placed(line, titles)
        if (
            cells is None
            or (_END.match(line) and not _fits_as_group(line, titles))
            or (gap and not cells[0] and numbered)
        ):
            break
        opens = bool(cells[0]) if numbered else gap or bool(cells[0] and cells[-1])
        rows.append(cells) if opens else _go_on(rows[-1], cells)
        gap, at = False, at + 1
    return [tuple(row) for row in rows], at


def _fits_as_group(line: str, titles: list[_Field]) -> bool:
    fields = _fields(line)
    return len(fields) >= 2 and abs(fields[1].start - titles[1].start) <= 3


def _go_on(row: list[str], cells: list[str]) -> None:
    for at, cell in enumerate(cells):
        row[at] = f"{row[at]} {cell}".strip()


def _placed(line: str, titles: list[_Field]) -> list[str] | None:
    """The words of a line under the titles they stand below; null when they stand elsewhere."""
    cells = [""] * len(titles)
    for field in _fields(line):
        at = _column(field, titles)
        if at is None:
            return None
        cells[at] = f"{cells[at]} {field.text}".strip()
    return cells


def _column(field: _Field, titles: list[_Field]) -> int | None:
    best = min(range(len(titles)), key=lambda at: abs(titles[at].start - field.start))
    if abs(titles[best].start - field.start) <= 4:
        return best
    under = [
        at
        for at, title in enumerate(titles)
        if title.start <= field.start < _right_edge(titles, at)
    ]
    return under[0] if under else None


def _right_edge(titles: list[_Field], at: int) -> int:
    return titles[at + 1].start if at + 1 < len(titles) else titles[at].start + 60


def apart(blocks: list[SourceBlock]) -> list[SourceBlock]:
    """Blocks printed side by side, on top of the sheet and beside the recipients, put one under the
    other.
    """
    found: list[SourceBlock] = []
    for run in _beside(blocks):
        if len(run) == 1 and not _opens_run([*run], 0):
            found += run
            continue
        parts = [(block, *_halves(block.text)) for block in run]
        found += [SourceBlock("line", left, page=block.page) for block, left, _ in parts if left]
        found += [SourceBlock("line", right, page=block.page) for block, _, right in parts if right]
    return found


def _beside(blocks: list[SourceBlock]) -> Iterator[list[SourceBlock]]:
    """Runs of lines that hold two columns; every other block by itself."""
    index = 0
    while index < len(blocks):
        end = _run_end(blocks, index) if _opens_run(blocks, index) else index + 1
        yield blocks[index:end]
        index = end


def _opens_run(blocks: list[SourceBlock], index: int) -> bool:
    text = blocks[index].text
    if blocks[index].kind != "line" or len(text) > 200:
        return False
    if index < _HEAD_LINES and _NATIONAL.search(text):
        return True
    if not _GAP.search(text.strip()):
        return False
    on_top = index < _HEAD_LINES and bool(
        re.search(r"(?i)cộng h[oò]a xã|đảng cộng sản|độc lập|ngày.{1,12}tháng", text)
    )
    return on_top or bool(_BESIDE_SIGNATURE.match(text))


def _run_end(blocks: list[SourceBlock], index: int) -> int:
    """The run goes on over lines with a gap, lines far to the right, and short lines of the left
    column.
    """
    edge = _gap_end(blocks[index].text)
    end = index + 1
    for at in range(index + 1, min(len(blocks), index + 16)):
        text = blocks[at].text
        if blocks[at].kind != "line" or (text.strip() and not _in_run(text, edge)):
            break
        if text.strip():
            end = at + 1
    return end


def _gap_end(text: str) -> int:
    match = _GAP.search(text)
    return match.end() if match else len(text)


def _in_run(text: str, edge: int) -> bool:
    indent = len(text) - len(text.lstrip())
    return (
        bool(_GAP.search(text.strip()) or _NATIONAL.search(text))
        or indent >= max(12, edge - 25)
        or bool(re.match(r"\s*[-–]\s*\S", text))
    )


def _halves(text: str) -> tuple[str, str]:
    indent = len(text) - len(text.lstrip())
    match = _NATIONAL.search(text.strip()) or _GAP.search(text.strip())
    if not match:
        return ("", text.strip()) if indent >= 12 else (text.strip(), "")
    bare = text.strip()
    return bare[: match.start()], bare[match.end() :]
