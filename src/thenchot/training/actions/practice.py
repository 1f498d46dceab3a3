"""What can be done to a practical programme."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.decision import Decision
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.training.access import PROPOSE, RECORD, VERIFY
from thenchot.training.enums import PracticeState
from thenchot.training.forms import practice as forms
from thenchot.training.forms.classes import ReasonForm
from thenchot.training.queries.practice import get_practice
from thenchot.training.rules import practising as rules
from thenchot.training.services import practice as services


def _may_change(actor, practice) -> Decision | bool:
    role = actor.may(PROPOSE, practice.unit.path)
    return rules.may_change(practice.state) if role else False


def _may_report(actor, practice) -> Decision | bool:
    if not (services.guides(actor, practice) or actor.may(RECORD, practice.unit.path)):
        return False
    return rules.may_report(practice.state, practice.starts_on, today())


def _may_confirm(actor, practice) -> Decision | bool:
    if not actor.may(VERIFY, practice.mentor_unit.path):
        return False
    return rules.may_confirm(
        practice.state,
        actor.account_id,
        reported_by=practice.reported_by_id,
        mentor=practice.mentor.account_id,
        learner=practice.person.account_id,
    )


def _may_return(actor, practice) -> bool:
    return practice.state == PracticeState.REPORTED and bool(_may_confirm(actor, practice))


PRACTICE = Actions(
    code="training_practice",
    get=get_practice,
    back=lambda practice: reverse("training_practice_list"),
    above=lambda practice: _("Chương trình thực nghiệm"),
    actions=(
        Action(
            name="new",
            title=_("Lập chương trình thực nghiệm"),
            submit=_("Lập"),
            form=forms.NewPracticeForm,
            takes=("actor",),
            may=somewhere(PROPOSE),
            run=lambda actor, _none, data: services.begin_practice(actor, **data),
            done=_("Đã lập chương trình thực nghiệm."),
            on_thing=False,
        ),
        Action(
            name="report",
            title=_("Báo kết quả"),
            heading=lambda practice: _("Kết quả thực nghiệm") + f": {practice.person}",
            submit=_("Ghi"),
            form=forms.PracticeResultForm,
            initial=lambda actor, practice: {"result": practice.result},
            may=_may_report,
            run=lambda actor, practice, data: services.report_practice(
                actor, practice_id=practice.pk, **data
            ),
            done=_("Đã ghi kết quả; chờ cấp trên của người hướng dẫn xác nhận."),
        ),
        Action(
            name="confirm",
            title=_("Xác nhận"),
            may=_may_confirm,
            run=lambda actor, practice, data: services.confirm_practice(
                actor, practice_id=practice.pk
            ),
            done=_("Đã xác nhận kết quả thực nghiệm."),
            tone="go",
        ),
        Action(
            name="return",
            title=_("Trả lại"),
            heading=lambda practice: _("Kết quả cần sửa") + f": {practice.person}",
            submit=_("Trả lại"),
            form=ReasonForm,
            may=_may_return,
            run=lambda actor, practice, data: services.return_practice(
                actor, practice_id=practice.pk, **data
            ),
            done=_("Đã trả lại để ghi lại kết quả."),
            tone="quiet",
        ),
        Action(
            name="edit",
            title=_("Sửa"),
            heading=lambda practice: _("Sửa chương trình thực nghiệm") + f": {practice.person}",
            submit=_("Ghi"),
            form=forms.PracticeForm,
            initial=lambda actor, practice: forms.PracticeForm.values_of(practice),
            may=_may_change,
            run=lambda actor, practice, data: services.change_practice(
                actor, practice_id=practice.pk, **data
            ),
            done=_("Đã ghi thay đổi."),
            tone="quiet",
        ),
        Action(
            name="stop",
            title=_("Dừng"),
            heading=lambda practice: _("Dừng chương trình thực nghiệm") + f": {practice.person}",
            submit=_("Dừng"),
            form=ReasonForm,
            may=_may_change,
            run=lambda actor, practice, data: services.stop_practice(
                actor, practice_id=practice.pk, **data
            ),
            done=_("Đã dừng chương trình."),
            tone="quiet",
        ),
    ),
)
