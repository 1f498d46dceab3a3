"""Aims outside the sections on aims: what a sentence strives for, what a duty has to reach at
least.
"""

import re

from thenchot.kernel.targets import Target, find_targets
from thenchot.kernel.text import plain

_SHARES = re.compile(r"\b(?:phấn đấu|tỷ lệ|mức độ)\b")
_STRIVES = re.compile(
    r"\bphấn đấu\b|^\W*(?:các )?(?:mục tiêu|chỉ tiêu)\b[^.;:]{0,60}:"
    r"|(?<!chương trình )\bmục tiêu\s*(?:đến|là|năm|cả năm|:)|\b(?:đề ra|đặt|với|có)"
    r" (?:các )?mục tiêu\b|\bchỉ tiêu\s*(?:là|từ|giao|:|ít nhất|tối thiểu|\d)"
    r"|\b(?:để|nhằm|bảo đảm|quyết tâm) (?:đạt|hoàn thành)\b"
)
_BOUND = re.compile(
    r"\b(?:ít nhất|tối thiểu|không dưới|không thấp hơn)\s+\d|\d[^,;.]{0,60}\btrở lên\b|\b100\s*%"
)
"""How much a duty has to reach at least."""
_OFTEN = re.compile(
    r"(?:lần|ngày(?! công)|giờ|phút|tháng|tuần|ngày làm việc|buổi|lượt|bản|bộ hồ sơ|đợt|năm)\b"
)
"""Units of how often and how long a thing is done, which is no aim."""
_SENTENCE_END = re.compile(r"[.]\s+(?=[A-ZĐÀ-Ỹ])")


def sought(text: str, *, shares: bool = False, all_of_them: bool = False) -> list[Target]:
    """The measured aims of a paragraph that is about something else. `shares`: percentages with
    their name as well; `all_of_them`: all, once one is measured surely (a purpose).
    """
    lowered = plain(text)
    hopes = [match.start() for match in _STRIVES.finditer(lowered)]
    found = [target for target in find_targets(text) if target.value is not None]
    if all_of_them and any(map(_is_sure, found)):
        return found
    return [target for target in found if _is_sought(target, lowered, hopes, shares)]


def _is_sought(target: Target, lowered: str, hopes: list[int], shares: bool) -> bool:
    start, end = target.span
    words = lowered[start:end]
    share = shares and target.unit == "%" and _SHARES.search(words)
    hoped = _is_hoped(lowered, hopes, end)
    return bool(share) or hoped or _is_a_bound(target, words)


def _is_sure(target: Target) -> bool:
    """Measured by more than a number that stands there."""
    return target.unit == "%" or target.rule not in ("bare_quantity", "none_left")


def _is_hoped(text: str, hopes: list[int], end: int) -> bool:
    """A word of striving stands before it in its sentence."""
    before = [at for at in hopes if at < end]
    return bool(before) and not _SENTENCE_END.search(text, before[-1], end)


def _is_a_bound(target: Target, words: str) -> bool:
    """ "Vận động ít nhất 80% hộ …" in a duty."""
    counted = target.unit == "%" or not _OFTEN.match(target.unit or "lần")
    return counted and bool(_BOUND.search(words))
