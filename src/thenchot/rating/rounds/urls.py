from django.urls import path

from thenchot.platform.registers.views import register_urls
from thenchot.rating.rounds import views
from thenchot.rating.rounds.actions import ROUND
from thenchot.rating.rounds.registers.organisations import RoundOrganisationRegister
from thenchot.rating.rounds.registers.people import PublishedRegister, RoundPeopleRegister
from thenchot.rating.rounds.registers.rounds import RoundRegister

urlpatterns = [
    *register_urls("years/", RoundRegister),
    path("years/<int:pk>/", views.round_detail, name="round_detail"),
    *register_urls("years/<int:pk>/people/", RoundPeopleRegister),
    *register_urls("years/<int:pk>/organisations/", RoundOrganisationRegister),
    *register_urls("years/<int:pk>/published/", PublishedRegister),
    path("years/<int:pk>/records/", views.round_records, name="round_records"),
    path("years/<int:pk>/summary.xlsx", views.round_summary, name="round_summary"),
    path("years/<int:pk>/statistics.xlsx", views.round_statistics, name="round_statistics"),
    path("years/<int:pk>/national.<slug:form>", views.round_national, name="round_national"),
    *ROUND.urls("years/"),
    path("meetings/<int:pk>/minutes.docx", views.meeting_print, name="meeting_print"),
]
