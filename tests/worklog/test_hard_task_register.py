"""The catalogue of hard tasks as it is told once: its page, filters, files and what can be done."""

import re
from datetime import date

import pytest
from django.urls import reverse
from tests.registers import (
    answer_of,
    asked_by,
    chosen,
    rows_of_excel,
    table_of_word,
    words_of_word,
)
from tests.worlds import account_with, signed_in

from thenchot.worklog.models import HardTask
from thenchot.worklog.registers.hard_tasks import HardTaskRegister
from thenchot.worklog.services import hard_tasks

pytestmark = pytest.mark.django_db
SOON, LATER = date(2026, 11, 5), date(2026, 12, 1)


@pytest.fixture
def three(office):
    """Open and nobody's, open and An's, solved by Bình; the last in the list was ended."""

    def opened(name, due_on, responsible=None):
        person = responsible and office.people[responsible].pk
        told = {"unit_id": office.unit.pk, "name": name, "difficulty": "Từ 2009"}
        return hard_tasks.open_hard_task(
            office.actor("head"), due_on=due_on, responsible_id=person, **told
        )

    tasks = opened("Chợ cũ", SOON), opened("=Kênh", LATER, "an"), opened("Đất", SOON, "binh")
    hard_tasks.solve_hard_task(office.actor("head"), hard_id=tasks[2].pk, outcome="Đo đạc lại")
    return tasks


def names(office, **asked) -> list[str]:
    return [hard.name for hard in chosen(HardTaskRegister, office.actor("head"), **asked)]


class TestList:
    @pytest.mark.parametrize(
        ("asked", "left"),
        [
            ({}, ["Chợ cũ", "=Kênh", "Đất"]),
            ({"q": "đạc lại"}, ["Đất"]),
            ({"state": "open"}, ["Chợ cũ", "=Kênh"]),
            ({"until": "2026-11-30"}, ["Chợ cũ", "Đất"]),
            ({"nobody": "on"}, ["Chợ cũ"]),
            ({"sort": "-due_on"}, ["=Kênh", "Chợ cũ", "Đất"]),
        ],
    )
    def test_narrowed_and_ordered(self, office, three, asked, left):
        assert names(office, **asked) == left

    def test_counts_of_each_state(self, office, three):
        counts = asked_by(HardTaskRegister, office.actor("head"), state="open").counts()
        assert [state.count for state in counts] == [2, 1, 0]


class TestFiles:
    def test_excel_has_days_as_days_and_no_formula(self, office, three):
        cho, kenh, dat = rows_of_excel(answer_of(office.accounts["leader"], "hard_list"))
        assert (cho["Hạn giải quyết"].date(), cho["Người chịu trách nhiệm"]) == (SOON, "chưa có ai")
        assert kenh["Việc khó"] == "'=Kênh"
        assert (dat["Tình trạng"], dat["Người giải quyết"]) == ("đã giải quyết", "Trần Thị Bình")

    def test_the_official_form_is_for_everybody_who_sees_it(self, office, three):
        answer = answer_of(office.accounts["an"], "hard_list", "docx")
        assert "DANH MỤC VIỆC KHÓ, VIỆC TỒN ĐỌNG" in words_of_word(answer)
        heads, cho, _kenh, dat = table_of_word(answer)
        assert heads[:4] == ["TT", "Việc khó", "Khó ở chỗ nào", "Đơn vị"]
        assert cho[4:8] == ["chưa có ai", "05/11/2026", "", "đang xử lý"]
        assert dat[-2:] == ["02/11/2026", "Đo đạc lại"]
        assert answer_of(office.accounts["an"], "hard_list").status_code == 403

    def test_a_stranger_takes_an_empty_list(self, office, three):
        stranger = account_with("leader", office.world.other_ward)
        assert rows_of_excel(answer_of(stranger, "hard_list")) == []


class TestManyAtOnce:
    def test_several_are_given_to_one_person_and_the_ended_is_refused(self, office, three):
        client = signed_in(office.accounts["head"])
        told = {"pk": [hard.pk for hard in three], "told": "1", "due_on": "2026-12-24"}
        address = reverse("hard_edit_together")
        assert "3 mục đã chọn" in client.post(address, {"pk": told["pk"]}).content.decode()
        told["responsible"] = office.people["binh"].pk
        text = client.post(address, told, follow=True).content.decode()
        assert "Đã làm với 2 mục." in text and "Việc này đã kết thúc." in text
        changed = HardTask.objects.filter(responsible=office.people["binh"], state="open")
        assert changed.count() == 2

    def test_whoever_may_not_has_nothing_to_tick(self, office, three):
        text = signed_in(office.accounts["an"]).get(reverse("hard_list")).content.decode()
        assert 'type="checkbox" name="pk"' not in " ".join(text.split())

    def test_what_has_ended_is_not_ticked(self, office, three):
        text = signed_in(office.accounts["head"]).get(reverse("hard_list")).content.decode()
        ticked = re.findall(r'name="pk" value="(\d+)"', " ".join(text.split()))
        assert {int(pk) for pk in ticked} == {hard.pk for hard in three[:2]}
