"""The procedure as pure rules: every refusal with its code, every border on both sides."""

from datetime import date
from decimal import Decimal

import pytest

from thenchot.policy.parameters import RatingCapPolicy
from thenchot.rating.enums import RatingStep
from thenchot.rating.persons.rules import procedure
from thenchot.rating.rounds import rules as rounds
from thenchot.rating.rules import capping, deciding
from thenchot.rating.rules.capping import Rated
from thenchot.scoring.enums import Status
from thenchot.worklog.enums import Band, Capacity

CAPS = RatingCapPolicy(
    cap_base="good_after",
    excellent_percent=20,
    excellent_percent_outstanding=25,
    target_good_percent=95,
    target_excellent_percent=20,
)


def rule(decision):
    """ "" for yes."""
    return "" if decision else decision.reasons[0].rule


@pytest.mark.parametrize(
    ("kind", "step"),
    [(Capacity.STAFF, "consolidation"), (Capacity.HEAD, "party"), (Capacity.DEPUTY, "party")],
)
def test_party_committee_is_asked_about_leaders(kind, step):  # Đ21
    assert rounds.after_meeting(kind) == step


@pytest.mark.parametrize(
    ("state", "status", "level", "was_status", "was", "then"),
    [
        ("self", "rated", "good", "", "", "self"),
        ("meeting", "waiting", "", "rated", "good", "meeting"),
        ("self", "not_rated", "", "waiting", "", "decision"),
        ("decision", "not_rated", "", "not_rated", "", "decision"),
        ("decision", "rated", "good", "not_rated", "", "self"),
        ("decision", "rated", "good", "rated", "good", "decision"),
        ("decision", "rated", "completed", "rated", "good", "consolidation"),
        ("decision", "waiting", "", "rated", "good", "consolidation"),
        ("consolidation", "rated", "good", "waiting", "", "consolidation"),
    ],
)
def test_where_computing_anew_leads(state, status, level, was_status, was, then):
    assert procedure.recomputed(state, status, level, was_status, was) == then


@pytest.mark.parametrize(
    ("own", "state", "expected"),
    [
        (True, "decision", "rating.own"),
        (False, "out", "rating.out"),
        (False, "self", "rating.step"),
        (False, "decision", ""),
        (False, "locked", "rating.step"),
    ],
)
def test_nobody_acts_on_the_own_file_and_each_thing_at_its_step(own, state, expected):  # Đ10
    assert rule(procedure.may_act(own, state, (RatingStep.DECISION,), "quyết định")) == expected


@pytest.mark.parametrize(
    ("own", "paper", "state", "expected"),
    [
        (True, False, "self", ""),
        (False, True, "meeting", ""),
        (False, False, "self", "rating.self"),
        (True, False, "consolidation", "rating.self_closed"),
    ],
)
def test_own_word(own, paper, state, expected):
    assert rule(procedure.may_rate_oneself(own, paper, state)) == expected


@pytest.mark.parametrize(
    ("called", "present", "votes", "expected"),
    [
        (6, 5, [("An", (0, 5, 0, 0))], ""),
        (6, 6, [("An", (1, 2, 3, 0))], ""),
        (6, 5, [("An", (1, 5, 0, 0))], "meeting.votes"),
        (6, 5, [("An", (0, 0, 0, 0))], "meeting.votes"),
        (6, 5, [], "meeting.nobody"),
        (5, 6, [("An", (1, 0, 0, 0))], "meeting.present"),
        (5, 0, [("An", (1, 0, 0, 0))], "meeting.present"),
    ],
)
def test_votes(called, present, votes, expected):
    assert rule(rounds.may_vote(called, present, votes)) == expected


@pytest.mark.parametrize(
    ("level", "computed", "note", "expected"),
    [
        ("good", "good", "", ""),
        ("completed", "good", "KL 4", ""),
        ("completed", "good", " ", "rating.note"),
        ("excellent", "good", "Tốt", "rating.above"),
        ("good", "", "", "rating.unknown"),
    ],
)
def test_proposal(level, computed, note, expected):
    assert rule(procedure.may_propose(level, computed, note)) == expected


@pytest.mark.parametrize(
    ("level", "proposed", "computed", "status", "reason", "expected"),
    [
        ("good", "good", "good", "rated", "", ""),
        ("completed", "good", "good", "rated", "", "rating.reason"),
        ("completed", "good", "good", "rated", "Đơn thư", ""),
        (
            "excellent",
            "good",
            "excellent",
            "rated",
            "Bằng điểm",
            "",
        ),  # a tie: capped to good, allowed by points
        ("excellent", "good", "good", "rated", "Cố gắng", "rating.above"),
        ("good", "", "", "waiting", "Cho xong", "rating.unknown"),
        ("good", "", "", "not_enough_data", "Cho xong", "rating.unknown"),
        ("", "", "", "not_rated", "", ""),
        ("good", "", "", "not_rated", "Cho xong", "rating.not_rated"),
        ("", "good", "good", "rated", "Quên", "rating.level"),
    ],
)
def test_decision(level, proposed, computed, status, reason, expected):
    assert rule(deciding.may_decide(level, proposed, computed, status, reason)) == expected


def test_who_proposed_does_not_decide():
    assert rule(deciding.second_person(3, 3)) == "rating.second_person"
    assert (
        rule(deciding.second_person(3, 4))
        == rule(deciding.second_person(None, None))
        == rule(deciding.second_person(3, None))
        == ""
    )


def people(excellent, good, group=""):
    made = [Rated(n, group, Decimal(95), Band.EXCELLENT, Band.EXCELLENT) for n in range(excellent)]
    return [
        *made,
        *(Rated(100 + n, group, Decimal(80), Band.EXCELLENT, Band.GOOD) for n in range(good)),
    ]


@pytest.mark.parametrize(
    ("excellent", "good", "is_outstanding", "expected"),
    [
        (0, 6, False, ""),
        (0, 5, False, "rating.cap"),
        (0, 5, True, ""),
        (0, 4, True, "rating.cap"),
        (1, 11, False, ""),
        (1, 10, False, "rating.cap"),
        (2, 14, False, "rating.cap"),
        (2, 16, False, ""),
    ],
)
def test_one_more_excellent_within_the_cap(excellent, good, is_outstanding, expected):
    """Of n good and excellent together k ≤ 0.2·(n-k) (0.25·(n-k) where outstanding): 6 allow 1, 12
    allow 2, 18 allow 3.
    """
    assert (
        rule(capping.within_caps(people(excellent, good), 100, "excellent", CAPS, is_outstanding))
        == expected
    )


def test_a_level_lowered_can_leave_too_many_excellent():
    assert rule(capping.within_caps(people(1, 5), 100, "completed", CAPS, False)) == "rating.cap"
    assert rule(capping.within_caps(people(1, 6), 100, "completed", CAPS, False)) == ""


def test_cap_of_the_group_and_of_the_unit():
    whole = [
        *people(0, 5, "A"),
        *(Rated(200 + n, "B", Decimal(80), Band.GOOD, Band.GOOD) for n in range(20)),
    ]
    refused = capping.within_caps(whole, 100, "excellent", CAPS, False)
    assert rule(refused) == "rating.cap" and "nhóm A: nhiều nhất 0" in refused.reasons[0].message


@pytest.mark.parametrize(
    ("own", "paper", "state", "has_open", "expected"),
    [
        (True, False, "notified", False, ""),
        (False, True, "locked", False, ""),
        (False, False, "notified", False, "complaint.own"),
        (True, False, "notice", False, "complaint.notice"),
        (True, False, "notified", True, "complaint.open"),
    ],
)
def test_complaint(own, paper, state, has_open, expected):  # Đ22
    assert rule(procedure.may_complain(own, paper, state, has_open)) == expected


@pytest.mark.parametrize(
    ("waiting", "complaints", "expected"),
    [(0, 0, ""), (1, 0, "round.waiting"), (0, 1, "round.complaints"), (2, 2, "round.waiting")],
)
def test_lock(waiting, complaints, expected):
    assert rule(rounds.may_lock(waiting, complaints)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"self": date(2026, 11, 28), "meeting": date(2026, 11, 28)}, ""),
        ({"self": date(2026, 11, 28), "meeting": date(2026, 11, 27)}, "round.order"),
        ({"self": date(2026, 12, 28), "notice": date(2027, 1, 14)}, ""),
        ({"self": date(2026, 12, 28), "notice": date(2027, 4, 1)}, "round.year"),
        ({"self": date(2025, 12, 31)}, "round.year"),
    ],
)
def test_days(days, expected):  # Đ19.2
    assert rule(rounds.may_have_days(days, 2026)) == expected


def test_past_steps():
    assert procedure.is_past("meeting", RatingStep.SELF) and not procedure.is_past(
        "self", RatingStep.SELF
    )
    assert procedure.is_past("locked", RatingStep.NOTICE) and Status.RATED not in deciding.UNKNOWN
