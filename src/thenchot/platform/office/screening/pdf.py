"""PDF files: text by its place on the page, notes, form fields and signatures; a scanned first page
by recognition.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from thenchot.platform.office.reading.limits import Limits
from thenchot.platform.office.reading.pdfium import open_pdf, pictures_on, whole_page
from thenchot.platform.office.reading.stamps import Line, stamp_among
from thenchot.platform.office.screening.pictures import stamp_on

_PLACED = 3  # pages whose letters are put together by their place
_SCAN = 0.4  # of the page covered by pictures: its text may be only what recognition left
_WIDTH = 1700  # points across of a page drawn for recognition: A4 at 200 dots per inch
LEAST_TEXT = 30  # characters of a page that is not only a picture
_NOTE = ("Contents", "V", "TU", "T", "DA", "Subj")


@dataclass(frozen=True, slots=True)
class _Letter:
    char: str
    left: float
    bottom: float
    right: float
    top: float


def stamp_of_pdf(content: bytes, limits: Limits) -> str:
    """Raises `Unreadable`."""
    document = open_pdf(content, limits)
    for number in range(len(document)):
        notes = stamp_among(list(_notes(document, number)), everywhere=True)
        page = whole_page(document, number)
        if stamp := notes or stamp_among(list(_lines(page, number)), wrapped=True):
            return stamp
        if number == 0 and (stamp := _recognised(page, limits)):
            return stamp
    return ""


def weigh(content: bytes, limits: Limits) -> tuple[int, bool]:
    """How many pages, and whether the first is a picture without text. Raises `Unreadable`."""
    document = open_pdf(content, limits)
    page = whole_page(document, 0)
    has_text = page.get_textpage().count_chars() >= LEAST_TEXT
    return len(document), not has_text and any(True for _ in pictures_on(page, limits))


def _lines(page: Any, number: int) -> Iterator[Line]:
    text = page.get_textpage()
    yield from (Line(line) for line in text.get_text_range().splitlines() if line.strip())
    if number < _PLACED:
        yield from (Line(line) for line in _placed(text))


def _placed(text: Any) -> Iterator[str]:
    """Letters on one height, cut where a gap is wider than a letter is high."""
    rows: dict[int, list[_Letter]] = {}
    for letter in _letters(text):
        rows.setdefault(round((letter.bottom + letter.top) / 12), []).append(letter)
    for row in rows.values():
        row.sort(key=lambda letter: letter.left)
        line, right = "", row[0].left
        for letter in row:
            gap, height = letter.left - right, max(letter.top - letter.bottom, 4)
            if gap > 4 * height:
                yield line
                line = ""
            line += (" " if line and gap > height / 4 else "") + letter.char
            right = letter.right
        yield line


def _letters(text: Any) -> Iterator[_Letter]:
    for at in range(min(text.count_chars(), 20_000)):
        char = text.get_text_range(at, 1)
        if char.strip():
            yield _Letter(char, *text.get_charbox(at))


def _notes(document: Any, number: int) -> Iterator[Line]:
    """What annotations and form fields say."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return  # said by whoever opens the page itself
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), 2_000)):
        note = raw.FPDFPage_GetAnnot(page, at)
        for key in _NOTE if note else ():
            if said := _string(raw, note, key):
                yield Line(said)
        raw.FPDFPage_CloseAnnot(note)


def _string(raw: Any, note: Any, key: str) -> str:
    size = raw.FPDFAnnot_GetStringValue(note, key.encode(), None, 0)
    if not 2 < size < 20_000:
        return ""
    buffer = ctypes.create_string_buffer(size)
    wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFAnnot_GetStringValue(note, key.encode(), wide, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _recognised(page: Any, limits: Limits) -> str:
    """Of a page that is mostly a picture."""
    covered = 0.0
    for item in pictures_on(page, limits):
        left, bottom, right, top = item.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    width, height = page.get_size()
    if covered < _SCAN * width * height or not limits.ocr:
        return ""
    image = page.render(scale=_WIDTH / max(width, height / 2), grayscale=True).to_pil()
    return stamp_on(image)
