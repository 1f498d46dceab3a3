"""Permissions of the room and the roles that hold them, and what is asked of every round first. The
own rating needs no permission.
"""

from typing import Any

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.scope.roles import Role, declare
from thenchot.rating.models import Round

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


LOCKED = Reason(
    "round.locked",
    "Đợt này đã khóa. Muốn sửa kết quả thì mở lại, có ghi lý do.",
    "NĐ 335/2025, Điều 21.3",
)


def is_own(actor, of_person: Any) -> bool:
    """Whether a rating, a sheet or a review is about the person of this account."""
    return actor.account_id is not None and of_person.person.account_id == actor.account_id


def unless(hinders: bool, why: Reason) -> Decision:
    return Decision.no(why) if hinders else Decision.yes()


def may_change(found: Round) -> Decision:
    """Whatever belongs to a round, until it is locked."""
    return unless(bool(found.locked_at), LOCKED)


def may_keep(actor, found: Round) -> Decision:
    return actor.may(KEEP_YEAR, found.unit.path) & may_change(found)


def may_direct(actor, found: Round) -> Decision:
    return actor.may(DECIDE_YEAR, found.unit.path) & may_change(found)
