"""The forecast of the ward: one confirmed by the leader, one after an assumption was changed."""

from datetime import date, timedelta

from thenchot.insight.enums import ReviewState
from thenchot.insight.forecast import services
from thenchot.platform.policies import services as policies
from thenchot.web.demo.calendar import TAKEN_IN_BEFORE
from thenchot.web.demo.tree import FOUNDED

BASIS = "Số liệu thôi việc ba năm của tỉnh"
PERMILLE = "30"


def look_ahead(officer, leader, home, on: date) -> None:
    if on - TAKEN_IN_BEFORE < FOUNDED:
        return
    first = services.work_out(officer, unit_id=home.pk, on=on - timedelta(days=30))
    services.review(
        leader,
        forecast_id=first.pk,
        state=ReviewState.CONFIRMED,
        reason="Dùng khi bàn kế hoạch tuyển dụng, quy hoạch",
    )
    services.work_out(officer, unit_id=home.pk, on=on)
