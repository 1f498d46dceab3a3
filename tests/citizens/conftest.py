"""A ward whose clerk takes in cases, whose leader confirms outages."""

from dataclasses import dataclass
from datetime import date

import pytest
from tests.worlds import World, build_world

DAY = date(2026, 11, 20)  # a Friday


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL."""
    for item in items:
        if "tests/citizens/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@dataclass
class CitizensWorld:
    world: World

    @property
    def clerk(self):
        return self.world.actor("clerk")

    @property
    def leader(self):
        return self.world.actor("leader")

    def unit(self, name: str):
        return self.world.units[name]

    def person(self, name: str):
        return self.world.people[name]


@pytest.fixture
def world(db, monkeypatch) -> World:
    monkeypatch.setenv("THENCHOT_TODAY", DAY.isoformat())
    return build_world()


@pytest.fixture
def citizens(world) -> CitizensWorld:
    return CitizensWorld(world)
