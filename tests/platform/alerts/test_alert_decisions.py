"""Acknowledged, exempted, opened again; the pages."""

from datetime import date, timedelta

import pytest
from tests.registers import asked_by

from thenchot.kernel.decision import Refused
from thenchot.platform.alerts import (
    Audience,
    Finding,
    Rule,
    Severity,
    queries,
    registry,
    rules,
    services,
)
from thenchot.platform.alerts.models import Alert, Notice
from thenchot.platform.alerts.registers import AlertRegister
from thenchot.platform.alerts.rules import AlertState, Seen
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, actor_for

DAY = today()
UNIT = "/1/4/"


@pytest.fixture
def found(monkeypatch):
    monkeypatch.setattr(registry, "_rules", {})
    findings = []
    registry.register(Rule("tests.rule", "Việc quá hạn", lambda on: list(findings)))
    return findings


@pytest.fixture
def alert(db, found):
    found.append(finding())
    services.run(DAY)
    return Alert.objects.get()


def finding(subject_id="1", step=0, unit_path=UNIT, **other):
    fields = {
        "audience": (Audience("head", UNIT),),
        "next_step": "Báo cáo lý do",
        "basis": "KH 05, mục 3",
        **other,
    }
    return Finding(
        "tests.thing",
        subject_id,
        "",
        unit_path,
        Severity.LATE,
        DAY,
        f"Việc số {subject_id} quá hạn",
        url="/account/",
        step=step,
        **fields,
    )


@pytest.mark.parametrize(
    ("state", "seen_step", "review", "step", "expected", "told"),
    [
        ("open", 0, None, 0, "open", False),
        ("open", 0, None, 1, "open", True),
        ("acknowledged", 1, None, 1, "acknowledged", False),
        ("acknowledged", 1, None, 2, "open", True),
        ("exempted", 0, DAY + timedelta(1), 5, "exempted", False),
        ("exempted", 0, DAY, 0, "open", True),
        ("exempted", 0, DAY - timedelta(1), 0, "open", True),
    ],
)
def test_every_state_against_what_a_run_finds(state, seen_step, review, step, expected, told):
    seen = Seen(state, seen_step, review)
    assert (rules.next_state(seen, step, DAY), rules.tells(seen, step, DAY)) == (expected, told)


@pytest.mark.parametrize("move", ["acknowledge", "exempt", "reopen"])
@pytest.mark.parametrize("state", list(AlertState))
def test_every_state_against_every_move(state, move):
    allowed = {
        ("open", "acknowledge"),
        ("open", "exempt"),
        ("acknowledged", "exempt"),
        ("acknowledged", "reopen"),
        ("exempted", "reopen"),
    }
    assert rules.may_move(state, move) is ((state.value, move) in allowed)


class TestDeciding:
    def test_acknowledged_until_the_next_step(self, alert, found, actor):
        services.acknowledge(actor("head", UNIT), alert_id=alert.pk)
        services.run(DAY)
        assert Alert.objects.get().state == "acknowledged"
        found[0] = finding(step=1)
        services.run(DAY)
        assert Alert.objects.get().state == "open"

    def test_exempted_until_its_review_day(self, alert, found, actor, account):
        account("head", UNIT)
        review = DAY + timedelta(10)
        services.exempt(
            actor("officer", "/1/"), alert_id=alert.pk, reason="Ghế để cơ cấu", review_on=review
        )
        found[0] = finding(step=3)
        services.run(review - timedelta(1))
        assert (
            Alert.objects.get().state == "exempted" and not Notice.objects.filter(step=3).exists()
        )
        services.run(review)
        assert Alert.objects.get().state == "open" and Notice.objects.filter(step=3).exists()

    @pytest.mark.parametrize(
        ("reason", "review", "rule"),
        [
            ("  ", DAY + timedelta(1), "alerts.reason"),
            ("x", DAY, "alerts.review"),
            ("x", None, "alerts.review"),
        ],
    )
    def test_never_without_reason_and_review_day(self, alert, actor, reason, review, rule):
        with pytest.raises(Refused) as refusal:
            services.exempt(actor("head", UNIT), alert_id=alert.pk, reason=reason, review_on=review)
        assert refusal.value.decision.reasons[0].rule == rule

    def test_every_decision_is_recorded_with_who(self, alert, actor):
        who = actor("head", UNIT)
        services.acknowledge(who, alert_id=alert.pk)
        alert.refresh_from_db()
        assert alert.decided_by_id == who.account_id
        assert Event.objects.get().name == "alert_acknowledged"

    def test_what_is_over_cannot_be_decided(self, alert, found, actor):
        found.clear()
        services.run(DAY)
        with pytest.raises(Refused):
            services.acknowledge(actor("head", UNIT), alert_id=alert.pk)

    @pytest.mark.parametrize(
        ("role", "path", "error"), [("staff", UNIT, Refused), ("head", "/1/5/", NotVisible)]
    )
    def test_only_by_who_answers_for_the_unit(self, alert, actor, role, path, error):
        with pytest.raises(error):
            services.acknowledge(actor(role, path), alert_id=alert.pk)


class TestSeeing:
    def test_the_administrator_sees_only_what_tells_the_administrator(self, found, account):
        chief = account("admin", "/1/")
        found += [finding("1"), finding("2", audience=(Audience("admin", UNIT),))]
        services.run(DAY)
        assert [a.subject_id for a in queries.visible_to(actor_for(chief))] == ["2"]

    def test_a_rule_may_ask_for_another_permission(self, found, actor):
        registry.register(
            Rule(
                "tests.secret",
                "Kín",
                lambda on: [finding("9", audience=())],
                permission="audit.see",
            )
        )
        services.run(DAY)
        assert not queries.visible_to(actor("staff", "/1/")).filter(rule="tests.secret").exists()
        assert queries.visible_to(actor("inspector", "/1/")).filter(rule="tests.secret").exists()


class TestPages:
    def test_alerts_are_grouped_by_unit_and_rule(self, alert, signed_in):
        page = signed_in("leader", "/1/").get("/alerts/").content.decode()
        assert page.index("/1/4/ · Việc quá hạn</th>") < page.index("Việc số 1 quá hạn")
        assert "KH 05, mục 3" in page and "Báo cáo lý do" in page

    def test_decided_on_the_page(self, alert, signed_in):
        browser = signed_in("head", UNIT)
        browser.post(f"/alerts/{alert.pk}/acknowledge/")
        assert "Mở lại" in browser.get("/alerts/?state=acknowledged").content.decode()
        data = {"reason": "Đã có văn bản", "review_on": DAY + timedelta(5)}
        browser.post(f"/alerts/{alert.pk}/exempt/", data)
        assert "Đã có văn bản" in browser.get("/alerts/?state=exempted").content.decode()
        browser.post(f"/alerts/{alert.pk}/reopen/")
        assert Alert.objects.get().state == "open"

    @pytest.mark.parametrize("query", ["state=nothing", "severity=x", "rule=y", "page=999"])
    def test_a_wrong_filter_filters_nothing(self, alert, signed_in, query):
        assert "Việc số 1" in signed_in("leader", "/1/").get(f"/alerts/?{query}").content.decode()

    @pytest.mark.parametrize("url", ["/alerts/?severity=late", "/notices/"])
    def test_a_page_costs_the_same_for_one_and_for_many(
        self, found, signed_in, url, django_assert_num_queries
    ):
        browser = signed_in("head", UNIT)
        found.append(finding())
        services.run(DAY)
        browser.get(url)
        queries_of_one = 8 if url == "/notices/" else 9
        with django_assert_num_queries(queries_of_one):
            browser.get(url)
        found += [finding(str(n)) for n in range(2, 120)]
        services.run(DAY)
        with django_assert_num_queries(queries_of_one):
            browser.get(url)

    def test_every_notice_opens_and_is_then_read(self, found, signed_in):
        browser = signed_in("head", UNIT)
        found.append(finding())
        services.run(DAY)
        page = browser.get("/notices/").content.decode()
        notice = Notice.objects.get()
        assert f"/notices/{notice.pk}/" in page
        opened = browser.get(f"/notices/{notice.pk}/", follow=True)
        assert (opened.status_code, opened.redirect_chain) == (200, [("/account/", 302)])
        assert queries.unread_count(actor_for(browser.account)) == 0

    def test_somebody_elses_notice_is_not_found(self, found, account, signed_in):
        account("head", UNIT)
        found.append(finding())
        services.run(DAY)
        assert (
            signed_in("leader", "/1/").get(f"/notices/{Notice.objects.get().pk}/").status_code
            == 404
        )

    def test_all_read_at_once(self, found, signed_in):
        browser = signed_in("head", UNIT)
        found += [finding("1"), finding("2")]
        services.run(DAY)
        browser.post("/notices/read/")
        assert queries.unread_count(actor_for(browser.account)) == 0


def test_the_oldest_come_first_and_the_late_before_the_others(db, found, actor):
    found += [
        finding("1"),
        finding("2", audience=()),
        Finding(
            "tests.thing",
            "3",
            "",
            UNIT,
            Severity.INFO,
            date(2020, 1, 1),
            "Để biết",
            url="/account/",
        ),
    ]
    services.run(DAY)
    assert [a.subject_id for a in queries.list_alerts(actor("leader", "/1/"))] == ["1", "2", "3"]
    counts = asked_by(AlertRegister, actor("leader", "/1/")).counts()
    assert {one.code: one.count for one in counts} == {"late": 2, "act": 0, "info": 1}
