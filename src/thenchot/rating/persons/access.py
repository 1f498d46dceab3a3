"""Who may do what to the rating of one person now."""

from collections.abc import Sequence

from thenchot.kernel.decision import Decision, Reason
from thenchot.rating.access import (
    DECIDE_YEAR,
    KEEP_YEAR,
    PROPOSE_YEAR,
    is_own,
    may_change,
    may_direct,
    may_keep,
    unless,
)
from thenchot.rating.enums import RatingStep
from thenchot.rating.models import (
    Absence,
    Complaint,
    Rating,
)
from thenchot.rating.persons.rules import procedure as rules
from thenchot.rating.rules.deciding import PROCEDURE
from thenchot.worklog.enums import Capacity

OF_LEADERS = Reason(
    "opinion.leaders",
    "Ý kiến cấp ủy chỉ lấy với người đứng đầu và cấp phó.",
    PROCEDURE,
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


def may_set(actor, rating: Rating) -> Decision:
    return may_keep(actor, rating.round)


def may_rate_oneself(actor, rating: Rating) -> Decision:
    own, changed = is_own(actor, rating), may_change(rating.round)
    asked = rules.may_rate_oneself(own, not own, rating.state)
    return _by_paper(actor, rating) & changed & asked


def may_complain(actor, rating: Rating) -> Decision:
    own = is_own(actor, rating)
    asked = rules.may_complain(own, not own, rating.state, rating.has_open_complaint)
    return _by_paper(actor, rating) & asked


def may_give_opinion(actor, rating: Rating) -> Decision:
    """On heads and deputies only."""
    leads = unless(rating.kind == Capacity.STAFF, OF_LEADERS)
    acts = _acts(actor, rating, rules.AFTER_MEETING, "ghi ý kiến cấp ủy")
    return may_keep(actor, rating.round) & (leads and acts)


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
    acts = _acts(actor, rating, rules.TO_PROPOSE, "đề xuất mức")
    return _of_unit(actor, rating) & acts & unless(not rating.level, UNKNOWN)


def may_decide(actor, rating: Rating) -> Decision:
    acts = _acts(actor, rating, (RatingStep.DECISION,), "quyết định mức")
    return may_direct(actor, rating.round) & acts


def may_reopen(actor, rating: Rating) -> Decision:
    acts = _acts(actor, rating, rules.DECIDED, "mở lại xếp loại")
    return actor.may(DECIDE_YEAR, rating.round.unit.path) & acts


def may_settle(actor, complaint: Complaint) -> Decision:
    """Once, and never the own one."""
    state = unless(bool(complaint.settled_on), SETTLED)
    whose = unless(is_own(actor, complaint.rating), OWN_COMPLAINT)
    return actor.may(DECIDE_YEAR, complaint.rating.round.unit.path) & state & whose


def _of_unit(actor, rating: Rating) -> Decision:
    """By who keeps the round, or by the head of the unit of the person."""
    changed = may_change(rating.round)
    return actor.may(PROPOSE_YEAR, rating.unit.path) & changed


def _by_paper(actor, rating: Rating) -> Decision:
    """The person itself, or who keeps the round from a signed paper."""
    if is_own(actor, rating):
        return Decision.yes()
    return actor.may(KEEP_YEAR, rating.round.unit.path)


def _acts(actor, rating: Rating, steps: Sequence[RatingStep], what: str) -> Decision:
    return rules.may_act(is_own(actor, rating), rating.state, steps, what)
