from thenchot.programmes.models.drafts import Draft
from thenchot.programmes.models.following import (
    Amendment,
    Approval,
    Dependency,
    DeskStay,
    Difficulty,
    Extension,
    Progress,
)
from thenchot.programmes.models.programme import (
    Clause,
    Programme,
    ReportDuty,
    Target,
    TargetReading,
)
from thenchot.programmes.models.task import Assignment, Instance, Task, TaskInProgramme

__all__ = [
    "Amendment",
    "Approval",
    "Assignment",
    "Clause",
    "Dependency",
    "DeskStay",
    "Difficulty",
    "Draft",
    "Extension",
    "Instance",
    "Programme",
    "Progress",
    "ReportDuty",
    "Target",
    "TargetReading",
    "Task",
    "TaskInProgramme",
]
