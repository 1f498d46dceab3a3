"""What ships about scoring says what the decree says, and owns up to what it does not say."""

from datetime import date
from decimal import Decimal

import pytest

from thenchot.policy.merge import resolve
from thenchot.policy.packs import Certainty, shipped
from thenchot.policy.parameters import PartyRatingPolicy, RatingCapPolicy, ScoringPolicy

IN_FORCE = resolve([shipped()], date(2026, 12, 31))
SCORING = IN_FORCE.as_parameters(ScoringPolicy)
PARTY = IN_FORCE.as_parameters(PartyRatingPolicy)
CAPS = IN_FORCE.as_parameters(RatingCapPolicy)


@pytest.mark.parametrize(
    ("found", "asked", "source"),
    [
        (SCORING.general_points, 30, "NĐ 335 Đ12"),
        (SCORING.task_points, 70, "NĐ 335 Đ12, Đ17.1"),
        (SCORING.total, 100, "NĐ 335 Đ12"),
        (SCORING.thresholds, (90, 70, 50), "NĐ 335 Đ20"),
        ((SCORING.content_percent, SCORING.delay_percent), (25, 25), "NĐ 335 Đ14.2.b, c"),
        (
            (
                SCORING.managed_short_percent,
                SCORING.organising_short_percent,
                SCORING.conflict_percent,
            ),
            (50, 50, 50),
            "NĐ 335 Đ15.3",
        ),
        (SCORING.least_months, 6, "NĐ 335 Đ11.1"),
        (SCORING.complaint_working_days, 7, "NĐ 335 Đ22"),
        (SCORING.send_days, 5, "NĐ 335 Đ26.1.d"),
        (SCORING.product_groups, 5, "NĐ 335 Đ13.1.a"),
        (SCORING.head_not_above_organisation, True, "NĐ 335 Đ20.6"),
        ((CAPS.excellent_percent, CAPS.excellent_percent_outstanding), (20, 25), "NĐ 335 Đ20.5"),
        ((PARTY.exceeding_percent, PARTY.late_percent), (30, 20), "QĐ 366 Đ11"),
        (PARTY.ranked_quarters, (1, 2, 3), "HD 43-HD/BTCTW"),
        (
            (PARTY.collective_percent, PARTY.failed_quarters, PARTY.failed_quarter_blocks),
            (70, 2, True),
            "HD 02-HD/BTCTW",
        ),
    ],
)
def test_a_shipped_value_is_that_of_its_article(found, asked, source):
    assert found == asked, source


def test_the_three_groups_of_the_form_hold_ten_points_each():
    """Mẫu số 01: I = 5 + 5; II and III = 4 × 2.5."""
    groups: dict[str, list[Decimal]] = {}
    for code, points in SCORING.general_criteria:
        groups.setdefault(code.partition(".")[0], []).append(points)
    assert {name: (len(points), sum(points)) for name, points in groups.items()} == {
        "I": (2, 10),
        "II": (4, 10),
        "III": (4, 10),
    }


@pytest.mark.parametrize(
    ("key", "default"),
    [
        ("scoring.over_assignment", "cap_each"),
        ("scoring.no_managed", "leaves_mean"),
        ("scoring.band_from", "rounded"),
        ("rating.cap_base", "good_after"),
    ],
)
def test_where_the_decree_is_silent_the_value_is_marked_as_chosen_here(key, default):
    assert (IN_FORCE[key].value, IN_FORCE[key].certainty) == (default, Certainty.DEFAULT)


def test_the_decree_holds_from_2026():
    before = resolve([shipped()], date(2025, 12, 31))
    assert "scoring.task_points" not in before
    assert "scoring.task_points" in IN_FORCE
