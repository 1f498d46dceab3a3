"""Bytes of a plain text file to text: the encoding is judged by how Vietnamese the result reads."""

import re
import unicodedata

from thenchot.platform.office.reading.legacy_fonts import from_tcvn3, from_vni
from thenchot.platform.office.reading.model import Unreadable

_COMMON = frozenset(
    [
        "của",
        "và",
        "các",
        "nhân",
        "dân",
        "công",
        "thực",
        "hiện",
        "cán",
        "bộ",
        "đảng",
        "nhiệm",
        "vụ",
        "ủy",
        "ban",
        "tổ",
        "chức",
        "phường",
        "xã",
        "tỉnh",
        "thành",
        "phố",
        "hoàn",
        "tháng",
        "năm",
        "quý",
        "về",
        "theo",
        "cho",
        "được",
        "có",
        "không",
        "việc",
        "kế",
        "hoạch",
        "nghị",
        "quyết",
        "quyết",
        "định",
        "chủ",
        "trì",
        "phối",
        "hợp",
        "thời",
        "gian",
        "thường",
        "xuyên",
        "trước",
        "ngày",
        "đơn",
        "vị",
        "cơ",
        "quan",
        "liên",
        "quan",
        "trong",
        "đến",
        "từ",
        "với",
        "là",
    ]
)


def decode(data: bytes) -> tuple[str, str | None]:
    """The text, and the name of the legacy encoding when it was converted. Raises `Unreadable`."""
    marked = _by_mark(data)
    if marked is not None:
        return marked, None
    _refuse_binary(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _best(_candidates(data))
    return (
        _best({None: text, "TCVN3": from_tcvn3(text), "VNI": from_vni(text)})
        if _looks_western(text)
        else (text, None)
    )


def _by_mark(data: bytes) -> str | None:
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(name)
            except UnicodeDecodeError as error:
                raise _bad() from error
    if data[1:200:2].count(0) > 40 or data[0:200:2].count(0) > 40:
        return data.decode("utf-16-le" if data[1:200:2].count(0) > 40 else "utf-16-be", "replace")
    return None


def _refuse_binary(data: bytes) -> None:
    sample = data[:20000]
    control = sum(1 for byte in sample if byte < 9 or 13 < byte < 32)
    if control > len(sample) * 0.01:
        raise Unreadable(
            "wrong_type", "Tệp không phải văn bản. Hãy dùng tệp .docx, .pdf, .txt hoặc .md."
        )


def _candidates(data: bytes) -> dict[str | None, str]:
    western = data.decode("cp1252", "replace")
    return {
        "cp1258": unicodedata.normalize("NFC", data.decode("cp1258", "replace")),
        "TCVN3": from_tcvn3(data.decode("latin-1")),
        "VNI": from_vni(western),
    }


def _best(candidates: dict[str | None, str]) -> tuple[str, str | None]:
    name = max(candidates, key=lambda key: score(candidates[key]))
    if score(candidates[name]) < 0.02:
        raise _bad()
    return candidates[name], name


def _bad() -> Unreadable:
    return Unreadable(
        "bad_encoding",
        "Không nhận ra bảng mã của tệp. Hãy mở tệp và lưu lại với bảng mã Unicode (UTF-8).",
    )


def score(text: str) -> float:
    """Share of common Vietnamese words among all words of the beginning of `text`."""
    found = re.findall(r"[^\W\d_]+", text[:20000].lower())
    return sum(word in _COMMON for word in found) / len(found) if found else 0.0


def _looks_western(text: str) -> bool:
    """Proper Unicode, but with the letters legacy fonts leave behind: "Uû ban nh©n d©n"."""
    strange = len(re.findall(r"[©¸µ·¹ªÊÕÖ×ÞßäåæçëïñøûÑÛÔÙÁÅÃÄ®§¨]|[aeou][ùøûõïåäëü]", text[:20000]))
    return strange > max(8, len(text[:20000]) * 0.01) and score(text) < 0.25
