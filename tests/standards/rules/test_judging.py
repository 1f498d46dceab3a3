"""What follows from the facts: golden tables for every kind and border, and laws that hold for all
facts.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.standards.enums import Bound, GapState, Lack, RequirementKind
from thenchot.standards.rules import (
    Demand,
    Facts,
    Result,
    Standard,
    judge,
    next_step_for,
    overall,
    share,
    weight,
    worst,
)
from thenchot.standards.rules.judging import asked_for

MET, MISSING, IN_TRAINING, EXEMPT = (
    GapState.MET,
    GapState.MISSING,
    GapState.IN_TRAINING,
    GapState.EXEMPT,
)


def demand(kind=RequirementKind.LEVEL, least=2, **more):
    usual = {"name": "Lý luận chính trị", "article": "Điều 5, QĐ 1", "next_step": "Đăng ký lớp."}
    return Demand(
        Standard(
            1,
            kind,
            **{
                **usual,
                **({"paper": "theory", "level": "middle"} if kind == RequirementKind.LEVEL else {}),
                **more,
            },
        ),
        least,
    )


YEARS = demand(RequirementKind.YEARS, 5, measure="service")
OLD_ENOUGH = demand(RequirementKind.AGE, 21)
YOUNG = demand(RequirementKind.AGE, 42, bound=Bound.BELOW)
PARTY = demand(RequirementKind.PARTY, 2)


@pytest.mark.parametrize(
    ("asked", "facts", "state", "lack"),
    [
        (demand(), Facts(2), MET, Lack.NONE),  # equal
        (demand(), Facts(3), MET, Lack.NONE),
        (demand(), Facts(1), MISSING, Lack.TOO_LOW),  # one below
        (demand(), Facts(0), MISSING, Lack.NOTHING),
        (demand(), Facts(0, lapsed=2), MISSING, Lack.LAPSED),
        (demand(), Facts(1, lapsed=2), MISSING, Lack.LAPSED),
        (demand(), Facts(0, lapsed=1), MISSING, Lack.NOTHING),
        (demand(), Facts(0, studying=2), IN_TRAINING, Lack.NOTHING),
        (demand(), Facts(1, studying=3), IN_TRAINING, Lack.TOO_LOW),
        (demand(), Facts(0, studying=1), MISSING, Lack.NOTHING),  # studies for less than is asked
        (demand(), Facts(2, studying=3), MET, Lack.NONE),
        (demand(), Facts(0, is_exempt=True), EXEMPT, Lack.NOTHING),
        (demand(), Facts(0, studying=2, is_exempt=True), EXEMPT, Lack.NOTHING),
        (demand(), Facts(2, is_exempt=True), MET, Lack.NONE),  # nobody is exempt from what he has
        (PARTY, Facts(2), MET, Lack.NONE),
        (PARTY, Facts(1), MISSING, Lack.TOO_LOW),
        (PARTY, Facts(0), MISSING, Lack.NOTHING),
        (YEARS, Facts(least=5, most=5), MET, Lack.NONE),
        (YEARS, Facts(least=4, most=4), MISSING, Lack.TOO_SHORT),
        (YEARS, Facts(least=4, most=5), MISSING, Lack.UNKNOWN),
        (YEARS, Facts(), MISSING, Lack.UNKNOWN),
        (
            YEARS,
            Facts(least=4, most=4, studying=9),
            MISSING,
            Lack.TOO_SHORT,
        ),  # nobody studies for years of service
        (YEARS, Facts(is_exempt=True), EXEMPT, Lack.UNKNOWN),
        (OLD_ENOUGH, Facts(least=21, most=21), MET, Lack.NONE),
        (OLD_ENOUGH, Facts(least=20, most=20), MISSING, Lack.TOO_YOUNG),
        (OLD_ENOUGH, Facts(least=20, most=21), MISSING, Lack.UNKNOWN),
        (YOUNG, Facts(least=41, most=41), MET, Lack.NONE),
        (YOUNG, Facts(least=42, most=42), MISSING, Lack.TOO_OLD),
        (YOUNG, Facts(least=41, most=42), MISSING, Lack.UNKNOWN),
        (YOUNG, Facts(), MISSING, Lack.UNKNOWN),
    ],
)
def test_state_and_lack(asked, facts, state, lack):
    result = judge(asked, facts)
    assert (result.state, result.lack) == (state, lack)


@pytest.mark.parametrize(
    ("asked", "facts", "words"),
    [
        (demand(), Facts(1), "Mới có Sơ cấp. Yêu cầu: Lý luận chính trị: Trung cấp trở lên."),
        (demand(), Facts(0), "Hồ sơ chưa có. Yêu cầu: Lý luận chính trị: Trung cấp trở lên."),
        (
            demand(),
            Facts(0, lapsed=2),
            "Chứng chỉ đã hết hạn. Yêu cầu: Lý luận chính trị: Trung cấp trở lên.",
        ),
        (demand(), Facts(2), "Đạt: Lý luận chính trị: Trung cấp trở lên."),
        (demand(), Facts(0, studying=2), "Đang học để đạt: Lý luận chính trị: Trung cấp trở lên."),
        (demand(), Facts(0, is_exempt=True), "Được miễn: Lý luận chính trị: Trung cấp trở lên."),
        (YEARS, Facts(least=3, most=3), "Mới được 3 năm. Yêu cầu: đủ 5 năm công tác."),
        (YEARS, Facts(), "Hồ sơ chưa ghi ngày. Yêu cầu: đủ 5 năm công tác."),
        (
            YOUNG,
            Facts(least=41, most=42),
            "Hồ sơ chỉ ghi năm, chưa đủ để kết luận. Yêu cầu: dưới 42 tuổi.",
        ),
        (YOUNG, Facts(least=50, most=50), "Đã 50 tuổi. Yêu cầu: dưới 42 tuổi."),
        (OLD_ENOUGH, Facts(least=18, most=18), "Mới 18 tuổi. Yêu cầu: từ 21 tuổi."),
        (PARTY, Facts(1), "Mới có đảng viên dự bị. Yêu cầu: đảng viên chính thức."),
        (
            demand(RequirementKind.COMPETENCY, 3, name="Đạo đức"),
            Facts(2),
            "Mới có mức 2. Yêu cầu: Đạo đức, mức 3.",
        ),
        (
            demand(RequirementKind.SOFTWARE, 1, name="Một cửa điện tử"),
            Facts(0),
            "Hồ sơ chưa có. Yêu cầu: Một cửa điện tử.",
        ),
    ],
)
def test_the_reason_says_what_is_there_and_what_is_asked(asked, facts, words):
    assert judge(asked, facts).reason == words


def test_a_field_is_named():
    asked = Demand(
        Standard(1, RequirementKind.FIELD, paper="degree", level="bachelor"),
        4,
        ("xây dựng", "đất đai"),
    )
    assert asked_for(asked) == "Đại học ngành xây dựng, đất đai"


def test_every_result_carries_its_article():
    assert judge(demand(), Facts(0)).article == judge(demand(), Facts(5)).article == "Điều 5, QĐ 1"


class TestNextStep:
    @pytest.mark.parametrize("state", [MET, EXEMPT])
    def test_nothing_is_left_to_do(self, state):
        assert next_step_for(state, Lack.NOTHING, "Đăng ký lớp.") == ""

    def test_the_requirement_says_it(self):
        assert judge(demand(), Facts(0)).next_step == "Đăng ký lớp."

    @pytest.mark.parametrize("lack", [lack for lack in Lack if lack])
    def test_there_always_is_one_for_what_is_missing(self, lack):
        assert next_step_for(MISSING, lack)

    def test_who_studies_finishes(self):
        assert (
            next_step_for(IN_TRAINING, Lack.NOTHING, "Đăng ký lớp.")
            == "Học xong thì nộp văn bằng, chứng chỉ vào hồ sơ."
        )

    def test_an_unknown_day_is_written_down_first(self):
        assert "Bổ sung đầy đủ ngày" in next_step_for(MISSING, Lack.UNKNOWN, "Chờ đủ thời gian.")


@pytest.mark.parametrize(
    ("states", "whole"),
    [
        ([MET], MET),
        ([MET, MISSING], MISSING),
        ([MET, IN_TRAINING], IN_TRAINING),
        ([IN_TRAINING, MISSING], MISSING),
        ([EXEMPT], EXEMPT),
        ([EXEMPT, EXEMPT], EXEMPT),
        ([EXEMPT, MET], MET),
        ([EXEMPT, MISSING], MISSING),
        ([], EXEMPT),
    ],
)
def test_a_whole_set(states, whole):
    assert overall(states) == whole


@pytest.mark.parametrize(
    ("counts", "parts"), [((3, 2, 1), (3, 6)), ((0, 0, 0), (0, 0)), ((5, 0, 0), (5, 5))]
)
def test_share(counts, parts):
    assert share(*counts) == parts


facts = st.builds(
    Facts, st.integers(0, 6), st.integers(0, 6), st.integers(0, 6), is_exempt=st.booleans()
)
years = st.integers(0, 80).flatmap(
    lambda n: st.builds(
        Facts, least=st.integers(max(0, n - 1), n), most=st.just(n), is_exempt=st.booleans()
    )
)


@given(facts, st.integers(1, 6))
def test_better_papers_never_make_it_worse(found, least):
    more = Facts(found.best + 1, found.lapsed, found.studying, is_exempt=found.is_exempt)
    now, then = judge(demand(least=least), found), judge(demand(least=least), more)
    assert weight(then.state, Lack.NONE) <= weight(now.state, Lack.NONE)


@given(years, st.integers(1, 70))
def test_the_two_bounds_of_age_exclude_each_other(found, least):
    at_least = judge(demand(RequirementKind.AGE, least), found)
    below = judge(demand(RequirementKind.AGE, least, bound=Bound.BELOW), found)
    assert not (at_least.state == MET and below.state == MET)
    if found.least == found.most:
        assert (at_least.state == MET) != (below.state == MET)


@given(facts)
def test_what_is_not_met_says_why_and_what_is_met_does_not(found):
    result = judge(demand(), found)
    assert (result.lack == Lack.NONE) == (result.state == MET)
    assert result.reason


def test_the_worst_of_several_posts_stands():
    results = [
        Result(state, Lack.NONE, "", "", "") for state in (MET, EXEMPT, IN_TRAINING, MISSING)
    ]
    assert worst(results).state == MISSING
    assert worst(results[:3]).state == IN_TRAINING
    assert worst(results[:2]).state == EXEMPT


def test_weights_are_all_different():
    weights = [weight(state, lack) for state in GapState for lack in Lack]
    assert len(set(weights)) == len(weights)
