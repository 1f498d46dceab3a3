"""Points of a meeting, the mean of a year, lines of a sheet, who is elected."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.cells.enums import Grade
from thenchot.cells.labels import MEASURE
from thenchot.cells.rules import congresses, meetings, sheets
from thenchot.kernel.decision import Refused
from thenchot.policy.parameters import CellsPolicy

DAY = date(2026, 11, 20)
WORDS = {str(code): str(word) for code, word in MEASURE.items()}
POLICY = CellsPolicy(
    regular_minutes=90,
    theme_minutes=120,
    attend_share=90,
    papers_days=1,
    theme_months=3,
    grades=(90, 70, 50),
    resolution_shares=(90, 80, 70, 60, 50, 0),
    resolution_parts=(30, 27, 24, 20, 15, 10),
    missing_is_zero=False,
    review_months=12,
    review_for_award=True,
    review_for_post=False,
    elect_share=50,
    remind_days=5,
)


def held(**more) -> meetings.Held:
    said = {
        "kind": "regular",
        "held_on": DAY,
        "minutes": 90,
        "members": 20,
        "present": 19,
        "papers_on": date(2026, 11, 19),
        "tasks_due": 10,
        "tasks_done": 9,
    }
    return meetings.Held(**{**said, **more})


class TestSuggestions:
    @pytest.mark.parametrize(
        ("measure", "most", "more", "points"),
        [
            ("duration", 5, {"minutes": 90}, 5),
            ("duration", 5, {"minutes": 89}, 0),
            ("duration", 5, {"kind": "theme", "minutes": 119}, 0),
            ("duration", 5, {"kind": "theme", "minutes": 120}, 5),
            ("attendance", 5, {"present": 19}, 5),
            ("attendance", 5, {"present": 18}, 0),  # 90 % is not above 90 %
            ("papers", 5, {}, 5),
            ("papers", 5, {"papers_on": DAY}, 0),
            ("papers", 5, {"papers_on": None}, 0),
            ("resolution", 30, {"tasks_done": 9}, 30),
            ("resolution", 30, {"tasks_done": 8}, 27),
            ("resolution", 30, {"tasks_done": 7}, 24),
            ("resolution", 30, {"tasks_done": 6}, 20),
            ("resolution", 30, {"tasks_done": 5}, 15),
            ("resolution", 30, {"tasks_done": 4}, 10),
            ("resolution", 30, {"tasks_done": 0}, 10),
            ("resolution", 15, {"tasks_done": 8}, 14),  # 13.5, half up
        ],
    )
    def test_of_the_record(self, measure, most, more, points):
        found = meetings.suggest(measure, most, held(**more), POLICY)
        assert found.points == points and found.why

    def test_none_where_only_people_can_judge(self):
        assert meetings.suggest("", 30, held(), POLICY) is None
        assert meetings.suggest("resolution", 30, held(tasks_due=0, tasks_done=0), POLICY) is None

    @given(st.integers(0, 40), st.integers(0, 40), st.integers(1, 100))
    def test_never_more_than_the_criterion_may_bring(self, due, done, most):
        found = meetings.suggest(
            "resolution", most, held(tasks_due=due, tasks_done=min(due, done)), POLICY
        )
        assert found is None or 0 <= found.points <= most


class TestRecord:
    def test_figures_agree(self):
        assert meetings.may_be(time(19), time(20), 20, 18, 2, 5, 5)

    @pytest.mark.parametrize(
        ("told", "said"),
        [
            ((time(20), time(20), 20, 18, 2, 5, 5), "sau giờ bắt đầu"),
            ((time(19), time(20), 20, 19, 2, 5, 5), "nhiều hơn 20 đảng viên"),
            ((time(19), time(20), 20, 18, 2, 5, 6), "nhiều hơn việc đã giao"),
        ],
    )
    def test_figures_that_do_not(self, told, said):
        decision = meetings.may_be(*told)
        assert not decision and said in decision.reasons[0].message


class TestYear:
    @pytest.mark.parametrize(
        ("points", "grade"),
        [
            (100, Grade.GOOD),
            (90, Grade.GOOD),
            (89, Grade.FAIR),
            (70, Grade.FAIR),
            (69, Grade.AVERAGE),
            (50, Grade.AVERAGE),
            (49, Grade.WEAK),
            (0, Grade.WEAK),
        ],
    )
    def test_grades(self, points, grade):
        assert meetings.grade_of(points, POLICY) == grade

    def test_the_mean_of_what_was_confirmed(self):
        found = meetings.mean_of({1: 90, 2: 85, 4: 80}, [1, 2, 3, 4], is_zero=False)
        assert (found.mean, found.missing) == (Decimal("85.00"), [3])

    def test_a_missing_month_may_count_as_zero(self):
        found = meetings.mean_of({1: 90, 2: 85, 4: 80}, [1, 2, 3, 4], is_zero=True)
        assert found.mean == Decimal("63.75")

    def test_a_hundredth_half_up(self):
        assert meetings.mean_of({1: 90, 2: 90, 3: 91}, [1, 2, 3], False).mean == Decimal("90.33")
        eight = dict.fromkeys(range(1, 9), 90) | {8: 91}
        assert meetings.mean_of(eight, list(eight), False).mean == Decimal("90.13")

    def test_nothing_confirmed_has_no_mean(self):
        assert meetings.mean_of({}, [1, 2], False).mean is None


class TestSheet:
    def test_the_one_that_ships_reads_back_and_has_100_points(self):
        criteria = list(sheets.shipped().criteria)
        assert sheets.read_lines(sheets.as_lines(criteria, WORDS), WORDS) == criteria
        assert sum(one.most for one in criteria) == 100

    @pytest.mark.parametrize(
        ("lines", "said"),
        [
            ("Dự họp | 60\nChuẩn bị | 39", "là 99, phải bằng 100"),
            ("Dự họp\nChuẩn bị | 100", "Dòng 1"),
            ("Dự họp | không\nChuẩn bị | 100", "Dòng 1"),
            ("Dự họp | 50 | trời mưa\nChuẩn bị | 50", "trời mưa"),
            ("Dự họp | 50\nDự họp | 50", "hai lần"),
            ("| 100", "Dòng 1"),
            ("Dự họp | 101", "từ 1 đến 100"),
            ("", "là 0"),
        ],
    )
    def test_wrong_lines_are_named(self, lines, said):
        with pytest.raises(Refused) as refused:
            sheets.read_lines(lines, WORDS)
        assert said in " ".join(one.message for one in refused.value.decision.reasons)


class TestElected:
    @pytest.mark.parametrize(
        ("votes", "seats", "chosen"),
        [
            ({1: 20, 2: 15, 3: 11}, 3, {1, 2, 3}),
            ({1: 20, 2: 15, 3: 10}, 3, {1, 2}),  # half of 20 called is not above half
            ({1: 20, 2: 15, 3: 11}, 2, {1, 2}),
            ({1: 20, 2: 15, 3: 15}, 2, {1}),  # equal across the last seat: voted on again
            ({1: 15, 2: 15, 3: 15}, 2, set()),
            ({}, 2, set()),
        ],
    )
    def test_over_half_of_those_called(self, votes, seats, chosen):
        assert congresses.elected(votes, 20, 50, seats) == chosen

    def test_more_votes_than_people_are_refused(self):
        decision = congresses.may_count({"An": 19}, 20, 18, True)
        assert not decision and "An 19 phiếu" in decision.reasons[0].message
        assert not congresses.may_count({"An": 1}, 20, 21, True)
        assert not congresses.may_count({}, 20, 20, False)
