from django.urls import path

from thenchot.programmes.views import board, drafts, programmes, tasks

urlpatterns = [
    path("board/", board.board, name="board"),
    path("tasks/", tasks.task_list, name="task_list"),
    path("tasks/export.xlsx", tasks.task_export, name="task_export"),
    path("tasks/<int:pk>/", tasks.task_detail, name="task_detail"),
    path("tasks/<int:pk>/history/", tasks.task_history, name="task_history"),
    path("tasks/<int:pk>/<slug:name>/", tasks.task_act, name="task_act"),
    path("extensions/<int:pk>/", tasks.extension_decide, name="extension_decide"),
    path("difficulties/<int:pk>/", tasks.difficulty_answer, name="difficulty_answer"),
    path("programmes/", programmes.programme_list, name="programme_list"),
    path("programmes/<int:pk>/", programmes.programme_detail, name="programme_detail"),
    path(
        "programmes/<int:pk>/print/<slug:name>.docx",
        programmes.programme_print,
        name="programme_print",
    ),
    path("targets/<int:pk>/reading/", programmes.target_read, name="target_read"),
    path("import/", drafts.import_start, name="import_start"),
    path("import/<int:pk>/", drafts.draft_review, name="draft_review"),
    path("import/<int:pk>/metadata/", drafts.draft_metadata, name="draft_metadata"),
    path("import/<int:pk>/tasks/<slug:item>/", drafts.draft_task, name="draft_task"),
    path("import/<int:pk>/targets/<slug:item>/", drafts.draft_target, name="draft_target"),
    path("import/<int:pk>/mapping/", drafts.draft_mapping, name="draft_mapping"),
    path("import/<int:pk>/confirm/", drafts.draft_confirm, name="draft_confirm"),
    path("import/<int:pk>/drop/", drafts.draft_drop, name="draft_drop"),
]
