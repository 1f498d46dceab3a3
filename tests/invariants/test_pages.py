"""Every page: a title of its own, one heading, names that are unique, headers that keep strangers
out.
"""

import re
from collections import Counter

import pytest
from tests.invariants.matrix import CASES
from tests.invariants.walking import address

from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.django_db
# A page that is open to nobody in the state of the town is held by its row of the matrix
PAGES = [case for case in CASES if case.get and case.is_page and (case.public or case.may)]
by_page = pytest.mark.parametrize("case", PAGES, ids=lambda case: case.route)


def opened(case, town, ask):
    """The page as the first role sees it that gets in."""
    role = (
        None
        if case.public and case.route != "account_logout"
        else next(r for r in (Role.OFFICER, *Role) if r in case.may)
    )
    pk = town.own[case.subject] if case.subject else None
    response = ask(role, "GET", address(case, pk))
    assert response.status_code in (*case.opens, 302)
    return response


def html(case, town, ask):
    response = opened(case, town, ask)
    return (
        response.content.decode() if response.status_code == 200 else pytest.skip("leads elsewhere")
    )


@by_page
def test_has_a_title_of_its_own(case, town, ask):
    title = re.search(r"<title>\s*(.*?)\s*</title>", html(case, town, ask), re.S)[1]
    assert title.endswith("· Then Chốt") and not title.startswith("·")


@by_page
def test_has_one_heading_of_the_first_level(case, town, ask):
    assert len(re.findall(r"<h1[\s>]", html(case, town, ask))) == 1


@by_page
def test_says_its_language(case, town, ask):
    assert '<html lang="vi">' in html(case, town, ask)


@by_page
def test_no_id_stands_twice(case, town, ask):
    ids = Counter(re.findall(r'\sid="([^"]+)"', html(case, town, ask)))
    assert [name for name, count in ids.items() if count > 1] == []


@by_page
def test_nothing_inline(case, town, ask):
    text = html(case, town, ask)
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=\"|\son[a-z]+=\"", text) == []


@by_page
def test_keeps_strangers_out(case, town, ask):
    headers = opened(case, town, ask).headers
    policy = headers["Content-Security-Policy"]
    assert (
        "default-src 'none'" in policy
        and "frame-ancestors 'none'" in policy
        and "unsafe" not in policy
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in headers["Cache-Control"]


def test_two_pages_of_lists_have_two_titles(town, ask):
    titles = Counter()
    for case in PAGES:
        if case.subject or case.public or case.query:
            continue
        response = opened(case, town, ask)
        if response.status_code == 200:
            titles[
                re.search(r"<title>\s*(.*?)\s*</title>", response.content.decode(), re.S)[1]
            ] += 1
    assert [title for title, count in titles.items() if count > 1] == []
