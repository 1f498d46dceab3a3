"""The first steps of this room, by role."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.roles import Role
from thenchot.platform.ui.starting import Step, register
from thenchot.programmes.enums import TaskState
from thenchot.programmes.models import Programme, Task

register(
    Step(
        Role.OFFICER,
        30,
        _("Nhập chương trình đầu tiên và giao việc"),
        "import_start",
        lambda actor: Programme.objects.visible_to(actor),
    ),
    Step(
        Role.HEAD,
        10,
        _("Nhận việc được giao cho đơn vị"),
        "task_list",
        lambda actor: Task.objects.visible_to(actor).exclude(state=TaskState.ASSIGNED),
    ),
)
