"""The whole way once, in Chromium: two failed quarters lead to a replacement, the vacancy is found,
a planned person whose conclusion ran out is refused, then appointed, and hands over.
"""

from datetime import timedelta

import pytest
from tests.placement.conftest import PlacementWorld, schooled
from tests.succession.conftest import ready_ward
from tests.town_placement import accept, run

from thenchot.organisation.services import quotas
from thenchot.people.models import Appointment
from thenchot.placement.models import HandOverItem, Procedure, Vacancy
from thenchot.platform.clock import now, today
from thenchot.rating.models import ReplacementReview
from thenchot.succession.models import Candidate
from thenchot.succession.services import plans

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LEAVES, COMES = "phòng văn hóa", "ubnd"


@pytest.fixture
def ward(world) -> PlacementWorld:
    """A head with two failed quarters; somebody planned for the post, cleared until yesterday."""
    made = schooled(ready_ward(world, PlacementWorld))
    Appointment.objects.filter(person=made.person(LEAVES)).update(
        title_ref=made.title("division_head"), title="Trưởng phòng", is_head=True
    )
    _limit(made)
    _planned(made)
    ReplacementReview.objects.create(
        person=made.person(LEAVES),
        unit=made.world.units[LEAVES],
        quarters=["2026-Q2", "2026-Q3"],
        first="2026-Q2",
        state="accepted",
        reason="Đồng ý",
        opened_on=today(),
        decided_at=now(),
    )
    return made


def _limit(made) -> None:
    quotas.set_title_limit(
        made.officer,
        unit_id=made.world.units[LEAVES].pk,
        title_id=made.title("division_head").pk,
        number=1,
        basis="Đề án",
    )


def _planned(made) -> None:
    plan = made.plan()
    made.propose(COMES)
    made.vote(plan)
    plans.submit_plan(made.officer, plan_id=plan.pk)
    plans.approve_plan(made.leader, plan_id=plan.pk, decision="215-QĐ/TU", decided_on=today())
    made.lapse(COMES)


def open_case(page, site, **chosen) -> None:
    page.goto(f"{site}/placement/procedures/new/")
    for name, label in chosen.items():
        page.select_option(f"select[name={name}]", label=label)
    page.get_by_role("button", name="Mở", exact=True).click()


def finish_steps(page, case, site) -> None:
    """Each in its turn, by its button."""
    for _ in range(case.steps.count()):
        page.goto(f"{site}/placement/procedures/{case.pk}/")
        page.get_by_role("link", name="Ghi bước này").click()
        for name, number in (("summoned", "9"), ("present", "9"), ("agreed", "8")):
            if page.locator(f"input[name={name}]").count():
                page.fill(f"input[name={name}]", number)
        page.get_by_role("button", name="Ghi", exact=True).click()
        page.wait_for_url(f"**/placement/procedures/{case.pk}/")


def decide(page, case, site) -> None:
    page.goto(f"{site}/placement/procedures/{case.pk}/")
    page.get_by_role("link", name="Ghi quyết định").click()
    page.fill("input[name=decision]", "45-QĐ/ĐU")
    page.get_by_role("button", name="Ghi quyết định").click()
    page.wait_for_url(f"**/placement/procedures/{case.pk}/")


def clear_again(page, site, person) -> None:
    page.goto(f"{site}/clearance/{person.pk}/")
    page.get_by_role("link", name="Đề nghị thẩm tra").click()
    page.get_by_role("button", name="Đề nghị").click()
    for _part in range(2):
        page.get_by_role("link", name="Ghi kết luận").first.click()
        page.fill("input[name=number]", "12-KL/BXDĐ")
        page.fill("input[name=body]", "Ban Xây dựng Đảng")
        page.get_by_role("button", name="Ghi", exact=True).click()
        page.wait_for_url(f"**/clearance/{person.pk}/")


def test_from_two_failed_quarters_to_a_successor(ward, sign_in, site):
    officer, leader = sign_in("officer", ward.world.ward), sign_in("leader", ward.world.ward)
    leaving, coming = ward.person(LEAVES), ward.person(COMES)

    open_case(
        officer,
        site,
        kind="Thay thế, bố trí công tác khác",
        person=leaving.full_name,
        ground="Hai quý liên tiếp không hoàn thành nhiệm vụ",
    )
    case = Procedure.objects.get()
    finish_steps(officer, case, site)
    case.papers.update(issued_on=today() - timedelta(days=5))
    decide(leader, case, site)
    assert not Appointment.objects.filter(person=leaving, valid_to=None).exists()

    officer.goto(f"{site}/placement/vacancies/find/")
    officer.get_by_role("button", name="Rà soát").click()
    vacancy = Vacancy.objects.get(title=ward.title("division_head"))
    assert officer.get_by_text("Trưởng phòng").first.is_visible()

    chosen = {"kind": "Bổ nhiệm", "person": coming.full_name, "vacancy": str(vacancy)}
    open_case(officer, site, **chosen)
    assert officer.get_by_text("Chưa có kết luận còn giá trị").first.is_visible()
    assert Procedure.objects.count() == 1

    clear_again(officer, site, coming)
    open_case(officer, site, **chosen)
    case = Procedure.objects.get(person=coming)
    run(ward.officer, case)
    accept(ward.leader, case, "ratings")
    decide(leader, case, site)
    seat = Appointment.objects.get(person=coming, valid_to=None)
    assert (seat.title_ref.code, seat.unit) == ("division_head", ward.world.units[LEAVES])
    assert Candidate.objects.filter(person=coming, state="appointed").exists()
    vacancy.refresh_from_db()
    assert vacancy.state == "filled"

    officer.goto(f"{site}/placement/procedures/{case.pk}/")
    officer.get_by_role("link", name="Đã bàn giao").first.click()
    officer.get_by_role("button", name="Ghi", exact=True).click()
    officer.wait_for_url(f"**/placement/procedures/{case.pk}/")
    assert HandOverItem.objects.filter(procedure=case, state="done").count() == 1
