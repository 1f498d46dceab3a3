"""One row that is a person: what its cells say, whom it means, what would change."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thenchot.organisation.models import Unit
from thenchot.people.imports.headings import Use
from thenchot.people.imports.posts import Posts
from thenchot.people.imports.rows import Section
from thenchot.people.imports.state import FileState
from thenchot.platform.office.excel.reports import Problem


@dataclass
class Plan:
    """`cells` with `uses`: the row, and the columns of each key. `said`: meaning by key, an empty
    cell absent. `unit`: what the row or a group row names; `likely`: where somebody new is put when
    nothing names one. `state`: the file of the person it means, none for a new one. `changes`: key
    -> (before, after). `sheet`: its name where several are read, with `prefix` before its places;
    `tab`: its name in any case. `more`: further rows of the same person, of which `learnt` keeps
    what the first one does not say: (kind, meaning by key). `gained`: those that the file does not
    know yet. `how`: by what the person was recognised; `is_open`: nobody has said whom it means.
    """

    number: int
    cells: list[Any] = field(default_factory=list)
    uses: dict[str, list[Use]] = field(default_factory=dict)
    name: str = ""
    said: dict[str, Any] = field(default_factory=dict)
    section: Section | None = None
    unit: Unit | None = None
    likely: Unit | None = None
    unplaced: Problem | None = None
    posts: Posts = field(default_factory=Posts)
    person_id: int | None = None
    state: FileState | None = None
    changes: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    sheet: str = ""
    prefix: str = ""
    tab: str = ""
    more: list["Plan"] = field(default_factory=list)
    learnt: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    gained: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    how: str = ""
    is_open: bool = False

    def place(self, key: str) -> tuple[Use | None, Any]:
        """The column of this key in which the row says something, and what."""
        for use in self.uses.get(key, ()):
            raw = self.cells[use.at] if use.at < len(self.cells) else None
            if raw is not None and raw != "":
                return use, raw
        for row in self.more:
            if row.has(key):
                return row.place(key)
        return None, None

    def has(self, key: str) -> bool:
        return self.place(key)[0] is not None

    @property
    def key(self) -> str:
        """The row as the answers of the officer name it."""
        return f"{self.prefix}{self.number}"

    @property
    def row_name(self) -> str:
        return f"dòng {self.number}" + (f" trang “{self.sheet}”" if self.sheet else "")

    @property
    def differs(self) -> bool:
        return bool(self.changes or self.gained)

    @property
    def is_new(self) -> bool:
        return self.person_id is None

    @property
    def title(self) -> str:
        return self.posts.primary.title if self.posts.primary else ""

    @property
    def born_on(self) -> date | None:
        return self.born[0]

    @property
    def born(self) -> tuple[date | None, str]:
        return self.said.get("born", (None, ""))

    @property
    def moves(self) -> bool:
        """Into another unit than the one where the primary seat is."""
        return "unit" in self.changes and self.state is not None
