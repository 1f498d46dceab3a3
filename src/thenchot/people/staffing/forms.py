"""What a person types about terms, committees, seats, approved numbers, and what is tied to
them.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.enums import Bloc, CommitteeKind, StaffKind
from thenchot.organisation.models import Term, Unit
from thenchot.organisation.queries import homes_over, units_under
from thenchot.organisation.queries.schemes import positions_in_force
from thenchot.organisation.queries.titles import titles_for
from thenchot.people.staffing.committees import candidates
from thenchot.people.staffing.linking import may_fill
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field

BASIS = _("Số, ngày văn bản")


class TermForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Của địa phương"), empty_label=None)
    name = forms.CharField(
        label=_("Tên nhiệm kỳ"), max_length=120, help_text=_("Ví dụ: Đảng bộ 2025 - 2030")
    )
    starts_on = day_field(_("Từ ngày"))
    ends_on = day_field(_("Đến ngày"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = homes_over(actor, KEEP_POSTS)

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        return values | {"unit_id": values.pop("unit").pk}


class CommitteeForm(forms.Form):
    name = forms.CharField(label=_("Tên tập thể"), max_length=200)
    approved_seats = forms.IntegerField(label=_("Số lượng được duyệt"), min_value=1, max_value=500)
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, help_text=BASIS, required=False)
    body = forms.ModelChoiceField(None, label=_("Là đơn vị trong cây tổ chức"), required=False)

    def __init__(self, *args, of, **kwargs):
        """`of`: the term it is of, or the committee itself."""
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = units_under(of.unit).order_by("path")

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        body = values.pop("body")
        return values | {"body_id": body and body.pk}


class NewCommitteeForm(CommitteeForm):
    kind = forms.ChoiceField(label=_("Loại"), choices=CommitteeKind.choices)
    field_order = ("kind", "name", "approved_seats", "basis", "body")


class SeatNameForm(forms.Form):
    name = forms.CharField(label=_("Chức danh trong tập thể"), max_length=160)
    title = forms.ModelChoiceField(None, label=_("Chức danh tương ứng"), required=False)

    def __init__(self, *args, of, **kwargs):
        """`of`: the committee, or the seat itself."""
        super().__init__(*args, **kwargs)
        committee = getattr(of, "committee", of)
        self.fields["title"].queryset = titles_for(committee.unit)

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        title = values.pop("title")
        return values | {"title_id": title and title.pk}


class NewSeatForm(SeatNameForm):
    opened_on = day_field(_("Có từ ngày"), initial=today)
    excess_basis = forms.CharField(
        label=_("Văn bản cho phép vượt số được duyệt"),
        max_length=300,
        required=False,
        help_text=_("Chỉ cần khi đã đủ số lượng được duyệt."),
    )


class HoldForm(forms.Form):
    held_for = forms.CharField(
        label=_("Để khuyết cho cơ cấu"), max_length=200, help_text=_("Ví dụ: cán bộ nữ, cán bộ trẻ")
    )
    review_on = day_field(_("Xem lại ngày"))


class CloseForm(forms.Form):
    on = day_field(_("Thôi từ ngày"), initial=today)


class SeatPersonForm(forms.Form):
    person = forms.ModelChoiceField(None, label=_("Người giữ chỗ"))
    valid_from = day_field(_("Từ ngày"), initial=today)
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, required=False, help_text=BASIS)

    def __init__(self, *args, actor, seat, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = candidates(actor, seat.committee.unit, today())

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        return values | {"person_id": values.pop("person").pk}


class DayForm(forms.Form):
    on = day_field(_("Vào ngày"), required=False)


class HomeForm(forms.Form):
    """Which locality; asked only where there are several."""

    home = forms.ModelChoiceField(None, label=_("Địa phương"), required=False)

    def __init__(self, *args, homes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["home"].queryset = homes
        if len(homes) < 2:
            self.fields["home"].widget = forms.HiddenInput()


class HomeDayForm(HomeForm):
    on = day_field(_("Vào ngày"), required=False)


class QuotaForm(forms.Form):
    year = forms.IntegerField(label=_("Năm"), min_value=2025, max_value=2100)
    bloc = forms.ChoiceField(label=_("Khối"), choices=Bloc.choices)
    staff_kind = forms.ChoiceField(
        label=_("Loại"),
        choices=[("", _("cán bộ, công chức nói chung")), *StaffKind.choices],
        required=False,
    )
    number = forms.IntegerField(label=_("Số được giao"), min_value=0, max_value=100_000)
    managers = forms.IntegerField(
        label=_("Trong đó lãnh đạo, quản lý"), min_value=0, required=False
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, help_text=BASIS)


class LimitForm(forms.Form):
    unit = forms.ModelChoiceField(None, label=_("Tại"), empty_label=None)
    title = forms.ModelChoiceField(None, label=_("Chức danh"), empty_label=None)
    term = forms.ModelChoiceField(
        None, label=_("Nhiệm kỳ"), required=False, empty_label=_("không theo nhiệm kỳ")
    )
    number = forms.IntegerField(label=_("Số người được bố trí"), min_value=0, max_value=1000)
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, help_text=BASIS)

    def __init__(self, *args, home: Unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_under(home).order_by("path")
        self.fields["title"].queryset = titles_for(home)
        self.fields["term"].queryset = Term.objects.filter(unit__in=home.ancestor_ids).order_by(
            "-starts_on"
        )

    def facts(self) -> dict:
        values = dict(self.cleaned_data)
        term = values.pop("term")
        ids = {
            "unit_id": values.pop("unit").pk,
            "title_id": values.pop("title").pk,
            "term_id": term and term.pk,
        }
        return values | ids


class StatedForm(forms.Form):
    """What a document says of a day."""

    on = day_field(_("Ngày số liệu"), initial=today)
    bloc = forms.ChoiceField(
        label=_("Khối"), choices=[("", _("toàn địa phương")), *Bloc.choices], required=False
    )
    total = forms.IntegerField(label=_("Tổng số"), min_value=0, required=False)
    managers = forms.IntegerField(label=_("Lãnh đạo, quản lý"), min_value=0, required=False)
    population = forms.IntegerField(label=_("Dân số"), min_value=0, required=False)
    area_km2 = forms.DecimalField(
        label=_("Diện tích (km²)"), min_value=0, max_digits=10, decimal_places=2, required=False
    )
    source = forms.CharField(label=_("Nguồn"), max_length=300, help_text=BASIS)


class PositionOfForm(forms.Form):
    """The job position that an appointment fills."""

    position = forms.ModelChoiceField(
        None, label=_("Vị trí việc làm"), required=False, empty_label=_("chưa gắn")
    )
    reason = forms.CharField(
        label=_("Lý do, văn bản cho phép nếu vượt số được duyệt"), max_length=300, required=False
    )

    def __init__(self, *args, appointment, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["position"].queryset = positions_in_force(appointment.unit)
        self.fields["position"].label_from_instance = lambda one: f"{one.code} {one.name}"

    def facts(self) -> dict:
        position = self.cleaned_data["position"]
        return {"position_id": position and position.pk, "reason": self.cleaned_data["reason"]}


class FillForm(forms.Form):
    """The appointment that fills a position."""

    appointment = forms.ModelChoiceField(None, label=_("Người"))
    reason = forms.CharField(
        label=_("Lý do, văn bản cho phép nếu vượt số được duyệt"), max_length=300, required=False
    )

    def __init__(self, *args, position, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["appointment"].queryset = may_fill(position, today())
        self.fields["appointment"].label_from_instance = lambda one: (
            f"{one.person} ({one.title}, {one.unit})"
        )

    def facts(self) -> dict:
        return {
            "appointment_id": self.cleaned_data["appointment"].pk,
            "reason": self.cleaned_data["reason"],
        }


class MoveForm(forms.Form):
    heir = forms.ModelChoiceField(None, label=_("Chuyển sang"), empty_label=None)
    appointments = forms.ModelMultipleChoiceField(
        None, label=_("Người"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, left, heirs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["heir"].queryset = Unit.objects.filter(pk__in=[heir.pk for heir in heirs])
        self.fields["appointments"].queryset = left
        self.fields["appointments"].label_from_instance = lambda one: f"{one.person} ({one.title})"

    def facts(self) -> dict:
        return {
            "heir_id": self.cleaned_data["heir"].pk,
            "appointment_ids": [one.pk for one in self.cleaned_data["appointments"]],
        }


class EndForm(forms.Form):
    on = day_field(_("Ngày cuối cùng giữ vị trí"), initial=today)
    reason = forms.CharField(label=_("Lý do"), max_length=200, required=False)


class LeaveForm(forms.Form):
    on = day_field(_("Ngày cuối cùng giữ chỗ"), initial=today)
    reason = forms.CharField(label=_("Lý do"), max_length=200, required=False)
