from django.urls import path

from thenchot.discipline.actions.breaches import BREACH, SCREENING
from thenchot.discipline.actions.cases import CASE, PAUSE, STEP
from thenchot.discipline.registers.breaches import (
    BreachRegister,
    ScreeningRegister,
    TrendRegister,
)
from thenchot.discipline.registers.cases import CaseRegister, CaseStepRegister
from thenchot.discipline.views import papers
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("discipline/cases/", CaseRegister),
    *register_urls("discipline/cases/<int:pk>/", CaseStepRegister),
    *CASE.urls("discipline/cases/"),
    *STEP.urls("discipline/steps/"),
    *PAUSE.urls("discipline/pauses/"),
    *register_urls("discipline/breaches/", BreachRegister),
    *BREACH.urls("discipline/breaches/"),
    *register_urls("discipline/trend/", TrendRegister),
    *register_urls("discipline/screening/", ScreeningRegister),
    *SCREENING.urls("discipline/screening/"),
    path(
        "discipline/cases/<int:pk>/minutes.docx",
        papers.discipline_minutes,
        name="discipline_minutes",
    ),
    path(
        "discipline/cases/<int:pk>/decision.docx",
        papers.discipline_decision,
        name="discipline_decision",
    ),
]
