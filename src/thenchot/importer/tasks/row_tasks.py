"""Tasks from the rows of task tables."""

import re
from dataclasses import dataclass, field
from datetime import date

from thenchot.importer.layout.canvas import Canvas, Element
from thenchot.importer.layout.numbering import marker_of
from thenchot.importer.layout.tables import TaskTable
from thenchot.importer.model import Group, ParsedTask, Span, Spans
from thenchot.importer.tasks.roles import SURE, Parties, parties
from thenchot.importer.tasks.subjects import approval_of
from thenchot.importer.tasks.words import names_a_time
from thenchot.kernel.deadlines import Deadline, parse_deadline
from thenchot.kernel.text import plain, tidy

_ROMAN = re.compile(r"^[IVX]+$")


@dataclass(slots=True)
class _Reading:
    """State while walking one table: the open groups, and the lead that merged cells leave to the
    rows below.
    """

    canvas: Canvas
    table: TaskTable
    number: int
    reference: date | None
    prefix: str
    group: str = ""
    due: str = ""  # a time that the title of the group is
    count: int = 0
    groups: list[Group] = field(default_factory=list)
    tasks: list[ParsedTask] = field(default_factory=list)


def tasks_of_tables(canvas: Canvas, reference: date | None) -> tuple[list[ParsedTask], list[Group]]:
    """Every row of every table that assigns work, and the groups its rows stand in."""
    tasks: list[ParsedTask] = []
    groups: list[Group] = []
    assigning = [number for number, table in canvas.tables.items() if table.assigns]
    for order, number in enumerate(assigning):
        prefix = "PL" if len(assigning) == 1 else f"PL{order + 1}"
        reading = _Reading(canvas, canvas.tables[number], number, reference, prefix)
        _read(reading)
        tasks += reading.tasks
        groups += reading.groups
    return tasks, groups


def _read(reading: _Reading) -> None:
    elements = [element for element in reading.canvas.elements if element.table == reading.number]
    elements = elements[1:] if reading.table.titles else elements
    numbers = [_number_of(reading.table, row) for row in reading.table.rows]
    for index, (row, element) in enumerate(zip(reading.table.rows, elements, strict=True)):
        if _is_group(reading.table, row, numbers, index):
            _open_group(reading, row, element)
        elif reading.table.cell(row, "task").strip():
            reading.count += 1
            reading.tasks.append(_task(reading, row, element))


def _number_of(table: TaskTable, row: list[str]) -> str:
    """The number without punctuation; a title that a merged cell leaves in the number column is
    none.
    """
    label = table.cell(row, "number").strip().strip("().")
    return label if len(label) <= 8 and " " not in label else ""


def _is_group(table: TaskTable, row: list[str], numbers: list[str], index: int) -> bool:
    """A row that names a group: nothing but its title is filled (or one text repeated in merged
    cells).
    """
    number = numbers[index]
    filled = {
        plain(cell.strip()) for cell in row if cell.strip() and cell.strip().strip("().") != number
    }
    if len(filled) > 1:
        return False
    bare = not any(
        table.cell(row, name).strip()
        for name in ("lead", "coordinate", "deadline", "lead_coordinate", "product", "responsible")
    )
    repeated = len(filled) == 1 and sum(1 for cell in row if cell.strip()) >= 3
    if not filled or not (bare or repeated):
        return False
    later = numbers[index + 1 :]
    if _ROMAN.match(number) or (number.isalpha() and len(number) == 1):
        return True
    if number and any(other.startswith(number + ".") for other in later[:1]):
        return True
    return (
        not number or repeated or (not any("." in other for other in numbers) and _restarts(later))
    )


def _restarts(later: list[str]) -> bool:
    return bool(later) and later[0] in ("1", "01", "a", "-")


def _open_group(reading: _Reading, row: list[str], element: Element) -> None:
    number = _number_of(reading.table, row)
    title = tidy(
        reading.table.cell(row, "task")
        or next((cell for cell in row if cell.strip() and cell.strip().strip("().") != number), "")
    )
    if not number and (marker := marker_of(title)) and not marker.is_bullet:
        number, title = marker.label, title[marker.end :].strip()
    label = number or str(len(reading.groups) + 1)
    reading.group = f"{reading.prefix}.{label}"
    reading.count = 0
    reading.due = title if names_a_time(title) else ""
    reading.groups.append(Group(reading.group, title, *element.span))


def _task(reading: _Reading, row: list[str], element: Element) -> ParsedTask:
    table = reading.table
    number = table.cell(row, "number").strip()
    span = _cell_span(table, element, "task")
    raw = reading.canvas.text[span[0] : span[1]]
    marker = marker_of(raw)
    if not number and marker and not marker.is_bullet and "number" not in table.columns:
        number, span = marker.printed, (span[0] + marker.end, span[1])
        raw = reading.canvas.text[span[0] : span[1]]
    spans: Spans = {"text": [span]}
    lead, coordinate, bodies_sure = _bodies(reading, element, spans)
    rules = dict.fromkeys(
        ("lead", "coordinate"), "table_cell" if bodies_sure == SURE else "role_in_cell"
    )
    deadline_raw, deadline = _deadline(reading, element, spans)
    values = _plain_cells(reading, element, spans)
    passed = approval_of(raw)
    if passed:
        spans["approval"] = [(span[0] + passed.span[0], span[0] + passed.span[1])]
    rules |= {"text": "table_cell", "deadline": "table_cell"}
    sure = 0.6 if table.guessed else SURE
    return ParsedTask(
        ref=_ref(reading, number),
        text=tidy(raw),
        number_as_printed=number or None,
        parent=reading.group or reading.prefix,
        lead=lead,
        coordinate=coordinate,
        deadline_raw=deadline_raw,
        deadline=deadline,
        approval=values.get("approval") or (passed.name if passed else None),
        product=values.get("product"),
        responsible=values.get("responsible"),
        after=deadline.after,
        review=_review(reading, element, spans),
        notes=_notes(reading, element),
        spans=spans,
        rules=rules,
        confidence={
            "text": sure,
            "lead": min(sure, bodies_sure) if lead else 0.3,
            "coordinate": min(sure, bodies_sure),
            "deadline": min(sure, deadline.confidence),
        },
    )


_EXAMINES = re.compile(r"\s*,?\s*(?:chủ trì\s+|phối hợp\s+|tham gia\s+)*(?:thẩm tra|thẩm định)\b")


def _review(reading: _Reading, element: Element, spans: Spans) -> tuple[str, ...]:
    """Who examines the draft: "Ban Pháp chế chủ trì thẩm tra; Ban Kinh tế phối hợp" are two."""
    start, end = _cell_span(reading.table, element, "review")
    cell = reading.canvas.text[start:end]
    blank = _EXAMINES.sub(lambda match: " " * len(match.group()), cell)
    read = parties(blank, start)
    bodies = [*read.lead, *read.coordinate]
    if bodies:
        spans["review"] = [body.span for body in bodies]
    return tuple(body.name for body in bodies)


def _notes(reading: _Reading, element: Element) -> tuple[str, ...]:
    """Columns that the form has no place for, in their words: who examines the draft."""
    start, end = _cell_span(reading.table, element, "review")
    title = reading.table.titles[reading.table.columns["review"]] if end > start else ""
    said = tidy(reading.canvas.text[start:end])
    return (f"{tidy(title)}: {said}",) if said else ()


def _cell_span(table: TaskTable, element: Element, name: str) -> Span:
    index = table.columns.get(name)
    if index is None or index >= len(element.cells):
        return element.span[1], element.span[1]
    return element.cells[index]


def _ref(reading: _Reading, number: str) -> str:
    label = number.strip().strip("().-")
    base = reading.group or reading.prefix
    last = base.removeprefix(reading.prefix + ".")
    if (
        label
        and re.match(r"^\d+(\.\d+)+$", label)
        and (label.startswith(last + ".") or not _ROMAN.match(last))
    ):
        return f"{reading.prefix}.{label}"
    return f"{base}.{label or reading.count}"


def _bodies(
    reading: _Reading, element: Element, spans: Spans
) -> tuple[tuple[str, ...], tuple[str, ...], float]:
    who = Parties()
    for name, role in (("lead", "lead"), ("lead_coordinate", "both"), ("coordinate", "coordinate")):
        start, end = _cell_span(reading.table, element, name)
        read = parties(reading.canvas.text[start:end], start, role)
        who.add("lead", read.lead)
        who.add("coordinate", read.coordinate)
        who.sure = min(who.sure, read.sure)
    for name, bodies in (("lead", who.lead), ("coordinate", who.coordinate)):
        if bodies:
            spans[name] = [body.span for body in bodies]
    lead = tuple(body.name for body in who.lead)
    coordinate = tuple(body.name for body in who.coordinate)
    return lead, coordinate, who.sure


_SAYS_BEFORE = re.compile(r"\btrước(?:\s+ngày)?\W*$")


def _title_of(table: TaskTable, name: str) -> str:
    index = table.columns.get(name)
    return table.titles[index] if index is not None and index < len(table.titles) else ""


def _deadline(reading: _Reading, element: Element, spans: Spans) -> tuple[str, Deadline]:
    start, end = _cell_span(reading.table, element, "deadline")
    raw = tidy(reading.canvas.text[start:end])
    if raw:
        spans["deadline"] = [(start, end)]
    if raw and _SAYS_BEFORE.search(plain(_title_of(reading.table, "deadline"))):
        return raw, parse_deadline(f"trước {raw}", reading.reference)
    first = _cell_span(reading.table, element, "start")
    opening = tidy(reading.canvas.text[first[0] : first[1]])
    if not raw and not opening and reading.due:
        read = parse_deadline(reading.due, reading.reference)
        return reading.due, read.but(confidence=min(read.confidence, 0.9))
    if not opening or not raw:
        return raw or opening, parse_deadline(raw or opening, reading.reference)
    spans["deadline"] = [first, (start, end)]
    return f"{opening} - {raw}", _between(
        parse_deadline(opening, reading.reference), parse_deadline(raw, reading.reference)
    )


def _between(first: Deadline, last: Deadline) -> Deadline:
    """A column for the start and one for the end: an explicit range."""
    if not first.start or not last.end or last.end < first.start:
        return last
    return last.but(
        kind="date",
        start=first.start,
        explanation_vi=f"Từ {first.start:%d/%m/%Y} đến {last.end:%d/%m/%Y}",
    )


def _plain_cells(reading: _Reading, element: Element, spans: Spans) -> dict[str, str]:
    values = {}
    for name in ("product", "responsible", "approval"):
        start, end = _cell_span(reading.table, element, name)
        if end > start:
            values[name] = tidy(reading.canvas.text[start:end])
            spans[name] = [(start, end)]
    return values
