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
_TENS = rf"(?:(?:{_ONE})\s+mươi(?:\s+(?:{_LAST}))?|mười(?:\s+(?:{_LAST}))?|(?:{_ONE})\s+chục)"
_HUNDREDS = rf"(?:{_ONE})\s+trăm(?:\s+(?:linh|lẻ)\s+(?:{_LAST})|\s+{_TENS})?"
_BELOW = rf"(?:{_HUNDREDS}|{_TENS}|{_ONE})"
_THOUSANDS = rf"{_BELOW}\s+(?:nghìn|ngàn)(?:\s+{_BELOW}(?!\s+(?:tỷ|triệu|nghìn)))?"
_SPOKEN = rf"(?:{_THOUSANDS}|{_BELOW})"
_LONG = (
    rf"(?:{_THOUSANDS}|{_HUNDREDS}|(?:{_ONE})\s+(?:mươi|chục)(?:\s+(?:{_LAST}))?"
    rf"|mười\s+(?:{_LAST}))"
)
"""A number of several words is nothing else."""
_COUNTED = (
    r"(?:mô hình|câu lạc bộ|tổ hợp tác|hợp tác xã|doanh nghiệp|sản phẩm|công trình|dự án|đề án"
    r"|chuyên đề|hội nghị|hội thi|hội thao|hội thảo|lớp|buổi|cuộc|lượt|thôn|xã|phường|tổ|trường"
    r"|trạm|điểm|đồng chí|cán bộ|đảng viên|người|tuyến|khu|chợ|vùng|cơ sở|di tích|lần|tin|bài|hộ"
    r"|nhà|chi bộ|giải|ngày|tiêu chí|chỉ số|dịch vụ|thủ tục|nhóm|đội|bác sĩ|giáo viên|chương trình"
    r"|sáng kiến|lễ hội|cây|ha|héc-ta|ki-lô-mét|km|tấn|tạ|lít|tỷ đồng|triệu đồng|phần trăm"
    r"|phần nghìn|nghìn|vạn|triệu|công chức|viên chức|học sinh|trẻ|hồ sơ|căn|ngôi|máy|phòng"
    r"|giường|bộ|cụm|phong trào|đoàn viên|hội viên|bản|ấp|đợt|vụ|con|lao động|suất|phần việc"
    r"|phần quà|hòa giải viên|cộng tác viên|tuyên truyền viên|camera|cầu|giếng|tủ sách|nghề"
    r"|làng nghề|phiên|chốt|trang trại|thanh niên|quần chúng|gia đình|tập thể|cá nhân|gương"
    r"|mặt hàng|chuỗi|nhãn hiệu|thư viện|bếp ăn|sân|bể|trạm y tế|chi đoàn|chi hội|đơn vị)(?!\w)"
)
_NO_NUMBER = re.compile(
    r"\b(?:thứ|tháng|quý|khóa|cấp|loại|mức|ngày|năm|hạng|giải|lớp|khối|tuần)\s+$"
)
_FIVE = re.compile(
    r"(?:^|[,;]\s*)\w+(?:\s\w+)?\s+$|\b(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|hơn"
    r"|có|đạt|thêm|từ|thành lập"
    r"|xây dựng|tổ chức|hoàn thành|hỗ trợ|mở|trồng|xóa)\s+$"
)
_WORDS = re.compile(
    rf"(?<!\w){_SPOKEN}(?=\s+{_COUNTED})"
    rf"|(?<!\w){_LONG}(?=\s+[^\W\d_]{{2,}})"
    rf"|(?<=ít nhất ){_SPOKEN}(?=\s+[^\W\d_]{{2,}})"
    rf"|(?<=tối thiểu ){_SPOKEN}(?=\s+[^\W\d_]{{2,}})"
)
_PARTS = (
    (re.compile(r"\bmột nửa(?:\s+số)?\b"), "50%"),
    (re.compile(r"\b(?:hai phần ba(?:\s+(?:tổng\s+)?số\b)?|2/3\s+(?:tổng\s+)?số\b)"), "66,7%"),
    (re.compile(r"\b(?:một phần ba(?:\s+(?:tổng\s+)?số\b)?|1/3\s+(?:tổng\s+)?số\b)"), "33,3%"),
    (re.compile(r"\b(?:ba phần tư(?:\s+(?:tổng\s+)?số\b)?|3/4\s+(?:tổng\s+)?số\b)"), "75%"),
    (re.compile(r"\b(?:một phần tư(?:\s+(?:tổng\s+)?số\b)?|1/4\s+(?:tổng\s+)?số\b)"), "25%"),
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
        written = f"{_value(words):,}".translate(_VIETNAMESE)
        phrase = phrase[: match.start()] + written + phrase[match.end() :]
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
    total = below = 0
    for word in words.split():
        if word in ("nghìn", "ngàn"):
            total, below = 1000 * below, 0
        elif word == "trăm":
            below *= 100
        elif word in ("mươi", "chục"):
            below += 9 * (below % 10)
        elif word == "mười":
            below += 10
        else:
            below += _ONES.get(word, 0)
    return total + below
