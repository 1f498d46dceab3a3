"""Import of cases, outages, letters of apology: what is asked."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.citizens.access import EDIT
from thenchot.citizens.labels import CAUSE
from thenchot.citizens.rules.columns import FIELDS, Unread, read_moment
from thenchot.organisation.queries import homes_of
from thenchot.platform.ui.forms import day_field, offer, one_of

NO_COLUMN = _("(không có trong tệp)")


class ExportForm(forms.Form):
    """The export, and the place it is of."""

    unit = one_of(_("Địa phương"))
    file = forms.FileField(
        label=_("Tệp xuất từ hệ thống một cửa (.xlsx, .csv UTF-8)"),
        widget=forms.ClearableFileInput({"accept": ".xlsx,.csv"}),
        help_text=_("Chưa ghi gì vào hệ thống ở bước này."),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))


class ColumnsForm(forms.Form):
    """Which column of the file means what."""

    def __init__(self, *args, headers, **kwargs):
        super().__init__(*args, **kwargs)
        names = [(str(name), str(name)[:80]) for name in headers if str(name or "").strip()]
        for key, field in FIELDS.items():
            self.fields[key] = forms.ChoiceField(
                label=field.title,
                required=field.is_required,
                choices=[("", NO_COLUMN), *names],
            )


class MomentField(forms.CharField):
    """dd/mm/yyyy hh:mm."""

    def clean(self, value) -> datetime | None:
        text = super().clean(value)
        try:
            return read_moment(text)
        except Unread as bad:
            raise forms.ValidationError(str(bad)) from None


def moment(label) -> MomentField:
    hint = forms.TextInput({"placeholder": "dd/mm/yyyy hh:mm", "autocomplete": "off"})
    return MomentField(label=label, max_length=20, widget=hint)


class OutageForm(forms.Form):
    unit = one_of(_("Địa phương"))
    what = forms.CharField(label=_("Sự cố"), max_length=200)
    starts_at = moment(_("Từ"))
    ends_at = moment(_("Đến"))
    basis = forms.CharField(label=_("Văn bản, thông báo của đơn vị vận hành"), max_length=300)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return {"unit_id": data.pop("unit").pk, **data}


class RefuseForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300)


class ApologyForm(forms.Form):
    cause = forms.ChoiceField(label=_("Nguyên nhân"), choices=choices(CAUSE))
    step = forms.CharField(label=_("Khâu chậm"), max_length=200)
    new_due_on = day_field(_("Hẹn trả lại ngày"))
    number = forms.CharField(label=_("Số thư (nếu đã có)"), max_length=120, required=False)
