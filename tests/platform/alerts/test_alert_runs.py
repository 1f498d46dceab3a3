"""One run: what was found against what is known."""

from datetime import date, timedelta

import pytest

from thenchot.platform.alerts import (
    AccountAudience,
    Audience,
    Finding,
    Rule,
    Severity,
    queries,
    registry,
    services,
)
from thenchot.platform.alerts.models import Alert, Notice
from thenchot.platform.alerts.registry import register
from thenchot.platform.scope.actor import actor_for
from thenchot.platform.scope.models import Grant

DAY = date(2026, 11, 20)
UNIT = "/1/4/"


def finding(subject_id="1", *, step=0, audience=(), unit_path=UNIT, **other):
    values = {
        "detail": "",
        "severity": Severity.ACT,
        "since": DAY,
        "message": f"Việc {subject_id} quá hạn",
        "url": "/",
    }
    return Finding(
        "tests.thing",
        subject_id,
        unit_path=unit_path,
        step=step,
        audience=audience,
        **{**values, **other},
    )


@pytest.fixture
def found(monkeypatch):
    """The list that the rule `tests.rule` finds; the test changes it between runs."""
    monkeypatch.setattr(registry, "_rules", {})
    findings = []
    register(Rule("tests.rule", "Luật thử", lambda on: list(findings)))
    return findings


def state():
    return list(Alert.objects.order_by("pk").values_list("subject_id", "state", "step"))


def test_what_is_new_opens(db, found):
    found.append(finding("7"))
    report = services.run(DAY)
    assert report.by_rule["tests.rule"].opened == 1
    assert state() == [("7", "open", 0)]


def test_what_vanished_is_resolved_by_itself(db, found):
    found.append(finding())
    services.run(DAY)
    found.clear()
    services.run(DAY + timedelta(1))
    alert = Alert.objects.get()
    assert (alert.state, alert.resolved_at is not None) == ("resolved", True)


def test_what_comes_back_begins_again_and_tells_again(db, found, account):
    head = account("head", UNIT)
    found.append(finding(audience=(Audience("head", UNIT),)))
    services.run(DAY)
    kept = found.pop()
    services.run(DAY)
    found.append(kept)
    services.run(DAY)
    assert [s for _, s, _ in state()] == ["resolved", "open"]
    assert Notice.objects.filter(account=head).count() == 2


def test_running_twice_doubles_nothing(db, found, account):
    account("head", UNIT)
    found += [finding("1", audience=(Audience("head", UNIT),)), finding("2")]
    services.run(DAY)
    report = services.run(DAY)
    assert vars(report.total) == {"opened": 0, "raised": 0, "resolved": 0, "noticed": 0}
    assert (Alert.objects.count(), Notice.objects.count()) == (2, 1)


def test_a_higher_step_tells_that_steps_audience(db, found, account):
    head, leader = account("head", UNIT), account("leader", "/1/")
    found.append(finding(audience=(Audience("head", UNIT),)))
    services.run(DAY)
    found[0] = finding(step=1, audience=(Audience("leader", "/1/"),))
    services.run(DAY)
    told = list(Notice.objects.order_by("pk").values_list("account_id", "step"))
    assert told == [(head.pk, 0), (leader.pk, 1)]


def test_a_lower_step_changes_nothing(db, found, account):
    account("head", UNIT)
    found.append(finding(step=2, audience=(Audience("head", UNIT),)))
    services.run(DAY)
    found[0] = finding(step=1, audience=(Audience("head", UNIT),))
    services.run(DAY)
    assert state() == [("1", "open", 2)]
    assert Notice.objects.count() == 1


def test_the_text_follows_the_finding(db, found):
    found.append(finding())
    services.run(DAY)
    found[0] = finding(message="Đã đổi", severity=Severity.LATE)
    services.run(DAY)
    assert Alert.objects.values_list("message", "severity").get() == ("Đã đổi", "late")


def test_two_findings_of_one_identity_are_one_alert_with_the_higher_step(db, found):
    found += [finding(step=1), finding(step=3), finding(step=2)]
    services.run(DAY)
    assert state() == [("1", "open", 3)]


def test_detail_separates_two_findings_of_one_subject(db, found):
    found += [finding(detail="hạn 1"), finding(detail="hạn 2")]
    services.run(DAY)
    assert Alert.objects.count() == 2


class TestWhoIsTold:
    def test_the_holders_nearest_to_the_unit(self, found, account):
        near, far = account("leader", UNIT), account("leader", "/1/")
        found.append(finding(audience=(Audience("leader", UNIT),)))
        services.run(DAY)
        assert list(Notice.objects.values_list("account_id", flat=True)) == [near.pk]
        assert far.pk

    def test_the_branch_above_when_the_unit_has_nobody(self, found, account):
        far = account("head", "/1/")
        found.append(finding(audience=(Audience("head", UNIT),)))
        services.run(DAY)
        assert list(Notice.objects.values_list("account_id", flat=True)) == [far.pk]

    def test_nobody_beside_or_below(self, found, account):
        account("head", "/1/5/"), account("head", "/1/4/9/"), account("head", "/1/40/")
        found.append(finding(audience=(Audience("head", UNIT),)))
        services.run(DAY)
        assert not Notice.objects.exists()

    def test_named_accounts_exactly(self, found, account):
        one = account()
        found.append(finding(audience=(AccountAudience((one.pk, 999_999)),)))
        services.run(DAY)
        assert list(Notice.objects.values_list("account_id", flat=True)) == [one.pk]

    def test_each_person_once_however_many_ways(self, found, account):
        both = account("head", UNIT, "leader", UNIT)
        audience = (Audience("head", UNIT), Audience("leader", UNIT), AccountAudience((both.pk,)))
        found.append(finding(audience=audience))
        services.run(DAY)
        assert Notice.objects.count() == 1

    def test_nobody_whose_grant_or_account_ended(self, found, account):
        gone, ended = account("head", UNIT), account("head", UNIT)
        gone.is_active = False
        gone.save()
        Grant.objects.filter(account=ended).update(ends_on=DAY - timedelta(1))
        found.append(finding(audience=(Audience("head", UNIT), AccountAudience((gone.pk,)))))
        services.run(DAY)
        assert not Notice.objects.exists()


class TestBrokenRules:
    def test_the_other_rules_still_run_and_the_failure_is_raised(self, db, found):
        def broken(on):
            raise LookupError("không đọc được")

        register(Rule("tests.broken", "Luật hỏng", broken))
        found.append(finding())
        with pytest.raises(ExceptionGroup, match=r"tests\.broken") as caught:
            services.run(DAY)
        assert caught.value.report.by_rule["tests.rule"].opened == 1
        assert Alert.objects.count() == 1

    def test_a_link_that_opens_nothing_is_refused(self, db, found):
        found.append(finding(url="/khong-co-trang-nay/"))
        with pytest.raises(ExceptionGroup) as caught:
            services.run(DAY)
        assert "no page" in str(caught.value.exceptions[0])
        assert not Alert.objects.exists()

    def test_two_rules_with_one_code_are_refused(self, found):
        with pytest.raises(ValueError, match=r"tests\.rule"):
            register(Rule("tests.rule", "Khác", lambda on: []))

    def test_alerts_of_a_rule_that_was_taken_out_end(self, db, found):
        found.append(finding())
        services.run(DAY)
        registry.forget("tests.rule")
        services.run(DAY)
        assert state() == [("1", "resolved", 0)]


@pytest.mark.parametrize("size", [1, 400])
def test_queries_do_not_grow_with_findings(found, account, django_assert_max_num_queries, size):
    account("head", UNIT)
    found += [finding(str(n), audience=(Audience("head", UNIT),)) for n in range(size)]
    with django_assert_max_num_queries(30):
        services.run(DAY)
    assert Notice.objects.count() == size


def test_unread_count_is_one_query_and_forgets_what_ended(
    found, account, django_assert_num_queries
):
    actor = actor_for(account("head", UNIT))
    found += [finding(str(n), audience=(Audience("head", UNIT),)) for n in range(3)]
    services.run(DAY)
    with django_assert_num_queries(1):
        assert queries.unread_count(actor) == 3
    found.pop()
    services.run(DAY)
    assert queries.unread_count(actor) == 2


def test_a_fact_without_a_first_day_counts_from_when_it_was_found(db, found):
    found.append(finding(since=None))
    services.run(DAY)
    services.run(DAY + timedelta(3))
    assert Alert.objects.get().since == DAY
