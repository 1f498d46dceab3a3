"""Steps in their order, votes on the right base, no decision without its gates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.kernel.calendar import add_working_days
from thenchot.placement.enums import CheckState, Effect, StepKind
from thenchot.placement.rules.fitness import Check
from thenchot.placement.rules.forms import shipped
from thenchot.placement.rules.running import (
    StepFact,
    Vote,
    due_days,
    may_act,
    may_decide,
    may_finish,
    needs_conditions,
    vote_holds,
)

ON = date(2026, 11, 10)


def steps(*done: date | None) -> list[StepFact]:
    return [StepFact(str(number), f"Bước {number}", day) for number, day in enumerate(done)]


class TestOrder:
    def test_the_first_then_the_second(self):
        assert may_finish("open", steps(None, None), "0", ON)
        assert not may_finish("open", steps(None, None), "1", ON)
        assert may_finish("open", steps(ON, None), "1", ON)

    def test_never_twice(self):
        assert not may_finish("open", steps(ON, None), "0", ON)

    def test_not_before_the_step_before(self):
        assert not may_finish("open", steps(ON, None), "1", ON - timedelta(days=1))

    @pytest.mark.parametrize("state", ["decided", "stopped"])
    def test_nothing_after_the_end(self, state):
        assert not may_finish(state, steps(None), "0", ON)

    @given(st.integers(1, 8), st.lists(st.integers(0, 7), max_size=40))
    def test_no_order_of_presses_skips_a_step(self, count, presses):
        done: list[date | None] = [None] * count
        for press in presses:
            if press < count and may_finish("open", steps(*done), str(press), ON):
                done[press] = ON
        finished = [day is not None for day in done]
        assert finished == sorted(finished, reverse=True)

    @given(st.lists(st.booleans(), min_size=1, max_size=8), st.booleans(), st.booleans())
    def test_no_decision_while_anything_lacks(self, done, paper, holds):
        facts = steps(*(ON if one else None for one in done))
        check = Check("gates", "Điều kiện", CheckState.MET if holds else CheckState.NOT_MET)
        answer = may_decide("open", facts, [] if paper else ["Tờ trình"], [check])
        assert bool(answer) == (all(done) and paper and holds)


class TestVotes:
    @pytest.mark.parametrize(
        ("agreed", "counts", "passes"),
        [
            (10, "summoned", False),
            (11, "summoned", True),
            (9, "present", False),
            (10, "present", True),
        ],
    )
    def test_more_than_half_of_the_right_number(self, agreed, counts, passes):
        assert Vote(20, 18, agreed).passes(50, counts) is passes

    def test_a_vote_needs_its_numbers(self):
        assert not vote_holds(None, StepKind.VOTE)
        assert vote_holds(None, StepKind.PAPER)
        assert not vote_holds(Vote(9, 10, 5), StepKind.VOTE)
        assert not vote_holds(Vote(9, 8, 9), StepKind.VOTE)


class TestTheList:
    def test_every_procedure_of_the_delegation_is_there(self):
        """S1-031 names them; each has steps, papers and its source."""
        wanted = {
            "appointment",
            "reappointment",
            "nomination",
            "transfer",
            "assignment",
            "rotation",
            "suspension",
            "resignation",
            "release",
            "removal",
            "replacement",
            "downsizing",
            "trial",
            "to_commune",
        }
        assert set(shipped()) == wanted
        assert all(one.steps and one.papers and one.source for one in shipped().values())

    def test_seven_grounds_of_replacement(self):
        assert len(shipped()["replacement"].grounds) == 7

    def test_four_votes_before_an_appointment_and_the_third_counts_who_came(self):
        votes = [step for step in shipped()["appointment"].steps if step.kind == StepKind.VOTE]
        assert [step.counts for step in votes] == ["summoned", "summoned", "present", "summoned"]

    def test_only_what_leads_to_a_post_asks_the_conditions(self):
        asked = {code for code, form in shipped().items() if needs_conditions(form.effect)}
        assert asked == {
            "appointment",
            "reappointment",
            "nomination",
            "transfer",
            "assignment",
            "to_commune",
            "rotation",
            "trial",
        }
        assert shipped()["removal"].effect == Effect.LEAVES


def test_due_days_are_working_days_one_after_the_other():
    """15 working days from Tuesday 10 November, then 30 more."""
    found = due_days(ON, [15, 0, 30], add_working_days)
    assert found == [date(2026, 12, 1), None, date(2027, 1, 12)]


def test_nobody_acts_in_the_own_case():
    assert not may_act(7, 7)
    assert may_act(7, 8)
    assert may_act(None, None)
