"""Rotas and sessions: what is asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.queries import homes_of
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.reception.access import EDIT, SEE
from thenchot.reception.labels import DUTY
from thenchot.reception.rules.rota import NTH, WEEKDAYS

HOURS = {"type": "time"}


def person_field(label, **more):
    return NamedPerson(None, label=label, empty_label=None, **more)


def people_for(actor):
    return Person.objects.visible_to(actor, SEE).order_by("sort_key", "pk")


def hour_field(label, initial):
    return forms.TimeField(label=label, initial=initial, widget=forms.TimeInput(HOURS, "%H:%M"))


class SessionFields(forms.Form):
    unit = one_of(_("Địa phương"))
    leader = person_field(_("Người tiếp"))
    duty = forms.ChoiceField(label=_("Tiếp với tư cách"), choices=choices(DUTY))
    place = forms.CharField(label=_("Nơi tiếp"), max_length=200)
    starts_at = hour_field(_("Từ"), "08:00")
    ends_at = hour_field(_("Đến"), "11:30")
    subject = forms.CharField(
        label=_("Nội dung dự kiến, người cùng dự"), max_length=300, required=False
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))
        offer(self, "leader", people_for(actor))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return {"unit_id": data.pop("unit").pk, "leader_id": data.pop("leader").pk, **data}


class RotaForm(SessionFields):
    weekday = forms.TypedChoiceField(
        label=_("Thứ trong tuần"),
        choices=[("", _("(theo ngày trong tháng)")), *enumerate(WEEKDAYS)],
        coerce=int,
        empty_value=None,
        required=False,
    )
    weeks = forms.TypedMultipleChoiceField(
        label=_("Tuần thứ mấy trong tháng"),
        choices=[(week, NTH[week]) for week in range(1, 6)],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    month_days = forms.RegexField(
        r"^\s*\d{1,2}(\s*[,;]\s*\d{1,2})*\s*$",
        label=_("Hoặc các ngày trong tháng"),
        required=False,
        help_text=_("Ví dụ: 5, 20"),
    )

    def clean_month_days(self):
        text = self.cleaned_data["month_days"].replace(";", ",")
        return [int(part) for part in text.split(",") if part.strip()]


class SlotForm(SessionFields):
    on = day_field(_("Ngày tiếp"), initial=today)
    is_unscheduled = forms.BooleanField(label=_("Tiếp đột xuất"), required=False)
    is_online = forms.BooleanField(label=_("Tiếp trực tuyến"), required=False)
    field_order = ("unit", "leader", "duty", "on")


class MonthForm(forms.Form):
    unit = one_of(_("Địa phương"))
    month = forms.IntegerField(label=_("Tháng"), min_value=1, max_value=12)
    year = forms.IntegerField(label=_("Năm"), min_value=2026, max_value=2100)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return {"unit_id": data.pop("unit").pk, **data}


class LateForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do công bố chậm (nếu chậm)"), max_length=300, required=False
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea({"rows": 3}))


class MoveForm(forms.Form):
    on = day_field(_("Ngày tiếp mới"))
    starts_at = hour_field(_("Từ"), "08:00")
    ends_at = hour_field(_("Đến"), "11:30")
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea({"rows": 3}))


class HoldForm(forms.Form):
    held_by = person_field(_("Người đã tiếp"))
    reason = forms.CharField(label=_("Lý do, nếu người khác tiếp"), max_length=300, required=False)
    has_allowance = forms.BooleanField(
        label=_("Người tiếp đang hưởng phụ cấp trách nhiệm theo nghề"), required=False
    )
    supporters = forms.ModelMultipleChoiceField(
        None, label=_("Người phục vụ"), required=False, widget=forms.SelectMultiple({"size": 6})
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "held_by", people_for(actor))
        offer(self, "supporters", people_for(actor))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        ids = [person.pk for person in data.pop("supporters")]
        return {"held_by_id": data.pop("held_by").pk, "supporter_ids": ids, **data}


class OnlineForm(forms.Form):
    notified_on = day_field(_("Đã báo công dân và các điểm cầu ngày"), required=False)
    tested_on = day_field(_("Đã chạy thử đường truyền ngày"), required=False)


class ConclusionForm(forms.Form):
    conclusion_no = forms.CharField(
        label=_("Số thông báo kết luận"), max_length=120, help_text=_("Ví dụ: 15/TB-UBND")
    )
    concluded_on = day_field(_("Ngày kết luận"), initial=today)
    conclusion = forms.CharField(
        label=_("Kết luận"), max_length=6000, widget=forms.Textarea({"rows": 8})
    )
