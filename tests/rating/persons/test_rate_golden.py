"""Worked caps on excellent (NĐ 335 Đ20.5: at most 20 or 25 % of those rated good, in each unit and
each group of similar duty). Every figure was worked out by hand.
"""

import pytest

from thenchot.rating.cases.rate import rate_case
from thenchot.scoring.cases.place import BadCase


def person(name, level, total, group=None):
    return {"id": name, "group": group, "total": total, "level": level}


def good(number, group=None, total="80"):
    return [person(f"good-{group}-{n}", "good", total, group) for n in range(number)]


def excellent(*totals, group=None, prefix="E"):
    return [person(f"{prefix}{n}", "excellent", total, group) for n, total in enumerate(totals, 1)]


def falling(number):
    """So many excellent totals, each lower than the one before."""
    return [f"{99 - n}.5" for n in range(number)]


def judged(people, cap="normal", pack=None, rules="nd335"):
    return rate_case(
        {
            "rules": rules,
            "packs": ["vn", pack or {}],
            "year": 2026,
            "unit": "U",
            "cap": cap,
            "people": people,
        }
    )


def levels(told):
    return {one["id"]: one["level"] for one in told["people"]}


def kept(told):
    return [one["id"] for one in told["people"] if one["level"] == "excellent"]


AFTER = [
    # cap, good, excellent, base, allowed, kept: the largest k with k ≤ p × (good + excellent - k)
    ("normal", 0, 1, 1, 0, 0),  # 1 > 20 % of 0
    ("normal", 1, 1, 2, 0, 0),  # 1 > 20 % of 1
    ("normal", 4, 1, 5, 0, 0),  # 1 > 20 % of 4, though 20 % of the 5 good in the end would be 1
    ("normal", 5, 1, 5, 1, 1),  # 1 ≤ 20 % of 5
    ("normal", 4, 2, 5, 1, 1),  # one moved down makes 5 good
    ("normal", 5, 2, 6, 1, 1),
    ("normal", 14, 3, 15, 2, 2),  # 3 > 20 % of 14
    ("normal", 15, 3, 15, 3, 3),  # 3 ≤ 20 % of 15
    ("normal", 14, 4, 15, 3, 3),  # one moved down makes 15 good
    ("normal", 15, 4, 16, 3, 3),
    ("normal", 0, 6, 5, 1, 1),  # five moved down make 5 good
    ("normal", 0, 5, 5, 0, 0),  # 1 > 20 % of 4
    ("outstanding", 3, 1, 4, 0, 0),  # 1 > 25 % of 3
    ("outstanding", 4, 1, 4, 1, 1),  # 1 ≤ 25 % of 4
    ("outstanding", 15, 4, 16, 3, 3),  # 4 > 25 % of 15
    ("outstanding", 16, 4, 16, 4, 4),  # 4 ≤ 25 % of 16
    ("normal", 0, 0, 0, 0, 0),
    ("normal", 5, 0, 5, 0, 0),  # 1 > 20 % of the 4 who would stay good
    ("normal", 10, 1, 10, 1, 1),
]


@pytest.mark.parametrize(("cap", "goods", "excellents", "base", "allowed", "keep"), AFTER)
def test_the_cap_on_those_good_in_the_end(cap, goods, excellents, base, allowed, keep):
    told = judged(good(goods) + excellent(*falling(excellents)), cap)
    assert told["caps"] == [{"scope": "unit", "base": base, "allowed": allowed, "kept": keep}]
    assert kept(told) == [f"E{n}" for n in range(1, keep + 1)]
    assert told["undecided"] == []


BEFORE = [
    # base, cap, good, excellent, base counted, allowed, kept; rounded down
    ("good_before", "normal", 0, 2, 0, 0, 0),
    ("good_before", "normal", 1, 2, 1, 0, 0),
    ("good_before", "normal", 4, 3, 4, 0, 0),
    ("good_before", "normal", 5, 3, 5, 1, 1),
    ("good_before", "normal", 14, 4, 14, 2, 2),
    ("good_before", "normal", 15, 4, 15, 3, 3),
    ("good_before", "outstanding", 3, 2, 3, 0, 0),
    ("good_before", "outstanding", 4, 2, 4, 1, 1),
    ("good_before", "outstanding", 15, 4, 15, 3, 3),
    ("good_before", "normal", 15, 1, 15, 3, 1),
    ("good_and_excellent", "normal", 0, 4, 4, 0, 0),
    ("good_and_excellent", "normal", 0, 5, 5, 1, 1),
    ("good_and_excellent", "normal", 1, 3, 4, 0, 0),
    ("good_and_excellent", "normal", 4, 1, 5, 1, 1),
    ("good_and_excellent", "normal", 5, 1, 6, 1, 1),
    ("good_and_excellent", "normal", 11, 3, 14, 2, 2),
    ("good_and_excellent", "normal", 12, 3, 15, 3, 3),
    ("good_and_excellent", "outstanding", 2, 1, 3, 0, 0),
    ("good_and_excellent", "outstanding", 3, 1, 4, 1, 1),
    ("good_and_excellent", "outstanding", 11, 4, 15, 3, 3),
]


@pytest.mark.parametrize(
    ("base", "cap", "goods", "excellents", "counted", "allowed", "keep"), BEFORE
)
def test_the_cap_on_the_other_bases(base, cap, goods, excellents, counted, allowed, keep):
    told = judged(good(goods) + excellent(*falling(excellents)), cap, {"cap.base": base})
    assert told["caps"] == [{"scope": "unit", "base": counted, "allowed": allowed, "kept": keep}]
    assert kept(told) == [f"E{n}" for n in range(1, keep + 1)]


TIES = [
    # good, totals of the excellent, kept, undecided; contract: a tie across the border keeps nobody
    # of the tie
    (5, ["95", "95"], [], ["E1", "E2"]),  # one place
    (5, ["95", "95.00"], [], ["E1", "E2"]),  # however it is written
    (5, ["95", "94.99"], ["E1"], []),  # no tie
    (10, ["97", "95", "95"], ["E1"], ["E2", "E3"]),  # two places, one free
    (10, ["95", "95", "97"], ["E3"], ["E1", "E2"]),  # order told is no reason
    (9, ["97", "95", "95", "93"], ["E1"], ["E2", "E3"]),  # the free place is not handed down
    (9, ["97", "96", "95", "95"], ["E1", "E2"], []),  # a tie below the border
    (9, ["95", "95", "94", "93"], ["E1", "E2"], []),  # a tie above it
    (10, ["95", "95", "95"], [], ["E1", "E2", "E3"]),  # three for two places
    (4, ["95"], [], []),  # no place: nobody is tied for it
    (1, ["95", "95"], [], []),
]


@pytest.mark.parametrize(("goods", "totals", "keep", "undecided"), TIES)
def test_a_tie_across_the_border_is_left_to_the_competent_level(goods, totals, keep, undecided):
    told = judged(good(goods) + excellent(*totals))
    assert (kept(told), told["undecided"]) == (keep, undecided)
    assert {levels(told)[name] for name in undecided} <= {"good"}
    for one in told["people"]:
        moved = one["before"] != one["level"]
        expected = (["tie"] if one["id"] in undecided else ["cap"]) if moved else []
        assert [reason["code"] for reason in one["reasons"]] == expected


def test_those_undecided_are_good_in_the_end():
    told = judged(good(5) + excellent("95", "95"))
    assert told["caps"] == [{"scope": "unit", "base": 7, "allowed": 1, "kept": 0}]


def test_every_group_has_its_own_cap_and_the_unit_one_over_them():
    """Đ20.5: within one unit and within each group of similar duty."""
    told = judged(
        good(5, "staff")
        + excellent("92", group="staff", prefix="S")
        + excellent("99", group="head", prefix="H")
    )
    assert told["caps"] == [
        {"scope": "group:head", "base": 1, "allowed": 0, "kept": 0},
        {"scope": "group:staff", "base": 5, "allowed": 1, "kept": 1},
        {"scope": "unit", "base": 6, "allowed": 1, "kept": 1},
    ]
    assert kept(told) == ["S1"]
    [reason] = next(one for one in told["people"] if one["id"] == "H1")["reasons"]
    assert (reason["code"], reason["source"]) == ("cap", "NĐ 335/2025, Điều 20.5")
    assert "head" in reason["message"]


def test_the_unit_cap_comes_after_the_groups():
    """Somebody outside the groups takes the unit's only place by the higher total."""
    told = judged(
        good(5, "staff") + excellent("92", group="staff", prefix="S") + excellent("99", prefix="N")
    )
    assert [cap["kept"] for cap in told["caps"]] == [1, 1]
    assert kept(told) == ["N1"]


def test_a_tie_inside_a_group_stays_undecided_for_the_unit():
    told = judged(
        good(5, "staff")
        + excellent("95", "95", group="staff", prefix="S")
        + excellent("91", prefix="N")
    )
    assert told["undecided"] == ["S1", "S2"]
    assert kept(told) == ["N1"]


def test_a_tie_between_groups_is_undecided_for_the_unit():
    people = good(5, "a") + excellent("95", group="a", prefix="A") + excellent("95", prefix="N")
    told = judged(people)
    assert (kept(told), told["undecided"]) == ([], ["A1", "N1"])


def test_good_before_counts_those_good_before_any_cap():
    """Four good before: nobody, though the group's cap made it six."""
    people = (
        good(4, "a") + excellent("95", "94", group="a", prefix="A") + excellent("99", prefix="N")
    )
    told = judged(people, pack={"cap.base": "good_before"})
    assert told["caps"][-1] == {"scope": "unit", "base": 4, "allowed": 0, "kept": 0}
    assert kept(told) == []


def test_others_pass_through_as_they_came():
    people = [
        person("F", "failed", "40"),
        person("C", "completed", "60"),
        person("N", None, None),
        person("G", "good", "75"),
    ]
    told = judged(people + excellent("95"))
    assert [one["id"] for one in told["people"]] == ["F", "C", "N", "G", "E1"]
    assert levels(told) == {"F": "failed", "C": "completed", "N": None, "G": "good", "E1": "good"}
    assert told["caps"] == [{"scope": "unit", "base": 2, "allowed": 0, "kept": 0}]
    assert [one["before"] for one in told["people"]] == [
        "failed",
        "completed",
        None,
        "good",
        "excellent",
    ]


def test_an_id_may_be_a_number_and_comes_back_as_one():
    told = judged([person(7, "excellent", "95"), person(8, "excellent", "95"), *good(5)])
    assert told["undecided"] == [7, 8]


def test_the_party_caps_alike():
    """QĐ 366 Đ12: 20 %; its base was not seen, so the same one."""
    assert judged(good(4) + excellent("95"), rules="qd366")["caps"][0]["kept"] == 0


def test_another_percent_is_a_pack_value():
    told = judged(good(10) + excellent("95", "94"), pack={"excellent_percent": 10})
    assert told["caps"] == [{"scope": "unit", "base": 11, "allowed": 1, "kept": 1}]


BAD = [
    (dict(people=None, year="2026"), ("year",)),
    (dict(people=[person("A", "excellent", None)]), ("people[0].total",)),
    (dict(people=[person("A", "good", "80"), person("A", "good", "81")]), ("people[1].id", "A")),
    (dict(people=[person("A", "great", "80")]), ("people[0].level", "excellent")),
    (dict(people=[person("A", "good", "x")]), ("people[0].total", "x")),
    (dict(people=[person(None, "good", "80")]), ("people[0].id",)),
    (dict(people={"A": "good"}), ("people", "danh sách")),
    (dict(cap="generous"), ("cap", "normal, outstanding")),
    (dict(rules="mine"), ("rules", "nd335")),
]


@pytest.mark.parametrize(("wrong", "named"), BAD)
def test_a_mistake_in_a_list_is_named_by_its_place(wrong, named):
    case = {
        "rules": "nd335",
        "packs": ["vn"],
        "year": 2026,
        "unit": "U",
        "cap": "normal",
        "people": [],
    } | wrong
    with pytest.raises(BadCase) as caught:
        rate_case(case)
    assert all(part in str(caught.value) for part in named), str(caught.value)
