"""What is asked about inspections, their team and their steps."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.queries import homes_of
from thenchot.oversight.access import EDIT
from thenchot.oversight.forms.plans import NONE, SubjectFields
from thenchot.oversight.labels import OUTCOME, TEAM_PART
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of

MOST = 1000


class DecisionFields(forms.Form):
    decision = forms.CharField(label=_("Số quyết định"), max_length=120)
    decided_on = day_field(_("Ngày quyết định"), initial=today)
    period_from = day_field(_("Thời kỳ được kiểm tra: từ"))
    period_to = day_field(_("đến"), initial=today)


def _people(actor):
    return Person.objects.visible_to(actor, EDIT).order_by("sort_key", "pk")


class PlannedForm(DecisionFields):
    person = NamedPerson(
        None, label=_("Người được kiểm tra (nếu là cá nhân)"), empty_label=NONE, required=False
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "person", _people(actor))


class AdHocForm(SubjectFields, DecisionFields):
    unit = one_of(_("Địa phương"))
    reason = forms.CharField(label=_("Lý do đột xuất"), max_length=300)
    person = NamedPerson(
        None, label=_("Người được kiểm tra (nếu là cá nhân)"), empty_label=NONE, required=False
    )
    field_order = ("unit", "reason", "form", "direction", "subject", "person")

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        homes = homes_of(actor, EDIT)
        home = homes.first()
        offer(self, "unit", homes)
        offer(self, "person", _people(actor))
        self.offer_under(home.path if home else "-")

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"unit_id": data.pop("unit").pk}


class MemberForm(forms.Form):
    person = NamedPerson(None, label=_("Người vào đoàn"), empty_label=None)
    part = forms.ChoiceField(label=_("Vai trò trong đoàn"), choices=choices(TEAM_PART))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "person", _people(actor))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"person_id": data.pop("person").pk}


class AnnounceForm(forms.Form):
    announced_on = day_field(_("Ngày công bố"), initial=today)


class ReportForm(forms.Form):
    reported_on = day_field(_("Ngày nhận báo cáo tự kiểm tra"), initial=today)


class VerifiedForm(forms.Form):
    verified_on = day_field(_("Ngày xác minh xong"), initial=today)
    has_signs = forms.BooleanField(label=_("Có dấu hiệu vi phạm"), required=False)


class ExtendForm(forms.Form):
    until = day_field(_("Gia hạn đến"))
    reason = forms.CharField(label=_("Lý do gia hạn"), max_length=300)


class ConcludeForm(forms.Form):
    concluded_on = day_field(_("Ngày kết luận"), initial=today)
    official = forms.IntegerField(
        label=_("Tổng số thành viên chính thức"), min_value=1, max_value=MOST
    )
    present = forms.IntegerField(label=_("Số có mặt"), min_value=0, max_value=MOST)
    agreed = forms.IntegerField(label=_("Số đồng ý với kết luận"), min_value=0, max_value=MOST)
    outcome = forms.ChoiceField(label=_("Đánh giá"), choices=choices(OUTCOME))
    conclusion = forms.CharField(
        label=_("Kết luận"), max_length=6000, widget=forms.Textarea({"rows": 6})
    )


class NotifyForm(forms.Form):
    notice = forms.CharField(label=_("Số thông báo kết luận"), max_length=120)
    notified_on = day_field(_("Ngày thông báo"), initial=today)


class CloseForm(forms.Form):
    closed_on = day_field(_("Ngày kết thúc"), initial=today)


class StopForm(forms.Form):
    stopped_for = forms.CharField(label=_("Lý do dừng"), max_length=300)
