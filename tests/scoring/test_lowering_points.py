"""Points below those that stand are asked once more by the service, whoever gave them before."""

from decimal import Decimal

import pytest
from tests.office import FULL

from thenchot.platform.lowering import Lowers
from thenchot.scoring.services import marking

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]


def confirm(office, name, by="head", leading=None, seen="", **less):
    points = {code: Decimal(most) for code, most in FULL.items()}
    points |= {code: less[code] for code in less}
    return marking.confirm_points(
        office.actor(by),
        assessment_id=office.assessment(name).pk,
        points=points,
        leading=leading,
        seen=seen,
    )


def asked(office, *arguments, **more) -> str:
    with pytest.raises(Lowers) as lowers:
        confirm(office, *arguments, **more)
    return lowers.value.fall


LESS = {"I.1": Decimal("2.5")}


def test_below_what_the_person_gave(office):
    office.rate("an")
    shown = asked(office, "an", **LESS)
    assert shown == "I.1: 5 → 2,5"
    assert office.assessment("an").general == {}
    assert confirm(office, "an", seen=shown, **LESS).general["I.1"] == "2.5"


def test_a_leader_below_what_the_head_gave(office):
    confirm(office, "an")
    shown = asked(office, "an", "leader", **LESS)
    assert shown == "I.1: 5 → 2,5"
    assert office.assessment("an").general["I.1"] == str(FULL["I.1"])
    assert confirm(office, "an", "leader", seen=shown, **LESS).general["I.1"] == "2.5"


def test_what_was_seen_must_be_what_falls_now(office):
    confirm(office, "an")
    shown = asked(office, "an", **LESS)
    both = LESS | {"I.2": Decimal(4)}
    assert asked(office, "an", seen=shown, **both) == "I.1: 5 → 2,5; I.2: 5 → 4"


def test_points_taken_away_fall_too(office):
    confirm(office, "an")
    assert asked(office, "an", **{"I.1": None}) == "I.1: 5 → –"


def test_the_same_or_more_is_taken_at_once(office):
    shown = asked_first(office)
    confirm(office, "an", seen=shown, **LESS)
    confirm(office, "an", **LESS)
    assert confirm(office, "an").general["I.1"] == str(FULL["I.1"])


def asked_first(office):
    office.rate("an")
    return asked(office, "an", **LESS)


def test_what_only_leaders_are_judged_on(office):
    best = {"organising": "met", "unity": "united"}
    between = {"organising": "between", "organising_percent": "80", "unity": "conflict"}
    confirm(office, "head", "leader", leading=best)
    shown = asked(office, "head", "leader", leading=between)
    assert shown == "đ: 100 → 80; e: 100 → 0"
    confirm(office, "head", "leader", leading=between, seen=shown)
    confirm(office, "head", "leader", leading=best)
    assert office.assessment("head").leading["unity"] == "united"
