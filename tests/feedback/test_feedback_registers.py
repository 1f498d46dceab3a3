"""The lists of the room: rounds, sets of criteria; what they cost, what leaves as Excel."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.feedback.conftest import QUARTER
from tests.registers import answer_of, asked_by, chosen, rows_of_excel
from tests.worlds import signed_in

from thenchot.feedback.registers import CriteriaRegister, RoundRegister
from thenchot.feedback.services import drafting
from thenchot.kernel.periods import Quarter
from thenchot.platform.clock import today

pytestmark = pytest.mark.django_db
EARLIER = Quarter(2026, 2)


@pytest.fixture
def two_rounds(crowd, monkeypatch):
    """One closed, the next one open; the first looks at two people."""
    closed = crowd.open("staff 0", "staff 1", period=EARLIER)
    crowd.close(monkeypatch)
    return closed, crowd.open("staff 2")


def text_of(crowd, address, name="officer") -> str:
    return " ".join(signed_in(crowd.accounts[name]).get(address).content.decode().split())


class TestRounds:
    def test_the_latest_first_with_how_many_people(self, crowd, two_rounds):
        closed, opened = two_rounds
        rows = chosen(RoundRegister, crowd.actor("officer"))
        assert rows == [opened, closed]
        assert [(row.people, row.state) for row in rows] == [(1, "open"), (2, "closed")]

    @pytest.mark.parametrize(("state", "place"), [("closed", 0), ("open", 1)])
    def test_by_state_with_the_counts_of_each(self, crowd, two_rounds, state, place):
        asked = asked_by(RoundRegister, crowd.actor("officer"), state=state)
        assert list(asked.chosen_rows()) == [two_rounds[place]]
        assert {one.code: one.count for one in asked.counts()} == {"open": 1, "closed": 1}

    def test_by_words_and_by_unit(self, crowd, two_rounds):
        actor = crowd.actor("officer")
        assert len(chosen(RoundRegister, actor, q=crowd.unit.name)) == 2
        assert chosen(RoundRegister, actor, q="không có đợt này") == []
        other = crowd.world.units["mặt trận"]
        assert chosen(RoundRegister, actor, unit=other.pk) == []

    def test_in_the_order_of_people(self, crowd, two_rounds):
        rows = chosen(RoundRegister, crowd.actor("officer"), sort="-people")
        assert rows == list(two_rounds)

    def test_as_excel(self, crowd, two_rounds):
        _closed, opened = two_rounds
        row = rows_of_excel(answer_of(crowd.accounts["officer"], "feedback_list"))[0]
        assert row["Đợt"] == f"{crowd.unit.name}, quý {'I' * QUARTER.index}/{QUARTER.year}"
        assert (row["Số người"], row["Tình trạng"]) == (1, "đang lấy ý kiến")
        assert row["Nhận ý kiến đến hết ngày"].date() == opened.closes_on

    def test_no_name_of_anybody_leaves_with_the_list(self, crowd, two_rounds):
        rows = rows_of_excel(answer_of(crowd.accounts["officer"], "feedback_list"))
        told = " ".join(str(value) for row in rows for value in row.values())
        assert not any(person.full_name in told for person in crowd.people.values())

    def test_a_stranger_sees_none(self, crowd, two_rounds):
        assert chosen(RoundRegister, crowd.actor("mặt trận")) == []

    def test_closing_stands_out_after_the_last_day(self, crowd, monkeypatch):
        found = crowd.open()
        page, close = (reverse(f"feedback_{name}", args=[found.pk]) for name in ("round", "close"))
        assert 'class="btn"' in text_of(crowd, page).split(close)[1].split("</form>")[0]
        monkeypatch.setenv("THENCHOT_TODAY", (found.closes_on + timedelta(1)).isoformat())
        assert 'class="btn go"' in text_of(crowd, page).split(close)[1].split("</form>")[0]


class TestSets:
    @pytest.fixture
    def draft(self, crowd):
        return drafting.adopt_criteria(
            crowd.actor("officer"), unit_id=crowd.world.ward.pk, code="sau-tieu-chi"
        )

    def test_by_state_and_use(self, crowd, draft):
        actor = crowd.actor("officer")
        assert chosen(CriteriaRegister, actor, state="draft") == [draft]
        assert chosen(CriteriaRegister, actor, state="issued") == [crowd.criteria]
        assert draft in chosen(CriteriaRegister, actor, use=draft.use)

    def test_what_was_replaced_is_not_listed(self, crowd):
        new = drafting.revise_criteria(crowd.actor("officer"), set_id=crowd.criteria.pk)
        drafting.issue_criteria(
            crowd.actor("leader"), set_id=new.pk, basis="QĐ 6", valid_from=date(2026, 12, 1)
        )
        assert chosen(CriteriaRegister, crowd.actor("officer")) == [new]

    def test_in_the_order_of_names(self, crowd, draft):
        rows = chosen(CriteriaRegister, crowd.actor("officer"), sort="-name")
        assert [row.name for row in rows] == sorted((row.name for row in rows), reverse=True)

    def test_as_excel(self, crowd, draft):
        rows = rows_of_excel(answer_of(crowd.accounts["officer"], "criteria_list"))
        held = next(row for row in rows if row["Trạng thái"] == "đang áp dụng")
        assert held["Bộ tiêu chí"] == str(crowd.criteria)
        assert held["Áp dụng từ"].date() == crowd.criteria.valid_from

    def test_those_that_ship_are_adopted_by_whoever_draws_up_sets(self, crowd):
        adopt = reverse("criteria_adopt", args=["sau-tieu-chi"])
        address = reverse("criteria_list")
        assert adopt in text_of(crowd, address)
        assert adopt not in text_of(crowd, address, "leader")


class TestWhatTheyCost:
    @pytest.mark.parametrize("form", ["", "xlsx"])
    def test_rounds(self, crowd, form):
        self.does_not_grow(crowd, "feedback_list", form, lambda n: crowd.open(f"staff {n}"))

    @pytest.mark.parametrize("form", ["", "xlsx"])
    def test_sets(self, crowd, form):
        codes = ("sau-tieu-chi", "ba-khong-ba-co")
        units = (crowd.world.ward, crowd.unit)
        wanted = [(unit.pk, code) for unit in units for code in codes]
        officer = crowd.actor("officer")
        self.does_not_grow(
            crowd,
            "criteria_list",
            form,
            lambda n: drafting.adopt_criteria(officer, unit_id=wanted[n][0], code=wanted[n][1]),
        )

    def test_results(self, crowd, monkeypatch):
        def more(n):
            crowd.open(f"staff {n}")
            crowd.close(monkeypatch)

        self.does_not_grow(crowd, "feedback_people", "", more)

    def does_not_grow(self, crowd, route, form, more):
        address = (
            reverse(f"{route}_file", kwargs={"form": form}) if form else reverse(route)
        ) + "?q="
        browser = signed_in(crowd.accounts["officer"])
        costs = []
        for rows in (range(1), range(1, 4)):
            for n in rows:
                more(n)
            browser.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert browser.get(address).status_code == 200
            costs.append(len(queries))
        assert costs[0] == costs[1] <= 14


def test_the_day_of_today_is_the_last_one_to_answer(crowd):
    found = crowd.open(closes_on=today())
    mine = text_of(crowd, reverse("feedback_mine"), "staff 1")
    assert reverse("feedback_answer", args=[crowd.reviewee(found=found).pk]) in mine
