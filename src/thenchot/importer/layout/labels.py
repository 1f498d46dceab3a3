"""Words that name a column of a task table or a line under a task: chủ trì, phối hợp, thời gian,
sản phẩm …
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from thenchot.importer.layout.open_labels import said_by_value, said_by_words
from thenchot.kernel.text import plain

_BODY = (
    r"(?:cơ quan|đơn vị|các cơ quan|các đơn vị|ban, ngành|tổ chức|bộ phận|phòng, ban|phòng"
    r"|ban|địa phương|cá nhân|tập thể|lực lượng|chủ thể|thành phần|khối)(?:\s*(?:,|/"
    r"|và)\s*(?:cơ quan|đơn vị|cá nhân|tổ chức"
    r"|địa phương|tập thể))*"
)
_FIELDS: tuple[tuple[str, str], ...] = (
    (
        "responsible",
        (
            r"(?:người|đồng chí|đ/c|lđ|lãnh đạo(?: đảng ủy| ubnd)?|cán bộ|ủy viên btv)"
            r"(?:\s+(?:được giao))?\s*(?:phụ trách|theo dõi|chỉ đạo|chịu trách nhiệm)"
            r"(?:\s+(?:chỉ đạo|theo dõi))?"
            r"|phụ trách|chỉ đạo thực hiện"
        ),
    ),
    (
        "lead_coordinate",
        rf"(?:{_BODY}\s+)?chủ trì\s*(?:,|/|và|-)\s*(?:{_BODY}\s+)?phối hợp(?:\s+thực hiện)?",
    ),
    (
        "coordinate",
        (
            rf"(?:phân công\s+)?(?:{_BODY}\s+|người\s+)?(?:cùng\s+)?phối hợp"
            rf"(?:\s+(?:thực hiện|tham mưu|với|cùng|triển khai|chính|liên quan|có liên quan))*"
            rf"|(?:{_BODY}\s+)?(?:cùng\s+)?tham gia(?:\s+(?:thực hiện|phối hợp))?"
            rf"|(?:{_BODY}\s+)?(?:hỗ trợ|cùng thực hiện)"
            rf"|(?:ai\s+)?(?:làm cùng|cùng làm|cùng tham gia)|{_BODY}\s+(?:có )?liên quan"
        ),
    ),
    (
        "lead",
        (
            rf"(?:phân công\s+|trách nhiệm\s+)?(?:{_BODY}\s+)?(?:chủ trì|chủ trì,? tham mưu|đầu "
            rf"mối)(?:\s*(?:,|và)?\s+(?:thực hiện|tham mưu|triển khai|xây dựng|soạn thảo|chính"
            rf"|chịu trách nhiệm|tổ chức))*|(?:{_BODY}\s+)(?:chủ quản|chủ công|nòng cốt|soạn thảo"
            rf"|chịu trách nhiệm chính|phụ trách(?: chính)?|thường trực|được phân công)"
            r"|(?:thực hiện )?chính|(?:đại diện )?chủ đầu tư|chủ dự án|đơn vị thi công"
            rf"|chịu trách nhiệm(?: chính| thực hiện)?"
        ),
    ),
    (
        "deadline",
        (
            r"(?:dự kiến\s+)?(?:các\s+)?(?:thời gian|thời hạn|tiến độ|thời điểm|hạn|lộ trình"
            r"|mốc thời gian|mốc|kỳ "
            r"hạn)(?:\s*(?:,|/|và)\s*(?:tiến độ|thời gian|thời hạn))?(?:\s+(?:thực hiện|hoàn thành"
            r"|triển khai|kết thúc|xử lý|trình|cuối|báo cáo|ban hành|tiến hành|tổ chức|gửi|nộp|giao"
            r"|phải xong|hoàn tất))?(?:\s*(?:,|và)\s*(?:địa điểm|sản phẩm"
            r"|kết quả)(?:\s+\w+){0,2})?(?:\s*(?:,|/|và)\s*(?:hoàn "
            r"thành|thực hiện))?(?:\s+dự kiến|\s+năm \d{4})?|hoàn thành(?: trước)?|xong(?: trước)?"
            r"|hạn chót|kết thúc|(?:xong |hoàn thành )?(?:khi nào|bao giờ)(?: xong| hoàn thành)?"
            r"|ngày hoàn thành"
        ),
    ),
    ("start", r"(?:thời gian\s+|ngày\s+)?bắt đầu"),
    (
        "product",
        (
            r"(?:dự kiến\s+)?(?:sản phẩm|kết quả)(?:\s*(?:,|/|và|-)\s*(?:sản phẩm|kết "
            r"quả))?(?:\s+(?:đầu ra|hoàn thành|đạt được|dự kiến|cần đạt|thực hiện|chủ yếu|cụ thể"
            r"|công việc|yêu cầu))*|đầu ra|hình thức văn bản"
        ),
    ),
    (
        "approval",
        (
            r"(?:cấp|cơ quan|thẩm quyền|cấp có thẩm quyền)\s*(?:trình|phê duyệt|ban hành|thông qua"
            r"|quyết định)|cấp trình"
        ),
    ),
    (
        "executor",
        (
            rf"(?:{_BODY}|ai|người|bên)\s+(?:làm|lo|chuẩn bị)|công chức|chuyên viên|viên chức|"
            rf"nhân viên|"
            rf"(?:{_BODY}\s+)(?:thực hiện|triển khai|tham mưu|được giao|chịu trách nhiệm|tổ chức "
            rf"thực hiện)(?:\s+(?:chính|thực hiện|tham mưu|triển khai))*|phân công(?:\s+(?:thực"
            rf" hiện|nhiệm vụ|trách nhiệm))?|thực hiện|người thực hiện|giao(?: cho| thực hiện)"
            rf"|trách "
            rf"nhiệm(?:\s+thực hiện)?|giao|đơn vị|cơ quan|bộ phận"
        ),
    ),
    (
        "task",
        (
            r"(?:nội dung|tên|các|phân công)?\s*(?:nhiệm vụ|công việc|nội dung|hoạt động|đầu "
            r"việc|phần việc|hạng mục|việc cần làm|việc phải làm|việc làm)(?:\s*(?:,|/"
            r"|và|-)\s*(?:nhiệm vụ|giải pháp|biện pháp|công việc|nội dung|hoạt động"
            r"|tiến độ|lộ trình|thời gian))*(?:\s+"
            r"(?:cụ thể|chủ yếu"
            r"|thực hiện|triển khai|trọng tâm|công việc|nhiệm vụ|được giao|cần thực hiện))*|giải "
            r"pháp"
            r"|tên (?:đề án|văn bản|nhiệm vụ|nghị quyết|dự thảo|quyết định|nội dung|công trình"
            r"|dự án|mô hình|hoạt động|công việc)|việc(?: gì)?|làm gì"
        ),
    ),
    ("number", r"(?:số\s*)?(?:tt|stt|thứ tự)|số|mã(?:\s+(?:số|việc|nhiệm vụ|chỉ tiêu))?"),
    ("review", r"(?:cơ quan|đơn vị|ban)\s+(?:thẩm tra|thẩm định)"),
    (
        "note",
        (
            r"địa điểm(?:\s+\w+){0,2}|nơi(?: làm| tổ chức| thực hiện| diễn ra)?|chỗ làm|phương tiện"
            r"|dụng cụ|vật tư|tài liệu|người dự|số người|chi phí|dự toán|số tiền|khách mời"
            r"|báo cáo viên|giảng viên|thành phần(?:\s+\w+){0,2}|đối tượng(?:\s+\w+){0,3}|phạm vi"
            r"(?:\s+\w+){0,2}|quy mô|số lượng|hình thức(?:\s+(?:thực hiện|tổ chức))?|cách thức"
            r"(?:\s+(?:thực hiện|tổ chức))?|phương pháp|mục đích|yêu cầu"
            r"|thời hạn (?:ủy quyền|phân cấp|hiệu lực|áp dụng|công bố|niêm yết)"
        ),
    ),
    ("note", r"ghi chú|(?:dự kiến\s+)?kinh phí(?:\s+thực hiện)?|nguồn (?:lực|kinh phí|vốn)"),
    (
        "indicator",
        (
            r"(?:(?:tên|nội dung|các)\s+)?chỉ tiêu(?:\s+(?:cụ thể|chủ yếu|phấn đấu|giao|cần đạt"
            r"|thực hiện))*(?:\s+(?:đến\s+)?năm 20\d\d)?|mục tiêu"
        ),
    ),
    ("unit", r"đơn vị tính|đvt|đơn vị đo"),
)
_SIX_CLARITIES = {
    "rõ việc": "task",
    "rõ người": "executor",
    "rõ thời gian": "deadline",
    "rõ tiến độ": "deadline",
    "rõ trách nhiệm": "responsible",
    "rõ sản phẩm": "product",
    "rõ kết quả": "product",
    "rõ thẩm quyền": "approval",
}
"""A task told by what must be clear of it."""
_COMPILED = tuple((field, re.compile(rf"(?:{pattern})")) for field, pattern in _FIELDS)
_TIME = r"(?:thời gian|thời hạn|tiến độ|lộ trình|mốc thời gian)"
_WHAT = r"(?:nội dung|công việc|nhiệm vụ|phần việc|phân công|trách nhiệm|đơn vị|cơ quan)"
_COMBINED = re.compile(
    rf"(?:{_WHAT}(?:\s+\w+){{0,3}}\s*(?:,|và|-|/)\s*{_TIME}|{_TIME}(?:\s+\w+){{0,3}}\s*(?:,|và|-|/)"
    rf"\s*{_WHAT})(?:\s*(?:,|và|-|/)?\s*\w+){{0,6}}"
)
"""One label for what and when: the lines under it are sentences of their own."""
_LABEL_FIELDS = {
    "lead",
    "coordinate",
    "deadline",
    "product",
    "approval",
    "executor",
    "responsible",
    "lead_coordinate",
}


COMBINED = "what_and_when"
_BLOCK_FIELDS = _LABEL_FIELDS | {"task", "note", COMBINED}
_SHARED_TITLE = 80  # characters: longer headings are sentences


@dataclass(frozen=True, slots=True)
class Label:
    """A label that opens a line: field name and where its value begins."""

    field: str
    end: int


@lru_cache(maxsize=4096)
def column_of(title: str) -> str | None:
    """The field a column title names, or null."""
    text = re.sub(r"\s+", " ", plain(title)).strip(" .:*()")
    text = re.sub(r"\s*\([^)]*\)$", "", text)
    if text in _SIX_CLARITIES:
        return _SIX_CLARITIES[text]
    for field, pattern in _COMPILED:
        if pattern.fullmatch(text):
            return field
    return None


_WITH_COLON = re.compile(r"\s*(?:(?:[-=]>|[-–+•*>])\s*)?(?:\()?([^:\t\n]{2,60}):\s*")
_WITH_DASH = re.compile(r"\s*(?:[-–+•*>]\s*)?([^:\t\n–-]{3,40})\s+[–-]\s+(?=[^\W_a-z])")
_IN_BRACKETS = re.compile(r"\s*(?:[-–+•*>]\s*)?\[([^:\]\t\n]{2,40})\]\s*:?\s*(?=\S)")
_ASKED = re.compile(r"\s*(?:[-–+•*>]\s*)?([^:?\t\n]{2,40})\?\s*:?\s*(?=\S)")


@lru_cache(maxsize=4096)
def label_of(text: str) -> Label | None:
    """ "Cơ quan chủ trì: …" and its kin at the start of a paragraph (a dash may come before); "[Ai
    làm] …", "Khi nào xong? …" likewise.
    """
    found = _set_apart(text)
    if found and found.field in _LABEL_FIELDS:
        return found
    match = _WITH_COLON.match(text) or _WITH_DASH.match(text)
    if not match:
        return None
    field = column_of(match[1])
    if field is None and match.re is _WITH_COLON and _known(match[1]):
        field = said_by_value(match[1].strip(), text[match.end() :])
    if field not in _LABEL_FIELDS:
        return None
    return Label(field, match.end())


def _known(title: str) -> bool:
    return said_by_words(title) is not None


def _set_apart(text: str) -> Label | None:
    """A label between square brackets, or asked as a question."""
    match = _IN_BRACKETS.match(text) or _ASKED.match(text)
    field = match and (column_of(match[1]) or said_by_words(match[1]))
    return Label(field, match.end()) if match and field else None


def field_of(label: str) -> str | None:
    """The field that a label inside a paragraph names, in usual words or in the author's own."""
    field = column_of(label) or said_by_words(label)
    return field if field in _LABEL_FIELDS else None


def is_combined(title: str) -> bool:
    """ "Nội dung, thời hạn"; "Phân công và tiến độ"."""
    return bool(_COMBINED.fullmatch(plain(title).strip(" .:")))


def block_label(words: str, heads: bool) -> Label | None:
    """What a numbered, lettered or dashed line inside a block answers: "a) Nhiệm vụ: …", "2. Cơ
    quan chủ trì, phối hợp" over its own lines (`heads`).
    """
    match = re.match(r"\s*([^:\t\n]{2,80}):\s*", words) or _WITH_DASH.match(words)
    title = match[1] if match else words
    if not match and (not heads or len(words) > _SHARED_TITLE):
        return _set_apart(words)
    field = COMBINED if is_combined(title) else column_of(title)
    if field is None and match and match.re is not _WITH_DASH:
        field = said_by_value(title.strip(), words[match.end() :])
    if field not in _BLOCK_FIELDS:
        return _set_apart(words)
    return Label(field, match.end() if match else len(words))


_HINTS: tuple[tuple[str, str], ...] = (
    ("lead_coordinate", r"chủ trì.*phối hợp"),
    ("coordinate", r"phối hợp"),
    ("lead", r"chủ trì|chủ quản|đầu mối"),
    ("responsible", r"phụ trách|chỉ đạo"),
    ("deadline", r"\b(?:thời gian|thời hạn|tiến độ|hạn|lộ trình|hoàn thành|thời điểm)\b"),
    ("product", r"sản phẩm|kết quả|đầu ra"),
    ("review", r"thẩm tra|thẩm định"),
    ("approval", r"cấp (?:trình|phê duyệt|ban hành)|thẩm quyền"),
    ("note", r"ghi chú|kinh phí|nguồn"),
    ("unit", r"đơn vị tính|đvt"),
    ("executor", r"thực hiện|phân công|trách nhiệm|đơn vị|cơ quan"),
    ("indicator", r"chỉ tiêu|mục tiêu"),
    ("task", r"nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|đề án|văn bản"),
    ("number", r"^(?:tt|stt|số)\b"),
)


_YEAR_COLUMN = re.compile(
    r"(?:thực hiện|kế hoạch|mục tiêu|chỉ tiêu|ước|kết quả|đến|năm|hiện trạng|dự kiến)\b.*\b20\d\d\b"
)
"""A column of figures: "Thực hiện 2025", "Mục tiêu năm 2026"."""


_OF_PERSONS = re.compile(
    r"(?:(?:họ (?:và )?tên|tên),?\s*)?(?:các\s+)?(?:thành viên|ủy viên|tổ viên"
    r"|đại biểu)(?:\s\w+){0,3}"
    r"|họ (?:và )?tên(?:\s*[,/-]?\s*(?:và\s+)?chức (?:vụ|danh))?|họ tên,? đơn vị"
)
"""A column of the persons among whom the work is handed out."""


def column_guess(title: str) -> str | None:
    """As `column_of`, with a weaker test for titles written in the author's own way."""
    text = plain(title)
    exact = column_of(title) or ("executor" if _OF_PERSONS.fullmatch(text.strip()) else None)
    if not exact and _YEAR_COLUMN.match(text):
        return None
    if exact or not 1 < len(text) <= 70 or len(text.split()) > 12:
        return exact
    hinted = next((field for field, pattern in _HINTS if re.search(pattern, text)), None)
    return hinted or said_by_words(title)


def holds_figures(title: str) -> bool:
    """ "Thực hiện 2025", "Chỉ tiêu 2026": a column of figures of a year."""
    return bool(_YEAR_COLUMN.match(plain(title)))
