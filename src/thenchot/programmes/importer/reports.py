"""Duties to report: to whom, through whom, when."""

import re

from thenchot.kernel.text import plain
from thenchot.programmes.importer.subjects import bodies_after

_REPORTS = re.compile(r"\bbáo cáo\b")
_RECEIVER = re.compile(r"\bbáo cáo\b[^.;]{0,90}?\b(?:về|với|cho|gửi(?: về)?|lên|đến)\s+|\bbáo cáo\s+|\bgửi(?:\s+báo cáo)?(?:\s+về)?\s+")
_VIA = re.compile(r"\((?:thông\s+)?qua\s+|\bthông qua\s+(?=ban|phòng|văn phòng|sở)")


def is_report(text: str) -> bool:
    """Is reporting the main duty of this sentence?"""
    lowered = plain(text).strip()
    opening = re.sub(r"^(?:.{0,80}?)(?=(?:định kỳ|hằng|hàng) )", "", lowered) if re.match(r"^(?:các|mỗi) ", lowered) else lowered
    return bool(re.match(
        r"^(?:(?:định kỳ|hằng|hàng|trước ngày|vào ngày|chậm nhất|6 tháng|thường xuyên)[^.;]{0,60}?[,\s]\s*)?(?:tổng hợp\s*,?\s*(?:và\s+)?|lập\s+)?(?:báo cáo|gửi báo cáo)\b(?!\s+viên)",
        opening,
    ))


def mentions_report(text: str) -> re.Match[str] | None:
    return _REPORTS.search(plain(text))


def receiver_of(text: str) -> str | None:
    """The body a report goes to."""
    for match in _RECEIVER.finditer(plain(text)):
        bodies, _ = bodies_after(text, match.end())
        if bodies:
            return "; ".join(body.name for body in bodies)
    return None


def via_of(text: str) -> str | None:
    """"(qua Ban Xây dựng Đảng)": the body it passes through."""
    match = _VIA.search(plain(text))
    if not match:
        return None
    bodies, _ = bodies_after(text, match.end())
    return bodies[0].name if bodies else None
