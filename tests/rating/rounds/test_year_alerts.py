"""What the year asks to be looked at, from which day on, and when it falls silent."""

from datetime import date, timedelta

import pytest
from tests.lowering import seen_and_sent_again
from tests.rating.ending import TODAY

from thenchot.platform.alerts.models import Alert
from thenchot.platform.alerts.services import run
from thenchot.platform.clock import now
from thenchot.rating.persons import alerts as persons
from thenchot.rating.persons.services import complaints, deciding, reopening
from thenchot.rating.rounds import alerts as alerts
from thenchot.rating.rounds.services import sending

pytestmark = pytest.mark.django_db
FIVE = {"An": "92", "Bình": "75", "Chi": "74", "Dũng": "72", "Em": "71"}


def severities(rule, *days):
    return [[str(one.severity) for one in rule(day)] for day in days]


def test_result_is_to_be_sent_within_five_days(town):
    town.rate(FIVE)
    town.finish()
    days = [TODAY + timedelta(days=n) for n in (3, 4, 5, 6)]
    assert severities(alerts.unsent, *days) == [[], ["act"], ["act"], ["late"]]
    sending.mark_sent(town.officer, round_id=town.round.pk, sent_on=TODAY, reference="TN-1")
    assert severities(alerts.unsent, days[-1]) == [[]]


def test_new_decision_is_to_be_sent_anew(town):
    town.rate(FIVE)
    town.finish()
    sending.mark_sent(town.officer, round_id=town.round.pk, sent_on=TODAY, reference="TN-1")
    rating = town.rating("Bình")
    reopening.reopen(town.leader, rating_id=rating.pk, reason="Sai")
    deciding.consolidate(town.officer, rating_id=rating.pk, level="completed", note="Kết luận 4")
    deciding.apply_caps(town.officer, round_id=town.round.pk)
    said = {"level": "completed", "number": "20", "decided_on": TODAY}
    seen_and_sent_again(deciding.decide, town.leader, rating_id=rating.pk, **said)
    assert [
        one.message.split(": ")[1][:20] for one in alerts.unsent(TODAY + timedelta(days=5))
    ] == ["1 kết quả xếp loại n"]


def test_complaint_due(town):
    town.rate(FIVE)
    town.finish()
    made = complaints.complain(
        town.person("An"), rating_id=town.rating("An").pk, text="Xin xem lại"
    )
    days = [made.due_on + timedelta(days=n) for n in (-3, -2, 0, 1)]
    assert severities(persons.complaints_due, *days) == [[], ["act"], ["act"], ["late"]]
    complaints.settle(town.leader, complaint_id=made.pk, answer="Giữ nguyên")
    assert severities(persons.complaints_due, days[-1]) == [[]]


def test_step_overdue_names_the_step_and_the_number(town):
    town.rate(FIVE)
    found = {one.detail: one.message for one in alerts.steps_overdue(date(2026, 12, 3))}
    assert set(found) == {"self", "meeting"}
    assert "còn 5 người" in found["self"]
    town.rate_self(*FIVE)
    assert {one.detail for one in alerts.steps_overdue(date(2026, 12, 3))} == {"meeting"}


def test_self_rating_is_told_to_the_person(town):
    town.rate(FIVE)
    actor = town.person("An")
    assert list(persons.self_due(date(2026, 11, 22))) == []
    found = list(persons.self_due(date(2026, 11, 23)))
    assert [one.audience[0].account_ids for one in found] == [(actor.account_id,)]
    town.rate_self("An")
    assert list(persons.self_due(date(2026, 11, 23))) == []


def test_people_without_a_level_near_the_deadline(town):
    town.rate(FIVE)
    assert list(alerts.without_level(date(2026, 11, 23))) == []
    found = list(alerts.without_level(date(2026, 11, 24)))
    assert [(one.subject_id, one.severity) for one in found] == [(str(town.ward.pk), "act")]
    assert "còn 5 người" in found[0].message
    assert severities(alerts.without_level, date(2027, 1, 5)) == [["late"]]
    town.finish()
    assert list(alerts.without_level(date(2026, 12, 12))) == []


def test_result_is_told_to_the_person_alone(town):
    town.rate(FIVE)
    actor = town.person("An")
    town.finish()
    told = now().date()
    found = list(persons.told(told))
    assert [(one.severity, one.audience[0].account_ids) for one in found] == [
        ("info", (actor.account_id,))
    ]
    assert (
        "xuất sắc" not in found[0].message and "tốt" not in found[0].message
    )  # the list of the officer shows no level
    assert list(persons.told(told + timedelta(days=31))) == []


def test_they_run_with_the_others(town):
    town.rate(FIVE)
    run(date(2026, 12, 13))
    assert set(Alert.objects.filter(rule__startswith="year_").values_list("rule", flat=True)) == {
        "year_step_overdue",
        "year_without_level",
    }
