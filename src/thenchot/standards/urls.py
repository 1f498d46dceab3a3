from django.urls import path

from thenchot.standards.views import board, persons, sets

urlpatterns = [
    path("standards/", board.standard_board, name="standard_board"),
    path("standards/names/", board.standard_names, name="standard_names"),
    path("standards/export.xlsx", board.standard_export, name="standard_export"),
    path("standards/count/", board.standard_count, name="standard_count"),
    path("standards/sets/", sets.set_list, name="set_list"),
    path("standards/sets/adopt/", sets.set_adopt, name="set_adopt"),
    path("standards/sets/<int:pk>/", sets.set_detail, name="set_detail"),
    path("standards/sets/<int:pk>/edit/", sets.set_edit, name="set_edit"),
    path("standards/sets/<int:pk>/revise/", sets.set_revise, name="set_revise"),
    path("standards/sets/<int:pk>/foresee/", sets.set_foresee, name="set_foresee"),
    path("standards/sets/<int:pk>/issue/", sets.set_issue, name="set_issue"),
    path("standards/sets/<int:pk>/requirements/new/", sets.requirement_new, name="requirement_new"),
    path("standards/requirements/<int:pk>/edit/", sets.requirement_edit, name="requirement_edit"),
    path("standards/requirements/<int:pk>/drop/", sets.requirement_drop, name="requirement_drop"),
    path("people/<int:pk>/standards/", persons.person_gaps, name="person_gaps"),
    path(
        "people/<int:pk>/standards/print.docx", persons.person_gaps_print, name="person_gaps_print"
    ),
    path("people/<int:pk>/standards/exempt/", persons.exemption_new, name="exemption_new"),
    path("exemptions/<int:pk>/end/", persons.exemption_end, name="exemption_end"),
]
