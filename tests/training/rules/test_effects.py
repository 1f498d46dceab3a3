"""What came of a course: who is similar, how the figures are taken, when nothing is said."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from thenchot.kernel.periods import Month
from thenchot.training.enums import Verdict
from thenchot.training.rules.effects import (
    Course,
    Rule,
    Sheet,
    compare,
    effect_of,
    interval,
    moved,
)

STARTS, DONE = date(2026, 4, 10), date(2026, 4, 12)
RULE = Rule(3, Decimal(5), 8)
ALIKE = ("nd335", "staff", "division", "professional")


def sheets(person, *totals, alike=ALIKE, first=1):
    """One a month from January 2026 on."""
    months = [Month(2026, first + n) for n in range(len(totals))]
    return [
        Sheet(person, month.start, month.end, Decimal(total), alike)
        for month, total in zip(months, totals, strict=True)
        if total is not None
    ]


def course(person=1):
    return Course(person, STARTS, DONE)


class TestFigures:
    def test_three_months_before_and_after_the_month_of_the_course_left_out(self):
        found = moved(sheets(1, 80, 82, 84, 10, 90, 92, 94, 20), course(), 3)
        assert (found.before, found.after, found.change) == (82, 92, 10)

    @pytest.mark.parametrize(
        "totals",
        [(None, None, None, 80, 90, 90, 90), (80, 80, 80, 80), ()],
        ids=["nothing before", "nothing after", "nothing"],
    )
    def test_none_where_a_side_is_missing(self, totals):
        assert moved(sheets(1, *totals), course(), 3) is None

    def test_none_for_whoever_changed_capacity_meanwhile(self):
        rows = sheets(1, 80, 80, 80) + sheets(1, 90, 90, alike=("nd335", "head", "", ""), first=5)
        assert moved(rows, course(), 3) is None


class TestSimilar:
    def compared(self, other, alike=ALIKE):
        rows = {1: sheets(1, 80, 80, 80, 80, 86, 86, 86), 2: sheets(2, *other, alike=alike)}
        return compare(course(), rows, [2], RULE)

    def test_less_what_the_similar_moved_anyway(self):
        found = self.compared((82, 82, 82, 82, 84, 84, 84))
        assert (found.change, found.similar, found.difference) == (6, 2, 4)

    @pytest.mark.parametrize(("start", "is_similar"), [(85, True), (75, True), (86, False)])
    def test_up_to_the_points_of_the_policy(self, start, is_similar):
        assert (self.compared((start,) * 7) is not None) is is_similar

    @pytest.mark.parametrize("place", range(4))
    def test_never_of_another_kind(self, place):
        alike = tuple("x" if n == place else one for n, one in enumerate(ALIKE))
        assert self.compared((80,) * 7, alike) is None


def world(learners: int, others: int, gain):
    """Learners gain so many points, each a little else; the others stay."""
    rows = {}
    for person in range(learners):
        after = 80 + Decimal(gain) + person % 3
        rows[person] = sheets(person, 80, 80, 80, 80, after, after, after)
    for person in range(learners, learners + others):
        after = 80 + person % 3
        rows[person] = sheets(person, 80, 80, 80, 80, after, after, after)
    courses = [course(person) for person in range(learners)]
    return effect_of(courses, rows, range(learners, learners + others), RULE)


class TestEffect:
    @pytest.mark.parametrize(
        ("gain", "verdict"),
        [(6, Verdict.BETTER), (0, Verdict.NONE), (-6, Verdict.WORSE)],
        ids=["planted gain", "nothing planted", "planted loss"],
    )
    def test_what_was_planted_is_found(self, gain, verdict):
        found = world(12, 15, gain)
        assert (found.learners, found.compared, found.others) == (12, 12, 15)
        assert abs(found.difference - gain) < Decimal("0.01")
        assert found.low <= found.difference <= found.high
        assert found.verdict == verdict

    @pytest.mark.parametrize(("learners", "is_thin"), [(7, True), (8, False)])
    def test_below_the_least_nothing_but_counts(self, learners, is_thin):
        found = world(learners, 15, 6)
        assert (found.verdict == Verdict.THIN) is is_thin
        assert (found.difference is None) is is_thin

    def test_without_anybody_similar_nothing_is_compared(self):
        found = world(12, 0, 6)
        assert (found.learners, found.compared, found.verdict) == (12, 0, Verdict.THIN)

    @given(some.lists(some.integers(-20, 20).map(Decimal), min_size=8, max_size=30))
    def test_the_interval_lies_within_the_values_and_never_changes(self, values):
        low, high = interval(values)
        assert min(values) <= low <= high <= max(values)
        assert interval(values) == (low, high)

    def test_about_nineteen_of_twenty_intervals_hold_the_truth(self):
        """Groups of sixteen drawn around nought."""
        from random import Random

        chance, held = Random(7), 0
        for _ in range(60):
            low, high = interval([Decimal(str(chance.gauss(0, 4))) for _ in range(16)])
            held += low <= 0 <= high
        assert held >= 51


def test_the_last_month_begins_within_the_months_after():
    edge = Course(1, STARTS, DONE)
    late = Sheet(1, DONE + timedelta(days=92), date(2026, 8, 31), Decimal(50), ALIKE)
    assert moved([*sheets(1, 80, 80, 80, 80, 90), late], edge, 3).after == 90
