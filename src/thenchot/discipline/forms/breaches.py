"""What is asked about breaches at work and about the screening."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.discipline.access import EDIT, RECORD
from thenchot.discipline.labels import BREACH_KIND, HANDLING, WAY
from thenchot.organisation.queries import homes_of
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of


class BreachForm(forms.Form):
    person = NamedPerson(None, label=_("Người vi phạm"), empty_label=None)
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(BREACH_KIND))
    happened_on = day_field(_("Ngày"), initial=today)
    text = forms.CharField(
        label=_("Nội dung vi phạm"), max_length=600, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        people = Person.objects.visible_to(actor, RECORD).order_by("sort_key", "pk")
        offer(self, "person", people)

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"person_id": data.pop("person").pk}


class ExplainForm(forms.Form):
    explanation = forms.CharField(
        label=_("Giải trình"), max_length=800, widget=forms.Textarea({"rows": 4})
    )


class HandleForm(forms.Form):
    handling = forms.ChoiceField(label=_("Xử lý"), choices=choices(HANDLING))
    note = forms.CharField(label=_("Ý kiến"), max_length=400, required=False)


class ScreenForm(forms.Form):
    home = one_of(_("Địa phương"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "home", homes_of(actor, EDIT))


class ProposeForm(forms.Form):
    proposal = forms.ChoiceField(label=_("Đề xuất"), choices=choices(WAY))
    note = forms.CharField(label=_("Lý do đề xuất"), max_length=400)


class WayForm(forms.Form):
    way = forms.ChoiceField(label=_("Quyết định"), choices=choices(WAY))
    note = forms.CharField(label=_("Ý kiến"), max_length=400)


class OutcomeForm(forms.Form):
    outcome = forms.CharField(
        label=_("Kết quả thực hiện"), max_length=400, widget=forms.Textarea({"rows": 2})
    )
