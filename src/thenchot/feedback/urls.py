from django.urls import path

from thenchot.feedback.views import criteria, rounds

urlpatterns = [
    path("sides/", rounds.sides_list, name="sides_list"),
    path("sides/mine/", rounds.sides_mine, name="sides_mine"),
    path("sides/new/", rounds.sides_new, name="sides_new"),
    path("sides/<int:pk>/", rounds.sides_round, name="sides_round"),
    path("sides/<int:pk>/close/", rounds.sides_close, name="sides_close"),
    path("sides/<int:pk>/prolong/", rounds.sides_prolong, name="sides_prolong"),
    path("sides/people/<int:pk>/", rounds.sides_person, name="sides_person"),
    path("sides/people/<int:pk>/answer/", rounds.sides_answer, name="sides_answer"),
    path("sides/people/<int:pk>/sign/", rounds.sides_sign, name="sides_sign"),
    path("sides/people/<int:pk>/receipt.json", rounds.sides_receipt, name="sides_receipt"),
    path("sides/people/<int:pk>/receipt.docx", rounds.sides_print, name="sides_print"),
    path("sides/criteria/", criteria.criteria_list, name="criteria_list"),
    path("sides/criteria/adopt/<slug:code>/", criteria.criteria_adopt, name="criteria_adopt"),
    path("sides/criteria/<int:pk>/", criteria.criteria_detail, name="criteria_detail"),
    path("sides/criteria/<int:pk>/edit/", criteria.criteria_edit, name="criteria_edit"),
    path("sides/criteria/<int:pk>/new/", criteria.criterion_new, name="criterion_new"),
    path("sides/criteria/<int:pk>/revise/", criteria.criteria_revise, name="criteria_revise"),
    path("sides/criteria/<int:pk>/issue/", criteria.criteria_issue, name="criteria_issue"),
    path("sides/criterion/<int:pk>/edit/", criteria.criterion_edit, name="criterion_edit"),
    path("sides/criterion/<int:pk>/drop/", criteria.criterion_drop, name="criterion_drop"),
]
