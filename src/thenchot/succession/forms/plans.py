"""What is asked about a plan of a term and its posts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Committee, Term, Unit
from thenchot.organisation.queries import homes_of
from thenchot.organisation.queries.titles import titles_for
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.succession.access import EDIT
from thenchot.succession.enums import PostState
from thenchot.succession.labels import LEVEL, POST_STATE

NO_COMMITTEE = _("(không phải thành viên tập thể)")


class NamedTerm(forms.ModelChoiceField):
    def label_from_instance(self, term):
        return f"{term.name} · {term.unit.name}"


class PlanForm(forms.Form):
    term = NamedTerm(None, label=_("Nhiệm kỳ"), empty_label=None)
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        terms = Term.objects.filter(unit__in=homes_of(actor, EDIT), ends_on__gte=today())
        offer(self, "term", terms.select_related("unit").order_by("unit__path", "starts_on", "pk"))

    def facts(self) -> dict:
        return {"term_id": self.cleaned_data["term"].pk, "basis": self.cleaned_data["basis"]}


class ReckoningForm(forms.Form):
    reckons_on = day_field(_("Tuổi tính đến ngày"))
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)


class PostForm(forms.Form):
    title = one_of(_("Chức danh"))
    unit = one_of(_("Đơn vị"))
    committee = forms.ModelChoiceField(
        None, label=_("Thành viên của tập thể"), empty_label=NO_COMMITTEE, required=False
    )
    seats = forms.IntegerField(label=_("Số lượng"), min_value=1, max_value=200, initial=1)
    level = forms.ChoiceField(label=_("Thẩm quyền"), choices=choices(LEVEL))

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        home = plan.unit
        offer(self, "title", titles_for(home, today()).filter(ladder__isnull=False))
        units = Unit.objects.under([home.path]).in_force(today()).order_by("path")
        offer(self, "unit", units)
        offer(self, "committee", Committee.objects.filter(unit=home, term=plan.term))

    def facts(self) -> dict:
        data = self.cleaned_data
        committee = data["committee"]
        return {
            "title_id": data["title"].pk,
            "unit_id": data["unit"].pk,
            "committee_id": committee and committee.pk,
            "seats": data["seats"],
            "level": data["level"],
        }


class SizeForm(forms.Form):
    seats = forms.IntegerField(label=_("Số lượng"), min_value=1, max_value=200)
    level = forms.ChoiceField(label=_("Thẩm quyền"), choices=choices(LEVEL))


class StateForm(forms.Form):
    state = forms.ChoiceField(label=_("Trạng thái"), choices=choices(POST_STATE))
    reason = forms.CharField(label=_("Lý do"), max_length=300, required=False)
    look_again_on = day_field(_("Xem lại ngày"), required=False)

    def clean(self):
        data = super().clean()
        if data.get("state") != PostState.OPEN:
            for name in ("reason", "look_again_on"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(
                        name, _("Để khuyết hoặc chưa cần thì ghi lý do và ngày xem lại.")
                    )
        return data


class NoteForm(forms.Form):
    note = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea({"rows": 3}))


class ApproveForm(forms.Form):
    decision = forms.CharField(
        label=_("Số quyết định phê duyệt"),
        max_length=200,
        help_text=_("Của cấp có thẩm quyền; ví dụ 215-QĐ/TU"),
    )
    decided_on = day_field(_("Ngày quyết định"), initial=today)
