"""One row that is a person: what its cells say, whom it means, what would change."""

from dataclasses import dataclass, field
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
    -> (before, after).
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

    def place(self, key: str) -> tuple[Use | None, Any]:
        """The column of this key in which the row says something, and what."""
        for use in self.uses.get(key, ()):
            raw = self.cells[use.at] if use.at < len(self.cells) else None
            if raw is not None and raw != "":
                return use, raw
        return None, None

    def has(self, key: str) -> bool:
        return self.place(key)[0] is not None

    @property
    def is_new(self) -> bool:
        return self.person_id is None

    @property
    def title(self) -> str:
        return self.posts.primary.title if self.posts.primary else ""

    @property
    def born_on(self):
        return self.said["born"][0] if "born" in self.said else None

    @property
    def moves(self) -> bool:
        """Into another unit than the one where the primary seat is."""
        return "unit" in self.changes and self.state is not None
