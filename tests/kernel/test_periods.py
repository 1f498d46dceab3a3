"""Periods, their neighbours and the days due under a recurrence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.kernel.periods import Half, Month, Quarter, Year, instances, period_of

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("period", "start", "end", "label"),
    [
        (Month(2026, 2), date(2026, 2, 1), date(2026, 2, 28), "tháng 2/2026"),
        (Month(2028, 2), date(2028, 2, 1), date(2028, 2, 29), "tháng 2/2028"),
        (Quarter(2026, 3), date(2026, 7, 1), date(2026, 9, 30), "quý III/2026"),
        (Half(2026, 1), date(2026, 1, 1), date(2026, 6, 30), "6 tháng đầu năm 2026"),
        (Half(2026, 2), date(2026, 7, 1), date(2026, 12, 31), "6 tháng cuối năm 2026"),
        (Year(2026), date(2026, 1, 1), date(2026, 12, 31), "năm 2026"),
    ],
)
def test_a_period_knows_its_days_and_its_name(period, start, end, label):
    assert (period.start, period.end, period.label_vi()) == (start, end, label)


def test_neighbours_cross_the_year():
    assert Month(2026, 12).next() == Month(2027, 1)
    assert Quarter(2026, 1).previous() == Quarter(2025, 4)


@pytest.mark.parametrize(
    ("cls", "index"), [(Month, 13), (Month, 0), (Quarter, 5), (Half, 3), (Year, 2)]
)
def test_a_period_that_does_not_exist_is_refused(cls, index):
    with pytest.raises(ValueError, match="no "):
        cls(2026, index)


@given(st.sampled_from(["month", "quarter", "half", "year"]), DAYS)
def test_the_period_of_a_day_holds_it_and_touches_its_neighbours(kind, day):
    period = period_of(kind, day)
    assert day in period
    assert (period.next().start - period.end).days == 1
    assert period.next().previous() == period


def test_a_yearly_rule_gives_one_day_a_year():
    assert instances({"every": "year", "end": "12-04"}, date(2026, 6, 18), date(2028, 1, 1)) == [
        date(2026, 12, 4),
        date(2027, 12, 4),
    ]


def test_a_monthly_rule_takes_the_last_day_where_the_month_is_short():
    days = instances({"every": "month", "end": "31"}, date(2026, 1, 1), date(2026, 4, 30))
    assert days == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]


def test_a_quarterly_rule_counts_months_inside_the_quarter():
    assert instances({"every": "quarter", "end": "3-15"}, date(2026, 1, 1), date(2026, 7, 1)) == [
        date(2026, 3, 15),
        date(2026, 6, 15),
    ]


def test_a_rule_without_a_day_is_due_at_the_end_of_its_period():
    assert instances({"every": "half"}, date(2026, 1, 1), date(2026, 12, 31)) == [
        date(2026, 6, 30),
        date(2026, 12, 31),
    ]


def test_a_weekly_rule_names_a_weekday():
    assert instances({"every": "week", "end": "5"}, date(2026, 6, 1), date(2026, 6, 14)) == [
        date(2026, 6, 5),
        date(2026, 6, 12),
    ]


def test_several_days_of_a_year():
    assert instances(
        {"every": "year", "ends": ["06-14", "12-14"]}, date(2026, 1, 1), date(2026, 12, 31)
    ) == [
        date(2026, 6, 14),
        date(2026, 12, 14),
    ]


def test_a_rule_without_a_period_has_no_instances():
    assert instances({"every": None}, date(2026, 1, 1), date(2026, 12, 31)) == []


@given(
    st.sampled_from(
        [
            {"every": "month", "end": "24"},
            {"every": "quarter"},
            {"every": "year", "end": "02-29"},
            {"every": "week"},
        ]
    ),
    DAYS,
    DAYS,
)
def test_instances_lie_between_the_days_and_in_order(rule, one, other):
    start, end = min(one, other), max(one, other)
    days = instances(rule, start, end)
    assert days == sorted(days)
    assert all(start <= day <= end for day in days)
