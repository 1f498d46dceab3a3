"""Who may do what to a whole round now."""

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.scope.actor import somewhere
from thenchot.rating.access import (
    DECIDE_YEAR,
    KEEP_YEAR,
    RECORD_MEETING,
    may_change,
    may_direct,
    may_keep,
    unless,
)
from thenchot.rating.enums import RatingStep, RoundSubject
from thenchot.rating.models import Round
from thenchot.rating.rounds.rules import may_be_sent
from thenchot.rating.rules.deciding import PROCEDURE

OTHER_SUBJECT = Reason("round.subject", "Việc này không thuộc loại đợt xếp loại này.")
NOBODY_WAITS = Reason("round.nobody", "Không có ai trong đợt đang chờ bước này.", PROCEDURE)
NOT_LOCKED = Reason("round.not_locked", "Đợt này chưa khóa.")


def may_keep_people(actor, found: Round) -> Decision:
    return may_keep(actor, found) & _of(found, RoundSubject.PERSONS)


def may_keep_organisations(actor, found: Round) -> Decision:
    return may_keep(actor, found) & _of(found, RoundSubject.ORGANISATIONS)


def may_propose_all(actor, found: Round) -> Decision:
    return may_keep(actor, found) & _waits(found, RatingStep.CONSOLIDATION)


def may_decide_all(actor, found: Round) -> Decision:
    return may_direct(actor, found) & _waits(found, RatingStep.DECISION)


def may_notify(actor, found: Round) -> Decision:
    return may_keep(actor, found) & _waits(found, RatingStep.NOTICE)


def may_note_sent(actor, found: Round) -> Decision:
    return actor.may(KEEP_YEAR, found.unit.path) & may_be_sent(found.rules)


def may_reopen_round(actor, found: Round) -> Decision:
    subject = _of(found, RoundSubject.ORGANISATIONS)
    return (
        actor.may(DECIDE_YEAR, found.unit.path) & subject & unless(not found.locked_at, NOT_LOCKED)
    )


def may_record_meeting(actor, found: Round) -> Decision:
    """Of some unit; over which one is asked when it is known."""
    open_round = may_change(found) & _of(found, RoundSubject.PERSONS)
    return somewhere(RECORD_MEETING)(actor, found) & open_round


def _of(found: Round, subject: RoundSubject) -> Decision:
    return unless(found.subject != subject, OTHER_SUBJECT)


def _waits(found: Round, step: RatingStep) -> Decision:
    """Somebody of the round waits for the step."""
    return unless(step not in found.waiting, NOBODY_WAITS)
