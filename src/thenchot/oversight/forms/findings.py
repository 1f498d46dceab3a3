"""What is asked about findings and what came of them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.oversight.access import EDIT
from thenchot.oversight.forms.plans import NONE
from thenchot.oversight.labels import FINDING_KIND, FINDING_LEVEL
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of


class FindingForm(forms.Form):
    unit = one_of(_("Đơn vị khắc phục"))
    person = NamedPerson(None, label=_("Về cá nhân (nếu có)"), empty_label=NONE, required=False)
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(FINDING_KIND))
    level = forms.ChoiceField(label=_("Mức"), choices=choices(FINDING_LEVEL))
    text = forms.CharField(
        label=_("Nội dung phát hiện"), max_length=800, widget=forms.Textarea({"rows": 3})
    )
    basis = forms.CharField(label=_("Quy định liên quan"), max_length=300, required=False)
    remedy = forms.CharField(
        label=_("Việc phải khắc phục"), max_length=600, widget=forms.Textarea({"rows": 2})
    )
    due_on = day_field(_("Hạn khắc phục"))

    def __init__(self, *args, actor, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        units = Unit.objects.under([inspection.unit.path]).in_force(today()).order_by("path")
        offer(self, "unit", units)
        self.fields["unit"].initial = inspection.subject_id
        offer(self, "person", Person.objects.visible_to(actor, EDIT).order_by("sort_key", "pk"))
        self.fields["person"].initial = inspection.person_id
        if inspection.programme_id:
            self.fields["as_task"] = forms.BooleanField(
                label=_("Đưa việc khắc phục vào nhiệm vụ của chương trình"), required=False
            )


class RemedyForm(forms.Form):
    done_on = day_field(_("Ngày khắc phục xong"), initial=today)
    done_note = forms.CharField(
        label=_("Kết quả khắc phục"), max_length=600, widget=forms.Textarea({"rows": 3})
    )


class NoteForm(forms.Form):
    note = forms.CharField(label=_("Nhận xét"), max_length=300, widget=forms.Textarea({"rows": 2}))
