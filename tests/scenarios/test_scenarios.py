"""Proposals: only behind an approved report, explained line by line, and nobody moves by them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.placement.conftest import PlacementWorld, schooled
from tests.registers import answer_of, rows_of_excel
from tests.succession.conftest import DAY, ready_ward, world  # noqa: F401
from tests.town_scenarios import allow, draft, positions_of, worked_out
from tests.town_succession import clear
from tests.worlds import signed_in, staff

from thenchot.clearance.models import Conclusion
from thenchot.kernel.decision import Refused
from thenchot.organisation.models import JobPosition
from thenchot.people.models import Appointment, Discipline, Person, Relative
from thenchot.placement.models import Procedure
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now, today
from thenchot.platform.policies import services as values
from thenchot.scenarios import jobs, services
from thenchot.scenarios.boards import PlacementBoard
from thenchot.scenarios.enums import LineKind
from thenchot.scenarios.models import ImpactReport, Scenario, ScenarioLine, ScenarioOption
from thenchot.succession.models import Candidate
from thenchot.training.models import Need, PlannedClass, Topic, TrainingPlan

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def ward(world) -> PlacementWorld:  # noqa: F811
    return schooled(ready_ward(world, PlacementWorld))


@pytest.fixture
def placed(ward) -> PlacementWorld:
    positions_of(ward.person("ubnd"), ward.person("phòng văn hóa"))
    free = staff(ward.world, ward.world.units["ubnd"], ["Lê Thị Rảnh"])[0]
    Appointment.objects.filter(person=free).update(title_ref=None)
    clear(ward.officer, free)
    allow(ward.officer, ward.leader, ward.world.ward, "placement")
    return ward


def client(ward, role):
    return signed_in(ward.world.account(role))


def refused(call, words: str) -> None:
    with pytest.raises(Refused) as refusal:
        call()
    assert words in str(refusal.value)


def local(ward, key: str, value) -> None:
    """The place sets its own value, confirmed by a second person."""
    path = ward.world.ward.path
    entered = values.enter_value(
        ward.world.actor("officer"), path=path, key=key, value=value, basis="NQ", valid_from=DAY
    )
    values.confirm_value(ward.world.actor("leader"), value_id=entered.pk)


class TestImpactReport:
    def test_nothing_is_worked_out_before_a_report_is_approved(self, ward):
        refused(lambda: worked_out(ward.officer, ward.world.ward), "báo cáo đánh giá tác động")
        draft(ward.officer, ward.world.ward, "placement")
        refused(lambda: worked_out(ward.officer, ward.world.ward), "báo cáo đánh giá tác động")
        assert not Scenario.objects.exists()

    def test_another_person_approves_and_a_newer_one_ends_the_older(self, ward):
        first = allow(ward.officer, ward.leader, ward.world.ward, "placement")
        second = allow(ward.officer, ward.leader, ward.world.ward, "placement")
        states = dict(ImpactReport.objects.values_list("pk", "state"))
        assert states == {first.pk: "ended", second.pk: "approved"}

    def test_whoever_stops_a_method_stops_new_proposals(self, placed):
        report = ImpactReport.objects.get()
        services.end_report(placed.leader, report_id=report.pk)
        refused(lambda: worked_out(placed.officer, placed.world.ward), "đánh giá tác động")

    def test_the_page_says_what_is_missing_and_where(self, ward):
        said = {"unit": ward.world.ward.pk, "name": "Thử", "most_moves": 3}
        page = client(ward, "officer").post(reverse("scenario_placement"), said)
        assert "trang “Đánh giá tác động”" in page.content.decode()


class TestPlacement:
    def test_an_empty_position_is_filled_and_the_line_says_why(self, placed):
        made = worked_out(placed.officer, placed.world.ward)
        options = list(made.options.order_by("number"))
        assert made.state == "ready"
        assert options[0].changes == 0
        assert options[-1].open < options[0].open
        lines = ScenarioLine.objects.filter(option=options[-1], person__isnull=False)
        assert all("Chỗ đang khuyết" in line.reason or "Thay" in line.reason for line in lines)

    def test_each_option_has_no_more_changes_than_its_number(self, placed):
        made = worked_out(placed.officer, placed.world.ward, most_moves=3)
        assert all(one.changes <= one.number for one in made.options.all())

    def test_nobody_moves_behind_a_closed_gate(self, placed):
        Conclusion.objects.update(concluded_on=date(2020, 1, 1), valid_to=date(2021, 1, 1))
        made = worked_out(placed.officer, placed.world.ward)
        assert not ScenarioLine.objects.filter(option__scenario=made, person__isnull=False).exists()

    def test_nobody_moves_within_the_time_after_a_discipline(self, placed):
        for person in Person.objects.all():
            Discipline.objects.create(
                person=person, form="warning", valid_from=today(), recorded_at=now()
            )
        made = worked_out(placed.officer, placed.world.ward)
        assert [one.changes for one in made.options.all()] == [0]

    @pytest.mark.parametrize(
        ("title", "may"),
        [("division_deputy", True), ("office_deputy", True), ("division_head", False)],
    )
    def test_a_leader_goes_only_to_the_same_step(self, placed, title, may):
        """Higher is decided by planning and appointment; so is lower, seen from the head."""
        deputy, other = placed.title("division_deputy"), placed.title(title)
        JobPosition.objects.update(group="leadership", title=deputy)
        empty = JobPosition.objects.order_by("pk").last()
        JobPosition.objects.filter(pk=empty.pk).update(title=other)
        holder = placed.person("ubnd").pk
        arcs = PlacementBoard(placed.world.ward, today()).board.arcs
        assert ((holder, empty.pk) in arcs) is may

        JobPosition.objects.exclude(pk=empty.pk).update(title=other)
        JobPosition.objects.filter(pk=empty.pk).update(title=deputy)
        arcs = PlacementBoard(placed.world.ward, today()).board.arcs
        assert ((holder, empty.pk) in arcs) is may

    def test_an_empty_seat_says_how_many_could_hold_it(self, placed):
        made = worked_out(placed.officer, placed.world.ward)
        line = ScenarioLine.objects.get(
            option__scenario=made, option__number=0, kind=LineKind.EMPTY
        )
        assert line.reason == "1 chỗ: 3 người khác đạt điều kiện."

    def test_whoever_holds_a_title_outside_of_the_schemes_is_left_alone(self, placed):
        made = worked_out(placed.officer, placed.world.ward)
        moved = set(
            ScenarioLine.objects.filter(option__scenario=made).values_list("person", flat=True)
        )
        assert placed.person("mặt trận").pk not in moved

    def test_nothing_changes_by_a_proposal(self, placed):
        before = list(Appointment.objects.order_by("pk").values())
        worked_out(placed.officer, placed.world.ward)
        assert list(Appointment.objects.order_by("pk").values()) == before
        assert not Procedure.objects.exists()

    def test_the_same_data_give_the_same_answer(self, placed):
        first, second = (worked_out(placed.officer, placed.world.ward) for _ in range(2))
        told = [
            list(ScenarioLine.objects.filter(option__scenario=one).values_list("takes", "reason"))
            for one in (first, second)
        ]
        assert first.data_hash == second.data_hash
        assert told[0] == told[1]

    def test_a_line_becomes_a_procedure_by_a_person(self, placed):
        made = worked_out(placed.officer, placed.world.ward)
        line = ScenarioLine.objects.filter(option__scenario=made, person__isnull=False).first()
        url = reverse("scenario_line_open", args=[line.pk])
        client(placed, "officer").post(url, {"kind": "transfer"})
        case = Procedure.objects.get()
        assert (case.person, case.target) == (line.person, line.position.unit)

    def test_cancelled_while_it_waits(self, placed):
        made = services.ask(
            placed.officer, unit_id=placed.world.ward.pk, method="placement", name="Thử"
        )
        services.cancel(placed.officer, scenario_id=made.pk)
        assert services.work_out(placed.officer, scenario_id=made.pk).state == "cancelled"
        assert not ScenarioOption.objects.exists()

    def test_from_the_page_through_the_job_to_the_options(self, placed):
        browser = client(placed, "officer")
        said = {"unit": placed.world.ward.pk, "name": "Quý IV", "most_moves": 2}
        answer = browser.post(reverse("scenario_placement"), said)
        assert "/jobs/" in answer.url
        made = Scenario.objects.get()
        jobs.work_out.func(int(answer.url.strip("/").split("/")[-1]), made.pk)
        page = browser.get(reverse("scenario", args=[made.pk])).content.decode()
        assert "tốt nhất, đã chứng minh" in page
        assert Event.objects.filter(name="scenario_worked_out").exists()


class TestRules:
    """What a place asks besides: relatives apart, the structure of its leaders, several communes
    as one pool.
    """

    def declared(self, ward, person, of) -> None:
        Person.objects.filter(pk=of.pk).update(born_on=date(1980, 3, 2))
        Relative.objects.create(
            person=person,
            relation="anh ruột",
            name=Person.objects.get(pk=of.pk).full_name,
            born_year="1980",
            recorded_at=now(),
        )

    def free(self) -> Person:
        return Person.objects.get(full_name="Lê Thị Rảnh")

    def placed_people(self, made) -> set[int]:
        rows = ScenarioLine.objects.filter(option__scenario=made, person__isnull=False)
        return set(rows.values_list("person", flat=True))

    def test_a_relative_is_not_placed_in_the_same_unit(self, placed):
        free = self.free()
        assert free.pk in self.placed_people(worked_out(placed.officer, placed.world.ward))
        self.declared(placed, free, placed.person("ubnd"))
        made = worked_out(placed.officer, placed.world.ward)
        assert free.pk not in self.placed_people(made)

    def test_where_the_policy_does_not_ask_relatives_may(self, placed):
        self.declared(placed, self.free(), placed.person("ubnd"))
        local(placed, "scenario.relatives_apart", False)
        made = worked_out(placed.officer, placed.world.ward)
        assert self.free().pk in self.placed_people(made)

    def test_relatives_in_one_unit_already_are_told_not_torn_apart(self, placed):
        one, other = placed.person("ubnd"), placed.person("phòng văn hóa")
        self.declared(placed, one, other)
        made = worked_out(placed.officer, placed.world.ward)
        assert made.state == "ready"
        assert any("người thân khai trong hồ sơ" in words for words in made.remarks)

    def test_the_structure_of_leaders_is_told_where_it_is_short(self, placed):
        JobPosition.objects.update(group="leadership", title=placed.title("division_deputy"))
        Person.objects.update(sex="m")
        local(placed, "scenario.women_leaders", 34)
        made = worked_out(placed.officer, placed.world.ward)
        line = ScenarioLine.objects.filter(option__scenario=made, kind=LineKind.SHORT).first()
        assert (line.takes, "thiếu 2 người" in line.reason) == ("Nữ lãnh đạo, quản lý", True)

    def test_several_communes_are_one_pool_of_their_province(self, placed):
        ward = placed.world.ward
        province = ward.parent
        own = PlacementBoard(ward, today())
        pool = PlacementBoard(province, today(), communes=[ward.pk])
        other = PlacementBoard(province, today(), communes=[province.pk])
        assert set(pool.positions) == set(own.positions) != set()
        assert not other.positions

    def test_a_commune_elsewhere_is_refused_with_the_remedy(self, placed):
        home, other = placed.world.ward, placed.world.ward.parent
        refused(
            lambda: worked_out(placed.officer, home, communes=[other.pk]),
            f"{other.name} không thuộc {home.name}",
        )


class TestBeside:
    """Two proposals on one page and in one file."""

    def test_what_both_say_and_what_only_one_says(self, placed):
        first = worked_out(placed.officer, placed.world.ward)
        account = placed.world.account("officer")

        def told():
            return rows_of_excel(answer_of(account, "scenario_beside", pk=first.pk))

        worked_out(placed.officer, placed.world.ward)
        assert all("(chung)" in row["Thay đổi"] for row in told())
        second = worked_out(placed.officer, placed.world.ward, most_moves=1)
        rows = told()
        assert [row["Số thay đổi"] for row in rows] == [1, 2, 2]
        assert rows[0]["Thay đổi"] != rows[1]["Thay đổi"] == rows[2]["Thay đổi"]
        assert not any("(chung)" in row["Thay đổi"] for row in rows)
        assert all("nữ" in row["Cơ cấu"] for row in rows)
        page = client(placed, "leader").get(
            reverse("scenario_beside", args=[first.pk]), {"scenario": second.pk}
        )
        assert reverse("scenario_option", args=[second.options.last().pk]) in page.content.decode()
        assert (
            reverse("scenario_option", args=[first.options.last().pk]) not in page.content.decode()
        )

    @pytest.mark.parametrize("size", [1, 6])
    def test_it_costs_the_same_at_one_and_at_many(self, placed, size):
        made = [worked_out(placed.officer, placed.world.ward) for _ in range(size)]
        browser, url = client(placed, "officer"), reverse("scenario_beside", args=[made[0].pk])
        browser.get(url)
        with CaptureQueriesContext(connection) as captured:
            browser.get(url)
        assert len(captured) <= 12


class TestSuccession:
    @pytest.fixture
    def plan(self, ward):
        allow(ward.officer, ward.leader, ward.world.ward, "succession")
        plan = ward.plan()
        ward.propose("ubnd")
        return plan

    def test_what_is_short_is_told_with_the_reason(self, ward, plan):
        Person.objects.update(sex="m")
        made = worked_out(ward.officer, ward.world.ward, "succession", plan=plan)
        reasons = ScenarioLine.objects.filter(option__scenario=made, kind=LineKind.SHORT)
        assert any("nguồn đủ điều kiện chỉ có 0 người" in one.reason for one in reasons)

    def test_only_those_with_nothing_against_them_are_added(self, ward, plan):
        made = worked_out(ward.officer, ward.world.ward, "succession", plan=plan)
        added = ScenarioLine.objects.filter(option__scenario=made, kind=LineKind.ADDED)
        barred = Candidate.objects.filter(post__plan=plan).exclude(bars="")
        assert not set(added.values_list("person", "takes")) & {
            (one.person_id, str(one.post)) for one in barred
        }

    def test_the_list_itself_stays_as_it_is(self, ward, plan):
        before = list(Candidate.objects.order_by("pk").values_list("pk", "state"))
        worked_out(ward.officer, ward.world.ward, "succession", plan=plan)
        assert list(Candidate.objects.order_by("pk").values_list("pk", "state")) == before


class TestCourses:
    @pytest.fixture
    def plan(self, ward) -> TrainingPlan:
        """Two subjects, three people who need each; one class each of ten and of four million."""
        allow(ward.officer, ward.leader, ward.world.ward, "courses")
        home = ward.world.ward
        plan = TrainingPlan.objects.create(
            unit=home,
            name="Kế hoạch 2027",
            first_year=2027,
            last_year=2027,
            created_at="2026-11-01T00:00+07:00",
        )
        people = staff(ward.world, ward.world.units["ubnd"], ["Mai Một", "Mai Hai", "Mai Ba"])
        for code, cost in (("a", 10_000_000), ("b", 4_000_000)):
            topic = Topic.objects.create(
                unit=home, code=code, name=f"Chuyên đề {code}", group="skill"
            )
            line = PlannedClass.objects.create(
                plan=plan, topic=topic, name=f"Lớp {code}", seats=10, hours=8, cost=cost
            )
            for person in people:
                Need.objects.create(
                    plan=plan,
                    person=person,
                    unit=ward.world.units["ubnd"],
                    topic=topic,
                    kind="round",
                    state="placed",
                    line=line,
                )
        return plan

    @pytest.mark.parametrize(
        ("budget", "classes", "unmet", "cost"),
        [
            (None, 2, 0, 14_000_000),
            (14_000_000, 2, 0, 14_000_000),
            (13_999_999, 1, 3, 4_000_000),
            (3_999_999, 0, 6, 0),
        ],
    )
    def test_within_the_money_the_most_needs_for_the_least(
        self, ward, plan, budget, classes, unmet, cost
    ):
        made = worked_out(ward.officer, ward.world.ward, "courses", plan=plan, budget=budget)
        option = made.options.get()
        assert (option.changes, option.open, option.cost) == (classes, unmet, cost)

    def test_nobody_is_away_for_longer_than_asked(self, ward, plan):
        made = worked_out(ward.officer, ward.world.ward, "courses", plan=plan, days=1)
        assert made.options.get().open == 3


class TestPages:
    @pytest.mark.parametrize("role", ["head", "staff", "clerk"])
    def test_kept_from_others(self, placed, role):
        made = worked_out(placed.officer, placed.world.ward)
        browser = client(placed, role)
        assert browser.get(reverse("scenario_list")).status_code == 403
        assert browser.get(reverse("scenario", args=[made.pk])).status_code in (403, 404)

    @pytest.mark.parametrize("size", [1, 30])
    def test_the_lines_cost_the_same_at_one_and_at_many(self, placed, size):
        made = worked_out(placed.officer, placed.world.ward)
        option = made.options.last()
        person = placed.person("ubnd")
        position = JobPosition.objects.first()
        ScenarioLine.objects.bulk_create(
            ScenarioLine(
                option=option, person=person, position=position, kind=LineKind.MOVES, takes="x"
            )
            for _ in range(size)
        )
        browser, url = client(placed, "officer"), reverse("scenario_option", args=[option.pk])
        browser.get(url)
        with CaptureQueriesContext(connection) as captured:
            browser.get(url)
        assert len(captured) <= 12

    def test_as_excel(self, placed):
        made = worked_out(placed.officer, placed.world.ward)
        rows = rows_of_excel(answer_of(placed.world.account("officer"), "scenario", pk=made.pk))
        assert [row["Phương án"] for row in rows][:2] == ["tối đa 0 lượt", "tối đa 1 lượt"]

    def test_the_day_of_the_data_stands_on_the_page(self, placed):
        made = worked_out(placed.officer, placed.world.ward)
        page = client(placed, "leader").get(reverse("scenario", args=[made.pk])).content.decode()
        assert f"{today():%d/%m/%Y}" in page
        assert isinstance(made.reckoned_on, date)
