from datetime import date

import pytest
from tests.worlds import SINCE, build_world

from thenchot.organisation.models import Title
from thenchot.organisation.services import committees
from thenchot.people import services
from thenchot.people.filing import changing
from thenchot.people.models import Appointment
from thenchot.people.staffing import seatings
from thenchot.platform.scope.actor import SYSTEM

TERM = (date(2025, 7, 1), date(2030, 6, 30))


@pytest.fixture
def world(db):
    return build_world()


@pytest.fixture
def committee(world):
    """A Party committee of eight seats."""
    return collective(world, "party", "Ban Chấp hành Đảng bộ", 8)


def collective(world, kind, name, seats, home=None):
    home = home or world.ward
    term = home.terms.filter(name="2025-2030").first() or committees.open_term(
        SYSTEM, unit_id=home.pk, name="2025-2030", starts_on=TERM[0], ends_on=TERM[1]
    )
    return committees.open_committee(
        SYSTEM, term_id=term.pk, kind=kind, name=name, approved_seats=seats
    )


def person(world, name, *, sex="m", born=None, unit="ubnd", **items):
    made = services.create_person(
        SYSTEM,
        full_name=name,
        unit_id=world.units[unit].pk,
        title="Chuyên viên",
        sex=sex,
        born_on=born,
        valid_from=SINCE,
    )
    if items:
        changing.change_items(SYSTEM, person_id=made.pk, **items)
    return made


def seated(committee, who, number, since=TERM[0]):
    return seatings.seat_person(
        SYSTEM, seat_id=committee.seats.get(number=number).pk, person_id=who.pk, valid_from=since
    )


def holds(who, code):
    title = Title.objects.get(code=code)
    Appointment.objects.filter(person=who).update(title_ref=title)
    return title
