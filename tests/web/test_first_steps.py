"""The first steps of a role: on the desk until they are walked or put away."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.town import given_programme
from tests.worlds import build_world

from thenchot.platform.scope.roles import Role
from thenchot.platform.ui import starting

GUIDED = (Role.ADMIN, Role.OFFICER, Role.HEAD, Role.STAFF)


@pytest.fixture
def world(db):
    return build_world()


def walked(actor):
    return {str(step.title): done for step, done in starting.first_steps(actor)}


def shown(client) -> str:
    page = client.get("/").content.decode()
    return page[page.index('id="first-steps"') :].partition("</section>")[0]


@pytest.mark.parametrize("role", GUIDED)
def test_every_step_leads_to_a_page_open_to_the_role(world, role):
    steps = starting.steps_of(role)
    assert 3 <= len(steps) <= 5
    for step in steps:
        assert world.client(role).get(step.url).status_code in (200, 302), step.url


def test_a_step_is_done_when_the_data_say_so(world):
    officer = world.actor(Role.OFFICER)
    first = "Nhập chương trình đầu tiên và giao việc"
    assert walked(officer)[first] is False
    assert walked(officer)["Lập các đơn vị, hoặc nhập từ Excel"] is True
    given_programme(world, world.ward, "Đông Kinh")
    assert walked(officer)[first] is True
    assert walked(world.actor(Role.OFFICER, world.other_ward))[first] is False


def test_what_is_not_done_is_a_link(world):
    section = shown(world.client(Role.OFFICER))
    assert f'href="{reverse("import_start")}"' in section
    assert f'href="{reverse("unit_list")}"' not in section and "xong" in section


def test_put_away_it_stays_away(world):
    client = world.client(Role.OFFICER)
    assert client.post(reverse("put_steps_away")).url == "/"
    assert 'id="first-steps"' not in client.get("/").content.decode()


def test_who_walked_them_all_sees_nothing(world, monkeypatch):
    actor = world.actor(Role.STAFF)
    own = starting.Step(Role.STAFF, 1, "Có", "desk", lambda actor: world.ward._meta.model.objects)
    monkeypatch.setattr(starting, "_steps", {(Role.STAFF, 1): own})
    assert starting.first_steps(actor) == []


def test_a_role_without_steps_sees_nothing(world):
    assert starting.first_steps(world.actor(Role.GUEST)) == []


def test_what_they_cost_does_not_grow_with_the_steps(world):
    actor = world.actor(Role.HEAD)
    with CaptureQueriesContext(connection) as queries:
        starting.first_steps(actor)
    assert len(queries) <= 2


def test_two_steps_never_stand_at_one_place():
    first = starting.steps_of(Role.OFFICER)[0]
    with pytest.raises(ValueError, match=re.escape(str(first.role))):
        starting.register(starting.Step(first.role, first.place, "Khác", "desk", first.done))
