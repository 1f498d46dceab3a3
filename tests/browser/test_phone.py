"""On a phone no page is endless: what a person wants first stands open, the rest one touch away."""

import pytest
from django.urls import reverse
from tests.browser.conftest import PHONE
from tests.browser.test_axe import complaints
from tests.town import build_town

from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.browser
MOST = 4000  # pixels of a page 390 wide
LONGEST = [
    ("code_lists", None),
    ("person_file", "person"),
    ("board", None),
    ("standard_board", None),
    ("insight_board", None),
    ("policy_list", None),
    ("position_new", "scheme"),
    ("assessment_detail", "assessment"),
    ("help_page", None),
    ("search", None),
]


@pytest.fixture
def town(world):
    return build_town(world)


def height(page) -> int:
    return page.evaluate("document.documentElement.scrollHeight")


def test_the_longest_pages_end(town, sign_in):
    page = sign_in(Role.OFFICER, size=PHONE)
    long = {}
    for route, subject in LONGEST:
        keys = ["scoring"] if route == "help_page" else [town.own[subject]] if subject else []
        assert page.goto(reverse(route, args=keys)).status == 200, route
        if height(page) > MOST:
            long[route] = height(page)
    assert long == {}


def test_what_is_folded_opens_by_touch_and_by_a_link(town, sign_in):
    page = sign_in(Role.OFFICER, size=PHONE)
    page.goto(reverse("code_lists"))
    section = page.locator("section.fold").nth(1)
    rows = section.locator("table")
    assert not rows.is_visible()
    section.get_by_role("checkbox", name="Mở").check()
    assert rows.is_visible()
    assert complaints(page) == []
    last = page.locator("section.fold").last
    page.goto(reverse("code_lists") + "#" + last.get_attribute("id"))
    assert last.locator("table").is_visible()


def test_at_a_desk_and_on_paper_nothing_is_folded(town, sign_in):
    page = sign_in(Role.OFFICER)
    page.goto(reverse("code_lists"))
    assert page.locator("section.fold table").first.is_visible()
    assert not page.locator(".unfold").first.is_visible()
    page.set_viewport_size(PHONE)
    page.emulate_media(media="print")
    assert page.locator("section.fold table").first.is_visible()
