"""A round begins: whom it looks at, who is asked on which side, as the unit stood on the cut-off
day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import SystemRandom

from django.db import transaction
from django.db.models import Q

from thenchot.feedback.access import KEEP_FEEDBACK
from thenchot.feedback.enums import ResultState, Side
from thenchot.feedback.models import (
    Answer,
    CriteriaSet,
    FeedbackResult,
    FeedbackRound,
    Invitation,
    Reviewee,
)
from thenchot.feedback.queries.criteria import get_set_for
from thenchot.feedback.queries.rounds import lock_round, measures_of
from thenchot.feedback.rules.counting import ANONYMOUS
from thenchot.feedback.rules.criteria import may_use
from thenchot.feedback.rules.disclosure import is_asked
from thenchot.feedback.rules.raters import Place, sides_of
from thenchot.feedback.rules.rounds import may_be_this_large, may_open, may_prolong
from thenchot.feedback.services import envelopes
from thenchot.kernel.decision import refuse
from thenchot.kernel.periods import Period
from thenchot.organisation.models import Unit
from thenchot.organisation.models import UnitKind as UnitKind
from thenchot.organisation.queries import get_unit
from thenchot.people.models import Appointment
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.keys import fleeting
from thenchot.platform.runtime.bulk import insert_rows
from thenchot.platform.scope.actor import require
from thenchot.worklog.enums import Capacity
from thenchot.worklog.rules.periods import capacity

CHANCE = SystemRandom()
LEADING = (UnitKind.AGENCY, UnitKind.COMMITTEE)


@dataclass(frozen=True)
class Asked:
    """One side of one planned person: who is asked, how many cannot be because they have no
    account.
    """

    side: Side
    weight: int
    people: frozenset[int]
    without: int

    @property
    def state(self) -> ResultState:
        if self.side == Side.CITIZENS:
            return ResultState.NO_SOURCE
        return (
            ResultState.WAITING
            if self.side not in ANONYMOUS or is_asked(len(self.people))
            else ResultState.NOT_ASKED
        )

    @property
    def invitations(self) -> frozenset[int]:
        return self.people if self.state == ResultState.WAITING else frozenset()


@dataclass(frozen=True)
class Planned:
    seat: Appointment
    kind: Capacity
    sides: tuple[Asked, ...]


def plan(unit: Unit, criteria: CriteriaSet, on: date) -> list[Planned]:
    """Everybody of the branch for whom the set holds, by name, with who would be asked. Two
    queries.
    """
    home = _home(unit)
    seats = {seat.person_id: seat for seat in _seats(home, on)}
    places = [_place(seat) for seat in seats.values()]
    wanted = [
        place
        for place in places
        if place.path.startswith(unit.path) and _holds(criteria, place, seats[place.person])
    ]
    planned = [_planned(place, places, seats, criteria, home) for place in wanted]
    return sorted(planned, key=lambda one: (one.seat.person.sort_key, one.seat.person_id))


@transaction.atomic
def open_feedback(
    actor,
    *,
    unit_id: int,
    set_id: int,
    period: Period,
    cut_off: date,
    closes_on: date,
    person_ids: Iterable[int] | None = None,
) -> FeedbackRound:
    """`person_ids`: some of the planned people, all when none is named."""
    unit = get_unit(actor, unit_id)
    require(actor, KEEP_FEEDBACK, unit.path)
    criteria = get_set_for(actor, set_id, unit)
    may_use(state=criteria.state, holds_on=holds_on(criteria, cut_off)).or_refuse()
    may_open(starts_on=period.start, cut_off=cut_off, closes_on=closes_on, on=today()).or_refuse()
    chosen = None if person_ids is None else set(person_ids)
    planned = [
        one
        for one in plan(unit, criteria, cut_off)
        if chosen is None or one.seat.person_id in chosen
    ]
    may_be_this_large(
        len(planned), sum(len(side.invitations) for one in planned for side in one.sides)
    ).or_refuse()
    _refuse_duplicates(criteria, planned)
    days = {"cut_off": cut_off, "opens_on": today(), "closes_on": closes_on}
    made = _begin(
        actor,
        unit=unit,
        set=criteria,
        period=period.kind,
        year=period.year,
        number=period.index,
        **days,
    )
    _enrol(made, planned)
    facts = {"set": criteria.pk, "period": period.label_vi(), "people": len(planned), **days}
    record(actor, "sides_opened", subject=made, unit_path=unit.path, **facts)
    return made


@transaction.atomic
def prolong_feedback(actor, *, round_id: int, closes_on: date) -> FeedbackRound:
    found = lock_round(actor, round_id)
    require(actor, KEEP_FEEDBACK, found.unit.path)
    may_prolong(is_closed=found.is_closed, closes_on=closes_on, on=today()).or_refuse()
    found.closes_on = closes_on
    found.save(update_fields=["closes_on"])
    record(actor, "sides_prolonged", subject=found, unit_path=found.unit.path, closes_on=closes_on)
    return found


def holds_on(criteria: CriteriaSet, on: date) -> bool:
    return (
        criteria.valid_from is not None
        and criteria.valid_from <= on
        and (criteria.valid_to is None or on <= criteria.valid_to)
    )


def _begin(actor, **fields) -> FeedbackRound:
    secret = envelopes.begin()
    try:
        return FeedbackRound.objects.create(opened_by_id=actor.account_id, **secret, **fields)
    except BaseException:
        fleeting.end(secret["key_name"])
        raise


def _enrol(made: FeedbackRound, planned: list[Planned]) -> None:
    """Turns and empty envelopes in random order: where a row lies tells nothing."""
    rows = [
        Reviewee(
            round=made,
            person_id=one.seat.person_id,
            unit=one.seat.unit,
            kind=one.kind,
            title=one.seat.title,
        )
        for one in planned
    ]
    reviewees = Reviewee.objects.bulk_create(rows)
    figures, invitations, empty, measures = [], [], [], measures_of(made.set)
    for reviewee, one in zip(reviewees, planned, strict=True):
        for at, asked in enumerate(one.sides, 1):
            fields = {
                "weight": Decimal(asked.weight),
                "invited": len(asked.people),
                "without": asked.without,
            }
            figures.append(
                FeedbackResult(
                    reviewee=reviewee, side=asked.side, position=at, state=asked.state, **fields
                )
            )
            invitations += [
                {"reviewee_id": reviewee.pk, "person_id": person, "side": str(asked.side)}
                for person in asked.invitations
            ]
            codes = [one.code for one in measures if one.asks(asked.side)]
            empty += [
                Answer(reviewee=reviewee, side=asked.side, sealed=envelopes.blank(codes))
                for _ in asked.invitations
                if asked.side in ANONYMOUS
            ]
    CHANCE.shuffle(invitations)
    CHANCE.shuffle(empty)
    FeedbackResult.objects.bulk_create(figures)
    insert_rows(Invitation, invitations, is_used=False)
    Answer.objects.bulk_create(empty, batch_size=500)


def _refuse_duplicates(criteria: CriteriaSet, planned: list[Planned]) -> None:
    open_ones = Reviewee.objects.filter(
        round__closed_at__isnull=True, round__set__code=criteria.code
    )
    found = (
        open_ones.filter(person__in=[one.seat.person_id for one in planned])
        .select_related("person")
        .first()
    )
    if found:
        refuse(
            "sides.double", f"{found.person} đang ở trong một đợt chưa đóng của cùng bộ tiêu chí."
        )


def _home(unit: Unit) -> Unit:
    """The commune around the unit; outside of any, the unit itself."""
    return Unit.objects.filter(pk__in=unit.ancestor_ids, kind=UnitKind.COMMUNE).first() or unit


def _seats(home: Unit, on: date) -> Iterable[Appointment]:
    """Primary seats of the home, and the heads above it."""
    where = Q(unit__path__startswith=home.path) | Q(unit__in=home.ancestor_ids, is_head=True)
    return (
        Appointment.objects.in_force(on)
        .filter(where, is_primary=True)
        .select_related("unit", "title_ref", "person__account")
        .order_by("pk")
    )


def _place(seat: Appointment) -> Place:
    kind = capacity(seat.is_head, seat.title_ref.rank if seat.title_ref else "")
    return Place(seat.person_id, seat.unit.path, kind, seat.unit.bloc, seat.unit.kind in LEADING)


def _holds(criteria: CriteriaSet, place: Place, seat: Appointment) -> bool:
    of_title = not criteria.titles or (
        seat.title_ref is not None and seat.title_ref.code in criteria.titles
    )
    return place.kind in criteria.kinds and of_title


def _planned(
    place: Place,
    places: list[Place],
    seats: dict[int, Appointment],
    criteria: CriteriaSet,
    home: Unit,
) -> Planned:
    raters = sides_of(place, places, home.path)
    weights = criteria.sides[place.kind]
    asked = tuple(
        _asked(side, weights[side], raters.get(side, set()), seats)
        for side in Side
        if weights.get(side)
    )
    return Planned(seats[place.person], place.kind, asked)


def _asked(side: Side, weight: int, people: set[int], seats: dict[int, Appointment]) -> Asked:
    able = frozenset(
        one for one in people if (account := seats[one].person.account) and account.is_active
    )
    return Asked(side, weight, able, len(people) - len(able))
