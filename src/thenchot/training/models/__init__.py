from thenchot.training.models.classes import Attendance, Enrolment, Session, TrainingClass
from thenchot.training.models.plans import Need, PlannedClass, TrainingPlan
from thenchot.training.models.practice import Practice
from thenchot.training.models.speakers import Speaker
from thenchot.training.models.topics import Topic

__all__ = [
    "Attendance",
    "Enrolment",
    "Need",
    "PlannedClass",
    "Practice",
    "Session",
    "Speaker",
    "Topic",
    "TrainingClass",
    "TrainingPlan",
]
