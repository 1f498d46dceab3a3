"""Two at the same time. Threads with their own connections, so only where the database has them:
PostgreSQL.
"""

import threading
import time
from datetime import date

import pytest
from django.db import connection

from thenchot.kernel.decision import Refused
from thenchot.platform.admission import services as admission
from thenchot.platform.alerts import Audience, Finding, Rule, Severity, registry, services
from thenchot.platform.alerts.models import Alert, Notice
from thenchot.platform.audit.models import Event
from thenchot.platform.audit.verifying import verify
from thenchot.platform.jobs import due
from thenchot.platform.runtime.schedule import _schedules, every
from thenchot.platform.scope.actor import SYSTEM

DAY = date(2026, 11, 20)
pytestmark = pytest.mark.postgres


@pytest.fixture
def together(committed):
    """together(f, g) -> what each gave or raised."""
    if connection.vendor != "postgresql":
        pytest.skip("needs THENCHOT_TEST_DATABASE=postgres")

    def run(*functions):
        results, barrier = [None] * len(functions), threading.Barrier(len(functions))

        def one(position, function):
            try:
                barrier.wait()
                results[position] = function()
            except Exception as error:
                results[position] = error
            finally:
                connection.close()

        threads = [threading.Thread(target=one, args=pair) for pair in enumerate(functions)]
        [thread.start() for thread in threads], [thread.join() for thread in threads]
        return results

    return run


def test_two_runs_of_the_alerts_tell_everybody_once(together, account, monkeypatch):
    monkeypatch.setattr(registry, "_rules", {})

    def find(on):
        time.sleep(0.2)
        for n in range(50):
            yield Finding(
                "tests.thing",
                str(n),
                "",
                "/1/",
                Severity.ACT,
                DAY,
                "x",
                url="/",
                audience=(Audience("head", "/1/"),),
            )

    registry.register(Rule("tests.rule", "x", find))
    account("head", "/1/")
    results = together(*[lambda: services.run(DAY).total.opened] * 3)
    assert sorted(results) == [0, 0, 50]
    assert (Alert.objects.count(), Notice.objects.count()) == (50, 50)


def test_a_slip_used_twice_at_once_opens_one_account(together):
    (printed,) = admission.print_slips(
        SYSTEM, people=[admission.Invited("Nguyễn Văn An", "staff", "/1/")]
    )
    passwords = ["mùa thu Bạch Hải 45", "mùa xuân Bạch Hải 46"]
    results = together(
        *[
            lambda p=p: admission.use_slip(username="annv", code=printed.code, password=p)
            for p in passwords
        ]
    )
    assert sum(isinstance(result, Refused) for result in results) == 1


def test_a_schedule_called_twice_at_once_runs_once(together, monkeypatch):
    monkeypatch.setattr("thenchot.platform.runtime.schedule._schedules", {})
    ran = []
    every("hourly", name="tests.slow")(lambda on: (time.sleep(0.3), ran.append(on)))
    together(due.run_due, due.run_due)
    assert len(ran) == 1 and _schedules is not None


def test_events_written_at_once_still_form_one_chain(together, account):
    people = [account("staff", "/1/") for _ in range(6)]
    together(*[lambda p=p: admission.print_reset_slip(SYSTEM, account_id=p.pk) for p in people])
    assert Event.objects.count() == 6
    assert verify().is_whole
