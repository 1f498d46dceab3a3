"""The Party's quarter from its tasks to a decision, and two failed quarters to a proposal that a
person decides about.
"""

import html
import io
import re
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from docx import Document
from tests.lowering import seen_and_sent_again
from tests.worlds import signed_in

from thenchot.kernel.decision import Refused
from thenchot.people.models import Appointment, Discipline
from thenchot.platform.audit.models import Event, Read
from thenchot.platform.scope.actor import NotVisible
from thenchot.rating.models import QuarterRating, ReplacementReview
from thenchot.rating.quarters import services as quarters
from thenchot.scoring.prints import form01
from thenchot.scoring.services import closing, marking, self_reporting
from thenchot.worklog.enums import Band
from thenchot.worklog.labels import BAND
from thenchot.worklog.models import Assessment, Work
from thenchot.worklog.queries.assessments import with_work
from thenchot.worklog.services.opening import open_assessments

AUGUST = date(2026, 8, 14)


def refusal(do) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.decision.reasons[0].rule


@pytest.fixture
def party(office):
    """An is a cadre: one sheet a quarter, with four tasks of quarter III done, one beyond what was
    asked.
    """
    Appointment.objects.filter(person=office.people["an"]).update(staff_kind="cadre")
    open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=AUGUST)
    assessment = office.assessment_of_quarter = Assessment.objects.get(
        person=office.people["an"], rules="qd366"
    )
    for number in range(4):
        Work.objects.create(
            assessment=assessment,
            source="programmes.task",
            source_id=str(number),
            name=f"Nhiệm vụ {number}",
            factor=1,
            assigned=1,
            done=1,
            exceeds=1 if number < 2 else 0,
            done_on=AUGUST,
        )
    return office


@pytest.fixture(autouse=True)
def october(monkeypatch):
    monkeypatch.setenv("THENCHOT_TODAY", "2026-10-02")


def closed(office, **less) -> Assessment:
    assessment = office.assessment_of_quarter
    points = {
        "I.1": "5",
        "I.2": "5",
        **{f"{g}.{n}": "2.5" for g in ("II", "III") for n in range(1, 5)},
    }
    marking.confirm_points(
        office.actor("head"),
        assessment_id=assessment.pk,
        points={code: Decimal(value) for code, value in points.items()},
    )
    return closing.close_assessment(office.actor("head"), assessment_id=assessment.pk)


def again(assessment) -> Assessment:
    return with_work(Assessment.objects.filter(pk=assessment.pk)).get()


def decide(office, level="excellent", by="leader", **more):
    said = {"basis": "TB 12-TB/ĐU ngày 02/10/2026"} | more
    return quarters.decide_quarter(
        office.actor(by), assessment_id=office.assessment_of_quarter.pk, level=level, **said
    )


class TestProposal:
    def test_all_done_and_half_beyond(self, party):
        assessment = closed(party)
        assert (assessment.total, assessment.band) == (Decimal(100), "excellent")
        assert quarters.propose(again(assessment)).level == "excellent"

    def test_a_task_counts_as_one_and_needs_no_conversion(self, party):
        self_reporting.add_work(
            party.actor("an"),
            assessment_id=party.assessment_of_quarter.pk,
            name="Việc đột xuất",
            done_on=AUGUST,
        )
        assert {
            work.factor for work in Work.objects.filter(assessment=party.assessment_of_quarter)
        } == {Decimal(1)}

    def test_one_task_not_done_fails_the_conditions(self, party):
        Work.objects.create(
            assessment=party.assessment_of_quarter,
            source="programmes.task",
            source_id="9",
            name="Chưa xong",
            factor=1,
            assigned=1,
        )
        assert quarters.propose(again(closed(party))).level == "failed"

    def test_an_objective_delay_is_no_delay(self, party):
        from thenchot.scoring.services import causes, closing

        work = Work.objects.filter(assessment=party.assessment_of_quarter).first()
        fault = marking.note_fault(party.actor("head"), work_id=work.pk, kind="delay")
        assert (
            quarters.propose(again(closed(party))).level == "failed"
        )  # a quarter of the tasks late, over 20 %
        cause = causes.propose_cause(
            party.actor("head"),
            unit_id=party.unit.pk,
            kind="waiting",
            text="Chờ Sở",
            starts_on=date(2026, 7, 1),
        )
        closing.reopen_assessment(
            party.actor("head"),
            assessment_id=party.assessment_of_quarter.pk,
            reason="Có nguyên nhân",
        )
        marking.excuse_fault(party.actor("head"), fault_id=fault.pk, cause_id=cause.pk)
        causes.decide_cause(party.actor("leader"), cause_id=cause.pk, is_confirmed=True)
        assert quarters.propose(again(closed(party))).level == "excellent"

    def test_discipline_in_the_quarter_sets_a_limit(self, party):
        assessment = closed(party)
        Discipline.objects.create(
            person=party.people["an"], is_party=True, form="reprimand", valid_from=date(2026, 9, 1)
        )
        found = quarters.propose(again(assessment))
        assert found.level == "completed" and found.reasons[0].code == "disciplined"

    def test_a_seat_of_a_few_days_waits(self, party):
        Appointment.objects.filter(person=party.people["an"]).update(valid_from=date(2026, 9, 10))
        assert quarters.propose(again(closed(party))).level is None

    @pytest.mark.parametrize(
        "months, is_left_out", [(None, False), (1, False), (2, True), (3, True)]
    )
    def test_away_for_two_months_or_more_is_not_evaluated(self, party, months, is_left_out):
        def leave():
            return marking.leave_unscored(
                party.actor("head"),
                assessment_id=party.assessment_of_quarter.pk,
                reason="Học tập trung",
                months=months,
            )

        if not is_left_out:
            assert refusal(leave) == "sheet.away"
            return
        leave()
        assert closed(party).total is None
        assert quarters.propose(again(party.assessment_of_quarter)).level is None
        assert refusal(lambda: decide(party, level="good", note="x")) == "quarter.not_ranked"


class TestDecision:
    def test_by_the_competent_level_with_its_basis(self, party):
        closed(party)
        rating = decide(party)
        assert (rating.level, rating.proposed) == ("excellent", "excellent")
        assert Event.objects.filter(name="quarter_rated").count() == 1

    def test_what_is_refused(self, party):
        assert refusal(lambda: decide(party)) == "quarter.open"
        closed(party)
        assert refusal(lambda: decide(party, basis=" ")) == "quarter.basis"
        assert refusal(lambda: decide(party, level="superb")) == "quarter.level"
        assert refusal(lambda: decide(party, level="good")) == "quarter.note"
        assert refusal(lambda: decide(party, by="head")) == "rating.decide_quarter"
        assert not QuarterRating.objects.exists()

    def test_another_level_with_its_reason(self, party):
        closed(party)
        said = {"level": "good", "note": "Còn hạn chế trong phối hợp"}
        assert seen_and_sent_again(decide, party, **said).note

    def test_never_about_oneself(self, party):
        closed(party)
        from thenchot.platform.scope.models import Grant

        Grant.objects.create(
            account=party.accounts["an"],
            role="leader",
            path=party.world.ward.path,
            starts_on=date(2025, 7, 1),
        )
        assert refusal(lambda: decide(party, by="an")) == "quarter.own"

    def test_a_month_of_the_decree_is_not_rated(self, party):
        office = party
        office.assessment_of_quarter = Assessment.objects.filter(
            person=office.people["binh"], rules="nd335"
        ).first()
        assert refusal(lambda: decide(office)) == "quarter.decree"

    def test_a_new_decision_replaces_and_keeps_the_old(self, party):
        closed(party)
        decide(party)
        seen_and_sent_again(decide, party, level="good", note="Kết luận lại")
        assert list(QuarterRating.objects.standing().values_list("level", flat=True)) == ["good"]
        assert QuarterRating.objects.count() == 2

    def test_the_page_shows_proposal_conditions_and_decision(self, party):
        closed(party)
        client = signed_in(party.accounts["leader"])
        answer = client.post(
            reverse("quarter_decide", args=[party.assessment_of_quarter.pk]),
            {"level": "excellent", "basis": "TB 12", "note": ""},
        )
        assert answer.status_code == 302
        text = client.get(
            reverse("assessment_detail", args=[party.assessment_of_quarter.pk])
        ).content.decode()
        assert "TB 12" in text and "Máy đề xuất" in text and "Điều 11" in text
        own = (
            signed_in(party.accounts["an"])
            .get(reverse("my_month") + f"?assessment={party.assessment_of_quarter.pk}")
            .content.decode()
        )
        assert "TB 12" in own and "Ghi quyết định" not in own

    def test_below_the_proposal_it_asks_once_more(self, party):
        closed(party)
        client = signed_in(party.accounts["leader"])
        address = reverse("quarter_decide", args=[party.assessment_of_quarter.pk])
        said = {"level": "completed", "basis": "TB 12", "note": "Kết luận"}
        page = client.post(address, said).content.decode()
        assert not QuarterRating.objects.exists()
        seen = html.unescape(re.search(r'name="seen" value="([^"]+)"', page)[1])
        assert seen == f"{BAND[Band.EXCELLENT]} → {BAND[Band.COMPLETED]}" and seen in page
        assert client.post(address, said | {"seen": seen}).status_code == 302
        assert QuarterRating.objects.get().level == "completed"


class TestUnitsQuarter:
    """The unit's page of a quarter says of whom a decision is still asked."""

    def text(self, party, number=3):
        client = signed_in(party.accounts["leader"])
        answer = client.get(
            reverse("unit_month", args=[party.unit.pk]) + f"?period=quarter-2026-{number}"
        )
        return answer.content.decode()

    def test_a_closed_one_waits_for_the_decision(self, party):
        assert "chờ quyết định" not in self.text(party)
        closed(party)
        assert self.text(party).count("chờ quyết định") == 1

    def test_a_decided_one_shows_what_was_decided(self, party):
        closed(party)
        seen_and_sent_again(decide, party, level="good", note="Chưa đủ căn cứ")
        text = self.text(party)
        assert "chờ quyết định" not in text
        assert text.index("Hoàn thành tốt") < text.index("đã quyết định")

    def test_one_quarter_is_not_ranked_by_itself(self, party):
        closed(party)
        Assessment.objects.filter(pk=party.assessment_of_quarter.pk).update(number=4)
        text = self.text(party, 4)
        assert party.people["an"].full_name in text and "chờ quyết định" not in text

    def test_a_month_leads_to_its_quarter_and_back(self, party):
        client = signed_in(party.accounts["leader"])
        page = client.get(reverse("month_board") + "?period=month-2026-8").content.decode()
        assert "?period=quarter-2026-3" in page
        page = client.get(reverse("month_board") + "?period=quarter-2026-3").content.decode()
        assert "?period=month-2026-9" in page


def failed_quarter(office, year, number, level="failed", decided=True) -> Assessment:
    from thenchot.kernel.periods import Quarter
    from thenchot.platform.clock import now

    quarter = Quarter(year, number)
    assessment = Assessment.objects.create(
        person=office.people["an"],
        unit=office.unit,
        home=office.world.ward,
        rules="qd366",
        kind="staff",
        title="Chuyên viên",
        period="quarter",
        year=year,
        number=number,
        starts_on=quarter.start,
        ends_on=quarter.end,
        state="closed",
        closed_at=now(),
        total=40,
        band="failed",
    )
    if decided:
        QuarterRating.objects.create(
            assessment=assessment, proposed=level, level=level, basis="TB", decided_at=now()
        )
    return assessment


class TestReplacement:
    def test_two_failed_quarters_lead_to_a_proposal_once(self, office):
        failed_quarter(office, 2026, 1)
        assert quarters.review_person(office.people["an"].pk) is None
        failed_quarter(office, 2026, 2)
        review = quarters.review_person(office.people["an"].pk)
        assert (review.quarters, review.gaps, review.state) == (
            ["2026-Q1", "2026-Q2"],
            [],
            "proposed",
        )
        assert quarters.review_person(office.people["an"].pk).pk == review.pk
        assert Event.objects.filter(name="replacement_proposed").count() == 1

    def test_across_the_year_with_an_unrated_quarter_shown(self, office):
        failed_quarter(office, 2025, 3)
        failed_quarter(office, 2025, 4, decided=False)
        failed_quarter(office, 2026, 1)
        review = quarters.review_person(office.people["an"].pk)
        assert (review.quarters, review.gaps) == (["2025-Q3", "2026-Q1"], ["2025-Q4"])

    def test_a_run_that_grows_is_the_same_proposal(self, office):
        for number in (1, 2, 3):
            failed_quarter(office, 2026, number)
            quarters.review_person(office.people["an"].pk)
        assert ReplacementReview.objects.get().quarters == ["2026-Q1", "2026-Q2", "2026-Q3"]

    def test_a_person_decides_with_a_reason_and_once(self, office):
        failed_quarter(office, 2026, 1), failed_quarter(office, 2026, 2)
        review = quarters.review_person(office.people["an"].pk)
        decide = lambda by="leader", reason="Kết luận 5": quarters.decide_replacement(  # noqa: E731
            office.actor(by), review_id=review.pk, is_accepted=False, reason=reason
        )
        assert refusal(lambda: decide(reason=" ")) == "replacement.reason"
        with pytest.raises(NotVisible):
            decide(by="head")
        assert decide().state == "dismissed"
        assert refusal(decide) == "replacement.decided"

    @pytest.mark.parametrize(("said", "state"), [("yes", "accepted"), ("no", "dismissed")])
    def test_it_is_decided_on_its_page(self, office, said, state):
        failed_quarter(office, 2026, 1), failed_quarter(office, 2026, 2)
        review = quarters.review_person(office.people["an"].pk)
        answer = signed_in(office.accounts["leader"]).post(
            reverse("replacement_decide", args=[review.pk]),
            {"is_accepted": said, "reason": "Kết luận 5"},
        )
        review.refresh_from_db()
        assert (answer.status_code, review.state) == (302, state)

    def test_list_and_word_form(self, office):
        failed_quarter(office, 2026, 1), failed_quarter(office, 2026, 2)
        quarters.review_person(office.people["an"].pk)
        client = signed_in(office.accounts["leader"])
        assert "Lê Văn An" in client.get(reverse("replacement_list")).content.decode()
        assert Read.objects.filter(
            subject_id=str(office.people["an"].pk), page__contains="replacement"
        ).exists()
        document = Document(io.BytesIO(client.get(reverse("replacement_print")).content))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        assert "Lê Văn An" in cells and "2026-Q1, 2026-Q2" in cells
        stranger = signed_in(office.world.account("leader", office.world.other_ward))
        assert "Lê Văn An" not in stranger.get(reverse("replacement_list")).content.decode()

    def test_under_the_decree_a_failed_quarter_is_only_shown(self, office, monkeypatch):
        assessment = Assessment.objects.filter(person=office.people["binh"], rules="nd335").get()
        assessment.state, assessment.total, assessment.band, assessment.closed_at = (
            "closed",
            Decimal("49.99"),
            "failed",
            "2026-11-02T00:00:00Z",
        )
        assessment.save()
        monkeypatch.setenv("THENCHOT_TODAY", "2027-01-05")
        text = (
            signed_in(office.accounts["leader"]).get(reverse("replacement_list")).content.decode()
        )
        assert "Trần Thị Bình" in text and "49,99" in text
        assert not ReplacementReview.objects.exists()


class TestWhatTheReaderMustKnow:
    """Of the Party's formula only excerpts were read: the page and the paper say by what they
    count.
    """

    NOTE = "tính như Nghị định 335/2025"

    def test_the_page_of_a_sheet_of_the_party(self, party):
        page = (
            signed_in(party.accounts["leader"])
            .get(reverse("assessment_detail", args=[party.assessment_of_quarter.pk]))
            .content.decode()
        )
        assert self.NOTE in page

    def test_not_that_of_the_decree(self, office):
        page = (
            signed_in(office.accounts["leader"])
            .get(reverse("assessment_detail", args=[office.assessment("an").pk]))
            .content.decode()
        )
        assert self.NOTE not in page

    def test_the_paper_is_the_partys(self, party):
        text = "\n".join(
            cell.text
            for table in Document(io.BytesIO(form01.write(closed(party)))).tables[:1]
            for row in table.rows
            for cell in row.cells
        )
        assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text and "CỘNG HÒA XÃ HỘI" not in text

    def test_the_paper_says_it_too(self, party):
        assert self.NOTE in "\n".join(
            line.text for line in Document(io.BytesIO(form01.write(closed(party)))).paragraphs
        )
