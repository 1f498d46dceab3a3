"""The pages of figures: one place, its names, its targets; the same cost for one person and for
many.
"""

import io

import docx
import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from tests.insight.conftest import person, seated
from tests.town import given_programme

from thenchot.insight.models import Figure
from thenchot.insight.services import record_figures, tie
from thenchot.kernel.decision import Refused
from thenchot.people.filing import changing
from thenchot.platform.audit.models import Event, Read
from thenchot.platform.clock import now, today
from thenchot.platform.jobs.models import Job
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role


def taken(route, **keys):
    return reverse(f"{route}_file", kwargs={**keys, "form": "xlsx"})


def told(answer):
    """The words of a page, a space apart."""
    return " ".join(strip_tags(text(answer)).split())


def text(answer):
    return answer.content.decode()


@pytest.fixture
def client(world):
    return world.client(Role.OFFICER)


class TestCost:
    @pytest.mark.parametrize(
        ("route", "limit"),
        [
            ("insight_board", 23),
            ("insight_board_file", 22),
            ("insight_ages", 14),
            ("insight_targets", 22),
            ("insight_compare", 12),
        ],
    )
    def test_one_person_costs_what_many_cost(self, world, client, committee, route, limit):
        def cost():
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            return len(queries)

        keys = {"form": "xlsx"} if route.endswith("_file") else {}
        address = reverse(route, kwargs=keys)
        seated(committee, person(world, "Người 0", sex="f"), 1)
        client.get(address)
        few = cost()
        for n in range(1, 7):
            who = person(world, f"Người {n}", sex="f")
            seated(committee, who, n + 1)
            changing.add_row(SYSTEM, person_id=who.pk, section="degree", level="master")
        assert cost() == few
        assert few <= limit

    def test_names_cost_the_same(self, world, client, committee):
        address = reverse("insight_names", args=["staff_women"])

        def cost():
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            return len(queries)

        client.get(address)
        few = cost()
        for n in range(10):
            person(world, f"Người {n}", sex="f")
        assert cost() == few


class TestBoard:
    def test_figure_numerator_and_denominator(self, world, client, committee):
        for number, sex in enumerate("fmm", 1):
            seated(committee, person(world, f"Người {number}", sex=sex), number)
        page = told(client.get(reverse("insight_board")))
        assert "33,3%" in page and "1/3" in page

    def test_a_leader_of_a_province_sees_the_sum_and_no_names(self, world, committee):
        record_figures(today())
        own = {"home": world.city, "indicator": "staff_total", "on": today()}
        Figure.objects.update_or_create(
            **own, defaults={"part": 9, "whole": 9, "policy": "", "recorded_at": now()}
        )
        client = world.client(Role.LEADER, world.city)
        page = told(client.get(reverse("insight_board") + f"?unit={world.city.pk}"))
        assert "14/14" in page
        assert (
            client.get(
                reverse("insight_names", args=["staff_total"]) + f"?unit={world.city.pk}"
            ).status_code
            == 404
        )
        assert (
            client.get(
                reverse("insight_names", args=["staff_total"]) + f"?unit={world.ward.pk}"
            ).status_code
            == 200
        )

    def test_a_ward_sees_no_other_ward(self, world, client):
        for route in ("insight_board", "insight_ages", "insight_targets", "insight_compare"):
            assert client.get(reverse(route) + f"?unit={world.other_ward.pk}").status_code == 404
            assert client.get(reverse(route) + f"?unit={world.city.pk}").status_code == 404

    def test_names_are_personal_data_and_their_reading_is_noted(self, world, client):
        who = person(world, "Nguyễn Thị Được Đọc", sex="f")
        assert "Nguyễn Thị Được Đọc" in text(
            client.get(reverse("insight_names", args=["staff_women"]))
        )
        assert Read.objects.filter(subject_id=str(who.pk), page="insight_names").exists()
        assert (
            world.client(Role.CLERK).get(reverse("insight_names", args=["staff_women"])).status_code
            == 403
        )

    def test_the_names_leave_as_a_file_and_that_read_is_noted_too(self, world, client):
        who = person(world, "Nguyễn Thị Được Đọc", sex="f")
        answer = client.get(taken("insight_names", code="staff_women"))
        rows = list(
            openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)
        )
        assert rows[0] == ("Họ và tên", "Mã hệ thống", "Được tính")
        assert ("Nguyễn Thị Được Đọc", who.pk, "có") in rows
        assert Read.objects.filter(subject_id=str(who.pk), page="insight_names_file").exists()

    def test_the_names_are_ordered_as_asked(self, world, client):
        for name in ("Lê Thị An", "Lê Thị Yến"):
            person(world, name, sex="f")
        address = reverse("insight_names", args=["staff_women"])
        page = text(client.get(address, {"sort": "-name"}))
        assert page.index("Lê Thị Yến") < page.index("Lê Thị An")

    def test_an_indicator_that_is_none(self, client):
        assert client.get(reverse("insight_names", args=["no-such"])).status_code == 404

    def test_the_sheet_says_what_the_page_says(self, world, client, committee):
        seated(committee, person(world, "Nữ", sex="f"), 1)
        book = openpyxl.load_workbook(io.BytesIO(client.get(taken("insight_board")).content))
        rows = {row[0]: row for row in book.active.iter_rows(min_row=2, values_only=True)}
        assert rows["committee_women"][2:6] == (100, "%", 1, 1)


class TestTargets:
    def test_a_target_tied_shows_its_value(self, world, client, committee):
        programme = given_programme(world, world.ward, "Đông Kinh")
        target = next(t for t in programme.targets.all() if "nữ" in t.text and t.value == 20)
        assert "có thể là" in text(client.get(reverse("insight_targets")))
        client.post(reverse("target_tie", args=[target.pk]), {"indicator": "committee_women"})
        target.refresh_from_db()
        assert target.indicator == "committee_women"
        for number, sex in enumerate("fm", 1):
            seated(committee, person(world, f"Người {number}", sex=sex), number)
        record_figures(today())
        for route in (
            reverse("insight_targets"),
            reverse("board"),
            reverse("programme_detail", args=[programme.pk]),
        ):
            assert "50,0 % 1/2 đạt" in told(client.get(route))
        yearly = reverse("programme_print", args=[programme.pk, "yearly"])
        rows = docx.Document(io.BytesIO(client.get(yearly).content)).tables[-2].rows
        said = {row.cells[1].text: row.cells[2].text for row in rows}
        assert said[target.text] == f"50,0 % (ngày {today():%d/%m/%Y})"
        assert Event.objects.filter(name="target_tied").count() == 1

    def test_what_was_never_counted_is_counted_in_the_background(self, world, client):
        target = given_programme(world, world.ward, "Đông Kinh").targets.first()
        client.post(reverse("target_tie", args=[target.pk]), {"indicator": "committee_women"})
        assert "chưa tính lần nào" in text(client.get(reverse("insight_targets")))
        assert Job.objects.get().label == "Tính lại chỉ số"
        record_figures(today())
        client.post(reverse("target_tie", args=[target.pk]), {"indicator": "staff_women"})
        assert Job.objects.count() == 1

    def test_no_figure_is_written_down_for_what_an_indicator_measures(self, world, client):
        target = given_programme(world, world.ward, "Đông Kinh").targets.first()
        client.post(reverse("target_tie", args=[target.pk]), {"indicator": "staff_women"})
        answer = client.post(
            reverse("target_read", args=[target.pk]),
            {"on": today(), "value": "3", "note": "Sổ theo dõi"},
        )
        assert answer.status_code == 403 and "đo bằng chỉ số" in text(answer)

    def test_what_the_file_tells_of_nobody_is_unknown_and_not_zero(self, world, client, committee):
        seated(committee, person(world, "Chưa ghi", sex=""), 1)
        target = given_programme(world, world.ward, "Đông Kinh").targets.first()
        client.post(reverse("target_tie", args=[target.pk]), {"indicator": "committee_women"})
        record_figures(today())
        board = told(client.get(reverse("insight_board")))
        assert "chưa rõ" in board and "1 người chưa rõ" in board
        page = " ".join(text(client.get(reverse("insight_targets"))).split())
        assert "hồ sơ chưa ghi của ai trong 1 người" in page and "0,0" not in page

    def test_an_unknown_indicator_is_refused(self, world):
        programme = given_programme(world, world.ward, "Đông Kinh")
        with pytest.raises(Refused, match="Không có chỉ số"):
            tie(
                world.actor(Role.OFFICER),
                target_id=programme.targets.first().pk,
                indicator="beliefs",
            )

    def test_a_target_against_the_cap_of_the_decree_says_so(self, world, client):
        programme = given_programme(world, world.ward, "Đông Kinh")
        target = programme.targets.first()
        type(target).objects.filter(pk=target.pk).update(
            text="trong đó 20% hoàn thành xuất sắc nhiệm vụ", comparator=">=", value=20
        )
        page = text(client.get(reverse("insight_targets")))
        assert "vướng mức trần" in page and "Điều 20.5" in page


def test_a_new_count_runs_in_the_background(world, client):
    answer = client.post(reverse("insight_count"))
    assert answer.status_code == 302 and Job.objects.get().label == "Tính lại chỉ số"


def test_whoever_leads_a_side_of_a_ward_reads_its_figures_but_no_names(world):
    """The chairman of a People's Committee: the same figures as the secretary, and no list."""
    side = world.client(Role.LEADER, world.units["ubnd"])
    whole = world.client(Role.LEADER, world.ward)
    assert side.get(reverse("insight_board")).status_code == 200
    assert rows_of(side.get(taken("insight_board"))) == rows_of(whole.get(taken("insight_board")))
    names = f"{reverse('insight_names', args=['staff_total'])}?unit={world.ward.pk}"
    assert (side.get(names).status_code, whole.get(names).status_code) == (403, 200)


def rows_of(answer):
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    return list(sheet.iter_rows(values_only=True))
