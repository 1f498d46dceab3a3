"""What can be done to a value of a locality."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.policies import queries, services
from thenchot.platform.policies.access import CONFIRM, ENTER
from thenchot.platform.policies.forms import ValueForm
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions


def may_confirm(actor, value):
    """Another person than the one who entered it."""
    role = actor.may(CONFIRM, value.path)
    return role if not role else value.entered_by_id != actor.account_id


def may_withdraw(actor, value):
    """Whoever entered it, before it is confirmed; afterwards whoever confirms values here."""
    if value.confirmed_at:
        return actor.may(CONFIRM, value.path)
    role = actor.may(ENTER, value.path)
    return role if not role else value.entered_by_id == actor.account_id


POLICY = Actions(
    code="policy",
    get=queries.get_value,
    back=lambda value: reverse("policy_list"),
    above=lambda value: _("Chính sách đang áp dụng"),
    actions=(
        Action(
            name="enter",
            title=_("Nhập giá trị của địa phương"),
            submit=_("Ghi, chờ xác nhận"),
            note=_("Giá trị chỉ có hiệu lực sau khi người thứ hai xác nhận."),
            form=ValueForm,
            takes=("actor",),
            initial=lambda actor, _none: {"valid_from": today()},
            may=somewhere(ENTER),
            run=lambda actor, _none, data: services.enter_value(actor, **data),
            done=_("Đã ghi; chờ người thứ hai xác nhận."),
            on_thing=False,
        ),
        Action(
            name="confirm",
            title=_("Xác nhận"),
            may=may_confirm,
            run=lambda actor, value, data: services.confirm_value(actor, value_id=value.pk),
            done=_("Đã ghi."),
            tone="go",
        ),
        Action(
            name="withdraw",
            title=_("Rút lại"),
            may=may_withdraw,
            run=lambda actor, value, data: services.withdraw_value(actor, value_id=value.pk),
            done=_("Đã ghi."),
        ),
    ),
)
