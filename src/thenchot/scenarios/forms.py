"""What is asked before a proposal is worked out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.enums import UnitKind
from thenchot.organisation.queries import homes_of
from thenchot.placement.rules.forms import kinds_for
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.scenarios.access import MAKE
from thenchot.scenarios.enums import Method
from thenchot.scenarios.labels import METHOD
from thenchot.succession.models import SuccessionPlan
from thenchot.training.models import TrainingPlan

WIDE = forms.Textarea({"rows": 3})


class ReportForm(forms.Form):
    unit = one_of(_("Địa phương"))
    method = forms.ChoiceField(label=_("Phương pháp"), choices=choices(METHOD))
    purpose = forms.CharField(label=_("Mục đích, cách dùng"), widget=WIDE)
    data = forms.CharField(label=_("Dữ liệu được dùng"), widget=WIDE)
    risks = forms.CharField(label=_("Rủi ro"), widget=WIDE)
    control = forms.CharField(label=_("Biện pháp kiểm soát, người giám sát"), widget=WIDE)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, MAKE))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"unit_id": data.pop("unit").pk}


class ApproveForm(forms.Form):
    document = forms.CharField(label=_("Văn bản phê duyệt"), max_length=200)
    approved_on = day_field(_("Ngày phê duyệt"), initial=today)


class PlacementForm(forms.Form):
    unit = one_of(_("Địa phương"))
    name = forms.CharField(label=_("Tên phương án"), max_length=200)
    most_moves = forms.IntegerField(
        label=_("Nhiều nhất bao nhiêu lượt thay đổi"), min_value=1, max_value=50, initial=10
    )
    communes: Any = forms.ModelMultipleChoiceField(
        None,
        label=_("Các xã, phường tính chung"),
        required=False,
        help_text=_("Của tỉnh, thành phố: các xã gần nhau bố trí chung; bỏ trống thì tính tất cả."),
    )
    with_own = forms.BooleanField(
        label=_("Cùng các cơ quan của tỉnh, thành phố"),
        required=False,
        help_text=_("Để đưa cấp phó vượt quy định của cơ quan cấp tỉnh về xã, phường."),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        homes = homes_of(actor, MAKE)
        offer(self, "unit", homes)
        communes = homes.filter(kind=UnitKind.COMMUNE, valid_to__isnull=True)
        if homes.filter(kind=UnitKind.PROVINCE).exists():
            offer(self, "communes", communes)
        else:
            del self.fields["communes"], self.fields["with_own"]

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        communes = sorted(one.pk for one in data.pop("communes", ()))
        pool = {"communes": communes} if communes else {}
        home = data.pop("unit").pk
        return data | pool | {"unit_id": home, "method": Method.PLACEMENT}


class SuccessionForm(forms.Form):
    plan = one_of(_("Danh sách quy hoạch"))
    name = forms.CharField(label=_("Tên phương án"), max_length=200)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        plans = SuccessionPlan.objects.visible_to(actor, MAKE).filter(reviewed_at__isnull=False)
        offer(self, "plan", plans.select_related("unit", "term"))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"unit_id": data["plan"].unit_id, "method": Method.SUCCESSION}


class CourseForm(forms.Form):
    plan = one_of(_("Kế hoạch đào tạo"))
    name = forms.CharField(label=_("Tên phương án"), max_length=200)
    budget = forms.IntegerField(
        label=_("Kinh phí nhiều nhất (đồng)"), min_value=0, max_value=10**12, required=False
    )
    days = forms.IntegerField(
        label=_("Mỗi người đi học nhiều nhất (ngày)"), min_value=1, max_value=366, required=False
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        plans = TrainingPlan.objects.visible_to(actor, MAKE).filter(drawn_at__isnull=False)
        offer(self, "plan", plans.select_related("unit"))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"unit_id": data["plan"].unit_id, "method": Method.COURSES}


class OpenForm(forms.Form):
    """Which procedure a named person opens for a line of the proposal; into a position without a
    title only what moves to it.
    """

    kind = forms.ChoiceField(label=_("Quy trình"))

    def __init__(self, *args, line, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds_for(line.position.title_id)
        self.fields["kind"].initial = "transfer"
