"""Actions as every room tells them, shown on alerts: one at a time, many together, refused."""

import io
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from openpyxl import load_workbook

from thenchot.platform.alerts import Audience, Finding, Rule, Severity, registry, services
from thenchot.platform.alerts.actions import ALERT
from thenchot.platform.alerts.models import Alert
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import actor_for

DAY, UNIT = today(), "/1/4/"


def finding(number: int) -> Finding:
    audience = (Audience("head", UNIT),)
    subject = ("tests.thing", str(number), "", UNIT)
    return Finding(
        *subject, Severity.LATE, DAY, f"Việc số {number}", url="/account/", audience=audience
    )


def told(answer) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def listed(answer) -> list:
    return list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(min_row=2))


@pytest.fixture
def alerts(db, monkeypatch):
    findings = [finding(number) for number in range(1, 4)]
    monkeypatch.setattr(registry, "_rules", {})
    registry.register(Rule("tests.rule", "Việc quá hạn", lambda on: findings))
    services.run(DAY)
    return list(Alert.objects.order_by("pk"))


def test_what_is_offered_is_what_the_state_allows(alerts, actor):
    head = actor("head", UNIT)
    names = [offer.name for offer in ALERT.offers(head, alerts[0])]
    assert names == ["acknowledge", "exempt"]
    assert ALERT.offers(actor("inspector", UNIT), alerts[0]) == []


def test_a_button_is_no_page(alerts, signed_in):
    address = reverse("alert_acknowledge", args=[alerts[0].pk])
    assert signed_in("head", UNIT).get(address).status_code == 405


def test_a_refusal_of_the_service_stays_on_the_form(alerts, signed_in):
    address = reverse("alert_exempt", args=[alerts[0].pk])
    data = {"reason": "  ", "review_on": DAY + timedelta(5)}
    answer = signed_in("head", UNIT).post(address, data)
    assert answer.status_code == 200 and 'class="errorlist' in answer.content.decode()
    assert Alert.objects.get(pk=alerts[0].pk).state == "open"


def test_whoever_came_from_a_page_stays_there_with_the_reason(alerts, signed_in):
    browser = signed_in("inspector", UNIT)
    address = reverse("alert_acknowledge", args=[alerts[0].pk])
    came_from = {"Referer": "http://testserver" + reverse("alert_list")}
    answer = browser.post(address, headers=came_from)
    assert (answer.status_code, answer.url) == (302, reverse("alert_list"))
    assert "Việc này do vai trò sau thực hiện" in told(answer)[0]
    typed = browser.post(address)
    assert typed.status_code == 403
    assert 'class="menu"' in typed.content.decode()
    elsewhere = {"Referer": "https://example.org/"}
    assert browser.post(address, headers=elsewhere).status_code == 403


class TestTogether:
    def test_one_transaction_a_thing_and_the_refused_are_told(self, alerts, signed_in):
        browser = signed_in("head", UNIT)
        services.acknowledge(actor_for(browser.account), alert_id=alerts[0].pk)
        address = reverse("alert_acknowledge_together")
        answer = browser.post(address, {"pk": [alert.pk for alert in alerts]})
        assert set(Alert.objects.values_list("state", flat=True)) == {"acknowledged"}
        done, refused = told(answer)
        assert done == "Đã làm với 2 mục." and str(alerts[0]) in refused

    def test_nothing_ticked_does_nothing(self, alerts, signed_in):
        answer = signed_in("head", UNIT).post(reverse("alert_acknowledge_together"))
        assert told(answer) == ["Chưa chọn dòng nào."]

    def test_a_form_is_asked_once_for_all(self, alerts, signed_in):
        browser = signed_in("head", UNIT)
        address, chosen = reverse("alert_exempt_together"), [alert.pk for alert in alerts]
        page = browser.post(address, {"pk": chosen}).content.decode()
        assert "3 mục đã chọn" in page
        data = {"pk": chosen, "told": "1", "reason": "Chờ", "review_on": DAY + timedelta(5)}
        browser.post(address, data)
        assert set(Alert.objects.values_list("reason", flat=True)) == {"Chờ"}

    def test_what_is_put_off_comes_back_on_its_day(self, alerts, signed_in):
        browser, until = signed_in("head", UNIT), DAY + timedelta(5)
        data = {"pk": [alert.pk for alert in alerts[:2]], "told": "1", "review_on": until}
        browser.post(reverse("alert_exempt_together"), data | {"reason": "Chờ cấp trên"})
        services.run(until - timedelta(1))
        assert Alert.objects.filter(state="exempted").count() == 2
        services.run(until)
        assert not Alert.objects.filter(state="exempted").exists()

    def test_the_workbook_holds_what_is_shown(self, alerts, signed_in):
        browser = signed_in("head", UNIT)
        services.acknowledge(actor_for(browser.account), alert_id=alerts[0].pk)
        assert len(listed(browser.get("/alerts/list.xlsx"))) == 2
        assert len(listed(browser.get("/alerts/list.xlsx?state=acknowledged"))) == 1
