"""Labelled and lettered blocks as they stand on the page: which lines name a work, which answer who
and when ("Cơ quan chủ trì: …", "b) Cơ quan thực hiện:", "3. Thời gian thực hiện").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from thenchot.importer.layout.labels import COMBINED, Label, block_label, field_of, label_of
from thenchot.importer.layout.tree import Node
from thenchot.importer.model import Span
from thenchot.importer.tasks.dated_lines import is_dated_duty, names_time
from thenchot.importer.tasks.stages import stages_of, tail_of
from thenchot.kernel.lexicon import VERB
from thenchot.kernel.text import plain

_INLINE = re.compile(
    (
        r"(?:^|[(;.,–-]\s*|\s(?=(?-i:[A-ZĐ])))(?P<label>(?:cơ quan|đơn vị|ban|phòng)?\s*(?:chủ"
        r" trì|phối hợp|cùng (?:thực hiện|làm|phối hợp)|tham gia|hỗ trợ"
        r"|thực hiện)(?:\s+(?:thực hiện|tham mưu))?|phân công|đầu mối|thời gian(?:\s+(?:thực"
        r" hiện|hoàn "
        r"thành))?|thời hạn(?:\s+\w+){0,2}|tiến độ(?:\s+\w+){0,2}|hạn hoàn thành|hoàn thành"
        r"|sản phẩm|kết quả)\s*:\s*"
    ),
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[A-ZĐÀ-Ỹ][^:.;,]{2,25}:\s+\S")
"""A line beside the labels that has a label of its own: it is no part of the work."""
_FEW = 2  # lines: one alone is no list of steps
_ANSWERS = {"lead", "executor", "lead_coordinate", "deadline", "coordinate", "responsible"}
_WORKS = {"task", COMBINED}


@dataclass(slots=True)
class Work:
    """One thing to be done: the node that names it and the spans of its words."""

    node: Node
    spans: list[Span]


@dataclass(slots=True)
class Labelled:
    """A node with the labelled values that stand under it; values are spans of the canonical text.
    `content`: its works stand behind a label of their own. `dated`: lines under the label of time
    that are duties themselves. `staged`: the times are those of its stages.
    """

    node: Node
    works: list[Work] = field(default_factory=list)
    values: dict[str, list[Span]] = field(default_factory=dict)
    dated: list[Node] = field(default_factory=list)
    content: bool = False
    staged: bool = False

    @property
    def refs(self) -> set[str]:
        """All that the block holds; a sentence behind the stages of a work is none of it."""
        below = (
            one for one in self.node.walk() if not (self.staged and one.is_plain and not _role(one))
        )
        return {self.node.ref, *(one.ref for one in below)}


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
    if role and not (role.field in _WORKS and any(map(_answers, node.children))):
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
    if stages := stages_of(node):
        return _staged(item, stages)
    roles = [_role(child) for child in node.children]
    item.content = any(role and role.field in _WORKS for role in roles) and any(
        role and role.field in {*_ANSWERS, COMBINED} for role in roles
    )
    if not item.content:
        _take_words(item, text)
    steps = _steps_below(node, roles)
    if item.values and not any(roles):
        steps = _dated_below(node)
    opened = False  # by "Các mốc:", dashes of the same depth below it
    for child, role in zip(node.children, roles, strict=True):
        if role:
            bare = not child.text[role.end :].strip() and not child.children
            opened = role.field == "deadline" and bare
        elif child in steps or (opened and is_dated_duty(child.text)):
            item.dated.append(child)
        if role and role.field in _WORKS and item.content:
            _take_works(item, child, role)
        elif role and role.field not in (*_WORKS, "note"):
            _take_value(item, child, _beside(item, role), text)
    return item


def _staged(item: Labelled, stages: list[Span]) -> Labelled:
    """One work, the times of its stages, and whoever its heading or its labels name."""
    node = item.node
    end = tail_of(node)
    item.staged = True
    item.works.append(Work(node, [(node.at, node.at + end)]))
    item.values["deadline"] = stages
    for child in node.children:
        role = _role(child)
        if role and role.field not in (*_WORKS, "note", "deadline"):
            start = child.at + role.end
            item.values.setdefault(role.field, []).append((start, child.at + len(child.text)))
    tail = node.text[end:]
    if tail.strip() and not _WHO & set(item.values):
        start = node.at + end + len(tail) - len(tail.lstrip(" (–—-"))
        item.values["lead"] = [(start, node.at + len(node.text.rstrip(" ).;:")))]
    return item


_WHO = {"lead", "executor", "lead_coordinate", "responsible"}


def _beside(item: Labelled, role: Label) -> Label:
    """A second label that only names somebody says who joins in."""
    again = role.field == "executor" and "executor" in item.values
    return replace(role, field="coordinate") if again else role


def _steps_below(node: Node, roles: list[Label | None]) -> list[Node]:
    """Lines behind the labels that are all duties with a day: the labels hold for each of them."""
    first = next((at for at, role in enumerate(roles) if role), len(roles))
    named = {role.field for role in roles if role}
    below = [child for child in node.children[first:] if child.marker and not _role(child)]
    before = [child for child in node.children[:first] if child.marker]
    if before or len(below) < _FEW or "deadline" in named:
        return []
    return below if all(names_time(child.text) for child in below) else []


def _dated_below(node: Node) -> list[Node]:
    """Lines that all name their time, below a heading that names who is in charge."""
    below = [child for child in node.children if child.marker]
    is_list = len(below) >= _FEW and len(below) == len(node.children)
    return below if is_list and all(names_time(child.text) for child in below) else []


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
        if child.is_plain and last >= 0 and _ASIDE.match(child.text):
            continue
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
    if own or not (section or numbered or _are_duties(node, lines)):
        return []
    return [below for line in lines for below in _opened(line)]


def _are_duties(node: Node, lines: list[Node]) -> bool:
    """Several dashes that each say what is to be done, under a title that only names the field."""
    titled = not node.text.rstrip().endswith((".", ":", ";"))
    verbs = all(VERB.match(plain(line.text)) for line in lines)
    return titled and verbs and len(lines) > 1


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


_OPEN = re.compile(
    r"(?:^|[.;|]\s+|\(\s*|\s[–—-]\s+)(?P<label>[^\W\d_](?:(?!\s[–—-]\s)[^:.;,()\n]){1,40}?)\s*:\s*"
)
"""A label in the author's own words, behind a stop: "Người chủ trì: … . Hạn cuối: …"."""


def _inline(paragraph: str) -> list[re.Match[str]]:
    """The labels inside a paragraph, in order."""
    found = [match for match in _INLINE.finditer(paragraph) if field_of(match["label"])]
    taken = [match.span("label") for match in found]
    for match in _OPEN.finditer(paragraph):
        start, end = match.span("label")
        free = all(end <= low or high <= start for low, high in taken)
        if free and field_of(match["label"]):
            found.append(match)
    return sorted(found, key=lambda match: match.start())


def _take_line(item: Labelled, work: Work, text: str, start: int, end: int) -> None:
    """Cut a paragraph at its labels: what comes before the first belongs to the words."""
    paragraph = text[start:end]
    cuts = _inline(paragraph)
    first = cuts[0].start() if cuts else len(paragraph)
    words = paragraph[:first].rstrip(" (;-–+")
    if words.strip(" -–+•") and not item.values:
        work.spans.append((start, start + len(words)))
    _take_cuts(item, cuts, start, len(paragraph))


def _take_cuts(item: Labelled, cuts: list[re.Match[str]], start: int, end: int) -> None:
    for index, match in enumerate(cuts):
        field = field_of(match["label"])
        value_end = cuts[index + 1].start() if index + 1 < len(cuts) else end
        if field:
            span = (start + match.end(), start + value_end)
            item.values.setdefault(field, []).append(span)


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
        if role.field == COMBINED and is_dated_duty(child.text):
            item.dated.append(child)
            continue
        below = [other.element.span for other in child.walk() if other.element]
        item.works.append(Work(child, [(child.at, child.element.span[1]), *below]))


def _take_value(item: Labelled, node: Node, role: Label, text: str) -> None:
    """The value behind a label, and those on the lines under it; a label inside has its own say."""
    assert node.element is not None
    start, end = node.at + role.end, node.element.span[1]
    cuts = [match for match in _inline(text[start:end]) if match.start() > 0]
    if text[start:end].strip():
        first = start + cuts[0].start() if cuts else end
        item.values.setdefault(role.field, []).append((start, first))
        _take_cuts(item, cuts, start, end - start)
    for child in node.children:
        inner = _role(child)
        if inner and inner.field not in (*_WORKS, "note"):
            _take_value(item, child, inner, text)
        elif child.element and role.field == "deadline" and is_dated_duty(child.text):
            item.dated.append(child)
        elif child.element:
            span = (child.at, child.element.span[1])
            item.values.setdefault(role.field, []).append(span)
