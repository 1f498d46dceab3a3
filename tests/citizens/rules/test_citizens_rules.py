"""When a case is late, what an outage excuses, the interval of a share, cells of an export."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.citizens.enums import Punctual
from thenchot.citizens.rules import columns, lateness
from thenchot.citizens.rules.wilson import Share, wilson
from thenchot.kernel.calendar import WorkingCalendar

CALENDAR = WorkingCalendar(frozenset(), frozenset(), frozenset())
MONDAY = datetime(2026, 11, 2, 8, 0, tzinfo=columns.LOCAL)


def after(days: float) -> datetime:
    return MONDAY + timedelta(days=days)


def stands(story: lateness.Story, at: datetime, outages=(), most: int = 1) -> Punctual:
    judged = lateness.judge(story, most, CALENDAR)
    last = judged.deadline_at
    fair = last and lateness.fair_deadline(story.received_at, last, lateness.merged(outages))
    return lateness.punctual(judged.ended_at, last, fair, at, is_doomed=judged.is_doomed)


class TestLate:
    @pytest.mark.parametrize(
        ("said", "at", "expected"),
        [
            ({"due_at": after(5), "finished_at": after(5)}, after(9), Punctual.ON_TIME),
            ({"due_at": after(5), "finished_at": after(5.001)}, after(9), Punctual.LATE),
            ({"due_at": after(5)}, after(5), Punctual.RUNNING),
            ({"due_at": after(5)}, after(5.1), Punctual.LATE),
            ({}, after(9), Punctual.UNKNOWN),
            # finished counts before returned: what a citizen fetches late is not late
            (
                {"due_at": after(5), "finished_at": after(4), "returned_at": after(8)},
                after(9),
                Punctual.ON_TIME,
            ),
            ({"due_at": after(5), "returned_at": after(6)}, after(9), Punctual.LATE),
            ({"due_at": after(5), "stopped_at": after(4)}, after(9), Punctual.ON_TIME),
            # the time of a supplement is taken off
            (
                {
                    "due_at": after(5),
                    "asked_at": after(2),
                    "back_at": after(4),
                    "asked_times": 1,
                    "finished_at": after(7),
                },
                after(9),
                Punctual.ON_TIME,
            ),
            (
                {
                    "due_at": after(5),
                    "asked_at": after(2),
                    "back_at": after(4),
                    "asked_times": 1,
                    "finished_at": after(7.1),
                },
                after(9),
                Punctual.LATE,
            ),
            # asked once and never given back: it ends there
            (
                {"due_at": after(5), "asked_at": after(4), "asked_times": 1},
                after(30),
                Punctual.ON_TIME,
            ),
            # asked more often than allowed: late whatever the day
            (
                {"due_at": after(5), "asked_times": 2, "finished_at": after(1)},
                after(9),
                Punctual.LATE,
            ),
        ],
    )
    def test_by_the_rule_of_the_portal(self, said, at, expected):
        assert stands(lateness.Story(MONDAY, **said), at) == expected

    @pytest.mark.parametrize(
        ("working", "last"), [(True, datetime(2026, 11, 9).date()), (False, after(5).date())]
    )
    def test_without_a_due_date_the_longest_time_counts(self, working, last):
        story = lateness.Story(MONDAY, most_days=5, in_working_days=working)
        found = lateness.deadline(story, CALENDAR)
        assert (found.date(), found.hour, found.minute) == (last, 23, 59)


class TestOutage:
    OUT = (after(4), after(5))

    @pytest.mark.parametrize(
        ("finished", "expected"),
        [
            (after(5), Punctual.ON_TIME),
            (after(5.5), Punctual.EXCUSED),
            (after(6), Punctual.EXCUSED),
            (after(6.01), Punctual.LATE),
        ],
    )
    def test_excuses_as_long_as_it_lasted(self, finished, expected):
        story = lateness.Story(MONDAY, due_at=after(5), finished_at=finished)
        assert stands(story, after(9), [self.OUT]) == expected

    def test_before_the_receipt_or_after_the_day_it_excuses_nothing(self):
        story = lateness.Story(MONDAY, due_at=after(5), finished_at=after(5.5))
        for spans in ([(after(-3), after(-1))], [(after(6), after(8))]):
            assert stands(story, after(9), spans) == Punctual.LATE

    def test_two_that_overlap_count_once(self):
        spans = [(after(1), after(2)), (after(1.5), after(3))]
        last = lateness.fair_deadline(MONDAY, after(5), lateness.merged(spans))
        assert last == after(7)

    @given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6))
    def test_never_earlier_and_never_more_than_what_was_down(self, given_spans):
        spans = lateness.merged((after(at), after(at + long)) for at, long in given_spans)
        last = lateness.fair_deadline(MONDAY, after(10), spans)
        down = sum((end - start for start, end in spans), timedelta())
        assert after(10) <= last <= after(10) + down


class TestWilson:
    # The first three by the closed form in long arithmetic, the rest from Newcombe 1998, table I.
    @pytest.mark.parametrize(
        ("part", "whole", "low", "high"),
        [
            (0, 10, 0.0, 0.2775327998628892),
            (10, 10, 0.7224672001371107, 1.0),
            (5, 10, 0.2365930905125640, 0.7634069094874359),
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ],
    )
    def test_equals_what_was_worked_out_elsewhere(self, part, whole, low, high):
        found = wilson(part, whole)
        assert found == pytest.approx((low, high), abs=5e-5)

    @given(st.integers(0, 500), st.integers(1, 500))
    def test_holds_the_share(self, part, whole):
        part = min(part, whole)
        low, high = wilson(part, whole)
        assert 0 <= low <= part / whole + 1e-12 and part / whole - 1e-12 <= high <= 1

    def test_of_nothing_there_is_none(self):
        assert (Share(0, 0).value, Share(0, 0).bounds) == (None, None)


class TestCells:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("02/11/2026 08:00", MONDAY),
            ("2026-11-02 08:00:00", MONDAY),
            ("20261102080000", MONDAY),
            ("2-11-2026 8:00", MONDAY),
            ("", None),
        ],
    )
    def test_moments(self, text, expected):
        assert columns.read_moment(text) == expected

    @pytest.mark.parametrize("text", ["hôm qua", "32/11/2026", "02/13/2026"])
    def test_what_is_no_moment_is_told(self, text):
        with pytest.raises(columns.Unread, match="dd/mm/yyyy"):
            columns.read_moment(text)

    @pytest.mark.parametrize(
        ("cell", "expected"), [("9", 9), (10, 10), ("Đang xử lý", 4), ("Đã xử lý xong", 9)]
    )
    def test_statuses(self, cell, expected):
        assert int(columns.read_status(cell)) == expected

    @pytest.mark.parametrize("cell", ["11", "0", "xong xuôi"])
    def test_no_status(self, cell):
        with pytest.raises(columns.Unread):
            columns.read_status(cell)

    def test_headers_are_guessed_and_what_was_mapped_comes_first(self):
        headers = ["STT", "Số biên nhận", "Tên thủ tục", "Ngày nhận", "Trạng thái", "Hạn trả"]
        found = columns.guess(headers, {})
        assert (found["code"], found["due_at"]) == ("Số biên nhận", "Hạn trả")
        assert columns.guess(headers, {"code": "STT"})["code"] == "STT"
