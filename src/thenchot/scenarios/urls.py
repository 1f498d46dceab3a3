from thenchot.platform.registers.views import register_urls
from thenchot.scenarios.actions import IMPACT, LINE, SCENARIO
from thenchot.scenarios.registers import (
    BesideRegister,
    LineRegister,
    OptionRegister,
    ReportRegister,
    ScenarioRegister,
)

urlpatterns = [
    *register_urls("scenarios/", ScenarioRegister),
    *SCENARIO.urls("scenarios/"),
    *register_urls("scenarios/<int:pk>/", OptionRegister),
    *register_urls("scenarios/<int:pk>/beside/", BesideRegister),
    *register_urls("scenarios/options/<int:pk>/", LineRegister),
    *LINE.urls("scenarios/lines/"),
    *register_urls("scenarios/impact/", ReportRegister),
    *IMPACT.urls("scenarios/impact/"),
]
