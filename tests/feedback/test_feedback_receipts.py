"""One receipt for page, paper and JSON: the same digits, the unit's result read from its rating,
nothing that tells who said what (ADR 14).
"""

import io
import json
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from docx import Document
from tests.worlds import signed_in

from thenchot.feedback import exports
from thenchot.feedback.models import SignedView
from thenchot.feedback.queries.rounds import get_reviewee
from thenchot.feedback.rules.receipt import again
from thenchot.platform import policies
from thenchot.platform.audit.models import Read
from thenchot.policy.merge import digest
from thenchot.policy.parameters import RatingRoundPolicy
from thenchot.rating.models import OrganisationDecision, OrganisationRating, Round

pytestmark = pytest.mark.django_db
UNIT_SIDES = {"staff": {"self": 50, "unit_result": 50}, "head": {"self": 100}}


def words(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    rows = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + rows)


def doors(crowd, who="officer", name="staff 0") -> tuple[str, dict, str]:
    """(page, JSON, words of the paper) about somebody."""
    browser, pk = signed_in(crowd.accounts[who]), crowd.reviewee(name).pk
    page, data, paper = (
        browser.get(reverse(route, args=[pk]))
        for route in ("feedback_person", "feedback_receipt", "feedback_print")
    )
    assert [one.status_code for one in (page, data, paper)] == [200, 200, 200]
    return page.content.decode(), json.loads(data.content), words(paper.content)


def shown(text: str) -> str:
    return text.replace(".", ",")


@pytest.fixture
def closed(crowd, monkeypatch):
    """Self 10, the superior 9 with a remark, seven peers 1 to 7: 4 on average; nobody of the
    collective is asked.
    """
    crowd.open()
    crowd.sign("staff 0", value=10)
    crowd.sign("head", value=9)
    for n in range(1, 8):
        crowd.answer(f"staff {n}", value=n)
    crowd.close(monkeypatch)
    return crowd


class TestOneObject:
    def test_page_paper_and_json_show_the_same_digits(self, closed):
        page, data, paper = doors(closed)
        numbers = [data["total"], *(line["value"] for line in data["receipt"] if line["value"])]
        assert numbers == ["77.14", "100.00", "90.00", "40.00", "77.14"]  # (1000 + 3600 + 800) / 70
        for number in numbers:
            assert shown(number) in page and shown(number) in paper

    def test_the_paper_is_the_partys_for_a_set_of_the_party(self, closed):
        """And the State's for a set of the place; no id of our own list of clauses stands on it."""
        party = doors(closed)[2]
        closed.criteria.use = "local"
        closed.criteria.save()
        state = doors(closed)[2]
        assert "ĐẢNG CỘNG SẢN VIỆT NAM" in party and "CỘNG HÒA" not in party and "S0-0" not in party
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in state and "ĐẢNG" not in state

    def test_it_is_what_was_stored_at_closing(self, closed):
        _, data, _ = doors(closed)
        reviewee = closed.reviewee()
        assert (data["receipt"], data["policy"], data["policy_hash"]) == (
            reviewee.result,
            reviewee.policy,
            reviewee.policy_hash,
        )

    def test_counted_anew_it_gives_the_same(self, closed):
        _, data, _ = doors(closed)
        assert again(data["receipt"], data["policy"]) == data["receipt"]

    def test_with_another_weight_it_gives_another(self, closed):
        """So the comparison above proves something."""
        _, data, _ = doors(closed)
        values = data["policy"] | {"sides": data["policy"]["sides"] | {"peers": "90.00"}}
        assert again(data["receipt"], values)[-1]["value"] != data["total"]

    def test_holds_the_values_it_was_counted_with(self, closed):
        _, data, _ = doors(closed)
        assert data["policy"]["sides"] == {
            "self": "10.00",
            "superior": "40.00",
            "peers": "20.00",
            "collective": "10.00",
            "citizens": "20.00",
        }
        assert data["policy"]["least_people"] == 5 and len(data["policy"]["criteria"]) == 6
        assert data["policy_hash"] == digest(data["policy"])

    def test_a_later_set_of_criteria_changes_nothing(self, closed):
        before = doors(closed)[1]
        closed.criteria.sides = {"staff": {"self": 100}}
        closed.criteria.save()
        closed.criteria.criteria.update(weight=1)
        assert doors(closed)[1] == before


class TestWhoReadsIt:
    def test_nothing_before_the_round_closes(self, crowd):
        crowd.open()
        for n in range(1, 9):
            crowd.answer(f"staff {n}")
        for route in ("feedback_receipt", "feedback_print"):
            response = signed_in(crowd.accounts["officer"]).get(
                reverse(route, args=[crowd.reviewee().pk])
            )
            assert response.status_code == 403 and "chưa có kết quả" in response.content.decode()

    def test_nobody_outside_of_the_branch_and_no_peer(self, closed):
        for name in ("mặt trận", "staff 1"):
            for route in ("feedback_receipt", "feedback_print"):
                assert (
                    signed_in(closed.accounts[name])
                    .get(reverse(route, args=[closed.reviewee().pk]))
                    .status_code
                    == 404
                )

    def test_the_own_one_leaves_no_read_another_does(self, closed):
        for who, reads in (("staff 0", 0), ("leader", 2)):
            for route in ("feedback_receipt", "feedback_print"):
                assert (
                    signed_in(closed.accounts[who])
                    .get(reverse(route, args=[closed.reviewee().pk]))
                    .status_code
                    == 200
                )
            assert Read.objects.filter(account=closed.accounts[who].pk).count() == reads


class TestAnonymity:
    """What the page keeps to itself the two other doors keep too."""

    def test_no_door_names_who_answered(self, closed):
        for text in map(str, doors(closed)):
            assert not [n for n in range(1, 9) if closed.people[f"staff {n}"].full_name in text]

    def test_four_answers_leave_no_digit_at_any_door(self, crowd, monkeypatch):
        crowd.open()
        crowd.sign("staff 0", value=10)
        for n in range(1, 5):
            crowd.answer(f"staff {n}", value=3)
        crowd.close(monkeypatch)
        page, data, paper = doors(crowd)
        (peers,) = [line for line in data["receipt"] if line["code"] == "peers"]
        assert (
            peers["value"] is None
            and "parts" not in peers
            and (peers["facts"]["state"], peers["facts"]["people"], peers["facts"]["gives"])
            == ("few", 0, None)
        )
        for text in (page, paper):
            assert "30,00" not in text and "dưới 5 câu trả lời" in text

    def test_a_second_round_that_differs_by_one_person_is_withheld_at_every_door(
        self, crowd, monkeypatch
    ):
        """Five answer, then the same and a sixth: together they would tell what the sixth gave."""
        for last in (6, 7):
            monkeypatch.setenv("THENCHOT_TODAY", "2026-11-02")
            crowd.open()
            for n in range(1, last):
                crowd.answer(f"staff {n}", value=2 if n == 6 else 8)
            crowd.close(monkeypatch)
        page, data, paper = doors(crowd)
        (peers,) = [line for line in data["receipt"] if line["code"] == "peers"]
        assert (
            peers["facts"]["state"] == "withheld"
            and peers["value"] is None
            and "parts" not in peers
        )
        for text in (page, paper):
            assert "70,00" not in text and "không công bố" in text

    def test_sums_are_of_five_people_or_more_or_signed(self, closed):
        lines = doors(closed)[1]["receipt"][:-1]
        released = [line for line in lines if line.get("parts")]
        assert {line["code"] for line in released} == {"self", "superior", "peers"}
        assert all(
            line["facts"]["people"] >= 5
            for line in released
            if line["code"] not in ("self", "superior")
        )

    def test_the_order_of_answering_is_in_no_door(self, crowd, monkeypatch):
        def told():
            _, data, paper = doors(crowd)
            return {key: value for key, value in data.items() if key != "closed_at"}, paper

        one, other = crowd.in_both_orders(monkeypatch, told)
        assert one == other


class TestTheUnitsResult:
    @pytest.fixture
    def asked(self, crowd):
        crowd.criteria.sides = UNIT_SIDES
        crowd.criteria.save()
        crowd.open()
        crowd.sign("staff 0", value=10)
        return crowd

    def decide(
        self, crowd, *, total, year=2026, number="15-QĐ/UBND", rules="nd335", on=date(2026, 10, 20)
    ) -> OrganisationDecision:
        found, _ = Round.objects.get_or_create(
            unit=crowd.world.ward, subject="organisations", year=year, rules=rules
        )
        values = {
            key: value.value
            for key, value in policies.resolved(crowd.unit.path, date(2026, 12, 31))
            .only(RatingRoundPolicy)
            .items()
        }
        body = OrganisationRating.objects.create(
            round=found, unit=crowd.unit, total=total, status="rated", level="good", policy=values
        )
        return OrganisationDecision.objects.create(
            body=body, level="good", proposed="good", number=number, decided_on=on
        )

    def line(self, crowd) -> dict:
        return next(line for line in crowd.reviewee().result if line["code"] == "unit_result")

    def test_is_read_from_the_decided_rating_and_says_from_which(self, asked, monkeypatch):
        decision = self.decide(asked, total=Decimal("80.50"))
        asked.close(monkeypatch)
        assert asked.reviewee().total == Decimal("90.25")  # (10 of 10 and 80.5 of 100) / 2
        origin = self.line(asked)["facts"]["origin"]
        assert (origin["decision"], origin["rating"], origin["number"]) == (
            decision.pk,
            decision.body_id,
            "15-QĐ/UBND",
        )
        assert asked.figure("unit_result").decision_id == decision.pk
        page, data, paper = doors(asked)
        assert (
            "15-QĐ/UBND" in page
            and "15-QĐ/UBND" in paper
            and again(data["receipt"], data["policy"]) == data["receipt"]
        )

    def test_without_a_decision_it_is_not_asked_and_leaves_the_denominator(
        self, asked, monkeypatch
    ):
        asked.close(monkeypatch)
        figure = asked.figure("unit_result")
        assert (figure.state, figure.reason) == (
            "not_asked",
            "đơn vị chưa có quyết định xếp loại năm 2026",
        )
        assert asked.reviewee().total == Decimal("100.00")
        page, _, paper = doors(asked)
        assert figure.reason in page and figure.reason in paper

    def test_points_that_are_not_decided_yet_do_not_count(self, asked, monkeypatch):
        decision = self.decide(asked, total=Decimal("80.50"))
        OrganisationDecision.objects.filter(pk=decision.pk).update(
            replaced_at=asked.rounds[-1].opened_at
        )
        asked.close(monkeypatch)
        assert asked.figure("unit_result").state == "not_asked"

    @pytest.mark.parametrize(
        ("year", "total", "reason"),
        [(2025, Decimal(80), "chưa có quyết định xếp loại năm 2026"), (2026, None, "chỉ ghi mức")],
    )
    def test_nor_does_another_year_or_a_level_without_points(
        self, asked, monkeypatch, year, total, reason
    ):
        self.decide(asked, total=total, year=year)
        asked.close(monkeypatch)
        figure = asked.figure("unit_result")
        assert figure.state == "not_asked" and reason in figure.reason and figure.sums == {}

    def test_of_two_rounds_the_later_decision(self, asked, monkeypatch):
        self.decide(asked, total=Decimal(60), rules="qd366", on=date(2026, 10, 1))
        later = self.decide(asked, total=Decimal(90))
        asked.close(monkeypatch)
        assert (
            asked.figure("unit_result").decision_id == later.pk
            and self.line(asked)["value"] == "90.00"
        )

    def test_a_decision_replaced_afterwards_leaves_the_receipt_as_it_was(self, asked, monkeypatch):
        old = self.decide(asked, total=Decimal(80))
        asked.close(monkeypatch)
        before = exports.receipt_of_feedback(
            get_reviewee(asked.actor("officer"), asked.reviewee().pk)
        )
        OrganisationDecision.objects.filter(pk=old.pk).update(
            replaced_at=asked.rounds[-1].opened_at
        )
        assert (
            exports.receipt_of_feedback(get_reviewee(asked.actor("officer"), asked.reviewee().pk))
            == before
        )

    def test_nobody_types_it_in_any_more(self, asked):
        assert not SignedView.objects.filter(side="unit_result").exists()
        assert (
            "đọc từ xếp loại năm của đơn vị"
            in signed_in(asked.accounts["officer"])
            .get(reverse("feedback_person", args=[asked.reviewee().pk]))
            .content.decode()
        )
