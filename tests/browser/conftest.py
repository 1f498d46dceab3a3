"""A running server with the small world, and Chromium windows in which somebody has signed in.

page = sign_in("officer", world.ward)     a window of that person; `sign_in(None)` is nobody
site                                      address of the server
"""

import os
import shutil

import pytest
from django.test import TransactionTestCase
from tests.worlds import build_world, signed_in

from thenchot.platform.audit import triggers

CHROMIUM = (
    os.environ.get("THENCHOT_CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
)
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}

os.environ.setdefault(
    "DJANGO_ALLOW_ASYNC_UNSAFE", "1"
)  # the synchronous Playwright runs a loop of its own


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def _flushed_with_its_trail():
    """Emptying the tables after a test also empties the audit trail, which the database otherwise
    refuses.
    """
    flush = TransactionTestCase._fixture_teardown

    def flush_everything(case):
        triggers.remove()
        try:
            flush(case)
        finally:
            triggers.install()

    TransactionTestCase._fixture_teardown = flush_everything
    yield
    TransactionTestCase._fixture_teardown = flush


@pytest.fixture
def world(transactional_db):
    return build_world()


@pytest.fixture
def site(live_server):
    return live_server.url


@pytest.fixture
def sign_in(chromium, site, world):
    """Each call opens a window of its own; errors of scripts and refused resources fail the test at
    its end.
    """
    contexts, complaints = [], []

    def open_window(role=None, unit=None, *, account=None, size=DESKTOP):
        context = chromium.new_context(
            viewport=size, base_url=site, locale="vi-VN", accept_downloads=True
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        account = account or (world.account(role, unit) if role else None)
        if account:
            context.add_cookies([_session_cookie(account, site)])
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda m: (
                complaints.append(m.text)
                if m.type == "error" and "Security Policy" in m.text
                else None
            ),
        )
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not complaints


def _session_cookie(account, site):
    cookie = signed_in(account).cookies["sessionid"]
    return {"name": "sessionid", "value": cookie.value, "url": site}
