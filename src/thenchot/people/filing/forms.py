"""What a person types about a file, a proposal, a pledge, a request, a breach."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import Unit
from thenchot.people.access import KEEP_DATA_RIGHTS
from thenchot.people.enums import RequestKind
from thenchot.people.filing.fields import PartForm
from thenchot.people.filing.reading import Moment
from thenchot.platform.clock import now, today
from thenchot.platform.ui.forms import day_field


class MomentForm(forms.Form):
    """Both questions of time."""

    on = day_field(_("Đúng vào ngày"), required=False)
    said = day_field(_("Hồ sơ ghi thế nào vào ngày"), required=False)

    def moment(self) -> Moment:
        return (
            Moment(self.cleaned_data["on"], self.cleaned_data["said"])
            if self.is_valid()
            else Moment()
        )


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; cleaned to a list."""

    widget = SeveralFiles

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(file, initial) for file in files]


class ProposalForm(PartForm):
    note = forms.CharField(label=_("Lời nhắn cho người giữ hồ sơ"), required=False, max_length=300)
    files = FilesField(
        label=_("Ảnh chụp, bản quét giấy tờ"),
        required=False,
        help_text=_("PDF, JPG, PNG, mỗi tệp đến 10 MB"),
    )
    field_order = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(
            [*(name for name in self.fields if name not in ("note", "files")), "note", "files"]
        )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea({"rows": 2}))


class ReturnForm(ReasonForm):
    """A proposal goes back to the person."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Lý do trả lại")


class PledgeForm(forms.Form):
    year = forms.IntegerField(
        label=_("Năm"), min_value=2000, max_value=2100, initial=lambda: today().year
    )
    content = forms.CharField(label=_("Nội dung cam kết"), widget=forms.Textarea({"rows": 8}))
    signed_on = day_field(_("Ngày ký"), initial=today)
    scan = forms.FileField(
        label=_("Bản quét đã ký"), required=False, help_text=_("PDF, JPG, PNG, đến 10 MB")
    )


class ReviewForm(forms.Form):
    review = forms.CharField(
        label=_("Kết quả thực hiện cam kết"), widget=forms.Textarea({"rows": 6})
    )


class ScanForm(forms.Form):
    name = forms.CharField(label=_("Tài liệu"), max_length=200)
    file = forms.FileField(label=_("Tệp"), help_text=_("PDF, JPG, PNG"))


class PhotoForm(forms.Form):
    file = forms.FileField(
        label=_("Ảnh 4 × 6"),
        help_text=_("JPG, PNG, đến 5 MB; ảnh khác tỷ lệ được cắt đều hai bên khi in."),
        widget=forms.ClearableFileInput({"accept": ".jpg,.jpeg,.png"}),
    )


class RequestForm(forms.Form):
    kind = forms.ChoiceField(label=_("Yêu cầu"), choices=RequestKind.choices)
    content = forms.CharField(label=_("Nội dung"), widget=forms.Textarea({"rows": 4}))


class AnswerForm(forms.Form):
    text = forms.CharField(label=_("Trả lời"), widget=forms.Textarea({"rows": 5}))


class Moment24(forms.DateTimeInput):
    """A moment as it is written, whatever the language of the browser."""

    def __init__(self):
        attrs = {"placeholder": "dd/mm/yyyy hh:mm", "autocomplete": "off"}
        super().__init__(attrs, format="%d/%m/%Y %H:%M")


class BreachForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Đơn vị"))
    found_at = forms.DateTimeField(label=_("Phát hiện lúc"), widget=Moment24(), initial=now)
    what = forms.CharField(label=_("Việc gì xảy ra"), widget=forms.Textarea({"rows": 3}))
    affected = forms.CharField(
        label=_("Dữ liệu và người bị ảnh hưởng"), widget=forms.Textarea({"rows": 3})
    )
    measures = forms.CharField(
        label=_("Đã làm gì"), required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        units = Unit.objects.under(actor.paths_for(KEEP_DATA_RIGHTS)).in_force(today())
        self.fields["unit"].queryset = units.order_by("path")


class FollowForm(forms.Form):
    measures = forms.CharField(
        label=_("Đã làm gì"), required=False, widget=forms.Textarea({"rows": 4})
    )
    notified_at = forms.DateTimeField(
        label=_("Đã báo cơ quan chuyên trách lúc"), required=False, widget=Moment24()
    )
    closed_on = day_field(_("Kết thúc ngày"), required=False)
