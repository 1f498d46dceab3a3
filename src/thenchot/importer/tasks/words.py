"""The words of a task, freed of what only numbers them."""

import re
from datetime import date

from thenchot.kernel.deadlines import parse_deadline

_ORDINAL = re.compile(
    r"^(?:đầu việc|nhiệm vụ|công việc|hoạt động|nội dung|phần việc|việc)\s+(?:thứ\s+|số\s+)?"
    r"\d{1,2}\s*[:.)–-]\s*(?=\S)",
    re.IGNORECASE,
)


_STEP = re.compile(r"^(?:bước|đợt|giai đoạn|lần|việc)\s+\d{1,2}\s*[:,.–-]\s*(?=[^\W\d_])")
_DATED = re.compile(r"(?P<time>[^:]{3,60}?)\s*:\s+(?=[a-zđà-ỹ])|(?P<day>[^:,]{3,60}?),\s+(?=[a-zđà-ỹ])")
_ONCE = ("date", "month", "quarter", "half", "year", "recurring")
_SAID_ON = date(2026, 1, 1)  # any day: only whether the words are a time is asked


def without_ordinal(words: str) -> str:
    """ "Đầu việc 1: Rà soát …" is "Rà soát …"; "bước 2, họp dân", "Đến 15/4/2026: tập luyện" likewise,
    where small letters go on behind the time.
    """
    words = _STEP.sub("", _ORDINAL.sub("", words))
    dated = _DATED.match(words)
    if dated and _is_time(dated["time"] or dated["day"]):
        return words[dated.end() :]
    return words


def _is_time(words: str) -> bool:
    return parse_deadline(words, _SAID_ON).kind in _ONCE
