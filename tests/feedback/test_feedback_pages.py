"""The pages of a round: who sees what, what a phone without JavaScript sends, and what a page
costs.
"""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.feedback.conftest import CUT_OFF
from tests.worlds import signed_in

from thenchot.feedback.models import Answer, FeedbackRound, SignedView
from thenchot.feedback.services.envelopes import FILLED
from thenchot.platform.audit.models import Read
from thenchot.platform.clock import today

pytestmark = pytest.mark.django_db


def text_of(crowd, name, route, *args) -> str:
    response = signed_in(crowd.accounts[name]).get(reverse(route, args=args))
    assert response.status_code == 200
    return response.content.decode()


def fields(crowd, **more):
    return {
        "unit": crowd.unit.pk,
        "set": crowd.criteria.pk,
        "period": "quarter",
        "number": 3,
        "year": 2026,
        "cut_off": CUT_OFF.isoformat(),
        "closes_on": (today() + timedelta(7)).isoformat(),
    } | more


class TestOpening:
    @pytest.fixture
    def browser(self, crowd):
        return signed_in(crowd.accounts["officer"])

    def test_first_shows_whom_it_asks_and_what_it_does_not_ask(self, crowd, browser):
        text = browser.post(reverse("feedback_new"), fields(crowd, preview="1")).content.decode()
        assert text.count('name="person"') == 10
        assert "không hỏi, dưới 5 người" in text and "chưa lấy ý kiến" in text
        assert not FeedbackRound.objects.exists()

    def test_then_opens_about_those_who_are_ticked(self, crowd, browser):
        chosen = [crowd.people["staff 0"].pk, crowd.people["head"].pk]
        response = browser.post(reverse("feedback_new"), fields(crowd, open="1", person=chosen))
        made = FeedbackRound.objects.get()
        assert response.url == reverse("feedback_round", args=[made.pk])
        assert set(made.reviewees.values_list("person", flat=True)) == set(chosen)

    def test_nobody_ticked_opens_nothing_and_says_so(self, crowd, browser):
        response = browser.post(reverse("feedback_new"), fields(crowd, open="1"))
        assert response.status_code == 200 and "Không có ai" in response.content.decode()
        assert not FeedbackRound.objects.exists()

    def test_a_set_of_another_unit_is_refused_at_its_field(self, crowd, browser):
        crowd.criteria.unit = crowd.world.units["mặt trận"]
        crowd.criteria.save()
        response = browser.post(reverse("feedback_new"), fields(crowd, preview="1"))
        assert "không áp dụng cho đơn vị" in response.content.decode()

    def test_days_out_of_order_are_told(self, crowd, browser):
        chosen = [crowd.people["staff 0"].pk]
        response = browser.post(
            reverse("feedback_new"), fields(crowd, open="1", person=chosen, closes_on="2026-10-01")
        )
        assert response.status_code == 200 and "Ngày cuối nhận ý kiến" in response.content.decode()


def waiting(desk: str) -> int:
    """How many invitations the desk tells of."""
    section = desk.partition('id="invitation"')[2].partition("</section>")[0]
    told = re.search(r'class="tag act">(\d+)<', section)
    return int(told[1]) if told else 0


class TestAnswering:
    def test_the_own_turns_and_nobody_elses(self, crowd):
        crowd.open("staff 0", "staff 1")
        text = text_of(crowd, "staff 2", "feedback_mine")
        assert (
            crowd.people["staff 0"].full_name in text and crowd.people["staff 1"].full_name in text
        )
        assert crowd.people["staff 0"].full_name not in text_of(crowd, "mặt trận", "feedback_mine")

    def test_the_desk_tells_what_is_left_to_say(self, crowd, monkeypatch):
        crowd.open("staff 0", "staff 1")
        assert waiting(text_of(crowd, "staff 2", "desk")) == 2
        crowd.answer("staff 2")
        assert waiting(text_of(crowd, "staff 2", "desk")) == 1
        monkeypatch.setenv(
            "THENCHOT_TODAY", (crowd.rounds[-1].closes_on + timedelta(1)).isoformat()
        )
        assert waiting(text_of(crowd, "staff 2", "desk")) == 0

    def test_says_before_that_no_name_is_kept(self, crowd):
        crowd.open()
        text = text_of(crowd, "staff 1", "feedback_answer", crowd.reviewee().pk)
        assert (
            "Không ghi tên." in text and "<script" not in text.split("<main")[1].split("</main")[0]
        )

    def test_a_used_turn_shows_no_form(self, crowd):
        crowd.open()
        crowd.answer("staff 1")
        assert "<select" not in text_of(crowd, "staff 1", "feedback_answer", crowd.reviewee().pk)

    def test_an_answer_that_lacks_something_keeps_what_was_chosen(self, crowd):
        crowd.open()
        browser = signed_in(crowd.accounts["staff 1"])
        response = browser.post(reverse("feedback_answer", args=[crowd.reviewee().pk]), {"c0": "9"})
        assert (
            response.status_code == 200
            and '<option value="9" selected>' in response.content.decode()
        )
        assert not Answer.objects.filter(sealed__startswith=FILLED).exists()

    def test_the_superior_signs_with_a_remark(self, crowd):
        crowd.open()
        browser = signed_in(crowd.accounts["head"])
        response = browser.post(
            reverse("feedback_sign", args=[crowd.reviewee().pk]),
            {f"c{n}": "8" for n in range(6)} | {"note": "Tốt"},
        )
        assert response.url == reverse("feedback_mine") and SignedView.objects.get().note == "Tốt"

    def test_no_named_door_for_an_anonymous_side_and_the_other_way_round(self, crowd):
        crowd.open()
        for name, route in (
            ("staff 1", "feedback_sign"),
            ("head", "feedback_answer"),
            ("staff 0", "feedback_answer"),
        ):
            assert (
                signed_in(crowd.accounts[name])
                .get(reverse(route, args=[crowd.reviewee().pk]))
                .status_code
                == 404
            )


class TestTheResult:
    @pytest.fixture
    def closed(self, crowd, monkeypatch):
        crowd.open("staff 0", "staff 1")
        for n in range(2, 9):
            crowd.answer(f"staff {n}", value=7)
        crowd.sign("head", value=9)
        crowd.close(monkeypatch)
        return crowd

    @pytest.mark.parametrize("name", ["staff 0", "head", "leader", "officer"])
    def test_read_by_oneself_the_superior_the_leader_the_officer(self, closed, name):
        text = text_of(closed, name, "feedback_person", closed.reviewee().pk)
        assert "83,33" in text  # (40 × 90 + 20 × 70) / 60
        assert "7 người trả lời" in text

    @pytest.mark.parametrize("name", ["staff 1", "staff 2", "mặt trận"])
    def test_hidden_from_colleagues(self, closed, name):
        assert (
            signed_in(closed.accounts[name])
            .get(reverse("feedback_person", args=[closed.reviewee().pk]))
            .status_code
            == 404
        )

    def test_reading_about_somebody_else_is_logged_reading_oneself_is_not(self, closed):
        text_of(closed, "staff 0", "feedback_person", closed.reviewee().pk)
        assert not Read.objects.exists()
        text_of(closed, "leader", "feedback_person", closed.reviewee().pk)
        assert Read.objects.get().subject_id == str(closed.people["staff 0"].pk)

    @pytest.mark.parametrize(
        ("route", "of_round"), [("feedback_people", False), ("feedback_round", True)]
    )
    def test_no_page_sets_figures_of_colleagues_side_by_side(self, closed, route, of_round):
        text = text_of(closed, "officer", route, *([closed.rounds[-1].pk] if of_round else []))
        assert closed.people["staff 0"].full_name in text and "83,33" not in text

    def test_nothing_is_told_before_it_closes(self, crowd):
        crowd.open()
        crowd.sign("head", value=9)
        text = text_of(crowd, "officer", "feedback_person", crowd.reviewee().pk)
        assert (
            "chưa ai đọc được" in text and "9,00" not in text and "không hỏi: dưới 5 người" in text
        )

    def test_the_own_results_are_on_the_own_page(self, closed):
        assert reverse("feedback_person", args=[closed.reviewee().pk]) in text_of(
            closed, "staff 0", "feedback_mine"
        )

    def test_closing_from_the_page(self, crowd, monkeypatch):
        found = crowd.open()
        browser = signed_in(crowd.accounts["officer"])
        assert browser.post(reverse("feedback_close", args=[found.pk])).status_code == 403
        monkeypatch.setenv("THENCHOT_TODAY", (found.closes_on + timedelta(1)).isoformat())
        assert browser.post(reverse("feedback_close", args=[found.pk])).status_code == 302
        found.refresh_from_db()
        assert found.is_closed


class TestWhatPagesCost:
    """The same number of queries about one person and about nine."""

    @pytest.mark.parametrize(
        ("name", "route", "limit"),
        [
            ("officer", "feedback_list", 10),
            ("officer", "feedback_round", 9),
            ("staff 8", "feedback_mine", 8),
        ],
    )
    def test_does_not_grow(self, crowd, name, route, limit):
        costs = []
        for names in (["staff 0"], [f"staff {n}" for n in range(1, 8)]):
            found = crowd.open(*names)
            browser, args = (
                signed_in(crowd.accounts[name]),
                [found.pk] if route == "feedback_round" else [],
            )
            browser.get(reverse(route, args=args))
            with CaptureQueriesContext(connection) as queries:
                assert browser.get(reverse(route, args=args)).status_code == 200
            costs.append(len(queries))
        assert costs[0] == costs[1] <= limit

    def test_nor_does_closing(self, crowd, monkeypatch):
        costs = []
        for names in (["staff 0"], [f"staff {n}" for n in range(1, 8)]):
            monkeypatch.setenv("THENCHOT_TODAY", "2026-11-02")
            found = crowd.open(*names)
            with CaptureQueriesContext(connection) as queries:
                crowd.close(monkeypatch, found)
            costs.append(len(queries))
        assert costs[0] == costs[1]

    def test_nor_does_planning(self, crowd):
        from thenchot.feedback.services.opening import plan

        costs = []
        for unit in (crowd.world.units["mặt trận"], crowd.unit):
            with CaptureQueriesContext(connection) as queries:
                plan(unit, crowd.criteria, CUT_OFF)
            costs.append(len(queries))
        assert costs == [2, 2]
