"""Nearest layer wins, by date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.policy import merge, packs
from thenchot.policy.packs import Certainty, Value
from thenchot.policy.parameters import ProgrammePolicy, WorkingCalendarPolicy, all_specs, spec_of

DAY = date(2026, 11, 20)
KEY = "programme.young_age"


def local(value, *, key=KEY, start=date(2026, 1, 1), end=None, layer="/1/"):
    return Value(key, value, "Quyết định thử", Certainty.LOCAL, start, end, layer=layer)


def resolve(*layers, on=DAY):
    return merge.resolve([packs.shipped(), *layers], on)


def test_the_nearest_layer_wins():
    found = resolve([local(40, layer="/1/")], [local(38, layer="/1/4/")])
    assert (found[KEY].value, found[KEY].layer) == (38, "/1/4/")


def test_a_nearer_layer_that_says_nothing_leaves_the_farther_value():
    found = resolve(
        [local(40, layer="/1/")], [local(10, key="programme.sign_of_life_days", layer="/1/4/")]
    )
    assert found[KEY].value == 40


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2025, 12, 31), 42),
        (date(2026, 1, 1), 40),
        (date(2026, 6, 30), 40),
        (date(2026, 7, 1), 42),
    ],
)
def test_a_value_holds_from_its_first_to_its_last_day(on, expected):
    assert resolve([local(40, end=date(2026, 6, 30))], on=on)[KEY].value == expected


def test_in_one_layer_the_value_that_began_last_wins():
    layer = [local(38, start=date(2026, 5, 1)), local(40, start=date(2026, 1, 1))]
    assert resolve(layer)[KEY].value == 38


def test_every_value_tells_its_source_and_certainty():
    found = resolve()
    assert found[KEY].source and found[KEY].certainty == Certainty.SEEN
    assert found["programme.sign_of_life_days"].certainty == Certainty.DEFAULT
    assert not found["programme.sign_of_life_days"].certainty.is_checked


def test_the_hash_names_the_values_and_nothing_else():
    assert resolve().hash == resolve([]).hash
    assert resolve([local(42)]).hash == resolve().hash
    assert resolve([local(41)]).hash != resolve().hash


def test_the_hash_of_one_policy_ignores_the_others():
    other = resolve([local(["2026-01-01"], key="calendar.2026.holidays")])
    assert other.only(ProgrammePolicy).hash == resolve().only(ProgrammePolicy).hash
    assert other.hash != resolve().hash


@given(st.permutations(list(packs.shipped())))
def test_the_order_inside_a_layer_does_not_matter(values):
    assert merge.resolve([values], DAY).hash == resolve().hash


class TestProgrammePolicy:
    def test_the_shipped_values(self):
        policy = resolve().as_parameters(ProgrammePolicy)
        assert policy.clarities == (
            "person",
            "work",
            "time",
            "responsibility",
            "product",
            "authority",
        )
        assert (policy.remind_before_days, policy.escalate_after_days) == ((7, 1), (1, 7, 15))
        assert (policy.sign_of_life_days, policy.accept_within_working_days) == (30, 3)
        assert policy.product_required is True
        assert policy.deadline_moves_from_day_off is False

    def test_a_locality_may_choose_the_four_of_its_plan(self):
        four = [local(["person", "work", "time", "product"], key="programme.clarities")]
        assert resolve(four).as_parameters(ProgrammePolicy).clarities == (
            "person",
            "work",
            "time",
            "product",
        )

    def test_every_field_is_shipped(self):
        shipped = {value.key for value in packs.shipped()}
        assert all(any(spec.fits(key) for key in shipped) for spec in all_specs())


class TestWorkingCalendar:
    def test_the_years_are_gathered_whatever_the_day_asked(self):
        policy = resolve(on=date(2026, 3, 1)).as_parameters(WorkingCalendarPolicy)
        assert policy.known_years == {2026, 2027}
        assert policy.knows(2027) and not policy.knows(2028)
        assert date(2027, 2, 5) in policy.holidays

    def test_days_off_and_worked_saturdays(self):
        calendar = resolve().as_parameters(WorkingCalendarPolicy).calendar()
        assert not calendar.is_working(date(2026, 9, 2))
        assert calendar.is_working(date(2026, 8, 22))
        assert not calendar.is_working(date(2026, 11, 21))

    def test_holidays_are_weekdays_and_make_up_days_are_not(self):
        policy = resolve().as_parameters(WorkingCalendarPolicy)
        assert all(day.weekday() < 5 for day in policy.holidays)
        assert all(day.weekday() >= 5 for day in policy.make_up_days)

    def test_a_local_list_replaces_its_year_only(self):
        own = [local(["2027-01-01"], key="calendar.2027.holidays")]
        policy = resolve(own).as_parameters(WorkingCalendarPolicy)
        assert {day for day in policy.holidays if day.year == 2027} == {date(2027, 1, 1)}
        assert date(2026, 9, 2) in policy.holidays


def test_an_unknown_key_has_no_spec():
    with pytest.raises(KeyError):
        spec_of("programme.colour")


def test_the_label_of_a_calendar_names_its_year():
    assert (
        spec_of("calendar.2026.holidays").label_of("calendar.2026.holidays")
        == "Ngày nghỉ lễ, tết năm 2026"
    )
