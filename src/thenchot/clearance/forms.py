"""What is asked when a verification is requested and concluded."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.clearance.labels import OUTCOME
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field


class RequestForm(forms.Form):
    purpose = forms.CharField(
        label=_("Để làm gì"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: quy hoạch nhiệm kỳ 2030 - 2035"),
    )


class ConclusionForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Kết luận"), choices=choices(OUTCOME))
    number = forms.CharField(label=_("Số văn bản kết luận"), max_length=120)
    body = forms.CharField(label=_("Cơ quan kết luận"), max_length=200)
    concluded_on = day_field(_("Ngày kết luận"), initial=today)
    valid_to = day_field(
        _("Có giá trị đến"),
        required=False,
        help_text=_("Để trống nếu văn bản không ghi; khi đó tính theo chính sách của địa phương."),
    )
    note = forms.CharField(
        label=_("Nội dung cần lưu ý"),
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Được mã hóa; chỉ người giữ hồ sơ này đọc được."),
    )
