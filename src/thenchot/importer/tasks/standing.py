"""Standing duties: what falls to a position for as long as somebody holds it, with no day of its
own.
"""

import re
from dataclasses import replace

from thenchot.importer.model import ParsedTask
from thenchot.kernel.deadlines import Deadline
from thenchot.kernel.lexicon import VERB
from thenchot.kernel.text import plain

_POSITION = re.compile(
    r"(?:các\s+)?(?:đồng chí\s+)?(?:phó\s+)?(?:trưởng ban|phó ban|tổ trưởng|tổ phó|tổ viên|đội"
    r" trưởng"
    r"|đội phó|đội viên|ủy viên|trưởng nhóm|phó nhóm|nhóm trưởng|phó trưởng đoàn"
    r"|thành viên|thư ký|tổ thư ký|trưởng đoàn|phó đoàn|trưởng tiểu ban|chủ nhiệm chương trình"
    r"|(?:phó )?chủ tịch hội đồng|trưởng ban chỉ đạo|trưởng ban tổ chức)(?!\w)"
)
_PERSON = re.compile(
    r"(?:ông|bà|đồng chí|đ/c)\s+\w+[^,–-]*(?:,|\s[–-]\s)"
)  # with the position behind the name
_LASTS = re.compile(
    r"(?:phụ trách|lãnh đạo|giúp|giải quyết công việc|theo dõi|chỉ đạo|điều hành|thường trực"
    r"|chịu trách nhiệm (?:chung|trước))\b"
)
_ONCE = ("date", "month", "quarter", "half", "year")


def is_standing(task: ParsedTask) -> bool:
    """A duty under a heading that names members of a committee, bound to no day."""
    return (
        bool(task.lead)
        and task.rules.get("lead") in ("heading", "body_colon")
        and all(_holds(plain(name), plain(task.text)) for name in task.lead)
        and task.deadline.kind not in _ONCE
        and not (task.deadline.rule or {}).get("end")
    )


def _holds(name: str, duty: str) -> bool:
    """A position, or somebody by name and position who is in charge of something."""
    if _POSITION.match(name):
        return True
    in_charge = _LASTS.match(duty) or not VERB.match(duty)
    return bool(_PERSON.match(name) and in_charge)


def as_standing(task: ParsedTask) -> ParsedTask:
    """The same with its form said; a day in it belongs to what it speaks of."""
    return replace(
        task,
        deadline_raw="",
        deadline=Deadline("none", explanation_vi="Nhiệm vụ thường xuyên theo phân công"),
        spans={name: span for name, span in task.spans.items() if name != "deadline"},
        rules={**task.rules, "form": "standing_duty"},
    )
