"""From a recorded meeting to the year of a cell; reviews as a condition; charges; a congress."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from docx import Document
from tests import town_cells as town
from tests.cells.conftest import DAY
from tests.registers import answer_of, rows_of_excel
from tests.town import given_programme
from tests.town_commendation import propose
from tests.worlds import signed_in

from thenchot.cells import prints
from thenchot.cells.alerts import no_charge, no_score, no_theme, reviews_due
from thenchot.cells.models import CellCharge, Meeting
from thenchot.cells.panels import reviews_of_person
from thenchot.cells.queries.grassroots import list_places, with_heads
from thenchot.cells.queries.meetings import years_of
from thenchot.cells.queries.members import list_own_cells, list_reports, open_tasks_of
from thenchot.cells.queries.reviewing import closing_for_posts
from thenchot.cells.services import congresses, meetings, members, sheets
from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.policies.services import confirm_value, enter_value
from thenchot.platform.scope.actor import NotVisible, actor_for
from thenchot.programmes.models import Assignment, Task

pytestmark = pytest.mark.django_db


class TestMeeting:
    def test_recorded_scored_and_confirmed(self, cells):
        cells.issue()
        meeting = town.meet(cells.head, cells.cell, date(2026, 10, 3))
        scored = town.score(cells.head, meeting)
        assert (scored.state, scored.own_points) == ("scored", 100)
        points = town.full_points(cells.leader, scored, less=5)
        with pytest.raises(Refused, match="ghi nhận xét"):
            meetings.confirm_meeting(cells.leader, meeting_id=meeting.pk, points=points)
        done = meetings.confirm_meeting(
            cells.leader, meeting_id=meeting.pk, points=points, note="Họp chưa đủ giờ"
        )
        assert (done.points, done.own_points) == (95, 100)
        with pytest.raises(Refused, match="đã chấm"):
            town.score(cells.head, Meeting.objects.get(pk=meeting.pk))

    def test_who_scored_does_not_confirm(self, cells):
        cells.issue()
        scored = town.score(cells.officer, town.meet(cells.officer, cells.cell, DAY))
        points = town.full_points(cells.officer, scored)
        with pytest.raises(Refused, match="không chấm thay"):
            meetings.confirm_meeting(cells.officer, meeting_id=scored.pk, points=points)

    def test_without_a_sheet_the_remedy_is_told(self, cells):
        meeting = town.meet(cells.head, cells.cell, DAY)
        with pytest.raises(Refused, match="Soạn và ban hành"):
            meetings.score_meeting(cells.head, meeting_id=meeting.pk, points={})

    def test_one_regular_meeting_a_month(self, cells):
        town.meet(cells.head, cells.cell, date(2026, 11, 2))
        with pytest.raises(Refused, match="tháng 11/2026"):
            town.meet(cells.head, cells.cell, DAY)
        assert town.meet(cells.head, cells.cell, DAY, kind="theme").pk

    @pytest.mark.parametrize("day", [DAY + timedelta(days=1), date(2025, 6, 30)])
    def test_not_in_the_future_nor_before_the_cell(self, cells, day):
        with pytest.raises(Refused, match="Ngày họp"):
            town.meet(cells.head, cells.cell, day)

    def test_the_sheet_of_its_day_stays_its_sheet(self, cells):
        first = cells.issue()
        meeting = town.score(cells.head, town.meet(cells.head, cells.cell, date(2026, 10, 3)))
        later = town.sheet(cells.officer, cells.world.ward, date(2026, 10, 1))
        sheets.issue_sheet(cells.leader, sheet_id=later.pk)
        assert meetings.sheet_to_use(meeting) == first
        new = town.meet(cells.head, cells.cell, DAY)
        assert meetings.sheet_to_use(new) == later

    def test_a_sheet_is_issued_by_another(self, cells):
        drafted = town.sheet(cells.officer, cells.world.ward, DAY)
        with pytest.raises(Refused):
            sheets.issue_sheet(cells.officer, sheet_id=drafted.pk)

    def test_another_ward_sees_nothing(self, cells):
        meeting = town.meet(cells.head, cells.cell, DAY)
        stranger = cells.world.actor("officer", cells.world.other_ward)
        with pytest.raises(NotVisible):
            meetings.score_meeting(stranger, meeting_id=meeting.pk, points={})

    def test_what_the_cell_asks_is_answered_once(self, cells):
        meeting = town.meet(cells.head, cells.cell, DAY, recommendation="Sửa loa")
        meetings.answer_recommendation(cells.leader, meeting_id=meeting.pk, answer="Sửa trong quý")
        with pytest.raises(Refused, match="Không có kiến nghị"):
            meetings.answer_recommendation(cells.leader, meeting_id=meeting.pk, answer="Lại")

    def test_the_papers_open_again(self, cells, tmp_path):
        cells.issue()
        meeting = town.score(cells.head, town.meet(cells.head, cells.cell, DAY))
        for letter, words in (
            (prints.minutes_letter(meeting), "có mặt: 19"),
            (prints.sheet_letter(meeting), "Cộng"),
        ):
            file = tmp_path / "paper.docx"
            file.write_bytes(prints.build(letter))
            document = Document(str(file))
            text = "\n".join(one.text for one in document.paragraphs)
            head = [one.text for table in document.tables for one in table._cells][:4]
            assert cells.cell.name.upper() in " ".join(head).upper()
            cells_told = [one.text for table in document.tables for one in table._cells]
            assert words in text or words in cells_told


class TestYear:
    def test_only_confirmed_months_count_and_missing_ones_are_named(self, cells):
        cells.issue()
        for month, less in ((9, 0), (10, 5)):
            one = town.score(cells.head, town.meet(cells.head, cells.cell, date(2026, month, 3)))
            points = town.full_points(cells.leader, one, less)
            meetings.confirm_meeting(cells.leader, meeting_id=one.pk, points=points, note="Đã xem")
        (year,) = years_of([cells.cell], 2026, DAY).values()
        assert (dict(year.points), str(year.mean)) == ({9: 100, 10: 95}, "97.50")
        assert list(year.missing) == [1, 2, 3, 4, 5, 6, 7, 8]

    def test_a_year_before_the_cell_asks_for_nothing(self, cells):
        (year,) = years_of([cells.cell], 2024, DAY).values()
        assert (list(year.missing), year.mean) == ([], None)

    def test_the_list_leaves_as_excel(self, cells):
        rows = rows_of_excel(answer_of(cells.world.account("officer"), "cell_year_list"))
        assert rows[0]["Chi bộ"] == cells.cell.name


class TestMembers:
    def test_nobody_is_in_two_cells(self, cells):
        other = town.cell(cells.world.ward, "Chi bộ tổ dân phố số 2")
        member = town.joined(cells.officer, cells.cell, cells.person("ubnd"))
        with pytest.raises(Refused, match="đang sinh hoạt tại"):
            town.joined(cells.officer, other, cells.person("ubnd"))
        members.end_member(cells.officer, member_id=member.pk, until=DAY, reason="Chuyển")
        with pytest.raises(Refused, match="đến hết ngày"):
            town.joined(cells.officer, other, cells.person("ubnd"))
        assert member.pk

    def test_the_same_name_twice_is_told(self, cells):
        town.named(cells.officer, cells.cell, "Lê Văn An")
        with pytest.raises(Refused, match="Lê Văn An"):
            town.named(cells.officer, cells.cell, "Lê Văn An")

    def test_one_secretary(self, cells):
        one, two = (town.named(cells.officer, cells.cell, f"Người {n}") for n in "ab")
        said = {"kind": "official", "post": "secretary"}
        members.change_member(cells.officer, member_id=one.pk, **said)
        with pytest.raises(Refused, match="đang là bí thư"):
            members.change_member(cells.officer, member_id=two.pk, **said)
        (place,) = with_heads(list(list_places(cells.officer)), DAY)
        assert place.heads_told == "Người a (bí thư)"

    def test_an_exempt_member_holds_no_post(self, cells):
        one = town.named(cells.officer, cells.cell, "Người a")
        with pytest.raises(Refused, match="chính thức"):
            members.change_member(cells.officer, member_id=one.pk, kind="exempt", post="deputy")


class TestCharge:
    def test_the_next_one_ends_the_former_the_day_before(self, cells):
        for name, since in (("ubnd", town.SINCE), ("mặt trận", date(2026, 3, 1))):
            members.give_charge(
                cells.officer,
                cell_id=cells.cell.pk,
                person=cells.person(name),
                basis="21-QĐ/ĐU",
                since=since,
            )
        rows = CellCharge.objects.order_by("since").values_list("since", "until")
        assert list(rows) == [(town.SINCE, date(2026, 2, 28)), (date(2026, 3, 1), None)]

    def test_the_one_in_charge_sees_the_cell_and_reports_once_a_month(self, cells):
        account = cells.account_of("mặt trận")
        actor = actor_for(account)
        browser = signed_in(account)
        page = reverse("cell", args=[cells.cell.pk])
        assert browser.get(page).status_code == 404
        members.give_charge(
            cells.officer,
            cell_id=cells.cell.pk,
            person=cells.person("mặt trận"),
            basis="21-QĐ/ĐU",
            since=town.SINCE,
        )
        assert browser.get(page).status_code == 200
        assert [one.open_tasks for one in list_own_cells(actor)] == [0]
        said = {"cell_id": cells.cell.pk, "year": 2026, "month": 11, "done": "Đã dự họp"}
        members.report(actor, **said)
        with pytest.raises(Refused, match="Đã có báo cáo"):
            members.report(actor, **said)
        with pytest.raises(Refused, match="đến tháng này"):
            members.report(actor, **{**said, "month": 12})
        assert list_reports(actor).count() == list_reports(cells.leader).count() == 1
        stranger = cells.world.actor("staff", cells.world.other_ward)
        assert not list_reports(stranger).exists()


class TestWork:
    def test_what_all_cells_owe_stands_on_each(self, cells):
        """A task given to the unit above all cells, and one to the cell itself."""
        above, below = cells.cell, town.cell(cells.cell, "Chi bộ thôn Thượng")
        programme = given_programme(cells.world, cells.world.ward, "chương trình")
        tasks = list(Task.objects.filter(programme=programme)[:3])
        for task, unit in zip(tasks, (above, below, cells.world.ward), strict=True):
            Assignment.objects.create(task=task, unit=unit, part="lead")
        owed = {task.pk for task in open_tasks_of(below)}
        assert {one.pk for one in tasks[:2]} <= owed and tasks[2].pk not in owed
        members.give_charge(
            cells.officer,
            cell_id=below.pk,
            person=cells.person("mặt trận"),
            basis="21-QĐ/ĐU",
            since=town.SINCE,
        )
        actor = actor_for(cells.account_of("mặt trận"))
        assert [one.open_tasks for one in list_own_cells(actor)] == [len(owed)]


class TestReview:
    def review(self, cells, member, on, **more):
        said = {"text": "Gương mẫu", "result": "kept"}
        return members.review_member(
            cells.head, member_id=member.pk, reviewed_on=on, **{**said, **more}
        )

    def test_an_award_waits_for_the_review_of_the_cell(self, cells):
        person = cells.person("phòng văn hóa")
        unit = cells.world.units["phòng văn hóa"]
        assert propose(cells.officer, unit, person=person).pk  # in no cell: nobody asks
        member = town.joined(cells.officer, cells.cell, person)
        with pytest.raises(Refused, match="chưa có lần nào"):
            propose(cells.officer, unit, person=person)
        self.review(cells, member, DAY)
        assert propose(cells.officer, unit, person=person).pk

    @pytest.mark.parametrize(
        ("reviewed", "is_closed"),
        [(date(2025, 11, 20), True), (date(2025, 11, 21), False)],
    )
    def test_a_review_holds_for_its_cycle(self, cells, reviewed, is_closed):
        person, ward = cells.person("phòng văn hóa"), cells.world.ward
        member = town.joined(cells.officer, cells.cell, person)
        self.review(cells, member, reviewed)
        assert closing_for_posts([person.pk], ward.path, DAY) == {}
        entered = enter_value(
            cells.officer,
            path=ward.path,
            key="cells.review_for_post",
            value=True,
            basis="Quy định của Đảng ủy",
            valid_from=town.SINCE,
        )
        confirm_value(cells.leader, value_id=entered.pk)
        assert (person.pk in closing_for_posts([person.pk], ward.path, DAY)) is is_closed

    def test_what_must_be_mended_has_a_day(self, cells):
        member = town.named(cells.officer, cells.cell, "Người a")
        with pytest.raises(Refused, match="hạn sửa xong"):
            self.review(cells, member, DAY, result="advised")
        assert self.review(
            cells, member, DAY, result="advised", mend_by=DAY + timedelta(days=30)
        ).mend_by

    def test_the_text_never_enters_the_trail(self, cells):
        member = town.named(cells.officer, cells.cell, "Người a")
        self.review(cells, member, DAY, text="Một lời riêng")
        event = Event.objects.get(name="cell_member_reviewed")
        assert "Một lời riêng" not in str(event.facts)

    def test_what_was_said_stays_with_the_cell(self, cells):
        """The head of the office learns that it was done; the person reads it."""
        person = cells.person("phòng văn hóa")
        member = town.joined(cells.officer, cells.cell, person)
        self.review(cells, member, DAY, text="Một lời riêng")
        head = cells.world.actor("head", cells.world.units["phòng văn hóa"])
        own = actor_for(cells.account_of("phòng văn hóa"))
        person.refresh_from_db()
        told = [reviews_of_person(who, person)[0].text for who in (head, own, cells.officer)]
        assert told == ["", "Một lời riêng", "Một lời riêng"]


class TestAlerts:
    def test_what_lacks_is_told(self, cells):
        town.named(cells.officer, cells.cell, "Người a")
        town.meet(cells.head, cells.cell, DAY)
        assert [one.detail for one in no_score(DAY)] == ["2026-10"]
        assert list(no_score(date(2026, 11, 4))) == []
        assert len(list(no_charge(DAY))) == len(list(no_theme(DAY))) == 1
        assert [one.step for one in reviews_due(DAY)] == [1]

    def test_a_meeting_on_a_subject_is_enough(self, cells):
        town.meet(cells.head, cells.cell, DAY, subject="Nêu gương")
        assert list(no_theme(DAY)) == []


class TestCongress:
    def test_the_count_tells_who_is_elected(self, cells):
        names = [town.named(cells.officer, cells.cell, f"Người {n}") for n in "abc"]
        planned = congresses.plan_congress(
            cells.officer, cell_id=cells.cell.pk, term="2027 - 2030", planned_on=DAY, seats=2
        )
        made = [
            congresses.nominate(
                cells.head,
                congress_id=planned.pk,
                member=member,
                post="committee",
                proposer="committee",
            )
            for member in names
        ]
        votes = dict(zip((one.pk for one in made), (20, 11, 10), strict=True))
        done = congresses.hold(
            cells.officer, congress_id=planned.pk, held_on=DAY, called=20, present=20, votes=votes
        )
        chosen = done.candidates.filter(is_elected=True).values_list("member__name", flat=True)
        assert sorted(chosen) == ["Người a", "Người b"]
        with pytest.raises(Refused, match="đã tổ chức"):
            congresses.hold(
                cells.officer,
                congress_id=planned.pk,
                held_on=DAY,
                called=20,
                present=20,
                votes=votes,
            )

    def test_without_clearance_nobody_stands(self, cells):
        member = town.joined(cells.officer, cells.cell, cells.person("phòng văn hóa"))
        planned = congresses.plan_congress(
            cells.officer, cell_id=cells.cell.pk, term="2027 - 2030", planned_on=DAY, seats=2
        )
        with pytest.raises(Refused, match="tiêu chuẩn chính trị"):
            congresses.nominate(
                cells.officer,
                congress_id=planned.pk,
                member=member,
                post="secretary",
                proposer="cell",
            )


class TestPages:
    @pytest.mark.parametrize("size", [1, 25])
    def test_lists_cost_the_same_at_one_and_at_many(
        self, cells, size, django_assert_max_num_queries
    ):
        cells.issue()
        for number in range(size):
            unit = town.cell(cells.world.ward, f"Chi bộ thôn {number}")
            member = town.named(cells.officer, unit, f"Người {number}")
            members.review_member(
                cells.officer, member_id=member.pk, reviewed_on=DAY, text="Tốt", result="kept"
            )
            town.score(cells.officer, town.meet(cells.officer, unit, DAY))
            members.give_charge(
                cells.officer,
                cell_id=unit.pk,
                person=cells.person("ubnd"),
                basis="21-QĐ/ĐU",
                since=town.SINCE,
            )
        browser = signed_in(cells.world.account("officer"))
        routes = (
            "cell_list",
            "cell_meeting_list",
            "cell_year_list",
            "cell_member_list",
            "cell_review_list",
            "congress_list",
            "grassroots_list",
            "cell_sheet_list",
        )
        one = Meeting.objects.first()
        urls = [reverse(route) for route in routes]
        urls += [reverse("cell_meeting", args=[one.pk]), reverse("cell", args=[one.unit_id])]
        for url in urls:
            browser.get(url)
            with django_assert_max_num_queries(14):
                assert browser.get(url).status_code == 200
