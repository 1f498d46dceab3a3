"""What a person may type about a unit."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.models import DutyHolder, Unit
from thenchot.organisation.rules import may_sit_under
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field

LAST = 9_999  # place in a list


class NewUnitForm(forms.Form):
    name = forms.CharField(label=_("Tên đơn vị"), max_length=200)
    short_name = forms.CharField(label=_("Tên gọn"), max_length=80, required=False)
    kind = forms.ChoiceField(label=_("Loại"))
    bloc = forms.ChoiceField(label=_("Khối"), choices=Bloc.choices)
    code = forms.CharField(label=_("Mã"), max_length=40, required=False)
    position = forms.IntegerField(label=_("Thứ tự"), min_value=0, max_value=LAST, initial=0)
    valid_from = day_field(_("Từ ngày"))

    def __init__(self, *args, parent, **kwargs):
        super().__init__(*args, **kwargs)
        fitting = [
            (code, label) for code, label in UnitKind.choices if may_sit_under(code, parent.kind)
        ]
        self.fields["kind"].choices = fitting
        self.fields["bloc"].initial = parent.bloc


class EditUnitForm(forms.Form):
    """A new name has a first day, so that the former one stays true until then."""

    name = forms.CharField(label=_("Tên đơn vị"), max_length=200)
    short_name = forms.CharField(label=_("Tên gọn"), max_length=80, required=False)
    on = day_field(
        _("Tên mới dùng từ ngày"), help_text=_("Tên trước đó được giữ lại cho những ngày trước.")
    )
    bloc = forms.ChoiceField(label=_("Khối"), choices=Bloc.choices)
    code = forms.CharField(label=_("Mã"), max_length=40, required=False)
    position = forms.IntegerField(label=_("Thứ tự"), min_value=0, max_value=LAST)


class MoveUnitForm(forms.Form):
    parent = forms.ModelChoiceField(None, label=_("Chuyển về trực thuộc"))
    on = day_field(_("Từ ngày"), initial=today)

    def __init__(self, *args, actor, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = _places_outside(actor, unit)


class DissolveUnitForm(forms.Form):
    successor = forms.ModelChoiceField(
        None,
        label=_("Đơn vị kế thừa"),
        required=False,
        help_text=_("Ai xem được đơn vị kế thừa thì vẫn tra cứu được đơn vị đã giải thể."),
    )
    on = day_field(_("Ngày hoạt động cuối cùng"), initial=today)

    def __init__(self, *args, actor, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = _places_outside(actor, unit)


class JoinForm(forms.Form):
    """This unit and others become one: this one, or a new one."""

    others = forms.ModelMultipleChoiceField(
        None, label=_("Hợp nhất với"), widget=forms.CheckboxSelectMultiple
    )
    into = forms.ChoiceField(
        label=_("Thành"),
        choices=[("this", _("đơn vị này")), ("new", _("một đơn vị mới"))],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label=_("Tên đơn vị mới"), max_length=200, required=False)
    short_name = forms.CharField(label=_("Tên gọn"), max_length=80, required=False)
    on = day_field(
        _("Từ ngày"),
        initial=today,
        help_text=_(
            "Đơn vị cũ kết thúc vào hôm trước; người, nhiệm vụ, chức năng còn lại được liệt kê "
            "để xử lý."
        ),
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=300)

    def __init__(self, *args, actor, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit = unit
        same_kind = _places_outside(actor, unit).filter(parent=unit.parent)
        self.fields["others"].queryset = same_kind.order_by("position", "pk")

    def clean(self):
        if self.cleaned_data.get("into") == "new" and not self.cleaned_data.get("name"):
            self.add_error("name", _("Cần tên của đơn vị mới."))
        return self.cleaned_data

    def facts(self) -> dict:
        said, unit = self.cleaned_data, self.unit
        others = [other.pk for other in said["others"]]
        common = {"on": said["on"], "basis": said["basis"]}
        if said["into"] == "this":
            return {"unit_ids": others, "heir_id": unit.pk, **common}
        new = {
            "parent_id": unit.parent_id,
            "name": said["name"],
            "short_name": said["short_name"],
            "kind": unit.kind,
            "bloc": unit.bloc,
            "position": unit.position,
        }
        return {"unit_ids": [unit.pk, *others], "new": new, **common}


class DivideForm(forms.Form):
    """This unit becomes several: new ones by name, or ones that are there already."""

    names = forms.CharField(
        label=_("Đơn vị mới"),
        widget=forms.Textarea({"rows": 4}),
        required=False,
        help_text=_(
            "Mỗi dòng một tên. Đơn vị đầu tiên là đơn vị kế thừa chính: nhận đơn vị trực thuộc "
            "và các liên kết cũ."
        ),
    )
    known = forms.ModelMultipleChoiceField(
        None, label=_("Đơn vị đã có cùng nhận"), required=False, widget=forms.CheckboxSelectMultiple
    )
    on = day_field(_("Từ ngày"), initial=today)
    basis = forms.CharField(label=_("Căn cứ"), max_length=300)

    def __init__(self, *args, actor, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.fields["known"].queryset = (
            _places_outside(actor, unit).filter(parent=unit.parent).order_by("position", "pk")
        )

    def facts(self) -> dict:
        said, unit = self.cleaned_data, self.unit
        names = [line.strip() for line in said["names"].splitlines() if line.strip()]
        common = {
            "parent_id": unit.parent_id,
            "kind": unit.kind,
            "bloc": unit.bloc,
            "position": unit.position,
        }
        heirs = [{"name": name, **common} for name in names] + [known.pk for known in said["known"]]
        return {"heirs": heirs, "on": said["on"], "basis": said["basis"]}


class HandOverForm(forms.Form):
    """Functions that an ended unit still holds, and the heir that takes them."""

    heir = forms.ModelChoiceField(None, label=_("Chuyển sang"), empty_label=None)
    holders = forms.ModelMultipleChoiceField(
        None, label=_("Chức năng, nhiệm vụ"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, unit, heirs, **kwargs):
        super().__init__(*args, **kwargs)
        self.holders = DutyHolder.objects.filter(unit=unit, valid_to__isnull=True).select_related(
            "duty", "unit"
        )
        self.fields["heir"].queryset = Unit.objects.filter(pk__in=[heir.pk for heir in heirs])
        self.fields["holders"].queryset = self.holders

    def facts(self) -> dict:
        return {
            "heir_id": self.cleaned_data["heir"].pk,
            "holder_ids": [h.pk for h in self.cleaned_data["holders"]],
        }


class AliasForm(forms.Form):
    text = forms.CharField(label=_("Văn bản gọi là"), max_length=300)
    units = forms.ModelMultipleChoiceField(
        None, label=_("Nghĩa là các đơn vị"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, home, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = (
            Unit.objects.under([home.path]).in_force(today()).order_by("path")
        )


class DayForm(forms.Form):
    on = day_field(_("Vào ngày"), required=False)
    q = forms.CharField(label=_("Tìm"), required=False)

    @property
    def said(self) -> dict:
        """What was asked for; an unreadable day is no day."""
        return {"on": None, "q": ""} | (self.cleaned_data if self.is_valid() else {})


def _places_outside(actor, unit):
    inside = Unit.objects.under([unit.path]).values("pk")
    return Unit.objects.visible_to(actor).in_force(today()).exclude(pk__in=inside).order_by("path")
