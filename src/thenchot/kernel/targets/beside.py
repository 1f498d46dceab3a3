"""Aims that only a comma parts ("thu đạt 70 tỷ đồng, tỷ lệ hộ nghèo dưới 1,5%"), and figures that
tell what is or was.
"""

import re

from thenchot.kernel.text import plain

_BOUND = (
    r"(?:đạt|dưới|trên|từ|không quá|không vượt quá|ít nhất|tối thiểu|tối đa|còn|xuống|lên|vượt"
    r"|hơn|≥"
    r"|≤|>|<)"
)
_VALUE = rf"{_BOUND}\s+(?:{_BOUND}\s+|mức\s+|và\s+)*\d[\d.,]*"
_COMMA = re.compile(r"(?<!\d),\s+(?:và\s+)?|(?<=[%\w]),\s+(?=[^\W\d])|\s+và\s+(?=tỷ lệ\b)")
_SAID = re.compile(
    rf"\b{_VALUE}|\d[\d.,]*\s*%|\b(?:xây dựng|lắp|trồng|mở|sửa|cấp|thành lập|tổ chức|hỗ trợ|đào"
    rf" tạo)[^,;\d]{{0,30}}\d"
)
_NEW = re.compile(
    rf"(?:(?:tỷ lệ|số|tổng|chỉ số|mức|diện tích|sản lượng|thu|chi|nợ|giá trị|tốc độ"
    rf"|độ)\b[^,;.\d]{{0,80}}"
    rf"|(?!trong đó|gồm|bao gồm|bình quân|tương đương|tăng|giảm|cao|thấp|bằng|so với|hoặc|kể|đến"
    rf"|năm"
    rf"|mỗi|nhất là)[^,;.\d()]{{2,60}}?){_VALUE}|\d[\d.]*\s+[^\W\d]|kết nạp\s+(?:{_BOUND}\s+)?\d"
    rf"|ở\s[^,;.\d]{{2,30}}\d"
)
_TOLD = re.compile(
    r"(?:\b(?:mới(?: chỉ)?|(?<!chứng )chỉ|đã|ước|hiện)\s+(?:đạt|có|xảy ra|thực hiện|giải ngân"
    r"|hoàn thành được)\s+"
    r"(?:(?:khoảng|hơn|gần|trên|được)\s+)?\d|\bhiện (?:nay |tại )?(?:có|còn)\s)"
)


def side_by_side(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a segment in which each has its own subject and value."""
    lowered = plain(text[start:end])
    cuts = [0]
    for comma in _COMMA.finditer(lowered):
        said = lowered[cuts[-1] : comma.start()]
        if "trong đó" not in said and _SAID.search(said) and _NEW.match(lowered, comma.end()):
            cuts.append(comma.end())
    bounds = [start + cut for cut in cuts]
    return list(zip(bounds, [*bounds[1:], end], strict=True))


def is_told(words: str) -> bool:
    """Says how things stand: "mới đạt 71% dự toán", "đã xảy ra 02 vụ", "hiện có 90 hộ"."""
    return bool(_TOLD.search(plain(words)))
