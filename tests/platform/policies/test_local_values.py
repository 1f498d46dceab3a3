"""Values of a locality: entered by one, confirmed by another, in force where and when they say."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from thenchot.kernel.decision import Refused
from thenchot.platform import policies
from thenchot.platform.audit.models import Event
from thenchot.platform.policies import services
from thenchot.platform.policies.models import LocalValue
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.packs import Certainty
from thenchot.policy.parameters import (
    PartyRatingPolicy,
    ProgrammePolicy,
    ScoringPolicy,
    WorkingCalendarPolicy,
)

DAY = date(2026, 11, 20)
KEY = "programme.sign_of_life_days"


@pytest.fixture
def clerk(actor):
    return actor("clerk", "/1/")


@pytest.fixture
def leader(actor):
    return actor("leader", "/1/")


def enter(
    actor,
    value=15,
    *,
    key=KEY,
    path="/1/4/",
    basis="Kế hoạch 05-KH/ĐU, mục 3",
    start=date(2026, 1, 1),
    end=None,
):
    return services.enter_value(
        actor, path=path, key=key, value=value, basis=basis, valid_from=start, valid_to=end
    )


@pytest.fixture
def put(clerk, leader):
    """Entered and confirmed."""
    return lambda *args, **fields: services.confirm_value(
        leader, value_id=enter(clerk, *args, **fields).pk
    )


def days(path="/1/4/", on=DAY):
    return policies.in_force(ProgrammePolicy, path=path, on=on).sign_of_life_days


def rule_of(refusal):
    return refusal.value.decision.reasons[0].rule


class TestEntering:
    def test_it_does_not_count_before_a_second_person(self, clerk):
        enter(clerk)
        assert days() == 30

    @pytest.mark.parametrize(
        ("changed", "rule"),
        [
            ({"value": 0}, "policy.value"),
            ({"value": "15"}, "policy.value"),
            ({"key": "programme.colour"}, "policy.key"),
            ({"basis": "  "}, "policy.basis"),
            ({"end": date(2025, 1, 1)}, "policy.days"),
        ],
    )
    def test_it_is_checked_like_a_shipped_one(self, clerk, changed, rule):
        with pytest.raises(Refused) as refusal:
            enter(clerk, **changed)
        assert rule_of(refusal) == rule
        assert not LocalValue.objects.exists()

    @pytest.mark.parametrize(
        ("role", "path"), [("head", "/1/4/"), ("admin", "/1/"), ("clerk", "/2/")]
    )
    def test_only_by_officer_or_clerk_of_the_branch(self, actor, role, path):
        with pytest.raises(Refused):
            enter(actor(role, path))


class TestConfirming:
    def test_then_it_is_in_force_and_both_are_recorded(self, put):
        value = put()
        assert days() == 15
        assert value.confirmed_by_id != value.entered_by_id
        assert [e.name for e in Event.objects.order_by("seq")] == [
            "policy_entered",
            "policy_confirmed",
        ]

    def test_never_by_who_entered_it(self, actor):
        officer = actor("officer", "/1/")
        value = enter(officer)
        with pytest.raises(Refused) as refusal:
            services.confirm_value(officer, value_id=value.pk)
        assert rule_of(refusal) == "policy.second_person"

    @pytest.mark.postgres
    def test_the_database_refuses_it_too(self, clerk):
        value = enter(clerk)
        with pytest.raises(IntegrityError), transaction.atomic():
            LocalValue.objects.filter(pk=value.pk).update(
                confirmed_by=clerk.account_id, confirmed_at="2026-01-01T00:00Z"
            )

    def test_not_twice(self, put, leader):
        with pytest.raises(Refused) as refusal:
            services.confirm_value(leader, value_id=put().pk)
        assert rule_of(refusal) == "policy.over"

    def test_not_from_another_branch(self, clerk, actor):
        with pytest.raises(NotVisible):
            services.confirm_value(actor("leader", "/2/"), value_id=enter(clerk).pk)

    def test_not_of_the_branch_above(self, actor):
        value = enter(actor("clerk", "/1/"), path="/1/")
        with pytest.raises(Refused):
            services.confirm_value(actor("leader", "/1/4/"), value_id=value.pk)


class TestInForce:
    def test_it_holds_in_the_branch_and_nowhere_else(self, put):
        put()
        assert (days("/1/4/"), days("/1/4/9/"), days("/1/"), days("/1/5/"), days("/1/40/")) == (
            15,
            15,
            30,
            30,
            30,
        )

    def test_the_nearest_branch_wins(self, put):
        put(20, path="/1/"), put(15, path="/1/4/")
        assert (days("/1/"), days("/1/4/"), days("/1/5/")) == (20, 15, 20)

    def test_only_on_its_days(self, put):
        put(end=date(2026, 6, 30))
        assert [
            days(on=d)
            for d in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
        ] == [
            30,
            15,
            15,
            30,
        ]

    def test_a_value_taken_back_no_longer_counts(self, put, leader):
        value = put()
        services.withdraw_value(leader, value_id=value.pk)
        assert days() == 30

    def test_the_later_confirmation_wins_on_equal_days(self, put):
        put(15), put(16)
        assert days() == 16

    def test_it_tells_where_it_comes_from(self, put):
        put()
        found = policies.resolved("/1/4/", DAY)[KEY]
        assert (found.certainty, found.layer, found.source) == (
            Certainty.LOCAL,
            "/1/4/",
            "Kế hoạch 05-KH/ĐU, mục 3",
        )

    def test_a_local_calendar(self, put):
        put(["2026-03-03"], key="calendar.2026.holidays")
        policy = policies.in_force(WorkingCalendarPolicy, path="/1/4/", on=DAY)
        assert not policy.calendar().is_working(date(2026, 3, 3))

    def test_a_local_answer_to_what_the_decree_leaves_open(self, put):
        put("cap_mean", key="scoring.over_assignment"), put(40, key="party.exceeding_percent")
        policy = {
            path: policies.in_force(ScoringPolicy, path=path, on=DAY) for path in ("/1/4/", "/1/5/")
        }
        assert (policy["/1/4/"].over_assignment, policy["/1/5/"].over_assignment) == (
            "cap_mean",
            "cap_each",
        )
        assert policies.in_force(PartyRatingPolicy, path="/1/4/", on=DAY).exceeding_percent == 40

    def test_a_local_form_has_its_own_criteria(self, put):
        put([["I", "17.5"], ["II", "12.5"]], key="scoring.general_criteria")
        policy = policies.in_force(ScoringPolicy, path="/1/4/", on=DAY)
        assert (policy.general_criteria, policy.general_points) == (
            (("I", Decimal("17.5")), ("II", Decimal("12.5"))),
            30,
        )


class TestCost:
    def test_one_query_in_a_transaction_however_often(self, db, django_assert_num_queries):
        with transaction.atomic(), django_assert_num_queries(1):
            for n in range(20):
                policies.in_force(ProgrammePolicy, path=f"/1/{n}/", on=DAY)

    def test_a_value_confirmed_meanwhile_counts_at_once(self, db, put):
        with transaction.atomic():
            assert days() == 30
            put()
            assert days() == 15

    def test_what_one_transaction_read_does_not_outlive_it(self, db, put):
        with transaction.atomic():
            days()
        put()
        LocalValue.objects.update(value=9)
        with transaction.atomic():
            assert days() == 9

    def test_a_request_reads_once(self, signed_in, put, django_assert_num_queries):
        browser = signed_in("staff", "/1/4/")
        browser.get("/policies/")
        with django_assert_num_queries(7):
            browser.get("/policies/")
        for n in range(1, 40):
            put(n, path=f"/1/4/{n}/")
        with django_assert_num_queries(7):
            browser.get("/policies/")


class TestPages:
    @pytest.fixture(autouse=True)
    def _units(self, monkeypatch):
        monkeypatch.setattr(
            "thenchot.platform.scope.places.under", lambda paths: [("/1/4/", "Phòng Văn hóa")]
        )

    @pytest.mark.parametrize(("role", "status"), [("staff", 200), ("admin", 200), ("guest", 403)])
    def test_who_may_see_it(self, signed_in, role, status):
        assert signed_in(role, "/1/4/").get("/policies/").status_code == status

    def test_a_value_nobody_checked_says_so(self, signed_in):
        page = signed_in("staff", "/1/4/").get("/policies/").content.decode()
        assert "mặc định, chưa đối chiếu văn bản" in page and "rõ người, rõ việc" in page

    def test_another_branch_is_not_found(self, signed_in):
        assert signed_in("staff", "/1/4/").get("/policies/?path=/2/").status_code == 404

    def test_entering_and_confirming_on_the_page(self, signed_in):
        data = {
            "key": KEY,
            "path": "/1/4/",
            "value": "15",
            "basis": "Kế hoạch 05",
            "valid_from": "2026-01-01",
            "valid_to": "",
        }
        assert (
            signed_in("clerk", "/1/").post("/policies/enter/", data).headers["Location"]
            == "/policies/"
        )
        value = LocalValue.objects.get()
        browser = signed_in("leader", "/1/")
        assert "Kế hoạch 05" in browser.get("/policies/").content.decode()
        browser.post(f"/policies/{value.pk}/confirm/")
        assert days() == 15
        assert "Kế hoạch 05" in browser.get("/policies/history/?path=/1/4/").content.decode()

    def test_points_by_criterion_are_typed_a_line_each(self, signed_in):
        data = {
            "key": "scoring.general_criteria",
            "path": "/1/4/",
            "value": "I.1: 17,5\r\nI.2: 12,5",
            "basis": "Quy chế 02",
            "valid_from": "2026-01-01",
            "valid_to": "",
        }
        assert (
            signed_in("clerk", "/1/").post("/policies/enter/", data).headers["Location"]
            == "/policies/"
        )
        assert LocalValue.objects.get().value == [["I.1", "17.5"], ["I.2", "12.5"]]
        assert "I.1: 17,5" in signed_in("leader", "/1/").get("/policies/").content.decode()

    def test_a_value_that_does_not_fit_comes_back_with_the_reason(self, signed_in):
        data = {
            "key": KEY,
            "path": "/1/4/",
            "value": "ba mươi",
            "basis": "x",
            "valid_from": "2026-01-01",
        }
        response = signed_in("clerk", "/1/").post("/policies/enter/", data)
        assert response.status_code == 200
        assert "không phải số nguyên" in response.content.decode()
