"""Golden table: one line per way a promise can stand (S0-107, S0-117)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.programmes.enums import Standing, TaskState, Timing
from thenchot.programmes.rules.standing import Promise, judge

GIVEN = date(2026, 6, 18)
TODAY = date(2026, 11, 20)
POLICY = {"sign_of_life_days": 30, "soon_days": 7}


def day(text):
    return date.fromisoformat(text) if text else None


def promise(timing, state, due=None, original=None, done=None, heard=None):
    return Promise(
        Timing(timing),
        TaskState(state),
        GIVEN,
        day(due),
        day(original or due),
        day(done),
        day(heard),
    )


@pytest.mark.parametrize(
    ("case", "standing", "late", "late_original"),
    [
        (promise("dated", "in_progress", "2026-12-31"), Standing.RUNNING, 0, 0),
        (promise("dated", "in_progress", "2026-11-27"), Standing.DUE_SOON, 0, 0),
        (promise("dated", "in_progress", "2026-11-20"), Standing.DUE_SOON, 0, 0),
        (promise("dated", "in_progress", "2026-11-19"), Standing.LATE, 1, 1),
        (promise("dated", "assigned", "2026-06-30"), Standing.LATE, 143, 143),
        (promise("dated", "submitted", "2026-11-10"), Standing.LATE, 10, 10),
        # an extension moves the date in force; against the first date the delay stays visible
        (
            promise("dated", "in_progress", "2026-09-30", original="2026-06-30"),
            Standing.LATE,
            51,
            143,
        ),
        (
            promise("dated", "in_progress", "2026-12-31", original="2026-06-30"),
            Standing.RUNNING,
            0,
            143,
        ),
        (promise("dated", "done", "2026-06-30", done="2026-06-30"), Standing.DONE_ON_TIME, 0, 0),
        (promise("dated", "done", "2026-06-30", done="2026-07-02"), Standing.DONE_LATE, 2, 2),
        (
            promise("dated", "done", "2026-09-30", original="2026-06-30", done="2026-07-10"),
            Standing.DONE_ON_TIME,
            0,
            10,
        ),
        (promise("dated", "cancelled", "2026-06-30"), Standing.CANCELLED, 0, 0),
        (promise("recurring", "in_progress", "2026-12-04"), Standing.RUNNING, 0, 0),
        (promise("recurring", "in_progress", "2026-09-30"), Standing.LATE, 51, 51),
        (promise("recurring", "in_progress"), Standing.UNDATED, 0, 0),
        (promise("open", "in_progress"), Standing.WAITING, 0, 0),
        (promise("open", "done", done="2026-08-01"), Standing.DONE_ON_TIME, 0, 0),
        (promise("undated", "assigned"), Standing.UNDATED, 0, 0),
        (promise("ongoing", "in_progress", heard="2026-11-01"), Standing.IN_RHYTHM, 0, 0),
        (promise("ongoing", "in_progress", heard="2026-10-21"), Standing.IN_RHYTHM, 0, 0),
        (promise("ongoing", "in_progress", heard="2026-10-20"), Standing.SILENT, 0, 0),
        # nobody ever accepted it: silence counts from the day it was given
        (promise("ongoing", "assigned"), Standing.SILENT, 0, 0),
    ],
)
def test_where_a_promise_stands(case, standing, late, late_original):
    verdict = judge(case, on=TODAY, **POLICY)
    assert (verdict.standing, verdict.days_late, verdict.days_late_original) == (
        standing,
        late,
        late_original,
    )


def test_silence_is_counted_in_days_since_the_last_sign():
    assert (
        judge(promise("ongoing", "in_progress", heard="2026-10-01"), on=TODAY, **POLICY).silent_days
        == 50
    )


DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(
    timing=st.sampled_from(Timing),
    state=st.sampled_from(TaskState),
    due=st.none() | DAYS,
    heard=st.none() | DAYS,
    on=DAYS,
)
def test_every_promise_stands_somewhere_and_days_late_are_never_negative(
    timing, state, due, heard, on
):
    done = on if state == TaskState.DONE else None
    verdict = judge(Promise(timing, state, GIVEN, due, due, done, heard), on=on, **POLICY)
    assert verdict.standing in Standing
    assert verdict.days_late >= 0 <= verdict.days_late_original


@given(due=DAYS, gained=st.integers(1, 400), on=DAYS)
def test_an_extension_never_makes_the_delay_against_the_first_date_smaller(due, gained, on):
    before = judge(Promise(Timing.DATED, TaskState.IN_PROGRESS, GIVEN, due, due), on=on, **POLICY)
    later = due + timedelta(days=gained)
    after = judge(Promise(Timing.DATED, TaskState.IN_PROGRESS, GIVEN, later, due), on=on, **POLICY)
    assert after.days_late_original == before.days_late_original
    assert after.days_late <= before.days_late
