from django.urls import path

from thenchot.platform.registers.views import register_urls
from thenchot.recruitment.actions.applicants import APPLICANT, SCORE
from thenchot.recruitment.actions.receptions import CASE, RECEPTION
from thenchot.recruitment.actions.rounds import MEMBER, NEED, OPENING, ROUND
from thenchot.recruitment.registers.applicants import PeopleRegister
from thenchot.recruitment.registers.receptions import CaseRegister, ReceptionRegister
from thenchot.recruitment.registers.rounds import NeedRegister, OpeningRegister, RoundRegister
from thenchot.recruitment.views import pages, public

urlpatterns = [
    path("tuyen-dung/", public.recruitment_notices, name="recruitment_notices"),
    path("tuyen-dung/phieu/", public.recruitment_slip, name="recruitment_slip"),
    path("tuyen-dung/<int:pk>/", public.recruitment_notice, name="recruitment_notice"),
    path("tuyen-dung/<int:pk>/dang-ky/", public.recruitment_apply, name="recruitment_apply"),
    *register_urls("recruitment/needs/", NeedRegister),
    *NEED.urls("recruitment/needs/"),
    *register_urls("recruitment/rounds/", RoundRegister),
    *ROUND.urls("recruitment/rounds/"),
    *register_urls("recruitment/rounds/<int:pk>/", OpeningRegister),
    *register_urls("recruitment/rounds/<int:pk>/people/", PeopleRegister),
    *OPENING.urls("recruitment/openings/"),
    *MEMBER.urls("recruitment/council/"),
    path("recruitment/people/<int:pk>/", pages.applicant, name="applicant"),
    *APPLICANT.urls("recruitment/people/"),
    *SCORE.urls("recruitment/scores/"),
    *register_urls("recruitment/receptions/", ReceptionRegister),
    *RECEPTION.urls("recruitment/receptions/"),
    *register_urls("recruitment/receptions/<int:pk>/", CaseRegister),
    *CASE.urls("recruitment/cases/"),
    path("recruitment/forms.xlsx", pages.applicant_template, name="applicant_template"),
    path("recruitment/marks.xlsx", pages.applicant_marks, name="applicant_marks"),
    path("recruitment/marks/import/", pages.applicant_mark_import, name="applicant_mark_import"),
    path(
        "recruitment/marks/import/<int:file_id>/",
        pages.applicant_mark_import_check,
        name="applicant_mark_import_check",
    ),
    path(
        "recruitment/cases/<int:pk>/decision.docx",
        pages.reception_case_decision,
        name="reception_case_decision",
    ),
    path("recruitment/import/", pages.applicant_import, name="applicant_import"),
    path(
        "recruitment/import/<int:file_id>/",
        pages.applicant_import_check,
        name="applicant_import_check",
    ),
    path(
        "recruitment/rounds/<int:pk>/papers/plan.docx",
        pages.recruitment_plan_paper,
        name="recruitment_plan_paper",
    ),
    path(
        "recruitment/rounds/<int:pk>/papers/notice.docx",
        pages.recruitment_notice_paper,
        name="recruitment_notice_paper",
    ),
    path(
        "recruitment/rounds/<int:pk>/papers/list.docx",
        pages.recruitment_list_paper,
        name="recruitment_list_paper",
    ),
    path(
        "recruitment/rounds/<int:pk>/papers/result.docx",
        pages.recruitment_result_paper,
        name="recruitment_result_paper",
    ),
    path(
        "recruitment/people/<int:pk>/decision.docx",
        pages.applicant_decision,
        name="applicant_decision",
    ),
]
