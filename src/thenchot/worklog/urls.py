from django.urls import path

from thenchot.platform.registers.views import register_urls
from thenchot.worklog.actions.hard_tasks import HARD
from thenchot.worklog.registers.hard_tasks import HardTaskRegister
from thenchot.worklog.views import (
    field_visits,
    list_import,
    lists,
    opinions,
    plans,
    prints,
    templates,
    workload,
)

urlpatterns = [
    path("months/units/<int:pk>/count.docx", prints.unit_count_print, name="unit_count_print"),
    path("work-templates/", templates.template_list, name="template_list"),
    path("work-templates/new/", templates.template_new, name="template_new"),
    path("work-templates/<int:pk>/", templates.template_detail, name="template_detail"),
    path("work-templates/<int:pk>/edit/", templates.template_edit, name="template_edit"),
    path("work-templates/<int:pk>/end/", templates.template_end, name="template_end"),
    path("work-templates/<int:pk>/line/", templates.template_line, name="template_line"),
    path("work-templates/<int:pk>/assign/", templates.template_assign, name="template_assign"),
    path(
        "work-templates/lines/<int:pk>/drop/",
        templates.template_line_drop,
        name="template_line_drop",
    ),
    path("work-sources/", list_import.source_list, name="source_list"),
    path("work-sources/template.xlsx", list_import.source_template, name="source_template"),
    path("work-sources/<slug:code>/", list_import.source_upload, name="source_upload"),
    path("work-sources/<slug:code>/<int:file_id>/", list_import.source_check, name="source_check"),
    path("work/log/", workload.work_log, name="work_log"),
    path("work/log/export.xlsx", lists.work_log_export, name="work_log_export"),
    path("work/no-product/", lists.no_product_list, name="no_product_list"),
    path("work/no-product/print.docx", prints.no_product_print, name="no_product_print"),
    path("work/no-product/export.xlsx", lists.no_product_export, name="no_product_export"),
    path("work/opinions/export.xlsx", lists.opinion_export, name="opinion_export"),
    path("work/field-visits/export.xlsx", lists.field_visit_export, name="field_visit_export"),
    *register_urls("work/hard/", HardTaskRegister),
    *HARD.urls("work/hard/"),
    path("work/opinions/", opinions.opinion_list, name="opinion_list"),
    path("work/opinions/new/", opinions.opinion_new, name="opinion_new"),
    path("work/opinions/<int:pk>/answer/", opinions.opinion_answer, name="opinion_answer"),
    path("work/opinions/<int:pk>/decide/", opinions.opinion_decide, name="opinion_decide"),
    path("work/field-visits/", field_visits.field_visit_list, name="field_visit_list"),
    path("work/field-visits/new/", field_visits.field_visit_new, name="field_visit_new"),
    path(
        "work/field-visits/<int:pk>/drop/", field_visits.field_visit_drop, name="field_visit_drop"
    ),
    path("months/assessments/<int:pk>/plan.docx", prints.plan_print, name="plan_print"),
    path("months/assessments/<int:pk>/plan/new/", plans.plan_new, name="plan_new"),
    path("months/assessments/<int:pk>/plan/review/", plans.plan_review, name="plan_review"),
    path("months/assessments/<int:pk>/plan/accept/", plans.plan_accept_all, name="plan_accept_all"),
    path("work/plan/<int:pk>/accept/", plans.plan_accept, name="plan_accept"),
    path("work/plan/<int:pk>/refuse/", plans.plan_refuse, name="plan_refuse"),
    path("work/plan/<int:pk>/withdraw/", plans.plan_withdraw, name="plan_withdraw"),
]
