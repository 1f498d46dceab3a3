"""A curriculum is drafted, given its material, issued by a second person, and written anew."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason, refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.files.services import store
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.training.access import APPROVE, EDIT, SEE
from thenchot.training.enums import CurriculumState as State
from thenchot.training.models import Curriculum, Material
from thenchot.training.queries.curricula import get_material, materials_of
from thenchot.training.queries.topics import get_topic

FIELDS = ("owner", "hours", "methods", "aims", "content", "changes")
KINDS = {"pdf", "docx", "pptx", "xlsx", "jpg", "png"}
MOST_MB = 25


@transaction.atomic
def draft_curriculum(actor, *, unit_id: int, topic_id: int, **values: Any) -> Curriculum:
    """The first version of a subject, or the next one after what was issued."""
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    topic = get_topic(actor, topic_id)
    there = Curriculum.objects.filter(unit=home, topic=topic)
    if there.filter(state=State.DRAFT).exists():
        refuse("training.curriculum_there", "Chuyên đề này đang có bản dự thảo; sửa bản đó.")
    latest = there.order_by("-version").first()
    made = Curriculum.objects.create(
        unit=home,
        topic=topic,
        version=latest.version + 1 if latest else 1,
        created_by_id=actor.account_id,
        **_clean(values),
    )
    record(actor, "training_curriculum_drafted", **_told(made))
    return made


@transaction.atomic
def change_curriculum(actor, *, curriculum_id: int, **values: Any) -> Curriculum:
    found = lock_draft(actor, curriculum_id)
    for name, value in _clean(values).items():
        setattr(found, name, value)
    found.save(update_fields=list(values))
    record(actor, "training_curriculum_changed", **_told(found))
    return found


@transaction.atomic
def issue_curriculum(actor, *, curriculum_id: int, decision: str, issued_on: date) -> Curriculum:
    """By another person than drafted it; the version before is replaced."""
    found = _lock(actor, curriculum_id)
    require(actor, APPROVE, found.unit.path)
    may_issue(found, actor.account_id).or_refuse()
    Curriculum.objects.filter(unit=found.unit, topic=found.topic, state=State.ISSUED).update(
        state=State.REPLACED
    )
    found.state, found.decision, found.issued_on = State.ISSUED, tidy(nfc(decision)), issued_on
    found.issued_by_id = actor.account_id
    found.save()
    record(actor, "training_curriculum_issued", **_told(found), decision=found.decision)
    return found


@transaction.atomic
def revise_curriculum(actor, *, curriculum_id: int, changes: str) -> Curriculum:
    """The next version begins as a copy, with its material."""
    former = _lock(actor, curriculum_id)
    if former.state != State.ISSUED:
        refuse("training.curriculum_state", "Chỉ soạn bản mới từ bản đang dùng.")
    values = {name: getattr(former, name) for name in FIELDS} | {"changes": changes}
    made = draft_curriculum(actor, unit_id=former.unit_id, topic_id=former.topic_id, **values)
    Material.objects.bulk_create(
        Material(
            curriculum=made, kind=one.kind, title=one.title, note=one.note, file_id=one.file_id
        )
        for one in materials_of(former)
    )
    return made


@transaction.atomic
def add_material(
    actor, *, curriculum_id: int, kind: str, title: str, file, note: str = ""
) -> Material:
    found = lock_draft(actor, curriculum_id)
    made = Material.objects.create(
        curriculum=found,
        kind=kind,
        title=tidy(nfc(title)),
        note=tidy(nfc(note)),
        file=store(actor, file, unit_path=found.unit.path, allowed=KINDS, max_mb=MOST_MB),
    )
    record(actor, "training_material_added", subject=made, unit_path=found.unit.path)
    return made


@transaction.atomic
def drop_material(actor, *, material_id: int) -> None:
    """Out of the draft; versions issued before keep it."""
    found = get_material(actor, material_id)
    lock_draft(actor, found.curriculum_id)
    found.is_dropped = True
    found.save(update_fields=["is_dropped"])
    record(actor, "training_material_dropped", subject=found, unit_path=found.curriculum.unit.path)


def may_edit(curriculum: Curriculum) -> Decision:
    if curriculum.state == State.DRAFT:
        return Decision.yes()
    words = "Bản đã ban hành thì không sửa; soạn bản mới để thay đổi."
    return Decision.no(Reason("training.curriculum_state", words))


def may_issue(curriculum: Curriculum, actor: int | None) -> Decision:
    if curriculum.state != State.DRAFT:
        return Decision.no(Reason("training.curriculum_state", "Bản này đã được ban hành."))
    if actor is not None and actor == curriculum.created_by_id:
        words = "Người biên soạn không tự ban hành; nhờ người thứ hai."
        return Decision.no(Reason("training.curriculum_own", words))
    return Decision.yes()


def lock_draft(actor, curriculum_id: int) -> Curriculum:
    found = _lock(actor, curriculum_id)
    require(actor, EDIT, found.unit.path)
    may_edit(found).or_refuse()
    return found


def _lock(actor, curriculum_id: int) -> Curriculum:
    rows = Curriculum.objects.select_for_update(of=("self",)).select_related("unit", "topic")
    seen = Curriculum.objects.visible_to(actor, SEE).values("pk")
    found = rows.filter(pk=curriculum_id, pk__in=seen).first()
    if found is None:
        raise NotVisible
    return found


def _clean(values: dict[str, Any]) -> dict[str, Any]:
    unknown = set(values) - set(FIELDS)
    if unknown:
        raise TypeError(f"no such fields: {sorted(unknown)}")
    return {name: _tidied(value) for name, value in values.items()}


def _tidied(value: Any) -> Any:
    if isinstance(value, str):
        return nfc(value).strip()
    return list(value) if isinstance(value, Iterable) else value


def _told(found: Curriculum) -> dict[str, Any]:
    return {
        "subject": found,
        "unit_path": found.unit.path,
        "topic": found.topic_id,
        "version": found.version,
    }
