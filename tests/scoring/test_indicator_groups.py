"""Four groups of indicators: what is counted, what leaves the denominator."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.scoring.rules.groups import (
    COORDINATION,
    DISCIPLINE,
    RESULT,
    SERVICE,
    Answered,
    coordination,
    not_asked,
    results,
    total,
)

NOVEMBER = date(2026, 11, 2)
WEIGHTS = {
    RESULT: Decimal(40),
    SERVICE: Decimal(25),
    COORDINATION: Decimal(15),
    DISCIPLINE: Decimal(20),
}


def asked(due=20, answered=None, kind="opinion"):
    return Answered(
        kind, 1, "Hỏi", "Phòng A", date(2026, 10, due), answered and date(2026, 10, answered)
    )


class TestCoordination:
    @pytest.mark.parametrize(
        ("due", "answered", "on_time"),
        [(20, 19, True), (20, 20, True), (20, 21, False), (20, None, False)],
    )
    def test_in_time_to_the_last_day(self, due, answered, on_time):
        assert asked(due, answered).is_on_time is on_time

    def test_by_hand(self):
        """Three opinions, two in time; one difficulty, in time: 3 of 4."""
        rows = [asked(5, 4), asked(6, 9), asked(7, 7), asked(8, 2, "difficulty")]
        found = coordination(rows, NOVEMBER)
        assert [(one.numerator, one.denominator) for one in found.indicators] == [(2, 3), (1, 1)]
        assert found.share == Fraction(3, 4) and len(found.rows) == 4

    def test_what_may_still_be_answered_does_not_count(self):
        assert coordination([asked(20)], date(2026, 10, 20)).reason == "nobody_asked"
        assert coordination([asked(20)], date(2026, 10, 21)).share == 0

    def test_an_indicator_with_nothing_to_count_has_no_share(self):
        opinion, difficulty = coordination([asked(5, 4)], NOVEMBER).indicators
        assert (opinion.share, difficulty.share) == (1, None)

    @given(
        st.lists(
            st.tuples(
                st.integers(1, 28),
                st.one_of(st.none(), st.integers(1, 28)),
                st.sampled_from(["opinion", "difficulty"]),
            ),
            min_size=1,
        )
    )
    def test_rows_and_figures_agree(self, said):
        found = coordination([asked(*one) for one in said], NOVEMBER)
        assert found.share == Fraction(sum(row.is_on_time for row in found.rows), len(found.rows))


class TestTheOthers:
    def test_results_are_the_mean_of_the_three_shares(self):
        told = {
            "quantity": (Fraction(8), Fraction(10), Fraction(8, 10)),
            "quality": (Fraction(6), Fraction(10), Fraction(6, 10)),
            "progress": (Fraction(7), Fraction(10), Fraction(7, 10)),
        }
        assert results(told).share == Fraction(7, 10)

    def test_nothing_given_is_no_zero(self):
        found = results({"quantity": (Fraction(0), Fraction(0), None)})
        assert (found.share, found.reason) == (None, "nothing_given")

    def test_what_no_room_holds_is_not_asked(self):
        assert (
            not_asked(SERVICE).share,
            not_asked(SERVICE).reason,
            not_asked(DISCIPLINE).clause,
        ) == (None, "no_service", "S0-056")


class TestTheTotal:
    def test_by_hand(self):
        """Results 70 % of 40, coordination 75 % of 15; the other two leave the denominator: (28 +
        11.25) / 55.
        """
        work = results({"quantity": (Fraction(7), Fraction(10), Fraction(7, 10))})
        together = coordination([asked(5, 4), asked(6, 6), asked(7, 7), asked(8)], NOVEMBER)
        found, counted = total([work, not_asked(SERVICE), together, not_asked(DISCIPLINE)], WEIGHTS)
        assert (found, counted) == (Fraction(3925, 55), 55)

    def test_without_weights_there_is_none(self):
        work = results({"quantity": (Fraction(7), Fraction(10), Fraction(7, 10))})
        assert total([work], {}) == (None, 0)

    def test_nothing_known_gives_none(self):
        assert total([not_asked(SERVICE), not_asked(DISCIPLINE)], WEIGHTS) == (None, 0)
