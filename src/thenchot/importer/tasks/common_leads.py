"""One lead for all: the works in one section, who does them in another ("II. ĐƠN VỊ THỰC HIỆN" over
"Phòng Kinh tế chủ trì; Công an xã phối hợp").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thenchot.importer.layout.labels import block_label
from thenchot.importer.layout.tree import Node
from thenchot.importer.model import ParsedTask
from thenchot.importer.tasks.roles import Parties, parties
from thenchot.importer.tasks.tails import ROLE
from thenchot.kernel.bodies import Body, read_bodies
from thenchot.kernel.text import plain

_WHO = ("lead", "executor", "lead_coordinate", "responsible")
_SURE = 0.85


@dataclass(frozen=True, slots=True)
class CommonLead:
    """Who is named alone in a section, and the refs of the sections beside it."""

    lead: tuple[Body, ...]
    coordinate: tuple[Body, ...]
    refs: frozenset[str]


def common_leads(root: Node) -> Iterator[CommonLead]:
    """The only section among its neighbours that says nothing but who."""
    for parent in [root, *root.walk()]:
        named = [(node, found) for node in parent.children if (found := _named(node))]
        if len(named) == 1:
            [(node, found)] = named
            beside = [other for other in parent.children if other is not node]
            refs = frozenset(ref for other in beside for ref in _refs(other))
            yield CommonLead(tuple(found.lead), tuple(found.coordinate), refs)


def _named(node: Node) -> Parties | None:
    label = block_label(node.text, heads=bool(node.children)) if node.marker else None
    if label is None or label.field not in _WHO or (node.marker and node.marker.is_bullet):
        return None
    words = node.text[label.end :].strip()
    lines = [node] if words else node.children
    found = Parties()
    for line in lines:
        start = label.end if words else 0
        if not names_only(line.text[start:]):
            return None
        read = parties(line.text[start:].rstrip(" ."), line.at + start)
        found.add("lead", read.lead)
        found.add("coordinate", read.coordinate)
    return found if found.lead else None


def names_only(words: str) -> bool:
    """ "Phòng Văn hóa - Xã hội chủ trì; Trạm Y tế phối hợp": who, but not what."""
    for part in re.split(r"[;.]\s*", words.strip(" .;")):
        bodies, end = read_bodies(part, len(part) - len(part.lstrip()))
        if not bodies or (part[end:].strip() and not ROLE.fullmatch(plain(part[end:]))):
            return False
    return True


def _refs(node: Node) -> Iterator[str]:
    yield node.ref
    yield from (below.ref for below in node.walk())


def with_common_leads(tasks: list[ParsedTask], found: list[CommonLead]) -> list[ParsedTask]:
    """Tasks that name nobody take whoever a section beside theirs names for all."""
    bound = {ref: one for one in found for ref in one.refs}
    return [_led(task, bound) for task in tasks]


def _led(task: ParsedTask, bound: dict[str, CommonLead]) -> ParsedTask:
    one = bound.get(re.sub(r"(?<=\d)[a-h]$", "", task.ref))
    if task.lead or one is None:
        return task
    return replace(
        task,
        lead=tuple(body.name for body in one.lead),
        coordinate=task.coordinate or tuple(body.name for body in one.coordinate),
        spans={**task.spans, "lead": [body.span for body in one.lead]},
        rules={**task.rules, "lead": "common_lead"},
        confidence={**task.confidence, "lead": _SURE},
    )
