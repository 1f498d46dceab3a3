"""The pages of placement: vacancies, cases, the public calendar, papers, reminders."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.registers import answer_of, rows_of_excel, word_of
from tests.succession.conftest import DAY
from tests.web.broken import pdf
from tests.worlds import signed_in, staff

from thenchot.organisation.services import quotas
from thenchot.placement.models import Procedure, Vacancy
from thenchot.placement.services import procedures, vacancies
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run
from thenchot.platform.ui.templatetags.ui import OWN_CLAUSE

pytestmark = pytest.mark.django_db


def client(placement, role):
    return signed_in(placement.world.account(role))


def text_of(browser, route, *args, **keys) -> str:
    answer = browser.get(reverse(route, args=args), keys)
    assert answer.status_code == 200
    return answer.content.decode()


class TestCase:
    def test_an_officer_opens_it_on_the_page(self, placement):
        said = {
            "unit": placement.world.ward.pk,
            "kind": "appointment",
            "person": placement.person("ubnd").pk,
            "title": placement.title("division_head").pk,
            "target": placement.world.units["phòng văn hóa"].pk,
        }
        answer = client(placement, "officer").post(reverse("procedure_new"), said)
        assert answer.url == reverse("procedure", args=[Procedure.objects.get().pk])

    def test_a_post_and_a_ground_are_asked_for_where_they_belong(self, placement):
        browser = client(placement, "officer")
        said = {"unit": placement.world.ward.pk, "person": placement.person("ubnd").pk}
        page = browser.post(reverse("procedure_new"), {**said, "kind": "appointment"})
        assert "cần vị trí việc làm, hoặc chức danh và đơn vị" in page.content.decode()
        page = browser.post(reverse("procedure_new"), {**said, "kind": "removal"})
        assert "Từ chối từ chức" in page.content.decode()

    def test_conditions_papers_and_steps_stand_on_one_page(self, placement):
        case = placement.opened("ubnd")
        page = text_of(client(placement, "officer"), "procedure", case.pk)
        for words in ("Trong quy hoạch", "Giấy chứng nhận sức khỏe", "Hội nghị cán bộ chủ chốt"):
            assert words in page

    def test_only_the_next_step_is_offered(self, placement):
        case = placement.opened("ubnd")
        page = text_of(client(placement, "officer"), "procedure", case.pk)
        first, second = case.steps.order_by("number")[:2]
        assert reverse("procedure_step_finish", args=[first.pk]) in page
        assert reverse("procedure_step_finish", args=[second.pk]) not in page

    def test_a_vote_asks_its_numbers(self, placement):
        case = placement.run(placement.opened("ubnd"), until=1)
        step = case.steps.get(number=2)
        browser = client(placement, "officer")
        url = reverse("procedure_step_finish", args=[step.pk])
        assert 'name="agreed"' in browser.get(url).content.decode()
        said = {"done_on": f"{DAY:%d/%m/%Y}", "summoned": 9, "present": 9, "agreed": 7}
        browser.post(url, said)
        step.refresh_from_db()
        assert step.agreed == 7

    def test_the_page_and_the_paper_cite_law_and_no_list_of_ours(self, placement):
        case = placement.opened("ubnd")
        browser = client(placement, "leader")
        page = text_of(browser, "procedure", case.pk)
        paper = word_of(browser.get(reverse("procedure_fitness", args=[case.pk])))
        cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
        assert "Nghị định 170/2025/NĐ-CP, Điều 29" in page
        assert any("Điều 29" in cell for cell in cells)
        assert not OWN_CLAUSE.search(page)
        assert not any(OWN_CLAUSE.search(cell) for cell in cells)

    def test_the_case_costs_the_same_at_few_and_at_many_papers(self, placement):
        few, many = placement.opened("ubnd", "resignation"), placement.opened("mặt trận")
        browser = client(placement, "leader")
        costs = []
        for case in (few, many):
            url = reverse("procedure", args=[case.pk])
            browser.get(url)
            with CaptureQueriesContext(connection) as captured:
                browser.get(url)
            costs.append(len(captured))
        assert max(costs) <= 24

    @pytest.mark.parametrize("size", [1, 40])
    def test_the_list_costs_the_same_at_one_and_at_many(self, placement, size):
        people = staff(
            placement.world,
            placement.world.units["ubnd"],
            [f"Nguyễn Văn {number}" for number in range(size)],
        )
        for person in people:
            procedures.open_procedure(
                placement.officer,
                unit_id=placement.world.ward.pk,
                kind="resignation",
                person_id=person.pk,
                ground="Nguyện vọng cá nhân",
            )
        browser, url = client(placement, "officer"), reverse("procedure_list")
        browser.get(url)
        with CaptureQueriesContext(connection) as captured:
            browser.get(url)
        assert len(captured) <= 12

    def test_as_excel(self, placement):
        placement.opened("ubnd")
        rows = rows_of_excel(answer_of(placement.world.account("officer"), "procedure_list"))
        assert rows[0]["Bước"] == "0/7"


class TestCalendar:
    def test_everybody_sees_the_steps_and_no_name_before_the_decision(self, placement):
        case = placement.opened("ubnd")
        page = text_of(client(placement, "staff"), "procedure_calendar")
        assert "Chủ trương của cấp có thẩm quyền" in page
        assert case.person.full_name not in page

    def test_with_the_name_when_it_is_decided(self, placement):
        case = placement.run(placement.opened("ubnd"))
        for code in ("planning", "ratings"):
            placement.accept(case, code)
        placement.decide(case)
        page = text_of(client(placement, "staff"), "procedure_calendar")
        assert case.person.full_name in page

    @pytest.mark.parametrize("role", ["staff", "head", "clerk"])
    def test_cases_are_not_for_everybody(self, placement, role):
        case = placement.opened("ubnd")
        assert client(placement, role).get(reverse("procedure", args=[case.pk])).status_code == 403


class TestPapers:
    @pytest.mark.parametrize(
        ("route", "words"),
        [
            ("procedure_proposal", "Chủ trương của cấp có thẩm quyền"),
            ("procedure_fitness", "Hoàn thành tốt trở lên 3 năm gần nhất"),
            ("procedure_decision", "Điều 1. Bổ nhiệm đối với đồng chí Phạm Thị Duyên"),
        ],
    )
    def test_of_a_case(self, placement, route, words):
        case = placement.run(placement.opened("ubnd"), until=2)
        document = word_of(client(placement, "officer").get(reverse(route, args=[case.pk])))
        cells = [cell.text for table in document.tables for cell in table._cells]
        assert words in "\n".join([*(one.text for one in document.paragraphs), *cells])


class TestAlerts:
    def rules(self, on=DAY) -> dict[str, str]:
        run(on)
        return dict(Alert.objects.filter(resolved_at=None).values_list("rule", "message"))

    def test_a_late_step(self, placement, monkeypatch):
        placement.opened("ubnd")
        assert "procedure_step_late" not in self.rules()
        later = DAY + timedelta(days=40)
        monkeypatch.setenv("THENCHOT_TODAY", later.isoformat())
        assert "Chủ trương" in self.rules(later)["procedure_step_late"]

    def test_the_end_of_a_trial(self, placement, monkeypatch):
        case = placement.run(placement.opened("ubnd", "trial"))
        for code in ("planning", "ratings"):
            placement.accept(case, code)
        placement.decide(case)
        later = DAY.replace(year=2027) - timedelta(days=20)
        monkeypatch.setenv("THENCHOT_TODAY", later.isoformat())
        found = self.rules(later)
        assert "10/11/2027" in found["placement_ends"]
        assert "chưa bàn giao" in found["hand_over_late"]

    def test_a_held_vacancy_on_its_day(self, placement, monkeypatch):
        quotas.set_title_limit(
            placement.officer,
            unit_id=placement.world.units["phòng văn hóa"].pk,
            title_id=placement.title("division_head").pk,
            number=1,
            basis="Đề án",
        )
        vacancies.find_vacancies(placement.officer, placement.world.ward)
        vacancies.hold_vacancy(
            placement.officer,
            vacancy_id=Vacancy.objects.get().pk,
            reason="Chờ sắp xếp",
            look_again_on=DAY + timedelta(days=10),
        )
        later = DAY + timedelta(days=11)
        monkeypatch.setenv("THENCHOT_TODAY", later.isoformat())
        assert "Trưởng phòng" in self.rules(later)["vacancy_look_again"]


class TestScans:
    """The signed minutes and papers of a case, as they were scanned."""

    def pdf(self) -> SimpleUploadedFile:
        return SimpleUploadedFile("bien-ban.pdf", pdf(1))

    def test_of_a_step_and_of_a_paper_read_by_whoever_sees_the_case(self, placement):
        case = placement.run(placement.opened("ubnd"), until=1)
        browser = client(placement, "officer")
        step, paper = case.steps.get(number=1), case.papers.first()
        browser.post(reverse("procedure_step_scan", args=[step.pk]), {"scan": self.pdf()})
        said = {"issued_on": f"{DAY:%d/%m/%Y}", "scan": self.pdf()}
        browser.post(reverse("procedure_paper_note", args=[paper.pk]), said)
        step.refresh_from_db()
        paper.refresh_from_db()
        page = text_of(browser, "procedure", case.pk)
        for file in (step.file_id, paper.file_id):
            url = reverse("file_download", args=[file])
            assert url in page
            assert b"".join(browser.get(url).streaming_content).startswith(b"%PDF")
            assert client(placement, "staff").get(url).status_code == 404

    def test_what_is_no_scan_stays_on_the_form_with_the_reason(self, placement):
        step = placement.run(placement.opened("ubnd"), until=1).steps.get(number=1)
        file = SimpleUploadedFile("bien-ban.pdf", b"MZ not a scan")
        url = reverse("procedure_step_scan", args=[step.pk])
        answer = client(placement, "officer").post(url, {"scan": file})
        assert answer.status_code == 200
        step.refresh_from_db()
        assert step.file is None
