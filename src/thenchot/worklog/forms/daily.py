"""What the pages of the own plan, of hard tasks, quick opinions and days among the people ask."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.people.queries import people_of
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field
from thenchot.programmes.enums import State
from thenchot.programmes.models import Task
from thenchot.worklog.access import KEEP_HARD
from thenchot.worklog.forms.fields import ProductField, amount_field
from thenchot.worklog.labels import FIELD_VISIT_KIND, PLAN_VERDICT
from thenchot.worklog.queries.opinions import units_to_ask

MOST_TASKS = 500  # in a list to choose from


def words(label, **more):
    return forms.CharField(label=label, max_length=4000, widget=forms.Textarea({"rows": 3}), **more)


class PlanForm(forms.Form):
    product = ProductField(
        label=_("Sản phẩm trong danh mục"),
        required=False,
        help_text=_("Bỏ trống nếu danh mục chưa có: việc chờ quy đổi."),
    )
    name = forms.CharField(label=_("Nhiệm vụ"), max_length=600, required=False)
    output = forms.CharField(
        label=_("Kết quả đầu ra"),
        max_length=400,
        required=False,
        help_text=_("Cái gì có được khi làm xong; bỏ trống nếu danh mục đã ghi."),
    )
    quantity = amount_field(_("Số lượng"), initial=Decimal(1))
    due_on = day_field(_("Hoàn thành trước hết ngày"))
    is_key = forms.BooleanField(label=_("Nhiệm vụ trọng tâm"), required=False, initial=True)


class PlanReviewForm(forms.Form):
    verdict = forms.ChoiceField(label=_("Nhận xét"), choices=choices(PLAN_VERDICT))
    remarks = forms.CharField(
        label=_("Điều cần điều chỉnh"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Bỏ trống được khi đúng hướng, đúng tiến độ."),
    )


class NamedTask(forms.ModelChoiceField):
    def label_from_instance(self, task):
        return f"{task.ref}. {task.text[:90]}"


class NamedPerson(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return person.full_name


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

    def facts(self) -> dict:
        person = self.cleaned_data["responsible"]
        return {"responsible_id": person and person.pk, "due_on": self.cleaned_data["due_on"]}


class HardForm(HardChangeForm):
    unit = forms.ModelChoiceField(None, label=_("Đơn vị"), empty_label=None)
    name = forms.CharField(label=_("Việc khó"), max_length=300)
    difficulty = words(_("Khó ở chỗ nào"))
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
            .exclude(state__in=[State.DONE, State.CANCELLED])
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
    outcome = words(_("Giải quyết bằng cách nào, hoặc vì sao thôi"))


class OpinionForm(forms.Form):
    """`to`: "u12" a unit, "p34" a person of it."""

    to = forms.ChoiceField(label=_("Hỏi ai"))
    question = words(_("Tình huống, điều cần xin ý kiến"))

    def __init__(self, *args, actor, source, **kwargs):
        super().__init__(*args, **kwargs)
        units = list(units_to_ask(source))
        seats: dict[int, list] = {unit.pk: [] for unit in units}
        for seat in people_of(list(seats)):
            if seat.person.account_id is None or seat.person.account_id != actor.account_id:
                seats[seat.unit_id].append(
                    (f"p{seat.person_id}", f"{seat.person.full_name}, {seat.title}")
                )
        self.fields["to"].choices = [("", _("(chọn đơn vị hoặc người)"))] + [
            (unit.name, [(f"u{unit.pk}", _("cả đơn vị: %s") % unit.name), *seats[unit.pk]])
            for unit in units
        ]

    def facts(self) -> dict:
        to = self.cleaned_data["to"]
        return {
            "person_id" if to[0] == "p" else "unit_id": int(to[1:]),
            "question": self.cleaned_data["question"],
        }


class AnswerForm(forms.Form):
    answer = words(_("Ý kiến trả lời"))


class DecisionForm(forms.Form):
    decision = words(_("Quyết định xử lý"))


class FieldVisitForm(forms.Form):
    happened_on = day_field(_("Ngày"))
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(FIELD_VISIT_KIND))
    place = forms.CharField(label=_("Nơi đến"), max_length=200)
    result = words(_("Nắm được gì, tháo gỡ được gì cho dân"))
    evidence = forms.CharField(
        label=_("Minh chứng (ai xác nhận, biên bản, đường dẫn)"), max_length=400, required=False
    )
