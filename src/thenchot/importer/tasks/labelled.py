"""Labelled and lettered blocks: what is to be done, by whom and by when stands on lines of its own
("Cơ quan chủ trì: …", "b) Cơ quan thực hiện:", "3. Thời gian thực hiện").
"""

import re
from dataclasses import replace
from datetime import date

from thenchot.importer.layout.tree import Node
from thenchot.importer.model import ParsedTask, Spans
from thenchot.importer.tasks.blocks import Labelled, Work
from thenchot.importer.tasks.dated_lines import dated_task
from thenchot.importer.tasks.roles import SURE, Parties, parties
from thenchot.importer.tasks.subjects import approval_of, subject_of
from thenchot.importer.tasks.words import without_ordinal
from thenchot.kernel.deadlines import Deadline, find_deadlines, parse_deadline
from thenchot.kernel.deadlines.atoms import folded
from thenchot.kernel.deadlines.loose import precondition
from thenchot.kernel.text import plain, tidy

_SAYS_BEFORE = re.compile(r"\btrước(?:\s+(?:ngày|tháng|khi))?\s*[\])]?\s*[:?–-]?\s*$")
"""A label that ends in "trước" excludes the day behind it: "Xong trước: 31/3/2026"."""
UNSAID = 0.7
"""How sure it is that a block without a label of time has none."""
_NESTED = {"executor": "lead", "lead_coordinate": "both"}


def labelled_tasks(item: Labelled, text: str, reference: date | None) -> list[ParsedTask]:
    """The tasks of a block: one for each work, one for each duty under the label of time."""
    spans: Spans = {}
    who = _who(item, text)
    raw, deadline = _when(item, text, reference, spans)
    several = len(item.works) > 1
    tasks = [
        _with_own_day(_task(item, work, text, who, raw, deadline, dict(spans), several), reference)
        for work in item.works
        if _words(work, text)
    ]
    dated = [dated_task(node, reference, who) for node in item.dated]
    steps = item.content or all(task.rules["lead"] == "labelled_line" for task in dated)
    alone = steps and len(tasks) == 1 and not raw
    return dated if dated and alone else [*tasks, *dated]


def _with_own_day(task: ParsedTask, reference: date | None) -> ParsedTask:
    """A work whose words name its day, where no label does or where the day stands in brackets."""
    found = max(find_deadlines(task.text, reference), key=lambda one: one.bracketed, default=None)
    if not found or not found.deadline.end or not (found.bracketed or found.strong):
        return task
    if task.deadline_raw and not found.bracketed:
        return task
    return replace(
        task,
        deadline_raw=found.raw,
        deadline=found.deadline,
        spans={name: span for name, span in task.spans.items() if name != "deadline"},
        rules={**task.rules, "deadline": found.rule},
        confidence={**task.confidence, "deadline": min(found.confidence, 0.9)},
    )


def _words(work: Work, text: str) -> str:
    return without_ordinal(tidy(" ".join(text[start:end] for start, end in work.spans)))


def _who(item: Labelled, text: str) -> Parties:
    found = Parties()
    names = ("lead", "lead_coordinate", "executor", "responsible", "coordinate")
    for name in names:
        if name in ("executor", "responsible") and found.lead:
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
        said = (
            f"trước {kept}"
            if _SAYS_BEFORE.search(plain(text[max(0, start - 30) : start]))
            else kept
        )
        read.append(((start, start + len(kept)), tidy(kept), parse_deadline(said, reference)))
    if not read:
        return "", parse_deadline("", reference)
    dated = [one for one in read if one[2].end]
    if item.staged and read[-1][2].kind == "open":
        dated = [read[-1]]
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
            "deadline": min(SURE, deadline.confidence) if raw else UNSAID,
        },
    )


def _inherited(node: Node, words: str) -> list[str]:
    """Named by the words themselves, or by a heading above."""
    above = next((up.bodies for up in node.ancestors() if up.bodies), ())
    return [body.name for body in subject_of(words).lead] or list(above)


def _first(item: Labelled, text: str, name: str, spans: Spans) -> str:
    for start, end in item.values.get(name, ()):
        kept = _trimmed(text[start:end])
        spans[name] = [(start, start + len(kept))]
        return tidy(kept)
    return ""
