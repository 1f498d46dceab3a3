"""What is asked about plans and what stands in them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import homes_of
from thenchot.oversight.access import EDIT
from thenchot.oversight.labels import DIRECTION, FORM, LEVEL, THEME
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.programmes.models import Programme

NONE = _("(không)")
QUARTERS = [
    (0, _("trong cả thời gian của kế hoạch")),
    *((number, _("quý %s") % number) for number in (1, 2, 3, 4)),
]


class PlanForm(forms.Form):
    unit = one_of(_("Địa phương"))
    level = forms.ChoiceField(label=_("Loại kế hoạch"), choices=choices(LEVEL))
    year_from = forms.IntegerField(label=_("Từ năm"), min_value=2000, max_value=2100)
    year_to = forms.IntegerField(label=_("Đến năm"), min_value=2000, max_value=2100)
    name = forms.CharField(label=_("Tên kế hoạch"), max_length=200)
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))
        self.fields["year_from"].initial = self.fields["year_to"].initial = today().year

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"unit_id": data.pop("unit").pk}


class AmendForm(forms.Form):
    basis = forms.CharField(label=_("Vì sao bổ sung"), max_length=300)


class SubjectFields(forms.Form):
    """Which unit is inspected, and about what."""

    form = forms.ChoiceField(label=_("Hình thức"), choices=choices(FORM))
    direction = forms.ChoiceField(label=_("Chiều"), choices=choices(DIRECTION))
    subject = one_of(_("Đối tượng"))
    theme = forms.ChoiceField(label=_("Nội dung"), choices=choices(THEME))
    content = forms.CharField(
        label=_("Nội dung cụ thể"), max_length=600, widget=forms.Textarea({"rows": 3})
    )
    programme = one_of(_("Chương trình, nghị quyết"), required=False, empty=NONE)
    bodies = forms.CharField(label=_("Cơ quan phối hợp"), max_length=300, required=False)

    def offer_under(self, path: str) -> None:
        units = Unit.objects.under([path]).in_force(today()).order_by("path")
        offer(self, "subject", units)
        programmes = Programme.objects.filter(home__path__startswith=path)
        offer(self, "programme", programmes.order_by("-given_on", "pk"))


class LineForm(SubjectFields):
    quarter = forms.TypedChoiceField(label=_("Thời gian"), choices=QUARTERS, coerce=int)
    is_sensitive = forms.BooleanField(
        label=_("Lĩnh vực nhạy cảm, dễ phát sinh tiêu cực"), required=False
    )
    is_focus = forms.BooleanField(label=_("Trọng tâm, trọng điểm"), required=False)

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_under(plan.unit.path)


class ApproveForm(forms.Form):
    decision = forms.CharField(label=_("Số văn bản phê duyệt"), max_length=120)
    decided_on = day_field(_("Ngày phê duyệt"), initial=today)
