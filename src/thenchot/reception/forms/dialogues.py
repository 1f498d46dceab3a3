"""Dialogues: what is asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.queries import homes_of
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.reception.access import EDIT
from thenchot.reception.forms.sessions import hour_field, people_for


class DialogueForm(forms.Form):
    unit = one_of(_("Địa phương"))
    name = forms.CharField(label=_("Tên hội nghị"), max_length=200)
    on = day_field(_("Ngày đối thoại"))
    starts_at = hour_field(_("Giờ"), "08:00")
    place = forms.CharField(label=_("Địa điểm"), max_length=200)
    chairs = forms.ModelMultipleChoiceField(
        None, label=_("Chủ trì"), widget=forms.SelectMultiple({"size": 6})
    )
    with_front = forms.BooleanField(
        label=_("Phối hợp Mặt trận Tổ quốc"), required=False, initial=True
    )
    plan_no = forms.CharField(label=_("Số kế hoạch"), max_length=120, required=False)
    subjects = forms.CharField(
        label=_("Chủ đề, nội dung"), max_length=3000, widget=forms.Textarea({"rows": 5})
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))
        offer(self, "chairs", people_for(actor))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        ids = [person.pk for person in data.pop("chairs")]
        return {"unit_id": data.pop("unit").pk, "chair_ids": ids, **data}


class AnnounceForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do thông báo chậm (nếu chậm)"), max_length=300, required=False
    )


class QuestionForm(forms.Form):
    text = forms.CharField(
        label=_("Câu hỏi, kiến nghị"), max_length=2000, widget=forms.Textarea({"rows": 5})
    )
    asked_by = forms.CharField(
        label=_("Người hỏi (không công khai)"), max_length=200, required=False
    )


class PublicQuestionForm(forms.Form):
    text = forms.CharField(
        label=_("Ông (bà) muốn hỏi, muốn kiến nghị điều gì?"),
        max_length=2000,
        widget=forms.Textarea({"rows": 5}),
    )


class AnswerQuestionForm(forms.Form):
    answer = forms.CharField(
        label=_("Trả lời"), max_length=3000, widget=forms.Textarea({"rows": 5})
    )


class MinutesForm(forms.Form):
    attended = forms.IntegerField(label=_("Số người dự"), min_value=0, max_value=100_000)
    minutes = forms.CharField(
        label=_("Biên bản"), max_length=12_000, widget=forms.Textarea({"rows": 12})
    )
