"""Everybody is reviewed in the post held; pairs of mentor and mentee; the delegation table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.kernel.text import nfc, tidy
from thenchot.organisation.models import Title, Unit
from thenchot.organisation.queries import lock_unit
from thenchot.people.models import Appointment, Person
from thenchot.people.queries import is_from
from thenchot.people.retirement import full_years, months_between
from thenchot.placement.access import EDIT
from thenchot.placement.enums import Mentee
from thenchot.placement.models import DelegationLine, MentorPair, PlacementReview
from thenchot.placement.queries.assignments import get_delegation, get_pair
from thenchot.placement.rules import assigning as rules
from thenchot.placement.rules import forms
from thenchot.placement.suiting import Suiting
from thenchot.platform import policies
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require
from thenchot.policy.parameters import PeoplePolicy, PlacementPolicy
from thenchot.worklog.enums import Band

SAID = (
    "unit",
    "seat",
    "position",
    "reviewed_on",
    "months",
    "missing",
    "points",
    "told",
    "notes",
    "mentee",
)
SEAT = ("unit", "person__particulars", "title_ref", "position__unit", "position__title")


@dataclass(frozen=True)
class Reviewed:
    """How many were looked at; how many without an approved position; how many who lack."""

    people: int
    without_position: int
    lacking: int


@transaction.atomic
def review_placements(actor, *, unit_id: int) -> Reviewed:
    """Everybody in office of a place, by the primary seat; what was said before is replaced. Over
    everybody: in a job.
    """
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    on = today()
    seats = list(
        Appointment.objects.in_force(on)
        .filter(is_primary=True, unit__path__startswith=home.path)
        .select_related(*SEAT)
        .order_by("pk")
    )
    made = PlacementReview.objects.bulk_create(
        _reviewed(home, seats, on),
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=SAID,
    )
    found = Reviewed(
        len(made),
        sum(one.position_id is None for one in made),
        sum(bool(one.missing) for one in made),
    )
    record(
        actor,
        "placements_reviewed",
        subject=home,
        unit_path=home.path,
        count=found.people,
    )
    return found


def _reviewed(home: Unit, seats: list[Appointment], on: date) -> Iterator[PlacementReview]:
    suiting = Suiting(home, on, [seat.person_id for seat in seats])
    policy = policies.in_force(PlacementPolicy, path=home.path, on=on)
    long_years = policies.in_force(PeoplePolicy, path=home.path, on=on).personnel_head_years
    for seat in seats:
        post = seat.position or seat.title_ref
        suits = suiting.suits(seat.person_id, post, seat.unit) if post else None
        months = max(months_between(seat.valid_from, on), 0)
        yield PlacementReview(
            unit=seat.unit,
            person=seat.person,
            seat=seat,
            position=seat.position,
            reviewed_on=on,
            months=months,
            missing=list(suits.missing) if suits else [],
            points=suits.points if suits else 0,
            told=[[one.text, one.points] for one in suits.told] if suits else [],
            notes=rules.notes(_area(home, seat, months), long_years),
            mentee=_mentee(seat.person, suiting.able[seat.person_id].band, policy, on),
        )


def _area(home: Unit, seat: Appointment, months: int) -> rules.Area:
    title = seat.title_ref
    leads = seat.is_head or bool(title and title.rank == "head")
    return rules.Area(
        has_position=seat.position_id is not None,
        has_title=title is not None,
        leads_inspection=leads and bool(title and title.does_inspection_work),
        leads_personnel=leads and bool(title and title.does_personnel_work),
        is_local=is_from(seat.person, home),
        months=months,
    )


def _mentee(person: Person, band: str, policy: PlacementPolicy, on: date) -> str:
    file = getattr(person, "particulars", None)
    age = None if person.born_on is None else full_years(person.born_on, on)
    begun = file.recruited_on if file else None
    months = None if begun is None else months_between(begun, on)
    if band == Band.FAILED:
        return Mentee.WEAK
    if months is not None and months < policy.mentee_months:
        return Mentee.NEW
    return Mentee.YOUNG if age is not None and age < policy.mentee_age else ""


# Mentors


@transaction.atomic
def pair_up(
    actor,
    *,
    mentee_id: int,
    mentor_id: int,
    why: str,
    content: str,
    begins_on: date,
    ends_on: date,
) -> MentorPair:
    """Both in office here; one mentor at a time for a mentee."""
    mentee, mentor = _person(actor, mentee_id), _person(actor, mentor_id)
    seat = mentee.appointments.in_force(today()).filter(is_primary=True).first()
    if seat is None:
        refuse("mentor.gone", f"{mentee.full_name} hiện không giữ vị trí nào.")
    require(actor, EDIT, seat.unit.path)
    rules.may_pair(mentee.pk, mentor.pk, begins_on, ends_on).or_refuse()
    if MentorPair.objects.filter(mentee=mentee, ended_on__isnull=True).exists():
        refuse("mentor.there", f"{mentee.full_name} đang có người hướng dẫn; kết thúc trước đã.")
    made = MentorPair.objects.create(
        unit=seat.unit,
        mentor=mentor,
        mentee=mentee,
        why=why,
        content=nfc(content).strip(),
        begins_on=begins_on,
        ends_on=ends_on,
        recorded_by_id=actor.account_id,
    )
    record(
        actor,
        "mentor_named",
        subject=made,
        unit_path=seat.unit.path,
        person=mentee.pk,
        to=str(mentor),
    )
    return made


@transaction.atomic
def end_pair(actor, *, pair_id: int, ended_on: date, result: str) -> MentorPair:
    pair = get_pair(actor, pair_id)
    require(actor, EDIT, pair.unit.path)
    if pair.ended_on:
        refuse("mentor.ended", "Việc hướng dẫn này đã kết thúc.")
    if not pair.begins_on <= ended_on <= today():
        refuse("mentor.ended_on", "Ngày kết thúc từ ngày bắt đầu đến hôm nay.")
    pair.ended_on, pair.result = ended_on, nfc(result).strip()
    pair.save(update_fields=["ended_on", "result"])
    record(actor, "mentoring_ended", subject=pair, unit_path=pair.unit.path, person=pair.mentee_id)
    return pair


def _person(actor, person_id: int) -> Person:
    found = Person.objects.visible_to(actor, EDIT).filter(pk=person_id).first()
    if found is None:
        raise NotVisible
    return found


# The delegation table


@transaction.atomic
def delegate(
    actor,
    *,
    unit_id: int,
    kind: str,
    title_id: int | None,
    proposer: str,
    opinion: str,
    decider: str,
    level: str,
    basis: str,
    valid_from: date,
    body: str = "",
) -> DelegationLine:
    """A line of the table; one for the same procedure and title ends the day before."""
    home = lock_unit(actor, unit_id)
    require(actor, EDIT, home.path)
    if kind and kind not in forms.shipped():
        raise NotVisible
    title = Title.objects.filter(pk=title_id).first() if title_id else None
    rows = DelegationLine.objects.filter(unit=home, kind=kind, title=title, valid_to__isnull=True)
    for before in rows:
        _end_before(before, valid_from)
    made = DelegationLine.objects.create(
        unit=home,
        kind=kind,
        title=title,
        proposer=tidy(nfc(proposer)),
        opinion=tidy(nfc(opinion)),
        decider=tidy(nfc(decider)),
        level=level,
        body=body,
        basis=tidy(nfc(basis)),
        valid_from=valid_from,
    )
    record(actor, "delegation_set", subject=made, unit_path=home.path, called=made.decider)
    return made


def _end_before(row: DelegationLine, day: date) -> None:
    if row.valid_from >= day:
        refuse(
            "delegation.later",
            f"Dòng cùng quy trình, chức danh đã có hiệu lực từ {row.valid_from:%d/%m/%Y}; "
            "chọn ngày sau ngày đó.",
        )
    row.valid_to = rules.day_before(day)
    row.save(update_fields=["valid_to"])


@transaction.atomic
def end_delegation(actor, *, delegation_id: int, valid_to: date) -> DelegationLine:
    row = get_delegation(actor, delegation_id)
    require(actor, EDIT, row.unit.path)
    if row.valid_to or valid_to < row.valid_from:
        refuse("delegation.ended", "Dòng này đã hết hiệu lực, hoặc ngày trước ngày có hiệu lực.")
    row.valid_to = valid_to
    row.save(update_fields=["valid_to"])
    record(actor, "delegation_ended", subject=row, unit_path=row.unit.path, called=row.decider)
    return row
