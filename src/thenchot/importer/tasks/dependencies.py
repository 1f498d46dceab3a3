"""A task that waits for another task of the same document: "sau khi hoàn thành sắp xếp cấp phó
…".
"""

import re

from thenchot.importer.model import ParsedTask
from thenchot.kernel.text import words

_COMMON = {
    "sau",
    "khi",
    "hoan",
    "thanh",
    "thuc",
    "hien",
    "cac",
    "cua",
    "viec",
    "ngay",
    "va",
    "cho",
    "theo",
    "co",
    "nam",
    "quyet",
    "dinh",
    "ke",
    "hoach",
}


def depends_on(task: ParsedTask, tasks: list[ParsedTask]) -> str | None:
    """The ref of the task whose words cover what this one waits for; null unless one stands out."""
    waits = task.deadline.trigger or task.after or ""
    if not re.match(r"(?i)(?:thực hiện\s+)?(?:ngay\s+)?sau\s+khi\s+hoàn\s+thành", waits):
        return None
    wanted = set(words(waits)) - _COMMON
    scored = sorted(
        (
            (len(wanted & set(words(other.text))) / max(1, len(wanted)), other.ref)
            for other in tasks
            if other.ref != task.ref
        ),
        reverse=True,
    )
    if not scored or scored[0][0] < 0.7 or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return scored[0][1]
