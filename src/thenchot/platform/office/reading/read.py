"""A file, whatever its name says, read by what it holds."""

import io
import zipfile
from pathlib import Path

from thenchot.kernel.text import nfc
from thenchot.platform.office.reading.apart import read_apart
from thenchot.platform.office.reading.compound import COMPOUND, tell_compound
from thenchot.platform.office.reading.decode import decode
from thenchot.platform.office.reading.limits import DEFAULT, MEGABYTE, Limits
from thenchot.platform.office.reading.model import Source, SourceBlock, SourceWarning, Unreadable
from thenchot.platform.office.reading.old_word import as_docx


def read_source(path: str | Path, *, limits: Limits = DEFAULT) -> Source:
    """Lines, paragraphs and tables of a text, Word or PDF file. Raises `Unreadable` with a message
    to show.
    """
    file = Path(path)
    size = file.stat().st_size
    if size == 0:
        raise Unreadable("empty", "Tệp rỗng, không có nội dung.")
    if size > limits.size:
        raise Unreadable(
            "too_big",
            f"Tệp quá lớn ({size // MEGABYTE} MB), giới hạn là {limits.size // MEGABYTE} MB.",
        )
    data = file.read_bytes()
    if data.startswith(COMPOUND) and tell_compound(data) == "doc":
        data = as_docx(data, limits)
    packed = data.startswith(b"PK") or b"%PDF-" in data[:1024]
    read = read_apart(_read, data, limits, limits=limits) if packed else _read(data, limits)
    return _limited(read, limits)


def _read(data: bytes, limits: Limits) -> Source:
    """In this process; what has to be unpacked is read apart."""
    if b"%PDF-" in data[:1024]:
        from thenchot.platform.office.reading.pdf import read_pdf

        return read_pdf(data, limits)
    if data.startswith(b"PK"):
        _refuse_bad_zip(data, limits)
        from thenchot.platform.office.reading.docx import read_docx

        return read_docx(data, limits)
    _refuse_known_types(data)
    return _text(data)


def _refuse_known_types(data: bytes) -> None:
    if data.startswith(COMPOUND):
        tell_compound(data)
        raise Unreadable(
            "wrong_type", "Loại tệp chưa hỗ trợ. Hãy dùng tệp .docx, .doc, .pdf, .txt hoặc .md."
        )
    if data.startswith(b"{\\rtf"):
        raise Unreadable(
            "wrong_type", "Tệp dạng .rtf chưa đọc được. Hãy mở bằng Word và lưu lại thành .docx."
        )
    if data[:4] in (
        b"\x89PNG",
        b"\xff\xd8\xff\xe0",
        b"\xff\xd8\xff\xe1",
        b"GIF8",
        b"II*\x00",
        b"MM\x00*",
    ):
        raise Unreadable("wrong_type", "Tệp là ảnh. Hãy quét hoặc in thành tệp .pdf rồi tải lên.")


def _refuse_bad_zip(data: bytes, limits: Limits) -> None:
    """Look only at the directory of the archive: sizes, macros, and whether it is a Word file at
    all.
    """
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile as error:
        raise Unreadable("damaged", "Tệp bị hỏng, không mở được.") from error
    unpacked = sum(entry.file_size for entry in entries)
    if (
        len(entries) > limits.entries
        or unpacked > limits.unpacked
        or unpacked > limits.ratio * max(len(data), 10_000)
    ):
        raise Unreadable("zip_bomb", "Tệp nén có dung lượng bung ra bất thường nên không được mở.")
    names = {entry.filename for entry in entries}
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable(
            "macro", "Tệp có macro nên không được nhận. Hãy lưu lại thành .docx không có macro."
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("password", "Tệp được đặt mật khẩu. Hãy gỡ mật khẩu rồi tải lại.")
    if "word/document.xml" not in names:
        raise Unreadable(
            "wrong_type",
            "Tệp không phải văn bản Word (.docx). Hãy dùng tệp .docx, .pdf, .txt hoặc .md.",
        )


def _text(data: bytes) -> Source:
    text, legacy = decode(data)
    text = nfc(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise Unreadable("empty", "Tệp rỗng, không có nội dung.")
    blocks, page = [], 1
    for line in text.split("\n"):
        page += line.count("\f")
        blocks.append(SourceBlock("line", line, page=page))
    warnings = (
        (
            SourceWarning(
                "converted",
                f"Văn bản dùng bảng mã cũ {legacy}, đã chuyển sang Unicode, cần xem lại",
            ),
        )
        if legacy
        else ()
    )
    return Source(
        text,
        tuple(blocks),
        pages=page,
        warnings=warnings,
        converted_from=legacy,
        confidence=0.9 if legacy else 1.0,
    )


def _limited(source: Source, limits: Limits) -> Source:
    rows = len(source.blocks) + sum(len(block.rows) for block in source.tables)
    if rows > limits.rows:
        raise Unreadable("too_long", f"Tệp có {rows} dòng, vượt giới hạn {limits.rows} dòng.")
    if len(source.text) > limits.characters:
        raise Unreadable(
            "too_long",
            f"Tệp có {len(source.text)} chữ cái và dấu, vượt giới hạn {limits.characters}.",
        )
    return source
