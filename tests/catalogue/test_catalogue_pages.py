"""The pages as people use them: from an empty list to an approved catalogue, assigned work and a
list taken in; and what they cost.
"""

import io
import re

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.catalogue.books import DC, HEADER, named, one_sheet, ward_book
from tests.worlds import account_with, signed_in

from thenchot.catalogue.models import Catalogue, Product, ProductProposal
from thenchot.catalogue.queries.catalogue import standing
from thenchot.catalogue.services import cataloguing, proposing
from thenchot.platform.files.models import StoredFile
from thenchot.platform.scope.actor import SYSTEM, actor_for
from thenchot.platform.scope.roles import Role
from thenchot.worklog.models import SourceMapping, Template, Work
from thenchot.worklog.services import templating

pytestmark = pytest.mark.django_db


def text_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def cost(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.fixture
def officer(office):
    return office.world.client(Role.OFFICER)


@pytest.fixture
def leader(office):
    return signed_in(office.accounts["leader"])


class TestFromExcelToForce:
    def test_the_whole_way(self, office, officer, leader):
        ward = office.world.ward
        made = officer.post(
            reverse("catalogue_new"),
            {
                "unit": ward.pk,
                "name": "Danh mục 2027",
                "unit_product": "văn bản hành chính đơn giản",
            },
        )
        draft = Catalogue.objects.get(name="Danh mục 2027")
        assert made.url == reverse("catalogue_detail", args=[draft.pk])
        sent = officer.post(
            reverse("catalogue_import", args=[draft.pk]),
            {"file": named(ward_book(), "danh-muc.xlsx")},
        )
        page = text_of(officer.get(sent.url))
        assert (
            "6 dòng mới" in page
            and "trang “Tiêu chí chung”" in page
            and "Sản phẩm chuẩn là 5 điểm" in page
        )
        assert standing(draft).count() == 0
        assert officer.post(sent.url).url == made.url
        page = text_of(officer.get(made.url))
        assert (
            "văn bản hành chính đơn giản: 5 điểm, hệ số 1" in page
            and "Quản lý · I. Chỉ đạo, điều hành" in page
        )
        officer.post(reverse("catalogue_submit", args=[draft.pk]))
        assert "Duyệt" not in re.findall(r">\s*(Duyệt)\s*<", officer.get(made.url).content.decode())
        approve = reverse("catalogue_approve", args=[draft.pk])
        assert "Danh mục đang áp dụng có từ 01/01/2026" in text_of(
            leader.post(approve, {"basis": "QĐ 1", "valid_from": "2026-01-01"})
        )
        assert (
            leader.post(approve, {"basis": "QĐ 283/QĐ-UBND", "valid_from": "2027-01-01"}).url
            == made.url
        )
        draft.refresh_from_db()
        assert (draft.state, draft.basis) == ("approved", "QĐ 283/QĐ-UBND")
        assert "Soạn lần mới" in text_of(officer.get(made.url))

    def test_mistakes_by_sheet_row_and_column_and_no_button(self, office, officer):
        draft = cataloguing.begin_catalogue(
            office.world.actor(Role.OFFICER),
            unit_id=office.world.ward.pk,
            name="Mới",
            unit_product="văn bản",
        )
        bad = [DC[0], [*DC[1][:8], 7, None]]
        sent = officer.post(
            reverse("catalogue_import", args=[draft.pk]),
            {"file": named(one_sheet(HEADER, bad, title="Dùng chung"), "x.xlsx")},
        )
        page = officer.get(sent.url)
        assert (
            "Dùng chung 6 Hệ số quy đổi 7 Mâu thuẫn với cột điểm: 10 điểm chia 5 là 2, không "
            "phải 7."
        ) in text_of(page)
        assert "Xác nhận, ghi" not in text_of(page)
        assert officer.post(sent.url).status_code == 200 and standing(draft).count() == 0

    @pytest.mark.parametrize(
        ("content", "name", "said"),
        [
            (b"<html>", "a.xlsx", "mã trang web"),
            (b"%PDF-1.4", "a.xlsx", "nhận tệp xls, xlsx; tệp này là pdf"),
            (one_sheet(HEADER, DC, titles=["MẬT"]), "a.xlsx", "tài liệu mật"),
        ],
        ids=["page", "pdf", "secret"],
    )
    def test_a_file_that_is_not_taken_says_why(self, office, officer, content, name, said):
        draft = cataloguing.begin_catalogue(
            office.world.actor(Role.OFFICER),
            unit_id=office.world.ward.pk,
            name="Mới",
            unit_product="văn bản",
        )
        before = StoredFile.objects.count()
        page = officer.post(
            reverse("catalogue_import", args=[draft.pk]), {"file": named(content, name)}
        )
        assert (
            page.status_code == 200
            and said in text_of(page)
            and StoredFile.objects.count() == before
        )

    def test_somebody_elses_upload_is_not_there(self, office, officer):
        draft = cataloguing.begin_catalogue(
            office.world.actor(Role.OFFICER),
            unit_id=office.world.ward.pk,
            name="Mới",
            unit_product="văn bản",
        )
        sent = officer.post(
            reverse("catalogue_import", args=[draft.pk]), {"file": named(ward_book(), "x.xlsx")}
        )
        other = signed_in(account_with(Role.OFFICER, office.world.ward))
        assert other.get(sent.url).status_code == 404

    def test_the_downloads_open_again(self, office, officer):
        held = office.products["bc"].catalogue
        book = openpyxl.load_workbook(
            io.BytesIO(officer.get(reverse("catalogue_export", args=[held.pk])).content)
        )
        cells = [cell.value for row in book.active.iter_rows() for cell in row]
        assert {"VB", "BC", "DA", "Sản phẩm bc", 1.5} <= set(cells)
        template = openpyxl.load_workbook(
            io.BytesIO(officer.get(reverse("catalogue_template")).content)
        )
        assert template.sheetnames == ["Quản lý", "Dùng chung"]
        lists = openpyxl.load_workbook(
            io.BytesIO(
                signed_in(office.world.account(Role.CLERK)).get(reverse("source_template")).content
            )
        )
        assert lists.active["A1"].value == "Mã, số của việc ở nguồn"


class TestCatalogue:
    def test_search_without_marks_as_a_fragment_too(self, office):
        held = office.products["bc"].catalogue
        Product.objects.filter(code="BC").update(folded=" bc bao cao thang", name="Báo cáo tháng")
        client = signed_in(office.accounts["an"])
        address = reverse("catalogue_detail", args=[held.pk])
        assert "Báo cáo tháng" in text_of(
            client.get(address, {"q": "BÁO cao"})
        ) and "Sản phẩm vb" not in text_of(client.get(address, {"q": "bao"}))
        part = client.get(address, {"q": "bao"}, HTTP_HX_REQUEST="true").content.decode()
        assert "<h1" not in part and "Báo cáo tháng" in part
        none = client.get(address, {"q": "vận động"})
        assert (
            "Đề xuất bổ sung việc này" in text_of(none)
            and "?name=v%E1%BA%ADn" in none.content.decode()
        )

    def test_a_line_by_hand(self, office, officer):
        draft = cataloguing.begin_catalogue(
            office.world.actor(Role.OFFICER),
            unit_id=office.world.ward.pk,
            name="Mới",
            unit_product="văn bản",
        )
        officer.post(
            reverse("product_new", args=[draft.pk]),
            {"code": "VP.01", "name": "Trực tiếp dân", "factor": "0,6"},
        )
        row = draft.products.get()
        again = officer.post(
            reverse("product_new", args=[draft.pk]),
            {"code": "vp.01", "name": "Việc khác", "factor": "1"},
        )
        assert "Danh mục đã có mã vp.01." in text_of(again)
        officer.post(
            reverse("product_edit", args=[row.pk]),
            {"code": "VP.01", "name": "Trực tiếp dân", "factor": "0,75"},
        )
        row.refresh_from_db()
        assert str(row.factor) == "0.75"
        officer.post(reverse("product_drop", args=[row.pk]))
        assert standing(draft).count() == 0

    @pytest.mark.parametrize("route", ["catalogue_list", "catalogue_detail"])
    def test_costs_the_same_with_many(self, office, officer, route):
        held = office.products["bc"].catalogue
        address = reverse(route, args=[held.pk] if route == "catalogue_detail" else [])
        cost(officer, address)
        few = cost(officer, address)
        actor = office.world.actor(Role.OFFICER)
        for n in range(30):
            cataloguing.begin_catalogue(
                actor, unit_id=office.world.ward.pk, name=f"Danh mục {n}", unit_product="văn bản"
            )
            Product.objects.create(
                catalogue=held,
                position=10 + n,
                code=f"X{n}",
                name=f"Việc {n}",
                folded=f" x{n} viec",
                factor=1,
            )
        assert cost(officer, address) == few <= 14


class TestProposals:
    def test_colleagues_say_their_own_first(self, office, leader):
        an, binh = signed_in(office.accounts["an"]), signed_in(office.accounts["binh"])
        an.post(
            reverse("product_proposal_new"),
            {"unit": office.world.ward.pk, "name": "Vận động một hộ", "output": "Biên bản"},
        )
        found = ProductProposal.objects.get()
        address = reverse("product_proposal_detail", args=[found.pk])
        assert an.get(reverse("product_proposal_ratio", args=[found.pk])).status_code == 403
        proposing.give_ratio(office.actor("head"), proposal_id=found.pk, ratio=7)
        assert "Cho ý kiến của mình trước" in text_of(
            binh.get(address)
        ) and "số giữa" not in text_of(binh.get(address))
        binh.post(
            reverse("product_proposal_ratio", args=[found.pk]),
            {"ratio": "2,5", "note": "như soạn kế hoạch"},
        )
        assert "4,75 số giữa" in text_of(binh.get(address)) and "2,5 – 7" in text_of(
            binh.get(address)
        )
        page = leader.post(
            reverse("product_proposal_sign", args=[found.pk]),
            {"code": "BS.1", "factor": "4,75", "basis": "QĐ 1"},
        )
        assert "Mới có 2/3 đồng nghiệp" in text_of(page)
        proposing.give_ratio(actor_for(office.accounts["leader"]), proposal_id=found.pk, ratio=5)
        leader.post(
            reverse("product_proposal_sign", args=[found.pk]),
            {"code": "BS.1", "factor": "5", "basis": "QĐ 1"},
        )
        assert Product.objects.get(code="BS.1").catalogue == office.products["bc"].catalogue
        assert "BS.1, hệ số 5 (QĐ 1)" in text_of(an.get(address))

    def test_the_list_costs_the_same_with_many(self, office, officer):
        proposing.propose(SYSTEM, unit_id=office.world.ward.pk, name="Việc", output="Văn bản")
        cost(officer, reverse("product_proposal_list"))
        few = cost(officer, reverse("product_proposal_list"))
        for n in range(30):
            proposing.propose(
                SYSTEM, unit_id=office.world.ward.pk, name=f"Việc {n}", output="Văn bản"
            )
        assert cost(officer, reverse("product_proposal_list")) == few <= 12


class TestTemplates:
    def test_shown_then_confirmed_then_nothing_left(self, office):
        head = signed_in(office.accounts["head"])
        head.post(
            reverse("template_new"),
            {"unit": office.unit.pk, "name": "Chuyên viên", "title": "Chuyên viên"},
        )
        found = Template.objects.get()
        head.post(
            reverse("template_line", args=[found.pk]),
            {"code": "BC Sản phẩm bc", "quantity": "2", "due_day": "20"},
        )
        address = reverse("template_assign", args=[found.pk])
        page = head.get(address, {"month": "2026-10"})
        assert (
            "Giao việc tháng 10/2026" in text_of(page)
            and "2 dòng thêm" in text_of(page)
            and "Lê Văn An" in text_of(page)
        )
        assert not Work.objects.exists()
        seal = re.search(r'name="seal"\s+value="(\w+)"', page.content.decode())[1]
        stale = head.post(address, {"month": "2026-10", "seal": "x"})
        assert (
            stale.status_code == 422
            and "đã thay đổi từ khi xem" in text_of(stale)
            and not Work.objects.exists()
        )
        head.post(address, {"month": "2026-10", "seal": seal})
        assert Work.objects.filter(source="template").count() == 2
        assert "Không có gì để giao thêm" in text_of(head.get(address, {"month": "2026-10"}))

    @pytest.mark.parametrize("month", ["", "2026-13", "x", "1999-01"])
    def test_a_month_that_is_none_is_the_present_one(self, office, month):
        made = templating.begin_template(office.actor("head"), unit_id=office.unit.pk, name="Mẫu")
        page = signed_in(office.accounts["head"]).get(
            reverse("template_assign", args=[made.pk]), {"month": month}
        )
        assert "Giao việc tháng 11/2026" in text_of(page)

    @pytest.mark.parametrize("route", ["template_list", "template_detail", "template_assign"])
    def test_costs_the_same_with_many(self, office, route):
        head = office.actor("head")
        made = templating.begin_template(head, unit_id=office.unit.pk, name="Mẫu")
        templating.put_line(head, template_id=made.pk, code="VB", quantity=1)
        client = signed_in(office.accounts["head"])
        address = reverse(route, args=[] if route == "template_list" else [made.pk])
        cost(client, address)
        few = cost(client, address)
        catalogue = office.products["bc"].catalogue
        for n in range(20):
            templating.begin_template(head, unit_id=office.unit.pk, name=f"Mẫu {n}")
            Product.objects.create(
                catalogue=catalogue,
                position=10 + n,
                code=f"X{n}",
                name=f"Việc {n}",
                folded=f" x{n} viec",
                factor=1,
            )
            templating.put_line(head, template_id=made.pk, code=f"X{n}", quantity=1)
        assert cost(client, address) == few <= 16


class TestSources:
    HEADER = ("Số ký hiệu", "Trích yếu", "Loại văn bản", "Người xử lý", "Ngày hoàn thành")

    @pytest.fixture
    def clerk(self, office):
        return office.world.client(Role.CLERK)

    def upload(self, office, client, rows):
        content = one_sheet(self.HEADER, rows, titles=["SỔ VĂN BẢN"])
        return client.post(
            reverse("source_upload", args=["documents"]),
            {"home": office.world.ward.pk, "file": named(content, "so.xlsx")},
        ).url

    def test_read_explained_confirmed_and_remembered(self, office, clerk):
        rows = [
            ["12/CV", "Trả lời kiến nghị", "Công văn", "Lê Văn An", "09/10/2026"],
            ["13/CV", "Xin ý kiến", "Công văn", "Ai đó", "09/10/2026"],
        ]
        address = self.upload(office, clerk, rows)
        page = clerk.get(address)
        assert "Không nhận ra ai tại Phường Đông Kinh" in text_of(
            page
        ) and "1 chưa quy đổi" in text_of(page)
        fields = dict(
            re.findall(
                r'<select name="(column_\w+)".*?<option value="([^"]*)" selected>',
                page.content.decode(),
                re.S,
            )
        )
        said = clerk.post(
            address,
            {
                "move": "say",
                "origin": "assigned",
                **fields,
                "kind_0": "VB Sản phẩm vb",
                "kind_1": "",
            },
        )
        assert said.url == address and SourceMapping.objects.get().products == {"cong van": "VB"}
        page = text_of(clerk.get(address))
        assert "0 chưa quy đổi" in page and "Bỏ 1 dòng này, ghi các dòng còn lại" in page
        assert clerk.post(address).status_code == 200 and not Work.objects.exists()
        clerk.post(address, {"skip": "4"})
        assert Work.objects.get().code == "VB"
        again = self.upload(office, clerk, rows[:1])
        assert "0 việc mới" in text_of(clerk.get(again)) and "1 không đổi" in text_of(
            clerk.get(again)
        )

    def test_a_name_nobody_has_is_chosen_on_the_page(self, office, clerk):
        address = self.upload(
            office, clerk, [["12/CV", "Trả lời", "Công văn", "cb.an", "09/10/2026"]]
        )
        page = clerk.get(address).content.decode()
        options = dict(
            re.findall(
                r'<option value="(\d+)">([^<]+)</option>',
                page.partition('name="who_0"')[2].partition("</select>")[0],
            )
        )
        assert (
            options[str(office.people["an"].pk)]
            == "Lê Văn An – Chuyên viên, Phòng Văn hóa - Xã hội"
        )
        assert not any(str(person.pk) in options for person in office.world.other_people.values())
        columns = dict(
            re.findall(
                r'<select name="(column_\w+)"(?:(?!</select>).)*?<option value="([^"]*)" selected>',
                page,
                re.S,
            )
        )
        clerk.post(
            address,
            {
                "move": "say",
                "origin": "assigned",
                **columns,
                "kind_0": "VB",
                "kind_1": "",
                "who_0": office.people["an"].pk,
            },
        )
        assert "Lê Văn An: Trả lời" in text_of(clerk.get(address))
        clerk.post(address)
        assert Work.objects.get().assessment.person == office.people["an"]

    def test_a_source_that_is_none(self, clerk):
        assert clerk.get(reverse("source_upload", args=["khong-co"])).status_code == 404

    def test_a_csv(self, office, clerk):
        content = (
            ";".join(self.HEADER) + "\n12/CV;Trả lời;Công văn;Lê Văn An;09/10/2026\n"
        ).encode("utf-8-sig")
        address = clerk.post(
            reverse("source_upload", args=["one_stop"]),
            {"home": office.world.ward.pk, "file": named(content, "so.csv")},
        ).url
        clerk.post(address)
        assert Work.objects.get().source == "one_stop"
