"""What can be done to a record of learning alone."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.decision import Decision
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.training.access import LEARN, VERIFY
from thenchot.training.enums import SelfStudyState
from thenchot.training.forms import self_study as forms
from thenchot.training.forms.classes import ReasonForm
from thenchot.training.queries.self_study import get_self_study
from thenchot.training.rules import learning as rules
from thenchot.training.services import self_study as services


def _may_change(actor, row) -> Decision | bool:
    return rules.may_change(row.state) if services.is_own(actor, row) else False


def _may_confirm(actor, row) -> Decision | bool:
    if not actor.may(VERIFY, row.unit.path):
        return False
    return rules.may_confirm(row.state, row.person.account_id, actor.account_id)


def _may_return(actor, row) -> bool:
    return row.state == SelfStudyState.RECORDED and bool(_may_confirm(actor, row))


SELF_STUDY = Actions(
    code="self_study",
    get=get_self_study,
    back=lambda row: reverse("self_study_list"),
    above=lambda row: _("Tự học"),
    actions=(
        Action(
            name="new",
            title=_("Ghi nội dung tự học"),
            submit=_("Ghi"),
            form=forms.SelfStudyForm,
            takes=("actor",),
            may=somewhere(LEARN),
            run=lambda actor, _none, data: services.record_self_study(actor, **data),
            done=_("Đã ghi; chờ người thứ hai xác nhận."),
            on_thing=False,
        ),
        Action(
            name="confirm",
            title=_("Xác nhận"),
            may=_may_confirm,
            run=lambda actor, row, data: services.confirm_self_study(actor, self_study_id=row.pk),
            done=_("Đã xác nhận; số tiết được tính vào năm."),
            together=True,
            tone="go",
        ),
        Action(
            name="return",
            title=_("Trả lại"),
            heading=lambda row: _("Nội dung tự học cần sửa") + f": {row.person}",
            submit=_("Trả lại"),
            form=ReasonForm,
            may=_may_return,
            run=lambda actor, row, data: services.return_self_study(
                actor, self_study_id=row.pk, **data
            ),
            done=_("Đã trả lại."),
            tone="quiet",
        ),
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda row: _("Sửa nội dung tự học"),
            submit=_("Ghi"),
            form=forms.SelfStudyForm,
            takes=("actor",),
            initial=lambda actor, row: forms.SelfStudyForm.values_of(row),
            may=_may_change,
            run=lambda actor, row, data: services.change_self_study(
                actor, self_study_id=row.pk, **data
            ),
            done=_("Đã ghi thay đổi; chờ người thứ hai xác nhận."),
        ),
    ),
)
