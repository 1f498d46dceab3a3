"""The words of a task, freed of what only numbers them."""

import re
from datetime import date

from thenchot.kernel.deadlines import parse_deadline
from thenchot.kernel.text import plain

_ORDINAL = re.compile(
    r"^(?:đầu việc|nhiệm vụ|công việc|hoạt động|nội dung|phần việc|việc)\s+(?:thứ\s+|số\s+)?"
    r"\d{1,2}\s*[:.)–-]\s*(?=\S)",
    re.IGNORECASE,
)


_TIME = """
trong từ đến trước sau xong chậm nhất ngày tháng quý năm tuần đầu giữa cuối thượng trung hạ hết vào
hoàn thành thời gian hạn và i ii iii iv t q thứ hai ba tư khoảng
"""
TIME_WORDS = frozenset(_TIME.split())
"""Words of a time that stands alone."""
_STEP = re.compile(r"(?:bước|đợt|giai đoạn|lần|việc)\s+\d{1,2}\s*[:,.–-]\s*(?=[^\W\d_])")
_DATED = re.compile(r"(?P<time>[^:]{3,60}?)\s*:\s+(?=\w)|(?P<day>[^:,]{3,60}?),\s+(?=\w)")
_ONCE = ("date", "month", "quarter", "half", "year")
_WORD = re.compile(r"[^\W\d_]+")
_SAID_ON = date(2026, 1, 1)  # any day: only whether the words are a time is asked


def without_ordinal(words: str) -> str:
    """ "Đầu việc 1: Rà soát …" is "Rà soát …"."""
    return _ORDINAL.sub("", words)


def opening_end(words: str) -> int:
    """Where the duty begins behind what only numbers or dates it: "bước 2, họp dân", "Đến
    15/4/2026: tập luyện" (where small letters go on).
    """
    step = _STEP.match(words)
    start = step.end() if step else 0
    dated = _DATED.match(words, start)
    if dated and words[dated.end()].islower() and _is_time(dated["time"] or dated["day"]):
        return dated.end()
    return start


def _is_time(words: str) -> bool:
    said = _WORD.findall(plain(words))
    return TIME_WORDS.issuperset(said) and parse_deadline(words, _SAID_ON).kind in _ONCE


def names_a_time(title: str) -> bool:
    """A title of nothing but a time: "QUÝ IV", "Tháng 6/2026"."""
    return bool(re.search(r"\d|[IVX]", title)) and _is_time(title.strip(" .:"))
