from django.urls import path

from thenchot.platform.policies import views

urlpatterns = [
    path("policies/", views.policy_list, name="policy_list"),
    path("policies/codes/", views.code_lists_page, name="code_lists"),
    path("policies/history/", views.policy_history, name="policy_history"),
    path("policies/new/", views.enter_value, name="policy_enter"),
    path("policies/<int:value_id>/<slug:move>/", views.move_value, name="policy_move"),
]
