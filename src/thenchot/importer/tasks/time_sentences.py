"""Sentences that bind works named before to a time: "Các việc nêu tại Điều 2 phải xong trước lễ
ra quân, muộn nhất ngày 05/6", "Riêng khoản 2 xong trước 20/5; các việc còn lại xong trước 05/6".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thenchot.importer.layout.tree import Node
from thenchot.importer.tasks.subjects import subject_of
from thenchot.kernel.bodies import is_generic
from thenchot.kernel.deadlines import Found, find_deadlines
from thenchot.kernel.text import plain

_ONCE = ("date", "month", "quarter", "half", "year")
_LONGEST = 260  # characters: longer sentences say more than a time
_CUT = re.compile(
    r";\s+|(?<=[^\W\d_])[.]\s+(?=[A-ZĐÀ-Ỹ])|(?<=\d)[.]\s+(?=[A-ZĐÀ-Ỹ])|,\s+(?=riêng\b)"
)
_LABEL = r"(?:\d{1,2}|[ivx]+|[a-zđ])"
_UNIT = r"(?:mục|điều|khoản|điểm|phần|tiểu mục)"
_WORKS = (
    r"(?:nội dung|nhiệm vụ|công việc|phần việc|đầu việc|việc|hạng mục|hoạt động|công tác chuẩn bị"
    r"|kế hoạch(?: này)?|phần công việc)"
)
_SCOPED = re.compile(
    r"\W*(?:(?:riêng|đối với|với|yêu cầu|đề nghị|như vậy)\s+)*"
    r"(?:(?:thời hạn|thời gian|thời điểm|hạn|mốc|tiến độ)(?:\s+(?:chung|chót|cuối cùng|cuối"
    r"|hoàn thành"
    r"|thực hiện|kết thúc|hoàn tất|triển khai))*\s*(?:(?:cho|của|đối với|để|với|:)\s*)?)?"
    r"(?:(?:tất cả|toàn bộ|mọi|các|những|số|từng)\s+)*"
    rf"(?:{_WORKS}|{_UNIT}\s+{_LABEL})(?!\w)"
)
_BINDS = re.compile(
    r"\b(?:xong|hoàn thành|hoàn tất|kết thúc|dứt điểm|thực hiện|triển khai|là|trước|chậm nhất"
    r"|muộn nhất)"
    r"\b|:"
)
_POINTS_BACK = (
    rf"(?:\b(?:trên|nêu|được giao|đã giao|này|còn lại|tại|ở|theo)\b|{_UNIT}\s+{_LABEL}(?!\w))"
)
_BACK = re.compile(_POINTS_BACK)
_OF_ALL = re.compile(r".*\b(?:tất cả|toàn bộ|mọi|các|những|số|từng|kế hoạch)\b")
_DONE_ALL = re.compile(
    r"\b(?:hoàn thành|hoàn tất|làm xong|thực hiện xong|kết thúc)\s+(?:(?:tất cả|toàn bộ|mọi|các"
    r"|những)"
    rf"\s+)*{_WORKS}\b[^,;.]{{0,40}}?{_POINTS_BACK}"
)
_ANY_DAY = date(2026, 1, 1)  # only asked whether a day is named, never which
_PLACE = re.compile(
    rf"\b{_UNIT}\s+(?P<labels>{_LABEL}\b(?:\s*(?:,|và|đến)\s*(?:{_UNIT}\s+)?{_LABEL}\b)*)"
)


@dataclass(frozen=True, slots=True)
class TimeSaid:
    """The words of a time, where they begin in the paragraph, what they bind, and whom."""

    raw: str
    start: int
    scope: str
    lead: tuple[str, ...] = ()


def times_said(text: str) -> list[TimeSaid]:
    """The times of a paragraph that bind works named before, those of single works last."""
    found = [said for start, end in _sentences(text) if (said := _time(text, start, end))]
    return sorted(found, key=lambda one: bool(_PLACE.search(plain(one.scope))))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _CUT.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def _time(text: str, start: int, end: int) -> TimeSaid | None:
    words = text[start:end]
    lowered = plain(words)
    if len(words) > _LONGEST or lowered.rstrip().endswith(":"):
        return None
    scoped, done = _SCOPED.match(lowered), _DONE_ALL.search(lowered)
    if scoped and not (_OF_ALL.match(scoped.group()) or _BACK.search(lowered)):
        scoped = None
    if not scoped and not done:
        return None
    dated = _last_bound(words)
    if dated is None:
        return None
    before = lowered[: dated.outer[0]]
    if done and done.end() <= dated.span[1]:
        lead = tuple(b.name for b in subject_of(words).lead if not is_generic(b.name))
    elif scoped and scoped.end() <= dated.span[1] and _BINDS.search(lowered, scoped.end()):
        lead = ()
    else:
        return None
    return TimeSaid(dated.raw, start + dated.span[0], before, lead)


def _last_bound(words: str) -> Found | None:
    """The time that binds; an event before it ("trước lễ ra quân, muộn nhất …") gives way, and so
    does the day of a report behind it.
    """
    found = [one for one in find_deadlines(words, _ANY_DAY) if one.deadline.kind in _ONCE]
    report = re.search(r"[,;]\s*(?:và\s+)?(?:báo cáo|gửi|kết quả|sản phẩm)\b", plain(words))
    if report:
        found = [one for one in found if one.span[0] < report.start()] or found
    chosen = [one for one in found if one.strong] or found
    return chosen[-1] if chosen else None


def named_below(scope: str, works: list[Node]) -> list[Node]:
    """ "điểm a khoản 1", "khoản 2 Điều 1": the works pointed at, from the outermost in."""
    lowered = plain(scope)
    places = list(_PLACE.finditer(lowered))
    chosen: list[Node] = []
    for place in reversed(places):
        inner = [node for work in chosen for node in work.walk()]
        pool = inner or works
        labels = _labels(place["labels"])
        found = [one for one in pool if _labelled(one, labels)]
        if not found and not chosen:
            found = [one for work in works for one in work.walk() if _labelled(one, labels)]
        chosen = found or chosen
    return chosen


def _labelled(node: Node, labels: list[str]) -> bool:
    marker = node.marker
    if marker is None or marker.is_bullet:
        return False
    counted = marker.kind in ("article", "part", "chapter", "named")
    label = str(marker.values[0]) if counted else marker.label.lower()
    return label in labels


def _labels(said: str) -> list[str]:
    found = re.findall(rf"\b{_LABEL}\b", re.sub(_UNIT, " ", said))
    if not found:
        return []
    first, last = found[0], found[-1]
    if "đến" in said and first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first), int(last) + 1)]
    return found
