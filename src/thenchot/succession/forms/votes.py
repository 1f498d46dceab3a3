"""What is asked about a conference and its votes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field
from thenchot.succession.labels import STEP
from thenchot.succession.queries.policy import policy_of
from thenchot.succession.queries.votes import conferences_of, round_under_way
from thenchot.succession.rules.planning import steps_of

MOST = 1000


def _number(label, **more):
    return forms.IntegerField(label=label, min_value=0, max_value=MOST, **more)


class MinutesForm(forms.Form):
    held_on = day_field(_("Ngày họp"), initial=today)
    chair = forms.CharField(label=_("Chủ trì"), max_length=160)
    place = forms.CharField(label=_("Địa điểm"), max_length=200, required=False)
    summoned = _number(_("Số người được triệu tập"))
    excused = _number(_("Vắng có lý do bất khả kháng"), initial=0)
    present = _number(_("Số người có mặt"))
    handed_out = _number(_("Phiếu phát ra"))
    returned = _number(_("Phiếu thu về"))
    valid = _number(_("Phiếu hợp lệ"))
    note = forms.CharField(
        label=_("Ghi chú, tên người vắng"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    @staticmethod
    def values_of(conference) -> dict:
        return {name: getattr(conference, name) for name in MinutesForm.base_fields}


class ConferenceForm(MinutesForm):
    """The next conference of the policy that is not recorded yet comes first."""

    step = forms.ChoiceField(label=_("Hội nghị"))
    field_order = ["step", "held_on"]

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        asked = policy_of(plan).conferences
        _number, current = round_under_way(conferences_of(plan), asked)
        there = {one.step for one in current}
        steps = [step for step in steps_of(asked) if step not in there]
        self.fields["step"].choices = [(str(step), STEP[step]) for step in steps]


class ScanForm(forms.Form):
    """The signed minutes as they were scanned."""

    scan = forms.FileField(
        label=_("Bản quét"),
        help_text=_("PDF hoặc ảnh, không quá 10 MB."),
        widget=forms.ClearableFileInput({"accept": ".pdf,.jpg,.jpeg,.png"}),
    )


class VotesForm(forms.Form):
    """How many agreed, one number a candidate."""

    def __init__(self, *args, rows, most: int, **kwargs):
        super().__init__(*args, **kwargs)
        for row in rows:
            name = f"c{row.pk}"
            self.fields[name] = forms.IntegerField(
                label=row.person.full_name,
                min_value=0,
                max_value=most,
                required=False,
                widget=forms.NumberInput({"aria-label": row.person.full_name}),
            )

    def facts(self) -> dict[int, int]:
        told = self.cleaned_data.items()
        return {int(name[1:]): value for name, value in told if value is not None}
