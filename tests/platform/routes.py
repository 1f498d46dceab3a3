"""Only the pages of the platform: its tests do not depend on the rooms above."""

from django.http import HttpResponse
from django.urls import include, path

PLATFORM = ("accounts", "admission", "audit", "alerts", "jobs", "files", "policies", "registers")


def elsewhere(request):
    return HttpResponse("trang của phòng khác")


urlpatterns = [
    path("", elsewhere, name="desk"),
    path("welcome/", elsewhere, name="welcome"),
    path("me/waiting/", elsewhere, name="waiting_counts"),
    path("search/", elsewhere, name="search"),
    path("help/", elsewhere, name="help_list"),
    path("help/<slug:code>/", elsewhere, name="help_page"),
    path("language/", elsewhere, name="set_language"),
    *(path("", include(f"thenchot.platform.{room}.urls")) for room in PLATFORM),
]
