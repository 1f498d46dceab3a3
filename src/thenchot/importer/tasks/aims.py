"""Targets of the document: the section on aims, tables of indicators, and clauses that set a
measured aim.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from thenchot.importer.layout.canvas import Canvas
from thenchot.importer.layout.tables import TaskTable
from thenchot.importer.layout.tree import Node
from thenchot.importer.model import ParsedTarget
from thenchot.kernel.targets import Target, find_targets, parse_target, row_items
from thenchot.kernel.text import plain, tidy

_AIM_HEADING = re.compile(r"(?:các\s+)?(?:mục tiêu|chỉ tiêu)\b")
_APPENDIX = re.compile(r"(?:phụ lục|biểu số|biểu)\b")
_TITLE = 160  # characters
_GENERAL = re.compile(r"tổng quát|mục tiêu chung\b|mục đích|quan điểm|định hướng")
_OWN_GENERAL = re.compile(r"mục tiêu (?:chung|tổng quát)\b|quan điểm|mục đích")
_SPECIFIC = re.compile(r"cụ thể|chỉ tiêu|chủ yếu|đến năm|đến hết năm|năm 20\d\d")
_STRIVES = re.compile(r"\b(?:phấn đấu|tỷ lệ|mức độ)\b")
_HOPES = re.compile(r"\bphấn đấu\b")
_RANK = "hạng"
_REACH = re.compile(
    (
        r"(?:chậm nhất đến \d{4}\s+|đến năm \d{4},?\s+)?đạt (?:mục tiêu|chỉ tiêu)[^.;]*?\b(?:tỷ lệ"
        r"|cơ cấu)\s+(?P<head>\w+\s+\w+)(?P<rest>[^.;]*)"
    ),
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:đến|năm)\s+(?:hết\s+)?(?:năm\s+)?(20\d\d)\b")
_PAST = re.compile(
    r"\b(?:th|uth|kq|ut)\b(?=\s*(?:năm\s*)?20)|thực hiện|hiện trạng|ước|kết quả|cùng kỳ"
    r"|thực tế|đầu kỳ"
)
_SIGN = re.compile(r"\s*(≥|>=|≤|<=|>|<)\s*")
_SIGNS = {"≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<"}
_EACH_YEAR = re.compile(r"h[ằà]ng năm|mỗi năm")


def targets_of(canvas: Canvas, body: Node, appendix: Node) -> list[ParsedTarget]:
    """Every target, in order of the text."""
    found = [target for node in _aim_leaves(body) for target in _of_node(node)]
    if not found:
        found = [
            target
            for node in body.walk()
            if not _is_under_aims(node)
            for target in _measured_only(node)
        ]
    found += [
        target for node in body.walk() if not _is_under_aims(node) for target in _reached(node)
    ]
    found += [target for node in _aims_of_appendix(appendix) for target in _of_node(node)]
    found += [target for number in canvas.tables for target in _of_table(canvas, number)]
    return sorted(found, key=lambda target: target.spans["text"][0])


def _is_aims(node: Node) -> bool:
    text = plain(node.text)
    return node.is_heading and bool(_AIM_HEADING.search(text[:60])) and len(text) < 160


def _is_under_aims(node: Node) -> bool:
    return any(_is_aims(up) for up in [node, *node.ancestors()] if up.element)


_AIMS_IN_LINE = re.compile(r"(?:các\s+)?(?:mục tiêu|chỉ tiêu)[^:.;]{0,60}:\s*(?=\S)(?=.*\d)")
"""A section that says its aims on its own line: "I. Mục tiêu: ít nhất 60% …"."""


def _aim_leaves(body: Node) -> Iterator[Node]:
    for node in body.walk():
        said = plain(node.text)
        if _AIMS_IN_LINE.match(said) and not node.children and not _OWN_GENERAL.match(said):
            yield node
            continue
        if node.element is None or node.is_heading or (node.children and node.text.endswith(":")):
            continue
        above = [up for up in node.ancestors() if up.element]
        nearest = next((up for up in above if up.is_heading), None)
        if _OWN_GENERAL.match(plain(node.text)):
            continue
        if nearest and any(_is_aims(up) for up in above) and not _is_general(nearest):
            yield node


def _aims_of_appendix(appendix: Node) -> Iterator[Node]:
    """The items of a list under the title "Chỉ tiêu …" of an appendix."""
    is_of_aims = False
    for part in appendix.children:
        text = plain(part.text)
        if _APPENDIX.match(text):
            is_of_aims = False
        is_title = not part.children and len(text) < _TITLE
        is_of_aims = is_of_aims or (is_title and bool(_AIM_HEADING.match(text)))
        if is_of_aims:
            below = [part, *part.walk()] if part.marker else part.walk()
            yield from (node for node in below if not node.children and not node.is_heading)


def _is_general(node: Node) -> bool:
    text = plain(node.text)
    return (bool(_GENERAL.search(text)) and not _SPECIFIC.search(text)) or bool(
        re.match(r"(?:nhiệm vụ|giải pháp)", text)
    )


def _of_node(node: Node) -> Iterator[ParsedTarget]:
    for target in find_targets(node.text):
        yield _parsed(node, target)


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


def _measured_only(node: Node) -> Iterator[ParsedTarget]:
    """Without a section on aims: sentences that strive for a figure."""
    if node.element is None:
        return
    hopes = _HOPES.search(plain(node.text))
    for target in find_targets(node.text):
        words = plain(node.text[target.span[0] : target.span[1]])
        if target.value is None:
            continue
        strives = target.unit == "%" and _STRIVES.search(words)
        if strives or (hopes and target.unit != _RANK and target.span[1] > hopes.start()):
            yield _parsed(node, target)


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


def _of_table(canvas: Canvas, number: int) -> Iterator[ParsedTarget]:
    table = canvas.tables[number]
    index = table.columns.get("indicator")
    if index is None:
        return
    elements = [element for element in canvas.elements if element.table == number][
        bool(table.titles) :
    ]
    for row, element in zip(table.rows, elements, strict=True):
        label = table.cell(row, "number").strip().strip(".") or str(elements.index(element) + 1)
        for column, said in _targets_of_row(table, row, index):
            target = _as_labelled(row[index], said)
            yield ParsedTarget(
                ref=f"CT.{label}",
                text=tidy(row[index]),
                comparator=target.comparator,
                value=target.value,
                unit=target.unit,
                by=_year_of(table.titles[column]),
                spans={"text": [element.cells[index]]},
                rules={"value": "indicator_table"},
                confidence={"value": 0.8},
            )


_AT_MOST = re.compile(r"\b(?:giảm còn|giảm xuống(?: còn)?|còn|không quá|không vượt quá|tối đa)\W*$")
_UNDER = re.compile(r"\b(?:dưới|xuống dưới)\W*$")


def _as_labelled(label: str, target: Target) -> Target:
    """The bound that the words before the figure set: "Hộ nghèo giảm còn" | 18,5."""
    words = plain(re.sub(r"\([^()]*\)", "", label))
    if target.comparator != ">=":
        return target
    bound = "<=" if _AT_MOST.search(words) else "<" if _UNDER.search(words) else ">="
    return replace(target, comparator=bound)


def _targets_of_row(table: TaskTable, row: list[str], index: int) -> list[tuple[int, Target]]:
    """The aims in the columns of values, else the one that its words say."""
    if not row[index].strip():
        return []
    said = parse_target(row[index])
    return _row_targets(table, row) or ([(index, said)] if said.is_measured else [])


def _value_columns(table: TaskTable) -> list[int]:
    named = {index for name, index in table.columns.items() if name not in ("deadline", "product")}
    return [index for index in range(len(table.titles)) if index not in named]


def _row_targets(table: TaskTable, row: list[str]) -> list[tuple[int, Target]]:
    """The aim of a row: one for each column that names a year to come, else the last column with a
    number.
    """
    filled = [
        index
        for index in _value_columns(table)
        if index < len(row) and _is_value(row[index].strip())
    ]
    aimed = [index for index in filled if not _PAST.search(plain(table.titles[index]))]
    dated = [index for index in aimed if _year_of(table.titles[index])]
    chosen = dated if len(dated) > 1 else (aimed or filled)[-1:]
    unit = table.cell(row, "unit").strip()
    return [(index, _cell_target(row[index].strip(), unit)) for index in chosen]


_TIME = re.compile(
    r"(?:(?:trước|đến|hết|trong|chậm nhất|xong|ngày)\s+)*(?:(?:quý|tháng|năm|ngày)\b.*"
    r"|\d{1,2}/\d{1,2}(?:/\d{4})?|\d{1,2}/\d{4}|20\d\d|6 tháng .*)"
)


def _is_value(cell: str) -> bool:
    return bool(re.search(r"\d", cell)) and not _TIME.fullmatch(plain(cell))


def _cell_target(cell: str, unit: str) -> Target:
    signed = _SIGN.match(cell)
    bare = cell[signed.end() :] if signed else cell
    wanted = parse_target(
        f"{bare}{'' if bare.endswith('%') else unit}" if unit == "%" else f"{bare} {unit}"
    )
    value = wanted.value if wanted.value is not None else _bare(bare)
    comparator = _SIGNS[signed[1]] if signed else wanted.comparator if wanted.is_measured else ">="
    return Target(comparator, value, wanted.unit or unit.lower() or None)


def _bare(cell: str) -> float | None:
    match = re.search(r"\d[\d.,]*", cell)
    return parse_target(match.group().rstrip(".,") + "%").value if match else None


def _year_of(title: str) -> str | None:
    years = re.findall(r"20\d\d", title)
    return f"{years[-1]}-12-31" if years else None
