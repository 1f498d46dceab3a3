"""What can be done to a unit."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.organisation import queries, services
from thenchot.organisation.access import EDIT, REMEMBER
from thenchot.organisation.forms import tree as forms
from thenchot.platform.clock import today
from thenchot.platform.ui.actions import Action, Actions

EDITED = ("name", "short_name", "bloc", "code", "position")


def may_edit(actor, unit):
    """A unit that is no more is only looked up."""
    role = actor.may(EDIT, unit.path)
    return unit.valid_to is None if role else role


def may_name(actor, unit):
    """How documents call bodies is kept by their commune or province."""
    role = actor.may(REMEMBER, unit.path)
    return queries.is_home(unit) if role else role


def page_of(unit) -> str:
    return reverse("unit_detail", args=[unit.pk])


def _move(actor, unit, data):
    return services.move_unit(actor, unit_id=unit.pk, parent_id=data["parent"].pk, on=data["on"])


def _dissolve(actor, unit, data):
    heir = data["successor"]
    return services.dissolve_unit(
        actor, unit_id=unit.pk, successor_id=heir and heir.pk, on=data["on"]
    )


def _name(actor, home, data):
    chosen = [unit.pk for unit in data["units"]]
    return services.remember_alias(actor, home_id=home.pk, text=data["text"], unit_ids=chosen)


UNIT = Actions(
    code="unit",
    get=queries.get_unit,
    back=page_of,
    above=lambda unit: unit.name,
    actions=(
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda unit: _("Sửa đơn vị"),
            submit=_("Ghi"),
            form=forms.EditUnitForm,
            initial=lambda actor, unit: (
                {name: getattr(unit, name) for name in EDITED} | {"on": today()}
            ),
            may=may_edit,
            run=lambda actor, unit, data: services.change_unit(actor, unit_id=unit.pk, **data),
            done=_("Đã ghi thay đổi."),
        ),
        Action(
            name="move",
            title=_("Chuyển"),
            heading=lambda unit: _("Chuyển đơn vị"),
            form=forms.MoveUnitForm,
            takes=("actor", "unit"),
            may=may_edit,
            run=_move,
            done=_("Đã chuyển đơn vị; quyền của các tài khoản đi theo đơn vị."),
        ),
        Action(
            name="join",
            title=_("Hợp nhất"),
            heading=lambda unit: _("Hợp nhất đơn vị"),
            form=forms.JoinForm,
            takes=("actor", "unit"),
            initial=lambda actor, unit: {"into": "this"},
            may=may_edit,
            run=lambda actor, unit, data: services.merge_units(actor, **data),
            done=_("Đã hợp nhất; mở từng đơn vị cũ để xử lý người và việc còn lại."),
            to=lambda unit, heir: page_of(heir),
        ),
        Action(
            name="divide",
            title=_("Chia tách"),
            heading=lambda unit: _("Chia tách đơn vị"),
            form=forms.DivideForm,
            takes=("actor", "unit"),
            may=may_edit,
            run=lambda actor, unit, data: services.split_unit(actor, unit_id=unit.pk, **data),
            done=_("Đã chia tách; xử lý người và việc còn lại ở dưới đây."),
            to=lambda unit, heirs: reverse("unit_followup", args=[unit.pk]),
        ),
        Action(
            name="dissolve",
            title=_("Giải thể"),
            heading=lambda unit: _("Giải thể, sáp nhập"),
            submit=_("Kết thúc đơn vị"),
            form=forms.DissolveUnitForm,
            takes=("actor", "unit"),
            may=may_edit,
            run=_dissolve,
            done=_("Đơn vị kết thúc hoạt động; hồ sơ vẫn tra cứu được."),
        ),
        Action(
            name="new",
            title=_("Thêm đơn vị trực thuộc"),
            submit=_("Thêm đơn vị"),
            form=forms.NewUnitForm,
            takes=("parent",),
            initial=lambda actor, parent: {"valid_from": today()},
            may=may_edit,
            run=lambda actor, parent, data: services.create_unit(
                actor, parent_id=parent.pk, **data
            ),
            done=_("Đã thêm đơn vị."),
            to=lambda parent, unit: page_of(unit),
            tone="go",
        ),
        Action(
            name="alias",
            title=_("Thêm tên gọi"),
            heading=lambda home: _("Thêm tên gọi trong văn bản"),
            submit=_("Nhớ tên gọi"),
            form=forms.AliasForm,
            takes=("home",),
            may=may_name,
            run=_name,
            done=_("Đã nhớ tên gọi."),
            is_offered=False,
        ),
    ),
)
