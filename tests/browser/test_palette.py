"""One box for everything, by keyboard alone and by touch."""

import pytest
from tests.browser.conftest import PHONE
from tests.browser.test_axe import complaints

from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.browser
CHOSEN = "#palette-list [aria-selected=true]"


def open_and_type(page, words):
    page.keyboard.press("Control+k")
    page.locator("#palette-list a").first.wait_for()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    page.keyboard.type(words)
    page.locator(CHOSEN).wait_for()


def test_a_page_is_opened_by_keyboard_alone(sign_in, world):
    page = sign_in(Role.OFFICER, world.ward)
    page.goto("/")
    open_and_type(page, "vao so")
    field = page.locator("#palette input")
    assert field.get_attribute("aria-activedescendant") == page.locator(CHOSEN).get_attribute("id")
    assert complaints(page) == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/new/")


def test_a_stroke_opens_it_outside_fields_only(sign_in, world):
    page = sign_in(Role.OFFICER, world.ward)
    page.goto("/people/")
    field = page.locator("main [name=q]")
    field.focus()
    page.keyboard.press("/")
    assert field.input_value() == "/"
    assert not page.locator("#palette").is_visible()
    field.blur()
    page.keyboard.press("/")
    page.locator("#palette-list a").first.wait_for()


def test_letters_still_being_put_together_choose_nothing(sign_in, world):
    page = sign_in(Role.OFFICER, world.ward)
    page.goto("/")
    open_and_type(page, "nhap")
    page.locator("#palette input").dispatch_event(
        "keydown", {"key": "Enter", "keyCode": 229, "isComposing": True, "bubbles": True}
    )
    assert page.locator("#palette").is_visible()


def test_arrows_choose_and_go_round(sign_in, world):
    page = sign_in(Role.OFFICER, world.ward)
    page.goto("/")
    open_and_type(page, "nhap")
    count, first = page.locator("#palette-list a").count(), page.locator(CHOSEN).inner_text()
    assert count > 1
    page.keyboard.press("ArrowDown")
    assert page.locator(CHOSEN).inner_text() != first
    for _ in range(count - 1):
        page.keyboard.press("ArrowDown")
    assert page.locator(CHOSEN).inner_text() == first
    page.keyboard.press("ArrowUp")
    assert page.locator(CHOSEN).inner_text() == page.locator("#palette-list a").last.inner_text()


def test_escape_gives_the_focus_back(sign_in, world):
    page = sign_in(Role.OFFICER, world.ward)
    page.goto("/people/")
    page.locator("main [name=q]").focus()
    page.keyboard.press("Control+k")
    page.locator("#palette-list a").first.wait_for()
    page.keyboard.press("Escape")
    assert not page.locator("#palette").is_visible()
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_by_touch_on_a_phone(sign_in, world):
    page = sign_in(Role.STAFF, world.ward, size=PHONE)
    page.goto("/")
    page.locator("[data-palette]").click()
    page.locator("#palette-list a", has_text="Tháng của tôi").click()
    page.wait_for_url("**/my/month/")


def test_the_button_is_a_link_without_javascript(sign_in, world):
    page = sign_in(Role.STAFF, world.ward)
    page.route("**/*.js", lambda route: route.abort())
    page.goto("/")
    page.locator("[data-palette]").click()
    page.wait_for_url("**/search/")
    page.locator("main a", has_text="Tháng của tôi").wait_for()
