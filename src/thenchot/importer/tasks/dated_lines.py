"""A line under the label of time that is a duty of its own: "Các thôn gửi danh sách trước ngày
20/3", "Tháng 4/2026: rà soát, lập danh sách".
"""

import re
from dataclasses import dataclass
from datetime import date

from thenchot.importer.layout.tree import Node
from thenchot.importer.model import ParsedTask, Spans
from thenchot.importer.tasks.roles import Parties
from thenchot.importer.tasks.subjects import subject_of
from thenchot.importer.tasks.words import opening_end
from thenchot.kernel.deadlines import Deadline, find_deadlines, parse_deadline
from thenchot.kernel.deadlines.atoms import find_atoms, folded
from thenchot.kernel.lexicon import VERB
from thenchot.kernel.text import plain, tidy

_PARTED = re.compile(r"(?P<left>[^:]{3,90}?)\s*:\s+(?P<right>\S.*)", re.DOTALL)
_TURN = re.compile(
    r"\W*(?:đợt|lần|kỳ|vòng|giai đoạn|bước|báo cáo|sơ kết|tổng kết|cấp|khối|khu vực|riêng"
    r"|đối với)\b"
)
_ONCE = ("date", "month", "quarter", "half", "year")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 3  # words: fewer only name a part of the work


@dataclass(frozen=True, slots=True)
class DatedLine:
    """The time of a line, its words, and how sure that is."""

    raw: str
    deadline: Deadline
    rest: str
    confidence: float


def read_line(words: str, reference: date | None) -> DatedLine | None:
    """A time before a colon, behind the last colon, or in the sentence; null where none is."""
    for part, other in (("left", "right"), ("right", "left")):
        said = _PARTED.match(words)
        if said and _is_time(said[part]):
            raw = said[part].strip(" .;-–")
            read = parse_deadline(raw, reference)
            return DatedLine(raw, read, said[other], min(read.confidence, 0.95))
    found = max(find_deadlines(words, reference), key=lambda one: one.strong, default=None)
    if found is None:
        return _plain_day(words, reference)
    rest = words[: found.outer[0]] + words[found.outer[1] :]
    return DatedLine(found.raw, found.deadline, rest, found.confidence)


def _plain_day(words: str, reference: date | None) -> DatedLine | None:
    """The only day of a line, with no word that binds it: "Ngày 25/4, tổ chức diễn tập"."""
    named = [atom for atom in find_atoms(folded(words)) if atom.kind in ("day", "month")]
    if len(named) != 1:
        return None
    start, end = named[0].span
    read = parse_deadline(words[start:end], reference)
    rest = words[:start] + words[end:]
    return DatedLine(words[start:end], read, rest, min(read.confidence, 0.85)) if read.end else None


def _is_time(words: str) -> bool:
    return len(words) < 60 and parse_deadline(words, date(2026, 1, 1)).kind in _ONCE


def is_dated_duty(words: str) -> bool:
    """Names its body and what it does, or says what is done, and by when."""
    line = read_line(words, date(2026, 1, 1))
    said = (line.rest if line else words).strip(" .,;:-–+")
    subject = subject_of(said)
    if subject.lead:
        return len(_WORD.findall(said[subject.rest :])) >= 2
    if line is None or line.deadline.kind not in _ONCE or _TURN.match(plain(said)):
        return False
    return bool(VERB.match(plain(said))) and len(_WORD.findall(said)) >= _FEWEST


def names_time(words: str) -> bool:
    """A time and what is done by then, whatever the verb."""
    line = read_line(words, date(2026, 1, 1))
    if line is None or line.deadline.kind not in _ONCE:
        return False
    return len(_WORD.findall(line.rest)) >= _FEWEST - 1


def dated_task(node: Node, reference: date | None, who: Parties) -> ParsedTask:
    """The line as a task; `who`: bodies of the block, where it names none."""
    line = read_line(node.text, reference)
    subject = subject_of(node.text)
    own = bool(subject.lead)
    lead = tuple(body.name for body in subject.lead or who.lead)
    others = subject.coordinate if own else [*subject.coordinate, *who.coordinate]
    opens = opening_end(node.text)
    spans: Spans = {"text": [(node.at + opens, node.at + len(node.text))]}
    if own:
        spans["lead"] = [(node.at + b.span[0], node.at + b.span[1]) for b in subject.lead]
    return ParsedTask(
        ref=node.ref,
        text=tidy(node.text[opens:]),
        number_as_printed=node.marker.printed if node.marker else None,
        parent=node.parent.ref if node.parent else None,
        lead=lead,
        coordinate=tuple(body.name for body in others),
        deadline_raw=line.raw if line else "",
        deadline=line.deadline if line else Deadline("none"),
        spans=spans,
        rules={
            "text": "clause",
            "form": "dated_line",
            "lead": subject.rule if own else "labelled_line",
            "deadline": "dated_in_sentence",
        },
        confidence={
            "text": 0.9,
            "lead": 0.9 if lead else 0.3,
            "coordinate": 0.9,
            "deadline": line.confidence if line else 0.5,
        },
    )
