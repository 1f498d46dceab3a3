"""What is asked about reporters, propagandists and part-time lecturers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.people.forms import NamedPerson
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer
from thenchot.training.access import EDIT
from thenchot.training.forms.plans import in_office
from thenchot.training.labels import SPEAKER_KIND


class SpeakerForm(forms.Form):
    person = NamedPerson(None, label=_("Người được công nhận"), empty_label=None)
    kind = forms.ChoiceField(label=_("Là"), choices=choices(SPEAKER_KIND))
    subjects = forms.CharField(label=_("Nội dung phụ trách"), max_length=300, required=False)
    decision = forms.CharField(label=_("Quyết định công nhận"), max_length=200)
    valid_from = day_field(_("Từ ngày"), initial=today)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "person", in_office(actor, EDIT))

    def facts(self) -> dict:
        data = self.cleaned_data
        return data | {"person_id": data.pop("person").pk}


class EndSpeakerForm(forms.Form):
    valid_to = day_field(_("Đến hết ngày"), initial=today)
