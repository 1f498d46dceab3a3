from django.urls import path

from thenchot.placement.actions.assignments import DELEGATION, MENTOR, REVIEW
from thenchot.placement.actions.procedures import ITEM, PAPER, PROCEDURE, STEP
from thenchot.placement.actions.vacancies import VACANCY
from thenchot.placement.registers.assignments import (
    DelegationRegister,
    ExcessRegister,
    FailedRegister,
    MentorRegister,
    PlacementReviewRegister,
)
from thenchot.placement.registers.procedures import (
    CalendarRegister,
    ProcedureRegister,
    StepRegister,
)
from thenchot.placement.registers.vacancies import VacancyRegister
from thenchot.placement.registers.watching import WatchRegister
from thenchot.placement.views import papers
from thenchot.platform.registers.views import register_urls

urlpatterns = [
    *register_urls("placement/vacancies/", VacancyRegister),
    *VACANCY.urls("placement/vacancies/"),
    *register_urls("placement/procedures/", ProcedureRegister),
    *PROCEDURE.urls("placement/procedures/"),
    *register_urls("placement/procedures/<int:pk>/", StepRegister),
    *STEP.urls("placement/steps/"),
    *PAPER.urls("placement/papers/"),
    *ITEM.urls("placement/hand-over/"),
    *register_urls("placement/calendar/", CalendarRegister),
    *register_urls("placement/reviews/", PlacementReviewRegister),
    *REVIEW.urls("placement/reviews/"),
    *register_urls("placement/mentors/", MentorRegister),
    *MENTOR.urls("placement/mentors/"),
    *register_urls("placement/delegation/", DelegationRegister),
    *DELEGATION.urls("placement/delegation/"),
    *register_urls("placement/watch/", WatchRegister),
    *register_urls("placement/excess/", ExcessRegister),
    *register_urls("placement/failed/", FailedRegister),
    *(
        path(
            f"placement/procedures/<int:pk>/{name}.docx",
            getattr(papers, f"procedure_{name}"),
            name=f"procedure_{name}",
        )
        for name in ("proposal", "fitness", "decision")
    ),
]
