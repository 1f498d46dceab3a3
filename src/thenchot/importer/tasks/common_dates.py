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
from thenchot.importer.tasks.words import without_ordinal
from thenchot.kernel.deadlines import Deadline, parse_deadline
from thenchot.kernel.text import plain, tidy

SURE = 0.9
_ONLY_TIME = re.compile(
    r"(?P<label>(?:thời hạn|thời gian|hạn|tiến độ)(?:\s+(?:thực hiện|hoàn thành|triển khai))*)"
    r"(?P<scope>(?:\s+(?:(?:các|những|đối với|chung)\s+)?(?:nội dung|nhiệm vụ|công việc|phần việc"
    r"|đầu việc|việc|kế hoạch)[^:]{0,60})?)\s*:\s*(?=\S)"
)
_PLACE = re.compile(r"\b(?:mục|điều|khoản|điểm)\s+(?P<label>\d{1,2}|[ivx]+|[a-zđ])\b")
_WORKS = re.compile(
    r"\b(?:đầu việc|công việc|nhiệm vụ|nội dung|phần việc|hoạt động|thống nhất|triển khai|thực"
    r" hiện)\b"
)
_AIMS = re.compile(r"mục (?:đích|tiêu)|yêu cầu|căn cứ|kinh phí|nguyên tắc|thành phần|đối tượng")


@dataclass(frozen=True, slots=True)
class CommonDate:
    """A time that stands alone: `node` names it, `works` come before it."""

    node: Node
    works: tuple[Node, ...]
    raw: str
    span: Span
    deadline: Deadline


def common_dates(root: Node, reference: date | None) -> list[CommonDate]:
    """Every numbered line that says nothing but a time, with the lines before it (since the last
    such line) that it may bind.
    """
    found = []
    for parent in [root, *root.walk()]:
        since = 0
        for at, node in enumerate(parent.children):
            if _says_time(node) and (one := _read(node, parent.children[since:at], reference)):
                found.append(one)
                since = at + 1
    return found


def _says_time(node: Node) -> bool:
    numbered = node.marker is not None and not node.marker.is_bullet
    return numbered and bool(_time_of(node)[0])


def _read(node: Node, before: list[Node], reference: date | None) -> CommonDate | None:
    raw, start = _time_of(node)
    deadline = parse_deadline(raw, reference)
    if deadline.kind in ("none", "ongoing"):
        return None
    works = [one for one in before if not _AIMS.match(plain(one.text))]
    return CommonDate(
        node, tuple(_named(node, works) or works), raw, (start, start + len(raw)), deadline
    )


def _time_of(node: Node) -> tuple[str, int]:
    """The words of the time and their place; they may stand on the line below."""
    said = _ONLY_TIME.match(plain(node.text))
    if said:
        return node.text[said.end() :].rstrip(" ."), node.at + said.end()
    label = block_label(node.text, heads=bool(node.children))
    if not label or label.field != "deadline" or len(node.children) != 1:
        return "", 0
    below = node.children[0]
    return below.text.rstrip(" ."), below.at


def _named(node: Node, works: list[Node]) -> list[Node]:
    """ "… các nội dung tại mục 1": only that one."""
    said = _PLACE.search(plain(node.text).split(":")[0])
    if not said:
        return []
    return [one for one in works if one.marker and one.marker.label.lower() == said["label"]]


def with_common_dates(
    tasks: list[ParsedTask], found: list[CommonDate], taken: set[str]
) -> list[ParsedTask]:
    """Tasks without a time take the common one; works that nobody had read become tasks. `taken`:
    refs that are read already.
    """
    times = {one.node.ref for one in found}
    bound = {ref: one for one in found for work in one.works for ref in _refs(work)}
    kept = [task for task in tasks if _ref(task) not in times]
    read = {_ref(task) for task in kept} | taken
    leads: dict[str, tuple[str, ...]] = {}
    for task in kept:
        if task.lead and (one := bound.get(_ref(task))):
            leads.setdefault(one.node.ref, task.lead)
    fresh = [
        _work(node, one, leads.get(one.node.ref, ()))
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
    """The lines of a list such as "Các đầu việc cụ thể:"."""
    for work in one.works:
        listed = work.text.rstrip().endswith(":") and _WORKS.search(plain(work.text))
        lines = [node for node in work.children if node.element]
        if listed and lines and not read & set(_refs(work)):
            yield from lines


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
