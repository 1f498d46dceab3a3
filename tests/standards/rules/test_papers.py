"""Whether a paper counts on a day, and what it says to a demand: borders of every date, golden
tables.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.standards.enums import RequirementKind
from thenchot.standards.rules import (
    Demand,
    Paper,
    Standard,
    Standing,
    full_years,
    party_rank,
    rank_for,
    standing,
    years_known,
)
from thenchot.standards.rules.papers import speaks_of

ON = date(2026, 6, 15)
BEFORE, AFTER = date(2026, 6, 14), date(2026, 6, 16)
HELD, LAPSED, STUDYING, NOTHING = Standing


@pytest.mark.parametrize(
    ("paper", "stands"),
    [
        (Paper("theory"), HELD),  # no day at all: always
        (Paper("theory", issued=BEFORE), HELD),
        (Paper("theory", issued=ON), HELD),
        (Paper("theory", issued=AFTER), NOTHING),
        (Paper("theory", issued=AFTER, begun=ON), STUDYING),
        (Paper("theory", until=ON), HELD),
        (Paper("theory", begun=BEFORE, until=AFTER), STUDYING),
        (Paper("theory", begun=AFTER, until=AFTER), NOTHING),
        (
            Paper("theory", issued=BEFORE, until=AFTER),
            HELD,
        ),  # the day on the paper counts, not the end of the course
        (Paper("theory", expires=AFTER), HELD),
        (Paper("theory", expires=ON), HELD),  # good on its last day
        (Paper("theory", expires=BEFORE), LAPSED),
        (Paper("theory", is_studying=True), STUDYING),
        (Paper("theory", is_studying=True, begun=ON), STUDYING),
        (Paper("theory", is_studying=True, begun=AFTER), NOTHING),
        (Paper("theory", is_studying=True, begun=BEFORE, until=ON), STUDYING),
        (
            Paper("theory", is_studying=True, begun=BEFORE, until=BEFORE),
            NOTHING,
        ),  # should be over, and no paper came
        (Paper("theory", is_studying=True, issued=BEFORE, until=AFTER), STUDYING),
    ],
)
def test_standing_on_a_day(paper, stands):
    assert standing(paper, ON) == stands


def demand(kind, least=1, fields=(), **more):
    return Demand(Standard(1, kind, **more), least, fields)


THEORY = demand(RequirementKind.LEVEL, paper="theory", level="middle")
ENGLISH = demand(RequirementKind.LEVEL, paper="language", level="level2", names=("en",))
LAND = demand(RequirementKind.FIELD, fields=("đất đai", "y tế"))


@pytest.mark.parametrize(
    ("asked", "paper", "rank"),
    [
        (THEORY, Paper("theory", "none"), 0),
        (THEORY, Paper("theory", "elementary"), 1),
        (THEORY, Paper("theory", "middle"), 2),
        (THEORY, Paper("theory", "bachelor"), 4),
        (THEORY, Paper("theory", ""), 0),
        (THEORY, Paper("theory", "lạ"), 0),
        (THEORY, Paper("degree", "master"), 0),
        (ENGLISH, Paper("language", "level2", language="en"), 3),
        (ENGLISH, Paper("language", "level2", language="zh"), 0),
        (LAND, Paper("degree", "bachelor", field="Quản lý Đất đai"), 4),
        (LAND, Paper("degree", "bachelor", field="quan ly dat dai"), 4),
        (
            LAND,
            Paper("degree", "bachelor", field="Kinh tế"),
            0,
        ),  # "y tế" stands in "kinh tế" only as letters
        (LAND, Paper("degree", "college", field="Y tế công cộng"), 3),
        (LAND, Paper("skill", field="đất đai"), 0),
        (demand(RequirementKind.CERTIFICATE, paper="it"), Paper("it", ""), 1),
        (demand(RequirementKind.CERTIFICATE, paper="it"), Paper("language", ""), 0),
        (
            demand(
                RequirementKind.CERTIFICATE, paper="state_management", names=("Chuyên viên chính",)
            ),
            Paper("state_management", name="Chuyên viên"),
            0,
        ),
        (
            demand(RequirementKind.SOFTWARE, names=("Một cửa",)),
            Paper("software", name="Hệ thống Một cửa điện tử"),
            1,
        ),
        (demand(RequirementKind.SOFTWARE, names=("Một cửa",)), Paper("skill", name="Một cửa"), 0),
        (
            demand(RequirementKind.SKILL, names=("Tiếp dân", "Hòa giải")),
            Paper("skill", name="Kỹ năng hòa giải ở cơ sở"),
            1,
        ),
        (
            demand(RequirementKind.COMPETENCY, names=("ethics",)),
            Paper("skill", "3", name="Đạo đức và bản lĩnh"),
            3,
        ),
        (
            demand(RequirementKind.COMPETENCY, names=("ethics",)),
            Paper("skill", "", name="Đạo đức và bản lĩnh"),
            0,
        ),
        (
            demand(RequirementKind.COMPETENCY, names=("ethics",)),
            Paper("skill", "3", name="Quan hệ phối hợp"),
            0,
        ),
        (demand(RequirementKind.YEARS, measure="service"), Paper("theory", "high"), 0),
        (demand(RequirementKind.PARTY), Paper("theory", "high"), 0),
    ],
)
def test_what_a_paper_says_to_a_demand(asked, paper, rank):
    assert rank_for(asked, paper) == rank


def test_words_match_whole_and_without_marks():
    assert speaks_of("Phần mềm DỊCH VỤ CÔNG trực tuyến", "dich vu cong")
    assert not speaks_of("Dịch vụ công cộng", "vụ công c")
    assert not speaks_of("Bất kỳ", "")


@pytest.mark.parametrize(
    ("since", "on", "years"),
    [
        (date(2000, 6, 15), ON, 26),
        (date(2000, 6, 16), ON, 25),
        (date(2000, 2, 29), date(2026, 2, 28), 25),
        (date(2000, 2, 29), date(2026, 3, 1), 26),
        (date(2000, 2, 29), date(2028, 2, 29), 28),
        (AFTER, ON, 0),
        (ON, ON, 0),
    ],
)
def test_full_years(since, on, years):
    assert full_years(since, on) == years


@given(st.dates(date(1930, 1, 1), date(2060, 1, 1)), st.dates(date(1930, 1, 1), date(2060, 1, 1)))
def test_a_year_alone_never_says_more_than_the_day(since, on):
    least, most = years_known(since.replace(month=1, day=1), on, year_only=True)
    assert least <= full_years(since, on) <= most <= least + 1


def test_an_unknown_day_says_nothing():
    assert years_known(None, ON) == (None, None)
    assert years_known(date(1980, 1, 1), date(2026, 12, 31), year_only=True) == (46, 46)


@pytest.mark.parametrize(
    ("joined", "official", "rank"),
    [
        (None, None, 0),
        (ON, None, 1),
        (AFTER, None, 0),
        (BEFORE, ON, 2),
        (BEFORE, AFTER, 1),
        (None, BEFORE, 2),
    ],
)
def test_membership(joined, official, rank):
    assert party_rank(joined, official, ON) == rank
