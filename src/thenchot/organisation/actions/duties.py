"""What can be done to a function of a commune, and to who holds it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation import queries
from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.forms import duties as forms
from thenchot.organisation.forms.titles import LastDayForm
from thenchot.organisation.queries.duties import get_duty, get_holder, home_to_give
from thenchot.organisation.services import duties as services
from thenchot.platform.scope.actor import over
from thenchot.platform.ui.actions import Action, Actions


def may_change(actor, duty):
    role = over(KEEP_POSTS)(actor, duty)
    return duty.valid_to is None if role else role


def may_give(actor, duty):
    """A province gives to its communes; a commune gives inside."""
    if home_to_give(actor, duty) is None:
        return actor.may(KEEP_POSTS, duty.unit.path)
    return duty.valid_to is None


def may_take(actor, holder):
    role = over(KEEP_POSTS)(actor, holder)
    return holder.valid_to is None if role else role


def page_of(duty) -> str:
    return reverse("duty_detail", args=[duty.pk])


def _said(duty) -> dict:
    return {name: getattr(duty, name) for name in forms.DutyForm.base_fields}


OF_HOME = Actions(
    code="duty",
    get=queries.get_unit,
    back=lambda home: reverse("duty_list"),
    above=lambda home: _("Chức năng, nhiệm vụ"),
    actions=(
        Action(
            name="new",
            address="duties/new/",
            title=_("Thêm chức năng, nhiệm vụ"),
            submit=_("Ghi"),
            form=forms.DutyForm,
            initial=lambda actor, home: {"valid_from": home.valid_from},
            may=over(KEEP_POSTS, "path"),
            run=lambda actor, home, data: services.put_duty(actor, unit_id=home.pk, **data),
            done=_("Đã thêm chức năng, nhiệm vụ."),
            to=lambda home, duty: page_of(duty),
            tone="go",
        ),
    ),
)
DUTY = Actions(
    code="duty",
    get=get_duty,
    back=page_of,
    above=lambda duty: duty.name,
    actions=(
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda duty: _("Sửa chức năng, nhiệm vụ"),
            submit=_("Ghi"),
            form=forms.DutyForm,
            initial=lambda actor, duty: _said(duty),
            may=may_change,
            run=lambda actor, duty, data: services.put_duty(
                actor, unit_id=duty.unit_id, duty_id=duty.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="end",
            title=_("Kết thúc"),
            heading=lambda duty: _("Kết thúc chức năng, nhiệm vụ"),
            submit=_("Ghi"),
            form=LastDayForm,
            may=may_change,
            run=lambda actor, duty, data: services.end_duty(actor, duty_id=duty.pk, **data),
            done=_("Chức năng, nhiệm vụ đã kết thúc."),
        ),
        Action(
            name="give",
            title=_("Giao cho đơn vị"),
            submit=_("Ghi"),
            form=forms.GiveForm,
            takes=("actor", "duty"),
            may=may_give,
            run=lambda actor, duty, data: services.give_duty(actor, duty_id=duty.pk, **data),
            done=_("Đã giao cho đơn vị."),
            tone="go",
        ),
    ),
)
HOLDER = Actions(
    code="holder",
    get=get_holder,
    back=lambda holder: page_of(holder.duty),
    above=lambda holder: holder.duty.name,
    actions=(
        Action(
            name="end",
            title=_("Thôi giao"),
            heading=lambda holder: f"{_('Thôi giao')}: {holder.unit}",
            submit=_("Ghi"),
            form=LastDayForm,
            may=may_take,
            run=lambda actor, holder, data: services.take_duty(actor, holder_id=holder.pk, **data),
            done=_("Đơn vị thôi giữ chức năng, nhiệm vụ."),
        ),
    ),
)
