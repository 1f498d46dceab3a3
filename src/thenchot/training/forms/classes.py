"""What is asked about classes, and about those who are sent to them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import homes_of
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.training.access import EDIT
from thenchot.training.forms.plans import MOST_MONEY, NamedPerson, people_under
from thenchot.training.labels import DAY_PART, PRESENCE, STUDY_FORM
from thenchot.training.models import Topic
from thenchot.training.services.classes import FIELDS


class ClassForm(forms.Form):
    name = forms.CharField(label=_("Tên lớp"), max_length=300)
    organiser: forms.ModelChoiceField = forms.ModelChoiceField(
        None, label=_("Đơn vị tổ chức"), required=False, empty_label=_("(cơ quan lập kế hoạch)")
    )
    provider = forms.CharField(label=_("Cơ sở đào tạo"), max_length=200, required=False)
    lecturer = forms.CharField(label=_("Giảng viên, báo cáo viên"), max_length=200, required=False)
    form = forms.ChoiceField(label=_("Hình thức"), choices=choices(STUDY_FORM))
    place = forms.CharField(label=_("Địa điểm, đường dẫn lớp học"), max_length=300, required=False)
    starts_on = day_field(_("Khai giảng"))
    ends_on = day_field(_("Bế giảng"))
    hours = forms.IntegerField(label=_("Số tiết"), min_value=1, max_value=5000)
    seats = forms.IntegerField(label=_("Số chỗ"), min_value=1, max_value=2000)
    cost = forms.DecimalField(
        label=_("Kinh phí đã chi (đồng)"),
        min_value=0,
        max_value=MOST_MONEY,
        decimal_places=0,
        required=False,
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        units = Unit.objects.visible_to(actor, EDIT).in_force(today())
        offer(self, "organiser", units.order_by("path"))

    @staticmethod
    def values_of(held_in) -> dict:
        return {name: getattr(held_in, name) for name in FIELDS}

    @staticmethod
    def planned(line) -> dict:
        names = ("name", "provider", "form", "hours", "seats")
        return {name: getattr(line, name) for name in names}

    def clean(self):
        data = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Ngày bế giảng không trước ngày khai giảng."))
        return data


class NewClassForm(ClassForm):
    unit = one_of(_("Lớp của"))
    topic = one_of(_("Chuyên đề"))
    field_order = ["unit", "topic", "name"]

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, actor=actor, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))
        offer(self, "topic", Topic.objects.visible_to(actor, EDIT))

    def facts(self) -> dict:
        data = self.cleaned_data
        return data | {"unit_id": data.pop("unit").pk, "topic_id": data.pop("topic").pk}


class SessionForm(forms.Form):
    on = day_field(_("Ngày"))
    part = forms.ChoiceField(label=_("Buổi"), choices=choices(DAY_PART))
    subject = forms.CharField(label=_("Nội dung"), max_length=300, required=False)


class NoteForm(forms.Form):
    note = forms.CharField(label=_("Lý do hủy lớp"), max_length=300)


class ProposeForm(forms.Form):
    person = NamedPerson(None, label=_("Người được đề nghị"), empty_label=None)

    def __init__(self, *args, actor, held_in, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "person", people_under(actor, held_in.unit))

    def facts(self) -> dict:
        return {"person_id": self.cleaned_data["person"].pk}


class SendForm(forms.Form):
    decision = forms.CharField(
        label=_("Số quyết định"), max_length=200, help_text=_("Ví dụ: 45-QĐ/ĐU, 128/QĐ-UBND")
    )
    decided_on = day_field(_("Ngày quyết định"), initial=today)
    commitment_months = forms.IntegerField(
        label=_("Cam kết phục vụ sau đào tạo (tháng)"),
        min_value=1,
        max_value=600,
        required=False,
        help_text=_("Khi cơ quan trả chi phí đào tạo văn bằng"),
    )
    paid = forms.DecimalField(
        label=_("Chi phí cơ quan trả (đồng)"),
        min_value=0,
        max_value=MOST_MONEY,
        decimal_places=0,
        required=False,
    )


class ResultForm(forms.Form):
    completed_on = day_field(_("Ngày hoàn thành, ngày cấp chứng chỉ"))
    result = forms.CharField(label=_("Kết quả, xếp loại"), max_length=120, required=False)
    certificate = forms.CharField(label=_("Số hiệu chứng chỉ"), max_length=80, required=False)
    scan = forms.FileField(label=_("Bản chụp chứng chỉ (PDF, JPG, PNG)"), required=False)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea({"rows": 3}))


class AttendanceForm(forms.Form):
    """One choice a person; nothing chosen leaves the person as is."""

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        for row in rows:
            self.fields[f"e{row.pk}"] = forms.ChoiceField(
                label=row.person.full_name,
                choices=[("", _("(chưa ghi)")), *choices(PRESENCE)],
                required=False,
                widget=forms.Select({"aria-label": row.person.full_name}),
            )

    def facts(self) -> dict[int, str]:
        return {int(name[1:]): value for name, value in self.cleaned_data.items() if value}


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Mã điểm danh"),
        max_length=6,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
