"""axe over every page of the matrix, at a desk and on a phone: no violation of WCAG 2.2 AA, nothing
wider than the screen.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.conftest import DESKTOP, PHONE
from tests.invariants.matrix import CASES
from tests.invariants.walking import address
from tests.town import build_town

from thenchot.platform.scope.roles import Role

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AXE = Axe().axe_script
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
    "preload": False,  # no rule of these asks for the text of styles
}
PAGES = [case for case in CASES if case.get and case.is_page and (case.public or case.may)]
WATCHED = (Role.OFFICER, Role.LEADER, Role.HEAD, Role.ADMIN)


def role_of(case):
    """Nobody for public pages, else the first of the usual roles that gets in."""
    if case.public:
        return None
    return next(role for role in (*WATCHED, *Role) if role in case.may)


@pytest.fixture
def town(world):
    return build_town(world)


def test_every_page(town, sign_in):
    """One test for all pages, each opened once and looked at in both sizes: the town and the
    windows are made once.
    """
    windows, wrong = {}, []
    for case in PAGES:
        role = role_of(case)
        if role not in windows:
            windows[role] = sign_in(role)
            windows[role].add_init_script(AXE)  # handed over once, not page by page
        window = windows[role]
        answer = window.goto(address(case, town.own[case.subject] if case.subject else None))
        if answer.status not in (200, 302):
            wrong.append(f"{case.route}: {answer.status}")
            continue
        wrong += [f"{case.route} {problem}" for problem in complaints(window)]
    assert not wrong, "\n".join(["", *wrong])


@pytest.mark.parametrize("path", ["/units/99999/", "/people/new/"])
def test_pages_of_refusal(path, sign_in, world):
    window = sign_in(Role.STAFF, world.ward)
    assert window.goto(path).status in (403, 404)
    assert complaints(window) == []


def complaints(window) -> list[str]:
    """First as wide as the window is: a change of size lays the page out again."""
    if not window.evaluate("'axe' in window"):
        window.evaluate(AXE)
    now = window.viewport_size
    return [
        f"[{size['width']}]: {problem}"
        for size in sorted((DESKTOP, PHONE), key=lambda size: size != now)
        for problem in _at(window, size)
    ]


def _at(window, size) -> list[str]:
    window.set_viewport_size(size)
    found = window.evaluate("rules => axe.run(rules).then(found => found.violations)", RULES)
    said = [f"{v['id']}: {v['nodes'][0]['html'][:140]} ({len(v['nodes'])}×)" for v in found]
    wide = window.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return said + ([f"wider than the screen by {wide}px"] if wide > 0 else [])
