"""Golden tables of days, needs, eligibility, reception; a round never skips a step."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.kernel.calendar import WorkingCalendar
from thenchot.recruitment.enums import CheckState, Manner, RoundState
from thenchot.recruitment.rules import days, eligibility, needs, receiving, running
from thenchot.recruitment.rules.days import Limit
from thenchot.recruitment.rules.needs import Need

S = RoundState
TET = WorkingCalendar(holidays=frozenset({date(2026, 9, 2), date(2026, 9, 1)}))


class TestDays:
    @pytest.mark.parametrize(
        ("since", "count", "calendar", "last"),
        [
            (date(2026, 9, 30), 15, None, date(2026, 10, 15)),
            (date(2026, 10, 30), 5, WorkingCalendar(), date(2026, 11, 6)),  # Friday to Friday
            (date(2026, 8, 31), 3, TET, date(2026, 9, 7)),  # two holidays and a week-end
            (date(2026, 12, 20), 15, None, date(2027, 1, 4)),
        ],
    )
    def test_the_last_day(self, since, count, calendar, last):
        assert Limit(since, count, "ngày", calendar).last == last

    @pytest.mark.parametrize(
        ("on", "reason", "holds"),
        [
            (date(2026, 9, 29), "", False),
            (date(2026, 9, 30), "", True),
            (date(2026, 10, 15), "", True),
            (date(2026, 10, 16), "", False),
            (date(2026, 10, 16), "Mưa bão", True),
            (date(2026, 9, 29), "Mưa bão", False),
        ],
    )
    def test_early_never_late_with_a_reason(self, on, reason, holds):
        limit = Limit(date(2026, 9, 30), 15, "ngày hết nhận phiếu")
        assert bool(days.may_be_on("Danh sách", on, limit, reason=reason)) is holds

    def test_the_sentence_says_the_arithmetic(self):
        limit = Limit(date(2026, 9, 30), 15, "ngày hết nhận phiếu")
        answer = days.may_be_on("Danh sách", date(2026, 10, 20), limit)
        assert "15 ngày sau ngày hết nhận phiếu 30/09/2026 là 15/10/2026" in (
            answer.reasons[0].message
        )
        assert "quá 5 ngày" in answer.reasons[0].message

    def test_thirty_days_count_the_first_one(self):
        assert days.closes_on(date(2026, 9, 1), 30) == date(2026, 9, 30)
        assert days.may_window(date(2026, 9, 1), date(2026, 9, 30), 30)
        assert not days.may_window(date(2026, 9, 1), date(2026, 9, 29), 30)

    @pytest.mark.parametrize(
        ("on", "changed", "holds"),
        [
            (date(2026, 9, 5), False, True),
            (date(2026, 9, 6), False, False),
            (date(2026, 9, 1), True, False),
        ],
    )
    def test_a_notice_changes_once_ten_days_before(self, on, changed, holds):
        assert bool(days.may_change(on, date(2026, 9, 15), 10, changed)) is holds


class TestNeeds:
    @pytest.mark.parametrize(
        ("approved", "present", "arriving", "room", "number"),
        [
            (3, 1, 1, 10, 1),
            (3, 1, 1, 0, 0),
            (3, 0, 0, 2, 2),
            (3, 4, 0, 10, 0),
            (3, 0, 0, None, 0),
            (3, 0, 0, -2, 0),
        ],
    )
    def test_golden(self, approved, present, arriving, room, number):
        assert Need(approved, present, arriving, room).number == number

    def test_the_arithmetic_is_told(self):
        assert Need(3, 1, 1, 4).arithmetic == "3 − 1 − 1 = 1; biên chế còn 4"
        assert "chưa ghi quyết định" in Need(3, 1, 1, None).arithmetic

    @given(
        st.integers(0, 9),
        st.integers(0, 9),
        st.integers(0, 9),
        st.one_of(st.none(), st.integers(-5, 9)),
        st.integers(-2, 12),
        st.booleans(),
    )
    def test_never_above_the_quota_never_unapproved(
        self, approved, present, arriving, room, number, is_approved
    ):
        need = Need(approved, present, arriving, room)
        if needs.may_open("Văn hóa", number, need, is_approved=is_approved, quota="khối"):
            assert is_approved
            assert room is not None
            assert 1 <= number <= room
            assert present + arriving + number <= approved


class TestSteps:
    def test_in_their_order(self):
        state = S.DRAFT
        order = "submit approve publish list seal_first seal_second rank show"
        for step in order.split():
            assert running.may_step(state, step)
            state = running.after(step)
        assert running.may_step(state, "finish")

    def test_consideration_has_no_first_stage(self):
        assert not running.may_step(S.LISTED, "seal_first", Manner.CONSIDERATION)
        assert running.may_step(S.LISTED, "seal_second", Manner.CONSIDERATION)
        assert not running.may_step(S.LISTED, "seal_second", Manner.EXAM)

    @given(
        st.lists(st.sampled_from(sorted(running.STEPS)), max_size=40),
        st.sampled_from(list(Manner)),
    )
    def test_results_are_never_public_without_every_step(self, tried, manner):
        state, done = S.DRAFT, []
        for step in tried:
            if running.may_step(state, step, manner):
                state = running.after(step)
                done.append(step)
        if state in (S.RESULTS, S.DONE):
            needed = ["submit", "approve", "publish", "list", "seal_second", "rank", "show"]
            if manner == Manner.EXAM:
                needed.insert(4, "seal_first")
            last = len(done) - 1 - done[::-1].index("submit")
            assert [step for step in done[last:] if step != "finish"] == needed

    @pytest.mark.parametrize(
        ("parts", "holds"),
        [
            (["chair", "vice", "secretary", "member", "member"], True),
            (["chair", "vice", "secretary", "member"], False),
            (["chair", "vice", "secretary", "member", "member", "member"], False),
            (["chair", "vice", "secretary", "member", "member", "member", "member"], True),
            (["chair", "vice", "member", "member", "member"], False),
            (["vice", "vice", "secretary", "member", "member"], False),
        ],
    )
    def test_a_council_of_five_or_seven(self, parts, holds):
        assert bool(running.council_holds(parts, (5, 7))) is holds

    @pytest.mark.parametrize(
        ("by", "made", "sent", "holds"),
        [(1, 2, 2, True), (1, 1, 2, False), (1, 2, 1, False), (None, None, None, True)],
    )
    def test_a_second_person(self, by, made, sent, holds):
        assert bool(running.may_approve(by, made, sent)) is holds


class TestEligibility:
    demand = eligibility.Demand(18, 4, "Đại học", ("Luật",))

    def found(self, **more):
        said = {
            "born_on": date(1998, 3, 5),
            "is_vietnamese": True,
            "level": 4,
            "level_name": "Đại học",
            "major": "Luật",
        } | more
        closes = date(2026, 9, 30)
        rows = eligibility.checks(eligibility.Candidate(**said), self.demand, closes)
        return {one.code: one.state for one in rows}

    def test_all_holds(self):
        assert set(self.found().values()) == {CheckState.MET}

    @pytest.mark.parametrize(
        ("born", "state"),
        [
            (date(2008, 9, 30), CheckState.MET),
            (date(2008, 10, 1), CheckState.NOT_MET),
        ],
    )
    def test_eighteen_on_the_last_day(self, born, state):
        assert self.found(born_on=born)["age"] == state

    def test_a_higher_degree_is_enough(self):
        assert self.found(level=5)["level"] == CheckState.MET
        assert self.found(level=3)["level"] == CheckState.NOT_MET

    @pytest.mark.parametrize(
        ("major", "state"),
        [
            ("LUẬT", CheckState.MET),
            ("Luật kinh tế", CheckState.UNKNOWN),
            ("", CheckState.UNKNOWN),
        ],
    )
    def test_the_same_words_are_the_same_major(self, major, state):
        assert self.found(major=major)["major"] == state

    def test_the_school_is_never_asked(self):
        fields = eligibility.Candidate.__dataclass_fields__
        assert not {"school", "mode"} & set(fields)


class TestReception:
    LAST = date(2026, 6, 30)

    @pytest.mark.parametrize(
        ("code", "on", "holds"),
        [
            ("part_time", date(2026, 6, 30), True),
            ("part_time", date(2026, 7, 1), False),
            ("district_association", date(2026, 6, 30), True),
            ("district_association", date(2026, 7, 1), False),
            ("association", date(2026, 7, 1), True),
            ("public_employee", date(2027, 1, 1), True),
        ],
    )
    def test_one_off_groups_end_on_their_day(self, code, on, holds):
        group = receiving.groups()[code]
        assert bool(receiving.may_receive(group, on, self.LAST)) is holds

    def test_two_groups_are_received_once(self):
        once = [one.code for one in receiving.groups().values() if one.once]
        assert once == ["district_association", "part_time"]

    @pytest.mark.parametrize(
        ("code", "months", "insured", "paid", "paper", "lacks"),
        [
            ("public_employee", 60, True, True, "", 0),
            ("public_employee", 59, True, True, "", 1),
            ("public_employee", 60, False, False, "", 2),
            ("enterprise", 60, True, False, "", 0),
            ("young_intellectual", 60, True, False, "", 0),
            ("moved_cadre", 0, False, False, "", 1),
            ("moved_cadre", 0, False, False, "QĐ 5", 0),
            ("talent", 0, False, False, "Giải pháp đã áp dụng", 0),
            ("part_time", 60, True, False, "", 0),
        ],
    )
    def test_what_each_group_must_show(self, code, months, insured, paid, paper, lacks):
        one = receiving.Service(months, insured, paid, paper)
        found = receiving.checks(receiving.groups()[code], one, 5)
        assert len(eligibility.lacking(found)) == lacks
