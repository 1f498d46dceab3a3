from django.urls import path

from thenchot.oversight.actions.inspections import FINDING, INSPECTION, MEMBER
from thenchot.oversight.actions.plans import LINE, PLAN
from thenchot.oversight.actions.social import RECOMMENDATION, SOCIAL
from thenchot.oversight.registers.inspections import (
    FindingRegister,
    InspectionPage,
    InspectionRegister,
    WarnedRegister,
)
from thenchot.oversight.registers.plans import CoverageRegister, LineRegister, PlanRegister
from thenchot.oversight.registers.social import RecommendationRegister, SocialRegister
from thenchot.oversight.views import papers
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("oversight/plans/", PlanRegister),
    *register_urls("oversight/plans/<int:pk>/", LineRegister),
    *PLAN.urls("oversight/plans/"),
    *LINE.urls("oversight/lines/"),
    *register_urls("oversight/coverage/", CoverageRegister),
    *register_urls("oversight/inspections/", InspectionRegister),
    *register_urls("oversight/inspections/<int:pk>/", InspectionPage),
    *INSPECTION.urls("oversight/inspections/"),
    *MEMBER.urls("oversight/members/"),
    *register_urls("oversight/findings/", FindingRegister),
    *FINDING.urls("oversight/findings/"),
    *register_urls("oversight/warned/", WarnedRegister),
    *register_urls("oversight/social/", SocialRegister),
    *register_urls("oversight/social/<int:pk>/", RecommendationRegister),
    *SOCIAL.urls("oversight/social/"),
    *RECOMMENDATION.urls("oversight/recommendations/"),
    path(
        "oversight/inspections/<int:pk>/decision.docx",
        papers.inspection_decision,
        name="inspection_decision",
    ),
    path(
        "oversight/inspections/<int:pk>/notice.docx",
        papers.inspection_notice,
        name="inspection_notice",
    ),
    path("oversight/social/<int:pk>/letter.docx", papers.social_letter, name="social_letter"),
]
