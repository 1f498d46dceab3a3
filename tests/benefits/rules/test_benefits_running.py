"""Who is entitled, when a policy takes new cases, the steps of a case, allowances over a career,
pay of a month, what is paid back.
"""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.benefits.enums import Ask, CheckState
from thenchot.benefits.rules.allowances import Post, spans
from thenchot.benefits.rules.conditions import Condition, checks, is_barred, is_entitled
from thenchot.benefits.rules.facts import Facts
from thenchot.benefits.rules.paying import Extra, Grade, monthly_pay
from thenchot.benefits.rules.resolving import names_in, resolved
from thenchot.benefits.rules.running import (
    committed_until,
    may_act,
    may_approve,
    may_prepare,
    may_submit,
    may_take_new,
    may_withdraw,
    months_due,
    repayment,
)

DAY = date(2026, 12, 1)


def state(ask, params=None, **facts) -> CheckState:
    return checks([Condition(ask, params or {})], Facts(on=DAY, **facts))[0].state


def left(months: int) -> dict:
    year, month = divmod(2027 * 12 + months - 1, 12)
    last = date(year, month + 1, 28 if month == 1 else 30)
    return {"leaves_on": date(2027, 1, 1), "retires_on": last}


class TestConditions:
    @pytest.mark.parametrize(("months", "met"), [(23, False), (24, True), (60, True), (61, False)])
    def test_between_two_and_five_years_left(self, months, met):
        found = state(Ask.MONTHS_LEFT, {"least": 24, "most": 60}, **left(months))
        assert found == (CheckState.MET if met else CheckState.NOT_MET)

    @pytest.mark.parametrize(
        ("months", "met"), [(60, False), (61, True), (120, True), (121, False)]
    )
    def test_over_five_to_ten_years_left(self, months, met):
        found = state(Ask.MONTHS_LEFT, {"least": 61, "most": 120}, **left(months))
        assert found == (CheckState.MET if met else CheckState.NOT_MET)

    def test_without_data_it_is_unknown_and_entitles_nobody(self):
        found = checks([Condition(Ask.MONTHS_LEFT, {"least": 24})], Facts(on=DAY))
        assert found[0].state == CheckState.UNKNOWN
        assert not is_entitled(found)
        assert not is_barred(found)

    def test_a_professor_is_not_asked_for_years_left(self):
        params = {"least": 120, "except": ["professor"]}
        assert state(Ask.MONTHS_LEFT, params, kind="professor", **left(10)) == CheckState.MET
        assert state(Ask.MONTHS_LEFT, params, kind="master", **left(10)) == CheckState.NOT_MET

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"is_rearranged": True}, CheckState.MET),
            ({"level": "failed"}, CheckState.MET),
            ({"level": "good"}, CheckState.NOT_MET),
            ({}, CheckState.NOT_MET),
        ],
    )
    def test_surplus_or_a_failed_year(self, facts, expected):
        assert state(Ask.SURPLUS, {"levels": ["failed"]}, **facts) == expected

    @pytest.mark.parametrize(
        ("ask", "params", "facts", "expected"),
        [
            (Ask.RATED, {"levels": ["good"]}, {"level": "good"}, CheckState.MET),
            (Ask.RATED, {"levels": ["good"]}, {"level": "failed"}, CheckState.NOT_MET),
            (Ask.RATED, {"levels": ["good"]}, {}, CheckState.UNKNOWN),
            (Ask.TITLES, {"titles": ["a"]}, {"title": "a"}, CheckState.MET),
            (Ask.TITLES, {"titles": ["a"]}, {"title": "b"}, CheckState.NOT_MET),
            (Ask.STAFF_KINDS, {"staff_kinds": ["cadre"]}, {"staff_kind": "cadre"}, CheckState.MET),
            (Ask.STAFF_KINDS, {"staff_kinds": ["cadre"]}, {}, CheckState.UNKNOWN),
            (Ask.REARRANGED, {}, {}, CheckState.NOT_MET),
            (Ask.SERVICE, {"least": 60}, {"service_months": 59}, CheckState.NOT_MET),
            (Ask.SERVICE, {"most": 59}, {"service_months": 59}, CheckState.MET),
            (Ask.TALENT, {}, {"kind": "master"}, CheckState.MET),
            (Ask.TALENT, {"kinds": ["doctor"]}, {"kind": "master"}, CheckState.NOT_MET),
            (Ask.TALENT, {}, {}, CheckState.NOT_MET),
            (Ask.NEEDED_FIELD, {}, {"needed_field": "Luật"}, CheckState.MET),
            (Ask.COMMITTED, {"least": 60}, {"committed_months": 60}, CheckState.MET),
            (Ask.COMMITTED, {"least": 60}, {"committed_months": 59}, CheckState.NOT_MET),
        ],
    )
    def test_each(self, ask, params, facts, expected):
        assert state(ask, params, **facts) == expected

    def test_nothing_asked_entitles_nobody(self):
        assert not is_entitled([])


class TestSteps:
    @pytest.mark.parametrize(
        ("on", "allowed"),
        [
            (date(2024, 12, 31), False),
            (date(2025, 1, 1), True),
            (date(2025, 8, 31), True),
            (date(2025, 9, 1), False),
        ],
    )
    def test_new_cases_only_within_the_days(self, on, allowed):
        found = may_take_new(on, date(2025, 1, 1), date(2025, 8, 31), "178/2024/NĐ-CP")
        assert bool(found) == allowed

    def test_open_days_take_always(self):
        assert may_take_new(DAY, None, None)

    def test_nobody_handles_the_own_money(self):
        assert not may_act(5, 5)
        assert may_act(5, 6)
        assert may_act(None, None)

    def test_the_second_person_approves(self):
        assert may_approve("submitted", 1, 2)
        assert not may_approve("submitted", 1, 1)
        assert not may_approve("prepared", 1, 2)

    @pytest.mark.parametrize(
        ("state", "group", "once", "monthly", "allowed"),
        [
            ("prepared", "leaving", 5, 0, True),
            ("prepared", "leaving", 0, 5, True),
            ("prepared", "leaving", 0, 0, False),
            ("prepared", "leaving", None, 5, False),
            ("found", "leaving", 5, 0, False),
            ("found", "supplement", 0, 5, True),
            ("found", "supplement", 0, None, False),
            ("submitted", "supplement", 0, 5, False),
        ],
    )
    def test_only_what_is_worked_out_goes_up(self, state, group, once, monthly, allowed):
        assert bool(may_submit(state, group, once, monthly)) == allowed

    @pytest.mark.parametrize("state", ["approved", "paid", "refused", "withdrawn"])
    def test_what_is_decided_stays(self, state):
        assert not may_withdraw(state)
        assert not may_prepare(state)


class TestMonths:
    @pytest.mark.parametrize(
        ("begins", "ends", "paid", "months"),
        [
            (None, None, (), [12]),
            (date(2026, 10, 15), None, (), [10, 11, 12]),
            (date(2026, 10, 1), date(2026, 11, 2), (), [10, 11]),
            (date(2026, 10, 1), None, {date(2026, 11, 1)}, [10, 12]),
            (date(2027, 1, 1), None, (), []),
        ],
    )
    def test_what_is_due_with_its_arrears(self, begins, ends, paid, months):
        found = months_due(begins, ends, date(2026, 12, 1), paid)
        assert [month.month for month in found] == months


class TestRepayment:
    @pytest.mark.parametrize(
        ("served", "expected"),
        [(0, 150_000_000), (59, 2_500_000), (60, 0), (72, 0), (24, 90_000_000), (-1, 150_000_000)],
    )
    def test_the_share_of_the_months_left(self, served, expected):
        assert repayment(150_000_000, 60, served, whole=False) == expected

    def test_all_of_it_where_the_place_says_so(self):
        assert repayment(150_000_000, 60, 59, whole=True) == 150_000_000
        assert repayment(150_000_000, 60, 60, whole=True) == 0

    @given(st.integers(0, 10**10), st.integers(0, 600), st.integers(-5, 700), st.booleans())
    def test_never_more_than_was_paid(self, paid, committed, served, whole):
        assert 0 <= repayment(paid, committed, served, whole=whole) <= paid

    def test_the_last_day_of_a_commitment(self):
        assert committed_until(date(2026, 2, 28), 60) == date(2031, 2, 28)


class TestAllowances:
    def test_more_from_the_first_day_less_after_what_is_kept(self):
        posts = [
            Post("1", "a", "Phó Trưởng phòng", date(2025, 7, 1), date(2026, 2, 28), 15),
            Post("2", "b", "Trưởng phòng", date(2026, 3, 1), date(2026, 8, 31), 25),
            Post("3", "c", "Phó Trưởng phòng", date(2026, 9, 1), None, 15, is_moved=True),
        ]
        found = spans(posts, 6)
        assert [(one.begins, one.ends, one.change) for one in found] == [
            (date(2025, 7, 1), date(2026, 2, 28), 15),
            (date(2026, 3, 1), date(2027, 2, 28), 10),
            (date(2027, 3, 1), None, -10),
        ]
        assert found[1].kept_until == date(2027, 2, 28)

    def test_who_is_not_transferred_keeps_nothing(self):
        posts = [
            Post("1", "a", "Trưởng phòng", date(2025, 7, 1), date(2026, 8, 31), 25),
            Post("2", "b", "Chuyên viên", date(2026, 9, 1), None, 0),
        ]
        assert spans(posts, 6)[0].ends == date(2026, 8, 31)
        assert spans(posts, 6)[1].begins == date(2026, 9, 1)


class TestPay:
    COUNTED = ("position", "profession", "seniority", "service")

    def test_grade_leadership_and_percent(self):
        """4.98 + 0.25 of 2,530,000; 25 % of both."""
        extras = [
            Extra("position", coefficient=Decimal("0.25")),
            Extra("service", percent=Decimal(25)),
            Extra("hazard", amount=Decimal(500_000)),
        ]
        found = monthly_pay(Grade(Decimal("4.98")), extras, 2_530_000, self.COUNTED)
        assert found.amount == 16_539_875
        assert "chức vụ 632.500 đồng" in found.words

    def test_by_job_position_and_seniority_beyond(self):
        grade = Grade(amount=Decimal(12_000_000), beyond=Decimal(5))
        assert monthly_pay(grade, [], 2_530_000, self.COUNTED).amount == 12_600_000

    def test_unknown_without_a_grade(self):
        assert monthly_pay(None, [], 2_530_000, self.COUNTED) is None
        assert monthly_pay(Grade(), [], 2_530_000, self.COUNTED) is None


def test_names_get_the_values_of_the_pack():
    values = {"rates": (90, 45), "cap": 60}
    params = {"rates": "@rates", "cap": "@cap", "tiers": [["@rates.1", 3]], "counted": "early"}
    assert resolved(params, values) == {
        "rates": [90, 45],
        "cap": 60,
        "tiers": [[45, 3]],
        "counted": "early",
    }
    assert names_in(params) == {"rates", "cap"}
