from datetime import date

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import now
from thenchot.platform.policies import queries
from thenchot.platform.policies.access import CONFIRM, ENTER
from thenchot.platform.policies.models import LocalValue
from thenchot.platform.scope.actor import require
from thenchot.policy.kinds import BadValue
from thenchot.policy.parameters import spec_of


@transaction.atomic
def enter_value(
    actor, *, path: str, key: str, value, basis: str, valid_from: date, valid_to: date | None = None
) -> LocalValue:
    """A local value, checked like a shipped one. It does not count before a second person confirms
    it.
    """
    require(actor, ENTER, path)
    _refuse_bad(key, value, basis, valid_from, valid_to).or_refuse()
    entered = LocalValue.objects.create(
        path=path,
        key=key,
        value=value,
        basis=basis.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
        entered_by_id=actor.account_id,
    )
    record(
        actor,
        "policy_entered",
        subject=entered,
        unit_path=path,
        key=key,
        value=value,
        basis=entered.basis,
    )
    return entered


def _refuse_bad(key, value, basis, valid_from, valid_to):
    try:
        spec_of(key).kind.check(value)
    except KeyError:
        return Decision.no(Reason("policy.key", f"Hệ thống không có chính sách “{key}”."))
    except BadValue as error:
        return Decision.no(Reason("policy.value", str(error)))
    if not basis.strip():
        return Decision.no(Reason("policy.basis", "Phải ghi văn bản làm căn cứ."))
    if valid_to is not None and valid_to < valid_from:
        return Decision.no(Reason("policy.days", "Ngày kết thúc trước ngày bắt đầu."))
    return Decision.yes()


@transaction.atomic
def confirm_value(actor, *, value_id: int) -> LocalValue:
    """The second person. From then on the value is in force on its days."""
    value = _lock(actor, value_id)
    require(actor, CONFIRM, value.path)
    _refuse_confirming(actor, value).or_refuse()
    value.confirmed_by_id, value.confirmed_at = actor.account_id, now()
    value.save(update_fields=["confirmed_by", "confirmed_at"])
    record(
        actor,
        "policy_confirmed",
        subject=value,
        unit_path=value.path,
        key=value.key,
        value=value.value,
    )
    return value


def _refuse_confirming(actor, value):
    if value.entered_by_id == actor.account_id:
        return Decision.no(
            Reason("policy.second_person", "Người nhập không tự xác nhận; cần người thứ hai.")
        )
    if value.confirmed_at or value.withdrawn_at:
        return Decision.no(Reason("policy.over", "Giá trị này đã được xác nhận hoặc rút lại."))
    return Decision.yes()


@transaction.atomic
def withdraw_value(actor, *, value_id: int) -> LocalValue:
    """Take back a value entered by mistake, confirmed or not; the history keeps it. A value that
    was right and ends is ended by its last day instead.
    """
    value = _lock(actor, value_id)
    require(actor, CONFIRM if value.confirmed_at else ENTER, value.path)
    if value.withdrawn_at:
        Decision.no(Reason("policy.over", "Giá trị này đã rút lại.")).or_refuse()
    value.withdrawn_by_id, value.withdrawn_at = actor.account_id, now()
    value.save(update_fields=["withdrawn_by", "withdrawn_at"])
    record(
        actor,
        "policy_withdrawn",
        subject=value,
        unit_path=value.path,
        key=value.key,
        value=value.value,
    )
    return value


def _lock(actor, value_id):
    value = queries.get_value(actor, value_id)
    return LocalValue.objects.select_for_update().get(pk=value.pk)
