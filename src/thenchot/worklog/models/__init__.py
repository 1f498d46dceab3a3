"""Work, and the sheet of a person's period it stands in; where it comes from, what is planned,
counted, asked. Nothing is deleted; it ends.
"""

from thenchot.worklog.models.assessments import Assessment
from thenchot.worklog.models.field_visits import FieldVisit
from thenchot.worklog.models.hard_tasks import HardTask
from thenchot.worklog.models.opinions import OpinionRequest
from thenchot.worklog.models.plans import PlanLine, PlanReview
from thenchot.worklog.models.sources import SourceMapping
from thenchot.worklog.models.templates import Template, TemplateLine
from thenchot.worklog.models.weeks import WeekCount
from thenchot.worklog.models.work import Cause, Fault, Work

__all__ = [
    "Assessment",
    "Cause",
    "Fault",
    "FieldVisit",
    "HardTask",
    "OpinionRequest",
    "PlanLine",
    "PlanReview",
    "SourceMapping",
    "Template",
    "TemplateLine",
    "WeekCount",
    "Work",
]
