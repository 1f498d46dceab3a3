"""What the pages of the own plan, quick opinions and days among the people ask."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.catalogue.labels import choices
from thenchot.catalogue.queries.products import product_named
from thenchot.people.queries import people_of
from thenchot.platform.ui.forms import day_field
from thenchot.worklog.forms.fields import ProductField, amount_field, long_field
from thenchot.worklog.labels import FIELD_VISIT_KIND, PLAN_VERDICT
from thenchot.worklog.queries.opinions import seat_of, units_to_ask

NO_SUCH_PRODUCT = _(
    "Danh mục đang áp dụng không có mã này. Chọn trong danh sách, hoặc bỏ trống và ghi nhiệm vụ."
)


class PlanForm(forms.Form):
    product = ProductField(
        label=_("Sản phẩm trong danh mục"),
        required=False,
        help_text=_("Bỏ trống nếu danh mục chưa có: việc chờ quy đổi."),
    )
    name = forms.CharField(label=_("Nhiệm vụ"), max_length=600, required=False)
    output = forms.CharField(
        label=_("Kết quả đầu ra"),
        max_length=400,
        required=False,
        help_text=_("Cái gì có được khi làm xong; bỏ trống nếu danh mục đã ghi."),
    )
    quantity = amount_field(_("Số lượng"), initial=Decimal(1))
    due_on = day_field(_("Hoàn thành trước hết ngày"))
    is_key = forms.BooleanField(label=_("Nhiệm vụ trọng tâm"), required=False, initial=True)

    def __init__(self, *args, assessment, **kwargs):
        super().__init__(*args, **kwargs)
        self.assessment = assessment

    def clean_product(self):
        text = self.cleaned_data["product"]
        product = product_named(self.assessment.unit, self.assessment.ends_on, text)
        if text and product is None:
            raise forms.ValidationError(NO_SUCH_PRODUCT)
        return product

    def facts(self) -> dict:
        data = {**self.cleaned_data}
        product = data.pop("product")
        return {"product_id": product and product.pk, **data}


class PlanReviewForm(forms.Form):
    verdict = forms.ChoiceField(label=_("Nhận xét"), choices=choices(PLAN_VERDICT))
    remarks = forms.CharField(
        label=_("Điều cần điều chỉnh"),
        max_length=600,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Bỏ trống được khi đúng hướng, đúng tiến độ."),
    )


class OpinionForm(forms.Form):
    """`to`: "u12" a unit, "p34" a person of it."""

    to = forms.ChoiceField(label=_("Hỏi ai"))
    question = long_field(_("Tình huống, điều cần xin ý kiến"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        units = list(units_to_ask(seat_of(actor)))
        seats: dict[int, list] = {unit.pk: [] for unit in units}
        for seat in people_of(list(seats)):
            if seat.person.account_id is None or seat.person.account_id != actor.account_id:
                seats[seat.unit_id].append(
                    (f"p{seat.person_id}", f"{seat.person.full_name}, {seat.title}")
                )
        self.fields["to"].choices = [("", _("(chọn đơn vị hoặc người)"))] + [
            (unit.name, [(f"u{unit.pk}", _("cả đơn vị: %s") % unit.name), *seats[unit.pk]])
            for unit in units
        ]

    def facts(self) -> dict:
        to = self.cleaned_data["to"]
        return {
            "person_id" if to[0] == "p" else "unit_id": int(to[1:]),
            "question": self.cleaned_data["question"],
        }


class AnswerForm(forms.Form):
    answer = long_field(_("Ý kiến trả lời"))


class DecisionForm(forms.Form):
    decision = long_field(_("Quyết định xử lý"))


class FieldVisitForm(forms.Form):
    happened_on = day_field(_("Ngày"))
    kind = forms.ChoiceField(label=_("Loại"), choices=choices(FIELD_VISIT_KIND))
    place = forms.CharField(label=_("Nơi đến"), max_length=200)
    result = long_field(_("Nắm được gì, tháo gỡ được gì cho dân"))
    evidence = forms.CharField(
        label=_("Minh chứng (ai xác nhận, biên bản, đường dẫn)"), max_length=400, required=False
    )
