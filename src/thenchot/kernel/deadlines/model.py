"""What a deadline phrase says."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

KINDS = ("date", "month", "quarter", "half", "year", "recurring", "ongoing", "open", "none")


@dataclass(frozen=True, slots=True)
class Deadline:
    """One reading of a phrase.

    start, end: first and last day of the named period; null where the phrase names none.
    rule: for a recurrence, {"every": …, "end": …} as `kernel.periods.instances` reads it.
    ends: every last day where a phrase names several; `end` is the latest.
    after: a precondition inside the window. trigger: the outside event an open deadline waits for.
    confidence: 0..1; below 0.6 a person must look. explanation_vi: how it was read, in one
    sentence.
    """

    kind: str
    start: date | None = None
    end: date | None = None
    rule: Mapping[str, Any] | None = None
    after: str | None = None
    trigger: str | None = None
    ends: tuple[date, ...] = ()
    raw: str = ""
    confidence: float = 1.0
    explanation_vi: str = ""
    warnings: tuple[str, ...] = ()

    def but(self, **changes: Any) -> Self:
        return replace(self, **changes)

    def as_json(self) -> dict[str, Any]:
        """The form printed by the command line: days are ISO text, absent extras are left out."""
        answer: dict[str, Any] = {
            "kind": self.kind,
            "start": _iso(self.start),
            "end": _iso(self.end),
        }
        extras = {
            "rule": self.rule and dict(self.rule),
            "after": self.after,
            "trigger": self.trigger,
            "ends": [day.isoformat() for day in self.ends],
        }
        answer.update({key: value for key, value in extras.items() if value})
        answer["confidence"] = round(self.confidence, 2)
        answer["explanation"] = self.explanation_vi
        if self.warnings:
            answer["warnings"] = list(self.warnings)
        return answer


@dataclass(frozen=True, slots=True)
class Found:
    """A deadline in running text. `span` holds the words of the deadline; `rule` names what
    recognised it.

    `bracketed`: it stands alone in brackets. `strong`: the sentence binds its action to it.
    """

    span: tuple[int, int]
    raw: str
    deadline: Deadline
    rule: str
    confidence: float
    bracketed: bool = False
    strong: bool = True
    outer: tuple[int, int] = field(default=(0, 0))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
