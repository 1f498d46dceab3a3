"""A ward whose officer, inspector and leader work on cases, breaches and the screening list."""

from dataclasses import dataclass
from datetime import date

import pytest
from tests import town_discipline as town
from tests.worlds import World, build_world

from thenchot.discipline.models import Case

DAY = date(2026, 11, 20)


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL."""
    for item in items:
        if "tests/discipline/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@dataclass
class DisciplineWorld:
    world: World

    @property
    def officer(self):
        return self.world.actor("officer")

    @property
    def inspector(self):
        return self.world.actor("inspector")

    @property
    def leader(self):
        return self.world.actor("leader")

    def unit(self, name: str):
        return self.world.units[name]

    def person(self, name: str):
        return self.world.people[name]

    def case(self, name="phòng văn hóa", **more) -> Case:
        more.setdefault("person", self.person(name))
        return town.opened(self.officer, self.world.ward, self.unit(name), **more)

    def seated(self, case) -> Case:
        from thenchot.discipline.services import cases

        parts = (("ubnd", "chair"), ("mặt trận", "member"), ("văn phòng đảng ủy", "secretary"))
        for name, part in parts:
            cases.seat_member(
                self.officer, case_id=case.pk, person_id=self.person(name).pk, part=part
            )
        return case


@pytest.fixture
def world(db, monkeypatch) -> World:
    monkeypatch.setenv("THENCHOT_TODAY", DAY.isoformat())
    return build_world()


@pytest.fixture
def discipline(world) -> DisciplineWorld:
    return DisciplineWorld(world)
