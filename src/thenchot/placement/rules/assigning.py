"""What is noted about somebody in the post held, and who may guide whom. Suggestions, never a bar.
Pure.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.kernel.decision import Decision, no


@dataclass(frozen=True)
class Area:
    """The third check beside person and work: where from, how long, in which approved place."""

    has_position: bool
    has_title: bool
    leads_inspection: bool = False
    leads_personnel: bool = False
    is_local: bool = False
    months: int = 0


def notes(area: Area, long_years: int) -> list[str]:
    found = []
    if not area.has_position and not area.has_title:
        found.append("Chưa gắn vị trí việc làm được duyệt.")
    if area.leads_inspection and area.is_local:
        found.append("Người đứng đầu cơ quan kiểm tra quê ở địa phương (gợi ý).")
    if area.leads_personnel and area.months >= 12 * long_years:
        found.append(f"Giữ chức {area.months} tháng, từ {long_years} năm trở lên (gợi ý).")
    return found


def may_pair(mentee: int, mentor: int, begins_on: date, ends_on: date) -> Decision:
    if mentee == mentor:
        return no("mentor.self", "Người hướng dẫn phải là người khác.")
    if ends_on <= begins_on:
        return no("mentor.days", "Ngày kết thúc phải sau ngày bắt đầu.")
    return Decision.yes()


def day_before(day: date) -> date:
    return day - timedelta(days=1)
