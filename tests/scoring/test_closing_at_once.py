"""Two who close the same month, or write into a sheet that is being closed, at the same time.
Threads with connections of their own, so only where the database has them: PostgreSQL.
"""

from datetime import date
from decimal import Decimal

import pytest
from django.db import OperationalError, connection
from tests.together import together

from thenchot.kernel.decision import Refused
from thenchot.kernel.periods import Month
from thenchot.platform.audit import triggers
from thenchot.platform.audit.models import Event
from thenchot.platform.audit.verifying import verify
from thenchot.scoring.services import closing, self_reporting
from thenchot.worklog.models import Assessment, Work

MONTH = Month(2026, 10)
pytestmark = pytest.mark.postgres


@pytest.fixture
def committed(transactional_db):
    """Emptying the tables afterwards is what the triggers of the trail refuse: they are taken out
    for the rest.
    """
    if connection.vendor != "postgresql":
        pytest.skip("needs THENCHOT_TEST_DATABASE=postgres")
    yield
    triggers.remove()


@pytest.fixture
def full(committed, office):
    for name in ("an", "binh"):
        office.assign(name, "vb", 2, done=2)
        office.rate(name)
        office.confirm(name)
    return office


def test_two_heads_close_one_month_once(full):
    def close(name):
        return lambda: closing.close_unit(full.actor(name), unit_id=full.unit.pk, period=MONTH)[
            "closed"
        ]

    results = together(close("head"), close("leader"), close("head"))
    assert sorted(results) == [0, 0, 2]
    assert (
        Event.objects.filter(name="sheet_closed").count()
        == Assessment.objects.filter(state="closed").count()
        == 2
    )
    assert not verify().reason


def test_work_written_while_the_month_closes_counts_or_is_refused(full):
    work = Work.objects.filter(assessment=full.assessment("an")).get()

    def report():
        return self_reporting.report_done(
            full.actor("an"), work_id=work.pk, done=Decimal(1), done_on=date(2026, 10, 20)
        )

    closed, reported = together(lambda: full.close("an"), report)
    total = full.assessment("an").total
    assert isinstance(closed, Assessment)
    if isinstance(reported, Refused):
        assert (total, Work.objects.get(pk=work.pk).done) == (Decimal(100), 2)
    else:
        assert (total, Work.objects.get(pk=work.pk).done) == (Decimal(65), 1)


def test_a_lost_connection_leaves_nothing_half_closed(full, monkeypatch):
    """The server of the database ends the connection between the sheets and their events."""

    def cut(*_):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    monkeypatch.setattr(closing, "record_many", cut)
    with pytest.raises(OperationalError):
        closing.close_unit(full.actor("head"), unit_id=full.unit.pk, period=MONTH)
    connection.close()
    assert (
        not Assessment.objects.filter(state="closed").exists()
        and not Event.objects.filter(name="sheet_closed").exists()
    )
    monkeypatch.undo()
    monkeypatch.setenv("THENCHOT_TODAY", "2026-11-02")
    assert closing.close_unit(full.actor("head"), unit_id=full.unit.pk, period=MONTH)["closed"] == 2
    assert not verify().reason
