"""What hangs on the clocks of reception. Pure."""

from datetime import date, datetime, timedelta

from thenchot.kernel.clocks import UNSURE, CalendarDays, Clock
from thenchot.kernel.decision import Decision, no

__all__ = ["UNSURE", "CalendarDays", "Clock", "connect_by", "may_publish"]


def may_publish(on: date, clock: Clock, reason: str) -> Decision:
    """A calendar is posted in time, or its lateness has a reason; never for an uncertain day."""
    if not clock.is_certain:
        return no(
            "reception.unconfirmed",
            f"Lịch nghỉ năm {max(clock.since, clock.last).year} chưa xác nhận đến ngày "
            f"{clock.since:%d/%m/%Y}: nhập lịch nghỉ ở trang Chính sách rồi công bố.",
            "Luật Tiếp công dân 2013, Điều 24",
        )
    if on > clock.last and not reason.strip():
        return no(
            "reception.published_late",
            f"Công bố chậm: {clock.arithmetic}, hôm nay {on:%d/%m/%Y}. Ghi lý do để tiếp tục, hoặc "
            f"dời ngày tiếp.",
            "Luật Tiếp công dân 2013, Điều 24.4",
        )
    return Decision.yes()


def connect_by(starts: datetime, hours: int) -> datetime:
    """When every point of an online reception is connected."""
    return starts - timedelta(hours=hours)
