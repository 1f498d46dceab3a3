"""What a person types about templates of a month's work."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.forms import number_field
from thenchot.kernel.periods import Month
from thenchot.organisation.models import JobPosition, Unit
from thenchot.platform.clock import today
from thenchot.worklog.access import ASSIGN
from thenchot.worklog.forms.fields import ProductField
from thenchot.worklog.models import Template, TemplateLine

MONTHS_AHEAD = 2
MONTHS_BACK = 2


class TemplateForm(forms.Form):
    unit = forms.ModelChoiceField(
        None, label=_("Cho đơn vị (và các đơn vị bên dưới)"), empty_label=None
    )
    name = forms.CharField(label=_("Tên mẫu giao việc"), max_length=200)
    position = forms.ModelChoiceField(
        None,
        label=_("Cho vị trí việc làm"),
        required=False,
        empty_label=_("– không theo vị trí việc làm –"),
        help_text=_("Không chọn vị trí và không ghi chức danh: cho mọi người của đơn vị."),
    )
    title = forms.CharField(
        label=_("hoặc cho chức danh"),
        max_length=160,
        required=False,
        help_text=_("Như ghi ở vị trí công tác, ví dụ: Chuyên viên."),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = (
            Unit.objects.under(actor.paths_for(ASSIGN)).in_force(today()).order_by("path")
        )
        positions = (
            JobPosition.objects.visible_to(actor, ASSIGN).kept().filter(scheme__state="approved")
        )
        self.fields["position"].queryset = positions.select_related("scheme").order_by("code")

    def facts(self) -> dict:
        unit, position = self.cleaned_data["unit"], self.cleaned_data["position"]
        return {
            "unit_id": unit.pk,
            "position_id": position and position.pk,
            "name": self.cleaned_data["name"],
            "title": self.cleaned_data["title"],
        }


class TemplateEditForm(TemplateForm):
    """The unit stays: what was assigned hangs on it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["unit"]

    def facts(self) -> dict:
        position = self.cleaned_data["position"]
        return {
            "position_id": position and position.pk,
            "name": self.cleaned_data["name"],
            "title": self.cleaned_data["title"],
        }

    @staticmethod
    def values_of(template: Template) -> dict:
        return {"name": template.name, "position": template.position_id, "title": template.title}


class LineForm(forms.Form):
    code = ProductField(
        label=_("Sản phẩm trong danh mục"),
        help_text=_("Mã, hoặc chọn trong danh sách. Mã đã có trong mẫu thì dòng cũ được thay."),
    )
    quantity = number_field(_("Số lượng một tháng"))
    due_day = forms.IntegerField(
        label=_("Hạn vào ngày"),
        min_value=1,
        max_value=31,
        required=False,
        help_text=_("Bỏ trống: ngày cuối tháng."),
    )

    @staticmethod
    def values_of(line: TemplateLine) -> dict:
        return {"code": line.product.code, "quantity": line.quantity, "due_day": line.due_day}


class MonthForm(forms.Form):
    month = forms.ChoiceField(label=_("Tháng"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["month"].choices = [(code_of(month), month.label_vi()) for month in _months()]
        self.fields["month"].initial = code_of(Month.of(today()))

    def chosen(self) -> Month:
        """This month unless another was said."""
        if not self.is_valid():
            return Month.of(today())
        year, number = self.cleaned_data["month"].split("-")
        return Month(int(year), int(number))


def code_of(month: Month) -> str:
    """ "2026-10"."""
    return f"{month.year}-{month.index:02d}"


def _months() -> list[Month]:
    month = Month.of(today())
    for _back in range(MONTHS_BACK):
        month = month.previous()
    found = [month]
    for _ahead in range(MONTHS_BACK + MONTHS_AHEAD):
        found.append(found[-1].next())
    return found
