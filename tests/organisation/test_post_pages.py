"""Pages of titles, schemes, positions, functions, communes, joining and dividing: what they show,
change and refuse.
"""

import io
from datetime import date

import docx
import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.registers import chosen
from tests.worlds import SINCE

from thenchot.organisation.models import Duty, JobPosition, Place, PositionScheme, Title, Unit
from thenchot.organisation.places.importing import import_places
from thenchot.organisation.registers import SchemeRegister, TitleRegister
from thenchot.organisation.services import duties, merge_units, schemes, titles
from thenchot.platform.files.models import StoredFile
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role


def text(answer):
    return answer.content.decode()


@pytest.fixture
def officer(world):
    return world.client(Role.OFFICER)


@pytest.fixture
def scheme(world):
    return schemes.begin_scheme(
        SYSTEM, unit_id=world.units["ubnd"].pk, name="Đề án vị trí việc làm"
    )


@pytest.fixture
def position(scheme):
    fields = {
        "unit_id": scheme.unit_id,
        "code": "CM-03",
        "name": "Văn thư",
        "group": "professional",
    }
    described = {
        "description": {"goal": "Quản lý văn bản", "tasks": [["Văn bản", "Đăng ký", "Trong ngày"]]},
        "competencies": {"it": [2, 3]},
    }
    return schemes.put_position(SYSTEM, scheme_id=scheme.pk, **fields, **described)


def cost(client, address):
    client.get(address)  # the first page of a session costs more
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


class TestTitles:
    NEW = {
        "code": "doi-truong",
        "name": "Đội trưởng",
        "rank": "head",
        "names": "Đ.trưởng\nĐT",
        "is_manager": "on",
    }

    def test_the_list_tells_source_and_marks(self, world):
        page = text(world.client(Role.GUEST).get("/units/titles/"))
        assert "Bí thư Đảng ủy" in page and "Biểu 9C-BTCTW" in page and "chủ chốt" in page
        assert "Thêm chức danh" not in page

    def test_added_changed_ended(self, world, officer):
        answer = officer.post("/units/titles/new/", self.NEW | {"unit": world.ward.pk}, follow=True)
        title = Title.objects.get(code="doi-truong")
        assert (
            "Đã thêm chức danh" in text(answer)
            and title.names == ["Đ.trưởng", "ĐT"]
            and title.is_manager
        )
        officer.post(
            reverse("title_edit", args=[title.pk]), {"name": "Đội trưởng đô thị", "rank": "head"}
        )
        title.refresh_from_db()
        assert (title.name, title.is_manager, title.names) == ("Đội trưởng đô thị", False, [])
        officer.post(reverse("title_end", args=[title.pk]), {"on": "2026-12-31"})
        title.refresh_from_db()
        assert title.valid_to == date(2026, 12, 31)

    def test_a_taken_name_is_told_on_the_form(self, world, officer):
        answer = officer.post(
            "/units/titles/new/", self.NEW | {"unit": world.ward.pk, "name": "Chuyên viên"}
        )
        assert "Đã có chức danh" in text(answer)

    def test_a_shipped_one_is_refused_with_the_reason(self, officer):
        title = Title.objects.get(unit=None, code="specialist")
        answer = officer.post(
            reverse("title_edit", args=[title.pk]), {"name": "x", "rank": "staff"}
        )
        assert "dùng chung toàn quốc" in text(answer)

    def test_narrowed_ordered_and_taken_along(self, world, officer):
        titles.add_title(
            SYSTEM, unit_id=world.ward.pk, code="doi-truong", name="Đội trưởng", rank="head"
        )
        page = text(officer.get("/units/titles/?q=Đội trưởng"))
        assert "Đội trưởng" in page and "Chuyên viên" not in page
        actor = world.actor(Role.OFFICER)
        heads = chosen(TitleRegister, actor, rank="head", sort="-name")
        assert {title.rank for title in heads} == {"head"}
        book = openpyxl.load_workbook(io.BytesIO(officer.get("/units/titles/list.xlsx").content))
        rows = list(book.active.values)
        secretary = next(row for row in rows if row[0] == "Bí thư Đảng ủy")
        told = dict(zip(rows[0], secretary, strict=True))
        assert rows[0][0] == "Chức danh" and "chủ chốt" in told["Đặc điểm"]
        assert told["Bậc chức danh"] == 6
        paper = docx.Document(io.BytesIO(officer.get("/units/titles/list.docx").content))
        assert "DANH MỤC CHỨC DANH" in [line.text for line in paper.paragraphs]

    def test_it_costs_the_same_with_many(self, world, officer):
        few = cost(officer, "/units/titles/")
        for n in range(20):
            titles.add_title(
                SYSTEM, unit_id=world.ward.pk, code=f"c{n}", name=f"Chức danh {n}", rank="staff"
            )
        assert cost(officer, "/units/titles/") == few


class TestSchemes:
    def test_begun_from_the_list(self, world, officer):
        officer.post(
            "/units/schemes/new/",
            {"unit": world.units["ubnd"].pk, "name": "Đề án vị trí việc làm"},
            follow=True,
        )
        assert PositionScheme.objects.get().unit == world.units["ubnd"]

    def test_only_agencies_are_offered(self, world, officer):
        page = text(officer.get("/units/schemes/new/"))
        assert (
            f'value="{world.units["ubnd"].pk}"' in page
            and f'value="{world.units["phòng văn hóa"].pk}"' not in page
        )

    def test_the_way_to_approval(self, officer, scheme, position):
        address = reverse("scheme_detail", args=[scheme.pk])
        assert "Trình" in text(officer.get(address))
        officer.post(reverse("scheme_submit", args=[scheme.pk]), {"on": "2026-06-01"})
        answer = officer.post(
            reverse("scheme_approve", args=[scheme.pk]),
            {"decision": "QĐ 1637", "valid_from": "2026-07-01"},
            follow=True,
        )
        assert "Đề án có hiệu lực" in text(answer) and "QĐ 1637" in text(answer)
        assert "Thêm vị trí" not in text(officer.get(address))

    def test_returned_it_says_why(self, officer, scheme, position):
        schemes.submit_scheme(SYSTEM, scheme_id=scheme.pk)
        officer.post(reverse("scheme_return", args=[scheme.pk]), {"note": "Thiếu khung năng lực"})
        assert "Bị trả lại: Thiếu khung năng lực" in text(
            officer.get(reverse("scheme_detail", args=[scheme.pk]))
        )

    def test_a_refusal_stands_on_the_form(self, officer, scheme):
        answer = officer.post(reverse("scheme_submit", args=[scheme.pk]), {"on": "2026-06-01"})
        assert "chưa có vị trí việc làm nào" in text(answer)

    def test_no_such_move(self, officer, scheme):
        assert officer.get(f"/units/schemes/{scheme.pk}/burn/").status_code == 404

    def test_the_catalogue_offers_what_is_not_there(self, officer, scheme, position):
        address = reverse("scheme_catalogue", args=[scheme.pk])
        page = text(officer.get(address))
        assert "CM-16 Tư pháp" in page and "CM-03 Văn thư" not in page
        officer.post(address, {"unit": scheme.unit_id, "codes": ["CM-16", "LD-03"]})
        assert scheme.positions.count() == 3

    def test_printed(self, officer, scheme, position):
        content = officer.get(reverse("scheme_print", args=[scheme.pk])).content
        assert any(
            "Quản lý văn bản" in p.text for p in docx.Document(io.BytesIO(content)).paragraphs
        )
        assert officer.get(reverse("framework_print", args=[scheme.pk])).content.startswith(b"PK")

    def test_narrowed_ordered_and_taken_along(self, world, officer, scheme, position):
        actor = world.actor(Role.OFFICER)
        assert chosen(SchemeRegister, actor, state="draft", sort="-people") == [scheme]
        assert chosen(SchemeRegister, actor, state="approved") == []
        book = openpyxl.load_workbook(io.BytesIO(officer.get("/units/schemes/list.xlsx").content))
        rows = list(book.active.values)
        assert rows[0][:2] == ("Cơ quan, đơn vị", "Đề án") and rows[1][4:6] == (1, 1)
        paper = docx.Document(io.BytesIO(officer.get("/units/schemes/list.docx").content))
        assert "DANH MỤC ĐỀ ÁN VỊ TRÍ VIỆC LÀM" in [line.text for line in paper.paragraphs]

    def test_list_and_page_cost_the_same_with_many(self, officer, scheme, position):
        addresses = ["/units/schemes/", reverse("scheme_detail", args=[scheme.pk])]
        few = [cost(officer, address) for address in addresses]
        codes = [f"CM-{n:02d}" for n in range(4, 29)]
        schemes.take_from_catalogue(
            SYSTEM, scheme_id=scheme.pk, codes=codes, unit_id=scheme.unit_id
        )
        assert [cost(officer, address) for address in addresses] == few


class TestListImport:
    HEADER = ("TT", "Tên vị trí việc làm", "Mã", "Số lượng")

    def upload(self, officer, scheme, *rows):
        made, content = openpyxl.Workbook(), io.BytesIO()
        for row in (self.HEADER, *rows):
            made.active.append(row)
        made.save(content)
        file = SimpleUploadedFile("danh-muc.xlsx", content.getvalue())
        return officer.post(reverse("scheme_import", args=[scheme.pk]), {"file": file}, follow=True)

    def test_looked_at_then_written_and_out_again(self, officer, scheme, position):
        answer = self.upload(officer, scheme, (1, "Văn thư", "CM-03", 4))
        assert "CM-03 · Văn thư" in text(answer) and "cập nhật" in text(answer)
        position.refresh_from_db()
        assert position.approved_number == 1
        done = officer.post(answer.request["PATH_INFO"], follow=True)
        assert "0 mới, 1 cập nhật, 0 không đổi" in text(done)
        position.refresh_from_db()
        assert position.approved_number == 4
        out = officer.get(reverse("scheme_excel", args=[scheme.pk])).content
        sheet = openpyxl.load_workbook(io.BytesIO(out)).active
        assert [cell.value for cell in sheet[2]][:3] == [1, "CM-03", "Văn thư"]

    def test_a_row_that_is_wrong_leaves_no_button(self, officer, scheme):
        page = text(self.upload(officer, scheme, (1, "Văn thư", "CM-03", "nhiều")))
        assert "số nguyên từ 1" in page and "Xác nhận, ghi" not in page


class TestWordImport:
    def upload(self, officer, scheme, content):
        file = SimpleUploadedFile("mo-ta.docx", content)
        return officer.post(reverse("scheme_import", args=[scheme.pk]), {"file": file}, follow=True)

    def printed(self, officer, scheme):
        return officer.get(reverse("scheme_print", args=[scheme.pk])).content

    def test_looked_at_then_written(self, officer, scheme, position):
        content = self.printed(officer, scheme)
        schemes.put_position(
            SYSTEM, scheme_id=scheme.pk, position_id=position.pk, description={"goal": "Khác"}
        )
        answer = self.upload(officer, scheme, content)
        assert (
            "CM-03 · Văn thư" in text(answer)
            and "Mục tiêu" in text(answer)
            and "cập nhật" in text(answer)
        )
        position.refresh_from_db()
        assert position.description["goal"] == "Khác"
        done = officer.post(answer.request["PATH_INFO"], follow=True)
        position.refresh_from_db()
        assert (
            "0 mới, 1 cập nhật, 0 không đổi" in text(done)
            and position.description["goal"] == "Quản lý văn bản"
        )

    def test_what_was_not_read_is_shown(self, officer, scheme):
        document, content = docx.Document(), io.BytesIO()
        for line in (
            "Tên VTVL: Kế toán",
            "5. Các yêu cầu về trình độ, năng lực",
            "Ghi chú của người soạn",
        ):
            document.add_paragraph(line)
        document.save(content)
        page = text(self.upload(officer, scheme, content.getvalue()))
        assert "Ghi chú của người soạn" in page and "không ghi mã, đặt CM-01" in page

    def test_no_description_leaves_no_button(self, officer, scheme):
        document, content = docx.Document(), io.BytesIO()
        document.add_paragraph("Kế hoạch công tác")
        document.save(content)
        page = text(self.upload(officer, scheme, content.getvalue()))
        assert "Không thấy bản mô tả" in page and "Xác nhận, ghi" not in page

    def test_what_is_no_word_file_is_refused_on_the_form(self, officer, scheme):
        assert (
            "errorlist" in text(self.upload(officer, scheme, b"no"))
            and not StoredFile.objects.exists()
        )

    def test_another_officer_does_not_open_it(self, world, officer, scheme, position):
        answer = self.upload(officer, scheme, self.printed(officer, scheme))
        other = world.client(Role.OFFICER, world.units["ubnd"])
        assert other.get(answer.request["PATH_INFO"]).status_code == 404


class TestPositions:
    FORM = {
        "code": "CM-05",
        "name": "Kế toán",
        "group": "professional",
        "approved_number": 2,
        "goal": "Kế toán của cơ quan",
        "tasks": "Kế toán | Lập chứng từ | Đúng hạn\nNgân sách | Theo dõi",
        "authority": "Ký nháy\n\nĐề nghị",
        "q_degree": "Đại học",
        "fields_text": "Kế toán\nKiểm toán",
        "c_it": "2-3",
        "c_ethics": "3",
    }

    def test_described_on_a_page(self, officer, scheme):
        answer = officer.post(
            reverse("position_new", args=[scheme.pk]),
            self.FORM | {"unit": scheme.unit_id},
            follow=True,
        )
        one = JobPosition.objects.get()
        assert "Đã thêm vị trí việc làm" in text(answer) and one.fields == ["Kế toán", "Kiểm toán"]
        assert one.description["tasks"] == [
            ["Kế toán", "Lập chứng từ", "Đúng hạn"],
            ["Ngân sách", "Theo dõi", ""],
        ]
        assert one.description["authority"] == ["Ký nháy", "Đề nghị"] and one.competencies == {
            "ethics": [3, 3],
            "it": [2, 3],
        }

    def test_the_page_shows_every_part_and_what_a_level_means(self, world, position):
        page = text(world.client(Role.STAFF).get(reverse("position_detail", args=[position.pk])))
        for part in ("Quản lý văn bản", "Trong ngày", "2-3", "Dùng thành thạo phần mềm văn phòng"):
            assert part in page

    def test_the_form_comes_filled_and_written_again_nothing_changes(self, officer, position):
        address = reverse("position_edit", args=[position.pk])
        form = officer.get(address).context["form"]
        sent = {name: form[name].value() or "" for name in form.fields}
        sent["unit"] = getattr(sent["unit"], "pk", sent["unit"])
        before = JobPosition.objects.values().get()
        officer.post(address, sent)
        assert JobPosition.objects.values().get() == before

    @pytest.mark.parametrize("level", ["6", "3-2", "cao"])
    def test_a_level_that_is_none_is_told_at_its_field(self, officer, scheme, level):
        answer = officer.post(
            reverse("position_new", args=[scheme.pk]),
            self.FORM | {"unit": scheme.unit_id, "c_it": level},
        )
        assert "Ghi cấp độ từ 1 đến 5" in text(answer) and not JobPosition.objects.exists()

    def test_dropped_and_gone_from_the_draft(self, officer, scheme, position):
        officer.post(reverse("position_drop", args=[position.pk]))
        assert "Văn thư" not in text(officer.get(reverse("scheme_detail", args=[scheme.pk])))
        assert "đã bỏ khỏi dự thảo" in text(
            officer.get(reverse("position_detail", args=[position.pk]))
        )

    def test_of_an_approved_scheme_it_is_only_read(self, officer, scheme, position):
        schemes.submit_scheme(SYSTEM, scheme_id=scheme.pk)
        schemes.approve_scheme(
            SYSTEM, scheme_id=scheme.pk, decision="QĐ", valid_from=date(2026, 7, 1)
        )
        assert "Bỏ khỏi dự thảo" not in text(
            officer.get(reverse("position_detail", args=[position.pk]))
        )
        answer = officer.post(
            reverse("position_edit", args=[position.pk]), self.FORM | {"unit": scheme.unit_id}
        )
        assert "lập lần mới để sửa" in text(answer)


class TestDuties:
    @pytest.fixture
    def duty(self, world):
        return duties.put_duty(
            SYSTEM, unit_id=world.ward.pk, name="Quản lý hộ tịch", basis="QĐ 1", valid_from=SINCE
        )

    def test_overlap_and_orphan_are_counted_and_marked(self, world, duty):
        client = world.client(Role.STAFF, world.units["phòng văn hóa"])
        assert "chưa có đơn vị giữ" in text(client.get("/units/duties/"))
        for key in ("ubnd", "phòng văn hóa"):
            duties.give_duty(SYSTEM, duty_id=duty.pk, unit_id=world.units[key].pk, valid_from=SINCE)
        assert "chồng chéo" in text(client.get("/units/duties/?standing=overlap"))
        assert "Quản lý hộ tịch" not in text(client.get("/units/duties/?standing=orphan"))

    def test_added_given_taken_ended(self, world, officer):
        new = {
            "name": "Quản lý chợ",
            "basis": "QĐ 2",
            "valid_from": "2025-07-01",
            "field": "Kinh tế",
        }
        officer.post(reverse("duty_new", args=[world.ward.pk]), new)
        duty = Duty.objects.get()
        officer.post(
            reverse("duty_give", args=[duty.pk]),
            {"unit": world.units["ubnd"].pk, "is_responsible": "on", "valid_from": "2025-07-01"},
        )
        holder = duty.holders.get()
        assert "Ủy ban nhân dân phường" in text(officer.get(reverse("duty_detail", args=[duty.pk])))
        officer.post(reverse("holder_end", args=[holder.pk]), {"on": "2026-01-31"})
        officer.post(reverse("duty_edit", args=[duty.pk]), new | {"name": "Quản lý chợ, bến bãi"})
        officer.post(reverse("duty_end", args=[duty.pk]), {"on": "2026-02-28"})
        duty.refresh_from_db()
        holder.refresh_from_db()
        assert (duty.name, duty.valid_to, holder.valid_to) == (
            "Quản lý chợ, bến bãi",
            date(2026, 2, 28),
            date(2026, 1, 31),
        )

    def test_exported_opens_in_a_spreadsheet(self, officer, duty):
        book = openpyxl.load_workbook(io.BytesIO(officer.get("/units/duties/list.xlsx").content))
        rows = list(book.active.values)
        assert (
            rows[0][2] == "Chức năng, nhiệm vụ"
            and rows[1][2] == "Quản lý hộ tịch"
            and rows[1][-1] == "chưa có đơn vị giữ"
        )

    def test_imported_in_two_steps(self, world, officer):
        content = write_sheet(
            [Column("Chức năng, nhiệm vụ"), Column("Căn cứ")], [["Quản lý chợ", "QĐ 2"]]
        )
        data = {"home": world.ward.pk, "file": SimpleUploadedFile("a.xlsx", content)}
        answer = officer.post("/units/duties/import/", data, follow=True)
        assert "Quản lý chợ" in text(answer) and not Duty.objects.exists()
        officer.post(answer.request["PATH_INFO"])
        assert Duty.objects.get().name == "Quản lý chợ"

    def test_a_province_lists_what_it_gives_below(self, world, duty):
        fields = {
            "name": "Cấp phép xây dựng",
            "basis": "QĐ",
            "valid_from": SINCE,
            "level": "commune",
        }
        duties.put_duty(SYSTEM, unit_id=world.city.pk, **fields)
        page = text(world.client(Role.OFFICER, world.city).get("/units/duties/"))
        assert "Giao, phân cấp cho cấp dưới" in page and "Cấp phép xây dựng" in page

    def test_the_page_costs_the_same_with_many(self, world, officer, duty):
        few = cost(officer, "/units/duties/")
        for n in range(25):
            made = duties.put_duty(
                SYSTEM, unit_id=world.ward.pk, name=f"Việc {n}", basis="QĐ", valid_from=SINCE
            )
            duties.give_duty(
                SYSTEM, duty_id=made.pk, unit_id=world.units["ubnd"].pk, valid_from=SINCE
            )
        assert cost(officer, "/units/duties/") == few


class TestPlaces:
    ROWS = [["01", 4, "Phường Ba Đình"], ["75", 25270, "Xã Lộc Ninh"]]

    def content(self, rows=None):
        return write_sheet(
            [Column("Mã tỉnh"), Column("Mã xã"), Column("Tên xã")], rows or self.ROWS
        )

    @pytest.fixture
    def keeper(self, world):
        return world.client(Role.ADMIN, world.city)

    def test_only_who_keeps_all_units_is_offered_the_import(self, keeper, world):
        assert "/units/places/import/" in text(keeper.get("/units/places/"))
        ward = world.client(Role.ADMIN)
        assert "/units/places/import/" not in text(ward.get("/units/places/"))
        assert "dùng chung" in text(ward.get("/units/places/import/"))

    def test_imported_in_two_steps_with_its_day(self, keeper):
        data = {
            "file": SimpleUploadedFile("a.xlsx", self.content()),
            "on": "2025-07-01",
            "is_complete": "on",
        }
        answer = keeper.post("/units/places/import/", data, follow=True)
        assert "Phường Ba Đình (00004)" in text(answer) and not Place.objects.exists()
        keeper.post(answer.request["PATH_INFO"] + "?" + answer.request["QUERY_STRING"])
        assert Place.objects.get(code="00004").valid_from == date(2025, 7, 1)

    def test_without_its_day_the_step_is_not_there(self, keeper):
        data = {"file": SimpleUploadedFile("a.xlsx", self.content()), "on": "2025-07-01"}
        answer = keeper.post("/units/places/import/", data, follow=True)
        assert keeper.get(answer.request["PATH_INFO"]).status_code == 404

    def test_looked_up_without_marks(self, world):
        import_places(SYSTEM, self.content(), on=date(2025, 7, 1), is_complete=True, dry_run=False)
        page = text(world.client(Role.GUEST).get("/units/places/?q=ba dinh"))
        assert "Phường Ba Đình" in page and "Thành phố Hà Nội" in page and "Lộc Ninh" not in page

    def test_narrowed_by_province_and_taken_along(self, officer):
        import_places(SYSTEM, self.content(), on=date(2025, 7, 1), is_complete=True, dry_run=False)
        page = text(officer.get("/units/places/?province=75&sort=-name"))
        assert "Lộc Ninh" in page and "Ba Đình" not in page
        assert "Ba Đình" not in text(officer.get("/units/places/?on=2025-06-30"))
        address = "/units/places/list.xlsx?province=75"
        book = openpyxl.load_workbook(io.BytesIO(officer.get(address).content))
        assert list(book.active.values)[1][:2] == ("25270", "Xã Lộc Ninh")

    def test_the_list_costs_the_same_with_many(self, officer):
        import_places(SYSTEM, self.content(), on=date(2025, 7, 1), is_complete=True, dry_run=False)
        few = cost(officer, "/units/places/")
        for number in range(20):
            Place.objects.create(
                code=f"9{number:04}",
                name=f"Xã {number}",
                folded=f" xa {number}",
                province_code="75",
                valid_from=SINCE,
            )
        assert cost(officer, "/units/places/") == few

    @pytest.mark.parametrize("query", ["q=loc ninh", "home_place=loc ninh", "x=25270"])
    def test_the_search_answers_options(self, world, query):
        import_places(SYSTEM, self.content(), on=date(2025, 7, 1), is_complete=True, dry_run=False)
        answer = world.client(Role.STAFF).get(f"/units/places/search/?{query}")
        assert (
            text(answer).strip()
            == '<option value="Xã Lộc Ninh, Thành phố Đồng Nai (25270)"></option>'
        )

    @pytest.mark.parametrize("query", ["", "q=", "q=a", "q=khong co"])
    def test_the_search_is_silent_when_there_is_nothing_to_say(self, world, query):
        import_places(SYSTEM, self.content(), on=date(2025, 7, 1), is_complete=True, dry_run=False)
        assert text(world.client(Role.STAFF).get(f"/units/places/search/?{query}")).strip() == ""

    def test_the_template_opens(self, officer):
        assert (
            openpyxl.load_workbook(io.BytesIO(officer.get("/units/places/template.xlsx").content))
            .active["C1"]
            .value
            == "Mã xã"
        )


class TestReshaping:
    def test_joined_into_a_new_one_from_a_page(self, world, officer):
        unit, other = world.units["văn phòng đảng ủy"], world.units["ban xây dựng đảng"]
        data = {
            "others": [other.pk],
            "into": "new",
            "name": "Văn phòng và Ban Xây dựng Đảng",
            "on": "2026-03-01",
            "basis": "QĐ 3",
        }
        answer = officer.post(reverse("unit_join", args=[unit.pk]), data, follow=True)
        assert "Đã hợp nhất" in text(answer)
        assert set(
            Unit.objects.get(name="Văn phòng và Ban Xây dựng Đảng").forebears.values_list(
                "unit", flat=True
            )
        ) == {unit.pk, other.pk}

    def test_joined_into_this_one(self, world, officer):
        unit, other = world.units["văn phòng đảng ủy"], world.units["ban xây dựng đảng"]
        officer.post(
            reverse("unit_join", args=[unit.pk]),
            {"others": [other.pk], "into": "this", "on": "2026-03-01", "basis": "QĐ 3"},
        )
        other.refresh_from_db()
        assert other.successor == unit

    def test_a_new_one_needs_a_name(self, world, officer):
        unit, other = world.units["văn phòng đảng ủy"], world.units["ban xây dựng đảng"]
        answer = officer.post(
            reverse("unit_join", args=[unit.pk]),
            {"others": [other.pk], "into": "new", "on": "2026-03-01", "basis": "QĐ"},
        )
        assert "Cần tên của đơn vị mới" in text(answer)

    def test_divided_from_a_page_leads_to_what_is_left(self, world, officer):
        unit = world.units["văn phòng đảng ủy"]
        data = {"names": "Văn phòng A\nVăn phòng B", "on": "2026-03-01", "basis": "QĐ 4"}
        answer = officer.post(reverse("unit_divide", args=[unit.pk]), data, follow=True)
        assert answer.request["PATH_INFO"] == reverse("unit_followup", args=[unit.pk])
        assert "Văn phòng A" in text(answer) and "Lê Thị Bích Ăn" in text(answer)

    def test_one_name_is_no_division(self, world, officer):
        answer = officer.post(
            reverse("unit_divide", args=[world.units["mặt trận"].pk]),
            {"names": "Một", "on": "2026-03-01", "basis": "x"},
        )
        assert "ít nhất hai đơn vị" in text(answer)

    def test_the_old_page_names_every_heir_and_the_new_one_where_it_comes_from(
        self, world, officer
    ):
        unit, other = world.units["văn phòng đảng ủy"], world.units["ban xây dựng đảng"]
        merge_units(SYSTEM, unit_ids=[other.pk], heir_id=unit.pk, on=date(2026, 3, 1))
        old = text(officer.get(reverse("unit_detail", args=[other.pk])))
        assert (
            "28/02/2026" in old and unit.name in old and "Người, nhiệm vụ, chức năng còn lại" in old
        )
        assert other.name in text(officer.get(reverse("unit_detail", args=[unit.pk])))

    def test_functions_are_handed_over_from_what_is_left(self, world, officer):
        unit, other = world.units["văn phòng đảng ủy"], world.units["ban xây dựng đảng"]
        duty = duties.put_duty(
            SYSTEM, unit_id=world.ward.pk, name="Quản lý hồ sơ", basis="QĐ", valid_from=SINCE
        )
        holder = duties.give_duty(SYSTEM, duty_id=duty.pk, unit_id=other.pk, valid_from=SINCE)
        merge_units(SYSTEM, unit_ids=[other.pk], heir_id=unit.pk, on=date(2026, 3, 1))
        answer = officer.post(
            reverse("unit_followup", args=[other.pk]),
            {"heir": unit.pk, "holders": [holder.pk]},
            follow=True,
        )
        assert (
            "đã chuyển sang đơn vị kế thừa" in text(answer)
            and duty.holders.get(valid_to=None).unit == unit
        )

    def test_the_chart_of_a_day_as_word(self, world, officer):
        merge_units(
            SYSTEM,
            unit_ids=[world.units["mặt trận"].pk],
            heir_id=world.units["ban xây dựng đảng"].pk,
            on=date(2026, 3, 1),
        )

        def units(on):
            document = docx.Document(io.BytesIO(officer.get(f"/units/chart.docx?on={on}").content))
            return [row.cells[1].text for row in document.tables[1].rows[1:]]

        name = world.units["mặt trận"].name
        assert f"\u2003{name}" in units("2026-02-28") and f"\u2003{name}" not in units("2026-03-01")
        assert units("2026-03-01")[-1] == "\u2003\u2003Phòng Văn hóa - Xã hội"

    def test_the_chart_names_who_leads(self, world, officer):
        document = docx.Document(io.BytesIO(officer.get("/units/chart.docx").content))
        assert "Vũ Thị Ước" in [cell.text for row in document.tables[1].rows for cell in row.cells]
