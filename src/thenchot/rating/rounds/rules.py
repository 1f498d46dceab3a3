"""What a round may do next (Đ19, Đ21, Đ26), and its levels against the targets of a place (S4-023,
S4-024). Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from thenchot.kernel.decision import Decision
from thenchot.policy.parameters import RatingCapPolicy
from thenchot.rating.enums import RatingStep
from thenchot.rating.rules.deciding import PROCEDURE, no
from thenchot.worklog.enums import Band, Capacity, Regulation


def after_meeting(kind: Capacity | str) -> RatingStep:
    """The Party committee gives its opinion on heads and deputies."""
    return RatingStep.CONSOLIDATION if kind == Capacity.STAFF else RatingStep.PARTY


def may_vote(called: int, present: int, votes: Sequence[tuple[str, Sequence[int]]]) -> Decision:
    """`votes`: (name, how many for each level). Nobody has more voices than people were present."""
    if not 1 <= present <= called:
        return no("meeting.present", f"Số người dự phải từ 1 đến {called} (số được triệu tập).")
    if not votes:
        return no(
            "meeting.nobody",
            "Chưa ghi ý kiến về người nào; chỉ ghi được người đã tự đánh giá.",
            PROCEDURE,
        )
    for name, counts in votes:
        if not 0 < sum(counts) <= present:
            return no(
                "meeting.votes",
                f"{name}: {sum(counts)} ý kiến, phải từ 1 đến {present} (số người dự).",
            )
    return Decision.yes()


def may_lock(waiting: int, complaints: int) -> Decision:
    if waiting:
        return no("round.waiting", f"Còn {waiting} người chưa được thông báo kết quả.", PROCEDURE)
    return (
        no(
            "round.complaints",
            f"Còn {complaints} kiến nghị chưa giải quyết.",
            "NĐ 335/2025, Điều 22",
        )
        if complaints
        else Decision.yes()
    )


def may_lock_organisations(bodies: int, undecided: int) -> Decision:
    if not bodies:
        return no("round.empty", "Đợt này chưa có cơ quan, đơn vị nào.")
    return (
        no(
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
    return no("round.not_of_the_state", text, "NĐ 335/2025, Điều 26")


def may_have_days(days: dict[str, date], year: int) -> Decision:
    """Steps follow each other, within the year or the first months after it (Đ19.2)."""
    ordered = [days[code] for code in RatingStep if code in days]
    if any(later < earlier for earlier, later in pairwise(ordered)):
        return no("round.order", "Ngày của bước sau không được trước ngày của bước trước.")
    if not all(date(year, 1, 1) <= day <= date(year + 1, 3, 31) for day in ordered):
        return no(
            "round.year",
            f"Ngày của các bước phải trong năm {year} hoặc quý I năm sau.",
            "NĐ 335/2025, Điều 19.2",
        )
    return Decision.yes()


@dataclass(frozen=True, slots=True)
class Gap:
    """`part` of `whole` at level `least` or better; `more`: what the label of the level lacks to
    say so.
    """

    least: Band
    part: int
    whole: int
    target: int
    clause: str
    more: str = ""

    @property
    def share(self) -> Fraction:
        return Fraction(self.part, self.whole)


def off_target(levels: Mapping[Band, int], policy: RatingCapPolicy) -> Iterable[Gap]:
    """The targets that are not reached, exactly; 0 is no target, and nobody rated misses none."""
    whole = sum(levels.values())
    good = levels.get(Band.GOOD, 0) + levels.get(Band.EXCELLENT, 0)
    told = (
        Gap(Band.GOOD, good, whole, policy.target_good_percent, "S4-023", " trở lên"),
        Gap(
            Band.EXCELLENT,
            levels.get(Band.EXCELLENT, 0),
            whole,
            policy.target_excellent_percent,
            "S4-024",
        ),
    )
    return (gap for gap in told if whole and gap.share < Fraction(gap.target, 100))
