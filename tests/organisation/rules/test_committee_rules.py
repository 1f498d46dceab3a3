"""How a seat stands, who may sit in it, when it may be held, closed or added."""

from datetime import date

import pytest

from thenchot.organisation.rules import committees as rules
from thenchot.organisation.rules.committees import SeatStanding as S

TODAY = date(2026, 11, 20)
TERM = (date(2025, 7, 1), date(2030, 6, 30))


def rule_of(decision):
    return decision.reasons[0].rule if decision.reasons else None


@pytest.mark.parametrize(
    ("state", "is_filled", "is_beyond", "review_on", "standing"),
    [
        ("open", True, False, None, S.FILLED),
        ("open", True, True, None, S.EXCESS),
        ("open", False, False, None, S.VACANT),
        ("open", False, True, None, S.VACANT),
        ("held", False, False, date(2026, 11, 21), S.HELD),
        ("held", False, False, TODAY, S.REVIEW_DUE),
        ("held", False, False, date(2026, 1, 1), S.REVIEW_DUE),
        ("held", False, False, None, S.HELD),
        ("held", True, False, date(2027, 1, 1), S.FILLED),
        ("closed", False, False, None, S.CLOSED),
        ("closed", True, True, None, S.CLOSED),
    ],
)
def test_how_a_seat_stands(state, is_filled, is_beyond, review_on, standing):
    facts = {"is_filled": is_filled, "is_beyond": is_beyond, "review_on": review_on}
    assert rules.seat_standing(state, on=TODAY, **facts) == standing


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({}, None),
        ({"state": "held"}, None),
        ({"state": "closed"}, "seat.closed"),
        ({"holder": "Đặng Thị Ánh"}, "seat.taken"),
        ({"other_seat": "Ủy viên"}, "seat.twice"),
        ({"valid_from": date(2025, 6, 30)}, "seat.term"),
        ({"valid_from": date(2030, 7, 1)}, "seat.term"),
        ({"valid_from": TERM[0]}, "seat.before_opening"),
        ({"valid_from": TERM[0], "opened_on": TERM[0]}, None),
        ({"left_on": TODAY}, "seat.not_free_yet"),
        ({"left_on": date(2026, 11, 19)}, None),
    ],
)
def test_who_may_sit(facts, rule):
    usual = {
        "state": "open",
        "opened_on": date(2026, 1, 1),
        "holder": None,
        "other_seat": None,
        "term": TERM,
        "left_on": None,
        "valid_from": TODAY,
    }
    assert rule_of(rules.may_seat(**usual | facts)) == rule


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({}, None),
        ({"state": "held"}, None),
        ({"state": "closed"}, "seat.closed"),
        ({"is_filled": True}, "seat.filled"),
        ({"held_for": " "}, "seat.held_for"),
        ({"review_on": None}, "seat.held_for"),
        ({"review_on": TODAY}, "seat.review"),
    ],
)
def test_holding_for_structure_says_what_for_and_until_when(facts, rule):
    usual = {
        "state": "open",
        "is_filled": False,
        "held_for": "cán bộ nữ",
        "review_on": date(2027, 6, 30),
        "on": TODAY,
    }
    assert rule_of(rules.may_hold(**usual | facts)) == rule


@pytest.mark.parametrize(
    ("open_seats", "approved", "basis", "allowed"),
    [
        (6, 7, "", True),
        (7, 7, "", False),
        (7, 7, "  ", False),
        (7, 7, "QĐ 3 cho phép", True),
        (9, 7, "", False),
    ],
)
def test_beyond_the_approved_number_only_with_a_document(open_seats, approved, basis, allowed):
    assert bool(rules.may_add_seat(open_seats, approved, basis)) is allowed


@pytest.mark.parametrize(
    ("state", "is_filled", "on", "rule"),
    [
        ("open", False, TODAY, None),
        ("held", False, TODAY, None),
        ("open", True, TODAY, "seat.filled"),
        ("closed", False, TODAY, "seat.closed"),
        ("open", False, date(2025, 1, 1), "seat.before_opening"),
    ],
)
def test_closing(state, is_filled, on, rule):
    assert rule_of(rules.may_close(state, is_filled=is_filled, opened_on=TERM[0], on=on)) == rule


@pytest.mark.parametrize(("state", "allowed"), [("held", True), ("open", False), ("closed", False)])
def test_only_a_held_seat_is_released(state, allowed):
    assert bool(rules.may_release(state)) is allowed


@pytest.mark.parametrize(
    ("is_home", "ends_on", "taken", "rule"),
    [
        (True, TERM[1], None, None),
        (False, TERM[1], None, "term.home"),
        (True, TERM[0], None, "term.dates"),
        (True, TERM[1], "2025 - 2030", "term.taken"),
    ],
)
def test_a_term_of_office(is_home, ends_on, taken, rule):
    assert rule_of(rules.may_open_term(is_home, TERM[0], ends_on, taken)) == rule


@pytest.mark.parametrize(
    ("name", "approved", "taken", "rule"),
    [
        ("Ban Chấp hành", 1, None, None),
        ("", 7, None, "committee.name"),
        ("Ban", 0, None, "committee.approved"),
        ("Ban", 7, "Ban", "committee.taken"),
    ],
)
def test_a_committee(name, approved, taken, rule):
    assert rule_of(rules.may_open_committee(name, approved, taken)) == rule
