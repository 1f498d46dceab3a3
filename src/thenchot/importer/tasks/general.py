"""Duties in general, beside a table or a list that says what is to be done: to follow, to urge, to
pay for the plan.
"""

import re

from thenchot.importer.model import ParsedTask
from thenchot.importer.tasks.subjects import subject_of
from thenchot.kernel.bodies import is_generic
from thenchot.kernel.text import plain

_GENERAL = re.compile(
    r"\W*(?:(?:có trách nhiệm|chịu trách nhiệm|chủ động|thường xuyên|chủ trì|tiếp tục)\s*,?\s*)*"
    r"(?:là\s+(?:cơ quan\s+|đơn vị\s+)?(?:đầu mối|thường trực)|đầu mối|theo dõi|đôn đốc|chỉ đạo,"
    r" đôn đốc|(?:tham mưu,? )?giúp [^,;.]{3,60} (?:theo dõi|đôn đốc|tổng hợp)"
    r"|thường trực|kiểm"
    r" tra, đôn đốc"
    r"|hướng dẫn(?:, theo dõi)?, đôn đốc|căn cứ|tổng hợp|chỉ đạo chung"
    r"|(?:tham mưu\s+)?(?:bố trí|cân đối|bảo đảm|đảm bảo)(?:,? (?:bố trí"
    r"|cân đối))?\s+(?:(?:nguồn )?(?:kinh"
    r" phí|ngân sách)|điều kiện|nguồn lực)(?:,? cơ sở vật chất)?\s*(?:[.;]|$|(?:(?:để|cho"
    r"|nhằm)\s+)?"
    r"(?:việc\s+)?(?:tổ chức\s+)?(?:triển khai|thực hiện)|theo quy định|hằng năm|hàng năm)"
    r"|tổ chức (?:triển khai )?thực hiện"
    r"|triển khai (?:thực hiện\s*[.;]|(?:thực hiện\s+)?(?:kế hoạch|nhiệm vụ|nghị quyết|chương trình"
    r"|các nhiệm vụ))|phối hợp tuyên truyền|tham mưu (?:thành lập|sơ kết)"
    r"|cụ thể hóa|quán triệt|giám sát (?:việc|tình hình) (?:thực hiện|triển khai))"
)
_APPEAL = re.compile(
    r"\b(?:quán triệt (?:sâu rộng|sâu sắc|nghiêm túc|kỹ)|(?:nghiêm túc|khẩn trương|chủ động) "
    r"(?:thực hiện|triển khai|chấp hành|quán triệt)|(?:chấp hành|thực hiện|triển"
    r" khai)"
    r" (?:nghiêm|tốt|đầy đủ|có hiệu quả)|quan tâm,? (?:phối hợp|thực hiện)|căn cứ [^,;]{0,60}thi"
    r" hành"
    r"|phối hợp thực hiện(?: tốt| nghiêm| đầy đủ)?)\b"
)
"""To carry out the document as such, said to everybody."""
_TO_ALL = re.compile(
    r"(?:(?:nhận được|trên đây|vì vậy|do đó)[^,:]{0,80}[,:]\s*)?(?:rất )?"
    r"(?:(?:[^,;.:]{3,60}\s)?(?:yêu cầu|đề nghị|mong)(?=\s+(?:các|mọi|toàn thể|tất cả)\b)"
    r"|yêu cầu|đề nghị|mong"
    r"|các|mọi|thủ trưởng"
    r"|người đứng đầu|toàn thể|tất cả)\b"
)
_LONGEST_APPEAL = 160  # characters
_QUOTED = re.compile(r'["“][^"“”]{1,40}["”]')
_ONCE = ("date", "month", "quarter", "half", "year")


def is_appeal(words: str, lead: tuple[str, ...]) -> bool:
    """ "Yêu cầu các đơn vị nghiêm túc thực hiện Chỉ thị này": nobody is given anything by it."""
    said = plain(words).strip()
    to_all = all(is_generic(name) for name in lead) and _TO_ALL.match(said)
    short = len(words) <= _LONGEST_APPEAL and not re.search(r"\d", _QUOTED.sub("", said))
    return bool(to_all and short and _APPEAL.search(said))


def is_general(task: ParsedTask) -> bool:
    """Binds to no day and says nothing but that the document is to be carried out; under a heading
    that names the body, whatever binds to no day.
    """
    subject = subject_of(task.text)
    if not subject.lead:
        return bool(_GENERAL.match(plain(task.text))) or task.deadline.kind not in _ONCE
    if task.deadline.kind in _ONCE:
        return False
    recurs = bool((task.deadline.rule or {}).get("every")) and not task.receiver
    return not recurs and bool(_GENERAL.match(plain(task.text[subject.rest :])))
