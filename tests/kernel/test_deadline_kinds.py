"""Deadline phrases by kind: ten and more of each, beside the tables of the samples."""

import pytest
from tests.kernel import deadline_kinds as kinds

from thenchot.kernel.deadlines import parse_deadline


def _read(phrase):
    return parse_deadline(phrase, kinds.REFERENCE).as_json()


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        *kinds.IN_TWO_CLAUSES,
        *kinds.PARTS_OF_A_MONTH,
        *kinds.WITH_AN_HOUR,
        *kinds.BESIDE_A_LAW,
        *kinds.BESIDE_A_FEAST,
        *kinds.SPANS_OF_DAYS,
    ],
)
def test_the_first_and_the_last_day_are_read(phrase, start, end):
    read = _read(phrase)
    assert (read["start"], read["end"]) == (start, end)


@pytest.mark.parametrize(("phrase", "kind", "start", "end"), kinds.SHORTENED)
def test_a_shortened_period_is_read(phrase, kind, start, end):
    read = _read(phrase)
    assert (read["kind"], read["start"], read["end"]) == (kind, start, end)


@pytest.mark.parametrize(("phrase", "ends"), kinds.SEVERAL)
def test_every_day_of_a_row_is_kept(phrase, ends):
    read = _read(phrase)
    assert (read["ends"], read["end"]) == (ends, ends[-1])


@pytest.mark.parametrize(("phrase", "rule"), kinds.RECURRING)
def test_a_recurrence_has_its_day(phrase, rule):
    read = _read(phrase)
    assert (read["kind"], read["rule"]) == ("recurring", rule)


def test_times_left_over_make_a_reading_less_sure():
    read = _read("Quý I/2026 lấy ý kiến các thôn mà ngày 20/11/2026 còn họp")
    assert read["confidence"] < 0.8
