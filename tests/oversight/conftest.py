"""A ward whose inspector, leader and heads work with plans, inspections and findings."""

from dataclasses import dataclass
from datetime import date

import pytest
from tests import town_oversight as town
from tests.worlds import World, build_world

from thenchot.oversight.models import Finding, Inspection

DAY = date(2026, 11, 20)


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL."""
    for item in items:
        if "tests/oversight/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@dataclass
class OversightWorld:
    world: World

    @property
    def inspector(self):
        return self.world.actor("inspector")

    @property
    def leader(self):
        return self.world.actor("leader")

    def unit(self, name: str):
        return self.world.units[name]

    def head(self, name: str):
        return self.world.actor("head", self.unit(name))

    def plan(self, year=DAY.year):
        return town.plan(self.inspector, self.world.ward, year)

    def inspection(self, unit="phòng văn hóa", **more) -> Inspection:
        return town.ad_hoc(self.inspector, self.world.ward, self.unit(unit), **more)

    def run(self, found, to: str) -> Inspection:
        return town.run(self.inspector, found, to=to, head=self.world.people["ủy ban kiểm tra"])

    def finding(self, found, unit="phòng văn hóa", **more) -> Finding:
        return town.finding(self.inspector, found, self.unit(unit), **more)


@pytest.fixture
def world(db, monkeypatch) -> World:
    monkeypatch.setenv("THENCHOT_TODAY", DAY.isoformat())
    return build_world()


@pytest.fixture
def oversight(world) -> OversightWorld:
    return OversightWorld(world)
