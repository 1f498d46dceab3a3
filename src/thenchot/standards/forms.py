"""What a person types about sets, requirements, exemptions, and the filters of the lists."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import Bloc, PositionGroup, StaffKind, TitleRank
from thenchot.organisation.filters import units_of
from thenchot.organisation.models import Title, Unit
from thenchot.people.enums import QualificationKind
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field
from thenchot.standards.access import SEE_BOARD
from thenchot.standards.enums import Bound, RequirementKind
from thenchot.standards.evaluation import judge_person
from thenchot.standards.labels import BOUND, KIND, MEASURE, choices
from thenchot.standards.models import Requirement, StandardSet
from thenchot.standards.rules.demands import RANKED, list_of

LIST_HELP = _("Mỗi dòng một mục.")


class LinesField(forms.CharField):
    """A text area; cleaned to a list of lines."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value):
        return [
            line.strip()
            for line in re.split(r"[\n;]+", super().to_python(value) or "")
            if line.strip()
        ]


class SetForm(forms.Form):
    name = forms.CharField(label=_("Tên bộ tiêu chuẩn"), max_length=200)
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)
    clause = forms.CharField(
        label=_("Chỉ tiêu, nội dung mà bộ này trả lời"), max_length=200, required=False
    )
    is_for_leaders = forms.BooleanField(
        label=_("Chuẩn của lãnh đạo, quản lý"),
        required=False,
        help_text=_("Tỷ lệ lãnh đạo, quản lý đạt chuẩn tính theo bộ này"),
    )
    note = forms.CharField(label=_("Ghi chú"), required=False, widget=forms.Textarea({"rows": 4}))


class IssueForm(forms.Form):
    basis = forms.CharField(
        label=_("Văn bản ban hành"), max_length=300, help_text=_("Số, ngày, cơ quan ban hành")
    )
    valid_from = day_field(_("Áp dụng từ ngày"))


class AdoptForm(forms.Form):
    """Sent by the buttons of the list of shipped sets."""

    unit = forms.IntegerField()
    code = forms.SlugField()


class ExemptionForm(forms.Form):
    """Of one of the standards that meet the person today."""

    requirement_id = forms.TypedChoiceField(label=_("Yêu cầu"), coerce=int)
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=300, help_text=_("Văn bản nào, của cơ quan nào, ngày nào")
    )
    valid_from = day_field(_("Miễn từ ngày"), initial=today)
    valid_to = day_field(_("Đến hết ngày"), required=False)
    review_on = day_field(_("Hoặc xem lại ngày"), required=False)

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        asked = [gap.demand.standard for gap in judge_person(person.pk, today()).gaps]
        self.fields["requirement_id"].choices = [
            (standard.key, standard.name) for standard in asked
        ]


class EndForm(forms.Form):
    on = day_field(_("Ngày cuối được miễn"), initial=today)


def _levels():
    """Levels of every list, grouped by the kind of paper."""
    kinds = dict(QualificationKind.choices)
    return [
        ("", "–"),
        *(
            (kinds[paper], [(f"{paper}:{i.code}", i.name) for i in list_of(paper) if i.rank])
            for paper in sorted(RANKED)
        ),
    ]


class RequirementForm(forms.Form):
    """One form for all kinds; what a kind cannot do without is said by the service."""

    name = forms.CharField(label=_("Yêu cầu"), max_length=200)
    axis = forms.ChoiceField(label=_("Trục"))
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(KIND))
    level = forms.ChoiceField(label=_("Từ trình độ"), required=False)
    paper = forms.ChoiceField(
        label=_("Loại chứng chỉ (khi chỉ cần còn hạn)"),
        required=False,
        choices=[("", "–"), *QualificationKind.choices],
    )
    names = LinesField(
        label=_("Tên phần mềm, kỹ năng, chứng chỉ, ngoại ngữ hoặc năng lực của khung"),
        required=False,
        help_text=LIST_HELP,
    )
    fields_ = LinesField(
        label=_("Ngành"),
        required=False,
        help_text=_("Mỗi dòng một ngành; để trống thì theo ngành của vị trí việc làm."),
    )
    number = forms.IntegerField(
        label=_("Số năm, số tuổi"), required=False, min_value=0, max_value=100
    )
    measure = forms.ChoiceField(
        label=_("Tính năm của"), required=False, choices=[("", "–"), *choices(MEASURE)]
    )
    bound = forms.ChoiceField(label=_("Tuổi"), required=False, choices=choices(BOUND))
    clause = forms.CharField(label=_("Điều, khoản"), max_length=200, required=False)
    next_step = forms.CharField(label=_("Việc cần làm khi thiếu"), max_length=300, required=False)
    managers = forms.BooleanField(label=_("Chỉ lãnh đạo, quản lý"), required=False)
    heads = forms.BooleanField(label=_("Chỉ người đứng đầu"), required=False)
    personnel = forms.BooleanField(
        label=_("Chỉ chức danh làm công tác tổ chức, cán bộ"), required=False
    )
    ranks = forms.MultipleChoiceField(
        label=_("Cấp chức danh"),
        required=False,
        choices=TitleRank.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    blocs = forms.MultipleChoiceField(
        label=_("Khối"), required=False, choices=Bloc.choices, widget=forms.CheckboxSelectMultiple
    )
    staff_kinds = forms.MultipleChoiceField(
        label=_("Loại cán bộ"),
        required=False,
        choices=StaffKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    groups = forms.MultipleChoiceField(
        label=_("Nhóm vị trí việc làm"),
        required=False,
        choices=PositionGroup.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    titles = forms.MultipleChoiceField(
        label=_("Chức danh"), required=False, widget=forms.SelectMultiple({"size": 8})
    )
    positions = LinesField(label=_("Mã vị trí việc làm"), required=False, help_text=LIST_HELP)

    ADDRESSED = (
        "managers",
        "heads",
        "personnel",
        "ranks",
        "blocs",
        "staff_kinds",
        "groups",
        "titles",
        "positions",
    )

    def __init__(
        self,
        *args,
        owner: StandardSet | None = None,
        row: Requirement | None = None,
        initial: dict | None = None,
        **kwargs,
    ):
        """`row`: the requirement to be changed; else of which set it will be."""
        owner = row.set if row else owner
        usual = _initial(row) if row else {"bound": Bound.AT_LEAST}
        super().__init__(*args, initial=usual | (initial or {}), **kwargs)
        self.fields["axis"].choices = owner.axes
        self.fields["level"].choices = _levels()
        named = Title.objects.serving(owner.unit) if owner.unit else Title.objects.filter(unit=None)
        self.fields["titles"].choices = [(title.code, title.name) for title in named]

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        addressees = {key: values.pop(key) for key in self.ADDRESSED}
        paper, _sep, level = values.pop("level").partition(":")
        values |= {
            "level": level,
            "paper": paper or values["paper"],
            "fields": values.pop("fields_"),
            "number": values["number"] or 0,
        }
        return values | {"addressees": {key: value for key, value in addressees.items() if value}}


def _initial(row: Requirement) -> dict:
    plain = ("name", "axis", "kind", "names", "number", "measure", "bound", "clause", "next_step")
    values = {name: getattr(row, name) for name in plain} | {"fields_": row.fields} | row.addressees
    is_certificate = row.kind == RequirementKind.CERTIFICATE
    return values | {
        "level": f"{row.paper}:{row.level}" if row.level else "",
        "paper": row.paper if is_certificate else "",
    }


class BoardForm(forms.Form):
    """Of which set, and of which unit, the board shows figures. A wrong choice is no choice."""

    set = forms.ModelChoiceField(
        label=_("Bộ tiêu chuẩn"),
        queryset=StandardSet.objects.none(),
        required=False,
        empty_label=None,
    )
    unit = forms.ModelChoiceField(
        label=_("Đơn vị"), queryset=Unit.objects.none(), required=False, empty_label=_("mọi đơn vị")
    )

    def __init__(self, data, *, sets: list[StandardSet], actor):
        wanted = data.get("set", "")
        chosen = next((one for one in sets if str(one.pk) == wanted), None)
        self.chosen = chosen or next(iter(sets), None)
        data = data.copy()
        data["set"] = self.chosen.pk if self.chosen else ""
        super().__init__(data)
        self.fields["set"].queryset = StandardSet.objects.filter(pk__in=[one.pk for one in sets])
        self.fields["unit"].queryset = units_of(actor, SEE_BOARD)

    @property
    def under(self) -> Unit | None:
        self.full_clean()
        return self.cleaned_data.get("unit")
