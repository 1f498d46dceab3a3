"""Looking a list through on the page: mended in place, columns named and remembered, all or
nothing, long lists by a job.
"""

import io
import re
from datetime import date

import pytest
import xlwt
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.db.models import TextField
from django.db.models.functions import Cast
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.people.imports.test_messy import book
from tests.worlds import account_with, signed_in

from thenchot.people.imports import checking
from thenchot.people.models import Appointment, ColumnMapping, ImportCheck, Particulars, Person
from thenchot.platform.audit.models import Event, Read
from thenchot.platform.files.models import StoredFile
from thenchot.platform.jobs.models import Job
from thenchot.platform.scope.roles import Role


@pytest.fixture
def officer(world):
    return world.client(Role.OFFICER)


def upload(client, world, content, name="ds.xlsx"):
    """The answer to the upload, followed to the page of the list."""
    file = SimpleUploadedFile(name, content)
    return client.post("/people/import/", {"home": world.ward.pk, "file": file}, follow=True)


def text(answer):
    return answer.content.decode()


def page_of(answer):
    return answer.request["PATH_INFO"]


def mend(client, page, **answers):
    """`cells`: {place: (was, text)}; `columns`: {heading: (meant, meaning)}."""
    cells, columns = answers.pop("cells", {}), answers.pop("columns", {})
    data = {
        "move": "answer",
        "place": list(cells),
        "was": [was for was, _ in cells.values()],
        "text": [new for _, new in cells.values()],
        "heading": list(columns),
        "meant": [was for was, _ in columns.values()],
        "meaning": [new for _, new in columns.values()],
        **answers,
    }
    return client.post(page, data, follow=True)


class TestMending:
    def test_one_text_wrong_in_many_rows_is_mended_once(self, world, officer):
        answer = upload(
            officer,
            world,
            book(
                [["Họ tên", "Dân tộc"], ["Lê An", "Kinhh"], ["Lê Bình", "Kinhh"], ["Lê Cúc", "Tày"]]
            ),
        )
        assert "2, 3" in text(answer) and "không có trong danh mục" in text(answer)
        page = page_of(answer)
        assert "chỗ sai" in text(mend(officer, page, cells={"B=Kinhh": ("Kinhh", "Kinh")}))
        officer.post(page)
        assert list(Particulars.objects.order_by("pk").values_list("ethnicity", flat=True)) == [
            "01",
            "01",
            "02",
        ]

    def test_one_cell_is_mended_in_its_row(self, world, officer):
        answer = upload(
            officer, world, book([["Họ tên", "Năm sinh"], ["Lê An", "1980"], ["Lê An", "1980"]])
        )
        assert "Trùng với dòng 2" in text(answer)
        answer = mend(officer, page_of(answer), cells={"A3": ("Lê An", "Lê Ân")})
        officer.post(page_of(answer))
        assert set(
            Person.objects.filter(born_on__year=1980).values_list("full_name", flat=True)
        ) == {"Lê An", "Lê Ân"}

    def test_an_unchanged_cell_says_nothing(self, world, officer):
        page = page_of(upload(officer, world, book([["Họ tên", "Dân tộc"], ["Lê An", "Kinhh"]])))
        mend(officer, page, cells={"B=Kinhh": ("Kinhh", "Kinhh")})
        assert checking.answers_of(ImportCheck.objects.get()).cells == {}

    def test_a_row_is_left_out_and_taken_back(self, world, officer):
        page = page_of(
            upload(
                officer,
                world,
                book([["Họ tên", "Dân tộc"], ["Lê An", "Kinhh"], ["Lê Bình", "Tày"]]),
            )
        )
        answer = mend(officer, page, skip=["2"])
        assert "Bỏ theo yêu cầu: dòng 2" in text(answer) and "Xác nhận, ghi 1 dòng" in text(answer)
        assert "Kinhh" in text(mend(officer, page, drop=["2"]))

    def test_a_mended_cell_is_taken_back(self, world, officer):
        page = page_of(upload(officer, world, book([["Họ tên", "Dân tộc"], ["Lê An", "Kinhh"]])))
        assert "Xác nhận" in text(mend(officer, page, cells={"B=Kinhh": ("Kinhh", "Kinh")}))
        assert "Xác nhận" not in text(mend(officer, page, drop=["B=Kinhh"]))

    def test_the_primary_post_is_chosen(self, world, officer):
        answer = upload(
            officer,
            world,
            book([["Họ tên", "Chức vụ"], ["Lê An", "Bí thư Đảng ủy, Chủ tịch HĐND"]]),
        )
        choices = re.findall(r'<option value="([^"]*;[^"]*)">', text(answer))
        assert choices == ["Bí thư Đảng ủy; Chủ tịch HĐND", "Chủ tịch HĐND; Bí thư Đảng ủy"]
        mend(officer, page_of(answer), cells={"B2": (choices[0], choices[1])})
        officer.post(page_of(answer))
        assert (
            Appointment.objects.get(person__full_name="Lê An", is_primary=True).title
            == "Chủ tịch HĐND"
        )

    def test_what_is_said_is_kept_sealed_and_the_trail_only_counts(self, world, officer):
        page = page_of(upload(officer, world, book([["Họ tên", "CCCD"], ["Lê An", "12"]])))
        mend(officer, page, cells={"B2": ("12", "031080000123")})
        raw = ImportCheck.objects.annotate(raw=Cast("answers", TextField())).get().raw
        assert "031080000123" not in raw and checking.answers_of(
            ImportCheck.objects.get()
        ).cells == {"B2": "031080000123"}
        assert Event.objects.get(name="import_mended").facts == {
            "columns": 0,
            "cells": 1,
            "skipped": 0,
            "people": 0,
        }


class TestColumns:
    rows = [["Họ tên", "Cột lạ", "Nơi công tác cũ"], ["Lê An", "giỏi cờ", "xã A"]]

    def test_an_unknown_column_is_shown_and_can_be_named(self, world, officer):
        answer = upload(officer, world, book(self.rows))
        assert "Cột chưa hiểu" in text(answer) and "giỏi cờ" in text(answer)
        mend(officer, page_of(answer), columns={"cot la": ("", "strengths")})
        officer.post(page_of(answer))
        assert Particulars.objects.get(person__full_name="Lê An").strengths == "giỏi cờ"

    def test_the_meaning_is_remembered_in_the_commune_and_offered_again(self, world, officer):
        page = page_of(upload(officer, world, book(self.rows)))
        mend(officer, page, columns={"cot la": ("", "strengths"), "noi cong tac cu": ("", "")})
        officer.post(page)
        assert ColumnMapping.objects.get().columns["cot la"] == "strengths"
        answer = upload(officer, world, book([self.rows[0], ["Lê Bình", "hát hay", "xã B"]]))
        assert "nhớ từ lần trước" in text(answer)
        officer.post(page_of(answer))
        assert Particulars.objects.get(person__full_name="Lê Bình").strengths == "hát hay"

    def test_nothing_is_remembered_of_a_list_that_was_not_taken_in(self, world, officer):
        page = page_of(upload(officer, world, book(self.rows)))
        mend(officer, page, columns={"cot la": ("", "strengths")})
        assert not ColumnMapping.objects.exists()

    def test_another_commune_learns_nothing(self, world, officer):
        page = page_of(upload(officer, world, book(self.rows)))
        mend(officer, page, columns={"cot la": ("", "strengths")})
        officer.post(page)
        other = signed_in(world.account(Role.OFFICER, world.other_ward))
        file = SimpleUploadedFile("ds.xlsx", book(self.rows))
        assert "nhớ từ lần trước" not in text(
            other.post("/people/import/", {"home": world.other_ward.pk, "file": file}, follow=True)
        )

    def test_a_column_taken_for_the_wrong_thing_is_put_right(self, world, officer):
        page = page_of(upload(officer, world, book([["Họ tên", "Quê quán"], ["Lê An", "xã A"]])))
        mend(officer, page, columns={"que quan": ("home_place", "birth_place")})
        officer.post(page)
        items = Particulars.objects.get(person__full_name="Lê An")
        assert (items.home_place, items.birth_place) == ("", "xã A")

    def test_an_invented_meaning_is_none(self, world, officer):
        page = page_of(upload(officer, world, book(self.rows)))
        assert mend(officer, page, columns={"cot la": ("", "password")}).status_code == 200
        assert ImportCheck.objects.get().columns == {}


SECRET = {
    "the name of the sheet": lambda: book([["Họ tên"], ["Lê An"]], name="Mật"),
    "a title": lambda: book([["TỈNH ỦY"], ["TỐI MẬT"], ["Họ tên", "Năm sinh"], ["Lê An", 1980]]),
    "a title beside others": lambda: book(
        [["ĐẢNG ỦY PHƯỜNG", "", "MẬT"], ["Họ tên", "Năm sinh", "Quê"], ["Lê An", 1980, "A"]]
    ),
    "a column": lambda: book([["Họ tên", "Độ mật"], ["Lê An", ""], ["Lê Bình", "Mật"]]),
    "a stamp with its frame": lambda: book(
        [["[ TUYỆT  MẬT ]"], ["Họ tên", "Năm sinh"], ["Lê An", 1980]]
    ),
}


class TestSecret:
    @pytest.mark.parametrize("where", SECRET)
    def test_a_stamped_list_is_refused_and_nothing_is_kept(self, world, officer, where, caplog):
        before = Event.objects.count()
        answer = upload(officer, world, SECRET[where](), name="danh-sach-kin.xlsx")
        assert "dấu độ mật" in text(answer) and "117/2025/QH15" in text(answer)
        assert (
            not StoredFile.objects.exists()
            and not ImportCheck.objects.exists()
            and Event.objects.count() == before
        )
        assert "Lê" not in caplog.text and "danh-sach-kin" not in caplog.text

    @pytest.mark.parametrize("harmless", ["Mật ong rừng", "Nguyễn Thị Mật", "Bảo mật thông tin"])
    def test_a_word_is_no_stamp(self, world, officer, harmless):
        assert "Xác nhận" in text(
            upload(officer, world, book([["Họ tên", "Sở trường"], ["Lê An", harmless]]))
        )

    def test_an_old_workbook_too(self, world, officer):
        workbook = xlwt.Workbook()
        sheet = workbook.add_sheet("DS")
        for n, row in enumerate((["MẬT"], ["Họ và tên"], ["Lê An"])):
            sheet.write(n, 0, row[0])
        target = io.BytesIO()
        workbook.save(target)
        assert "dấu độ mật" in text(upload(officer, world, target.getvalue(), name="ds.xls"))


class TestFiles:
    def test_an_old_workbook_is_taken(self, world, officer):
        workbook = xlwt.Workbook()
        sheet = workbook.add_sheet("DS")
        for n, row in enumerate((["Họ và tên", "Năm sinh"], ["Lê Cũ", 1980])):
            for m, value in enumerate(row):
                sheet.write(n, m, value)
        target = io.BytesIO()
        workbook.save(target)
        officer.post(page_of(upload(officer, world, target.getvalue(), name="ds.xls")))
        assert Person.objects.get(full_name="Lê Cũ").born == "1980"

    @pytest.mark.parametrize(
        ("name", "content", "word"),
        [
            ("a.xlsx", b"MZ\x90\0\xff", "Không nhận ra"),
            ("a.pdf", b"%PDF-1.7", "tệp này là pdf"),
            ("a.xlsx", b"PK\x03\x04 cut", "hỏng"),
        ],
    )
    def test_what_is_no_workbook_says_so(self, world, officer, name, content, word):
        assert word in text(upload(officer, world, content, name=name))

    def test_a_workbook_without_a_table(self, world, officer):
        assert "Không thấy dòng tiêu đề" in text(upload(officer, world, book([["abc"], ["def"]])))

    def test_who_uploaded_it_and_nobody_else(self, world, officer):
        page = page_of(upload(officer, world, book([["Họ tên"], ["Lê An"]])))
        other = signed_in(account_with(Role.OFFICER, world.ward))
        assert other.get(page).status_code == other.post(page).status_code == 404
        assert officer.get(page).status_code == 200


class TestLongLists:
    @pytest.fixture(autouse=True)
    def few(self, monkeypatch):
        monkeypatch.setattr(checking, "LONG", 5)

    def work(self):
        call_command("worker", once=True, interval=0)

    def rows(self, count, **wrong):
        return [
            ["Họ tên", "Năm sinh", "Dân tộc"],
            *([f"Lê Văn {chr(65 + n)}", 1980, "Kinh"] for n in range(count)),
            *([name, 1980, value] for name, value in wrong.items()),
        ]

    def test_a_job_reads_another_one_writes(self, world, officer):
        answer = upload(officer, world, book(self.rows(12)))
        job = Job.objects.get()
        assert (
            page_of(answer) == reverse("job_detail", args=[job.pk])
            and job.label == "Đọc thử danh sách ds.xlsx"
        )
        page = reverse("person_import_check", args=[StoredFile.objects.get().pk])
        assert "Danh sách dài đang được đọc" in text(officer.get(page))
        self.work()
        job.refresh_from_db()
        assert (
            (job.result_url, job.total) == (page, 100)
            and job.done >= 50
            and "Đã đọc 12 dòng: 0 chỗ sai" in job.message
        )
        assert "Xác nhận, ghi 12 dòng" in text(officer.get(page))
        officer.post(page)
        assert not Person.objects.filter(full_name="Lê Văn A").exists()
        self.work()
        latest = Job.objects.latest("pk")
        assert "Đã nhập 12 dòng: 12 mới" in latest.message and latest.result_url == reverse(
            "person_list"
        )
        assert Person.objects.filter(full_name="Lê Văn A").exists()

    def test_a_mistake_is_mended_and_read_again(self, world, officer):
        upload(officer, world, book(self.rows(8, An="Kinhh")))
        page = reverse("person_import_check", args=[StoredFile.objects.get().pk])
        self.work()
        assert "Kinhh" in text(officer.get(page)) and "Xác nhận" not in text(officer.get(page))
        mend(officer, page, cells={"C=Kinhh": ("Kinhh", "Kinh")})
        assert "Danh sách dài đang được đọc" in text(officer.get(page))
        self.work()
        assert "Xác nhận, ghi 9 dòng" in text(officer.get(page))

    def test_what_a_job_found_is_kept_sealed(self, world, officer):
        upload(
            officer,
            world,
            book([["Họ tên", "CCCD"], *([f"Lê {chr(65 + n)}", f"12{n}"] for n in range(9))]),
        )
        self.work()
        raw = ImportCheck.objects.annotate(raw=Cast("found", TextField())).get()
        assert "Lê" not in raw.raw and "122" in raw.found

    def test_progress_goes_on_in_hundredths(self):
        from thenchot.people.jobs import share

        steps = [
            share("Mở tệp", 0, 1),
            share("Đọc các cột", 1, 4),
            share("Đọc các cột", 4, 4),
            share("So với hồ sơ đang có", 0, 1),
            share("Ghi hồ sơ", 1, 2),
        ]
        assert steps == sorted(steps) == [0, 20, 50, 50, 84]


class TestReads:
    def test_a_difference_shown_is_a_read_of_that_file(self, world, officer):
        person = world.people["ubnd"]
        page = page_of(
            upload(
                officer,
                world,
                book(
                    [["Họ tên", "Quê quán", "Mã hệ thống"], [person.full_name, "xã A", person.pk]]
                ),
            )
        )
        assert set(Read.objects.values_list("subject_type", "subject_id")) == {
            ("people.person", str(person.pk))
        }
        officer.post(page)
        before = Read.objects.count()
        officer.get(page)
        assert Read.objects.count() == before


class TestExports:
    def get(self, world, role, route):
        keys = {"form": "xlsx"} if route.endswith("_file") else {}
        return world.client(role).get(reverse(route, kwargs=keys))

    def test_the_whole_file_is_an_event_and_a_read_of_everybody_in_it(self, world):
        from thenchot.people.services import correct_person
        from thenchot.platform.scope.actor import SYSTEM

        correct_person(SYSTEM, person_id=world.people["ubnd"].pk, identity_no="031080000123")
        assert self.get(world, Role.OFFICER, "person_export_whole").status_code == 200
        assert Read.objects.filter(
            subject_type="people.person", page="person_export_whole"
        ).count() == len(world.people)
        assert Event.objects.get(name="people_exported").facts == {"filters": {}, "what": "whole"}

    def test_identity_numbers_stand_in_the_whole_file_only(self, world):
        import openpyxl

        from thenchot.people.services import correct_person
        from thenchot.platform.scope.actor import SYSTEM

        correct_person(SYSTEM, person_id=world.people["ubnd"].pk, identity_no="031080000123")
        found = {}
        for route in ("person_list_file", "person_export_whole", "person_listing"):
            sheet = openpyxl.load_workbook(
                io.BytesIO(self.get(world, Role.OFFICER, route).content)
            ).worksheets[0]
            found[route] = any(
                "031080000123" in map(str, row) for row in sheet.iter_rows(values_only=True)
            )
        assert found == {
            "person_list_file": False,
            "person_export_whole": True,
            "person_listing": False,
        }

    def test_an_ordinary_export_is_no_read(self, world):
        self.get(world, Role.OFFICER, "person_list_file")
        assert not Read.objects.exists()

    @pytest.mark.parametrize(
        ("role", "hidden"),
        [(Role.CLERK, {"Ngày sinh", "Ngày vào Đảng dự bị", "Khen thưởng"}), (Role.LEADER, set())],
    )
    def test_columns_by_permission(self, world, role, hidden):
        import openpyxl

        heads = [
            cell.value
            for cell in openpyxl.load_workbook(
                io.BytesIO(self.get(world, role, "person_list_file").content)
            ).worksheets[0][1]
        ]
        assert {"Họ và tên", "Đơn vị"} <= set(heads) and not hidden & set(heads)
        assert hidden or {"Ngày sinh", "Khen thưởng"} <= set(heads)


def test_the_page_of_a_list_costs_what_one_row_costs(world, officer):
    costs = []
    for count in (1, 40):
        rows = [
            ["Họ tên", "Năm sinh", "Đơn vị", "Chức vụ"],
            *(
                [f"Lê Văn {chr(65 + n % 26)}{n}", 1980, "UBND phường", "Chuyên viên"]
                for n in range(count)
            ),
        ]
        page = page_of(upload(officer, world, book(rows)))
        officer.get(page)
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(page).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 24


class TestApprovedNumbers:
    """A list brings no more people than were approved, unless reason and document say why."""

    @pytest.fixture(autouse=True)
    def number(self, world):
        from thenchot.organisation.services.quotas import set_quota
        from thenchot.platform.clock import today
        from thenchot.platform.scope.actor import SYSTEM

        held = Appointment.objects.filter(
            unit__bloc="government", unit__path__startswith=world.ward.path, is_primary=True
        ).count()
        set_quota(
            SYSTEM,
            unit_id=world.ward.pk,
            year=today().year,
            bloc="government",
            number=held + 1,
            basis="QĐ 1",
        )

    def rows(self, count):
        return [["Họ tên", "Đơn vị"], *([f"Lê {chr(65 + n)}", "UBND phường"] for n in range(count))]

    def test_within_it_nothing_is_asked(self, world, officer):
        assert "Xác nhận, ghi 1 dòng" in text(upload(officer, world, book(self.rows(1))))

    def test_beyond_it_the_list_waits_for_reason_and_document(self, world, officer):
        answer = upload(officer, world, book(self.rows(3)))
        assert "vượt 2." in text(answer) and "Xác nhận" not in text(answer)
        page = page_of(answer)
        assert "Xác nhận" not in text(
            mend(officer, page, excess_reason="Chờ nghỉ hưu", excess_basis="")
        )
        assert "Xác nhận, ghi 3 dòng" in text(
            mend(officer, page, excess_reason="Chờ nghỉ hưu", excess_basis="CV 12/SNV")
        )
        officer.post(page)
        assert (
            Event.objects.get(name="people_imported").facts["excess"] == "Chờ nghỉ hưu · CV 12/SNV"
        )

    def test_another_bloc_does_not_count(self, world, officer):
        rows = [
            ["Họ tên", "Đơn vị"],
            *([f"Lê {chr(65 + n)}", "Văn phòng Đảng ủy"] for n in range(5)),
        ]
        assert "Xác nhận, ghi 5 dòng" in text(upload(officer, world, book(rows)))

    def test_changes_of_people_who_are_there_do_not_count(self, world, officer):
        rows = [
            ["Họ tên", "Quê quán", "Mã hệ thống"],
            *([p.full_name, "xã A", p.pk] for p in world.people.values()),
        ]
        assert "Xác nhận" in text(upload(officer, world, book(rows)))


class TestQuestions:
    """What only a person can decide waits on the page, and nothing is written before."""

    def known(self, world, **facts):
        from thenchot.people.services import create_person
        from thenchot.platform.scope.actor import SYSTEM

        return create_person(
            SYSTEM,
            full_name="Vũ Văn Trùng",
            unit_id=world.units["ubnd"].pk,
            title="Chuyên viên",
            **facts,
        )

    rows = [["Họ tên", "Quê quán"], ["Vũ Văn Trùng", "xã B"], ["Lê Mới", "xã C"]]

    def test_who_is_meant_is_asked_answered_counted_and_taken_back(self, world, officer):
        kept = self.known(world)
        answer = upload(officer, world, book(self.rows))
        page = page_of(answer)
        assert "Cần trả lời" in text(answer) and "Xác nhận" not in text(answer)
        assert f"Là Vũ Văn Trùng (Chuyên viên, {world.units['ubnd'].name}" in text(answer)
        answer = mend(officer, page, who=["2"], **{"is": [str(kept.pk)]})
        assert "Xác nhận, ghi 2 dòng" in text(answer) and "Cần trả lời" not in text(answer)
        assert re.search(r"Đã sửa trên trang này\s*<small>\(1\)", text(answer))
        assert "cùng người với hồ sơ đang có" in text(answer)
        assert "Cần trả lời" in text(mend(officer, page, drop=["who:2"]))
        mend(officer, page, who=["2"], **{"is": ["new"]})
        officer.post(page)
        assert Person.objects.filter(full_name="Vũ Văn Trùng").count() == 2

    def test_a_confirmation_sent_all_the_same_writes_nothing(self, world, officer):
        self.known(world)
        page = page_of(upload(officer, world, book(self.rows)))
        before = Person.objects.count()
        assert "Cần trả lời" in text(officer.post(page, follow=True))
        assert Person.objects.count() == before

    def test_one_answer_for_all_who_share_only_the_name(self, world, officer):
        rows = [["Họ tên", "Quê quán"], *([p.full_name, "xã A"] for p in world.people.values())]
        page = page_of(upload(officer, world, book(rows)))
        answer = mend(officer, page, who=["*"], **{"is": ["same"]})
        assert f"Xác nhận, ghi {len(world.people)} dòng" in text(answer)
        officer.post(page)
        assert Particulars.objects.filter(home_place="xã A").count() == len(world.people)

    def test_a_number_that_would_change_is_no_matter_of_one_answer_for_all(self, world, officer):
        self.known(world, born_on=date(1981, 2, 3), identity_no="031081000111")
        row = ["Vũ Văn Trùng", date(1981, 2, 3), "031081000999"]
        answer = upload(officer, world, book([["Họ tên", "Ngày sinh", "CCCD"], row]))
        assert "031081000111" not in text(answer) and "đổi số định danh theo tệp" in text(answer)
        assert "Cần trả lời" in text(mend(officer, page_of(answer), who=["*"], **{"is": ["same"]}))

    def test_ticks_are_asked_and_the_meaning_counts_as_settled(self, world, officer):
        rows = [["Họ tên", "Năm sinh", "Đại học"], ["Lê An", 1980, "x"], ["Lê Ý", 1981, ""]]
        answer = upload(officer, world, book(rows))
        assert "dấu x có nghĩa gì?" in text(answer) and "Xác nhận" not in text(answer)
        answer = mend(officer, page_of(answer), columns={"dai hoc": ("", "hot:degree:bachelor")})
        assert "Xác nhận, ghi 2 dòng" in text(answer) and "1 cột đã chọn nghĩa" in text(answer)

    def test_ticks_may_be_left_out_on_purpose(self, world, officer):
        rows = [["Họ tên", "Năm sinh", "Đã nộp ảnh"], ["Lê An", 1980, "x"]]
        page = page_of(upload(officer, world, book(rows)))
        answer = mend(officer, page, columns={"da nop anh": ("", "-")})
        assert "Xác nhận, ghi 1 dòng" in text(answer)
        officer.post(page)
        again = upload(officer, world, book([rows[0], ["Lê Ba", 1982, "x"]]))
        assert "Xác nhận, ghi 1 dòng" in text(again)

    def test_rows_of_several_sheets_are_mended_and_left_out(self, world, officer):
        import openpyxl

        workbook = openpyxl.Workbook()
        workbook.active.title = "Văn phòng Đảng ủy"
        for row in (["Họ tên", "Năm sinh"], ["Lê An", 1980]):
            workbook.active.append(row)
        second = workbook.create_sheet("Phòng Văn hóa - Xã hội")
        for row in (["Họ tên", "Năm sinh"], ["Lê Ba", "1981x"], ["Lê Tư", "hôm qua"]):
            second.append(row)
        target = io.BytesIO()
        workbook.save(target)
        answer = upload(officer, world, target.getvalue())
        page = page_of(answer)
        assert "2 (Phòng Văn hóa - Xã hội)" in text(answer)
        answer = mend(officer, page, cells={"2!B=1981x": ("1981x", "1981")}, skip=["2!3"])
        assert "Xác nhận, ghi 2 dòng" in text(answer)
        officer.post(page)
        seat = Appointment.objects.get(person__full_name="Lê Ba")
        assert seat.unit == world.units["phòng văn hóa"]
        assert not Person.objects.filter(full_name="Lê Tư").exists()
