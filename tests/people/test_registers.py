"""Lists of the room: what they narrow, what leaves as a file, many rows for the price of one."""

import io
import json
from datetime import timedelta

import docx
import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.registers import chosen, file_of
from tests.worlds import staff

from thenchot.people.filing import breaches, data_requests, pledges, proposing
from thenchot.people.filing.registers import (
    BreachRegister,
    DataRequestRegister,
    FileProposalRegister,
    IncompleteRegister,
    PledgeRegister,
)
from thenchot.people.models import Person
from thenchot.people.registers import PersonRegister
from thenchot.people.services import link_account
from thenchot.platform.clock import now, today
from thenchot.platform.scope.actor import SYSTEM, actor_for
from thenchot.platform.scope.roles import Role

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]


@pytest.fixture
def officer(world):
    return world.actor(Role.OFFICER)


@pytest.fixture
def owner(world):
    """Somebody of the ward who signs in."""
    account = world.account(Role.STAFF)
    link_account(SYSTEM, person_id=world.people["ubnd"].pk, account_id=account.pk)
    return actor_for(account)


def sheet(content):
    rows = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    return list(rows)


def sign(person, **more):
    told = {"year": today().year, "content": "Giữ lời", "signed_on": today(), **more}
    return pledges.sign_pledge(SYSTEM, person_id=person.pk, **told)


class TestPledges:
    def test_who_has_not_signed(self, world, officer):
        sign(world.people["ubnd"])
        missing = chosen(PledgeRegister, officer, missing="on")
        assert world.people["ubnd"] not in missing and len(missing) == len(world.people) - 1
        assert len(chosen(PledgeRegister, officer)) == len(world.people)

    def test_of_another_year(self, world, officer):
        sign(world.people["ubnd"])
        other = today().year - 1
        missing = chosen(PledgeRegister, officer, missing="on", year=other)
        assert len(missing) == len(world.people)

    def test_the_page_counts_who_signed(self, world):
        sign(world.people["ubnd"])
        text = world.client(Role.OFFICER).get(reverse("pledge_list")).content.decode()
        assert f"1 trong {len(world.people)} người đã ký" in text and "chưa ký" in text

    def test_days_leave_as_days(self, world, officer):
        sign(world.people["ubnd"])
        heads, *rows = sheet(file_of(PledgeRegister, officer))
        signed = dict(zip(heads, next(row for row in rows if "Phạm Thị Duyên" in row), strict=True))
        assert signed["Ngày ký"].date() == today() and signed["Nhìn lại"] is None


class TestRequests:
    def test_the_waiting_ones(self, owner, officer):
        first = data_requests.ask(owner, kind="see", content="Xin bản sao")
        second = data_requests.ask(owner, kind="see", content="Xin bản khác")
        data_requests.answer(officer, request_id=first.pk, text="Đã gửi")
        assert chosen(DataRequestRegister, officer, waiting="on") == [second]
        assert {first, second} == set(chosen(DataRequestRegister, officer))

    def test_late_and_waiting_are_marked(self, world, owner):
        asked = data_requests.ask(owner, kind="see", content="Xin bản sao")
        asked.due_on = today() - timedelta(days=1)
        asked.save()
        text = world.client(Role.OFFICER).get(reverse("data_request_list")).content.decode()
        assert "quá hạn" in text and "chờ trả lời" in text

    def test_the_book_on_paper(self, owner, officer):
        data_requests.ask(owner, kind="see", content="Xin bản sao")
        document = docx.Document(io.BytesIO(file_of(DataRequestRegister, officer, "docx")))
        words = [p.text for p in document.paragraphs]
        assert "SỔ THEO DÕI YÊU CẦU VỀ DỮ LIỆU CÁ NHÂN" in words


class TestBreaches:
    def note(self, world, officer, what="Gửi nhầm"):
        return breaches.note_breach(
            officer, unit_id=world.ward.pk, found_at=now(), what=what, affected="Một người"
        )

    def test_what_is_not_closed(self, world, officer):
        open_one, closed = self.note(world, officer), self.note(world, officer)
        breaches.follow_breach(
            officer, breach_id=closed.pk, measures="", notified_at=now(), closed_on=today()
        )
        assert chosen(BreachRegister, officer, open="on") == [open_one]

    def test_until_when_the_authority_is_told(self, world, officer):
        self.note(world, officer)
        text = world.client(Role.OFFICER).get(reverse("breach_list")).content.decode()
        assert "trước" in text and "Gửi nhầm" in text

    def test_the_file_has_every_word(self, world, officer):
        what = " ".join(f"từ{n}" for n in range(60))
        self.note(world, officer, what)
        heads, row = sheet(file_of(BreachRegister, officer))
        assert dict(zip(heads, row, strict=True))["Việc gì"] == what


class TestFiles:
    def test_what_is_missing_leaves_as_names_of_items(self, world, officer):
        heads, *rows = sheet(file_of(IncompleteRegister, officer))
        assert heads == ("Họ và tên", "Đơn vị", "Chức danh", "Mục còn thiếu")
        assert len(rows) == len(world.people) and all(row[3] for row in rows)

    def test_of_one_unit(self, world, officer):
        unit = world.units["mặt trận"]
        seats = chosen(IncompleteRegister, officer, unit=unit.pk)
        assert {seat.unit for seat in seats} == {unit}

    def test_proposals_wait_in_order(self, owner, officer):
        proposing.propose(owner, section="identity", row_id=None, values={"phone": "0904"})
        found = chosen(FileProposalRegister, officer)
        assert [proposal.section for proposal in found] == ["identity"]
        _heads, row = sheet(file_of(FileProposalRegister, officer))
        assert row[0] == "Phạm Thị Duyên"


def more_people(world, start, count):
    names = [f"Lê Văn {chr(97 + n % 26)}{n}" for n in range(start, start + count)]
    staff(world, world.units["ubnd"], names)


@pytest.mark.parametrize("route", ["pledge_list", "file_state"])
@pytest.mark.parametrize("form", ["", "xlsx", "docx"])
def test_one_row_costs_what_many_cost(world, route, form):
    client = world.client(Role.OFFICER)
    name, keys = (f"{route}_file", {"form": form}) if form else (route, {})
    costs = []
    for start, count in ((0, 1), (1, 40)):
        more_people(world, start, count)
        for person in Person.objects.filter(full_name__startswith="Lê Văn", pledges=None):
            sign(person)
        address = reverse(name, kwargs=keys)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_a_list_as_data_has_the_same_columns(world, officer):
    told = json.loads(file_of(PersonRegister, officer, "json", q="duong"))
    assert [row["name"] for row in told["rows"]] == ["Nguyễn Văn Đường"]
    assert {"Họ và tên", "Đơn vị"} <= {column["title"] for column in told["columns"]}
