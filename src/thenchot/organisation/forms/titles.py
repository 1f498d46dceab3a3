"""What a person types about a title of the locality."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.enums import Bloc, StaffKind, TitleRank
from thenchot.organisation.queries import homes_over
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field

ANY = [("", _("bất kỳ"))]
FLAGS = {
    "is_key": _("Chức danh chủ chốt"),
    "is_manager": _("Tính là lãnh đạo, quản lý"),
    "is_party_managed": _("Do cấp ủy quản lý"),
    "does_personnel_work": _("Làm công tác tổ chức, cán bộ"),
    "does_inspection_work": _("Làm công tác kiểm tra"),
}


class TitleForm(forms.Form):
    name = forms.CharField(label=_("Chức danh"), max_length=160)
    bloc = forms.ChoiceField(label=_("Khối"), choices=[*ANY, *Bloc.choices], required=False)
    rank = forms.ChoiceField(label=_("Cấp"), choices=TitleRank.choices)
    staff_kind = forms.ChoiceField(
        label=_("Loại cán bộ, công chức"), choices=[*ANY, *StaffKind.choices], required=False
    )
    ladder = forms.IntegerField(
        label=_("Bậc chức danh"),
        min_value=1,
        max_value=99,
        required=False,
        help_text=_("Số nhỏ là chức vụ cao hơn; để trống nếu không giữ chức vụ."),
    )
    names = forms.CharField(
        label=_("Cách ghi khác"),
        widget=forms.Textarea({"rows": 3}),
        required=False,
        help_text=_("Mỗi dòng một cách; dùng để nhận ra chức danh trong danh sách."),
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in FLAGS.items():
            self.fields[name] = forms.BooleanField(label=label, required=False)

    def clean_names(self):
        return [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]


class NewTitleForm(TitleForm):
    field_order = ("unit", "code")

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        homes = homes_over(actor, KEEP_POSTS)
        self.fields["unit"] = forms.ModelChoiceField(homes, label=_("Dùng tại"), empty_label=None)
        self.fields["code"] = forms.SlugField(
            label=_("Mã"),
            max_length=40,
            help_text=_("Chữ không dấu, số, gạch nối; không đổi về sau."),
        )
        self.order_fields(self.field_order)

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        return values | {"unit_id": values.pop("unit").pk}


def said_of(title) -> dict:
    """What the form of a title shows of it."""
    values = {name: getattr(title, name) for name in (*TitleForm.base_fields, *FLAGS)}
    return values | {"names": "\n".join(title.names)}


class LastDayForm(forms.Form):
    on = day_field(_("Ngày cuối cùng"), initial=today)
