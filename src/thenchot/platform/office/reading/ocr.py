"""Pages that are pictures (`sheets`), read by tesseract in Vietnamese, table cells
by ruling lines.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thenchot.kernel.text import fold, nfc
from thenchot.platform.office.reading.accents import mended
from thenchot.platform.office.reading.model import SourceBlock, Unreadable
from thenchot.platform.office.reading.sheets import DPI, Sheet, sheet_of
from thenchot.platform.office.reading.wrapped import unwrap_rows
from thenchot.platform.runtime.sandbox import NotInstalled, run_limited

if TYPE_CHECKING:
    from PIL.Image import Image

_GRID = 4
_HEAD, _LEFT_BLOCK = 0.3, 0.43  # of the height and the width of a first page
_HEAD_DPI = 400
_SURE = 0.9  # mean certainty of the words of a number or date that is not looked for again
_BETWEEN_BLOCKS = 150  # points of the picture
_NUMBER = re.compile(r"\bso\b\W{0,4}\d[\d ]*\s*[/-]\s*[a-z]")
_DATE = re.compile(r"\bngay\s*\d{1,2}\s*thang\s*\d{1,2}\s*nam\s*20\d\d\b")
_AS_COLUMNS, _AS_BLOCK, _SPARSE = "4", "6", "11"
"""How tesseract looks at the page: running text reads best as columns, the words of table cells as
sparse text.
"""
_NO_OCR = (
    "Tệp PDF chỉ có ảnh quét và máy chủ chưa cài nhận dạng chữ tiếng Việt. Hãy tải tệp "
    "Word hoặc PDF có chữ."
)


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word with its box in points of the picture and tesseract's certainty 0..1."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    line: tuple[int, int, int]
    sure: float

    def moved(self, right: int, scale: float) -> "Word":
        """As it lies on a picture of another size, this one a part of it."""
        left, top, end, bottom = (
            round(at * scale)
            for at in (self.left + right, self.top, self.right + right, self.bottom)
        )
        return replace(self, left=left, top=top, right=end, bottom=bottom)


@lru_cache(maxsize=1)
def has_vietnamese() -> bool:
    try:
        ran = run_limited(["tesseract", "--list-langs"], seconds=20, memory_mb=1024)
    except NotInstalled:
        return False
    return b"vie" in ran.out + ran.err


def recognise_page(data: bytes, number: int) -> tuple[list[SourceBlock], float]:
    """Lines and tables of page `number` (from 1), and the mean certainty. Raises `Unreadable`."""
    if not has_vietnamese():
        raise Unreadable("image_only", _NO_OCR)
    sheet, image = sheet_of(data, number, sure_of)
    words = _recognised(image, _AS_COLUMNS)
    if number == 1:
        words = with_head(words, sheet, round(image.height * _HEAD))
    if not words:
        return [], 0.0
    return list(_placed(image, words, number)), round(min(0.85, _mean_sure(words)), 3)


def sure_of(strip: "Image") -> float:
    """How surely a strip of a page is read as it stands, 0..1. Raises `Unreadable`."""
    return _mean_sure(_recognised(strip, _AS_BLOCK))


def _mean_sure(words: list[Word]) -> float:
    return sum(word.sure for word in words) / len(words) if words else 0.0


def with_head(words: list[Word], sheet: Sheet, high: int) -> list[Word]:
    """The words of a first page; where number or date was not found in its head (down to `high`) or
    is doubtful, the head is read again, larger and its two blocks apart.
    """
    head = [word for word in words if word.bottom < high]
    doubtful = [one for one in (_NUMBER, _DATE) if _mean_sure(_stretch_of(one, head)) < _SURE]
    again = list(_blocks_of_head(sheet.draw(_HEAD_DPI))) if doubtful else []
    for pattern in doubtful:
        before, after = _stretch_of(pattern, words), _stretch_of(pattern, again)
        if _mean_sure(after) > _mean_sure(before):
            words = [word for word in words if word not in before and not _lies_on(word, after)]
            words += after
    return words


def _stretch_of(pattern: re.Pattern[str], words: list[Word]) -> list[Word]:
    """The words of one block on one line that say number or date; none where none do."""
    for row in rows_of(words):
        stretch: list[Word] = []
        for word in [*row, None]:
            if word and (not stretch or word.left - stretch[-1].right <= _BETWEEN_BLOCKS):
                stretch.append(word)
                continue
            if pattern.search(fold(" ".join(one.text for one in stretch))):
                return [one for one in stretch if any(map(str.isalnum, one.text))]
            stretch = [word] if word else []
    return []


def _lies_on(word: Word, others: list[Word]) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return any(one.left <= x <= one.right and one.top <= y <= one.bottom for one in others)


def _blocks_of_head(image: "Image") -> Iterator[Word]:
    high, middle = round(image.height * _HEAD), round(image.width * _LEFT_BLOCK)
    for left, right in ((0, middle), (middle, image.width)):
        block = image.crop((left, 0, right, high))
        for word in _recognised(block, _AS_BLOCK, dpi=_HEAD_DPI):
            yield word.moved(left, DPI / _HEAD_DPI)


def words_anywhere(image: "Image") -> list[str]:
    """Words of a picture line by line, wherever they stand; stamps too. Raises `Unreadable`."""
    lines: dict[tuple[int, int, int], list[str]] = {}
    for word in _recognised(image, _SPARSE):
        lines.setdefault(word.line, []).append(word.text)
    return [" ".join(words) for words in lines.values()]


def _recognised(image: "Image", layout: str, *, dpi: int = DPI) -> list[Word]:
    with tempfile.TemporaryDirectory(prefix="thenchot-ocr-") as folder:
        picture = Path(folder) / "page.png"
        _without_rules(image).save(picture)
        command = [
            "tesseract",
            str(picture),
            "stdout",
            "-l",
            "vie",
            "--dpi",
            str(dpi),
            "--psm",
            layout,
            "tsv",
        ]
        ran = run_limited(command, seconds=120, memory_mb=2048, cwd=folder)
    if not ran.ok:
        raise Unreadable(
            "ocr_failed",
            "Không nhận dạng được chữ trên trang ảnh. Hãy tải tệp Word hoặc PDF có chữ.",
        )
    return list(_words(ran.out.decode("utf-8", "replace")))


def _words(table: str) -> Iterator[Word]:
    for line in table.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) < 12 or not cells[11].strip() or float(cells[10]) < 0:
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        yield Word(
            nfc(cells[11]),
            left,
            top,
            left + width,
            top + height,
            (int(cells[2]), int(cells[3]), int(cells[4])),
            float(cells[10]) / 100,
        )


def _placed(image: "Image", words: list[Word], number: int) -> Iterator[SourceBlock]:
    grids = find_grids(image)
    free = [word for word in words if not any(grid.holds(word) for grid in grids)]
    sparse = _recognised(image, _SPARSE) if grids else []
    items: list[tuple[int, SourceBlock]] = [
        (grid.rows[0], grid.table(sparse, words, number)) for grid in grids
    ]
    items += list(_lines(free, number))
    for _, block in sorted(items, key=lambda item: item[0]):
        yield block


def _lines(words: list[Word], number: int) -> Iterator[tuple[int, SourceBlock]]:
    last_bottom = None
    left = min((word.left for word in words), default=0)
    for row in rows_of(words):
        top, height = min(word.top for word in row), max(word.bottom - word.top for word in row)
        if last_bottom is not None and top - last_bottom > height * 0.9:
            yield top - 1, SourceBlock("line", "", page=number)
        last_bottom = max(word.bottom for word in row)
        parts = [" " * min(8, (row[0].left - left) // 20)]
        texts = mended([word.text for word in row])
        for before, word, text in zip([None, *row], row, texts, strict=False):
            parts.append(
                ("    " if word.left - before.right > _BETWEEN_BLOCKS else " ") if before else ""
            )
            parts.append(text)
        yield top, SourceBlock("line", "".join(parts), page=number)


def rows_of(words: list[Word]) -> list[list[Word]]:
    """Words on one height, left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda item: item.top + item.bottom):
        middle = (word.top + word.bottom) / 2
        if rows and abs(
            middle - sum(w.top + w.bottom for w in rows[-1]) / (2 * len(rows[-1]))
        ) < 0.5 * max(w.bottom - w.top for w in rows[-1]):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda item: item.left) for row in rows]


@dataclass(frozen=True, slots=True)
class Grid:
    """Ruling lines of a table: heights of the rows and sides of the columns, in points of the
    picture.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]

    def holds(self, word: Word) -> bool:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.columns[0] < x < self.columns[-1] and self.rows[0] < y < self.rows[-1]

    def table(self, words: list[Word], fallback: list[Word], number: int) -> SourceBlock:
        """Cells filled with `words`; a cell they leave empty takes what the other reading of the
        page has there.
        """
        cells = self._cells(fallback) | self._cells(words)
        columns = range(len(self.columns) - 1)
        rows = [
            [_cell(cells.get((row, column), [])) for column in columns]
            for row in range(len(self.rows) - 1)
        ]
        return SourceBlock("table", rows=unwrap_rows(rows), page=number)

    def _cells(self, words: list[Word]) -> dict[tuple[int, int], list[Word]]:
        cells: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            if self.holds(word):
                slot = (
                    _slot(self.rows, (word.top + word.bottom) / 2),
                    _slot(self.columns, (word.left + word.right) / 2),
                )
                cells.setdefault(slot, []).append(word)
        return cells


def _slot(edges: tuple[int, ...], at: float) -> int:
    return max(index for index, edge in enumerate(edges[:-1]) if edge <= at)


def _cell(words: list[Word]) -> str:
    return "\n".join(" ".join(mended([word.text for word in row])) for row in rows_of(words))


def find_grids(image: "Image") -> list[Grid]:
    """Tables of the page by their long lines. Works on a picture a quarter as large."""
    small = image.reduce(_GRID).point(lambda value: 0 if value < 205 else 255)
    across = _lines_of(small, min_length=small.width // 5)
    down = _lines_of(small.transpose(_transpose()), min_length=max(12, small.height // 60))
    grids = []
    for group in _groups(across):
        top, bottom = group[0][0], group[-1][0]
        sides = [line for line in down if line[1] < bottom and line[2] > top]
        columns = _columns_of(sides, top, bottom)
        rows = _merged([line[0] for line in group])
        if len(rows) >= 2 and len(columns) >= 3:
            grids.append(
                Grid(tuple(at * _GRID for at in rows), tuple(at * _GRID for at in columns))
            )
    return grids


def _columns_of(sides: list[tuple[int, int, int]], top: int, bottom: int) -> list[int]:
    """Heights of upright lines added up by their place; a column line runs along at least two
    fifths of the table.
    """
    places = _merged([line[0] for line in sides])
    covered = {
        at: sum(
            min(line[2], bottom) - max(line[1], top) for line in sides if 0 <= line[0] - at <= 4
        )
        for at in places
    }
    return [at for at in places if covered[at] >= (bottom - top) * 0.4]


def _lines_of(image: "Image", min_length: int) -> list[tuple[int, int, int]]:
    """Straight lines put together from dark runs; a slightly tilted line falls into runs on
    neighbouring rows.
    """
    lines: list[list[int]] = []
    for row, start, end in _runs(image, min_length=max(14, min_length // 5)):
        line = next(
            (
                one
                for one in reversed(lines[-40:])
                if abs(one[0] - row) <= 3 and start <= one[2] + 6 and end >= one[1] - 6
            ),
            None,
        )
        if line:
            line[1], line[2] = min(line[1], start), max(line[2], end)
        else:
            lines.append([row, start, end])
    return [(row, start, end) for row, start, end in lines if end - start >= min_length]


def _transpose() -> Any:
    from PIL.Image import Transpose

    return Transpose.TRANSPOSE


def _runs(image: "Image", min_length: int) -> list[tuple[int, int, int]]:
    """Dark runs at least so long: (row, from, to)."""
    data, width = image.tobytes(), image.width
    pattern = re.compile(b"\x00{%d,}" % min_length)
    found = []
    for row in range(image.height):
        start = row * width
        found += [
            (row, match.start() - start, match.end() - start)
            for match in pattern.finditer(data, start, start + width)
        ]
    return found


def _groups(lines: list[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """Lines across within the ends of the first, and at least half as long, belong to its table."""
    groups: list[list[tuple[int, int, int]]] = []
    for line in lines:
        group = next(
            (
                g
                for g in groups
                if line[1] >= g[0][1] - 12
                and line[2] <= g[0][2] + 12
                and line[2] - line[1] > 0.5 * (g[0][2] - g[0][1])
            ),
            None,
        )
        if group:
            group.append(line)
        else:
            groups.append([line])
    return [group for group in groups if group[-1][0] - group[0][0] > 8]


def _merged(values: list[int]) -> list[int]:
    merged: list[int] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > 4:
            merged.append(value)
    return merged


def _without_rules(image: "Image") -> "Image":
    """The picture with long lines painted out, so that they are not read as letters."""
    from PIL import ImageDraw

    small = image.reduce(_GRID).point(lambda value: 0 if value < 205 else 255)
    cleaned = image.copy()
    draw = ImageDraw.Draw(cleaned)
    for row, start, end in _runs(small, min_length=small.width // 12):
        draw.rectangle(
            (start * _GRID, row * _GRID - 2, end * _GRID, row * _GRID + _GRID + 1), fill=255
        )
    for column, start, end in _runs(
        small.transpose(_transpose()), min_length=max(24, small.height // 30)
    ):
        draw.rectangle(
            (column * _GRID - 2, start * _GRID, column * _GRID + _GRID + 1, end * _GRID), fill=255
        )
    return cleaned
