"""What is asked about vacancies."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.queries import homes_of
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.placement.access import EDIT
from thenchot.placement.labels import WAY
from thenchot.placement.rules.forms import kinds_for
from thenchot.platform.ui.forms import day_field, offer, one_of


class OpenForm(forms.Form):
    """Who is considered for the place, by which procedure."""

    kind = forms.ChoiceField(label=_("Quy trình"))
    person = NamedPerson(None, label=_("Người được xem xét"), empty_label=None)

    def __init__(self, *args, actor, vacancy, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = kinds_for(vacancy.title_id)
        self.fields["kind"].choices = kinds
        self.fields["kind"].initial = kinds[0][0]
        offer(self, "person", Person.objects.visible_to(actor, EDIT).order_by("sort_key", "pk"))

    def facts(self) -> dict:
        return {"kind": self.cleaned_data["kind"], "person_id": self.cleaned_data["person"].pk}


class HomeForm(forms.Form):
    unit = one_of(_("Địa phương"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))

    def facts(self) -> dict:
        return {"home": self.cleaned_data["unit"]}


class WayForm(forms.Form):
    way = forms.ChoiceField(label=_("Hướng bố trí"), choices=choices(WAY))
    is_complex = forms.BooleanField(
        label=_("Địa bàn, vị trí phức tạp"),
        required=False,
        help_text=_("Được ưu tiên bố trí người có bản lĩnh, kinh nghiệm"),
    )


class HoldForm(forms.Form):
    reason = forms.CharField(label=_("Lý do để khuyết"), max_length=300)
    look_again_on = day_field(_("Xem lại ngày"))
