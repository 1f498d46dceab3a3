"""Everybody at once says what one by one says: the same sums, the same rule."""

from datetime import date
from decimal import Decimal
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from thenchot.platform.clock import now
from thenchot.scoring import counting
from thenchot.scoring.evaluation import evaluate, outlook, policy_of
from thenchot.scoring.rules.scoring import Score
from thenchot.worklog.models import Assessment, Cause, Fault, Work
from thenchot.worklog.queries.assessments import with_work

ON = date(2026, 10, 31)


def random_work(office, rng: Random) -> None:
    confirmed = Cause.objects.create(
        unit=office.unit, kind="system", text="x", starts_on=ON, state="confirmed", decided_at=now()
    )
    proposed = Cause.objects.create(unit=office.unit, kind="system", text="y", starts_on=ON)
    for assessment in Assessment.objects.filter(rules="nd335"):
        for number in range(rng.randint(0, 6)):
            assigned = Decimal(rng.randint(0, 800)) / 100
            returned = (
                Decimal(rng.randint(0, int(assigned * 100))) / 100
                if rng.random() < 0.3
                else Decimal(0)
            )
            done = Decimal(rng.randint(0, int((assigned - returned) * 100))) / 100
            factor = None if rng.random() < 0.1 else Decimal(rng.randint(1, 500)) / 100
            work = Work.objects.create(
                assessment=assessment,
                source="r",
                source_id=str(number),
                name="v",
                factor=factor,
                assigned=assigned,
                returned=returned,
                done=done,
                added=rng.choice((0, 0, Decimal("1.25"))),
                dropped_at=now() if rng.random() < 0.1 else None,
            )
            pieces = -(-(work.done + work.added) // 1)
            for _ in range(rng.randint(0, 3) if pieces else 0):
                Fault.objects.create(
                    work=work,
                    piece=rng.randint(1, int(pieces)),
                    kind=rng.choice(("content", "delay")),
                    times=rng.randint(1, 3),
                    cause=rng.choice((None, None, confirmed, proposed)),
                    withdrawn_at=now() if rng.random() < 0.15 else None,
                )
        if rng.random() < 0.6:
            assessment.general_self = {
                code: "2.5" for code, _ in policy_of(assessment).general_criteria
            }
            assessment.save()


@pytest.mark.parametrize("seed", range(6))
def test_everybody_at_once_is_everybody_one_by_one(office, seed):
    random_work(office, Random(seed))
    counting.count_standing()
    for assessment in with_work(Assessment.objects.filter(rules="nd335")):
        policy = policy_of(assessment)
        converted = [work for work in assessment.counted if work.factor is not None]
        assert assessment.given == sum(
            (work.factor * work.assigned for work in converted), Decimal(0)
        )
        assert assessment.produced == sum((work.produced for work in converted), Decimal(0))
        assert assessment.secured == outlook(assessment, policy, ON).secured
        assert isinstance(evaluate(assessment, policy).score, Score)


@pytest.mark.parametrize("seed", range(4))
def test_the_receipt_of_an_open_sheet_adds_up_to_what_is_secured(office, seed):
    random_work(office, Random(seed))
    seen = 0
    for assessment in with_work(Assessment.objects.filter(rules="nd335")):
        found = outlook(assessment, policy_of(assessment), ON)
        general, tasks, total = (entry.value for entry in found.entries)
        if found.secured is not None:
            seen += 1
            assert Decimal(total) == found.secured == Decimal(general) + Decimal(tasks)
    assert seen


def test_without_points_of_ones_own_the_receipt_takes_those_of_the_period_before(office):
    assessment, policy = (
        with_work(Assessment.objects.filter(pk=office.assessment("an").pk)).get(),
        policy_of(office.assessment("an")),
    )
    before = Assessment(general={code: "2" for code, _ in policy.general_criteria})
    assert outlook(assessment, policy, ON, before).assumed == "before"
    assert [part.value for part in outlook(assessment, policy, ON, before).entries[0].parts] == [
        "2.00"
    ] * 10


def test_again_changes_nothing(office):
    random_work(office, Random(1))
    assert counting.count_standing() == Assessment.objects.counting().count()
    assert counting.count_standing() == 0


def test_closed_and_practice_sheets_are_left_alone(office):
    office.assign("an", "vb", done=1)
    office.confirm("an")
    office.close("an")
    counting.count_standing()
    assert (
        office.assessment("an").secured is None and office.assessment("binh").secured is None
    )  # nothing was given to Bình
    assert (office.assessment("an").given, office.assessment("binh").given) == (1, 0)


def test_the_number_of_queries_does_not_grow(office, django_assert_max_num_queries):
    random_work(office, Random(3))
    with CaptureQueriesContext(connection) as queries:
        counting.count_standing()
    assert len(queries) <= 12
