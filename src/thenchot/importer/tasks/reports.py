"""Duties to report: to whom, through whom, when."""

import re
from datetime import date

from thenchot.importer.layout.tree import Node
from thenchot.importer.model import ParsedReport, Spans
from thenchot.importer.tasks.pieces import Piece, best
from thenchot.importer.tasks.subjects import bodies_after
from thenchot.kernel.deadlines import Deadline, Found, find_deadlines
from thenchot.kernel.text import plain, tidy

_REPORTS = re.compile(r"\bbáo cáo\b(?!\s+(?:viên|chính trị|tài chính))")
_DIRECT = re.compile(r"\bbáo cáo\s+|\bgửi(?:\s+báo cáo)?(?:\s+về)?\s+")
_TOWARDS = re.compile(r"\bbáo cáo\b[^.;]{0,90}?\b(?:về|với|cho|gửi(?: về)?|lên|đến)\s+")
_DRAFTS = re.compile(r"(?:hoàn thiện|xây dựng|thẩm định|dự thảo|viết|duyệt|thông qua)\s+báo cáo")
_RESULT_SENT = re.compile(
    r"^(?:kết quả|tình hình|báo cáo kết quả|văn bản)(?:\s+(?:triển khai|thực hiện|kiểm tra|rà "
    r"soát|xử lý|tổ chức|này|và|\w+)){0,6}?\s+(?:(?:đề nghị|yêu cầu|được|phải)\s+)?(?:báo cáo"
    r"|gửi)\s+(?:về|cho|đến|lên|\w)"
)
_VIA = re.compile(r"\((?:thông\s+)?qua\s+|\bthông qua\s+(?=ban|phòng|văn phòng|sở)")


def is_report(text: str) -> bool:
    """Is reporting the main duty of this sentence?"""
    lowered = plain(text).strip()
    if _DRAFTS.search(lowered):
        return False
    if _RESULT_SENT.match(lowered):
        return True
    opening = (
        re.sub(r"^(?:.{0,80}?)(?=(?:định kỳ|hằng|hàng) )", "", lowered)
        if re.match(r"^(?:các|mỗi) ", lowered)
        else lowered
    )
    return bool(
        re.match(
            (
                r"^(?:(?:định kỳ|hằng|hàng|trước ngày|vào ngày|chậm nhất|6 tháng|thường "
                r"xuyên)[^.;]{0,60}?[,\s]\s*)?(?:tổng hợp\s*,?\s*(?:và\s+)?|lập\s+)?(?:báo cáo|gửi "
                r"báo cáo)\b(?!\s+viên)"
            ),
            opening,
        )
    )


def mentions_report(text: str) -> re.Match[str] | None:
    return _REPORTS.search(plain(text))


def receiver_of(text: str) -> str | None:
    """The body a report goes to."""
    lowered = plain(text)
    if not _REPORTS.search(lowered):
        return None
    for pattern in (_DIRECT, _TOWARDS):
        for match in pattern.finditer(lowered):
            bodies, _ = bodies_after(text, match.end())
            if bodies:
                return "; ".join(body.name for body in bodies)
    return None


def via_of(text: str) -> str | None:
    """ "(qua Ban Xây dựng Đảng)": the body it passes through."""
    match = _VIA.search(plain(text))
    if not match:
        return None
    bodies, _ = bodies_after(text, match.end())
    return bodies[0].name if bodies else None


def reports_in(
    ref: str, node: Node, text: str, piece: Piece, lead: tuple[str, ...], reference: date | None
) -> list[ParsedReport]:
    """The reporting duties inside a piece, each cut out between its stops; a mention without a
    receiver is none.
    """
    found = []
    last = -1
    for match in _REPORTS.finditer(plain(text), piece.start, piece.end):
        if match.start() < last:
            continue
        start, last = _clause(text, match.start(), piece)
        words = text[start:last]
        if receiver_of(words) or is_report(words):
            found.append(_report(ref, node, words, start, lead, reference))
    return found


def _clause(text: str, at: int, piece: Piece) -> tuple[int, int]:
    stops = [piece.start] + [
        match.end() for match in re.finditer(r"[;.]\s+", text) if piece.start < match.end() <= at
    ]
    after = re.compile(r";\s|\.\s+[A-ZĐÀ-Ỹ]|\.$").search(text, at, piece.end)
    return stops[-1], after.start() if after else piece.end


def _nearest(words: str, found: list[Found]) -> Found | None:
    """The deadline of the reporting itself: a day first, else the one that stands closest to the
    word.
    """
    dated = [item for item in found if item.deadline.end]
    said = _REPORTS.search(plain(words))
    if dated or not said:
        return best(dated or found)
    return min(found, key=lambda item: abs(item.span[0] - said.start()), default=None)


def _report(
    ref: str, node: Node, words: str, start: int, lead: tuple[str, ...], reference: date | None
) -> ParsedReport:
    when = _nearest(words, find_deadlines(words, reference))
    span = (node.at + start, node.at + start + len(words))
    spans: Spans = {"text": [span]}
    if when:
        spans["deadline"] = [(span[0] + when.span[0], span[0] + when.span[1])]
    return ParsedReport(
        ref=ref,
        text=tidy(words),
        lead=lead,
        receiver=receiver_of(words),
        via=via_of(words),
        deadline_raw=when.raw if when else "",
        deadline=when.deadline if when else Deadline("none"),
        parent=node.parent.ref if node.parent else None,
        spans=spans,
        rules={"text": "report_clause"},
        confidence={"text": 0.8, "deadline": when.confidence if when else 0.8},
    )
