"""The retirement table by birth month: Nghị định 135/2020/NĐ-CP, Điều 3, 4."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.people.retirement import months_between, required, retirement_day
from thenchot.policy.merge import resolve
from thenchot.policy.packs import shipped
from thenchot.policy.parameters import PeoplePolicy

TABLE = resolve([shipped()], date(2026, 1, 1)).as_parameters(PeoplePolicy).retirement_age


@pytest.mark.parametrize(
    ("born", "sex", "last"),
    [
        # Điều 4: men of January 1961 reach 60 years 3 months in April 2021
        (date(1961, 1, 15), "m", date(2021, 4, 30)),
        (date(1961, 9, 30), "m", date(2021, 12, 31)),
        # October 1961: 60y3m would fall in January 2022, where 60y6m is asked: April 2022
        (date(1961, 10, 1), "m", date(2022, 4, 30)),
        (date(1965, 1, 1), "m", date(2026, 7, 31)),  # 61y6m in 2026
        (
            date(1965, 7, 1),
            "m",
            date(2027, 4, 30),
        ),  # 61y6m would be January 2027, where 61y9m is asked
        (date(1966, 5, 31), "m", date(2028, 5, 31)),  # 62 from 2028
        (date(1990, 2, 28), "m", date(2052, 2, 29)),
        (date(1969, 1, 10), "f", date(2025, 9, 30)),  # 56y8m in 2025
        (
            date(1969, 5, 1),
            "f",
            date(2026, 5, 31),
        ),  # 56y8m would be January 2026, where 57y0m is asked
        (date(1969, 12, 31), "f", date(2026, 12, 31)),
        (date(1970, 1, 1), "f", date(2027, 5, 31)),  # 57y4m in 2027
        (date(1975, 6, 2), "f", date(2035, 6, 30)),  # 60 from 2035
        (
            date(1980, 1, 1),
            "f",
            date(2040, 1, 31),
        ),  # only the year known: 1 January counts (Điều 3)
    ],
)
def test_last_day_at_work(born, sex, last):
    assert retirement_day(born, sex, TABLE) == last


@pytest.mark.parametrize(("born", "sex"), [(None, "m"), (date(1970, 1, 1), "")])
def test_unknown_stays_unknown(born, sex):
    assert retirement_day(born, sex, TABLE) is None


@given(st.dates(date(1955, 1, 1), date(2005, 12, 31)), st.sampled_from("mf"))
def test_the_age_asked_for_in_that_month_is_reached_and_not_a_month_before(born, sex):
    last = retirement_day(born, sex, TABLE)
    column = 1 if sex == "f" else 0
    age = (last.year - born.year) * 12 + last.month - born.month
    assert age >= required(last.year, column, TABLE)
    before = (last.year * 12 + last.month - 2) // 12
    assert age - 1 < required(before, column, TABLE) or age == min(
        a[column] for a in TABLE.values()
    )


@given(st.dates(date(1955, 1, 1), date(2005, 1, 1)), st.integers(1, 400), st.sampled_from("mf"))
def test_nobody_younger_retires_earlier(born, days, sex):
    from datetime import timedelta

    assert retirement_day(born + timedelta(days), sex, TABLE) >= retirement_day(born, sex, TABLE)


@pytest.mark.parametrize(
    ("on", "later", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 31), 2),
        (date(2026, 5, 1), date(2026, 4, 30), -1),
    ],
)
def test_months_between(on, later, months):
    assert months_between(on, later) == months
