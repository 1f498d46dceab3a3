"""What the importer reads out of a programme, plan, resolution, decision or directive.

Every value keeps the span of `Parsed.text` it was read from, the rule that read it and how sure the
rule is. Spans are pairs of character positions in `Parsed.text`; deadlines are
`kernel.deadlines.Deadline`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thenchot.kernel.deadlines import Deadline

Span = tuple[int, int]
Spans = dict[str, list[Span]]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text as shown beside the form.

    kind: heading | paragraph | bullet | row | header_row | group_row | caption | recipient |
    signature | national. cells: spans of the cells of a row. table: which table the row belongs to,
    counted from 1.
    """

    kind: str
    start: int
    end: int
    level: int = 0
    cells: tuple[Span, ...] = ()
    table: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the metadata. `value` is text, an ISO day, a list of texts or a list of mappings
    (bases).
    """

    value: Any
    span: Span | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the document: "III.2". `bodies` are those its heading is addressed to."""

    ref: str
    title: str | None
    level: int
    start: int
    end: int
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A heading row of a task table, or a numbered heading over tasks."""

    ref: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParsedTask:
    """A duty laid on a body. `lead` and `coordinate` are the bodies in the words of the text, one
    string a body.

    approval: the body that must pass it. review: those that examine the draft. product,
    responsible: columns of the row. receiver, via: of a report. after: a precondition. depends_on:
    the ref of another task it waits for. spans, rules, confidence: by field name (text, lead,
    coordinate, deadline, approval, product, responsible).
    """

    ref: str
    text: str
    number_as_printed: str | None = None
    parent: str | None = None
    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    deadline_raw: str = ""
    deadline: Deadline = Deadline("none")
    approval: str | None = None
    review: tuple[str, ...] = ()
    product: str | None = None
    responsible: str | None = None
    receiver: str | None = None
    via: str | None = None
    after: str | None = None
    depends_on: str | None = None
    spans: Spans = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedTarget:
    """A measurable aim. comparator: >= > <= < increase decrease qualitative, or null when the text
    has none.
    """

    ref: str
    text: str
    comparator: str | None
    value: float | None
    unit: str | None
    condition: str | None = None
    part: str | None = None
    by: str | None = None
    spans: Spans = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ParsedReport:
    """A duty to report: who, to whom, through whom, when."""

    ref: str
    text: str
    lead: tuple[str, ...] = ()
    receiver: str | None = None
    via: str | None = None
    deadline_raw: str = ""
    deadline: Deadline = Deadline("none")
    parent: str | None = None
    spans: Spans = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Warning:
    """Something a person must look at: in the reading, or already wrong in the original."""

    code: str
    message_vi: str
    span: Span | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """The whole reading. `layout` is the official form of the document: party or state. `gives`:
    tasks | standing (duties of those who lead, in `assignments`) | nothing.
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, Field]
    sections: tuple[Section, ...]
    groups: tuple[Group, ...]
    tasks: tuple[ParsedTask, ...]
    targets: tuple[ParsedTarget, ...]
    assignments: tuple[ParsedTask, ...]
    reports: tuple[ParsedReport, ...]
    warnings: tuple[Warning, ...]
    layout: str
    gives: str = "tasks"
