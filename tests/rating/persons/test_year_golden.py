"""Worked years. Every figure and level was worked out by hand from the decree and the Party's
rules.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from thenchot.rating.cases.year import year_case
from thenchot.rating.persons.rules.attendance import worked_months
from thenchot.rating.persons.rules.year_facts import Absence, YearFacts
from thenchot.scoring.cases.place import BadCase
from thenchot.worklog.enums import Capacity, Regulation

YEAR = range(1, 13)


def months(total="80", which=YEAR, unit="A"):
    return [{"period": f"2026-{n:02d}", "total": total, "unit": unit} for n in which]


def quarters(*totals, unit="A"):
    return [
        {"period": f"2026-Q{n}", "total": total, "unit": unit} for n, total in enumerate(totals, 1)
    ]


def away(kind, start, end):
    return {"kind": kind, "from": f"2026-{start}", "to": f"2026-{end}"}


def act(
    name="V1",
    nature="duty",
    by="state",
    form="khiển trách",
    decided_on="2026-05-10",
    unit="A",
    used_for_year=None,
):
    return {
        "act": name,
        "nature": nature,
        "by": by,
        "form": form,
        "decided_on": decided_on,
        "unit": unit,
        "used_for_year": used_for_year,
    }


def work(done="1", exceeding="0.3", late="0"):
    return {"share_done": done, "share_exceeding": exceeding, "share_late": late}


def judged(scored=None, rules="nd335", kind="staff", worked="12", pack=None, **more):
    return year_case(
        {
            "rules": rules,
            "packs": ["vn", pack or {}],
            "year": 2026,
            "kind": kind,
            "months": months() if scored is None else scored,
            "months_worked": worked,
            "absences": [],
            "acts": [],
            "unit": "A",
            "unit_handled_for_corruption": False,
            "organisation_level": None,
            "work": None,
        }
        | more
    )


def codes(told):
    return [reason["code"] for reason in told["reasons"]]


def rated(told):
    return told["status"], told["mean"], told["level"]


MEANS = [
    # months, mean, level, source
    (months("80"), "80.00", "good", "Đ17.3"),
    (months("80", range(1, 12)) + months("68", [12]), "79.00", "good", "Đ17.3: 948 / 12"),
    (
        months("90", range(1, 12)) + months("89.94", [12]),
        "90.00",
        "excellent",
        "Đ17.3: 1079.94 / 12 = 89.995",
    ),
    (
        months("90", range(1, 12)) + months("89.93", [12]),
        "89.99",
        "good",
        "Đ20.2: 1079.93 / 12 = 89.994…",
    ),
    (months("70", range(1, 12)) + months("69.88", [12]), "69.99", "completed", "Đ20.3"),
    (months("70"), "70.00", "good", "Đ20.2"),
    (months("50"), "50.00", "completed", "Đ20.3"),
    (months("49.99"), "49.99", "failed", "Đ20.4"),
    (months("0"), "0.00", "failed", "Đ20.4"),
    (
        quarters("80", "90", "70", "60"),
        "75.00",
        "good",
        "Đ17.3: of the quarters where scoring is quarterly",
    ),
    (
        quarters("90") + months("70", range(4, 13)),
        "75.00",
        "good",
        "Đ17.3: a quarter stands for its three months",
    ),
    (
        months("80", range(1, 7)) + months("90", range(7, 13), "B"),
        "85.00",
        "good",
        "Đ19: the old unit sends its months",
    ),
    (
        months("80", range(1, 7)) + months("90", range(6, 13), "B"),
        "85.42",
        "good",
        "Đ19: June scored by both counts once, 1025 / 12",
    ),
    (
        [*quarters("80", "60", "80", "80"), {"period": "2026-Q2", "total": "90", "unit": "B"}],
        "78.75",
        "good",
        "Đ19: moved within quarter II",
    ),
]


@pytest.mark.parametrize(("scored", "mean", "level", "source"), MEANS)
def test_a_year_is_the_mean_of_its_periods(scored, mean, level, source):
    told = judged(scored)
    assert rated(told) == ("rated", mean, level), source
    assert (told["band"], told["reasons"], told["conditions"]) == (level, [], [])


def test_the_band_of_a_mean_may_be_read_before_rounding():
    """Pack band_from, for the year as for the period: 89.995."""
    told = judged(months("90", range(1, 12)) + months("89.94", [12]), pack={"band_from": "exact"})
    assert (told["mean"], told["band"], told["level"]) == ("90.00", "good", "good")


MISSING = [
    # months, absences, months_worked, what the reason names, source
    (
        months(which=range(1, 12)),
        [],
        "12",
        "tháng 12/2026",
        "contract: a month missing without an absence",
    ),
    (months(which=range(1, 12)), [], None, "tháng 12/2026", "nothing is known to shorten the year"),
    ([], [], "12", "tháng 1/2026", "none at all"),
    (
        months(which=range(1, 12)) + months(None, [12]),
        [],
        "11",
        "tháng 12/2026",
        "listed without a total",
    ),
    (
        months(which=range(3, 13)),
        [away("sick", "01-05", "01-31")],
        "11",
        "tháng 2/2026",
        "an absence explains its own months only",
    ),
    (
        months(which=range(5, 13)),
        [],
        "9",
        "tháng 1/2026",
        "four missing where three were not worked",
    ),
    (quarters("80", "80", "80"), [], "12", "quý IV/2026", "a quarter"),
    (quarters("80", "80", "80", "80")[1:], [], "12", "quý I/2026", "the first quarter"),
]


@pytest.mark.parametrize(("scored", "absences", "worked", "named", "source"), MISSING)
def test_a_year_waits_for_a_period_nobody_scored(scored, absences, worked, named, source):
    told = judged(scored, absences=absences, worked=worked)
    assert (told["status"], told["band"], told["level"]) == ("waiting", None, None), source
    assert codes(told) == ["period_missing"]
    assert named in told["reasons"][0]["message"]


def test_only_what_is_missing_is_named():
    told = judged(
        months(which=range(3, 13)), absences=[away("sick", "01-05", "01-31")], worked="11"
    )
    assert "tháng 1/2026" not in told["reasons"][0]["message"]


SHORT = [
    # months, absences, months_worked, status, mean, source
    (months(which=range(7, 13)), [], "6", "rated", "80.00", "Đ11.1: six months are enough"),
    (months(which=range(4, 13)), [], "9", "rated", "80.00", "recruited in April"),
    (
        months(which=range(5, 13)),
        [],
        "8.5",
        "rated",
        "80.00",
        "recruited in the middle of April, scored from May",
    ),
    (
        months(which=range(5, 13)),
        [],
        "8.6",
        "waiting",
        "80.00",
        "April was worked for more than its half",
    ),
    (months(which=range(8, 13)), [], "5.5", "not_rated", "80.00", "Đ11.1: under six months"),
    (months(which=range(8, 13)), [], "5.99", "not_rated", "80.00", "Đ11.1: under six months"),
    (
        months(which=range(8, 13)),
        [away("good_cause", "01-01", "07-31")],
        "5",
        "not_rated",
        "80.00",
        "Đ11.1: no exception",
    ),
    (
        months(which=range(8, 13)),
        [away("sick", "01-01", "07-15")],
        "5.5",
        "rated",
        "80.00",
        "Đ11.1: except sick leave",
    ),
    (
        months(which=range(8, 13)),
        [away("maternity", "02-01", "07-31")],
        "6",
        "waiting",
        "80.00",
        "January was worked and is missing",
    ),
    (
        months(which=[1, *range(8, 13)]),
        [away("maternity", "02-01", "07-31")],
        "5.5",
        "rated",
        "80.00",
        "Đ11.2: time actually worked",
    ),
    (
        months(which=range(7, 13)),
        [away("unpaid", "01-01", "06-30")],
        "6",
        "rated",
        "80.00",
        "Đ11.2: unpaid, six months worked",
    ),
    (
        months(which=range(7, 13)),
        [away("unpaid", "01-01", "06-30")],
        None,
        "rated",
        "80.00",
        "Đ11.2: told by the absence alone",
    ),
    (
        months(which=range(8, 13)),
        [away("unpaid", "01-01", "07-31")],
        "5",
        "not_rated",
        "80.00",
        "Đ11.1: unpaid is no exception",
    ),
    (
        months(which=range(8, 13)),
        [away("unpaid", "01-01", "07-31")],
        None,
        "not_rated",
        "80.00",
        "told by the absence alone",
    ),
    (
        months(which=range(1, 12)),
        [away("good_cause", "12-01", "12-31")],
        "11",
        "rated",
        "80.00",
        "Đ19: absent with good cause",
    ),
    (
        months(which=range(1, 12)) + months(None, [12]),
        [away("sick", "12-20", "12-31")],
        "11",
        "rated",
        "80.00",
        "null, explained",
    ),
    (
        quarters("80", None, "80", "80"),
        [away("maternity", "03-20", "05-10")],
        "10",
        "rated",
        "80.00",
        "the quarter it touches",
    ),
    (
        [],
        [away("maternity", "01-01", "12-31")],
        "0",
        "not_enough_data",
        None,
        "Đ17.3: nothing to take a mean of",
    ),
]


@pytest.mark.parametrize(("scored", "absences", "worked", "status", "mean", "source"), SHORT)
def test_a_short_year(scored, absences, worked, status, mean, source):
    told = judged(scored, absences=absences, worked=worked)
    assert (told["status"], told["mean"]) == (status, mean), source
    assert told["level"] == ("good" if status == "rated" else None)


@pytest.mark.parametrize(
    ("absences", "worked"),
    [
        ([away("unpaid", "01-01", "06-30")], 6),
        (
            [away("unpaid", "02-08", "02-14")],
            12 - Fraction(1, 4),
        ),  # 7 days of 28, both ends counted
        ([away("unpaid", "01-31", "01-31")], 12 - Fraction(1, 31)),
        ([away("unpaid", "01-01", "01-01"), away("sick", "01-01", "01-02")], 12 - Fraction(2, 31)),
        ([], 12),
    ],
)
def test_without_a_figure_the_year_less_the_absences_was_worked(absences, worked):
    spans = tuple(
        Absence(one["kind"], date.fromisoformat(one["from"]), date.fromisoformat(one["to"]))
        for one in absences
    )
    facts = YearFacts(Regulation.ND335, 2026, Capacity.STAFF, absences=spans)
    assert worked_months(facts) == worked
    assert worked_months(replace(facts, months_worked=Fraction(11, 2))) == Fraction(11, 2)


def test_six_months_come_before_everything_else():
    told = judged(months(which=range(9, 12)), worked="4", acts=[act()], kind="head")
    assert (told["status"], codes(told)) == ("not_rated", ["worked_too_short"])
    assert told["reasons"][0]["source"] == "NĐ 335/2025, Điều 11.1"


FAILS = "act_duty"
ELSEWHERE, EARLIER, MILD = (
    "act_counts_at_other_unit",
    "act_counts_in_other_year",
    "act_without_discipline",
)
ACTS = [
    # acts, level of a year of 95, reason codes, source
    ([act()], "failed", [FAILS], "Đ20.4: disciplined for public duty"),
    ([act(by="party")], "failed", [FAILS], "Đ11.2: by the Party too"),
    ([act(form="cảnh cáo")], "failed", [FAILS], "Đ20.4: from khiển trách up"),
    ([act(form=None)], "excellent", [MILD], "Đ20.4: not disciplined"),
    ([act(form="Phê bình")], "excellent", [MILD], "Đ20.4: less than khiển trách"),
    ([act(nature="degeneration", form=None)], "failed", ["act_degeneration"], "Đ20.4: concluded"),
    ([act(nature="forbidden", form=None)], "failed", ["act_forbidden"], "Đ20.4: concluded"),
    ([act(nature="bad_example", form=None)], "failed", ["act_bad_example"], "Đ20.4: concluded"),
    (
        [act(used_for_year=2025)],
        "excellent",
        [EARLIER],
        "Đ11.2: already used, decided a year later",
    ),
    ([act(used_for_year=2026)], "failed", [FAILS], "Đ11.2: used for this very year"),
    ([act(decided_on="2025-12-20")], "excellent", [EARLIER], "Đ11.2: disciplined in another year"),
    ([act(unit="B")], "excellent", [ELSEWHERE], "Đ11.2: counts at the old unit"),
    ([act(unit=None)], "failed", [FAILS], "no unit told: here"),
    (
        [act(by="party", decided_on="2025-11-02"), act(decided_on="2026-02-03")],
        "excellent",
        [EARLIER],
        "Đ11.2: two bodies, one year",
    ),
    (
        [act(decided_on="2026-02-03"), act(by="party", decided_on="2025-11-02")],
        "excellent",
        [EARLIER],
        "whatever the order told",
    ),
    (
        [act(by="party"), act(decided_on="2026-09-03")],
        "failed",
        [FAILS],
        "Đ11.2: two bodies in one year fail once",
    ),
    (
        [act(by="party", decided_on="2025-11-02", form=None), act()],
        "failed",
        [FAILS],
        "the Party did not discipline: counts now",
    ),
    (
        [act(by="party", used_for_year=2025, decided_on="2025-11-02"), act()],
        "excellent",
        [EARLIER],
        "Đ11.2: used once",
    ),
    (
        [act("V1", unit="B"), act("V2")],
        "failed",
        [ELSEWHERE, FAILS],
        "Đ11.2: at both, each at its own",
    ),
    ([act("V1", used_for_year=2025), act("V2")], "failed", [EARLIER, FAILS], "another act counts"),
]


@pytest.mark.parametrize(("acts", "level", "reasons", "source"), ACTS)
def test_an_act_fails_one_year_at_one_unit(acts, level, reasons, source):
    told = judged(months("95"), acts=acts)
    assert (told["status"], told["band"], told["level"], codes(told)) == (
        "rated",
        "excellent",
        level,
        reasons,
    ), source


def test_a_failing_act_is_told_with_the_article_of_its_rules():
    assert judged(acts=[act()])["reasons"][0]["source"] == "NĐ 335/2025, Điều 20.4"
    assert (
        judged(rules="qd366", work=work(), acts=[act()])["reasons"][0]["source"]
        == "QĐ 366-QĐ/TW, Điều 11"
    )


@pytest.mark.parametrize(
    ("told", "where"), [(act(unit="Phòng B"), "Phòng B"), (act(used_for_year=2025), "2025")]
)
def test_the_reason_says_where_an_act_counts(told, where):
    [reason] = judged(acts=[told])["reasons"]
    assert where in reason["message"]
    assert reason["source"] == "NĐ 335/2025, Điều 11.2"


@pytest.mark.parametrize(
    ("kind", "level"), [("staff", "excellent"), ("head", "failed"), ("deputy", "failed")]
)
def test_corruption_of_the_unit_touches_leaders_only(kind, level):
    """Đ20.4."""
    told = judged(
        months("95"), kind=kind, unit_handled_for_corruption=True, organisation_level="excellent"
    )
    assert told["level"] == level
    assert codes(told) == ([] if kind == "staff" else ["unit_corruption"])


HEADS = [
    # own mean, organisation, level of a head (Đ20.6)
    ("95", "good", "good"),
    ("95", "excellent", "excellent"),
    ("95", "completed", "completed"),
    ("95", "failed", "failed"),
    ("75", "excellent", "good"),
    ("60", "good", "completed"),
    ("40", "good", "failed"),
]


@pytest.mark.parametrize(("own", "organisation", "level"), HEADS)
def test_a_head_is_never_above_the_organisation(own, organisation, level):
    told = judged(months(own), kind="head", organisation_level=organisation)
    assert told["level"] == level
    assert ("organisation_limit" in codes(told)) == (
        told["band"] != level or organisation == "failed"
    )
    for kind in ("staff", "deputy"):
        assert (
            judged(months(own), kind=kind, organisation_level=organisation)["level"] == told["band"]
        )


def test_a_head_waits_for_the_organisation():
    told = judged(months("95"), kind="head")
    assert (told["status"], told["mean"], told["band"], told["level"]) == (
        "waiting",
        "95.00",
        "excellent",
        None,
    )
    assert codes(told) == ["organisation_unknown"]
    assert judged(months("95"), kind="deputy")["status"] == "rated"
    assert (
        judged(months("95"), kind="head", pack={"head_not_above_organisation": False})["level"]
        == "excellent"
    )


CONDITIONS = [
    # mean, shares, level under QĐ 366 Đ11
    ("95", work("1", "0.3", "0"), "excellent"),
    ("95", work("1", "0.2999", "0"), "good"),
    ("95", work("1", "1", "0.0001"), "completed"),
    ("95", work("1", "1", "0.2"), "completed"),
    ("95", work("1", "1", "0.2001"), "failed"),
    ("95", work("0.9999", "1", "0"), "failed"),
    ("75", work("1", "0", "0"), "good"),
    ("75", work("1", "0.3", "0.1"), "completed"),
    ("60", work("1", "0", "0.2"), "completed"),
    ("60", work("1", "0.3", "0"), "completed"),
    ("40", work("1", "0.3", "0"), "failed"),
]


@pytest.mark.parametrize(("mean", "shares", "level"), CONDITIONS)
def test_the_party_asks_points_and_conditions(mean, shares, level):
    told = judged(months(mean), rules="qd366", work=shares)
    assert rated(told) == ("rated", f"{mean}.00", level)
    assert ("conditions" in codes(told)) == (level != told["band"])
    assert (
        judged(months(mean), work=shares)["level"] == told["band"]
    )  # never of a person under the decree


def test_each_condition_says_whether_it_is_met():
    told = judged(rules="qd366", work=work("1", "0.29", "0.1"))
    assert {one["code"]: one["met"] for one in told["conditions"]} == {
        "all_done": True,
        "all_on_time": False,
        "exceeding": False,
        "late_within": True,
    }
    assert {one["source"] for one in told["conditions"]} == {"QĐ 366-QĐ/TW, Điều 11"}


@pytest.mark.parametrize("shares", [None, work(exceeding=None)])
def test_the_party_waits_for_the_shares_of_work(shares):
    told = judged(rules="qd366", work=shares)
    assert (told["status"], codes(told), told["conditions"]) == ("waiting", ["work_unknown"], [])


@pytest.mark.parametrize("rules", ["nd335", "nd233"])
def test_other_rules_ask_no_conditions_of_persons(rules):
    told = judged(months("95"), rules=rules, work=work("0.5", "0", "0.5"))
    assert (told["level"], told["conditions"]) == ("excellent", [])
    assert [warning["code"] for warning in told["warnings"]] == (
        ["rules_little_known"] if rules == "nd233" else []
    )


def test_the_fourth_quarter_of_the_party_merges_into_the_year():
    """HD 43-HD/BTCTW: ranked in quarters I to III."""
    told = judged(quarters("95", "95", "95"), rules="qd366", work=work())
    assert rated(told) == ("rated", "95.00", "excellent")
    assert judged(quarters("95", "95"), rules="qd366", work=work())["status"] == "waiting"
    assert (
        judged(quarters("95", "95", "95", None), rules="qd366", work=work())["status"] == "waiting"
    )


FAILED_QUARTER = [
    # periods of the year, mean, level. With the shipped thresholds a failed quarter leaves at most
    # 87.50, so the threshold of excellent is lowered to see the rule of HD 02-HD/BTCTW by itself.
    (quarters("49.99", "100", "100", "100"), "87.50", "good"),
    (quarters("50", "100", "100", "100"), "87.50", "excellent"),
    (months("49.99", range(4, 7)) + months("100", [*range(1, 4), *range(7, 13)]), "87.50", "good"),
    (months("0", [1]) + months("100", range(2, 13)), "91.67", "excellent"),
]


@pytest.mark.parametrize(("scored", "mean", "level"), FAILED_QUARTER)
def test_a_failed_quarter_blocks_excellent(scored, mean, level):
    told = judged(scored, rules="qd366", work=work(), pack={"excellent_from": 80})
    assert (told["mean"], told["band"], told["level"]) == (mean, "excellent", level)
    assert ("failed_quarter" in codes(told)) == (level == "good")
    told = judged(
        scored,
        rules="qd366",
        work=work(),
        pack={"excellent_from": 80, "failed_quarter_blocks": False},
    )
    assert told["level"] == "excellent"
    assert judged(scored, pack={"excellent_from": 80})["level"] == "excellent"


@pytest.mark.parametrize(
    ("kind", "level"), [("head", "failed"), ("deputy", "good"), ("staff", "excellent")]
)
def test_a_failed_collective_fails_its_head_and_limits_deputies(kind, level):
    """HD 02-HD/BTCTW: under 70 % the head fails and deputies cannot be excellent."""
    assert (
        judged(months("95"), rules="qd366", kind=kind, work=work(), organisation_level="failed")[
            "level"
        ]
        == level
    )


BAD = [
    (dict(year="2026"), ("year",)),
    (dict(year=0), ("year",)),
    (dict(year=10**6), ("year",)),
    (dict(year=2025), ("packs", "31/12/2025")),
    (dict(months=months() + months(which=[3])), ("months[12]", "một lần")),
    (dict(months=[{"period": "2025-12", "total": "80"}]), ("months[0].period", "2026")),
    (dict(months=[{"period": "2026-1", "total": "80"}]), ("months[0].period",)),
    (dict(months=[{"period": "2026-01", "total": "100.01"}]), ("months[0].total", "100")),
    (dict(months_worked="12.5"), ("months_worked", "12")),
    (dict(absences=[away("holiday", "01-01", "01-02")]), ("absences[0].kind", "maternity")),
    (dict(absences=[away("sick", "02-01", "01-02")]), ("absences[0]", "trước")),
    (dict(absences=[away("sick", "02-30", "03-02")]), ("absences[0].from",)),
    (dict(acts=[act(nature="theft")]), ("acts[0].nature", "degeneration")),
    (dict(acts=[act(by="neighbour")]), ("acts[0].by", "party, state")),
    (dict(acts=[act(decided_on=None)]), ("acts[0].decided_on",)),
    (dict(unit_handled_for_corruption="no"), ("unit_handled_for_corruption", "true")),
    (dict(organisation_level="great"), ("organisation_level", "excellent")),
    (dict(work=work(done="1.1")), ("work.share_done", "1")),
]


@pytest.mark.parametrize(("wrong", "named"), BAD)
def test_a_mistake_in_a_year_is_named_by_its_place(wrong, named):
    with pytest.raises(BadCase) as caught:
        judged(**wrong)
    assert all(part in str(caught.value) for part in named), str(caught.value)
