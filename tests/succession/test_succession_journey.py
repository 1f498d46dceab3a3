"""A list from its sources to the decision, the yearly review, and what refuses on the way."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.succession.conftest import DAY, STEPS
from tests.town_succession import hold

from thenchot.clearance import services as clearance
from thenchot.clearance.models import Conclusion
from thenchot.kernel.decision import Refused
from thenchot.organisation.models import TitleLimit
from thenchot.organisation.services import committees
from thenchot.people.filing import changing
from thenchot.people.models import Person, Seating
from thenchot.people.services import appoint
from thenchot.platform.audit.models import Event
from thenchot.succession.enums import CandidateState, PostState
from thenchot.succession.judging import review_of
from thenchot.succession.models import Candidate, PlannedPost, SuccessionPlan
from thenchot.succession.queries.plans import listed_in
from thenchot.succession.receivers import note_taken_up
from thenchot.succession.services import candidates, conferences, plans, roads, sources

pytestmark = pytest.mark.django_db


def refused(call, words: str) -> None:
    with pytest.raises(Refused) as refusal:
        call()
    assert words in str(refusal.value)


def queries_of(call) -> int:
    with CaptureQueriesContext(connection) as seen:
        call()
    return len(seen)


class TestSources:
    def test_everybody_in_office_is_judged_with_months_and_gaps(self, succession):
        plan = succession.plan()
        row = succession.row("mặt trận")
        assert Candidate.objects.filter(post__plan=plan).count() == len(succession.world.people)
        assert (row.state, row.line, row.gaps) == ("found", "later", 1)
        assert row.months_left == 238  # born 5/1990, 60 years: until 31/5/2050, from 1/7/2030
        assert "Lý luận" in row.step or row.step

    def test_a_course_under_way_says_the_day(self, succession):
        person = succession.person("mặt trận")
        changing.add_row(
            succession.officer,
            person_id=person.pk,
            section="theory",
            level="middle",
            is_studying=True,
            valid_from=date(2026, 9, 1),
            valid_to=date(2027, 6, 30),
        )
        succession.plan()
        assert succession.row("mặt trận").ready_on == date(2027, 6, 30)

    def test_whoever_meets_everything_is_next_in_line(self, succession):
        changing.add_row(
            succession.officer,
            person_id=succession.person("ubnd").pk,
            section="theory",
            level="middle",
        )
        succession.plan()
        row = succession.row("ubnd")
        assert (row.line, row.gaps, row.ready_on) == ("next", 0, DAY)

    def test_without_a_conclusion_nobody_is_proposed_and_nothing_opens_that(self, succession):
        succession.lapse("ubnd")
        succession.plan()
        row = succession.row("ubnd")
        assert "tiêu chuẩn chính trị" in row.bars
        refused(
            lambda: candidates.propose_candidate(succession.officer, candidate_id=row.pk),
            "tiêu chuẩn chính trị",
        )

    def test_a_gate_that_closed_since_the_review_refuses(self, succession):
        succession.plan()
        row = succession.row("ubnd")
        assert not row.bars
        succession.lapse("ubnd")
        refused(
            lambda: candidates.propose_candidate(succession.officer, candidate_id=row.pk),
            "tiêu chuẩn chính trị",
        )

    def test_discipline_in_force_bars_until_its_last_day(self, succession):
        changing.add_row(
            succession.officer,
            person_id=succession.person("ubnd").pk,
            section="discipline_party",
            form="1",
            valid_from=date(2026, 3, 1),
        )
        succession.plan()
        assert "01/03/2027" in succession.row("ubnd").bars

    def test_a_second_review_keeps_who_was_proposed(self, succession):
        plan = succession.plan()
        succession.propose("ubnd")
        sources.review_sources(succession.officer, plan_id=plan.pk)
        assert succession.row("ubnd").state == CandidateState.PROPOSED
        assert Candidate.objects.filter(post__plan=plan).count() == len(succession.world.people)

    def test_who_is_known_of_the_posts_is_asked_once(self, succession):
        plan = succession.plan()

        def review():
            posts = list(plan.posts.standing().select_related("title", "unit"))
            return review_of(posts, plan.unit, plan.reckons_on, DAY)

        one = queries_of(review)
        succession.post(plan, "division_head", unit="mặt trận")
        succession.post(plan, "division_head", unit="ubnd")
        assert queries_of(review) == one


class TestUsualPosts:
    def limit(self, succession, unit: str, number: int, term=None) -> None:
        TitleLimit.objects.create(
            unit=succession.world.units[unit],
            title=succession.title("division_head"),
            term=term,
            number=number,
            basis="QĐ 12",
        )

    def seats(self, plan, code: str) -> dict[str, int]:
        rows = plan.posts.standing().filter(title__code=code)
        return dict(rows.values_list("unit__name", "seats"))

    def test_what_is_held_or_permitted_in_each_unit_by_its_own_number(self, succession):
        self.limit(succession, "phòng văn hóa", 1)
        self.limit(succession, "mặt trận", 2)
        plan = plans.open_plan(succession.officer, term_id=succession.term().pk)
        plans.lay_out_posts(succession.officer, plan_id=plan.pk)
        units = succession.world.units
        assert self.seats(plan, "division_head") == {
            units["phòng văn hóa"].name: 1,
            units["mặt trận"].name: 2,
        }
        held = self.seats(plan, "division_deputy")
        assert set(held.values()) == {1}
        assert plans.lay_out_posts(succession.officer, plan_id=plan.pk) == 0

    def test_the_number_of_the_term_goes_before_the_one_of_any_time(self, succession):
        term = succession.term()
        self.limit(succession, "mặt trận", 1)
        self.limit(succession, "mặt trận", 3, term=term)
        plan = plans.open_plan(succession.officer, term_id=term.pk)
        plans.lay_out_posts(succession.officer, plan_id=plan.pk)
        assert list(self.seats(plan, "division_head").values()) == [3]


class TestVotes:
    def test_conferences_come_in_their_order(self, succession):
        plan = succession.plan()
        succession.propose("ubnd")
        refused(lambda: hold(succession.officer, plan, "key"), "hội nghị trước")
        held = hold(succession.officer, plan, "leadership")
        refused(lambda: hold(succession.officer, plan, "enlarged"), "Chốt kiểm phiếu")
        conferences.note_votes(
            succession.officer, conference_id=held.pk, agreed={succession.row("ubnd").pk: 5}
        )
        conferences.count_conference(succession.officer, conference_id=held.pk)
        hold(succession.officer, plan, "enlarged")

    def test_too_few_votes_leave_the_list(self, succession):
        plan = succession.plan(seats=2)
        first, second = succession.propose("ubnd", "mặt trận")
        held = hold(succession.officer, plan, "leadership")
        conferences.note_votes(
            succession.officer, conference_id=held.pk, agreed={first.pk: 5, second.pk: 4}
        )
        conferences.count_conference(succession.officer, conference_id=held.pk)
        states = dict(Candidate.objects.values_list("pk", "state"))
        assert (states[first.pk], states[second.pk]) == ("proposed", "unvoted")

    def test_what_is_counted_never_changes(self, succession):
        plan = succession.plan()
        [row] = succession.propose("ubnd")
        succession.vote(plan, steps=STEPS[:1])
        held = plan.conferences.get()
        refused(
            lambda: conferences.note_votes(
                succession.officer, conference_id=held.pk, agreed={row.pk: 1}
            ),
            "đã chốt",
        )

    def test_numbers_of_the_minutes_must_agree(self, succession):
        plan = succession.plan()
        succession.propose("ubnd")
        refused(lambda: hold(succession.officer, plan, "leadership", present=10), "Số có mặt")

    def test_without_votes_nothing_is_counted(self, succession):
        plan = succession.plan()
        succession.propose("ubnd")
        held = hold(succession.officer, plan, "leadership")
        refused(
            lambda: conferences.count_conference(succession.officer, conference_id=held.pk),
            "Chưa ghi số phiếu",
        )


class TestTheWayOfTheList:
    def test_nothing_goes_up_without_the_vote_of_every_conference(self, succession):
        plan = succession.plan()
        succession.propose("ubnd")
        succession.vote(plan, steps=STEPS[:3])
        refused(
            lambda: plans.submit_plan(succession.officer, plan_id=plan.pk),
            "Hội nghị tập thể lãnh đạo biểu quyết",
        )

    def test_somebody_who_joined_after_the_vote_is_named(self, succession):
        plan = succession.plan(seats=2)
        succession.propose("ubnd")
        succession.vote(plan)
        succession.propose("mặt trận")
        refused(
            lambda: plans.submit_plan(succession.officer, plan_id=plan.pk),
            succession.person("mặt trận").full_name,
        )

    def test_whoever_joins_later_is_voted_on_in_a_round_of_its_own(self, succession):
        plan = succession.plan(seats=2)
        succession.propose("ubnd")
        succession.vote(plan)
        succession.propose("mặt trận")
        succession.vote(plan)
        later = plan.conferences.filter(round=2)
        assert later.count() == 4
        names = {ballot.candidate.person for held in later for ballot in held.ballots.all()}
        assert names == {succession.person("mặt trận")}
        plans.submit_plan(succession.officer, plan_id=plan.pk)

    def test_a_round_is_not_begun_for_nobody(self, succession):
        plan = succession.plan()
        succession.propose("ubnd")
        succession.vote(plan)
        refused(lambda: hold(succession.officer, plan, "leadership"), "Chưa có ai")

    def test_four_people_for_one_seat(self, succession):
        plan = succession.plan()
        succession.propose("ubnd", "mặt trận", "phòng văn hóa", "ban thường vụ")
        succession.vote(plan)
        refused(lambda: plans.submit_plan(succession.officer, plan_id=plan.pk), "nhiều nhất 3")

    def test_whoever_submits_does_not_approve(self, succession):
        plan = succession.plan()
        succession.propose("ubnd")
        succession.vote(plan)
        plans.submit_plan(succession.officer, plan_id=plan.pk)
        SuccessionPlan.objects.filter(pk=plan.pk).update(
            submitted_by_id=succession.leader.account_id
        )
        refused(
            lambda: plans.approve_plan(
                succession.leader, plan_id=plan.pk, decision="1-QĐ", decided_on=DAY
            ),
            "không tự duyệt",
        )

    def test_the_gates_are_asked_again_on_the_day_of_the_decision(self, succession):
        plan = succession.plan()
        [row] = succession.propose("ubnd")
        succession.vote(plan)
        plans.submit_plan(succession.officer, plan_id=plan.pk)
        succession.lapse("ubnd")
        refused(
            lambda: plans.approve_plan(
                succession.leader, plan_id=plan.pk, decision="1-QĐ", decided_on=DAY
            ),
            row.person.full_name,
        )
        assert Candidate.objects.get(pk=row.pk).state == CandidateState.PROPOSED

    def test_discipline_after_the_vote_refuses_the_list(self, succession):
        plan = succession.plan()
        [row] = succession.propose("ubnd")
        succession.vote(plan)
        succession.reprimand("ubnd")
        refused(
            lambda: plans.submit_plan(succession.officer, plan_id=plan.pk),
            f"{row.person.full_name}: Kỷ luật còn hiệu lực đến 01/11/2027",
        )

    def test_whoever_fell_below_the_months_left_is_not_submitted_anew(self, succession):
        plan = succession.plan()
        succession.propose("ubnd")
        succession.vote(plan)
        Person.objects.filter(pk=succession.person("ubnd").pk).update(born_on=date(1972, 5, 2))
        refused(lambda: plans.submit_plan(succession.officer, plan_id=plan.pk), "tháng công tác")

    def test_a_carried_name_is_refused_for_discipline_but_not_for_age(self, succession):
        former = succession.approved("ubnd")
        Person.objects.filter(pk=succession.person("ubnd").pk).update(born_on=date(1972, 5, 2))
        made = plans.review_plan(succession.officer, plan_id=former.pk)
        sources.review_sources(succession.officer, plan_id=made.pk)
        plans.submit_plan(succession.officer, plan_id=made.pk)
        succession.reprimand("ubnd")
        refused(
            lambda: plans.approve_plan(
                succession.leader, plan_id=made.pk, decision="2-QĐ", decided_on=DAY
            ),
            "Kỷ luật còn hiệu lực",
        )

    def test_a_list_is_checked_in_as_many_queries_for_one_as_for_four(self, succession):
        plan = succession.plan(seats=2)
        succession.propose("ubnd")
        one = queries_of(lambda: plans.check_list(plan, list(listed_in(plan))))
        succession.propose("mặt trận", "phòng văn hóa", "ban thường vụ")
        assert queries_of(lambda: plans.check_list(plan, list(listed_in(plan)))) == one

    def test_approved_the_people_are_planned_and_the_trail_says_it(self, succession):
        plan = succession.approved("ubnd")
        assert succession.row("ubnd").state == CandidateState.PLANNED
        assert plan.decision == "215-QĐ/TU"
        assert Event.objects.filter(name="succession_approved").count() == 1

    def test_a_review_carries_people_over_and_replaces_when_approved(self, succession):
        former = succession.approved("ubnd")
        made = plans.review_plan(succession.officer, plan_id=former.pk)
        carried = succession.row("ubnd", made)
        assert (carried.state, carried.is_carried, made.version) == ("planned", True, 2)
        refused(lambda: plans.submit_plan(succession.officer, plan_id=made.pk), "Rà soát nguồn")
        sources.review_sources(succession.officer, plan_id=made.pk)
        plans.submit_plan(succession.officer, plan_id=made.pk)
        plans.approve_plan(succession.leader, plan_id=made.pk, decision="300-QĐ", decided_on=DAY)
        former.refresh_from_db()
        assert former.state == "replaced"

    def test_only_one_review_at_a_time(self, succession):
        plan = succession.approved("ubnd")
        plans.review_plan(succession.officer, plan_id=plan.pk)
        refused(lambda: plans.review_plan(succession.officer, plan_id=plan.pk), "Đã có đợt rà soát")


class TestRemoval:
    def remove(self, succession, row, **more):
        said = {"reason": "Kỷ luật cảnh cáo", "decision": "12-QĐ/ĐU", "decided_on": DAY}
        return candidates.remove_candidate(
            succession.officer, candidate_id=row.pk, **{**said, **more}
        )

    def test_at_once_by_a_decision_and_the_name_stays_in_the_history(self, succession):
        succession.approved("ubnd")
        row = self.remove(succession, succession.row("ubnd"))
        assert (row.state, row.decision, row.ended_on) == ("removed", "12-QĐ/ĐU", DAY)

    def test_never_without_ground_or_number(self, succession):
        succession.approved("ubnd")
        row = succession.row("ubnd")
        refused(lambda: self.remove(succession, row, reason=" "), "lý do")
        refused(lambda: self.remove(succession, row, decision=""), "số quyết định")

    def test_a_draft_name_is_withdrawn_not_removed(self, succession):
        succession.plan()
        [row] = succession.propose("ubnd")
        refused(lambda: self.remove(succession, row), "đang trong quy hoạch")
        candidates.withdraw_candidate(succession.officer, candidate_id=row.pk)
        assert succession.row("ubnd").state == CandidateState.FOUND


class TestWhatFollows:
    def test_whoever_takes_the_post_stands_there_as_such(
        self, succession, django_capture_on_commit_callbacks
    ):
        succession.approved("ubnd")
        with django_capture_on_commit_callbacks(execute=True):
            appoint(
                succession.officer,
                person_id=succession.person("ubnd").pk,
                unit_id=succession.world.units["phòng văn hóa"].pk,
                title="Trưởng phòng",
                title_ref_id=succession.title("division_head").pk,
                valid_from=DAY,
                is_primary=False,
            )
        assert succession.row("ubnd").state == CandidateState.APPOINTED

    def test_a_seat_in_the_collective_counts_as_well(
        self, succession, django_capture_on_commit_callbacks
    ):
        succession.approved("ubnd")
        committee = committees.open_committee(
            succession.officer,
            term_id=succession.row("ubnd").post.plan.term_id,
            kind="party",
            name="Ban Chấp hành",
            approved_seats=1,
        )
        PlannedPost.objects.update(committee=committee)
        seat = committee.seats.get()
        with django_capture_on_commit_callbacks(execute=True):
            Seating.objects.create(seat=seat, person=succession.person("ubnd"), valid_from=DAY)
        assert succession.row("ubnd").state == CandidateState.APPOINTED

    def test_another_post_changes_nothing(self, succession):
        succession.approved("ubnd")
        note_taken_up(
            succession.person("ubnd").pk,
            succession.title("division_head").pk,
            succession.world.units["mặt trận"].pk,
        )
        assert succession.row("ubnd").state == CandidateState.PLANNED

    def test_the_road_has_a_step_for_every_gap_once(self, succession):
        succession.approved("mặt trận")
        row = succession.row("mặt trận")
        assert roads.draw_road(succession.officer, candidate_id=row.pk) == 1
        refused(
            lambda: roads.draw_road(succession.officer, candidate_id=row.pk), "Không còn tiêu chuẩn"
        )

    def test_a_held_post_says_why_and_until_when(self, succession):
        plan = succession.plan()
        post = plan.posts.get()
        refused(
            lambda: plans.set_post_state(
                succession.officer, post_id=post.pk, state=PostState.HELD, reason="Cơ cấu nữ"
            ),
            "ngày xem lại",
        )
        plans.set_post_state(
            succession.officer,
            post_id=post.pk,
            state=PostState.HELD,
            reason="Cơ cấu nữ",
            look_again_on=DAY + timedelta(days=90),
        )

    def test_ages_of_a_coming_term_are_counted_to_its_month_of_the_present_one_to_today(
        self, succession
    ):
        coming = succession.plan()
        assert coming.reckons_on == date(2030, 7, 1)
        term = succession.term(name="Nhiệm kỳ 2025 - 2030", starts_on=date(2025, 7, 1))
        assert plans.open_plan(succession.officer, term_id=term.pk).reckons_on == DAY


class TestProspects:
    def refer(self, succession, **more):
        said = {
            "unit_id": succession.world.units["mặt trận"].pk,
            "origin": "front",
            "referred_by": "Mặt trận phường",
            "evidence": "Vận động 36 hộ hiến đất",
        }
        return roads.refer_prospect(succession.officer, **{**said, **more})

    def test_somebody_without_a_file_is_told_by_name(self, succession):
        assert self.refer(succession, name="Lê Thị Mới").name == "Lê Thị Mới"
        refused(lambda: self.refer(succession), "ghi họ tên")

    def test_nobody_twice_while_followed(self, succession):
        person = succession.person("mặt trận")
        first = self.refer(succession, person_id=person.pk)
        refused(lambda: self.refer(succession, person_id=person.pk), "đang theo dõi")
        roads.close_prospect(succession.officer, prospect_id=first.pk, outcome="Đã quy hoạch")
        assert self.refer(succession, person_id=person.pk).pk != first.pk


def test_training_takes_up_what_planned_people_lack(succession):
    from thenchot.training.models import Need
    from thenchot.training.services import drawing, planning, topics

    succession.approved("mặt trận")
    officer, ward = succession.officer, succession.world.ward
    topics.add_topic(
        officer,
        unit_id=ward.pk,
        code="theory",
        name="Trung cấp lý luận",
        group="theory",
        audience="lacking",
        hours=400,
        paper="theory",
        level="middle",
    )
    plan = planning.draw_up_plan(
        officer, unit_id=ward.pk, name="Kế hoạch 2027", first_year=2027, last_year=2027
    )
    drawing.count_needs(officer, plan_id=plan.pk)
    [need] = Need.objects.filter(plan=plan, kind="planned")
    assert need.person == succession.person("mặt trận")


def test_clearance_of_one_part_is_not_enough(succession):
    person = Person.objects.get(pk=succession.person("ubnd").pk)
    Conclusion.objects.filter(person=person, part="history").update(outcome="not_clear")
    succession.plan()
    assert "tiêu chuẩn chính trị" in succession.row("ubnd").bars
    clearance.request_verification(succession.officer, person_id=person.pk)


def test_training_knows_who_is_planned_for_what(succession):
    from thenchot.training.sources import planned_in

    succession.approved("ubnd")
    (found,) = planned_in(succession.world.ward)
    assert found.person == succession.person("ubnd").pk
    assert "Trưởng phòng" in found.post
