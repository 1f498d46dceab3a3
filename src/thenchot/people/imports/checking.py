"""A list between its upload and its commit: kept with what the officer said of it, read as often as
needed. A long list is read and written by a job that shows its progress.
"""

import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit
from thenchot.people.access import EDIT
from thenchot.people.imports import Answers, PeopleReport, import_people
from thenchot.people.imports.headings import is_meaning
from thenchot.people.imports.picture import picture_of
from thenchot.people.imports.reading import SecretList, count_people, refuse_secret
from thenchot.people.models import ImportCheck
from thenchot.platform import jobs
from thenchot.platform.audit.trail import record
from thenchot.platform.files import BadFile
from thenchot.platform.files.kinds import SHEETS
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.services import read_stored, store
from thenchot.platform.scope.actor import require

LONG = 500  # rows: beyond, a job reads and writes
MAX_MB = 20
LONGEST = 2_000  # characters of one mended cell
WHO = "who:"  # before the row, where a decision about a person is taken back
NOTHING: Mapping[str, str] = {}


@transaction.atomic
def open_check(actor, *, home_id: int, upload) -> ImportCheck:
    """Keep a list that is to be looked through. One that is stamped secret is not kept at all."""
    home = get_unit(actor, home_id)
    require(actor, EDIT, home.path)
    content = upload.read()
    try:
        refuse_secret(content)
    except SecretList as secret:
        raise BadFile(secret.message_vi) from secret
    except ValueError:
        pass  # no workbook at all: whoever keeps files says so
    named = io.BytesIO(content)
    named.name = upload.name
    file = store(actor, named, unit_path=home.path, allowed=SHEETS, max_mb=MAX_MB)
    check = ImportCheck.objects.create(file=file, home=home, rows=count_people(content))
    if check.rows > LONG:
        look_later(actor, check)
    return check


def check_of(file: StoredFile, home: Unit) -> ImportCheck:
    return ImportCheck.objects.filter(file=file).first() or ImportCheck(file=file, home=home)


@transaction.atomic
def answer(
    actor,
    check: ImportCheck,
    *,
    columns: Mapping[str, str],
    cells: Mapping[str, str],
    skipped: Iterable[str],
    dropped: Iterable[str],
    people: Mapping[str, str] = NOTHING,
    excess: tuple[str, str] | None = None,
) -> None:
    """What the officer says of the list: meanings of columns, texts of cells, rows to leave out,
    whom rows mean, and which of the earlier answers no longer hold. The trail counts them; what
    they say stays sealed with the list.
    """
    require(actor, EDIT, check.home.path)
    kept = _kept(check)
    gone = set(dropped)
    kept["cells"] = {
        place: text
        for place, text in {**kept["cells"], **_short(cells)}.items()
        if place not in gone
    }
    kept["skipped"] = sorted({*kept["skipped"], *skipped} - gone)
    kept["people"] = {
        row: chosen
        for row, chosen in {**kept["people"], **_short(people)}.items()
        if chosen and f"{WHO}{row}" not in gone
    }
    kept["excess"] = [text.strip()[:300] for text in excess] if excess else kept["excess"]
    check.columns |= {key: meaning for key, meaning in columns.items() if is_meaning(meaning)}
    check.answers, check.found = json.dumps(kept, ensure_ascii=False), ""
    check.save()
    facts = {
        "columns": len(check.columns),
        "cells": len(kept["cells"]),
        "skipped": len(kept["skipped"]),
        "people": len(kept["people"]),
    }
    record(actor, "import_mended", subject=check, unit_path=check.home.path, **facts)
    if check.rows > LONG:
        look_later(actor, check)


def answers_of(check: ImportCheck) -> Answers:
    kept = _kept(check)
    return Answers(
        check.columns,
        kept["cells"],
        frozenset(kept["skipped"]),
        kept["people"],
        tuple(kept["excess"]),
    )


def look_now(
    actor, check: ImportCheck, *, dry_run: bool, tell=lambda phase, done, total: None
) -> PeopleReport:
    file = check.file
    return import_people(
        actor,
        read_stored(file),
        home_id=check.home_id,
        dry_run=dry_run,
        answers=answers_of(check),
        name=file.name,
        tell=tell,
    )


@transaction.atomic
def look_later(actor, check: ImportCheck, *, dry_run: bool = True) -> None:
    """By a job; the page of the list shows what it found."""
    label = "Đọc thử danh sách" if dry_run else "Nhập danh sách"
    job = jobs.start(
        actor,
        "thenchot.people.jobs.read_list",
        label=f"{label} {check.file.name}"[:200],
        unit_path=check.home.path,
        check_id=check.pk,
        dry_run=dry_run,
    )
    check.job_id, check.found = job.pk, ""
    check.save(update_fields=["job_id", "found", "changed_at"])


def keep_found(check: ImportCheck, report: PeopleReport) -> None:
    """What a job found, for the page."""
    check.found, check.job_id = json.dumps(picture_of(report), ensure_ascii=False), None
    check.is_done = check.is_done or report.is_done
    check.save(update_fields=["found", "job_id", "is_done", "changed_at"])


def found(check: ImportCheck) -> dict[str, Any] | None:
    return json.loads(check.found) if check.found else None


def _kept(check: ImportCheck) -> dict[str, Any]:
    return {
        "cells": {},
        "skipped": [],
        "people": {},
        "excess": ["", ""],
        **(json.loads(check.answers) if check.answers else {}),
    }


def _short(cells: Mapping[str, str]) -> dict[str, str]:
    return {place[:LONGEST]: text.strip()[:LONGEST] for place, text in cells.items()}
