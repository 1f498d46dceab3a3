"""Who may give what: the table, cell by cell."""

from datetime import date, timedelta

import pytest

from thenchot.platform.admission import rules
from thenchot.platform.admission.rules import Held
from thenchot.platform.scope.roles import Role

DAY = date(2026, 11, 20)
ROLES = [role.value for role in Role]


@pytest.mark.parametrize("given", ROLES)
@pytest.mark.parametrize("giver", ROLES)
def test_every_role_against_every_role(giver, given):
    expected = giver == "admin" or (giver == "officer" and given in {"head", "staff", "guest"})
    assert bool(rules.may_give([Held(giver, "/1/")], given, "/1/4/")) is expected


@pytest.mark.parametrize(
    ("own", "path", "allowed"),
    [
        ("/1/", "/1/", True),
        ("/1/", "/1/4/", True),
        ("/1/4/", "/1/", False),
        ("/1/4/", "/1/40/", False),
        ("/", "/9/", True),
    ],
)
def test_only_inside_the_own_branch(own, path, allowed):
    assert bool(rules.may_give([Held("admin", own)], "staff", path)) is allowed


def test_a_role_held_elsewhere_does_not_help_here():
    giver = [Held("admin", "/1/4/"), Held("officer", "/1/5/")]
    assert not rules.may_give(giver, "leader", "/1/5/")


def test_who_holds_more_cannot_be_reset_by_who_may_give_less():
    officer = [Held("officer", "/1/")]
    assert rules.may_administer(officer, [Held("staff", "/1/4/")])
    assert not rules.may_administer(officer, [Held("staff", "/1/4/"), Held("admin", "/1/4/")])
    assert not rules.may_administer(officer, [Held("staff", "/1/4/"), Held("staff", "/2/")])


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({}, None),
        ({"path": "/1/4/"}, None),
        ({"role": "admin"}, "delegate.own"),
        ({"path": "/2/"}, "delegate.own"),
        ({"own": [Held("leader", "/1/", is_delegated=True)]}, "delegate.own"),
        ({"starts_on": DAY - timedelta(1)}, "delegate.days"),
        ({"ends_on": DAY - timedelta(1)}, "delegate.days"),
        ({"ends_on": DAY + timedelta(92)}, None),
        ({"ends_on": DAY + timedelta(93)}, "delegate.long"),
        ({"own": [Held("leader", "/1/", ends_on=DAY + timedelta(5))]}, "delegate.beyond"),
    ],
)
def test_lending_the_own_role(changed, rule):
    asked = {
        "own": [Held("leader", "/1/")],
        "role": "leader",
        "path": "/1/",
        "starts_on": DAY,
        "ends_on": DAY + timedelta(10),
        "on": DAY,
    }
    decision = rules.may_delegate(**{**asked, **changed})
    assert [reason.rule for reason in decision.reasons] == ([rule] if rule else [])
