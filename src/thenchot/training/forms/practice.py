"""What is asked about a practical programme."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.filters import units_of
from thenchot.people.forms import NamedPerson
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.training.access import PROPOSE, SEE
from thenchot.training.forms.plans import in_office


class PracticeForm(forms.Form):
    aim = forms.CharField(
        label=_("Chuẩn bị cho chức danh"),
        max_length=200,
        required=False,
        help_text=_("Chức danh được quy hoạch, hoặc nhiệm vụ sẽ giao"),
    )
    post = forms.CharField(
        label=_("Vị trí thực nghiệm"),
        max_length=200,
        help_text=_("Ví dụ: giúp việc Bí thư chi bộ tổ dân phố 5; phụ trách tổ công tác giải tỏa"),
    )
    task = forms.CharField(
        label=_("Nhiệm vụ thực tế"), max_length=1000, widget=forms.Textarea({"rows": 4})
    )
    starts_on = day_field(_("Từ ngày"), initial=today)
    ends_on = day_field(_("Đến ngày"))

    @staticmethod
    def values_of(practice) -> dict:
        names = ("aim", "post", "task", "starts_on", "ends_on")
        return {name: getattr(practice, name) for name in names}

    def clean(self):
        data = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Ngày kết thúc không trước ngày bắt đầu."))
        return data


class NewPracticeForm(PracticeForm):
    person = NamedPerson(None, label=_("Người thực nghiệm"), empty_label=None)
    mentor = NamedPerson(None, label=_("Người hướng dẫn"), empty_label=None)
    host = one_of(_("Nơi thực nghiệm"))
    field_order = ["person", "aim", "host", "post", "task", "mentor"]

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "person", in_office(actor, PROPOSE))
        offer(self, "mentor", in_office(actor, SEE))
        offer(self, "host", units_of(actor, SEE))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {f"{name}_id": data.pop(name).pk for name in ("person", "mentor", "host")}


class PracticeResultForm(forms.Form):
    result = forms.CharField(
        label=_("Kết quả thực nghiệm"),
        max_length=1000,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Việc đã làm được, sản phẩm, nhận xét của người hướng dẫn"),
    )
