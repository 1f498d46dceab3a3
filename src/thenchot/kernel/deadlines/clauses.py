"""A window whose first and last day stand in clauses of their own: "khởi công tháng 4/2026, bàn
giao tháng 10/2026", "từ ngày 05/8/2026, chấm dứt trước ngày 01/9/2026".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from thenchot.kernel.deadlines.atoms import Atom

_START = (
    r"(?:bat\s+dau|khoi\s+(?:cong|dong|dau)|phat\s+dong|khai\s+(?:mac|giang|truong)|trien\s+khai"
    r"|mo|ra\s+quan|tiep\s+nhan|nhan|thi\s+cong|thuc\s+hien|tien\s+hanh)"
)
_DAY_OF = r"(?:ngay|khi|luc|thoi\s+diem)\s+(?:ky|ban\s+hanh|phat\s+dong|khoi\s+cong|bat\s+dau)"
FROM = re.compile(
    rf"\b(?:(?:ke\s+)?tu(?:\s+{_DAY_OF}(?:\s+[a-z]+){{0,3}})?"
    r"|bat\s+dau|khoi\s+(?:cong|dong)|phat\s+dong|khai\s+mac|trien\s+khai)\s*"
    r"(?:ngay\s+)?(?:cuoi|dau|·+)?\s*$"
)
"""The first day follows at once."""
_SAYS_FROM = re.compile(r"\btu\b[^,;.\d]{0,40}$")
_OPENS = re.compile(rf"^\W*{_START}\b[^,;.\d]{{0,40}}$")
_NOT_FIRST = re.compile(r"\b(?:truoc|cham\s+nhat|muon\s+nhat|den|het|hoan\s+thanh|xong)\b")
_CLOSES = (
    r"(?:cham\s+dut|ket\s+thuc|hoan\s+(?:thanh|tat|thien)|xong|dong|khoa\s+so|be\s+(?:mac|giang)"
    r"|tong\s+ket|nghiem\s+thu|ban\s+giao|thong\s+xe|van\s+hanh|su\s+dung|khai\s+thac"
    r"|khanh\s+thanh|cong\s+bo|trao|chot|giao\s+quan|ve\s+dich|duy\s+tri|keo\s+dai|khep\s+lai"
    r"|quyet\s+toan|thanh\s+toan|thanh\s+ly|ra\s+mat|dung|ngung|phe\s+duyet|ban\s+hanh)"
)
COMPLETED = re.compile(
    rf"^[\s,;(–-]*(?:va\s+)?(?:(?!\btu\b)[^;.\d]){{0,40}}?\b{_CLOSES}\b"
    r"(?:(?!\btu\b)[^;.\d]){0,50}$"
)
"""Between the first and the last day: a verb that ends the work."""
_BY = re.compile(
    r"^[\s,;(–-]*(?:va\s+)?(?!(?:bao\s+cao|so\s+ket|gui|kiem\s+tra|cap\s+nhat)\b)"
    r"(?:(?!\b(?:tu|bao\s+cao|so\s+ket|tien\s+do)\b)[^;.\d]){1,60}$"
)
"""Behind a first day said with "từ", whatever is no report leads to the last."""
_AGAIN_FROM = re.compile(
    r"^\s*[,;(]\s*(?:bat\s+dau|khoi\s+(?:cong|dong)|trien\s+khai|thuc\s+hien)?\s*(?:ke\s+)?"
    r"(?:tu|bat\s+dau|khoi\s+(?:cong|dong))\s*(?:ngay\s+)?$"
)
_BEFORE = re.compile(r"\btruoc\b(?!\s+(?:va|hoac)\s+trong)")


@dataclass(frozen=True, slots=True)
class Pair:
    """The first and the last named time; `excluded`: "trước" leaves the last day out."""

    first: Atom
    last: Atom
    excluded: bool


def pair_of(text: str, atoms: Sequence[Atom]) -> Pair | None:
    """The window that the first two times make, or null."""
    if len(atoms) < 2:
        return None
    first, second = atoms[0], atoms[1]
    before = text[: first.span[0]]
    between = text[first.span[1] : second.span[0]]
    if _AGAIN_FROM.match(between):
        return Pair(second, first, bool(_BEFORE.search(before)))
    if not _is_window(before, between):
        return None
    return Pair(first, second, bool(_BEFORE.search(between)))


def _is_window(before: str, between: str) -> bool:
    if _NOT_FIRST.search(before):
        return False
    if FROM.search(before):
        return bool(COMPLETED.match(between) or (_says_from(before) and _BY.match(between)))
    return bool(_OPENS.match(before) and COMPLETED.match(between))


def _says_from(before: str) -> bool:
    return bool(_SAYS_FROM.search(before))


def closed_later(text: str, atoms: Sequence[Atom]) -> Pair | None:
    """Behind a range, a last clause that ends the work: "thu hồ sơ từ 01/3 đến 15/3/2026, công bố
    trước ngày 30/3/2026".
    """
    for earlier, later in pairwise(atoms[1:]):
        between = text[earlier.span[1] : later.span[0]]
        if later.year and COMPLETED.match(between):
            return Pair(atoms[0], later, bool(_BEFORE.search(between)))
    return None
