"""The container of Office files before 2007: an old Word file or workbook, told by the names in its
directory; what is locked or carries macros is refused.
"""

from array import array

from thenchot.platform.office.reading.model import Unreadable

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128  # bytes of one entry of the directory
_OF_EXCEL = (b"\x20\x08\x02\x00", b"\x10\x08\x02\x00")  # the class of the whole file begins so
_FREE = 0xFFFFFFFA  # numbers from here on are of no sector
_LEAST = 4096  # bytes: a shorter stream stands elsewhere


def tell_compound(content: bytes) -> str:
    """ "doc" or "xls". Raises `Unreadable`: password, macro, wrong_type."""
    if any(_has(content, name) for name in ("EncryptedPackage", "EncryptionInfo")):
        raise _password()
    is_workbook = _has(content, "Workbook") or _has(content, "Book")
    is_word = _has(content, "WordDocument") and not (is_workbook and _is_of_excel(content))
    if not (is_word or is_workbook) or len(content) < 1536:
        raise Unreadable(
            "wrong_type",
            "Tệp Office đời cũ không mở được: mở bằng phần mềm gốc, lưu lại thành .docx, .xlsx.",
        )
    if is_word and _is_locked(content):
        raise _password()
    if any(_has(content, name) for name in ("_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA")):
        raise Unreadable("macro", "Tệp chứa macro: lưu lại thành .docx hoặc .xlsx không có macro.")
    return "doc" if is_word else "xls"


def _password() -> Unreadable:
    return Unreadable("password", "Tệp có mật khẩu: bỏ mật khẩu rồi tải lại.")


def _has(content: bytes, stream: str) -> bool:
    return _entry(content, stream) >= 0


def _entry(content: bytes, stream: str) -> int:
    """Where the entry of a stream begins, or -1: its name in UTF-16 with its end."""
    name = f"{stream}\0".encode("utf-16-le")
    at = content.find(name)
    while at >= 0 and at % _ENTRY:
        at = content.find(name, at + 1)
    return at


def _is_of_excel(content: bytes) -> bool:
    root = _sector(content, _number(content, 48))
    return content[root + 80 : root + 84] in _OF_EXCEL


def _is_locked(content: bytes) -> bool:
    """The flag fEncrypted in the head of the text."""
    entry = _entry(content, "WordDocument")
    flags = _sector(content, _number(content, entry + 116)) + 10
    return _number(content, entry + 120) >= _LEAST and bool(_number(content, flags) & 0x100)


def _sector(content: bytes, number: int) -> int:
    return (number + 1) << min(content[30], 12)


def _number(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "little")


def stream_of(content: bytes, *names: str) -> bytes:
    """What the first of these streams holds; b"" where it is none, short or broken."""
    entry = next((at for name in names if (at := _entry(content, name)) >= 0), -1)
    size = _number(content, entry + 120) if entry >= 0 else 0
    if size < _LEAST:
        return b""
    table = _next_sectors(content)
    step = 1 << min(content[30], 12)
    parts: list[bytes] = []
    number = _number(content, entry + 116)
    while number < len(table) and len(parts) * step < size:
        at = _sector(content, number)
        parts.append(content[at : at + step])
        number = table[number]
    return b"".join(parts)[:size]


def _next_sectors(content: bytes) -> "array[int]":
    """Which sector follows which; the places of the table itself stand in the head and, of a large
    file, in sectors of their own.
    """
    step = 1 << min(content[30], 12)
    places = array("I", content[76:512])
    more, left = _number(content, 68), _number(content, 72)
    while left and more < _FREE:
        at = _sector(content, more)
        places.extend(array("I", content[at : at + step - 4].ljust(step - 4, b"\xff")))
        more, left = _number(content, at + step - 4), left - 1
    table = array("I")
    for place in places:
        if place < _FREE and (at := _sector(content, place)) + step <= len(content):
            table.frombytes(content[at : at + step])
    return table
