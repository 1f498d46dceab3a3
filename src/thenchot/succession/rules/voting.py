"""Ballots are counted on the right number of people. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from thenchot.kernel.decision import Decision, Reason


@dataclass(frozen=True)
class Turnout:
    """Of one conference. `excused` leave the number summoned."""

    summoned: int
    excused: int
    present: int
    handed_out: int
    returned: int
    valid: int

    def base(self, *, counts_present: bool) -> int:
        """What a share of the votes is taken of: invalid ballots and abstentions stay in it."""
        return self.present if counts_present else self.summoned - self.excused


@dataclass(frozen=True)
class Thresholds:
    """More than `pass_percent` is enough; where nobody reaches it, from `carry_percent` on one goes
    on to the next conference.
    """

    pass_percent: int
    carry_percent: int


@dataclass(frozen=True)
class Counted:
    """One candidate of one post and how many agreed."""

    candidate: int
    post: int
    agreed: int


def share(agreed: int, base: int) -> float:
    """Of 1."""
    return agreed / base if base else 0.0


def going_on(
    rows: Iterable[Counted], base: int, thresholds: Thresholds, *, is_last: bool
) -> set[int]:
    """Who passed; post by post. The last conference carries nobody over."""
    by_post: dict[int, list[Counted]] = {}
    for row in rows:
        by_post.setdefault(row.post, []).append(row)
    found: set[int] = set()
    for of_post in by_post.values():
        passed = {
            row.candidate for row in of_post if row.agreed * 100 > thresholds.pass_percent * base
        }
        if not passed and not is_last:
            passed = {
                row.candidate
                for row in of_post
                if row.agreed * 100 >= thresholds.carry_percent * base
            }
        found |= passed
    return found


def counts_hold(turnout: Turnout, agreed: Iterable[int]) -> Decision:
    """Numbers of minutes that cannot be are refused where they are typed."""
    told = (
        (turnout.excused <= turnout.summoned, "Số vắng không quá số triệu tập."),
        (
            turnout.present <= turnout.summoned - turnout.excused,
            "Số có mặt không quá số triệu tập trừ số vắng.",
        ),
        (turnout.handed_out <= turnout.present, "Số phiếu phát ra không quá số có mặt."),
        (turnout.returned <= turnout.handed_out, "Số phiếu thu về không quá số phiếu phát ra."),
        (turnout.valid <= turnout.returned, "Số phiếu hợp lệ không quá số phiếu thu về."),
        (
            all(votes <= turnout.valid for votes in agreed),
            "Số đồng ý của một người không quá số phiếu hợp lệ.",
        ),
    )
    reasons = [Reason("succession.minutes", words) for holds, words in told if not holds]
    return Decision.no(*reasons) if reasons else Decision.yes()
