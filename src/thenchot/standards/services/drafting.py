"""Sets as drafts: adopted from those that ship, drawn from the version in force, changed until they
are issued.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.catalogue import find_competency
from thenchot.organisation.queries import get_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.codelists import code_list
from thenchot.standards.access import EDIT
from thenchot.standards.enums import RequirementKind, SetState
from thenchot.standards.models import Requirement, StandardSet
from thenchot.standards.queries.sets import get_requirement, get_set
from thenchot.standards.rules.demands import ADDRESSEES, RANKED, list_of
from thenchot.standards.rules.issuing import may_add, may_edit, may_revise
from thenchot.standards.shipped import shipped_sets

HEAD = ("name", "basis", "clause", "is_for_leaders", "note")
COPIED = (
    "code",
    "position",
    "axis",
    "name",
    "kind",
    "paper",
    "level",
    "number",
    "measure",
    "bound",
    "names",
    "fields",
    "addressees",
    "clause",
    "next_step",
    "certainty",
)


@transaction.atomic
def adopt(actor, *, unit_id: int, code: str) -> StandardSet:
    """A shipped set as the first draft of a commune or province."""
    unit = get_unit(actor, unit_id)
    require(actor, EDIT, unit.path)
    shipped = shipped_sets().get(code)
    if shipped is None:
        raise NotVisible
    _is_free(unit, code).or_refuse()
    made = _begin(actor, unit=unit, code=code, **shipped.head)
    rows = [
        Requirement(set=made, position=at, **row) for at, row in enumerate(shipped.requirements, 1)
    ]
    Requirement.objects.bulk_create(rows)
    record(
        actor,
        "standards_adopted",
        subject=made,
        unit_path=made.place,
        code=code,
        requirements=len(rows),
    )
    return made


@transaction.atomic
def revise(actor, *, set_id: int) -> StandardSet:
    """The next version, drawn from the one in force; that stays in force until the new one is
    issued.
    """
    old = get_set(actor, set_id)
    require(actor, EDIT, old.place)
    may_revise(old.state).or_refuse()
    if StandardSet.objects.filter(unit=old.unit, code=old.code, state=SetState.DRAFT).exists():
        Decision.no(
            Reason("standards.drafted", "Đã có dự thảo lần mới của bộ này; sửa tiếp dự thảo đó.")
        ).or_refuse()
    head = {name: getattr(old, name) for name in (*HEAD, "axes", "certainty")}
    made = _begin(
        actor, unit=old.unit, code=old.code, version=old.version + 1, previous=old, **head
    )
    rows = [
        Requirement(set=made, **{name: getattr(row, name) for name in COPIED})
        for row in old.requirements.standing()
    ]
    Requirement.objects.bulk_create(rows)
    record(
        actor,
        "standards_revised",
        subject=made,
        unit_path=made.place,
        previous=old.pk,
        version=made.version,
    )
    return made


@transaction.atomic
def change_set(actor, *, set_id: int, **fields) -> StandardSet:
    draft = lock_draft(actor, set_id)
    changed = {name: _written(name, value) for name, value in fields.items() if name in HEAD}
    for name, value in changed.items():
        setattr(draft, name, value)
    touch(draft)
    record(actor, "standards_changed", subject=draft, unit_path=draft.place, fields=sorted(changed))
    return draft


def _written(name: str, value):
    if not isinstance(value, str):
        return value
    return nfc(value) if name == "note" else tidy(nfc(value))


@transaction.atomic
def add_requirement(actor, *, set_id: int, **fields) -> Requirement:
    draft = lock_draft(actor, set_id)
    may_add(draft.requirements.count()).or_refuse()
    last = draft.requirements.order_by("-position").first()
    number = draft.requirements.count() + 1
    row = Requirement(
        set=draft,
        code=f"y{number}-{draft.version}",
        position=(last.position if last else 0) + 1,
        certainty="LOCAL",
    )
    _fill(row, fields)
    record(
        actor, "requirement_added", subject=row, unit_path=draft.place, set=draft.pk, name=row.name
    )
    return row


@transaction.atomic
def change_requirement(actor, *, requirement_id: int, **fields) -> Requirement:
    row = get_requirement(actor, requirement_id)
    row.set = lock_draft(actor, row.set_id)
    _fill(row, {**fields, "certainty": "LOCAL"})
    record(
        actor,
        "requirement_changed",
        subject=row,
        unit_path=row.set.place,
        set=row.set_id,
        name=row.name,
    )
    return row


@transaction.atomic
def drop_requirement(actor, *, requirement_id: int) -> Requirement:
    """The draft no longer asks it; the row stays for the history."""
    row = get_requirement(actor, requirement_id)
    row.set = lock_draft(actor, row.set_id)
    row.is_dropped = True
    row.save(update_fields=["is_dropped"])
    touch(row.set)
    record(
        actor,
        "requirement_dropped",
        subject=row,
        unit_path=row.set.place,
        set=row.set_id,
        name=row.name,
    )
    return row


def lock_draft(actor, set_id: int) -> StandardSet:
    """A draft the actor may change, kept from changing until the transaction ends."""
    found = get_set(actor, set_id)
    require(actor, EDIT, found.place)
    draft = (
        StandardSet.objects.select_for_update(of=("self",)).select_related("unit").get(pk=found.pk)
    )
    may_edit(draft.state).or_refuse()
    return draft


def touch(draft: StandardSet) -> None:
    """A preview of before this moment no longer tells who falls short."""
    draft.edited_at = now()
    draft.save()


def _begin(actor, **fields) -> StandardSet:
    return StandardSet.objects.create(edited_at=now(), created_by_id=actor.account_id, **fields)


def _is_free(unit, code: str) -> Decision:
    if StandardSet.objects.filter(unit=unit, code=code).exists():
        return Decision.no(
            Reason(
                "standards.taken",
                f"{unit.name} đã có bộ tiêu chuẩn này; soạn lần mới từ bộ đang áp dụng.",
            )
        )
    return Decision.yes()


def _fill(row: Requirement, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        setattr(row, name, nfc(value) if isinstance(value, str) else value)
    _by_code(row)
    _is_whole(row).or_refuse()
    try:
        row.full_clean(exclude=["set", "number", "names", "fields", "addressees"])
    except ValidationError as error:
        Decision.no(
            *(Reason("requirement.field", message) for message in error.messages)
        ).or_refuse()
    row.save()
    touch(row.set)


def _by_code(row: Requirement) -> None:
    """People write names of languages and competencies; the rule knows their codes."""
    find = (
        find_competency
        if row.kind == RequirementKind.COMPETENCY
        else code_list("language").find
        if row.paper == "language"
        else None
    )
    if find is None or row.kind not in (RequirementKind.COMPETENCY, RequirementKind.LEVEL):
        return
    unknown = [name for name in row.names if find(name) is None]
    if unknown:
        Decision.no(
            Reason("requirement.name", f"Danh mục không có “{', '.join(unknown)}”.")
        ).or_refuse()
    row.names = [find(name).code for name in row.names]


def _is_whole(row: Requirement) -> Decision:
    """What its kind cannot do without."""
    if unknown := set(row.addressees) - set(ADDRESSEES):
        raise TypeError(f"no such addressees: {sorted(unknown)}")
    if row.axis not in {code for code, _ in row.set.axes}:
        return _lacks("Chọn một trục của bộ tiêu chuẩn.")
    if row.kind == RequirementKind.LEVEL and (
        row.paper not in RANKED or row.level not in list_of(row.paper)
    ):
        return _lacks(
            "Chọn loại văn bằng, chứng chỉ và trình độ thấp nhất có trong danh mục của loại đó."
        )
    if row.kind == RequirementKind.CERTIFICATE and not row.paper:
        return _lacks("Chọn loại chứng chỉ.")
    if (
        row.kind in (RequirementKind.SOFTWARE, RequirementKind.SKILL, RequirementKind.COMPETENCY)
        and not row.names
    ):
        return _lacks("Ghi tên phần mềm, kỹ năng hoặc năng lực.")
    if row.kind == RequirementKind.YEARS and not (row.measure and row.number):
        return _lacks("Ghi số năm và tính năm của thời gian nào.")
    if row.kind == RequirementKind.AGE and not row.number:
        return _lacks("Ghi số tuổi.")
    return Decision.yes()


def _lacks(message: str) -> Decision:
    return Decision.no(Reason("requirement.incomplete", message))
