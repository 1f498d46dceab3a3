"""What a file is, told from its content and never from its name; and what is refused."""

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from thenchot.platform.office.reading.compound import COMPOUND, tell_compound
from thenchot.platform.office.refused import BadFile

MB = 1024 * 1024
MAX_UNPACKED = 300 * MB
MAX_RATIO = 200  # a member above one megabyte that unpacks to more than this is no office document
MAX_MEMBERS = 10_000


@dataclass(frozen=True)
class FileKind:
    extension: str
    content_type: str


OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    kind.extension: kind
    for kind in (
        FileKind("pdf", "application/pdf"),
        FileKind("docx", f"{OFFICE}.wordprocessingml.document"),
        FileKind("doc", "application/msword"),
        FileKind("xlsx", f"{OFFICE}.spreadsheetml.sheet"),
        FileKind("xls", "application/vnd.ms-excel"),
        FileKind("pptx", f"{OFFICE}.presentationml.presentation"),
        FileKind("png", "image/png"),
        FileKind("jpg", "image/jpeg"),
        FileKind("txt", "text/plain; charset=utf-8"),
    )
}
OLD = {"doc": "docx", "xls": "xlsx"}
ALL = frozenset(KINDS) - set(OLD)  # the old kinds only where they are read
DOCUMENTS = ALL | {"doc"}
SHEETS = frozenset({"xls", "xlsx"})
ALIASES = {"jpeg": "jpg", "text": "txt", "md": "txt", "csv": "txt"}
MAIN_PART = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}


def tell(content: bytes) -> str:
    """The extension the content deserves. Raises BadFile for what is not taken at all."""
    if not content:
        raise BadFile("Tệp rỗng.")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content.startswith(b"PK"):
        return _office(content)
    if content.startswith(COMPOUND[:4]):
        return tell_compound(content)
    return _text(content)


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(
            "Không nhận ra loại tệp. Được tải lên: PDF, DOCX, XLSX, ảnh PNG/JPG, văn bản UTF-8."
        ) from error
    if "\0" in text or re.match(r"\s*<(!doctype|html|svg|script|\?xml)", text, re.IGNORECASE):
        raise BadFile("Tệp văn bản chứa mã trang web; hãy lưu thành văn bản thuần hoặc PDF.")
    return "txt"


def _office(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise BadFile("Tệp bị hỏng: mở lại bằng Word hoặc Excel rồi lưu bản mới.") from error
    _refuse_bombs(members)
    names = {member.filename for member in members}
    _refuse_macros(names)
    found = [kind for part, kind in MAIN_PART.items() if part in names]
    if not found:
        raise BadFile("Tệp nén không phải DOCX, XLSX: hãy giải nén và tải từng tệp.")
    return found[0]


def _refuse_bombs(members: list[zipfile.ZipInfo]) -> None:
    swollen = [
        m for m in members if m.file_size > MB and m.file_size > MAX_RATIO * max(m.compress_size, 1)
    ]
    if swollen or len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > MAX_UNPACKED:
        raise BadFile("Tệp nén bất thường (giải nén quá lớn), không nhận.")
    if any(
        m.filename.startswith(("/", "\\")) or ".." in PurePath(m.filename).parts for m in members
    ):
        raise BadFile("Tệp nén chứa đường dẫn bất thường, không nhận.")
    if any(m.flag_bits & 1 for m in members):
        raise BadFile("Tệp có mật khẩu: bỏ mật khẩu rồi tải lại.")


def _refuse_macros(names: set[str]) -> None:
    lowered = [name.lower() for name in names]
    if any(
        name.endswith("vbaproject.bin") or "/activex/" in name or "macrosheets/" in name
        for name in lowered
    ):
        raise BadFile("Tệp chứa macro: lưu lại thành .docx hoặc .xlsx không có macro.")


def clean_name(name: str, extension: str) -> str:
    """The name a person knows it by, without folders and control characters, ending as the content
    deserves.
    """
    base = unicodedata.normalize("NFC", name or "").replace("\\", "/").rsplit("/", 1)[-1]
    base = "".join(c for c in base if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*')
    stem, _, claimed = base.rpartition(".") if "." in base else (base, "", "")
    stem = re.sub(r"\s+", " ", stem).strip(" .")[:150] or "tep"
    _refuse_disguise(claimed.lower(), extension)
    return f"{stem}.{extension}"


def _refuse_disguise(claimed: str, extension: str) -> None:
    claimed = ALIASES.get(claimed, claimed)
    if {claimed, extension} in ({"xls", "xlsx"}, {"doc", "docx"}):
        return  # programs of offices often give a new file the old name
    if claimed in KINDS and claimed != extension:
        raise BadFile(
            f"Tên tệp ghi .{claimed} nhưng nội dung là .{extension}: lưu lại đúng loại rồi tải lên."
        )
    if claimed in {"docm", "xlsm", "dotm", "xltm", "pptm"}:
        raise BadFile("Tệp chứa macro: lưu lại thành .docx hoặc .xlsx không có macro.")
