"""The conditions before a post is taken: to the month, to the year, with what may be waived."""

from datetime import date

import pytest

from thenchot.kernel.periods import months_after
from thenchot.placement.enums import CheckState
from thenchot.placement.rules.fitness import Facts, Needs, barred_until, checks

ON = date(2026, 11, 10)
NEEDS = Needs(months_in_post=12, good_years=3, months_left=60)
GOOD = ((2025, "good"), (2024, "excellent"), (2023, "good"))


def facts(**more) -> Facts:
    told = {
        "on": ON,
        "higher": True,
        "planned": True,
        "months_in_post": 12,
        "levels": GOOD,
        "months_left": 60,
    }
    return Facts(**{**told, **more})


def states(**more) -> dict[str, str]:
    return {one.code: str(one.state) for one in checks(facts(**more), NEEDS)}


def test_everything_met():
    assert all(one.holds for one in checks(facts(), NEEDS))


@pytest.mark.parametrize(
    ("more", "code", "state"),
    [
        ({"months_in_post": 11}, "months_in_post", "not_met"),
        ({"months_in_post": None}, "months_in_post", "unknown"),
        ({"months_left": 59}, "age", "not_met"),
        ({"months_left": None}, "age", "unknown"),
        ({"planned": False}, "planning", "not_met"),
        ({"missing": ("Thiếu bằng.",)}, "standards", "not_met"),
        ({"levels": GOOD[:2]}, "ratings", "unknown"),
        ({"levels": (*GOOD[:2], (2023, "completed"))}, "ratings", "not_met"),
        ({"levels": (*GOOD, (2022, "failed"))}, "ratings", "met"),
        ({"disciplined_until": date(2027, 1, 1)}, "discipline", "not_met"),
        ({"gates": ("Chưa có kết luận.",)}, "gates", "not_met"),
    ],
)
def test_each_condition(more, code, state):
    assert states(**more)[code] == state


def test_an_equal_or_lower_post_asks_neither_age_nor_months_in_post():
    assert not {"age", "months_in_post"} & set(states(higher=False))


def test_a_gate_and_a_discipline_are_never_waived():
    never = {one.code for one in checks(facts(), NEEDS) if not one.can_waive}
    assert never == {"gates", "discipline"}


def test_every_condition_names_its_article():
    assert all(one.article for one in checks(facts(), NEEDS))
    assert {one.state for one in checks(facts(), NEEDS)} == {CheckState.MET}


@pytest.mark.parametrize(
    ("form", "last"),
    [
        ("reprimand", date(2028, 3, 31)),
        ("warning", date(2029, 3, 31)),
        ("removal", date(2031, 3, 31)),
        ("other", None),
    ],
)
def test_months_after_a_discipline(form, last):
    """24, 36 and 60 months, to the day."""
    months = {"reprimand": 24, "warning": 36, "removal": 60}
    assert barred_until(form, date(2026, 3, 31), months, months_after) == last
