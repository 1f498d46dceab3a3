"""From a vacancy and a case to the decision, what it changes, and what refuses on the way."""

from datetime import date, timedelta

import pytest
from tests.succession.conftest import DAY

from thenchot.kernel.decision import Refused
from thenchot.organisation.services import committees, quotas
from thenchot.people.filing import changing
from thenchot.people.models import Appointment, Person, Seating
from thenchot.placement.enums import VacancyState
from thenchot.placement.models import HandOverItem, Procedure, Vacancy
from thenchot.placement.queries.procedures import checks_of
from thenchot.placement.services import procedures, vacancies
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now
from thenchot.rating.models import ReplacementReview

pytestmark = pytest.mark.django_db


def refused(call, words: str) -> None:
    with pytest.raises(Refused) as refusal:
        call()
    assert words in str(refusal.value)


def state_of(case, code: str) -> str:
    found = {one.code: one.state for one in checks_of(case, DAY)}
    return str(found[code])


@pytest.fixture
def vacancy(placement) -> Vacancy:
    """One place for a head of division in a unit where nobody is one."""
    unit = placement.world.units["phòng văn hóa"]
    title = placement.title("division_head")
    quotas.set_title_limit(
        placement.officer, unit_id=unit.pk, title_id=title.pk, number=1, basis="Đề án"
    )
    vacancies.find_vacancies(placement.officer, placement.world.ward)
    return Vacancy.objects.get(title=title)


class TestVacancies:
    def test_they_are_found_once_and_close_when_somebody_sits_there(self, placement, vacancy):
        again = vacancies.find_vacancies(placement.officer, placement.world.ward)
        assert (again.opened, again.filled) == (0, 0)
        Appointment.objects.filter(person=placement.person("phòng văn hóa")).update(
            title_ref=placement.title("division_head")
        )
        found = vacancies.find_vacancies(placement.officer, placement.world.ward)
        vacancy.refresh_from_db()
        assert (found.filled, vacancy.state, vacancy.closed_on) == (1, "filled", DAY)

    def test_held_with_a_reason_until_a_day(self, placement, vacancy):
        def hold(**more):
            said = {"reason": "Chờ sắp xếp", "look_again_on": DAY + timedelta(days=60)}
            vacancies.hold_vacancy(placement.officer, vacancy_id=vacancy.pk, **{**said, **more})

        refused(lambda: hold(reason=""), "lý do")
        refused(lambda: hold(look_again_on=DAY), "sau hôm nay")
        hold()
        vacancy.refresh_from_db()
        assert vacancy.state == VacancyState.HELD

    def test_a_case_takes_it_and_gives_it_back_when_it_stops(self, placement, vacancy):
        case = placement.opened("ubnd", vacancy_id=vacancy.pk)
        vacancy.refresh_from_db()
        assert vacancy.state == VacancyState.UNDER_WAY
        refused(lambda: placement.opened("mặt trận", vacancy_id=vacancy.pk), "đang làm quy trình")
        procedures.stop_procedure(placement.officer, procedure_id=case.pk, reason="Xin rút")
        vacancy.refresh_from_db()
        assert vacancy.state == VacancyState.OPEN


class TestOpening:
    def test_the_steps_and_papers_of_the_pack_with_their_days(self, placement):
        case = placement.opened("ubnd")
        assert [step.code for step in case.steps.order_by("number")][:2] == ["policy", "leadership"]
        assert case.steps.get(code="policy").due_on == date(2026, 12, 2)  # 24/11 is off
        assert case.papers.count() == 11

    def test_behind_a_closed_gate_nothing_opens(self, placement):
        placement.lapse("ubnd")
        refused(lambda: placement.opened("ubnd"), "tiêu chuẩn chính trị")

    def test_what_leads_out_of_a_post_asks_no_gate_but_a_ground(self, placement):
        placement.lapse("ubnd")
        refused(lambda: placement.opened("ubnd", "resignation", ground=""), "Chọn căn cứ")
        assert placement.opened("ubnd", "resignation").seat is not None

    def test_nobody_opens_the_own_case(self, placement):
        Person.objects.filter(pk=placement.person("ubnd").pk).update(
            account_id=placement.officer.account_id
        )
        refused(lambda: placement.opened("ubnd"), "của chính mình")

    def test_one_case_of_a_kind_at_a_time(self, placement):
        placement.opened("ubnd")
        refused(lambda: placement.opened("ubnd"), "cùng loại")

    def test_from_two_failed_quarters(self, placement):
        review = ReplacementReview.objects.create(
            person=placement.person("ubnd"),
            unit=placement.world.units["ubnd"],
            quarters=["2026-Q2", "2026-Q3"],
            first="2026-Q2",
            state="accepted",
            reason="Đồng ý",
            opened_on=DAY,
            decided_at=now(),
        )
        case = placement.opened(
            "ubnd",
            "replacement",
            ground="Hai quý liên tiếp không hoàn thành nhiệm vụ",
            review_id=review.pk,
        )
        assert case.review == review


class TestSteps:
    def test_in_their_order(self, placement):
        case = placement.opened("ubnd")
        second = case.steps.get(number=2)
        refused(
            lambda: procedures.finish_step(placement.officer, step_id=second.pk, done_on=DAY),
            "Chưa xong bước trước",
        )

    def test_the_gate_is_asked_at_every_step(self, placement):
        case = placement.opened("ubnd")
        placement.lapse("ubnd")
        refused(
            lambda: procedures.finish_step(
                placement.officer, step_id=case.steps.get(number=1).pk, done_on=DAY
            ),
            "tiêu chuẩn chính trị",
        )

    def test_a_vote_without_half_stops_the_case_with_its_numbers(self, placement):
        case = placement.run(placement.opened("ubnd"), agreed=4)
        assert case.state == "stopped"
        assert "4/9" in case.stopped_for

    def test_nothing_is_written_after_the_end(self, placement):
        case = placement.opened("ubnd")
        procedures.stop_procedure(placement.officer, procedure_id=case.pk, reason="Xin rút")
        refused(
            lambda: procedures.finish_step(
                placement.officer, step_id=case.steps.get(number=1).pk, done_on=DAY
            ),
            "đã kết thúc",
        )


class TestConditions:
    def test_from_the_file_the_list_and_the_ratings(self, placement):
        placement.approved("ubnd")
        placement.rated("ubnd", "good", "excellent", "good")
        case = placement.opened("ubnd")
        states = {one.code: str(one.state) for one in checks_of(case, DAY)}
        assert states == {
            "gates": "met",
            "discipline": "met",
            "standards": "met",
            "planning": "met",
            "ratings": "met",
            "months_in_post": "met",
            "age": "met",
        }

    def test_somebody_who_is_not_planned(self, placement):
        assert state_of(placement.opened("ubnd"), "planning") == "not_met"

    def test_a_year_without_a_rating_is_unknown_not_good(self, placement):
        placement.rated("ubnd", "good", "good")
        assert state_of(placement.opened("ubnd"), "ratings") == "unknown"

    def test_eleven_months_in_the_post(self, placement):
        placement.since("ubnd", date(2025, 12, 11))
        assert state_of(placement.opened("ubnd"), "months_in_post") == "not_met"
        placement.since("ubnd", date(2025, 11, 10))
        assert state_of(Procedure.objects.get(), "months_in_post") == "met"

    def test_twenty_four_months_after_a_reprimand(self, placement):
        changing.add_row(
            placement.officer,
            person_id=placement.person("ubnd").pk,
            section="discipline_state",
            form="reprimand",
            valid_from=date(2024, 11, 11),
        )
        assert state_of(placement.opened("ubnd"), "discipline") == "not_met"

    def test_a_special_case_needs_whoever_decides_a_reason_and_a_document(self, placement):
        case = placement.opened("ubnd")
        placement.accept(case, "planning")
        assert state_of(case, "planning") == "waived"

    def test_a_discipline_is_never_a_special_case(self, placement):
        changing.add_row(
            placement.officer,
            person_id=placement.person("ubnd").pk,
            section="discipline_state",
            form="warning",
            valid_from=date(2026, 1, 5),
        )
        case = placement.opened("ubnd")
        refused(
            lambda: procedures.accept_special(
                placement.leader,
                procedure_id=case.pk,
                code="discipline",
                reason="Cần người",
                document="9-CV",
            ),
            "không có trường hợp đặc biệt",
        )


class TestDecision:
    def ready(self, placement, unit="ubnd", **more) -> Procedure:
        placement.approved(unit)
        placement.rated(unit, "good", "good", "good")
        return placement.run(placement.opened(unit, **more))

    def test_it_changes_the_post_writes_the_term_and_begins_the_hand_over(self, placement):
        former = Appointment.objects.get(person=placement.person("ubnd"))
        case = self.ready(placement)
        placement.decide(case, effective_on=DAY + timedelta(days=5))
        seat = Appointment.objects.get(person=placement.person("ubnd"), valid_to=None)
        assert (seat.title_ref.code, seat.decision) == ("division_head", "45-QĐ/ĐU")
        assert seat.reappoint_on == date(2031, 11, 15)
        of_person = Appointment.history.filter(person=former.person)
        ended = of_person.filter(valid_to__isnull=False).latest("pk")
        assert ended.valid_to == DAY + timedelta(days=4)
        assert HandOverItem.objects.filter(procedure=case).count() == 4
        assert Event.objects.filter(name="procedure_decided").count() == 1

    def test_a_move_within_an_approved_number_that_is_full_adds_nobody(self, placement):
        quotas.set_quota(
            placement.officer,
            unit_id=placement.world.ward.pk,
            year=2026,
            bloc="government",
            number=1,
            basis="Quyết định giao biên chế",
        )
        assert placement.decide(self.ready(placement)).made_seat is not None

    def test_somebody_from_another_bloc_is_one_too_many(self, placement):
        quotas.set_quota(
            placement.officer,
            unit_id=placement.world.ward.pk,
            year=2026,
            bloc="government",
            number=2,
            basis="Quyết định giao biên chế",
        )
        case = self.ready(placement, "mặt trận")
        refused(lambda: placement.decide(case), "là vượt 1")

    def test_a_seat_of_a_collective_stands_beside_the_post(self, placement):
        term = placement.term(name="Nhiệm kỳ 2025 - 2030", starts_on=date(2025, 7, 1))
        committees.open_committee(
            placement.officer,
            term_id=term.pk,
            kind="party",
            name="Ban Chấp hành Đảng bộ phường",
            approved_seats=1,
        )
        vacancies.find_vacancies(placement.officer, placement.world.ward)
        empty = Vacancy.objects.get(kind="seat")
        placement.decide(self.ready(placement, vacancy_id=empty.pk))
        assert Seating.objects.get().seat == empty.seat
        seat = Appointment.objects.get(person=placement.person("ubnd"), valid_to=None)
        assert seat.title_ref.code == "division_deputy"

    def test_a_suspension_lasts_thirty_working_days_and_no_longer(self, placement):
        ground = "Né tránh, đùn đẩy, chậm thực hiện nhiệm vụ"
        case = placement.run(placement.opened("ubnd", "suspension", ground=ground))
        refused(lambda: placement.decide(case, until=date(2026, 12, 24)), "không quá 23/12/2026")
        assert placement.decide(case).until == date(2026, 12, 23)

    def test_a_nomination_asks_the_gate_and_changes_no_post(self, placement):
        placement.lapse("mặt trận")
        refused(lambda: placement.opened("mặt trận", "nomination"), "tiêu chuẩn chính trị")
        placement.rated("ubnd", "good", "good", "good")
        case = placement.run(placement.opened("ubnd", "nomination"))
        placement.accept(case, "planning")
        placement.decide(case)
        assert Appointment.objects.filter(person=placement.person("ubnd")).count() == 1

    def test_never_two_primary_posts(self, placement):
        placement.decide(self.ready(placement))
        seats = Appointment.objects.filter(
            person=placement.person("ubnd"), is_primary=True, valid_to=None
        )
        assert seats.count() == 1

    def test_the_vacancy_closes(self, placement, vacancy):
        placement.decide(self.ready(placement, vacancy_id=vacancy.pk))
        vacancy.refresh_from_db()
        assert (vacancy.state, vacancy.closed_on) == ("filled", DAY)

    def test_not_while_a_step_is_open(self, placement):
        placement.approved("ubnd")
        placement.rated("ubnd", "good", "good", "good")
        case = placement.run(placement.opened("ubnd"), until=3)
        refused(lambda: placement.decide(case), "Chưa xong: ")

    def test_not_with_a_paper_that_is_too_old(self, placement):
        case = self.ready(placement)
        case.papers.filter(code="health").update(issued_on=date(2026, 4, 1))
        refused(lambda: placement.decide(case), "Giấy chứng nhận sức khỏe")

    def test_not_while_a_condition_is_not_met(self, placement):
        case = placement.run(placement.opened("ubnd"))
        refused(lambda: placement.decide(case), "Không có trong quy hoạch")

    def test_the_gate_is_asked_on_the_day_of_the_decision(self, placement):
        case = self.ready(placement)
        placement.lapse("ubnd")
        refused(lambda: placement.decide(case), "tiêu chuẩn chính trị")

    def test_not_effective_before_it_is_decided(self, placement):
        case = self.ready(placement)
        refused(
            lambda: placement.decide(case, effective_on=DAY - timedelta(days=1)),
            "không trước ngày quyết định",
        )

    def test_a_resignation_ends_the_post_and_gives_no_other(self, placement):
        case = placement.run(placement.opened("ubnd", "resignation"))
        placement.decide(case, effective_on=DAY + timedelta(days=1))
        seats = Appointment.objects.filter(person=placement.person("ubnd"), valid_to=None)
        assert seats.count() == 0

    def test_a_reappointment_goes_on_in_the_same_seat(self, placement):
        placement.rated("ubnd", "good", "good", "good")
        case = placement.run(placement.opened("ubnd", "reappointment"))
        for code in ("standards", "planning"):
            placement.accept(case, code)
        placement.decide(case)
        seat = Appointment.objects.get(person=placement.person("ubnd"), valid_to=None)
        assert seat.reappoint_on == date(2031, 11, 10)
        assert seat.valid_from != DAY

    def test_whoever_is_handled_never_decides(self, placement):
        case = self.ready(placement)
        Person.objects.filter(pk=case.person_id).update(account_id=placement.leader.account_id)
        refused(lambda: placement.decide(case), "của chính mình")

    def test_what_is_handed_over_is_noted_once(self, placement):
        placement.decide(self.ready(placement))
        item = HandOverItem.objects.first()
        procedures.finish_item(placement.officer, item_id=item.pk, done_on=DAY)
        refused(
            lambda: procedures.finish_item(placement.officer, item_id=item.pk, done_on=DAY),
            "đã bàn giao",
        )
