"""A ward, its office and its chair, on a day whose calendar is known."""

from datetime import date

import pytest
from tests.town_reception import Receiving
from tests.worlds import World, build_world

DAY = date(2026, 12, 1)


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL."""
    for item in items:
        if "tests/reception/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@pytest.fixture
def world(db, monkeypatch) -> World:
    monkeypatch.setenv("THENCHOT_TODAY", DAY.isoformat())
    return build_world()


@pytest.fixture
def run(world) -> Receiving:
    return Receiving(world.actor("clerk"), world.actor("leader"), world.ward, world.people["ubnd"])
