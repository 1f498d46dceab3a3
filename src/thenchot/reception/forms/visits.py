"""Turns and promises: what is asked, of the citizen and of the officer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.models import Unit
from thenchot.organisation.queries import homes_of
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.programmes.models import Programme
from thenchot.reception.access import EDIT
from thenchot.reception.enums import Verdict
from thenchot.reception.labels import ANSWER_KIND, GROUND, MATTER, VERDICT
from thenchot.reception.services.visits import earlier_of

LONG = {"rows": 5}


class TurnForm(forms.Form):
    """What a citizen writes; the identity paper is seen at the reception."""

    full_name = forms.CharField(
        label=_("Họ và tên"), max_length=120, widget=forms.TextInput({"autocomplete": "name"})
    )
    address = forms.CharField(label=_("Địa chỉ"), max_length=300)
    phone = forms.CharField(
        label=_("Số điện thoại"),
        max_length=20,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
    )
    summary = forms.CharField(
        label=_("Ông (bà) muốn nói việc gì?"), max_length=3000, widget=forms.Textarea(LONG)
    )
    agrees = forms.BooleanField(
        label=_("Tôi đồng ý cho nơi tiếp công dân dùng thông tin trên để tiếp và trả lời tôi.")
    )

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        data.pop("agrees")
        return data


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Mã trên giấy hẹn"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
        help_text=_("12 ký tự, không phân biệt chữ hoa, chữ thường"),
    )


class BookForm(forms.Form):
    """The columns of the book 03/TCD that are known when somebody is received."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    address = forms.CharField(label=_("Địa chỉ"), max_length=300)
    identity_no = forms.CharField(label=_("Số định danh (căn cước), hộ chiếu"), max_length=20)
    phone = forms.CharField(label=_("Số điện thoại"), max_length=20, required=False)
    authorisation = forms.CharField(
        label=_("Giấy ủy quyền, đại diện (nếu đến thay người khác)"), max_length=300, required=False
    )
    summary = forms.CharField(
        label=_("Tóm tắt nội dung"), max_length=3000, widget=forms.Textarea(LONG)
    )
    matter = forms.ChoiceField(
        label=_("Phân loại theo nội dung"), choices=[("", _("(chọn)")), *choices(MATTER)]
    )
    people = forms.IntegerField(
        label=_("Số người cùng nội dung"), min_value=1, max_value=9999, initial=1
    )
    representatives = forms.CharField(
        label=_("Người đại diện, mỗi dòng một người"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    settled_by = forms.CharField(label=_("Cơ quan đã giải quyết"), max_length=300, required=False)
    is_ours = forms.BooleanField(label=_("Thuộc thẩm quyền"), required=False, initial=True)
    guided_to = forms.CharField(
        label=_("Hướng dẫn đến cơ quan nào, số văn bản"), max_length=300, required=False
    )
    papers = forms.CharField(
        label=_("Giấy tờ nhận (tên; số trang; bản chính hay bản sao), mỗi dòng một loại"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)


class WalkInForm(BookForm):
    unit = one_of(_("Địa phương"))
    field_order = ("unit",)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return {"unit_id": data.pop("unit").pk, **data}


class RefuseForm(forms.Form):
    ground = forms.ChoiceField(label=_("Căn cứ"), choices=choices(GROUND))
    ground_shown = forms.CharField(
        label=_("Văn bản, sự việc làm căn cứ"), max_length=400, required=False
    )
    wants_notice = forms.BooleanField(
        label=_("Ra thông báo 01/TCD (khi nghị định không nói rõ)"), required=False
    )


class SignForm(forms.Form):
    refusal_no = forms.CharField(label=_("Số thông báo"), max_length=120)
    refusal_on = day_field(_("Ngày thông báo"), initial=today)


class AnswerForm(forms.Form):
    answer_kind = forms.ChoiceField(label=_("Kết quả xử lý"), choices=choices(ANSWER_KIND))
    answer = forms.CharField(
        label=_("Trả lời công dân"), max_length=4000, widget=forms.Textarea(LONG)
    )
    handled_by = forms.CharField(
        label=_("Cơ quan thụ lý, số văn bản chuyển"), max_length=300, required=False
    )


class TieForm(forms.Form):
    before = one_of(_("Lượt tiếp trước đó, cùng một việc"))

    def __init__(self, *args, visit, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "before", earlier_of(visit))

    def facts(self) -> dict:
        return {"before_id": self.cleaned_data["before"].pk}


class PromiseForm(forms.Form):
    text = forms.CharField(
        label=_("Việc phải làm"), max_length=2000, widget=forms.Textarea({"rows": 4})
    )
    lead = one_of(_("Đơn vị chủ trì"))
    due_on = day_field(_("Hạn"))
    contact = forms.CharField(label=_("Người để công dân liên hệ"), max_length=200, required=False)
    programme = forms.ModelChoiceField(
        None,
        label=_("Đưa vào chương trình, kế hoạch"),
        empty_label=_("(chỉ theo dõi ở đây)"),
        required=False,
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "lead", Unit.objects.visible_to(actor).filter(valid_to=None).order_by("path"))
        offer(self, "programme", Programme.objects.visible_to(actor).order_by("-given_on", "pk"))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        programme = data.pop("programme")
        return {
            "lead_id": data.pop("lead").pk,
            "programme_id": programme and programme.pk,
            **data,
        }


class DirectionForm(PromiseForm):
    """Of a session: of one of its turns, or of all."""

    visit = forms.ModelChoiceField(
        None, label=_("Lượt tiếp"), empty_label=_("(cả buổi)"), required=False
    )
    field_order = ("visit",)

    def __init__(self, *args, slot, **kwargs):
        super().__init__(*args, **kwargs)
        rows = slot.visits.filter(number__isnull=False).order_by("number")
        offer(self, "visit", rows)

    def facts(self) -> dict:
        data = super().facts()
        visit = data.pop("visit")
        return {"visit_id": visit and visit.pk, **data}


class KeepForm(forms.Form):
    done_on = day_field(_("Xong ngày"), initial=today)
    result = forms.CharField(
        label=_("Kết quả, để công dân đọc"), max_length=3000, widget=forms.Textarea(LONG)
    )


class VerdictForm(forms.Form):
    """Which promise, solved or not, a word if they like."""

    direction = forms.IntegerField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(choices=[(str(one), VERDICT[one]) for one in Verdict])
    said = forms.CharField(max_length=500, required=False)
