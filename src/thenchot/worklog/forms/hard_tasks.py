"""What is asked about hard tasks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.people.queries import people_of
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field
from thenchot.programmes.enums import TaskState
from thenchot.programmes.models import Task
from thenchot.worklog.access import KEEP_HARD
from thenchot.worklog.forms.fields import long_field

MOST_TASKS = 500  # in a list to choose from


class NamedTask(forms.ModelChoiceField):
    def label_from_instance(self, task):
        return f"{task.ref}. {task.text[:90]}"


class HardChangeForm(forms.Form):
    responsible = NamedPerson(
        None,
        label=_("Người chịu trách nhiệm"),
        required=False,
        empty_label=_("(chưa có ai: sẽ bị cảnh báo)"),
    )
    due_on = day_field(_("Hạn giải quyết"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        units = Unit.objects.visible_to(actor, KEEP_HARD).in_force(today())
        self.fields["responsible"].queryset = Person.objects.filter(
            pk__in=people_of(units.values("pk")).order_by().values("person")
        ).order_by("sort_key")

    @staticmethod
    def values_of(hard) -> dict:
        return {"responsible": hard.responsible_id, "due_on": hard.due_on}

    def facts(self) -> dict:
        person = self.cleaned_data["responsible"]
        return {"responsible_id": person and person.pk, "due_on": self.cleaned_data["due_on"]}


class HardForm(HardChangeForm):
    unit = forms.ModelChoiceField(None, label=_("Đơn vị"), empty_label=None)
    name = forms.CharField(label=_("Việc khó"), max_length=300)
    difficulty = long_field(_("Khó ở chỗ nào"))
    task = NamedTask(
        None, label=_("Gắn với nhiệm vụ của chương trình"), required=False, empty_label=_("(không)")
    )
    field_order = ["unit", "name", "difficulty", "responsible", "due_on", "task"]

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, actor=actor, **kwargs)
        self.fields["unit"].queryset = (
            Unit.objects.visible_to(actor, KEEP_HARD).in_force(today()).order_by("path")
        )
        running = (
            Task.objects.visible_to(actor)
            .exclude(state__in=[TaskState.DONE, TaskState.CANCELLED])
            .order_by("sort_on", "pk")
        )
        self.fields["task"].queryset = Task.objects.filter(
            pk__in=list(running.values_list("pk", flat=True)[:MOST_TASKS])
        ).order_by("sort_on", "pk")

    def facts(self) -> dict:
        data, task = self.cleaned_data, self.cleaned_data["task"]
        said = {
            "unit_id": data["unit"].pk,
            "name": data["name"],
            "difficulty": data["difficulty"],
            "task_id": task and task.pk,
        }
        return super().facts() | said


class HardEndForm(forms.Form):
    how = forms.ChoiceField(
        label=_("Kết thúc"),
        choices=[("solved", _("đã giải quyết")), ("dropped", _("không làm nữa"))],
    )
    outcome = long_field(_("Giải quyết bằng cách nào, hoặc vì sao thôi"))
