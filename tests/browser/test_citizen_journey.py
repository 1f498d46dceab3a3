"""A citizen books a turn on a phone without a script, is received, is promised something, follows
it by code and opens it again; axe looks at every public page at 320 px.
"""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests import town_citizens
from tests.browser.test_axe import RULES
from tests.town_reception import Receiving

from thenchot.citizens.models import RatingSlip, Satisfaction
from thenchot.platform.clock import now, today
from thenchot.platform.scope.roles import Role
from thenchot.reception.models import Direction, Visit
from thenchot.reception.services import dialogues, sessions

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}")
SMALL = {"width": 320, "height": 640}


def looked_at(chromium, site, path: str, code: str = "") -> list:
    """What axe finds on a public page, and what is wider than a small phone."""
    context = chromium.new_context(viewport=SMALL, base_url=site, bypass_csp=True)
    page = context.new_page()
    page.goto(path)
    if code:
        page.get_by_label("Mã trên giấy hẹn").fill(code)
        page.get_by_role("button", name="Xem").click()
    found = Axe().run(page, options=RULES).response["violations"]
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    return [one["id"] for one in found] + ([f"{path}: {width}"] if width > SMALL["width"] else [])


def test_from_the_calendar_to_a_promise_opened_again(world, chromium, site, sign_in):
    run = Receiving(
        world.actor(Role.CLERK), world.actor(Role.LEADER), world.ward, world.people["ubnd"]
    )
    slot = run.posted()
    talk = run.dialogue()
    dialogues.announce_dialogue(run.clerk, dialogue_id=talk.pk)
    phone = chromium.new_context(viewport=SMALL, base_url=site, java_script_enabled=False)
    citizen = phone.new_page()
    citizen.goto("/cong-dan/")
    assert phone.cookies() == []
    citizen.get_by_role("link", name="Đăng ký gặp").click()
    citizen.get_by_label("Họ và tên").fill("Trần Thị Hỏi")
    citizen.get_by_label("Địa chỉ").fill("Tổ dân phố 3")
    citizen.get_by_label("Số điện thoại").fill("0912000222")
    citizen.get_by_label("Ông (bà) muốn nói việc gì?").fill("Lối đi chung bị rào")
    citizen.get_by_label("Tôi đồng ý").check()
    citizen.get_by_role("button", name="Gửi đăng ký").click()
    code = CODE.search(citizen.content())[0]
    assert citizen.get_by_alt_text("Mã QR mở trang theo dõi").is_visible()

    office = sign_in(Role.CLERK)
    office.goto(f"/citizens/sessions/{slot.pk}/")
    office.locator("a[href$='/receive/']").first.click()
    office.get_by_label("Số định danh (căn cước), hộ chiếu").fill("031198000777")
    office.get_by_label("Phân loại theo nội dung").select_option("petition")
    office.get_by_role("button", name="Ghi vào sổ").click()
    office.locator(".success", has_text="Đã ghi vào sổ").wait_for()
    visit = Visit.objects.get()
    assert visit.number == 1
    sessions.hold_slot(run.clerk, slot_id=slot.pk, held_by_id=run.person.pk)

    head = sign_in(Role.LEADER)
    head.goto(f"/citizens/sessions/{slot.pk}/conclude/")
    head.locator("[name=conclusion_no]").fill("15/TB-UBND")
    head.locator("[name=conclusion]").fill("Kiểm tra ngay")
    head.get_by_role("button", name="Ghi kết luận").click()
    head.goto(f"/citizens/sessions/{slot.pk}/promise/")
    head.locator("[name=visit]").select_option(str(visit.pk))
    head.locator("[name=text]").fill("Tháo rào lối đi")
    head.locator("[name=lead]").select_option(str(world.units["phòng văn hóa"].pk))
    head.locator("[name=due_on]").fill(f"{today() + timedelta(days=7):%d/%m/%Y}")
    head.get_by_role("button", name="Giao", exact=True).click()
    head.locator(".success", has_text="Đã giao việc").wait_for()
    one = Direction.objects.get()

    office.goto(f"/citizens/promises/{one.pk}/keep/")
    office.locator("[name=result]").fill("Đã tháo rào")
    office.get_by_role("button", name="Ghi kết quả").click()
    office.locator(".success", has_text="Đã ghi kết quả").wait_for()

    citizen.goto(f"/cong-dan/theo-doi/?ma={code}")
    citizen.get_by_role("button", name="Xem").click()
    assert "Đã tháo rào" in citizen.content()
    citizen.get_by_role("button", name="Chưa giải quyết").click()
    assert "công dân mở lại" in citizen.content()
    one.refresh_from_db()
    assert (one.state, one.verdict) == ("reopened", "not")
    phone.close()

    open_ = run.posted(today() + timedelta(days=12))
    for path in (
        f"/cong-dan/{world.ward.pk}/",
        f"/cong-dan/buoi/{open_.pk}/",
        "/cong-dan/theo-doi/",
        f"/cong-dan/doi-thoai/{talk.pk}/",
    ):
        assert looked_at(chromium, site, path) == []
    assert looked_at(chromium, site, "/cong-dan/theo-doi/", code) == []


def test_a_slip_from_the_counter_is_answered_once(world, chromium, site, sign_in):
    """Given out and handed over at a desk, answered on a small phone without a script."""
    clerk = world.actor(Role.CLERK)
    begun = now() - timedelta(days=2)
    told = town_citizens.row("H01", begun, begun + timedelta(days=1), finished=begun)
    town_citizens.take(clerk, world.ward, [told])
    office = sign_in(Role.CLERK)
    office.goto("/served/slips/new/")
    office.get_by_role("button", name="Phát phiếu").click()
    office.get_by_alt_text("Mã vuông").wait_for()
    slip = RatingSlip.objects.get()
    office.get_by_role("button", name="Đã đưa").first.click()
    office.locator(".success", has_text="Đã ghi phiếu đã đưa").wait_for()

    path = f"/cong-dan/danh-gia/?ma={slip.code}"
    assert looked_at(chromium, site, path) == []
    phone = chromium.new_context(viewport=SMALL, base_url=site, java_script_enabled=False)
    citizen = phone.new_page()
    for face in ("Rất hài lòng", "Rất không hài lòng"):
        citizen.goto(path)
        citizen.get_by_role("button", name=face).click()
        citizen.get_by_role("heading", name="Cảm ơn").wait_for()
    assert [one.face for one in Satisfaction.objects.all()] == [4]
    phone.close()

    head = sign_in(Role.LEADER)
    head.goto("/served/satisfaction/")
    head.get_by_text("đã đưa phiếu cho 1 trong 1 người").wait_for()
