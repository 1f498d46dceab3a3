"""Cases come in from the export of the one-stop system, by columns that a place maps once."""

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import islice
from typing import Any

from django.db import transaction

from thenchot.citizens.access import EDIT
from thenchot.citizens.enums import BatchState
from thenchot.citizens.models import Batch, Case, CaseChange, CaseColumns
from thenchot.citizens.queries.cases import confirmed_spans, get_batch
from thenchot.citizens.queries.policy import calendar_of, policy_of
from thenchot.citizens.rules import columns, lateness
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import fold, nfc, tidy
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit, match_bodies
from thenchot.people.models import Person
from thenchot.platform import jobs, keys
from thenchot.platform.audit.trail import record, record_many
from thenchot.platform.clock import now
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.services import read_stored, store
from thenchot.platform.office.excel.grid import BadSheet, cell_text
from thenchot.platform.office.excel.streams import head_of, rows_of
from thenchot.platform.office.reading.apart import read_apart
from thenchot.platform.office.reading.limits import Limits
from thenchot.platform.office.refused import BadFile
from thenchot.platform.runtime.bulk import insert_rows, update_rows
from thenchot.platform.scope.actor import NotVisible, require

MOST_MB = 60
CHUNK = 2_000
MOST_PROBLEMS = 200
JOB = "thenchot.citizens.jobs.take_in"
TEXTS = {
    "code": 60,
    "procedure_code": 60,
    "procedure": 400,
    "field": 200,
    "late_reason": 300,
}
# Never told in the receipt of a change.
SILENT = {"fingerprint", "applicant", "person_key", "batch_id", "unit_id", "handler_id"}


@transaction.atomic
def keep_export(actor, *, unit_id: int, upload) -> StoredFile:
    """An .xlsx, or a .csv in UTF-8. A file that was taken in already is told, with its day."""
    unit = get_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    file = store(actor, upload, unit_path=unit.path, allowed={"xlsx", "txt"}, max_mb=MOST_MB)
    _not_again(unit, file.sha256)
    return file


def _not_again(unit: Unit, sha256: str) -> None:
    known = Batch.objects.filter(unit=unit, sha256=sha256).exclude(state=BatchState.FAILED).first()
    if known:
        refuse(
            "citizens.file_again",
            f"Tệp này đã nhập ngày {known.made_at:%d/%m/%Y} ({known.file.name}): không đọc lại. "
            f"Xuất tệp mới từ hệ thống một cửa rồi tải lên.",
        )


def headers_of(file: StoredFile, remembered: Mapping[str, str]) -> tuple[list[Any], list[list]]:
    """The row of headers and the first rows under it."""
    rows = read_apart(head_of, read_stored(file), limits=Limits(memory_mb=2048))
    if not rows:
        raise BadSheet("Tệp không có dòng nào.")
    at = columns.find_header(rows, remembered)
    return rows[at], rows[at + 1 :]


def remembered_columns(unit: Unit) -> dict[str, str]:
    found = CaseColumns.objects.filter(unit=unit).first()
    return found.columns if found else {}


@transaction.atomic
def begin_import(actor, *, file_id: int, mapping: Mapping[str, str]) -> Batch:
    """The mapping is remembered; a job reads the rows."""
    file = StoredFile.objects.filter(pk=file_id, uploaded_by=actor.account_id).first()
    if file is None:
        raise NotVisible
    unit = Unit.objects.visible_to(actor, EDIT).filter(path=file.unit_path).first()
    if unit is None:
        raise NotVisible
    require(actor, EDIT, unit.path)
    lacking = [columns.FIELDS[key].title for key in columns.REQUIRED if not mapping.get(key)]
    if lacking:
        refuse("citizens.columns", f"Chọn cột cho: {', '.join(lacking)}.")
    _not_again(unit, file.sha256)
    told = {key: name for key, name in mapping.items() if key in columns.FIELDS and name}
    CaseColumns.objects.update_or_create(
        unit=unit,
        defaults={"columns": told, "mapped_by_id": actor.account_id, "mapped_at": now()},
    )
    batch = Batch.objects.create(
        unit=unit,
        file=file,
        sha256=file.sha256,
        columns=told,
        made_by_id=actor.account_id,
        made_at=now(),
    )
    record(actor, "cases_import_begun", subject=batch, unit_path=unit.path)
    jobs.start(actor, JOB, label=f"Nhập hồ sơ: {file.name}", unit_path=unit.path, batch_id=batch.pk)
    return batch


def take_in(actor, *, batch_id: int, tick: Callable[[int], Any] = lambda done: None) -> Batch:
    """All rows of a batch, or none of them; rows that do not read are left out and told."""
    batch = get_batch(actor, batch_id)
    require(actor, EDIT, batch.unit.path)
    try:
        with transaction.atomic():
            return _take_in(actor, batch, tick)
    except BadFile as bad:
        _fail(batch, bad.message_vi)
        raise


def _fail(batch: Batch, why: str) -> None:
    Batch.objects.filter(pk=batch.pk).update(state=BatchState.FAILED, problems=[[0, why]])


def _take_in(actor, batch: Batch, tick) -> Batch:
    locked = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if locked.state != BatchState.WAITING:
        return locked  # a job that is run again finds its work done
    Unit.objects.select_for_update().get(pk=batch.unit_id)
    taken = _Taking(actor, batch)
    rows = rows_of(read_stored(batch.file))
    while chunk := list(islice(rows, CHUNK)):
        taken.chunk(chunk)
        tick(batch.rows)
    if taken.places is None:
        raise BadSheet("Không tìm thấy dòng tiêu đề của bảng hồ sơ: tải lại và chọn cột.")
    batch.state = BatchState.DONE
    batch.save()
    facts = {name: getattr(batch, name) for name in ("rows", "created", "updated", "unchanged")}
    record(actor, "cases_imported", subject=batch, unit_path=batch.unit.path, **facts)
    return batch


@dataclass
class _Taking:
    """What one import knows: who is known, what the rules are, which codes came already."""

    actor: Any
    batch: Batch
    places: dict[str, int] | None = None
    number: int = 0
    seen: set[str] = field(default_factory=set)

    def __post_init__(self):
        home = self.batch.unit
        self.home, self.policy = home, policy_of(home)
        self.calendar = calendar_of(home)
        self.outages = lateness.merged(confirmed_spans(home.pk))
        known = Case.objects.filter(home=home).values_list("code", "pk", "fingerprint")
        self.known = {code: (pk, mark) for code, pk, mark in known.iterator(chunk_size=CHUNK)}
        self.units: dict[str, int] = {}
        self.people = _names_of(home)
        self.key = keys.ring().derive("citizen", keys.first_id())

    def chunk(self, rows: list[list[Any]]) -> None:
        new, changed = [], []
        for row in self.under_header(rows):
            self.number += 1
            if not any(cell not in (None, "") for cell in row):
                continue
            self.batch.rows += 1
            try:
                told = self.told(row)
            except columns.Unread as bad:
                self.leave_out(str(bad))
                continue
            before = self.known.get(told["code"])
            if before is None:
                new.append(told)
            elif before[1] != told["fingerprint"]:
                changed.append((before[0], told))
            else:
                self.batch.unchanged += 1
        self.write_new(new)
        self.write_changed(changed)

    def under_header(self, rows: list[list[Any]]) -> list[list[Any]]:
        if self.places is not None:
            return rows
        at = columns.find_header(rows, self.batch.columns)
        places = columns.places_of(rows[at], self.batch.columns)
        lacking = [columns.FIELDS[key].title for key in columns.REQUIRED if key not in places]
        if lacking:
            raise BadSheet(f"Tệp không có cột: {', '.join(lacking)}.")
        self.places, self.number = places, at + 1
        return rows[at + 1 :]

    def leave_out(self, why: str) -> None:
        self.batch.left_out += 1
        if len(self.batch.problems) < MOST_PROBLEMS:
            self.batch.problems.append([self.number, why])

    def told(self, row: Sequence[Any]) -> dict[str, Any]:
        """One row as the attributes of a case."""
        places = self.places or {}
        cell = {key: row[at] if at < len(row) else None for key, at in places.items()}
        told: dict[str, Any] = {
            name: cell_text(cell.get(name))[:most] for name, most in TEXTS.items()
        }
        if not told["code"]:
            raise columns.Unread("Thiếu mã hồ sơ.")
        if told["code"] in self.seen:
            raise columns.Unread(f"Mã {told['code']} đã có ở dòng trên.")
        for name in columns.MOMENTS:
            told[name] = columns.read_moment(cell.get(name), name == "due_at")
        if told["received_at"] is None:
            raise columns.Unread("Thiếu ngày tiếp nhận.")
        told["status"] = int(columns.read_status(cell.get("status")))
        told["channel"] = columns.read_channel(cell.get("channel"))
        told["group"] = str(columns.read_group(cell.get("group"), self.policy.group_from_zero))
        told["most_days"] = columns.read_count(cell.get("most_days"))
        told["in_working_days"] = columns.is_working(cell.get("days_kind"))
        asked = columns.read_count(cell.get("asked_times"))
        told["asked_times"] = int(bool(told["asked_at"])) if asked is None else asked
        told |= self.who(cell)
        told |= self.judged(told)
        told["fingerprint"] = _mark(told)
        self.seen.add(told["code"])
        return told

    def who(self, cell: Mapping[str, Any]) -> dict[str, Any]:
        applicant = tidy(nfc(cell_text(cell.get("applicant"))))[:200]
        whose = cell_text(cell.get("identity")) or fold(applicant)
        handler = cell_text(cell.get("handler"))[:120]
        person_key = hmac.new(self.key, whose.encode(), hashlib.sha256).hexdigest()[:32]
        return {
            "applicant": applicant,
            "person_key": person_key if whose else "",
            "unit_id": self.unit_of(cell_text(cell.get("unit"))),
            "handler_name": handler,
            "handler_id": self.people.get(fold(handler)),
        }

    def unit_of(self, name: str) -> int:
        """Of this place; a name that is not known stays with the place itself."""
        if name not in self.units:
            match = match_bodies(self.home, {name})[name] if name else None
            found = [unit.pk for unit in match] if match else []
            self.units[name] = found[0] if len(found) == 1 else self.home.pk
        return self.units[name]

    def judged(self, told: Mapping[str, Any]) -> dict[str, Any]:
        story = lateness.Story(
            told["received_at"],
            told["due_at"],
            told["asked_at"],
            told["back_at"],
            told["asked_times"],
            told["finished_at"],
            told["returned_at"],
            told["stopped_at"],
            told["most_days"],
            told["in_working_days"],
        )
        judged = lateness.judge(story, self.policy.max_supplements, self.calendar)
        last = judged.deadline_at
        fair = last and lateness.fair_deadline(story.received_at, last, self.outages)
        return {
            "ended_at": judged.ended_at,
            "deadline_at": last,
            "fair_deadline_at": fair,
            "is_doomed": judged.is_doomed,
        }

    def moved(self, before: Case, told: Mapping[str, Any]) -> dict[str, list[str]]:
        """Another unit, by the names of both."""
        if before.unit_id == told["unit_id"]:
            return {}
        names = self.unit_names
        return {"unit": [names.get(before.unit_id, ""), names.get(told["unit_id"], "")]}

    @cached_property
    def unit_names(self) -> dict[int, str]:
        """Of the place, also of units that ended."""
        return dict(Unit.objects.under([self.home.path]).values_list("pk", "name"))

    def write_new(self, rows: list[dict[str, Any]]) -> None:
        self.batch.created += insert_rows(Case, rows, home_id=self.home.pk, batch_id=self.batch.pk)

    def write_changed(self, rows: list[tuple[int, dict[str, Any]]]) -> None:
        """Each with its receipt: what it said before, what it says now."""
        if not rows:
            return
        before = Case.objects.in_bulk([pk for pk, _told in rows])
        changes = [
            (pk, _difference(before[pk], told) | self.moved(before[pk], told)) for pk, told in rows
        ]
        update_rows(Case, [told | {"id": pk, "batch_id": self.batch.pk} for pk, told in rows])
        receipts = [{"case_id": pk, "fields": fields} for pk, fields in changes]
        insert_rows(CaseChange, receipts, batch_id=self.batch.pk, changed_at=now())
        path = self.home.path
        told = ((pk, path, {"changed": sorted(fields)}) for pk, fields in changes)
        record_many(self.actor, "case_changed", Case, told)
        self.batch.updated += len(rows)


def _names_of(home: Unit) -> dict[str, int]:
    """Folded name -> person, of the staff of a place; a name that two bear is left out."""
    rows = Person.objects.filter(appointments__unit__path__startswith=home.path).distinct()
    found: dict[str, int] = {}
    twice: set[str] = set()
    for pk, name in rows.values_list("pk", "full_name"):
        key = fold(name)
        if found.setdefault(key, pk) != pk:
            twice.add(key)
    return {key: pk for key, pk in found.items() if key not in twice}


def _mark(told: Mapping[str, Any]) -> str:
    """Of everything the row says."""
    said = "\x1f".join(
        f"{name}={value}" for name, value in told.items() if name != "fair_deadline_at"
    )
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


def _difference(before: Case, told: Mapping[str, Any]) -> dict[str, list[str]]:
    pairs = ((name, getattr(before, name), value) for name, value in told.items())
    return {
        name: [_plain(was), _plain(value)]
        for name, was, value in pairs
        if was != value and name not in SILENT
    }


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value.astimezone(columns.LOCAL):%H:%M %d/%m/%Y}"
    return str(value)


def rejudge(home: Unit) -> int:
    """Fair deadlines anew, after an outage was confirmed. How many cases moved."""
    outages = lateness.merged(confirmed_spans(home.pk))
    rows = Case.objects.filter(home=home, deadline_at__isnull=False)
    values = rows.values_list("pk", "received_at", "deadline_at", "fair_deadline_at")
    moved = 0
    for part in _parts(values.iterator(chunk_size=CHUNK)):
        found = [
            {"id": pk, "fair_deadline_at": fair}
            for pk, received, last, was in part
            if (fair := lateness.fair_deadline(received, last, outages)) != was
        ]
        moved += update_rows(Case, found)
    return moved


def _parts(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while part := list(islice(rows, CHUNK)):
        yield part
