"""Labels in the author's own words: told by what stands behind them, a body or a time ("Bộ phận
tham mưu: Văn phòng Đảng ủy", "Phải xong: trong tháng 5", "[Ai làm] Trạm Y tế").
"""

import re
from datetime import date
from functools import lru_cache

from thenchot.kernel.bodies import begins_with_body, is_body_phrase
from thenchot.kernel.deadlines import parse_deadline
from thenchot.kernel.lexicon import VERB
from thenchot.kernel.text import plain

_WORD = re.compile(r"[^\W\d_]+")
_MOST, _LONGEST = 6, 120  # words of a label, characters of a time
_SHORT = 4  # words of a label nobody knows
_TIME_WORDS = """
thời hạn gian điểm mốc xong hoàn thành tất kết thúc phải cần ngày làm khi nào bao giờ trước trong
tiến độ lịch kỳ cuối cùng chót dự kiến thực hiện triển khai nộp trình gửi giao bàn báo cáo diễn ra
bắt đầu đến chậm nhất vào lúc yêu cầu đích về công việc nội dung nhiệm vụ năm lộ khung tháng quý
sản phẩm phê duyệt ban hành định ấn đạt
"""
_TIME = frozenset(_TIME_WORDS.split())
_TIME_SAYS = re.compile(
    r"\b(?:thời|hạn|mốc|xong|hoàn|kết thúc|ngày|khi nào|bao giờ|tiến độ|lịch|kỳ|trước|chậm nhất"
    r"|lúc|lộ trình|đích|tháng|quý|bắt đầu)\b"
)
_WHO_WORDS = """
đơn vị cơ quan bộ phận người ai bên phòng ban tổ nhóm đầu mối chủ trì công lực quản phụ trách chịu
nhiệm chính tham mưu thực hiện làm lo giao cho phân nhận việc được đứng chỉ đạo theo dõi thường
trực nòng cốt lãnh cán đồng chí triển khai chức soạn thảo dự chuyên môn phục vụ cùng phối hợp hiệp
hỗ trợ gia liên với khác kèm giúp sức góp kết tập thể cá nhân trưởng tiếp đảm đương gánh vác bố cử
điều hành thuộc
"""
_WHO = frozenset(_WHO_WORDS.split())
_WHO_SAYS = re.compile(
    r"\b(?:đơn vị|cơ quan|bộ phận|người|ai|bên|đầu mối|chủ trì|chủ công|chủ lực|chủ quản|chính"
    r"|phụ trách|trách nhiệm|tham mưu|thực hiện|làm|lo|giao|phân công|nòng cốt|cán bộ|phối hợp"
    r"|hiệp đồng|hỗ trợ|cùng|tham gia|giúp|liên quan|phục vụ|kết hợp|cá nhân|tập thể|đảm"
    r"|đứng)\b"
)
_BESIDE = re.compile(
    r"\b(?:phối|cùng|hiệp đồng|tham gia|hỗ trợ|phục vụ|liên quan|giúp|góp sức|kết hợp|kèm)\b"
)
_FIRST = re.compile(r"\b(?:chủ|chính|đầu mối|trách nhiệm|đứng)\b")
_ASIDE = re.compile(
    r"(?:địa điểm|nơi(?! (?:làm|thực hiện|nhận việc|lo) chính)|thành phần|đối tượng"
    r"|kinh phí|nguồn|hình thức|số lượng|ghi chú|lưu ý|dự\b"
    r"|tham dự|khách mời|gửi|báo cáo viên|liên hệ|kính gửi|căn cứ|mục đích|yêu cầu|chú ý|ví dụ"
    r"|trong đó|gồm|bao gồm|cụ thể|riêng|đối với|về\b|tại|ở\b|trường hợp)"
)


@lru_cache(maxsize=4096)
def said_by_words(title: str) -> str | None:
    """What a label of nothing but words of who and when asks for."""
    words = _WORD.findall(plain(title))
    if not words or len(words) > _MOST or re.search(r"\d", title):
        return None
    said = " ".join(words)
    if _TIME.issuperset(words) and _TIME_SAYS.search(said) and not _who(said, words):
        return "deadline"
    return _who(said, words)


def _who(said: str, words: list[str]) -> str | None:
    if not (_WHO.issuperset(words) and _WHO_SAYS.search(said)):
        return None
    beside = _BESIDE.search(said) and not _FIRST.search(said)
    return "coordinate" if beside else "executor"


def said_by_value(title: str, value: str) -> str | None:
    """The field of a label that no list knows, by what stands behind it."""
    words = _WORD.findall(plain(title))
    if not title[:1].isupper() or not value.strip() or _ASIDE.match(plain(title)):
        return None
    field = said_by_words(title)
    if field == "deadline":
        return field if is_time(value) else None
    if field:
        bare = value.strip()
        named = begins_with_body(bare[:1].upper() + bare[1:])
        return field if named or not VERB.match(plain(bare)) else None
    return None if len(words) > _SHORT else _by_value_alone(title, value)


_HEADS = re.compile(
    r"(?:trưởng|phó trưởng) (?:đoàn|nhóm|tổ|ban)(?: \w+){0,2}|tổ trưởng|đội trưởng|chủ nhiệm(?:"
    r" \w+){0,2}"
)
"""Whoever heads those that do the work: "Trưởng đoàn: đồng chí …"."""


_ANY_PART = re.compile(r"(?:Cơ quan|Đơn vị|Bộ phận|Người|Bên|Lực lượng|Cán bộ)\s")
"""Some part of an office in small letters, whatever is said of it: "Bộ phận xung trận"."""


def _by_value_alone(title: str, value: str) -> str | None:
    lowered = plain(title)
    if _HEADS.fullmatch(lowered) and is_body_phrase(value):
        return "executor"
    part = _ANY_PART.match(title) and title[1:].islower()
    named = begins_with_body(title) and not part
    if named or VERB.match(lowered) or re.search(r"\d", title):
        return None
    if not is_body_phrase(value) or re.search(r"\d\s*/\s*\d", value):
        return None
    return "coordinate" if _BESIDE.search(lowered) else "executor"


def is_time(value: str) -> bool:
    """A day, a month …, or words that wait for one; nothing longer."""
    bare = value.strip(" .;")
    return len(bare) < _LONGEST and parse_deadline(bare, date(2026, 1, 1)).kind != "none"
