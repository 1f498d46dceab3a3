"""A document comes in: read, corrected beside the original, mapped to units, confirmed."""

import hashlib
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from django.core.files import File
from django.db import transaction

from thenchot.importer import SecretDocument, parse_file
from thenchot.kernel.decision import Reason, Refused, refuse
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import get_unit, match_bodies
from thenchot.platform import jobs
from thenchot.platform.audit.trail import record
from thenchot.platform.files.kinds import DOCUMENTS, BadFile
from thenchot.platform.files.services import open_stored, store
from thenchot.platform.office.reading.limits import OF_A_JOB
from thenchot.platform.scope.actor import SYSTEM, NotVisible, require
from thenchot.programmes import access
from thenchot.programmes.drafts import first_page
from thenchot.programmes.drafts.proposal import TargetItem, TaskItem, from_parsed
from thenchot.programmes.models import Draft
from thenchot.programmes.queries.drafts import get_draft

NEW = "new"  # the card of a task typed by hand
TASK_TEXT = ("text", "deadline_raw", "approval", "product", "after")


def start_import(actor, *, home_id, upload, again=False) -> Draft:
    """Read an upload into a draft. A secret stamp refuses it before a byte is kept; unreadable
    files likewise, and a file that is here already unless it is wanted `again`.

    Long or scanned documents are read by a job after their first page has been seen; the draft says
    "reading".
    """
    home = get_unit(actor, home_id)
    require(actor, access.IMPORT, home.path)
    with _on_disk(upload) as path, _plain_refusals():
        first_page.refuse(path, upload.name)
        if not again:
            _refuse_known(home, path)
        parsed = None if first_page.needs_a_job(path) else parse_file(path)
        return _keep(actor, home, upload, parsed)


def _refuse_known(home, path: Path) -> None:
    """The same bytes came in before, for the same place."""
    with path.open("rb") as handle:
        sha256 = hashlib.file_digest(handle, "sha256").hexdigest()
    known = Draft.objects.filter(home=home, original__sha256=sha256).exclude(
        state__in=["dropped", "failed"]
    )
    if draft := known.select_related("original").first():
        refuse(
            "known_file",
            (
                f"Tệp này đã được nhập ngày {draft.started_at:%d/%m/%Y} với tên "
                f"“{draft.original.name}” ({draft.get_state_display()}). Mở bản đã có ở danh sách "
                f"bên cạnh, hoặc đánh dấu “Tệp đã nhập rồi thì vẫn nhập lại”."
            ),
        )


def read_stored(draft_id) -> None:
    """What the job does: read the kept file, or say on the draft why that failed."""
    draft = Draft.objects.select_related("home", "original").get(pk=draft_id)
    try:
        with (
            open_stored(draft.original) as handle,
            _on_disk(File(handle)) as path,
            _plain_refusals(),
        ):
            parsed = parse_file(path, limits=OF_A_JOB)
    except Refused as refused:
        Draft.objects.filter(pk=draft_id).update(state="failed", failure=str(refused)[:400])
        raise
    with transaction.atomic():
        _propose(draft, parsed)
        record(
            SYSTEM,
            "draft_read",
            subject=draft,
            unit_path=draft.home.path,
            tasks=len(draft.proposal.tasks),
        )


@transaction.atomic
def correct_metadata(actor, *, draft_id, version, values: dict) -> Draft:
    draft = _editable(actor, draft_id, "metadata", version)
    values = dict(values)
    draft.proposal.absent = sorted(values.pop("absent", draft.proposal.absent))
    for name, value in values.items():
        if draft.proposal.said(name) != value:
            draft.proposal.metadata[name] = replace(
                draft.proposal.metadata[name], value=value, rule="officer", confidence=1.0
            )
    return _save(draft, "metadata")


@transaction.atomic
def correct_task(actor, *, draft_id, version, item_id, values: dict) -> Draft:
    """`values`: text, deadline_raw, approval, product, after as text; lead, coordinate as lists;
    keep as bool.
    """
    draft = _editable(actor, draft_id, item_id, version)
    task = _new_task(draft) if item_id == NEW else draft.proposal.find(item_id)
    if not isinstance(task, TaskItem):
        raise NotVisible(item_id)
    phrase = values.get("deadline_raw", task.deadline_raw)
    if phrase != task.deadline_raw:
        task.reread_deadline(phrase, draft.proposal.reference_day)
    for name in (*TASK_TEXT, "lead", "coordinate"):
        if name in values and getattr(task, name) != values[name]:
            setattr(task, name, values[name])
            task.confidence[name] = 1.0
    task.keep = values.get("keep", task.keep)
    task.settle()
    return _save(draft, task.id)


@transaction.atomic
def correct_target(actor, *, draft_id, version, item_id, values: dict) -> Draft:
    draft = _editable(actor, draft_id, item_id, version)
    target = draft.proposal.find(item_id)
    if not isinstance(target, TargetItem):
        raise NotVisible(item_id)
    for name, value in values.items():
        setattr(target, name, value)
    target.settle()
    return _save(draft, item_id)


@transaction.atomic
def map_bodies(
    actor, *, draft_id, version, mapping: dict[str, list[int]], not_given: tuple[str, ...] = ()
) -> Draft:
    """Named bodies -> units of this commune. `not_given`: bodies none of them stands for."""
    draft = _editable(actor, draft_id, "mapping", version)
    known = set(
        Unit.objects.under([draft.home.path]).filter(valid_to=None).values_list("pk", flat=True)
    )
    draft.proposal.mapping = {
        body: [unit for unit in units if unit in known and body not in not_given]
        for body, units in mapping.items()
    }
    draft.proposal.not_given = sorted(not_given)
    return _save(draft, "mapping")


@transaction.atomic
def drop_draft(actor, *, draft_id) -> Draft:
    draft = get_draft(actor, draft_id)
    if draft.state == "confirmed":
        refuse("confirmed", "Văn bản này đã được giao, không bỏ được nữa.")
    draft.state = "dropped"
    draft.save(update_fields=["state", "updated_at"])
    record(actor, "draft_dropped", subject=draft, unit_path=draft.home.path)
    return draft


def suggest_mapping(draft: Draft) -> dict[str, list[int]]:
    """Units the names seem to mean: remembered aliases first, then names. What the officer chose
    stays.
    """
    names = draft.proposal.bodies
    found = match_bodies(draft.home, names)
    chosen = draft.proposal.mapping
    declined = draft.proposal.not_given
    return {
        name: []
        if name in declined
        else chosen.get(name) or [unit.pk for unit in found[name].units]
        for name in names
    }


@contextmanager
def _on_disk(upload):
    """The bytes as a nameless file, gone afterwards."""
    with tempfile.NamedTemporaryFile(prefix="thenchot-") as temporary:
        for chunk in upload.chunks():
            temporary.write(chunk)
        temporary.flush()
        yield Path(temporary.name)


@contextmanager
def _plain_refusals():
    """What the importer refuses, as a refusal with its reason."""
    try:
        yield
    except SecretDocument as secret:
        refuse("secret", secret.message_vi, "Luật Bảo vệ bí mật nhà nước 117/2025/QH15")
    except BadFile as bad:
        refuse("unreadable", bad.message_vi)


@transaction.atomic
def _keep(actor, home, upload, parsed):
    upload.seek(0)
    original = store(actor, upload, unit_path=home.path, allowed=DOCUMENTS)
    draft = Draft.objects.create(home=home, original=original, started_by_id=actor.account_id)
    record(actor, "draft_started", subject=draft, unit_path=home.path)
    if parsed is None:
        draft.job = jobs.start(
            actor,
            "thenchot.programmes.jobs.read_draft",
            label="Đọc văn bản",
            unit_path=home.path,
            draft_id=draft.pk,
        )
        draft.save(update_fields=["job"])
    else:
        _propose(draft, parsed)
    return draft


def _propose(draft, parsed):
    draft.state, draft.proposal = "review", from_parsed(parsed)
    draft.proposal.mapping = suggest_mapping(draft)
    draft.save(update_fields=["state", "proposal"])


def _editable(actor, draft_id, part, version) -> Draft:
    """`part`: the item being edited; two officers may edit two items at once, never the same one
    unseen.
    """
    get_draft(actor, draft_id)
    draft = Draft.objects.select_for_update().select_related("home").get(pk=draft_id)
    if draft.state != "review":
        refuse("state", "Bản nháp này không còn sửa được.")
    if draft.version_of(part) != version:
        refuse(
            "version", "Chỗ này vừa được người khác sửa. Tải lại trang để thấy nội dung mới nhất."
        )
    return draft


def _save(draft: Draft, part: str) -> Draft:
    draft.versions[part] = draft.version_of(part) + 1
    draft.save(update_fields=["proposal", "versions", "updated_at"])
    return draft


def _new_task(draft: Draft) -> TaskItem:
    tasks = draft.proposal.tasks
    count = sum(task.id.startswith("n") for task in tasks) + 1
    task = TaskItem(id=f"n{count}", ref=f"bổ sung {count}")
    tasks.append(task)
    return task


def form_reasons(form):
    """Errors of a card as reasons of a refusal: field and message."""
    return [
        Reason(
            "form",
            f"{form.fields[name].label if name in form.fields else ''}: {message}".strip(": "),
        )
        for name, messages in form.errors.items()
        for message in messages
    ]
