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
    r"|cây|ha|héc-ta|ki-lô-mét|km|tấn|tỷ đồng|triệu đồng|phần trăm|phần nghìn|nghìn|vạn|triệu"
    r"|công chức|viên chức|học sinh|trẻ|hồ sơ|căn|máy|phòng|giường|bộ|cụm|phong trào|đoàn viên"
    r"|hội viên|bản|ấp|điểm|đợt|vụ|con|lao động)(?!\w)"
)
_NO_NUMBER = re.compile(
    r"\b(?:thứ|tháng|quý|khóa|cấp|loại|mức|ngày|năm|hạng|giải|lớp|khối|tuần)\s+$"
)
_FIVE = re.compile(
    r"\b(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|hơn|có|đạt|thêm|từ|thành lập"
    r"|xây dựng|tổ chức|hoàn thành|hỗ trợ|mở|trồng|xóa)\s+$"
)
_WORDS = re.compile(
    rf"(?<!\w){_SPOKEN}(?=\s+{_COUNTED})"
    rf"|(?<=ít nhất ){_SPOKEN}(?=\s+[^\W\d_]{{2,}})"
    rf"|(?<=tối thiểu ){_SPOKEN}(?=\s+[^\W\d_]{{2,}})"
)
_PARTS = (
    (re.compile(r"\bmột nửa(?:\s+số)?\b"), "50%"),
    (re.compile(r"\b(?:hai phần ba|2/3)\s+(?:tổng\s+)?số\b"), "66,7%"),
    (re.compile(r"\b(?:một phần ba|1/3)\s+(?:tổng\s+)?số\b"), "33,3%"),
    (re.compile(r"\b(?:ba phần tư|3/4)\s+(?:tổng\s+)?số\b"), "75%"),
    (re.compile(r"\b(?:một phần tư|1/4)\s+(?:tổng\s+)?số\b"), "25%"),
)
_MULTIPLIED = re.compile(
    r"(?<![\w.,])(?P<n>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*"
    r"(?P<by>nghìn|ngàn|vạn|triệu)(?!\w)(?=\s+(?P<noun>\w+))"
)
_TIMES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6}
_MONEY = ("đồng", "usd", "đô")


def in_digits(phrase: str, number: Callable[[str], float]) -> str:
    """`phrase` with spoken numbers in digits and multipliers of counted things multiplied out.
    Money keeps its unit: "tỷ đồng", "triệu đồng".
    """
    for pattern, share in _PARTS:
        phrase = pattern.sub(share, phrase) if pattern.search(phrase) else phrase
        phrase = _opening(pattern, share, phrase)
    spoken = plain(phrase)
    for match in reversed(list(_WORDS.finditer(spoken))):
        before, words = spoken[: match.start()], match.group()
        if _NO_NUMBER.search(before) or (words == "năm" and not _FIVE.search(before)):
            continue
        phrase = phrase[: match.start()] + str(_value(words)) + phrase[match.end() :]
    phrase = re.sub(r"(?i)(?<=\d)\s+phần trăm", "%", phrase)
    return _multiplied(phrase, number)


def _opening(pattern: re.Pattern[str], share: str, phrase: str) -> str:
    """The same at the head of a sentence, with its capital."""
    match = pattern.match(plain(phrase))
    return share + phrase[match.end() :] if match else phrase


def _multiplied(phrase: str, number: Callable[[str], float]) -> str:
    for match in reversed(list(_MULTIPLIED.finditer(plain(phrase)))):
        if match["by"] == "triệu" and match["noun"] in _MONEY:
            continue
        value = number(match["n"]) * _TIMES[match["by"]]
        written = f"{value:,.3f}".rstrip("0").rstrip(".").translate(_VIETNAMESE)
        phrase = phrase[: match.start("n")] + written + phrase[match.end("by") :]
    return phrase


_VIETNAMESE = str.maketrans(",.", ".,")
"""Thousands by a point, decimals by a comma."""


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
