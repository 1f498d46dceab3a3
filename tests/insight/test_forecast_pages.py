"""The pages of a forecast: read, taken along as Excel and Word, worked out again, reviewed."""

import html
import io
import re

import docx
import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.insight.conftest import holds, person, seated
from tests.insight.test_forecast import RETIRING, YOUNG, crowd, month, work_out
from tests.insight.test_insight_pages import told

from thenchot.insight import jobs
from thenchot.insight.forecast import services
from thenchot.insight.forecast.drawing import draw
from thenchot.insight.models import Forecast
from thenchot.platform.alerts.registry import rules
from thenchot.platform.audit.models import Read
from thenchot.platform.clock import today
from thenchot.platform.jobs.models import Job
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.django_db
PAGES = ("forecast", "forecast_events", "forecast_goals", "forecast_changes", "forecast_list")


@pytest.fixture
def ward(world, committee):
    head = person(world, "Trưởng phòng Sắp Nghỉ", sex="m", born=RETIRING, unit="phòng văn hóa")
    holds(head, "division_head")
    seated(committee, head, 1)
    return world


def taken(client, route, form, **keys):
    answer = client.get(reverse(f"{route}_file", kwargs={**keys, "form": form}))
    assert answer.status_code == 200
    return io.BytesIO(answer.getvalue())


def sheet(client, route, **keys):
    rows = openpyxl.load_workbook(taken(client, route, "xlsx", **keys)).active.values
    return [[cell for cell in row if cell is not None] for row in rows]


class TestReading:
    def test_before_the_first_forecast_the_page_says_so_and_offers_one(self, ward):
        page = told(ward.client(Role.OFFICER).get(reverse("forecast")))
        assert "Chưa tính dự báo lần nào" in page
        assert "Tính dự báo mới" in page

    def test_the_picture_the_quarters_the_assumptions(self, ward):
        crowd(ward, 20)
        forecast = work_out(ward)
        client = ward.client(Role.LEADER)
        answer = client.get(reverse("forecast"))
        page, words = answer.content.decode(), told(answer)
        last = month(forecast, 2030, 12)
        assert '<polyline class="certain"' in page
        assert '<polygon class="band"' in page
        assert f"{last.low}–{last.high}" in words
        assert "20 phần nghìn mỗi năm" in words
        assert forecast.assumptions_hash[:8] in words
        assert "31/03/2028" in words and "31/01/2028" not in words
        monthly = told(client.get(reverse("forecast"), {"monthly": 1}))
        assert "31/01/2028" in monthly

    def test_a_number_of_retirements_leads_to_who_they_are(self, ward):
        work_out(ward)
        client = ward.client(Role.OFFICER)
        page = client.get(reverse("forecast"))
        (address,) = re.findall(r'href="([^"]*kind=retires[^"]*)"', page.content.decode())
        listed = client.get(html.unescape(address))
        assert "Trưởng phòng Sắp Nghỉ" in told(listed)
        assert listed.context["register"].page().paginator.count == 1
        clerk = ward.client(Role.CLERK).get(reverse("forecast")).content.decode()
        assert "kind=retires" not in clerk

    def test_the_post_that_falls_empty_with_its_day_and_person(self, ward):
        work_out(ward)
        client = ward.client(Role.OFFICER)
        page = told(client.get(reverse("forecast_events"), {"posts": "on", "unready": "on"}))
        assert "30/11/2027" in page
        assert "Trưởng phòng Sắp Nghỉ" in page
        assert "không có trong quy hoạch" in page

    def test_who_may_not_read_names_has_no_such_page(self, ward):
        work_out(ward)
        client = ward.client(Role.CLERK)
        assert client.get(reverse("forecast_events")).status_code == 403
        assert "vị trí nào trống" not in told(client.get(reverse("forecast")))

    def test_what_it_takes(self, ward):
        work_out(ward)
        page = told(ward.client(Role.OFFICER).get(reverse("forecast_goals")))
        assert "Nữ cấp ủy viên" in page
        assert "Cần thêm 1 người" in page

    def test_an_indicator_year_by_year(self, ward):
        work_out(ward)
        address = reverse("forecast_indicator", args=["staff_total"])
        page = told(ward.client(Role.OFFICER).get(address))
        assert "31/12/2030" in page
        assert "8/8" in page and "7/7" in page

    def test_an_indicator_of_the_past_has_no_page_ahead(self, ward):
        address = reverse("forecast_indicator", args=["rated_good"])
        assert ward.client(Role.OFFICER).get(address).status_code == 404

    def test_a_forecast_of_another_place_is_not_there(self, ward):
        other = services.work_out(
            ward.actor(Role.OFFICER, ward.other_ward), unit_id=ward.other_ward.pk
        )
        client = ward.client(Role.OFFICER)
        assert client.get(reverse("forecast"), {"run": other.pk}).status_code == 404

    @pytest.mark.parametrize("route", PAGES)
    def test_few_and_many_people_cost_the_same(self, ward, route):
        client = ward.client(Role.OFFICER)

        def cost():
            with CaptureQueriesContext(connection) as found:
                assert client.get(reverse(route)).status_code == 200
            return len(found)

        work_out(ward)
        services.work_out(ward.actor(Role.OFFICER), unit_id=ward.ward.pk)
        client.get(reverse(route))
        few = cost()
        for number in range(15):
            person(ward, f"Nghỉ {number}", sex="m", born=RETIRING)
        work_out(ward)
        assert cost() == few


class TestTaken:
    def test_months_go_to_excel_as_numbers(self, ward):
        forecast = work_out(ward)
        rows = sheet(ward.client(Role.OFFICER), "forecast")
        last = [row for row in rows if row and getattr(row[0], "year", 0) == 2030][-1]
        assert month(forecast, 2030, 12).certain in last

    def test_events_leave_as_word_and_the_reading_is_noted(self, ward):
        work_out(ward)
        client = ward.client(Role.OFFICER)
        paper = docx.Document(taken(client, "forecast_events", "docx"))
        words = " ".join(cell.text for table in paper.tables for cell in table._cells)
        assert "Trưởng phòng Sắp Nghỉ" in words
        assert Read.objects.filter(subject_type="people.person").exists()

    @pytest.mark.parametrize("route", PAGES)
    @pytest.mark.parametrize("form", ["xlsx", "docx"])
    def test_every_list_opens_again(self, ward, route, form):
        work_out(ward)
        found = taken(ward.client(Role.OFFICER), route, form)
        assert openpyxl.load_workbook(found) if form == "xlsx" else docx.Document(found)


class TestDoing:
    def test_a_new_one_is_a_job_that_leads_to_the_page(self, ward):
        client = ward.client(Role.LEADER)
        answer = client.post(reverse("forecast_new"), {"unit": ward.ward.pk})
        job = Job.objects.get(label__startswith="Dự báo")
        assert answer.url == reverse("job_detail", args=[job.pk])
        jobs.forecast.func(job.pk, ward.ward.pk)
        forecast = Forecast.objects.get()
        job.refresh_from_db()
        assert job.result_url.endswith(f"run={forecast.pk}")

    def test_the_leader_confirms_from_the_page_and_the_desk_forgets_it(self, ward):
        forecast = work_out(ward)
        client = ward.client(Role.LEADER)
        assert "Dự báo chờ xem xét" in told(client.get(reverse("desk")))
        client.post(reverse("forecast_confirm", args=[forecast.pk]), {"reason": "Dùng khi bàn"})
        forecast.refresh_from_db()
        assert (forecast.state, forecast.reason) == ("confirmed", "Dùng khi bàn")
        assert "Dự báo chờ xem xét" not in told(client.get(reverse("desk")))

    def test_dismissing_without_a_reason_stays_on_the_page(self, ward):
        forecast = work_out(ward)
        client = ward.client(Role.LEADER)
        client.post(reverse("forecast_dismiss", args=[forecast.pk]), {"reason": ""})
        forecast.refresh_from_db()
        assert forecast.state == "open"

    def test_two_forecasts_side_by_side(self, ward):
        work_out(ward)
        person(ward, "Người Mới", sex="f", born=YOUNG)
        work_out(ward)
        page = told(ward.client(Role.OFFICER).get(reverse("forecast_changes")))
        assert "Số người theo luật, quyết định, 31/12/2028" in page


class TestAlerts:
    def find(self, code, on=None):
        return list(rules()[code].find(on or today()))

    def test_a_target_that_is_missed_as_things_go(self, ward):
        work_out(ward)
        found = [one for one in self.find("forecast_goal_missed") if "Nữ cấp ủy" in one.message]
        assert len(found) == 1
        assert "còn thiếu 1 người" in found[0].message

    def test_a_post_that_falls_empty_with_nobody_ready(self, ward):
        work_out(ward)
        found = self.find("forecast_post_unready")
        assert len(found) == 1
        assert "trống từ 30/11/2027" in found[0].message

    def test_one_that_was_dismissed_reminds_nobody(self, ward):
        forecast = work_out(ward)
        services.review(
            ward.actor(Role.LEADER), forecast_id=forecast.pk, state="dismissed", reason="Sai"
        )
        assert self.find("forecast_post_unready") == []
        assert self.find("forecast_goal_missed") == []


class TestDrawing:
    def test_lines_stand_in_the_picture_the_higher_the_value(self):
        first, last = today().replace(month=1, day=1), today().replace(month=12, day=31)
        found = draw({"certain": [(first, 10), (last, 5)]})
        (_, high), (_, low) = (
            tuple(map(float, point.split(","))) for point in found.lines["certain"].split()
        )
        assert high < low

    def test_nothing_to_draw(self):
        assert draw({"certain": []}).lines == {}
        assert draw({"certain": [(today(), None)]}).lines == {}
