"""What is asked about cases: who, under which policy, with which figures and papers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.benefits.access import EDIT
from thenchot.benefits.enums import Group, PolicyState
from thenchot.benefits.forms.policies import MOST_MONEY, MOST_MONTHS, NONE, HomeForm
from thenchot.benefits.labels import KIND
from thenchot.benefits.models import Policy, Rearrangement
from thenchot.catalogue.labels import choices
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of

MOST_PAY = 1_000_000_000
REASON = forms.Textarea({"rows": 3})


def policies_for(actor, *groups):
    rows = Policy.objects.visible_to(actor, EDIT).filter(state=PolicyState.IN_FORCE)
    return (rows.filter(group__in=groups) if groups else rows).order_by("group", "name")


class NewCaseForm(HomeForm):
    person = NamedPerson(None, label=_("Người được hưởng"), empty_label=None)
    policy = one_of(_("Chính sách"))
    rearrangement = forms.ModelChoiceField(
        None, label=_("Theo quyết định sắp xếp"), empty_label=NONE[1], required=False
    )
    leaves_on = day_field(_("Nghỉ từ ngày"), required=False)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, actor=actor, **kwargs)
        offer(self, "person", Person.objects.visible_to(actor, EDIT).order_by("sort_key", "pk"))
        groups = [group for group in Group if group not in (Group.TALENT, Group.LEADERSHIP)]
        offer(self, "policy", policies_for(actor, *groups))
        offer(self, "rearrangement", Rearrangement.objects.visible_to(actor, EDIT))

    def facts(self) -> dict:
        data = self.cleaned_data
        chosen = data["rearrangement"]
        return super().facts() | {
            "person_id": data["person"].pk,
            "policy_id": data["policy"].pk,
            "rearrangement_id": chosen.pk if chosen else None,
            "leaves_on": data["leaves_on"],
        }


class TalentForm(HomeForm):
    person = NamedPerson(None, label=_("Người được thu hút"), empty_label=None)
    policy = one_of(_("Chính sách"))
    kind = forms.ChoiceField(label=_("Diện thu hút"), choices=choices(KIND))
    needed_field = forms.CharField(
        label=_("Ngành trong danh mục nhu cầu của năm"),
        max_length=200,
        help_text=_("Ghi ngành và văn bản công bố danh mục"),
    )
    commitment_from = day_field(_("Cam kết phục vụ từ ngày"))
    commitment_months = forms.IntegerField(
        label=_("Thời gian cam kết (tháng)"), min_value=1, max_value=MOST_MONTHS
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, actor=actor, **kwargs)
        offer(self, "person", Person.objects.visible_to(actor, EDIT).order_by("sort_key", "pk"))
        offer(self, "policy", policies_for(actor, Group.TALENT))

    def facts(self) -> dict:
        data = self.cleaned_data
        names = ("kind", "needed_field", "commitment_from", "commitment_months")
        return super().facts() | {
            "person_id": data["person"].pk,
            "policy_id": data["policy"].pk,
            **{name: data[name] for name in names},
        }


class PrepareForm(forms.Form):
    """Of a monthly case its months, of one for leaving the day and the months of insurance."""

    pay = forms.IntegerField(
        label=_("Lương của tháng trước khi nghỉ (đồng)"),
        min_value=0,
        max_value=MOST_PAY,
        required=False,
        help_text=_("Để trống: tính theo hồ sơ cán bộ và mức lương cơ sở của tháng."),
    )
    pay_source = forms.CharField(
        label=_("Nguồn số liệu lương"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: Bảng lương tháng 11/2026, số 25"),
    )

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        if case.group == Group.LEAVING:
            self.fields["leaves_on"] = day_field(_("Nghỉ từ ngày"))
            self.fields["insured_months"] = forms.IntegerField(
                label=_("Số tháng đóng bảo hiểm"), min_value=0, max_value=MOST_MONTHS
            )
            self.order_fields(["leaves_on", "insured_months"])
        else:
            self.fields["begins_on"] = day_field(_("Hưởng từ"), required=False)
            self.fields["ends_on"] = day_field(_("Hưởng đến"), required=False)

    @staticmethod
    def values_of(case) -> dict:
        names = ("pay", "pay_source", "leaves_on", "insured_months", "begins_on", "ends_on")
        return {name: getattr(case, name) for name in names}


class OverrideForm(forms.Form):
    once = forms.IntegerField(label=_("Một lần (đồng)"), min_value=0, max_value=MOST_MONEY)
    monthly = forms.IntegerField(label=_("Hằng tháng (đồng)"), min_value=0, max_value=MOST_MONEY)
    basis = forms.CharField(
        label=_("Căn cứ"),
        max_length=300,
        widget=REASON,
        help_text=_("Văn bản, điều, bảng tính kèm theo"),
    )

    @staticmethod
    def values_of(case) -> dict:
        return {"once": case.once, "monthly": case.monthly or 0, "basis": case.override_basis}


class ApproveForm(forms.Form):
    decision = forms.CharField(
        label=_("Số quyết định"), max_length=120, help_text=_("Ví dụ: 128/QĐ-UBND")
    )
    decided_on = day_field(_("Ngày quyết định"), initial=today)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=REASON)


class LeftForm(forms.Form):
    left_on = day_field(_("Nghỉ từ ngày"), initial=today)
    reason = forms.CharField(label=_("Lý do nghỉ"), max_length=300)


class RepaidForm(forms.Form):
    repaid_on = day_field(_("Ngày hoàn trả"), initial=today)
