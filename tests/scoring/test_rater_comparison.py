"""Raters compared: what it says, to whom, and when."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from tests.worlds import account_with, signed_in

from thenchot.people.models import Person
from thenchot.platform.clock import now
from thenchot.policy.merge import resolve
from thenchot.policy.packs import shipped
from thenchot.policy.parameters import ScoringPolicy
from thenchot.scoring.rules.rater_comparison import compare
from thenchot.worklog.models import Assessment

POLICY = resolve([shipped()], date(2026, 10, 31)).as_parameters(ScoringPolicy)


def points(*values):
    return [Decimal(str(value)) for value in values]


@pytest.mark.parametrize(
    "own, peers, flags",
    [
        (points(92, 92, 93, 93, 93.99), points(70, 75, 80, 90, 95), ("flat", "lenient")),
        (
            points(92, 92, 93, 93, 94),
            points(90, 91, 92, 93, 94),
            (),
        ),  # two points apart are not flat
        (points(70, 72, 74, 76, 78), points(80, 85, 90, 95, 99), ("strict",)),
        (
            points(80, 82, 84, 86, 88),
            points(75, 77, 79, 81, 83),
            ("lenient",),
        ),  # exactly five points
        (points(80, 82, 84, 86, 88), points("75.01", 77, 79, 81, 83), ()),
        (points(90, 90, 90, 90, 90), points(1, 2, 3, 4), ("flat",)),  # too few to compare with
    ],
)
def test_flags(own, peers, flags):
    assert compare(own, peers, POLICY).flags == flags


def test_four_people_are_not_compared():
    assert compare(points(90, 90, 90, 90), points(1, 2, 3, 4, 5), POLICY) is None


@pytest.fixture
def scored(office):
    """The head gave six people nearly the same; another rater spread five."""
    other = account_with("head", office.world.units["mặt trận"])
    for rater, totals in (
        (office.accounts["head"], (95, 95, 95, 95, 95, 95)),
        (other, (60, 70, 75, 80, 90)),
    ):
        for number, total in enumerate(totals):
            person = Person.objects.create(
                full_name=f"Người {rater.pk} {number}",
                folded="x",
                sort_key="x",
                registered_in=office.unit,
            )
            Assessment.objects.create(
                person=person,
                unit=office.unit,
                home=office.world.ward,
                rules="nd335",
                kind="staff",
                period="month",
                year=2026,
                number=9,
                starts_on=date(2026, 9, 1),
                ends_on=date(2026, 9, 30),
                state="closed",
                closed_at=now() - timedelta(days=3),
                closed_by=rater,
                total=total,
                band="good",
            )
    return office


def text_of(account):
    return (
        signed_in(account)
        .get(reverse("rater_comparison") + "?period=month-2026-9")
        .content.decode()
    )


def test_a_rater_sees_the_own_scores_beside_all_others_at_once(scored):
    text = text_of(scored.accounts["head"])
    assert (
        "6 người, bình quân 95,00" in text
        and "5 người, bình quân 75,00" in text
        and "điểm gần như bằng nhau" in text
    )
    assert "Từng người chấm" not in text


def test_a_leader_sees_raters_only_after_they_had_their_days(scored):
    assert "Chưa có." in text_of(scored.accounts["leader"])
    Assessment.objects.filter(number=9).update(closed_at=now() - timedelta(days=8))
    text = text_of(scored.accounts["leader"])
    assert "95,00" in text and "60,00" in text
    assert not any(
        person.full_name in text for person in Person.objects.filter(full_name__startswith="Người ")
    )


def test_a_leader_of_another_ward_sees_none(scored):
    Assessment.objects.filter(number=9).update(closed_at=now() - timedelta(days=8))
    assert "95,00" not in text_of(scored.world.account("leader", scored.world.other_ward))
