from django.urls import path

from thenchot.platform.registers.views import register_urls
from thenchot.worklog.actions.field_visits import FIELD_VISIT
from thenchot.worklog.actions.hard_tasks import HARD
from thenchot.worklog.actions.opinions import OPINION
from thenchot.worklog.actions.plans import OWN_PLAN, OWN_PLAN_LINE, PLAN, PLAN_LINE
from thenchot.worklog.actions.templates import TEMPLATE, TEMPLATE_LINE
from thenchot.worklog.registers.field_visits import FieldVisitCountRegister, FieldVisitRegister
from thenchot.worklog.registers.hard_tasks import HardTaskRegister
from thenchot.worklog.registers.no_product import NoProductRegister
from thenchot.worklog.registers.opinions import OpinionRegister
from thenchot.worklog.registers.templates import TemplateRegister
from thenchot.worklog.registers.workload import WorkloadRegister, WorkWeekRegister
from thenchot.worklog.views import (
    list_import,
    prints,
    templates,
)

urlpatterns = [
    path("months/units/<int:pk>/count.docx", prints.unit_count_print, name="unit_count_print"),
    *register_urls("work-templates/", TemplateRegister),
    *TEMPLATE.urls("work-templates/"),
    *TEMPLATE_LINE.urls("work-templates/lines/"),
    path("work-templates/<int:pk>/", templates.template_detail, name="template_detail"),
    path("work-templates/<int:pk>/assign/", templates.template_assign, name="template_assign"),
    path("work-sources/", list_import.source_list, name="source_list"),
    path("work-sources/template.xlsx", list_import.source_template, name="source_template"),
    path("work-sources/<slug:code>/", list_import.source_upload, name="source_upload"),
    path("work-sources/<slug:code>/<int:file_id>/", list_import.source_check, name="source_check"),
    *register_urls("work/log/", WorkloadRegister),
    *register_urls("work/log/weeks/", WorkWeekRegister),
    *register_urls("work/no-product/", NoProductRegister),
    *register_urls("work/hard/", HardTaskRegister),
    *HARD.urls("work/hard/"),
    *register_urls("work/opinions/", OpinionRegister),
    *OPINION.urls("work/opinions/"),
    *register_urls("work/field-visits/", FieldVisitCountRegister),
    *register_urls("work/field-visits/entries/", FieldVisitRegister),
    *FIELD_VISIT.urls("work/field-visits/"),
    path("months/assessments/<int:pk>/plan.docx", prints.plan_print, name="plan_print"),
    *OWN_PLAN.urls("months/assessments/"),
    *PLAN.urls("months/assessments/"),
    *PLAN_LINE.urls("work/plan/"),
    *OWN_PLAN_LINE.urls("work/plan/"),
]
