"""Two who accept the same plan at the same time: one work item for each line. Only where the
database has threads.
"""

import threading
from datetime import date

import pytest
from django.db import connection

from thenchot.kernel.decision import Refused
from thenchot.platform.audit import triggers
from thenchot.platform.audit.models import Event
from thenchot.platform.audit.verifying import verify
from thenchot.worklog.models import PlanLine, Work
from thenchot.worklog.services import planning

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


def test_two_accept_one_plan_once(committed, office):
    assessment = office.assessment("an")
    for n in range(3):
        planning.propose_line(
            office.actor("an"),
            assessment_id=assessment.pk,
            name=f"Việc {n}",
            output="x",
            due_on=date(2026, 10, 20),
        )
    results, barrier = {}, threading.Barrier(2)

    def accept(name):
        actor = office.actor(name)
        barrier.wait()
        try:
            results[name] = planning.accept_plan(actor, assessment_id=assessment.pk)
        except Refused as refused:
            results[name] = refused.decision.reasons[0].rule
        finally:
            connection.close()

    threads = [threading.Thread(target=accept, args=[name]) for name in ("head", "leader")]
    [thread.start() for thread in threads], [thread.join() for thread in threads]
    assert set(results.values()) == {3, "plan.nothing"}
    assert (
        Work.objects.count(),
        PlanLine.objects.filter(state="accepted").count(),
        Event.objects.filter(name="plan_accepted").count(),
    ) == (3, 3, 3)
    assert not verify().reason
