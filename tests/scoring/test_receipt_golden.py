"""The receipt by hand: every point → product → fault → article."""

import pytest

from thenchot.scoring.cases.score import score_case


def judged(faults=(), kind="staff", pack=None, **line):
    work = {
        "code": "VP.01",
        "factor": "2",
        "assigned": "4",
        "done": "4",
        "faults": list(faults),
    } | line
    leader = {"managed": [{"id": "A", "total": "72"}], "organising": "short", "unity": "united"}
    told = score_case(
        {
            "rules": "nd335",
            "packs": ["vn", pack or {}],
            "period": "2026-10",
            "kind": kind,
            "general": "30",
            "work": [work],
            "leader": leader,
        }
    )
    return {entry["code"]: entry for entry in told["receipt"]}


def share(code, *args, **kwargs):
    return next(part for part in judged(*args, **kwargs)["tasks"]["parts"] if part["code"] == code)


def fault(piece=1, kind="content", times=1, cause="own"):
    return {"piece": piece, "kind": kind, "times": times, "cause": cause}


@pytest.mark.parametrize(
    ("kind", "article", "parts"),
    [
        ("staff", "NĐ 335/2025, Điều 16.1, Điều 17.1", ["quantity", "quality", "progress"]),
        (
            "head",
            "NĐ 335/2025, Điều 16.2, Điều 17.1",
            ["quantity", "quality", "progress", "unit_result", "organising", "unity"],
        ),
    ],
)
def test_the_formula_is_cited(kind, article, parts):
    tasks = judged(kind=kind)["tasks"]
    assert (tasks["source"], [part["code"] for part in tasks["parts"]]) == (article, parts)
    assert tasks["facts"]["most"] == "70.00"


def test_the_shares_of_a_leader_cite_their_articles():
    """(1 + 1 + 1 + 1 + ½ + 1) / 6."""
    tasks = judged(kind="head")["tasks"]
    assert tasks["facts"]["share"] == "0.9167"
    assert [(part["value"], part["source"]) for part in tasks["parts"][3:]] == [
        ("1.0000", "NĐ 335/2025, Điều 15.3.a"),
        ("0.5000", "NĐ 335/2025, Điều 15.3.b"),
        ("1.0000", "NĐ 335/2025, Điều 15.3.c"),
    ]


def test_a_line_tells_what_counted_out_of_what():
    [told] = share("quantity", returned="1", done="3", added="2", factor="0.3")["parts"]
    assert (told["code"], told["value"]) == ("VP.01", "1.5")
    assert told["facts"] == {
        "factor": "0.3",
        "assigned": "4",
        "returned": "1",
        "done": "3",
        "added": "2",
        "out_of": "1.2",
    }
    assert share("quantity", done="4", added="2")["facts"] == {"before_cap": "1.5000"}


FAULTS = [
    # faults, what each takes from its piece, converted pieces that count of 8 (factor 2)
    ([fault()], ["-25%"], "7.5"),
    ([fault(times=2)], ["-50%"], "7"),
    ([fault(times=5)], ["-100%"], "6"),
    ([fault(times=3), fault(times=2)], ["-75%", "-25%"], "6"),
    ([fault(times=4), fault(times=1)], ["-100%", "0"], "6"),
    ([fault(times=3), fault(piece=2, times=2)], ["-75%", "-50%"], "5.5"),
    ([fault(times=1), fault(times=1), fault(times=1)], ["-25%", "-25%", "-25%"], "6.5"),
    ([fault(cause="objective"), fault()], ["0", "-25%"], "7.5"),
]


@pytest.mark.parametrize(("faults", "taken", "counted"), FAULTS)
def test_each_fault_tells_what_it_took(faults, taken, counted):
    """Đ14.2.b: together never more than their piece."""
    [told] = share("quality", faults)["parts"]
    assert [one["value"] for one in told["parts"]] == taken
    assert told["value"] == counted


def test_content_and_delay_have_their_own_percent_and_their_own_share():
    faults, pack = (
        [fault(), fault(piece=2, kind="delay")],
        {"content_percent": 50, "delay_percent": 10},
    )
    told = {
        code: share(code, faults, pack=pack)["parts"][0]
        for code in ("quantity", "quality", "progress")
    }
    assert [one["value"] for one in told.values()] == ["8", "7", "7.8"]
    assert [[one["value"] for one in line.get("parts", [])] for line in told.values()] == [
        [],
        ["-50%"],
        ["-10%"],
    ]


def test_what_is_not_known_is_not_told():
    told = judged(done=None)
    assert (told["tasks"]["value"], told["total"]["value"], told["general"]["value"]) == (
        None,
        None,
        "30.00",
    )
    assert all(part["value"] is None and "parts" not in part for part in told["tasks"]["parts"])
