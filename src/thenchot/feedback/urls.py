from django.urls import path

from thenchot.feedback import actions, registers
from thenchot.feedback.views import answering, criteria, rounds
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("feedback/", registers.RoundRegister),
    path("feedback/mine/", rounds.feedback_mine, name="feedback_mine"),
    path("feedback/new/", rounds.feedback_new, name="feedback_new"),
    path("feedback/<int:pk>/", rounds.feedback_round, name="feedback_round"),
    *register_urls("feedback/people/", registers.ResultRegister),
    path("feedback/people/<int:pk>/", rounds.feedback_person, name="feedback_person"),
    path("feedback/people/<int:pk>/answer/", answering.feedback_answer, name="feedback_answer"),
    path("feedback/people/<int:pk>/sign/", answering.feedback_sign, name="feedback_sign"),
    path("feedback/people/<int:pk>/receipt.json", rounds.feedback_receipt, name="feedback_receipt"),
    path("feedback/people/<int:pk>/receipt.docx", rounds.feedback_print, name="feedback_print"),
    path("feedback/criteria/<int:pk>/", criteria.criteria_detail, name="criteria_detail"),
    *register_urls("feedback/criteria/", registers.CriteriaRegister),
    *actions.ROUND.urls("feedback/"),
    *actions.SHIPPED.urls("feedback/criteria/adopt/"),
    *actions.SET.urls("feedback/criteria/"),
    *actions.CRITERION.urls("feedback/criterion/"),
]
