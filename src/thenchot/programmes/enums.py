"""The words of the room. Labels are what the pages show."""

from enum import StrEnum


class Timing(StrEnum):
    """How a promise is bound in time; decides how it is counted."""

    DATED = "dated"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    OPEN = "open"  # waits for an outside document
    UNDATED = "undated"


class TaskState(StrEnum):
    ASSIGNED = "assigned"  # given, not yet accepted by a lead body
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"  # reported finished, waits for approval
    DONE = "done"
    CANCELLED = "cancelled"


class Part(StrEnum):
    """What a unit has to do with a task. Each of them makes the task visible to the unit."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    APPROVE = "approve"
    ANSWER = "answer"  # asked to answer a difficulty


class Clarity(StrEnum):
    PERSON = "person"
    WORK = "work"
    TIME = "time"
    RESPONSIBILITY = "responsibility"
    PRODUCT = "product"
    AUTHORITY = "authority"


class Desk(StrEnum):
    """Why the task lies where it lies."""

    ACCEPT = "accept"
    CLARIFY = "clarify"
    WORK = "work"
    PRODUCT = "product"
    APPROVE = "approve"
    ANSWER = "answer"
    DOCUMENT = "document"
    OTHER_TASK = "other_task"


class Reach(StrEnum):
    """How a figure stands to a target."""

    MET = "met"
    SHORT = "short"
    OPEN = "open"


class Standing(StrEnum):
    """Where a promise stands on a day."""

    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    LATE = "late"
    DUE_SOON = "due_soon"
    RUNNING = "running"
    WAITING = "waiting"  # open, its document has not come
    IN_RHYTHM = "in_rhythm"
    SILENT = "silent"
    UNDATED = "undated"
    CANCELLED = "cancelled"
