"""Borders of the rules of training: attendance, repayment, coverage, classes, states."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from thenchot.kernel.text import words
from thenchot.training.enums import Audience
from thenchot.training.enums import EnrolmentState as State
from thenchot.training.rules.attending import Turnout, is_out_of_reach, may_complete
from thenchot.training.rules.covering import Aim, Member, belongs, coverage, population
from thenchot.training.rules.enrolling import STEPS, may_close, may_verify, state_on_proposal
from thenchot.training.rules.planning import classes_for, planned_by
from thenchot.training.rules.repaying import repayment


class TestAttendance:
    @pytest.mark.parametrize(
        ("planned", "present", "least", "enough"),
        [
            (0, 0, 80, True),  # no sessions are planned: nothing to count
            (10, 8, 80, True),
            (10, 7, 80, False),
            (5, 4, 80, True),
            (3, 2, 66, True),  # 66,67 %
            (3, 2, 67, False),
            (10, 0, 0, True),
        ],
    )
    def test_over_all_planned_sessions(self, planned, present, least, enough):
        assert bool(may_complete(Turnout(planned, present), least)) is enough

    @pytest.mark.parametrize(
        ("excused", "absent", "lost"), [(1, 1, False), (2, 1, True), (0, 3, True), (0, 2, False)]
    )
    def test_what_can_no_longer_be_reached_is_told(self, excused, absent, lost):
        assert is_out_of_reach(Turnout(10, 0, excused, absent), 80) is lost


class TestRepayment:
    """Decree 171/2025: F ÷ T1 × (T1 − T2), less a share for each year of service before."""

    @pytest.mark.parametrize(
        ("paid", "committed", "served", "years", "rate", "finished", "payable"),
        [
            (60_000_000, 72, 24, 0, 10, True, 40_000_000),  # the decree's own example
            (60_000_000, 72, 24, 3, 15, True, 38_200_000),
            (60_000_000, 72, 72, 0, 10, True, 0),
            (60_000_000, 72, 80, 0, 10, True, 0),
            (60_000_000, 72, 0, 0, 10, True, 60_000_000),
            (60_000_000, 72, 24, 0, 10, False, 60_000_000),  # not finished: all of it
            (10_000_000, 36, 35, 0, 10, True, 277_778),
            (60_000_000, 72, 0, 120, 10, True, 0),  # never below nothing
        ],
    )
    def test_golden(self, paid, committed, served, years, rate, finished, payable):
        found = repayment(Decimal(paid), committed, served, years, rate, is_finished=finished)
        assert found.payable == payable

    @given(
        some.integers(0, 10**10),
        some.integers(1, 600),
        some.integers(0, 700),
        some.integers(0, 60),
        some.sampled_from([10, 15]),
    )
    def test_between_nothing_and_everything(self, paid, committed, served, years, rate):
        found = repayment(Decimal(paid), committed, served, years, rate)
        assert 0 <= found.payable <= paid


class TestCoverage:
    def test_whom_a_subject_is_for(self):
        clerk = Member(1, 1, "civil_servant")
        head = Member(2, 1, "cadre", is_manager=True)
        teacher = Member(3, 1, "public_employee")
        driver = Member(4, 1, "contract")
        keeper = Member(5, 1, "cadre", does_personnel_work=True)
        reporter = Member(6, 1, "", is_speaker=True)
        everybody = [clerk, head, teacher, driver, keeper, reporter]
        found = {one: sorted(population(everybody, Aim(one))) for one in Audience}
        assert found == {
            Audience.EVERYBODY: [1, 2, 3, 5],
            Audience.OFFICIALS: [1, 2, 5],
            Audience.LEADERS: [2],
            Audience.PERSONNEL: [5],
            Audience.SPEAKERS: [6],
            Audience.FIELD: [],
            Audience.LACKING: [],
        }
        assert not belongs(driver, Aim(Audience.EVERYBODY))

    @pytest.mark.parametrize(
        ("post", "group", "found"),
        [
            ("Chuyên viên địa chính", "professional", True),
            ("Chuyên viên về hành chính, địa giới", "professional", False),
            ("Trưởng phòng địa chính", "leadership", False),
            ("Chuyên viên quản lý đất đai", "professional", True),
        ],
        ids=["named", "words apart", "another group", "second word"],
    )
    def test_who_works_in_a_field_is_told_by_the_post(self, post, group, found):
        aim = Aim(Audience.FIELD, "professional", (("dia", "chinh"), ("dat", "dai")))
        member = Member(1, 1, "civil_servant", position_group=group, post=tuple(words(post)))
        assert belongs(member, aim) is found

    def test_distinct_people_of_the_population_alone(self):
        figure = coverage([1, 2, 3], [2, 2, 9])
        assert (figure.trained, figure.population) == (1, 3)
        assert round(figure.share, 4) == Decimal("0.3333")

    def test_nobody_has_no_share(self):
        assert coverage([], [1]).share is None


class TestStates:
    def test_what_is_verified_never_changes(self):
        assert STEPS[State.VERIFIED] == STEPS[State.FAILED] == STEPS[State.WITHDRAWN] == frozenset()

    def test_every_state_says_where_it_leads(self):
        assert set(STEPS) == set(State)

    @pytest.mark.parametrize(
        ("recorded", "own", "actor", "may"),
        [(1, 2, 3, True), (3, 2, 3, False), (1, 3, 3, False), (None, None, 3, True)],
    )
    def test_a_second_person_verifies(self, recorded, own, actor, may):
        assert bool(may_verify(State.COMPLETED, recorded, own, actor)) is may

    @pytest.mark.parametrize(("taken", "state"), [(0, State.PROPOSED), (2, State.WAITING)])
    def test_beyond_the_seats_one_waits(self, taken, state):
        assert state_on_proposal(taken, 2) == state

    @pytest.mark.parametrize(
        ("ends", "waiting", "may"), [(9, 0, True), (10, 0, True), (11, 0, False), (9, 1, False)]
    )
    def test_when_a_class_closes(self, ends, waiting, may):
        on = date(2026, 11, 10)
        assert bool(may_close(date(2026, 11, ends), on, waiting)) is may


class TestPlan:
    @pytest.mark.parametrize(("people", "classes"), [(1, 1), (40, 1), (41, 2), (80, 2), (81, 3)])
    def test_as_many_classes_as_hold_everybody(self, people, classes):
        assert classes_for(people, 40) == classes

    def test_in_december_of_the_year_before(self):
        assert planned_by(2027, 12) == (date(2026, 12, 1), date(2026, 12, 31))
