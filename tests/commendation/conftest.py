"""A ward whose people propose, whose leader allows and decides."""

from dataclasses import dataclass
from datetime import date

import pytest
from tests.worlds import World, build_world

DAY = date(2026, 11, 20)


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL."""
    for item in items:
        if "tests/commendation/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@dataclass
class CommendationWorld:
    world: World

    @property
    def officer(self):
        return self.world.actor("officer")

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
def commendation(world) -> CommendationWorld:
    return CommendationWorld(world)
