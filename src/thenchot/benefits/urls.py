from django.urls import path

from thenchot.benefits.actions.cases import CASE
from thenchot.benefits.actions.lists import AFFECTED, ITEM, PAYMENT, REARRANGEMENT
from thenchot.benefits.actions.policies import CONDITION, LINE, POLICY
from thenchot.benefits.registers.cases import CaseRegister, OwnCaseRegister, TalentRegister
from thenchot.benefits.registers.lists import (
    AffectedRegister,
    ItemRegister,
    PaymentRegister,
    RearrangementRegister,
)
from thenchot.benefits.registers.policies import PolicyRegister
from thenchot.benefits.views import pages
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("benefits/policies/", PolicyRegister),
    *POLICY.urls("benefits/policies/"),
    path("benefits/policies/<int:pk>/", pages.benefit_policy, name="benefit_policy"),
    *CONDITION.urls("benefits/conditions/"),
    *LINE.urls("benefits/lines/"),
    *register_urls("benefits/cases/", CaseRegister),
    *CASE.urls("benefits/cases/"),
    path("benefits/cases/<int:pk>/", pages.benefit_case, name="benefit_case"),
    path(
        "benefits/cases/<int:pk>/decision.docx",
        pages.benefit_case_paper,
        name="benefit_case_paper",
    ),
    *register_urls("benefits/mine/", OwnCaseRegister),
    *register_urls("benefits/talent/", TalentRegister),
    *register_urls("benefits/rearrangements/", RearrangementRegister),
    *REARRANGEMENT.urls("benefits/rearrangements/"),
    *register_urls("benefits/rearrangements/<int:pk>/", AffectedRegister),
    *AFFECTED.urls("benefits/affected/"),
    *register_urls("benefits/payments/", PaymentRegister),
    *PAYMENT.urls("benefits/payments/"),
    *register_urls("benefits/payments/<int:pk>/", ItemRegister),
    path("benefits/payments/<int:pk>/signed.docx", pages.payment_paper, name="payment_paper"),
    path("benefits/payments/<int:pk>/signed.xlsx", pages.payment_sheet, name="payment_sheet"),
    *ITEM.urls("benefits/items/"),
]
