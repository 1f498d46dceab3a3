"""What is asked about mentors and the delegation table."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.queries import homes_of
from thenchot.organisation.queries.titles import titles_for
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.placement.access import EDIT
from thenchot.placement.labels import BODY, DECIDER, MENTEE
from thenchot.placement.rules.forms import shipped
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of


class MentorOfForm(forms.Form):
    """Somebody who guides a person named already."""

    mentor = NamedPerson(None, label=_("Người hướng dẫn"), empty_label=None)
    why = forms.ChoiceField(label=_("Vì sao"), choices=choices(MENTEE))
    content = forms.CharField(
        label=_("Nội dung hướng dẫn"), max_length=400, widget=forms.Textarea({"rows": 3})
    )
    begins_on = day_field(_("Từ ngày"), initial=today)
    ends_on = day_field(_("Đến ngày"))

    def __init__(self, *args, actor, review=None, **kwargs):
        super().__init__(*args, **kwargs)
        people = Person.objects.visible_to(actor, EDIT).order_by("sort_key", "pk")
        others = people.exclude(pk=review.person_id) if review else people
        offer(self, "mentor", others)

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"mentor_id": data.pop("mentor").pk}


class MentorForm(MentorOfForm):
    mentee = NamedPerson(None, label=_("Người được hướng dẫn"), empty_label=None)
    field_order = ("mentee", "mentor")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "mentee", self.fields["mentor"].queryset)

    def facts(self) -> dict:
        data = super().facts()
        return data | {"mentee_id": data.pop("mentee").pk}


class EndPairForm(forms.Form):
    ended_on = day_field(_("Kết thúc ngày"), initial=today)
    result = forms.CharField(label=_("Kết quả"), max_length=400, widget=forms.Textarea({"rows": 3}))


class DelegationForm(forms.Form):
    unit = one_of(_("Địa phương"))
    kind = forms.ChoiceField(label=_("Quy trình"), required=False)
    title = forms.ModelChoiceField(
        None, label=_("Chức danh"), empty_label=_("(mọi chức danh)"), required=False
    )
    proposer = forms.CharField(label=_("Đề xuất"), max_length=160)
    opinion = forms.CharField(label=_("Cho ý kiến"), max_length=160, required=False)
    decider = forms.CharField(label=_("Quyết định"), max_length=160)
    body = forms.ChoiceField(
        label=_("Cơ quan ban hành"),
        choices=[("", _("(theo quy trình)")), *choices(BODY)],
        required=False,
    )
    level = forms.ChoiceField(label=_("Cấp quyết định"), choices=choices(DECIDER))
    basis = forms.CharField(label=_("Căn cứ"), max_length=300)
    valid_from = day_field(_("Từ ngày"), initial=today)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        homes = homes_of(actor, EDIT)
        home = homes.first()
        offer(self, "unit", homes)
        kinds = [(one.code, one.name) for one in shipped().values()]
        self.fields["kind"].choices = [("", _("(mọi quy trình)")), *kinds]
        titles = titles_for(home, today()) if home else homes.none()
        offer(self, "title", titles)

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        title = data.pop("title")
        return data | {"unit_id": data.pop("unit").pk, "title_id": title.pk if title else None}


class EndDelegationForm(forms.Form):
    valid_to = day_field(_("Hết hiệu lực sau ngày"), initial=today)
