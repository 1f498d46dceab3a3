"""The year's procedure (Đ21, Đ22): what comes after what, who may do it, what a decision may say.
Pure.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from thenchot.kernel.decision import Decision, Reason
from thenchot.policy.parameters import RatingCapPolicy
from thenchot.rating.enums import RatingStep
from thenchot.rating.rules.capping import ARTICLE, Rated, cap_unit
from thenchot.scoring.enums import Status
from thenchot.worklog.enums import Band, Capacity, Regulation

PROCEDURE = "NĐ 335/2025, Điều 21"
BEFORE_DECIDED = (
    RatingStep.SELF,
    RatingStep.MEETING,
    RatingStep.PARTY,
    RatingStep.CONSOLIDATION,
    RatingStep.DECISION,
)
DECIDED = (RatingStep.NOTICE, RatingStep.NOTIFIED, RatingStep.LOCKED)
UNKNOWN = (Status.WAITING, Status.NOT_ENOUGH_DATA)


def after_meeting(kind: Capacity | str) -> RatingStep:
    """The Party committee gives its opinion on heads and deputies."""
    return RatingStep.CONSOLIDATION if kind == Capacity.STAFF else RatingStep.PARTY


def is_past(state: str, step: RatingStep) -> bool:
    """Has the rating done with this step?"""
    order = list(RatingStep)
    return order.index(RatingStep(state)) > order.index(step)


def recomputed(state: str, status: str, level: str, was_status: str, was: str) -> RatingStep:
    """Where a rating stands after the machine has computed anew: whoever is not rated only waits
    for that to be decided; a level that changed after the personnel body proposed one is proposed
    anew.
    """
    if status == Status.NOT_RATED:
        return RatingStep.DECISION
    if was_status == Status.NOT_RATED:
        return RatingStep.SELF
    return (
        RatingStep.CONSOLIDATION
        if state == RatingStep.DECISION and was != level
        else RatingStep(state)
    )


def may_act(is_own: bool, state: str, wanted: Sequence[RatingStep], what: str) -> Decision:
    """Nobody acts on the own file; each thing at its step."""
    if is_own:
        return _no("rating.own", f"Không ai {what} cho chính mình.", "NĐ 335/2025, Điều 10")
    if state == RatingStep.OUT:
        return _no("rating.out", "Người này không thuộc đợt xếp loại.")
    if state not in wanted:
        return _no("rating.step", f"Chưa đến hoặc đã qua bước này, không {what} được.", PROCEDURE)
    return Decision.yes()


def may_change(is_locked: bool) -> Decision:
    """Whatever belongs to a round, until it is locked."""
    if is_locked:
        return _no(
            "round.locked",
            "Đợt này đã khóa. Muốn sửa kết quả thì mở lại, có ghi lý do.",
            "NĐ 335/2025, Điều 21.3",
        )
    return Decision.yes()


def may_rate_oneself(is_own: bool, on_paper: bool, state: str) -> Decision:
    """The person itself, or who keeps the round from the signed paper; until the meeting has
    voted.
    """
    if not is_own and not on_paper:
        return _no(
            "rating.self",
            "Tự đánh giá do chính người được xếp loại ghi, hoặc ghi theo phiếu giấy đã ký.",
            PROCEDURE,
        )
    if state not in (RatingStep.SELF, RatingStep.MEETING):
        return _no(
            "rating.self_closed",
            "Cuộc họp đã biểu quyết, bản tự đánh giá không sửa được nữa.",
            PROCEDURE,
        )
    return Decision.yes()


def may_vote(called: int, present: int, votes: Sequence[tuple[str, Sequence[int]]]) -> Decision:
    """`votes`: (name, how many for each level). Nobody has more voices than people were present."""
    if not 1 <= present <= called:
        return _no("meeting.present", f"Số người dự phải từ 1 đến {called} (số được triệu tập).")
    if not votes:
        return _no(
            "meeting.nobody",
            "Chưa ghi ý kiến về người nào; chỉ ghi được người đã tự đánh giá.",
            PROCEDURE,
        )
    for name, counts in votes:
        if not 0 < sum(counts) <= present:
            return _no(
                "meeting.votes",
                f"{name}: {sum(counts)} ý kiến, phải từ 1 đến {present} (số người dự).",
            )
    return Decision.yes()


def may_propose(level: str, computed: str, note: str) -> Decision:
    """The personnel body's proposal: never above what points and limits allow, below only with a
    reason.
    """
    if not computed:
        return _no(
            "rating.unknown",
            "Máy chưa đủ dữ kiện để tính mức; xem “còn thiếu” trên phiếu.",
            "NĐ 335/2025, Điều 17.3",
        )
    if Band(level).rank > Band(computed).rank:
        return _no(
            "rating.above",
            "Cao hơn mức theo điểm và các điều kiện; điểm sai thì mở lại phiếu tháng.",
            "NĐ 335/2025, Điều 20",
        )
    if level != computed and not note.strip():
        return _no("rating.note", "Đề xuất khác mức máy tính phải ghi căn cứ.")
    return Decision.yes()


def may_decide(level: str, proposed: str, computed: str, status: str, reason: str) -> Decision:
    """Empty levels mean "not rated". What differs from the proposal needs a reason."""
    if status in UNKNOWN:
        return _no(
            "rating.unknown",
            "Chưa đủ dữ kiện để xếp loại; xem “còn thiếu” trên phiếu.",
            "NĐ 335/2025, Điều 17.3",
        )
    if status == Status.NOT_RATED and level:
        return _no(
            "rating.not_rated",
            "Người này không thuộc trường hợp xếp loại năm nay.",
            "NĐ 335/2025, Điều 11.1",
        )
    if status != Status.NOT_RATED and not level:
        return _no("rating.level", "Chọn một mức.")
    if level and Band(level).rank > Band(computed).rank:
        return _no(
            "rating.above",
            "Cao hơn mức theo điểm và các điều kiện; điểm sai thì mở lại phiếu tháng.",
            "NĐ 335/2025, Điều 20",
        )
    if level != proposed and not reason.strip():
        return _no("rating.reason", "Mức khác đề xuất phải ghi lý do.", PROCEDURE)
    return Decision.yes()


def second_person(account: int | None, proposer: int | None) -> Decision:
    """Who proposed does not decide."""
    if account is not None and account == proposer:
        return _no(
            "rating.second_person",
            "Người tổng hợp, đề xuất không đồng thời quyết định: cần người thứ hai.",
            PROCEDURE,
        )
    return Decision.yes()


def within_caps(
    people: Sequence[Rated],
    id: int,
    level: str,
    policy: RatingCapPolicy,
    is_outstanding: bool,
    article: str = ARTICLE,
) -> Decision:
    """Would everybody keep the level they stand at, once this one stands at `level`? (Đ20.5)"""
    then = [replace(one, level=Band(level)) if one.id == id else one for one in people]
    after, caps = cap_unit(then, policy, is_outstanding, article)
    moved = {one.id for one, before in zip(after, then, strict=True) if one.level != before.level}
    if not moved:
        return Decision.yes()
    told = "; ".join(f"{scope_name(cap.scope)}: nhiều nhất {cap.allowed}" for cap in caps)
    return _no("rating.cap", f"Số xuất sắc vượt mức trần ({told}).", article)


def scope_name(scope: str) -> str:
    return "cả đơn vị" if scope == "unit" else f"nhóm {scope.removeprefix('group:')}"


def may_complain(is_own: bool, on_paper: bool, state: str, has_open: bool) -> Decision:
    if not is_own and not on_paper:
        return _no(
            "complaint.own",
            "Kiến nghị do chính người được xếp loại gửi, hoặc ghi theo đơn giấy.",
            "NĐ 335/2025, Điều 22",
        )
    if state not in (RatingStep.NOTIFIED, RatingStep.LOCKED):
        return _no(
            "complaint.notice", "Kiến nghị sau khi nhận thông báo kết quả.", "NĐ 335/2025, Điều 22"
        )
    return _no("complaint.open", "Đã có kiến nghị đang giải quyết.") if has_open else Decision.yes()


def may_lock(waiting: int, complaints: int) -> Decision:
    if waiting:
        return _no("round.waiting", f"Còn {waiting} người chưa được thông báo kết quả.", PROCEDURE)
    return (
        _no(
            "round.complaints",
            f"Còn {complaints} kiến nghị chưa giải quyết.",
            "NĐ 335/2025, Điều 22",
        )
        if complaints
        else Decision.yes()
    )


def may_lock_organisations(bodies: int, undecided: int) -> Decision:
    if not bodies:
        return _no("round.empty", "Đợt này chưa có cơ quan, đơn vị nào.")
    return (
        _no(
            "round.undecided",
            f"Còn {undecided} cơ quan, đơn vị chưa có quyết định xếp loại.",
            "NĐ 335/2025, Điều 5-9",
        )
        if undecided
        else Decision.yes()
    )


def may_be_sent(rules: str) -> Decision:
    """The national database takes results by the decree; those by the Party's rules go the Party's
    way.
    """
    if rules != Regulation.QD366:
        return Decision.yes()
    text = (
        "Đợt này xếp loại theo quy định của Đảng: kết quả không gửi cơ sở dữ liệu quốc gia "
        "về cán bộ, công chức, viên chức, mà báo cáo theo hệ thống của Đảng."
    )
    return _no("round.not_of_the_state", text, "NĐ 335/2025, Điều 26")


def may_have_days(days: dict[str, date], year: int) -> Decision:
    """Steps follow each other, within the year or the first months after it (Đ19.2)."""
    ordered = [days[code] for code in RatingStep if code in days]
    if any(later < earlier for earlier, later in pairwise(ordered)):
        return _no("round.order", "Ngày của bước sau không được trước ngày của bước trước.")
    if not all(date(year, 1, 1) <= day <= date(year + 1, 3, 31) for day in ordered):
        return _no(
            "round.year",
            f"Ngày của các bước phải trong năm {year} hoặc quý I năm sau.",
            "NĐ 335/2025, Điều 19.2",
        )
    return Decision.yes()


def _no(rule: str, message: str, source: str = "") -> Decision:
    return Decision.no(Reason(rule, message, source))
