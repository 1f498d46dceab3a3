"""Policies: taken over from what ships, drafted by a place, put in force, reviewed, replaced by a
new version.
"""

from datetime import date
from typing import Any

from django.db import transaction

from thenchot.benefits.access import EDIT
from thenchot.benefits.enums import PolicyState
from thenchot.benefits.models import Policy, PolicyCondition, PolicyLine
from thenchot.benefits.queries.policies import (
    get_condition,
    get_line,
    get_policy,
    standing,
    values_in_force,
)
from thenchot.benefits.rules.resolving import names_in
from thenchot.benefits.shipped import shipped_policies
from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import lock_unit
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require

TEXTS = ("name", "basis_number", "article", "note")
FIELDS = (
    "name",
    "group",
    "area",
    "level",
    "basis_number",
    "basis_on",
    "article",
    "opens_on",
    "closes_on",
    "note",
)


@transaction.atomic
def adopt_policies(actor, *, unit_id: int) -> int:
    """Take over the policies that ship, in force at once; what is there by its code stays as it is.
    How many were added.
    """
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    known = set(Policy.objects.filter(unit=home).values_list("code", flat=True))
    fresh = [one for one in shipped_policies() if one["code"] not in known]
    for one in fresh:
        fields = {name: value for name, value in one.items() if name not in PARTS}
        made = Policy.objects.create(
            unit=home, state=PolicyState.IN_FORCE, created_by_id=actor.account_id, **fields
        )
        _write_parts(made, one["conditions"], one["lines"])
    if fresh:
        count = len(fresh)
        record(actor, "benefit_policies_adopted", subject=home, unit_path=home.path, count=count)
    return len(fresh)


PARTS = ("conditions", "lines")


def _write_parts(policy: Policy, conditions, lines) -> None:
    PolicyCondition.objects.bulk_create(PolicyCondition(policy=policy, **one) for one in conditions)
    PolicyLine.objects.bulk_create(PolicyLine(policy=policy, **one) for one in lines)


@transaction.atomic
def draft_policy(actor, *, unit_id: int, code: str, **values: Any) -> Policy:
    """A policy of the place's own; its conditions and lines follow (S3-069)."""
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    code = tidy(nfc(code))
    if Policy.objects.filter(unit=home, code__iexact=code).exists():
        refuse("benefits.code", f"Mã “{code}” đã có; mở chính sách đó, hoặc chọn mã khác.")
    made = Policy.objects.create(
        unit=home, code=code, created_by_id=actor.account_id, **_clean(values)
    )
    record(actor, "benefit_policy_drafted", **of_policy(made))
    return made


def _clean(values: dict[str, Any]) -> dict[str, Any]:
    opens, closes = values.get("opens_on"), values.get("closes_on")
    if opens and closes and closes < opens:
        refuse("benefits.days", "Ngày thôi nhận hồ sơ không trước ngày bắt đầu nhận.")
    return {name: tidy(nfc(value)) if name in TEXTS else value for name, value in values.items()}


@transaction.atomic
def change_policy(actor, *, policy_id: int, **values: Any) -> Policy:
    policy = _draft(actor, policy_id)
    for name, value in _clean(values).items():
        setattr(policy, name, value)
    policy.save(update_fields=list(values))
    record(actor, "benefit_policy_changed", **of_policy(policy))
    return policy


@transaction.atomic
def new_version(actor, *, policy_id: int) -> Policy:
    """A draft with the same conditions and lines; the version in force stays until then."""
    former = _lock(actor, policy_id)
    if former.state != PolicyState.IN_FORCE:
        refuse("benefits.version", "Chỉ soạn phiên bản mới từ chính sách đang áp dụng.")
    if Policy.objects.filter(unit=former.unit, code=former.code, state=PolicyState.DRAFT).exists():
        refuse("benefits.draft", "Đã có phiên bản đang soạn; mở phiên bản đó để sửa tiếp.")
    fields = {name: getattr(former, name) for name in (*FIELDS, "code", "is_partial", "certainty")}
    made = Policy.objects.create(
        unit=former.unit,
        version=former.version + 1,
        created_by_id=actor.account_id,
        **fields,
    )
    conditions = standing(PolicyCondition).filter(policy=former)
    lines = standing(PolicyLine).filter(policy=former)
    _write_parts(
        made, conditions.values("ask", "params"), lines.values("formula", "name", "params")
    )
    record(actor, "benefit_policy_drafted", **of_policy(made))
    return made


@transaction.atomic
def add_condition(actor, *, policy_id: int, ask: str, params: dict[str, Any]) -> PolicyCondition:
    policy = _draft(actor, policy_id)
    if standing(PolicyCondition).filter(policy=policy, ask=ask).exists():
        refuse("benefits.condition", "Chính sách đã có điều kiện này; bỏ nó rồi thêm lại.")
    made = PolicyCondition.objects.create(policy=policy, ask=ask, params=params)
    _localise(policy)
    record(actor, "benefit_policy_changed", **of_policy(policy))
    return made


@transaction.atomic
def add_line(
    actor, *, policy_id: int, formula: str, name: str, params: dict[str, Any]
) -> PolicyLine:
    policy = _draft(actor, policy_id)
    made = PolicyLine.objects.create(
        policy=policy, formula=formula, name=tidy(nfc(name)), params=params
    )
    _localise(policy)
    record(actor, "benefit_policy_changed", **of_policy(policy))
    return made


@transaction.atomic
def drop_condition(actor, *, condition_id: int) -> None:
    _drop(actor, get_condition(actor, condition_id))


@transaction.atomic
def drop_line(actor, *, line_id: int) -> None:
    _drop(actor, get_line(actor, line_id))


def _drop(actor, part) -> None:
    policy = _draft(actor, part.policy_id)
    part.is_dropped = True
    part.save(update_fields=["is_dropped"])
    _localise(policy)
    record(actor, "benefit_policy_changed", **of_policy(policy))


def _localise(policy: Policy) -> None:
    """Once a place wrote a part of it, the text is the place's own."""
    policy.certainty, policy.is_partial = "LOCAL", False
    policy.save(update_fields=["certainty", "is_partial"])


@transaction.atomic
def put_in_force(actor, *, policy_id: int) -> Policy:
    """The version before is replaced; its cases keep it."""
    policy = _draft(actor, policy_id)
    if not standing(PolicyCondition).filter(policy=policy).exists():
        refuse("benefits.nobody", "Chưa có điều kiện nào: chính sách phải nói ai được hưởng.")
    lines = list(standing(PolicyLine).filter(policy=policy))
    if not lines and not policy.is_partial:
        refuse("benefits.no_line", "Chưa có dòng tính nào: chính sách phải nói mức hưởng.")
    _know_values(policy, lines)
    same = Policy.objects.filter(unit=policy.unit, code=policy.code, state=PolicyState.IN_FORCE)
    same.update(state=PolicyState.REPLACED)
    policy.state = PolicyState.IN_FORCE
    policy.save(update_fields=["state"])
    record(actor, "benefit_policy_in_force", **of_policy(policy))
    return policy


def _know_values(policy: Policy, lines: list[PolicyLine]) -> None:
    known = values_in_force(policy.unit.path, today())
    unknown = set().union(*(names_in(line.params) for line in lines)) - set(known)
    if unknown:
        refuse("benefits.value", f"Chính sách dùng giá trị không có: {', '.join(sorted(unknown))}.")


@transaction.atomic
def keep_window(
    actor, *, policy_id: int, opens_on: date | None, closes_on: date | None, basis: str
) -> Policy:
    """Other days for new cases, by a document."""
    policy = _in_force(actor, policy_id)
    _clean({"opens_on": opens_on, "closes_on": closes_on})
    policy.opens_on, policy.closes_on = opens_on, closes_on
    policy.window_basis = tidy(nfc(basis))
    policy.save(update_fields=["opens_on", "closes_on", "window_basis"])
    record(actor, "benefit_window_kept", **of_policy(policy), basis=policy.window_basis)
    return policy


@transaction.atomic
def note_review(actor, *, policy_id: int, review: str, replaced_basis: str = "") -> Policy:
    """What a review came to; a basis that was replaced is told until a new version is in force
    (S3-056).
    """
    policy = _in_force(actor, policy_id)
    policy.reviewed_on, policy.review = today(), nfc(review).strip()
    policy.replaced_basis = tidy(nfc(replaced_basis))
    policy.save(update_fields=["reviewed_on", "review", "replaced_basis"])
    record(actor, "benefit_policy_reviewed", **of_policy(policy))
    return policy


@transaction.atomic
def end_policy(actor, *, policy_id: int) -> Policy:
    """No new case; those under way go on."""
    policy = _in_force(actor, policy_id)
    policy.state = PolicyState.ENDED
    policy.save(update_fields=["state"])
    record(actor, "benefit_policy_ended", **of_policy(policy))
    return policy


def _lock(actor, policy_id: int) -> Policy:
    policy = get_policy(actor, policy_id)
    require(actor, EDIT, policy.unit.path)
    return Policy.objects.select_for_update(of=("self",)).select_related("unit").get(pk=policy.pk)


def _draft(actor, policy_id: int) -> Policy:
    policy = _lock(actor, policy_id)
    if policy.state != PolicyState.DRAFT:
        refuse(
            "benefits.draft",
            "Chính sách đã áp dụng thì không sửa: soạn phiên bản mới rồi áp dụng.",
        )
    return policy


def _in_force(actor, policy_id: int) -> Policy:
    policy = _lock(actor, policy_id)
    if policy.state != PolicyState.IN_FORCE:
        refuse("benefits.in_force", "Chính sách này không đang áp dụng.")
    return policy


def of_policy(policy: Policy) -> dict[str, Any]:
    return {"subject": policy, "unit_path": policy.unit.path, "called": policy.name}
