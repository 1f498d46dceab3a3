"""Overlap, orphan, held; and when a unit may hold a function."""

from datetime import date

import pytest

from thenchot.organisation.rules.duties import DutyStanding as S
from thenchot.organisation.rules.duties import duty_standing, may_end, may_hold_duty

FROM, TODAY = date(2025, 7, 1), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("responsible", "is_ended", "standing"),
    [
        (0, False, S.ORPHAN),
        (1, False, S.HELD),
        (2, False, S.OVERLAP),
        (5, False, S.OVERLAP),
        (0, True, S.ENDED),
        (2, True, S.ENDED),
    ],
)
def test_how_a_function_stands(responsible, is_ended, standing):
    assert duty_standing(responsible, is_ended=is_ended) == standing


@pytest.mark.parametrize(
    ("duty", "unit", "holds", "rule"),
    [
        ((FROM, None), (FROM, None), False, None),
        ((FROM, None), (FROM, None), True, "duty.twice"),
        ((date(2027, 1, 1), None), (FROM, None), False, "duty.too_early"),
        ((FROM, None), (date(2027, 1, 1), None), False, "duty.too_early"),
        ((FROM, date(2026, 1, 1)), (FROM, None), False, "duty.too_late"),
        ((FROM, None), (FROM, date(2026, 11, 19)), False, "duty.too_late"),
        ((FROM, TODAY), (FROM, TODAY), False, None),
    ],
)
def test_a_unit_holds_it_while_both_exist(duty, unit, holds, rule):
    decision = may_hold_duty(duty, unit, TODAY, holds_already=holds)
    assert [r.rule for r in decision.reasons] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("valid_to", "on", "rule"),
    [
        (None, TODAY, None),
        (None, FROM, None),
        (None, date(2025, 6, 30), "duty.ends_before_start"),
        (TODAY, TODAY, "duty.ended"),
    ],
)
def test_an_end_comes_once_and_not_before_the_start(valid_to, on, rule):
    decision = may_end(FROM, valid_to, on)
    assert [r.rule for r in decision.reasons] == ([rule] if rule else [])
