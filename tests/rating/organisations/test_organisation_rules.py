"""The year of an organisation: points, shares, conditions and limits of NĐ 335/2025, Điều 5-9, on
both sides of each border.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from thenchot.policy.merge import resolve
from thenchot.policy.packs import shipped
from thenchot.policy.parameters import RatingRoundPolicy, ScoringPolicy
from thenchot.rating.organisations.rules import OrganisationFacts, rate_organisation
from thenchot.worklog.enums import Band

RESOLVED = resolve([shipped()], date(2026, 12, 31))
SCORING, ASKED = RESOLVED.as_parameters(ScoringPolicy), RESOLVED.as_parameters(RatingRoundPolicy)
BEST = OrganisationFacts(Decimal(95), Fraction(1), Fraction(30, 100), Fraction(0), True)


def rated(**facts):
    return rate_organisation(replace(BEST, **facts), SCORING, ASKED)


def codes(result):
    return [reason.code for reason in result.reasons]


@pytest.mark.parametrize(
    ("total", "level"),
    [
        ("100", "excellent"),
        ("90", "excellent"),
        ("89.99", "good"),
        ("70", "good"),
        ("69.99", "completed"),
        ("50", "completed"),
        ("49.99", "failed"),
        ("0", "failed"),
    ],
)
def test_borders_of_points(total, level):
    assert rated(total=Decimal(total)).level == level


@pytest.mark.parametrize(
    ("exceeding", "level"),
    [(Fraction(30, 100), "excellent"), (Fraction(2999, 10000), "good"), (Fraction(0), "good")],
)
def test_excellent_asks_thirty_percent_beyond_requirement(exceeding, level):
    assert rated(exceeding=exceeding).level == level


@pytest.mark.parametrize(
    ("late", "level", "why"),
    [
        (Fraction(0), "excellent", []),
        (Fraction(1, 100), "completed", ["not_on_time"]),
        (Fraction(20, 100), "completed", ["not_on_time"]),
        (Fraction(21, 100), "completed", ["not_done"]),
    ],
)
def test_good_asks_everything_on_time(late, level, why):
    result = rated(late=late)
    assert (result.level, codes(result)) == (level, why)


@pytest.mark.parametrize(
    ("done", "level", "why"),
    [
        (Fraction(1), "excellent", []),
        (Fraction(99, 100), "completed", ["not_done"]),
        (Fraction(70, 100), "completed", ["not_done"]),
        (Fraction(6999, 10000), "failed", ["too_little"]),
    ],
)
def test_less_than_seventy_percent_fails(done, level, why):
    result = rated(done=done)
    assert (result.level, codes(result)) == (level, why)


def test_what_the_decree_leaves_open_is_a_value_of_policy():
    strict = replace(ASKED, body_between="failed")
    assert rate_organisation(replace(BEST, done=Fraction(9, 10)), SCORING, strict).level == "failed"


def test_force_majeure_is_weighed():
    result = rated(done=Fraction(1, 2), force_majeure="bão số 3")
    assert (result.level, codes(result)) == ("completed", ["force_majeure"])


def test_wrongdoing_fails_whatever_the_points():
    result = rated(wrongdoing="mất đoàn kết kéo dài")
    assert (result.level, codes(result)) == ("failed", ["wrongdoing"])


@pytest.mark.parametrize(
    ("below", "level"),
    [
        ((("A", Band.GOOD), ("B", Band.COMPLETED)), "excellent"),
        ((("A", Band.FAILED),), "good"),
        ((), "excellent"),
    ],
)
def test_excellent_has_no_failed_unit_below(below, level):
    assert rated(below=below).level == level


@pytest.mark.parametrize(
    ("remedied", "level"), [(True, "excellent"), (None, "excellent"), (False, "good")]
)
def test_excellent_has_remedied_what_was_wrong_before(remedied, level):
    assert rated(is_remedied=remedied).level == level


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"total": None}, "points_unknown"),
        ({"done": None}, "shares_unknown"),
        ({"late": None}, "shares_unknown"),
        ({"below": (("A", None), ("B", Band.GOOD))}, "below_unknown"),
    ],
)
def test_waits_while_something_is_unknown(facts, code):
    result = rated(**facts)
    assert (result.status, result.level, codes(result)) == ("waiting", None, [code])


def test_every_reason_names_its_source():
    results = (
        rated(done=Fraction(1, 2)),
        rated(wrongdoing="x"),
        rated(late=Fraction(1, 9)),
        rated(is_remedied=False),
    )
    assert all(
        reason.source == "NĐ 335/2025, Điều 5-9" for result in results for reason in result.reasons
    )
    assert [condition.code for condition in rated().conditions] == [
        "all_done",
        "all_on_time",
        "exceeding",
        "late_within",
        "below",
        "remedied",
    ]
