"""The whole way of training once, in Chromium: a gap found in December becomes a need of the plan,
the plan is approved, a class is opened and people are sent, the certificate is confirmed by a
second person; the gap is closed and the coverage moves.
"""

from datetime import date

import pytest
from django.core.management import call_command
from tests.browser.conftest import PHONE
from tests.standards.conftest import HEADS, make_set
from tests.training.conftest import TrainingWorld
from tests.web.broken import picture

from thenchot.people.models import Appointment, Qualification
from thenchot.standards.models import Shortfall
from thenchot.standards.services.counting import count_all
from thenchot.training.models import Enrolment, TrainingClass, TrainingPlan
from thenchot.training.services import topics

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WHO = "mặt trận"


def on(monkeypatch, *day: int) -> None:
    monkeypatch.setenv("THENCHOT_TODAY", date(*day).isoformat())


@pytest.fixture
def ward(world, monkeypatch) -> TrainingWorld:
    """Heads must hold a middle degree of theory; nobody does, in December."""
    on(monkeypatch, 2026, 12, 5)
    row = {"code": "theory", "kind": "level", "paper": "theory", "level": "middle"}
    made = TrainingWorld(world, make_set(world.ward, [row | {"addressees": HEADS}]))
    Appointment.objects.filter(unit__path__startswith=world.ward.path).update(
        staff_kind="civil_servant"
    )
    made.topics["theory"] = topics.add_topic(
        made.officer,
        unit_id=world.ward.pk,
        code="theory",
        name="Trung cấp lý luận chính trị",
        group="theory",
        audience="officials",
        hours=40,
        paper="theory",
        level="middle",
        paper_name="Trung cấp lý luận chính trị",
    )
    count_all()
    return made


def gap_of(person) -> list[str]:
    rows = Shortfall.objects.standing().filter(person=person)
    return [str(state) for state in rows.values_list("state", flat=True)]


def coverage(page, site, year: int) -> str:
    page.goto(f"{site}/training/coverage/?year={year}")
    return page.locator("tbody tr", has_text="Trung cấp lý luận chính trị").inner_text()


def draw_up(officer, site) -> TrainingPlan:
    officer.goto(f"{site}/training/")
    officer.get_by_role("link", name="+ Kế hoạch").click()
    officer.get_by_role("button", name="Lập", exact=True).click()
    officer.wait_for_url("**/training/plans/*/")
    officer.get_by_role("button", name="Tính nhu cầu và xếp lớp").click()
    officer.wait_for_url("**/jobs/*/")
    call_command("worker", once=True)
    return TrainingPlan.objects.get()


def submit(officer, site, plan) -> None:
    officer.goto(f"{site}/training/plans/{plan.pk}/")
    officer.on("dialog", lambda dialog: dialog.accept())
    officer.get_by_role("button", name="Trình phê duyệt").click()
    officer.get_by_text("Đã trình kế hoạch.").wait_for()


def approve(leader, site, plan) -> None:
    leader.goto(f"{site}/training/plans/{plan.pk}/")
    leader.get_by_role("link", name="Phê duyệt").click()
    leader.fill("input[name=decision]", "12-KH/ĐU ngày 20/12/2026")
    leader.get_by_role("button", name="Phê duyệt").click()
    leader.get_by_text("Đã phê duyệt kế hoạch.").wait_for()


def open_class(officer, site, plan) -> TrainingClass:
    officer.goto(f"{site}/training/plans/{plan.pk}/")
    officer.get_by_role("link", name="Mở lớp").first.click()
    officer.fill("input[name=starts_on]", "01/03/2027")
    officer.fill("input[name=ends_on]", "05/03/2027")
    officer.get_by_role("button", name="Mở lớp").click()
    officer.wait_for_url("**/training/classes/*/")
    return TrainingClass.objects.get()


def row_of(page, person):
    return page.locator("tbody tr", has_text=person.full_name).first


def send(officer, site, held_in, person) -> None:
    officer.goto(f"{site}/training/classes/{held_in.pk}/")
    row_of(officer, person).get_by_role("link", name="Cử đi học").click()
    officer.fill("input[name=decision]", "45-QĐ/ĐU")
    officer.get_by_role("button", name="Ghi quyết định").click()
    officer.get_by_text("Đã ghi quyết định cử đi học.").wait_for()


def record(officer, site, held_in, person) -> None:
    officer.goto(f"{site}/training/classes/{held_in.pk}/")
    row_of(officer, person).get_by_role("link", name="Ghi kết quả").click()
    officer.fill("input[name=certificate]", "TC-0123")
    scan = {"name": "bang.png", "mimeType": "image/png", "buffer": picture("PNG")}
    officer.set_input_files("input[name=scan]", scan)
    officer.get_by_role("button", name="Ghi", exact=True).click()
    officer.get_by_text("chờ người thứ hai xác nhận").first.wait_for()


def confirm(leader, site, held_in, person) -> None:
    """On a phone: the scan is there to look at, then the button."""
    leader.goto(f"{site}/training/classes/{held_in.pk}/")
    with leader.expect_download() as download:
        row_of(leader, person).get_by_role("link", name="TC-0123").click()
    assert download.value.suggested_filename == "bang.png"
    row_of(leader, person).get_by_role("button", name="Xác nhận").click()
    leader.get_by_text("văn bằng, chứng chỉ đã vào hồ sơ").first.wait_for()


def test_from_a_gap_to_a_certificate(ward, sign_in, site, monkeypatch):
    person = ward.person(WHO)
    officer = sign_in("officer", ward.world.ward)
    leader = sign_in("leader", ward.world.ward, size=PHONE)
    assert gap_of(person) == ["missing"]

    plan = draw_up(officer, site)
    officer.goto(f"{site}/training/plans/{plan.pk}/needs/")
    assert "thiếu tiêu chuẩn" in row_of(officer, person).inner_text()
    submit(officer, site, plan)
    approve(leader, site, plan)

    on(monkeypatch, 2027, 2, 20)
    held_in = open_class(officer, site, plan)
    assert Enrolment.objects.filter(held_in=held_in, person=person, state="proposed").exists()
    on(monkeypatch, 2027, 3, 1)
    send(officer, site, held_in, person)
    assert gap_of(person) == ["in_training"]
    assert "0,0 %" in coverage(officer, site, 2027)

    on(monkeypatch, 2027, 3, 8)
    record(officer, site, held_in, person)
    assert gap_of(person) == ["in_training"]
    assert row_of(officer, person).get_by_role("button", name="Xác nhận").count() == 0
    confirm(leader, site, held_in, person)

    assert gap_of(person) == []
    assert Qualification.objects.get(person=person).number == "TC-0123"
    assert "14,3 %" in coverage(officer, site, 2027)
