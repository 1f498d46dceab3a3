"""What a person says about a forecast."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.insight.access import COUNT
from thenchot.organisation.queries import homes_of
from thenchot.platform.ui.forms import offer, one_of

LONGEST = 400


class PlaceForm(forms.Form):
    """Of which commune or province."""

    unit = one_of(_("Địa phương"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        homes = homes_of(actor, COUNT)
        offer(self, "unit", homes)
        self.fields["unit"].initial = homes.values_list("pk", flat=True).first()


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Ý kiến"), max_length=LONGEST, required=False)


class DismissForm(forms.Form):
    reason = forms.CharField(label=_("Vì sao không dùng"), max_length=LONGEST)
