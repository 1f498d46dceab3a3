"""What is asked about a congress."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.cells.labels import CELL_POST, PROPOSER
from thenchot.cells.queries.congresses import candidates_of
from thenchot.cells.services.congresses import members_to_nominate
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of


class CongressForm(forms.Form):
    term = forms.CharField(label=_("Nhiệm kỳ"), max_length=40, help_text=_("như 2027 - 2030"))
    planned_on = day_field(_("Dự kiến ngày"))
    seats = forms.IntegerField(label=_("Số cấp ủy viên bầu"), min_value=1, max_value=30)
    basis = forms.CharField(label=_("Văn bản duyệt nhân sự"), max_length=200, required=False)


class NominateForm(forms.Form):
    member = one_of(_("Đảng viên"))
    post = forms.ChoiceField(label=_("Giới thiệu bầu"), choices=choices(CELL_POST))
    proposer = forms.ChoiceField(label=_("Người giới thiệu"), choices=choices(PROPOSER))

    def __init__(self, *args, congress, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "member", members_to_nominate(congress))


class HoldForm(forms.Form):
    held_on = day_field(_("Đại hội ngày"), initial=today)
    called = forms.IntegerField(label=_("Đảng viên được triệu tập"), min_value=1, max_value=5000)
    present = forms.IntegerField(label=_("Có mặt"), min_value=1, max_value=5000)

    def __init__(self, *args, congress, **kwargs):
        super().__init__(*args, **kwargs)
        self.names = list(candidates_of(congress))
        for one in self.names:
            self.fields[f"votes_{one.pk}"] = forms.IntegerField(
                label=f"{one}: {one.get_post_display()}", min_value=0, max_value=5000
            )

    def facts(self) -> dict:
        data = {name: self.cleaned_data[name] for name in ("held_on", "called", "present")}
        votes = {one.pk: self.cleaned_data[f"votes_{one.pk}"] for one in self.names}
        return data | {"votes": votes}
