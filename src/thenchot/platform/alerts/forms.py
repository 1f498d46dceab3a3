from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.platform.alerts import registry
from thenchot.platform.alerts.models import SEVERITIES, STATES


def rule_choices():
    return [("", _("Tất cả")), *((rule.code, rule.label) for rule in registry.rules().values())]


class FilterForm(forms.Form):
    state = forms.ChoiceField(label=_("Trạng thái"), choices=STATES, required=False)
    rule = forms.ChoiceField(label=_("Loại cảnh báo"), choices=rule_choices, required=False)
    severity = forms.ChoiceField(
        label=_("Mức"), choices=[("", _("Tất cả")), *SEVERITIES], required=False
    )

    def chosen(self):
        """What to filter by; a wrong choice filters by nothing."""
        self.is_valid()
        chosen = {name: self.cleaned_data.get(name, "") for name in self.fields}
        return {**chosen, "state": chosen["state"] or "open"}


class ExemptForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300)
    review_on = forms.DateField(
        label=_("Xem lại ngày"), widget=forms.DateInput(attrs={"type": "date"})
    )
