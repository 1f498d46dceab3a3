"""Amounts under the policies that ship, worked out by hand: every border of time left, time since
the decision, months counted, odd months, and rating. Pay of a month: 10,000,000 đồng.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.benefits.enums import Formula
from thenchot.benefits.rules.facts import Facts, Money
from thenchot.benefits.rules.formulas import Clause, dong, factor, rounded, worked_out
from thenchot.kernel.periods import months_after

MONEY = Money(base_salary=2_530_000, minimum_wage=5_310_000)
DECIDED, LEAVES = date(2026, 6, 15), date(2027, 1, 1)
PAY = 10_000_000
INSURANCE = {"tiers": [[20, 500], [15, 400]], "further": 50}


def someone(early: int | None = None, insured: int | None = None, **more) -> Facts:
    """So many whole months before the pension, and of insurance."""
    last = None if early is None else months_after(LEAVES, early) - timedelta(days=1)
    told = {"leaves_on": LEAVES, "decided_on": DECIDED, "pay": PAY} | more
    return Facts(on=date(2026, 12, 1), retires_on=last, insured_months=insured, **told)


def amount(formula, params, facts, money=MONEY):
    line = worked_out([Clause(formula, params, "x")], facts, money).lines[0]
    return line.amount


class TestEarlyMonths:
    @pytest.mark.parametrize(
        ("leaves", "last", "months"),
        [
            (date(2027, 1, 1), date(2030, 12, 31), 48),
            (date(2027, 1, 2), date(2030, 12, 31), 47),
            (date(2027, 1, 1), date(2028, 12, 31), 24),
            (date(2027, 1, 1), date(2026, 11, 30), 0),
        ],
    )
    def test_from_leaving_to_the_pension(self, leaves, last, months):
        assert Facts(on=leaves, leaves_on=leaves, retires_on=last).early_months == months

    def test_unknown_without_an_age(self):
        assert someone().early_months is None


class TestPayByMonths:
    @pytest.mark.parametrize(
        ("months", "expected"),
        [(24, 240_000_000), (60, 600_000_000), (23, 230_000_000)],
    )
    def test_two_to_five_years_left(self, months, expected):
        """NĐ 178: 1.0 of the pay for each early month, within twelve months of the decision."""
        params = {"rates": [100, 50], "counted": "early"}
        assert amount(Formula.PAY_BY_MONTHS, params, someone(months)) == expected

    @pytest.mark.parametrize(
        ("months", "expected"),
        [(61, 540_000_000), (60, 540_000_000), (59, 531_000_000), (120, 540_000_000)],
    )
    def test_five_to_ten_years_left_is_capped_at_sixty_months(self, months, expected):
        """0.9 × at most 60 months."""
        params = {"rates": [90, 45], "counted": "early", "cap": 60}
        assert amount(Formula.PAY_BY_MONTHS, params, someone(months)) == expected

    @pytest.mark.parametrize(
        ("decided", "expected"),
        [
            (date(2026, 1, 1), 540_000_000),  # the last day of the twelve months
            (date(2025, 12, 31), 270_000_000),  # one day later: half
            (date(2026, 12, 31), 540_000_000),
        ],
    )
    def test_after_twelve_months_the_lower_rate(self, decided, expected):
        params = {"rates": [90, 45], "counted": "early", "cap": 60}
        assert amount(Formula.PAY_BY_MONTHS, params, someone(70, decided_on=decided)) == expected

    @pytest.mark.parametrize(("insured", "expected"), [(59, 472_000_000), (240, 480_000_000)])
    def test_severance_counts_months_of_insurance(self, insured, expected):
        """0.8 × at most 60."""
        params = {"rates": [80, 40], "counted": "insured", "cap": 60}
        assert amount(Formula.PAY_BY_MONTHS, params, someone(insured=insured)) == expected

    def test_no_amount_without_pay_age_or_decision(self):
        params = {"rates": [100, 50], "counted": "early"}
        assert amount(Formula.PAY_BY_MONTHS, params, someone(24, pay=None)) is None
        assert amount(Formula.PAY_BY_MONTHS, params, someone(None)) is None
        assert amount(Formula.PAY_BY_MONTHS, params, someone(24, decided_on=None)) is None


class TestYears:
    @pytest.mark.parametrize(
        ("months", "halves"),
        [(0, 0), (1, 1), (6, 1), (7, 2), (12, 2), (13, 3), (18, 3), (19, 4), (24, 4)],
    )
    def test_odd_months(self, months, halves):
        """One to six months are half a year, more are a whole one."""
        assert MONEY.half_years(months) == halves

    @pytest.mark.parametrize(
        ("months", "expected"),
        [(24, 100_000_000), (30, 125_000_000), (31, 150_000_000), (60, 250_000_000)],
    )
    def test_five_months_for_each_early_year(self, months, expected):
        assert amount(Formula.PAY_BY_EARLY_YEARS, {"months": 500}, someone(months)) == expected

    def test_one_and_a_half_for_each_insured_year(self):
        facts = someone(insured=12 * 10 + 6)
        assert amount(Formula.PAY_BY_INSURED_YEARS, {"months": 150}, facts) == 157_500_000

    @pytest.mark.parametrize(
        ("years", "expected"),
        [
            (14, 0),
            (15, 40_000_000),  # 4 L for the first 15
            (19, 60_000_000),  # + 0.5 L for each of four more
            (20, 50_000_000),  # 5 L for the first 20
            (30, 100_000_000),
        ],
    )
    def test_by_years_of_insurance(self, years, expected):
        facts = someone(insured=years * 12)
        assert amount(Formula.PAY_FOR_INSURANCE, INSURANCE, facts) == expected

    def test_a_case_of_178_line_by_line(self):
        """Three years left, 25 years and 7 months of insurance: 360 + 150 + 80 million."""
        clauses = [
            Clause(Formula.PAY_BY_MONTHS, {"rates": [100, 50], "counted": "early"}, "a"),
            Clause(Formula.PAY_BY_EARLY_YEARS, {"months": 500}, "b"),
            Clause(Formula.PAY_FOR_INSURANCE, INSURANCE, "c"),
        ]
        total = worked_out(clauses, someone(36, 25 * 12 + 7), MONEY)
        assert [line.amount for line in total.lines] == [360_000_000, 150_000_000, 80_000_000]
        assert total.once == 590_000_000
        assert total.lines[0].words == "10.000.000 đồng × 1 × 36 tháng"


class TestOthers:
    def test_fixed_and_multiples(self):
        assert amount(Formula.FIXED, {"amount": 7_000_000}, someone()) == 7_000_000
        assert amount(Formula.BASE_SALARIES, {"times": 150}, someone()) == 3_795_000
        assert amount(Formula.MINIMUM_WAGES, {"times": 150}, someone()) == 7_965_000
        assert amount(Formula.PAY_MONTHS, {"months": 300}, someone()) == 30_000_000

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [("graduate", 150_000_000), ("professor", 500_000_000), ("master", None)],
    )
    def test_by_kind_of_talent(self, kind, expected):
        params = {"table": {"graduate": 150, "professor": 500}}
        assert amount(Formula.BY_KIND, params, someone(kind=kind)) == expected

    def test_wages_by_kind(self):
        params = {"table": {"graduate": 150, "professor": 400}}
        facts = someone(kind="professor")
        assert amount(Formula.WAGES_BY_KIND, params, facts) == 21_240_000

    @pytest.mark.parametrize(
        ("level", "expected"),
        [("excellent", 8_000_000), ("good", 8_000_000), ("completed", 6_000_000), ("failed", None)],
    )
    def test_income_supplement_by_rating(self, level, expected):
        params = {"table": {"excellent": 80, "good": 80, "completed": 60}}
        assert amount(Formula.SHARE_BY_RATING, params, someone(level=level)) == expected

    @pytest.mark.parametrize(
        ("title", "expected"),
        [("people_chair", 1_518_000), ("division_deputy", 379_500), ("staff", None)],
    )
    def test_leadership_allowance(self, title, expected):
        """0.60 and 0.15 of the base salary (NĐ 07/2026)."""
        params = {"table": {"people_chair": 60, "division_deputy": 15}}
        assert amount(Formula.LEADERSHIP, params, someone(title=title)) == expected

    def test_one_line_without_an_amount_leaves_no_sum(self):
        clauses = [
            Clause(Formula.FIXED, {"amount": 5}, "a"),
            Clause(Formula.BY_KIND, {"table": {}}, "b"),
            Clause(Formula.MINIMUM_WAGES, {"times": 100}, "c"),
        ]
        total = worked_out(clauses, someone(), MONEY)
        assert (total.once, total.monthly) == (None, 5_310_000)

    @pytest.mark.parametrize(
        ("value", "to", "expected"), [(1499, 1000, 1000), (1500, 1000, 2000), (7, 1, 7)]
    )
    def test_rounds_half_up(self, value, to, expected):
        assert rounded(value, to) == expected

    def test_words(self):
        assert (dong(12_636_000), factor(80), factor(500)) == ("12.636.000 đồng", "0,8", "5")


clauses = st.one_of(
    st.builds(
        lambda first, cap: Clause(
            Formula.PAY_BY_MONTHS,
            {"rates": [first, first // 2], "counted": "early", "cap": cap},
            "a",
        ),
        st.integers(0, 300),
        st.integers(1, 120),
    ),
    st.builds(
        lambda months: Clause(Formula.PAY_BY_EARLY_YEARS, {"months": months}, "b"),
        st.integers(0, 900),
    ),
    st.just(Clause(Formula.PAY_FOR_INSURANCE, INSURANCE, "c")),
    st.builds(
        lambda times: Clause(Formula.MINIMUM_WAGES, {"times": times}, "d"), st.integers(0, 900)
    ),
)


@given(
    st.lists(clauses, max_size=6),
    st.integers(0, 300),
    st.integers(0, 600),
    st.integers(0, 90_000_001),
    st.sampled_from([1, 100, 1000]),
)
def test_sums_are_their_lines_to_the_dong_and_never_negative(lines, early, insured, pay, to):
    money = Money(2_530_000, 5_310_000, round_to=to)
    total = worked_out(lines, someone(early, insured, pay=pay), money)
    assert total.once + total.monthly == sum(line.amount for line in total.lines)
    assert all(line.amount >= 0 and line.amount % to == 0 for line in total.lines)


@given(st.integers(0, 300), st.integers(1, 90_000_000))
def test_leaving_later_never_brings_more(early, pay):
    params = {"rates": [90, 45], "counted": "early", "cap": 60}
    soon = amount(Formula.PAY_BY_MONTHS, params, someone(early, pay=pay))
    late = amount(
        Formula.PAY_BY_MONTHS, params, someone(early, pay=pay, decided_on=date(2025, 1, 1))
    )
    assert late <= soon
