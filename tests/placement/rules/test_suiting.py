"""How a file suits a post: points told one by one; and what is noted about a post held."""

from datetime import date

import pytest

from thenchot.placement.rules.assigning import Area, may_pair, notes
from thenchot.placement.rules.suiting import Able, Points, Told, Work, pairs_of, points_of, total

POINTS = Points(30, 20, 4, 5, 10, {"excellent": 20, "good": 15, "completed": 8})
LAND = Work(
    7, ("dia chinh, dat dai",), (pairs_of("Quản lý đất đai"),), pairs_of("Địa chính, đất đai")
)


def test_everything_together_is_a_hundred():
    able = Able(
        (pairs_of("Quản lý đất đai"),),
        pairs_of("Đo đạc, đất đai"),
        {"dia chinh, dat dai": 75},
        {7: 75},
        "excellent",
    )
    told = points_of(able, LAND, POINTS)
    assert [one.points for one in told] == [30, 20, 20, 10, 20]
    assert told[2] == Told("Đã làm việc này 6 năm", 20)
    assert total(told) == 100


def test_nothing_known_gives_nothing():
    assert points_of(Able(), LAND, POINTS) == []


@pytest.mark.parametrize(
    ("months", "points"), [(11, 0), (12, 4), (23, 4), (24, 8), (60, 20), (72, 20)]
)
def test_a_year_counts_when_it_is_full_and_only_so_many(months, points):
    able = Able(months_as={"dia chinh, dat dai": months})
    assert total(points_of(able, LAND, POINTS)) == points


@pytest.mark.parametrize(
    ("field", "suits"),
    [
        ("Quản lý đất đai", True),
        ("QUẢN LÝ ĐẤT ĐAI", True),
        ("Quản lý giáo dục", False),  # words that every field uses say nothing
        ("Luật", False),
    ],
)
def test_a_field_suits_by_its_own_words(field, suits):
    assert bool(points_of(Able((pairs_of(field),)), LAND, POINTS)) is suits


def test_suggestions_are_told_and_bar_nothing():
    chair = Area(True, True, leads_inspection=True, is_local=True)
    assert ["quê ở địa phương" in one for one in notes(chair, 5)] == [True]
    head = Area(True, True, leads_personnel=True, months=60)
    assert "60 tháng" in notes(head, 5)[0]
    assert notes(Area(True, True, leads_personnel=True, months=59), 5) == []
    assert "Chưa gắn vị trí việc làm" in notes(Area(False, False), 5)[0]


def test_nobody_guides_himself_or_backwards():
    day, later = date(2026, 11, 1), date(2027, 5, 1)
    assert may_pair(1, 2, day, later)
    assert not may_pair(1, 1, day, later)
    assert not may_pair(1, 2, later, later)
