from django.urls import path

from thenchot.platform.registers.views import register_urls
from thenchot.rating.actions.organisations import ORGANISATION
from thenchot.rating.actions.quarters import QUARTER, REPLACEMENT
from thenchot.rating.actions.ratings import ABSENCE, COMPLAINT, RATING
from thenchot.rating.actions.rounds import ROUND
from thenchot.rating.registers.organisations import RoundOrganisationRegister
from thenchot.rating.registers.people import PublishedRegister, RoundPeopleRegister
from thenchot.rating.registers.quarters import (
    FailedQuarterRegister,
    QuarterRegister,
    ReplacementRegister,
)
from thenchot.rating.registers.rounds import RoundRegister
from thenchot.rating.views import files, organisations, quarters, ratings, rounds

urlpatterns = [
    *register_urls("months/quarter/", QuarterRegister),
    *QUARTER.urls("months/assessments/"),
    *register_urls("months/replacements/", ReplacementRegister),
    *register_urls("months/replacements/decree/", FailedQuarterRegister),
    path("months/replacements/print.docx", quarters.replacement_print, name="replacement_print"),
    *REPLACEMENT.urls("months/replacements/"),
    *register_urls("years/", RoundRegister),
    path("years/months/template.xlsx", files.year_months_template, name="year_months_template"),
    path("years/months/import/", files.year_months_import, name="year_months_import"),
    path("years/months/import/<int:file_id>/", files.year_months_check, name="year_months_check"),
    path("years/<int:pk>/", rounds.round_detail, name="round_detail"),
    *register_urls("years/<int:pk>/people/", RoundPeopleRegister),
    *register_urls("years/<int:pk>/organisations/", RoundOrganisationRegister),
    *register_urls("years/<int:pk>/published/", PublishedRegister),
    path("years/<int:pk>/records/", rounds.round_records, name="round_records"),
    path("years/<int:pk>/summary.xlsx", files.round_summary, name="round_summary"),
    path("years/<int:pk>/statistics.xlsx", files.round_statistics, name="round_statistics"),
    path("years/<int:pk>/national.<slug:form>", files.round_national, name="round_national"),
    *ROUND.urls("years/"),
    path("meetings/<int:pk>/minutes.docx", files.meeting_print, name="meeting_print"),
    path("ratings/<int:pk>/", ratings.rating_detail, name="rating_detail"),
    path("ratings/<int:pk>/mau-02.docx", files.rating_print, name="rating_print"),
    path("ratings/<int:pk>/notice.docx", files.rating_notice, name="rating_notice"),
    *RATING.urls("ratings/"),
    *ABSENCE.urls("absences/"),
    *COMPLAINT.urls("complaints/"),
    path("organisations/<int:pk>/", organisations.organisation_rating, name="organisation_rating"),
    *ORGANISATION.urls("organisations/"),
]
