"""What is asked about what somebody learnt alone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer
from thenchot.training.access import SEE
from thenchot.training.models import Topic


class SelfStudyForm(forms.Form):
    topic: forms.ModelChoiceField = forms.ModelChoiceField(
        None, label=_("Chuyên đề"), required=False, empty_label=_("(ngoài danh mục)")
    )
    name = forms.CharField(label=_("Nội dung tự học"), max_length=300)
    link = forms.URLField(
        label=_("Khóa học trực tuyến"), max_length=500, required=False, assume_scheme="https"
    )
    hours = forms.IntegerField(
        label=_("Số tiết"), min_value=1, max_value=500, help_text=_("Mỗi tiết 45 phút")
    )
    finished_on = day_field(_("Ngày học xong"), initial=today)
    proof = forms.FileField(
        label=_("Minh chứng (PDF, JPG, PNG)"),
        required=False,
        help_text=_("Giấy chứng nhận, ảnh chụp kết quả khóa học"),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "topic", Topic.objects.visible_to(actor, SEE))

    @staticmethod
    def values_of(row) -> dict:
        names = ("name", "link", "hours", "finished_on")
        return {name: getattr(row, name) for name in names} | {"topic": row.topic_id}

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        topic = data.pop("topic")
        return data | {"topic_id": topic and topic.pk}
