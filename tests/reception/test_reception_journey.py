"""From a posted day to a promise the citizen says is kept: services and what they refuse."""

from datetime import date, time, timedelta

import pytest
from tests.town_reception import line, turn

from thenchot.kernel.decision import Refused
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run as run_alerts
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.programmes.services.progressing import mark_done
from thenchot.reception.models import Slot, Visit
from thenchot.reception.queries import measures
from thenchot.reception.queries.policy import answer_clock, refusal_clock
from thenchot.reception.queries.visits import is_kept, overdue_directions
from thenchot.reception.services import dialogues, promises, sessions, visits
from thenchot.web.demo.calendar import day_of

pytestmark = pytest.mark.django_db


def refused(do) -> str:
    with pytest.raises(Refused) as caught:
        do()
    return str(caught.value)


class TestCalendar:
    def test_a_month_is_drawn_once_and_a_day_off_says_why_it_moved(self, run):
        run.rota(month_days=[6, 20])
        made = sessions.draw_month(run.clerk, unit_id=run.home.pk, year=2026, month=12)
        assert [slot.on for slot in made] == [date(2026, 12, 7), date(2026, 12, 21)]
        assert "ngày nghỉ hằng tuần" in made[0].why
        again = sessions.draw_month(run.clerk, unit_id=run.home.pk, year=2026, month=12)
        assert again == []

    def test_a_rota_that_ended_draws_nothing(self, run):
        rota = run.rota()
        sessions.end_rota(run.clerk, rota_id=rota.pk)
        assert sessions.draw_month(run.clerk, unit_id=run.home.pk, year=2027, month=1) == []

    def test_a_late_calendar_needs_its_reason(self, run):
        slot = run.slot(date(2026, 12, 4))
        words = refused(lambda: sessions.publish_slot(run.clerk, slot_id=slot.pk))
        assert "27/11/2026" in words
        told = sessions.publish_slot(run.clerk, slot_id=slot.pk, reason="Đổi lịch họp")
        assert (told.state, told.late_reason) == ("published", "Đổi lịch họp")

    def test_no_day_of_an_unconfirmed_year_is_posted(self, run):
        slot = run.slot(date(2028, 1, 4))
        words = refused(lambda: sessions.publish_slot(run.clerk, slot_id=slot.pk, reason="x"))
        assert "chưa xác nhận" in words

    def test_a_moved_day_takes_the_turns_along(self, run):
        slot = run.posted(date(2026, 12, 15))
        visit, _code = run.booked(slot)
        said = {"starts_at": time(8), "ends_at": time(11), "reason": "Họp HĐND"}
        off = {"slot_id": slot.pk, "on": date(2026, 12, 19), **said}
        assert "21/12/2026" in refused(lambda: sessions.move_slot(run.leader, **off))
        made = sessions.move_slot(run.leader, **off | {"on": date(2026, 12, 18)})
        visit.refresh_from_db()
        assert visit.slot_id == made.pk
        slot.refresh_from_db()
        assert (slot.state, slot.why, slot.moved_to_id) == ("moved", "Họp HĐND", made.pk)
        assert made.first_on == date(2026, 12, 15)

    def test_a_session_with_turns_is_not_cancelled(self, run):
        slot = run.posted(date(2026, 12, 15))
        run.booked(slot)
        words = refused(lambda: sessions.cancel_slot(run.leader, slot_id=slot.pk, reason="Bận"))
        assert "dời sang ngày khác" in words

    def test_only_a_leader_moves_a_day(self, run):
        slot = run.posted(date(2026, 12, 15))
        said = {"on": date(2026, 12, 16), "reason": "x", "starts_at": time(8), "ends_at": time(9)}
        assert "Lãnh đạo" in refused(lambda: sessions.move_slot(run.clerk, slot_id=slot.pk, **said))

    def test_online_is_told_and_tested_in_time(self, run):
        slot = run.posted(date(2026, 12, 15), is_online=True)
        late = {"notified_on": date(2026, 12, 9), "tested_on": None}
        assert "08/12/2026" in refused(
            lambda: sessions.note_online(run.clerk, slot_id=slot.pk, **late)
        )
        with day_of(date(2026, 12, 15)):
            hold = {"slot_id": slot.pk, "held_by_id": run.person.pk}
            assert "chưa ghi ngày báo" in refused(lambda: sessions.hold_slot(run.clerk, **hold))
            days = {"notified_on": date(2026, 12, 8), "tested_on": date(2026, 12, 14)}
            sessions.note_online(run.clerk, slot_id=slot.pk, **days)
            assert sessions.hold_slot(run.clerk, **hold).state == "held"


class TestTurns:
    def test_a_turn_becomes_a_line_of_the_book(self, run):
        slot = run.posted()
        visit, code = run.booked(slot)
        assert visit.number is None and len(code) == 14
        got = visits.receive_visit(run.clerk, visit_id=visit.pk, **line())
        assert (got.number, got.year, got.received_on) == (1, 2026, today())
        assert answer_clock(got).told == "15/12/2026"
        assert str(run.received()[0]) == "2/2026"

    def test_what_identifies_is_sealed_in_the_database(self, run):
        from django.db import connection

        visit, _code = run.received()
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT full_name, address, phone, identity_no FROM reception_visit WHERE id = %s",
                [visit.pk],
            )
            stored = " ".join(cursor.fetchone())
        assert "Hỏi" not in stored and visit.identity_no not in stored
        assert Visit.objects.get(pk=visit.pk).full_name == "Trần Thị Hỏi"

    def test_a_crowd_names_who_speaks(self, run):
        assert "từ 1 đến 2 người đại diện" in refused(lambda: run.received(people=7))
        visit, _code = run.received(people=7, representatives="Trần Thị Hỏi\nLê Văn Đáp")
        assert visit.representatives.splitlines() == ["Trần Thị Hỏi", "Lê Văn Đáp"]

    def test_a_refusal_is_written_only_where_the_decree_asks(self, run):
        drunk = visits.refuse_visit(run.clerk, visit_id=run.received()[0].pk, ground="drunk")
        assert refusal_clock(drunk) is None
        pk = run.received()[0].pk
        assert "số, ngày văn bản" in refused(
            lambda: visits.refuse_visit(run.clerk, visit_id=pk, ground="answered")
        )
        said = {"ground": "answered", "ground_shown": "Văn bản 12/UBND"}
        answered = visits.refuse_visit(run.clerk, visit_id=pk, **said)
        assert refusal_clock(answered).told == "04/12/2026"
        sign = {"visit_id": pk, "refusal_no": "5/TB", "refusal_on": today()}
        assert visits.sign_refusal(run.leader, **sign).refusal_no == "5/TB"

    def test_one_address_may_not_flood(self, run):
        slot = run.posted()
        for _ in range(5):
            run.booked(slot, came_from="một")
        assert "trong một giờ" in refused(lambda: run.booked(slot, came_from="một"))
        assert run.booked(slot, came_from="hai")[0].pk

    def test_a_full_session_says_so(self, run):
        slot = run.posted()
        for number in range(20):
            run.booked(slot, came_from=f"n{number}")
        assert "đã đủ 20 lượt" in refused(lambda: run.booked(slot))

    def test_a_stranger_of_another_ward_finds_nothing(self, run, world):
        visit, _code = run.received()
        other = world.actor("clerk", world.other_ward)
        with pytest.raises(NotVisible):
            visits.answer_visit(other, visit_id=visit.pk, answer_kind="accepted", answer="x")

    def test_events_hold_no_name_and_no_number(self, run):
        visit, _code = run.received()
        facts = str(list(Event.objects.values_list("facts", flat=True)))
        assert "Hỏi" not in facts and visit.identity_no not in facts

    def test_earlier_visits_of_a_person_are_found(self, run):
        first, _code = run.received(identity_no="031198000777")
        second, _code = run.received(identity_no="031198000777")
        assert list(visits.earlier_of(second)) == [first]
        assert visits.tie_visit(run.clerk, visit_id=second.pk, before_id=first.pk).before == first


class TestPromises:
    def lead(self, world):
        return world.units["phòng văn hóa"]

    def test_the_citizen_reopens_and_then_says_solved(self, run, world):
        visit, _code = run.received()
        visits.answer_visit(run.clerk, visit_id=visit.pk, answer_kind="accepted", answer="Sẽ làm")
        one = run.promised(visit, self.lead(world))
        judge = {"visit": visit, "direction_id": one.pk}
        assert "chưa báo xong" in refused(lambda: promises.judge_promise(**judge, verdict="not"))
        keep = {"direction_id": one.pk, "done_on": today(), "result": "Đã tháo"}
        promises.keep_promise(run.clerk, **keep)
        again = promises.judge_promise(**judge, verdict="partly", said="Còn một cọc")
        assert (again.state, again.reopened) == ("reopened", 1)
        promises.keep_promise(run.clerk, **keep)
        assert promises.judge_promise(**judge, verdict="solved").state == "settled"
        visit.refresh_from_db()
        assert visit.state == "closed"

    def test_another_code_does_not_judge_it(self, run, world):
        visit, _code = run.received()
        one = run.promised(visit, self.lead(world))
        other, _code = run.received()
        with pytest.raises(NotVisible):
            promises.judge_promise(visit=other, direction_id=one.pk, verdict="not")

    def test_a_promise_becomes_a_task_and_follows_it(self, run, world):
        from tests.town import given_programme

        programme = given_programme(world, world.ward, "Đông Kinh")
        visit, _code = run.received()
        one = run.promised(visit, self.lead(world), programme_id=programme.pk)
        assert one.task.programme_id == programme.pk
        assert [part.unit for part in one.task.assignments.all()] == [self.lead(world)]
        assert not is_kept(one)
        mark_done_of(one, world)
        assert is_kept(one)
        judged = promises.judge_promise(visit=visit, direction_id=one.pk, verdict="not")
        with day_of(today() + timedelta(days=30)):
            assert judged in overdue_directions(today())

    def test_only_a_session_that_was_held_gives_work(self, run, world):
        slot = run.posted()
        said = {"text": "x", "lead_id": self.lead(world).pk, "due_on": today()}
        assert "Ghi người đã tiếp" in refused(
            lambda: promises.promise_in_session(run.leader, slot_id=slot.pk, **said)
        )


def mark_done_of(one, world):
    task = one.task
    task.done_on, task.percent = today(), 100
    mark_done(world.actor("officer"), task, one.lead)
    task.save()
    one.refresh_from_db()


class TestMonths:
    def test_a_substitute_is_told_and_not_counted_for_the_chair(self, run, world):
        run.held(date(2026, 12, 1))
        slot = run.posted(date(2026, 12, 2), place="Nơi khác")
        hold = {"slot_id": slot.pk, "held_by_id": world.people["phòng văn hóa"].pk}
        with day_of(date(2026, 12, 2)):
            assert "không trực tiếp tiếp" in refused(lambda: sessions.hold_slot(run.clerk, **hold))
            sessions.hold_slot(run.clerk, **hold, reason="Đi họp")
        (row,) = measures.leader_months(run.clerk, "reception.see", 2026, 12, today())
        told = (len(row.planned), len(row.held), len(row.in_person), row.least, row.lacking)
        assert told == (2, 2, 1, 2, 1)

    def test_what_is_paid_is_days_in_fact(self, run, world):
        run.held(date(2026, 12, 1))
        helper = world.people["phòng văn hóa"]
        slot = run.posted(date(2026, 12, 1), place="Chiều", duty="other")
        sessions.hold_slot(
            run.clerk, slot_id=slot.pk, held_by_id=run.person.pk, supporter_ids=[helper.pk]
        )
        lines = measures.pay_lines(run.clerk, "reception.see", 2026, 12)
        told = [(line_.name, line_.count, line_.total) for line_ in lines]
        assert told == [(run.person.full_name, 1, 200_000), (helper.full_name, 1, 100_000)]


class TestDialogues:
    def test_from_the_plan_to_what_is_published(self, run, world):
        one = run.dialogue(date(2026, 12, 10))
        dialogues.announce_dialogue(run.clerk, dialogue_id=one.pk)
        asked = dialogues.ask_publicly(dialogue_id=one.pk, text="Gọi 0912345678", came_from="a")
        with day_of(date(2026, 12, 10)):
            dialogues.hold_dialogue(run.clerk, dialogue_id=one.pk, attended=90, minutes="Biên bản")
            words = refused(lambda: dialogues.publish_dialogue(run.leader, dialogue_id=one.pk))
            assert "Còn 1 câu hỏi" in words
            dialogues.answer_question(run.clerk, question_id=asked.pk, answer="Trong tháng 12")
            said = {"text": "Làm đường", "lead_id": world.units["ubnd"].pk}
            promises.promise_in_dialogue(
                run.clerk, dialogue_id=one.pk, due_on=date(2026, 12, 30), **said
            )
            assert dialogues.publish_dialogue(run.leader, dialogue_id=one.pk).published_on

    def test_a_late_notice_shows_the_count_and_the_working_day(self, run):
        one = run.dialogue(date(2026, 12, 4))
        words = refused(lambda: dialogues.announce_dialogue(run.clerk, dialogue_id=one.pk))
        assert "29/11/2026" in words and "27/11/2026" in words


class TestReminders:
    def test_each_of_them_speaks(self, run, world):
        run.rota(month_days=[2])
        run.slot(date(2026, 12, 9))
        run.posted(date(2026, 12, 2))
        visit, _code = run.received()
        run.promised(visit, world.units["phòng văn hóa"], due_on=date(2026, 12, 10))
        with day_of(date(2026, 12, 22)):
            run_alerts(today())
        codes = set(Alert.objects.values_list("rule", flat=True))
        assert {
            "citizen_calendar",
            "citizen_session_open",
            "citizen_answer",
            "citizen_promise",
            "citizen_days",
            "dialogue_lacking",
        } <= codes


def test_turns_of_a_session_that_is_not_posted_are_refused(run):
    slot = run.slot(today() + timedelta(days=20))
    with pytest.raises(NotVisible):
        visits.book_publicly(slot_id=slot.pk, came_from="x", **turn())
    assert Slot.objects.get(pk=slot.pk).visits.count() == 0
