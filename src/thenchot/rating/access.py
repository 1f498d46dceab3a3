"""Permissions of the room and the roles that hold them, and who may do what to which thing now. The
own rating needs no permission.
"""

from collections.abc import Sequence
from typing import Any

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.scope.roles import Role, declare
from thenchot.rating.enums import RatingStep, ReviewState, RoundSubject
from thenchot.rating.models import (
    Absence,
    Complaint,
    OrganisationRating,
    Rating,
    ReplacementReview,
    Round,
)
from thenchot.rating.rules import rounds as rules
from thenchot.worklog.enums import Capacity, Regulation
from thenchot.worklog.models import Assessment

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

AFTER_MEETING = (RatingStep.PARTY, RatingStep.CONSOLIDATION, RatingStep.DECISION)
TO_PROPOSE = (RatingStep.CONSOLIDATION, RatingStep.DECISION)

OTHER_SUBJECT = Reason("round.subject", "Việc này không thuộc loại đợt xếp loại này.")
NOBODY_WAITS = Reason("round.nobody", "Không có ai trong đợt đang chờ bước này.", rules.PROCEDURE)
NOT_LOCKED = Reason("round.not_locked", "Đợt này chưa khóa.")
OF_LEADERS = Reason(
    "opinion.leaders",
    "Ý kiến cấp ủy chỉ lấy với người đứng đầu và cấp phó.",
    rules.PROCEDURE,
)
UNKNOWN = Reason(
    "rating.unknown",
    "Máy chưa đủ dữ kiện để tính mức; xem “còn thiếu” trên phiếu.",
    "NĐ 335/2025, Điều 17.3",
)
SETTLED = Reason("complaint.settled", "Kiến nghị này đã giải quyết.")
OWN_COMPLAINT = Reason(
    "rating.own", "Không ai giải quyết kiến nghị của chính mình.", "NĐ 335/2025, Điều 10"
)
DECIDED = Reason(
    "body.decided",
    "Đã có quyết định xếp loại: ra quyết định mới thay thế, điểm không sửa lại.",
    "NĐ 335/2025, Điều 21.3",
)
NO_POINTS = Reason("body.unknown", "Chưa tính được mức; xem “còn thiếu” của cơ quan, đơn vị.")
OWN_QUARTER = Reason("quarter.own", "Không ai quyết định xếp loại của chính mình.", "QĐ 366-QĐ/TW")
OF_DECREE = Reason(
    "quarter.decree",
    "Theo Nghị định 335/2025, tháng và quý chỉ có điểm và mức; xếp loại thì theo năm.",
    "NĐ 335/2025, Điều 3",
)
OPEN_QUARTER = Reason("quarter.open", "Chốt điểm của quý trước khi quyết định xếp loại.")
REVIEWED = Reason("replacement.decided", "Đề xuất này đã được xem xét.")
OWN_REPLACEMENT = Reason("replacement.own", "Không ai quyết định về chính mình.")


def is_own(actor, of_person: Any) -> bool:
    """Whether a rating, a sheet or a review is about the person of this account."""
    return actor.account_id is not None and of_person.person.account_id == actor.account_id


# A round


def may_keep(actor, found: Round) -> Decision:
    return actor.may(KEEP_YEAR, found.unit.path) & rules.may_change(bool(found.locked_at))


def may_direct(actor, found: Round) -> Decision:
    return actor.may(DECIDE_YEAR, found.unit.path) & rules.may_change(bool(found.locked_at))


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
    return actor.may(KEEP_YEAR, found.unit.path) & rules.may_be_sent(found.rules)


def may_reopen_round(actor, found: Round) -> Decision:
    subject = _of(found, RoundSubject.ORGANISATIONS)
    return (
        actor.may(DECIDE_YEAR, found.unit.path) & subject & _unless(not found.locked_at, NOT_LOCKED)
    )


def may_record_meeting(actor, found: Round) -> Decision:
    """Of some unit; over which one is asked when it is known."""
    open_round = rules.may_change(bool(found.locked_at)) & _of(found, RoundSubject.PERSONS)
    return somewhere(RECORD_MEETING)(actor, found) & open_round


def _unless(hinders: bool, why: Reason) -> Decision:
    return Decision.no(why) if hinders else Decision.yes()


def _of(found: Round, subject: RoundSubject) -> Decision:
    return _unless(found.subject != subject, OTHER_SUBJECT)


def _waits(found: Round, step: RatingStep) -> Decision:
    """Somebody of the round waits for the step."""
    return _unless(step not in found.waiting, NOBODY_WAITS)


# A rating


def may_set(actor, rating: Rating) -> Decision:
    return may_keep(actor, rating.round)


def may_rate_oneself(actor, rating: Rating) -> Decision:
    own, changed = is_own(actor, rating), rules.may_change(bool(rating.round.locked_at))
    asked = rules.may_rate_oneself(own, not own, rating.state)
    return _by_paper(actor, rating) & changed & asked


def may_complain(actor, rating: Rating) -> Decision:
    own = is_own(actor, rating)
    asked = rules.may_complain(own, not own, rating.state, rating.has_open_complaint)
    return _by_paper(actor, rating) & asked


def may_give_opinion(actor, rating: Rating) -> Decision:
    """On heads and deputies only."""
    leads = _unless(rating.kind == Capacity.STAFF, OF_LEADERS)
    acts = _acts(actor, rating, AFTER_MEETING, "ghi ý kiến cấp ủy")
    return may_keep(actor, rating.round) & leads & acts


def may_treat_violation(actor, rating: Rating) -> Decision:
    acts = _acts(actor, rating, rules.BEFORE_DECIDED, "xem xét kỷ luật")
    return may_keep(actor, rating.round) & acts


def may_note_absence(actor, rating: Rating) -> Decision:
    return _of_unit(actor, rating) & _acts(actor, rating, rules.BEFORE_DECIDED, "ghi vắng mặt")


def may_withdraw_absence(actor, absence: Absence) -> Decision:
    acts = _acts(actor, absence.rating, rules.BEFORE_DECIDED, "bỏ vắng mặt")
    return _of_unit(actor, absence.rating) & acts


def may_note_months(actor, rating: Rating) -> Decision:
    acts = _acts(actor, rating, rules.BEFORE_DECIDED, "ghi điểm do nơi khác chấm")
    return _of_unit(actor, rating) & acts


def may_propose(actor, rating: Rating) -> Decision:
    """A level, once the machine knows the highest that is possible."""
    acts = _acts(actor, rating, TO_PROPOSE, "đề xuất mức")
    return _of_unit(actor, rating) & acts & _unless(not rating.level, UNKNOWN)


def may_decide(actor, rating: Rating) -> Decision:
    acts = _acts(actor, rating, (RatingStep.DECISION,), "quyết định mức")
    return may_direct(actor, rating.round) & acts


def may_reopen(actor, rating: Rating) -> Decision:
    acts = _acts(actor, rating, rules.DECIDED, "mở lại xếp loại")
    return actor.may(DECIDE_YEAR, rating.round.unit.path) & acts


def may_settle(actor, complaint: Complaint) -> Decision:
    """Once, and never the own one."""
    state = _unless(bool(complaint.settled_on), SETTLED)
    whose = _unless(is_own(actor, complaint.rating), OWN_COMPLAINT)
    return actor.may(DECIDE_YEAR, complaint.rating.round.unit.path) & state & whose


def _of_unit(actor, rating: Rating) -> Decision:
    """By who keeps the round, or by the head of the unit of the person."""
    changed = rules.may_change(bool(rating.round.locked_at))
    return actor.may(PROPOSE_YEAR, rating.unit.path) & changed


def _by_paper(actor, rating: Rating) -> Decision:
    """The person itself, or who keeps the round from a signed paper."""
    if is_own(actor, rating):
        return Decision.yes()
    return actor.may(KEEP_YEAR, rating.round.unit.path)


def _acts(actor, rating: Rating, steps: Sequence[RatingStep], what: str) -> Decision:
    return rules.may_act(is_own(actor, rating), rating.state, steps, what)


# An organisation


def may_score_organisation(actor, body: OrganisationRating) -> Decision:
    return may_keep(actor, body.round) & _unless(body.decision is not None, DECIDED)


def may_decide_organisation(actor, body: OrganisationRating) -> Decision:
    """What the points come to, or what a higher authority recognised."""
    is_known = bool(body.level) or body.is_recognised_above
    return may_direct(actor, body.round) & _unless(not is_known, NO_POINTS)


# The Party's quarter


def may_decide_quarter(actor, assessment: Assessment) -> Decision:
    """Of a closed sheet of the Party, never of the own one."""
    return (
        actor.may(DECIDE_QUARTER, assessment.unit.path)
        & _unless(is_own(actor, assessment), OWN_QUARTER)
        & _unless(assessment.rules != Regulation.QD366, OF_DECREE)
        & _unless(not assessment.is_closed, OPEN_QUARTER)
    )


def may_decide_replacement(actor, review: ReplacementReview) -> Decision:
    state = _unless(review.state != ReviewState.PROPOSED, REVIEWED)
    whose = _unless(is_own(actor, review), OWN_REPLACEMENT)
    return actor.may(DECIDE_QUARTER, review.unit.path) & state & whose
