"""The menu: what a role may open, and the one entry that a page belongs to."""

from importlib import import_module

import pytest
from django.urls import reverse
from tests.worlds import build_world

from thenchot.platform.scope.roles import Role
from thenchot.platform.ui import menu as menus

MENU = menus.entries()
STAFF = [entry for entry in MENU if entry.permission in (None, "worklog.see_log", "catalogue.see")]


@pytest.fixture
def world(db):
    return build_world()


def name_of(path, entries=MENU):
    found = menus.here(path, list(entries))
    return found and found.url_name


@pytest.mark.parametrize(
    "role", [Role.OFFICER, Role.LEADER, Role.CLERK, Role.HEAD, Role.STAFF, Role.INSPECTOR]
)
def test_everybody_reaches_the_own_month_daily_work_and_the_catalogue(role, world):
    page = world.client(role).get("/").content.decode()
    menu = page[page.index('<nav class="menu"') :]
    menu = menu[: menu.index("</nav>")]
    for name in ("my_month", "work_log", "catalogue_list", "feedback_mine"):
        assert f'href="{reverse(name)}"' in menu, name


@pytest.mark.parametrize(
    ("path", "entry", "entry_of_staff"),
    [
        ("/", "desk", "desk"),
        ("/my/month/", "my_month", "my_month"),
        ("/me/file/", "my_file", "my_file"),
        ("/months/", "month_board", "my_month"),
        ("/months/assessments/7/", "month_board", "my_month"),
        ("/months/raters/", "month_board", "my_month"),
        ("/work/7/done/", "month_board", "my_month"),
        ("/years/2/", "month_board", "my_month"),
        ("/ratings/2/", "month_board", "my_month"),
        ("/work/log/", "work_log", "work_log"),
        ("/work/hard/new/", "work_log", "work_log"),
        ("/work/opinions/", "work_log", "work_log"),
        ("/work/field-visits/", "work_log", "work_log"),
        ("/work/no-product/", "work_log", "work_log"),
        ("/feedback/mine/", "feedback_mine", "feedback_mine"),
        ("/feedback/criteria/", "feedback_mine", "feedback_mine"),
        ("/catalogues/1/", "catalogue_list", "catalogue_list"),
        ("/products/1/edit/", "catalogue_list", "catalogue_list"),
        ("/product-proposals/", "catalogue_list", "catalogue_list"),
        ("/work-templates/1/", "catalogue_list", "catalogue_list"),
        ("/work-sources/", "catalogue_list", "catalogue_list"),
        ("/people/12/", "person_list", None),
        ("/admin/accounts/", "account_admin", None),
        ("/nowhere/", None, None),
    ],
)
def test_a_page_belongs_to_one_entry(path, entry, entry_of_staff):
    assert (name_of(path), name_of(path, STAFF)) == (entry, entry_of_staff)


def test_every_page_of_evaluation_has_its_entry():
    """A route of these rooms that lies nowhere would leave the menu without a mark."""
    rooms = ("catalogue", "worklog", "scoring", "feedback", "rating")
    urlpatterns = [
        pattern for room in rooms for pattern in import_module(f"thenchot.{room}.urls").urlpatterns
    ]
    paths = {
        "/" + str(pattern.pattern).replace("<int:pk>", "1").replace("<int:file_id>", "1")
        for pattern in urlpatterns
    }
    assert len(paths) > 100
    assert sorted(path for path in paths if name_of(path) is None) == []


def test_without_any_entry_nothing_is_marked():
    assert menus.here("/months/", []) is None


def test_the_mark_is_on_one_link_of_the_page(world):
    page = world.client(Role.HEAD).get("/work/hard/").content.decode()
    menu = page[page.index('<nav class="menu"') : page.index("</nav>")]
    assert menu.count("aria-current") == 1
    assert f'href="{reverse("work_log")}" aria-current="page"' in menu


def test_two_entries_never_stand_at_one_place():
    with pytest.raises(ValueError, match="place 10"):
        menus.register(menus.Entry(menus.Group.MINE, 10, "Khác", "board"))


def test_nothing_stands_behind_the_last_step_of_the_way(world):
    page = world.client(Role.OFFICER).get("/people/files/").content.decode()
    way = page[page.index('<nav class="crumbs"') :].partition("</nav>")[0]
    assert f'href="{reverse("person_list")}"' in way and "›" not in way


def test_people_of_one_name_are_told_apart_in_search(world):
    from thenchot.people.services import create_person
    from thenchot.platform.scope.actor import SYSTEM

    for key, title in (("ubnd", "Kế toán"), ("mặt trận", "Văn thư")):
        create_person(SYSTEM, full_name="Ðào Thị Trùng", unit_id=world.units[key].pk, title=title)
    page = world.client(Role.OFFICER).get("/search/?q=dao+trung").content.decode()
    for told in (
        f"Kế toán, {world.units['ubnd'].name}",
        f"Văn thư, {world.units['mặt trận'].name}",
    ):
        assert told in page
