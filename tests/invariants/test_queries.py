"""Every list costs the same number of queries with one row and with many, and at most twelve for
its own work.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.worlds import SINCE, build_world, signed_in, staff

from thenchot.documents.services import register_directive
from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.organisation.services import create_unit
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.django_db
SIGNING_IN = 4  # session, account, grants, menu


def more_people(world, start, count):
    staff(
        world,
        world.units["ubnd"],
        [f"Lê Văn {chr(97 + n % 26)}{n}" for n in range(start, start + count)],
    )


def more_units(world, start, count):
    common = {"kind": UnitKind.DIVISION, "bloc": Bloc.GOVERNMENT, "valid_from": SINCE}
    for n in range(start, start + count):
        create_unit(SYSTEM, parent_id=world.units["ubnd"].pk, name=f"Tổ {n}", **common)


def more_documents(world, start, count):
    for n in range(start, start + count):
        number, title = f"{n + 1}-KH/ĐU", f"Kế hoạch {n}"
        register_directive(
            SYSTEM, home_id=world.ward.pk, number=number, issuer="Đảng ủy", title=title
        )


LISTS = [
    ("person_list", more_people, 12),
    (
        "person_list_file",
        more_people,
        18,
    ),  # one for each of the seven tables that its fifty columns come from
    ("unit_list", more_units, 12),
    ("unit_list_file", more_units, 12),
    ("directive_list", more_documents, 12),
    ("directive_list_file", more_documents, 12),
    ("search", more_people, 20),
]


def cost(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(("route", "more", "limit"), LISTS, ids=[route for route, *_ in LISTS])
def test_one_row_costs_what_many_cost(route, more, limit):
    world = build_world()
    client = signed_in(world.account(Role.OFFICER))
    keys = {"form": "xlsx"} if route.endswith("_file") else {}
    address = reverse(route, kwargs=keys) + "?q="
    more(world, 0, 1)
    client.get(address)
    few = cost(client, address)
    more(world, 1, 40)
    assert cost(client, address) == few
    assert few <= limit + SIGNING_IN


def test_the_page_of_one_unit_does_not_grow():
    world = build_world()
    client = signed_in(world.account(Role.OFFICER))
    address = reverse("unit_detail", args=[world.units["ubnd"].pk])
    more_people(world, 0, 1)
    more_units(world, 0, 1)
    client.get(address)
    few = cost(client, address)
    more_people(world, 1, 30)
    more_units(world, 1, 30)
    assert cost(client, address) == few
