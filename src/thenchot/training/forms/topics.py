"""What is asked about subjects."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.enums import PositionGroup
from thenchot.organisation.queries import homes_of
from thenchot.people.enums import QualificationKind
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.policy.codelists import code_list
from thenchot.standards.rules.demands import RANKED, list_of
from thenchot.training.access import EDIT
from thenchot.training.enums import Audience
from thenchot.training.labels import ABILITY, AUDIENCE, CYCLE, TOPIC_GROUP
from thenchot.training.services.topics import FIELDS

NOTHING = ("", _("(không có)"))


def _levels():
    """ "theory:middle" for every level of every ranked list."""
    groups = []
    for kind in sorted(RANKED):
        items = [(f"{kind}:{item.code}", item.name) for item in list_of(kind) if item.rank]
        groups.append((code_list(kind).name, items))
    return [NOTHING, *groups]


class TopicForm(forms.Form):
    name = forms.CharField(label=_("Chuyên đề"), max_length=200)
    group = forms.ChoiceField(label=_("Nhóm"), choices=choices(TOPIC_GROUP))
    audience = forms.ChoiceField(label=_("Dành cho"), choices=choices(AUDIENCE))
    cycle = forms.ChoiceField(label=_("Kỳ"), choices=choices(CYCLE))
    ability = forms.ChoiceField(label=_("Rèn năng lực"), choices=choices(ABILITY))
    hours = forms.IntegerField(label=_("Số tiết"), min_value=1, max_value=5000)
    is_practical = forms.BooleanField(label=_("Thực hành, tình huống"), required=False)
    paper = forms.ChoiceField(
        label=_("Học xong, hồ sơ có thêm"),
        choices=[NOTHING, *QualificationKind.choices],
        required=False,
        help_text=_("Tiêu chuẩn còn thiếu được bù theo mục này"),
    )
    level = forms.ChoiceField(label=_("Trình độ"), required=False)
    paper_name = forms.CharField(label=_("Tên văn bằng, chứng chỉ"), max_length=300, required=False)
    field = forms.CharField(label=_("Ngành, chuyên ngành"), max_length=300, required=False)
    counts_as_science = forms.BooleanField(
        label=_("Đào tạo khoa học, công nghệ"),
        required=False,
        help_text=_("Học xong được ghi “có trình độ khoa học, công nghệ” khi chính sách cho phép"),
    )
    work_field = forms.CharField(
        label=_("Lĩnh vực công tác"),
        max_length=80,
        required=False,
        help_text=_("Ví dụ: địa chính, xây dựng, tài chính - kế toán, tiếp công dân"),
    )
    position_group = forms.ChoiceField(
        label=_("Nhóm vị trí việc làm"),
        choices=[("", _("(mọi nhóm)")), *PositionGroup.choices],
        required=False,
    )
    post_words = forms.CharField(
        label=_("Từ trong tên vị trí việc làm"),
        max_length=200,
        required=False,
        help_text=_(
            "Cách nhau bằng dấu phẩy; người giữ vị trí có một trong các từ này thì thuộc nhóm"
        ),
    )
    link = forms.URLField(
        label=_("Khóa học trực tuyến"), max_length=500, required=False, assume_scheme="https"
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = _levels()

    @staticmethod
    def values_of(topic) -> dict:
        values = {name: getattr(topic, name) for name in FIELDS}
        return values | {"level": f"{topic.paper}:{topic.level}" if topic.level else ""}

    def clean(self):
        data = super().clean() or {}
        kind = data.get("level", "").partition(":")[0]
        if kind and data.get("paper") != kind:
            self.add_error("level", _("Trình độ này thuộc loại khác với mục “Học xong”."))
        if data.get("audience") == Audience.FIELD:
            for name in ("work_field", "post_words"):
                if not data.get(name):
                    self.add_error(name, _("Cần ghi khi chuyên đề dành cho một lĩnh vực."))
        return data

    def facts(self) -> dict:
        data = self.cleaned_data
        return data | {"level": data["level"].partition(":")[2]}


class NewTopicForm(TopicForm):
    unit = one_of(_("Dùng tại"))
    code = forms.CharField(label=_("Mã"), max_length=40)
    field_order = ["unit", "code", "name"]

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))

    def facts(self) -> dict:
        data = super().facts()
        return data | {"unit_id": data.pop("unit").pk}


class AdoptForm(forms.Form):
    unit = one_of(_("Dùng tại"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))

    def facts(self) -> dict:
        return {"unit_id": self.cleaned_data["unit"].pk}


class EndForm(forms.Form):
    valid_to = day_field(_("Dùng đến ngày"))
