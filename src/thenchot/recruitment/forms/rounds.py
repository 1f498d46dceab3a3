"""What is asked about rounds: the plan, its positions, the council, each step with its day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.queries import homes_of
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.policy.codelists import code_list
from thenchot.recruitment.access import EDIT
from thenchot.recruitment.labels import COUNCIL_PART, EXAM, MANNER
from thenchot.recruitment.queries.needs import list_needs
from thenchot.recruitment.queries.rounds import limit_of, policy_of
from thenchot.recruitment.rules.days import closes_on

MOST = 200
ANY = _("(không đòi hỏi)")


def levels() -> list[tuple[str, str]]:
    return [(one.code, one.name) for one in code_list("degree") if one.rank]


class PlanForm(forms.Form):
    """What the plan and its notice say."""

    name = forms.CharField(label=_("Tên đợt"), max_length=200)
    manner = forms.ChoiceField(label=_("Cách tuyển"), choices=choices(MANNER))
    second = forms.ChoiceField(label=_("Hình thức vòng 2"), choices=choices(EXAM))
    criteria = forms.CharField(
        label=_("Điều kiện, tiêu chí"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Không phân biệt loại hình đào tạo, văn bằng công lập hay ngoài công lập."),
    )
    contact = forms.CharField(label=_("Nơi nhận phiếu, liên hệ"), max_length=300, required=False)


class RoundForm(PlanForm):
    unit = one_of(_("Địa phương"))
    field_order = ("unit",)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))
        self.fields["name"].initial = _("Đợt tuyển dụng năm %s") % today().year

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return {"unit_id": data.pop("unit").pk, **data}


class MajorsField(forms.CharField):
    """Majors, one a line or between semicolons."""

    def __init__(self):
        super().__init__(
            label=_("Ngành, chuyên ngành"),
            required=False,
            max_length=2000,
            widget=forms.Textarea({"rows": 3}),
            help_text=_("Mỗi ngành một dòng; để trống là mọi ngành."),
        )

    def clean(self, value):
        text = super().clean(value).replace(";", "\n")
        return [tidy(nfc(line)) for line in text.splitlines() if line.strip()]


class OpeningForm(forms.Form):
    number = forms.IntegerField(label=_("Số cần tuyển"), min_value=1, max_value=MOST)
    level = forms.ChoiceField(label=_("Trình độ từ"), required=False)
    majors = MajorsField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [("", ANY), *levels()]


class NewOpeningForm(OpeningForm):
    position = one_of(_("Vị trí việc làm"))
    field_order = ("position",)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "position", list_needs(actor, EDIT))
        self.fields["level"].help_text = _("Để trống thì lấy theo bản mô tả vị trí.")
        self.fields["majors"].help_text = _("Để trống thì lấy theo bản mô tả vị trí.")

    def facts(self) -> dict:
        data = self.cleaned_data
        return {
            "position_id": data["position"].pk,
            "number": data["number"],
            "level": data["level"],
            "majors": data["majors"] or None,
        }


class MemberForm(forms.Form):
    person = NamedPerson(None, label=_("Thành viên"), empty_label=None)
    part = forms.ChoiceField(label=_("Vai trò"), choices=choices(COUNCIL_PART))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "person", Person.objects.visible_to(actor, EDIT).order_by("sort_key", "pk"))

    def facts(self) -> dict:
        return {
            "person_id": self.cleaned_data["person"].pk,
            "part": self.cleaned_data["part"],
        }


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300)


class ApproveForm(forms.Form):
    plan_no = forms.CharField(
        label=_("Số quyết định"), max_length=120, help_text=_("Ví dụ: 128/QĐ-UBND")
    )
    approved_on = day_field(_("Ngày phê duyệt"), initial=today)


class NoticeForm(forms.Form):
    notice_no = forms.CharField(
        label=_("Số thông báo"), max_length=120, help_text=_("Ví dụ: 45/TB-UBND")
    )
    notice_on = day_field(_("Ngày thông báo"), initial=today)
    opens_on = day_field(_("Nhận phiếu từ"), initial=today)
    closes_on = day_field(_("Nhận phiếu đến"))

    def __init__(self, *args, round_, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["closes_on"].initial = closes_on(today(), policy_of(round_).form_days)


class ChangeForm(forms.Form):
    """A notice changes once."""

    opens_on = day_field(_("Nhận phiếu từ"))
    closes_on = day_field(_("Nhận phiếu đến"))
    criteria = forms.CharField(
        label=_("Điều kiện, tiêu chí"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 6}),
    )
    contact = forms.CharField(label=_("Nơi nhận phiếu, liên hệ"), max_length=300, required=False)


class StepForm(forms.Form):
    """A step with its day; how late it may be stands beside the field. `step`: which limit."""

    step = ""
    day_name = "on"
    late_reason = forms.CharField(
        label=_("Lý do chậm"),
        max_length=300,
        required=False,
        help_text=_("Chỉ ghi khi quá hạn."),
    )

    def __init__(self, *args, round_, **kwargs):
        super().__init__(*args, **kwargs)
        limit = limit_of(round_, self.step)
        if limit:
            self.fields[self.day_name].help_text = _("Hạn: %s.") % limit.arithmetic


class ListForm(StepForm):
    step = "list"
    on = day_field(_("Ngày lập danh sách"), initial=today)
    field_order = ("on",)


def absent_field():
    return forms.IntegerField(
        label=_("Số người vắng"),
        min_value=0,
        max_value=100_000,
        initial=0,
        help_text=_("Đúng bằng số người không có điểm."),
    )


class FirstForm(StepForm):
    step, day_name = "seal_first", "first_on"
    first_on = day_field(_("Ngày thi vòng 1"), initial=today)
    absent = absent_field()
    field_order = ("first_on", "absent")


class SecondForm(StepForm):
    step, day_name = "seal_second", "second_on"
    second_on = day_field(_("Ngày thi vòng 2"), initial=today)
    marked_on = day_field(_("Ngày công bố điểm"), initial=today)
    absent = absent_field()
    field_order = ("second_on", "marked_on", "absent")


class RankForm(StepForm):
    step, day_name = "rank", "ranked_on"
    result_no = forms.CharField(label=_("Số quyết định"), max_length=120)
    ranked_on = day_field(_("Ngày phê duyệt"), initial=today)
    field_order = ("result_no", "ranked_on")


class ShowForm(StepForm):
    step, day_name = "show", "public_on"
    public_on = day_field(_("Ngày công khai"), initial=today)
    field_order = ("public_on",)


class CallForm(forms.Form):
    late_reason = forms.CharField(
        label=_("Lý do chậm"),
        max_length=300,
        required=False,
        help_text=_("Chỉ ghi khi quá hạn."),
    )
