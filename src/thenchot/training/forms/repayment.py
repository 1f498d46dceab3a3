"""What the formula of repayment needs to know."""

from django import forms
from django.utils.translation import gettext_lazy as _

from thenchot.people.enums import Sex
from thenchot.training.forms.plans import MOST_MONEY

MOST_MONTHS = 600


class RepaymentForm(forms.Form):
    paid = forms.DecimalField(
        label=_("Chi phí cơ quan đã trả (đồng), không kể lương"),
        min_value=0,
        max_value=MOST_MONEY,
        decimal_places=0,
    )
    committed_months = forms.IntegerField(
        label=_("Thời gian cam kết phục vụ (tháng)"), min_value=1, max_value=MOST_MONTHS
    )
    served_months = forms.IntegerField(
        label=_("Đã phục vụ sau đào tạo (tháng tròn)"), min_value=0, max_value=MOST_MONTHS
    )
    years_before = forms.IntegerField(
        label=_("Số năm công tác trước khi đi học (năm tròn)"), min_value=0, max_value=60
    )
    is_priority = forms.BooleanField(
        label=_("Là phụ nữ hoặc người dân tộc thiểu số"), required=False
    )
    is_finished = forms.BooleanField(
        label=_("Đã học xong và được cấp văn bằng"), required=False, initial=True
    )

    @staticmethod
    def first_values(enrolment) -> dict:
        return {
            "paid": enrolment.paid,
            "committed_months": enrolment.commitment_months,
            "is_priority": enrolment.person.sex == Sex.FEMALE,
        }
