"""What a person may type about a document."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.documents.access import REGISTER
from thenchot.documents.models import LinkKind
from thenchot.documents.queries import list_directives
from thenchot.organisation.queries import homes_of
from thenchot.platform.ui.forms import day_field


class DirectiveForm(forms.Form):
    home = forms.ModelChoiceField(None, label=_("Vào thư viện của"), empty_label=None)
    kind = forms.CharField(label=_("Loại văn bản"), max_length=60, required=False)
    number = forms.CharField(
        label=_("Số, ký hiệu"),
        max_length=60,
        required=False,
        help_text=_("Ví dụ: 17-CTr/ĐU, 64/KH-UBND"),
    )
    issued_on = day_field(_("Ngày ban hành"), required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200)
    title = forms.CharField(
        label=_("Trích yếu"), max_length=500, widget=forms.Textarea({"rows": 3})
    )
    signer = forms.CharField(label=_("Người ký"), max_length=120, required=False)
    signer_title = forms.CharField(label=_("Chức vụ người ký"), max_length=120, required=False)
    place = forms.CharField(label=_("Nơi ban hành"), max_length=100, required=False)
    recipients = forms.CharField(
        label=_("Nơi nhận"),
        required=False,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Mỗi dòng một nơi"),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["home"].queryset = homes_of(actor, REGISTER)

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        lines = values.pop("recipients").splitlines()
        return values | {
            "home_id": values.pop("home").pk,
            "recipients": [line for line in map(str.strip, lines) if line],
        }


class LinkForm(forms.Form):
    kind = forms.ChoiceField(label=_("Quan hệ"), choices=LinkKind.choices)
    target = forms.ModelChoiceField(None, label=_("Văn bản trong thư viện"), required=False)
    cited_number = forms.CharField(
        label=_("Hoặc số, ký hiệu văn bản ngoài thư viện"), max_length=60, required=False
    )
    cited_issuer = forms.CharField(
        label=_("Cơ quan ban hành văn bản đó"), max_length=200, required=False
    )
    cited_on = day_field(_("Ngày của văn bản đó"), required=False)

    def __init__(self, *args, actor, source, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].queryset = list_directives(actor).exclude(pk=source.pk)

    def facts(self) -> dict:
        target = self.cleaned_data.pop("target")
        return {**self.cleaned_data, "target_id": target and target.pk}


class OriginalForm(forms.Form):
    file = forms.FileField(label=_("Bản gốc (PDF, DOCX, ảnh chụp hoặc văn bản)"))
