"""The words of a task, freed of what only numbers them."""

import re

_ORDINAL = re.compile(
    r"^(?:đầu việc|nhiệm vụ|công việc|hoạt động|nội dung|phần việc|việc)\s+(?:thứ\s+|số\s+)?"
    r"\d{1,2}\s*[:.)–-]\s*(?=\S)",
    re.IGNORECASE,
)


def without_ordinal(words: str) -> str:
    """ "Đầu việc 1: Rà soát …" is "Rà soát …"."""
    return _ORDINAL.sub("", words)
