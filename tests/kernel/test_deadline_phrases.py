"""Deadline cells and labels, phrase by phrase."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kernel.deadline_table import DATED, NONE, ONGOING, OPEN, RECURRING, REFERENCE

from thenchot.kernel.calendar import WorkingCalendar
from thenchot.kernel.deadlines import KINDS, parse_deadline


def _iso(day):
    return day.isoformat() if day else None


@pytest.mark.parametrize(("phrase", "kind", "start", "end"), DATED)
def test_a_window_is_read_with_its_kind_and_days(phrase, kind, start, end):
    read = parse_deadline(phrase, REFERENCE)
    assert (read.kind, _iso(read.start), _iso(read.end)) == (kind, start, end)


@pytest.mark.parametrize(("phrase", "rule"), RECURRING)
def test_a_recurrence_is_read_with_its_rule(phrase, rule):
    read = parse_deadline(phrase, REFERENCE)
    assert (read.kind, dict(read.rule), read.start, read.end) == ("recurring", rule, None, None)


@pytest.mark.parametrize("phrase", ONGOING)
def test_ongoing_work_has_no_day(phrase):
    read = parse_deadline(phrase, REFERENCE)
    assert (read.kind, read.start, read.end) == ("ongoing", None, None)


@pytest.mark.parametrize("phrase", OPEN)
def test_an_outside_event_is_kept_in_words(phrase):
    read = parse_deadline(phrase, REFERENCE)
    assert (read.kind, read.start, read.end) == ("open", None, None)
    assert read.trigger in phrase


@pytest.mark.parametrize("phrase", NONE)
def test_no_day_is_invented(phrase):
    read = parse_deadline(phrase, REFERENCE)
    assert (read.kind, read.start, read.end) == ("none", None, None) or (
        read.start is None and read.end is None
    )


@pytest.mark.parametrize(
    "phrase", ["31/02/2026", "30/02/2027", "tháng 13/2026", "ngày 31 tháng 4 năm 2026"]
)
def test_an_impossible_day_is_a_warning(phrase):
    read = parse_deadline(phrase)
    assert read.kind == "none"
    assert "impossible_date" in read.warnings
    assert read.confidence < 0.5


@pytest.mark.parametrize("phrase", ["trước ngày 05/12", "Tháng 6", "Quý III", "năm nay"])
def test_without_the_date_of_the_document_a_missing_year_stays_missing(phrase):
    read = parse_deadline(phrase, None)
    assert read.start is None
    assert read.end is None
    assert read.confidence < 0.5


def test_a_precondition_keeps_the_window_and_adds_after():
    read = parse_deadline("Quý III/2026, sau khi có quyết định giao biên chế")
    assert (read.kind, _iso(read.end), read.after) == (
        "quarter",
        "2026-09-30",
        "sau khi có quyết định giao biên chế",
    )


def test_the_range_that_runs_backwards_is_refused():
    assert parse_deadline("từ ngày 30/9/2026 đến ngày 01/6/2026").kind == "none"


def test_the_beginning_of_a_year_is_marked_as_unsure():
    read = parse_deadline("đầu năm 2027")
    assert "part_of_period" in read.warnings
    assert read.confidence < 0.6


def test_working_days_use_the_calendar_when_there_is_one():
    calendar = WorkingCalendar(holidays=frozenset({date(2026, 6, 19)}))
    read = parse_deadline(
        "trong 2 ngày làm việc kể từ ngày ký", date(2026, 6, 18), calendar=calendar
    )
    assert _iso(read.end) == "2026-06-23"
    assert read.warnings == ()


def test_the_explanation_says_how_it_was_read():
    assert "04/12/2026" in parse_deadline("trước ngày 05/12/2026").explanation_vi


def test_json_leaves_absent_extras_out():
    assert set(parse_deadline("Quý III/2026").as_json()) == {
        "kind",
        "start",
        "end",
        "confidence",
        "explanation",
    }


WORDS = st.sampled_from(
    [
        "trước",
        "ngày",
        "tháng",
        "quý",
        "năm",
        "2026",
        "31",
        "12",
        "/",
        "-",
        "III",
        "hằng",
        "định",
        "kỳ",
        "đến",
        "từ",
        "trong",
        "sau",
        "khi",
        "05/12",
        "6",
        "đầu",
        "cuối",
        "chậm",
        "nhất",
        "kể",
        "lần",
        "thường",
        "xuyên",
    ]
)


@given(
    st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=9).map(" ".join)),
    st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2100, 1, 1))),
)
def test_any_text_is_read_without_failing(phrase, reference):
    read = parse_deadline(phrase, reference)
    assert read.kind in KINDS
    assert 0 <= read.confidence <= 1
    if read.start and read.end:
        assert read.end >= read.start
    if read.kind in ("ongoing", "open", "none", "recurring"):
        assert read.end is None


@given(st.text(alphabet="abcđêôưạảãấầ ,.;()", max_size=60))
def test_without_a_digit_or_a_roman_number_there_is_no_day(phrase):
    read = parse_deadline(phrase, None)
    assert read.start is None
    assert read.end is None


@pytest.mark.parametrize("phrase", ["Quý Il/2026", "Quý lII/2026", "tháng l2/2026", "3O/6/2026"])
def test_a_number_put_right_is_never_sure(phrase):
    read = parse_deadline(phrase, REFERENCE)
    assert read.confidence <= 0.5


@pytest.mark.parametrize(
    ("phrase", "ends"),
    [
        ("trước ngày 20/7 (sơ kết), trước ngày 20/12 (tổng kết)", ["2026-07-19", "2026-12-19"]),
        ("trước ngày 15/7, 15/9 và 15/11/2026", ["2026-07-14", "2026-09-14", "2026-11-14"]),
        ("lần 1 trước 30/8/2026, lần 2 trước 30/11/2026", ["2026-08-29", "2026-11-29"]),
        ("ngày 10/8/2026 và ngày 10/12/2026", ["2026-08-10", "2026-12-10"]),
    ],
)
def test_every_day_of_a_row_is_kept(phrase, ends):
    read = parse_deadline(phrase, REFERENCE)
    assert [day.isoformat() for day in read.ends] == ends == read.as_json()["ends"]
    assert read.end == read.ends[-1]
