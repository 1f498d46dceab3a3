"""A cadre finds a wrong line in the own file, asks for the change with a scan, the officer sees
exactly what changes and accepts; the printed résumé says it; the cadre sees who has read the file.
And the leader opens a figure to its names.
"""

import base64
import io

import pytest
from docx import Document
from tests.browser.conftest import PHONE
from tests.worlds import person_who_signs_in

from thenchot.people.filing import changing
from thenchot.people.models import Qualification
from thenchot.people.services import correct_person
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.browser
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def degree(world):
    person_who_signs_in(world, "phòng văn hóa", role="staff")
    person = world.people["phòng văn hóa"]
    return changing.add_row(
        SYSTEM,
        person_id=person.pk,
        section="degree",
        level="bachelor",
        field="Luật",
        school="Đại học A",
    )


def test_from_a_wrong_line_to_a_right_file(world, sign_in, degree):
    unit, person = world.units["phòng văn hóa"], world.people["phòng văn hóa"]
    cadre = sign_in(Role.STAFF, unit, size=PHONE)
    cadre.goto("/welcome/")
    cadre.get_by_role("button", name="Tôi đã đọc").click()
    cadre.get_by_role("link", name="Tất cả", exact=True).last.click()
    cadre.get_by_role("link", name="Hồ sơ của tôi").first.click()
    cadre.locator("#degree").get_by_role("checkbox", name="Mở").check()
    cadre.locator("#degree").get_by_role("link", name="Đề nghị sửa").click()
    cadre.fill("[name=field]", "Luật kinh tế")
    cadre.fill("[name=first]", "09/2001")
    cadre.set_input_files(
        "[name=files]", {"name": "bang.png", "mimeType": "image/png", "buffer": DOT}
    )
    cadre.get_by_role("button", name="Gửi đề nghị").click()
    cadre.get_by_text("Chờ xem").wait_for()

    officer = sign_in(Role.OFFICER, world.ward)
    officer.goto("/people/proposals/")
    officer.get_by_role("link", name=person.full_name).click()
    changes = {tuple(line.split("\t")) for line in officer.locator("tbody tr").all_inner_texts()}
    assert changes == {("Từ", "–", "09/2001"), ("Ngành, chuyên ngành", "Luật", "Luật kinh tế")}
    with officer.expect_download() as scan:
        officer.get_by_role("link", name="bang.png").click()
    assert scan.value.path().read_bytes() == DOT
    officer.get_by_role("button", name="Nhận vào hồ sơ").click()
    officer.get_by_text("Không có đề nghị nào đang chờ").wait_for()
    assert Qualification.objects.get(person=person).field == "Luật kinh tế"

    officer.goto(f"/people/{person.pk}/file/")
    with officer.expect_download() as printed:
        officer.get_by_role("link", name="Sơ yếu lý lịch").click()
    cells = [
        c.text
        for t in Document(io.BytesIO(printed.value.path().read_bytes())).tables
        for row in t.rows
        for c in row.cells
    ]
    assert "Luật kinh tế" in cells and "09/2001" in cells

    cadre.goto("/me/readers/")
    assert "Cán bộ Ban Xây dựng Đảng" in cadre.content() and "In lý lịch" in cadre.content()


def test_a_leader_opens_a_figure_to_its_names(world, sign_in):
    correct_person(SYSTEM, person_id=world.people["ubnd"].pk, sex="f")
    page = sign_in(Role.LEADER, world.ward)
    page.goto("/insight/")
    page.get_by_role("link", name="Nữ trong đội ngũ").click()
    page.get_by_role("link", name="Phạm Thị Duyên").wait_for()
    assert page.locator(".strip strong").all_inner_texts() == ["1", "7", "6"]
