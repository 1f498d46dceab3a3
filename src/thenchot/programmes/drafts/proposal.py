"""What a draft holds: the importer's reading in a form the officer edits. Pure: no Django, no
database. Spans are pairs of positions in `text`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, TypeVar

from thenchot.kernel.deadlines import parse_deadline
from thenchot.kernel.text import fold

RECOGNISED = 0.5
DOUBT = 0.75  # below this a field is shown as "cần xem"
METADATA = (
    "kind",
    "number",
    "date",
    "place",
    "issuer",
    "title",
    "signer",
    "signer_title",
    "signed_on_behalf_of",
)
IDENTITY = ("number", "date", "title")
Spans = dict[str, list[list[int]]]


@dataclass
class ReadField:
    """One value about the document, with the place and the rule it was read by."""

    value: Any = ""
    span: Any = None
    rule: str = ""
    confidence: float = 1.0


@dataclass
class Block:
    """A paragraph, or a row of cells, of the canonical text."""

    kind: str
    start: int
    end: int
    level: int = 0
    cells: list[list[int]] = field(default_factory=list)


@dataclass
class Section:
    ref: str
    title: str
    level: int
    start: int
    end: int


@dataclass
class Group:
    """A row of a task table that names what stands under it."""

    ref: str
    title: str


@dataclass
class Remark:
    """What looks wrong in the original, or was read with doubt."""

    code: str
    message: str
    span: Any = None
    ref: Any = None


@dataclass
class Item:
    """What every row has that an officer may keep or leave out."""

    id: str
    keep: bool = True
    ref: str = ""
    text: str = ""
    spans: Spans = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)

    def settle(self) -> None:
        """An officer has looked at every field."""
        self.confidence = dict.fromkeys(self.confidence, 1.0)

    @property
    def doubtful(self) -> list[str]:
        """Fields a person must look at: read with little certainty."""
        return sorted(name for name, sure in self.confidence.items() if sure < DOUBT)


@dataclass
class TaskItem(Item):
    """`deadline`: as the kernel tells it in JSON; `printed`: the number as it stands there."""

    printed: str = ""
    parent: str = ""
    lead: list[str] = field(default_factory=list)
    coordinate: list[str] = field(default_factory=list)
    deadline_raw: str = ""
    deadline: dict[str, Any] = field(
        default_factory=lambda: {"kind": "none", "start": None, "end": None}
    )
    approval: str = ""
    product: str = ""
    responsible: str = ""
    after: str = ""
    depends_on: str = ""
    rules: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.printed or self.ref

    @property
    def doubtful(self) -> list[str]:
        """With what is missing where a promise needs it."""
        return sorted({*super().doubtful, *(() if self.lead else ("lead",))})

    def reread_deadline(self, phrase: str, reference: date | None) -> None:
        """The officer changed the words of a deadline: read again by the same grammar."""
        self.deadline_raw = phrase
        self.deadline = parse_deadline(phrase, reference).as_json()
        self.confidence["deadline"] = 1.0
        self.spans.pop("deadline", None)


@dataclass
class TargetItem(Item):
    comparator: str = ""
    value: Any = None
    unit: str = ""
    condition: str = ""
    by: str = ""


@dataclass
class ReportItem(Item):
    lead: list[str] = field(default_factory=list)
    receiver: str = ""
    via: str = ""
    deadline_raw: str = ""
    deadline: dict[str, Any] = field(default_factory=dict)


Row = TypeVar("Row", bound=Item)


@dataclass
class Proposal:
    """`mapping`: a body as the text names it -> ids of units; `not_given`: bodies no unit here
    stands for, said once. `gives`: tasks | standing | nothing. `absent`: what about the document
    the officer declared it does not have.
    """

    text: str = ""
    layout: str = ""
    gives: str = "tasks"
    absent: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    metadata: dict[str, ReadField] = field(default_factory=dict)
    recipients: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    tasks: list[TaskItem] = field(default_factory=list)
    targets: list[TargetItem] = field(default_factory=list)
    reports: list[ReportItem] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)
    mapping: dict[str, list[int]] = field(default_factory=dict)
    not_given: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Proposal":
        """What `as_json` told. Raises `TypeError` for a field that is not known."""
        told = dict(stored)
        for name, kind in _ROWS.items():
            told[name] = [kind(**row) for row in told.get(name, ())]
        told["metadata"] = {
            name: ReadField(**row) for name, row in told.get("metadata", {}).items()
        }
        return cls(**told)

    @property
    def reference_day(self) -> date | None:
        """The day the document speaks from, as understood or corrected."""
        raw = self.said("date")
        return date.fromisoformat(raw) if raw and len(raw) == 10 else None

    @property
    def lacking(self) -> list[str]:
        """What must be typed or declared absent before the document is given out."""
        return [name for name in IDENTITY if not self.said(name) and name not in self.absent]

    def said(self, name: str) -> str:
        """A value about the document; empty where nothing was read."""
        found = self.metadata.get(name)
        return found.value if found else ""

    @property
    def bodies(self) -> list[str]:
        """Every body named by a kept task, once, in the words of the text."""
        named: dict[str, str] = {}
        for task in kept(self.tasks):
            for body in (*task.lead, *task.coordinate, *filter(None, [task.approval])):
                named.setdefault(fold(body), body)
        return list(named.values())

    def find(self, item_id: str) -> Item | None:
        return next((row for row in self.items if row.id == item_id), None)

    @property
    def items(self) -> list[Item]:
        return [*self.tasks, *self.targets, *self.reports]


_ROWS: dict[str, type] = {
    "blocks": Block,
    "sections": Section,
    "groups": Group,
    "tasks": TaskItem,
    "targets": TargetItem,
    "reports": ReportItem,
    "warnings": Remark,
}


def kept(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.keep]


# From what the importer read


def from_parsed(parsed) -> Proposal:
    """Everything the review page and the confirmation need.

    Nothing that was recognised on a picture passes unseen: each task of a scan asks to be looked
    at.
    """
    made = Proposal(
        text=parsed.text,
        layout=parsed.layout,
        gives=parsed.gives,
        blocks=[_block(one) for one in parsed.blocks],
        metadata={name: _field(parsed.metadata.get(name)) for name in METADATA},
        recipients=_plain(parsed.metadata.get("recipients")) or [],
        bases=_plain(parsed.metadata.get("bases")) or [],
        sections=[
            Section(one.ref, one.title or "", one.level, one.start, one.end)
            for one in parsed.sections
        ],
        groups=[Group(one.ref, one.title) for one in parsed.groups],
        tasks=_tasks(parsed),
        targets=[_target(one, number) for number, one in enumerate(parsed.targets, 1)],
        reports=[_report(one, number) for number, one in enumerate(parsed.reports, 1)],
        warnings=[Remark(w.code, w.message_vi, w.span, w.ref) for w in parsed.warnings],
    )
    if any(warning.code == "ocr" for warning in made.warnings):
        for task in made.tasks:
            task.confidence["text"] = min(task.confidence.get("text", 1), RECOGNISED)
    return made


def _tasks(parsed) -> list[TaskItem]:
    """Duties of bodies in general stand behind the tasks, kept only where there is nothing else;
    standing duties never by themselves.
    """
    tasks = [_task(one, f"t{number}") for number, one in enumerate(parsed.tasks, 1)]
    general = [_task(one, f"a{number}") for number, one in enumerate(parsed.assignments, 1)]
    for one in general:
        one.keep = not parsed.tasks and parsed.gives == "tasks"
    return tasks + general


def _block(block) -> Block:
    cells = [list(cell) for cell in block.cells]
    return Block(block.kind, block.start, block.end, block.level, cells)


def _field(read) -> ReadField:
    if read is None:
        return ReadField()
    return ReadField(read.value or "", read.span, read.rule, read.confidence)


def _plain(read):
    return read.value if read is not None else None


def _spans(read) -> Spans:
    return {name: [list(span) for span in spans] for name, spans in read.spans.items()}


def _task(task, item_id: str) -> TaskItem:
    sure = task.deadline.confidence
    return TaskItem(
        id=item_id,
        ref=task.ref,
        printed=_number(task),
        parent=task.parent or "",
        text=task.text,
        lead=list(task.lead),
        coordinate=list(task.coordinate),
        deadline_raw=task.deadline_raw,
        deadline=task.deadline.as_json(),
        approval=task.approval or "",
        product=task.product or "",
        responsible=task.responsible or "",
        after=task.after or task.deadline.after or "",
        depends_on=task.depends_on or "",
        spans=_spans(task),
        rules=dict(task.rules),
        confidence={**task.confidence, **({"deadline": sure} if sure < DOUBT else {})},
        notes=list(task.notes),
    )


def _number(task) -> str:
    """The number as printed; for a bullet, which has none, the place."""
    printed = task.number_as_printed or ""
    return printed if any(char.isalnum() for char in printed) else _place(task.ref)


def _place(ref: str) -> str:
    """As people write it: "III.1, gạch 3"."""
    return ref.replace(" bullet ", ", gạch ").replace(" para ", ", đoạn ")


def _target(target, number: int) -> TargetItem:
    return TargetItem(
        id=f"g{number}",
        ref=_place(target.ref),
        text=target.text,
        comparator=target.comparator or "",
        value=target.value,
        unit=target.unit or "",
        condition=" · ".join(filter(None, (target.part, target.condition))),
        by=target.by or "",
        spans=_spans(target),
        confidence=dict(target.confidence),
    )


def _report(report, number: int) -> ReportItem:
    return ReportItem(
        id=f"r{number}",
        ref=_place(report.ref),
        text=report.text,
        lead=list(report.lead),
        receiver=report.receiver or "",
        via=report.via or "",
        deadline_raw=report.deadline_raw,
        deadline=report.deadline.as_json(),
        spans=_spans(report),
    )
