"""A score as an explained tree: every point leads to the product, the fact and the article."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: `code` is stable, `value` as printed (points with 2 places, shares with 4), `facts`
    what it was made of.
    """

    code: str
    label: str
    value: str | None
    source: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple["Entry", ...] = ()

    def as_json(self) -> dict[str, Any]:
        told = {"code": self.code, "label": self.label, "value": self.value, "source": self.source}
        facts = {"facts": dict(self.facts)} if self.facts else {}
        parts = {"parts": [part.as_json() for part in self.parts]} if self.parts else {}
        return told | facts | parts


@dataclass(frozen=True, slots=True)
class Remark:
    """What the reader of a result should know: a default where the law is silent, something left
    out.
    """

    code: str
    message: str
    source: str = ""

    def as_json(self) -> dict[str, str]:
        return {"code": self.code, "message": self.message, "source": self.source}
