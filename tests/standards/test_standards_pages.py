"""What each page shows, to whom, and at what cost; the Excel and Word files opened again."""

import io
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.registers import chosen
from tests.standards.conftest import ROWS, make_set
from tests.worlds import signed_in, staff

from thenchot.people.services import link_account
from thenchot.platform.audit.models import Event, Read
from thenchot.platform.clock import now, today
from thenchot.platform.jobs.models import Job
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role
from thenchot.standards.models import Exemption, Requirement, StandardSet
from thenchot.standards.registers import SetRegister
from thenchot.standards.services.counting import count_all, foresee
from thenchot.standards.services.drafting import adopt

pytestmark = pytest.mark.django_db


def text_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def taken(code, form="xlsx"):
    return reverse(f"{code}_file", kwargs={"form": form})


def cost(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.fixture
def officer(law):
    return law.world.client(Role.OFFICER)


@pytest.fixture
def counted(law, head):
    law.give(head, "degree", "bachelor")
    count_all()
    return law


class TestBoard:
    def test_share_with_numerator_and_denominator_day_and_clause(self, counted, officer):
        StandardSet.objects.update(clause="S0-024: 100% đạt chuẩn")
        text = text_of(officer.get(reverse("standard_board")))
        assert "0,0 %" in text and "(0/7 người)" in text
        assert f"Số liệu của ngày {today():%d/%m/%Y}" in text
        assert "S0-024: 100% đạt chuẩn" in text and "Quy định số 1" in text

    def test_figures_open_the_names(self, counted, officer, world):
        page = officer.get(reverse("standard_board")).content.decode()
        links = {
            link.replace("&amp;", "&")
            for link in re.findall(r'href="(/standards/names/[^"]+)"', page)
        }
        unit = world.units["ubnd"].pk
        theory = Requirement.objects.get(code="theory").pk
        assert f"/standards/names/?set={counted.set.pk}&unit={unit}&requirement={theory}" in links
        for link in links:
            assert officer.get(link).status_code == 200

    def test_the_heat_map_counts_units_by_requirements(self, counted, officer):
        page = officer.get(reverse("standard_board")).content.decode()
        row = re.search(
            r"Ủy ban nhân dân phường</th>(.*?)</tr>", page[page.index('class="heat"') :], re.S
        )[1]
        assert re.findall(r'class="num h(\d)"[^>]*>\s*(?:<a[^>]*>)?\s*(\d/\d)', row) == [
            ("0", "0/1"),
            ("4", "1/1"),
            ("4", "1/1"),
        ]

    def test_a_small_group_is_not_ranked(self, counted, officer):
        assert "nhóm nhỏ, không xếp thứ tự" in text_of(officer.get(reverse("standard_board")))

    def test_lowest_share_first_small_groups_last(self, law, officer, world):
        big = staff(world, world.units["mặt trận"], [f"Lê Văn {c}" for c in "abcdef"])
        other = staff(world, world.units["ubnd"], [f"Ngô Văn {c}" for c in "abcdef"])
        for person in [*big[:4], *other[:1]]:
            law.give(person, "language", "level2")
        count_all()
        page = text_of(officer.get(reverse("standard_board")))
        names = [
            "Ủy ban nhân dân phường",
            "Ủy ban Mặt trận Tổ quốc Việt Nam phường",
            "Ban Xây dựng Đảng Đảng ủy phường nhóm nhỏ",
        ]
        places = [page.index(name, page.index("Theo đơn vị")) for name in names]
        assert places == sorted(places)

    def test_who_may_not_open_names_sees_figures_without_links(self, counted):
        page = counted.world.client(Role.CLERK).get(reverse("standard_board")).content.decode()
        assert "0/7" in text_of(counted.world.client(Role.CLERK).get(reverse("standard_board")))
        assert "/standards/names/" not in page

    def test_a_head_sees_the_own_unit(self, counted, world):
        head = world.client(Role.HEAD, world.units["ubnd"])
        text = text_of(head.get(reverse("standard_board")))
        assert "(0/2 người)" in text  # the People's Committee and the division under it
        assert "Ban Xây dựng Đảng" not in text

    def test_before_a_set_is_in_force_says_what_to_do(self, world):
        text = text_of(world.client(Role.LEADER).get(reverse("standard_board")))
        assert "Chưa có bộ tiêu chuẩn nào đang áp dụng" in text

    def test_before_the_first_count_says_so(self, law, officer):
        assert "Chưa có số liệu" in text_of(officer.get(reverse("standard_board")))

    def test_a_province_sees_communes_and_leads_into_one(self, counted, world):
        make_set(world.other_ward, ROWS, code="khac")
        make_set(world.city, ROWS[2:], code="tinh")
        count_all()
        chosen = StandardSet.objects.get(code="tinh")
        client = world.client(Role.OFFICER, world.city)
        page = client.get(reverse("standard_board") + f"?set={chosen.pk}").content.decode()
        assert "Phường Đông Kinh" in page and "Phường Tân Lập" in page
        inside = client.get(reverse("standard_board") + f"?set={chosen.pk}&unit={world.ward.pk}")
        assert "Ban Xây dựng Đảng Đảng ủy phường" in text_of(inside)

    def test_costs_the_same_with_many_people(self, law, officer, world):
        count_all()
        officer.get(reverse("standard_board"))
        few = cost(officer, reverse("standard_board"))
        staff(world, world.units["ubnd"], [f"Lê Văn {chr(97 + n % 26)}{n}" for n in range(40)])
        count_all()
        assert cost(officer, reverse("standard_board")) == few <= 20

    def test_counting_is_a_job(self, law, officer):
        answer = officer.post(reverse("standard_count"))
        job = Job.objects.get()
        assert answer.url == reverse("job_detail", args=[job.pk])
        assert job.label == "Tính lại tiêu chuẩn của mọi người"


class TestNames:
    def ask(self, client, **query):
        return client.get(reverse("standard_names"), query)

    def test_filters_by_state_requirement_unit(self, counted, officer, head, world):
        degree = Requirement.objects.get(code="degree")
        met = text_of(self.ask(officer, requirement=degree.pk, state="met"))
        missing = text_of(self.ask(officer, requirement=degree.pk, state="missing"))
        assert head.full_name in met and head.full_name not in missing
        assert world.people["mặt trận"].full_name in missing
        only = text_of(self.ask(officer, unit=world.units["mặt trận"].pk))
        assert world.people["mặt trận"].full_name in only and head.full_name not in only

    def test_says_what_is_missing_and_since_when(self, counted, officer, head):
        row = re.search(rf"{head.full_name}.*?</tr>", self.ask(officer).content.decode(), re.S)[0]
        assert "Yêu cầu theory" in row and "Yêu cầu degree" not in row
        assert f"từ {today():%d/%m/%Y}" in re.sub(r"\s+", " ", row)

    def test_a_wrong_filter_is_no_filter(self, counted, officer, head):
        assert head.full_name in text_of(
            self.ask(officer, requirement="x", unit="987654", state="??", set="0")
        )

    def test_only_rows_for_a_request_of_the_page_itself(self, counted, officer):
        asked = {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "rows"}
        part = officer.get(reverse("standard_names"), **asked).content.decode()
        assert part.strip().startswith('<div class="scroll"')

    def test_a_stranger_is_not_named(self, counted, world):
        make_set(world.other_ward, ROWS, code="khac")
        count_all()
        page = text_of(world.client(Role.OFFICER, world.other_ward).get(reverse("standard_names")))
        assert world.other_people["ubnd"].full_name in page
        assert not [p for p in world.people.values() if p.full_name in page]

    def test_costs_the_same_with_many_people(self, counted, officer, world):
        self.ask(officer)
        few = cost(officer, reverse("standard_names"))
        staff(world, world.units["ubnd"], [f"Lê Văn {chr(97 + n % 26)}{n}" for n in range(40)])
        count_all()
        assert cost(officer, reverse("standard_names")) == few <= 16

    def test_the_excel_file_has_one_line_for_each_missing_thing(self, counted, officer, head):
        import openpyxl

        answer = officer.get(taken("standard_names"), {"state": "missing"})
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        rows = list(sheet.iter_rows(values_only=True))
        mine = [row for row in rows if row[1] == head.full_name]
        assert rows[0][:6] == ("Đơn vị", "Họ và tên", "Mã hệ thống", "Chức danh", "Trục", "Yêu cầu")
        assert [(row[5], row[4], row[6], row[10], row[11]) for row in mine] == [
            ("Yêu cầu theory", "Trục B", "còn thiếu", "Điều 2", "Quy định số 1"),
            ("Yêu cầu english", "Trục A", "còn thiếu", "Điều 3", "Quy định số 1"),
        ]
        assert all(row[9] for row in rows[1:])
        event = Event.objects.get(name="standards_exported")
        assert event.facts["filters"] == {"state": "missing"}

    def test_the_word_list_has_the_official_head(self, counted, officer, head):
        from docx import Document

        document = Document(io.BytesIO(officer.get(taken("standard_names", "docx")).content))
        text = " ".join(paragraph.text for paragraph in document.paragraphs)
        cells = {cell.text for row in document.tables[-2].rows for cell in row.cells}
        assert "DANH SÁCH NGƯỜI CHƯA ĐẠT TIÊU CHUẨN" in text
        assert {head.full_name, "Yêu cầu theory", "còn thiếu"} <= cells

    def test_a_name_is_found_and_the_order_is_chosen(self, counted, officer, head):
        found = text_of(self.ask(officer, q=head.full_name))
        assert head.full_name in found
        assert self.ask(officer, sort="-unit").status_code == 200

    def test_the_file_costs_the_same_with_many_people(self, counted, officer, world):
        officer.get(taken("standard_names"))
        few = cost(officer, taken("standard_names"))
        staff(world, world.units["ubnd"], [f"Lê Văn {chr(97 + n % 26)}{n}" for n in range(40)])
        count_all()
        assert cost(officer, taken("standard_names")) == few


class TestOnePerson:
    def test_shows_state_article_evidence_and_next_step(self, counted, officer, head):
        counted.give(
            head,
            "theory",
            "elementary",
            school="Trường Chính trị",
            issued_on=today() - timedelta(days=700),
        )
        text = text_of(officer.get(reverse("person_gaps", args=[head.pk])))
        assert "Mới có Sơ cấp. Yêu cầu: Yêu cầu theory: Trung cấp trở lên." in text
        assert "Điều 2" in text and "Đăng ký đào tạo, bồi dưỡng lên trình độ yêu cầu." in text
        assert f"Sơ cấp, {(today() - timedelta(days=700)).year}" in text

    def test_at_another_day_and_as_the_file_said(self, counted, officer, head):
        address = reverse("person_gaps", args=[head.pk])
        before = text_of(officer.get(address, {"on": "2025-06-30"}))
        assert "không giữ vị trí nào" in before
        assert "theo hồ sơ ghi vào ngày 01/01/2020" in text_of(
            officer.get(address, {"said": "2020-01-01"})
        )
        assert officer.get(address, {"on": "30/02/2025"}).status_code == 200

    def test_reading_somebody_else_is_logged_the_own_page_not(self, counted, officer, head):
        officer.get(reverse("person_gaps", args=[head.pk]))
        looks = Read.objects.filter(subject_id=str(head.pk))
        before = looks.count()
        assert before
        own = counted.world.account(Role.STAFF)
        link_account(SYSTEM, person_id=head.pk, account_id=own.pk)
        page = signed_in(own).get(reverse("person_gaps", args=[head.pk]))
        assert "Tiêu chuẩn của tôi" in text_of(page)
        assert looks.count() == before

    def test_staff_see_nobody_elses(self, counted, head):
        assert (
            counted.world.client(Role.STAFF).get(reverse("person_gaps", args=[head.pk])).status_code
            == 403
        )

    def test_stands_on_the_page_of_the_person(self, counted, officer, head):
        assert "Yêu cầu theory" in text_of(officer.get(reverse("person_detail", args=[head.pk])))
        clerk = text_of(
            counted.world.client(Role.CLERK).get(reverse("person_detail", args=[head.pk]))
        )
        assert "Yêu cầu theory" not in clerk

    def test_the_sheet_opens_in_word(self, counted, officer, head):
        from docx import Document

        answer = officer.get(reverse("person_gaps_print", args=[head.pk]))
        document = Document(io.BytesIO(answer.content))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        words = " ".join(p.text for p in document.paragraphs)
        assert "PHIẾU RÀ SOÁT TIÊU CHUẨN" in words and f"{head.full_name}, Trưởng đơn vị" in words
        assert "Đạt 1/3 yêu cầu; kết luận: còn thiếu" in words
        assert {"Yêu cầu degree", "đạt", "còn thiếu", "Điều 2"} <= set(cells)

    def test_without_a_standard_the_sheet_says_so(self, world):
        from docx import Document

        answer = world.client(Role.OFFICER).get(
            reverse("person_gaps_print", args=[world.people["ubnd"].pk])
        )
        assert "chưa có tiêu chuẩn nào" in " ".join(
            p.text for p in Document(io.BytesIO(answer.content)).paragraphs
        )

    def test_an_exemption_is_recorded_on_the_page_and_shown(self, counted, head):
        leader = counted.world.client(Role.LEADER)
        theory = Requirement.objects.get(code="theory")
        form = leader.get(
            reverse("exemption_new", args=[head.pk]) + f"?requirement_id={theory.pk}"
        ).content.decode()
        assert f'<option value="{theory.pk}" selected>' in form
        bad = leader.post(
            reverse("exemption_new", args=[head.pk]),
            {"requirement_id": theory.pk, "basis": "TB 4", "valid_from": today()},
        )
        assert "Ghi ngày hết hạn miễn, hoặc ngày xem lại." in text_of(bad)
        sent = {
            "requirement_id": theory.pk,
            "basis": "TB 4",
            "valid_from": today(),
            "valid_to": today() + timedelta(days=30),
        }
        leader.post(reverse("exemption_new", args=[head.pk]), sent)
        page = text_of(leader.get(reverse("person_gaps", args=[head.pk])))
        assert "được miễn" in page and "Miễn theo TB 4" in page
        row = Exemption.objects.get()
        leader.post(reverse("exemption_end", args=[row.pk]), {"on": today()})
        row.refresh_from_db()
        assert row.valid_to == today()

    def test_costs_the_same_with_many_papers(self, counted, officer, head):
        address = reverse("person_gaps", args=[head.pk])
        officer.get(address)
        few = cost(officer, address)
        for n in range(30):
            counted.give(head, "degree", "bachelor", name=f"Bằng {n}")
        assert cost(officer, address) == few


class TestSets:
    def test_the_list_offers_what_ships(self, world):
        page = text_of(world.client(Role.OFFICER).get(reverse("set_list")))
        assert (
            "Tiêu chuẩn lãnh đạo, quản lý cấp phường (ba trục)" in page
            and "Tạo dự thảo từ bộ này" in page
        )
        assert "Tạo dự thảo" not in text_of(world.client(Role.LEADER).get(reverse("set_list")))

    def test_the_list_is_narrowed_ordered_and_taken_along(self, law, officer):
        import openpyxl

        make_set(law.world.ward, ROWS, code="moi", state="draft", valid_from=None)
        register = chosen(SetRegister, law.world.actor(Role.OFFICER), state="draft", sort="-name")
        assert [row.code for row in register] == ["moi"]
        page = text_of(officer.get(reverse("set_list"), {"sort": "days"}))
        assert "Dự thảo" in page and "01/07/2025 – nay" in page
        sheet = openpyxl.load_workbook(io.BytesIO(officer.get(taken("set_list")).content)).active
        rows = list(sheet.iter_rows(values_only=True))
        assert rows[0][0] == "Bộ tiêu chuẩn" and len(rows) == 3

    def test_the_list_costs_the_same_with_many_sets(self, law, officer):
        officer.get(reverse("set_list"))
        few = cost(officer, reverse("set_list"))
        for number in range(10):
            make_set(law.world.ward, ROWS, code=f"bo-{number}")
        assert cost(officer, reverse("set_list")) == few

    def test_from_shipped_to_issued(self, world):
        officer = world.client(Role.OFFICER)
        made = officer.post(
            reverse("set_adopt"), {"unit": world.ward.pk, "code": "ba-truc-lanh-dao"}
        )
        draft = StandardSet.objects.get()
        assert made.url == reverse("set_detail", args=[draft.pk])
        early = officer.post(
            reverse("set_issue", args=[draft.pk]), {"basis": "QĐ 1", "valid_from": today()}
        )
        assert "Xem trước ai sẽ thiếu" in text_of(early)
        job = officer.post(reverse("set_foresee", args=[draft.pk]))
        assert job.url == reverse("job_detail", args=[Job.objects.get().pk])
        foresee(draft.pk)
        page = text_of(officer.get(made.url))
        assert (
            "Ai sẽ thiếu mà trước đây không thiếu" in page
            and world.people["ubnd"].full_name in page
        )
        officer.post(
            reverse("set_issue", args=[draft.pk]), {"basis": "QĐ 1", "valid_from": today()}
        )
        draft.refresh_from_db()
        assert draft.state == "issued"
        assert "Soạn lần mới" in text_of(officer.get(made.url))

    def test_the_preview_shows_only_who_is_new_until_all_are_asked_for(self, law, officer, head):
        law.give(head, "theory", "middle")
        stricter = [{**row, "level": "high"} if row["code"] == "theory" else row for row in ROWS]
        draft = make_set(
            law.world.ward, stricter, state="draft", version=2, valid_from=None, previous=law.set
        )
        foresee(draft.pk)
        new = (
            officer.get(reverse("set_detail", args=[draft.pk]))
            .content.decode()
            .split('id="foreseen"')[1]
        )
        everybody = (
            officer.get(reverse("set_detail", args=[draft.pk]) + "?who=all")
            .content.decode()
            .split('id="foreseen"')[1]
        )
        assert re.findall(r"/people/(\d+)/", new) == [str(head.pk)]
        assert len(set(re.findall(r"/people/(\d+)/", everybody))) == 7

    def test_a_requirement_is_added_changed_and_dropped_on_the_page(self, world):
        officer = world.client(Role.OFFICER)
        draft = adopt(world.actor(Role.OFFICER), unit_id=world.ward.pk, code="ba-truc-lanh-dao")
        sent = {
            "name": "Tiếng Anh bậc 2",
            "axis": "professional",
            "kind": "level",
            "level": "language:level2",
            "names": "en\nzh",
            "bound": "at_least",
            "blocs": ["party"],
            "titles": ["party_secretary"],
            "managers": "on",
        }
        officer.post(reverse("requirement_new", args=[draft.pk]), sent)
        row = draft.requirements.get(name="Tiếng Anh bậc 2")
        assert (row.paper, row.level, row.names) == ("language", "level2", ["en", "zh"])
        assert row.addressees == {
            "blocs": ["party"],
            "titles": ["party_secretary"],
            "managers": True,
        }
        page = officer.get(reverse("requirement_edit", args=[row.pk])).content.decode()
        assert (
            'value="language:level2" selected' in page
            and 'value="party_secretary" selected' in page
        )
        officer.post(
            reverse("requirement_edit", args=[row.pk]), {**sent, "level": "", "kind": "level"}
        )
        row.refresh_from_db()
        assert row.level == "level2"  # an incomplete change is refused
        officer.post(reverse("requirement_drop", args=[row.pk]))
        assert "Tiếng Anh bậc 2" not in text_of(officer.get(reverse("set_detail", args=[draft.pk])))

    def test_an_issued_set_has_no_form(self, law, officer):
        assert officer.get(reverse("set_edit", args=[law.set.pk])).status_code == 403
        assert "soạn lần mới" in text_of(officer.get(reverse("set_edit", args=[law.set.pk])))

    def test_the_stale_preview_says_so(self, law, officer):
        draft = make_set(law.world.ward, ROWS, state="draft", version=2, valid_from=None)
        foresee(draft.pk)
        StandardSet.objects.filter(pk=draft.pk).update(edited_at=now())
        assert "dự thảo đã sửa sau lần xem trước này" in text_of(
            officer.get(reverse("set_detail", args=[draft.pk]))
        )
