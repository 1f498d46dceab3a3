from django.urls import path

from thenchot.platform.registers.views import register_urls
from thenchot.training.actions.classes import CLASS, ENROLMENT
from thenchot.training.actions.curricula import CURRICULUM, MATERIAL
from thenchot.training.actions.effects import EFFECTS
from thenchot.training.actions.plans import LINE, NEED, PLAN
from thenchot.training.actions.practice import PRACTICE
from thenchot.training.actions.self_study import SELF_STUDY
from thenchot.training.actions.speakers import SPEAKER
from thenchot.training.actions.topics import TOPIC
from thenchot.training.registers.classes import ClassRegister, EnrolmentRegister
from thenchot.training.registers.coverage import CoverageRegister, LearnerRegister
from thenchot.training.registers.curricula import CurriculumRegister, MaterialRegister
from thenchot.training.registers.effects import EffectRegister
from thenchot.training.registers.plans import LineRegister, NeedRegister, PlanRegister
from thenchot.training.registers.practice import GrowthRegister, PracticeRegister
from thenchot.training.registers.self_study import HoursRegister, SelfStudyRegister
from thenchot.training.registers.speakers import SpeakerRegister
from thenchot.training.registers.topics import TopicRegister
from thenchot.training.views import repayment, sessions

urlpatterns = [
    *register_urls("training/", PlanRegister),
    *register_urls("training/topics/", TopicRegister),
    *TOPIC.urls("training/topics/"),
    *PLAN.urls("training/plans/"),
    *register_urls("training/plans/<int:pk>/", LineRegister),
    *register_urls("training/plans/<int:pk>/needs/", NeedRegister),
    *LINE.urls("training/lines/"),
    *NEED.urls("training/needs/"),
    *register_urls("training/classes/", ClassRegister),
    *CLASS.urls("training/classes/"),
    *register_urls("training/classes/<int:pk>/", EnrolmentRegister),
    path(
        "training/classes/<int:pk>/decision.docx",
        sessions.training_decision,
        name="training_decision",
    ),
    path(
        "training/classes/<int:pk>/attendance.docx",
        sessions.training_attendance_sheet,
        name="training_attendance_sheet",
    ),
    path(
        "training/classes/<int:pk>/evaluation.docx",
        sessions.training_evaluation_sheet,
        name="training_evaluation_sheet",
    ),
    *ENROLMENT.urls("training/enrolments/"),
    path(
        "training/enrolments/<int:pk>/repayment/",
        repayment.enrolment_repayment,
        name="enrolment_repayment",
    ),
    path("training/sessions/<int:pk>/", sessions.training_session, name="training_session"),
    *register_urls("training/curricula/", CurriculumRegister),
    *CURRICULUM.urls("training/curricula/"),
    *register_urls("training/curricula/<int:pk>/", MaterialRegister),
    *MATERIAL.urls("training/materials/"),
    *register_urls("training/practice/", PracticeRegister),
    *PRACTICE.urls("training/practice/"),
    *register_urls("training/growth/", GrowthRegister),
    *register_urls("training/self-study/", SelfStudyRegister),
    *SELF_STUDY.urls("training/self-study/"),
    *register_urls("training/hours/", HoursRegister),
    *register_urls("training/speakers/", SpeakerRegister),
    *SPEAKER.urls("training/speakers/"),
    *register_urls("training/effects/", EffectRegister),
    *EFFECTS.urls("training/effects/"),
    *register_urls("training/coverage/", CoverageRegister),
    *register_urls("training/coverage/<int:pk>/", LearnerRegister),
]
