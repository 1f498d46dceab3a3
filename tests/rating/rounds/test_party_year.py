"""The year by the Party's rules (QĐ 366, HD 43, HD 02): quarters with their tasks to a decision,
beside the year of the decree and never mixed with it; levels of a term as a basis.
"""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from tests.pages import joined
from tests.rating.ending import TODAY, YEAR
from tests.worlds import signed_in, staff

from thenchot.kernel.decision import Refused
from thenchot.kernel.periods import Quarter
from thenchot.organisation.services import create_unit
from thenchot.organisation.services.committees import open_term
from thenchot.people.models import Appointment, Discipline
from thenchot.platform import policies
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role
from thenchot.policy.parameters import PartyRatingPolicy, ScoringPolicy
from thenchot.rating.cases.year import year_case
from thenchot.rating.models import Rating, RatingDecision, Round
from thenchot.rating.persons import imports as list_import
from thenchot.rating.persons import prints as form02
from thenchot.rating.persons.services import computing, deciding, recording
from thenchot.rating.rounds import alerts as years
from thenchot.rating.rounds.services import finishing, opening, sending
from thenchot.worklog.models import Assessment, Fault, Work

pytestmark = pytest.mark.django_db
RANKED = (1, 2, 3)


def text(response) -> str:
    assert response.status_code == 200, response.status_code
    return joined(response)


def refusal(do) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.decision.reasons[0].rule


def quarter(
    town,
    person,
    number,
    total="95",
    *,
    tasks=4,
    done=None,
    beyond=2,
    late=0,
    unit=None,
    kind="staff",
    **more,
) -> Assessment:
    """A closed quarter: so many tasks, of which so many done, beyond what was asked, done late."""
    span = Quarter(YEAR, number)
    closed = {
        "state": "closed",
        "closed_at": now(),
        "total": total and Decimal(total),
        "band": "good" if total else "",
    }
    assessment = Assessment.objects.create(
        person=person,
        unit=unit or town.unit,
        home=town.ward,
        province=town.world.city,
        rules="qd366",
        kind=kind,
        title="Ủy viên",
        period="quarter",
        year=YEAR,
        number=number,
        starts_on=span.start,
        ends_on=span.end,
        **{**closed, **more},
    )
    for n in range(tasks):
        is_done = n < (tasks if done is None else done)
        task(
            assessment,
            f"{number}-{n}",
            done=is_done,
            exceeds=int(is_done and n < beyond),
            late=n < late,
        )
    return assessment


def task(
    assessment, source_id, *, done=True, exceeds=0, late=False, source="programmes.task"
) -> Work:
    made = Work.objects.create(
        assessment=assessment,
        source=source,
        source_id=source_id,
        name=f"Nhiệm vụ {source_id}",
        factor=1,
        assigned=1,
        done=int(done),
        exceeds=exceeds,
        done_on=assessment.ends_on if done else None,
    )
    if late:
        Fault.objects.create(work=made, piece=1, kind="delay", note="Xong sau hạn")
    return made


def enrolled(town, name, *, numbers=RANKED, **more):
    """A member of the division with closed quarters."""
    town.people[name] = staff(town.world, town.unit, [f"Nguyễn {name}"])[0]
    for number in numbers:
        quarter(town, town.people[name], number, **more)


def opened(town) -> Round:
    town.round = opening.open_round(town.officer, unit_id=town.ward.pk, year=YEAR, rules="qd366")
    return town.round


def codes(rating) -> list[str]:
    return [reason["code"] for reason in rating.reasons]


def met(rating) -> dict[str, bool]:
    return {one["code"]: one["met"] for one in rating.conditions}


class TestWhoIsIn:
    def test_whoever_has_a_counted_sheet_of_a_quarter(self, town):
        enrolled(town, "An")
        enrolled(town, "Bình", is_practice=True)
        town.people["Chi"] = staff(town.world, town.unit, ["Nguyễn Chi"])[0]
        town.score(town.people["Chi"], "80")
        opened(town)
        assert set(
            Rating.objects.filter(round=town.round).values_list("person__full_name", flat=True)
        ) == {"Nguyễn An"}

    def test_a_cadre_without_any_sheet_waits_and_is_not_forgotten(self, town):
        town.people["An"] = staff(town.world, town.unit, ["Nguyễn An"])[0]
        Appointment.objects.filter(person=town.people["An"]).update(staff_kind="cadre")
        opened(town)
        assert town.rating("An").status == "waiting" and {"period_missing", "work_unknown"} <= set(
            codes(town.rating("An"))
        )

    def test_no_round_of_organisations(self, town):
        def open_bodies():
            opening.open_round(
                town.officer,
                unit_id=town.ward.pk,
                year=YEAR,
                subject="organisations",
                rules="qd366",
            )

        assert refusal(open_bodies) == "round.party_bodies"
        assert not Round.objects.exists()

    def test_by_the_form(self, town):
        enrolled(town, "An")
        said = {"unit": town.ward.pk, "subject": "persons", "year": YEAR, "rules": "qd366"}
        assert town.world.client(Role.OFFICER).post(reverse("round_new"), said).status_code == 302
        assert Round.objects.get().rules == "qd366" and Rating.objects.count() == 1


class TestFacts:
    def test_three_quarters_without_the_fourth_are_a_year(self, town):
        enrolled(town, "An")
        opened(town)
        an = town.rating("An")
        assert (an.status, an.mean, an.level) == ("rated", Decimal("95.00"), "excellent")
        assert [one["period"] for one in an.facts["months"]] == ["2026-Q1", "2026-Q2", "2026-Q3"]
        assert an.facts["work"] == {"share_done": "1", "share_exceeding": "0.5", "share_late": "0"}
        assert met(an) == {
            "all_done": True,
            "all_on_time": True,
            "exceeding": True,
            "late_within": True,
        }
        assert an.facts["months_worked"] == "12"

    def test_a_closed_fourth_quarter_is_part_of_points_and_tasks(self, town):
        enrolled(town, "An")
        quarter(town, town.people["An"], 4, "75", beyond=0)
        opened(town)
        an = town.rating("An")
        assert (an.mean, an.facts["work"]["share_exceeding"]) == (Decimal("90.00"), "0.375")

    def test_an_open_fourth_quarter_is_closed_first(self, town):
        enrolled(town, "An")
        fourth = quarter(town, town.people["An"], 4, None, done=0, state="open", closed_at=None)
        opened(town)
        assert town.rating("An").status == "waiting" and codes(town.rating("An")) == [
            "period_missing",
            "merged_quarter_open",
        ]
        assert (
            "quý IV/2026" in town.rating("An").reasons[0]["message"]
            and town.rating("An").reasons[0]["source"] == "HD 43-HD/BTCTW"
        )
        assert (
            town.rating("An").facts["work"]["share_done"] == "1"
        )  # what is not closed is not counted as undone
        Work.objects.filter(assessment=fourth).update(done=1)
        Assessment.objects.filter(pk=fourth.pk).update(state="closed", closed_at=now(), total=95)
        computing.compute(town.officer, round_id=town.round.pk)
        assert (town.rating("An").status, codes(town.rating("An"))) == ("rated", [])

    def test_a_ranked_quarter_missing_waits(self, town):
        enrolled(town, "An", numbers=(1, 3))
        opened(town)
        assert (
            codes(town.rating("An")) == ["period_missing"]
            and "quý II/2026" in town.rating("An").reasons[0]["message"]
        )

    def test_a_quarter_not_scored_for_a_reason_takes_its_tasks_along(self, town):
        enrolled(town, "An", numbers=(1, 3))
        quarter(town, town.people["An"], 2, None, done=0, not_scored="Học tập trung")
        opened(town)
        an = town.rating("An")
        assert (an.status, an.facts["work"]["share_done"], an.facts["absences"][0]["kind"]) == (
            "rated",
            "1",
            "good_cause",
        )

    @pytest.mark.parametrize(
        ("tasks", "level", "failed"),
        [  # of twelve tasks; QĐ 366 Điều 11
            (dict(beyond=1), "good", {"exceeding"}),  # a quarter beyond, under 30 %
            (dict(late=1), "failed", {"all_on_time", "late_within"}),  # a quarter late, over 20 %
            (dict(done=3), "failed", {"all_done", "all_on_time"}),
            (dict(tasks=10, beyond=3), "excellent", set()),  # 30 % exactly
            (dict(tasks=10, beyond=3, late=2), "completed", {"all_on_time"}),  # 20 % exactly
            (dict(tasks=10, beyond=3, late=3), "failed", {"all_on_time", "late_within"}),
        ],
    )
    def test_conditions_lower_the_level(self, town, tasks, level, failed):
        enrolled(town, "An", **tasks)
        opened(town)
        an = town.rating("An")
        assert (an.band, an.level) == ("excellent", level)
        assert {code for code, is_met in met(an).items() if not is_met} == failed
        assert codes(an) == (["conditions"] if failed else [])

    def test_a_task_done_in_a_later_quarter_is_one_task_done_late(self, town):
        enrolled(town, "An")
        first, second = Assessment.objects.filter(person=town.people["An"]).order_by("number")[:2]
        task(first, "slow", done=False)
        task(second, "slow", late=True)
        opened(town)
        work = town.rating("An").facts["work"]
        assert work["share_done"] == "1" and work["share_late"].startswith(
            "0.0769"
        )  # one of thirteen

    def test_the_same_number_of_another_source_is_another_task(self, town):
        enrolled(town, "An")
        for assessment in Assessment.objects.filter(person=town.people["An"]):
            task(assessment, "line-1", source="template", done=assessment.number != 1)
        opened(town)
        assert (
            town.rating("An").facts["work"]["share_done"].startswith("0.9333")
        )  # fourteen of fifteen

    def test_a_failed_quarter_blocks_excellent(self, town):
        """HD 02; with four quarters and a border of 90 points nobody gets there, so the border is
        moved.
        """
        enrolled(town, "An", numbers=(2, 3, 4), total="100")
        quarter(town, town.people["An"], 1, "49")
        found, an = opened(town), town.rating("An")
        resolved = policies.resolved(town.ward.path, date(YEAR, 12, 31))
        scoring, party = (
            replace(resolved.as_parameters(ScoringPolicy), excellent_from=80),
            resolved.as_parameters(PartyRatingPolicy),
        )
        _, told = computing.judge(found, an, computing.known_of(found, [an]), scoring, party)
        assert (told.mean, told.band, told.level) == (Decimal("87.25"), "excellent", "good")
        assert [(reason.code, reason.source) for reason in told.reasons] == [
            ("failed_quarter", "HD 02-HD/BTCTW")
        ]

    def test_head_is_tied_to_the_body_and_the_guide_is_named(self, town):
        town.people["head"] = town.world.people["phòng văn hóa"]
        for number in RANKED:
            quarter(town, town.people["head"], number, kind="head")
        opened(town)
        assert [(r["code"], r["source"]) for r in town.rating("head").reasons] == [
            ("organisation_unknown", "HD 43-HD/BTCTW")
        ]
        found = town.round
        town.body("phòng văn hóa", "completed")
        town.round = found
        computing.compute(town.officer, round_id=found.pk)
        head = town.rating("head")
        assert (head.band, head.level) == ("excellent", "completed")
        assert head.reasons[-1]["source"] == "HD 43-HD/BTCTW"

    def test_absence_and_act_count_as_in_any_year(self, town):
        enrolled(town, "An", numbers=(1, 2))
        row = Discipline.objects.create(
            person=town.people["An"],
            is_party=True,
            form="reprimand",
            act="Nêu gương kém",
            valid_from=date(2026, 5, 3),
        )
        opened(town)
        said = {
            "kind": "maternity",
            "starts_on": date(2026, 7, 1),
            "ends_on": date(2026, 12, 31),
            "basis": "QĐ 8",
        }
        recording.note_absence(town.officer, rating_id=town.rating("An").pk, **said)
        assert (town.rating("An").reasons[0]["code"], town.rating("An").reasons[0]["source"]) == (
            "act_unjudged",
            "QĐ 366-QĐ/TW, Điều 11",
        )
        recording.treat_violation(
            town.officer,
            rating_id=town.rating("An").pk,
            discipline_id=row.pk,
            act=row.act,
            nature="bad_example",
            note="KL 2",
        )
        assert town.rating("An").level == "failed"

    def test_facts_are_a_case_of_the_command(self, town):
        enrolled(town, "An", tasks=3, beyond=1)
        opened(town)
        an = town.rating("An")
        told = year_case(an.facts)
        assert (told["status"], told["mean"], told["level"]) == ("rated", "95.00", an.level)
        assert {one["code"]: one["met"] for one in told["conditions"]} == met(an)


class TestCost:
    def computing_costs(self, town) -> list[str]:
        with CaptureQueriesContext(connection) as found:
            computing.compute(town.officer, round_id=town.round.pk)
        return [one["sql"] for one in found]

    def test_computing_costs_the_same_for_one_and_for_many(self, town):
        enrolled(town, "An", late=1)
        opened(town)
        one = self.computing_costs(town)
        for n in range(8):
            enrolled(town, f"Người {n}", late=1)
        opening.enrol(town.officer, round_id=town.round.pk)
        many = self.computing_costs(town)
        assert Rating.objects.filter(round=town.round, status="rated").count() == 9
        assert len(one) == len(many) <= 20
        assert [
            sum(f'FROM "worklog_{table}"' in sql for sql in many) for table in ("work", "fault")
        ] == [1, 1]

    def test_the_tasks_are_two_queries_more_than_a_year_of_the_decree(self, town):
        enrolled(town, "An")
        opened(town)
        party = self.computing_costs(town)
        town.rate({"Bình": "80"})
        assert len(self.computing_costs(town)) == len(party) - 2

    def test_rating_page_of_a_leader(self, town):
        town.people["head"] = town.world.people["phòng văn hóa"]
        for number in RANKED:
            quarter(town, town.people["head"], number, kind="head")
        opened(town)
        client, address = (
            town.world.client(Role.OFFICER),
            reverse("rating_detail", args=[town.rating("head").pk]),
        )
        client.get(address)
        with CaptureQueriesContext(connection) as few:
            text(client.get(address))
        for n in range(4):
            earlier(town, "head", 2025 - n, "good")
        with CaptureQueriesContext(connection) as many:
            assert "4 năm tốt" in text(client.get(address))
        assert len(few) == len(many) <= 27


def earlier(town, name, year, level, *, rules="qd366", notified=True, unit=None) -> Rating:
    """A year decided before."""
    found, _ = Round.objects.get_or_create(unit=unit or town.ward, year=year, rules=rules)
    made = Rating.objects.create(
        round=found,
        person=town.people[name],
        unit=unit or town.unit,
        kind="head",
        state="notified" if notified else "notice",
        status="rated",
        level=level,
        notified_at=now() if notified else None,
    )
    RatingDecision.objects.create(
        rating=made, level=level, proposed=level, number="1", decided_on=date(year, 12, 20)
    )
    return made


def sides_of_head(content: bytes) -> str:
    """The words of the head: its two columns."""
    return "\n".join(cell.text for cell in Document(io.BytesIO(content)).tables[0].rows[0].cells)


class TestToTheDecision:
    def test_procedure_caps_decision_and_notice(self, town):
        for n in range(5):
            enrolled(town, f"Tốt {n}", total="80")
        enrolled(town, "An")
        enrolled(town, "Bình", total="94")
        opened(town)
        town.walk()
        assert [
            (cap["scope"], cap["base"], cap["kept"])
            for cap in Round.objects.get(pk=town.round.pk).caps
        ][-1] == ("unit", 6, 1)
        assert (town.rating("An").capped, town.rating("Bình").capped) == ("excellent", "good")
        assert town.rating("Bình").cap_reasons[0]["source"] == "QĐ 366-QĐ/TW, Điều 12"
        with pytest.raises(Refused) as refused:
            deciding.decide(
                town.leader,
                rating_id=town.rating("Bình").pk,
                level="excellent",
                number="1",
                decided_on=TODAY,
                reason="Rất tốt",
            )
        assert refused.value.decision.reasons[0].source == "QĐ 366-QĐ/TW, Điều 12"
        assert town.decide_all() == 7
        finishing.notify(town.officer, round_id=town.round.pk)
        finishing.lock(town.leader, round_id=town.round.pk)
        assert {r.state for r in Rating.objects.all()} == {"locked"} and town.level(
            "An"
        ) == "excellent"

    def test_pages_tell_the_rules_and_the_conditions(self, town):
        enrolled(town, "An", beyond=1)
        opened(town)
        client = town.world.client(Role.OFFICER)
        page = text(client.get(reverse("round_detail", args=[town.round.pk])))
        assert (
            "qua trích đoạn" in page and "HD 43" in page and "Nhập điểm tháng từ Excel" not in page
        )
        page = text(client.get(reverse("rating_detail", args=[town.rating("An").pk])))
        for words in (
            "Điều kiện ngoài điểm",
            "hoàn thành 100 % số nhiệm vụ",
            "vượt yêu cầu 25 %",
            "chưa đạt",
            "quý III/2026",
            "QĐ 366-QĐ/TW",
            "qua trích đoạn",
        ):
            assert words in page
        assert "Căn cứ tham khảo cho nhiệm kỳ" not in page  # no leader

    def test_prints_name_the_partys_rules(self, town):
        enrolled(town, "An", beyond=1)
        opened(town)
        town.finish()
        words = "\n".join(
            one.text for one in Document(io.BytesIO(form02.write(town.rating("An")))).paragraphs
        )
        assert (
            "Theo Quy định 366-QĐ/TW" in words
            and "đủ tỷ lệ nhiệm vụ vượt yêu cầu: chưa đạt" in words
        )
        notice = "\n".join(
            one.text for one in Document(io.BytesIO(form02.notice(town.rating("An")))).paragraphs
        )
        assert "Quy định số 366-QĐ/TW" in notice and "335" not in notice

    def test_the_notice_is_on_the_partys_paper(self, town):
        """From the Party's own body of the ward; the State's notice keeps the State's head and its
        issuer.
        """
        create_unit(
            SYSTEM,
            parent_id=town.ward.pk,
            name="Đảng ủy phường Đông Kinh",
            kind="agency",
            bloc="party",
            valid_from=town.ward.valid_from,
        )
        enrolled(town, "An")
        opened(town)
        town.finish()
        party = sides_of_head(form02.notice(town.rating("An")))
        assert (
            "ĐẢNG CỘNG SẢN VIỆT NAM" in party
            and "ĐẢNG ỦY PHƯỜNG ĐÔNG KINH" in party
            and "CỘNG HÒA" not in party
        )
        Round.objects.update(rules="nd335")
        state = sides_of_head(form02.notice(town.rating("An")))
        assert (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in state
            and "PHƯỜNG ĐÔNG KINH" in state
            and "ĐẢNG" not in state
        )

    @pytest.mark.parametrize("form", ["json", "xlsx"])
    def test_the_file_for_the_national_database_is_refused_and_says_why(self, town, form):
        enrolled(town, "An")
        opened(town)
        town.finish()
        officer, address = (
            town.world.client(Role.OFFICER),
            reverse("round_national", args=[town.round.pk, form]),
        )
        response = officer.get(address)
        assert response.status_code == 403 and "theo quy định của Đảng" in response.content.decode()
        assert not Event.objects.filter(name="year_exported").exists()
        assert (
            refusal(
                lambda: sending.mark_sent(
                    town.officer, round_id=town.round.pk, sent_on=TODAY, reference="1"
                )
            )
            == "round.not_of_the_state"
        )
        Round.objects.update(rules="nd335")
        assert officer.get(address).status_code == 200

    def test_results_are_not_asked_for_the_national_database(self, town):
        enrolled(town, "An")
        opened(town)
        town.finish()
        page = text(
            town.world.client(Role.OFFICER).get(reverse("round_detail", args=[town.round.pk]))
        )
        assert "chưa gửi cơ sở dữ liệu quốc gia" not in page
        assert not list(years.unsent(date(2026, 12, 30)))


class TestTwoRatings:
    """A member who is also a civil servant: two rounds, two results, nothing shared."""

    @pytest.fixture
    def both(self, town):
        enrolled(town, "An")
        town.score(town.people["An"], "72")
        town.round = opening.open_round(town.officer, unit_id=town.ward.pk, year=YEAR)
        return town

    def of(self, town, rules) -> Rating:
        return Rating.objects.select_related("round__unit", "unit", "person").get(
            person=town.people["An"], round__rules=rules
        )

    def test_each_reads_its_own_periods(self, both):
        opened(both)
        decree, party = self.of(both, "nd335"), self.of(both, "qd366")
        assert (decree.mean, decree.level, party.mean, party.level) == (
            Decimal("72.00"),
            "good",
            Decimal("95.00"),
            "excellent",
        )
        assert {one["period"][:6] for one in party.facts["months"]} == {"2026-Q"}
        assert (
            len(decree.facts["months"]) == 12
            and decree.facts["work"] is None
            and decree.conditions == []
        )

    def test_what_is_said_of_one_stays_with_it(self, both):
        opened(both)
        party = self.of(both, "qd366")
        recording.note_absence(
            both.officer,
            rating_id=party.pk,
            kind="sick",
            starts_on=date(2026, 4, 1),
            ends_on=date(2026, 4, 30),
            basis="Giấy",
        )
        recording.rate_oneself(
            both.officer, rating_id=party.pk, level="excellent", strengths="Xong", limits=""
        )
        decree = self.of(both, "nd335")
        assert (decree.facts["absences"], decree.self_level, decree.state) == ([], "", "self")

    def test_a_decision_of_one_is_none_of_the_other(self, both):
        assert [one.detail for one in years.without_level(date(2026, 12, 20))] == ["2026"]
        opened(both)
        both.finish()
        assert RatingDecision.objects.get().rating == self.of(both, "qd366")
        assert self.of(both, "nd335").state == "self"
        assert [one.detail for one in years.without_level(date(2026, 12, 20))] == [
            "2026"
        ]  # the decree's level is still missing

    def test_months_from_excel_never_reach_the_partys_round(self, both):
        decree = both.round
        opened(both)
        assert list_import.open_round(both.ward) == decree
        Round.objects.filter(pk=decree.pk).update(published_at=now(), locked_at=now())
        assert (
            list_import.open_round(both.ward) is None
            and not list_import.places(both.officer).exists()
        )


class TestTerm:
    @pytest.fixture
    def leader(self, town):
        town.people["head"] = town.world.people["phòng văn hóa"]
        for number in RANKED:
            quarter(town, town.people["head"], number, kind="head")
        opened(town)
        return town

    def page(self, town, client=None) -> str:
        return text(
            (client or town.world.client(Role.OFFICER)).get(
                reverse("rating_detail", args=[town.rating("head").pk])
            )
        )

    def test_last_five_years_where_no_term_is_known(self, leader):
        for year, level in (
            (2021, "failed"),
            (2022, "good"),
            (2023, "good"),
            (2024, "excellent"),
            (2025, "good"),
        ):
            earlier(leader, "head", year, level)
        page = self.page(leader)
        assert "Căn cứ tham khảo cho nhiệm kỳ" in page and "2022 – 2026" in page
        assert (
            "4 năm: 1 năm xuất sắc, 3 năm tốt" in page
            and "không phải quyết định xếp loại nhiệm kỳ" in page
        )

    def test_the_term_of_the_commune(self, leader):
        open_term(
            leader.officer,
            unit_id=leader.ward.pk,
            name="Nhiệm kỳ 2025 - 2030",
            starts_on=date(2025, 7, 1),
            ends_on=date(2030, 6, 30),
        )
        for year, level in ((2024, "excellent"), (2025, "failed")):
            earlier(leader, "head", year, level)
        page = self.page(leader)
        assert (
            "Nhiệm kỳ 2025 - 2030" in page
            and "1 năm: 1 năm không hoàn thành" in page
            and "xuất sắc, " not in page
        )

    def test_never_from_the_other_rules(self, leader):
        earlier(leader, "head", 2025, "good", rules="nd335")
        assert "chưa có năm nào được xếp loại" in self.page(leader)

    def test_only_what_the_reader_may_see_and_the_person_was_told(self, leader):
        earlier(leader, "head", 2025, "good", unit=leader.world.other_ward)
        earlier(leader, "head", 2024, "completed", notified=False)
        assert "1 năm: 1 năm hoàn thành" in self.page(
            leader
        )  # the other ward's decision is not of this branch
        leader.person("head")
        own = self.page(leader, signed_in(leader.accounts["head"]))
        assert "1 năm: 1 năm tốt" in own and "1 năm hoàn thành" not in own


class TestDecember:
    def test_closed_before_the_year_is_rated(self, town):
        town.rate({"An": "80"})
        client, address = (
            town.world.client(Role.OFFICER),
            reverse("unit_month", args=[town.unit.pk]),
        )
        assert "Xếp loại năm xong trước ngày 15/12" in text(
            client.get(address + "?period=month-2026-12")
        )
        for other in ("month-2026-11", "quarter-2026-4"):
            assert "15/12" not in text(client.get(address + f"?period={other}"))
