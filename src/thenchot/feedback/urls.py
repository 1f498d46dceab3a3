from django.urls import path

from thenchot.feedback.views import criteria, rounds

urlpatterns = [
    path("feedback/", rounds.feedback_list, name="feedback_list"),
    path("feedback/mine/", rounds.feedback_mine, name="feedback_mine"),
    path("feedback/new/", rounds.feedback_new, name="feedback_new"),
    path("feedback/<int:pk>/", rounds.feedback_round, name="feedback_round"),
    path("feedback/<int:pk>/close/", rounds.feedback_close, name="feedback_close"),
    path("feedback/<int:pk>/prolong/", rounds.feedback_prolong, name="feedback_prolong"),
    path("feedback/people/<int:pk>/", rounds.feedback_person, name="feedback_person"),
    path("feedback/people/<int:pk>/answer/", rounds.feedback_answer, name="feedback_answer"),
    path("feedback/people/<int:pk>/sign/", rounds.feedback_sign, name="feedback_sign"),
    path("feedback/people/<int:pk>/receipt.json", rounds.feedback_receipt, name="feedback_receipt"),
    path("feedback/people/<int:pk>/receipt.docx", rounds.feedback_print, name="feedback_print"),
    path("feedback/criteria/", criteria.criteria_list, name="criteria_list"),
    path("feedback/criteria/adopt/<slug:code>/", criteria.criteria_adopt, name="criteria_adopt"),
    path("feedback/criteria/<int:pk>/", criteria.criteria_detail, name="criteria_detail"),
    path("feedback/criteria/<int:pk>/edit/", criteria.criteria_edit, name="criteria_edit"),
    path("feedback/criteria/<int:pk>/new/", criteria.criterion_new, name="criterion_new"),
    path("feedback/criteria/<int:pk>/revise/", criteria.criteria_revise, name="criteria_revise"),
    path("feedback/criteria/<int:pk>/issue/", criteria.criteria_issue, name="criteria_issue"),
    path("feedback/criterion/<int:pk>/edit/", criteria.criterion_edit, name="criterion_edit"),
    path("feedback/criterion/<int:pk>/drop/", criteria.criterion_drop, name="criterion_drop"),
]
