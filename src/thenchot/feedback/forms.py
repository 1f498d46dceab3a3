"""What the pages of many-sided rating ask."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.feedback.access import EDIT_CRITERIA, KEEP_FEEDBACK
from thenchot.feedback.enums import CriteriaState, Side
from thenchot.feedback.labels import CRITERIA_USE, SIDE
from thenchot.feedback.models import CriteriaSet
from thenchot.kernel.periods import KINDS
from thenchot.organisation.models import Title, Unit
from thenchot.organisation.models import UnitKind as UnitKind
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field
from thenchot.worklog.labels import CAPACITY

EASY = 20  # a scale of whole points up to here is a list to choose from
ASKED = [Side.SELF, Side.SUPERIOR, Side.PEERS, Side.SUBORDINATES, Side.COLLECTIVE, Side.CITIZENS]
YES_NO = [("1", _("Đạt")), ("0", _("Chưa đạt"))]


def weight_field(label, **more):
    return forms.DecimalField(
        label=label, max_digits=5, decimal_places=2, min_value=Decimal(0), localize=True, **more
    )


class FeedbackRoundForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Đơn vị"), empty_label=None)
    set = forms.ModelChoiceField(None, label=_("Bộ tiêu chí"), empty_label=None)
    period = forms.ChoiceField(label=_("Kỳ"), choices=[("quarter", _("Quý")), ("year", _("Năm"))])
    number = forms.TypedChoiceField(
        label=_("Quý"), choices=[(n, n) for n in range(1, 5)], coerce=int
    )
    year = forms.IntegerField(label=_("Năm"), min_value=2025, max_value=2100)
    cut_off = day_field(
        _("Ngày chốt danh sách"), help_text=_("Ai ở đơn vị nào, giữ chức danh gì vào ngày này.")
    )
    closes_on = day_field(_("Nhận ý kiến đến hết ngày"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        units = (
            Unit.objects.visible_to(actor, KEEP_FEEDBACK)
            .in_force(today())
            .exclude(kind=UnitKind.PROVINCE)
        )
        self.fields["unit"].queryset = units.order_by("path")
        self.fields["set"].queryset = (
            CriteriaSet.objects.visible_to(actor, KEEP_FEEDBACK)
            .filter(state=CriteriaState.ISSUED)
            .order_by("name")
        )

    def clean(self):
        data = super().clean()
        unit, found = data.get("unit"), data.get("set")
        if unit and found and found.unit_id not in unit.ancestor_ids:
            self.add_error("set", _("Bộ tiêu chí này không áp dụng cho đơn vị đã chọn."))
        return data

    def facts(self) -> dict:
        said = dict(self.cleaned_data)
        number, year, kind = said.pop("number"), said.pop("year"), said.pop("period")
        period = KINDS[kind](year, number if kind == "quarter" else 1)
        return said | {
            "unit_id": said.pop("unit").pk,
            "set_id": said.pop("set").pk,
            "period": period,
        }


class ProlongForm(forms.Form):
    closes_on = day_field(_("Nhận ý kiến đến hết ngày"))


class AnswerForm(forms.Form):
    """One field a criterion, in the order of the set. No free text: a way of writing is a name."""

    def __init__(self, *args, measures, note=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.measures = measures
        for at, one in enumerate(measures):
            self.fields[f"c{at}"] = _field(one)
        if note:
            self.fields["note"] = forms.CharField(
                label=_("Nhận xét"),
                max_length=600,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def points(self) -> dict[str, Decimal]:
        return {
            one.code: Decimal(self.cleaned_data[f"c{at}"]) for at, one in enumerate(self.measures)
        }


def _field(one):
    if one.most == 1:
        return forms.ChoiceField(label=one.name, choices=YES_NO, widget=forms.RadioSelect)
    if one.most == int(one.most) and one.most <= EASY:
        scale = [("", _("(chọn)")), *((str(n), str(n)) for n in range(int(one.most), -1, -1))]
        return forms.ChoiceField(
            label=one.name,
            choices=scale,
            help_text=_("%(most)s là cao nhất") % {"most": int(one.most)},
        )
    return weight_field(one.name, max_value=one.most)


class AdoptForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Áp dụng cho"), empty_label=None)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = (
            Unit.objects.visible_to(actor, EDIT_CRITERIA).in_force(today()).order_by("path")
        )


class SetForm(forms.Form):
    """Name, for whom, and the weights of the sides: one row a capacity."""

    name = forms.CharField(label=_("Tên bộ tiêu chí"), max_length=200)
    use = forms.ChoiceField(label=_("Dùng cho"), choices=choices(CRITERIA_USE))
    kinds = forms.MultipleChoiceField(
        label=_("Áp dụng cho"), choices=choices(CAPACITY), widget=forms.CheckboxSelectMultiple
    )
    titles = forms.CharField(
        label=_("Chỉ các chức danh (mã, cách nhau dấu phẩy)"),
        max_length=400,
        required=False,
        help_text=_("Bỏ trống: mọi chức danh."),
    )
    note = forms.CharField(
        label=_("Ghi chú"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for kind, of_kind in CAPACITY.items():
            for side, of_side in SIDE.items():
                label = f"{of_kind}: {of_side}"
                self.fields[f"w_{kind}_{side}"] = forms.IntegerField(
                    label=label, min_value=0, max_value=100, required=False
                )

    def plain(self):
        return [self[name] for name in self.fields if not name.startswith("w_")]

    def rows(self):
        """A side, and its weight in each capacity."""
        return [
            (label, [self[f"w_{kind}_{side}"] for kind in CAPACITY]) for side, label in SIDE.items()
        ]

    @property
    def capacities(self):
        return list(CAPACITY.values())

    @staticmethod
    def values_of(found: CriteriaSet) -> dict:
        weights = {
            f"w_{kind}_{side}": weight
            for kind, sides in found.sides.items()
            for side, weight in sides.items()
        }
        return {
            "name": found.name,
            "use": found.use,
            "kinds": found.kinds,
            "titles": ", ".join(found.titles),
            "note": found.note,
        } | weights

    def clean_titles(self):
        codes = [code.strip() for code in self.cleaned_data["titles"].split(",") if code.strip()]
        unknown = set(codes) - set(
            Title.objects.filter(code__in=codes).values_list("code", flat=True)
        )
        if unknown:
            raise forms.ValidationError(
                _("Không có chức danh mang mã %(codes)s.") % {"codes": ", ".join(sorted(unknown))}
            )
        return codes

    def facts(self) -> dict:
        said = {
            name: self.cleaned_data[name] for name in ("name", "use", "kinds", "titles", "note")
        }
        weights = {
            str(kind): {
                str(side): self.cleaned_data[f"w_{kind}_{side}"]
                for side in SIDE
                if self.cleaned_data[f"w_{kind}_{side}"]
            }
            for kind in CAPACITY
        }
        return said | {"sides": {kind: weights[kind] for kind in said["kinds"]}}


class CriterionForm(forms.Form):
    name = forms.CharField(label=_("Tiêu chí"), max_length=300)
    group = forms.ChoiceField(label=_("Nhóm"))
    weight = weight_field(_("Trọng số, cả bộ cộng thành 100"))
    most = weight_field(
        _("Điểm tối đa"), initial=10, help_text=_("1: chỉ trả lời đạt hay chưa đạt.")
    )
    is_main = forms.BooleanField(
        label=_("Thước đo chủ yếu"),
        required=False,
        help_text=_("Các thước đo chủ yếu cộng lại phải trên 50."),
    )
    sides = forms.MultipleChoiceField(
        label=_("Chỉ hỏi"),
        choices=[(str(side), SIDE[side]) for side in ASKED],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Bỏ trống: hỏi mọi chiều."),
    )
    clause = forms.CharField(label=_("Điều khoản"), max_length=120, required=False)

    def __init__(self, *args, groups, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [tuple(group) for group in groups]


class IssueForm(forms.Form):
    basis = forms.CharField(label=_("Văn bản ban hành"), max_length=300)
    valid_from = day_field(_("Áp dụng từ ngày"))
