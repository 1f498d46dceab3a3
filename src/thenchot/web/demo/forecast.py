"""The forecast of the ward: one confirmed by the leader, one after an assumption was changed."""

from datetime import date

from thenchot.insight.enums import ReviewState
from thenchot.insight.forecast import services
from thenchot.platform.policies import services as policies
from thenchot.web.demo.calendar import TAKEN_IN_BEFORE
from thenchot.web.demo.tree import FOUNDED

PERMILLE = 30


def look_ahead(officer, leader, home, on: date) -> None:
    if on - TAKEN_IN_BEFORE < FOUNDED:
        return
    first = services.work_out(officer, unit_id=home.pk)
    services.review(
        leader,
        forecast_id=first.pk,
        state=ReviewState.CONFIRMED,
        reason="Dùng khi bàn kế hoạch tuyển dụng, quy hoạch",
    )
    entered = policies.enter_value(
        officer,
        path=home.path,
        key="forecast.leave_permille",
        value=PERMILLE,
        basis="Số liệu thôi việc ba năm của tỉnh",
        valid_from=on,
    )
    policies.confirm_value(leader, value_id=entered.pk)
    services.work_out(officer, unit_id=home.pk)
