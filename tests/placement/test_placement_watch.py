"""The watch over procedures: what it points at, what it leaves alone, at which cost."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.succession.conftest import DAY
from tests.worlds import signed_in, staff

from thenchot.people.models import Appointment
from thenchot.placement.models import Procedure, ProcedureStep
from thenchot.placement.queries.watching import list_irregular
from thenchot.placement.rules import watching as rules

pytestmark = pytest.mark.django_db


def kinds(placement) -> list[str]:
    return [one.kind for one in list_irregular(placement.leader, on=DAY)]


@pytest.mark.parametrize(
    ("done", "backdated"), [(date(2026, 10, 26), False), (date(2026, 10, 25), True), (DAY, False)]
)
def test_more_than_the_days_of_the_policy_is_backdated(done, backdated):
    assert rules.is_backdated(done, DAY, 15) is backdated


@pytest.mark.parametrize(
    ("opened", "steps", "decided", "alone"),
    [(1, [1, 1], 1, True), (1, [1, 2], 1, False), (1, [1], 2, False), (None, [None], None, False)],
)
def test_one_hand_for_everything(opened, steps, decided, alone):
    assert rules.by_one_hand(opened, steps, decided) is alone


def test_a_step_written_down_long_afterwards(placement):
    case = placement.run(placement.opened("ubnd", "resignation"), until=1)
    assert kinds(placement) == []
    ProcedureStep.objects.filter(procedure=case, number=1).update(done_on=DAY - timedelta(days=16))
    assert kinds(placement) == ["backdated"]


def test_one_person_opened_recorded_and_decided(placement):
    case = placement.run(placement.opened("ubnd", "resignation"))
    placement.decide(case)
    assert "alone" not in kinds(placement)
    Procedure.objects.filter(pk=case.pk).update(decided_by=case.opened_by_id)
    assert "alone" in kinds(placement)


def test_a_post_of_a_leader_without_a_procedure(placement):
    placement.opened("mặt trận", "resignation")
    seat = Appointment.objects.get(person=placement.person("ubnd"), valid_to=None)
    Appointment.objects.filter(pk=seat.pk).update(
        title_ref=placement.title("division_head"), valid_from=DAY
    )
    assert kinds(placement) == ["without"]
    Appointment.objects.filter(pk=seat.pk).update(valid_from=DAY - timedelta(days=1))
    assert kinds(placement) == []


@pytest.mark.parametrize("size", [1, 25])
def test_the_list_costs_the_same_at_one_and_at_many(placement, size):
    placement.opened("mặt trận", "resignation")
    unit = placement.world.units["ubnd"]
    for person in staff(placement.world, unit, [f"Lê Văn {n}" for n in range(size)]):
        Appointment.objects.filter(person=person).update(
            title_ref=placement.title("division_head"), valid_from=DAY
        )
    browser = signed_in(placement.world.account("leader"))
    url = reverse("procedure_watch")
    browser.get(url)
    with CaptureQueriesContext(connection) as captured:
        page = browser.get(url).content.decode()
    assert len(captured) <= 12
    assert "Lê Văn 0" in page
