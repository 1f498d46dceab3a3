"""How a subject is worked on: from every page to its subject, in both languages, with links that
never refuse their reader.
"""

import re

import pytest
from django.urls import reverse
from tests.worlds import build_world

from thenchot.platform.scope.roles import Role
from thenchot.platform.ui import help as subjects_of_help
from thenchot.platform.ui import menu
from thenchot.platform.ui.help import Subject, register, subject_of, subjects

VIETNAMESE = re.compile(r"[ăđơưạảấầậắặẹếềểệỉịọốồổộớờợụủứừữự]")
TEXT = re.compile(r'<div class="stack guide">(.*?)</main>', re.S)
IN_VIETNAMESE = re.compile(r'<span class="law" lang="vi">.*?</span>', re.S)
LINK = re.compile(r'href="(/[^"]*)"')


@pytest.fixture
def world(db):
    return build_world()


def text_of(client, subject):
    page = client.get(reverse("help_page", args=[subject.code]))
    assert page.status_code == 200
    return TEXT.search(page.content.decode())[1]


@pytest.mark.parametrize("subject", subjects(), ids=lambda subject: subject.code)
class TestSubject:
    def test_is_written_in_both_languages(self, world, subject):
        client = world.client(Role.OFFICER)
        assert len(re.findall("<li>", text_of(client, subject))) >= 5
        client.cookies["django_language"] = "en"
        english = re.sub(r"<[^>]+>", "", IN_VIETNAMESE.sub("", text_of(client, subject)))
        assert VIETNAMESE.search(english) is None

    def test_leads_nobody_to_a_refusal(self, world, subject):
        for role in (Role.STAFF, Role.OFFICER, Role.ADMIN, Role.GUEST):
            client = world.client(role)
            for link in LINK.findall(text_of(client, subject)):
                assert client.get(link).status_code in (200, 302), (role, link)

    def test_stands_in_the_list(self, world, subject):
        page = world.client(Role.GUEST).get(reverse("help_list")).content.decode()
        assert f'href="{reverse("help_page", args=[subject.code])}"' in page


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/tasks/7/", "programmes"),
        ("/people/7/", "files"),
        ("/people/import/", "excel"),
        ("/units/schemes/", "posts"),
        ("/my/month/", "work"),
        ("/months/units/7/", "scoring"),
        ("/years/1/", "year"),
        ("/complaints/1/settle/", "complaints"),
        ("/", None),
        ("/insight/", None),
    ],
)
def test_a_page_belongs_to_one_subject(path, code):
    subject = subject_of(path)
    assert (subject and subject.code) == code


def test_every_page_has_its_mark(world):
    client = world.client(Role.OFFICER)
    for entry in menu.entries():
        if not entry.is_open_to(world.actor(Role.OFFICER)):
            continue
        answer = client.get(reverse(entry.url_name), follow=True)
        assert answer.content.decode().count('class="help-mark"') == 1, entry.url_name


def test_what_is_no_subject_is_not_there(world):
    assert world.client(Role.OFFICER).get("/help/nothing/").status_code == 404


def test_two_subjects_never_stand_at_one_place():
    first = subjects()[0]
    with pytest.raises(ValueError, match=f"place {first.place}"):
        register(Subject(first.place, "khac", "Khác", "Khác"))
    assert subjects_of_help.get_subject("khac") is None


def test_figures_are_those_in_force(world):
    """What a locality sets is told to its people."""
    from datetime import date

    from thenchot.platform.policies.services import confirm_value, enter_value

    def told():
        page = world.client(Role.OFFICER).get(reverse("help_page", args=["programmes"]))
        return re.sub(r"\s+", " ", page.content.decode())

    assert "nhận việc trong 3 ngày làm việc" in told()
    value = enter_value(
        world.actor(Role.OFFICER),
        path=world.ward.path,
        key="programme.accept_within_working_days",
        value=2,
        basis="QĐ 1",
        valid_from=date(2026, 1, 1),
    )
    confirm_value(world.actor(Role.LEADER), value_id=value.pk)
    assert "nhận việc trong 2 ngày làm việc" in told()
