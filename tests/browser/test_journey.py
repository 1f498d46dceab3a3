"""The whole way once, in Chromium: a document goes in, is corrected, given out, accepted, reported,
and printed.
"""

import io
from datetime import timedelta
from pathlib import Path

import docx
import pytest
from tests.programmes.conftest import give, text_of

from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role
from thenchot.programmes.models import Programme, Task
from thenchot.web.demo.calendar import speak
from thenchot.web.demo.intake import SAMPLES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def sample(tmp_path) -> Path:
    """Our own programme of the kind of S0, speaking of days around today."""
    text = (SAMPLES / "1-chuong-trinh-phuong.txt").read_text(encoding="utf8")
    path = tmp_path / "chuong-trinh.txt"
    path.write_text(speak(text, on=today()), encoding="utf8")
    return path


@pytest.fixture
def given_programme(world):
    """The programme of the small world, already given out."""
    on = today()
    days = {
        "given": on - timedelta(days=150),
        "soon": on + timedelta(days=20),
        "late": on - timedelta(days=30),
    }
    return give(world, text_of(**days)).programme


def upload(page, site, path):
    page.goto(f"{site}/import/")
    page.set_input_files("input[name=file]", str(path))
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_url("**/import/*/")


def map_everything(page):
    page.get_by_role("link", name="Tiếp: gắn cơ quan với đơn vị").click()
    for unmapped in page.locator("details.map", has_text="chưa gắn").all():
        if unmapped.get_attribute("open") is None:
            unmapped.locator("summary").click()
        unmapped.locator("input[type=checkbox]").nth(1).check()
    page.get_by_role("button", name="Tiếp: xác nhận").click()


def give_out(page, issuing, monitor):
    page.select_option("select[name=issuing]", label=issuing)
    page.select_option("select[name=monitor]", label=monitor)
    page.get_by_role("button", name="Xác nhận và giao").click()
    page.wait_for_url("**/programmes/*/")


def test_from_a_document_to_a_kept_promise(world, site, sign_in, sample):
    officer = sign_in(Role.OFFICER, world.ward)
    upload(officer, site, sample)
    # what was understood stands beside the original, with its doubts
    assert officer.locator(".doc mark.deadline").count() >= 10
    assert "sau (5) là (8)" in officer.content()
    card = officer.locator(".card-wrap", has_text="Rà soát, phân công lại cán bộ").first
    card.get_by_text("Sửa").click()
    card.locator("[name=product]").fill("Báo cáo rà soát")
    card.get_by_role("button", name="Lưu").click()
    officer.locator(".tag.done", has_text="đã lưu").first.wait_for()
    map_everything(officer)
    give_out(officer, world.units["ban thường vụ"].name, world.units["ban xây dựng đảng"].name)
    programme = Programme.objects.get()
    assert programme.tasks.count() >= 14
    task = programme.tasks.get(text__startswith="Rà soát, phân công lại cán bộ")
    assert task.product == "Báo cáo rà soát"

    head = sign_in(Role.HEAD, world.units["ban xây dựng đảng"])
    head.goto(f"{site}/tasks/{task.pk}/")
    head.get_by_role("link", name="Nhận việc").first.click()
    head.get_by_role("button", name="Nhận việc").click()
    head.get_by_text("Đơn vị đã nhận việc.").wait_for()
    head.goto(f"{site}/tasks/{task.pk}/report/")
    head.fill("[name=note]", "Đã rà soát xong 12 vị trí.")
    head.fill("[name=percent]", "60")
    head.set_input_files(
        "[name=files]",
        {"name": "bang-ra-soat.txt", "mimeType": "text/plain", "buffer": "Bảng rà soát".encode()},
    )
    head.get_by_role("button", name="Báo tiến độ").click()
    head.get_by_text("Đã rà soát xong 12 vị trí.").wait_for()
    assert head.get_by_role("link", name="bang-ra-soat.txt").count() == 1

    leader = sign_in(Role.LEADER, world.ward)
    leader.goto(f"{site}/board/")
    assert leader.get_by_role("heading", name="Vướng ở bàn nào, bao lâu").count() == 1
    assert Task.objects.filter(state="in_progress").count() == 1

    with officer.expect_download() as download:
        officer.goto(f"{site}/programmes/{programme.pk}/")
        officer.get_by_role("link", name="Phụ lục").click()
    printed = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    cells = [cell.text for table in printed.tables for row in table.rows for cell in row.cells]
    assert any(text.startswith("Rà soát, phân công lại cán bộ") for text in cells)


def test_a_stranger_of_another_ward_sees_nothing_of_it(world, site, sign_in, given_programme):
    stranger = sign_in(Role.HEAD, world.other_units["ban xây dựng đảng"])
    for path in (
        f"/tasks/{given_programme.tasks.first().pk}/",
        f"/programmes/{given_programme.pk}/",
    ):
        answer = stranger.goto(site + path)
        assert answer.status == 404
    stranger.goto(f"{site}/tasks/")
    assert "Không có nhiệm vụ nào" in stranger.content()


def test_an_extension_is_asked_by_the_lead_and_decided_by_the_issuer(
    world, site, sign_in, given_programme
):
    task = given_programme.tasks.filter(timing="dated", due_on__gt=today()).first()
    lead = task.assignments.filter(part="lead").first().unit
    head = sign_in(Role.HEAD, lead)
    head.goto(f"{site}/tasks/{task.pk}/extend/")
    later = task.due_on + timedelta(days=30)
    head.fill("[name=proposed_on]", later.isoformat())
    head.fill("[name=reason]", "Chờ ý kiến thẩm định")
    head.get_by_role("button", name="Xin gia hạn").click()
    head.get_by_text("Đã gửi đề nghị gia hạn").wait_for()

    leader = sign_in(Role.LEADER, world.ward)
    leader.goto(f"{site}/tasks/{task.pk}/")
    leader.get_by_role("link", name="Quyết định").click()
    leader.select_option("[name=decision]", "grant")
    leader.get_by_role("button", name="Quyết định gia hạn").click()
    leader.get_by_text("Đã ghi quyết định").wait_for()
    old = task.due_on
    task.refresh_from_db()
    assert (task.due_on, task.original_due_on) == (later, old)
    assert leader.locator(".was", has_text=old.strftime("%d/%m/%Y")).count() >= 1


@pytest.mark.seeds
def test_the_real_programme_of_a_ward_becomes_its_appendix_again(world, site, sign_in, seeds):
    officer = sign_in(Role.OFFICER, world.ward)
    upload(officer, site, sorted(seeds.glob("000*.txt"))[0])
    map_everything(officer)
    give_out(officer, world.units["ban thường vụ"].name, world.units["ban xây dựng đảng"].name)
    programme = Programme.objects.get()
    assert (programme.tasks.count(), programme.targets.count() >= 10) == (18, True)
    assert programme.directive.number == "17-CTr/ĐU"
    with officer.expect_download() as download:
        officer.get_by_role("link", name="Phụ lục").click()
    printed = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    rows = {
        row.cells[0].text: [cell.text for cell in row.cells]
        for table in printed.tables
        for row in table.rows
        if len(row.cells) == 5
    }
    # the row that the original breaks across two pages is whole again, with the deadline in its own
    # words
    assert rows["1.7"][1].endswith("tổ trưởng tổ dân phố trên địa bàn phường")
    assert rows["1.7"][4] == "Hoàn thành trong tháng 7/2026"
    assert rows["1.3"][4] == "Theo chỉ đạo của Ủy ban MTTQ Việt Nam thành phố"
    assert (
        programme.tasks.get(ref="1.5").assignments.get(part="approve").unit
        == world.units["ban thường vụ"]
    )


@pytest.mark.seeds
@pytest.mark.parametrize(("number", "tasks"), [(1, 17), (2, 8), (3, 53), (4, 7)])
def test_the_other_real_documents_stand_beside_what_was_understood(
    world, site, sign_in, seeds, number, tasks
):
    officer = sign_in(Role.OFFICER, world.ward)
    upload(officer, site, sorted(seeds.glob(f"00{number}*.txt"))[0])
    assert abs(officer.locator("[id^=card-t]").count() - tasks) <= 1
    assert officer.locator(".doc mark").count() >= tasks
