"""What a person types about templates of a month's work, and about lists of other systems."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.kernel.periods import Month
from thenchot.kernel.text import words
from thenchot.organisation.models import JobPosition, Unit
from thenchot.people.models import Appointment
from thenchot.performance.access import ASSIGN
from thenchot.performance.catalogue_forms import number_field
from thenchot.performance.enums import Origin
from thenchot.performance.forms import ProductField
from thenchot.performance.labels import ORIGIN, choices
from thenchot.performance.models import Template
from thenchot.performance.source_sheets import FIELDS, Reading
from thenchot.platform.clock import today
from thenchot.platform.ui.importing import UploadForm

MONTHS_AHEAD = 2
MONTHS_BACK = 2
MOST_UNCLEAR = 40  # names of a list that are asked at once


class TemplateForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Cho đơn vị (và các đơn vị bên dưới)"), empty_label=None)
    name = forms.CharField(label=_("Tên mẫu giao việc"), max_length=200)
    position = forms.ModelChoiceField(
        None, label=_("Cho vị trí việc làm"), required=False, empty_label=_("– không theo vị trí việc làm –"),
        help_text=_("Không chọn vị trí và không ghi chức danh: cho mọi người của đơn vị."),
    )  # fmt: skip
    title = forms.CharField(label=_("hoặc cho chức danh"), max_length=160, required=False, help_text=_("Như ghi ở vị trí công tác, ví dụ: Chuyên viên."))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.under(actor.paths_for(ASSIGN)).in_force(today()).order_by("path")
        positions = JobPosition.objects.visible_to(actor, ASSIGN).kept().filter(scheme__state="approved")
        self.fields["position"].queryset = positions.select_related("scheme").order_by("code")

    def facts(self) -> dict:
        unit, position = self.cleaned_data["unit"], self.cleaned_data["position"]
        return {"unit_id": unit.pk, "position_id": position and position.pk, "name": self.cleaned_data["name"], "title": self.cleaned_data["title"]}


class TemplateEditForm(TemplateForm):
    """The unit stays: what was assigned hangs on it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["unit"]

    def facts(self) -> dict:
        position = self.cleaned_data["position"]
        return {"position_id": position and position.pk, "name": self.cleaned_data["name"], "title": self.cleaned_data["title"]}

    @staticmethod
    def values_of(template: Template) -> dict:
        return {"name": template.name, "position": template.position_id, "title": template.title}


class LineForm(forms.Form):
    code = ProductField(label=_("Sản phẩm trong danh mục"), help_text=_("Mã, hoặc chọn trong danh sách. Mã đã có trong mẫu thì dòng cũ được thay."))
    quantity = number_field(_("Số lượng một tháng"))
    due_day = forms.IntegerField(label=_("Hạn vào ngày"), min_value=1, max_value=31, required=False, help_text=_("Bỏ trống: ngày cuối tháng."))


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


class ListForm(UploadForm):
    """A list of another system."""

    file = forms.FileField(
        label=_("Tệp danh sách (.xlsx, .xls, .csv)"), widget=forms.ClearableFileInput({"accept": ".xlsx,.xls,.csv"}),
        help_text=_("Xuất từ hệ thống ra sao thì để nguyên như vậy. Chưa ghi gì ở bước này."),
    )  # fmt: skip


class MappingForm(forms.Form):
    """Which column is what, how each kind of work is converted, who is meant. Said once for a source. `seats`: those of
    the place."""

    origin = forms.ChoiceField(
        label=_("Các việc này là"), choices=[choice for choice in choices(ORIGIN) if choice[0] != Origin.TAKEN_OVER],
        help_text=_("Việc giao từ đầu kỳ tính vào số được giao; việc phát sinh chỉ cộng khi đã xong (Điều 18.1.d)."),
    )  # fmt: skip

    def __init__(self, *args, reading: Reading, kept, seats: Iterable[Appointment], **kwargs):
        super().__init__(*args, **kwargs)
        self._ask_who(reading, seats)
        self.fields["origin"].initial = kept.origin
        headings = [("", _("– không có –")), *((heading.key, heading.title) for heading in reading.headings)]
        for column in FIELDS:
            used = reading.uses.get(column.key)
            self.fields[f"column_{column.key}"] = forms.ChoiceField(label=column.title, choices=headings, required=False, initial=used.key if used else "")
        self.kinds = {" ".join(words(kind)): kind for kind in reading.kinds if words(kind)}
        for at, (key, kind) in enumerate([*self.kinds.items(), ("", _("mọi loại khác"))]):
            self.fields[f"kind_{at}"] = ProductField(label=kind, required=False, initial=kept.products.get(key, ""))

    def _ask_who(self, reading: Reading, seats: Iterable[Appointment]) -> None:
        people = {seat.person_id: f"{seat.person.full_name} – {seat.title}, {seat.unit.name}" for seat in seats} if reading.unclear else {}
        self.unclear = dict(list(reading.unclear.items())[:MOST_UNCLEAR])
        for at, (name, candidates) in enumerate(self.unclear.values()):
            shown = {pk: label for pk, label in people.items() if not candidates or pk in candidates}
            self.fields[f"who_{at}"] = forms.TypedChoiceField(
                label=name, choices=[("", _("– chưa rõ –")), *shown.items()], coerce=int, empty_value=None, required=False
            )  # fmt: skip

    def facts(self) -> dict:
        data = self.cleaned_data
        people = {key: data[f"who_{at}"] for at, key in enumerate(self.unclear) if data[f"who_{at}"]}
        codes = {key: data[f"kind_{at}"].strip().split(" ")[0] for at, key in enumerate([*self.kinds, ""])}
        return {"columns": {column.key: data[f"column_{column.key}"] for column in FIELDS}, "products": codes, "origin": data["origin"], "people": people}

    @property
    def who_fields(self):
        return [self[f"who_{at}"] for at in range(len(self.unclear))]

    @property
    def column_fields(self):
        return [self[f"column_{column.key}"] for column in FIELDS]

    @property
    def kind_fields(self):
        return [self[f"kind_{at}"] for at in range(len(self.kinds) + 1)]
