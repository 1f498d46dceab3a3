"""From the files to the forecast: who retires when, which posts fall empty, what becomes of the
targets, with and without the changes under way.
"""

import itertools
from datetime import date

import pytest
from tests.insight.conftest import holds, person, seated
from tests.town_succession import clear

from thenchot.insight.enums import EventKind, ReviewState
from thenchot.insight.forecast import queries, services
from thenchot.insight.forecast.known import Known
from thenchot.insight.models import Forecast, ForecastEvent, ForecastGoal, ForecastMonth
from thenchot.kernel.decision import Refused
from thenchot.organisation.services import committees, quotas
from thenchot.people.models import Appointment, Person
from thenchot.people.retirement import retirement_day
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now, today
from thenchot.platform.policies.models import LocalValue
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role
from thenchot.succession.models import Candidate, SuccessionPlan
from thenchot.succession.services import plans

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
YOUNG = date(1992, 3, 4)
RETIRING = date(1966, 2, 10)  # a man: 61 years and 9 months in 2027, so November 2027


@pytest.fixture
def ward(world):
    """The seven heads of the ward, all young women."""
    Person.objects.filter(pk__in=[one.pk for one in world.people.values()]).update(
        born_on=YOUNG, sex="f"
    )
    return world


@pytest.fixture
def leader(world):
    return world.actor(Role.LEADER)


def work_out(world) -> Forecast:
    return services.work_out(world.actor(Role.OFFICER), unit_id=world.ward.pk)


def month(forecast, year, number) -> ForecastMonth:
    return forecast.months.get(on__year=year, on__month=number)


class TestPeople:
    def test_who_reaches_the_age_leaves_after_that_month_and_is_named(self, ward):
        who = person(ward, "Sắp nghỉ", sex="m", born=RETIRING)
        last = retirement_day(RETIRING, "m", Known(ward.ward, today()).ages)
        forecast = work_out(ward)
        assert forecast.people == 8
        assert month(forecast, last.year, last.month).certain == 8
        following = forecast.months.filter(on__gt=last).first()
        assert (following.certain, following.retiring) == (7, 1)
        event = ForecastEvent.objects.get(forecast=forecast, kind=EventKind.RETIRES)
        assert (event.person, event.on, event.is_certain, event.empties) == (who, last, True, True)
        assert "135/2020" in event.basis

    def test_every_month_is_the_one_before_with_who_came_and_went(self, ward):
        person(ward, "Sắp nghỉ", sex="m", born=RETIRING)
        gone = person(ward, "Hết hạn", sex="f", born=YOUNG)
        Appointment.objects.filter(person=gone).update(valid_to=date(2027, 6, 30))
        months = list(work_out(ward).months.order_by("on"))
        for before, after in itertools.pairwise(months):
            moved = after.arriving - after.leaving - after.retiring
            assert after.certain == before.certain + moved
        assert sum(one.leaving for one in months) == 1
        assert months[-1].on == date(2030, 12, 31)

    def test_whose_age_has_passed_is_counted_out_at_once_and_said(self, ward):
        person(ward, "Quá tuổi", sex="m", born=date(1950, 1, 1))
        forecast = work_out(ward)
        assert forecast.months.first().certain == 7
        assert any("đã qua ngày nghỉ hưu" in one for one in forecast.remarks)

    def test_against_the_approved_number_of_the_last_year_known(self, ward):
        quotas.set_quota(
            ward.actor(Role.OFFICER),
            unit_id=ward.ward.pk,
            year=2026,
            bloc="government",
            staff_kind="",
            number=12,
            basis="Quyết định giao biên chế",
        )
        forecast = work_out(ward)
        assert month(forecast, 2030, 12).quota == 12
        assert any("Biên chế các năm sau 2026" in one for one in forecast.remarks)

    def test_with_few_people_there_is_no_interval(self, ward):
        forecast = work_out(ward)
        assert not forecast.has_interval
        assert month(forecast, 2030, 12).low is None
        assert any("Không đủ dữ liệu" in one for one in forecast.remarks)

    def test_with_enough_people_the_same_data_give_the_same_interval(self, ward):
        crowd(ward, 20)
        first, second = work_out(ward), work_out(ward)
        assert first.data_hash == second.data_hash
        assert first.assumptions_hash == second.assumptions_hash
        bands = [
            list(one.months.values_list("low", "middle", "high", "empty_high"))
            for one in (first, second)
        ]
        assert bands[0] == bands[1]
        last = month(first, 2030, 12)
        assert 0 < last.low < last.high <= 27

    def test_an_assumption_of_the_place_is_used_stored_and_seen_as_a_change(self, ward):
        crowd(ward, 20)
        first = work_out(ward)
        assumed(ward, "forecast.leave_permille", 400)
        second = work_out(ward)
        assert second.assumptions["forecast.leave_permille"] == 400
        assert second.assumptions_hash != first.assumptions_hash
        assert month(second, 2030, 12).middle < month(first, 2030, 12).middle
        changed = queries.changes_between(first, second)
        assert [(one.was, one.now) for one in changed if one.group == "assumed"] == [(20, 400)]
        assert all(one.difference < 0 for one in changed if one.group == "people")

    def test_nobody_is_named_for_an_assumption(self, ward):
        crowd(ward, 20)
        forecast = work_out(ward)
        assert not forecast.events.exclude(person=None).filter(kind=EventKind.LEAVES).exists()
        assert not forecast.events.exclude(person=None).exclude(is_certain=True).exists()


def crowd(world, number):
    for at in range(number):
        person(world, f"Người thứ {at}", sex="f", born=YOUNG)


def assumed(world, key, value):
    officer, leader = world.account(Role.OFFICER), world.account(Role.LEADER)
    LocalValue.objects.create(
        path=world.ward.path,
        key=key,
        value=value,
        basis="Số liệu của tỉnh",
        valid_from=date(2026, 1, 1),
        entered_by=officer,
        confirmed_by=leader,
        confirmed_at=now(),
    )


class TestComposition:
    def test_a_share_of_the_committee_until_the_term_ends(self, ward, committee):
        """A woman and three men; one man retires in November 2027."""
        for number, (sex, born) in enumerate(
            (("f", YOUNG), ("m", YOUNG), ("m", YOUNG), ("m", RETIRING)), 1
        ):
            seated(committee, person(ward, f"Ủy viên {number}", sex=sex, born=born), number)
        forecast = work_out(ward)
        rows = {
            one.on: (one.part, one.whole) for one in queries.values_of(forecast, "committee_women")
        }
        assert rows[today()] == (1, 4)
        assert rows[date(2026, 12, 31)] == (1, 4)
        assert rows[date(2027, 12, 31)] == (1, 3)
        assert rows[date(2030, 12, 31)] == (0, 0)  # the next term is elected by others
        term = forecast.events.get(kind=EventKind.TERM)
        assert (term.on, "4 người" in term.post) == (date(2030, 6, 30), True)
        goal = ForecastGoal.objects.get(forecast=forecast, indicator="committee_women")
        assert (goal.reached_on, round(goal.alone, 1)) == (date(2029, 12, 31), 33.3)
        assert goal.lacking == 0

    def test_what_it_takes_is_told_in_people(self, ward, committee):
        for number in range(1, 7):
            seated(committee, person(ward, f"Ủy viên {number}", sex="m", born=YOUNG), number)
        forecast = work_out(ward)
        goal = ForecastGoal.objects.get(forecast=forecast, indicator="committee_women")
        assert (goal.now, goal.alone, goal.lacking) == (0, 0, 2)  # 20 % of 6 is 1,2

    def test_age_passes(self, ward):
        person(ward, "Sắp hết trẻ", sex="m", born=date(1986, 1, 1))
        rows = {one.on.year: one.part for one in queries.values_of(work_out(ward), "staff_young")}
        assert rows[2027] - rows[2028] == 1  # 42 on 1 January 2028


class TestPlanned:
    def test_the_next_in_line_takes_the_post_in_the_count_with_plans(self, ward):
        head = _planned(ward)
        forecast = work_out(ward)
        event = forecast.events.get(kind=EventKind.RETIRES, person=head)
        assert event.planned_post is not None
        assert (event.planned, event.ready) == (1, 1)
        row = queries.values_of(forecast, "managers_women").get(on=date(2029, 12, 31))
        assert (row.planned_part - row.part, row.planned_whole - row.whole) == (1, 1)

    def test_who_is_ready_for_a_post_whose_holder_should_have_retired(self, ward):
        head = _planned(ward)
        Person.objects.filter(pk=head.pk).update(born_on=date(1960, 1, 1))
        event = work_out(ward).events.get(kind=EventKind.RETIRES, person=head)
        assert event.on < today()
        assert (event.planned, event.ready) == (1, 1)

    def test_a_post_nobody_is_planned_for(self, ward):
        head = person(ward, "Trưởng phòng", sex="m", born=RETIRING, unit="phòng văn hóa")
        holds(head, "division_head")
        event = work_out(ward).events.get(person=head)
        assert (event.is_leader, event.planned_post, event.ready) == (True, None, 0)


def _planned(ward):
    """A head who retires in 2027, and a specialist planned and ready for the post."""
    head = person(ward, "Trưởng phòng", sex="m", born=RETIRING, unit="phòng văn hóa")
    holds(head, "division_head")
    next_ = person(ward, "Kế cận", sex="f", born=YOUNG, unit="phòng văn hóa")
    _list(ward, head, next_)
    return head


def _list(ward, head, next_):
    officer = ward.actor(Role.OFFICER)
    clear(officer, next_)
    term = committees.open_term(
        officer,
        unit_id=ward.ward.pk,
        name="2030-2035",
        starts_on=date(2030, 7, 1),
        ends_on=date(2035, 6, 30),
    )
    plan = plans.open_plan(officer, term_id=term.pk)
    seat = head.appointments.get()
    post = plans.add_post(
        officer,
        plan_id=plan.pk,
        title_id=seat.title_ref_id,
        unit_id=seat.unit_id,
        seats=1,
        level="own",
    )
    Candidate.objects.create(
        post=post,
        person=next_,
        unit=seat.unit,
        state="planned",
        line="next",
        recorded_at=now(),
    )
    SuccessionPlan.objects.filter(pk=plan.pk).update(
        state="approved", decision="12-QĐ/ĐU", decided_on=today(), approved_at=now()
    )


class TestReview:
    def test_a_named_person_says_whether_it_is_used_and_the_trail_keeps_it(self, ward, leader):
        forecast = work_out(ward)
        services.review(leader, forecast_id=forecast.pk, state=ReviewState.CONFIRMED)
        forecast.refresh_from_db()
        assert (forecast.state, forecast.reviewed_by_id) == ("confirmed", leader.account_id)
        events = Event.objects.filter(subject_type="insight.forecast")
        assert {one.name for one in events} == {"forecast_made", "forecast_confirmed"}
        with pytest.raises(Refused, match="đã có ý kiến"):
            services.review(leader, forecast_id=forecast.pk, state=ReviewState.CONFIRMED)

    def test_dismissing_asks_for_a_reason(self, ward, leader):
        forecast = work_out(ward)
        with pytest.raises(Refused, match="lý do"):
            services.review(leader, forecast_id=forecast.pk, state=ReviewState.DISMISSED)

    def test_the_officer_works_it_out_and_does_not_review_it(self, ward):
        forecast = work_out(ward)
        with pytest.raises(Refused):
            services.review(
                ward.actor(Role.OFFICER), forecast_id=forecast.pk, state=ReviewState.CONFIRMED
            )

    def test_only_for_a_place(self, ward):
        with pytest.raises(Refused, match="xã, phường"):
            services.work_out(SYSTEM, unit_id=ward.units["ubnd"].pk)

    def test_by_itself_about_once_a_month(self, ward):
        services.work_out_all()
        assert services.work_out_all() == 0
        assert Forecast.objects.filter(home=ward.ward).count() == 1
