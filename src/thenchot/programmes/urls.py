from django.urls import path

from thenchot.platform.registers.views import register_urls
from thenchot.programmes import actions, registers
from thenchot.programmes.views import board, drafts, programmes, tasks

urlpatterns = [
    path("board/", board.board, name="board"),
    *register_urls("tasks/", registers.TaskRegister),
    path("tasks/<int:pk>/", tasks.task_detail, name="task_detail"),
    path("tasks/<int:pk>/history/", tasks.task_history, name="task_history"),
    *actions.TASK.urls("tasks/"),
    *actions.EXTENSION.urls("extensions/"),
    *actions.DIFFICULTY.urls("difficulties/"),
    *register_urls("programmes/", registers.ProgrammeRegister),
    path("programmes/<int:pk>/", programmes.programme_detail, name="programme_detail"),
    path(
        "programmes/<int:pk>/print/<slug:name>.docx",
        programmes.programme_print,
        name="programme_print",
    ),
    *actions.TARGET.urls("targets/"),
    path("import/", drafts.import_start, name="import_start"),
    path("import/<int:pk>/", drafts.draft_review, name="draft_review"),
    path("import/<int:pk>/metadata/", drafts.draft_metadata, name="draft_metadata"),
    path("import/<int:pk>/tasks/<slug:item>/", drafts.draft_task, name="draft_task"),
    path("import/<int:pk>/targets/<slug:item>/", drafts.draft_target, name="draft_target"),
    path("import/<int:pk>/mapping/", drafts.draft_mapping, name="draft_mapping"),
    path("import/<int:pk>/confirm/", drafts.draft_confirm, name="draft_confirm"),
    *actions.DRAFT.urls("import/"),
]
