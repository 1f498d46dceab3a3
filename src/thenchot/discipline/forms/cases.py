"""What is asked about cases, their steps, their council and their end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.discipline import penalties
from thenchot.discipline.access import EDIT
from thenchot.discipline.enums import CaseState, Side, Source, StepKind
from thenchot.discipline.labels import CASE_STATE, COUNCIL_PART, PAUSE, SIDE, SOURCE
from thenchot.discipline.queries.cases import findings_without_case, list_cases
from thenchot.discipline.services.cases import proposed_form
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import homes_of
from thenchot.oversight.labels import FINDING_KIND
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of

NONE = _("(không)")
MOST = 1000
TYPED = [(code, words) for code, words in SOURCE.items() if code != Source.FINDING]


def names_of(side: str) -> list[tuple[str, str]]:
    """Forms in force, from the lightest."""
    codes = penalties.in_force(side, today())
    return [(code, penalties.name_of(side, code)) for code in codes]


class CaseForm(forms.Form):
    unit_id = one_of(_("Địa phương"))
    side = forms.ChoiceField(label=_("Loại kỷ luật"), choices=choices(SIDE))
    unit = one_of(_("Đơn vị"))
    person = NamedPerson(
        None, label=_("Người được xem xét"), empty_label=_("(cả tập thể)"), required=False
    )
    kind = forms.ChoiceField(label=_("Loại vi phạm"), choices=choices(FINDING_KIND))
    act = forms.CharField(label=_("Hành vi"), max_length=600, widget=forms.Textarea({"rows": 3}))
    act_on = day_field(_("Ngày có hành vi"))
    found_on = day_field(_("Ngày phát hiện"), initial=today)
    has_no_bar = forms.BooleanField(
        label=_("Không áp dụng thời hiệu (bảo vệ chính trị nội bộ, văn bằng giả…)"), required=False
    )
    source = forms.ChoiceField(label=_("Nguồn"), choices=TYPED)
    source_note = forms.CharField(label=_("Căn cứ mở vụ việc"), max_length=300, required=False)
    main = one_of(_("Đồng phạm, tiếp tay trong vụ"), required=False, empty=NONE)
    former = one_of(_("Sau kỷ luật Đảng của vụ"), required=False, empty=NONE)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        homes = homes_of(actor, EDIT)
        home = homes.first()
        path = home.path if home else "-"
        offer(self, "unit_id", homes)
        offer(self, "unit", Unit.objects.under([path]).in_force(today()).order_by("path"))
        offer(self, "person", Person.objects.visible_to(actor, EDIT).order_by("sort_key", "pk"))
        cases = list_cases(actor, EDIT)
        offer(self, "main", cases.filter(state=CaseState.OPEN))
        offer(self, "former", cases.filter(state=CaseState.DECIDED, side=Side.PARTY))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"unit_id": data["unit_id"].pk}


class FromFindingForm(forms.Form):
    finding = one_of(_("Phát hiện được chuyển"))
    side = forms.ChoiceField(label=_("Loại kỷ luật"), choices=choices(SIDE))
    act_on = day_field(_("Ngày có hành vi"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "finding", findings_without_case(actor, EDIT))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"finding_id": data.pop("finding").pk}


class StepForm(forms.Form):
    """Of a vote also the votes for each form."""

    done_on = day_field(_("Ngày"), initial=today)
    document = forms.CharField(label=_("Số văn bản, biên bản"), max_length=200, required=False)
    outcome = forms.CharField(
        label=_("Kết quả, ý kiến"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, **kwargs)
        self.names = names_of(step.case.side) if step.kind == StepKind.VOTE else []
        if not self.names:
            return
        self._number("official", _("Số thành viên chính thức"))
        self._number("present", _("Số có mặt"))
        for code, name in self.names:
            self._number(f"vote_{code}", _("Phiếu: %s") % name)
            self.initial.setdefault(f"vote_{code}", 0)

    def _number(self, name: str, label) -> None:
        self.fields[name] = forms.IntegerField(label=label, min_value=0, max_value=MOST)

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        if self.names:
            data["votes"] = {code: data.pop(f"vote_{code}") for code, _name in self.names}
        return data


class CouncilForm(forms.Form):
    person = NamedPerson(None, label=_("Người vào Hội đồng"), empty_label=None)
    part = forms.ChoiceField(label=_("Vai trò"), choices=choices(COUNCIL_PART))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "person", Person.objects.visible_to(actor, EDIT).order_by("sort_key", "pk"))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"person_id": data.pop("person").pk}


class ComplexForm(forms.Form):
    reason = forms.CharField(label=_("Lý do phức tạp"), max_length=300)


class PauseForm(forms.Form):
    ground = forms.ChoiceField(label=_("Lý do tạm dừng"), choices=choices(PAUSE))
    document = forms.CharField(label=_("Văn bản chứng minh"), max_length=200)
    begins_on = day_field(_("Từ ngày"), initial=today)


class ResumeForm(forms.Form):
    ends_on = day_field(_("Tiếp tục từ ngày"), initial=today)


class DecideForm(forms.Form):
    form = forms.ChoiceField(label=_("Hình thức"))
    decision = forms.CharField(label=_("Số quyết định"), max_length=120)
    decided_by_body = forms.CharField(label=_("Cơ quan quyết định"), max_length=300)
    decided_on = day_field(_("Ngày quyết định"), initial=today)
    effective_on = day_field(_("Có hiệu lực từ"), initial=today)

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        forms_in_force: Any = self.fields["form"]
        forms_in_force.choices = names_of(case.side)
        forms_in_force.initial = proposed_form(case)


ENDS = (CaseState.CLEARED, CaseState.EXEMPTED, CaseState.FORWARDED, CaseState.BARRED)


class EndForm(forms.Form):
    state = forms.ChoiceField(
        label=_("Kết thúc"), choices=[(state, CASE_STATE[state]) for state in ENDS]
    )
    reason = forms.CharField(
        label=_("Lý do, căn cứ"), max_length=400, widget=forms.Textarea({"rows": 3})
    )


class RevokeForm(forms.Form):
    revoked_on = day_field(_("Ngày hủy quyết định"), initial=today)
    reason = forms.CharField(
        label=_("Lý do, căn cứ"), max_length=400, widget=forms.Textarea({"rows": 3})
    )
