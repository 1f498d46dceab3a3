"""What a person says about a target."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.insight import registry


class TieForm(forms.Form):
    indicator = forms.ChoiceField(label=_("Chỉ số đo chỉ tiêu này"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = ((one.code, one.name) for one in registry.indicators().values())
        self.fields["indicator"].choices = [("", "–"), *known]
