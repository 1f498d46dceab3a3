"""What a person may type about a unit."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import Bloc, Kind
from thenchot.organisation.models import Unit
from thenchot.organisation.rules import may_sit_under
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field


class NewUnitForm(forms.Form):
    name = forms.CharField(label=_("Tên đơn vị"), max_length=200)
    short_name = forms.CharField(label=_("Tên gọn"), max_length=80, required=False)
    kind = forms.ChoiceField(label=_("Loại"))
    bloc = forms.ChoiceField(label=_("Khối"), choices=Bloc.choices)
    code = forms.CharField(label=_("Mã"), max_length=40, required=False)
    position = forms.IntegerField(label=_("Thứ tự"), min_value=0, initial=0)
    valid_from = day_field(_("Từ ngày"))

    def __init__(self, *args, parent, **kwargs):
        super().__init__(*args, **kwargs)
        fitting = [(code, label) for code, label in Kind.choices if may_sit_under(code, parent.kind)]
        self.fields["kind"].choices = fitting
        self.fields["bloc"].initial = parent.bloc


class EditUnitForm(forms.Form):
    """A new name has a first day, so that the former one stays true until then."""

    name = forms.CharField(label=_("Tên đơn vị"), max_length=200)
    short_name = forms.CharField(label=_("Tên gọn"), max_length=80, required=False)
    on = day_field(_("Tên mới dùng từ ngày"), help_text=_("Tên trước đó được giữ lại cho những ngày trước."))
    bloc = forms.ChoiceField(label=_("Khối"), choices=Bloc.choices)
    code = forms.CharField(label=_("Mã"), max_length=40, required=False)
    position = forms.IntegerField(label=_("Thứ tự"), min_value=0)


class MoveUnitForm(forms.Form):
    parent = forms.ModelChoiceField(None, label=_("Chuyển về trực thuộc"))
    on = day_field(_("Từ ngày"), initial=today)

    def __init__(self, *args, actor, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = _places_outside(actor, unit)


class DissolveUnitForm(forms.Form):
    successor = forms.ModelChoiceField(
        None, label=_("Đơn vị kế thừa"), required=False,
        help_text=_("Ai xem được đơn vị kế thừa thì vẫn tra cứu được đơn vị đã giải thể."),
    )  # fmt: skip
    on = day_field(_("Ngày hoạt động cuối cùng"), initial=today)

    def __init__(self, *args, actor, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = _places_outside(actor, unit)


class AliasForm(forms.Form):
    text = forms.CharField(label=_("Văn bản gọi là"), max_length=300)
    units = forms.ModelMultipleChoiceField(None, label=_("Nghĩa là các đơn vị"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, home, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = Unit.objects.under([home.path]).in_force(today()).order_by("path")


class DayForm(forms.Form):
    on = day_field(_("Vào ngày"), required=False)


def _places_outside(actor, unit):
    inside = Unit.objects.under([unit.path]).values("pk")
    return Unit.objects.visible_to(actor).in_force(today()).exclude(pk__in=inside).order_by("path")
