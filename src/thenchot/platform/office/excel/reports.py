"""What an import of a sheet would do, did, or could not do: told by row and column, in the words of
the office.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from thenchot.platform.office.excel.cells import BadCell
from thenchot.platform.office.excel.worksheets import Column, Row


@dataclass(frozen=True)
class Problem:
    """`row` as Excel numbers it (0: the whole file); `column` its title; `value` what stands in the
    cell. `letter` of the column where the cell may be mended on the page; `of_value`: the same text
    is wrong in every row; `sheet`: where several are read.
    """

    row: int
    column: str
    reason_vi: str
    value: str = ""
    letter: str = ""
    of_value: bool = False
    sheet: str = ""


@dataclass(frozen=True)
class Guess:
    """The cell was understood in this way; a person looks before confirming. `kind` tells guesses
    of one sort; `choices`: what it may also mean, as the cell would say it.
    """

    row: int
    column: str
    value: str
    meaning_vi: str
    kind: str = ""
    letter: str = ""
    choices: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True)
class Change:
    """One cell that says something else than the file does, as a person reads it."""

    row: int
    label: str
    column: str
    before: str
    after: str
    sheet: str = ""


@dataclass(frozen=True)
class ImportLine:
    """What a row becomes: created, updated or unchanged."""

    row: int
    action: str
    label: str
    details: str = ""
    sheet: str = ""


@dataclass(frozen=True)
class Question:
    """What only a person can decide: nothing is written before the answer. `key` under which it is
    answered; `options`: (value, in words); `same`: the option that one answer for all may choose.
    """

    row: int
    label: str
    text_vi: str
    key: str
    options: tuple[tuple[str, str], ...]
    same: str = ""
    sheet: str = ""


@dataclass
class ImportReport:
    """All or nothing: with one problem or open question nothing is written. `is_done`: the rows
    are in the database.
    """

    lines: list[ImportLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unknown_columns: tuple[str, ...] = ()
    is_done: bool = False

    @property
    def is_clean(self) -> bool:
        return not self.problems and not self.questions and bool(self.lines)

    @property
    def rows(self) -> int:
        return len(self.lines)

    @property
    def bad_rows(self) -> set[int]:
        return {problem.row for problem in self.problems}

    def count(self, action: str) -> int:
        return sum(line.action == action for line in self.lines)

    @property
    def created(self) -> int:
        return self.count("created")

    @property
    def updated(self) -> int:
        return self.count("updated")

    @property
    def unchanged(self) -> int:
        return self.count("unchanged")

    def blame(self, row: Row | int, column: Column | str, reason_vi: str) -> None:
        number = row if isinstance(row, int) else row.number
        title = column if isinstance(column, str) else column.title
        value = "" if isinstance(row, int) or isinstance(column, str) else row.text(column.key)
        self.problems.append(Problem(number, title, reason_vi, value))

    def guess(self, row: Row, column: Column, meaning_vi: str) -> None:
        self.guesses.append(Guess(row.number, column.title, row.text(column.key), meaning_vi))

    @contextmanager
    def cell(self, row: Row, column: Column) -> Iterator[None]:
        """A `BadCell` raised inside becomes a problem of this cell."""
        try:
            yield
        except BadCell as bad:
            self.blame(row, column, bad.message_vi)
