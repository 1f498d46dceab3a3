"""What a plan covers, and when an inspection and its steps are due. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.kernel.decision import Decision, Reason, no
from thenchot.kernel.periods import months_after
from thenchot.oversight.enums import OPEN_STAGES, Form, Level, Stage

WHOLE = 100


@dataclass(frozen=True)
class Limits:
    """Values of the policy in force: days, people, months."""

    verify_days: int
    signs_days: int
    extension_part: int
    team_most: int
    period_months: int
    vote_share: int


def may_plan(level: str, year_from: int, year_to: int) -> Decision:
    if level == Level.YEAR and year_from != year_to:
        return no("oversight.year", "Kế hoạch hằng năm chỉ của một năm: năm cuối là năm đầu.")
    if year_to < year_from:
        return no("oversight.years", "Năm cuối không trước năm đầu.")
    return Decision.yes()


def due_day(decided_on: date, form: str, limits: Limits) -> date:
    """The last day to verify; the day of the decision is not counted."""
    days = limits.signs_days if form == Form.SIGNS else limits.verify_days
    return decided_on + timedelta(days=days)


def longest_extension(decided_on: date, due_on: date, part: int) -> date:
    """At most one `part` of the days that were given, counted from the last of them."""
    return due_on + timedelta(days=(due_on - decided_on).days // part)


def may_extend(decided_on: date, due_on: date, until: date, limits: Limits) -> Decision:
    longest = longest_extension(decided_on, due_on, limits.extension_part)
    if not due_on < until <= longest:
        return no(
            "oversight.extension",
            f"Gia hạn đến ngày sau {due_on:%d/%m/%Y} và không quá {longest:%d/%m/%Y} "
            f"(một phần {limits.extension_part} thời hạn).",
        )
    return Decision.yes()


def may_look_at(begins: date, ends: date, limits: Limits) -> Decision:
    """The period that is looked at."""
    if ends < begins:
        return no("oversight.period", "Thời kỳ được kiểm tra: ngày cuối không trước ngày đầu.")
    last = months_after(begins, limits.period_months)
    if ends > last:
        return no(
            "oversight.period_long",
            f"Thời kỳ được kiểm tra dài quá {limits.period_months} tháng; rút đến trước hết ngày "
            f"{last:%d/%m/%Y}.",
        )
    return Decision.yes()


# Steps

AFTER = {
    Stage.ANNOUNCED: Stage.DECIDED,
    Stage.REPORTED: Stage.ANNOUNCED,
    Stage.VERIFIED: Stage.REPORTED,
    Stage.CONCLUDED: Stage.VERIFIED,
    Stage.NOTIFIED: Stage.CONCLUDED,
    Stage.CLOSED: Stage.NOTIFIED,
}


def may_step(stage: str, to: str, days: Collection[date], on: date, today: date) -> Decision:
    """Steps go one after the other, never before one that is done, never in time to come."""
    before = OPEN_STAGES if to == Stage.STOPPED else (AFTER[Stage(to)],)
    if stage not in before:
        return no("oversight.step", "Bước này chưa đến lượt, hoặc đã ghi rồi.")
    if on > today:
        return no("oversight.day", "Ngày của bước không sau hôm nay.")
    last = max(days, default=None)
    if last and on < last:
        return no("oversight.order", f"Ngày của bước không trước bước trước ({last:%d/%m/%Y}).")
    return Decision.yes()


@dataclass(frozen=True)
class Vote:
    """On the conclusion, by the official members of whoever concludes."""

    official: int
    present: int
    agreed: int


def carried(vote: Vote, share: int) -> Decision:
    """More than the share of ALL official members, not of those present (21-QĐ/TW)."""
    if not 0 < vote.present <= vote.official or vote.agreed > vote.present:
        return no("oversight.vote", "Số có mặt không quá chính thức, số đồng ý không quá có mặt.")
    if vote.agreed * WHOLE <= vote.official * share:
        return no(
            "oversight.not_carried",
            f"{vote.agreed}/{vote.official} phiếu: chưa quá {share} % tổng số thành viên chính "
            "thức; chưa thông qua kết luận.",
            "21-QĐ/TW",
        )
    return Decision.yes()


def may_close(open_findings: int) -> Decision:
    if open_findings:
        return no(
            "oversight.open_findings",
            f"Còn {open_findings} phát hiện chưa khắc phục xong; xác nhận khắc phục, hoặc chuyển "
            "xem xét kỷ luật trước.",
        )
    return Decision.yes()


# The team


@dataclass(frozen=True)
class Kin:
    """A relative told in a file: folded name and year of birth."""

    name: str
    born: int


def may_join(
    member: str,
    *,
    is_subject: bool,
    kin_of_subject: bool,
    works_there: bool,
    others: int,
    limits: Limits,
) -> Decision:
    """Neither inspected, nor kin, nor of the unit that is inspected; no more than the policy
    lets.
    """
    reasons = []
    if is_subject:
        reasons.append(Reason("oversight.subject", f"{member} là người được kiểm tra."))
    if kin_of_subject:
        reasons.append(
            Reason("oversight.kin", f"{member} là người thân của người được kiểm tra (theo hồ sơ).")
        )
    if works_there:
        reasons.append(
            Reason("oversight.works_there", f"{member} đang công tác ở đơn vị được kiểm tra.")
        )
    if others >= limits.team_most:
        reasons.append(Reason("oversight.team_full", f"Đoàn không quá {limits.team_most} người."))
    return Decision.no(*reasons) if reasons else Decision.yes()


# The ladder of warnings


def climbs(count: int, threshold: int) -> bool:
    """Minor findings on one person or unit that are no longer minor together (S4-071)."""
    return count >= threshold


def share(covered: int, every: int) -> int | None:
    """Whole per cent, rounded down: a promise is not met by rounding."""
    return covered * WHOLE // every if every else None
