"""What months ask to be looked at, told once for a unit."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from thenchot.catalogue import alerts as catalogue_alerts
from thenchot.catalogue.services import proposing
from thenchot.kernel.periods import Month
from thenchot.people.models import Appointment
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.registry import Audience, rules
from thenchot.platform.alerts.services import run
from thenchot.rating.models import ReplacementReview
from thenchot.rating.quarters import alerts as replacements
from thenchot.scoring import alerts as scoring_alerts
from thenchot.scoring import counting
from thenchot.scoring.services import causes, closing, marking, self_reporting
from thenchot.worklog.alerts import months
from thenchot.worklog.models import Assessment
from thenchot.worklog.services import weeks
from thenchot.worklog.services.opening import open_assessments

NOVEMBER = date(2026, 11, 2)


def found(rule, on, unit=None):
    return [one for one in rule(on) if unit is None or one.unit_path == unit.path]


class TestUnclosed:
    @pytest.mark.parametrize(
        "on, count",
        [
            (date(2026, 10, 31), 0),
            (date(2026, 11, 5), 0),
            (date(2026, 11, 6), 1),
            (date(2027, 12, 31), 0),
        ],
    )
    def test_five_days_after_the_end(self, office, on, count):
        assert len(found(scoring_alerts.unclosed, on, office.unit)) == count

    def test_one_finding_a_unit_with_the_number(self, office):
        (one,) = found(scoring_alerts.unclosed, date(2026, 11, 10), office.unit)
        assert one.message.endswith("3 phiếu tháng 10/2026 chưa chốt") and one.url.endswith(
            f"/{office.unit.pk}/?period=month-2026-10"
        )

    def test_practice_is_not_asked_for(self, office):
        Assessment.objects.update(is_practice=True)
        assert found(scoring_alerts.unclosed, date(2026, 11, 10)) == []


class TestUnassigned:
    def test_after_the_first_days_and_the_nightly_count(self, office):
        assert (
            found(months.unassigned, date(2026, 10, 20), office.unit) == []
        )  # not counted yet: nothing is claimed
        office.assign("an", "vb")
        counting.count_standing()
        (one,) = found(months.unassigned, date(2026, 10, 20), office.unit)
        assert "2 người chưa được giao" in one.message
        assert found(months.unassigned, date(2026, 10, 5), office.unit) == []


class TestWithoutProduct:
    def test_who_finished_nothing_in_a_closed_month(self, office):
        office.assign("an", "vb", 2)
        office.assign("binh", "vb", 2, done=1)
        for name in ("an", "binh"):
            office.confirm(name)
            office.close(name)
        (one,) = found(months.without_product, NOVEMBER, office.unit)
        assert (
            "1 người không có sản phẩm" in one.message
            and one.severity == "info"
            and one.basis == "S0-051"
        )

    def test_somebody_on_leave_is_not_one_of_them(self, office):
        marking.leave_unscored(
            office.actor("head"), assessment_id=office.assessment("an").pk, reason="Thai sản"
        )
        office.close("an")
        assert found(months.without_product, NOVEMBER, office.unit) == []


class TestUnitsWithoutSheets:
    @pytest.fixture
    def empty(self, office):
        Assessment.objects.update(dropped_at="2026-10-01T00:00:00Z")
        return office

    @pytest.mark.parametrize(
        "day, count", [((10, 25), 0), ((10, 26), 1), ((10, 31), 1), ((11, 5), 1), ((11, 6), 0)]
    )
    def test_near_the_close(self, empty, day, count):
        assert (
            len(
                [
                    one
                    for one in found(months.without_assessments, date(2026, *day), empty.unit)
                    if one.detail == "month-2026-10"
                ]
            )
            == count
        )

    def test_says_how_many(self, empty):
        (one,) = found(months.without_assessments, date(2026, 10, 30), empty.unit)
        assert one.message.endswith(
            "chưa mở phiếu nào của tháng 10/2026, 3 người phải theo dõi, chấm điểm"
        )

    def test_one_sheet_is_enough(self, office):
        assert found(months.without_assessments, date(2026, 10, 30), office.unit) == []

    def test_where_nobody_is_scored_nothing_is_asked(self, empty):
        Appointment.objects.update(staff_kind="part_time")
        assert list(months.without_assessments(date(2026, 10, 30))) == []

    def test_a_month_before_the_decree_is_not_asked_for(self, empty):
        assert list(months.without_assessments(date(2026, 1, 5))) == []

    def test_every_alert_can_be_asked_for_in_the_first_days_of_the_decree(self, office):
        for rule in rules().values():
            assert isinstance(list(rule.find(date(2026, 1, 5))), list)

    def test_opened_it_ends(self, empty):
        run(date(2026, 10, 30))
        assert Alert.objects.filter(
            rule="month_without_sheets", unit_path=empty.unit.path, state="open"
        ).exists()
        open_assessments(empty.actor("leader"), unit_id=empty.world.ward.pk, on=date(2026, 10, 15))
        run(date(2026, 10, 30))
        assert not Alert.objects.filter(
            rule="month_without_sheets", unit_path=empty.unit.path, state="open"
        ).exists()


class TestProposals:
    def wait(self, office, day):
        made = proposing.propose(
            office.actor("an"), unit_id=office.world.ward.pk, name="Soạn tin", output="Tin"
        )
        type(made).objects.filter(pk=made.pk).update(
            proposed_at=datetime(2026, 10, day, 3, tzinfo=UTC)
        )
        return made

    @pytest.mark.parametrize("on, count", [(date(2026, 10, 15), 0), (date(2026, 10, 16), 1)])
    def test_longer_than_the_days_of_the_policy(self, office, on, count):
        self.wait(office, 5)
        assert len(found(catalogue_alerts.proposals_waiting, on)) == count

    def test_once_for_a_unit_with_the_number_of_those_too_old(self, office):
        for day in (5, 6, 14):
            self.wait(office, day)
        (one,) = catalogue_alerts.proposals_waiting(date(2026, 10, 20))
        assert "2 đề xuất" in one.message and one.message.endswith("lâu nhất từ 05/10/2026")
        assert one.audience == (Audience("leader", office.world.ward.path),)

    def test_decided_it_ends_and_a_second_run_changes_nothing(self, office):
        made = self.wait(office, 5)
        for _ in range(2):
            run(date(2026, 10, 20))
            assert list(
                Alert.objects.filter(rule="suggestion_waiting").values_list("state", flat=True)
            ) == ["open"]
        proposing.refuse_proposal(
            office.actor("leader"), proposal_id=made.pk, note="Đã có trong danh mục"
        )
        run(date(2026, 10, 21))
        assert not Alert.objects.filter(rule="suggestion_waiting", state="open").exists()


class TestWeeks:
    def test_from_the_third_day_of_the_next_week(self, office):
        assert found(months.uncounted, date(2026, 10, 13), office.unit) == []
        (one,) = found(months.uncounted, date(2026, 10, 14), office.unit)
        assert "05/10/2026" in one.message

    def test_a_confirmed_week_is_silent(self, office):
        weeks.confirm_week(
            office.actor("head"), unit_id=office.unit.pk, starts_on=date(2026, 10, 5)
        )
        assert found(months.uncounted, date(2026, 10, 14), office.unit) == []


class TestWaiting:
    def test_a_cause_nobody_decided(self, office):
        cause = causes.propose_cause(
            office.actor("an"),
            unit_id=office.unit.pk,
            kind="system",
            text="Mất mạng",
            starts_on=date(2026, 10, 20),
        )
        assert found(scoring_alerts.causes_waiting, date(2026, 10, 22)) == []
        assert len(found(scoring_alerts.causes_waiting, date(2026, 10, 23))) == 1
        causes.decide_cause(office.actor("head"), cause_id=cause.pk, is_confirmed=False)
        assert found(scoring_alerts.causes_waiting, date(2026, 10, 30)) == []

    def test_a_proposal_to_replace_says_when_a_quarter_is_unknown(self, office):
        ReplacementReview.objects.create(
            person=office.people["an"],
            unit=office.unit,
            quarters=["2026-Q1", "2026-Q3"],
            gaps=["2026-Q2"],
            first="2026-Q1",
            opened_on=NOVEMBER,
        )
        (one,) = replacements.replacements(NOVEMBER)
        assert "quý ở giữa chưa xếp loại" in one.message and {who.role for who in one.audience} == {
            "leader",
            "officer",
        }


def test_a_second_run_changes_nothing_and_closing_resolves(office):
    office.assign("an", "vb", 1, done=1)
    run(date(2026, 11, 10))
    first = set(Alert.objects.filter(rule__startswith="month").values_list("pk", "state"))
    assert first and all(state == "open" for _, state in first)
    run(date(2026, 11, 10))
    assert set(Alert.objects.filter(rule__startswith="month").values_list("pk", "state")) == first
    for name in ("an", "binh"):
        office.confirm(name)
    office.assign("binh", "vb", 1, done=1)
    assert (
        closing.close_unit(office.actor("leader"), unit_id=office.unit.pk, period=Month(2026, 10))[
            "closed"
        ]
        == 2
    )
    office.confirm("head", by="leader", leading={"organising": "met", "unity": "united"})
    office.close("head", by="leader")
    run(date(2026, 11, 11))
    assert not Alert.objects.filter(
        rule="month_unclosed", unit_path=office.unit.path, state="open"
    ).exists()


def test_what_is_closed_keeps_its_amounts(office):
    office.assign("an", "bc", 3, done=2)
    self_reporting.add_work(
        office.actor("an"),
        assessment_id=office.assessment("an").pk,
        name="",
        product_id=office.products["vb"].pk,
        done_on=date(2026, 10, 3),
    )
    office.confirm("an")
    assessment = office.close("an")
    assert (assessment.given, assessment.produced) == (Decimal("4.5"), Decimal(4))
    assert assessment.ends_on + timedelta(days=1) == date(2026, 11, 1)
