"""The month of a head with 24 people, nothing exceptional: how many presses it takes."""

import re
from datetime import timedelta

import pytest
from tests.browser.test_quarter import MONTHS, Ward

from thenchot.worklog.models import Assessment

pytestmark = pytest.mark.browser
STAFF, HEADS = 24, 7
MOST = 12


class Hand:
    """Counts what is pressed."""

    def __init__(self, page):
        self.page, self.presses = page, []

    def press(self, role, name, within=None):
        found = (within or self.page).get_by_role(role, name=name).first
        found.wait_for()
        self.presses.append(name)
        found.click()
        self.page.wait_for_load_state()


@pytest.fixture
def ward(world):
    return Ward(world, people=STAFF + HEADS, in_unit=STAFF)


def test_the_head_of_24_closes_the_month(ward, sign_in, monkeypatch):
    month = MONTHS[0]
    monkeypatch.setenv("THENCHOT_TODAY", (month.start + timedelta(days=1)).isoformat())
    ward.begin(month)
    monkeypatch.setenv("THENCHOT_TODAY", (month.end + timedelta(days=2)).isoformat())
    ward.everybody_else(month, hands=())
    page = sign_in(account=ward.accounts["head"])
    page.goto("/")
    hand = Hand(page)
    hand.press("link", "Đánh giá", page.get_by_role("navigation", name="Các trang"))
    hand.press("link", ward.unit.name, page.locator("main"))
    hand.press("button", re.compile("Xác nhận cả . tuần đã qua"))
    hand.press("button", f"Xác nhận điểm tự chấm của {STAFF} người")
    hand.press("link", f"Xem và chốt {STAFF} phiếu")
    hand.press("button", f"Chốt {STAFF} phiếu")
    page.get_by_text(f"Đã chốt {STAFF} phiếu").wait_for()
    closed = Assessment.objects.filter(unit=ward.unit, number=month.index, state="closed")
    assert closed.count() == STAFF
    assert len(hand.presses) <= MOST, hand.presses
