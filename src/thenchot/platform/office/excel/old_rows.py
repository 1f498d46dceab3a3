"""The rows of a workbook before 2007 that nobody sees."""

from collections.abc import Iterator

from thenchot.platform.office.reading.compound import COMPOUND, stream_of

_SHEET, _ROW, _END = 0x85, 0x208, 0x0A  # kinds of records
_HIDDEN = 0x20  # of the flags of a row


def hidden_rows(content: bytes) -> Iterator[tuple[str, set[int]]]:
    """Name of a sheet and its hidden rows as Excel numbers them."""
    if not content.startswith(COMPOUND) or len(content) < 1536:
        return
    stream = stream_of(content, "Workbook", "Book")
    for kind, at, size in _records(stream, 0):
        if kind == _SHEET and size >= 8:
            start = int.from_bytes(stream[at : at + 4], "little")
            yield _name(stream[at + 6 : at + size]), set(_hidden(stream, start))


def _hidden(stream: bytes, start: int) -> Iterator[int]:
    for kind, at, size in _records(stream, start):
        if kind == _ROW and size >= 16 and stream[at + 12] & _HIDDEN:
            yield int.from_bytes(stream[at : at + 2], "little") + 1


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and size of each record until the end of the part."""
    while at + 4 <= len(stream):
        kind = int.from_bytes(stream[at : at + 2], "little")
        size = int.from_bytes(stream[at + 2 : at + 4], "little")
        if kind == _END or at + 4 + size > len(stream):
            return
        yield kind, at + 4, size
        at += 4 + size


def _name(told: bytes) -> str:
    """Its length, whether its letters are wide, its letters."""
    letters = told[2:]
    if told[1] & 1:
        return letters[: 2 * told[0]].decode("utf-16-le", "replace")
    return letters[: told[0]].decode("latin-1")
