"""Who sees and may do what, where."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from thenchot.kernel.decision import Refused
from thenchot.platform.clock import today
from thenchot.platform.scope import places, roles
from thenchot.platform.scope.actor import SYSTEM, Actor, Held, actor_for, require
from thenchot.platform.scope.models import Grant
from thenchot.platform.scope.roles import declare, declared, holders

DAY = today()


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/", ["/"]), ("/1/", ["/1/", "/"]), ("/1/4/17/", ["/1/4/17/", "/1/4/", "/1/", "/"])],
)
def test_the_branches_above_a_branch(path, expected):
    assert places.above(path) == expected


def test_a_branch_nobody_names_keeps_its_path(monkeypatch):
    monkeypatch.setattr(
        places, "_owner", places._Owner(names=lambda paths: {"/1/": "Phường Đông Kinh"})
    )
    assert places.names(["/1/", "/9/", "/"]) == {
        "/1/": "Phường Đông Kinh",
        "/9/": "/9/",
        "/": "Toàn hệ thống",
    }


def test_nothing_to_name_asks_nobody(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert places.names([]) == {}


class TestActor:
    @pytest.mark.parametrize(
        ("path", "sees"),
        [("/1/4/", True), ("/1/4/9/", True), ("/1/", False), ("/1/5/", False), ("/1/40/", False)],
    )
    def test_sees_the_own_branch_and_below(self, path, sees):
        assert Actor(1, "", (Held("staff", "/1/4/"),)).sees(path) is sees

    def test_nobody_sees_nothing(self):
        nobody = Actor(None)
        assert not nobody.paths and not nobody.sees("/") and not nobody.has("policies.see")

    def test_the_system_may_everything(self):
        assert SYSTEM.sees("/9/") and SYSTEM.may("policies.confirm", "/9/")

    def test_a_permission_counts_only_where_its_role_is_held(self):
        actor = Actor(1, "", (Held("leader", "/1/4/"), Held("staff", "/1/")))
        assert actor.may("policies.confirm", "/1/4/") and not actor.may("policies.confirm", "/1/5/")
        assert actor.paths_for("policies.confirm") == ("/1/4/",)

    def test_a_refusal_names_the_roles(self):
        with pytest.raises(Refused, match="Lãnh đạo"):
            require(Actor(1, "", (Held("staff", "/1/"),)), "policies.confirm", "/1/")

    def test_a_permission_nobody_declared_raises(self):
        with pytest.raises(KeyError):
            Actor(1).has("policies.comfirm")

    def test_what_is_declared_is_known_at_start(self):
        for permission in ("policies.see", "audit.see", "accounts.administer", "alerts.see"):
            assert permission in declared()

    def test_declaring_twice_takes_the_last(self, monkeypatch):
        monkeypatch.setattr(roles, "_HOLDERS", declared())
        declare("tests.permission", "head")
        declare("tests.permission", "staff")
        assert holders("tests.permission") == {"staff"}


class TestGrantsInForce:
    @pytest.mark.parametrize(
        ("starts", "ends", "counts"),
        [(0, None, True), (0, 0, True), (-5, -1, False), (1, None, False), (-5, 5, True)],
    )
    def test_on_its_days(self, account, starts, ends, counts):
        person = account()
        Grant.objects.create(
            account=person,
            role="staff",
            path="/1/",
            starts_on=DAY + timedelta(starts),
            ends_on=None if ends is None else DAY + timedelta(ends),
        )
        assert bool(actor_for(person).grants) is counts

    def test_grants_cost_one_query(self, account, django_assert_num_queries):
        person = account("staff", "/1/", "head", "/1/4/", "leader", "/1/5/")
        with django_assert_num_queries(1):
            assert len(actor_for(person).grants) == 3

    @pytest.mark.postgres
    @pytest.mark.parametrize(
        "fields",
        [
            {"path": "1/4/"},
            {"path": "/1/4"},
            {"ends_on": date(2019, 1, 1)},
            {"delegated": True, "ends_on": None},
        ],
    )
    def test_the_database_refuses_what_makes_no_sense(self, account, fields):
        person = account()
        row = {
            "account": person,
            "role": "staff",
            "path": "/1/",
            "starts_on": date(2020, 1, 1),
            **fields,
        }
        if row.pop("delegated", False):
            row["delegated_by"] = person
        with pytest.raises(IntegrityError), transaction.atomic():
            Grant.objects.create(**row)
