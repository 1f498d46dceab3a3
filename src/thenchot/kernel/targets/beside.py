"""Aims that only a comma or an "và" parts ("thu đạt 70 tỷ đồng, tỷ lệ hộ nghèo dưới 1,5%"), and
figures that tell what is or was.
"""

import re

from thenchot.kernel.lexicon import VERB
from thenchot.kernel.targets.phrase import BRACKET, parse_target
from thenchot.kernel.text import plain

_BETWEEN = re.compile(r",\s+(?:và\s+|cùng\s+)?|\s+(?:và|cùng)\s+")
_SIZE = re.compile(
    r"\s+(?:cho|quy mô|với)\s+(?=(?:mỗi \w+ )?(?:ít nhất|không dưới|tối thiểu|từ|trên|hơn)\s+\d"
    r"|\d[\d.]*\s+(?:lượt\s+)?(?:học viên|lao động|người|hội viên|đoàn viên|học sinh|đại biểu)\b)"
)
_BOUNDED = re.compile(r"\b(?:ít nhất|tối thiểu|không dưới|không quá|tối đa|không thấp hơn)\s+\d")
"""A second figure of the same aim: "mở 02 lớp cho ít nhất 60 lao động"."""
_GOES_ON = re.compile(
    r"(?:trong đó|gồm|bao gồm|hoặc|kể|nhất là|so với|cao|thấp|đến|năm|tức"
    r"|bằng (?!không)|chậm nhất|trước|từ (?:ngày|tháng|quý)|riêng năm|theo|tại|ở khu|có mặt|gấp)\b"
)
"""What only says more of the aim before it."""
_CHANGE = re.compile(
    r"(?:tăng|giảm)\s+(?:thêm\s+|khoảng\s+|trên\s+|hơn\s+|bình quân\s+)*\d[\d.,]*\s*"
    r"(?:%(?!\s+(?:số|tỷ|lượng|thời|chi|hộ|mức|diện|giá))|\w+(?:\s\w+){0,3}\s+so (?:với|cùng))"
)
"""By how much that is more than it was: "đạt 70 tỷ đồng, tăng 8% so với năm trước"."""
_HEAD = re.compile(
    r"(?:tỷ lệ|tỷ suất|tỷ trọng|số|tổng|chỉ số|mức|diện tích|sản lượng|năng suất|thu|chi|nợ|giá trị"
    r"|tốc độ|độ|doanh thu|thu nhập|lợi nhuận)\b"
)
_NUMBER_EARLY = re.compile(r"(?:[^\W\d]+\s+){0,5}?\d")
_NUMBER_LATER = re.compile(r"(?:[^\W\d]+\s+){0,14}?\d")
_ACTS = re.compile(r"(?:đưa|giảm|nâng|tăng|hạ|kéo|rút|cắt|duy trì|giữ|phấn đấu|bảo đảm|đảm bảo)\b")
_EACH = re.compile(r"mỗi\s+(\w+)")
_TOLD = re.compile(
    r"(?:\b(?:mới(?: chỉ)?|(?<!chứng )chỉ|ước|hiện)\s+(?:đạt|có|xảy ra|thực hiện|giải ngân"
    r"|hoàn thành được)\s+(?:(?:khoảng|hơn|gần|trên|được)\s+)?\d"
    r"|\bđã\s+(?:(?!được\b)[^\W\d]+\s+){1,4}?(?:(?:khoảng|hơn|gần|trên|được)\s+)?\d"
    r"|\bhiện (?:nay |tại )?(?:có|còn)\s)"
)
_NAMED = re.compile(
    r"\W*(?:thành phần|đối tượng|địa điểm|thời gian|kinh phí|số lượng|phạm vi|hồ sơ)[^:\d]{0,40}:"
)
"""A label whose figures set no aim: "Thành phần: 02 đại biểu mỗi chi bộ"."""


def side_by_side(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a segment in which each has a value of its own."""
    masked = BRACKET.sub(lambda match: "x" * len(match.group()), text[start:end])
    lowered = plain(masked)
    marks = sorted(
        [*_BETWEEN.finditer(lowered), *_SIZE.finditer(lowered)], key=lambda one: one.start()
    )
    stops = [*[mark.start() for mark in marks], len(lowered)]
    opens = [0, *[mark.end() for mark in marks]]
    cuts, head, said = [0], None, False
    for at, (opening, stop) in enumerate(zip(opens, stops, strict=True)):
        part = lowered[opening:stop]
        valued = parse_target(masked[opening:stop]).value is not None
        if at and said and valued and _is_new(part, lowered[cuts[-1] : opening], marks[at - 1]):
            cuts.append(head if head is not None else _from(marks[at - 1]))
            said, head = True, None
            continue
        if at and said and not valued and head is None and _HEAD.match(part):
            head = opening
        said = said or valued
    bounds = [start + cut for cut in cuts]
    return list(zip(bounds, [*bounds[1:], end], strict=True))


def _from(mark: re.Match[str]) -> int:
    """Behind a comma; "cho ít nhất …" and "quy mô …" keep their word."""
    return mark.start() + 1 if mark.re is _SIZE else mark.end()


def _is_new(part: str, before: str, mark: re.Match[str]) -> bool:
    """Sets an aim beside the one before it."""
    if _GOES_ON.match(part) or _CHANGE.match(part):
        return False
    if is_told(before) and not part.startswith(("phấn đấu", "nay ")):
        return False
    if mark.re is _BETWEEN and "," not in mark.group() and not _opens_another(part):
        return False
    each = _EACH.match(part)
    repeats = each and re.search(rf"\b{re.escape(each[1])}\b", before)
    return not repeats or bool(_BOUNDED.search(part))


def _opens_another(part: str) -> bool:
    """Behind "và": a number soon, or a verb or the name of a measure."""
    acts = VERB.match(part) or _HEAD.match(part) or _ACTS.match(part)
    return bool(_NUMBER_EARLY.match(part) or (acts and _NUMBER_LATER.match(part)))


_STANDS = re.compile(r"^\W*(?:thực|hiện) trạng\b|\bhiện (?:nay )?(?:là|ở mức|chiếm)\b")


def is_told(words: str) -> bool:
    """Says how things stand: "mới đạt 71% dự toán", "đã xảy ra 02 vụ", "hiện có 90 hộ"."""
    lowered = plain(words)
    return bool(_TOLD.search(lowered) or _STANDS.search(lowered) or _NAMED.match(lowered))
