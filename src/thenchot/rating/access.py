"""Permissions of the room and the roles that hold them. The own rating needs none."""

from thenchot.platform.scope.roles import Role, declare
from thenchot.rating.models import Rating

KEEP_YEAR = declare(
    "rating.keep", Role.OFFICER
)  # the year's round: who is in it, papers, minutes, the proposal
PROPOSE_YEAR = declare(
    "rating.propose", Role.OFFICER, Role.HEAD
)  # of the own unit: absences, outer months, the level
RECORD_MEETING = declare(
    "rating.record_meeting", Role.OFFICER, Role.HEAD
)  # minutes with votes of a unit
DECIDE_YEAR = declare(
    "rating.decide", Role.LEADER
)  # the competent level: decides, settles complaints, locks, reopens
DECIDE_QUARTER = declare(
    "rating.decide_quarter", Role.LEADER
)  # the Party's rating of a quarter, replacement


def is_own(actor, rating: Rating) -> bool:
    return actor.account_id is not None and rating.person.account_id == actor.account_id
