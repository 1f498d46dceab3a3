from django.urls import path

from thenchot.rating.views import exports, files, organisations, quarters, ratings, rounds

urlpatterns = [
    path("months/assessments/<int:pk>/quarter/", quarters.quarter_decide, name="quarter_decide"),
    path("months/quarter/export.xlsx", exports.quarter_export, name="quarter_export"),
    path("months/replacements/export.xlsx", exports.replacement_export, name="replacement_export"),
    path("months/replacements/", quarters.replacement_list, name="replacement_list"),
    path("months/replacements/print.docx", quarters.replacement_print, name="replacement_print"),
    path("months/replacements/<int:pk>/", quarters.replacement_decide, name="replacement_decide"),
    path("years/", rounds.year_list, name="year_list"),
    path("years/new/", rounds.round_new, name="round_new"),
    path("years/months/template.xlsx", files.year_months_template, name="year_months_template"),
    path("years/months/import/", files.year_months_import, name="year_months_import"),
    path("years/months/import/<int:file_id>/", files.year_months_check, name="year_months_check"),
    path("years/<int:pk>/", rounds.round_detail, name="round_detail"),
    path("years/<int:pk>/do/<slug:action>/", rounds.round_do, name="round_do"),
    path("years/<int:pk>/reopen/", organisations.round_reopen, name="round_reopen"),
    path("years/<int:pk>/days/", rounds.round_days, name="round_days"),
    path("years/<int:pk>/share/", rounds.round_share, name="round_share"),
    path("years/<int:pk>/decide/", rounds.round_decide, name="round_decide"),
    path("years/<int:pk>/sent/", rounds.round_sent, name="round_sent"),
    path("years/<int:pk>/meeting/", rounds.meeting_new, name="meeting_new"),
    path("years/<int:pk>/published/", rounds.round_published, name="round_published"),
    path("years/<int:pk>/records/", rounds.round_records, name="round_records"),
    path("years/<int:pk>/summary.xlsx", files.round_summary, name="round_summary"),
    path(
        "years/<int:pk>/organisations.xlsx", exports.round_organisations, name="round_organisations"
    ),
    path("years/<int:pk>/statistics.xlsx", files.round_statistics, name="round_statistics"),
    path("years/<int:pk>/national.<slug:form>", files.round_national, name="round_national"),
    path("meetings/<int:pk>/minutes.docx", files.meeting_print, name="meeting_print"),
    path("ratings/<int:pk>/", ratings.rating_detail, name="rating_detail"),
    path("ratings/<int:pk>/mau-02.docx", files.rating_print, name="rating_print"),
    path("ratings/<int:pk>/notice.docx", files.rating_notice, name="rating_notice"),
    path("ratings/<int:pk>/self/", ratings.rating_self, name="rating_self"),
    path("ratings/<int:pk>/settings/", ratings.rating_settings, name="rating_settings"),
    path("ratings/<int:pk>/absence/", ratings.absence_new, name="absence_new"),
    path("ratings/<int:pk>/months/", ratings.months_elsewhere, name="months_elsewhere"),
    path("ratings/<int:pk>/violation/", ratings.violation_treatment, name="violation_treatment"),
    path("ratings/<int:pk>/opinion/", ratings.rating_opinion, name="rating_opinion"),
    path("ratings/<int:pk>/propose/", ratings.rating_propose, name="rating_propose"),
    path("ratings/<int:pk>/decide/", ratings.rating_decide, name="rating_decide"),
    path("ratings/<int:pk>/reopen/", ratings.rating_reopen, name="rating_reopen"),
    path("ratings/<int:pk>/complaint/", ratings.complaint_new, name="complaint_new"),
    path("absences/<int:pk>/withdraw/", ratings.absence_withdraw, name="absence_withdraw"),
    path("complaints/<int:pk>/settle/", ratings.complaint_settle, name="complaint_settle"),
    path("organisations/<int:pk>/", organisations.organisation_rating, name="organisation_rating"),
    path(
        "organisations/<int:pk>/score/", organisations.organisation_score, name="organisation_score"
    ),
    path(
        "organisations/<int:pk>/decide/",
        organisations.organisation_decide,
        name="organisation_decide",
    ),
]
