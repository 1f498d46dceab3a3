"""A month from its first day to its closing: who gets a sheet, what goes into it, who may do what,
what is kept.
"""

from datetime import date
from decimal import Decimal

import pytest

from thenchot.kernel.decision import Refused
from thenchot.kernel.periods import Month
from thenchot.people.models import Appointment
from thenchot.people.services import appoint, end_appointment
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.scoring.models import Reopening
from thenchot.scoring.services import causes, closing, marking, self_reporting
from thenchot.worklog.models import Assessment, Cause, Fault, Work
from thenchot.worklog.services import weeks
from thenchot.worklog.services.opening import drop_practice, open_assessments

MONTH = Month(2026, 10)
FULL = {
    "I.1": "5",
    "I.2": "5",
    **{f"{group}.{n}": "2.5" for group in ("II", "III") for n in range(1, 5)},
}
DAY = date(2026, 10, 15)


def refusal(do) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.decision.reasons[0].rule


class TestOpening:
    def test_every_civil_servant_has_a_sheet_of_the_month(self, office):
        assert {
            assessment.person.full_name
            for assessment in Assessment.objects.filter(unit=office.unit, rules="nd335")
        } == {
            "Vũ Thị Ước",
            "Lê Văn An",
            "Trần Thị Bình",
        }
        assert office.assessment("head").kind == "head" and office.assessment("an").kind == "staff"
        assert (
            office.assessment("an").home == office.world.ward
            and office.assessment("an").province == office.world.city
        )

    def test_again_opens_nothing(self, office):
        assert open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=DAY) == 0

    def test_a_member_who_is_a_civil_servant_has_two_that_never_meet(self, office):
        Appointment.objects.filter(person=office.people["an"]).update(staff_kind="cadre")
        open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=DAY)
        party = office.assessment("an", "qd366")
        assert (party.period, party.number) == ("quarter", 4)
        assert office.assessment("an").pk != party.pk

    def test_a_transfer_in_the_month_gives_a_sheet_in_each_unit(self, office):
        seat = Appointment.objects.get(person=office.people["an"])
        end_appointment(
            office.world.actor("officer", office.world.ward),
            appointment_id=seat.pk,
            on=date(2026, 10, 10),
        )
        other = office.world.units["mặt trận"]
        appoint(
            office.world.actor("officer", office.world.ward),
            person_id=office.people["an"].pk,
            unit_id=other.pk,
            title="Chuyên viên",
            valid_from=date(2026, 10, 11),
            staff_kind="civil_servant",
        )
        assert open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=DAY) == 1
        assert Assessment.objects.filter(person=office.people["an"], rules="nd335").count() == 2

    def test_public_employees_and_contracts_by_policy(self, office):
        Appointment.objects.filter(person=office.people["an"]).update(staff_kind="public_employee")
        Appointment.objects.filter(person=office.people["binh"]).update(staff_kind="contract")
        open_assessments(office.actor("leader"), unit_id=office.world.ward.pk, on=date(2026, 11, 2))
        november = Assessment.objects.filter(number=11)
        assert november.get(person=office.people["an"]).rules == "nd233"
        assert not november.filter(person=office.people["binh"]).exists()

    def test_practice_goes_away_and_never_counts(self, office):
        assert (
            open_assessments(office.actor("head"), unit_id=office.unit.pk, on=DAY, is_practice=True)
            == 3
        )
        assert Assessment.objects.counting().filter(is_practice=True).count() == 0
        assert drop_practice(office.actor("head"), unit_id=office.unit.pk, period=MONTH) == 3
        assert Assessment.objects.counting().filter(number=10, unit=office.unit).count() == 3
        assert (
            open_assessments(office.actor("head"), unit_id=office.unit.pk, on=DAY, is_practice=True)
            == 3
        )

    def test_staff_open_nothing(self, office):
        assert (
            refusal(lambda: open_assessments(office.actor("an"), unit_id=office.unit.pk, on=DAY))
            == "worklog.open"
        )

    def test_one_event_says_how_many(self, office):
        event = Event.objects.filter(name="sheets_opened").get()
        assert event.facts["people"] == Assessment.objects.count() >= 3


class TestOwnWork:
    def test_sudden_work_is_added_outside_of_what_was_assigned(self, office):
        work = self_reporting.add_work(
            office.actor("an"),
            assessment_id=office.assessment("an").pk,
            name="",
            product_id=office.products["bc"].pk,
            quantity=Decimal(2),
            done_on=DAY,
        )
        assert (work.assigned, work.added, work.factor, work.name) == (
            0,
            2,
            Decimal("1.5"),
            "Sản phẩm bc",
        )

    def test_without_a_product_it_waits_to_be_converted(self, office):
        work = self_reporting.add_work(
            office.actor("an"),
            assessment_id=office.assessment("an").pk,
            name="Vận động giải phóng mặt bằng",
            done_on=DAY,
        )
        assert work.factor is None

    def test_only_in_the_days_of_the_period(self, office):
        def add(day):
            return self_reporting.add_work(
                office.actor("an"),
                assessment_id=office.assessment("an").pk,
                name="Việc",
                done_on=day,
            )

        assert refusal(lambda: add(date(2026, 9, 30))) == "work.other_period"
        assert refusal(lambda: add(date(2026, 11, 1))) == "work.other_period"
        assert refusal(lambda: add(date(2026, 11, 3))) == "work.future"

    def test_entered_late_but_done_in_time_is_not_late(self, office):
        work = office.assign("an", "bc", 1, due=date(2026, 10, 20))
        self_reporting.report_done(
            office.actor("an"), work_id=work.pk, done=Decimal(1), done_on=date(2026, 10, 20)
        )
        assert Work.objects.get(pk=work.pk).entered_at.date() > date(2026, 10, 20)
        assert not Fault.objects.exists()

    def test_done_late_is_one_delay_for_each_piece_finished_late(self, office):
        work = office.assign(
            "an", "vb", 3, due=date(2026, 10, 10), done=1, done_on=date(2026, 10, 9)
        )
        self_reporting.report_done(
            office.actor("an"), work_id=work.pk, done=Decimal(3), done_on=date(2026, 10, 12)
        )
        assert list(Fault.objects.values_list("piece", "kind", "times")) == [
            (2, "delay", 1),
            (3, "delay", 1),
        ]

    def test_more_than_was_assigned_is_sudden_work(self, office):
        work = office.assign("an", "vb", 3)
        assert (
            refusal(
                lambda: self_reporting.report_done(
                    office.actor("an"), work_id=work.pk, done=Decimal(4), done_on=DAY
                )
            )
            == "work.too_many"
        )

    def test_given_back_stays_assigned(self, office):
        work = office.assign("an", "vb", 3, done=1)
        given = self_reporting.give_back(
            office.actor("an"), work_id=work.pk, quantity=Decimal(2), reason="Thiếu máy"
        )
        assert (given.assigned, given.returned) == (3, 2)
        assert (
            refusal(
                lambda: self_reporting.give_back(
                    office.actor("an"), work_id=work.pk, quantity=Decimal(1), reason="x"
                )
            )
            == "work.nothing_left"
        )

    def test_assigned_work_is_not_dropped(self, office):
        work = office.assign("an", "vb")
        assert (
            refusal(lambda: self_reporting.drop_own_work(office.actor("an"), work_id=work.pk))
            == "work.assigned"
        )

    def test_a_colleague_writes_nothing_and_sees_nothing(self, office):
        work = office.assign("an", "vb")
        with pytest.raises(NotVisible):
            self_reporting.report_done(
                office.actor("binh"), work_id=work.pk, done=Decimal(1), done_on=DAY
            )

    def test_the_head_does_not_write_for_somebody(self, office):
        work = office.assign("an", "vb")
        assert (
            refusal(
                lambda: self_reporting.report_done(
                    office.actor("head"), work_id=work.pk, done=Decimal(1), done_on=DAY
                )
            )
            == "sheet.own"
        )

    def test_points_beyond_the_form_are_refused(self, office):
        assert refusal(lambda: office.rate("an", I_1="5.01")) == "sheet.points"
        assert refusal(lambda: office.rate("an", IV_1="1")) == "sheet.criterion"

    def test_a_draft_may_be_incomplete_a_submission_not(self, office):
        assessment = office.assessment("an")
        self_reporting.rate_oneself(
            office.actor("an"), assessment_id=assessment.pk, points={"I.1": Decimal(5)}
        )
        assert (
            refusal(
                lambda: self_reporting.submit_assessment(
                    office.actor("an"), assessment_id=assessment.pk
                )
            )
            == "sheet.general"
        )
        office.rate("an")
        assert (
            self_reporting.submit_assessment(office.actor("an"), assessment_id=assessment.pk).state
            == "submitted"
        )


class TestScoring:
    def test_the_whole_of_a_month(self, office):
        """4 reports of 1.5 assigned, 3 done, one of them with a content fault: a 0.75, b 0.6875, c
        0.75 (Đ14.2); (a + b + c) / 3 x 70 = 51.04, with 30 general points 81.04, "tốt".
        """
        work = office.assign("an", "bc", 4, done=3)
        marking.note_fault(office.actor("head"), work_id=work.pk, kind="content", piece=2)
        office.confirm("an")
        assessment = office.close("an")
        assert (assessment.total, assessment.band, assessment.state) == (
            Decimal("81.04"),
            "good",
            "closed",
        )
        assert (
            assessment.result["task_points"] == "51.04"
            and assessment.result["general_points"] == "30.00"
        )
        assert assessment.policy["scoring.task_points"] == 70 and len(assessment.policy_hash) == 64

    def test_nothing_assigned_closes_without_a_score(self, office):
        office.confirm("an")
        assessment = office.close("an")
        assert (assessment.total, assessment.band, assessment.result["status"]) == (
            None,
            "",
            "not_enough_data",
        )

    def test_unconverted_work_keeps_the_sheet_open(self, office):
        office.assign("an", "vb", done=1)
        work = self_reporting.add_work(
            office.actor("an"),
            assessment_id=office.assessment("an").pk,
            name="Việc lạ",
            done_on=DAY,
        )
        office.confirm("an")
        assert refusal(lambda: office.close("an")) == "sheet.waiting"
        marking.convert_work(
            office.actor("head"), work_id=work.pk, product_id=office.products["da"].pk
        )
        assert office.close("an").total == Decimal(100)

    def test_points_not_confirmed_keep_it_open(self, office):
        office.assign("an", "vb", done=1)
        office.rate("an")
        assert refusal(lambda: office.close("an")) == "sheet.waiting"
        assert (
            marking.accept_self_points(office.actor("head"), unit_id=office.unit.pk, period=MONTH)
            == 1
        )
        assert office.close("an").total == Decimal(100)

    def test_a_cause_confirmed_later_gives_the_quarter_back(self, office):
        work = office.assign("an", "vb", 1, due=date(2026, 10, 10))
        self_reporting.report_done(
            office.actor("an"), work_id=work.pk, done=Decimal(1), done_on=date(2026, 10, 12)
        )
        office.confirm("an")
        assert office.close("an").total == Decimal(
            "94.17"
        )  # c = 0.75: (1 + 1 + 0.75) / 3 x 70 + 30
        cause = causes.propose_cause(
            office.actor("an"),
            unit_id=office.unit.pk,
            kind="system",
            text="Mất mạng",
            starts_on=date(2026, 10, 9),
        )
        closing.reopen_assessment(
            office.actor("head"),
            assessment_id=office.assessment("an").pk,
            reason="Mất mạng đã xác nhận",
        )
        causes.decide_cause(office.actor("head"), cause_id=cause.pk, is_confirmed=True)
        assert office.close("an").total == Decimal(100)
        assert Reopening.objects.get().total == Decimal("94.17")

    def test_a_cause_is_confirmed_once_for_everybody_but_never_for_oneself(self, office):
        for name in ("an", "binh", "head"):
            work = office.assign(name, "vb", 1, due=date(2026, 10, 10))
            self_reporting.report_done(
                office.actor(name), work_id=work.pk, done=Decimal(1), done_on=date(2026, 10, 12)
            )
        cause = causes.propose_cause(
            office.actor("an"),
            unit_id=office.unit.pk,
            kind="waiting",
            text="Chờ Sở",
            starts_on=date(2026, 10, 1),
            ends_on=date(2026, 10, 10),
        )
        causes.decide_cause(office.actor("head"), cause_id=cause.pk, is_confirmed=True)
        assert {
            fault.work.assessment.person.full_name for fault in Fault.objects.filter(cause=cause)
        } == {"Lê Văn An", "Trần Thị Bình"}
        assert (
            refusal(
                lambda: causes.decide_cause(
                    office.actor("leader"), cause_id=cause.pk, is_confirmed=False
                )
            )
            == "cause.decided"
        )

    def test_a_proposed_or_refused_cause_excuses_nobody(self, office):
        work = office.assign("an", "vb", 1, due=date(2026, 10, 10))
        self_reporting.report_done(
            office.actor("an"), work_id=work.pk, done=Decimal(1), done_on=date(2026, 10, 12)
        )
        cause = causes.propose_cause(
            office.actor("an"),
            unit_id=office.unit.pk,
            kind="system",
            text="Mất mạng",
            starts_on=date(2026, 10, 9),
        )
        marking.excuse_fault(
            office.actor("head"), fault_id=Fault.objects.get().pk, cause_id=cause.pk
        )
        office.confirm("an")
        assert office.close("an").total == Decimal("94.17")
        causes.decide_cause(office.actor("leader"), cause_id=cause.pk, is_confirmed=False)
        assert Cause.objects.get().state == "refused"

    def test_a_fault_taken_back_says_why(self, office):
        work = office.assign("an", "vb", done=1)
        fault = marking.note_fault(office.actor("head"), work_id=work.pk, kind="content")
        assert (
            refusal(
                lambda: marking.withdraw_fault(office.actor("head"), fault_id=fault.pk, reason=" ")
            )
            == "fault.reason"
        )
        marking.withdraw_fault(office.actor("head"), fault_id=fault.pk, reason="Nhầm người")
        office.confirm("an")
        assert office.close("an").total == Decimal(100)

    def test_no_fault_in_a_piece_nobody_finished(self, office):
        work = office.assign("an", "vb", 2, done=1)
        assert (
            refusal(
                lambda: marking.note_fault(
                    office.actor("head"), work_id=work.pk, kind="content", piece=2
                )
            )
            == "fault.piece"
        )

    def test_a_team_product_is_shared_within_its_total(self, office):
        work = office.assign("an", "da", 2, done=2)
        marking.split_work(
            office.actor("head"),
            work_id=work.pk,
            shares={office.assessment("binh").pk: Decimal("0.5")},
        )
        mine, hers = Work.objects.get(pk=work.pk), Work.objects.get(source="team")
        assert (mine.assigned, mine.done, hers.assigned, hers.done) == (
            Decimal("1.5"),
            Decimal("1.5"),
            Decimal("0.5"),
            Decimal("0.5"),
        )
        beyond = {office.assessment("binh").pk: Decimal(2)}
        assert (
            refusal(
                lambda: marking.split_work(office.actor("head"), work_id=work.pk, shares=beyond)
            )
            == "work.split"
        )


class TestWho:
    def test_nobody_scores_the_own_sheet(self, office):
        office.assign("head", "vb", done=1)
        assert refusal(lambda: office.close("head")) == "sheet.own_score"

    def test_the_head_is_scored_from_above(self, office):
        for name in ("an", "binh"):
            office.assign(name, "vb", done=1)
            office.confirm(name)
            office.close(name)
        office.assign("head", "vb", done=1)
        office.confirm("head", by="leader", leading={"organising": "met", "unity": "united"})
        assessment = office.close("head", by="leader")
        assert (assessment.total, assessment.band) == (Decimal(100), "excellent")

    def test_d_waits_for_the_staff_and_halves_when_somebody_failed(self, office):
        """d = 50 % when one of the staff is below "hoàn thành" (Đ15.3.a): (1 + 1 + 1 + 0.5 + 1 + 1)
        / 6 x 70 + 30.
        """
        office.assign("an", "vb", 10, done=1)
        office.assign("binh", "vb", done=1)
        office.assign("head", "vb", done=1)
        office.confirm("head", by="leader", leading={"organising": "met", "unity": "united"})
        assert refusal(lambda: office.close("head", by="leader")) == "sheet.waiting"
        office.confirm("an", I_1="0", I_2="0")
        office.confirm("binh")
        for name in ("an", "binh"):
            office.close(name)
        assert office.assessment("an").band == "failed"
        assert office.close("head", by="leader").total == Decimal("94.17")

    def test_somebody_on_maternity_leave_is_passed_over(self, office):
        marking.leave_unscored(
            office.actor("head"), assessment_id=office.assessment("an").pk, reason="Thai sản"
        )
        office.close("an")
        office.assign("binh", "vb", done=1)
        office.confirm("binh")
        office.close("binh")
        office.assign("head", "vb", done=1)
        office.confirm("head", by="leader", leading={"organising": "met", "unity": "united"})
        assert office.close("head", by="leader").total == Decimal(100)
        assert office.assessment("an").total is None

    def test_a_stranger_finds_no_sheet(self, office):
        stranger = office.world.actor("leader", office.world.other_ward)
        with pytest.raises(NotVisible):
            closing.close_assessment(stranger, assessment_id=office.assessment("an").pk)


class TestDeputies:
    def test_judged_on_the_field_assigned(self, office):
        """An failed, but is not in the deputy's charge: d stays 100 % (Đ15.4)."""
        office.assign("an", "vb", 10, done=1)
        office.assign("head", "vb", 1, done=1)
        Assessment.objects.filter(pk=office.assessment("head").pk).update(kind="deputy")
        office.confirm("an", I_1="0", I_2="0")
        office.close("an")
        office.assign("binh", "vb", 1, done=1)
        office.confirm("binh")
        office.close("binh")
        led = {"organising": "met", "unity": "united"}
        office.confirm("head", by="leader", leading=led | {"managed": [office.people["binh"].pk]})
        assert office.close("head", by="leader").total == Decimal(100)
        closing.reopen_assessment(
            office.actor("leader"),
            assessment_id=office.assessment("head").pk,
            reason="Đổi phân công",
        )
        office.confirm("head", by="leader", leading=led | {"managed": []})
        assert office.close("head", by="leader").total == Decimal("94.17")


class TestClosing:
    def ready(self, office):
        for name in ("an", "binh"):
            office.assign(name, "vb", 2, done=2)
            office.rate(name)
        marking.accept_self_points(office.actor("head"), unit_id=office.unit.pk, period=MONTH)

    def test_a_unit_in_one_go(self, office):
        self.ready(office)
        found = closing.close_unit(office.actor("head"), unit_id=office.unit.pk, period=MONTH)
        assert found == {"closed": 2, "waiting": 0, "not_yours": 1}
        assert {assessment.total for assessment in Assessment.objects.filter(state="closed")} == {
            Decimal(100)
        }
        assert Event.objects.filter(name="sheet_closed").count() == 2

    def test_twice_closes_nothing_more(self, office):
        self.ready(office)
        closing.close_unit(office.actor("head"), unit_id=office.unit.pk, period=MONTH)
        assert (
            closing.close_unit(office.actor("head"), unit_id=office.unit.pk, period=MONTH)["closed"]
            == 0
        )
        assert Event.objects.filter(name="sheet_closed").count() == 2

    def test_a_leader_closes_staff_before_their_head(self, office):
        self.ready(office)
        office.assign("head", "vb", done=1)
        office.confirm("head", by="leader", leading={"organising": "met", "unity": "united"})
        found = closing.close_unit(office.actor("leader"), unit_id=office.unit.pk, period=MONTH)
        assert found["closed"] == 3 and office.assessment("head").total == Decimal(100)

    def test_heads_below_are_closed_before_the_head_above(self, office):
        """The chair leads the division's head too: d of the chair needs that total (Đ15.3.a)."""
        self.ready(office)
        chair = Assessment.objects.get(person=office.world.people["ubnd"], rules="nd335")
        for assessment in (office.assessment("head"), chair):
            Work.objects.create(
                assessment=assessment,
                source="t",
                source_id="1",
                name="v",
                factor=1,
                assigned=1,
                done=1,
            )
            marking.confirm_points(
                office.actor("leader"),
                assessment_id=assessment.pk,
                points={code: Decimal(most) for code, most in FULL.items()},
                leading={"organising": "met", "unity": "united"},
            )
        assert (
            closing.close_unit(office.actor("leader"), unit_id=chair.unit_id, period=MONTH)[
                "closed"
            ]
            == 4
        )
        chair.refresh_from_db()
        assert chair.total == Decimal(100)

    def test_a_closed_sheet_takes_nothing_more(self, office):
        self.ready(office)
        closing.close_unit(office.actor("head"), unit_id=office.unit.pk, period=MONTH)

        def add():
            return self_reporting.add_work(
                office.actor("an"), assessment_id=office.assessment("an").pk, name="x", done_on=DAY
            )

        assert refusal(add) == "sheet.closed"
        assert refusal(lambda: office.confirm("an")) == "sheet.closed"

    def test_an_old_month_is_read_not_computed(self, office):
        self.ready(office)
        closing.close_unit(office.actor("head"), unit_id=office.unit.pk, period=MONTH)
        Work.objects.update(done=1)  # whatever happens to the rows afterwards
        assert office.assessment("an").total == Decimal(100)
        assert office.assessment("an").result["receipt"][2]["value"] == "100.00"

    def test_reopening_needs_a_reason_and_keeps_what_stood(self, office):
        self.ready(office)
        closing.close_unit(office.actor("head"), unit_id=office.unit.pk, period=MONTH)
        assessment = office.assessment("an")
        assert (
            refusal(
                lambda: closing.reopen_assessment(
                    office.actor("head"), assessment_id=assessment.pk, reason=""
                )
            )
            == "sheet.reason"
        )
        closing.reopen_assessment(
            office.actor("head"), assessment_id=assessment.pk, reason="Sót một sản phẩm"
        )
        assert (office.assessment("an").state, office.assessment("an").total) == ("submitted", None)
        assert Reopening.objects.get().result["total"] == "100.00"

    def test_an_unconfirmed_week_never_keeps_a_month_back(self, office):
        self.ready(office)
        week = weeks.confirm_week(
            office.actor("head"), unit_id=office.unit.pk, starts_on=date(2026, 10, 12)
        )
        assert week.finished == 2
        again = weeks.confirm_week(
            office.actor("head"), unit_id=office.unit.pk, starts_on=date(2026, 10, 12)
        )
        assert again.pk == week.pk
        assert (
            refusal(
                lambda: weeks.confirm_week(
                    office.actor("head"), unit_id=office.unit.pk, starts_on=DAY
                )
            )
            == "week.monday"
        )
        assert (
            closing.close_unit(office.actor("head"), unit_id=office.unit.pk, period=MONTH)["closed"]
            == 2
        )

    def test_the_system_closes_as_nobody(self, office):
        self.ready(office)
        ids = list(Assessment.objects.filter(kind="staff").values_list("pk", flat=True))
        assert closing.close_many(SYSTEM, ids)["closed"] == 2
