"""What is asked about members of cells and who follows a cell."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.cells.labels import CELL_POST, MEMBER_KIND, REVIEW_RESULT
from thenchot.people.access import SEE as SEE_PEOPLE
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer

NONE = _("(không)")
MONTHS = [(number, f"{number:02d}") for number in range(1, 13)]


def people_known(actor):
    """People the actor sees, to be members of a cell or in charge of it."""
    return Person.objects.visible_to(actor, SEE_PEOPLE).order_by("sort_key", "pk")


class MembersForm(forms.Form):
    person = NamedPerson(
        None, label=_("Người có hồ sơ"), empty_label=_("(không chọn)"), required=False
    )
    names = forms.CharField(
        label=_("Người không có hồ sơ, mỗi dòng một họ tên"),
        required=False,
        max_length=60000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Chỉ ghi họ tên; hệ thống không giữ thông tin nào khác về họ."),
    )
    kind = forms.ChoiceField(label=_("Diện"), choices=choices(MEMBER_KIND))
    since = day_field(_("Sinh hoạt ở đây từ ngày"), initial=today)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "person", people_known(actor))


class MemberForm(forms.Form):
    kind = forms.ChoiceField(label=_("Diện"), choices=choices(MEMBER_KIND))
    post = forms.ChoiceField(
        label=_("Chức vụ trong chi bộ"),
        choices=[("", NONE), *choices(CELL_POST)],
        required=False,
    )

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].initial, self.fields["post"].initial = member.kind, member.post


class LeaveForm(forms.Form):
    until = day_field(_("Ngày cuối"), initial=today)
    reason = forms.CharField(label=_("Lý do"), max_length=200)


class ChargeForm(forms.Form):
    person = NamedPerson(None, label=_("Cấp ủy viên phụ trách"), empty_label=None)
    basis = forms.CharField(label=_("Văn bản phân công"), max_length=200)
    since = day_field(_("Từ ngày"), initial=today)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "person", people_known(actor))


class ReportForm(forms.Form):
    month = forms.TypedChoiceField(label=_("Tháng"), choices=MONTHS, coerce=int)
    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    done = forms.CharField(
        label=_("Đã chỉ đạo, đôn đốc"), max_length=1000, widget=forms.Textarea({"rows": 4})
    )
    difficulty = forms.CharField(
        label=_("Khó khăn"), max_length=600, required=False, widget=forms.Textarea({"rows": 3})
    )
    proposal = forms.CharField(
        label=_("Kiến nghị"), max_length=600, required=False, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        on = today()
        self.fields["month"].initial, self.fields["year"].initial = on.month, on.year


class ReviewForm(forms.Form):
    reviewed_on = day_field(_("Ngày kiểm điểm"), initial=today)
    text = forms.CharField(
        label=_("Ý kiến của chi bộ"), max_length=1500, widget=forms.Textarea({"rows": 4})
    )
    result = forms.ChoiceField(label=_("Kết luận"), choices=choices(REVIEW_RESULT))
    mend_by = day_field(
        _("Sửa xong trước ngày"), required=False, help_text=_("Khi có việc phải sửa.")
    )
