from thenchot.training.models.classes import Attendance, Enrolment, Session, TrainingClass
from thenchot.training.models.curricula import Curriculum, Material
from thenchot.training.models.effects import Effect
from thenchot.training.models.opinions import Opinion
from thenchot.training.models.plans import Need, PlannedClass, TrainingPlan
from thenchot.training.models.practice import Practice
from thenchot.training.models.self_study import SelfStudy
from thenchot.training.models.speakers import Speaker
from thenchot.training.models.topics import Topic

__all__ = [
    "Attendance",
    "Curriculum",
    "Effect",
    "Enrolment",
    "Material",
    "Need",
    "Opinion",
    "PlannedClass",
    "Practice",
    "SelfStudy",
    "Session",
    "Speaker",
    "Topic",
    "TrainingClass",
    "TrainingPlan",
]
