from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.forms import day_field


class ExemptForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300)
    review_on = day_field(_("Xem lại ngày"))


class DigestForm(forms.Form):
    wants = forms.BooleanField(label=_("Nhận thư báo việc mỗi ngày"), required=False)
