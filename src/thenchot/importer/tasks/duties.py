"""Which pieces of clauses are duties: those that assign, act or bind to a day."""

import re

from thenchot.importer.tasks.context import Context
from thenchot.importer.tasks.pieces import Piece
from thenchot.importer.tasks.subjects import Subject
from thenchot.kernel.bodies import is_generic
from thenchot.kernel.text import plain

_STRIVES = re.compile(r"[.;] phấn đấu\b")
_ONCE = ("date", "month", "quarter", "half", "year")


def is_task(words: str, piece: Piece, subject: Subject, context: Context, base: Subject) -> bool:
    """A piece of a clause lays a duty on somebody: by its words, its day or its place."""
    if subject.rule == "body_only" and len(words) < 120:
        return False
    named = subject.lead or base.lead or context.lead
    if not named and _STRIVES.search(plain(words)):
        return False
    if context.lead or subject.assigned or base.rule == "body_colon":
        return True
    if context.duty:
        binds = piece.found is not None and piece.found.strong
        return bool(subject.lead or base.lead) or binds
    if _acts(words, subject):
        return True
    found = piece.found
    dated = found is not None and found.deadline.end is not None
    if found is None or not (found.strong or subject.assigned or (subject.lead and dated)):
        return False
    if found.deadline.kind in _ONCE:
        return not plain(words).startswith(("phấn đấu", "đến năm", "mục tiêu"))
    if subject.lead and (found.deadline.rule or {}).get("end"):
        return True
    if subject.lead and "lunar_day" in found.deadline.warnings:
        return True
    return (
        found.deadline.kind in ("recurring", "ongoing")
        and found.span[0] - piece.start < 3
        and bool(subject.lead)
    )


def _acts(words: str, subject: Subject) -> bool:
    """A body with a name of its own does something: "Trạm Y tế xã hướng dẫn …"."""
    named = subject.rule == "subject" and not all(is_generic(body.name) for body in subject.lead)
    return named and not _NO_VERB.match(plain(words[subject.rest :]).lstrip(" ,"))


_NO_VERB = re.compile(
    r"(?:$|(?:của|và|tại|trên|thuộc|với|theo(?! dõi| sát)|do|khi|nếu|để|là"
    r"|gồm|có|về|trong|ở|được|bị|số(?! hóa))\b"
    r"|[^a-zà-ỹđ])"
)
