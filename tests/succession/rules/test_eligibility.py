"""Who may be planned, as which kind of candidate, and why not; to the month."""

from datetime import date

import pytest

from thenchot.succession.rules.eligibility import (
    Facts,
    Missing,
    Reach,
    eligibility,
    ready_on,
    single_step,
)

REACH = Reach(next_months=60, later_months=120, next_steps=1, later_steps=2)
THEORY = Missing("theory", "Lý luận chính trị", step="Học trung cấp lý luận chính trị")
SKILL = Missing("skill", "Tiếp dân", step="Bồi dưỡng tiếp dân")
DEGREE = Missing("degree", "Chuyên môn", reason="Hồ sơ chưa có.")


def facts(months=240, above=1, **more) -> Facts:
    return Facts(months, ladder=9 + above, post_ladder=9, **more)


@pytest.mark.parametrize(
    ("months", "above", "missing", "lines"),
    [
        # months left: the border of each line
        (59, 1, (), []),
        (60, 1, (), ["next"]),
        (119, 1, (), ["next"]),
        (120, 1, (), ["next", "later"]),
        # steps of the ladder
        (240, 0, (), []),
        (240, 1, (), ["next", "later"]),
        (240, 2, (), ["later"]),
        (240, 3, (), []),
        (119, 2, (), []),
        # theory: there already for the next in line, learnt by the later one
        (240, 1, (THEORY,), ["later"]),
        (119, 1, (THEORY,), []),
        # another gap: the later line comes first where the months are there
        (240, 1, (SKILL,), ["later", "next"]),
        (119, 1, (SKILL,), ["next"]),
        # the degree bars both
        (240, 1, (DEGREE,), []),
    ],
)
def test_lines(months, above, missing, lines):
    found = eligibility(facts(months, above, missing=missing), REACH)
    assert [str(line) for line in found.lines] == lines
    assert bool(found.bars) == (not lines)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"months": None}, "chưa có ngày sinh"),
        ({"months": 12}, "Còn 12 tháng công tác, cần từ 60 tháng"),
        ({"months": -3}, "Còn 0 tháng"),
        ({"above": 0}, "chỉ quy hoạch chức danh cao hơn"),
        ({"above": -1}, "chỉ quy hoạch chức danh cao hơn"),
        ({"above": 4}, "cao hơn chức danh đang giữ 4 bậc"),
        ({"missing": (DEGREE,)}, "Chưa có bằng cấp"),
        ({"disciplined_until": date(2027, 3, 1)}, "đến 01/03/2027"),
        ({"gates": ("Chưa có kết luận.",)}, "Chưa có kết luận."),
    ],
)
def test_every_bar_says_why(told, words):
    assert words in " ".join(eligibility(facts(**told), REACH).bars)


def test_a_seat_in_a_collective_is_no_higher_post_but_whoever_sits_is_not_planned_for_it():
    member = facts(above=0, is_committee=True)
    assert eligibility(member, REACH).line == "next"
    assert eligibility(facts(above=0, is_committee=True, sits=True), REACH).bars


class TestReadiness:
    ON = date(2026, 11, 10)

    def test_nothing_lacks(self):
        assert ready_on([], self.ON) == self.ON
        assert single_step([]) == ""

    def test_a_course_under_way_closes_by_itself(self):
        studying = Missing("theory", "Lý luận", closes_on=date(2027, 6, 30))
        assert ready_on([studying], self.ON) == date(2027, 6, 30)
        assert single_step([studying]) == ""

    def test_the_last_of_them_decides(self):
        gaps = [
            Missing("a", "A", closes_on=date(2027, 6, 30)),
            Missing("b", "B", closes_on=date(2028, 1, 1)),
        ]
        assert ready_on(gaps, self.ON) == date(2028, 1, 1)

    def test_what_waits_for_somebody_has_no_day(self):
        assert ready_on([THEORY], self.ON) is None
        assert single_step([THEORY]) == "Học trung cấp lý luận chính trị"

    def test_two_open_steps_are_no_single_one(self):
        assert single_step([THEORY, SKILL]) == ""
