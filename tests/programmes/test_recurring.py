from datetime import timedelta

import pytest

from thenchot.platform.clock import today
from thenchot.programmes.models import Instance
from thenchot.programmes.services import recurring

pytestmark = pytest.mark.django_db


def test_every_period_since_the_task_was_given_is_opened_and_a_little_ahead(given):
    dues = [i.due_on for i in given.quarterly.instances.all()]
    assert dues[0] >= given.programme.given_on
    assert dues[-1] > today()
    assert dues == sorted(set(dues))


def test_the_task_shows_its_earliest_open_period(given):
    first = given.quarterly.instances.first()
    assert (given.quarterly.due_on, given.quarterly.original_due_on) == (
        first.due_on,
        first.original_due_on,
    )


def test_opening_again_opens_nothing_and_a_later_day_opens_more(given):
    count = Instance.objects.count()
    assert recurring.open_all(today()) == 0
    assert recurring.open_all(today() + timedelta(days=200)) >= 2
    assert Instance.objects.count() > count


def test_an_extended_period_is_not_opened_a_second_time(given):
    period = given.quarterly.instances.first()
    period.due_on += timedelta(days=20)
    period.save()
    assert recurring.open_instances(given.quarterly, on=today()) == 0


def test_a_recurrence_without_a_period_asks_for_one(given):
    task = given.quarterly
    task.recurrence = {"every": None}
    assert recurring.open_instances(task, on=today()) == 0


@pytest.mark.parametrize(
    ("every", "label"),
    [
        ("month", "tháng 9/2026"),
        ("quarter", "quý III/2026"),
        ("year", "năm 2026"),
        ("week", "tuần 40/2026"),
    ],
)
def test_periods_have_names(every, label):
    from datetime import date

    assert recurring.label_of(every, date(2026, 9, 30)) == label
