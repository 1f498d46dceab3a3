"""A ward with one cell whose head records, whose officer keeps, whose leader confirms."""

from dataclasses import dataclass
from datetime import date

import pytest
from tests import town_cells as town
from tests.worlds import World, build_world

from thenchot.cells.services import sheets
from thenchot.organisation.models import Unit
from thenchot.people.services import link_account

DAY = date(2026, 11, 20)


def pytest_collection_modifyitems(items):
    """Everything here that touches the database also runs on PostgreSQL."""
    for item in items:
        if "tests/cells/" in str(item.path) and item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.postgres)


@dataclass
class CellsWorld:
    world: World
    cell: Unit

    @property
    def officer(self):
        return self.world.actor("officer")

    @property
    def leader(self):
        return self.world.actor("leader")

    @property
    def head(self):
        """Of the cell itself."""
        return self.world.actor("head", self.cell)

    def person(self, name: str):
        return self.world.people[name]

    def issue(self):
        made = town.sheet(self.officer, self.world.ward, town.SINCE)
        return sheets.issue_sheet(self.leader, sheet_id=made.pk)

    def account_of(self, name: str):
        """A staff account of that person, whose seat is not the cell."""
        person = self.person(name)
        account = self.world.account("staff", person.appointments.first().unit)
        link_account(self.officer, person_id=person.pk, account_id=account.pk)
        return account


@pytest.fixture
def world(db, monkeypatch) -> World:
    monkeypatch.setenv("THENCHOT_TODAY", DAY.isoformat())
    return build_world()


@pytest.fixture
def cells(world) -> CellsWorld:
    return CellsWorld(world, town.cell(world.ward))
