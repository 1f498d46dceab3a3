"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class TopicGroup(StrEnum):
    """What a subject of training belongs to; the groups of the programmes and of the decree."""

    THEORY = "theory"
    STATE = "state"
    LEADERSHIP = "leadership"
    FIELD = "field"
    DIGITAL = "digital"
    SERVICE = "service"
    PARTY = "party"
    POLITICAL = "political"
    DEGREE = "degree"
    OTHER = "other"


class Audience(StrEnum):
    """Whom a subject is for. `FIELD`: who works in a field, told by the job position; `SPEAKERS`:
    reporters and propagandists; `LACKING`: only those whose gap it closes.
    """

    EVERYBODY = "everybody"
    OFFICIALS = "officials"
    LEADERS = "leaders"
    PERSONNEL = "personnel"
    FIELD = "field"
    SPEAKERS = "speakers"
    LACKING = "lacking"


class Cycle(StrEnum):
    ONCE = "once"
    YEARLY = "yearly"


class Ability(StrEnum):
    """What a course trains (S2-036)."""

    DUTY = "duty"
    GROWTH = "growth"
    SITUATIONS = "situations"


class StudyForm(StrEnum):
    FULL_TIME = "full_time"
    ONLINE = "online"
    BLENDED = "blended"
    PART_TIME = "part_time"
    ON_THE_JOB = "on_the_job"


class PlanKind(StrEnum):
    """A plan of training, a project over years (đề án), a plan of political education."""

    TRAINING = "training"
    PROJECT = "project"
    POLITICAL = "political"


class PlanState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REPLACED = "replaced"


class NeedKind(StrEnum):
    GAP = "gap"
    ROUND = "round"
    PLANNED = "planned"
    ASKED = "asked"


class NeedState(StrEnum):
    OPEN = "open"
    PLACED = "placed"
    LEFT_OUT = "left_out"
    GONE = "gone"


class ClassState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class EnrolmentState(StrEnum):
    PROPOSED = "proposed"
    WAITING = "waiting"
    NOMINATED = "nominated"
    COMPLETED = "completed"
    VERIFIED = "verified"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class Presence(StrEnum):
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class PeopleGroup(StrEnum):
    """Groups whom the programmes ask to be looked after (S1-035)."""

    SCIENCE = "science"
    YOUNG = "young"
    WOMEN = "women"
    RELIGIOUS = "religious"


class SpeakerKind(StrEnum):
    """Who speaks for the Party at the grassroots (S3-047), and who teaches besides the own work."""

    REPORTER = "reporter"
    PROPAGANDIST = "propagandist"
    TRAINER = "trainer"


class PracticeState(StrEnum):
    RUNNING = "running"
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    STOPPED = "stopped"


class CurriculumState(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"
    REPLACED = "replaced"


class Method(StrEnum):
    """How a curriculum teaches (S3-082)."""

    LECTURE = "lecture"
    CASES = "cases"
    PRACTICE = "practice"
    ONLINE = "online"


class MaterialKind(StrEnum):
    CASE = "case"
    LESSON = "lesson"
    READING = "reading"


class Rated(StrEnum):
    """What is evaluated of a course: the six objects of the decree on training (171/2025)."""

    PROGRAMME = "programme"
    LEARNERS = "learners"
    LECTURERS = "lecturers"
    FACILITIES = "facilities"
    COURSE = "course"
    EFFECT = "effect"


class SelfStudyState(StrEnum):
    RECORDED = "recorded"
    CONFIRMED = "confirmed"
    RETURNED = "returned"


class Verdict(StrEnum):
    """What a comparison with similar people says."""

    THIN = "thin"
    NONE = "none"
    BETTER = "better"
    WORSE = "worse"


class DayPart(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


SEATED = (
    EnrolmentState.PROPOSED,
    EnrolmentState.NOMINATED,
    EnrolmentState.COMPLETED,
    EnrolmentState.VERIFIED,
    EnrolmentState.FAILED,
)
"""States that take a seat of the class."""
ATTENDING = (
    EnrolmentState.NOMINATED,
    EnrolmentState.COMPLETED,
    EnrolmentState.VERIFIED,
    EnrolmentState.FAILED,
)
"""Whoever was sent to the class, however it ended."""
UNSETTLED = (EnrolmentState.NOMINATED, EnrolmentState.COMPLETED)
"""Sent, and without a verified result."""
HANDS_ON = (Method.CASES, Method.PRACTICE)
"""Methods that make a curriculum practical (S3-022)."""
POLITICAL = (TopicGroup.POLITICAL, TopicGroup.THEORY)
"""Groups of a plan of political education (S0-113)."""
PERIODIC = (SpeakerKind.REPORTER, SpeakerKind.PROPAGANDIST)
"""Whose knowledge is brought up to date in turns (S3-047)."""
