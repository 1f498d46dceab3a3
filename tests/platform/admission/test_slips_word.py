"""The sheet of slips as a Word file."""

import io
import re

import docx
import pytest

from thenchot.platform.admission import services
from thenchot.platform.admission.models import Slip
from thenchot.platform.scope import places

pytestmark = pytest.mark.django_db
CODE = re.compile(r"Mã: (\w{4}-\w{4}-\w{4})")
PASSWORD = "gió mùa thu trên đồi 31"


def slips_of(answer):
    return [table.cell(0, 0).text for table in docx.Document(io.BytesIO(answer.content)).tables]


@pytest.fixture
def browser(signed_in, monkeypatch):
    monkeypatch.setattr(places, "under", lambda paths: [("/1/4/", "Phòng Văn hóa")])
    monkeypatch.setattr(places, "names", lambda paths: dict.fromkeys(paths, "Phòng Văn hóa"))
    return signed_in("admin", "/1/")


@pytest.fixture
def answer(browser):
    data = {
        "role": "staff",
        "path": "/1/4/",
        "people": "Nguyễn Văn An\nTrần Thị Bình; binh.tt",
        "as": "word",
    }
    return browser.post("/admin/slips/new/", data)


def test_a_file_with_one_frame_for_each_person(answer):
    assert answer["Content-Disposition"] == "attachment; filename*=UTF-8''phieu-tai-khoan.docx"
    assert answer["Cache-Control"] == "no-store"
    first, second = slips_of(answer)
    assert "Phiếu mở tài khoản" in first and "Nguyễn Văn An" in first
    assert "binh.tt" in second and "Vai trò: Cán bộ, công chức" in second
    assert "http://testserver/invite/" in second


def test_its_codes_open_accounts(answer):
    code = CODE.search(slips_of(answer)[1])[1]
    assert (
        services.use_slip(username="binh.tt", code=code, password=PASSWORD).name == "Trần Thị Bình"
    )


def test_it_is_vietnamese_whatever_the_language_of_the_page(browser):
    browser.cookies["django_language"] = "en"
    data = {"role": "staff", "path": "/1/4/", "people": "Nguyễn Văn An", "as": "word"}
    assert "Tên đăng nhập: " in slips_of(browser.post("/admin/slips/new/", data))[0]


def test_a_slip_is_never_cut_by_the_end_of_a_page(answer):
    rows = [table.rows[0] for table in docx.Document(io.BytesIO(answer.content)).tables]
    assert all("w:cantSplit" in row._tr.xml for row in rows)


def test_a_reset_slip(browser, account):
    person = account("staff", "/1/4/")
    (slip,) = slips_of(browser.post(f"/admin/accounts/{person.pk}/slip/", {"as": "word"}))
    assert "Phiếu đặt lại mật khẩu" in slip and "Vai trò" not in slip


def test_a_form_with_a_mistake_makes_neither_file_nor_slip(browser):
    answer = browser.post(
        "/admin/slips/new/", {"role": "staff", "path": "/9/", "people": "", "as": "word"}
    )
    assert answer["Content-Type"].startswith("text/html")
    assert not Slip.objects.exists()
