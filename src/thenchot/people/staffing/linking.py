"""Appointments are tied to titles and job positions: what the decision says stays, what it means is
added.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Count

from thenchot.organisation.models import JobPosition, Title, Unit
from thenchot.organisation.queries import get_unit, match_titles
from thenchot.organisation.queries.schemes import positions_in_force
from thenchot.organisation.queries.titles import titles_for
from thenchot.organisation.rules.schemes import may_hold_position
from thenchot.people.access import EDIT, SEE
from thenchot.people.models import Appointment
from thenchot.people.services import appoint, end_appointment, get_seat
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, require

PLACES = 3  # names of bodies beside a text


@dataclass
class TextGroup:
    """Appointments that say the same and seem to mean the same. `places`: names of the bodies in
    which they are.
    """

    text: str
    guess: Title | None
    unit_ids: list[int] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    count: int = 0

    @property
    def places_told(self) -> str:
        """The first places; dots where there are more."""
        more = "…" if len(self.places) > PLACES else ""
        return "; ".join(self.places[:PLACES]) + more

    @property
    def key(self) -> str:
        """Names the group in a form, whatever else was tied in the meantime."""
        return hashlib.sha256(f"{self.text}|{self.guess and self.guess.pk}".encode()).hexdigest()[
            :12
        ]


def unlinked_titles(home: Unit) -> list[TextGroup]:
    """Texts of appointments that no title is tied to yet, with the title they seem to mean; the
    commonest first.
    """
    rows = Appointment.objects.filter(
        unit__path__startswith=home.path, title_ref__isnull=True
    ).exclude(title="")
    counted = (
        rows.values("title", "unit_id", "unit__name")
        .annotate(count=Count("pk"))
        .order_by("title", "unit__path")
    )
    guesses = match_titles(home, {(row["title"], row["unit__name"]) for row in counted})
    groups: dict[tuple, TextGroup] = {}
    for row in counted:
        guess = guesses[row["title"], row["unit__name"]]
        group = groups.setdefault(
            (row["title"], guess and guess.pk), TextGroup(row["title"], guess)
        )
        group.unit_ids.append(row["unit_id"])
        group.places.append(row["unit__name"])
        group.count += row["count"]
    return sorted(groups.values(), key=lambda group: (-group.count, group.text))


@transaction.atomic
def link_titles(actor, *, home_id: int, choices: Mapping[str, int]) -> int:
    """`choices`: key of a group of `unlinked_titles` -> id of a title. How many appointments were
    tied.
    """
    home = get_unit(actor, home_id)
    require(actor, EDIT, home.path)
    titles = {title.pk: title for title in titles_for(home)}
    linked = 0
    for group in unlinked_titles(home):
        title = titles.get(choices.get(group.key, 0))
        if title:
            rows = Appointment.objects.filter(
                unit__in=group.unit_ids, title=group.text, title_ref__isnull=True
            )
            linked += rows.update(title_ref=title)
    record(actor, "titles_linked", subject=home, unit_path=home.path, appointments=linked)
    return linked


def link_surely(actor, *, home_id: int) -> int:
    """Every text whose meaning the system sees is tied to it."""
    groups = unlinked_titles(get_unit(actor, home_id))
    return link_titles(
        actor,
        home_id=home_id,
        choices={group.key: group.guess.pk for group in groups if group.guess},
    )


@transaction.atomic
def link_position(
    actor, *, appointment_id: int, position_id: int | None, reason: str = ""
) -> Appointment:
    """The appointment fills a job position of an approved scheme, or none. Beyond the approved
    number with a reason.
    """
    seat = get_seat(actor, appointment_id)
    position = positions_in_force(seat.unit).filter(pk=position_id).first() if position_id else None
    if position_id and position is None:
        raise NotVisible
    if position:
        others = holders_of(position, today()).exclude(person=seat.person_id).count()
        may_hold_position(position.name, others, position.approved_number, reason).or_refuse()
    seat.position = position
    seat.title_ref = seat.title_ref or (position and position.title)
    seat.save(update_fields=["position", "title_ref"])
    facts = {"position": position and position.code, "reason": reason.strip()}
    record(actor, "position_linked", subject=seat, unit_path=seat.unit.path, **facts)
    return seat


def holders_of(position: JobPosition, on: date):
    """Who fills a position on a day, whichever version of the scheme the appointment was tied
    to.
    """
    same = {"position__code": position.code, "position__scheme__unit": position.scheme.unit_id}
    return (
        Appointment.objects.in_force(on)
        .filter(**same)
        .select_related("person", "unit")
        .order_by("person__sort_key", "pk")
    )


def holder_counts(actor, position_ids, on: date) -> dict[int, str]:
    """Of a list of positions: how many hold each, and how far from the approved number."""
    positions = JobPosition.objects.filter(pk__in=position_ids).select_related("scheme")
    agencies = {position.scheme.unit_id for position in positions}
    held = Appointment.objects.in_force(on).filter(position__scheme__unit__in=agencies)
    counted = (
        held.values_list("position__scheme__unit", "position__code")
        .annotate(n=Count("person", distinct=True))
        .order_by()
    )
    by_code = {(unit, code): n for unit, code, n in counted}
    return {
        p.pk: _beside(by_code.get((p.scheme.unit_id, p.code), 0), p.approved_number)
        for p in positions
    }


def _beside(held: int, number: int) -> str:
    if held == number:
        return f"{held}"
    return f"{held} (thừa {held - number})" if held > number else f"{held} (thiếu {number - held})"


def may_fill(position: JobPosition, on: date):
    """Appointments of the agency that fill no position yet."""
    inside = Appointment.objects.in_force(on).filter(
        unit__path__startswith=position.scheme.unit.path, position__isnull=True
    )
    return inside.select_related("person", "unit").order_by("person__sort_key", "pk")


@transaction.atomic
def move_appointments(actor, *, unit_id: int, heir_id: int, appointment_ids: list[int]) -> int:
    """People whom an ended unit left behind go on in its heir with the title they had; who leads
    there is decided anew.
    """
    unit, heir = get_unit(actor, unit_id), get_unit(actor, heir_id)
    seats = Appointment.objects.visible_to(actor, SEE).filter(
        pk__in=appointment_ids, unit=unit, valid_to__isnull=True
    )
    for seat in seats:
        last = max(unit.valid_to or today(), seat.valid_from)
        end_appointment(actor, appointment_id=seat.pk, on=last, reason=f"{unit} → {heir}")
        again = appoint(
            actor,
            person_id=seat.person_id,
            unit_id=heir.pk,
            title=seat.title,
            is_primary=seat.is_primary,
            valid_from=max(last + timedelta(days=1), heir.valid_from),
            staff_kind=seat.staff_kind,
        )
        again.title_ref = seat.title_ref
        again.position = (
            positions_in_force(heir).filter(pk=seat.position_id).first()
            if seat.position_id
            else None
        )
        again.save(update_fields=["title_ref", "position"])
    return len(seats)


def left_in_unit(actor, unit: Unit, on: date):
    """Appointments still open in a unit that ended."""
    return (
        Appointment.objects.visible_to(actor, SEE)
        .filter(unit=unit, valid_to__isnull=True)
        .select_related("person")
    )
