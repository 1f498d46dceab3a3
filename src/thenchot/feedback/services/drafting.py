"""Sets of criteria: adopted from those that ship, changed as drafts, issued, replaced by the next
version.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from thenchot.feedback.access import EDIT_CRITERIA, ISSUE_CRITERIA
from thenchot.feedback.enums import CriteriaState, Side
from thenchot.feedback.models import CriteriaSet, Criterion
from thenchot.feedback.queries.criteria import get_criterion, get_set
from thenchot.feedback.rules.criteria import judge, may_edit, may_issue
from thenchot.feedback.shipped import shipped_criteria
from thenchot.kernel.decision import Decision, Reason, refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import get_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import NotVisible, require

COPIED = (
    "code",
    "position",
    "group",
    "name",
    "weight",
    "most",
    "is_main",
    "sides",
    "clause",
    "certainty",
)
HEAD = ("name", "use", "clause", "groups", "kinds", "titles", "sides", "note", "certainty")
CHANGED = ("name", "use", "kinds", "titles", "sides", "note")


@transaction.atomic
def adopt_criteria(actor, *, unit_id: int, code: str) -> CriteriaSet:
    """A shipped set as the first draft of a unit."""
    unit = get_unit(actor, unit_id)
    require(actor, EDIT_CRITERIA, unit.path)
    shipped = shipped_criteria().get(code)
    if shipped is None:
        raise NotVisible(code)
    if CriteriaSet.objects.filter(unit=unit, code=code).exists():
        refuse(
            "criteria.taken", f"{unit.name} đã có bộ tiêu chí này; soạn lần mới từ bộ đang áp dụng."
        )
    made = CriteriaSet.objects.create(
        unit=unit, code=code, created_by_id=actor.account_id, **shipped.head
    )
    Criterion.objects.bulk_create(
        Criterion(set=made, position=at, **row) for at, row in enumerate(shipped.criteria, 1)
    )
    record(
        actor,
        "criteria_adopted",
        subject=made,
        unit_path=unit.path,
        code=code,
        criteria=len(shipped.criteria),
    )
    return made


@transaction.atomic
def revise_criteria(actor, *, set_id: int) -> CriteriaSet:
    """The next version, drawn from the one in force; that stays in force until the new one is
    issued.
    """
    old = get_set(actor, set_id)
    require(actor, EDIT_CRITERIA, old.unit.path)
    if old.state != CriteriaState.ISSUED:
        refuse("criteria.revise", "Chỉ soạn lần mới từ bộ đang áp dụng.")
    if CriteriaSet.objects.filter(unit=old.unit, code=old.code, state=CriteriaState.DRAFT).exists():
        refuse("criteria.drafted", "Đã có dự thảo lần mới của bộ này; sửa tiếp dự thảo đó.")
    head = {name: getattr(old, name) for name in HEAD}
    versions = {"code": old.code, "version": old.version + 1, "previous": old}
    made = CriteriaSet.objects.create(
        unit=old.unit, created_by_id=actor.account_id, **versions, **head
    )
    Criterion.objects.bulk_create(
        Criterion(set=made, **{name: getattr(row, name) for name in COPIED}) for row in old.lines
    )
    record(
        actor,
        "criteria_revised",
        subject=made,
        unit_path=made.unit.path,
        previous=old.pk,
        version=made.version,
    )
    return made


@transaction.atomic
def change_criteria(actor, *, set_id: int, **fields: Any) -> CriteriaSet:
    """Name, use, for whom, weights of the sides by capacity."""
    draft = _lock_draft(actor, set_id)
    changed = {
        name: tidy(nfc(value)) if isinstance(value, str) else value
        for name, value in fields.items()
        if name in CHANGED
    }
    for name, value in changed.items():
        setattr(draft, name, value)
    draft.save()
    record(
        actor, "criteria_changed", subject=draft, unit_path=draft.unit.path, fields=sorted(changed)
    )
    return draft


@transaction.atomic
def put_criterion(
    actor, *, set_id: int, criterion_id: int | None = None, **fields: Any
) -> Criterion:
    """A new criterion of a draft, or another wording and weight of one."""
    draft = _lock_draft(actor, set_id)
    row = get_criterion(actor, criterion_id) if criterion_id else _next(draft)
    if row.set_id != draft.pk:
        raise NotVisible
    _fill(row, draft, {**fields, "certainty": "LOCAL"})
    record(
        actor, "criterion_put", subject=row, unit_path=draft.unit.path, set=draft.pk, code=row.code
    )
    return row


@transaction.atomic
def drop_criterion(actor, *, criterion_id: int) -> Criterion:
    """The draft no longer asks it; the row stays for the history."""
    row = get_criterion(actor, criterion_id)
    draft = _lock_draft(actor, row.set_id)
    row.is_dropped = True
    row.save(update_fields=["is_dropped"])
    record(
        actor,
        "criterion_dropped",
        subject=row,
        unit_path=draft.unit.path,
        set=draft.pk,
        code=row.code,
    )
    return row


@transaction.atomic
def issue_criteria(actor, *, set_id: int, basis: str, valid_from: date) -> CriteriaSet:
    """The version before it ends the day before; rounds it was used in keep it."""
    draft = _lock_draft(actor, set_id, ISSUE_CRITERIA)
    basis = tidy(nfc(basis))
    may_issue(state=draft.state, basis=basis, is_whole=wholeness(draft)).or_refuse()
    old = (
        CriteriaSet.objects.select_for_update(of=("self",))
        .filter(unit=draft.unit, code=draft.code, state=CriteriaState.ISSUED)
        .first()
    )
    if old:
        if valid_from <= old.valid_from:
            refuse(
                "criteria.days",
                f"Lần mới phải áp dụng sau ngày {old.valid_from:%d/%m/%Y} của lần trước.",
            )
        old.state, old.valid_to = CriteriaState.REPLACED, valid_from - timedelta(days=1)
        old.save(update_fields=["state", "valid_to"])
    draft.state, draft.basis, draft.valid_from = CriteriaState.ISSUED, basis, valid_from
    draft.issued_by_id, draft.issued_at = actor.account_id, now()
    draft.save()
    record(
        actor,
        "criteria_issued",
        subject=draft,
        unit_path=draft.unit.path,
        basis=basis,
        valid_from=valid_from,
        replaces=old and old.pk,
    )
    return draft


def wholeness(found: CriteriaSet) -> Decision:
    """What still stands between the draft and its issue."""
    rows = list(Criterion.objects.filter(set=found, is_dropped=False))
    return judge(
        [row.measure for row in rows],
        [row.code for row in rows if row.is_main],
        found.sides,
        found.kinds,
    )


def _lock_draft(actor, set_id: int, permission: str = EDIT_CRITERIA) -> CriteriaSet:
    found = get_set(actor, set_id)
    require(actor, permission, found.unit.path)
    draft = (
        CriteriaSet.objects.select_for_update(of=("self",)).select_related("unit").get(pk=found.pk)
    )
    may_edit(draft.state).or_refuse()
    return draft


def _next(draft: CriteriaSet) -> Criterion:
    last = draft.criteria.order_by("-position").first()
    position = (last.position if last else 0) + 1
    return Criterion(
        set=draft, position=position, code=f"c{position}-{draft.version}", most=Decimal(10)
    )


def _fill(row: Criterion, draft: CriteriaSet, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        setattr(row, name, tidy(nfc(value)) if isinstance(value, str) else value)
    if row.group not in {code for code, _ in draft.groups}:
        refuse("criteria.group", "Chọn một nhóm của bộ tiêu chí.")
    if set(row.sides) - set(Side):
        refuse("criteria.side", "Chọn các chiều có trong danh sách.")
    try:
        row.full_clean(exclude=["set", "sides"])
    except ValidationError as error:
        Decision.no(*(Reason("criterion.field", message) for message in error.messages)).or_refuse()
    row.save()
