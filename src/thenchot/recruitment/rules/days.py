"""The days of a round: what may not come earlier, and what is late. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.kernel.calendar import WorkingCalendar, add_working_days
from thenchot.kernel.decision import Decision, Reason


@dataclass(frozen=True)
class Limit:
    """`count` days after `since`; working days where there is a calendar. `after`: what happened
    on that day.
    """

    since: date
    count: int
    after: str
    calendar: WorkingCalendar | None = None

    @property
    def last(self) -> date:
        if self.calendar is not None:
            return add_working_days(self.since, self.count, self.calendar)
        return self.since + timedelta(days=self.count)

    @property
    def arithmetic(self) -> str:
        unit = "ngày làm việc" if self.calendar is not None else "ngày"
        return f"{self.count} {unit} sau {self.after} {self.since:%d/%m/%Y} là {self.last:%d/%m/%Y}"


def may_be_on(what: str, on: date, limit: Limit, *, reason: str = "") -> Decision:
    """Not before what it follows; later than its last day only with a reason that is kept."""
    if on < limit.since:
        return _no("recruitment.early", f"{what} không trước {limit.after} {limit.since:%d/%m/%Y}.")
    if on > limit.last and not reason.strip():
        return _no(
            "recruitment.late",
            f"{what} chậm: {limit.arithmetic}, ghi ngày {on:%d/%m/%Y} là quá "
            f"{(on - limit.last).days} ngày. Ghi lý do chậm để tiếp tục.",
        )
    return Decision.yes()


def closes_on(opens_on: date, days: int) -> date:
    """The last day of receiving forms, the first one counted."""
    return opens_on + timedelta(days=days - 1)


def may_receive(on: date, opens: date, closes: date) -> Decision:
    """Forms come in between two days, both counted."""
    if on < opens:
        return _no("recruitment.not_open", f"Đợt này nhận phiếu từ ngày {opens:%d/%m/%Y}.")
    if on > closes:
        return _no("recruitment.closed", f"Đợt này đã hết nhận phiếu ngày {closes:%d/%m/%Y}.")
    return Decision.yes()


def may_window(opens: date, closes: date, days: int) -> Decision:
    """Long enough to receive forms."""
    least = closes_on(opens, days)
    if closes < least:
        return _no(
            "recruitment.window",
            f"Nhận phiếu {days} ngày: từ {opens:%d/%m/%Y} đến ít nhất {least:%d/%m/%Y}, không phải "
            f"{closes:%d/%m/%Y}.",
        )
    return Decision.yes()


def may_change(on: date, opens: date, days: int, changed: bool) -> Decision:
    """A notice is changed once, so many days before forms are received."""
    if changed:
        return _no("recruitment.changed", "Thông báo đã thay đổi một lần; không thay đổi lần nữa.")
    last = opens - timedelta(days=days)
    if on > last:
        return _no(
            "recruitment.change_late",
            f"Thông báo chỉ được thay đổi trước ngày nhận phiếu {days} ngày: đến hết "
            f"{last:%d/%m/%Y}.",
        )
    return Decision.yes()


def _no(rule: str, words: str) -> Decision:
    return Decision.no(Reason(rule, words, "Nghị định 170/2025/NĐ-CP"))
