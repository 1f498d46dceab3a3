"""One date for all: works in one article or section, their time in a later one ("Điều 3. Thời hạn
hoàn thành: …").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from thenchot.importer.layout.labels import block_label
from thenchot.importer.layout.tree import Node
from thenchot.importer.model import ParsedTask, Span
from thenchot.importer.tasks.subjects import Subject, subject_of
from thenchot.importer.tasks.time_sentences import TimeSaid, named_below, times_said
from thenchot.importer.tasks.words import without_ordinal
from thenchot.kernel.bodies import begins_with_body, is_generic
from thenchot.kernel.deadlines import Deadline, find_deadlines, parse_deadline
from thenchot.kernel.lexicon import PLURAL, VERB
from thenchot.kernel.text import plain, tidy

SURE = 0.9
_OPENING = 8  # characters that only bind, at the head of such a sentence
_LONGEST = 240  # characters: longer sentences say more than a time
_ONCE = ("date", "month", "quarter", "half", "year")
_ONLY_TIME = re.compile(
    r"(?P<label>(?:thời hạn|thời gian|thời điểm|hạn|tiến độ|mốc(?: thời gian)?)"
    r"(?:\s+(?:thực hiện|hoàn thành|triển khai|hoàn tất|kết thúc|áp dụng|phải xong|cuối cùng"
    r"|chung|chót|cuối))*)"
    r"(?P<scope>(?:\s+(?:(?:các|những|đối với|chung|cho|của|toàn bộ|tất cả|mọi)\s+)*(?:nội dung"
    r"|nhiệm vụ"
    r"|công việc|phần việc|đầu việc|việc|kế hoạch|hạng mục|hoạt động)[^:]{0,60})?)\s*:\s*(?=\S)"
)
_LABEL = r"(?:\d{1,2}|[ivx]+|[a-zđ])"
_UNIT = r"(?:mục|điều|khoản|điểm|phần)"
_SCOPE = re.compile(
    r"\b(?:nội dung|nhiệm vụ|công việc|phần việc|đầu việc|việc|hạng mục"
    r"|công tác chuẩn bị|kế hoạch|quyết định"
    rf"|{_UNIT}\s+{_LABEL})(?!\w)"
)
_ONLY_BINDS = re.compile(
    rf"(?:\W|\b(?:thời|hạn|gian|tiến|độ|hoàn|thành|thực|hiện|triển|khai|kết|thúc|xong|tất|cả|toàn"
    r"|bộ|các|những|mọi|chung|nội|dung|nhiệm|vụ|công|việc|phần|đầu|hạng|mục|nêu|trên|đây|này|đó|tại"
    r"|ở|theo|quy|định|điều|khoản|điểm|và|đến|từ|phải|cần|được|sẽ|là|để|yêu|cầu|đề|nghị|cho|của"
    rf"|giao|kể|tác|chuẩn|bị|kế|hoạch|quyết|thông|báo|nói|sau|khi|trước|nhất|chậm|vào"
    rf"|trong|{_LABEL})\b)*"
)
"""Words that only bind the works named before to a time."""
_GOES_ON = re.compile(r"\s*[;,]\s*(?:kết quả|báo cáo|sản phẩm|gửi)\b.*$")
"""What becomes of the works, behind their time: "…; kết quả gửi Phòng Kinh tế"."""
_WORKS = re.compile(
    r"\b(?:đầu việc|công việc|nhiệm vụ|nội dung|phần việc|hoạt động|thống nhất|triển khai|thực"
    r" hiện)\b"
)
_AIMS = re.compile(
    r"mục (?:đích|tiêu)|yêu cầu(?: chung)?\W*$|căn cứ|kinh phí|nguyên tắc|thành phần|đối tượng"
)


@dataclass(frozen=True, slots=True)
class CommonDate:
    """A time that stands alone: `node` names it, `works` come before it."""

    node: Node
    works: tuple[Node, ...]
    raw: str
    span: Span
    deadline: Deadline
    lead: tuple[str, ...] = ()


def common_dates(root: Node, reference: date | None) -> list[CommonDate]:
    """Every numbered line that says nothing but a time, with the lines before it (since the last
    such line) that it may bind.
    """
    found = []
    for parent in [root, *root.walk()]:
        since = 0
        for at, node in enumerate(parent.children):
            read = list(_bound_by(node, parent, since, at, reference))
            found += read
            since = at + 1 if read else since
    return found


def _bound_by(
    node: Node, parent: Node, since: int, at: int, reference: date | None
) -> Iterator[CommonDate]:
    """What a line, or the sentences of it, binds among the lines between `since` and `at`."""
    said = _times_of(node)
    if not said and not _says_time(node):
        return
    before = parent.children[since:at]
    works = [one for one in before if not _AIMS.match(plain(one.text))]
    if said and works:
        yield from (one for pair in said if (one := _of_sentence(node, *pair, works, reference)))
    elif _says_time(node) and (one := _read(node, before, reference)):
        yield one


def _times_of(node: Node) -> list[tuple[Node, TimeSaid]]:
    """The sentences of a line, or of the paragraphs under a heading of time, that bind works."""
    if _tells_more(node):
        return []
    lines = node.children if node.children else [node]
    if not node.children and not times_said(node.text[: _first_stop(node.text)]):
        return []
    return [(line, one) for line in lines for one in times_said(line.text)]


def _of_sentence(
    node: Node, line: Node, said: TimeSaid, works: list[Node], reference: date | None
) -> CommonDate | None:
    deadline = parse_deadline(said.raw, reference)
    if deadline.kind in ("none", "ongoing"):
        return None
    bound = tuple(named_below(said.scope, works) or works)
    span = (line.at + said.start, line.at + said.start + len(said.raw))
    return CommonDate(node, bound, said.raw, span, deadline, said.lead)


def _of_time_alone(node: Node) -> bool:
    """A heading of time ("III. TIẾN ĐỘ VÀ BÁO CÁO") over paragraphs."""
    titled = node.is_heading and _OF_TIME_AND.match(plain(node.text))
    return bool(titled) and all(child.is_plain for child in node.children)


_OF_TIME_AND = re.compile(r"(?:thời hạn|thời gian|thời điểm|tiến độ|mốc|lộ trình)\b")


def _first_stop(text: str) -> int:
    stop = re.search(r";\s|[.]\s+(?=[A-ZĐÀ-Ỹ])", text)
    return stop.start() if stop else len(text)


def _tells_more(node: Node) -> bool:
    """A section of its own, or a label with its value: read as such."""
    label = block_label(node.text, heads=bool(node.children))
    labelled = label is not None and label.field == "deadline" and not node.children
    return (bool(node.children) and not _of_time_alone(node)) or labelled


def _says_time(node: Node) -> bool:
    if node.is_plain:
        return _ALL.match(plain(node.text)) is not None and _binding(node) is not None
    numbered = node.marker is not None and not node.marker.is_bullet
    return numbered and _time_of(node) is not None


_ALL = re.compile(
    r"(?:tất cả|toàn bộ|mọi|các|những)\s+(?:các\s+|những\s+)?(?:nội dung|công|việc|phần)"
)


def _read(node: Node, before: list[Node], reference: date | None) -> CommonDate | None:
    said = _time_of(node)
    deadline = parse_deadline(said.raw, reference) if said else Deadline("none")
    if said is None or deadline.kind in ("none", "ongoing"):
        return None
    works = [one for one in before if not _AIMS.match(plain(one.text))]
    bound = tuple(named_below(said.scope, works) or works)
    span = (said.start, said.start + len(said.raw))
    return CommonDate(node, bound, said.raw, span, deadline, said.lead)


@dataclass(frozen=True, slots=True)
class _Time:
    """The words of the time, where they begin, what they bind, and whom."""

    raw: str
    start: int
    scope: str
    lead: tuple[str, ...] = ()


def _time_of(node: Node) -> _Time | None:
    """Behind a label, in a sentence that says nothing else, or on the only line below."""
    said = _ONLY_TIME.match(plain(node.text))
    if said:
        raw = node.text[said.end() :].rstrip(" .")
        return _Time(raw, node.at + said.end(), said["scope"] or "")
    if bound := _binding(node):
        return bound
    return _below_heading(node) or handed_in(node)


_OF_TIME = re.compile(
    r"(?:thời hạn|thời gian|thời điểm|tiến độ|hạn|mốc|lộ trình)\b(?!.*\b(?:và|,))"
)


def _below_heading(node: Node) -> _Time | None:
    """ "III. Thời hạn" over a line that is a time, or over a sentence that names one."""
    label = block_label(node.text, heads=bool(node.children))
    labelled = label is not None and label.field == "deadline"
    titled = _OF_TIME.match(plain(node.text)) and len(node.text) < _LONGEST_TITLE
    if not (labelled or titled) or not node.children:
        return None
    below = node.children[0]
    if len(node.children) > 1:
        return _binding(below) if below.is_plain else None
    if said := _ONLY_TIME.match(plain(below.text)):
        return _Time(
            below.text[said.end() :].rstrip(" ."), below.at + said.end(), said["scope"] or ""
        )
    bound = _binding(below) or _only_day(below)
    return bound or (_Time(below.text.rstrip(" ."), below.at, "") if labelled else None)


def _only_day(node: Node) -> _Time | None:
    """The last day a sentence names, unless one body alone is told to act."""
    if len(node.text) > _LONGEST or not _of_all(node.text):
        return None
    found = [one for one in find_deadlines(node.text, _ANY_DAY) if one.deadline.end]
    found = [one for one in found if one.rule != "counted_days"] or found
    ends = {one.deadline.end for one in found}
    if len(ends) != 1:
        return None
    start = found[-1].span[0]
    return _Time(found[-1].raw, node.at + start, node.text[:start])


def _of_all(text: str) -> bool:
    """Said of nobody or of many: "Các nhóm …", "Mọi đơn vị …"."""
    subject = subject_of(text)
    return all(is_generic(body.name) for body in subject.lead)


def handed_in(node: Node) -> _Time | None:
    """ "Các nhóm nộp sản phẩm chậm nhất ngày 20/11": what all are to have done by then."""
    subject = subject_of(node.text)
    rest = plain(node.text[subject.rest :]).lstrip(" ,")
    of_many = subject.lead and all(PLURAL.match(plain(body.name)) for body in subject.lead)
    if node.children or not of_many or not _DONE.match(rest):
        return None
    return _only_day(node)


_DONE = re.compile(
    r"(?:có trách nhiệm |phải |cần )?(?:nộp|giao nộp|bàn giao|hoàn thành|hoàn tất|làm xong|thực"
    r" hiện xong"
    r"|kết thúc|xong)\b(?!\s+(?:báo cáo|hồ sơ|danh sách|kết quả))"
)
_ANY_DAY = date(2026, 1, 1)  # only asked whether a day is named, never which
_LONGEST_TITLE = 80  # characters


def _binding(node: Node) -> _Time | None:
    """ "Các phần việc tại Điều 2 phải hoàn thành trong quý II/2026"; a body may stand first."""
    if len(node.text) > _LONGEST or node.text.rstrip().endswith(":"):
        return None
    lowered = plain(node.text)
    opens = _binds_from(lowered, 0)
    if not _SCOPE.search(lowered) or not (opens or begins_with_body(node.text)):
        return None
    subject = Subject() if opens else subject_of(node.text)
    start = subject.rest if subject.lead else 0
    if not _binds_from(lowered, start):
        return None
    words = node.text[start:]
    if goes_on := _GOES_ON.search(plain(words)):
        words = words[: goes_on.start()]
    dated = [one for one in find_deadlines(words, None) if one.deadline.kind in _ONCE]
    if len(dated) != 1 or not _SCOPE.search(plain(words)):
        return None
    first, last = dated[0].outer
    rest = plain(words[:first] + " " + words[last:])
    if not _ONLY_BINDS.fullmatch(rest):
        return None
    lead = tuple(body.name for body in subject.lead)
    return _Time(dated[0].raw, node.at + start + dated[0].span[0], words[:first], lead)


def _binds_from(lowered: str, start: int) -> bool:
    binds = _ONLY_BINDS.match(lowered, start)
    return binds is not None and binds.end() - start > _OPENING


def with_common_dates(
    tasks: list[ParsedTask], found: list[CommonDate], taken: set[str]
) -> list[ParsedTask]:
    """Tasks without a time take the common one; works that nobody had read become tasks. `taken`:
    refs that are read already.
    """
    times = {ref for one in found for ref in _refs(one.node)}
    bound = {ref: one for one in found for work in one.works for ref in _refs(work)}
    kept = [task for task in tasks if _ref(task) not in times]
    read = {_ref(task) for task in kept} | taken
    leads = {one.node.ref: one.lead for one in found if one.lead}
    for task in kept:
        if task.lead and (one := bound.get(_ref(task))):
            leads.setdefault(one.node.ref, task.lead)
    fresh = [
        _work(node, one, _own_lead(node) or leads.get(one.node.ref, ()))
        for one in found
        for node in _unread(one, read)
    ]
    return [*(_dated(task, bound.get(_ref(task))) for task in kept), *fresh]


def _ref(task: ParsedTask) -> str:
    return re.sub(r"(?<=\d)[a-h]$", "", task.ref)


def _refs(node: Node) -> Iterator[str]:
    yield node.ref
    yield from (below.ref for below in node.walk())


def _dated(task: ParsedTask, one: CommonDate | None) -> ParsedTask:
    if one is None or task.deadline.kind != "none" or task.deadline_raw:
        return task
    return replace(
        task,
        deadline_raw=one.raw,
        deadline=one.deadline,
        spans={**task.spans, "deadline": [one.span]},
        rules={**task.rules, "deadline": "common_date"},
        confidence={**task.confidence, "deadline": min(SURE, one.deadline.confidence)},
    )


def _unread(one: CommonDate, read: set[str]) -> Iterator[Node]:
    """The lines of a list such as "Các đầu việc cụ thể:", or under "II. CÔNG VIỆC"."""
    for work in one.works:
        opens = work.text.rstrip().endswith(":") or _titles_works(work)
        listed = opens and _WORKS.search(plain(work.text))
        lines = [node for node in work.children if node.element]
        if listed and lines and not read & set(_refs(work)):
            yield from lines
        elif work.is_heading and lines and all(map(_is_led, lines)):
            yield from (line for line in lines if not read & set(_refs(line)))


def _is_led(node: Node) -> bool:
    """A numbered line, or a dash, that begins with the body that acts."""
    return node.marker is not None and subject_of(node.text).rule == "subject"


def _own_lead(node: Node) -> tuple[str, ...]:
    return tuple(body.name for body in subject_of(node.text).lead) if _is_led(node) else ()


def _titles_works(node: Node) -> bool:
    """A heading over numbers or dashes that each begin with a verb."""
    lines = [child for child in node.children if child.element]
    return (
        node.is_heading
        and bool(lines)
        and all(line.marker and VERB.match(plain(line.text)) for line in lines)
    )


def _work(node: Node, one: CommonDate, lead: tuple[str, ...]) -> ParsedTask:
    return ParsedTask(
        ref=node.ref,
        text=without_ordinal(tidy(node.text)),
        number_as_printed=node.marker.printed if node.marker else None,
        parent=node.parent.ref if node.parent else None,
        lead=lead,
        deadline_raw=one.raw,
        deadline=one.deadline,
        spans={"text": [(node.at, node.at + len(node.text))], "deadline": [one.span]},
        rules={"text": "clause", "form": "common_date", "lead": "heading" if lead else "none"}
        | {"deadline": "common_date"},
        confidence={
            "text": 0.9,
            "lead": 0.7 if lead else 0.3,
            "coordinate": 0.9,
            "deadline": min(SURE, one.deadline.confidence),
        },
    )
