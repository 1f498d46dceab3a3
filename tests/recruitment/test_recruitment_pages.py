"""The pages: needs and rounds, what anybody may read and send, Excel, papers, reminders."""

import io
import re
from datetime import date, timedelta
from itertools import count

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.recruitment.conftest import DAY
from tests.recruitment.test_recruitment_journey import refused
from tests.registers import answer_of, rows_of_excel, word_of
from tests.town_recruitment import approved_position, form
from tests.worlds import signed_in

from thenchot.organisation.models import JobPosition
from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run
from thenchot.platform.audit.models import Event, Read
from thenchot.platform.clock import today
from thenchot.recruitment.models import Applicant, Opening, Reception, Round
from thenchot.recruitment.services import applicants, hiring, receptions, results
from thenchot.web.demo.calendar import day_of

pytestmark = pytest.mark.django_db


def client(recruiting, role="officer"):
    return signed_in(recruiting.world.account(role))


def text_of(browser, route, *args, **query) -> str:
    answer = browser.get(reverse(route, args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def sent_form(**more) -> dict:
    """As a browser sends it."""
    told = form(**more)
    told["born_on"] = f"{told['born_on']:%d/%m/%Y}"
    return told | {"is_vietnamese": "on", "agrees": "on"}


class TestNeeds:
    def test_the_arithmetic_stands_on_the_page_and_in_excel(self, recruiting):
        assert "Văn hóa" in text_of(client(recruiting), "recruitment_need_list")
        answer = answer_of(recruiting.world.account("officer"), "recruitment_need_list")
        row = rows_of_excel(answer)[0]
        assert (row["Được duyệt"], row["Cần tuyển"]) == (3, 3)
        assert row["Cách tính"].startswith("3 − 0 − 0 = 3; biên chế còn")

    def test_ticked_positions_go_into_one_round(self, recruiting):
        other = approved_position(
            recruiting.officer,
            recruiting.world.units["phòng văn hóa"],
            code="CM-99",
            name="Tư pháp",
        )
        told = {"pk": [recruiting.position.pk, other.pk]}
        client(recruiting).post(reverse("recruitment_need_open_together"), told)
        openings = Round.objects.get().openings.order_by("pk")
        assert [one.number for one in openings] == [3, 3]

    def test_what_needs_nobody_is_left_out_when_asked(self, recruiting):
        page = text_of(client(recruiting), "recruitment_need_list", short="on")
        assert "Văn hóa" in page

    @pytest.mark.parametrize("size", [1, 40])
    def test_it_costs_the_same_at_one_and_at_many(self, recruiting, size):
        one = recruiting.position
        JobPosition.objects.bulk_create(
            JobPosition(
                scheme=one.scheme,
                unit=one.unit,
                code=f"X-{number}",
                name=f"Vị trí {number}",
                group="professional",
            )
            for number in range(size - 1)
        )
        browser, url = client(recruiting), reverse("recruitment_need_list")
        browser.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(url).status_code == 200
        assert len(captured) <= 21


class TestRound:
    def test_drawn_up_sent_and_approved_by_two_people(self, recruiting):
        officer, leader = client(recruiting), client(recruiting, "leader")
        said = {
            "unit": recruiting.ward.pk,
            "name": "Đợt 1",
            "manner": "exam",
            "second": "written",
        }
        answer = officer.post(reverse("recruitment_round_new"), said)
        round_ = Round.objects.get()
        assert answer.url == reverse("recruitment_round", args=[round_.pk])
        officer.post(
            reverse("recruitment_round_opening", args=[round_.pk]),
            {"position": recruiting.position.pk, "number": 2},
        )
        officer.post(reverse("recruitment_round_submit", args=[round_.pk]))
        page = text_of(leader, "recruitment_round", round_.pk)
        assert reverse("recruitment_round_approve", args=[round_.pk]) in page
        leader.post(
            reverse("recruitment_round_approve", args=[round_.pk]),
            {"plan_no": "12/QĐ-UBND", "approved_on": f"{DAY:%d/%m/%Y}"},
        )
        round_.refresh_from_db()
        assert (round_.state, round_.plan_no) == ("approved", "12/QĐ-UBND")

    def test_a_refusal_stays_on_the_form(self, recruiting):
        round_ = recruiting.run.draft(recruiting.position)
        page = client(recruiting).post(
            reverse("recruitment_opening_change", args=[round_.openings.get().pk]),
            {"number": 5},
        )
        assert "chỉ tuyển được 3, không phải 5" in page.content.decode()

    def test_the_next_step_and_its_last_day(self, recruiting):
        round_ = recruiting.published()
        page = text_of(client(recruiting), "recruitment_round", round_.pk)
        assert "15 ngày sau ngày hết nhận phiếu 30/09/2026 là 15/10/2026" in page

    @pytest.mark.parametrize("size", [1, 30])
    def test_people_cost_the_same_at_one_and_at_many(self, recruiting, size):
        round_ = recruiting.published()
        for number in range(size):
            opening = round_.openings.get()
            with day_of(DAY):
                applicants.apply_publicly(opening_id=opening.pk, came_from=str(number), **form())
        browser = client(recruiting)
        url = reverse("recruitment_people", args=[round_.pk])
        browser.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(url).status_code == 200
        assert len(captured) <= 18

    def test_the_page_of_a_round_costs_the_same_at_one_and_at_many(self, recruiting):
        round_ = recruiting.published()
        browser, url = client(recruiting), reverse("recruitment_round", args=[round_.pk])
        costs = []
        for _ in range(2):
            browser.get(url)
            with CaptureQueriesContext(connection) as captured:
                browser.get(url)
            costs.append(len(captured))
            for number in range(9):
                Opening.objects.create(
                    round=round_,
                    position=approved_copy(recruiting, number),
                    name=f"Vị trí {number}",
                    number=1,
                    approved=1,
                    present=0,
                    arriving=0,
                )
        assert costs[0] == costs[1] <= 20

    def test_marks_on_the_page_of_a_person(self, recruiting):
        round_ = recruiting.published()
        one = recruiting.run.apply(round_)
        recruiting.run.accept(one)
        recruiting.run.listed(round_)
        said = {"points_first": "66,5", "breach_first": "reprimand"}
        client(recruiting).post(reverse("applicant_mark", args=[one.pk]), said)
        page = text_of(client(recruiting), "applicant", one.pk)
        assert "66,50" in page
        assert "49,88" in page

    def test_the_identity_number_is_not_shown_whole_and_never_leaves(self, recruiting):
        one = recruiting.run.apply(recruiting.published(), identity_no="031298012345")
        page = text_of(client(recruiting), "applicant", one.pk)
        assert "…345" in page
        assert "031298012345" not in page
        answer = answer_of(
            recruiting.world.account("officer"), "recruitment_people", pk=one.round_id
        )
        assert "031298012345" not in str(rows_of_excel(answer))


_codes = count()


def approved_copy(recruiting, number):
    one = recruiting.position
    return JobPosition.objects.create(
        scheme=one.scheme,
        unit=one.unit,
        code=f"Y-{next(_codes)}",
        name=f"Vị trí {number}",
        group="professional",
    )


class TestPublicPages:
    def test_nothing_is_public_before_the_notice(self, recruiting):
        round_ = recruiting.run.approved(recruiting.position)
        anybody = Client()
        assert round_.name not in text_of(anybody, "recruitment_notices")
        url = reverse("recruitment_notice", args=[round_.pk])
        assert anybody.get(url).status_code == 404

    def test_a_form_from_notice_to_slip_and_its_state(self, recruiting):
        round_ = recruiting.published()
        anybody = Client()
        page = text_of(anybody, "recruitment_notice", round_.pk)
        assert reverse("recruitment_apply", args=[round_.pk]) in page
        said = sent_form(opening=round_.openings.get().pk)
        answer = anybody.post(reverse("recruitment_apply", args=[round_.pk]), said)
        code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", answer.content.decode())[0]
        told = anybody.post(reverse("recruitment_slip"), {"code": code.lower()})
        assert "đã nhận phiếu" in told.content.decode()
        assert Applicant.objects.get().came_by == "public"

    def test_without_agreeing_nothing_is_kept(self, recruiting):
        round_ = recruiting.published()
        said = sent_form(opening=round_.openings.get().pk)
        said.pop("agrees")
        Client().post(reverse("recruitment_apply", args=[round_.pk]), said)
        assert not Applicant.objects.exists()

    def test_a_position_of_another_round_is_not_taken(self, recruiting):
        round_, other = recruiting.published(), recruiting.published()
        said = sent_form(opening=other.openings.get().pk)
        Client().post(reverse("recruitment_apply", args=[round_.pk]), said)
        assert not Applicant.objects.exists()

    def test_after_the_last_day_there_is_no_form(self, recruiting):
        round_ = recruiting.published()
        with recruiting.run.after(round_, 1):
            answer = Client().get(reverse("recruitment_apply", args=[round_.pk]))
            assert answer.url == reverse("recruitment_notice", args=[round_.pk])

    def test_wrong_codes_lock_the_address(self, recruiting):
        _one, code = recruiting.run.apply_with_code(recruiting.published())
        anybody = Client()
        for _ in range(5):
            answer = anybody.post(reverse("recruitment_slip"), {"code": "AAAA-AAAA-AAAA"})
        assert anybody.post(reverse("recruitment_slip"), {"code": code}).status_code == 429
        assert answer.status_code in (200, 429)

    def test_a_reason_is_told_with_the_list_and_only_by_code(self, recruiting):
        round_ = recruiting.published()
        one, code = recruiting.run.apply_with_code(round_, level="college")
        recruiting.run.accept(recruiting.run.apply(round_))
        applicants.refuse_form(recruiting.officer, applicant_id=one.pk, ground="Thiếu bằng")

        def shown():
            return Client().post(reverse("recruitment_slip"), {"code": code}).content.decode()

        assert "Thiếu bằng" not in shown()
        recruiting.run.listed(round_)
        assert "Thiếu bằng" in shown()
        page = text_of(Client(), "recruitment_notice", round_.pk)
        assert "Thiếu bằng" not in page
        assert "002" in page

    def test_results_by_number_without_names_and_not_before_they_are_public(self, recruiting):
        round_, (one,) = recruiting.marked(1, [({"full_name": "Lê Thị Trúng"}, 80)])
        recruiting.run.ranked(round_)
        assert "trúng tuyển" not in text_of(Client(), "recruitment_notice", round_.pk)
        recruiting.run.shown(round_)
        page = text_of(Client(), "recruitment_notice", round_.pk)
        assert "trúng tuyển" in page
        assert one.full_name not in page

    def test_the_holder_of_the_code_withdraws_and_appeals(self, recruiting):
        round_ = recruiting.published()
        one, code = recruiting.run.apply_with_code(round_)
        other, second = recruiting.run.apply_with_code(round_)
        anybody = Client()
        anybody.post(reverse("recruitment_slip"), {"code": code, "withdraw": "1"})
        one.refresh_from_db()
        assert one.state == "withdrawn"
        recruiting.run.accept(other)
        recruiting.run.seat_council(round_, list(recruiting.world.people.values()))
        recruiting.run.listed(round_)
        recruiting.run.first(round_, {other.pk: 60})
        recruiting.run.second(round_, {other.pk: 55})
        with recruiting.run.after(round_, 31):
            told = anybody.post(reverse("recruitment_slip"), {"code": second})
            assert 'name="appeal"' in told.content.decode()
            anybody.post(reverse("recruitment_slip"), {"code": second, "appeal": "written"})
        assert other.scores.get(paper="written").appealed_on

    def test_no_script_is_needed(self, recruiting):
        round_ = recruiting.published()
        page = text_of(Client(), "recruitment_apply", round_.pk)
        assert 'type="submit"' in page
        assert "onclick" not in page


HEADS = ("Họ và tên", "Ngày sinh", "Giới tính", "CCCD", "Vị trí", "Trình độ", "Ngành")


def workbook(*rows) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(HEADS)
    for row in rows:
        book.active.append(row)
    answer = io.BytesIO()
    book.save(answer)
    return answer.getvalue()


class TestMarksFromExcel:
    """The sheet goes out with who sits the stage and comes back with the marks."""

    @pytest.fixture
    def sitting(self, recruiting):
        round_ = recruiting.published()
        people = [recruiting.run.apply(round_) for _ in range(2)]
        with recruiting.run.after(round_, 1):
            recruiting.run.accept(*people)
        recruiting.run.seat_council(round_, list(recruiting.world.people.values()))
        return recruiting.run.listed(round_), people

    def filled(self, recruiting, points, **more) -> bytes:
        content = client(recruiting).get(reverse("applicant_marks")).content
        book = openpyxl.load_workbook(io.BytesIO(content))
        sheet = book.worksheets[0]
        heads = {cell.value: cell.column for cell in sheet[1]}
        for row, value in enumerate(points, 2):
            sheet.cell(row, heads["Vòng 1"], value)
            for head, other in more.items():
                sheet.cell(row, heads[head.replace("_", " ")], other)
        answer = io.BytesIO()
        book.save(answer)
        return answer.getvalue()

    def taken(self, recruiting, content: bytes) -> str:
        browser = client(recruiting)
        said = {"home": recruiting.ward.pk, "file": SimpleUploadedFile("diem.xlsx", content)}
        answer = browser.post(reverse("applicant_mark_import"), said)
        page = browser.get(answer.url).content.decode()
        browser.post(answer.url)
        return page

    def marks(self, people) -> list:
        return [list(one.scores.values_list("paper", "points").order_by("paper")) for one in people]

    def test_out_filled_and_in_again(self, recruiting, sitting):
        _round, people = sitting
        self.taken(recruiting, self.filled(recruiting, [71.5, 48]))
        assert self.marks(people) == [[("first", 71.5)], [("first", 48)]]
        events = Event.objects.filter(name="applicant_marked").count()
        self.taken(recruiting, self.filled(recruiting, [71.5, 48]))
        assert Event.objects.filter(name="applicant_marked").count() == events

    @pytest.mark.parametrize(
        ("points", "more", "words"),
        [
            ([101], {}, "Điểm từ 0 đến 100"),
            ([50], {"SBD": 99}, "Số báo danh 099 không dự vòng đang chấm"),
            ([50], {"Họ_và_tên": "Người Khác"}, "xem lại dòng này"),
            ([50], {"Bài_viết": 60}, "không thuộc vòng đang chấm"),
        ],
    )
    def test_what_does_not_hold_is_told_and_nothing_is_written(
        self, recruiting, sitting, points, more, words
    ):
        page = self.taken(recruiting, self.filled(recruiting, points, **more))
        assert words in page
        assert self.marks(sitting[1]) == [[], []]

    def test_looking_at_a_form_is_noted(self, recruiting, sitting):
        one = sitting[1][0]
        client(recruiting).get(reverse("applicant", args=[one.pk]))
        assert Read.objects.filter(
            subject_type="recruitment.applicant", subject_id=str(one.pk), page="applicant"
        ).exists()


class TestExcel:
    def taken(self, recruiting, content: bytes, *, confirm=True) -> str:
        browser = client(recruiting)
        file = SimpleUploadedFile("phieu.xlsx", content)
        said = {"home": recruiting.ward.pk, "file": file}
        answer = browser.post(reverse("applicant_import"), said)
        page = browser.get(answer.url).content.decode()
        if confirm:
            browser.post(answer.url)
        return page

    def test_checked_and_then_written_as_a_whole(self, recruiting):
        recruiting.published()
        content = workbook(
            ("Nguyễn Thị Một", "05/03/1998", "Nữ", "031198000001", "Văn hóa", "Đại học", "Luật"),
            ("Trần Văn Hai", date(1997, 1, 2), "Nam", "031297000002", "CM-17", "ĐH", "Luật"),
        )
        self.taken(recruiting, content)
        found = Applicant.objects.order_by("number")
        assert [one.full_name for one in found] == ["Nguyễn Thị Một", "Trần Văn Hai"]
        assert {one.came_by for one in found} == {"excel"}
        assert {one.level for one in found} == {"bachelor"}
        self.taken(recruiting, content)
        assert Applicant.objects.count() == 2

    def test_what_does_not_read_is_told_and_nothing_written(self, recruiting):
        recruiting.published()
        content = workbook(
            ("Nguyễn Thị Một", "05/03/1998", "Nữ", "0311", "Văn hóa", "Đại học", "Luật"),
            ("Trần Văn Hai", "05/03/1998", "Nam", "031298000002", "Nấu ăn", "Đại học", "Luật"),
        )
        page = self.taken(recruiting, content)
        assert "số định danh gồm 12 chữ số" in page
        assert "Không có vị trí “Nấu ăn”" in page
        assert not Applicant.objects.exists()

    def test_the_template_opens(self, recruiting):
        answer = client(recruiting).get(reverse("applicant_template"))
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        assert "Số định danh" in [cell.value for cell in sheet[1]]

    @pytest.mark.parametrize(
        ("route", "head"),
        [
            ("recruitment_round_list", "Đợt"),
            ("reception_list", "Danh sách"),
        ],
    )
    def test_lists_as_excel(self, recruiting, route, head):
        recruiting.published()
        receptions.open_reception(
            recruiting.officer,
            unit_id=recruiting.ward.pk,
            group="public_employee",
            name="Viên chức",
        )
        rows = rows_of_excel(answer_of(recruiting.world.account("officer"), route))
        assert head in rows[0]

    def test_people_with_their_points_as_excel(self, recruiting):
        round_, _people = recruiting.results(1, [({"priority": "served"}, 80), ({}, 70)])
        answer = answer_of(recruiting.world.account("officer"), "recruitment_people", pk=round_.pk)
        first, second = rows_of_excel(answer)
        assert Event.objects.filter(name="applicants_exported").count() == 1
        assert (first["Vòng 2"], first["Ưu tiên"], first["Tổng"]) == (80, 2.5, 82.5)
        assert second["Tình trạng"] == "không trúng tuyển"


class TestPapers:
    @pytest.mark.parametrize(
        ("route", "words"),
        [
            ("recruitment_plan_paper", "Đại học"),
            ("recruitment_notice_paper", "Từ ngày 01/09/2026 đến hết ngày 30/09/2026"),
            ("recruitment_list_paper", "Nguyễn Văn Thí"),
            ("recruitment_result_paper", "trúng tuyển"),
        ],
    )
    def test_of_a_round(self, recruiting, route, words):
        round_, _people = recruiting.results(1, [({}, 80)])
        document = word_of(client(recruiting).get(reverse(route, args=[round_.pk])))
        assert words in whole(document)
        assert "Độc lập - Tự do - Hạnh phúc" in whole(document)

    def test_the_decision(self, recruiting):
        _round, (one,) = recruiting.results(1, [({}, 80)])
        hired = recruiting.run.hire(one)
        document = word_of(client(recruiting).get(reverse("applicant_decision", args=[one.pk])))
        assert "Điều 1. Tuyển dụng ông (bà) Nguyễn Văn Thí" in whole(document)
        assert f"chậm nhất ngày {hired.start_by:%d/%m/%Y}" in whole(document)


def whole(document) -> str:
    cells = [cell.text for table in document.tables for cell in table._cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


class TestAlerts:
    def rules(self, on) -> dict[str, str]:
        run(on)
        return dict(Alert.objects.filter(resolved_at=None).values_list("rule", "message"))

    def test_a_need_without_a_round(self, recruiting):
        assert "1 vị trí được duyệt còn thiếu người" in self.rules(DAY)["recruitment_need"]
        recruiting.run.draft(recruiting.position)
        assert "recruitment_need" not in self.rules(DAY)

    def test_a_late_step(self, recruiting):
        round_ = recruiting.published()
        with recruiting.run.after(round_, 15):
            assert "recruitment_step_late" not in self.rules(today())
        with recruiting.run.after(round_, 16):
            assert "là 15/10/2026" in self.rules(today())["recruitment_step_late"]

    def test_a_winner_whose_file_is_late_and_one_who_did_not_start(self, recruiting):
        _round, (one, other) = recruiting.results(2, [({}, 80), ({}, 70)])
        hired = recruiting.run.hire(one)
        with day_of(hired.start_by + timedelta(days=1)):
            found = self.rules(today())
        assert "quá hạn nhận việc" in found["applicant_not_started"]
        assert other.full_name in found["applicant_file_late"]

    def test_the_day_of_a_one_off_reception(self, recruiting):
        with day_of(date(2026, 6, 10)):
            self.opened(recruiting)
            assert "30/06/2026" in self.rules(today())["reception_deadline"]
        with day_of(date(2026, 5, 20)):
            assert "reception_deadline" not in self.rules(today())

    def opened(self, recruiting):
        return receptions.open_reception(
            recruiting.officer, unit_id=recruiting.ward.pk, group="part_time", name="Một lần"
        )


class TestDesk:
    def test_a_plan_and_a_winner_wait_for_the_leader(self, recruiting):
        recruiting.run.submitted(recruiting.position, name="Đợt chờ duyệt")
        _round, (one,) = recruiting.results(1, [({"full_name": "Lê Thị Trúng"}, 80)])
        with recruiting.run.after(one.round, 50):
            hiring.note_file(recruiting.officer, applicant_id=one.pk, file_on=today())
        page = text_of(client(recruiting, "leader"), "desk")
        assert "Tuyển dụng chờ phê duyệt" in page
        assert "Trúng tuyển chờ quyết định" in page


class TestReception:
    SAID = {
        "full_name": "Cao Thị Nhận",
        "born_on": date(1985, 2, 3),
        "identity_no": "031185000777",
        "former_work": "Văn thư xã (cũ)",
        "served_since": date(2018, 1, 1),
        "is_insured": True,
    }

    def opened(self, recruiting, group="part_time"):
        return receptions.open_reception(
            recruiting.officer, unit_id=recruiting.ward.pk, group=group, name="Danh sách"
        )

    def put(self, recruiting, made, **more):
        said = {
            "reception_id": made.pk,
            "position_id": recruiting.position.pk,
            **self.SAID,
            **more,
        }
        return receptions.put_on_list(recruiting.officer, **said)

    def test_from_the_list_to_a_post_before_the_day(self, recruiting):
        with day_of(date(2026, 6, 10)):
            case = self.put(recruiting, self.opened(recruiting))
            receptions.accept_case(recruiting.officer, case_id=case.pk)
            done = receptions.decide_case(
                recruiting.leader,
                case_id=case.pk,
                decision="61/QĐ-UBND",
                decided_on=today(),
                starts_on=today(),
            )
        assert done.seat.position == recruiting.position
        assert done.person.full_name == "Cao Thị Nhận"

    def test_after_its_day_the_list_stays_closed(self, recruiting):
        refused(lambda: self.opened(recruiting), "đợt tiếp nhận đã hết ngày 30/06/2026")
        with day_of(date(2026, 6, 10)):
            made = self.opened(recruiting)
            case = self.put(recruiting, made)
        with day_of(date(2026, 7, 1)):
            refused(lambda: self.put(recruiting, made), "danh sách không mở lại")
            refused(
                lambda: receptions.accept_case(recruiting.officer, case_id=case.pk),
                "danh sách không mở lại",
            )

    def test_less_than_five_years(self, recruiting):
        made = self.opened(recruiting, "public_employee")
        short = self.put(recruiting, made, served_since=date(2021, 9, 2), is_paid_alike=True)
        refused(
            lambda: receptions.accept_case(recruiting.officer, case_id=short.pk),
            "4 năm 11 tháng, cần từ 5 năm",
        )

    def test_not_above_the_need(self, recruiting):
        made = self.opened(recruiting, "public_employee")
        recruiting.run.draft(recruiting.position, 3)
        case = self.put(recruiting, made, is_paid_alike=True)
        refused(
            lambda: receptions.accept_case(recruiting.officer, case_id=case.pk),
            "chỉ tuyển được 0",
        )

    def test_nobody_twice_on_a_list(self, recruiting):
        made = self.opened(recruiting, "public_employee")
        self.put(recruiting, made)
        refused(lambda: self.put(recruiting, made), "đã ở trong danh sách")

    def test_a_list_closes_when_nobody_waits(self, recruiting):
        made = self.opened(recruiting, "public_employee")
        case = self.put(recruiting, made)
        refused(
            lambda: receptions.close_reception(recruiting.officer, reception_id=made.pk),
            "Còn 1 người",
        )
        receptions.refuse_case(recruiting.officer, case_id=case.pk, ground="Xin rút")
        receptions.close_reception(recruiting.officer, reception_id=made.pk)
        assert Reception.objects.get().state == "closed"

    def test_on_the_page(self, recruiting):
        made = self.opened(recruiting, "public_employee")
        self.put(recruiting, made)
        page = text_of(client(recruiting), "reception", made.pk)
        assert "Xếp lương phù hợp" in page


def test_a_late_step_is_told_on_the_page_of_the_round(recruiting):
    round_ = recruiting.published()
    recruiting.run.accept(recruiting.run.apply(round_))
    with recruiting.run.after(round_, 20):
        results.issue_list(
            recruiting.officer, round_id=round_.pk, on=today(), late_reason="Mưa bão"
        )
    assert "Mưa bão" in text_of(client(recruiting), "recruitment_round", round_.pk)
