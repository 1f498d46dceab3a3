"""Pages: who may open them, and that they cost the same for one row and for many."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from thenchot.platform.clock import today
from thenchot.platform.scope.models import Grant


def cost(browser, url):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert browser.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("admin", 200),
        ("officer", 200),
        ("leader", 403),
        ("clerk", 403),
        ("head", 403),
        ("staff", 403),
        ("guest", 403),
    ],
)
@pytest.mark.parametrize("url", ["/admin/accounts/", "/admin/slips/new/"])
def test_only_administrators_open_the_pages(signed_in, role, status, url):
    assert signed_in(role, "/1/").get(url).status_code == status


@pytest.mark.parametrize(
    "url", ["/account/", "/admin/accounts/", "/notices/", "/alerts/", "/policies/", "/jobs/"]
)
def test_a_stranger_signs_in_first(client, db, url):
    assert client.get(url).headers["Location"].startswith("/accounts/login/")


def test_an_account_of_another_branch_looks_like_a_missing_one(signed_in, account):
    stranger = account("staff", "/2/")
    browser = signed_in("admin", "/1/")
    assert browser.get(f"/admin/accounts/{stranger.pk}/").status_code == 404
    assert browser.get("/admin/accounts/999999/").status_code == 404


def test_the_list_costs_the_same_for_one_and_for_many(signed_in, account):
    browser = signed_in("admin", "/1/")
    browser.get("/admin/accounts/")
    before = cost(browser, "/admin/accounts/")
    for n in range(30):
        account("staff", f"/1/{n}/", "head", f"/1/{n}/")
    assert cost(browser, "/admin/accounts/") == before


def test_the_list_is_found_without_marks_and_in_pages_of_fifty(signed_in, account):
    browser = signed_in("admin", "/1/")
    account("staff", "/1/4/", name="Nguyễn Thị Đường")
    for _ in range(60):
        account("staff", "/1/4/")
    assert "Nguyễn Thị Đường" in browser.get("/admin/accounts/?q=duong").content.decode()
    assert browser.get("/admin/accounts/").content.decode().count("/admin/accounts/") >= 50
    assert "trang 2/2" in browser.get("/admin/accounts/?page=2").content.decode()


def test_giving_and_ending_a_role_on_the_page(signed_in, account, monkeypatch):
    monkeypatch.setattr(
        "thenchot.platform.scope.places.under", lambda paths: [("/1/4/", "Phòng Văn hóa")]
    )
    person = account("staff", "/1/4/")
    browser = signed_in("admin", "/1/")
    data = {"role": "head", "path": "/1/4/", "starts_on": today().isoformat(), "ends_on": ""}
    url = f"/admin/accounts/{person.pk}/"
    assert browser.post(f"{url}grants/", data).headers["Location"] == url
    grant = person.grants.get(role="head")
    assert "Trưởng đơn vị" in browser.get(url).content.decode()
    browser.post(f"/admin/grants/{grant.pk}/end/")
    assert Grant.objects.get(pk=grant.pk).revoked_at


def test_a_form_with_a_mistake_comes_back_with_it(signed_in, account):
    person = account("staff", "/1/4/")
    response = signed_in("admin", "/1/").post(
        f"/admin/accounts/{person.pk}/grants/", {"role": "king"}
    )
    assert response.status_code == 422
    assert "errorlist" in response.content.decode()


def test_my_account_tells_roles_with_their_days(signed_in):
    page = signed_in("head", "/1/4/", name="Trần Thị Bình").get("/account/").content.decode()
    assert "Trần Thị Bình" in page and "Trưởng đơn vị" in page and "01/01/2020" in page


def test_lending_on_the_page(signed_in, account):
    deputy = account("staff", "/1/4/", username="deputy")
    browser = signed_in("head", "/1/4/")
    data = {
        "what": "head:/1/4/",
        "username": "deputy",
        "starts_on": today(),
        "ends_on": today() + timedelta(5),
    }
    assert browser.post("/account/", data).headers["Location"] == "/account/"
    lent = deputy.grants.get(role="head")
    assert "Thôi ủy quyền" in browser.get("/account/").content.decode()
    browser.post(f"/account/delegations/{lent.pk}/end/")
    lent.refresh_from_db()
    assert lent.revoked_at
