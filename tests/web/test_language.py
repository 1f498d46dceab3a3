"""Vietnamese until the person chooses; files that leave and come back are Vietnamese always."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from tests.pages import joined
from tests.worlds import build_world

from thenchot.platform.language import in_vietnamese
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.django_db
LOG_IN = "/accounts/login/"


def choose(client, language, **headers):
    return client.post(reverse("set_language"), {"language": language}, **headers)


@pytest.fixture
def officer():
    return build_world().client(Role.OFFICER)


class TestChoosing:
    @pytest.mark.parametrize("asked", ["en", "en-US,en;q=0.9", "fr", ""])
    def test_what_the_browser_asks_for_is_no_choice(self, client, asked):
        page = client.get(LOG_IN, headers={"accept-language": asked})
        assert page["Content-Language"] == "vi"
        assert '<html lang="vi">' in page.content.decode()

    def test_the_chosen_language_stays(self, client):
        answer = choose(client, "en")
        assert answer.status_code == 302
        page = client.get(LOG_IN)
        assert (page["Content-Language"], '<html lang="en">' in page.content.decode()) == (
            "en",
            True,
        )
        assert "Sign in" in page.content.decode()
        choose(client, "vi")
        assert "Đăng nhập" in client.get(LOG_IN).content.decode()

    def test_it_leads_back_to_the_page_it_was_on(self, client):
        assert (
            choose(client, "en", headers={"referer": "http://testserver/tasks/?q=a"}).url
            == "http://testserver/tasks/?q=a"
        )

    def test_it_never_leads_to_another_site(self, client):
        assert choose(client, "en", headers={"referer": "https://example.org/"}).url == "/"

    @pytest.mark.parametrize("unknown", ["fr", "zz", "", "../en", "vi-VN"])
    def test_an_unknown_language_is_vietnamese(self, client, unknown):
        choose(client, unknown)
        client.cookies["django_language"] = unknown
        assert client.get(LOG_IN)["Content-Language"] == "vi"

    def test_a_stranger_to_the_form_cannot_switch(self):
        answer = choose(Client(enforce_csrf_checks=True), "en")
        assert answer.status_code == 403
        assert "chưa có gì được ghi" in answer.content.decode()

    def test_the_cookie_is_not_for_scripts(self, client):
        cookie = choose(client, "en").cookies["django_language"]
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")

    def test_the_thread_is_left_as_it_was(self, client):
        choose(client, "en")
        client.get(LOG_IN)
        assert translation.get_language() == "vi"


class TestPages:
    @pytest.mark.parametrize("page", ["desk", "board", "task_list", "unit_list", "policy_list"])
    def test_english_costs_no_query_more(self, officer, page):
        def queries():
            with CaptureQueriesContext(
                connection,
            ) as told:
                assert officer.get(reverse(page)).status_code == 200
            return len(told)

        queries()
        before = queries()
        choose(officer, "en")
        assert queries() == before

    @pytest.mark.parametrize(
        "page",
        [
            "desk",
            "board",
            "task_list",
            "unit_list",
            "person_list",
            "directive_list",
            "import_start",
        ],
    )
    def test_every_page_offers_the_other_language(self, officer, page):
        words = joined(officer.get(reverse(page)))
        assert 'name="language" value="en" lang="en">English</button>' in words
        choose(officer, "en")
        words = joined(officer.get(reverse(page)))
        assert 'name="language" value="vi" lang="vi">Tiếng Việt</button>' in words

    def test_the_menu_is_english(self, officer):
        choose(officer, "en")
        text = officer.get("/").content.decode()
        assert [word for word in ("Desk", "Tasks", "Sign out") if word not in text] == []


class TestFiles:
    def test_exports_stay_vietnamese(self, officer):
        from tests.invariants.walking import words_of

        vietnamese = words_of(officer.get(reverse("unit_list_file", args=["xlsx"])))
        choose(officer, "en")
        english = words_of(officer.get(reverse("unit_list_file", args=["xlsx"])))
        assert "Xã, phường, đặc khu" in vietnamese
        assert "Xã, phường, đặc khu" in english

    def test_the_decorator_restores_the_language(self):
        with translation.override("en"):
            assert in_vietnamese(translation.get_language)() == "vi"
            assert translation.get_language() == "en"
