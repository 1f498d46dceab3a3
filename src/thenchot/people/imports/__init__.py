"""Lists of people from Excel, from the bytes to the commit: what the columns mean, what the rows
are, what the cells say, who is meant, what changes; then all or nothing.

A row is a person already known by the system's id, or by the name and one of identity number, code,
whole birth, or unit with year of birth; such a row updates, and says by what. Where only the name
is the same, or a number would change, somebody decides. Everything that was understood rather than
read is told before anybody confirms.
"""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit, lock_unit
from thenchot.people import columns as c
from thenchot.people.access import EDIT
from thenchot.people.imports.judging import Validator
from thenchot.people.imports.plan import Plan
from thenchot.people.imports.reading import (
    Answers,
    Reading,
    SecretList,
    read,
    refuse_secret,
)
from thenchot.people.imports.writing import write
from thenchot.people.models import ColumnMapping
from thenchot.platform.files.list_import import ListImport
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.reports import ImportReport
from thenchot.platform.scope.actor import require

__all__ = ["Answers", "PeopleReport", "SecretList", "import_people", "refuse_secret"]
Tell = Callable[[str, int, int], None]
NOTHING_SAID = Answers()


class PeopleReport(ImportReport):
    """With what each column was taken for."""

    reading: Reading | None = None

    @property
    def uses(self):
        return self.reading.uses if self.reading else []


@in_vietnamese
def import_people(
    actor,
    upload: Any,
    *,
    home_id: int,
    dry_run: bool,
    answers: Answers = NOTHING_SAID,
    name: str = "",
    tell: Tell = lambda phase, done, total: None,
) -> PeopleReport:
    """`upload`: path, bytes or binary file; `name`: how its rows say where they come from. A dry
    run writes nothing; a real one writes everything or nothing. `tell(phase, done, total)` is
    called as the work goes on.
    """
    home = get_unit(actor, home_id)
    require(actor, EDIT, home.path)
    return _PeopleImport(actor, home, answers, name, tell).run(_content(upload), dry_run=dry_run)


class _PeopleImport(ListImport[Reading, Plan, PeopleReport]):
    """Lists of any shape: what columns and cells mean is worked out, and told as guesses."""

    def __init__(self, actor, home: Unit, answers: Answers, name: str, progress: Tell):
        super().__init__(actor, home, PeopleReport())
        self.answers, self.name, self.progress = answers, name, progress

    def read(self, content: bytes) -> Reading:
        self.digest = hashlib.sha256(content).hexdigest()
        self.report.reading = read(
            content,
            self.home,
            self.report,
            remembered=lambda shape: _remembered(self.home, shape),
            answers=self.answers,
            tell=self.progress,
        )
        return self.report.reading

    def plans(self, reading: Reading) -> list[Plan]:
        self.progress("So với hồ sơ đang có", 0, 1)
        areas = {
            c.BY_KEY[use.key].area if use.key in c.BY_KEY else use.key.split(":")[1]
            for use in reading.uses
            if use.key
        }
        excess = self.answers.excess
        override = " · ".join(excess) if all(excess) else ""
        judge = Validator(
            self.actor,
            self.home,
            reading.places.units,
            areas,
            self.report,
            override,
            self.answers.people,
        )
        judge.judge(reading.plans)
        return reading.plans

    def tell(self, plans: list[Plan]) -> None:
        """The judge has told every row."""

    def lock(self) -> None:
        lock_unit(self.actor, self.home.pk)

    def write_all(self, plans: list[Plan]) -> None:
        facts = {
            "sha256": self.digest,
            "created": self.report.created,
            "updated": self.report.updated,
        }
        if any(self.answers.excess):
            facts["excess"] = " · ".join(self.answers.excess)
        source = f"Excel {self.name}".strip()
        write(self.actor, self.home, plans, source=source, tell=self.progress, **facts)
        for shape in self.report.reading.shapes:
            _remember(self.actor, self.home, shape, self.answers)


def _remembered(home: Unit, shape: str) -> Mapping[str, str]:
    kept = ColumnMapping.objects.filter(home=home, shape=shape).first()
    return kept.columns if kept else {}


def _remember(actor, home: Unit, shape: str, answers: Answers) -> None:
    """What the officer said of the columns is offered the next time a list of this shape comes."""
    if answers.columns:
        kept, _ = ColumnMapping.objects.get_or_create(home=home, shape=shape)
        kept.columns, kept.saved_by_id = {**kept.columns, **answers.columns}, actor.account_id
        kept.save()


def _content(upload: Any) -> bytes:
    if isinstance(upload, bytes | bytearray):
        return bytes(upload)
    return Path(upload).read_bytes() if isinstance(upload, str | Path) else upload.read()
