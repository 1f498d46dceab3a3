"""One way to put a finding together: identity from the row, and what a last day changes."""

from datetime import date, timedelta

import pytest

from thenchot.organisation.models import Unit
from thenchot.people.models import Person
from thenchot.platform.alerts.findings import about, due, roles, the_person
from thenchot.platform.alerts.registry import AccountAudience, Audience, Severity

LAST = date(2026, 11, 10)
SAID = {"path": "/1/4/", "url": "/", "tells": roles("/1/4/", "head", "officer")}


def test_is_known_by_its_row_and_detail():
    found = about(Unit(pk=7), "Đơn vị", since=None, detail="2026", **SAID)
    assert found.identity == ("organisation.unit", "7", "2026")
    assert (found.severity, found.step, found.audience) == (
        Severity.ACT,
        0,
        (Audience("head", "/1/4/"), Audience("officer", "/1/4/")),
    )


@pytest.mark.parametrize(
    ("days", "severity", "step"),
    [(-1, Severity.ACT, 0), (0, Severity.ACT, 0), (1, Severity.LATE, 1)],
)
def test_the_last_day_is_still_in_time(days, severity, step):
    found = due(Unit(pk=7), "Đơn vị", last=LAST, on=LAST + timedelta(days=days), **SAID)
    assert (found.severity, found.step, found.since) == (severity, step, LAST)


def test_another_first_day_may_be_said():
    assert due(
        Unit(pk=7), "Đơn vị", last=LAST, on=LAST, since=date(2026, 11, 1), **SAID
    ).since == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("person", "told"),
    [(None, ()), (Person(), ()), (Person(account_id=4), (AccountAudience((4,)),))],
)
def test_a_person_is_told_who_has_an_account(person, told):
    assert the_person(person) == told
