"""From the need of a position to somebody at work, and what refuses on the way."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse
from tests.recruitment.conftest import DAY
from tests.town_recruitment import approved_position, form, give_quota
from tests.worlds import signed_in

from thenchot.kernel.decision import Refused
from thenchot.organisation.models import Quota
from thenchot.people.filing import changing
from thenchot.people.models import Appointment, Person, Qualification
from thenchot.people.services import appoint, create_person
from thenchot.people.staffing.linking import link_position
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM
from thenchot.recruitment.models import Applicant, Opening, Round
from thenchot.recruitment.queries.needs import needs_of
from thenchot.recruitment.services import applicants, forgetting, hiring, results, rounds
from thenchot.web.demo.calendar import day_of

pytestmark = pytest.mark.django_db


def refused(call, words: str) -> None:
    with pytest.raises(Refused) as refusal:
        call()
    assert words in str(refusal.value)


def need_of(recruiting, on=DAY):
    return needs_of([recruiting.position], on)[recruiting.position.pk]


def used_in(recruiting) -> int:
    """People of the government of the ward."""
    seats = Appointment.objects.filter(unit__path__startswith=recruiting.ward.path)
    return seats.filter(unit__bloc="government").count()


def hold(recruiting, name="Vũ Văn Giữ", since=DAY):
    """Somebody who holds the position."""
    position = recruiting.position
    person = create_person(
        SYSTEM, full_name=name, unit_id=position.unit_id, title="Chuyên viên", valid_from=since
    )
    seat = Appointment.objects.get(person=person)
    return link_position(SYSTEM, appointment_id=seat.pk, position_id=position.pk)


class TestNeed:
    def test_approved_less_present_less_arriving(self, recruiting):
        hold(recruiting)
        recruiting.run.draft(recruiting.position, 1)
        need = need_of(recruiting)
        assert (need.approved, need.present, need.arriving, need.number) == (3, 1, 1, 1)

    def test_a_post_that_begins_later_is_arriving(self, recruiting):
        hold(recruiting, since=DAY + timedelta(days=9))
        need = need_of(recruiting)
        assert (need.present, need.arriving) == (0, 1)
        assert need_of(recruiting, DAY + timedelta(days=9)).present == 1

    def test_a_round_that_ends_gives_its_places_back(self, recruiting):
        draft = recruiting.run.draft(recruiting.position, 3)
        assert need_of(recruiting).number == 0
        results.cancel_round(recruiting.officer, round_id=draft.pk, reason="Hoãn")
        assert need_of(recruiting).number == 3

    def test_without_a_quota_decision_nothing_begins(self, recruiting):
        Quota.objects.all().delete()
        refused(
            lambda: recruiting.run.draft(recruiting.position),
            "Chưa ghi quyết định giao biên chế khối Chính quyền năm 2026",
        )

    def test_the_quota_of_another_year_is_not_that_of_this_one(self, recruiting):
        Quota.objects.all().delete()
        give_quota(recruiting.officer, recruiting.ward, 10, year=2027)
        refused(lambda: recruiting.run.draft(recruiting.position), "năm 2026")

    def test_never_above_the_room_of_the_bloc(self, recruiting):
        used = used_in(recruiting)
        give_quota(recruiting.officer, recruiting.ward, used + 1)
        assert need_of(recruiting).number == 1
        refused(
            lambda: recruiting.run.draft(recruiting.position, 2),
            "còn 1, nên chỉ tuyển được 1, không phải 2",
        )

    def test_never_above_the_approved_number(self, recruiting):
        refused(lambda: recruiting.run.draft(recruiting.position, 4), "được duyệt 3")

    def test_a_position_of_a_draft_scheme_is_not_approved(self, recruiting):
        recruiting.position.scheme.state = "replaced"
        recruiting.position.scheme.save()
        refused(lambda: recruiting.run.draft(recruiting.position), "phê duyệt")

    def test_one_press_puts_the_whole_need_into_a_round(self, recruiting):
        opening = rounds.open_for_need(recruiting.officer, position_id=recruiting.position.pk)
        assert (opening.number, opening.level, opening.majors) == (
            3,
            "bachelor",
            ["Luật", "Quản lý văn hóa"],
        )
        assert "12-QĐ/BTCTU" in Round.objects.get().basis


class TestPlan:
    def test_approved_by_another_person_only(self, recruiting):
        made = recruiting.run.submitted(recruiting.position)
        Round.objects.filter(pk=made.pk).update(submitted_by=recruiting.leader.account_id)
        refused(
            lambda: rounds.approve_plan(
                recruiting.leader, round_id=made.pk, plan_no="1", approved_on=DAY
            ),
            "người khác",
        )

    def test_the_need_is_asked_anew_when_it_is_approved(self, recruiting):
        made = recruiting.run.submitted(recruiting.position, 3)
        hold(recruiting)
        refused(
            lambda: rounds.approve_plan(
                recruiting.leader, round_id=made.pk, plan_no="1", approved_on=DAY
            ),
            "chỉ tuyển được 2, không phải 3",
        )

    def test_an_empty_plan_is_not_sent(self, recruiting):
        made = recruiting.run.draft(recruiting.position)
        rounds.drop_opening(recruiting.officer, opening_id=Opening.objects.get().pk)
        refused(
            lambda: rounds.submit_plan(recruiting.officer, round_id=made.pk), "chưa có vị trí nào"
        )

    def test_a_step_left_out(self, recruiting):
        made = recruiting.run.draft(recruiting.position)
        refused(
            lambda: rounds.publish_notice(
                recruiting.officer,
                round_id=made.pk,
                notice_no="1",
                notice_on=DAY,
                opens_on=DAY,
                closes_on=DAY + timedelta(days=29),
            ),
            "đang soạn kế hoạch",
        )

    def test_forms_are_received_for_thirty_days(self, recruiting):
        made = recruiting.run.approved(recruiting.position)
        refused(
            lambda: rounds.publish_notice(
                recruiting.officer,
                round_id=made.pk,
                notice_no="1",
                notice_on=DAY,
                opens_on=DAY,
                closes_on=date(2026, 9, 29),
            ),
            "đến ít nhất 30/09/2026",
        )

    def test_a_notice_changes_once_and_ten_days_before(self, recruiting):
        made = recruiting.run.approved(recruiting.position)
        opens = DAY + timedelta(days=12)
        rounds.publish_notice(
            recruiting.officer,
            round_id=made.pk,
            notice_no="1",
            notice_on=DAY,
            opens_on=opens,
            closes_on=opens + timedelta(days=29),
        )
        said = {
            "round_id": made.pk,
            "opens_on": opens,
            "closes_on": opens + timedelta(days=40),
            "criteria": "Mới",
            "contact": "",
        }
        with day_of(DAY + timedelta(days=3)):
            refused(lambda: rounds.change_notice(recruiting.officer, **said), "đến hết 03/09/2026")
        rounds.change_notice(recruiting.officer, **said)
        refused(lambda: rounds.change_notice(recruiting.officer, **said), "đã thay đổi một lần")


class TestForms:
    def test_within_the_days_only(self, recruiting):
        round_ = recruiting.published()
        opening = round_.openings.get()
        with recruiting.run.after(round_, 1):
            refused(
                lambda: applicants.apply_publicly(opening_id=opening.pk, came_from="x", **form()),
                "hết nhận phiếu ngày 30/09/2026",
            )

    def test_one_form_a_person(self, recruiting):
        round_ = recruiting.published()
        number = "031298099999"
        recruiting.run.apply(round_, identity_no=number)
        refused(
            lambda: recruiting.run.apply(round_, identity_no="0312 9809 9999"),
            "mỗi người một phiếu",
        )

    def test_again_after_it_was_withdrawn(self, recruiting):
        round_ = recruiting.published()
        first = recruiting.run.apply(round_, identity_no="031298099999")
        applicants.withdraw_form(SYSTEM, applicant=first, by_code=True)
        assert recruiting.run.apply(round_, identity_no="031298099999").number == 2

    def test_not_more_than_so_many_an_hour_from_one_address(self, recruiting):
        round_ = recruiting.published()
        for _ in range(20):
            recruiting.run.apply(round_)
        refused(lambda: recruiting.run.apply(round_), "đã nhận 20 phiếu trong một giờ")

    def test_the_number_is_sealed_and_the_code_kept_as_a_digest(self, recruiting):
        one, code = recruiting.run.apply_with_code(
            recruiting.published(), identity_no="031298012121"
        )
        with connection.cursor() as cursor:
            cursor.execute("SELECT identity_no, slip FROM recruitment_applicant")
            number, slip = cursor.fetchone()
        assert "031298012121" not in number
        assert code not in slip
        assert Applicant.objects.get(pk=one.pk).identity_no == "031298012121"

    def test_who_misses_the_degree_is_not_accepted(self, recruiting):
        one = recruiting.run.apply(recruiting.published(), level="college")
        refused(lambda: recruiting.run.accept(one), "Trình độ: Cao đẳng; vị trí cần Đại học")

    def test_who_is_not_eighteen_on_the_last_day(self, recruiting):
        round_ = recruiting.published()
        young = recruiting.run.apply(round_, born_on=date(2008, 10, 1))
        refused(lambda: recruiting.run.accept(young), "Tuổi: 17")
        recruiting.run.accept(recruiting.run.apply(round_, born_on=date(2008, 9, 30)))

    def test_another_nationality(self, recruiting):
        one = recruiting.run.apply(recruiting.published(), is_vietnamese=False)
        refused(lambda: recruiting.run.accept(one), "Quốc tịch")

    def test_an_unknown_major_is_looked_at_by_a_person(self, recruiting):
        one = recruiting.run.apply(recruiting.published(), major="Luật kinh tế")
        refused(lambda: recruiting.run.accept(one), "Xem giấy tờ")
        recruiting.run.accept(one, note="Chương trình gồm Luật")
        one.refresh_from_db()
        assert (one.state, one.ground) == ("eligible", "Chương trình gồm Luật")

    def test_a_refusal_says_why_and_who(self, recruiting):
        one = recruiting.run.apply(recruiting.published(), level="college")
        refused(
            lambda: applicants.refuse_form(recruiting.officer, applicant_id=one.pk, ground=" "),
            "lý do",
        )
        applicants.refuse_form(recruiting.officer, applicant_id=one.pk, ground="Thiếu bằng")
        one.refresh_from_db()
        assert (one.state, one.judged_by_id) == ("refused", recruiting.officer.account_id)

    def test_nobody_judges_the_own_form(self, recruiting):
        officer = recruiting.officer
        person = recruiting.world.people["ubnd"]
        Person.objects.filter(pk=person.pk).update(account=officer.account_id)
        person.refresh_from_db()
        person.identity_no = "031298055555"
        person.save()
        one = recruiting.run.apply(recruiting.published(), identity_no="031298055555")
        refused(lambda: recruiting.run.accept(one), "của chính mình")

    def test_the_list_leaves_nobody_unjudged(self, recruiting):
        round_ = recruiting.published()
        recruiting.run.apply(round_)
        refused(lambda: recruiting.run.listed(round_), "Còn 1 phiếu chưa xét")

    def test_not_before_the_last_day_of_receiving(self, recruiting):
        round_ = recruiting.published()
        recruiting.run.accept(recruiting.run.apply(round_))
        with recruiting.run.after(round_, 0):
            refused(
                lambda: results.issue_list(recruiting.officer, round_id=round_.pk, on=today()),
                "còn nhận phiếu đến hết ngày 30/09/2026",
            )

    def test_late_only_with_a_reason_that_is_kept(self, recruiting):
        round_ = recruiting.published()
        recruiting.run.accept(recruiting.run.apply(round_))
        with recruiting.run.after(round_, 16):
            said = {"round_id": round_.pk, "on": today()}
            refused(
                lambda: results.issue_list(recruiting.officer, **said),
                "15 ngày sau ngày hết nhận phiếu 30/09/2026 là 15/10/2026, ghi ngày 16/10/2026 là "
                "quá 1 ngày",
            )
            results.issue_list(recruiting.officer, **said, late_reason="Mưa bão")
        assert "Mưa bão" in recruiting.run.fresh(round_).late


class TestCouncil:
    def listed(self, recruiting, **form_more):
        round_ = recruiting.published()
        one = recruiting.run.apply(round_, **form_more)
        recruiting.run.accept(one)
        return recruiting.run.listed(round_), one

    def test_without_a_whole_council_nothing_is_sealed(self, recruiting):
        round_, one = self.listed(recruiting)
        refused(
            lambda: recruiting.run.first(round_, {one.pk: 80}), "Hội đồng có 0 người; cần 5 hoặc 7"
        )

    def test_nobody_under_discipline(self, recruiting):
        round_, _one = self.listed(recruiting)
        person = recruiting.world.people["ubnd"]
        changing.add_row(
            recruiting.officer,
            person_id=person.pk,
            section="discipline_state",
            form="reprimand",
            valid_from=date(2026, 3, 1),
        )
        refused(
            lambda: recruiting.run.seat_council(round_, [person]),
            "đang trong 12 tháng từ ngày bị kỷ luật",
        )

    def test_nobody_whose_relative_applies(self, recruiting):
        round_, _one = self.listed(recruiting, full_name="Trần Thị Em")
        person = recruiting.world.people["ubnd"]
        changing.add_row(
            recruiting.officer,
            person_id=person.pk,
            section="family",
            relation="sibling",
            name="TRẦN THỊ EM",
            born_year="1998",
        )
        refused(lambda: recruiting.run.seat_council(round_, [person]), "Trần Thị Em dự tuyển và là")


class TestMarks:
    def test_a_sealed_stage_does_not_change(self, recruiting):
        _round, people = recruiting.marked(1, [({}, 70), ({}, 60)])
        refused(
            lambda: applicants.put_scores(
                recruiting.officer,
                applicant_id=people[0].pk,
                points={"written": Decimal(99)},
            ),
            "Điểm đã chốt",
        )
        assert people[0].scores.get(paper="written").points == 70

    def test_as_many_without_marks_as_were_absent(self, recruiting):
        round_ = recruiting.published()
        people = [recruiting.run.apply(round_) for _ in range(2)]
        recruiting.run.accept(*people)
        recruiting.run.seat_council(round_, list(recruiting.world.people.values()))
        recruiting.run.listed(round_)
        refused(
            lambda: recruiting.run.first(round_, {people[0].pk: 50}),
            "1 người chưa đủ điểm (số báo danh 002), số vắng ghi là 0",
        )
        recruiting.run.first(round_, {people[0].pk: 50}, absent=1)
        states = list(round_.applicants.order_by("number").values_list("state", flat=True))
        assert states == ["second", "out"]

    def test_below_half_does_not_go_on(self, recruiting):
        round_ = recruiting.published()
        people = [recruiting.run.apply(round_) for _ in range(2)]
        recruiting.run.accept(*people)
        recruiting.run.seat_council(round_, list(recruiting.world.people.values()))
        recruiting.run.listed(round_)
        recruiting.run.first(round_, {people[0].pk: 50, people[1].pk: "49.99"})
        states = list(round_.applicants.order_by("number").values_list("state", flat=True))
        assert states == ["second", "out"]

    def test_an_appeal_in_time_keeps_what_stood_before(self, recruiting):
        round_, (one, _other) = recruiting.marked(1, [({}, 60), ({}, 70)])
        with day_of(round_.marked_on + timedelta(days=7)):
            score = applicants.appeal(SYSTEM, applicant=one, paper="written", by_code=True)
            refused(
                lambda: applicants.appeal(SYSTEM, applicant=one, paper="written", by_code=True),
                "đã đề nghị",
            )
            refused(lambda: recruiting.run.ranked(round_), "Còn 1 bài chưa chấm phúc khảo")
            applicants.answer_appeal(recruiting.officer, score_id=score.pk, points=Decimal("75.5"))
        score.refresh_from_db()
        assert (score.before, score.points) == (60, Decimal("75.5"))
        recruiting.run.ranked(round_)
        one.refresh_from_db()
        assert (one.state, one.total) == ("won", Decimal("75.5"))

    def test_too_late_to_appeal_and_too_early_to_approve(self, recruiting):
        round_, (one,) = recruiting.marked(1, [({}, 60)])
        assert round_.marked_on == date(2026, 10, 30)
        with day_of(date(2026, 11, 9)):
            refused(
                lambda: applicants.appeal(SYSTEM, applicant=one, paper="written", by_code=True),
                "đã hết ngày 06/11/2026",
            )
        with day_of(date(2026, 11, 6)):
            refused(
                lambda: results.approve_results(
                    recruiting.leader, round_id=round_.pk, result_no="1", ranked_on=today()
                ),
                "Còn hạn đề nghị phúc khảo đến hết ngày 06/11/2026",
            )

    def test_equals_at_the_border_are_chosen_by_the_head(self, recruiting):
        round_, (one, other) = recruiting.marked(1, [({}, 70), ({}, 70)])
        refused(lambda: recruiting.run.ranked(round_), "bằng điểm ở chỗ cuối cùng")
        refused(
            lambda: applicants.choose_equal(
                recruiting.leader, applicant_id=other.pk, place=1, reason=""
            ),
            "lý do",
        )
        applicants.choose_equal(
            recruiting.leader, applicant_id=other.pk, place=1, reason="Có kinh nghiệm"
        )
        recruiting.run.ranked(round_)
        one.refresh_from_db()
        other.refresh_from_db()
        assert (one.state, other.state) == ("not_won", "won")

    def test_priority_counts_the_group_of_the_object(self, recruiting):
        round_, (one, other) = recruiting.marked(1, [({"priority": "minority"}, 66), ({}, 70)])
        recruiting.run.ranked(round_)
        one.refresh_from_db()
        other.refresh_from_db()
        assert (one.state, one.total, other.total) == ("won", 71, 70)


class TestHiring:
    def test_a_winner_becomes_a_person_with_a_post(self, recruiting):
        _round, (one, other) = recruiting.results(1, [({}, 80), ({}, 70)])
        hired = recruiting.run.hire(one)
        seat = Appointment.objects.get(pk=hired.seat_id)
        assert (seat.position, seat.unit) == (recruiting.position, recruiting.position.unit)
        assert (seat.decision, seat.staff_kind) == ("77/QĐ-UBND", "civil_servant")
        assert hired.person.identity_no == one.identity_no
        assert Qualification.objects.get(person=hired.person).field == "Luật"
        assert other.state != "won"
        assert Event.objects.filter(name="applicant_hired").count() == 1

    def test_the_need_closes(self, recruiting):
        _round, (one,) = recruiting.results(1, [({}, 80)])
        assert need_of(recruiting).number == 2
        hired = recruiting.run.hire(one)
        assert need_of(recruiting, hired.starts_on).present == 1
        assert need_of(recruiting, hired.starts_on).number == 2

    def test_above_the_approved_number_at_that_moment(self, recruiting):
        _round, (one,) = recruiting.results(1, [({}, 80)])
        for number in range(3):
            hold(recruiting, f"Người {number}")
        refused(lambda: recruiting.run.hire(one), "được duyệt 3 người, đã có 3")
        one.refresh_from_db()
        assert (one.state, one.person) == ("won", None)

    def test_above_the_quota_at_that_moment(self, recruiting):
        _round, (one,) = recruiting.results(1, [({}, 80)])
        used = used_in(recruiting)
        give_quota(recruiting.officer, recruiting.ward, used)
        before = Person.objects.count()
        refused(lambda: recruiting.run.hire(one), "là vượt 1")
        assert Person.objects.count() == before

    def test_within_three_working_days_after_the_file(self, recruiting):
        _round, (one,) = recruiting.results(1, [({}, 80)])
        with recruiting.run.after(one.round, 44):
            hiring.note_file(recruiting.officer, applicant_id=one.pk, file_on=today())
        with recruiting.run.after(one.round, 50):
            said = {"decision": "1", "decided_on": today(), "starts_on": today()}
            refused(
                lambda: hiring.hire(recruiting.leader, applicant_id=one.pk, **said),
                "3 ngày làm việc sau ngày đủ hồ sơ",
            )

    def test_a_late_file_is_struck_and_the_next_is_called(self, recruiting):
        _round, (one, other) = recruiting.results(1, [({}, 80), ({}, 70)])
        with recruiting.run.after(one.round, 57):
            refused(
                lambda: hiring.note_file(recruiting.officer, applicant_id=one.pk, file_on=today()),
                "Hồ sơ nộp chậm: 15 ngày",
            )
            hiring.strike(recruiting.leader, applicant_id=one.pk, ground="Không nộp hồ sơ")
            called = hiring.call_next(recruiting.leader, opening_id=other.opening_id)
            refused(
                lambda: hiring.call_next(recruiting.leader, opening_id=other.opening_id),
                "không còn chỗ",
            )
        assert (called.pk, called.state) == (other.pk, "won")

    def test_fraud_bars_the_next_round(self, recruiting):
        round_, (one,) = recruiting.results(1, [({}, 80)])
        with recruiting.run.after(round_, 50):
            hiring.strike(recruiting.leader, applicant_id=one.pk, ground="Bằng giả", is_fraud=True)
            results.finish_round(recruiting.officer, round_id=round_.pk)
            again = recruiting.published()
            same = recruiting.run.apply(again, identity_no=one.identity_no)
            refused(lambda: recruiting.run.accept(same), "gian lận")

    def test_who_does_not_start_never_held_the_post(self, recruiting):
        _round, (one,) = recruiting.results(1, [({}, 80)])
        hired = recruiting.run.hire(one)
        with day_of(hired.start_by):
            refused(
                lambda: hiring.lapse(recruiting.officer, applicant_id=one.pk), "Còn hạn nhận việc"
            )
        with day_of(hired.start_by + timedelta(days=1)):
            refused(
                lambda: hiring.note_start(
                    recruiting.officer, applicant_id=one.pk, started_on=today()
                ),
                "hết hiệu lực",
            )
            hiring.lapse(recruiting.officer, applicant_id=one.pk)
        assert not Appointment.objects.filter(person=hired.person).exists()
        assert Appointment.history.filter(person=hired.person).exists()

    def came_from_here(self, recruiting) -> tuple:
        """Somebody with a post of the place, recruited to another one."""
        world = recruiting.world
        unit = world.units["mặt trận"]
        person = create_person(
            SYSTEM, full_name="Nguyễn Văn Thí", unit_id=unit.pk, identity_no="031298077777"
        )
        appoint(
            SYSTEM,
            person_id=person.pk,
            unit_id=unit.pk,
            title="Người làm việc theo hợp đồng",
            valid_from=date(2026, 1, 5),
        )
        _round, (one,) = recruiting.results(1, [({"identity_no": "031298077777"}, 80)])
        return person, recruiting.run.hire(one)

    def test_whoever_came_from_a_post_here_goes_on_in_it(self, recruiting):
        person, hired = self.came_from_here(recruiting)
        before = Appointment.objects.get(person=person, unit=recruiting.world.units["mặt trận"])
        assert before.valid_to == hired.starts_on - timedelta(days=1)
        with day_of(hired.start_by + timedelta(days=1)):
            hiring.lapse(recruiting.officer, applicant_id=hired.pk)
        seat = Appointment.objects.get(person=person)
        assert (seat.unit, seat.valid_to) == (before.unit, None)
        assert Event.objects.filter(name="appointment_restored").count() == 1

    def test_a_post_that_ended_before_on_its_own_stays_ended(self, recruiting):
        person, hired = self.came_from_here(recruiting)
        Appointment.objects.filter(person=person, valid_to__isnull=False).update(replaces=None)
        with day_of(hired.start_by + timedelta(days=1)):
            hiring.lapse(recruiting.officer, applicant_id=hired.pk)
        assert not Appointment.objects.filter(person=person, valid_to__isnull=True).exists()

    def test_many_at_once(self, recruiting):
        _round, winners = recruiting.results(2, [({}, 80), ({}, 70)])
        hired = [recruiting.run.hire(one) for one in winners]
        with day_of(max(one.start_by for one in hired) + timedelta(days=1)):
            signed_in(recruiting.world.account("officer")).post(
                reverse("applicant_lapse_together"), {"pk": [one.pk for one in hired]}
            )
        assert {Applicant.objects.get(pk=one.pk).state for one in hired} == {"lapsed"}

    def test_starting_later_needs_an_agreement(self, recruiting):
        _round, (one,) = recruiting.results(1, [({}, 80)])
        refused(lambda: recruiting.run.hire(one, starts_after=16), "15 ngày sau ngày quyết định")
        hired = recruiting.run.hire(one, starts_after=30, agreed="Đang nuôi con nhỏ")
        assert hired.start_by == hired.starts_on

    def test_somebody_of_the_register_is_not_made_twice(self, recruiting):
        person = create_person(
            SYSTEM,
            full_name="Nguyễn Văn Thí",
            unit_id=recruiting.position.unit_id,
            identity_no="031298077777",
        )
        _round, (one,) = recruiting.results(1, [({"identity_no": "031298077777"}, 80)])
        assert recruiting.run.hire(one).person == person

    def test_the_round_ends_when_nobody_waits(self, recruiting):
        round_, (one,) = recruiting.results(1, [({}, 80)])
        refused(lambda: results.finish_round(recruiting.officer, round_id=round_.pk), "Còn 1 người")
        hired = recruiting.run.hire(one)
        with day_of(hired.starts_on):
            hiring.note_start(recruiting.officer, applicant_id=one.pk, started_on=today())
            results.finish_round(recruiting.officer, round_id=round_.pk)


class TestConsideration:
    def test_without_a_first_stage(self, recruiting):
        round_ = recruiting.published(manner="consideration", second="oral")
        one = recruiting.run.apply(round_)
        recruiting.run.accept(one)
        recruiting.run.seat_council(round_, list(recruiting.world.people.values()))
        recruiting.run.listed(round_)
        refused(lambda: recruiting.run.first(round_, {}), "Chốt điểm vòng 1")
        with recruiting.run.after(round_, 18):
            recruiting.run.mark(round_, {one.pk: 70})
            results.seal_second(
                recruiting.officer,
                round_id=round_.pk,
                second_on=today(),
                marked_on=today(),
                absent=0,
            )
            refused(
                lambda: applicants.appeal(SYSTEM, applicant=one, paper="oral", by_code=True),
                "không phúc khảo",
            )


class TestForgetting:
    def test_who_was_not_taken_is_forgotten_after_the_time(self, recruiting):
        round_, (one, other) = recruiting.results(1, [({}, 80), ({}, 70)])
        hired = recruiting.run.hire(one)
        with day_of(hired.starts_on):
            hiring.note_start(recruiting.officer, applicant_id=one.pk, started_on=today())
            results.finish_round(recruiting.officer, round_id=round_.pk)
        ended = hired.starts_on
        assert forgetting.forget_applicants(SYSTEM, date(ended.year + 2, ended.month, 1)) == 0
        assert forgetting.forget_applicants(SYSTEM, date(ended.year + 2, 12, 31)) == 1
        other.refresh_from_db()
        assert (other.identity_no, other.born_on, other.full_name) == ("", None, "(đã xóa)")
        assert other.total == 70
        one.refresh_from_db()
        assert one.full_name == "Nguyễn Văn Thí"
        assert forgetting.forget_applicants(SYSTEM, date(ended.year + 3, 1, 1)) == 0


def test_a_second_position_of_the_same_bloc_shares_the_room(recruiting, world):
    other = approved_position(
        recruiting.officer, world.units["phòng văn hóa"], code="CM-99", name="Tư pháp"
    )
    used = used_in(recruiting)
    give_quota(recruiting.officer, recruiting.ward, used + 2)
    recruiting.run.draft(recruiting.position, 2)
    refused(lambda: recruiting.run.draft(other, 1), "còn 0")
