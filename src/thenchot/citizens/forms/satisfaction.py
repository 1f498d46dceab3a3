"""What is asked about satisfaction."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.citizens.access import EDIT
from thenchot.citizens.enums import Face
from thenchot.organisation.queries import homes_of
from thenchot.platform.ui.forms import offer, one_of


class GiveOutForm(forms.Form):
    unit = one_of(_("Địa phương"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))

    def facts(self) -> dict:
        return {"unit_id": self.cleaned_data["unit"].pk}


class RateForm(forms.Form):
    """On the public page; the face is the button that was pressed."""

    code = forms.CharField(
        label=_("Mã trên phiếu"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
    )
    word = forms.CharField(
        label=_("Nói thêm (nếu muốn)"),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    face = forms.TypedChoiceField(
        choices=[(int(face), int(face)) for face in Face], coerce=int, required=False
    )
