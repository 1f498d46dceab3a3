"""What is asked about plans, their classes and needs."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import homes_of
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.people.queries import people_of
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.training.access import EDIT, PROPOSE
from thenchot.training.labels import PLAN_KIND, STUDY_FORM
from thenchot.training.queries.plans import lines_of
from thenchot.training.queries.topics import topics_for
from thenchot.training.services.planning import LINE

FIRST_YEAR, LAST_YEAR = 2020, 2100
MONTHS = [("", _("(chưa định)")), *((str(n), str(n)) for n in range(1, 13))]
MOST_MONEY = 10**13


class PlanForm(forms.Form):
    unit = one_of(_("Kế hoạch của"))
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(PLAN_KIND))
    name = forms.CharField(label=_("Tên kế hoạch"), max_length=300)
    first_year = forms.IntegerField(label=_("Từ năm"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    last_year = forms.IntegerField(
        label=_("Đến năm"),
        help_text=_("Kế hoạch một năm: ghi cùng năm"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
    )
    due_on = day_field(
        _("Hạn hoàn thành"),
        required=False,
        help_text=_("Khi chương trình, kế hoạch cấp trên đặt hạn; ví dụ đề án 2026–2030"),
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))

    @staticmethod
    def first_values(on: date) -> dict:
        year = on.year + 1
        name = _("Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức, viên chức năm %s") % year
        return {"name": name, "first_year": year, "last_year": year}

    def clean(self):
        data = super().clean() or {}
        first, last = data.get("first_year"), data.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("Năm cuối không trước năm đầu."))
        return data

    def facts(self) -> dict:
        data = self.cleaned_data
        return data | {"unit_id": data.pop("unit").pk}


class LineForm(forms.Form):
    name = forms.CharField(label=_("Tên lớp"), max_length=300)
    target = forms.CharField(label=_("Đối tượng"), max_length=300, required=False)
    classes = forms.IntegerField(label=_("Số lớp"), min_value=1, max_value=200, initial=1)
    seats = forms.IntegerField(label=_("Số chỗ mỗi lớp"), min_value=1, max_value=2000)
    form = forms.ChoiceField(label=_("Hình thức"), choices=choices(STUDY_FORM))
    hours = forms.IntegerField(label=_("Số tiết"), min_value=1, max_value=5000)
    month = forms.TypedChoiceField(
        label=_("Tháng mở lớp"), choices=MONTHS, coerce=int, empty_value=None, required=False
    )
    provider = forms.CharField(label=_("Cơ sở đào tạo"), max_length=200, required=False)
    cost = forms.DecimalField(
        label=_("Kinh phí (đồng)"),
        min_value=0,
        max_value=MOST_MONEY,
        decimal_places=0,
        required=False,
    )
    budget = forms.CharField(label=_("Nguồn kinh phí"), max_length=200, required=False)
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)

    @staticmethod
    def values_of(line) -> dict:
        return {name: getattr(line, name) for name in LINE}


class NewLineForm(LineForm):
    topic = one_of(_("Chuyên đề"))
    field_order = ["topic", "name"]

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "topic", topics_for(plan.unit))

    def facts(self) -> dict:
        data = self.cleaned_data
        return data | {"topic_id": data.pop("topic").pk}


class NoteForm(forms.Form):
    note = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea({"rows": 3}))


class ApproveForm(forms.Form):
    decision = forms.CharField(
        label=_("Văn bản phê duyệt (số, ngày, cơ quan)"),
        max_length=200,
        help_text=_("Ví dụ: 12-KH/ĐU ngày 28/12/2026 của Ban Thường vụ Đảng ủy phường"),
    )


class PlaceForm(forms.Form):
    line = one_of(_("Xếp vào lớp"))

    def __init__(self, *args, need=None, **kwargs):
        super().__init__(*args, **kwargs)
        lines = lines_of(need.plan).filter(topic=need.topic_id) if need else None
        offer(self, "line", lines)

    def facts(self) -> dict:
        return {"line_id": self.cleaned_data["line"].pk}


class LeaveOutForm(forms.Form):
    reason = forms.CharField(
        label=_("Vì sao chưa cử trong kế hoạch này"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
    )


def people_under(actor, home):
    """People in office inside a place whom the actor may propose."""
    return in_office(actor, PROPOSE, [home.path])


def in_office(actor, permission: str, paths: Iterable[str] = ()):
    """People who hold a post today where the actor holds the permission."""
    units = Unit.objects.visible_to(actor, permission).in_force(today())
    if paths:
        units = units.under(list(paths))
    seats = people_of(units.values("pk")).filter(is_primary=True).order_by()
    return Person.objects.filter(pk__in=seats.values("person")).order_by("sort_key", "pk")


class AskForm(forms.Form):
    person = NamedPerson(None, label=_("Người cần học"), empty_label=None)
    topic = one_of(_("Chuyên đề"))
    reason = forms.CharField(label=_("Lý do đề nghị"), max_length=300)

    def __init__(self, *args, actor, plan, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "person", people_under(actor, plan.unit))
        offer(self, "topic", topics_for(plan.unit))

    def facts(self) -> dict:
        data = self.cleaned_data
        return {
            "person_id": data["person"].pk,
            "topic_id": data["topic"].pk,
            "reason": data["reason"],
        }
