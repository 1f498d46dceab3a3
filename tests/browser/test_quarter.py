"""A quarter of a ward of 131: two of the staff and their head by hand, the head by keyboard alone,
an objection and what becomes of it; the other 128 through the same services.
"""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.browser.conftest import DESKTOP, PHONE
from tests.worlds import account_with

from thenchot.catalogue.models import Catalogue, Product
from thenchot.kernel.periods import Month
from thenchot.people.models import Appointment
from thenchot.people.services import appoint, create_person, link_account
from thenchot.platform.audit.verifying import verify
from thenchot.platform.scope.actor import SYSTEM, actor_for
from thenchot.platform.scope.roles import Role
from thenchot.scoring.evaluation import policy_of
from thenchot.scoring.models import Reopening
from thenchot.scoring.services import closing, marking, self_reporting
from thenchot.worklog.models import Assessment, Work
from thenchot.worklog.queries.assigning import plan
from thenchot.worklog.services import templating
from thenchot.worklog.services.opening import open_assessments

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MONTHS = (Month(2026, 7), Month(2026, 8), Month(2026, 9))
FULL = {"I.1": 5, "I.2": 5} | {
    f"{group}.{n}": Decimal("2.5") for group in ("II", "III") for n in range(1, 5)
}
PEOPLE = 131


class Ward:
    """131 civil servants; `hands`: the accounts of those who act in the browser."""

    def __init__(self, world, people=PEOPLE, in_unit=20):
        self.world, self.unit = world, world.units["phòng văn hóa"]
        officer, self.accounts = world.actor(Role.OFFICER, world.ward), {}
        Appointment.objects.filter(unit__path__startswith=world.ward.path).update(
            staff_kind="civil_servant"
        )
        self.leader = world.actor(Role.LEADER, world.ward)
        self.seat("head", world.people["phòng văn hóa"], Role.HEAD, officer)
        units = [self.unit] * in_unit + [
            unit for name, unit in world.units.items() if name != "phòng văn hóa"
        ] * 18
        for number, unit in zip(range(people - len(world.people)), units, strict=False):
            person = create_person(SYSTEM, full_name=f"Nguyễn Thị Số {number:03d}", unit_id=unit.pk)
            appoint(
                SYSTEM,
                person_id=person.pk,
                unit_id=unit.pk,
                title="Chuyên viên",
                valid_from=unit.valid_from,
                staff_kind="civil_servant",
            )
            self.seat(number, person, Role.STAFF, officer)
        for name, person in world.people.items():
            if name != "phòng văn hóa":
                self.seat(name, person, Role.HEAD, officer)
        self.template = self.catalogue()

    def seat(self, key, person, role, officer):
        unit = person.appointments.get().unit
        self.accounts[key] = account_with(role, unit, username=f"nguoi-{key}", password=None)
        link_account(officer, person_id=person.pk, account_id=self.accounts[key].pk)

    def catalogue(self):
        catalogue = Catalogue.objects.create(
            unit=self.world.ward, name="Danh mục", state="approved", valid_from=date(2026, 7, 1)
        )
        for code, factor in (("BC", "1.5"), ("VB", "1")):
            Product.objects.create(
                catalogue=catalogue,
                code=code,
                name=f"Sản phẩm {code}",
                folded=code.lower(),
                factor=factor,
            )
        template = templating.begin_template(
            self.leader, unit_id=self.world.ward.pk, name="Việc chung"
        )
        templating.put_line(
            self.leader, template_id=template.pk, code="BC", quantity=Decimal(2), due_day=20
        )
        templating.put_line(self.leader, template_id=template.pk, code="VB", quantity=Decimal(4))
        return template

    def begin(self, month):
        open_assessments(self.leader, unit_id=self.world.ward.pk, on=month.start)
        templating.assign(
            self.leader,
            template_id=self.template.pk,
            month=month,
            seal=plan(self.leader, self.template, month).seal,
        )

    def assessment(self, key, month) -> Assessment:
        return Assessment.objects.get(
            person__account=self.accounts[key], rules="nd335", number=month.index
        )

    def everybody_else(self, month, hands):
        """What the others write into their own sheets, each as the own account."""
        for key in self.accounts.keys() - set(hands):
            actor, assessment = actor_for(self.accounts[key]), self.assessment(key, month)
            for work in Work.objects.filter(assessment=assessment, dropped_at=None):
                late = work.code == "BC" and isinstance(key, int) and key % 7 == 0
                self_reporting.report_done(
                    actor,
                    work_id=work.pk,
                    done=work.assigned,
                    done_on=month.start + timedelta(days=24 if late else 14),
                )
            self_reporting.rate_oneself(actor, assessment_id=assessment.pk, points=FULL)
            self_reporting.submit_assessment(actor, assessment_id=assessment.pk)

    def close_others(self, month):
        closing_by = self.leader
        for name, unit in self.world.units.items():
            if name != "phòng văn hóa":
                marking.accept_self_points(closing_by, unit_id=unit.pk, period=month)
        for assessment in Assessment.objects.filter(
            number=month.index, kind="head", rules="nd335"
        ).exclude(state="closed"):
            marking.confirm_points(
                closing_by,
                assessment_id=assessment.pk,
                points=dict(policy_of(assessment).general_criteria),
                leading={"organising": "met", "unity": "united"},
            )
        closing.close_unit(closing_by, unit_id=self.world.ward.pk, period=month)


@pytest.fixture
def ward(world):
    return Ward(world)


def press(page, name: str) -> None:
    """Reach a control with the Tab key alone, and press it."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if re.search(
            name,
            page.evaluate("document.activeElement.innerText || document.activeElement.value || ''"),
        ):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"no key leads to “{name}”")


def my_month(page, sudden: bool):
    """Report what was assigned, add something sudden, give the own points, send."""
    page.goto("/my/month/")
    for row in ("BC", "VB"):
        page.locator("tr", has_text=f"Sản phẩm {row}").get_by_role(
            "link", name="Báo kết quả"
        ).click()
        page.get_by_role("button", name="Ghi").click()
    if sudden:
        page.get_by_role("link", name="Việc phát sinh").click()
        page.fill("[name=product]", "VB Sản phẩm VB")
        page.fill("[name=quantity]", "2")
        page.get_by_role("button", name="Ghi").click()
    for code, most in FULL.items():
        page.fill(f"[name=p_{code.replace('.', '_')}]", str(most).replace(".", ","))
    page.get_by_role("button", name="Gửi phiếu").click()
    page.get_by_text("Đã gửi phiếu").wait_for()


def test_a_quarter_of_a_ward(ward, sign_in, monkeypatch):
    an, binh, head = (
        sign_in(account=ward.accounts[key], size=size)
        for key, size in ((0, PHONE), (1, DESKTOP), ("head", DESKTOP))
    )
    for month in MONTHS:
        monkeypatch.setenv("THENCHOT_TODAY", (month.start + timedelta(days=1)).isoformat())
        ward.begin(month)
        monkeypatch.setenv("THENCHOT_TODAY", (month.start + timedelta(days=18)).isoformat())
        my_month(an, sudden=True)
        my_month(binh, sudden=False)
        monkeypatch.setenv("THENCHOT_TODAY", (month.end + timedelta(days=2)).isoformat())
        ward.everybody_else(month, hands=(0, 1))
        period = f"month-{month.year}-{month.index}"
        head.goto(f"/months/units/{ward.unit.pk}/?period={period}")
        press(head, "Xác nhận điểm tự chấm của 20 người")
        press(head, "Xem và chốt 20 phiếu")
        press(head, "Chốt 20 phiếu")
        head.get_by_text("Đã chốt 20 phiếu").wait_for()
        ward.close_others(month)
    closed = Assessment.objects.filter(rules="nd335", state="closed")
    assert closed.count() == PEOPLE * len(MONTHS)
    assert closed.filter(person__account=ward.accounts[0]).values_list(
        "total", flat=True
    ).distinct().get() == Decimal(100)
    late = (
        closed.filter(person__account=ward.accounts[7])
        .values_list("total", flat=True)
        .distinct()
        .get()
    )
    assert late == Decimal("97.50")  # both reports late: c = (7 - 3/4) / 7
    _an_objection(ward, binh, head)
    assert verify().is_whole


def _an_objection(ward, binh, head):
    """Bình finds a fault that was somebody else's; the head agrees; the new result replaces the
    old.
    """
    september = MONTHS[-1]
    assessment = ward.assessment(1, september)
    actor = actor_for(ward.accounts["head"])
    closing.reopen_assessment(actor, assessment_id=assessment.pk, reason="Ghi bổ sung lỗi")
    fault = marking.note_fault(
        actor,
        work_id=Work.objects.filter(assessment=assessment, code="VB").get().pk,
        kind="content",
        times=4,
    )
    closing.close_assessment(actor, assessment_id=assessment.pk)
    binh.goto(f"/my/month/?assessment={assessment.pk}")
    binh.get_by_role("link", name="Gửi kiến nghị").click()
    binh.fill("[name=text]", "Lỗi này của văn bản khác")
    binh.get_by_role("button", name="Gửi", exact=True).click()
    head.goto(f"/months/assessments/{assessment.pk}/")
    head.get_by_role("link", name="Giải quyết").click()
    head.select_option("[name=outcome]", "upheld")
    head.fill("[name=answer]", "Đúng, ghi nhầm văn bản")
    head.get_by_role("button", name="Trả lời").click()
    head.locator(f"a[href='/faults/{fault.pk}/withdraw/']").click()
    head.fill("[name=reason]", "Ghi nhầm văn bản")
    head.get_by_role("button", name="Bỏ").click()
    head.get_by_role("button", name="Chốt").click()
    binh.goto(f"/my/month/?assessment={assessment.pk}")
    binh.get_by_text("Đúng, ghi nhầm văn bản").wait_for()
    assessment.refresh_from_db()
    assert (assessment.total, assessment.band) == (Decimal(100), "excellent")
    assert Reopening.objects.filter(assessment=assessment).count() == 2
