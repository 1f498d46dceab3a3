"""How a list is made up; each person once."""

from datetime import date

import pytest

from thenchot.succession.rules.meters import Member, bands_of, meters_of

ON = date(2026, 11, 10)


def meters(*members, **targets):
    found = meters_of(members, young_age=40, targets=targets, on=ON)
    return {one.code: one for one in found}


def test_one_person_for_two_posts_counts_once():
    found = meters(Member(1, "f"), Member(1, "f"), Member(2, "m"))
    assert (found["women"].part, found["women"].whole) == (1, 2)


@pytest.mark.parametrize(
    ("women", "men", "lacking"), [(0, 10, 2), (1, 9, 1), (2, 8, 0), (0, 4, 1), (1, 3, 0)]
)
def test_how_many_are_short_of_twenty_percent(women, men, lacking):
    members = [
        *(Member(n, "f") for n in range(women)),
        *(Member(100 + n, "m") for n in range(men)),
    ]
    assert meters(*members, women=20)["women"].lacking == lacking


def test_what_the_file_does_not_say_is_unknown_and_never_a_lack():
    found = meters(Member(1), Member(2), women=20)["women"]
    assert (found.part, found.unknown, found.lacking) == (0, 2, 0)


@pytest.mark.parametrize(
    ("born_on", "band", "young"),
    [
        (date(1986, 11, 11), "youngest", True),  # 39 to the day
        (date(1986, 11, 10), "youngest", False),  # 40 today: no longer young, still up to 40
        (date(1985, 11, 10), "middle", False),
        (date(1976, 11, 10), "middle", False),  # 50 today
        (date(1975, 11, 10), "oldest", False),
        (None, "unknown", None),
    ],
)
def test_bands_and_the_young_to_the_day(born_on, band, young):
    member = Member(1, born_on=born_on)
    assert bands_of([member], (40, 50), ON)[band] == 1
    counted = meters(member)["young"]
    assert (counted.part, counted.unknown) == (int(young is True), int(young is None))
