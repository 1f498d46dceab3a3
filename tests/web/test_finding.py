"""What words find: pages and beginnings open to the person, things in their scope; with or without
accents, with or without JavaScript.
"""

import re

import pytest
from django.urls import reverse
from tests.town import given_programme
from tests.worlds import build_world

from thenchot.platform.scope.actor import actor_for
from thenchot.platform.scope.roles import Role
from thenchot.web import finding

IN_BOX = {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "palette-list"}


@pytest.fixture
def world(db):
    return build_world()


def names(actor, words, kind=None):
    kinds = finding.found(actor, words)
    return [str(row.name) for one in kinds if kind in (None, one.title) for row in one.rows]


@pytest.mark.parametrize("role", list(Role))
def test_nothing_that_is_found_refuses_whoever_found_it(world, role):
    account = world.account(role)
    actor, client = actor_for(account), world.client(role)
    rows = [*finding.pages(actor), *finding.to_begin(actor)]
    assert [row for row in rows if client.get(row.url).status_code not in (200, 302)] == []
    assert len({row.url for row in rows}) == len(rows)


def test_pages_are_found_without_accents(world):
    officer = world.actor(Role.OFFICER)
    assert "Nhiệm vụ" in names(officer, "nhiem vu", "Các trang")
    assert "Nhiệm vụ" in names(officer, "NHIỆM", "Các trang")
    assert names(officer, "nhiemvu") == []


def test_what_one_may_begin(world):
    assert "Vào sổ văn bản" in names(world.actor(Role.CLERK), "vao so", "Việc có thể làm")
    assert "Con người: Nhập từ Excel" in names(world.actor(Role.OFFICER), "nhap excel")
    assert names(world.actor(Role.GUEST), "vao so", "Việc có thể làm") == []


def test_things_are_those_of_the_own_scope(world):
    given_programme(world, world.ward, "Đông Kinh")
    unit = world.units["ubnd"]
    assert unit.name in names(world.actor(Role.OFFICER), unit.name, "Đơn vị")
    other = world.actor(Role.OFFICER, world.other_ward)
    rows = [row for kind in finding.found(other, unit.name) for row in kind.rows]
    assert rows and reverse("unit_detail", args=[unit.pk]) not in {row.url for row in rows}
    task = names(world.actor(Role.OFFICER), "ra soat", "Nhiệm vụ")
    assert task and names(other, "ra soat", "Nhiệm vụ") == []


def test_the_page_without_words_lists_pages_and_beginnings(world):
    page = world.client(Role.OFFICER).get("/search/").content.decode()
    main = page[page.index("<main") :]
    for route in ("board", "person_list", "directive_new", "unit_import"):
        assert f'href="{reverse(route)}"' in main, route


def test_the_box_gets_options_alone(world):
    answer = world.client(Role.OFFICER).get("/search/?q=nhiem", **IN_BOX).content.decode()
    assert "<html" not in answer
    ids = re.findall(r'role="option" id="([^"]+)"', answer)
    assert ids and len(set(ids)) == len(ids)
    assert (
        "Không thấy"
        in world.client(Role.OFFICER).get("/search/?q=xyzzy", **IN_BOX).content.decode()
    )


def test_work_is_entered_into_the_own_open_sheet(world):
    from datetime import date

    from tests.worlds import person_who_signs_in

    from thenchot.platform.scope.actor import SYSTEM
    from thenchot.worklog.services.opening import open_assessments

    person = world.people["phòng văn hóa"]
    person.appointments.update(staff_kind="civil_servant")
    actor = person_who_signs_in(world, "phòng văn hóa")
    assert names(actor, "viec phat sinh") == []
    open_assessments(SYSTEM, unit_id=world.ward.pk, on=date(2026, 9, 1))
    assert names(actor, "viec phat sinh") == ["Việc phát sinh"]


def test_a_page_that_is_found_leads_back_to_no_refusal(world):
    page = world.client(Role.STAFF).get(reverse("set_list")).content.decode()
    assert f'href="{reverse("standard_board")}"' not in page
