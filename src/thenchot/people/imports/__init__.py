"""Lists of people from Excel, from the bytes to the commit: what the columns mean, what the rows
are, what the cells say, who is meant, what changes; then all or nothing.

A row is a person already known by the system's id, the identity number, the code, or by name and
birth (name and unit where no birth is known); such a row updates. Everything that was understood
rather than read is told before anybody confirms.
"""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit, lock_unit
from thenchot.people import columns as c
from thenchot.people.access import EDIT
from thenchot.people.imports.judging import Judge
from thenchot.people.imports.reading import (
    Answers,
    BadSheet,
    Reading,
    SecretList,
    read,
    refuse_secret,
)
from thenchot.people.imports.writing import write
from thenchot.people.models import ColumnMapping
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.reports import ImportReport
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
    content, report = _content(upload), PeopleReport()
    try:
        report.reading = read(
            content,
            home,
            report,
            remembered=lambda shape: _remembered(home, shape),
            answers=answers,
            tell=tell,
        )
    except BadSheet as bad:
        report.blame(0, "", bad.message_vi)
        return report
    if dry_run or report.problems:
        _judge(actor, home, report, tell, answers)
        return report
    with transaction.atomic():
        lock_unit(actor, home.pk)
        _judge(actor, home, report, tell, answers)
        if report.is_clean:
            facts = {
                "sha256": hashlib.sha256(content).hexdigest(),
                "created": report.created,
                "updated": report.updated,
            }
            facts |= {"excess": " · ".join(answers.excess)} if any(answers.excess) else {}
            write(
                actor,
                home,
                report.reading.plans,
                source=f"Excel {name}".strip(),
                tell=tell,
                **facts,
            )
            _remember(actor, home, report.reading.shape, answers)
            report.is_done = True
    return report


def _judge(actor, home: Unit, report: PeopleReport, tell: Tell, answers: Answers) -> None:
    reading = report.reading
    tell("So với hồ sơ đang có", 0, 1)
    areas = {
        c.BY_KEY[use.key].area if use.key in c.BY_KEY else use.key.split(":")[1]
        for use in reading.uses
        if use.key
    }
    override = " · ".join(answers.excess) if all(answers.excess) else ""
    Judge(actor, home, reading.places.units, areas, report, override).judge(reading.plans)


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
