"""What came of a subject at work: reckoned by a job, shown for groups, never for a person."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.registers import answer_of, rows_of_excel
from tests.worlds import signed_in, staff

from thenchot.kernel.periods import Month
from thenchot.platform.clock import now
from thenchot.platform.jobs.models import Job
from thenchot.training.models import Effect, Enrolment
from thenchot.training.services.effects import count_effects
from thenchot.worklog.models import Assessment

pytestmark = pytest.mark.django_db


def months(training, unit, person, *totals):
    """Closed sheets from May 2026 on."""
    Assessment.objects.bulk_create(
        Assessment(
            person=person,
            unit=unit,
            home=training.world.ward,
            province=training.world.city,
            rules="nd335",
            kind="staff",
            title="Chuyên viên",
            period="month",
            year=2026,
            number=5 + n,
            starts_on=Month(2026, 5 + n).start,
            ends_on=Month(2026, 5 + n).end,
            state="closed",
            closed_at=now(),
            total=Decimal(total),
            band="good",
        )
        for n, total in enumerate(totals)
    )


@pytest.fixture
def learnt(training):
    """Eight people learnt in July and rose by six points; ten others stayed."""
    unit = training.world.units["ubnd"]
    held = training.open(starts_on=date(2026, 7, 1), ends_on=date(2026, 7, 3), seats=30)
    people = staff(training.world, unit, [f"Lê Văn {chr(65 + n)}" for n in range(18)])
    for number, person in enumerate(people):
        after = 86 + number % 2 if number < 8 else 80 + number % 2
        months(training, unit, person, 80, 80, 80, after, after, after)
        if number < 8:
            Enrolment.objects.create(
                held_in=held,
                person=person,
                unit=unit,
                state="verified",
                decision="1",
                decided_on=held.starts_on,
                completed_on=held.ends_on,
                verified_at=now(),
                created_at=now(),
            )
    return held


def test_the_group_against_similar_people(training, learnt):
    assert count_effects(training.officer, unit_id=training.world.ward.pk) == 1
    found = Effect.objects.get()
    assert (found.learners, found.compared, found.others) == (8, 8, 10)
    assert (found.change, found.similar, found.difference) == (
        Decimal("6.50"),
        Decimal("0.50"),
        Decimal("6.00"),
    )
    assert found.verdict == "better"
    (row,) = rows_of_excel(answer_of(training.world.account("officer"), "training_effect_list"))
    assert (row["Chênh lệch"], row["Kết luận"]) == (6, "tăng hơn người tương tự")


def test_thin_says_so_and_shows_no_figure(training, learnt):
    Enrolment.objects.filter(held_in=learnt).first().delete()
    count_effects(training.officer, unit_id=training.world.ward.pk)
    found = Effect.objects.get()
    assert (found.compared, found.verdict, found.difference) == (7, "thin", None)
    page = signed_in(training.world.account("officer")).get(reverse("training_effect_list"))
    assert "chưa đủ bằng chứng" in page.content.decode()


def test_too_early_nobody_counts(training, learnt, monkeypatch):
    monkeypatch.setenv("THENCHOT_TODAY", "2026-10-02")
    assert count_effects(training.officer, unit_id=training.world.ward.pk) == 0


def test_whoever_was_sent_without_finishing_is_nobodys_control(training, learnt):
    others = staff(training.world, training.world.units["ubnd"], ["Bùi Văn Bỏ"])
    months(training, training.world.units["ubnd"], others[0], 80, 80, 80, 10, 10, 10)
    Enrolment.objects.create(
        held_in=learnt,
        person=others[0],
        unit=training.world.units["ubnd"],
        state="failed",
        decision="1",
        decided_on=learnt.starts_on,
        reason="Bỏ học",
        created_at=now(),
    )
    count_effects(training.officer, unit_id=training.world.ward.pk)
    assert Effect.objects.get().others == 10


def test_no_more_queries_for_more_people(training, learnt):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            count_effects(training.officer, unit_id=training.world.ward.pk)
        return len(queries)

    cost()
    few = cost()
    unit = training.world.units["ubnd"]
    for person in staff(training.world, unit, ["Mai Văn Sâm", "Mai Văn Sen", "Mai Văn Sim"]):
        months(training, unit, person, 80, 80, 80, 80, 80, 80)
    cost()
    assert cost() == few


def test_a_button_starts_the_job(training):
    browser = signed_in(training.world.account("officer"))
    page = browser.get(reverse("training_effect_list")).content.decode()
    url = reverse("training_effects_count")
    assert url in page
    assert "Cách so sánh" in page
    answer = browser.post(url)
    assert answer.url == reverse("job_detail", args=[Job.objects.get().pk])


def test_neither_row_nor_trail_names_anybody(training, learnt):
    names = {field.name for field in Effect._meta.fields}
    assert not names & {"person", "people", "persons"}
