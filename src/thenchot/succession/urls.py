from django.urls import path

from thenchot.platform.registers.views import register_urls
from thenchot.succession.actions.candidates import CANDIDATE, CONFERENCE, MILESTONE, PROSPECT
from thenchot.succession.actions.plans import PLAN, POST
from thenchot.succession.registers.plans import CandidateRegister, PlanRegister, PostRegister
from thenchot.succession.registers.roads import (
    MilestoneRegister,
    ProspectRegister,
    RoadRegister,
)
from thenchot.succession.views import conferences, posts

PAPERS = {
    "plans": ("summary", "decision", "ages", "carried", "added"),
    "conferences": ("ballot", "minutes"),
}

urlpatterns = [
    *register_urls("succession/", PlanRegister),
    *PLAN.urls("succession/plans/"),
    *register_urls("succession/plans/<int:pk>/", PostRegister),
    *POST.urls("succession/posts/"),
    *register_urls("succession/posts/<int:pk>/", CandidateRegister),
    path(
        "succession/posts/<int:pk>/meters/",
        posts.succession_post_meters,
        name="succession_post_meters",
    ),
    *CANDIDATE.urls("succession/candidates/"),
    *register_urls("succession/candidates/<int:pk>/", RoadRegister),
    path(
        "succession/conferences/<int:pk>/",
        conferences.succession_conference,
        name="succession_conference",
    ),
    *CONFERENCE.urls("succession/conferences/"),
    *register_urls("succession/prospects/", ProspectRegister),
    *PROSPECT.urls("succession/prospects/"),
    *register_urls("succession/roads/", MilestoneRegister),
    *MILESTONE.urls("succession/roads/"),
    *(
        path(
            f"succession/{of}/<int:pk>/{name}.docx",
            getattr(conferences, f"succession_{name}"),
            name=f"succession_{name}",
        )
        for of, names in PAPERS.items()
        for name in names
    ),
]
