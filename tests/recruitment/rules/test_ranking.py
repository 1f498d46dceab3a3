"""Golden table of marks, priority, order and ties (Nghị định 170/2025/NĐ-CP as amended)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.policy import merge
from thenchot.policy.packs import shipped
from thenchot.policy.parameters import RecruitmentPolicy
from thenchot.recruitment.rules.exams import exam_forms, priority_objects
from thenchot.recruitment.rules.ranking import Entry, counted, passes, rank, together

PERCENTS = {"reprimand": 25, "warning": 50}


@pytest.mark.parametrize(
    ("points", "breach", "left"),
    [
        ("80", "", "80.00"),
        ("80", "reprimand", "60.00"),
        ("66.67", "reprimand", "50.00"),
        ("66.66", "reprimand", "50.00"),  # 49.995, half up
        ("66.65", "reprimand", "49.99"),
        ("80", "warning", "40.00"),
        ("100", "suspension", "0"),
    ],
)
def test_a_breach_costs_its_share_of_the_paper(points, breach, left):
    assert counted(Decimal(points), breach, PERCENTS) == Decimal(left)


@pytest.mark.parametrize(
    ("form", "points", "score", "holds"),
    [
        ("written", {"written": "50"}, "50.00", True),
        ("written", {"written": "49.99"}, "49.99", False),
        ("written_interview", {"written": "80", "interview": "60"}, "74.00", True),
        ("written_interview", {"written": "90", "interview": "49.99"}, "78.00", False),
        ("written_interview", {"written": "49", "interview": "100"}, "64.30", False),
        ("written_interview", {"written": "50", "interview": "50"}, "50.00", True),
        ("written_interview", {"written": "90"}, "63.00", False),
        ("choice", {"choice": "75.5"}, "75.50", True),
        ("oral", {}, "0.00", False),
    ],
)
def test_every_paper_and_the_stage_reach_the_pass_mark(form, points, score, holds):
    weights = exam_forms()[form].weights
    told = {paper: Decimal(value) for paper, value in points.items()}
    assert together(told, weights) == Decimal(score)
    assert passes(told, weights, 50) is holds


def test_weights_are_whole():
    assert all(sum(form.weights.values()) == 100 for form in exam_forms().values())


@pytest.mark.parametrize(
    ("code", "points"),
    [
        ("hero", "7.5"),
        ("minority", "5"),
        ("officer", "5"),
        ("martyr_child", "5"),
        ("reserve", "5"),
        ("served", "2.5"),
        ("defence_worker", "2.5"),
        ("youth_volunteer", "2.5"),
        ("union", "1.5"),
    ],
)
def test_points_of_each_object_of_priority(code, points):
    policy = merge.resolve([shipped()], date(2026, 9, 1)).as_parameters(RecruitmentPolicy)
    assert dict(policy.priority)[priority_objects()[code].group] == Decimal(points)


def entry(key, second, priority=0, written=0, **more):
    return Entry(key, Decimal(str(second)), Decimal(str(priority)), Decimal(str(written)), **more)


ORDERS = [
    # (what, entries, places, won, open)
    ("by the total", [entry(1, 70), entry(2, 80), entry(3, 75)], 2, (2, 3), ()),
    ("priority is added", [entry(1, 70), entry(2, 66, 5)], 1, (2,), ()),
    ("equal totals: higher second stage", [entry(1, 70, 5), entry(2, 75)], 1, (2,), ()),
    (
        "then the higher written paper",
        [entry(1, 70, written=60), entry(2, 70, written=72)],
        1,
        (2,),
        (),
    ),
    ("then the head: nobody yet", [entry(1, 70), entry(2, 70)], 1, (), (1, 2)),
    ("the head chose", [entry(1, 70), entry(2, 70, choice=1)], 1, (2,), ()),
    (
        "marks never decide by themselves",
        [entry(1, 70, marks=(False, False)), entry(2, 70, marks=(True, True))],
        1,
        (),
        (2, 1),
    ),
    ("equals who all have a place", [entry(1, 70), entry(2, 70)], 2, (1, 2), ()),
    (
        "those above the tie stay chosen",
        [entry(1, 90), entry(2, 70), entry(3, 70)],
        2,
        (1,),
        (2, 3),
    ),
    ("nobody below an open border", [entry(1, 70), entry(2, 70), entry(3, 60)], 1, (), (1, 2)),
    ("fewer than places", [entry(1, 70)], 3, (1,), ()),
    ("nobody", [], 3, (), ()),
]


@pytest.mark.parametrize(
    ("entries", "places", "won", "undecided"),
    [row[1:] for row in ORDERS],
    ids=[row[0] for row in ORDERS],
)
def test_from_the_top_down(entries, places, won, undecided):
    outcome = rank(entries, places)
    assert (outcome.won, outcome.open) == (won, undecided)


def test_the_marks_order_what_the_head_looks_at():
    rows = [
        entry(1, 70, marks=(False, True)),
        entry(2, 70, marks=(True, False)),
        entry(3, 70, marks=(False, False)),
        entry(4, 70, marks=(True, True)),
    ]
    assert [one.key for one in rank(rows, 1).order] == [4, 2, 1, 3]


entries = st.lists(
    st.builds(
        lambda key, second, priority, written, choice, talent: entry(
            key, second, priority, written, choice=choice, marks=(talent,)
        ),
        st.integers(1, 10_000),
        st.integers(50, 56),
        st.sampled_from(["0", "1.5", "2.5", "5", "7.5"]),
        st.integers(50, 52),
        st.integers(0, 3),
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda one: one.key,
)


@given(entries, st.integers(0, 8))
def test_never_more_than_the_places_and_nobody_passed_over(rows, places):
    outcome = rank(rows, places)
    assert len(outcome.won) <= places
    assert len(set(outcome.won)) == len(outcome.won)
    by_key = {one.key: one for one in rows}
    left = [one for one in rows if one.key not in outcome.won and one.key not in outcome.open]
    worst = max((by_key[key].by_law for key in outcome.won), default=None)
    if worst is not None:
        assert all(one.by_law >= worst for one in left)


@given(entries, st.integers(0, 8), st.randoms())
def test_the_order_of_the_forms_changes_nothing(rows, places, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert rank(rows, places) == rank(shuffled, places)
