"""Shares of the levels of the last year decided (S4-023, S4-024), with the names behind."""

from datetime import date

import pytest
from tests.insight.conftest import person

from thenchot.insight import registry
from thenchot.insight.counting import count_place
from thenchot.insight.models import Figure
from thenchot.insight.queries import names_behind
from thenchot.insight.rules import spoken_of
from thenchot.insight.services import record_figures
from thenchot.platform.scope.roles import Role
from thenchot.rating.models import Rating, RatingDecision, Round

ON = date(2026, 11, 25)


def rated(world, name, *levels, kind="civil_servant"):
    """One level for each year from 2024 on; "" is not rated."""
    who = person(world, name)
    post = who.appointments.first()
    type(post).objects.filter(pk=post.pk).update(staff_kind=kind)
    for year, level in enumerate(levels, 2024):
        found, _ = Round.objects.get_or_create(unit=world.ward, year=year, rules="nd335")
        rating = Rating.objects.create(round=found, person=who, unit=post.unit, kind="staff")
        RatingDecision.objects.create(
            rating=rating, level=level, proposed=level, number="1", decided_on=date(year, 12, 10)
        )
    return who


def figure(world, code, on=ON):
    count = count_place(world.ward, [registry.get(code)], on)[0]
    return (count.part, count.whole)


@pytest.fixture
def four(world):
    rated(world, "Xuất", "good", "excellent")
    rated(world, "Tốt", "completed", "good")
    rated(world, "Hoàn", "completed")
    rated(world, "Chưa", "")
    rated(world, "Viên chức", "excellent", "excellent", kind="public_employee")
    return world


def test_the_last_level_decided_counts_and_public_employees_do_not(four):
    assert figure(four, "rated_good") == (2, 3)
    assert figure(four, "rated_excellent") == (1, 3)


def test_on_an_earlier_day_the_level_of_then(four):
    assert figure(four, "rated_good", on=date(2025, 12, 9)) == (1, 3)


def test_a_replaced_decision_counts_no_more(four):
    found = RatingDecision.objects.get(rating__person__full_name="Tốt", rating__round__year=2025)
    RatingDecision.history.filter(pk=found.pk).update(replaced_at="2026-01-01T00:00:00Z")
    RatingDecision.objects.create(
        rating=found.rating,
        level="failed",
        proposed="failed",
        number="2",
        decided_on=date(2026, 1, 1),
        replaces=found,
    )
    assert figure(four, "rated_good") == (1, 3)


def test_live_and_from_snapshots_alike(four):
    record_figures(ON)
    stored = Figure.objects.get(home=four.ward, indicator="rated_good", on=ON)
    assert (stored.part, stored.whole) == (2, 3)


def test_the_names_behind(four):
    names = {
        row.person.full_name
        for row in names_behind(
            four.actor(Role.OFFICER, four.ward), four.ward, registry.get("rated_excellent"), ON
        )
        if row.fulfils
    }
    assert names == {"Xuất"}


@pytest.mark.parametrize(
    "text, code",
    [
        ("Phấn đấu từ 95% cán bộ, công chức hoàn thành tốt nhiệm vụ trở lên", "rated_good"),
        ("20% hoàn thành xuất sắc nhiệm vụ", "rated_excellent"),
    ],
)
def test_a_target_speaks_of_them(text, code):
    assert spoken_of(text) == code
