"""Targets of the document: the sections on aims, lists of an appendix, sentences that strive for a
figure, duties that say how much at least.
"""

import re
from collections.abc import Iterator

from thenchot.importer.layout.canvas import Canvas
from thenchot.importer.layout.tree import Node
from thenchot.importer.model import ParsedTarget
from thenchot.importer.tasks.aim_tables import targets_of_tables
from thenchot.importer.tasks.aim_words import sought
from thenchot.kernel.targets import Target, find_targets, row_items
from thenchot.kernel.text import plain, tidy

_AIM_HEADING = re.compile(
    r"(?:các\s+)?(?:mục tiêu|chỉ tiêu)\b|\bkết quả (?:cần|phải|dự kiến|mong đợi|phấn đấu|đầu ra)\b"
    r"|\bphấn đấu\b|\bđích (?:đến|phấn đấu)\b|\b(?:mức|điều) (?:cần|phải|phấn đấu)(?: đạt| giữ)?\b"
    r"|\bcon số\b|\bkhối lượng (?:thực hiện|công việc)\b"
)
_LIST_TITLE = re.compile(r"(?:các\s+|những\s+|hệ thống\s+|một số\s+)*(?:mục tiêu|chỉ tiêu)\b")
_WEAK_HEADING = re.compile(r"mục đích|yêu cầu|quan điểm|ý nghĩa|phương châm")
_PURPOSE = re.compile(r"mục đích|mục tiêu")
_PAST = re.compile(
    r"tình hình|thực trạng|hiện trạng|đặc điểm|kết quả(?! (?:cần|phải|dự kiến|mong đợi|phấn đấu"
    r"|đầu ra))|đánh giá|hạn chế|tồn tại|nguyên nhân|căn cứ|sự cần thiết|ưu điểm|khuyết điểm"
    r"|kinh phí|dự toán|nguồn vốn|bối cảnh"
)
_APPENDIX = re.compile(
    r"(?:phụ lục|biểu)(?:\s+(?:số\s+)?(?:\d{1,2}|[ivx]{1,4}))?\b(?!\s+[^\W\d])(?:\s*[:.–-])?\s*"
)
_TITLE = 160  # characters
_GENERAL = re.compile(r"tổng quát|mục tiêu chung\b|mục đích|quan điểm|định hướng")
_OWN_GENERAL = re.compile(r"mục tiêu (?:chung|tổng quát)\b|quan điểm|mục đích")
_SPECIFIC = re.compile(r"cụ thể|chỉ tiêu|chủ yếu|đến năm|đến hết năm|năm 20\d\d")
_REACH = re.compile(
    (
        r"(?:chậm nhất đến \d{4}\s+|đến năm \d{4},?\s+)?đạt (?:mục tiêu|chỉ tiêu)[^.;]*?\b(?:tỷ lệ"
        r"|cơ cấu)\s+(?P<head>\w+\s+\w+)(?P<rest>[^.;]*)"
    ),
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:đến|năm)\s+(?:hết\s+)?(?:năm\s+)?(20\d\d)\b")
_EACH_YEAR = re.compile(r"h[ằà]ng năm|mỗi năm")


def targets_of(canvas: Canvas, body: Node, appendix: Node) -> list[ParsedTarget]:
    """Every target, in order of the text."""
    strong = list(_aim_leaves(body))
    known = {id(node) for node in strong}
    for tree in (appendix, body):
        strong += [node for node in _titled_aims(tree) if id(node) not in known]
    found = [target for node in strong for target in _of_node(node)]
    lonely = not found
    read = {id(node) for node in strong}
    others = [node for tree in (body, appendix) for node in tree.walk() if id(node) not in read]
    for node in others:
        found += _elsewhere(node, lonely)
    found += [target for node in others if not _is_under_aims(node) for target in _reached(node)]
    found += _of_opening(canvas)
    found += targets_of_tables(canvas)
    return sorted(found, key=lambda target: target.spans["text"][0])


def _is_aims(node: Node) -> bool:
    text = plain(node.text)
    heads = node.is_heading or (bool(node.children) and text.endswith(":"))
    return heads and bool(_AIM_HEADING.search(text[:60])) and len(text) < _TITLE


def _is_under_aims(node: Node) -> bool:
    return any(_is_aims(up) for up in [node, *node.ancestors()] if up.element)


_AIMS_IN_LINE = re.compile(
    r"(?:về\s+)?(?:các\s+)?(?:mục tiêu|chỉ tiêu)[^:.;]{0,60}(?::\s*|\.\s+)(?=\S)(?=.*\d)"
)
"""A section that says its aims on its own line: "I. Mục tiêu: ít nhất 60% …"."""


def _aim_leaves(body: Node) -> Iterator[Node]:
    for node in body.walk():
        said = plain(node.text)
        if _AIMS_IN_LINE.match(said) and not node.children and not _OWN_GENERAL.match(said):
            yield node
            continue
        if _only_heads(node):
            continue
        above = [up for up in node.ancestors() if up.element]
        nearest = next((up for up in above if up.is_heading), None)
        if _OWN_GENERAL.match(plain(node.text)):
            continue
        if any(_is_aims(up) for up in above) and not (nearest and _is_general(nearest)):
            yield node


def _only_heads(node: Node) -> bool:
    return (
        node.element is None or node.is_heading or (bool(node.children) and node.text.endswith(":"))
    )


def _titled_aims(node: Node) -> Iterator[Node]:
    """What stands behind a title without a number that names aims, up to the next such title."""
    is_of_aims = False
    for part in node.children:
        if _is_title(part):
            text = plain(part.text)
            opening = _APPENDIX.match(text)
            is_of_aims = bool(_LIST_TITLE.match(text[opening.end() :] if opening else text))
        elif is_of_aims:
            yield from (one for one in [part, *part.walk()] if not _only_heads(one))
        else:
            yield from _titled_aims(part)


def _is_title(node: Node) -> bool:
    element = node.element
    if element is None or node.marker is not None or len(node.text) >= _TITLE:
        return False
    if node.text.startswith("("):
        return False
    bare = node.ref.startswith("PL") and not node.text.rstrip().endswith((".", ";"))
    return bool(element.level or element.bold or node.text.isupper() or bare) or bool(
        _APPENDIX.match(plain(node.text))
    )


def _is_general(node: Node) -> bool:
    text = plain(node.text)
    return (bool(_GENERAL.search(text)) and not _SPECIFIC.search(text)) or bool(
        re.match(r"(?:nhiệm vụ|giải pháp)", text)
    )


def _of_node(node: Node) -> Iterator[ParsedTarget]:
    opens = node.text.rstrip().endswith(":")
    for target in find_targets(node.text):
        if opens and not target.is_measured:
            continue
        if target.is_measured or not _ON_AIMS.match(plain(node.text)):
            yield _parsed(node, target)


_ON_AIMS = re.compile(r"\(|các (?:mục tiêu|chỉ tiêu) (?:trên|này|nêu trên|khác|còn lại)\b|căn cứ\b")
"""A line about the aims, none itself."""


def _parsed(node: Node, target: Target) -> ParsedTarget:
    start, end = target.span
    return ParsedTarget(
        ref=node.ref,
        text=tidy(node.text[start:end]),
        comparator=target.comparator,
        value=target.value,
        unit=target.unit,
        condition=target.condition,
        part=target.part,
        by=_by(node),
        spans={"text": [(node.at + start, node.at + end)]},
        rules={"value": target.rule},
        confidence={"value": target.confidence},
    )


def _by(node: Node) -> str | None:
    """The last day of the year the clause or a heading above names; "yearly" where it says each
    year.
    """
    for up in [node, *node.ancestors()]:
        match = _YEAR.search(plain(up.text))
        if match:
            yearly = "yearly to " if _EACH_YEAR.search(plain(node.text)) else ""
            return f"{yearly}{match[1]}-12-31"
    return "yearly" if _EACH_YEAR.search(plain(node.text)) else None


def _elsewhere(node: Node, lonely: bool) -> Iterator[ParsedTarget]:
    """Outside the sections on aims: what a purpose measures, what a sentence strives for, what a
    duty has to reach at least. `lonely`: there is no such section.
    """
    if node.element is None or _tells(node):
        return
    for target in sought(node.text, shares=lonely, all_of_them=_is_weak(node)):
        yield _parsed(node, target)


def _tells(node: Node) -> bool:
    """Stands where things are told, not asked for."""
    nearest = next((up for up in node.ancestors() if up.element and up.is_heading), None)
    return any(
        one is not None and one.is_heading and _PAST.match(plain(one.text).strip())
        for one in (node, nearest)
    )


def _is_weak(node: Node) -> bool:
    """Under a purpose, or under aims in general."""
    if _only_heads(node):
        return False
    above = [up for up in node.ancestors() if up.element and up.is_heading]
    return any(_PURPOSE.search(plain(up.text)[:60]) for up in above[:1]) or bool(
        above and _WEAK_HEADING.search(plain(above[0].text)[:60])
    )


def _reached(node: Node) -> Iterator[ParsedTarget]:
    """ "… đạt mục tiêu Nghị quyết về cơ cấu cán bộ A, B": aims whose value stands in another
    document.
    """
    match = _REACH.search(node.text) if node.element else None
    if not match or any(char.isdigit() for char in match["rest"]):
        return
    for item in row_items(match["head"], match["rest"]):
        target = Target(
            ">=", None, "%", part=item, rule="value_elsewhere", confidence=0.5, span=match.span()
        )
        yield _parsed(node, target)


_BEFORE_A_COMMAND = 60  # characters: shorter lines of the head are titles


def _of_opening(canvas: Canvas) -> Iterator[ParsedTarget]:
    """What a directive says it is for, before its first number."""
    for element in canvas.elements:
        if element.region != "head" or element.is_row or len(element.text) < _BEFORE_A_COMMAND:
            continue
        node = Node("", element)
        yield from _elsewhere(node, lonely=False)
