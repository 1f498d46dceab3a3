"""Approved numbers: what stops, what only warns, what is free, what does not add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.organisation.rules import within_quota
from thenchot.organisation.rules.quotas import difference, free, may_override

COUNTS = st.integers(0, 500)


@pytest.mark.parametrize(
    ("used", "number", "facts", "allowed", "remarks"),
    [
        (0, 20, {}, True, 0),
        (19, 20, {}, True, 0),
        (20, 20, {}, False, 1),
        (25, 20, {}, False, 1),
        (20, None, {}, True, 0),
        (0, 0, {}, False, 1),
        (20, 20, {"blocks": False}, True, 1),
        (20, 20, {"override": "Tăng cường (CV 12)"}, True, 1),
        (20, 20, {"override": "  "}, False, 1),
    ],
)
def test_one_more_person(used, number, facts, allowed, remarks):
    decision = within_quota(used, number, of="Khối Đảng", year=2026, **facts)
    assert bool(decision) is allowed
    assert len(decision.reasons) == remarks
    assert all(
        reason.source == "S3-065" and reason.facts["used"] == used for reason in decision.reasons
    )


def test_the_refusal_names_the_figures():
    message = (
        within_quota(21, 20, of="Khối Đảng của Phường Đông Kinh", year=2026).reasons[0].message
    )
    assert message == (
        "Khối Đảng của Phường Đông Kinh năm 2026 được giao 20, đang có 21: thêm một "
        "người là vượt 2."
    )


@given(COUNTS, COUNTS)
def test_exactly_the_free_places_may_be_filled(used, number):
    assert bool(within_quota(used, number, of="x", year=2026)) is (free(number, used) > 0)


@pytest.mark.parametrize(
    ("reason", "basis", "rules"),
    [
        ("Tăng cường", "CV 12-CV/TU", []),
        ("", "CV 12-CV/TU", ["override.reason"]),
        ("Tăng cường", " ", ["override.basis"]),
        ("", "", ["override.reason", "override.basis"]),
    ],
)
def test_an_excess_needs_reason_and_document(reason, basis, rules):
    assert [r.rule for r in may_override(reason, basis).reasons] == rules


@pytest.mark.parametrize(
    ("number", "used", "left"), [(20, 18, 2), (20, 20, 0), (94, 95, -1), (None, 5, None)]
)
def test_free_places(number, used, left):
    assert free(number, used) == left


@pytest.mark.parametrize(
    ("total", "parts", "gap"),
    [
        (131, [20, 16, 94], 1),  # S4-002
        (30, [11, 5, 14], 0),
        (131, [20, None, 94], 17),
        (131, [], None),
        (131, [None, None], None),
        (None, [20, 16], None),
        (100, [60, 50], -10),
    ],
)
def test_parts_that_do_not_add_up(total, parts, gap):
    assert difference(total, parts) == gap
