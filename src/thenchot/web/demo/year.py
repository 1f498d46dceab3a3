"""The year's rating of the full ward as it stands before its end: organisations mostly decided,
people enrolled with the months scored before the system was used, half of them with their own word,
one unit already met.
"""

import random
from datetime import date
from decimal import Decimal

from thenchot.rating.enums import RatingStep
from thenchot.rating.models import Rating, Round
from thenchot.rating.organisations import services as organisations
from thenchot.rating.persons.services import recording
from thenchot.rating.rounds.services import meetings, opening

SEASON = 11  # from November on a year is rated
BEFORE = "Chấm trước khi dùng phần mềm"
WORD = (
    (
        "Hoàn thành các nhiệm vụ được giao, tham mưu kịp thời.",
        "Một số báo cáo còn chậm; đã lập lịch nhắc việc.",
    ),
    ("Giải quyết hồ sơ đúng hạn, không có phản ánh.", "Chưa chủ động đề xuất sáng kiến."),
    (
        "Chủ trì hai chuyên đề của phường, phối hợp tốt với các khu dân cư.",
        "Kỹ năng số cần bồi dưỡng thêm.",
    ),
)


def rate_year(officer, leader, home, rng: random.Random, on: date) -> None:
    if on.month < SEASON or on.year < 2026:
        return
    _organisations(officer, leader, home, rng, on)
    found = opening.open_round(officer, unit_id=home.pk, year=on.year)
    ratings = list(found.ratings.select_related("unit", "person").order_by("pk"))
    for rating in ratings:
        _earlier_months(officer, rating, rng)
    for rating in ratings[::2]:
        strengths, limits = rng.choice(WORD)
        recording.rate_oneself(
            officer,
            rating_id=rating.pk,
            level=rng.choice(("good", "good", "excellent")),
            strengths=strengths,
            limits=limits,
        )
    _meeting(officer, found, on)


def _organisations(officer, leader, home, rng: random.Random, on: date) -> None:
    """Lower ones first; the last two of the list are left to be scored."""
    found = opening.open_round(officer, unit_id=home.pk, year=on.year, subject="organisations")
    order = sorted(
        found.bodies.select_related("unit", "round__unit"), key=lambda body: -body.unit.depth
    )
    own = [body for body in order if not body.is_recognised_above]
    for body in order:
        if body.is_recognised_above:
            organisations.decide_organisation(
                leader, body_id=body.pk, level="good", number="1250/QĐ-UBND", decided_on=on
            )
    for body in own[:-2]:
        general, result = Decimal(rng.randint(80, 95)) / 10, Decimal(rng.randint(60, 80)) / 10
        facts = {
            "done": Decimal(100),
            "exceeding": Decimal(rng.randint(10, 40)),
            "late": Decimal(0),
            "is_remedied": True,
        }
        points = {
            "general": dict.fromkeys("123", general),
            "results": dict.fromkeys("12345678", result),
        }
        organisations.score_organisation(officer, body_id=body.pk, **points, **facts)
        organisations.cap_organisations(officer, round_id=found.pk)
        body.refresh_from_db()
        if body.status == "rated":
            organisations.decide_organisation(
                leader, body_id=body.pk, level=body.capped, number=f"QĐ-XL/{body.pk}", decided_on=on
            )


def _earlier_months(officer, rating: Rating, rng: random.Random) -> None:
    scored = [
        int(one["period"].rpartition("-")[2])
        for one in rating.facts["months"]
        if one["period"][5:].isdecimal()
    ]
    totals = {
        number: Decimal(rng.randint(7000, 9300)) / 100
        for number in range(1, min(scored, default=1))
    }
    if totals:
        recording.note_months(
            officer,
            rating_id=rating.pk,
            unit=BEFORE,
            basis=f"Sổ theo dõi năm {rating.round.year}",
            totals=totals,
        )


def _meeting(officer, found: Round, on: date) -> None:
    """Minutes of the unit with the most people ready."""
    ready = list(found.ratings.filter(state=RatingStep.MEETING).select_related("unit"))
    if not ready:
        return
    unit = max(
        {rating.unit for rating in ready},
        key=lambda one: sum(rating.unit == one for rating in ready),
    )
    votes = {rating.pk: (1, 7, 0, 0) for rating in ready if rating.unit == unit}
    said = {
        "place": "Phòng họp tầng 2",
        "chair": "Trưởng đơn vị",
        "secretary": "Lê Văn Ba",
        "called": 9,
        "present": 8,
        "absent": "",
        "discussion": "",
    }
    meetings.record_meeting(
        officer, round_id=found.pk, unit_id=unit.pk, votes=votes, held_on=on, **said
    )
