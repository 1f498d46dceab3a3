"""Learning alone, confirmed by a second person, and the hours of the year."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.registers import answer_of, rows_of_excel
from tests.web.broken import picture
from tests.worlds import person_who_signs_in, signed_in

from thenchot.kernel.decision import Refused
from thenchot.training import alerts, desk
from thenchot.training.models import SelfStudy
from thenchot.training.queries.self_study import hours_in
from thenchot.training.rules.learning import Hours
from thenchot.training.services import enrolling, self_study, topics

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 10)


@pytest.fixture
def learner(training):
    return person_who_signs_in(training.world, "mặt trận", "staff")


def learn(actor, hours=8, **more) -> SelfStudy:
    said = {"name": "Kỹ năng số cơ bản", "finished_on": DAY}
    return self_study.record_self_study(actor, hours=hours, **{**said, **more})


def hours_of(training, year=2026) -> Hours:
    name = training.person("mặt trận").full_name
    rows = {row.person.full_name: row.hours for row in hours_in(training.world.ward, year)}
    return rows[name]


@pytest.mark.parametrize(
    ("in_class", "alone", "counted", "lacking"),
    [(0, 0, 0, 40), (24, 16, 40, 0), (24, 15, 39, 1), (10, 60, 30, 10), (48, 8, 56, 0)],
    ids=["nothing", "just enough", "one short", "alone counts up to its most", "more"],
)
def test_hours_against_what_is_asked(in_class, alone, counted, lacking):
    found = Hours(in_class, alone, least=40, most_alone=20)
    assert (found.counted, found.lacking) == (counted, lacking)


class TestConfirming:
    def test_only_what_a_second_person_confirmed_counts(self, training, learner):
        made = learn(learner)
        assert hours_of(training).alone == 0
        self_study.confirm_self_study(training.leader, self_study_id=made.pk)
        assert hours_of(training).alone == 8
        assert hours_of(training, 2025).alone == 0

    def test_nobody_confirms_the_own(self, training):
        head = person_who_signs_in(training.world, "mặt trận", "head")
        made = learn(head)
        with pytest.raises(Refused, match="Không tự xác nhận"):
            self_study.confirm_self_study(head, self_study_id=made.pk)

    def test_sent_back_it_is_corrected_by_the_learner_alone(self, training, learner):
        made = learn(learner)
        self_study.return_self_study(
            training.leader, self_study_id=made.pk, reason="Thiếu minh chứng"
        )
        said = {"name": "Kỹ năng số", "hours": 6, "finished_on": DAY}
        with pytest.raises(Refused, match="Chỉ người học"):
            self_study.change_self_study(training.officer, self_study_id=made.pk, **said)
        self_study.change_self_study(learner, self_study_id=made.pk, **said)
        made.refresh_from_db()
        assert (made.state, made.reason, made.hours) == ("recorded", "", 6)
        self_study.confirm_self_study(training.leader, self_study_id=made.pk)
        with pytest.raises(Refused, match="không sửa"):
            self_study.change_self_study(learner, self_study_id=made.pk, **said)

    def test_nothing_from_tomorrow_and_nothing_without_a_file(self, training, learner):
        with pytest.raises(Refused, match="không sau hôm nay"):
            learn(learner, finished_on=date(2026, 11, 11))
        with pytest.raises(Refused, match="chưa gắn với hồ sơ"):
            learn(training.actor("staff", "ubnd"))

    def test_it_waits_on_the_desk_of_another(self, training, learner):
        made = learn(learner)
        assert list(desk.self_study(training.leader, DAY)) == [made]

    def test_the_proof_is_read_by_whoever_confirms(self, training, learner):
        content = picture("PNG")
        made = learn(learner, proof=SimpleUploadedFile("chung-nhan.png", content))
        url = reverse("file_download", args=[made.proof_id])
        assert signed_in(training.world.account("leader")).get(url).getvalue() == content
        other = signed_in(training.world.account("staff", training.world.units["ubnd"]))
        assert other.get(url).status_code == 404


class TestHours:
    def test_classes_and_learning_alone_together(self, training, learner):
        sent = training.record(training.send(training.enrol(training.open(hours=30))))
        assert hours_of(training).in_class == 0
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        made = learn(learner, 12)
        self_study.confirm_self_study(training.leader, self_study_id=made.pk)
        found = hours_of(training)
        assert (found.in_class, found.alone, found.counted, found.lacking) == (30, 12, 42, 0)

    def test_whoever_is_short_is_listed_and_told_towards_the_end_of_the_year(self, training):
        assert list(alerts.hours_short(date(2026, 9, 30))) == []
        (found,) = alerts.hours_short(date(2026, 10, 1))
        assert "7 cán bộ, công chức chưa học đủ 40 tiết" in found.message
        sent = training.record(training.send(training.enrol(training.open(hours=40))))
        enrolling.verify_result(training.leader, enrolment_id=sent.pk)
        account = training.world.account("officer")
        names = [
            row["Họ và tên"]
            for row in rows_of_excel(answer_of(account, "training_hours", query="?short=on"))
        ]
        assert len(names) == 6
        assert training.person("mặt trận").full_name not in names

    def test_a_head_sees_the_own_unit_alone(self, training):
        account = training.world.account("head", training.world.units["mặt trận"])
        (row,) = rows_of_excel(answer_of(account, "training_hours"))
        assert row["Họ và tên"] == training.person("mặt trận").full_name


class TestPages:
    def test_a_learner_records_an_online_course_and_sees_the_own_alone(self, training, learner):
        link = "https://hoc.example.vn/ky-nang-so"
        topics.change_topic(training.officer, topic_id=training.topics["reception"].pk, link=link)
        other = person_who_signs_in(training.world, "ubnd", "staff")
        learn(other, name="Luật Đất đai")
        browser = signed_in(training.world.account("staff", training.world.units["mặt trận"]))
        online = browser.get(reverse("training_topic_list"), {"online": "on"})
        assert link in online.content.decode()
        browser.post(
            reverse("self_study_new"),
            {
                "topic": training.topics["reception"].pk,
                "name": "Tiếp dân trực tuyến",
                "link": link,
                "hours": 4,
                "finished_on": "10/11/2026",
            },
        )
        text = browser.get(reverse("self_study_list")).content.decode()
        assert "Tiếp dân trực tuyến" in text
        assert "Luật Đất đai" not in text
        assert "0/40" in text

    def test_a_link_is_a_page_of_the_web(self, training, learner):
        browser = signed_in(training.world.account("staff", training.world.units["mặt trận"]))
        said = {"name": "x", "link": "javascript:alert(1)"}
        said |= {"hours": 4, "finished_on": "10/11/2026"}
        browser.post(reverse("self_study_new"), said)
        assert not SelfStudy.objects.exists()
