from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.platform.audit.labels import choices


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class FilterForm(forms.Form):
    account = forms.CharField(label=_("Người làm"), required=False, max_length=80)
    subject = forms.CharField(label=_("Đối tượng"), required=False, max_length=100)
    name = forms.ChoiceField(label=_("Việc"), required=False, choices=choices)
    first = forms.DateField(label=_("Từ ngày"), required=False, widget=Day)
    last = forms.DateField(label=_("Đến ngày"), required=False, widget=Day)

    def chosen(self):
        """What to filter by; a field that cannot be read filters nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
