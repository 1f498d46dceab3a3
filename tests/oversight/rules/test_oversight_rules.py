"""Days, votes, teams and the ladder: golden values and borders."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.oversight.enums import Stage
from thenchot.oversight.rules import planning as rules

LIMITS = rules.Limits(30, 45, 3, 5, 24, 50)
DECIDED = date(2026, 11, 20)


class TestDays:
    def test_golden_dates_of_an_inspection(self):
        """Signed on 20/11/2026: 30 days end on 20/12, a third more on 30/12."""
        due = rules.due_day(DECIDED, "member", LIMITS)
        assert due == date(2026, 12, 20)
        assert rules.longest_extension(DECIDED, due, 3) == date(2026, 12, 30)

    def test_signs_of_a_violation_have_longer(self):
        assert rules.due_day(DECIDED, "signs", LIMITS) == date(2027, 1, 4)

    @pytest.mark.parametrize(
        ("until", "allowed"),
        [
            (date(2026, 12, 20), False),
            (date(2026, 12, 21), True),
            (date(2026, 12, 30), True),
            (date(2026, 12, 31), False),
        ],
    )
    def test_an_extension_goes_on_and_not_too_far(self, until, allowed):
        due = date(2026, 12, 20)
        assert bool(rules.may_extend(DECIDED, due, until, LIMITS)) is allowed

    @pytest.mark.parametrize(
        ("begins", "ends", "allowed"),
        [
            (date(2024, 12, 1), date(2026, 12, 1), True),
            (date(2024, 12, 1), date(2026, 12, 2), False),
            (date(2026, 12, 2), date(2026, 12, 1), False),
        ],
    )
    def test_the_period_that_is_looked_at(self, begins, ends, allowed):
        assert bool(rules.may_look_at(begins, ends, LIMITS)) is allowed


class TestVote:
    @pytest.mark.parametrize(
        ("official", "present", "agreed", "carried"),
        [
            (5, 5, 3, True),
            (5, 3, 3, True),
            (4, 4, 2, False),
            (10, 6, 5, False),
            (10, 6, 6, True),
            (5, 6, 3, False),
            (5, 4, 5, False),
            (5, 0, 0, False),
        ],
    )
    def test_more_than_half_of_all_official_members(self, official, present, agreed, carried):
        assert bool(rules.carried(rules.Vote(official, present, agreed), 50)) is carried

    @given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60))
    def test_never_carried_by_half_or_less(self, official, present, agreed):
        if rules.carried(rules.Vote(official, present, agreed), 50):
            assert 2 * agreed > official >= present >= agreed


class TestSteps:
    @given(st.sampled_from(sorted(Stage)), st.sampled_from(sorted(Stage)))
    def test_no_step_is_skipped(self, stage, to):
        if to == Stage.DECIDED:
            return
        allowed = rules.may_step(stage, to, [DECIDED], DECIDED, DECIDED)
        before = rules.OPEN_STAGES if to == Stage.STOPPED else (rules.AFTER[to],)
        assert bool(allowed) is (stage in before)

    def test_neither_before_the_last_one_nor_in_time_to_come(self):
        days, today = [DECIDED, date(2026, 11, 25)], date(2026, 11, 28)
        for on, allowed in (
            (date(2026, 11, 24), False),
            (date(2026, 11, 25), True),
            (date(2026, 11, 28), True),
            (date(2026, 11, 29), False),
        ):
            found = rules.may_step(Stage.ANNOUNCED, Stage.REPORTED, days, on, today)
            assert bool(found) is allowed


class TestTeam:
    def ask(self, **said):
        facts = {"is_subject": False, "kin_of_subject": False, "works_there": False, "others": 0}
        return rules.may_join("Lê An", limits=LIMITS, **{**facts, **said})

    def test_whoever_has_no_interest_joins(self):
        assert self.ask(others=4)

    @pytest.mark.parametrize(
        "said",
        [{"is_subject": True}, {"kin_of_subject": True}, {"works_there": True}, {"others": 5}],
    )
    def test_whoever_has_one_does_not(self, said):
        assert not self.ask(**said)

    def test_every_reason_is_told(self):
        found = self.ask(is_subject=True, works_there=True)
        assert len(found.reasons) == 2


def test_the_ladder_begins_at_its_threshold():
    assert [rules.climbs(count, 3) for count in (2, 3, 4)] == [False, True, True]


def test_a_share_is_rounded_down():
    assert (rules.share(199, 200), rules.share(1, 1), rules.share(0, 0)) == (99, 100, None)
