"""What a meeting is worth by the sheet, and a year by its months. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal

from thenchot.cells.enums import Grade, Measure, MeetingKind
from thenchot.kernel.decision import Decision, Reason, no
from thenchot.policy.parameters import CellsPolicy

WHOLE = 100
PARTS = 30
HUNDREDTH = Decimal("0.01")
GRADES = (Grade.GOOD, Grade.FAIR, Grade.AVERAGE)


@dataclass(frozen=True)
class Held:
    """What the record of a meeting says of it; `minutes`: how long it took."""

    kind: str
    held_on: date
    minutes: int
    members: int
    present: int
    papers_on: date | None
    tasks_due: int
    tasks_done: int


@dataclass(frozen=True)
class Suggestion:
    """Points of one criterion with the arithmetic."""

    points: int
    why: str


def may_be(
    begins_at: time,
    ends_at: time,
    members: int,
    present: int,
    excused: int,
    tasks_due: int,
    tasks_done: int,
) -> Decision:
    """The figures of a record agree with each other."""
    reasons: list[Reason] = []
    if ends_at <= begins_at:
        reasons.append(Reason("meeting.times", "Giờ kết thúc phải sau giờ bắt đầu."))
    if present + excused > members:
        message = (
            f"Có mặt {present} và vắng có lý do {excused} nhiều hơn {members} đảng viên phải dự."
        )
        reasons.append(Reason("meeting.attendance", message))
    if tasks_done > tasks_due:
        message = f"Việc đã xong ({tasks_done}) nhiều hơn việc đã giao ({tasks_due})."
        reasons.append(Reason("meeting.tasks", message))
    return Decision(not reasons, tuple(reasons))


def suggest(measure: str, most: int, held: Held, policy: CellsPolicy) -> Suggestion | None:
    """What the record gives for a criterion; none where only people can judge."""
    known = {
        Measure.DURATION: _duration,
        Measure.ATTENDANCE: _attendance,
        Measure.PAPERS: _papers,
        Measure.RESOLUTION: _resolution,
    }
    return known[Measure(measure)](most, held, policy) if measure else None


def _duration(most: int, held: Held, policy: CellsPolicy) -> Suggestion:
    is_theme = held.kind == MeetingKind.THEME
    least = policy.theme_minutes if is_theme else policy.regular_minutes
    return Suggestion(
        most if held.minutes >= least else 0, f"họp {held.minutes} phút, ít nhất {least} phút"
    )


def _attendance(most: int, held: Held, policy: CellsPolicy) -> Suggestion:
    """Strictly over the share."""
    enough = held.present * WHOLE > held.members * policy.attend_share
    why = f"có mặt {held.present}/{held.members}, cần trên {policy.attend_share}%"
    return Suggestion(most if enough else 0, why)


def _papers(most: int, held: Held, policy: CellsPolicy) -> Suggestion:
    if held.papers_on is None:
        return Suggestion(0, "chưa ghi ngày gửi tài liệu")
    days = (held.held_on - held.papers_on).days
    why = f"gửi trước {max(days, 0)} ngày, ít nhất {policy.papers_days} ngày"
    return Suggestion(most if days >= policy.papers_days else 0, why)


def _resolution(most: int, held: Held, policy: CellsPolicy) -> Suggestion | None:
    """By steps of the share that is done; nothing was given, nothing is suggested."""
    if not held.tasks_due:
        return None
    share = held.tasks_done * WHOLE / held.tasks_due
    steps = zip(policy.resolution_shares, policy.resolution_parts, strict=False)
    part = next((part for least, part in steps if share >= least), 0)
    points = Decimal(most * part) / PARTS
    whole = int(points.quantize(Decimal(1), ROUND_HALF_UP))
    return Suggestion(whole, f"xong {held.tasks_done}/{held.tasks_due} việc")


def may_score(points: Mapping[str, int], most: Mapping[str, int]) -> Decision:
    """Each criterion has its points, none more than it may bring; both by the criterion."""
    over = [text for text, given in points.items() if given > most[text] or given < 0]
    if over:
        limits = "; ".join(f"{text}: 0 đến {most[text]}" for text in over)
        return no("meeting.points", f"Điểm vượt mức của tiêu chí. {limits}.")
    return Decision.yes()


def grade_of(points: int | Decimal, policy: CellsPolicy) -> Grade:
    for grade, least in zip(GRADES, policy.grades, strict=False):
        if points >= least:
            return grade
    return Grade.WEAK


@dataclass(frozen=True)
class YearOfCell:
    """Points by month that were confirmed, months that should have one, their mean."""

    points: Mapping[int, int]
    missing: Sequence[int]
    mean: Decimal | None


def mean_of(points: Mapping[int, int], months: Sequence[int], is_zero: bool) -> YearOfCell:
    """The mean of the confirmed months, rounded half up to a hundredth (S1-030). `months`: those
    that should have one by now; a missing one counts as zero, or not at all.
    """
    counted = {month: points[month] for month in months if month in points}
    missing = [month for month in months if month not in points]
    divisor = len(months) if is_zero else len(counted)
    if not divisor:
        return YearOfCell(counted, missing, None)
    mean = (Decimal(sum(counted.values())) / divisor).quantize(HUNDREDTH, ROUND_HALF_UP)
    return YearOfCell(counted, missing, mean)
