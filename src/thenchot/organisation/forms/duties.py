"""What a person types about a function and who holds it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import LEVELS
from thenchot.organisation.queries import units_under
from thenchot.organisation.queries.duties import home_to_give
from thenchot.organisation.rules.duties import DutyStanding
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field

STANDINGS = [
    ("", _("tất cả")),
    (DutyStanding.OVERLAP, _("chồng chéo")),
    (DutyStanding.ORPHAN, _("chưa có đơn vị giữ")),
    (DutyStanding.HELD, _("có một đơn vị giữ")),
]


class DutyForm(forms.Form):
    name = forms.CharField(
        label=_("Chức năng, nhiệm vụ"), max_length=300, widget=forms.Textarea({"rows": 2})
    )
    code = forms.CharField(label=_("Mã"), max_length=40, required=False)
    field = forms.CharField(label=_("Lĩnh vực"), max_length=120, required=False)
    is_delegated = forms.BooleanField(label=_("Được phân cấp, phân quyền"), required=False)
    level = forms.ChoiceField(
        label=_("Giao cho cấp"),
        choices=[("", _("chính địa phương này")), *LEVELS],
        required=False,
        help_text=_("Tỉnh giao cho cấp xã thì mọi xã, phường của tỉnh phải có đơn vị giữ."),
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=300)
    valid_from = day_field(_("Từ ngày"))


class GiveForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Đơn vị"), empty_label=None)
    is_responsible = forms.BooleanField(
        label=_("Chủ trì (bỏ chọn là phối hợp)"), required=False, initial=True
    )
    valid_from = day_field(_("Từ ngày"), initial=today)

    def __init__(self, *args, actor, duty, **kwargs):
        super().__init__(*args, **kwargs)
        home = home_to_give(actor, duty)
        self.fields["unit"].queryset = units_under(home).order_by("path")

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        return values | {"unit_id": values.pop("unit").pk}


class DutyFilter(forms.Form):
    """The place is asked for only where there are several."""

    home = forms.ModelChoiceField(None, label=_("Địa phương"), required=False)
    on = day_field(_("Vào ngày"), required=False)
    standing = forms.ChoiceField(label=_("Tình trạng"), choices=STANDINGS, required=False)
    delegated = forms.BooleanField(label=_("chỉ việc được phân cấp"), required=False)

    def __init__(self, *args, homes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["home"].queryset = homes
        if len(homes) < 2:
            del self.fields["home"]
