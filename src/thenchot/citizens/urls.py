from django.urls import path

from thenchot.citizens.actions.cases import CASE, OUTAGE
from thenchot.citizens.actions.satisfaction import SLIP
from thenchot.citizens.registers.cases import (
    ApologyRegister,
    BatchRegister,
    CaseRegister,
    OutageRegister,
    PunctualityRegister,
)
from thenchot.citizens.registers.satisfaction import (
    SatisfactionRegister,
    SlipRegister,
    WordRegister,
)
from thenchot.citizens.views import cases, public
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("served/cases/", CaseRegister),
    path("served/cases/<int:pk>/", cases.case, name="onestop_case"),
    *CASE.urls("served/cases/"),
    path("served/import/", cases.import_file, name="onestop_import"),
    path("served/import/<int:file_id>/", cases.import_columns, name="onestop_columns"),
    *register_urls("served/imports/", BatchRegister),
    path("served/imports/<int:pk>/", cases.batch, name="onestop_batch"),
    *register_urls("served/outages/", OutageRegister),
    *OUTAGE.urls("served/outages/"),
    *register_urls("served/apologies/", ApologyRegister),
    path("served/apologies/<int:pk>/letter.docx", cases.apology, name="onestop_apology"),
    *register_urls("served/on-time/", PunctualityRegister),
    *register_urls("served/satisfaction/", SatisfactionRegister),
    *register_urls("served/words/", WordRegister),
    *register_urls("served/slips/", SlipRegister),
    *SLIP.urls("served/slips/"),
    path("cong-dan/danh-gia/", public.public_rate, name="public_rate"),
]
