"""What is asked about lists: of people touched by a rearrangement, of payments."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.benefits.access import COUNT, EDIT
from thenchot.benefits.forms.cases import policies_for
from thenchot.benefits.forms.policies import HomeForm
from thenchot.benefits.labels import GROUP, REARRANGEMENT_KIND
from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import homes_of
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of


class RearrangementForm(HomeForm):
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(REARRANGEMENT_KIND))
    name = forms.CharField(
        label=_("Nội dung sắp xếp"),
        max_length=200,
        help_text=_("Ví dụ: Nhập tổ dân phố 3 và 4 thành tổ dân phố số 3"),
    )
    decision = forms.CharField(label=_("Số quyết định"), max_length=120)
    decided_on = day_field(_("Ngày quyết định"))

    def facts(self) -> dict:
        data = self.cleaned_data
        names = ("kind", "name", "decision", "decided_on")
        return super().facts() | {name: data[name] for name in names}


class GatherForm(forms.Form):
    branch = forms.ModelChoiceField(
        None,
        label=_("Đơn vị chịu tác động"),
        empty_label=None,
        help_text=_("Lấy mọi người giữ vị trí trong đơn vị và cấp dưới vào ngày quyết định."),
    )

    def __init__(self, *args, rearrangement, **kwargs):
        super().__init__(*args, **kwargs)
        inside = Unit.objects.under([rearrangement.unit.path])
        offer(self, "branch", inside.order_by("path"))

    def facts(self) -> dict:
        return {"branch_id": self.cleaned_data["branch"].pk}


class AffectedForm(forms.Form):
    person = NamedPerson(None, label=_("Họ và tên"), empty_label=None)
    post = forms.CharField(
        label=_("Chức danh trước khi sắp xếp"),
        max_length=400,
        required=False,
        help_text=_("Để trống: lấy theo hồ sơ."),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Person.objects.visible_to(actor, EDIT)
        offer(self, "person", rows.order_by("sort_key", "pk"))

    def facts(self) -> dict:
        return {"person_id": self.cleaned_data["person"].pk, "post": self.cleaned_data["post"]}


class AnswerForm(forms.Form):
    """Which policy somebody receives."""

    policy = one_of(_("Chính sách"))
    leaves_on = day_field(_("Nghỉ từ ngày"), initial=today)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "policy", policies_for(actor, "leaving", "other"))

    def facts(self) -> dict:
        data = self.cleaned_data
        return {"policy_id": data["policy"].pk, "leaves_on": data["leaves_on"]}


class PaymentForm(forms.Form):
    unit = one_of(_("Địa phương"))
    month = day_field(_("Tháng"), help_text=_("Một ngày bất kỳ trong tháng"), initial=today)
    budget_line = forms.CharField(
        label=_("Mục ngân sách"), max_length=160, help_text=_("Ví dụ: Chi tinh giản biên chế")
    )
    groups = forms.MultipleChoiceField(
        label=_("Nhóm chính sách"),
        choices=choices(GROUP),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Không chọn: mọi nhóm."),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, COUNT))

    def facts(self) -> dict:
        data = self.cleaned_data
        names = ("month", "budget_line")
        told = {name: data[name] for name in names} | {"groups": tuple(data["groups"])}
        return told | {"unit_id": data["unit"].pk}


class PayForm(forms.Form):
    decision = forms.CharField(label=_("Số văn bản duyệt chi"), max_length=120)
    approved_on = day_field(_("Duyệt chi ngày"), initial=today)
