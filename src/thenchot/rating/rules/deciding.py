"""What a decision on a person or an organisation may say, and who takes it (Đ21). Pure."""

from datetime import date

from thenchot.kernel.decision import Decision, Reason
from thenchot.scoring.enums import Status
from thenchot.worklog.enums import Band

PROCEDURE = "NĐ 335/2025, Điều 21"
UNKNOWN = (Status.WAITING, Status.NOT_ENOUGH_DATA)


def may_decide(level: str, proposed: str, computed: str, status: str, reason: str) -> Decision:
    """Empty levels mean "not rated". What differs from the proposal needs a reason."""
    if status in UNKNOWN:
        return no(
            "rating.unknown",
            "Chưa đủ dữ kiện để xếp loại; xem “còn thiếu” trên phiếu.",
            "NĐ 335/2025, Điều 17.3",
        )
    if status == Status.NOT_RATED and level:
        return no(
            "rating.not_rated",
            "Người này không thuộc trường hợp xếp loại năm nay.",
            "NĐ 335/2025, Điều 11.1",
        )
    if status != Status.NOT_RATED and not level:
        return no("rating.level", "Chọn một mức.")
    if level and Band(level).rank > Band(computed).rank:
        return no(
            "rating.above",
            "Cao hơn mức theo điểm và các điều kiện; điểm sai thì mở lại phiếu tháng.",
            "NĐ 335/2025, Điều 20",
        )
    if level != proposed and not reason.strip():
        return no("rating.reason", "Mức khác đề xuất phải ghi lý do.", PROCEDURE)
    return Decision.yes()


def may_stand_on(number: str, decided_on: date, on: date) -> Decision:
    """A decision has a number and no day to come."""
    if number.strip() and decided_on <= on:
        return Decision.yes()
    return no("decision.paper", "Ghi số quyết định; ngày quyết định không ở tương lai.", PROCEDURE)


def second_person(account: int | None, proposer: int | None) -> Decision:
    """Who proposed does not decide."""
    if account is not None and account == proposer:
        return no(
            "rating.second_person",
            "Người tổng hợp, đề xuất không đồng thời quyết định: cần người thứ hai.",
            PROCEDURE,
        )
    return Decision.yes()


def no(rule: str, message: str, source: str = "") -> Decision:
    return Decision.no(Reason(rule, message, source))
