"""What is asked about curricula, their material, and the opinion of participants."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.queries import homes_of
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.training.access import EDIT
from thenchot.training.enums import Rated
from thenchot.training.labels import MATERIAL_KIND, METHOD, RATED, RATED_HELP
from thenchot.training.models import Topic
from thenchot.training.rules.rating import POINTS
from thenchot.training.services.curricula import FIELDS


class CurriculumForm(forms.Form):
    owner = forms.CharField(
        label=_("Cơ quan biên soạn"),
        max_length=200,
        help_text=_("Ví dụ: Trường Chính trị tỉnh, Trung tâm Chính trị"),
    )
    hours = forms.IntegerField(label=_("Số tiết"), min_value=1, max_value=5000)
    methods = forms.MultipleChoiceField(
        label=_("Phương pháp"), choices=choices(METHOD), widget=forms.CheckboxSelectMultiple
    )
    aims = forms.CharField(label=_("Mục tiêu"), max_length=2000, widget=forms.Textarea({"rows": 3}))
    content = forms.CharField(
        label=_("Nội dung"),
        max_length=8000,
        widget=forms.Textarea({"rows": 8}),
        help_text=_("Mỗi chuyên đề, bài một dòng"),
    )
    changes = forms.CharField(label=_("Thay đổi so với bản trước"), max_length=400, required=False)

    @staticmethod
    def values_of(curriculum) -> dict:
        return {name: getattr(curriculum, name) for name in FIELDS}


class NewCurriculumForm(CurriculumForm):
    unit = one_of(_("Của"))
    topic = one_of(_("Chuyên đề"))
    field_order = ["unit", "topic", "owner"]

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))
        offer(self, "topic", Topic.objects.visible_to(actor, EDIT))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"unit_id": data.pop("unit").pk, "topic_id": data.pop("topic").pk}


class IssueForm(forms.Form):
    decision = forms.CharField(label=_("Văn bản ban hành"), max_length=200)
    issued_on = day_field(_("Ngày ban hành"), initial=today)


class ReviseForm(forms.Form):
    changes = forms.CharField(
        label=_("Thay đổi gì, vì sao"), max_length=400, widget=forms.Textarea({"rows": 3})
    )


class MaterialForm(forms.Form):
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(MATERIAL_KIND))
    title = forms.CharField(label=_("Tên tài liệu"), max_length=200)
    note = forms.CharField(label=_("Tóm tắt"), max_length=400, required=False)
    file = forms.FileField(label=_("Tệp (PDF, Word, PowerPoint, Excel, ảnh)"))


class OpinionForm(forms.Form):
    """Six objects from 1 to 5, and a word."""

    word = forms.CharField(
        label=_("Góp ý thêm"),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Không ghi tên; không ai biết ai đã góp ý gì"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code in Rated:
            self.fields[code] = forms.TypedChoiceField(
                label=RATED[code],
                help_text=RATED_HELP[code],
                choices=[(one, str(one)) for one in POINTS],
                coerce=int,
                widget=forms.RadioSelect,
            )
        self.order_fields([*Rated, "word"])

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return {"word": data.pop("word"), "points": data}
