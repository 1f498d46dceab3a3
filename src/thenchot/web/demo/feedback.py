"""Many sides: the four groups of indicators in force, a round that closed, one that asks a whole
division now.
"""

import random
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from thenchot.feedback.models import CriteriaSet, FeedbackRound, Invitation
from thenchot.feedback.queries.rounds import measures_of
from thenchot.feedback.rules.counting import ANONYMOUS
from thenchot.feedback.services import answering, closing, drafting, opening
from thenchot.kernel.periods import Quarter
from thenchot.organisation.models import Unit
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import actor_for
from thenchot.web.demo.calendar import day_of
from thenchot.web.demo.tree import FOUNDED

BODY = "Phòng Văn hóa"
ASKED, LASTED, OPEN = (
    timedelta(30),
    timedelta(10),
    timedelta(9),
)  # how long ago the first round began; how long rounds last
REMARK = "Nắm việc, phối hợp tốt với các bộ phận; cần xử lý nhanh hơn hồ sơ sắp đến hạn."


def look_from_many_sides(officer, leader, home, rng: random.Random, on: date) -> None:
    unit = Unit.objects.under([home.path]).filter(name__startswith=BODY).first()
    if unit is None or on - ASKED < FOUNDED:
        return
    criteria = _issue(officer, leader, home)
    quarter = Quarter.of(on).previous()
    with day_of(on - ASKED):
        found = _open(officer, unit, criteria, quarter, LASTED, _few(unit, criteria))
        _answer(found, rng)
    with day_of(on - ASKED + LASTED + timedelta(1)):
        closing.close_feedback(officer, round_id=found.pk)
    _open(officer, unit, criteria, Quarter.of(on), OPEN, None)


def _issue(officer, leader, home) -> CriteriaSet:
    draft = drafting.adopt_criteria(officer, unit_id=home.pk, code="bon-nhom-chi-so")
    drafting.adopt_criteria(officer, unit_id=home.pk, code="ba-khong-ba-co")
    return drafting.issue_criteria(
        leader, set_id=draft.pk, basis="Quyết định số 15-QĐ/ĐU", valid_from=FOUNDED
    )


def _few(unit, criteria) -> list[int]:
    """The head and the first two of the others."""
    planned = opening.plan(unit, criteria, today())
    return [one.seat.person_id for one in sorted(planned, key=lambda one: not one.seat.is_head)[:3]]


def _open(
    officer, unit, criteria, quarter: Quarter, lasts: timedelta, people: Iterable[int] | None
) -> FeedbackRound:
    days = {"cut_off": today(), "closes_on": today() + lasts}
    return opening.open_feedback(
        officer, unit_id=unit.pk, set_id=criteria.pk, period=quarter, person_ids=people, **days
    )


def _answer(found: FeedbackRound, rng: random.Random) -> None:
    """Everybody signs; of those who give no name nine out of ten answer."""
    measures = measures_of(found.set)
    for invitation in (
        Invitation.objects.filter(reviewee__round=found)
        .select_related("person__account")
        .order_by("reviewee", "person")
    ):
        points = {
            one.code: Decimal(rng.randint(6, 10)) for one in measures if one.asks(invitation.side)
        }
        given = {"reviewee_id": invitation.reviewee_id, "points": points}
        if invitation.side not in ANONYMOUS:
            answering.sign(
                actor_for(invitation.person.account),
                note=REMARK if invitation.side == "superior" else "",
                **given,
            )
        elif rng.random() < 0.9:
            answering.answer(actor_for(invitation.person.account), **given)
