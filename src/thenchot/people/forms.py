"""What a person may type about people and their seats."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.models import StaffKind, Unit
from thenchot.people.access import EDIT
from thenchot.people.models import Sex
from thenchot.platform.clock import today
from thenchot.platform.office.excel.cells import BadCell, read_loose_day
from thenchot.platform.ui.forms import day_field


class NamedPerson(forms.ModelChoiceField):
    """People to choose from, by their names."""

    def label_from_instance(self, person):
        return person.full_name


class BirthField(forms.CharField):
    """dd/mm/yyyy or only a year; cleaned to a `Day` or none."""

    def __init__(self, **kwargs):
        help_text = _("dd/mm/yyyy; nếu chỉ biết thì ghi mm/yyyy hoặc năm sinh")
        super().__init__(label=_("Ngày sinh"), required=False, help_text=help_text, **kwargs)

    def clean(self, value):
        try:
            return read_loose_day(super().clean(value), this_year=today().year - 15)
        except BadCell as bad:
            raise forms.ValidationError(bad.message_vi) from bad


class PersonForm(forms.Form):
    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    sex = forms.ChoiceField(label=_("Giới tính"), choices=[("", "–"), *Sex.choices], required=False)
    born = BirthField()
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    code = forms.CharField(label=_("Mã cán bộ"), max_length=40, required=False)
    identity_no = forms.CharField(
        label=_("Số định danh cá nhân (căn cước)"), max_length=12, required=False
    )

    def facts(self) -> dict:
        """Arguments of the services: the birth as a day and how exactly it is known."""
        values = {
            name: self.cleaned_data[name]
            for name in ("full_name", "sex", "email", "code", "identity_no")
        }
        born = self.cleaned_data["born"]
        return values | {
            "born_on": born and born.on,
            "born_year_only": bool(born and born.year_only),
            "born_month_only": bool(born and born.month_only),
        }


class SeatFields(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Đơn vị"))
    title = forms.CharField(label=_("Chức danh"), max_length=160)
    valid_from = day_field(_("Từ ngày"), initial=today)
    is_head = forms.BooleanField(label=_("Đứng đầu đơn vị"), required=False)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        units = Unit.objects.under(actor.paths_for(EDIT)).in_force(today())
        self.fields["unit"].queryset = units.order_by("path")

    def seat(self) -> dict:
        values = {name: self.cleaned_data[name] for name in ("title", "valid_from", "is_head")}
        return values | {"unit_id": self.cleaned_data["unit"].pk}


class NewPersonForm(SeatFields, PersonForm):
    field_order = (
        "full_name",
        "sex",
        "born",
        "unit",
        "title",
        "valid_from",
        "is_head",
        "email",
        "code",
    )

    def facts(self) -> dict:
        return super().facts() | self.seat()


class AppointForm(SeatFields):
    KINDS = (
        ("transfer", _("Vị trí chính mới; vị trí chính cũ kết thúc ngày hôm trước")),
        ("concurrent", _("Kiêm nhiệm, vị trí chính giữ nguyên")),
    )
    kind = forms.ChoiceField(
        label=_("Là"), choices=KINDS, widget=forms.RadioSelect, initial="transfer"
    )
    staff_kind = forms.ChoiceField(
        label=_("Loại"), choices=[("", "–"), *StaffKind.choices], required=False
    )
    excess_reason = forms.CharField(
        label=_("Lý do vượt biên chế"),
        max_length=200,
        required=False,
        help_text=_("Chỉ cần khi đã hết biên chế được giao."),
    )
    excess_basis = forms.CharField(
        label=_("Văn bản cho phép vượt biên chế"), max_length=200, required=False
    )

    def seat(self) -> dict:
        more = ("staff_kind", "excess_reason", "excess_basis")
        return super().seat() | {name: self.cleaned_data[name] for name in more}

    def facts(self) -> dict:
        return self.seat() | {"kind": self.cleaned_data["kind"]}


class AccountForm(forms.Form):
    username = forms.CharField(label=_("Tên đăng nhập của tài khoản"), max_length=60)
