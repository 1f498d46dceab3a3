"""Tasks whose lead, coordination and time stand on labelled lines under them."""

import re
from dataclasses import dataclass, field
from datetime import date

from thenchot.importer.layout.labels import label_of
from thenchot.importer.layout.tree import Node
from thenchot.importer.model import ParsedTask, Span, Spans
from thenchot.importer.tasks.subjects import approval_of, subject_of
from thenchot.kernel.bodies import bodies_of
from thenchot.kernel.deadlines import parse_deadline
from thenchot.kernel.deadlines.atoms import folded
from thenchot.kernel.deadlines.loose import precondition
from thenchot.kernel.text import tidy

_INLINE = re.compile(
    (
        r"[(;.,]?\s*(?P<label>(?:cơ quan|đơn vị|ban|phòng)?\s*(?:chủ trì|phối hợp|thực "
        r"hiện)(?:\s+(?:thực hiện|tham mưu))?|thời gian(?:\s+(?:thực hiện|hoàn thành))?|thời "
        r"hạn(?:\s+\w+){0,2}|tiến độ(?:\s+\w+){0,2}|hạn hoàn thành|hoàn thành|sản phẩm|kết "
        r"quả)\s*:\s*"
    ),
    re.IGNORECASE,
)


@dataclass(slots=True)
class Labelled:
    """A node with the labelled values that follow its words. Values are spans of the canonical
    text.
    """

    node: Node
    text_spans: list[Span]
    values: dict[str, list[Span]] = field(default_factory=dict)


def labelled_of(root: Node, text: str) -> list[Labelled]:
    """Nodes under which a lead or a deadline is labelled; at least one of them must be."""
    found = []
    for node in root.walk():
        if node.element is None or label_of(node.element.text) or node.is_plain:
            continue
        item = _collect(node, text)
        if {"lead", "executor", "lead_coordinate", "deadline", "coordinate"} & set(item.values):
            found.append(item)
    return found


def _collect(node: Node, text: str) -> Labelled:
    """Dashes between a task and its labelled lines belong to the task's words."""
    assert node.element is not None
    item = Labelled(node, [])
    _take(item, text, node.at, node.element.span[1])
    last = max((at for at, child in enumerate(node.children) if _is_label(child)), default=-1)
    for at, child in enumerate(node.children):
        if child.element is None:
            continue
        label = label_of(child.element.text)
        if label:
            _take(item, text, child.element.span[0], child.element.span[1])
        elif child.is_plain and not item.values:
            item.text_spans.append((child.at, child.element.span[1]))
        elif (
            child.marker
            and child.marker.is_bullet
            and not item.values
            and at < last
            and not any(map(_is_label, child.children))
        ):
            item.text_spans.append((child.element.span[0], child.element.span[1]))
    return item


def _is_label(node: Node) -> bool:
    return bool(node.element and label_of(node.element.text))


def _take(item: Labelled, text: str, start: int, end: int) -> None:
    """Cut a paragraph at its labels: what comes before the first belongs to the words of the
    task.
    """
    paragraph = text[start:end]
    cuts = [match for match in _INLINE.finditer(paragraph) if label_of(match["label"] + ":")]
    first = cuts[0].start() if cuts else len(paragraph)
    words = paragraph[:first].rstrip(" (;-–+")
    if words.strip(" -–+•") and not item.values:
        item.text_spans.append((start, start + len(words)))
    for index, match in enumerate(cuts):
        label = label_of(match["label"].strip() + ":")
        value_end = cuts[index + 1].start() if index + 1 < len(cuts) else len(paragraph)
        if label:
            item.values.setdefault(label.field, []).append((start + match.end(), start + value_end))


def labelled_task(item: Labelled, text: str, reference: date | None) -> ParsedTask:
    node = item.node
    words = tidy(" ".join(text[start:end] for start, end in item.text_spans))
    spans: Spans = {"text": item.text_spans}
    lead = _bodies(item, text, ("lead", "executor", "lead_coordinate"), "lead", spans)
    coordinate = _bodies(item, text, ("coordinate",), "coordinate", spans)
    if not lead:
        lead = [body.name for body in subject_of(words).lead] or [
            name for up in node.ancestors() for name in up.bodies
        ][:6]
    raw = _first(item, text, "deadline", spans)
    deadline = parse_deadline(raw, reference)
    after = deadline.after or (
        precondition(folded(words), words) if deadline.kind != "none" else None
    )
    passed = approval_of(words)
    return ParsedTask(
        ref=node.ref,
        text=words,
        number_as_printed=node.marker.printed if node.marker else None,
        parent=node.parent.ref if node.parent else None,
        lead=tuple(lead),
        coordinate=tuple(coordinate),
        deadline_raw=raw,
        deadline=deadline.but(after=after),
        approval=_first(item, text, "approval", spans) or (passed.name if passed else None),
        product=_first(item, text, "product", spans) or None,
        responsible=_first(item, text, "responsible", spans) or None,
        after=after,
        spans=spans,
        rules={
            "text": "clause",
            "lead": "labelled_line",
            "coordinate": "labelled_line",
            "deadline": "labelled_line",
        },
        confidence={
            "text": 1.0,
            "lead": 1.0 if lead else 0.3,
            "coordinate": 1.0,
            "deadline": deadline.confidence,
        },
    )


def _bodies(
    item: Labelled, text: str, fields: tuple[str, ...], name: str, spans: Spans
) -> list[str]:
    for field_name in fields:
        found = [
            body
            for start, end in item.values.get(field_name, ())
            for body in bodies_of(text[start:end].rstrip(" .;)"), start)
        ]
        if found:
            spans[name] = [body.span for body in found]
            return [body.name for body in found]
    return []


def _first(item: Labelled, text: str, name: str, spans: Spans) -> str:
    for start, end in item.values.get(name, ()):
        value = text[start:end]
        kept = value.rstrip(" .;)" if value.count("(") < value.count(")") else " .;")
        spans[name] = [(start, start + len(kept))]
        return tidy(kept)
    return ""
