"""The lunar calendar against days that are known: Tết, the full moon of the eighth month, the years
of thirteen months, and years in which Vietnam and China differ.
"""

from datetime import date

import pytest

from thenchot.kernel.deadlines import parse_deadline
from thenchot.kernel.lunar import solar_day

NEW_YEAR = {
    1985: "1985-01-21",
    2007: "2007-02-17",
    2020: "2020-01-25",
    2021: "2021-02-12",
    2022: "2022-02-01",
    2023: "2023-01-22",
    2024: "2024-02-10",
    2025: "2025-01-29",
    2026: "2026-02-17",
    2027: "2027-02-06",
    2028: "2028-01-26",
    2029: "2029-02-13",
    2030: "2030-02-02",
    2031: "2031-01-23",
}
MID_AUTUMN = {
    2020: "2020-10-01",
    2021: "2021-09-21",
    2022: "2022-09-10",
    2023: "2023-09-29",
    2024: "2024-09-17",
    2025: "2025-10-06",
    2026: "2026-09-25",
    2027: "2027-09-15",
    2028: "2028-10-03",
    2029: "2029-09-22",
    2030: "2030-09-12",
    2031: "2031-10-01",
}
TWICE = {2020: 4, 2023: 2, 2025: 6, 2028: 5, 2031: 3}


@pytest.mark.parametrize(("year", "day"), NEW_YEAR.items())
def test_the_new_year_falls_on_its_day(year, day):
    assert solar_day(1, 1, year) == date.fromisoformat(day)


@pytest.mark.parametrize(("year", "day"), MID_AUTUMN.items())
def test_the_full_moon_of_the_eighth_month_falls_on_its_day(year, day):
    assert solar_day(15, 8, year) == date.fromisoformat(day)


@pytest.mark.parametrize("year", range(2020, 2032))
def test_only_a_month_that_comes_twice_is_left_open(year):
    unsure = [month for month in range(1, 13) if solar_day(1, month, year) is None]
    assert unsure == ([TWICE[year]] if year in TWICE else [])


@pytest.mark.parametrize(("day", "month"), [(0, 1), (31, 1), (1, 0), (1, 13)])
def test_a_day_that_is_none_has_no_solar_day(day, month):
    assert solar_day(day, month, 2026) is None


def test_a_month_of_twenty_nine_days_has_no_thirtieth():
    lengths = {solar_day(30, month, 2026) is None for month in range(1, 13)}
    assert lengths == {True, False}


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("trước ngày 15/8 âm lịch", None, "2026-09-24"),
        ("Trước rằm tháng 8 năm 2026 (âm lịch)", None, "2026-09-24"),
        ("ngày 10/3 âm lịch", "2026-04-26", "2026-04-26"),
        ("mùng 10 tháng 3 âm lịch", "2026-04-26", "2026-04-26"),
        ("chậm nhất ngày 23 tháng Chạp âm lịch", None, "2026-02-10"),
        ("rằm tháng Giêng", "2026-03-03", "2026-03-03"),
        ("đến hết rằm tháng 7 âm lịch", None, "2026-08-27"),
    ],
)
def test_a_lunar_deadline_is_turned_into_a_solar_day(phrase, start, end):
    read = parse_deadline(phrase, date(2026, 1, 20)).as_json()
    assert (read["start"], read["end"]) == (start, end)
    assert read["confidence"] <= 0.8
    assert read["warnings"] == ["lunar_day"]


@pytest.mark.parametrize(
    "phrase",
    [
        "từ mùng 8 đến mùng 10 tháng 3 âm lịch",
        "trước tháng 8 âm lịch",
        "ngày 10/3 âm lịch hằng năm",
        "ngày 10/6 âm lịch năm 2025",
    ],
)
def test_what_names_no_single_day_stays_open(phrase):
    read = parse_deadline(phrase, date(2025, 1, 20))
    assert (read.kind, read.end) == ("open", None)


def test_without_the_day_of_the_document_a_lunar_day_stays_open():
    assert parse_deadline("trước ngày 15/8 âm lịch").kind == "open"
