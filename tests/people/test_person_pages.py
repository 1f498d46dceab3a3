"""Pages of people: adding, correcting, seats, accounts, the list from Excel."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from thenchot.people.models import Person
from thenchot.people.queries import person_of
from thenchot.people.services import link_account
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role

WITHOUT_TOKEN = re.compile(r'csrfmiddlewaretoken" value="[^"]+|"X-CSRFToken": "[^"]+')


def text(answer):
    return answer.content.decode()


def url(name, thing):
    return reverse(name, args=[thing.pk])


class TestNew:
    def data(self, world, **fields):
        first = {
            "full_name": "Trần Thị Hoa",
            "unit": world.units["ubnd"].pk,
            "title": "Chuyên viên",
            "valid_from": "2026-02-01",
        }
        return first | fields

    @pytest.mark.parametrize(
        ("written", "kept"), [("12/05/1980", "12/05/1980"), ("1980", "1980"), ("", "")]
    )
    def test_birth_as_one_writes_it(self, world, written, kept):
        world.client(Role.OFFICER).post("/people/new/", self.data(world, born=written))
        assert Person.objects.get(full_name="Trần Thị Hoa").born == kept

    def test_an_impossible_birth_says_why(self, world):
        answer = world.client(Role.OFFICER).post(
            "/people/new/", self.data(world, born="31/02/1980")
        )
        assert "Không có ngày 31/02/1980" in text(answer)

    def test_a_second_head_is_refused_on_the_form(self, world):
        answer = world.client(Role.OFFICER).post("/people/new/", self.data(world, is_head="on"))
        assert "đang do Phạm Thị Duyên đứng đầu" in text(answer)
        assert not Person.objects.filter(full_name="Trần Thị Hoa").exists()

    def test_a_stranger_s_unit_is_no_choice(self, world):
        world.client(Role.OFFICER).post(
            "/people/new/", self.data(world, unit=world.other_units["ubnd"].pk)
        )
        assert not Person.objects.filter(full_name="Trần Thị Hoa").exists()


class TestChange:
    def test_edit_shows_what_is_known_and_writes_what_is_new(self, world):
        person, client = world.people["ubnd"], world.client(Role.OFFICER)
        assert "Phạm Thị Duyên" in text(client.get(url("person_edit", person)))
        client.post(
            url("person_edit", person),
            {"full_name": "Phạm Thị Duyên", "sex": "f", "born": "1975", "email": "d@phuong.vn"},
        )
        person.refresh_from_db()
        assert (person.sex, person.born, person.email) == ("f", "1975", "d@phuong.vn")

    def test_transfer(self, world):
        person, to = world.people["phòng văn hóa"], world.units["ubnd"]
        data = {
            "unit": to.pk,
            "title": "Phó Chánh Văn phòng",
            "valid_from": "2026-03-01",
            "kind": "transfer",
        }
        page = text(
            world.client(Role.OFFICER).post(url("person_appoint", person), data, follow=True)
        )
        assert "28/02/2026" in page and "Phó Chánh Văn phòng" in page

    def test_concurrent(self, world):
        person, to = world.people["phòng văn hóa"], world.units["ubnd"]
        data = {"unit": to.pk, "title": "Ủy viên", "valid_from": "2026-03-01", "kind": "concurrent"}
        world.client(Role.OFFICER).post(url("person_appoint", person), data)
        assert person.appointments.filter(valid_to=None).count() == 2

    def test_end(self, world):
        seat = world.people["ubnd"].appointments.get()
        world.client(Role.OFFICER).post(
            url("appointment_end", seat), {"on": "2026-01-31", "reason": "nghỉ hưu"}
        )
        assert world.people["ubnd"].appointments.get().valid_to == date(2026, 1, 31)

    def test_end_before_the_start_is_refused_on_the_form(self, world):
        seat = world.people["ubnd"].appointments.get()
        assert "Ngày cuối phải từ 01/07/2025" in text(
            world.client(Role.OFFICER).post(url("appointment_end", seat), {"on": "2025-01-01"})
        )


class TestAccount:
    def test_is_linked_by_its_name(self, world):
        account = world.account(Role.HEAD, world.units["ubnd"])
        world.client(Role.ADMIN).post(
            url("person_account", world.people["ubnd"]), {"username": account.username}
        )
        assert person_of(account) == world.people["ubnd"]

    @pytest.mark.parametrize("role", [Role.ADMIN, Role.OFFICER])
    def test_a_name_of_another_ward_is_refused_like_one_that_nobody_bears(self, world, role):
        foreign = world.account(Role.HEAD, world.other_units["ubnd"])
        link_account(SYSTEM, person_id=world.other_people["ubnd"].pk, account_id=foreign.pk)
        unlinked = world.account(Role.STAFF, world.other_units["ubnd"])
        client, page = world.client(role), url("person_account", world.people["ubnd"])
        answers = {
            WITHOUT_TOKEN.sub("", text(client.post(page, {"username": name}))).replace(name, "")
            for name in ("khongco", foreign.username, unlinked.username.upper())
        }
        assert len(answers) == 1 and "không có tài khoản" in answers.pop()
        assert person_of(unlinked) is None

    def test_a_holder_elsewhere_is_not_named(self, world):
        account = world.account(Role.HEAD, world.units["ubnd"])
        link_account(SYSTEM, person_id=world.other_people["ubnd"].pk, account_id=account.pk)
        page = url("person_account", world.people["ubnd"])
        answer = text(world.client(Role.ADMIN).post(page, {"username": account.username}))
        assert "đã gắn với một hồ sơ khác" in answer
        assert world.other_people["ubnd"].full_name not in answer


class TestImportPages:
    def test_looks_first_then_writes(self, world):
        client = world.client(Role.OFFICER)
        content = write_sheet([Column("Họ tên"), Column("Năm sinh")], [["Trần Thị Hoa", 1980]])
        answer = client.post(
            "/people/import/",
            {"home": world.ward.pk, "file": SimpleUploadedFile("a.xlsx", content)},
            follow=True,
        )
        assert (
            "chỉ có năm sinh 1980" in text(answer)
            and not Person.objects.filter(full_name="Trần Thị Hoa").exists()
        )
        done = client.post(answer.request["PATH_INFO"], follow=True)
        assert "1 mới" in text(done) and Person.objects.filter(full_name="Trần Thị Hoa").exists()

    def test_confirming_twice_does_not_double(self, world):
        client = world.client(Role.OFFICER)
        content = write_sheet([Column("Họ tên"), Column("Năm sinh")], [["Trần Thị Hoa", 1980]])
        answer = client.post(
            "/people/import/",
            {"home": world.ward.pk, "file": SimpleUploadedFile("a.xlsx", content)},
            follow=True,
        )
        for _ in range(2):
            client.post(answer.request["PATH_INFO"])
        assert Person.objects.filter(full_name="Trần Thị Hoa").count() == 1
