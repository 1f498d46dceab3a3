"""Limits, bars, votes, forms and effect: golden values and borders."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.discipline.enums import Side
from thenchot.discipline.rules import judging as rules
from thenchot.discipline.rules.steps import shipped

LIMITS = rules.Limits(90, 150, 30, 60, 120, 12, 50)
RANKS = ("reprimand", "warning", "removal", "dismissal")
FOUND = date(2026, 11, 20)


class TestLimits:
    def test_golden_days_from_the_discovery(self):
        assert rules.due_day(FOUND, 90) == date(2027, 2, 18)
        assert rules.due_day(FOUND, 150) == date(2027, 4, 19)

    def test_golden_day_after_the_party(self):
        assert rules.due_day(date(2027, 1, 11), 30) == date(2027, 2, 10)

    def test_which_days_hold(self):
        for is_complex, follows, days in (
            (False, False, 90),
            (True, False, 150),
            (False, True, 30),
            (True, True, 30),
        ):
            found = rules.days_of(LIMITS, is_complex=is_complex, follows_party=follows)
            assert found == days

    def test_a_pause_moves_the_last_day_by_its_days(self):
        pauses = [rules.Paused(date(2026, 12, 1), date(2026, 12, 15))]
        assert rules.due_day(FOUND, 90, pauses) == date(2027, 3, 4)

    def test_an_open_pause_moves_nothing_yet(self):
        assert rules.due_day(FOUND, 90, [rules.Paused(FOUND)]) == date(2027, 2, 18)

    @given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40)), max_size=4))
    def test_no_day_is_gained_or_lost(self, spans):
        """Pauses one after the other, all before the last day: what is counted stays 90 days."""
        begins, pauses, paused = FOUND + timedelta(days=1), [], 0
        for gap, length in spans:
            begins += timedelta(days=gap)
            ends = begins + timedelta(days=length)
            if begins > rules.due_day(FOUND, 90, pauses):
                break
            pauses.append(rules.Paused(begins, ends))
            paused += length
            begins = ends
        due = rules.due_day(FOUND, 90, pauses)
        assert (due - FOUND).days - paused == 90

    @pytest.mark.parametrize(
        ("effective", "ends"),
        [
            (date(2026, 8, 31), date(2027, 8, 31)),
            (date(2028, 2, 29), date(2029, 2, 28)),
        ],
    )
    def test_golden_ends_of_effect(self, effective, ends):
        assert rules.effect_ends(effective, LIMITS) == ends


class TestBar:
    @pytest.mark.parametrize(
        ("form", "opened", "never", "allowed"),
        [
            ("reprimand", date(2026, 5, 1), False, True),
            ("reprimand", date(2026, 5, 2), False, False),
            ("warning", date(2031, 5, 1), False, True),
            ("warning", date(2031, 5, 2), False, False),
            ("dismissal", date(2040, 1, 1), True, True),
        ],
    )
    def test_five_and_ten_years_to_the_day(self, form, opened, never, allowed):
        found = rules.may_consider(date(2021, 5, 1), form, opened, never, LIMITS)
        assert bool(found) is allowed


class TestForms:
    @pytest.mark.parametrize(
        ("running", "new", "least"),
        [
            ("reprimand", "reprimand", "warning"),
            ("warning", "reprimand", "removal"),
            ("reprimand", "warning", "removal"),
            ("removal", "dismissal", "dismissal"),
        ],
    )
    def test_one_step_above_the_heavier(self, running, new, least):
        assert rules.least_form(RANKS, running, new) == least


class TestVotes:
    @pytest.mark.parametrize(
        ("votes", "base", "form"),
        [
            ({"warning": 6}, 10, "warning"),
            ({"warning": 5}, 10, ""),
            ({"reprimand": 3, "warning": 2, "removal": 1}, 10, "reprimand"),
            ({"reprimand": 1, "warning": 4, "removal": 2}, 10, "warning"),
            ({"dismissal": 2}, 3, "dismissal"),
            ({}, 3, ""),
        ],
    )
    def test_heavier_votes_are_added_to_the_lighter_form(self, votes, base, form):
        assert rules.outvoted(RANKS, votes, base, 50) == form

    def test_the_party_counts_all_official_members(self):
        assert rules.base_of(Side.PARTY, 10, 7) == 10
        assert rules.base_of(Side.CIVIL, 3, 3) == 3

    @pytest.mark.parametrize(
        ("side", "official", "present", "votes", "allowed"),
        [
            ("party", 10, 7, {"warning": 7}, True),
            ("party", 10, 7, {"warning": 8}, False),
            ("party", 10, 11, {}, False),
            ("civil", 3, 2, {"warning": 2}, False),
            ("civil", 3, 3, {"warning": 2}, True),
        ],
    )
    def test_numbers_hold_together(self, side, official, present, votes, allowed):
        assert bool(rules.may_vote(side, official, present, votes)) is allowed

    @given(st.dictionaries(st.sampled_from(RANKS), st.integers(0, 20)), st.integers(1, 60))
    def test_a_form_stands_only_on_more_than_half(self, votes, base):
        form = rules.outvoted(RANKS, votes, base, 50)
        heavier = sum(votes.get(one, 0) for one in RANKS[RANKS.index(form) :]) if form else 0
        assert not form or 2 * heavier > base


class TestSteps:
    def test_each_side_has_its_road_with_its_source(self):
        paths = shipped()
        assert set(paths) == set(Side)
        assert all(path.source and path.steps for path in paths.values())

    def test_a_council_is_told_five_working_days_before(self):
        (session,) = [step for step in shipped()[Side.CIVIL].steps if step.code == "session"]
        assert session.earliest == 5
        assert [paths.council for paths in shipped().values()] == [3, 3, 0]

    @given(st.integers(1, 4), st.lists(st.booleans(), min_size=4, max_size=4))
    def test_no_step_is_skipped(self, number, done):
        days = [FOUND if one else None for one in done]
        found = rules.may_finish(number, days, FOUND, FOUND, None)
        assert bool(found) is (not done[number - 1] and all(done[: number - 1]))

    def test_neither_too_soon_nor_in_time_to_come(self):
        def ask(on, earliest=None):
            return rules.may_finish(1, [None], on, FOUND, earliest)

        assert ask(FOUND)
        assert not ask(FOUND + timedelta(days=1))
        assert not ask(FOUND, FOUND + timedelta(days=1))
