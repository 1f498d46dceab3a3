"""Learning by doing: who is guided by whom, and who confirms what came of it."""

from datetime import date

import pytest
from django.urls import reverse
from tests.registers import answer_of, rows_of_excel, words_of_word
from tests.worlds import signed_in, staff

from thenchot.kernel.decision import Refused
from thenchot.training import alerts, desk, sources
from thenchot.training.queries.practice import growing_in
from thenchot.training.services import enrolling, practice, topics
from thenchot.training.sources import Planned

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 10)


def begin(training, unit="phòng văn hóa", mentor="mặt trận", actor=None, **more):
    said = {
        "host_id": training.world.units["ubnd"].pk,
        "post": "Giúp việc Bí thư chi bộ tổ dân phố 5",
        "task": "Giải quyết 5 đơn tồn đọng",
        "starts_on": date(2026, 9, 1),
        "ends_on": date(2026, 11, 1),
    }
    return practice.begin_practice(
        actor or training.officer,
        person_id=training.person(unit).pk,
        mentor_id=training.person(mentor).pk,
        **{**said, **more},
    )


def report(actor, made):
    return practice.report_practice(actor, practice_id=made.pk, result="Xong 5 đơn")


class TestWay:
    def test_a_head_begins_it_for_the_own_people_the_mentor_reports_a_third_confirms(
        self, training
    ):
        unit = training.world.units["phòng văn hóa"]
        learner, mentor = staff(training.world, unit, ["Lê Văn Học", "Trần Thị Kèm"])
        mentor.account = training.world.account("staff", unit)
        mentor.save(update_fields=["account"])
        head = training.actor("head", "phòng văn hóa")
        made = practice.begin_practice(
            head,
            person_id=learner.pk,
            mentor_id=mentor.pk,
            host_id=unit.pk,
            post="Tổ công tác giải tỏa",
            task="Vận động 12 hộ",
            starts_on=date(2026, 9, 1),
            ends_on=date(2026, 11, 1),
        )
        report(training.actor("staff", "phòng văn hóa"), made)
        practice.confirm_practice(head, practice_id=made.pk)
        made.refresh_from_db()
        assert (made.state, made.result) == ("confirmed", "Xong 5 đơn")

    def test_whoever_reported_it_does_not_confirm(self, training):
        made = report(training.officer, begin(training))
        with pytest.raises(Refused, match="Người báo kết quả không tự xác nhận"):
            practice.confirm_practice(training.officer, practice_id=made.pk)

    @pytest.mark.parametrize(
        ("unit", "words"),
        [("mặt trận", "Người hướng dẫn không tự xác nhận"), ("phòng văn hóa", "của mình")],
        ids=["mentor", "learner"],
    )
    def test_neither_do_mentor_and_learner(self, training, unit, words):
        made = report(training.officer, begin(training))
        person = training.person(unit)
        person.account = training.world.account("leader")
        person.save(update_fields=["account"])
        with pytest.raises(Refused, match=words):
            practice.confirm_practice(training.leader, practice_id=made.pk)

    def test_the_head_of_another_unit_than_the_mentors_does_not_confirm(self, training):
        made = report(training.officer, begin(training))
        with pytest.raises(Refused):
            practice.confirm_practice(training.actor("head", "phòng văn hóa"), practice_id=made.pk)

    def test_sent_back_it_is_reported_anew(self, training):
        made = report(training.officer, begin(training))
        practice.return_practice(training.leader, practice_id=made.pk, reason="Thiếu sản phẩm")
        made.refresh_from_db()
        assert (made.state, made.reason) == ("running", "Thiếu sản phẩm")
        report(training.officer, made)
        practice.confirm_practice(training.leader, practice_id=made.pk)

    def test_one_at_a_time(self, training):
        begin(training)
        with pytest.raises(Refused, match="đã có chương trình"):
            begin(training, starts_on=date(2026, 11, 1), ends_on=date(2026, 12, 1))
        begin(training, starts_on=date(2026, 11, 2), ends_on=date(2026, 12, 1))

    def test_nobody_guides_oneself(self, training):
        with pytest.raises(Refused, match="người khác"):
            begin(training, mentor="phòng văn hóa")

    def test_stopped_it_says_why_and_makes_room(self, training):
        made = begin(training)
        practice.stop_practice(training.officer, practice_id=made.pk, reason="Điều động")
        begin(training)

    def test_nothing_is_reported_before_it_begins(self, training):
        made = begin(training, starts_on=date(2026, 11, 11), ends_on=date(2026, 12, 1))
        with pytest.raises(Refused, match="chưa bắt đầu"):
            report(training.officer, made)


class TestTold:
    def test_ended_without_result(self, training):
        made = begin(training)
        assert list(alerts.practice_due(date(2026, 11, 1))) == []
        (found,) = alerts.practice_due(date(2026, 11, 2))
        assert training.person("phòng văn hóa").full_name in found.message
        (late,) = alerts.practice_due(date(2026, 12, 10))
        assert late.severity == "late"
        report(training.officer, made)
        assert list(alerts.practice_due(date(2026, 12, 10))) == []

    def test_what_is_reported_waits_on_the_desk_of_another(self, training):
        made = report(training.officer, begin(training))
        assert list(desk.practices(training.leader, DAY)) == [made]
        assert list(desk.practices(training.officer, DAY)) == []


class TestGrowing:
    @pytest.fixture
    def planned(self, training, monkeypatch):
        """By a list of the room above: one person is planned."""
        one = Planned(training.person("ubnd").pk, "Phó Chủ tịch UBND phường")
        monkeypatch.setattr(sources, "_planned", [lambda home: [one]])
        young = training.person("phòng văn hóa")
        young.born_on = date(1990, 1, 1)
        young.save(update_fields=["born_on"])
        return one

    def rows(self, training, on=DAY):
        units = [unit.pk for unit in training.world.units.values()]
        return {row.person.full_name: row for row in growing_in(training.world.ward, on, units)}

    def test_the_planned_first_then_the_young_whoever_has_none_before(self, training, planned):
        first, second = (training.person(name).full_name for name in ("ubnd", "phòng văn hóa"))
        assert list(self.rows(training)) == [first, second]
        begin(training, unit="ubnd")
        rows = self.rows(training)
        assert list(rows) == [second, first]
        assert (rows[first].planned_for, rows[first].state) == (planned.post, "running")

    def test_it_counts_until_the_months_of_the_policy(self, training, planned):
        begin(training, unit="ubnd")
        name = training.person("ubnd").full_name
        assert self.rows(training, date(2028, 11, 1))[name].practice
        assert self.rows(training, date(2028, 11, 2))[name].practice is None

    def test_study_of_the_year(self, training, planned):
        topic = training.topics["reception"]
        topics.change_topic(training.officer, topic_id=topic.pk, group="political")
        sent = training.record(
            training.send(training.enrol(training.open("reception"), "phòng văn hóa"))
        )
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        assert self.rows(training)[training.person("phòng văn hóa").full_name].studied == 40

    def test_the_page_offers_a_programme_to_whoever_lacks_one(self, training, planned):
        begin(training, unit="phòng văn hóa")
        browser = signed_in(training.world.account("officer"))
        text = browser.get(reverse("training_growth"), {"without": "on"}).content.decode()
        assert training.person("phòng văn hóa").full_name not in text
        person = training.person("ubnd")
        assert f"?person={person.pk}&amp;aim=Ph%C3%B3" in text
        form = browser.get(reverse("training_practice_new"), {"person": person.pk})
        assert f'value="{person.pk}" selected' in form.content.decode()

    def test_heads_do_not_see_who_is_planned(self, training, planned):
        browser = signed_in(training.world.account("head", training.world.units["ubnd"]))
        assert browser.get(reverse("training_growth")).status_code == 403


def test_it_stands_on_the_page_of_the_person(training):
    begin(training)
    page = reverse("person_detail", args=[training.person("phòng văn hóa").pk])
    text = signed_in(training.world.account("officer")).get(page).content.decode()
    assert "Giúp việc Bí thư chi bộ tổ dân phố 5" in text
    assert training.person("mặt trận").full_name in text


class TestRegister:
    def test_as_excel_and_word(self, training):
        begin(training)
        account = training.world.account("officer")
        (row,) = rows_of_excel(answer_of(account, "training_practice_list"))
        assert row["Người hướng dẫn"] == training.person("mặt trận").full_name
        text = words_of_word(answer_of(account, "training_practice_list", "docx"))
        assert "DANH SÁCH CHƯƠNG TRÌNH THỰC NGHIỆM" in text

    def test_a_head_elsewhere_sees_nothing(self, training):
        begin(training)
        account = training.world.account("head", training.world.units["ủy ban kiểm tra"])
        assert rows_of_excel(answer_of(account, "training_practice_list")) == []
