"""What is asked about the official list of communes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.places.importing import FIRST
from thenchot.platform.ui.forms import day_field


class PlaceUploadForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp Excel (.xlsx)"),
        widget=forms.ClearableFileInput({"accept": ".xlsx"}),
        help_text=_("Chưa ghi gì vào hệ thống ở bước này."),
    )
    on = day_field(_("Danh mục có hiệu lực từ"), initial=FIRST)
    is_complete = forms.BooleanField(
        label=_("Tệp có đủ các xã, phường của những tỉnh nêu trong đó"),
        required=False,
        initial=True,
        help_text=_("Xã, phường không còn trong tệp sẽ kết thúc vào hôm trước ngày này."),
    )
