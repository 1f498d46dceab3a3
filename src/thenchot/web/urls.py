"""All routes. Each room keeps its own list; route names are global."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from thenchot.web import views

ROOMS = (
    "thenchot.platform.accounts",
    "thenchot.platform.admission",
    "thenchot.platform.audit",
    "thenchot.platform.alerts",
    "thenchot.platform.jobs",
    "thenchot.platform.files",
    "thenchot.platform.policies",
    "thenchot.platform.registers",
    "thenchot.organisation",
    "thenchot.people",
    "thenchot.standards",
    "thenchot.documents",
    "thenchot.programmes",
    "thenchot.catalogue",
    "thenchot.worklog",
    "thenchot.oversight",
    "thenchot.cells",
    "thenchot.discipline",
    "thenchot.commendation",
    "thenchot.clearance",
    "thenchot.scoring",
    "thenchot.feedback",
    "thenchot.rating",
    "thenchot.training",
    "thenchot.succession",
    "thenchot.placement",
    "thenchot.scenarios",
    "thenchot.reception",
    "thenchot.citizens",
    "thenchot.recruitment",
    "thenchot.benefits",
    "thenchot.insight",
)

urlpatterns = [
    path("", views.desk, name="desk"),
    path("me/waiting/", views.waiting_counts, name="waiting_counts"),
    path("me/first-steps/", views.put_steps_away, name="put_steps_away"),
    path("search/", views.search, name="search"),
    path("help/", views.help_list, name="help_list"),
    path("help/<slug:code>/", views.help_page, name="help_page"),
    path("healthz", views.healthz, name="healthz"),
    path("language/", login_not_required(set_language), name="set_language"),
    *(path("", include(f"{room}.urls")) for room in ROOMS),
]

handler500 = "thenchot.web.views.trouble"
