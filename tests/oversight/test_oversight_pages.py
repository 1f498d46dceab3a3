"""The pages of inspection and supervision: what stands there, at which cost, what is reminded."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import town_oversight as town
from tests.oversight.conftest import DAY
from tests.registers import answer_of, rows_of_excel, word_of
from tests.worlds import signed_in

from thenchot.oversight.services import plans
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run
from thenchot.platform.ui.templatetags.ui import OWN_CLAUSE

pytestmark = pytest.mark.django_db


def client(oversight, role, unit=None):
    return signed_in(oversight.world.account(role, *([unit] if unit else [])))


def cost(browser, url) -> int:
    browser.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(url).status_code == 200
    return len(captured)


def text_of(browser, route, *args) -> str:
    answer = browser.get(reverse(route, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


class TestCosts:
    @pytest.mark.parametrize("size", [1, 25])
    def test_lists(self, oversight, size):
        plan = oversight.plan()
        for number in range(size):
            town.line(oversight.inspector, plan, oversight.unit("ubnd"), content=f"Việc {number}")
            found = oversight.inspection("ubnd", content=f"Việc {number}")
            oversight.finding(found, "ubnd", text=f"Chậm {number}")
        browser = client(oversight, "inspector")
        assert cost(browser, reverse("oversight_plan", args=[plan.pk])) <= 12
        assert cost(browser, reverse("inspection_list")) <= 12
        assert cost(browser, reverse("finding_list")) <= 12
        assert cost(browser, reverse("oversight_warned")) <= 12
        assert cost(browser, reverse("oversight_coverage")) <= 13

    @pytest.mark.parametrize("size", [1, 25])
    def test_one_inspection(self, oversight, size):
        found = oversight.inspection("ubnd")
        for number in range(size):
            oversight.finding(found, "ubnd", text=f"Chậm {number}")
        assert cost(client(oversight, "inspector"), reverse("inspection", args=[found.pk])) <= 13


class TestPages:
    def test_an_inspection_tells_its_days_and_its_next_step(self, oversight):
        found = oversight.inspection()
        page = text_of(client(oversight, "inspector"), "inspection", found.pk)
        assert "30/11/2026" in page and "20/12/2026" in page
        assert reverse("inspection_announce", args=[found.pk]) in page
        assert reverse("inspection_report", args=[found.pk]) not in page
        assert not OWN_CLAUSE.search(page)

    def test_a_head_reads_the_own_findings_and_reports(self, oversight):
        found = oversight.inspection()
        one, other = oversight.finding(found), oversight.finding(found, "mặt trận", text="Thiếu sổ")
        browser = client(oversight, "head", oversight.unit("phòng văn hóa"))
        assert one.text not in text_of(browser, "finding_list")
        oversight.run(found, "notified")
        page = text_of(browser, "finding_list")
        assert one.text in page and other.text not in page
        said = {"done_on": f"{DAY:%d/%m/%Y}", "done_note": "Đã rà soát"}
        browser.post(reverse("finding_report", args=[one.pk]), said)
        one.refresh_from_db()
        assert one.state == "reported"

    def test_a_refusal_stays_on_the_form(self, oversight):
        found = oversight.inspection()
        browser = client(oversight, "inspector")
        said = {"announced_on": f"{DAY:%d/%m/%Y}"}
        answer = browser.post(reverse("inspection_announce", args=[found.pk]), said)
        assert "Đoàn chưa có trưởng đoàn" in answer.content.decode()

    def test_the_book_leaves_as_excel(self, oversight):
        oversight.inspection()
        rows = rows_of_excel(answer_of(oversight.world.account("inspector"), "inspection_list"))
        assert rows[0]["Quyết định"].startswith("34-QĐ/UBKT")


class TestPapers:
    def test_the_notice_holds_the_vote_and_the_remedies(self, oversight):
        found = oversight.inspection()
        oversight.finding(found)
        found = oversight.run(found, "notified")
        browser = client(oversight, "inspector")
        paper = word_of(browser.get(reverse("inspection_notice", args=[found.pk])))
        words = "\n".join(part.text for part in paper.paragraphs)
        cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
        assert "5/5 thành viên chính thức đồng ý" in words
        assert "Rà soát hồ sơ quá hạn" in cells
        decision = word_of(browser.get(reverse("inspection_decision", args=[found.pk])))
        assert any("34-QĐ/UBKT" in part.text for part in decision.paragraphs) or any(
            "34-QĐ/UBKT" in cell.text
            for table in decision.tables
            for row in table.rows
            for cell in row.cells
        )


class TestReminders:
    def told(self, code: str, on=DAY) -> list[str]:
        run(on)
        return [one.message for one in Alert.objects.filter(rule=code)]

    def test_a_year_without_a_plan(self, oversight):
        assert any("2026" in words for words in self.told("oversight_no_plan"))
        plan = oversight.plan()
        town.line(oversight.inspector, plan, oversight.unit("ubnd"))
        plans.approve(oversight.leader, plan_id=plan.pk, decision="1-KH/ĐU", decided_on=DAY)
        run(DAY)
        rows = Alert.objects.filter(rule="oversight_no_plan", state="open")
        assert not rows.filter(unit_path=oversight.world.ward.path).exists()

    def test_late_steps_and_remedies(self, oversight):
        found = oversight.inspection()
        one = oversight.finding(found)
        assert self.told("inspection_late", found.due_on)
        assert not self.told("finding_late", one.due_on)
        oversight.run(found, "notified")
        assert self.told("finding_late", one.due_on)

    def test_the_desk_of_a_head_shows_what_to_remedy(self, oversight):
        found = oversight.inspection()
        one = oversight.finding(found)
        browser = client(oversight, "head", oversight.unit("phòng văn hóa"))
        assert one.remedy not in text_of(browser, "desk")
        oversight.run(found, "notified")
        assert one.remedy in text_of(browser, "desk")
