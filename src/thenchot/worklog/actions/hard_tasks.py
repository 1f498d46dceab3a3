"""What can be done to a hard task."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.worklog.access import KEEP_HARD, may_keep_hard
from thenchot.worklog.forms import hard_tasks as forms
from thenchot.worklog.queries.hard_tasks import get_hard_task
from thenchot.worklog.services import hard_tasks as services

ENDS = {"solved": services.solve_hard_task, "dropped": services.drop_hard_task}
HARD = Actions(
    code="hard",
    get=get_hard_task,
    back=lambda hard: reverse("hard_list"),
    above=lambda hard: _("Việc khó"),
    actions=(
        Action(
            name="new",
            title=_("Việc khó cần người chịu trách nhiệm"),
            submit=_("Ghi"),
            form=forms.HardForm,
            takes=("actor",),
            may=somewhere(KEEP_HARD),
            run=lambda actor, _none, data: services.open_hard_task(actor, **data),
            done=_("Đã ghi vào danh mục việc khó."),
            on_thing=False,
        ),
        Action(
            name="end",
            title=_("Kết thúc"),
            heading=lambda hard: _("Kết thúc việc khó") + f": {hard.name}",
            submit=_("Ghi"),
            form=forms.HardEndForm,
            may=may_keep_hard,
            run=lambda actor, hard, data: ENDS[data["how"]](
                actor, hard_id=hard.pk, outcome=data["outcome"]
            ),
            done=_("Đã ghi kết quả."),
        ),
        Action(
            name="edit",
            title=_("Đổi người, hạn"),
            heading=lambda hard: (
                _("Người chịu trách nhiệm, hạn") + (f": {hard.name}" if hard else "")
            ),
            submit=_("Đổi"),
            form=forms.HardChangeForm,
            takes=("actor",),
            initial=lambda actor, hard: hard and forms.HardChangeForm.values_of(hard),
            may=may_keep_hard,
            run=lambda actor, hard, data: services.change_hard_task(actor, hard_id=hard.pk, **data),
            done=_("Đã đổi."),
            tone="quiet",
            together=True,
        ),
    ),
)
