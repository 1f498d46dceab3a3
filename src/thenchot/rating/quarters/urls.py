from django.urls import path

from thenchot.platform.registers.views import register_urls
from thenchot.rating.quarters import views
from thenchot.rating.quarters.actions import QUARTER, REPLACEMENT
from thenchot.rating.quarters.registers import (
    FailedQuarterRegister,
    QuarterRegister,
    ReplacementRegister,
)

urlpatterns = [
    *register_urls("months/quarter/", QuarterRegister),
    *QUARTER.urls("months/assessments/"),
    *register_urls("months/replacements/", ReplacementRegister),
    *register_urls("months/replacements/decree/", FailedQuarterRegister),
    path("months/replacements/print.docx", views.replacement_print, name="replacement_print"),
    *REPLACEMENT.urls("months/replacements/"),
]
