"""Sections and clauses: numbered paragraphs set under one another, with their references ("II.3
bullet 2").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from thenchot.importer.layout.canvas import Canvas, Element
from thenchot.importer.layout.labels import label_of
from thenchot.importer.layout.numbering import Marker
from thenchot.importer.model import Section


@dataclass(slots=True)
class Node:
    """A numbered paragraph, a dash or a plain paragraph, with what stands under it. `plains`,
    `bullets`: how many of either were set under it.
    """

    ref: str
    element: Element | None
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    bodies: tuple[str, ...] = ()
    coordinates: tuple[str, ...] = ()
    plains: int = 0
    bullets: int = 0
    rank: float = 0

    @property
    def marker(self) -> Marker | None:
        return self.element.marker if self.element else None

    @property
    def text(self) -> str:
        return self.element.words if self.element else ""

    @property
    def at(self) -> int:
        return self.element.words_at if self.element else 0

    @property
    def is_plain(self) -> bool:
        return self.element is not None and self.element.marker is None

    @property
    def depth(self) -> int:
        return 0 if self.parent is None else self.parent.depth + 1

    def walk(self) -> Iterator["Node"]:
        for child in self.children:
            yield child
            yield from child.walk()

    def ancestors(self) -> Iterator["Node"]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def is_heading(self) -> bool:
        """Names what stands under it and is no sentence of its own."""
        if not self.element or not self.marker or self.marker.is_bullet:
            return False
        text = self.text
        if self.element.bold or self.element.level or text.isupper():
            return len(text) < 400
        return (
            len(text) < 220
            and not text.endswith((".", ";"))
            and (bool(self.children) or text.endswith(":"))
        )


def grow(canvas: Canvas, region: str = "body") -> Node:
    """The tree of the body or of the appendix; rows and closing parts are left out."""
    root = Node("PL" if region == "appendix" else "", None)
    stack = [root]
    for element in canvas.elements:
        if element.region == region and not element.is_row and not _titles(stack[-1], element):
            _place(stack, element)
    _lift_labels(root)
    return root


def _titles(part: Node, element: Element) -> bool:
    """The title on the line below "Phần thứ hai" becomes its words."""
    whole = part.element
    bare = whole and part.marker and part.marker.kind in ("part", "chapter") and not part.text
    title = element.marker is None and not element.text.rstrip().endswith((".", ";", ":"))
    if not (whole and bare and title) or part.children or len(element.text) > _LONGEST_TITLE:
        return False
    part.element = replace(
        whole,
        text=f"{whole.text}\n{element.text}",
        span=(whole.span[0], element.span[1]),
        bold=whole.bold or element.bold,
    )
    return True


_LONGEST_TITLE = 160  # characters


def _lift_labels(node: Node) -> None:
    """Labelled lines behind the last of several dashes or numbers belong to the clause above,
    unless others have their own.
    """
    for child in node.children:
        _lift_labels(child)
    if not node.element:
        return
    bullets = [child for child in node.children if _is_dash(child)]
    numbered = [child for child in node.children if child.marker and not child.marker.is_bullet]
    if not _lift_from(node, bullets) and all(map(_is_leaf, numbered)):
        _lift_from(node, numbered)


def _lift_from(node: Node, items: list[Node]) -> bool:
    """Move the labels of the last item up when it alone has some."""
    labelled = [child for child in items if any(map(_labels, child.children))]
    if len(items) < 2 or labelled != items[-1:]:
        return False
    last = labelled[0]
    node.children += [other for other in last.children if _labels(other)]
    last.children = [other for other in last.children if not _labels(other)]
    return True


def _is_dash(node: Node) -> bool:
    dash = node.marker is not None and node.marker.is_bullet
    return dash and not label_of(node.element.text if node.element else "")


def _is_leaf(node: Node) -> bool:
    """Nothing but labels stands under it."""
    return all(map(_labels, node.children))


def _labels(node: Node) -> bool:
    """A label, with a dash before it or without."""
    bare = node.is_plain or (node.marker is not None and node.marker.is_bullet)
    return bare and bool(node.element and label_of(node.element.text))


def _is_label(node: Node) -> bool:
    return node.is_plain and bool(node.element and label_of(node.element.text))


def _place(stack: list[Node], element: Element) -> None:
    if element.marker is None:
        _place_plain(stack, element)
        return
    rank = _rank(stack, element.marker)
    while len(stack) > 1 and _closes(stack[-1], rank):
        stack.pop()
    parent = stack[-1]
    parent.bullets += element.marker.is_bullet
    node = Node(_ref(parent, element.marker), element, parent, rank=rank)
    parent.children.append(node)
    stack.append(node)


_IN_ROMAN = 2.5  # the rank of A., B. that begin inside I. or II.


def _rank(stack: list[Node], marker: Marker) -> float:
    """Capitals stand over roman numbers, or under them where the roman number came first; "Bước 1",
    "Thứ nhất" under whatever number they begin below.
    """
    if marker.kind == "named":
        return _named_rank(stack, marker)
    if marker.kind == "bullet":
        return _bullet_rank(stack, marker)
    if marker.kind != "capital":
        return marker.rank
    kinds = {node.marker.kind: node.rank for node in stack if node.marker}
    if "capital" in kinds:
        return kinds["capital"]
    return _IN_ROMAN if "roman" in kinds and marker.values == (1,) else marker.rank


def _bullet_rank(stack: list[Node], marker: Marker) -> float:
    """Dashes below a line with a bullet of another shape that only names somebody or a field stand
    under it.
    """
    bullets = [node for node in stack if node.marker and node.marker.kind == "bullet"]
    for node in bullets:
        if node.marker and _shape(node.marker) == _shape(marker):
            return node.rank
    above = bullets[-1] if bullets else None
    names = above and not above.text.rstrip().endswith((".", ";", ",")) and not above.children
    return above.rank + 0.2 if above and names and above.rank < _INNERMOST else marker.rank


_INNERMOST = 10.6  # the rank of bullets within bullets within bullets
_DASHES = "-–—−"


def _shape(marker: Marker) -> str:
    return "-" if marker.printed in _DASHES else marker.printed


def _named_rank(stack: list[Node], marker: Marker) -> float:
    """Steps of one word stand beside one another, those of another word inside: "Nhóm 1" over "Việc
    1".
    """
    numbered = [node for node in stack if node.marker and not node.marker.is_bullet]
    named = [node for node in numbered if node.marker and node.marker.kind == "named"]
    same = [node.rank for node in named if node.marker and node.marker.word == marker.word]
    if same:
        return same[-1]
    if named:
        return named[-1].rank + 0.5
    inside = marker.values == (1,) and numbered
    return max(numbered[-1].rank + 0.5, marker.rank) if inside else marker.rank


def _closes(node: Node, rank: float) -> bool:
    """A new marker of the same or a higher rank closes the open node; dashes close dashes and plain
    paragraphs.
    """
    if node.marker is None:
        return True
    return node.rank >= rank


def _place_plain(stack: list[Node], element: Element) -> None:
    if label_of(element.text) and not stack[-1].is_plain and stack[-1].element:
        stack[-1].plains += 1
        stack[-1].children.append(Node(f"{stack[-1].ref} label", element, stack[-1]))
        return
    if open_label := _open_label(stack[-1]):
        open_label.children.append(Node(f"{open_label.ref} value", element, open_label))
        return
    while len(stack) > 1 and (stack[-1].marker is None or stack[-1].marker.is_bullet):
        stack.pop()
    parent = stack[-1]
    parent.plains += 1
    node = Node(f"{parent.ref} para {parent.plains}".strip(), element, parent)
    parent.children.append(node)


def _open_label(node: Node) -> Node | None:
    """A label with nothing behind it, whose value stands on the line below."""
    last = node.children[-1] if node.children else None
    bare = last and last.element and _is_label(last) and last.element.text.rstrip().endswith(":")
    return last if last and bare and not last.children else None


def _ref(parent: Node, marker: Marker) -> str:
    if marker.is_bullet:
        kind = "bullet" if marker.kind == "bullet" else "item"
        return f"{parent.ref} {kind} {parent.bullets}".strip()
    if marker.kind == "article":
        return f"Điều {marker.values[0]}"
    label = marker.label
    if marker.kind == "paren":
        return f"{parent.ref}({label})"
    if marker.kind == "decimal":
        return _decimal_ref(parent, marker)
    if marker.kind in ("part", "chapter"):
        return label
    return f"{parent.ref}.{label}" if parent.ref else label


def _decimal_ref(parent: Node, marker: Marker) -> str:
    label = ".".join(map(str, marker.values))
    for node in [parent, *parent.ancestors()]:
        if node.marker and node.marker.kind in ("roman", "article"):
            return f"{node.ref}.{label}"
    return label


def sections_of(root: Node, end: int) -> tuple[Section, ...]:
    """Numbered parts in order, each ending where the next of its level begins."""
    nodes = [node for node in root.walk() if node.marker and not node.marker.is_bullet]
    found: list[Section] = []
    following: list[tuple[int, int]] = []  # depth and start of what may end a part before it
    for node in reversed(nodes):
        assert node.element is not None
        depth, start = node.depth, node.element.span[0]
        while following and following[-1][0] > depth:
            following.pop()
        ends = following[-1][1] if following else end
        found.append(Section(node.ref, _title(node), depth, start, ends, node.bodies))
        following.append((depth, start))
    return tuple(reversed(found))


def _title(node: Node) -> str | None:
    text = node.text
    if node.bodies and not node.is_heading:
        return ", ".join(node.bodies) if re.match(r".{0,200}?:\s", text) else None
    return text.rstrip(" :;.") if node.is_heading else None
