"""A register told once: its page, filters, order, chosen columns and files. Shown on the library of
documents.
"""

import io
import json
from datetime import date

import docx
import openpyxl
import pytest
from django.urls import reverse
from tests.registers import asked_by, chosen
from tests.worlds import build_world

from thenchot.documents.registers import DirectiveRegister
from thenchot.documents.services import register_directive
from thenchot.platform.registers.models import ColumnChoice
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
PAGE = "directive_list"


@pytest.fixture
def world():
    world = build_world()
    for number, issued_on in (("1-KH/ĐU", date(2026, 1, 5)), ("2-KH/ĐU", date(2025, 6, 1))):
        register_directive(
            SYSTEM,
            home_id=world.ward.pk,
            number=number,
            issuer="=Đảng ủy",
            title=f"Về {number}",
            kind="Kế hoạch",
            issued_on=issued_on,
        )
    return world


def file_of(client, form, query=""):
    answer = client.get(reverse(f"{PAGE}_file", kwargs={"form": form}) + query)
    assert answer.status_code == 200
    return answer.content


class TestPage:
    def test_narrowed_and_ordered_by_the_address(self, world):
        clerk = world.actor(Role.CLERK)
        assert [d.number for d in chosen(DirectiveRegister, clerk)] == ["1-KH/ĐU", "2-KH/ĐU"]
        assert [d.number for d in chosen(DirectiveRegister, clerk, sort="issued_on")] == [
            "2-KH/ĐU",
            "1-KH/ĐU",
        ]
        assert [d.number for d in chosen(DirectiveRegister, clerk, q="2-KH")] == ["2-KH/ĐU"]

    @pytest.mark.parametrize("query", ["sort=nothing", "sort=-", "page=99", "year=x", "kind=?"])
    def test_a_wrong_address_breaks_nothing(self, world, query):
        answer = world.client(Role.CLERK).get(f"{reverse(PAGE)}?{query}")
        assert answer.status_code == 200

    def test_only_the_rows_for_a_part_of_the_page(self, world):
        headers = {"HX-Request": "true", "HX-Target": "rows"}
        text = world.client(Role.CLERK).get(reverse(PAGE), headers=headers).content.decode()
        assert "1-KH/ĐU" in text and "<html" not in text

    def test_nothing_found_says_so(self, world):
        text = world.client(Role.CLERK).get(reverse(PAGE) + "?q=khongco").content.decode()
        assert "Không có dòng nào khớp với bộ lọc." in text

    def test_a_person_keeps_the_columns_chosen(self, world):
        client = world.client(Role.CLERK)
        address = reverse("register_columns", args=[PAGE])
        back = reverse(PAGE)
        answer = client.post(address, {"column": ["number", "nonsense"], "back": back})
        assert answer.url == back
        assert ColumnChoice.objects.get().columns == ["number"]
        heads = asked_by(DirectiveRegister, world.actor(Role.OFFICER)).shown
        assert heads != ["number"]  # another account keeps its own
        assert "Trích yếu</a></th>" not in client.get(back).content.decode()

    def test_the_way_back_never_leads_away(self, world):
        address = reverse("register_columns", args=[PAGE])
        answer = world.client(Role.CLERK).post(address, {"back": "https://example.org/"})
        assert answer.url == "/"


class TestFiles:
    def test_excel_has_typed_values_and_no_formula(self, world):
        content = file_of(world.client(Role.CLERK), "xlsx", "?sort=issued_on")
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        heads, first, *_ = sheet.iter_rows(values_only=True)
        row = dict(zip(heads, first, strict=True))
        assert row["Ngày ban hành"].date() == date(2025, 6, 1)
        assert row["Cơ quan ban hành"] == "'=Đảng ủy"
        assert row["Mã hệ thống"] == chosen(DirectiveRegister, world.actor(Role.CLERK))[1].pk

    def test_word_has_the_official_head(self, world):
        document = docx.Document(io.BytesIO(file_of(world.client(Role.CLERK), "docx")))
        head, table = document.tables[0], document.tables[1]
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in head.cell(0, 1).text
        assert [cell.text for cell in table.rows[1].cells][:3] == ["1", "Kế hoạch", "1-KH/ĐU"]

    def test_json_for_other_programs(self, world):
        answer = json.loads(file_of(world.client(Role.CLERK), "json", "?q=2-KH"))
        assert answer["rows"][0]["issued_on"] == "2025-06-01"
        assert {"name": "issuer", "title": "Cơ quan ban hành"} in answer["columns"]

    def test_a_form_that_is_none_is_not_found(self, world):
        address = reverse(f"{PAGE}_file", kwargs={"form": "pdf"})
        assert world.client(Role.CLERK).get(address).status_code == 404
