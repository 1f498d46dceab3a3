"""Quantities as people write them, put into digits: "ba mô hình", "1,2 triệu lượt", "một trăm phần
trăm".
"""

import re
from collections.abc import Callable

from thenchot.kernel.text import plain

_ONES = {
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_ONE = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_LAST = "một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín"
_SPOKEN = (
    rf"(?:(?:(?:{_ONE})\s+trăm(?:\s+(?:linh|lẻ)\s+(?:{_LAST}))?\s*)?"
    rf"(?:(?:{_ONE})\s+mươi(?:\s+(?:{_LAST}))?|mười(?:\s+(?:{_LAST}))?|(?:{_ONE})\s+chục)"
    rf"|(?:{_ONE})\s+trăm(?:\s+(?:linh|lẻ)\s+(?:{_LAST}))?|{_ONE})"
)
_COUNTED = (
    r"(?:mô hình|câu lạc bộ|tổ hợp tác|hợp tác xã|doanh nghiệp|sản phẩm|công trình|dự án|đề án"
    r"|chuyên đề|hội nghị|lớp|buổi|cuộc|lượt|thôn|xã|phường|tổ|trường|trạm|điểm|đồng chí|cán bộ"
    r"|đảng viên|người|tuyến|khu|chợ|vùng|cơ sở|di tích|lần|tin|bài|hộ|nhà|chi bộ|giải|ngày"
    r"|tiêu chí|chỉ số|dịch vụ|thủ tục|nhóm|đội|bác sĩ|giáo viên|chương trình|sáng kiến|lễ hội"
    r"|cây|ha|héc-ta|ki-lô-mét|km|tấn|tỷ đồng|triệu đồng|phần trăm|phần nghìn)(?!\w)"
)
_CUE = (
    r"(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|trên|dưới|hơn|có|thêm|được|đạt|mới|từ"
    r"|thành lập|xây dựng|tổ chức|hình thành|phát triển|duy trì|mở|công nhận|nhân rộng|hỗ trợ)"
)
_WORDS = re.compile(
    rf"(?<!\w)(?P<cue>(?:{_CUE}\s+)*|(?:^|[,;:]\s*))(?P<words>{_SPOKEN})(?=\s+{_COUNTED})"
)
_MULTIPLIED = re.compile(
    r"(?<![\w.,])(?P<n>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*"
    r"(?P<by>nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w)(?!\s+đồng)(?=\s+(?P<noun>\w+))"
)
_TIMES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_MONEY = ("tỷ", "tỉ", "triệu")


def in_digits(phrase: str, number: Callable[[str], float]) -> str:
    """`phrase` with spoken numbers in digits and multipliers of counted things multiplied out.
    Money keeps its unit: "tỷ đồng", "triệu đồng".
    """
    spoken = plain(phrase)
    for match in reversed(list(_WORDS.finditer(spoken))):
        alone = not match["cue"].strip() and match.start("words") > 0
        if alone and spoken[match.start()] not in ",;:":
            continue
        start, end = match.span("words")
        phrase = phrase[:start] + str(_value(match["words"])) + phrase[end:]
    phrase = re.sub(r"(?i)(?<=\d)\s+phần trăm", "%", phrase)
    return _multiplied(phrase, number)


def _multiplied(phrase: str, number: Callable[[str], float]) -> str:
    for match in reversed(list(_MULTIPLIED.finditer(plain(phrase)))):
        if match["by"] in ("tỷ", "tỉ") or (match["noun"] in _MONEY and match["by"] == "triệu"):
            continue
        value = number(match["n"]) * _TIMES[match["by"]]
        written = f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
        phrase = phrase[: match.start("n")] + written + phrase[match.end("by") :]
    return phrase


def _value(words: str) -> int:
    total = 0
    for word in words.split():
        if word == "trăm":
            total *= 100
        elif word in ("mươi", "chục"):
            total = total // 10 * 10 + total % 10 * 10 if total > 99 else total * 10
        elif word == "mười":
            total += 10
        elif word in _ONES:
            total += _ONES[word]
    return total
