"""The door of the importer: a file or a source in, everything read out of it back."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from thenchot.importer.fields.metadata import metadata_of
from thenchot.importer.layout.canvas import Canvas, blocks_of, draw
from thenchot.importer.layout.lines import lines_of
from thenchot.importer.layout.paragraphs import paragraphs_of
from thenchot.importer.layout.regions import mark_regions
from thenchot.importer.layout.table_text import with_tables
from thenchot.importer.layout.tree import Node, grow, sections_of
from thenchot.importer.model import Field, Group, Parsed, ParsedTask
from thenchot.importer.output.doubts import warnings_of
from thenchot.importer.secrecy import refuse_secret
from thenchot.importer.tasks.aims import targets_of
from thenchot.importer.tasks.blocks import labelled_of
from thenchot.importer.tasks.clause_tasks import Reading, read_clauses
from thenchot.importer.tasks.common_dates import common_dates, with_common_dates
from thenchot.importer.tasks.common_leads import common_leads, with_common_leads
from thenchot.importer.tasks.general import is_general
from thenchot.importer.tasks.gives import NOTHING, STANDING, TASKS, gives_of, settled
from thenchot.importer.tasks.labelled import labelled_tasks
from thenchot.importer.tasks.row_tasks import tasks_of_tables
from thenchot.importer.tasks.standing import as_standing, is_standing
from thenchot.importer.tasks.subjects import subject_of
from thenchot.kernel.bodies import split_bodies
from thenchot.kernel.text import nfc, plain
from thenchot.platform.office.reading.limits import DEFAULT, Limits
from thenchot.platform.office.reading.model import Source

_DIRECTIVE = ("Chỉ thị", "Công điện", "Công văn")


def parse_file(path: str | Path, *, limits: Limits = DEFAULT) -> Parsed:
    """Read a .txt, .md, .docx or .pdf file. Raises `Unreadable` (with a message for the person) and
    `SecretDocument`.
    """
    from thenchot.platform.office.reading import read_source

    return parse_source(read_source(path, limits=limits))


def parse_source(source: Source) -> Parsed:
    """Everything that can be read out of `source`; refuses a document stamped secret before reading
    on.
    """
    refuse_secret(source)
    source = _composed(source)
    canvas = _canvas(source)
    metadata = metadata_of(canvas)
    reference = _reference(metadata)
    body, appendix = grow(canvas), grow(canvas, "appendix")
    table_tasks, groups = tasks_of_tables(canvas, reference)
    reading = _clauses(canvas, body, metadata, reference)
    tasks, assignments = _chosen(canvas, (body, appendix), table_tasks, reading, reference)
    tasks = _unique(_with_dependencies(tasks))
    kind, title = metadata["kind"].value, metadata["title"].value
    gives = settled(gives_of(kind, title), kind, title, tasks, len(assignments))
    tasks, assignments = _given(gives, tasks, assignments)
    parsed = Parsed(
        text=canvas.text,
        blocks=blocks_of(canvas),
        metadata=metadata,
        sections=(*sections_of(body, len(canvas.text)), *sections_of(appendix, len(canvas.text))),
        groups=tuple(groups),
        tasks=tuple(tasks),
        targets=tuple(targets_of(canvas, body, appendix)) if gives == TASKS else (),
        assignments=tuple(assignments),
        reports=tuple(reading.reports) if gives == TASKS else (),
        warnings=(),
        layout=_layout(canvas, metadata),
        gives=gives,
    )
    parsed = _less_sure(parsed, source.confidence)
    return replace(parsed, warnings=tuple(warnings_of(parsed, canvas, source, (body, appendix))))


def _composed(source: Source) -> Source:
    """Every text in its one form (`kernel.text.nfc`) before anything is compared."""
    blocks = tuple(
        replace(
            block,
            text=nfc(block.text),
            rows=tuple(tuple(nfc(cell) for cell in row) for row in block.rows),
        )
        for block in source.blocks
    )
    return replace(source, blocks=blocks)


def _canvas(source: Source) -> Canvas:
    blocks = with_tables(source.blocks)
    canvas = draw(paragraphs_of(lines_of(replace(source, blocks=tuple(blocks)))))
    mark_regions(canvas)
    return canvas


def _reference(metadata: dict[str, Field]) -> date | None:
    value = metadata["date"].value
    return date.fromisoformat(value) if value else None


def _clauses(
    canvas: Canvas, body: Node, metadata: dict[str, Field], reference: date | None
) -> Reading:
    opening = _addressed(canvas)
    return read_clauses(
        body,
        canvas.text,
        reference,
        addressed=opening,
        directive=metadata["kind"].value in _DIRECTIVE or _concludes(metadata),
    )


def _concludes(metadata: dict[str, Field]) -> bool:
    """The conclusions of a meeting: each is a duty of the body it names."""
    title = plain(str(metadata["title"].value or ""))
    return metadata["kind"].value in ("Thông báo", "Kết luận") and bool(
        re.match(r"(?:về\s+)?(?:ý kiến )?(?:kết luận|chỉ đạo)", title)
    )


def _addressed(canvas: Canvas) -> tuple[str, ...]:
    """ "… yêu cầu Thủ trưởng các cơ quan, đơn vị thực hiện các nội dung sau:" before the first
    clause.
    """
    opening = [
        element
        for element in canvas.elements
        if element.region == "head" and element.text.rstrip().endswith(":")
    ]
    for element in reversed(opening):
        match = re.search(
            r"\b(?:yêu cầu|giao|đề nghị)\s+(?=\S)[^.;]*:$", element.text, re.IGNORECASE
        )
        if match:
            names = tuple(body.name for body in subject_of(match.group()).lead)
            return _as_addressed(canvas, names)
    return ()


def _as_addressed(canvas: Canvas, names: tuple[str, ...]) -> tuple[str, ...]:
    """ "quý trường": whoever the letter is sent to."""
    if not names or not all(plain(name).startswith("quý ") for name in names):
        return names
    sent = next((e.text for e in canvas.elements if plain(e.text).startswith("kính gửi")), "")
    bodies = split_bodies(sent.partition(":")[2])
    return tuple(bodies) if len(bodies) == 1 else names


def _chosen(
    canvas: Canvas,
    trees: tuple[Node, Node],
    rows: list[ParsedTask],
    reading: Reading,
    reference: date | None,
) -> tuple[list[ParsedTask], list[ParsedTask]]:
    """The set of tasks: the table, or the labelled list, else the clauses; what is left are
    assignments.
    """
    labelled = [item for tree in trees for item in labelled_of(tree, canvas.text)]
    listed = [task for item in labelled for task in labelled_tasks(item, canvas.text, reference)]
    inside = {ref for item in labelled for ref in item.refs}
    others = [task for task in reading.tasks if not {task.ref, task.ref[:-1]} & inside]
    tasks, assignments = [*listed, *rows, *others], []
    if rows or len(listed) >= 2:
        general = [is_general(task) for task in others]
        assignments = [task for task, known in zip(others, general, strict=True) if known]
        specific = [task for task, known in zip(others, general, strict=True) if not known]
        tasks = [*listed, *rows, *specific]
    dates = [one for tree in trees for one in common_dates(tree, reference)]
    tasks = with_common_dates(tasks, dates, inside)
    leads = [one for tree in trees for one in common_leads(tree)]
    tasks = sorted(with_common_leads(tasks, leads), key=_place)
    standing = [as_standing(task) for task in tasks if is_standing(task)]
    return [task for task in tasks if not is_standing(task)], [*assignments, *standing]


def _place(task: ParsedTask) -> int:
    return min((start for start, _ in task.spans.get("text", ())), default=0)


def _given(
    gives: str, tasks: list[ParsedTask], assignments: list[ParsedTask]
) -> tuple[list[ParsedTask], list[ParsedTask]]:
    """What is proposed of a document by what it gives."""
    if gives == NOTHING:
        return [], []
    if gives == STANDING:
        return [], [as_standing(task) for task in [*tasks, *assignments]]
    return tasks, assignments


def _unique(tasks: list[ParsedTask]) -> list[ParsedTask]:
    """One ref once: a second gets a mark."""
    seen: dict[str, int] = {}
    found = []
    for task in tasks:
        seen[task.ref] = seen.get(task.ref, 0) + 1
        found.append(
            task if seen[task.ref] == 1 else replace(task, ref=f"{task.ref}#{seen[task.ref]}")
        )
    return found


def _with_dependencies(tasks: list[ParsedTask]) -> list[ParsedTask]:
    from thenchot.importer.tasks.dependencies import depends_on

    return [replace(task, depends_on=depends_on(task, tasks)) for task in tasks]


def _layout(canvas: Canvas, metadata: dict[str, Field]) -> str:
    """Party sheets write Đảng Cộng sản Việt Nam, T/M and 17-CTr/ĐU; State sheets the national
    heading, TM. and 64/KH-UBND.
    """
    head = " ".join(
        element.text for element in canvas.elements if element.region in ("head", "signature")
    )
    if re.search(
        r"cộng h[òo]a xã hội|UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|KT\. CHỦ TỊCH", head
    ) and not re.search(r"T/M BAN|ĐẢNG CỘNG SẢN", head):
        return "state"
    issuer = str(metadata["issuer"].value or "") + str(metadata["signed_on_behalf_of"].value or "")
    if re.search(
        r"T\s*/\s*M|(?i:đảng|ban thường vụ|ban chấp hành|tỉnh ủy|thành ủy)", issuer + head
    ):
        return "party"
    return "state"


def _less_sure(parsed: Parsed, confidence: float) -> Parsed:
    """Values read by optical recognition are never surer than the recognition."""
    if confidence >= 1:
        return parsed
    tasks = tuple(
        replace(
            task,
            confidence={name: min(value, confidence) for name, value in task.confidence.items()},
        )
        for task in parsed.tasks
    )
    metadata = {
        name: replace(field, confidence=min(field.confidence, confidence))
        for name, field in parsed.metadata.items()
    }
    return replace(parsed, tasks=tasks, metadata=metadata)


__all__ = ["Group", "parse_file", "parse_source"]
