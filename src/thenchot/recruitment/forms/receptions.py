"""What is asked about reception without an exam."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.queries import homes_of
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person, Sex
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.recruitment.access import EDIT
from thenchot.recruitment.labels import GROUP
from thenchot.recruitment.queries.needs import list_needs


class ReceptionForm(forms.Form):
    unit = one_of(_("Địa phương"))
    group = forms.ChoiceField(label=_("Nhóm nguồn"), choices=choices(GROUP))
    name = forms.CharField(label=_("Tên danh sách"), max_length=200)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return {"unit_id": data.pop("unit").pk, **data}


class CaseForm(forms.Form):
    """Somebody of the register, or by name, birth and number."""

    position = one_of(_("Vào vị trí"))
    person = NamedPerson(
        None, label=_("Người trong hồ sơ"), empty_label=_("(chưa có hồ sơ)"), required=False
    )
    full_name = forms.CharField(label=_("Họ và tên"), max_length=120, required=False)
    born_on = day_field(_("Ngày sinh"), required=False)
    sex = forms.ChoiceField(label=_("Giới tính"), choices=[("", "–"), *Sex.choices], required=False)
    identity_no = forms.CharField(
        label=_("Số định danh cá nhân (căn cước)"), max_length=14, required=False
    )
    former_work = forms.CharField(label=_("Nơi, việc trước đây"), max_length=300)
    served_since = day_field(_("Công tác liên tục từ"), required=False)
    is_insured = forms.BooleanField(label=_("Đóng bảo hiểm xã hội bắt buộc"), required=False)
    is_paid_alike = forms.BooleanField(label=_("Xếp lương phù hợp"), required=False)
    paper = forms.CharField(label=_("Văn bản, kết quả kèm theo"), max_length=300, required=False)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "position", list_needs(actor, EDIT))
        offer(self, "person", Person.objects.visible_to(actor, EDIT).order_by("sort_key", "pk"))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        person = data.pop("person")
        return {
            "position_id": data.pop("position").pk,
            "person_id": person and person.pk,
            **data,
        }


class DecideForm(forms.Form):
    decision = forms.CharField(
        label=_("Số quyết định"), max_length=120, help_text=_("Ví dụ: 128/QĐ-UBND")
    )
    decided_on = day_field(_("Ngày quyết định"), initial=today)
    starts_on = day_field(_("Nhận việc từ ngày"), initial=today)
