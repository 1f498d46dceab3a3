"""How long one stays signed in, and where; who must have a second factor."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.test import Client
from tests.platform.accounts.test_limits import CODE, PASSWORD, sign_in, with_second_factor

from thenchot.kernel.decision import Refused
from thenchot.platform.accounts import middleware
from thenchot.platform.accounts.sessions import browser_in_words, sessions_of
from thenchot.platform.admission import services
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import NotVisible, actor_for

pytestmark = pytest.mark.postgres
ACTIVATE = "/accounts/2fa/totp/activate/"


@pytest.fixture
def person(account):
    return account("staff", "/1/4/", username="annv", name="Nguyễn Thị An", password=PASSWORD)


def is_in(browser):
    return browser.get("/account/").status_code == 200


class TestTheEnd:
    @pytest.fixture
    def clock(self, monkeypatch):
        now = [time.time()]
        monkeypatch.setattr(middleware.time, "time", lambda: now[0])
        return now

    def test_comes_after_twelve_hours_whatever_is_done(self, client, person, clock):
        sign_in(client, password=PASSWORD)
        for _ in range(48):  # every quarter of an hour
            assert is_in(client)
            clock[0] += 15 * 60
        clock[0] += 60
        answer = client.get("/account/", follow=True)
        assert answer.redirect_chain[0][0] == "/accounts/login/?next=%2Faccount%2F"
        assert "Phiên làm việc kết thúc sau 12 giờ" in answer.content.decode()
        assert not is_in(client)

    def test_a_new_sign_in_begins_anew(self, client, person, clock):
        sign_in(client, password=PASSWORD)
        client.get("/account/")
        clock[0] += 13 * 3600
        client.get("/account/")
        sign_in(client, password=PASSWORD)
        assert is_in(client)


class TestOwnSessions:
    @pytest.fixture
    def browsers(self, person):
        made = []
        for n in range(3):
            made.append(Client(headers={"user-agent": f"Trình duyệt {n}"}))
            sign_in(made[-1], password=PASSWORD, address=f"10.0.0.{n}")
        return made

    def test_are_seen_with_time_and_address(self, browsers):
        page = browsers[0].get("/account/").content.decode()
        assert all(f"10.0.0.{n}" in page and f"Trình duyệt {n}" in page for n in range(3))
        assert page.count("đang dùng") == 1 and page.count("/end/") == 3

    def test_one_is_ended_at_once(self, browsers, person):
        other = person.usersession_set.get(ip="10.0.0.1")
        browsers[0].post(f"/account/sessions/{other.pk}/end/")
        assert [is_in(browser) for browser in browsers] == [True, False, True]
        assert Event.objects.get(name="sessions_ended").facts["count"] == 1

    def test_all_others_are_ended(self, browsers):
        browsers[0].post("/account/sessions/end/")
        assert [is_in(browser) for browser in browsers] == [True, False, False]

    def test_somebody_else_s_is_not_found(self, browsers, person, signed_in):
        stranger, one = signed_in("admin", "/1/"), person.usersession_set.first()
        assert stranger.post(f"/account/sessions/{one.pk}/end/").status_code == 404
        assert all(is_in(browser) for browser in browsers)

    @pytest.mark.parametrize("way", ["change", "slip"])
    def test_a_new_password_ends_those_it_did_not_open(self, browsers, person, actor, way):
        new = "một mật khẩu khác 99"
        if way == "change":
            data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
            browsers[0].post("/accounts/password/change/", data)
            assert Event.objects.filter(name="password_changed").count() == 1
        else:
            printed = services.print_reset_slip(actor("admin", "/1/"), account_id=person.pk)
            services.use_slip(username="annv", code=printed.code, password=new)
        kept = way == "change"
        assert [is_in(browser) for browser in browsers] == [kept, False, False]
        assert sessions_of(person.pk).count() == int(kept)

    def test_many_cost_the_same(self, browsers, person, django_assert_num_queries):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        def cost():
            with CaptureQueriesContext(connection) as queries:
                browsers[0].get("/account/")
            return len(queries)

        cost()
        before = cost()
        for n in range(10):
            sign_in(Client(), password=PASSWORD, address=f"10.0.3.{n}")
        assert cost() == before


class TestSecondFactorAsked:
    @pytest.fixture(autouse=True)
    def _asked(self, settings):
        settings.SECOND_FACTOR = True

    @pytest.mark.parametrize("role", ["admin", "officer", "leader"])
    def test_before_any_page(self, client, account, role):
        account(role, "/1/", username="annv", password=PASSWORD)
        sign_in(client, password=PASSWORD)
        for page in ("/", "/account/", "/admin/accounts/"):
            assert client.get(page).headers["Location"].startswith(ACTIVATE)
        fragment = client.get("/account/", headers={"hx-request": "true"})
        assert fragment.headers["HX-Redirect"] == ACTIVATE
        assert client.post("/account/", {}).headers["Location"] == ACTIVATE
        told = client.get("/account/", follow=True).content.decode()
        assert "phải bật xác thực hai lớp" in told
        assert client.post("/accounts/logout/").headers["Location"] == "/accounts/login/"

    @pytest.mark.parametrize("role", ["clerk", "head", "staff", "inspector", "guest"])
    def test_not_of_the_others(self, client, account, role):
        account(role, "/1/", username="annv", password=PASSWORD)
        sign_in(client, password=PASSWORD)
        assert is_in(client)

    def test_whoever_has_one_works(self, client, account):
        person = account("leader", "/1/", username="annv", password=PASSWORD)
        code = with_second_factor(person)
        sign_in(client, password=PASSWORD)
        client.post(CODE, {"code": code()})
        assert is_in(client) and client.session["second_factor"] is True

    def test_it_is_not_switched_off_while_the_role_asks_for_it(self, client, account):
        person = account("leader", "/1/", username="annv", password=PASSWORD)
        code = with_second_factor(person)
        sign_in(client, password=PASSWORD)
        client.post(CODE, {"code": code()})
        client.post("/accounts/reauthenticate/", {"password": PASSWORD})
        page = client.post("/accounts/2fa/totp/deactivate/").content.decode()
        assert "phải dùng xác thực hai lớp" in page
        assert Authenticator.objects.filter(user=person).exists()

    def test_others_switch_it_off_and_the_trail_tells(self, client, person):
        code = with_second_factor(person)
        sign_in(client, password=PASSWORD)
        client.post(CODE, {"code": code()})
        client.post("/accounts/reauthenticate/", {"password": PASSWORD})
        client.post("/accounts/2fa/totp/deactivate/")
        assert not Authenticator.objects.filter(user=person).exists()
        assert Event.objects.get(name="factor_removed").facts == {"kind": "totp"}

    def test_a_grant_of_today_asks_in_a_session_of_yesterday(self, client, person):
        from thenchot.platform.clock import today
        from thenchot.platform.scope.models import Grant

        sign_in(client, password=PASSWORD)
        assert is_in(client)
        Grant.objects.create(account=person, role="officer", path="/1/", starts_on=today())
        assert client.get("/account/").headers["Location"].startswith(ACTIVATE)

    def test_the_setting_of_a_demonstration_asks_nobody(self, client, account, settings):
        settings.SECOND_FACTOR = False
        account("admin", "/1/", username="annv", password=PASSWORD)
        sign_in(client, password=PASSWORD)
        assert is_in(client)


class TestALostTelephone:
    def test_an_administrator_takes_it_off(self, signed_in, person):
        with_second_factor(person)
        browser = signed_in("admin", "/1/")
        page = browser.get(f"/admin/accounts/{person.pk}/").content.decode()
        assert "Gỡ xác thực hai lớp" in page
        browser.post(f"/admin/accounts/{person.pk}/factors/")
        assert not Authenticator.objects.filter(user=person).exists()
        assert Event.objects.get(name="factors_taken_off").subject_id == str(person.pk)

    @pytest.mark.parametrize(("role", "refusal"), [("officer", Refused), ("head", NotVisible)])
    def test_not_of_whom_one_may_not_reset(self, account, role, refusal):
        chief = account("leader", "/1/4/")
        with_second_factor(chief)
        with pytest.raises(refusal):
            services.take_off_factors(actor_for(account(role, "/1/")), account_id=chief.pk)
        assert Authenticator.objects.filter(user=chief).exists()

    def test_not_the_own(self, actor, account):
        chief = account("admin", "/1/")
        with_second_factor(chief)
        with pytest.raises(Refused):
            services.take_off_factors(actor_for(chief), account_id=chief.pk)

    def test_the_keeper_of_the_server_when_nobody_else_can(self, account, capsys):
        chief = account("admin", "/1/", username="quantri")
        with_second_factor(chief)
        call_command("invite", reset="quantri", factors=True)
        assert not Authenticator.objects.filter(user=chief).exists()
        assert "quantri" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/131 Safari/537 Edg/131", "Edge, Windows"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/131.0 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Safari/604.1", "Safari, iPhone"),
        ("curl/8.5.0", "curl/8.5.0"),
    ],
)
def test_a_browser_is_told_in_words(said, shown):
    assert browser_in_words(said) == shown
