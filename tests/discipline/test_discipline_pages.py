"""The pages of discipline: cost, next step, papers, reminders, the desk."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import town_discipline as town
from tests import town_oversight
from tests.discipline.conftest import DAY
from tests.registers import answer_of, rows_of_excel, word_of
from tests.worlds import signed_in, staff

from thenchot.discipline.services import cases, screening
from thenchot.people.models import Appointment
from thenchot.people.services import link_account
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run
from thenchot.platform.ui.templatetags.ui import OWN_CLAUSE
from thenchot.worklog.models import Assessment
from thenchot.worklog.services import opening

pytestmark = pytest.mark.django_db


def client(discipline, role, unit=None):
    return signed_in(discipline.world.account(role, *([unit] if unit else [])))


def cost(browser, url) -> int:
    browser.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(url).status_code == 200
    return len(captured)


def text_of(browser, route, *args) -> str:
    answer = browser.get(reverse(route, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("size", [1, 25])
def test_lists_cost_the_same_at_one_and_at_many(discipline, size):
    unit = discipline.unit("ubnd")
    for person in staff(discipline.world, unit, [f"Lê Văn {n}" for n in range(size)]):
        town.opened(discipline.officer, discipline.world.ward, unit, person=person)
        town.noted(discipline.officer, person)
    screening.screen(discipline.officer, unit_id=discipline.world.ward.pk)
    browser = client(discipline, "officer")
    for route in (
        "discipline_case_list",
        "discipline_breach_list",
        "screening_list",
        "discipline_trend",
    ):
        assert cost(browser, reverse(route)) <= 12, route


def test_one_case_costs_the_same_at_few_and_at_many_steps(discipline):
    browser = client(discipline, "officer")
    few, many = discipline.case(side="party"), discipline.seated(discipline.case())
    urls = [reverse("discipline_case", args=[case.pk]) for case in (few, many)]
    assert max(cost(browser, url) for url in urls) <= 15


def test_only_steps_that_are_open_are_offered_and_no_clause_of_ours_shows(discipline):
    case = discipline.case()
    page = text_of(client(discipline, "officer"), "discipline_case", case.pk)
    assert f"{case.due_on:%d/%m/%Y}" in page
    assert reverse("discipline_step_finish", args=[case.steps.first().pk]) in page
    assert reverse("discipline_case_decide", args=[case.pk]) not in page
    assert not OWN_CLAUSE.search(page)


def test_a_vote_asks_the_votes_for_each_form(discipline):
    case = discipline.case(side="party")
    first, cell = case.steps.order_by("number")[:2]
    cases.finish_step(discipline.officer, step_id=first.pk, done_on=DAY)
    browser = client(discipline, "officer")
    url = reverse("discipline_step_finish", args=[cell.pk])
    assert 'name="vote_expulsion"' in browser.get(url).content.decode()
    said = {
        "done_on": f"{DAY:%d/%m/%Y}",
        "official": 9,
        "present": 8,
        "vote_reprimand": 1,
        "vote_warning": 6,
        "vote_removal": 1,
        "vote_expulsion": 0,
    }
    browser.post(url, said)
    assert cases.proposed_form(case) == "warning"
    wrong = {**said, "vote_warning": 9}
    other = discipline.case("ubnd", side="party")
    one, two = other.steps.order_by("number")[:2]
    cases.finish_step(discipline.officer, step_id=one.pk, done_on=DAY)
    answer = browser.post(reverse("discipline_step_finish", args=[two.pk]), wrong)
    assert "Tổng số phiếu quá số có mặt" in answer.content.decode()


def test_the_decision_leaves_as_word(discipline):
    case = town.road(discipline.officer, discipline.case(side="party"))
    town.decide(discipline.leader, case, form="warning")
    browser = client(discipline, "officer")
    paper = word_of(browser.get(reverse("discipline_decision", args=[case.pk])))
    words = "\n".join(part.text for part in paper.paragraphs)
    assert "hình thức cảnh cáo đối với Vũ Thị Ước" in words
    minutes = word_of(browser.get(reverse("discipline_minutes", args=[case.pk])))
    cells = [cell.text for table in minutes.tables for row in table.rows for cell in row.cells]
    assert "Khiển trách" in cells


def test_the_book_leaves_as_excel(discipline):
    discipline.case()
    rows = rows_of_excel(answer_of(discipline.world.account("officer"), "discipline_case_list"))
    assert rows[0]["Người, tập thể"].startswith("Vũ Thị Ước")


def test_whoever_is_named_is_asked_to_explain_and_sees_no_list(discipline):
    person = discipline.person("phòng văn hóa")
    account = discipline.world.account("staff", discipline.unit("phòng văn hóa"))
    link_account(discipline.officer, person_id=person.pk, account_id=account.pk)
    one = town.noted(discipline.officer, person)
    browser = signed_in(account)
    page = text_of(browser, "desk")
    assert one.text in page
    url = reverse("discipline_breach_explain", args=[one.pk])
    assert browser.post(url, {"explanation": "Con ốm"}).status_code == 302
    one.refresh_from_db()
    assert one.explanation == "Con ốm"
    assert browser.get(reverse("discipline_breach_list")).status_code == 403


def sheet_of(discipline, person) -> Assessment:
    home = discipline.world.ward
    Appointment.objects.filter(person=person).update(staff_kind="civil_servant")
    opening.open_assessments(discipline.leader, unit_id=home.pk, on=DAY)
    return Assessment.objects.get(person=person, rules="nd335")


def test_breaches_and_findings_stand_beside_the_score(discipline):
    """Facts of the period, shown to whoever scores and to the person; they move no points."""
    person = discipline.person("phòng văn hóa")
    sheet = sheet_of(discipline, person)
    one = town.noted(discipline.officer, person)
    found = town_oversight.ad_hoc(
        discipline.inspector, discipline.world.ward, discipline.unit("phòng văn hóa")
    )
    finding = town_oversight.finding(
        discipline.inspector, found, discipline.unit("phòng văn hóa"), person=person
    )
    before = sheet.total
    page = text_of(client(discipline, "leader"), "assessment_detail", sheet.pk)
    assert one.text in page and finding.text in page
    sheet.refresh_from_db()
    assert sheet.total == before


class TestReminders:
    def told(self, code: str, on) -> list[str]:
        run(on)
        return [one.message for one in Alert.objects.filter(rule=code)]

    def test_a_case_near_its_last_day_unless_time_stands_still(self, discipline):
        case, paused = discipline.case(), discipline.case("ubnd")
        cases.pause(
            discipline.officer,
            case_id=paused.pk,
            ground="illness",
            document="Giấy ra viện",
            begins_on=DAY,
        )
        told = self.told("case_due", case.due_on - timedelta(days=10))
        assert len(told) == 1 and "Vũ Thị Ước" in told[0]

    def test_the_state_follows_the_party(self, discipline):
        case = town.road(discipline.officer, discipline.case(side="party"))
        town.decide(discipline.leader, case)
        told = self.told("case_after_party", DAY)
        assert told and "20/12/2026" in told[0]

    def test_a_late_step(self, discipline):
        case = discipline.case()
        first = case.steps.order_by("number").first()
        cases.finish_step(discipline.officer, step_id=first.pk, done_on=DAY)
        assert not self.told("case_step_late", DAY)
        assert self.told("case_step_late", DAY + timedelta(days=7))
