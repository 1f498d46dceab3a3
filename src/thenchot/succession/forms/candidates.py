"""What is asked about candidates, prospects and roads."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.organisation.filters import units_of
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.succession.access import EDIT, REFER
from thenchot.succession.labels import LINE, MILESTONE_KIND, ORIGIN


class OutsiderForm(forms.Form):
    person = NamedPerson(None, label=_("Người ở nơi khác"), empty_label=None)

    def __init__(self, *args, actor, post, **kwargs):
        super().__init__(*args, **kwargs)
        known = post.candidates.values("person") if post else []
        people = Person.objects.visible_to(actor, EDIT).exclude(pk__in=known)
        offer(self, "person", people.order_by("sort_key", "pk"))

    def facts(self) -> dict:
        return {"person_id": self.cleaned_data["person"].pk}


class LineForm(forms.Form):
    line = forms.ChoiceField(label=_("Đối tượng"), choices=choices(LINE))


class RemoveForm(forms.Form):
    reason = forms.CharField(
        label=_("Lý do đưa ra khỏi quy hoạch"),
        max_length=300,
        help_text=_("Kỷ luật, không hoàn thành nhiệm vụ, hết tuổi, chuyển công tác …"),
    )
    decision = forms.CharField(
        label=_("Số quyết định"),
        max_length=200,
        required=False,
        help_text=_("Trong đợt rà soát thì để trống, quyết định phê duyệt đợt là căn cứ."),
    )
    decided_on = day_field(_("Ngày"), initial=today)


class ProspectForm(forms.Form):
    unit = one_of(_("Đơn vị, nơi công tác"))
    person = NamedPerson(
        None, label=_("Người đã có hồ sơ"), empty_label=_("(chưa có hồ sơ)"), required=False
    )
    name = forms.CharField(
        label=_("Họ và tên"),
        max_length=120,
        required=False,
        help_text=_("Chỉ ghi khi người này chưa có hồ sơ"),
    )
    work = forms.CharField(label=_("Đang làm gì, ở đâu"), max_length=300, required=False)
    origin = forms.ChoiceField(label=_("Nơi giới thiệu"), choices=choices(ORIGIN))
    referred_by = forms.CharField(label=_("Người, tổ chức giới thiệu"), max_length=200)
    evidence = forms.CharField(
        label=_("Việc làm, kết quả làm căn cứ"),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Việc cụ thể đã làm được; không ghi nhận xét về quan điểm, đời tư."),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", units_of(actor, REFER))
        people = Person.objects.visible_to(actor, REFER)
        offer(self, "person", people.order_by("sort_key", "pk"))

    def clean(self):
        data = super().clean()
        if not data.get("person") and not data.get("name"):
            self.add_error("name", _("Chọn người đã có hồ sơ, hoặc ghi họ tên."))
        return data

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        person = data.pop("person")
        return data | {"unit_id": data.pop("unit").pk, "person_id": person and person.pk}


class OutcomeForm(forms.Form):
    outcome = forms.CharField(
        label=_("Kết quả theo dõi"), max_length=600, widget=forms.Textarea({"rows": 3})
    )


class MilestoneForm(forms.Form):
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(MILESTONE_KIND))
    text = forms.CharField(label=_("Nội dung"), max_length=400)
    due_on = day_field(_("Xong trước hết ngày"))


class DoneForm(forms.Form):
    done_on = day_field(_("Ngày xong"), initial=today)
    note = forms.CharField(label=_("Kết quả"), max_length=400, required=False)


class DropForm(forms.Form):
    note = forms.CharField(label=_("Vì sao bỏ"), max_length=400)
