"""When a scheme may move, be changed, be approved; what a position must say; how many may hold
it.
"""

from datetime import date

import pytest

from thenchot.organisation.rules.schemes import (
    code_is_free,
    may_approve,
    may_begin,
    may_describe,
    may_edit,
    may_hold_position,
    may_move,
    state_after,
)

STATES = ("draft", "submitted", "approved", "replaced")
ALLOWED = {
    ("draft", "submit"): "submitted",
    ("submitted", "return"): "draft",
    ("submitted", "approve"): "approved",
}


def rules_of(decision):
    return [reason.rule for reason in decision.reasons]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("move", ["submit", "return", "approve"])
def test_every_state_and_move(state, move):
    decision = may_move(state, move, positions=3, note="Thiếu khung năng lực")
    assert bool(decision) is ((state, move) in ALLOWED)
    if decision:
        assert state_after(state, move) == ALLOWED[state, move]
    else:
        assert rules_of(decision) == ["scheme.move"]
        with pytest.raises(KeyError):
            state_after(state, move)


@pytest.mark.parametrize(
    ("move", "state", "facts", "rule"),
    [
        ("submit", "draft", {"positions": 0}, "scheme.empty"),
        ("submit", "draft", {"positions": 1}, None),
        ("return", "submitted", {"positions": 3, "note": "  "}, "scheme.note"),
        ("return", "submitted", {"positions": 0, "note": "Chưa đủ"}, None),
        ("approve", "submitted", {"positions": 1}, None),
    ],
)
def test_what_a_move_needs(move, state, facts, rule):
    assert rules_of(may_move(state, move, **facts)) == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("state", "allowed"),
    [("draft", True), ("submitted", False), ("approved", False), ("replaced", False)],
)
def test_only_a_draft_is_changed(state, allowed):
    assert bool(may_edit(state)) is allowed


@pytest.mark.parametrize(
    ("decision", "valid_from", "previous", "rules"),
    [
        ("QĐ 1", date(2026, 7, 1), None, []),
        ("QĐ 1", date(2026, 7, 1), date(2026, 6, 30), []),
        ("QĐ 1", date(2026, 7, 1), date(2026, 7, 1), ["scheme.order"]),
        ("  ", date(2026, 7, 1), None, ["scheme.decision"]),
        ("", None, None, ["scheme.decision", "scheme.valid_from"]),
    ],
)
def test_approval_is_a_decision_in_force_after_the_one_before(
    decision, valid_from, previous, rules
):
    assert rules_of(may_approve(decision, valid_from, previous)) == rules


def test_one_version_at_a_time():
    assert may_begin(None)
    assert "Đề án (lần 2)" in may_begin("Đề án (lần 2)").reasons[0].message


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ({}, []),
        ({"competencies": {"it": [1, 5]}}, []),
        ({"competencies": {"it": [3, 3]}}, []),
        ({"competencies": {"it": [3, 2]}}, ["position.level"]),
        (
            {"competencies": {"it": [0, 2], "language": [1, 6]}},
            ["position.level", "position.level"],
        ),
        ({"name": ""}, ["position.name"]),
        ({"code": ""}, ["position.name"]),
        ({"number": 0}, ["position.number"]),
    ],
)
def test_what_a_position_must_say(facts, rules):
    usual = {"name": "Văn thư", "code": "CM-03", "number": 1, "competencies": {"it": [2, 3]}}
    assert rules_of(may_describe(**usual | facts)) == rules


@pytest.mark.parametrize(
    ("holders", "number", "reason", "allowed"),
    [
        (0, 1, "", True),
        (1, 1, "", False),
        (1, 1, "Công văn 5 cho phép", True),
        (1, 2, "", True),
        (3, 2, " ", False),
    ],
)
def test_a_position_is_held_by_as_many_as_were_approved(holders, number, reason, allowed):
    decision = may_hold_position("Văn thư", holders, number, reason)
    assert bool(decision) is allowed
    assert allowed or decision.reasons[0].source == "S3-065"


def test_a_code_belongs_to_one_position():
    assert code_is_free("CM-03", None)
    assert "Văn thư" in code_is_free("CM-03", "Văn thư").reasons[0].message
