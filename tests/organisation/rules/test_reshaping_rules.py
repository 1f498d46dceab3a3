"""Which units may become one, and into what one may be divided."""

import pytest

from thenchot.organisation.rules import may_divide, may_join

A, B, INSIDE_A = ("Phòng A", "/1/2/"), ("Phòng B", "/1/3/"), ("Tổ A1", "/1/2/9/")


@pytest.mark.parametrize(
    ("sources", "heir", "rule"),
    [
        ([A], "/1/3/", None),
        ([A, B], None, None),
        ([A, B], "/1/4/", None),
        ([], "/1/3/", "unit.nothing_to_join"),
        ([A], None, "unit.one_only"),
        ([A], "/1/2/", "unit.own_successor"),
        ([A], "/1/2/9/", "unit.own_successor"),
        ([A, INSIDE_A], None, "unit.nested"),
        ([INSIDE_A, A], "/1/3/", "unit.nested"),
    ],
)
def test_joining(sources, heir, rule):
    assert [r.rule for r in may_join(sources, heir).reasons] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("heirs", "main", "inside", "rule"),
    [
        (2, 0, [], None),
        (3, 2, [], None),
        (1, 0, [], "unit.one_heir"),
        (0, 0, [], "unit.one_heir"),
        (2, 2, [], "unit.main_heir"),
        (2, -1, [], "unit.main_heir"),
        (2, 0, ["Tổ A1"], "unit.own_successor"),
    ],
)
def test_dividing(heirs, main, inside, rule):
    assert [r.rule for r in may_divide(heirs, main, inside).reasons] == ([rule] if rule else [])
