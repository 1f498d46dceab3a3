"""What attendance comes to: counted over all planned sessions, so that nobody looks better because
the class has just begun.
"""

from dataclasses import dataclass
from fractions import Fraction

from thenchot.kernel.decision import Decision, Reason


@dataclass(frozen=True)
class Turnout:
    """Of one person in one class. `planned`: all sessions; the three others: those written down."""

    planned: int
    present: int
    excused: int = 0
    absent: int = 0

    @property
    def share(self) -> Fraction | None:
        """Present ÷ all planned sessions; none where no session is planned."""
        return Fraction(self.present, self.planned) if self.planned else None

    @property
    def best_share(self) -> Fraction | None:
        """As `share`, if the person comes to every session that is still open."""
        if not self.planned:
            return None
        return Fraction(self.planned - self.excused - self.absent, self.planned)


def may_complete(turnout: Turnout, least_percent: int) -> Decision:
    """A class with sessions is completed by whoever came to enough of them."""
    if turnout.share is None or turnout.share * 100 >= least_percent:
        return Decision.yes()
    return Decision.no(
        Reason(
            "training.attendance",
            f"Mới có mặt {turnout.present}/{turnout.planned} buổi; hoàn thành khi có mặt từ "
            f"{least_percent}% số buổi. Điểm danh cho đủ, hoặc ghi không hoàn thành.",
        )
    )


def is_out_of_reach(turnout: Turnout, least_percent: int) -> bool:
    """Whatever happens from now on, it will not be enough."""
    best = turnout.best_share
    return best is not None and best * 100 < least_percent
