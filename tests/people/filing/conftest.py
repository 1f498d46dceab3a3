from datetime import date

import pytest
from tests.worlds import build_world, person_who_signs_in

from thenchot.people.filing import changing
from thenchot.platform.scope.actor import SYSTEM


@pytest.fixture
def world(db):
    return build_world()


@pytest.fixture
def officer(world):
    return world.actor("officer")


@pytest.fixture
def person(world):
    return world.people["phòng văn hóa"]


@pytest.fixture
def owner(world, person):
    """The person of the file, signed in as staff of the unit."""
    return person_who_signs_in(world, "phòng văn hóa", role="staff")


@pytest.fixture
def degree(world, person):
    return changing.add_row(
        SYSTEM,
        person_id=person.pk,
        section="degree",
        level="bachelor",
        field="Luật",
        school="Đại học Luật Hà Nội",
        name="Cử nhân luật",
        valid_from=date(2001, 9, 1),
        valid_to=date(2005, 6, 30),
    )
