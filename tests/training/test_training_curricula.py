"""Curricula by version with their cases, and what participants say about a class."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.registers import answer_of, rows_of_excel
from tests.web.broken import picture
from tests.worlds import signed_in, staff

from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.training.enums import Rated
from thenchot.training.models import Curriculum, Enrolment, Opinion
from thenchot.training.queries.opinions import opinions_of
from thenchot.training.services import attending, classes, curricula, enrolling
from thenchot.training.services.opinions import say_opinion

pytestmark = pytest.mark.django_db
PNG = picture("PNG")
GOOD = dict.fromkeys(Rated, 4)


def draft(training, **more) -> Curriculum:
    said = {
        "owner": "Trường Chính trị",
        "hours": 40,
        "methods": ["cases", "lecture"],
        "aims": "Xử lý việc phát sinh tại cơ sở",
        "content": "Bài 1",
    }
    return curricula.draft_curriculum(
        training.officer,
        unit_id=training.world.ward.pk,
        topic_id=training.topics["theory"].pk,
        **{**said, **more},
    )


def issue(training, made, actor=None):
    return curricula.issue_curriculum(
        actor or training.leader,
        curriculum_id=made.pk,
        decision="3-QĐ/TCT",
        issued_on=date(2026, 10, 1),
    )


def add_case(training, made, name="tinh-huong.png"):
    return curricula.add_material(
        training.officer,
        curriculum_id=made.pk,
        kind="case",
        title="Dân không đồng ý giá đền bù",
        file=SimpleUploadedFile(name, PNG),
    )


class TestVersions:
    def test_a_class_teaches_the_version_in_use_when_it_opens(self, training):
        first = issue(training, draft(training))
        held = training.open()
        second = issue(
            training,
            curricula.revise_curriculum(
                training.officer, curriculum_id=first.pk, changes="Thêm tình huống"
            ),
        )
        first.refresh_from_db()
        assert (first.state, second.version) == ("replaced", 2)
        assert held.curriculum == first
        assert training.open(name="Lớp 2").curriculum == second

    def test_a_draft_teaches_nobody(self, training):
        draft(training)
        assert training.open().curriculum is None

    def test_whoever_drafted_it_does_not_issue_it(self, training):
        made = draft(training)
        Curriculum.objects.filter(pk=made.pk).update(created_by=training.world.account("leader"))
        with pytest.raises(Refused, match="không tự ban hành"):
            issue(training, made)

    def test_what_is_issued_is_not_changed(self, training):
        made = issue(training, draft(training))
        with pytest.raises(Refused, match="soạn bản mới"):
            add_case(training, made)

    def test_the_next_version_keeps_the_material_and_the_former_its_own(self, training):
        made = draft(training)
        kept = add_case(training, made)
        issue(training, made)
        following = curricula.revise_curriculum(
            training.officer, curriculum_id=made.pk, changes="Bỏ tình huống"
        )
        copy = following.materials.get()
        assert copy.file_id == kept.file_id
        curricula.drop_material(training.officer, material_id=copy.pk)
        (row,) = rows_of_excel(
            answer_of(training.world.account("officer"), "training_curriculum", pk=made.pk)
        )
        assert row["Tài liệu"] == "Dân không đồng ý giá đền bù"

    def test_whoever_sees_the_curriculum_reads_the_case(self, training):
        case = add_case(training, draft(training))
        url = reverse("file_download", args=[case.file_id])
        inside = signed_in(training.world.account("staff", training.world.units["ubnd"]))
        answer = inside.get(url)
        assert answer.getvalue().startswith(b"\x89PNG")
        outside = signed_in(training.world.account("officer", training.world.other_ward))
        assert outside.get(url).status_code == 404

    def test_the_list_counts_its_cases(self, training):
        made = draft(training)
        add_case(training, made)
        (row,) = rows_of_excel(
            answer_of(training.world.account("officer"), "training_curriculum_list")
        )
        assert (row["Tình huống"], row["Phương pháp"]) == (
            1,
            "nghiên cứu tình huống, thuyết trình, trao đổi",
        )


class TestOpinions:
    @pytest.fixture
    def held(self, training):
        """A class that ended yesterday, with six people who were there and one who was not."""
        held = training.open(seats=20)
        unit = training.world.units["ubnd"]
        people = staff(training.world, unit, [f"Lê Văn {chr(65 + n)}" for n in range(7)])
        session = classes.add_session(
            training.officer, class_id=held.pk, on=held.starts_on, part="morning"
        )
        said = {}
        for number, person in enumerate(people):
            row = training.send(
                enrolling.propose_person(training.officer, class_id=held.pk, person_id=person.pk)
            )
            said[row.pk] = "present" if number < 6 else "absent"
        attending.note_attendance(training.officer, session_id=session.pk, said=said)
        return held

    def learner(self, training, held, number: int):
        """An actor who is one of the people of the class."""
        row = Enrolment.objects.filter(held_in=held).order_by("pk")[number]
        units = list(training.world.units.values())
        account = training.world.account("staff", units[number])
        row.person.account = account
        row.person.save(update_fields=["account"])
        return training.world.actor("staff", units[number])

    def test_only_whoever_was_there_once(self, training, held):
        actor = self.learner(training, held, 0)
        say_opinion(actor, class_id=held.pk, points=GOOD)
        with pytest.raises(Refused, match="đã góp ý"):
            say_opinion(actor, class_id=held.pk, points=GOOD)
        with pytest.raises(Refused, match="có mặt"):
            say_opinion(self.learner(training, held, 6), class_id=held.pk, points=GOOD)
        with pytest.raises(Refused, match="có mặt"):
            say_opinion(training.officer, class_id=held.pk, points=GOOD)

    @pytest.mark.parametrize(
        ("day", "words"), [("2026-11-08", "từ ngày bế giảng"), ("2027-01-09", "hết thời gian")]
    )
    def test_from_the_last_day_while_it_is_remembered(
        self, training, held, monkeypatch, day, words
    ):
        actor = self.learner(training, held, 0)
        monkeypatch.setenv("THENCHOT_TODAY", day)
        with pytest.raises(Refused, match=words):
            say_opinion(actor, class_id=held.pk, points=GOOD)

    def test_nothing_is_told_under_five(self, training, held):
        for number in range(4):
            say_opinion(self.learner(training, held, number), class_id=held.pk, points=GOOD)
        told = opinions_of(held, 5)
        assert (told.present, told.answered, told.objects, told.words) == (6, 4, (), ())
        browser = signed_in(training.world.account("officer"))
        page = browser.get(reverse("training_class", args=[held.pk])).content.decode()
        assert "Chưa đủ 5 góp ý" in page
        say_opinion(
            self.learner(training, held, 4),
            class_id=held.pk,
            points={**GOOD, "effect": 1},
            word="Nhiều tình huống hay",
        )
        page = browser.get(reverse("training_class", args=[held.pk])).content.decode()
        assert "Nhiều tình huống hay" in page
        told = opinions_of(held, 5)
        effect = told.objects[-1].spread
        assert (effect.counts, float(effect.mean)) == ((1, 0, 0, 4, 0), 3.4)
        classes_page = browser.get(reverse("training_class_list")).content.decode()
        assert "3,4" in classes_page

    def test_neither_the_answer_nor_the_trail_names_anybody(self, training, held):
        before = Event.objects.count()
        say_opinion(self.learner(training, held, 0), class_id=held.pk, points=GOOD)
        assert Event.objects.count() == before
        names = {field.name for field in Opinion._meta.fields}
        assert names == {"id", "held_in", "word", *Rated}

    def test_by_the_own_browser(self, training, held):
        self.learner(training, held, 0)
        unit = next(iter(training.world.units.values()))
        browser = signed_in(training.world.account("staff", unit))
        page = browser.get(reverse("training_class", args=[held.pk])).content.decode()
        url = reverse("training_class_opinion", args=[held.pk])
        assert url in page
        answer = browser.post(url, {**GOOD, "effect": 6, "word": ""})
        assert not Opinion.objects.exists()
        assert answer.status_code == 200
        browser.post(url, {**GOOD, "word": ""})
        assert Opinion.objects.get().effect == 4
        page = browser.get(reverse("training_class", args=[held.pk])).content.decode()
        assert url not in page


def test_the_second_person_reads_the_scan_before_confirming(training):
    scan = SimpleUploadedFile("chung-chi.png", PNG)
    sent = training.record(training.send(training.enrol(training.open())), scan=scan)
    browser = signed_in(training.world.account("leader"))
    page = browser.get(reverse("training_class", args=[sent.held_in_id])).content.decode()
    url = reverse("file_download", args=[sent.scan_id])
    assert url in page
    assert browser.get(url).getvalue() == PNG
    stranger = signed_in(training.world.account("leader", training.world.other_ward))
    assert stranger.get(url).status_code == 404
