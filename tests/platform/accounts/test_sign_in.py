"""Signing in and out, locked out, signed out when idle, and the second factor."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.urls import reverse

from thenchot.platform.accounts import middleware
from thenchot.platform.admission.services.closing import close_account
from thenchot.platform.keys.sealing import unseal

LOGIN = "/accounts/login/"
PASSWORD = "mùa thu Bạch Hải 45"


@pytest.fixture
def person(account):
    return account("staff", "/1/4/", username="annv", name="Nguyễn Thị An", password=PASSWORD)


def sign_in(client, username="annv", password=PASSWORD, **other):
    return client.post(LOGIN, {"login": username, "password": password, **other})


def code_now(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


class TestSigningIn:
    def test_the_right_password_leads_to_the_desk(self, client, person):
        assert sign_in(client).headers["Location"] == "/welcome/"
        assert client.session["_auth_user_id"] == str(person.pk)

    def test_it_leads_back_to_where_one_was_going(self, client, person):
        assert sign_in(client, next="/account/").headers["Location"] == "/account/"

    def test_it_never_leads_to_another_site(self, client, person):
        assert sign_in(client, next="https://example.org/").headers["Location"] == "/welcome/"

    def test_a_wrong_password_stays_on_the_page(self, client, person):
        response = sign_in(client, password="sai mật khẩu")
        assert "Tên đăng nhập hoặc mật khẩu không đúng." in response.content.decode()
        assert "_auth_user_id" not in client.session

    def test_a_closed_account_does_not_sign_in(self, client, person):
        person.is_active = False
        person.save()
        response = sign_in(client)
        assert "_auth_user_id" not in client.session
        assert response.status_code in (200, 302)

    def test_closing_an_account_ends_what_it_has_open(self, signed_in, account, actor):
        browser = signed_in("staff", "/1/4/")
        assert browser.get("/account/").status_code == 200
        close_account(actor("admin", "/1/"), account_id=browser.account.pk)
        assert browser.get("/account/").headers["Location"].startswith(LOGIN)

    def test_the_page_speaks_vietnamese_and_offers_no_signing_up(self, client, db):
        page = client.get(LOGIN, headers={"accept-language": "vi"}).content.decode()
        assert "Đăng nhập" in page and "Dùng phiếu" in page
        assert "/accounts/signup/" not in page

    def test_signing_out_asks_when_it_comes_by_a_link(self, signed_in):
        browser = signed_in("staff", "/1/4/")
        assert "Đăng xuất?" in browser.get("/accounts/logout/").content.decode()
        assert browser.post("/accounts/logout/").headers["Location"] == LOGIN


class TestPagesThatAreNotHere:
    @pytest.mark.parametrize(
        "path",
        [
            "/accounts/signup/",
            "/accounts/email/",
            "/accounts/password/reset/",
            "/accounts/password/set/",
            "/accounts/confirm-email/",
            "/accounts/password/reset/done/",
            "/accounts/password/reset/key/1-a/",
            "/accounts/login/code/",
            "/accounts/login/code/confirm/",
        ],
    )
    def test_they_are_not_found(self, client, db, path):
        assert client.get(path).status_code == 404


class TestLockOut:
    def test_after_five_failures_even_the_right_password_waits(self, client, person):
        for _ in range(5):
            last = sign_in(client, password="sai mật khẩu")
        assert last.status_code == 429
        assert "Tạm khóa đăng nhập" in last.content.decode()
        assert sign_in(client).status_code == 429
        assert "_auth_user_id" not in client.session

    def test_another_person_at_the_same_machine_is_not_held_up(self, client, person, account):
        account("staff", "/1/4/", username="binhtt", password=PASSWORD)
        for _ in range(5):
            sign_in(client, password="sai mật khẩu")
        assert sign_in(client, "binhtt").headers["Location"] == "/welcome/"

    def test_a_success_forgets_the_failures(self, client, person):
        for _ in range(4):
            sign_in(client, password="sai mật khẩu")
        sign_in(client)
        client.logout()
        for _ in range(4):
            assert sign_in(client, password="sai mật khẩu").status_code == 200


class TestIdle:
    @pytest.fixture
    def clock(self, monkeypatch):
        now = [time.time()]
        monkeypatch.setattr(middleware.time, "time", lambda: now[0])
        return now

    def test_half_an_hour_without_a_request_ends_the_session(self, signed_in, clock):
        browser = signed_in("staff", "/1/4/")
        browser.get("/account/")
        clock[0] += 30 * 60 + 1
        assert (
            browser.get("/account/?a=1").headers["Location"]
            == f"{LOGIN}?next=%2Faccount%2F%3Fa%3D1"
        )
        assert "_auth_user_id" not in browser.session

    def test_somebody_who_works_stays(self, signed_in, clock):
        browser = signed_in("staff", "/1/4/")
        for _ in range(5):
            assert browser.get("/account/").status_code == 200
            clock[0] += 29 * 60

    def test_a_fragment_sends_the_whole_page_to_the_log_in(self, signed_in, clock):
        browser = signed_in("staff", "/1/4/")
        browser.get("/account/")
        clock[0] += 31 * 60
        assert (
            browser.get("/account/", headers={"hx-request": "true"}).headers["HX-Redirect"] == LOGIN
        )

    def test_reading_pages_does_not_write_the_session_each_time(
        self, signed_in, clock, django_assert_num_queries
    ):
        browser = signed_in("staff", "/1/4/")
        browser.get("/jobs/")
        clock[0] += 10
        before = browser.session[middleware.SEEN]
        browser.get("/jobs/")
        assert browser.session[middleware.SEEN] == before


class TestPassword:
    def test_it_is_changed_with_the_old_one(self, signed_in, person):
        browser = signed_in(who=person)
        new = "một mật khẩu khác 99"
        data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
        assert browser.post("/accounts/password/change/", data).headers["Location"] == "/account/"
        person.refresh_from_db()
        assert person.check_password(new)

    @pytest.mark.parametrize(
        ("new", "message"),
        [
            ("ngắn", "quá ngắn"),
            ("1234567890123", "chữ số"),
            ("Nguyễn Thị An", "quá giống"),
            ("password1234", "phổ biến"),
        ],
    )
    def test_a_weak_one_is_refused_in_words(self, signed_in, person, new, message):
        data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
        page = signed_in(who=person).post("/accounts/password/change/", data).content.decode()
        assert message in page
        person.refresh_from_db()
        assert person.check_password(PASSWORD)


class TestSecondFactor:
    @pytest.fixture
    def secret(self, client, person):
        """Switched on through the pages; the browser is signed in."""
        sign_in(client)
        client.post("/accounts/reauthenticate/", {"password": PASSWORD})
        page = client.get("/accounts/2fa/totp/activate/").content.decode()
        secret = re.search(r'id="secret" type="text" value="(\w+)"', page)[1]
        response = client.post("/accounts/2fa/totp/activate/", {"code": code_now(secret)})
        assert response.status_code == 302
        return secret

    def test_its_secret_lies_encrypted(self, secret):
        data = Authenticator.objects.get(type="totp").data
        assert secret not in str(data)
        assert unseal("mfa_authenticator.data", data["secret"]) == secret

    def test_the_password_is_asked_again_first(self, client, person):
        sign_in(client)
        assert (
            client.get("/accounts/2fa/totp/activate/")
            .headers["Location"]
            .startswith("/accounts/reauthenticate/")
        )
        page = client.post("/accounts/reauthenticate/", {"password": "sai"}).content.decode()
        assert "Mật khẩu không đúng." in page

    def test_the_password_alone_no_longer_signs_in(self, client, secret, person):
        client.logout()
        assert sign_in(client).headers["Location"] == reverse("mfa_authenticate")
        assert "_auth_user_id" not in client.session
        assert "Mã xác thực" in client.get(reverse("mfa_authenticate")).content.decode()

    def test_a_recovery_code_signs_in_once(self, client, secret, person):
        page = client.get("/accounts/2fa/recovery-codes/").content.decode()
        code = re.search(r"<code>(\w+)</code>", page)[1]
        for expected in ("/welcome/", None):
            client.logout()
            sign_in(client)
            assert (
                client.post(reverse("mfa_authenticate"), {"code": code}).headers.get("Location")
                == expected
            )

    @pytest.mark.parametrize(
        "path", ["", "totp/deactivate/", "recovery-codes/", "recovery-codes/generate/"]
    )
    def test_its_pages_are_in_our_look(self, client, secret, path):
        page = client.get(f"/accounts/2fa/{path}").content.decode()
        assert "look.css" in page and 'lang="vi"' in page

    def test_the_account_page_tells_its_state(self, client, secret):
        assert "đang bật" in client.get("/account/").content.decode()
