"""Every page: a title of its own, one heading, names that are unique, headers that keep strangers
out.
"""

import re
from collections import Counter
from functools import cache

import pytest
from tests.invariants.matrix import BY_ROUTE, CASES
from tests.invariants.walking import address

from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.django_db
# A page that is open to nobody in the state of the town is held by its row of the matrix
PAGES = [case for case in CASES if case.get and case.is_page and (case.public or case.may)]
by_page = pytest.mark.parametrize("case", PAGES, ids=lambda case: case.route)


@pytest.fixture(scope="module")
def opened(town, ask):
    """opened(case) -> the page as the first role sees it that gets in; asked for once."""

    @cache
    def answer(route):
        case = BY_ROUTE[route]
        role = (
            None
            if case.public and case.route != "account_logout"
            else next(r for r in (Role.OFFICER, *Role) if r in case.may)
        )
        pk = town.own[case.subject] if case.subject else None
        response = ask(role, "GET", address(case, pk))
        assert response.status_code in (*case.opens, 302)
        return response

    return lambda case: answer(case.route)


@pytest.fixture(scope="module")
def html(opened):
    def text(case):
        response = opened(case)
        if response.status_code != 200:
            pytest.skip("leads elsewhere")
        return response.content.decode()

    return text


@by_page
def test_has_a_title_of_its_own(case, html):
    title = re.search(r"<title>\s*(.*?)\s*</title>", html(case), re.S)[1]
    assert title.endswith("· Then Chốt") and not title.startswith("·")


@by_page
def test_has_one_heading_of_the_first_level(case, html):
    assert len(re.findall(r"<h1[\s>]", html(case))) == 1


@by_page
def test_says_its_language(case, html):
    assert '<html lang="vi">' in html(case)


@by_page
def test_no_id_stands_twice(case, html):
    ids = Counter(re.findall(r'\sid="([^"]+)"', html(case)))
    assert [name for name, count in ids.items() if count > 1] == []


@by_page
def test_nothing_inline(case, html):
    text = html(case)
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=\"|\son[a-z]+=\"", text) == []


@by_page
def test_keeps_strangers_out(case, opened):
    headers = opened(case).headers
    policy = headers["Content-Security-Policy"]
    assert (
        "default-src 'none'" in policy
        and "frame-ancestors 'none'" in policy
        and "unsafe" not in policy
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in headers["Cache-Control"]


def test_two_pages_of_lists_have_two_titles(opened):
    titles = Counter()
    for case in PAGES:
        if case.subject or case.public or case.query:
            continue
        response = opened(case)
        if response.status_code == 200:
            titles[
                re.search(r"<title>\s*(.*?)\s*</title>", response.content.decode(), re.S)[1]
            ] += 1
    assert [title for title, count in titles.items() if count > 1] == []
