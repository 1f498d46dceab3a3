"""Labelled and lettered blocks: what is to be done, by whom and by when stands on lines of its own
("Cơ quan chủ trì: …", "b) Cơ quan thực hiện:", "3. Thời gian thực hiện").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from thenchot.importer.layout.labels import Label, block_label, label_of
from thenchot.importer.layout.tree import Node
from thenchot.importer.model import ParsedTask, Span, Spans
from thenchot.importer.tasks.roles import SURE, Parties, parties
from thenchot.importer.tasks.subjects import approval_of, subject_of
from thenchot.importer.tasks.words import without_ordinal
from thenchot.kernel.deadlines import Deadline, find_deadlines, parse_deadline
from thenchot.kernel.deadlines.atoms import folded
from thenchot.kernel.deadlines.loose import precondition
from thenchot.kernel.lexicon import VERB
from thenchot.kernel.text import plain, tidy

_INLINE = re.compile(
    (
        r"(?:^|[(;.,–-]\s*|\s(?=(?-i:[A-ZĐ])))(?P<label>(?:cơ quan|đơn vị|ban|phòng)?\s*(?:chủ"
        r" trì|phối "
        r"hợp|thực hiện)(?:\s+(?:thực hiện|tham mưu))?|phân công|đầu mối|thời gian(?:\s+(?:thực"
        r" hiện|hoàn "
        r"thành))?|thời hạn(?:\s+\w+){0,2}|tiến độ(?:\s+\w+){0,2}|hạn hoàn thành|hoàn thành"
        r"|sản phẩm|kết quả)\s*:\s*"
    ),
    re.IGNORECASE,
)
_ANSWERS = {"lead", "executor", "lead_coordinate", "deadline", "coordinate"}
_NESTED = {"executor": "lead", "lead_coordinate": "both"}


@dataclass(slots=True)
class Work:
    """One thing to be done: the node that names it and the spans of its words."""

    node: Node
    spans: list[Span]


@dataclass(slots=True)
class Labelled:
    """A node with the labelled values that stand under it; values are spans of the canonical text.
    `content`: its works stand behind a label of their own. `dated`: lines under the label of time
    that are duties themselves.
    """

    node: Node
    works: list[Work] = field(default_factory=list)
    values: dict[str, list[Span]] = field(default_factory=dict)
    dated: list[Node] = field(default_factory=list)
    content: bool = False

    @property
    def refs(self) -> set[str]:
        """All that the block holds."""
        return {self.node.ref, *(node.ref for node in self.node.walk())}


def labelled_of(root: Node, text: str) -> list[Labelled]:
    """Blocks under which a lead or a time is labelled; a block inside another is not read again."""
    found: list[Labelled] = []
    for node in root.children:
        found += _blocks(node, text)
    return found


def _blocks(node: Node, text: str) -> Iterator[Labelled]:
    if node.element is None or label_of(node.element.text) or node.is_plain:
        return
    role = _role(node)
    if role and not (role.field == "task" and any(map(_answers, node.children))):
        for child in node.children:
            yield from _blocks(child, text)
        return
    item = _collect(node, text)
    answered = bool(_ANSWERS & set(item.values)) or bool(item.dated)
    answered = answered and (item.content or not _is_common_date(node))
    if answered and item.content:
        yield item
        return
    if answered and any(work.spans for work in item.works):
        yield item
    for child in node.children:
        yield from _blocks(child, text)


def _role(node: Node) -> Label | None:
    """What a line of the block answers; dashes, letters, numbers and plain lines alike."""
    if node.element is None:
        return None
    return block_label(node.text, heads=bool(node.children))


def _answers(node: Node) -> bool:
    role = _role(node)
    return role is not None and role.field in _ANSWERS


def _collect(node: Node, text: str) -> Labelled:
    item = Labelled(node)
    roles = [_role(child) for child in node.children]
    item.content = any(role and role.field == "task" for role in roles) and any(
        role and role.field in _ANSWERS for role in roles
    )
    if not item.content:
        _take_words(item, text)
    for child, role in zip(node.children, roles, strict=True):
        if role and role.field == "task" and item.content:
            _take_works(item, child, role)
        elif role and role.field not in ("task", "note"):
            _take_value(item, child, role, text)
    return item


def _take_words(item: Labelled, text: str) -> None:
    """The words of the block are the work. Dashes and plain lines between them and the labels
    belong to the words.
    """
    node = item.node
    assert node.element is not None
    if lines := _listed(node):
        item.works += [Work(line, [(line.at, line.at + len(line.text))]) for line in lines]
        return
    work = Work(node, [])
    item.works.append(work)
    _take_line(item, work, text, node.at, node.element.span[1])
    last = max((at for at, child in enumerate(node.children) if _role(child)), default=-1)
    for at, child in enumerate(node.children):
        if child.element is None or _role(child) or item.values:
            continue
        bullet = child.marker is not None and child.marker.is_bullet
        own = any(_role(other) for other in child.children)
        if child.is_plain:
            _take_line(item, work, text, child.at, child.element.span[1])
        elif bullet and at < last and not own:
            work.spans.append((child.element.span[0], child.element.span[1]))


def _listed(node: Node) -> list[Node]:
    """The lines of a section whose labels hold for all of them: each is a work."""
    section = node.marker is not None and node.marker.kind in ("roman", "capital", "part")
    roles = [_role(child) for child in node.children]
    first = next((at for at, role in enumerate(roles) if role), 0)
    lines = [child for child in node.children[:first] if child.marker]
    numbered = bool(lines) and all(not line.marker.is_bullet for line in lines if line.marker)
    own = any(_role(below) for line in lines for below in line.children)
    if own or not (section or numbered):
        return []
    return [below for line in lines for below in _opened(line)]


def _opened(line: Node) -> list[Node]:
    """A line that only opens a list gives way to the lines of that list."""
    listed = line.text.rstrip().endswith(":") and [one for one in line.children if one.marker]
    return listed or [line]


def _is_common_date(node: Node) -> bool:
    """A time in a numbered line of its own, no lead beside it: it may bind more than this section
    (`common_dates`).
    """
    answers = [child for child in node.children if _answers(child)]
    numbered = all(child.marker and not child.marker.is_bullet for child in answers)
    roles = {role.field for child in answers if (role := _role(child))}
    return bool(answers) and numbered and roles == {"deadline"}


def _take_line(item: Labelled, work: Work, text: str, start: int, end: int) -> None:
    """Cut a paragraph at its labels: what comes before the first belongs to the words."""
    paragraph = text[start:end]
    cuts = [match for match in _INLINE.finditer(paragraph) if label_of(match["label"] + ":")]
    first = cuts[0].start() if cuts else len(paragraph)
    words = paragraph[:first].rstrip(" (;-–+")
    if words.strip(" -–+•") and not item.values:
        work.spans.append((start, start + len(words)))
    _take_cuts(item, cuts, start, len(paragraph))


def _take_cuts(item: Labelled, cuts: list[re.Match[str]], start: int, end: int) -> None:
    for index, match in enumerate(cuts):
        label = label_of(match["label"].strip() + ":")
        value_end = cuts[index + 1].start() if index + 1 < len(cuts) else end
        if label:
            span = (start + match.end(), start + value_end)
            item.values.setdefault(label.field, []).append(span)


def _take_works(item: Labelled, node: Node, role: Label) -> None:
    """Behind "Nội dung:" each line is a work; a sentence behind it is one, its lines details."""
    assert node.element is not None
    start, end = node.at + role.end, node.element.span[1]
    words = node.text[role.end :].strip()
    lines = [child for child in node.children if child.element and not _role(child)]
    if words and not (words.endswith(":") and lines):
        details = [child.element.span for child in lines if child.element]
        item.works.append(Work(node, [(start, end), *details]))
        return
    for child in lines:
        assert child.element is not None
        below = [other.element.span for other in child.walk() if other.element]
        item.works.append(Work(child, [(child.at, child.element.span[1]), *below]))


def _take_value(item: Labelled, node: Node, role: Label, text: str) -> None:
    """The value behind a label, and those on the lines under it; a label inside has its own say."""
    assert node.element is not None
    start, end = node.at + role.end, node.element.span[1]
    cuts = [match for match in _INLINE.finditer(text[start:end]) if match.start() > 0]
    cuts = [match for match in cuts if label_of(match["label"].strip() + ":")]
    if text[start:end].strip():
        first = start + cuts[0].start() if cuts else end
        item.values.setdefault(role.field, []).append((start, first))
        _take_cuts(item, cuts, start, end - start)
    for child in node.children:
        inner = _role(child)
        if inner and inner.field not in ("task", "note"):
            _take_value(item, child, inner, text)
        elif child.element and role.field == "deadline" and _is_duty(child.text):
            item.dated.append(child)
        elif child.element:
            span = (child.at, child.element.span[1])
            item.values.setdefault(role.field, []).append(span)


def _is_duty(words: str) -> bool:
    """ "Các phòng gửi kết quả trước ngày 15/3": a sentence of its own under the label of time."""
    subject = subject_of(words)
    return bool(subject.lead) and bool(VERB.match(plain(words[subject.rest :]).lstrip(" ,:")))


def labelled_tasks(item: Labelled, text: str, reference: date | None) -> list[ParsedTask]:
    """The tasks of a block: one for each work, one for each duty under the label of time."""
    spans: Spans = {}
    who = _who(item, text)
    raw, deadline = _when(item, text, reference, spans)
    several = len(item.works) > 1
    tasks = [
        _task(item, work, text, who, raw, deadline, dict(spans), several)
        for work in item.works
        if _words(work, text)
    ]
    dated = [_dated_task(node, reference) for node in item.dated]
    return dated if dated and item.content and len(tasks) == 1 and not raw else [*tasks, *dated]


def _words(work: Work, text: str) -> str:
    return without_ordinal(tidy(" ".join(text[start:end] for start, end in work.spans)))


def _who(item: Labelled, text: str) -> Parties:
    found = Parties()
    names = ("lead", "executor", "lead_coordinate", "coordinate")
    for name in names:
        if name == "executor" and found.lead:
            continue
        role = "coordinate" if name == "coordinate" else _NESTED.get(name, "lead")
        spans = item.values.get(name, ())
        for start, end in spans:
            inner = "coordinate" if role == "both" and found.lead else role
            value = text[start:end].rstrip(" .;)")
            read = parties(value, start, inner)
            found.add("lead", read.lead)
            found.add("coordinate", read.coordinate)
            found.sure = min(found.sure, read.sure)
    return found


def _when(item: Labelled, text: str, reference: date | None, spans: Spans) -> tuple[str, Deadline]:
    """The time behind its label; the latest where the lines under the label name several."""
    read = []
    for start, end in item.values.get("deadline", ()):
        kept = _trimmed(text[start:end])
        read.append(((start, start + len(kept)), tidy(kept), parse_deadline(kept, reference)))
    if not read:
        return "", parse_deadline("", reference)
    dated = [one for one in read if one[2].end]
    span, raw, deadline = max(dated, key=lambda one: one[2].end or date.min) if dated else read[0]
    spans["deadline"] = [span]
    return raw, deadline


def _trimmed(value: str) -> str:
    return value.rstrip(" .;)" if value.count("(") < value.count(")") else " .;")


def _task(
    item: Labelled,
    work: Work,
    text: str,
    who: Parties,
    raw: str,
    deadline: Deadline,
    spans: Spans,
    several: bool,
) -> ParsedTask:
    words = _words(work, text)
    spans |= {"text": work.spans}
    spans |= {"lead": [body.span for body in who.lead]} if who.lead else {}
    spans |= {"coordinate": [body.span for body in who.coordinate]} if who.coordinate else {}
    lead = [body.name for body in who.lead] or _inherited(item.node, words)
    after = deadline.after or (
        precondition(folded(words), words) if deadline.kind != "none" else None
    )
    passed = approval_of(words)
    node = work.node if several else item.node
    form = "lettered_block" if item.content else "labelled_block"
    return ParsedTask(
        ref=node.ref,
        text=words,
        number_as_printed=node.marker.printed if node.marker else None,
        parent=node.parent.ref if node.parent else None,
        lead=tuple(lead),
        coordinate=tuple(body.name for body in who.coordinate),
        deadline_raw=raw,
        deadline=deadline.but(after=after),
        approval=_first(item, text, "approval", spans) or (passed.name if passed else None),
        product=_first(item, text, "product", spans) or None,
        responsible=_first(item, text, "responsible", spans) or None,
        after=after,
        spans=spans,
        rules={"text": "clause", "form": form}
        | dict.fromkeys(("lead", "coordinate", "deadline"), "labelled_line"),
        confidence={
            "text": 0.97,
            "lead": (who.sure if who.lead else 0.8) if lead else 0.3,
            "coordinate": who.sure,
            "deadline": min(SURE, deadline.confidence),
        },
    )


def _inherited(node: Node, words: str) -> list[str]:
    """Named by the words themselves, or by a heading above."""
    above = next((up.bodies for up in node.ancestors() if up.bodies), ())
    return [body.name for body in subject_of(words).lead] or list(above)


def _dated_task(node: Node, reference: date | None) -> ParsedTask:
    """A line under the label of time that says who does what by when."""
    words = tidy(node.text)
    subject = subject_of(node.text)
    found = max(find_deadlines(node.text, reference), key=lambda one: one.strong, default=None)
    deadline = found.deadline if found else Deadline("none")
    spans: Spans = {"text": [(node.at, node.at + len(node.text))]}
    spans["lead"] = [(node.at + b.span[0], node.at + b.span[1]) for b in subject.lead]
    return ParsedTask(
        ref=node.ref,
        text=words,
        number_as_printed=node.marker.printed if node.marker else None,
        parent=node.parent.ref if node.parent else None,
        lead=tuple(body.name for body in subject.lead),
        coordinate=tuple(body.name for body in subject.coordinate),
        deadline_raw=found.raw if found else "",
        deadline=deadline,
        spans=spans,
        rules={
            "text": "clause",
            "form": "dated_line",
            "lead": subject.rule,
            "deadline": "dated_in_sentence",
        },
        confidence={
            "text": 0.9,
            "lead": 0.9,
            "coordinate": 0.9,
            "deadline": found.confidence if found else 0.5,
        },
    )


def _first(item: Labelled, text: str, name: str, spans: Spans) -> str:
    for start, end in item.values.get(name, ()):
        kept = _trimmed(text[start:end])
        spans[name] = [(start, start + len(kept))]
        return tidy(kept)
    return ""
