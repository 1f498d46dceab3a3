"""Fields that several forms of the room ask with."""

from django import forms
from django.utils.translation import gettext_lazy as _

NO_LEVEL = [("", _("(chọn)"))]


def text_field(label, *, length=400, required=True, rows=0, help_text=""):
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        label=label, max_length=length, required=required, widget=widget, help_text=help_text
    )
