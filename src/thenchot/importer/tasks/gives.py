"""What a document gives: tasks, standing duties of those who lead, or no orders at all."""

import re

from thenchot.importer.model import ParsedTask
from thenchot.kernel.text import plain

TASKS, STANDING, NOTHING = "tasks", "standing", "nothing"
_DATED = ("date", "month", "quarter", "half", "year", "recurring")
_NO_ORDERS = (
    "quy chế",
    "quy định",
    "quy ước",
    "hương ước",
    "điều lệ",
    "nội quy",
    "quy tắc",
    "tờ trình",
    "báo cáo",
    "giấy mời",
    "thư mời",
    "biên bản",
    "phiếu trình",
)
_ENACTS = re.compile(
    r"^(?:về\s+(?:việc\s+)?)?(?:ban hành|phê duyệt|công nhận)\s+(?:kèm theo\s+)?(?:quyết định"
    r" này\s+)?"
    r"(?:quy chế|điều lệ|nội quy|quy ước|hương ước|quy tắc|quy định|mức thu|bảng giá)\b"
)
_PERSONS = (
    r"(?:chủ tịch|phó chủ tịch|ủy viên|thành viên|lãnh đạo|cấp ủy|đảng ủy viên|đồng chí|thường trực"
    r"|giám đốc|bí thư|ban thường vụ|ban chấp hành|các phó|hiệu trưởng|ban giám hiệu|trưởng ban"
    r"|cán bộ|công chức|viên chức|tổ viên|người phụ trách|đảng viên|giáo viên)"
)
_ASSIGNS = re.compile(
    rf"\bphân công(?:\s+(?:lại|công tác|nhiệm vụ|phụ trách|lĩnh vực|công"
    rf" việc))*\b[^.]*?\b{_PERSONS}\b"
    r"|\bphân công (?:công tác|phụ trách)\b"
    r"|\bphụ trách (?:các |từng )?(?:mảng|lĩnh vực|địa bàn|khối|phần việc)\b"
)
_CARRIES_OUT = re.compile(r"\bphân công[^.]*\b(?:thực hiện|triển khai|tổ chức)\b")
_DELEGATES = re.compile(r"^(?:về\s+(?:việc\s+)?)?(?:ủy quyền|phân cấp|phân quyền)\b")


_OF_MEMBERS = re.compile(
    r"\bnhiệm vụ(?:,? quyền hạn)?(?: cụ thể)? (?:của|cho) (?:các |từng )?(?:thành viên|ủy viên"
    r"|tổ viên|đồng chí)"
)


def gives_of(kind: str | None, title: str | None) -> str:
    """By its kind and its title: `TASKS` unless they say otherwise."""
    named, about = plain(kind or ""), plain(title or "").strip()
    if _OF_MEMBERS.search(about):
        return STANDING
    if named.startswith("quyết định") and _ENACTS.match(about):
        return NOTHING
    standing = _ASSIGNS.search(about) and not _CARRIES_OUT.search(about)
    if standing or _DELEGATES.match(about):
        return STANDING
    return NOTHING if named.startswith(_NO_ORDERS) else TASKS


def settled(
    gives: str, kind: str | None, title: str | None, tasks: list[ParsedTask], others: int
) -> str:
    """As the title says, unless the duties say otherwise: a sheet that hands out work among
    persons gives tasks where most duties have a day (`others`: how many stand without one), and so
    do the minutes of a meeting that gives some.
    """
    dated = sum(task.deadline.kind in _DATED for task in tasks)
    about = plain(title or "").strip()
    if gives == STANDING and not _DELEGATES.match(about):
        return TASKS if dated > 1 and dated * 2 >= len(tasks) + others else STANDING
    led = sum(bool(task.lead) and task.deadline.kind in _DATED for task in tasks)
    if gives == NOTHING and plain(kind or "").startswith("biên bản") and led > 1:
        return TASKS
    return gives
