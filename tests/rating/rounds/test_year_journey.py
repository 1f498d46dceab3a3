"""The year of a division from the first computing to the lock, and what each step refuses."""

from datetime import date
from decimal import Decimal

import pytest
from tests.lowering import seen_and_sent_again
from tests.rating.ending import TODAY, minutes, opinion

from thenchot.kernel.decision import Refused
from thenchot.people.models import Appointment, Discipline
from thenchot.people.services import link_account
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM, NotVisible
from thenchot.platform.scope.roles import Role
from thenchot.rating.models import (
    Complaint,
    Meeting,
    Rating,
    RatingDecision,
    RatingReopening,
    Round,
)
from thenchot.rating.persons.services import complaints, computing, deciding, recording, reopening
from thenchot.rating.rounds.services import finishing, meetings, opening, sending
from thenchot.worklog.models import Assessment

pytestmark = pytest.mark.django_db
FIVE = {"An": "92", "Bình": "75", "Chi": "74", "Dũng": "72", "Em": "71"}


def refused(call, rule):
    with pytest.raises(Refused) as found:
        call()
    assert [reason.rule for reason in found.value.decision.reasons] == [rule]


def test_whole_journey(town):
    town.rate(FIVE | {"Gấm": "60", "Hà": "45"})
    assert {name: town.rating(name).level for name in town.people} == {
        "An": "excellent",
        "Bình": "good",
        "Chi": "good",
        "Dũng": "good",
        "Em": "good",
        "Gấm": "completed",
        "Hà": "failed",
    }
    town.walk()
    assert {r.state for r in Rating.objects.all()} == {"decision"}
    assert town.decide_all() == 7
    assert [town.level(name) for name in town.people] == [
        *["good"] * 5,
        "completed",
        "failed",
    ]  # of 5 good ones 20 % of 5/1.2 is 0
    assert finishing.notify(town.officer, round_id=town.round.pk) == 7
    finishing.lock(town.leader, round_id=town.round.pk)
    assert {r.state for r in Rating.objects.all()} == {"locked"}
    names = set(Event.objects.values_list("name", flat=True))
    assert {
        "round_opened",
        "round_computed",
        "rating_self_rated",
        "meeting_recorded",
        "rating_consolidated",
        "round_caps_applied",
        "rating_decided",
        "rating_notified",
        "round_locked",
    } <= names


def test_cap_allows_one_of_six(town):
    town.rate(FIVE | {"Phú": "70.5"})
    town.walk()
    assert Round.objects.get().caps == [
        {"scope": "group:Chuyên môn, nghiệp vụ", "base": 5, "allowed": 1, "kept": 1},
        {"scope": "unit", "base": 5, "allowed": 1, "kept": 1},
    ]
    assert town.rating("An").capped == "excellent"


def test_tie_is_left_to_the_competent_level(town):
    town.rate(FIVE | {"An": "92", "Bình": "92", "Phú": "70.5"})
    town.walk()
    tied = [town.rating(name) for name in ("An", "Bình")]
    assert [(one.capped, one.is_undecided) for one in tied] == [("good", True)] * 2
    assert town.decide_all() == 4
    said = {"number": "13", "decided_on": TODAY}
    refused(
        lambda: deciding.decide(town.leader, rating_id=tied[0].pk, level="excellent", **said),
        "rating.reason",
    )
    deciding.decide(
        town.leader, rating_id=tied[0].pk, level="excellent", reason="Chủ trì việc khó", **said
    )
    refused(
        lambda: deciding.decide(
            town.leader, rating_id=tied[1].pk, level="excellent", reason="Cũng thế", **said
        ),
        "rating.cap",
    )
    deciding.decide(town.leader, rating_id=tied[1].pk, level="good", **said)
    assert (town.level("An"), town.level("Bình")) == ("excellent", "good")


def test_nothing_above_points_and_caps(town):
    town.rate(FIVE)
    town.walk()
    rating = town.rating("Bình")
    said = {"number": "13", "decided_on": TODAY, "reason": "Rất cố gắng"}
    refused(
        lambda: deciding.decide(town.leader, rating_id=rating.pk, level="excellent", **said),
        "rating.above",
    )
    refused(
        lambda: deciding.decide(
            town.leader, rating_id=town.rating("An").pk, level="excellent", **said
        ),
        "rating.cap",
    )
    assert not RatingDecision.objects.exists()


def test_lower_than_proposed_needs_a_reason(town):
    town.rate(FIVE)
    town.walk()
    said = {
        "rating_id": town.rating("Bình").pk,
        "level": "completed",
        "number": "13",
        "decided_on": TODAY,
    }
    refused(lambda: deciding.decide(town.leader, **said), "rating.reason")
    said["reason"] = "Đơn thư có căn cứ"
    made = seen_and_sent_again(deciding.decide, town.leader, **said)
    assert (made.level, made.proposed, made.reason) == ("completed", "good", "Đơn thư có căn cứ")


def test_nobody_decides_on_the_own_file(town):
    town.rate(FIVE)
    town.walk()
    link_account(
        SYSTEM, person_id=town.people["An"].pk, account_id=town.world.account(Role.LEADER).pk
    )
    said = {"number": "13", "decided_on": TODAY}
    refused(
        lambda: deciding.decide(town.leader, rating_id=town.rating("An").pk, level="good", **said),
        "rating.own",
    )
    assert town.decide_all() == 4
    assert town.level("An") is None


def test_who_proposed_does_not_decide(town):
    town.rate(FIVE)
    town.walk()
    Rating.objects.update(consolidated_by=town.leader.account_id)
    said = {"number": "13", "decided_on": TODAY}
    refused(
        lambda: deciding.decide(
            town.leader, rating_id=town.rating("Bình").pk, level="good", **said
        ),
        "rating.second_person",
    )
    assert town.decide_all() == 0


def test_caps_come_before_decisions_and_after_all_proposals(town):
    town.rate(FIVE)
    town.rate_self(*FIVE)
    town.meet("An", "Bình")
    deciding.consolidate_all(town.officer, round_id=town.round.pk)
    refused(lambda: deciding.apply_caps(town.officer, round_id=town.round.pk), "round.not_proposed")
    said = {"number": "13", "decided_on": TODAY}
    refused(
        lambda: deciding.decide(
            town.leader, rating_id=town.rating("Bình").pk, level="good", **said
        ),
        "round.caps_first",
    )


def test_head_needs_the_party_committee_and_the_organisation(town):
    town.rate(FIVE, head="80")
    assert [reason["code"] for reason in town.rating("head").reasons] == ["organisation_unknown"]
    town.body("phòng văn hóa", "completed")
    head = town.rating("head")
    assert (head.band, head.level) == ("good", "completed")
    town.rate_self("head")
    town.meet("head")
    assert town.rating("head").state == "party"
    refused(
        lambda: recording.give_opinion(town.officer, rating_id=town.rating("An").pk, **opinion()),
        "opinion.leaders",
    )
    recording.give_opinion(town.officer, rating_id=head.pk, **opinion())
    assert town.rating("head").state == "consolidation"


def test_month_missing_waits_until_an_absence_explains_it(town):
    town.rate({"An": "80"}, months=range(1, 10))
    rating = town.rating("An")
    assert (rating.status, rating.level, rating.reasons[0]["code"]) == (
        "waiting",
        "",
        "period_missing",
    )
    said = {
        "kind": "sick",
        "starts_on": date(2026, 10, 1),
        "ends_on": date(2026, 12, 31),
        "basis": "Giấy ra viện",
    }
    absence = recording.note_absence(town.officer, rating_id=rating.pk, **said)
    rating = town.rating("An")
    assert (rating.status, rating.level, rating.facts["months_worked"]) == ("rated", "good", "9")
    recording.withdraw_absence(town.officer, absence_id=absence.pk)
    assert town.rating("An").status == "waiting"


def test_under_six_months_is_decided_as_not_rated(town):
    town.rate({"An": "80", "Bình": "70"})
    Appointment.objects.filter(person=town.people["Bình"]).update(valid_from=date(2026, 8, 1))
    computing.compute(town.officer, round_id=town.round.pk)
    assert (town.rating("Bình").status, town.rating("Bình").state) == ("not_rated", "decision")
    town.walk("An")
    assert town.decide_all() == 2
    assert town.level("Bình") == ""


def test_discipline_waits_for_a_judgement_then_fails_the_year(town):
    town.rate({"An": "95"})
    row = Discipline.objects.create(
        person=town.people["An"],
        form="reprimand",
        act="Chậm giải quyết hồ sơ",
        valid_from=date(2026, 5, 3),
    )
    computing.compute(town.officer, round_id=town.round.pk)
    assert town.rating("An").reasons[0]["code"] == "act_unjudged"
    said = {
        "rating_id": town.rating("An").pk,
        "discipline_id": row.pk,
        "act": row.act,
        "note": "Kết luận số 3",
    }
    recording.treat_violation(town.officer, nature="other", **said)
    assert town.rating("An").level == "excellent"
    recording.treat_violation(town.officer, nature="duty", **said)
    rating = town.rating("An")
    assert (rating.level, rating.reasons[0]["code"]) == ("failed", "act_duty")


def test_complaint_is_due_after_seven_working_days(town):
    town.rate(FIVE)
    town.finish()
    with pytest.raises(NotVisible):
        complaints.complain(town.person("An"), rating_id=town.rating("Bình").pk, text="Xin xem lại")
    made = complaints.complain(
        town.person("An"), rating_id=town.rating("An").pk, text="Xin xem lại"
    )
    assert made.due_on == date(2026, 12, 21)  # Thursday the 10th and seven working days
    refused(
        lambda: complaints.complain(town.person("An"), rating_id=town.rating("An").pk, text="Nữa"),
        "complaint.open",
    )
    refused(lambda: finishing.lock(town.leader, round_id=town.round.pk), "round.complaints")
    complaints.settle(town.leader, complaint_id=made.pk, answer="Giữ nguyên")
    finishing.lock(town.leader, round_id=town.round.pk)


def test_upheld_complaint_replaces_the_decision(town):
    town.rate(FIVE)
    town.walk()
    seen_and_sent_again(
        deciding.decide,
        town.leader,
        rating_id=town.rating("Bình").pk,
        level="completed",
        number="1",
        decided_on=TODAY,
        reason="Nhầm",
    )
    town.decide_all()
    finishing.notify(town.officer, round_id=town.round.pk)
    made = complaints.complain(
        town.person("Bình"), rating_id=town.rating("Bình").pk, text="Tôi đủ điểm tốt"
    )
    complaints.settle(town.leader, complaint_id=made.pk, answer="Đúng", level="good", number="2")
    assert [
        one.level
        for one in RatingDecision.history.filter(rating=town.rating("Bình")).order_by("pk")
    ] == ["completed", "good"]
    assert (town.level("Bình"), town.rating("Bình").state, Complaint.objects.get().is_upheld) == (
        "good",
        "notice",
        True,
    )


def test_reopening_leaves_a_trace_and_a_new_decision_replaces(town):
    town.rate(FIVE)
    town.finish()
    finishing.lock(town.leader, round_id=town.round.pk)
    rating = town.rating("Bình")
    refused(
        lambda: reopening.reopen(town.leader, rating_id=rating.pk, reason=" "),
        "rating.reopen_reason",
    )
    reopening.reopen(town.leader, rating_id=rating.pk, reason="Phát hiện vi phạm")
    kept = RatingReopening.objects.get()
    assert (kept.level, kept.reason, town.level("Bình")) == ("good", "Phát hiện vi phạm", "good")
    assert Round.objects.get().locked_at is None
    deciding.consolidate(town.officer, rating_id=rating.pk, level="completed", note="Kết luận số 4")
    deciding.apply_caps(town.officer, round_id=town.round.pk)
    said = {"level": "completed", "number": "5", "decided_on": TODAY}
    seen_and_sent_again(deciding.decide, town.leader, rating_id=rating.pk, **said)
    assert RatingDecision.history.filter(rating=rating).count() == 2
    assert town.level("Bình") == "completed"


def test_locked_round_refuses_changes(town):
    town.rate(FIVE)
    town.finish()
    finishing.lock(town.leader, round_id=town.round.pk)
    refused(lambda: opening.enrol(town.officer, round_id=town.round.pk), "round.locked")
    refused(lambda: town.rate_self("An"), "round.locked")


def test_minutes_are_replaced_never_edited(town):
    town.rate(FIVE)
    town.rate_self(*FIVE)
    first = town.meet(*FIVE)
    refused(lambda: town.meet("An", present=4, replaces_id=first.pk), "meeting.votes")
    second = town.meet(*FIVE, chair="Người khác", replaces_id=first.pk)
    assert [one.pk for one in Meeting.objects.all()] == [second.pk]
    assert Meeting.history.count() == 2


def test_head_records_the_meeting_of_the_own_unit_only(town):
    town.rate(FIVE)
    town.rate_self(*FIVE)
    head = town.world.actor(Role.HEAD, town.unit)
    votes = {town.rating("An").pk: (1, 4, 0, 0)}
    meetings.record_meeting(
        head, round_id=town.round.pk, unit_id=town.unit.pk, votes=votes, **minutes()
    )
    stranger = town.world.actor(Role.HEAD, town.world.units["mặt trận"])
    with pytest.raises(NotVisible):
        meetings.record_meeting(
            stranger, round_id=town.round.pk, unit_id=town.unit.pk, votes=votes, **minutes()
        )


def test_sending_marks_results_once(town):
    town.rate(FIVE)
    town.finish()
    made = sending.mark_sent(town.officer, round_id=town.round.pk, sent_on=TODAY, reference="TN-1")
    assert (made.count, sending.send_by(town.round, TODAY)) == (5, date(2026, 12, 15))
    refused(
        lambda: sending.mark_sent(
            town.officer, round_id=town.round.pk, sent_on=TODAY, reference="TN-2"
        ),
        "sending.empty",
    )


def test_strangers_see_nothing(town):
    town.rate(FIVE)
    stranger = town.world.actor(Role.OFFICER, town.world.other_ward)
    assert not Rating.objects.visible_to(stranger).exists()
    assert not Round.objects.visible_to(stranger).exists()
    with pytest.raises(NotVisible):
        deciding.consolidate_all(stranger, round_id=town.round.pk)


def test_months_of_the_former_unit_count(town):
    town.rate({"An": "80"}, months=range(7, 13))
    Appointment.objects.filter(person=town.people["An"]).update(valid_from=date(2026, 7, 1))
    computing.compute(town.officer, round_id=town.round.pk)
    rating = town.rating("An")
    assert (rating.status, rating.facts["months_worked"]) == ("rated", "6")
    said = {"unit": "Sở Nội vụ", "basis": "CV 15/SNV"}
    recording.note_months(
        town.officer, rating_id=rating.pk, totals=dict.fromkeys(range(1, 7), Decimal(90)), **said
    )
    rating = town.rating("An")
    assert (rating.mean, rating.facts["months_worked"], rating.facts["months"][0]["unit"]) == (
        85,
        "12",
        "Sở Nội vụ",
    )
    recording.note_months(
        town.officer, rating_id=rating.pk, totals={1: Decimal(80), 2: None}, **said
    )
    assert len(town.rating("An").facts["months"]) == 7
    refused(
        lambda: recording.note_months(
            town.officer, rating_id=rating.pk, totals={1: Decimal(101)}, **said
        ),
        "months.given",
    )


def test_who_moved_before_saying_anything_is_rated_at_the_new_post(town):
    town.rate({"An": "80", "Bình": "80"})
    town.rate_self("Bình")
    Appointment.objects.filter(person__in=[town.people["An"], town.people["Bình"]]).update(
        unit=town.world.units["mặt trận"], title="Phó Chủ tịch"
    )
    assert opening.enrol(town.officer, round_id=town.round.pk) == 0
    assert (town.rating("An").unit, town.rating("An").title) == (
        town.world.units["mặt trận"],
        "Phó Chủ tịch",
    )
    assert town.rating("Bình").unit == town.unit


def test_who_keeps_the_round_is_proposed_by_the_head_of_the_own_unit(town):
    town.rate(FIVE)
    town.rate_self(*FIVE)
    town.meet(*FIVE)
    link_account(SYSTEM, person_id=town.people["An"].pk, account_id=town.officer.account_id)
    assert deciding.consolidate_all(town.officer, round_id=town.round.pk) == 4
    refused(lambda: deciding.apply_caps(town.officer, round_id=town.round.pk), "round.not_proposed")
    with pytest.raises(NotVisible):
        deciding.consolidate(
            town.world.actor(Role.HEAD, town.world.units["mặt trận"]),
            rating_id=town.rating("An").pk,
            level="excellent",
        )
    deciding.consolidate(
        town.world.actor(Role.HEAD, town.unit), rating_id=town.rating("An").pk, level="excellent"
    )
    deciding.apply_caps(town.officer, round_id=town.round.pk)
    assert town.rating("An").capped == "good"


def test_nobody_decides_on_what_no_longer_holds(town):
    """A month closed anew after the caps were applied."""
    town.rate(FIVE)
    town.walk()
    Assessment.objects.filter(person=town.people["Bình"]).update(total=60)
    said = {
        "rating_id": town.rating("Bình").pk,
        "level": "good",
        "number": "1",
        "decided_on": TODAY,
    }
    refused(lambda: deciding.decide(town.leader, **said), "round.stale")
    refused(town.decide_all, "round.stale")
    refused(lambda: deciding.apply_caps(town.officer, round_id=town.round.pk), "round.not_proposed")
    computing.compute(town.officer, round_id=town.round.pk)
    assert (town.rating("Bình").level, town.rating("Bình").state) == ("completed", "consolidation")
    deciding.consolidate_all(town.officer, round_id=town.round.pk)
    deciding.apply_caps(town.officer, round_id=town.round.pk)
    assert town.decide_all() == 5
    assert town.level("Bình") == "completed"


def test_proposing_reads_the_months_as_they_are_now(town):
    town.rate(FIVE)
    town.rate_self(*FIVE)
    town.meet(*FIVE)
    Assessment.objects.filter(person=town.people["Chi"]).update(total=50)
    deciding.consolidate_all(town.officer, round_id=town.round.pk)
    assert town.rating("Chi").consolidated == "completed"
    Assessment.objects.filter(person=town.people["Em"]).update(total=49)
    refused(
        lambda: deciding.consolidate(town.officer, rating_id=town.rating("Em").pk, level="good"),
        "rating.above",
    )
