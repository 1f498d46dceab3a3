"""What an ended unit leaves behind: its open tasks stand on the page of what is left of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.town import given_programme

from thenchot.organisation.services import merge_units
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import SYSTEM
from thenchot.platform.scope.roles import Role
from thenchot.programmes.models import Task
from thenchot.programmes.queries.left import tasks_left

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(world):
    """A unit that leads an open task, and the task."""
    given_programme(world, world.ward, "Đông Kinh")
    task = Task.objects.filter(timing="dated", due_on__gt=today()).first()
    return task.assignments.filter(part="lead").first().unit, task


def test_open_tasks_in_which_it_has_a_part(world, lead):
    unit, task = lead
    assert task in tasks_left(SYSTEM, unit, today())


def test_done_tasks_are_left_out(world, lead):
    unit, task = lead
    Task.objects.filter(pk=task.pk).update(state="cancelled")
    assert task not in tasks_left(SYSTEM, unit, today())


def test_only_what_the_reader_sees(world, lead):
    unit, _task = lead
    assert tasks_left(world.actor(Role.OFFICER, world.other_ward), unit, today()) == []


def test_they_stand_on_the_page_after_joining(world, lead):
    unit, task = lead
    heir = next(
        one
        for one in world.units.values()
        if one.parent == unit.parent and one != unit and not one.children.exists()
    )
    merge_units(SYSTEM, unit_ids=[unit.pk], heir_id=heir.pk, on=today() + timedelta(days=1))
    page = world.client(Role.OFFICER).get(reverse("unit_followup", args=[unit.pk])).content.decode()
    assert (
        "Nhiệm vụ còn giao cho đơn vị cũ" in page and reverse("task_detail", args=[task.pk]) in page
    )
