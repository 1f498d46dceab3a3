"""What can be done to a congress."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.cells.access import EDIT, RECORD
from thenchot.cells.enums import CongressState
from thenchot.cells.forms import congresses as forms
from thenchot.cells.queries.congresses import get_congress
from thenchot.cells.services import congresses as services
from thenchot.platform.ui.actions import Action, Actions

CONGRESSES = _("Nhân sự đại hội")


def _preparing(permission: str):
    def may(actor, congress):
        is_open = congress.state == CongressState.PREPARING
        return actor.may(permission, congress.unit.path) if is_open else False

    return may


def _on(do):
    return lambda actor, congress, data: do(actor, congress_id=congress.pk, **data)


CONGRESS = Actions(
    code="congress",
    get=get_congress,
    back=lambda congress: reverse("congress", args=[congress.pk]),
    above=lambda congress: congress,
    actions=(
        Action(
            name="nominate",
            title=_("+ Giới thiệu"),
            submit=_("Giới thiệu"),
            form=forms.NominateForm,
            takes=("congress",),
            may=_preparing(RECORD),
            run=_on(services.nominate),
            done=_("Đã đưa vào danh sách."),
            tone="go",
        ),
        Action(
            name="hold",
            title=_("Ghi kết quả bầu"),
            submit=_("Ghi"),
            form=forms.HoldForm,
            takes=("congress",),
            may=_preparing(EDIT),
            run=_on(services.hold),
            done=_("Đã ghi kết quả; chức vụ mới ghi sau khi cấp trên chuẩn y."),
        ),
    ),
)
