"""The letter of apology with a new day: before the day promised, and only so often."""

from datetime import date, datetime, timedelta
from typing import Any, cast

from django.db import transaction

from thenchot.citizens.access import EDIT
from thenchot.citizens.models import Apology, Case
from thenchot.citizens.queries.cases import get_case
from thenchot.citizens.queries.policy import calendar_of, policy_of
from thenchot.citizens.rules.columns import LOCAL
from thenchot.kernel.calendar import WorkingCalendar
from thenchot.kernel.decision import Decision, no, refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require

LAW = "Quy định của tỉnh về thư xin lỗi; trang Chính sách"


def last_day(due_on: date, days_before: int, calendar: WorkingCalendar) -> date:
    """The last working day on which the letter is in time."""
    day = due_on - timedelta(days=days_before)
    while not calendar.is_working(day):
        day -= timedelta(days=1)
    return day


def may_apologise(case: Case, on: date) -> Decision:
    """In time, not too often, and only while there is something to wait for."""
    if case.ended_at or case.due_at is None:
        return no("citizens.apology_done", "Hồ sơ đã xong hoặc không có ngày hẹn trả.")
    policy = policy_of(case.home)
    if case.apologies.count() >= policy.new_dates:
        words = f"Chỉ được hẹn lại {policy.new_dates} lần: hồ sơ này đã hẹn lại."
        return no("citizens.apology_again", words, LAW)
    due_on = due_day(case)
    last = last_day(due_on, policy.apology_before, calendar_of(case.home))
    if on > last:
        words = (
            f"Thư xin lỗi gửi chậm nhất {policy.apology_before} ngày trước hạn {due_on:%d/%m/%Y}: "
            f"ngày làm việc cuối là {last:%d/%m/%Y}. Trả kết quả ngay và ghi lý do trễ."
        )
        return no("citizens.apology_late", words, LAW)
    return Decision.yes()


@transaction.atomic
def apologise(
    actor, *, case_id: int, cause: str, step: str, new_due_on: date, number: str = ""
) -> Apology:
    get_case(actor, case_id)
    rows = Case.objects.select_for_update(of=("self",)).select_related("unit", "home")
    case = rows.get(pk=case_id)
    require(actor, EDIT, case.unit.path)
    may_apologise(case, today()).or_refuse()
    due_on = due_day(case)
    if new_due_on <= due_on or not calendar_of(case.home).is_working(new_due_on):
        refuse("citizens.new_day", f"Ngày hẹn lại là ngày làm việc sau {due_on:%d/%m/%Y}.")
    made = Apology.objects.create(
        case=case,
        number=tidy(nfc(number)),
        cause=cause,
        step=tidy(nfc(step)),
        written_on=today(),
        old_due_at=cast(datetime, case.due_at),
        new_due_on=new_due_on,
        made_by_id=actor.account_id,
    )
    facts: dict[str, Any] = {"due_on": new_due_on, "cause": cause}
    record(actor, "case_apologised", subject=case, unit_path=case.unit.path, **facts)
    return made


def due_day(case: Case) -> date:
    """Asked only of cases with a promised day."""
    return cast(datetime, case.due_at).astimezone(LOCAL).date()
