"""Worked cases of one period. Every figure was worked out by hand from the decree, never taken from
the program.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from thenchot.policy.merge import resolve
from thenchot.policy.packs import shipped
from thenchot.policy.parameters import ScoringPolicy
from thenchot.scoring.cases.place import BadCase
from thenchot.scoring.cases.score import score_case
from thenchot.scoring.rules.work import BadLine, Sums, WorkLine, sums_of_line

POLICY = resolve([shipped()], date(2026, 10, 31)).as_parameters(ScoringPolicy)

CRITERIA = {
    "I.1": "5",
    "I.2": "5",
    "II.1": "2.5",
    "II.2": "2.5",
    "II.3": "2.5",
    "II.4": "2.5",
    "III.1": "2.5",
    "III.2": "2.5",
    "III.3": "2.5",
    "III.4": "2.5",
}


def line(assigned="4", done="4", factor="1", code="VP.01", **more):
    return {"code": code, "factor": factor, "assigned": assigned, "done": done, **more}


def fault(piece=1, kind="content", times=1, cause="own"):
    return {"piece": piece, "kind": kind, "times": times, "cause": cause}


def judged(*work, general="30", kind="staff", rules="nd335", pack=None, leader=None, **more):
    packs = ["vn", pack] if pack else ["vn"]
    return score_case(
        {
            "rules": rules,
            "packs": packs,
            "period": "2026-10",
            "on": "2026-11-02",
            "kind": kind,
            "general": general,
            "work": list(work),
            "leader": leader,
            **more,
        }
    )


def leading(managed=("72.00",), organising="met", unity="united", **more):
    people = [
        one if isinstance(one, dict) else {"id": f"P{n}", "total": one, "not_scored": None}
        for n, one in enumerate(managed)
    ]
    return {"managed": people, "organising": organising, "unity": unity, **more}


def codes(told):
    return {remark["code"] for remark in told["warnings"]}


FULL = line()
FOUR_SEVENTHS = line("7", "4")  # 4/7 of 70 points are 40

BANDS = [
    # general, work, total, band, source
    ("20", FULL, "90.00", "excellent", "Đ20.1: from 90"),
    ("19.99", FULL, "89.99", "good", "Đ20.2: below 90"),
    ("0", FULL, "70.00", "good", "Đ20.2: from 70"),
    ("29.99", FOUR_SEVENTHS, "69.99", "completed", "Đ20.3: below 70"),
    ("10", FOUR_SEVENTHS, "50.00", "completed", "Đ20.3: from 50"),
    ("9.99", FOUR_SEVENTHS, "49.99", "failed", "Đ20.4: below 50"),
    ("30", FULL, "100.00", "excellent", "Đ12: 30 + 70"),
    ("0", line(done="0"), "0.00", "failed", "Đ14.2: nothing finished of what was assigned"),
]


@pytest.mark.parametrize(("general", "work", "total", "band", "source"), BANDS)
def test_a_total_stands_in_the_band_of_article_20(general, work, total, band, source):
    told = judged(work, general=general)
    assert (told["status"], told["total"], told["band"]) == ("scored", total, band), source


ROUNDING = [
    # general, total, band from the rounded total, band from the exact one. Contract: half up, once;
    # pack band_from
    ("19.995", "90.00", "excellent", "good"),
    ("19.994", "89.99", "good", "good"),
    ("0.005", "70.01", "good", "good"),
]


@pytest.mark.parametrize(("general", "total", "rounded", "exact"), ROUNDING)
def test_the_total_is_rounded_half_up_and_the_band_read_as_the_pack_says(
    general, total, rounded, exact
):
    told = judged(FULL, general=general)
    assert (told["total"], told["band"]) == (total, rounded)
    told = judged(FULL, general=general, pack={"band_from": "exact"})
    assert (told["total"], told["band"]) == (total, exact)


@pytest.mark.parametrize(
    ("general", "rounded", "exact"),
    [("29.995", "good", "completed"), ("9.995", "completed", "failed")],
)
def test_the_lower_borders_round_the_same_way(general, rounded, exact):
    """40 points of work: 69.995 and 49.995 (Đ20.2, Đ20.3)."""
    assert judged(FOUR_SEVENTHS, general=general)["band"] == rounded
    assert judged(FOUR_SEVENTHS, general=general, pack={"band_from": "exact"})["band"] == exact


ADDING_UP = [
    # a third of 70 is 23.3333…; contract: task points printed are total less general
    ("10.004", "10.00", "23.34", "33.34"),
    ("10.005", "10.01", "23.33", "33.34"),
    ("10", "10.00", "23.33", "33.33"),
]


@pytest.mark.parametrize(("general", "general_points", "task_points", "total"), ADDING_UP)
def test_printed_points_add_up(general, general_points, task_points, total):
    told = judged(line("3", "1"), general=general)
    assert (told["general_points"], told["task_points"], told["total"]) == (
        general_points,
        task_points,
        total,
    )
    assert told["result_percent"] == "33.33"
    assert told["quantity"] == "0.3333"


FAULTS = [
    # four pieces of factor 2, all done: A = 8, each fault takes 2 × 25 % = 0.5 of 8. faults, b, c,
    # total, source
    ([], "1.0000", "1.0000", "100.00", "Đ14.2"),
    ([fault()], "0.9375", "1.0000", "98.54", "Đ14.2.b: one content fault"),
    ([fault(kind="delay")], "1.0000", "0.9375", "98.54", "Đ14.2.c: one delay"),
    ([fault(times=2)], "0.8750", "1.0000", "97.08", "Đ14.2.b: two on one piece"),
    ([fault(times=4)], "0.7500", "1.0000", "94.17", "Đ14.2.b: four take the whole piece"),
    (
        [fault(times=5)],
        "0.7500",
        "1.0000",
        "94.17",
        "Đ14.2.b: of that product's points, never more",
    ),
    (
        [fault(times=3), fault(times=2)],
        "0.7500",
        "1.0000",
        "94.17",
        "Đ14.2.b: five told in two lines",
    ),
    (
        [fault(times=1), fault(times=1)],
        "0.8750",
        "1.0000",
        "97.08",
        "Đ14.2.b: two told in two lines",
    ),
    (
        [fault(piece=1, times=5), fault(piece=2)],
        "0.6875",
        "1.0000",
        "92.71",
        "Đ14.2.b: each piece by itself",
    ),
    (
        [fault(), fault(kind="delay")],
        "0.9375",
        "0.9375",
        "97.08",
        "Đ14.2.b, c: content and delay apart",
    ),
    (
        [fault(times=4), fault(kind="delay", times=4)],
        "0.7500",
        "0.7500",
        "88.33",
        "Đ14.2.b, c: both in full",
    ),
    (
        [fault(cause="objective")],
        "1.0000",
        "1.0000",
        "100.00",
        "Đ14.2.b: objective cause confirmed",
    ),
    (
        [fault(kind="delay", times=4, cause="objective")],
        "1.0000",
        "1.0000",
        "100.00",
        "Đ14.2.c: objective cause confirmed",
    ),
    (
        [fault(), fault(times=3, cause="objective")],
        "0.9375",
        "1.0000",
        "98.54",
        "Đ14.2.b: only the own fault counts",
    ),
    (
        [fault(cause=None)],
        "0.9375",
        "1.0000",
        "98.54",
        "Đ14.2.b: a cause not confirmed is no objective one",
    ),
    ([fault(times=0)], "1.0000", "1.0000", "100.00", "Đ14.2.b"),
]


@pytest.mark.parametrize(("faults", "quality", "progress", "total", "source"), FAULTS)
def test_a_fault_takes_a_quarter_of_its_own_piece(faults, quality, progress, total, source):
    told = judged(line(factor="2", faults=faults))
    assert (told["quantity"], told["quality"], told["progress"]) == ("1.0000", quality, progress), (
        source
    )
    assert told["total"] == total, source


WORK = [
    # lines, a, total with 25 general points, source
    (
        [line("4", "3", returned="1")],
        "0.7500",
        "77.50",
        "Đ18.1.d: given back stays assigned and is not done",
    ),
    ([line("2", "0", returned="2")], "0.0000", "25.00", "Đ18.1.d: everything given back"),
    (
        [line("4", "3", returned="1", added="1")],
        "1.0000",
        "95.00",
        "Đ18.1.d: taken over counts outside the assignment",
    ),
    (
        [line("4", "2"), line("0", "0", added="1", code="DC.9")],
        "0.7500",
        "77.50",
        "Đ18.1.d: sudden work on a line of its own",
    ),
    (
        [line("4", "3", factor="1.5"), line("2", "2")],
        "0.8125",
        "81.88",
        "Đ14.2.a: 6.5 converted of 8",
    ),
    ([line("1", "0", factor="3"), line("1", "1")], "0.2500", "42.50", "Đ14.2.a: 1 of 4 converted"),
    ([line("0.5", "0.25")], "0.5000", "60.00", "Đ18.1.c: a share of a team's product"),
    (
        [line("0", "0"), line("4", "4")],
        "1.0000",
        "95.00",
        "Đ14.2: a line without assignment changes nothing",
    ),
]


@pytest.mark.parametrize(("lines", "quantity", "total", "source"), WORK)
def test_products_are_converted_and_divided_by_what_was_assigned(lines, quantity, total, source):
    told = judged(*lines, general="25")
    assert (told["quantity"], told["total"]) == (quantity, total), source


def test_a_fault_weighs_as_much_as_its_product():
    """Đ14.2.b: 25 % of that product: 3 × ¼ of 4 converted."""
    told = judged(line("1", "1", factor="3", faults=[fault()]), line("1", "1"))
    assert told["quality"] == "0.8125"


def test_pieces_count_through_done_and_added():
    """Contract: pieces are numbered 1..done+added. (3 - ¼) / 2, and capped."""
    told = judged(line("2", "2", added="1", faults=[fault(piece=3)]))
    assert (told["uncapped"]["quality"], told["quality"]) == ("1.3750", "1.0000")


def test_a_piece_that_is_a_share_loses_of_its_share():
    """Đ14.2.b: of that product's points. Half a piece done of half a piece: ½ - ¼ × ½ of ½."""
    assert judged(line("0.5", "0.5", faults=[fault()]))["quality"] == "0.7500"
    assert judged(line("1.5", "1.5", faults=[fault(piece=1)]))["quality"] == "0.8333"  # 1.25 of 1.5
    assert (
        judged(line("1.5", "1.5", faults=[fault(piece=2)]))["quality"] == "0.9167"
    )  # 1.375 of 1.5


def test_a_line_holds_nothing_that_was_not_told():
    assert sums_of_line(WorkLine("VP.01", Fraction(2)), POLICY) == Sums()
    told = judged({"code": "VP.01", "factor": "1", "assigned": "2"}, general="10")
    assert (told["quantity"], told["total"]) == ("0.0000", "10.00")


@pytest.mark.parametrize("name", ["assigned", "returned", "done", "added", "exceeds"])
def test_no_quantity_is_negative(name):
    usual = WorkLine("VP.01", Fraction(1), Fraction(4), Fraction(0), Fraction(4))
    with pytest.raises(BadLine, match="âm"):
        sums_of_line(replace(usual, **{name: Fraction(-1)}), POLICY)


OVER = [
    # five done of four: a = c = 1.25, two pieces wholly faulty: b = 0.75; general 20. Đ18.1.d; pack
    # over_assignment
    ("cap_each", "1.0000", "91.67", "84.17"),
    ("cap_mean", "1.2500", "100.00", "90.00"),
    ("none", "1.2500", "108.33", "95.83"),
]


@pytest.mark.parametrize(("choice", "quantity", "result", "total"), OVER)
def test_work_above_the_assignment_is_capped_as_the_pack_says(choice, quantity, result, total):
    work = line("4", "4", added="1", faults=[fault(1, times=4), fault(2, times=4)])
    told = judged(work, general="20", pack={"over_assignment": choice})
    assert told["uncapped"] == {"quantity": "1.2500", "quality": "0.7500", "progress": "1.2500"}
    assert (told["quantity"], told["quality"], told["result_percent"], told["total"]) == (
        quantity,
        "0.7500",
        result,
        total,
    )


@pytest.mark.parametrize("choice", ["cap_each", "cap_mean", "none"])
def test_the_total_never_passes_one_hundred(choice):
    """Đ12: 100 points. 25 + 70 × 5 would be 375."""
    told = judged(line("1", "1", added="4"), general="25", pack={"over_assignment": choice})
    assert told["total"] == ("100.00" if choice == "none" else "95.00")
    assert Decimal(told["general_points"]) + Decimal(told["task_points"]) == Decimal(told["total"])


def test_each_share_is_capped_when_no_pack_says_otherwise():
    assert judged(line("10", "9", added="2"), general="10")["total"] == "80.00"


@pytest.mark.parametrize("work", [[], [line("0", "0")], [line("0", "0", added="3")]])
def test_nothing_assigned_is_not_enough_data(work):
    """Đ14.2 divides by it; Đ18.1.d: everybody must be given work. Contract: even with added work;
    never 0, never 100.
    """
    told = judged(*work)
    assert told["status"] == "not_enough_data"
    assert [
        told[name] for name in ("quantity", "result_percent", "task_points", "total", "band")
    ] == [None] * 5
    assert told["general_points"] == "30.00"


LEADERS = [
    # leader, shares d đ e, total with 30 general points and all own work done, source
    (leading(), ("1.0000", "1.0000", "1.0000"), "100.00", "Đ16.2"),
    (
        leading(["50", "72"]),
        ("1.0000", "1.0000", "1.0000"),
        "100.00",
        "Đ15.3.a: all at hoàn thành or above",
    ),
    (leading(["49.99", "72"]), ("0.5000", "1.0000", "1.0000"), "94.17", "Đ15.3.a: one below"),
    (leading(["49.99", "10"]), ("0.5000", "1.0000", "1.0000"), "94.17", "Đ15.3.a: two below"),
    (leading(organising="short"), ("1.0000", "0.5000", "1.0000"), "94.17", "Đ15.3.b"),
    (leading(unity="conflict"), ("1.0000", "1.0000", "0.5000"), "94.17", "Đ15.3.c"),
    (leading(["1"], "short", "conflict"), ("0.5000", "0.5000", "0.5000"), "82.50", "Đ15.3"),
    (
        leading(organising="between", organising_percent="80"),
        ("1.0000", "0.8000", "1.0000"),
        "97.67",
        "Đ15.3.b, between",
    ),
    (
        leading(unity="between", unity_percent="50.01"),
        ("1.0000", "1.0000", "0.5001"),
        "94.17",
        "Đ15.3.c, between",
    ),
    (
        leading(unity="between", unity_percent="99.99"),
        ("1.0000", "1.0000", "0.9999"),
        "100.00",
        "Đ15.3.c, between",
    ),
    (
        leading(["72", {"id": "M", "total": None, "not_scored": "maternity"}]),
        ("1.0000",) * 3,
        "100.00",
        "Đ11, Đ15.3.a: not scored",
    ),
    (
        leading(["72", {"id": "M", "total": "12", "not_scored": "sick"}]),
        ("1.0000",) * 3,
        "100.00",
        "contract: not_scored are skipped",
    ),
]


@pytest.mark.parametrize("kind", ["head", "deputy"])
@pytest.mark.parametrize(("leader", "shares", "total", "source"), LEADERS)
def test_leaders_answer_for_their_unit_too(kind, leader, shares, total, source):
    """Deputies in the field assigned to them (Đ15.4), by the same formula."""
    told = judged(FULL, kind=kind, leader=leader)
    assert (told["unit_result"], told["organising"], told["unity"]) == shares, source
    assert (told["status"], told["total"]) == ("scored", total), source


def test_leaders_divide_by_six():
    """Đ16.2: (½ + ½ + ½ + 1 + 1 + 1) / 6 = 75 %."""
    told = judged(line("4", "2"), kind="head", leader=leading(), general="20")
    assert (told["result_percent"], told["task_points"], told["total"]) == (
        "75.00",
        "52.50",
        "72.50",
    )


@pytest.mark.parametrize("managed", [[], [{"id": "M", "total": None, "not_scored": "maternity"}]])
def test_without_staff_the_unit_result_leaves_the_mean(managed):
    """Đ15.3.a is silent; pack no_managed. (3 + ½ + 1) / 5 = 0.9, or (3 + 1 + ½ + 1) / 6."""
    leader = leading(managed, organising="short")
    told = judged(FULL, kind="head", leader=leader)
    assert (told["unit_result"], told["result_percent"], told["total"]) == (None, "90.00", "93.00")
    assert "nobody_managed" in codes(told)
    told = judged(FULL, kind="head", leader=leader, pack={"no_managed": "full"})
    assert (told["unit_result"], told["result_percent"], told["total"]) == (
        "1.0000",
        "91.67",
        "94.17",
    )


def test_staff_are_not_scored_on_leading():
    told = judged(FULL, leader=leading(["1"], "short", "conflict"))
    assert (told["unit_result"], told["total"]) == (None, "100.00")


WAITING = [
    (leading([None, "72"]), "managed_unknown", "P0"),
    (leading([None, "10"]), "managed_unknown", "P0"),
    (leading(organising="between"), "organising_unknown", ""),
    (leading(organising="between", organising_percent="50"), "organising_unknown", ""),
    (leading(organising="between", organising_percent="100"), "organising_unknown", ""),
    (leading(organising=None), "organising_unknown", ""),
    (leading(unity="between"), "unity_unknown", ""),
    (leading(unity="between", unity_percent="50"), "unity_unknown", ""),
    (leading(unity=None), "unity_unknown", ""),
    ({"managed": None, "organising": "met", "unity": "united"}, "managed_unknown", ""),
    (None, "managed_unknown", ""),
]


@pytest.mark.parametrize(("leader", "code", "named"), WAITING)
def test_a_leader_waits_for_what_is_not_known_yet(leader, code, named):
    """Contract: a null total without a reason waits and is named; "between" needs a percent in (50,
    100) (Đ15.3).
    """
    told = judged(FULL, kind="head", leader=leader)
    assert (told["status"], told["result_percent"], told["total"], told["band"]) == (
        "waiting",
        None,
        None,
        None,
    )
    assert told["quantity"] == "1.0000"
    [remark] = [one for one in told["warnings"] if one["code"] == code]
    assert named in remark["message"]


UNKNOWN = [
    # what is null, work, general, status, source
    ("general", [FULL], None, "waiting", "Đ18.2: not scored yet"),
    ("one criterion", [FULL], CRITERIA | {"II.3": None}, "waiting", "Mẫu số 01"),
    ("a criterion not told", [FULL], {"I.1": "5"}, "waiting", "Mẫu số 01"),
    ("done", [FULL, line(done=None)], "30", "waiting", "contract: unknown is null"),
    ("assigned", [line(assigned=None)], "30", "waiting", "contract: unknown is null"),
    ("factor", [FULL, line(factor=None)], "30", "waiting", "Đ13: work nobody has converted yet"),
    (
        "general of somebody without work",
        [],
        None,
        "not_enough_data",
        "contract: A = 0 comes first",
    ),
    (
        "done, where nothing was assigned",
        [line("0", None)],
        "30",
        "not_enough_data",
        "contract: A = 0, whatever was done",
    ),
]


@pytest.mark.parametrize(("what", "work", "general", "status", "source"), UNKNOWN)
def test_what_is_unknown_is_never_guessed(what, work, general, status, source):
    told = judged(*work, general=general)
    assert (told["status"], told["total"], told["band"]) == (status, None, None), (what, source)


def test_an_unknown_line_is_named_and_no_share_is_told():
    told = judged(FULL, line(code="QL.07", factor=None))
    assert (told["quantity"], told["uncapped"]["quantity"]) == (None, None)
    assert any("QL.07" in remark["message"] for remark in told["warnings"])


def test_an_unknown_line_hides_nothing_of_a_leader():
    told = judged(line(code="QL.07", assigned=None), kind="head", leader=leading(unity=None))
    assert told["status"] == "waiting"
    assert "nothing_assigned" not in codes(told)
    told = judged(FULL, line(code="QL.07", done=None), kind="head", leader=leading(unity=None))
    assert {"work_unknown", "unity_unknown"} <= codes(told)
    assert told["organising"] == "1.0000"


def test_general_points_are_a_sum_of_criteria():
    """Mẫu số 01: 10 + 10 + 10."""
    assert judged(FULL, general=CRITERIA)["general_points"] == "30.00"
    told = judged(FULL, general=dict(reversed(CRITERIA.items())) | {"I.2": "4.5", "II.1": "1.5"})
    assert told["general_points"] == "28.50"
    parts = told["receipt"][0]["parts"]
    assert [part["code"] for part in parts] == list(CRITERIA)
    assert sum(Decimal(part["value"]) for part in parts) == Decimal("28.50")
    assert (parts[1]["value"], parts[1]["facts"], parts[1]["source"]) == (
        "4.50",
        {"most": "5.00"},
        "NĐ 335/2025, Mẫu số 01",
    )


def test_the_party_form_has_groups_of_its_own():
    """QĐ 366: thirty points in three groups whose split differs by place."""
    told = judged(FULL, rules="qd366", general={"1": "18", "2": "4", "3": "7.5"})
    assert (told["general_points"], told["total"]) == ("29.50", "99.50")
    assert [(part["code"], part["value"]) for part in told["receipt"][0]["parts"]] == [
        ("1", "18.00"),
        ("2", "4.00"),
        ("3", "7.50"),
    ]
    assert "formula_by_default" in codes(told)
    with pytest.raises(BadCase, match="general"):
        judged(FULL, rules="qd366", general={"1": "18", "2": "12.5"})


def test_public_employees_are_scored_as_the_decree_says_and_it_is_shown():
    told = judged(FULL, rules="nd233")
    assert (told["total"], codes(told)) == ("100.00", {"rules_little_known"})


def test_a_quarter_is_scored_like_a_month():
    """Đ3: monthly or quarterly."""
    assert judged(FULL, period="2026-Q3", general="20")["total"] == "90.00"


def test_a_period_still_open_is_said_to_be_open():
    assert "period_open" in codes(judged(FULL, on="2026-10-15"))
    assert "period_open" not in codes(judged(FULL, on="2026-10-31"))


BAD = [
    # what is wrong, what the message names
    (dict(work=[line(), line("4", "4", returned="1", code="DC.02")]), ("work[1]", "DC.02")),
    (dict(work=[line("4", "5")]), ("work[0]", "VP.01")),
    (dict(work=[line("4", "0", returned="5")]), ("work[0]", "VP.01", "trả lại")),
    (dict(work=[line(faults=[fault(piece=5)])]), ("work[0]", "VP.01", "thứ 5")),
    (dict(work=[line(done="0", faults=[fault()])]), ("work[0]", "thứ 1")),
    (dict(work=[line(faults=[fault(piece=0)])]), ("work[0].faults[0].piece",)),
    (dict(work=[line(faults=[fault(times=-1)])]), ("work[0].faults[0].times",)),
    (dict(work=[line(faults=[fault(times=1.5)])]), ("work[0].faults[0].times",)),
    (dict(work=[line(faults=[fault(kind="late")])]), ("work[0].faults[0].kind", "content, delay")),
    (
        dict(work=[line(faults=[fault(cause="weather")])]),
        ("work[0].faults[0].cause", "own, objective"),
    ),
    (dict(work=[line(factor="0")]), ("work[0]", "hệ số")),
    (dict(work=[line(factor="-1")]), ("work[0].factor",)),
    (dict(work=[line(factor="một")]), ("work[0].factor", "một")),
    (dict(work=[line("1e9")]), ("work[0].assigned",)),
    (dict(work=[line(exceeds="5")]), ("work[0]", "vượt yêu cầu")),
    (dict(work={"code": "VP.01"}), ("work", "danh sách")),
    (dict(work=["VP.01"]), ("work[0]", "đối tượng")),
    (dict(general="30.01"), ("general", "30")),
    (dict(general="-1"), ("general",)),
    (dict(general=CRITERIA | {"I.1": "5.5"}), ("general.I.1", "5")),
    (dict(general={"IV.1": "2"}), ("general.IV.1", "III.4")),
    (dict(general=True), ("general", "thập phân")),
    (dict(period="2026-13"), ("period", "2026-10")),
    (dict(period="2026-Q5"), ("period",)),
    (dict(period="0000-01"), ("period",)),
    (dict(period="2025-06"), ("packs", "30/06/2025")),
    (dict(on="02/11/2026"), ("on", "2026-12-31")),
    (dict(rules="nd90"), ("rules", "nd335, qd366, nd233")),
    (dict(kind="boss"), ("kind", "staff, head, deputy")),
    (dict(packs=["xx"]), ("packs[0]", "xx")),
    (dict(packs=[{"band_from": "moon"}]), ("packs[0].band_from",)),
    (dict(packs=[{"band_from": []}]), ("packs[0].band_from",)),
    (dict(packs=[{"gravity": 9}]), ("packs[0].gravity", "tham số")),
    (dict(kind="head", leader=[]), ("leader", "đối tượng")),
    (dict(kind="head", leader=leading(["101"])), ("leader.managed[0].total", "100")),
    (
        dict(kind="head", leader=leading(organising="good")),
        ("leader.organising", "met, between, short"),
    ),
]


@pytest.mark.parametrize(("wrong", "named"), BAD)
def test_a_mistake_is_named_by_its_place(wrong, named):
    case = {
        "rules": "nd335",
        "packs": ["vn"],
        "period": "2026-10",
        "kind": "staff",
        "general": "30",
        "work": [line()],
    } | wrong
    with pytest.raises(BadCase) as caught:
        score_case(case)
    assert all(part in str(caught.value) for part in named), str(caught.value)


@pytest.mark.parametrize("name", ["rules", "period", "kind"])
def test_what_must_be_told_is_asked_for(name):
    case = {"rules": "nd335", "period": "2026-10", "kind": "staff"}
    del case[name]
    with pytest.raises(BadCase, match=f"{name}: thiếu"):
        score_case(case)


def test_values_over_the_shipped_pack_need_not_name_it():
    case = {
        "rules": "nd335",
        "period": "2026-10",
        "kind": "staff",
        "general": "19.995",
        "work": [line()],
    }
    assert score_case(case | {"packs": [{"scoring.band_from": "exact"}]})["band"] == "good"
    assert score_case(case)["band"] == "excellent"


def test_the_version_names_the_values_used():
    assert judged(FULL)["pack_version"] == judged(line("1", "0"))["pack_version"]
    assert judged(FULL)["pack_version"] != judged(FULL, pack={"band_from": "exact"})["pack_version"]
