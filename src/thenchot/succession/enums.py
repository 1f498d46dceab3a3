"""The words of the room. Labels are what the pages show (`labels.py`)."""

from enum import StrEnum


class PlanState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REPLACED = "replaced"


class Level(StrEnum):
    """Who approves the post: the place itself, or the level above."""

    OWN = "own"
    ABOVE = "above"


class PostState(StrEnum):
    """`HELD`: kept empty for structure, looked at again on a day (S1-037). `UNNEEDED`: no successor
    is planned, with a reason.
    """

    OPEN = "open"
    HELD = "held"
    UNNEEDED = "unneeded"


class Line(StrEnum):
    """Next in line for the post, or one who may reach it later (đối tượng 1, đối tượng 2)."""

    NEXT = "next"
    LATER = "later"


class CandidateState(StrEnum):
    """`FOUND`: seen by the review of sources, proposed by nobody. `UNVOTED`: short of votes."""

    FOUND = "found"
    PROPOSED = "proposed"
    UNVOTED = "unvoted"
    PLANNED = "planned"
    REMOVED = "removed"
    APPOINTED = "appointed"


class Step(StrEnum):
    """The conferences of a round, in their order; the policy says which are held."""

    LEADERSHIP = "leadership"
    ENLARGED = "enlarged"
    KEY = "key"
    VOTE = "vote"


class Origin(StrEnum):
    """Who pointed to a prospect (S3-075)."""

    FRONT = "front"
    CELL = "cell"
    UNIT = "unit"
    LEADER = "leader"
    PEOPLE = "people"


class ProspectState(StrEnum):
    NOTED = "noted"
    FOLLOWED = "followed"
    CLOSED = "closed"


class MilestoneKind(StrEnum):
    """What a roadmap is made of (S4-017, S0-057)."""

    TRAINING = "training"
    TASK = "task"
    ROTATION = "rotation"
    TRIAL = "trial"
    POLICY = "policy"


class MilestoneState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


LISTED = (CandidateState.PROPOSED, CandidateState.PLANNED)
"""On the list as it stands."""
