"""The head looks at personal plans: what is recorded, when the next look is due, who is told of one
that is late or missing.
"""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from tests.pages import joined
from tests.worlds import account_with, signed_in

from thenchot.kernel.decision import Refused
from thenchot.people.services import appoint, create_person
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.registry import Audience
from thenchot.platform.alerts.services import run
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.policy.merge import resolve
from thenchot.policy.packs import Certainty, shipped
from thenchot.policy.parameters import PlanPolicy
from thenchot.worklog.alerts import plans
from thenchot.worklog.models import Assessment, PlanLine, PlanReview
from thenchot.worklog.rules.plans import first_review, next_review
from thenchot.worklog.services import planning
from thenchot.worklog.services.opening import open_assessments
from thenchot.worklog.services.plan_reviewing import review_plan

pytestmark = pytest.mark.django_db
DUE = date(2026, 10, 30)
POLICY = resolve([shipped()], date(2026, 10, 1)).as_parameters(PlanPolicy)


@pytest.fixture(autouse=True)
def october(monkeypatch):
    monkeypatch.setenv("THENCHOT_TODAY", "2026-10-08")


def line(office, name="an", on=date(2026, 10, 2), **more):
    made = planning.propose_line(
        office.actor(name),
        assessment_id=office.assessment(name).pk,
        name="Đề án",
        output="Đề án",
        due_on=DUE,
        **more,
    )
    PlanLine.objects.filter(pk=made.pk).update(
        proposed_at=datetime(on.year, on.month, on.day, 3, tzinfo=UTC)
    )
    return made


def review(office, name="an", by="head", verdict="on_track", **more):
    return review_plan(
        office.actor(by), assessment_id=office.assessment(name).pk, verdict=verdict, **more
    )


def refusal(do) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.decision.reasons[0].rule


class TestRule:
    @pytest.mark.parametrize(
        "on, found",
        [
            (date(2026, 10, 8), date(2026, 10, 22)),
            (date(2026, 10, 17), date(2026, 10, 31)),
            (date(2026, 10, 18), None),
            (date(2026, 11, 3), None),
        ],
    )
    def test_the_next_look_is_inside_the_period_or_not_at_all(self, on, found):
        assert next_review(on, date(2026, 10, 31), POLICY) == found

    @pytest.mark.parametrize(
        "begun, found",
        [(date(2026, 10, 2), date(2026, 10, 16)), (date(2026, 9, 28), date(2026, 10, 15))],
    )
    def test_a_plan_written_early_waits_for_its_period(self, begun, found):
        assert first_review(begun, date(2026, 10, 1), POLICY) == found

    def test_the_days_are_owned_up_to_as_a_choice(self):
        assert (POLICY.is_asked, POLICY.days, POLICY.review_days) == (True, 5, 14)
        certain = {
            value.key: value.certainty for value in shipped() if value.key.startswith("plan.")
        }
        assert certain == {
            "plan.is_asked": Certainty.SEEN,
            "plan.days": Certainty.DEFAULT,
            "plan.review_days": Certainty.DEFAULT,
        }


class TestService:
    def test_who_when_what_and_when_again(self, office):
        line(office)
        made = review(office, verdict="adjust", remarks="  Chia nhỏ  việc, báo cáo giữa tuần ")
        assert (made.reviewed_on, made.next_on, made.reviewed_by, made.remarks) == (
            date(2026, 10, 8),
            date(2026, 10, 22),
            office.accounts["head"],
            "Chia nhỏ việc, báo cáo giữa tuần",
        )
        event = Event.objects.get(name="plan_reviewed")
        assert (
            event.facts["verdict"] == "adjust"
            and event.facts["next_on"] == "2026-10-22"
            and "Chia nhỏ" not in str(event.facts)
        )

    def test_a_later_look_is_another_record(self, office, monkeypatch):
        line(office)
        review(office, verdict="stalled", remarks="Chưa làm gì")
        monkeypatch.setenv("THENCHOT_TODAY", "2026-10-20")
        review(office)
        assert [(one.verdict, one.next_on) for one in PlanReview.objects.all()] == [
            ("on_track", None),
            ("stalled", date(2026, 10, 22)),
        ]

    @pytest.mark.parametrize(
        "said, rule",
        [
            ({"verdict": "adjust"}, "plan.remarks"),
            ({"verdict": "stalled", "remarks": "  "}, "plan.remarks"),
            ({"verdict": "good"}, "plan.verdict"),
        ],
    )
    def test_refused_with_the_reason(self, office, said, rule):
        line(office)
        assert refusal(lambda: review(office, **said)) == rule
        assert not PlanReview.objects.exists()

    def test_without_a_plan_there_is_nothing_to_look_at(self, office):
        assert refusal(lambda: review(office)) == "plan.empty"
        made = line(office)
        planning.refuse_line(
            office.actor("head"), line_id=made.pk, reason="Không thuộc việc của phòng"
        )
        assert refusal(lambda: review(office)) == "plan.empty"

    def test_nobody_looks_at_the_own_plan_and_staff_at_none(self, office):
        line(office, "head"), line(office)
        assert refusal(lambda: review(office, "head")) == "sheet.own_score"
        assert review(office, "head", by="leader").pk
        with pytest.raises((Refused, NotVisible)):
            review(office, by="binh")
        stranger = account_with("leader", office.world.other_ward)
        with pytest.raises(NotVisible):
            review_plan(
                office.world.actor("leader", office.world.other_ward),
                assessment_id=office.assessment("an").pk,
                verdict="on_track",
            )
        assert (
            signed_in(stranger)
            .get(reverse("plan_review", args=[office.assessment("an").pk]))
            .status_code
            == 404
        )

    def test_the_page_says_what_is_looked_at(self, office):
        made = line(office)
        page = (
            signed_in(office.accounts["head"])
            .get(reverse("plan_review", args=[office.assessment("an").pk]))
            .content.decode()
        )
        assert made.name in page

    def test_a_closed_sheet_is_not_looked_at(self, office):
        line(office)
        office.assign("an", "vb", 1, done=1)
        office.confirm("an")
        office.close("an")
        assert refusal(lambda: review(office)) == "sheet.closed"

    def test_the_database_keeps_a_look_that_says_what(self, office):
        kept = {
            "assessment": office.assessment("an"),
            "reviewed_on": DUE,
            "reviewed_by": office.accounts["head"],
        }
        for bad in (
            {"verdict": "adjust"},
            {"verdict": "good"},
            {"verdict": "on_track", "next_on": DUE},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                PlanReview.objects.create(**kept | bad)


class TestPages:
    def text(self, office, name):
        address = (
            reverse("my_month") + f"?assessment={office.assessment('an').pk}"
            if name == "an"
            else reverse("assessment_detail", args=[office.assessment("an").pk])
        )
        return joined(signed_in(office.accounts[name]).get(address))

    def test_recorded_in_the_browser_and_seen_by_the_person(self, office):
        line(office)
        assert "Kiểm tra lần đầu trước hết ngày 16/10/2026" in self.text(
            office, "an"
        ) and "/plan/review/" not in self.text(office, "an")
        assert "/plan/review/" in self.text(office, "head")
        client, address = (
            signed_in(office.accounts["head"]),
            reverse("plan_review", args=[office.assessment("an").pk]),
        )
        assert (
            "Ghi điều cần điều chỉnh"
            in client.post(address, {"verdict": "adjust", "remarks": ""}).content.decode()
        )
        assert (
            client.post(address, {"verdict": "adjust", "remarks": "Báo cáo giữa tuần"}).status_code
            == 302
        )
        for name in ("an", "head"):
            text = self.text(office, name)
            assert (
                "Báo cáo giữa tuần" in text
                and "cần điều chỉnh cách làm" in text
                and "Kiểm tra lần sau trước hết ngày 22/10/2026" in text
            )

    def test_a_late_look_is_marked(self, office, monkeypatch):
        line(office)
        monkeypatch.setenv("THENCHOT_TODAY", "2026-10-16")
        assert (
            "quá hạn"
            not in self.text(office, "head").split('id="plan-reviews"')[1].split("</ul>")[0]
        )
        monkeypatch.setenv("THENCHOT_TODAY", "2026-10-17")
        assert (
            "quá hạn" in self.text(office, "head").split('id="plan-reviews"')[1].split("</ul>")[0]
        )

    def test_many_looks_cost_what_one_costs(self, office):
        line(office)
        client, costs = signed_in(office.accounts["head"]), []
        for more in (1, 12):
            for number in range(more):
                review(office, verdict="adjust", remarks=f"Lần {number}")
            client.get(reverse("assessment_detail", args=[office.assessment("an").pk]))
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse("assessment_detail", args=[office.assessment("an").pk]))
            costs.append(len(queries))
        assert costs[0] == costs[1], costs

    def test_on_the_printed_plan_the_first_look_first(self, office, monkeypatch):
        line(office)
        review(office, verdict="stalled", remarks="Chưa làm gì")
        monkeypatch.setenv("THENCHOT_TODAY", "2026-10-15")
        review(office)
        document = Document(
            BytesIO(
                signed_in(office.accounts["an"])
                .get(reverse("plan_print", args=[office.assessment("an").pk]))
                .content
            )
        )
        grid = next(
            [[cell.text for cell in row.cells] for row in table.rows]
            for table in document.tables
            if table.rows[0].cells[0].text == "Ngày"
        )
        assert [row[:3] for row in grid[1:]] == [
            ["08/10/2026", "trì trệ, hình thức", "Chưa làm gì"],
            ["15/10/2026", "đúng hướng, đúng tiến độ", ""],
        ]
        assert "Kiểm tra lần sau trước hết ngày: 29/10/2026" in "\n".join(
            one.text for one in document.paragraphs
        )


class TestUnreviewed:
    def found(self, day):
        return list(plans.unreviewed(date(2026, 10, day)))

    def test_a_cycle_after_it_was_begun_once_for_a_unit(self, office):
        line(office, on=date(2026, 10, 2)), line(office, "binh", on=date(2026, 10, 3))
        assert self.found(16) == []
        (one,) = self.found(17)
        assert one.message.endswith(
            "1 kế hoạch cá nhân tháng 10/2026 quá hạn kiểm tra định kỳ"
        ) and one.since == date(2026, 10, 16)
        (one,) = self.found(18)
        assert (
            ": 2 kế hoạch" in one.message
            and one.audience == (Audience("head", office.unit.path),)
            and one.severity == "act"
        )

    def test_a_look_puts_it_off_and_none_is_due_when_the_period_ends_before(
        self, office, monkeypatch
    ):
        line(office)
        review(office)
        assert (self.found(22), len(self.found(23))) == ([], 1)
        monkeypatch.setenv("THENCHOT_TODAY", "2026-10-20")
        review(office)
        assert self.found(31) == []

    def test_of_a_head_the_one_above_is_told(self, office):
        line(office, "head")
        (one,) = self.found(20)
        assert one.audience == (Audience("head", office.world.units["ubnd"].path),)

    def test_refused_lines_are_no_plan(self, office):
        planning.refuse_line(office.actor("head"), line_id=line(office).pk, reason="Không")
        assert self.found(30) == []

    def test_after_the_period_it_ends(self, office):
        line(office)
        assert list(plans.unreviewed(date(2026, 11, 1))) == []


class TestMissing:
    def found(self, day):
        return {one.subject_id: one for one in plans.missing(date(2026, 10, day))}

    def test_after_the_days_of_the_policy(self, office):
        assert self.found(5) == {}
        one = self.found(6)[str(office.unit.pk)]
        assert one.message.endswith("3 người chưa có kế hoạch cá nhân tháng 10/2026") and (
            one.severity,
            one.since,
        ) == ("info", date(2026, 10, 1))
        above = office.world.units["ubnd"].path
        assert one.audience == (Audience("head", office.unit.path), Audience("head", above))

    def test_who_has_a_standing_line_or_is_not_scored_is_not_counted(self, office):
        line(office)
        planning.withdraw_line(office.actor("binh"), line_id=line(office, "binh").pk)
        Assessment.objects.filter(person=office.people["head"]).update(not_scored="Nghỉ thai sản")
        one = self.found(10)[str(office.unit.pk)]
        assert ": 1 người" in one.message and one.audience == (Audience("head", office.unit.path),)

    def test_a_member_with_two_sheets_needs_one_plan(self, office):
        own = office.assessment("an")
        party = {
            "unit": own.unit,
            "home": own.home,
            "kind": "staff",
            "period": "quarter",
            "year": 2026,
            "number": 4,
            "starts_on": date(2026, 10, 1),
            "ends_on": date(2026, 12, 31),
        }
        other = Assessment.objects.create(person=own.person, rules="qd366", **party)
        assert ": 3 người" in self.found(10)[str(office.unit.pk)].message
        PlanLine.objects.create(assessment=other, name="Đề án", output="x", quantity=1, due_on=DUE)
        assert ": 2 người" in self.found(10)[str(office.unit.pk)].message

    def test_where_policy_does_not_ask_nobody_is_told(self, office, monkeypatch):
        asked = plans.policies.in_force

        def quiet(policy, **more):
            found = asked(policy, **more)
            return (
                PlanPolicy(False, found.days, found.review_days) if policy is PlanPolicy else found
            )

        monkeypatch.setattr(plans.policies, "in_force", quiet)
        assert self.found(20) == {}

    def test_many_people_cost_what_one_costs(self, office):
        officer, unit, costs = office.world.actor("officer", office.world.ward), office.unit, []
        for more in (1, 20):
            begin = Assessment.objects.count()
            for number in range(begin, begin + more):
                person = create_person(SYSTEM, full_name=f"Lê Thị Thêm {number}", unit_id=unit.pk)
                appoint(
                    officer,
                    person_id=person.pk,
                    unit_id=unit.pk,
                    title="Chuyên viên",
                    valid_from=unit.valid_from,
                    staff_kind="civil_servant",
                )
            open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=DUE)
            for assessment in Assessment.objects.filter(
                person__full_name__startswith="Lê Thị Thêm", number=10
            )[: more // 2 + 1]:
                PlanLine.objects.create(
                    assessment=assessment, name="Đề án", output="x", quantity=1, due_on=DUE
                )
            PlanLine.objects.update(proposed_at=datetime(2026, 10, 1, 3, tzinfo=UTC))
            with CaptureQueriesContext(connection) as queries:
                said = [
                    one.message
                    for find in (plans.missing, plans.unreviewed)
                    for one in find(date(2026, 10, 28))
                ]
            costs.append(len(queries))
            assert sum(unit.name in one for one in said) == 2
        assert costs[1] <= costs[0], costs

    def test_the_nightly_run_tells_and_ends_it(self, office):
        line(office)
        run(date(2026, 10, 20))
        assert set(
            Alert.objects.filter(rule__startswith="plan_", resolved_at=None).values_list(
                "rule", flat=True
            )
        ) >= {"plan_missing", "plan_unreviewed"}
        review(office)
        run(date(2026, 10, 20) + timedelta(days=1))
        assert not Alert.objects.filter(
            rule="plan_unreviewed", resolved_at=None, subject_id=str(office.unit.pk)
        ).exists()
