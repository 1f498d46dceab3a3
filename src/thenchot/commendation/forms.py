"""What is asked about initiatives, movements and awards."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.commendation.access import EDIT, PROPOSE, SUGGEST
from thenchot.commendation.enums import AwardSource, MovementState
from thenchot.commendation.labels import AWARD_SOURCE, RESULT, VERDICT
from thenchot.commendation.queries import list_initiatives, list_movements
from thenchot.commendation.services import suggested_money
from thenchot.organisation.filters import units_of
from thenchot.organisation.queries import homes_of
from thenchot.people.forms import NamedPerson
from thenchot.people.models import Person
from thenchot.platform.clock import today
from thenchot.platform.ui.forms import day_field, offer, one_of
from thenchot.policy.codelists import code_list

NONE = _("(không)")
TYPED = [(code, words) for code, words in AWARD_SOURCE.items() if code != AwardSource.HARD_TASK]


def _people(actor, permission: str):
    return Person.objects.visible_to(actor, permission).order_by("sort_key", "pk")


class InitiativeForm(forms.Form):
    person = NamedPerson(None, label=_("Tác giả"), empty_label=None)
    others = forms.CharField(label=_("Đồng tác giả (tỷ lệ)"), max_length=300, required=False)
    name = forms.CharField(label=_("Tên sáng kiến"), max_length=300)
    scope = forms.CharField(
        label=_("Nội dung, phạm vi xin thực hiện"),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        people = _people(actor, SUGGEST)
        offer(self, "person", people)
        self.fields["person"].initial = people.filter(account=actor.account_id).first()

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"person_id": data.pop("person").pk}


class AnswerForm(forms.Form):
    is_allowed = forms.TypedChoiceField(
        label=_("Trả lời"),
        choices=[("yes", _("cho phép thực hiện")), ("no", _("không cho phép"))],
        coerce=lambda value: value == "yes",
    )
    answer = forms.CharField(label=_("Văn bản, ý kiến"), max_length=300)
    allowed_scope = forms.CharField(
        label=_("Phạm vi được phép"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Để trống nếu như phạm vi xin thực hiện."),
    )
    allowed_until = day_field(_("Được phép đến ngày"), required=False)


class ConcludeForm(forms.Form):
    verdict = forms.ChoiceField(label=_("Kết luận"), choices=choices(VERDICT))
    before = forms.CharField(label=_("Số liệu trước"), max_length=300, required=False)
    after = forms.CharField(label=_("Số liệu sau"), max_length=300, required=False)
    conclusion = forms.CharField(
        label=_("Nhận xét"), max_length=600, widget=forms.Textarea({"rows": 3})
    )
    is_new = forms.IntegerField(label=_("Tính mới"), min_value=0, initial=0)
    is_applied = forms.IntegerField(label=_("Đã áp dụng"), min_value=0, initial=0)
    is_effective = forms.IntegerField(label=_("Hiệu quả"), min_value=0, initial=0)
    can_spread = forms.IntegerField(label=_("Khả năng nhân rộng"), min_value=0, initial=0)


class MovementForm(forms.Form):
    unit = one_of(_("Địa phương"))
    name = forms.CharField(label=_("Tên phong trào"), max_length=200)
    content = forms.CharField(
        label=_("Nội dung, tiêu chí"), max_length=1000, widget=forms.Textarea({"rows": 4})
    )
    basis = forms.CharField(label=_("Văn bản phát động"), max_length=200)
    begins_on = day_field(_("Phát động ngày"), initial=today)
    ends_on = day_field(_("Đến ngày"))
    of_groups = forms.BooleanField(label=_("Theo thôn, tổ dân phố"), required=False)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", homes_of(actor, EDIT))

    def facts(self) -> dict:
        data = dict(self.cleaned_data)
        return data | {"unit_id": data.pop("unit").pk}


class EntryForm(forms.Form):
    unit = one_of(_("Đơn vị đăng ký"))
    person = NamedPerson(None, label=_("Cá nhân"), empty_label=_("(cả tập thể)"), required=False)
    content = forms.CharField(
        label=_("Nội dung đăng ký"), max_length=600, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", units_of(actor, PROPOSE))
        offer(self, "person", _people(actor, PROPOSE))


class ResultForm(forms.Form):
    result = forms.ChoiceField(label=_("Kết quả"), choices=choices(RESULT))
    note = forms.CharField(label=_("Minh chứng"), max_length=400, required=False)


class CloseForm(forms.Form):
    summary = forms.CharField(
        label=_("Tổng kết"), max_length=1000, widget=forms.Textarea({"rows": 4})
    )


class AwardForm(forms.Form):
    unit = one_of(_("Đơn vị"))
    person = NamedPerson(None, label=_("Cá nhân"), empty_label=_("(cả tập thể)"), required=False)
    form = forms.ChoiceField(label=_("Hình thức, danh hiệu"))
    source = forms.ChoiceField(label=_("Thành tích từ"), choices=TYPED)
    reason = forms.CharField(
        label=_("Thành tích"), max_length=800, widget=forms.Textarea({"rows": 4})
    )
    movement = one_of(_("Phong trào"), required=False, empty=NONE)
    initiative = one_of(_("Sáng kiến"), required=False, empty=NONE)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        offer(self, "unit", units_of(actor, PROPOSE))
        offer(self, "person", _people(actor, PROPOSE))
        offer(self, "movement", list_movements(actor).filter(state=MovementState.CLOSED))
        offer(self, "initiative", list_initiatives(actor).filter(verdict="effective"))
        forms_known: Any = self.fields["form"]
        forms_known.choices = code_list("reward").choices()


class PraiseForm(forms.Form):
    form = forms.ChoiceField(label=_("Hình thức, danh hiệu"))
    reason = forms.CharField(
        label=_("Thành tích"), max_length=800, widget=forms.Textarea({"rows": 4})
    )

    def __init__(self, *args, task, **kwargs):
        super().__init__(*args, **kwargs)
        forms_known: Any = self.fields["form"]
        forms_known.choices = code_list("reward").choices()
        forms_known.initial = "certificate"
        self.fields["reason"].initial = f"{task.name}: {task.outcome}"[:800]


class VoteForm(forms.Form):
    members = forms.IntegerField(label=_("Tổng số thành viên Hội đồng"), min_value=1, max_value=100)
    agreed = forms.IntegerField(label=_("Số đồng ý"), min_value=0, max_value=100)
    voted_on = day_field(_("Ngày bỏ phiếu"), initial=today)


class DecideForm(forms.Form):
    decision = forms.CharField(label=_("Số quyết định"), max_length=120)
    decided_on = day_field(_("Ngày quyết định"), initial=today)
    money = forms.DecimalField(
        label=_("Tiền thưởng (đồng)"),
        min_value=0,
        max_digits=14,
        decimal_places=0,
        required=False,
        help_text=_("Để trống thì tính theo mức lương cơ sở, nếu hình thức có hệ số."),
    )

    def __init__(self, *args, award, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["money"].initial = suggested_money(award)


class RefuseForm(forms.Form):
    reason = forms.CharField(label=_("Lý do không khen thưởng"), max_length=300)
