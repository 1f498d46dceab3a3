from django.urls import path

from thenchot.platform.policies import views
from thenchot.platform.policies.actions import POLICY
from thenchot.platform.policies.registers import HistoryRegister
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    path("policies/", views.policy_list, name="policy_list"),
    path("policies/codes/", views.code_lists_page, name="code_lists"),
    *register_urls("policies/history/", HistoryRegister),
    *POLICY.urls("policies/"),
]
