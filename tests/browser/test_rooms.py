"""The rooms in Chromium: the tree, a list from Excel, a person, a document; also on a phone and
without a mouse.
"""

import io

import openpyxl
import pytest
from tests.browser.conftest import PHONE

from thenchot.people.models import Person
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.platform.scope.roles import Role

pytestmark = pytest.mark.browser


def workbook(*rows):
    return {
        "name": "can-bo.xlsx",
        "mimeType": "application/octet-stream",
        "buffer": write_sheet([Column("Họ tên"), Column("Năm sinh"), Column("Đơn vị")], rows),
    }


def test_a_list_of_people_is_tried_corrected_and_taken(sign_in, world):
    page = sign_in(Role.OFFICER, world.ward)
    page.goto("/people/")
    page.get_by_role("link", name="Nhập từ Excel").click()
    page.set_input_files("[name=file]", workbook(["Trần Thị Hoa", "31/02/1980", "UBND"]))
    page.get_by_role("button", name="Đọc thử").click()
    assert "Không có ngày 31/02/1980" in page.content()
    assert not page.get_by_role("button", name="Xác nhận").count()
    page.get_by_role("link", name="Chọn tệp khác").click()
    page.set_input_files("[name=file]", workbook(["Trần Thị Hoa", "1980", "UBND"]))
    page.get_by_role("button", name="Đọc thử").click()
    page.get_by_text("chỉ có năm sinh 1980").first.wait_for()
    page.get_by_role("button", name="Xác nhận").click()
    page.get_by_text("1 mới").wait_for()
    assert Person.objects.filter(full_name="Trần Thị Hoa").exists()


def test_search_without_marks_finds_the_person_as_one_types(sign_in, world):
    page = sign_in(Role.STAFF, world.ward)
    page.goto("/people/")
    page.fill("main [name=q]", "duong nguy")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=duong**")
    page.locator("#rows a", has_text="Nguyễn Văn Đường").wait_for()
    assert page.locator("#rows tbody tr").count() == 1


def test_the_export_is_a_workbook_that_opens(sign_in, world):
    page = sign_in(Role.OFFICER, world.ward)
    page.goto("/people/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Xuất Excel").click()
    content = download.value.path().read_bytes()
    assert openpyxl.load_workbook(io.BytesIO(content)).active["A1"].value == "Mã hệ thống"


def test_a_unit_is_added_and_a_refusal_stands_on_the_form(sign_in, world):
    page = sign_in(Role.OFFICER, world.ward)
    page.goto(f"/units/{world.ward.pk}/")
    page.get_by_role("link", name="Thêm đơn vị trực thuộc").click()
    page.fill("[name=name]", "Ủy ban nhân dân phường")
    page.get_by_role("button", name="Thêm đơn vị").click()
    page.get_by_text("Cùng cấp đã có").wait_for()
    page.fill("[name=name]", "Trạm Y tế phường")
    page.get_by_role("button", name="Thêm đơn vị").click()
    page.get_by_role("heading", name="Trạm Y tế phường").wait_for()


def test_a_document_is_registered_by_hand(sign_in, world):
    page = sign_in(Role.CLERK, world.ward)
    page.goto("/documents/new/")
    page.fill("[name=number]", "12-NQ/ĐU")
    page.fill("[name=kind]", "Nghị quyết")
    page.fill("[name=issuer]", "Đảng ủy phường")
    page.fill("[name=title]", "Về công tác cán bộ")
    page.get_by_role("button", name="Vào sổ").click()
    page.get_by_role("heading", name="Nghị quyết 12-NQ/ĐU").wait_for()
    page.goto("/documents/?q=12 - NQ/ĐU")
    assert page.locator("#rows a", has_text="12-NQ/ĐU").count() == 1


@pytest.mark.parametrize("path", ["/units/", "/people/", "/documents/"])
def test_no_page_is_wider_than_a_phone(sign_in, world, path):
    page = sign_in(Role.OFFICER, world.ward, size=PHONE)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_list_is_reached_by_keyboard(sign_in, world):
    page = sign_in(Role.STAFF, world.ward)
    page.goto("/people/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_day_is_typed_or_picked(sign_in, world):
    page = sign_in(Role.OFFICER, world.ward)
    page.goto(f"/people/{world.people['ubnd'].pk}/appoint/")
    field = page.locator("[name=valid_from]")
    assert field.get_attribute("type") == "text"
    button = page.get_by_role("button", name="Mở lịch: Từ ngày")
    button.wait_for()
    picker = page.locator("input[data-day] + .calendar input[type=date]").first
    picker.evaluate("i => { i.value = '2026-09-05'; i.dispatchEvent(new Event('change')) }")
    assert field.input_value() == "05/09/2026"
    field.fill("6/9/2026")
    button.click()
    assert picker.input_value() == "2026-09-06"


def test_the_check_of_a_list_fits_a_phone(sign_in, world):
    from tests.browser.test_axe import complaints

    page = sign_in(Role.OFFICER, world.ward)
    page.set_viewport_size(PHONE)
    page.goto("/people/import/")
    known = world.people["ubnd"].full_name
    rows = (
        ["Trần Thị Hoa", "31/02/1980", "UBND"],
        ["Công Tằng Tôn Nữ Thị Một Tên Dài", "00/00/1980", "Đơn vị không có ở đâu cả trong phường"],
        [known, "", ""],
    )
    page.set_input_files("[name=file]", workbook(*rows))
    page.get_by_role("button", name="Đọc thử").click()
    page.get_by_text("Cần trả lời").wait_for()
    assert complaints(page) == []
