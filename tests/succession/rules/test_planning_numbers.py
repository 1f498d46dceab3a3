"""Three people a seat, three posts a person, one and a half times a committee."""

import pytest

from thenchot.succession.rules.numbers import Limits, Listed, least_for, most_for, too_many

LIMITS = Limits(people_per_seat=3, committee_percent=150, posts_per_person=3, depth=2)


@pytest.mark.parametrize(
    ("seats", "most"), [(50, 75), (15, 23), (9, 14), (1, 2), (2, 3), (21, 32), (27, 41)]
)
def test_a_committee_is_rounded_to_a_whole_person(seats, most):
    """The examples of the guidance: 50 → 75, 15 → 23, 9 → 14."""
    assert most_for(seats, is_committee=True, limits=LIMITS) == most
    assert least_for(seats, is_committee=True, limits=LIMITS) == seats


@pytest.mark.parametrize(("seats", "most"), [(1, 3), (2, 6), (3, 9)])
def test_a_post_has_three_people_a_seat(seats, most):
    assert most_for(seats, is_committee=False, limits=LIMITS) == most
    assert least_for(seats, is_committee=False, limits=LIMITS) == 2


def listed(person, post, level="own", is_committee=False):
    return Listed(person, f"Người {person}", post, level, is_committee)


def reasons(*rows, most=3):
    limits = {row.post: (f"Chức danh {row.post}", most) for row in rows}
    return [reason.message for reason in too_many(rows, limits, LIMITS)]


def test_within_the_numbers_nothing_is_said():
    assert reasons(*(listed(person, 1) for person in range(3))) == []
    assert reasons(*(listed(1, post) for post in range(3))) == []


def test_a_fourth_person_for_a_post():
    assert reasons(*(listed(person, 1) for person in range(4))) == [
        "Chức danh 1: 4 người, nhiều nhất 3."
    ]


def test_a_fourth_post_of_a_person():
    assert reasons(*(listed(1, post) for post in range(4))) == [
        "Người 1: 4 chức danh cùng cấp phê duyệt, nhiều nhất 3."
    ]


def test_posts_of_another_level_are_counted_apart_and_committees_not_at_all():
    rows = [listed(1, post) for post in range(3)]
    assert reasons(*rows, listed(1, 4, level="above")) == []
    assert reasons(*rows, listed(1, 5, is_committee=True)) == []
