"""Places without a holder: what is found on a day, and what is kept of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, Max, OuterRef

from thenchot.organisation.enums import SchemeState, SeatState
from thenchot.organisation.models import JobPosition, Seat, TitleLimit, Unit
from thenchot.people.models import Appointment, Seating
from thenchot.placement.access import SEE
from thenchot.placement.enums import VacancyKind
from thenchot.placement.models import Vacancy
from thenchot.platform.scope.actor import NotVisible

LONGEST_NAME = 300


@dataclass(frozen=True)
class Empty:
    """One place that nobody holds."""

    kind: VacancyKind
    unit: int
    name: str
    number: int
    since: date
    title: int | None = None
    position: int | None = None
    seat: int | None = None
    held_for: str = ""
    look_again_on: date | None = None

    @property
    def key(self) -> tuple:
        return self.unit, str(self.kind), self.name, self.number


def empty_places(home: Unit, on: date) -> list[Empty]:
    """Of the place on the day; a constant number of queries."""
    return [*_positions(home, on), *_seats(home, on), *_titles(home, on)]


def _positions(home: Unit, on: date) -> Iterator[Empty]:
    """Approved numbers of the schemes in force less those who hold them."""
    rows = JobPosition.objects.kept().filter(
        scheme__state=SchemeState.APPROVED, scheme__unit__path__startswith=home.path
    )
    held = Appointment.objects.in_force(on).filter(position__isnull=False)
    counted = dict(
        held.order_by().values_list("position").annotate(n=Count("person", distinct=True))
    )
    left = _left(Appointment.objects.filter(position__isnull=False), "position", on)
    for one in rows.select_related("scheme", "title").order_by("pk"):
        since = max(one.scheme.valid_from, left.get(one.pk, one.scheme.valid_from))
        for number in range(counted.get(one.pk, 0) + 1, one.approved_number + 1):
            yield Empty(
                VacancyKind.POSITION,
                one.unit_id,
                one.name[:LONGEST_NAME],
                number,
                since,
                title=one.title_id,
                position=one.pk,
            )


def _seats(home: Unit, on: date) -> Iterator[Empty]:
    """Seats of running terms; those held for structure say why."""
    filled = Seating.objects.in_force(on).filter(seat=OuterRef("pk"))
    rows = Seat.objects.filter(
        ~Exists(filled),
        committee__unit__path__startswith=home.path,
        committee__term__starts_on__lte=on,
        committee__term__ends_on__gte=on,
        opened_on__lte=on,
    ).exclude(state=SeatState.CLOSED)
    left = _left(Seating.objects.all(), "seat", on)
    for seat in rows.select_related("committee").order_by("pk"):
        yield Empty(
            VacancyKind.SEAT,
            seat.committee.body_id or seat.committee.unit_id,
            f"{seat.name}, {seat.committee.name}"[:LONGEST_NAME],
            seat.number,
            max(seat.opened_on, left.get(seat.pk, seat.opened_on)),
            title=seat.title_id,
            seat=seat.pk,
            held_for=seat.held_for if seat.state == SeatState.HELD else "",
            look_again_on=seat.review_on if seat.state == SeatState.HELD else None,
        )


def _titles(home: Unit, on: date) -> Iterator[Empty]:
    """Permitted numbers of a title in a unit less those who hold it there."""
    held = Appointment.objects.in_force(on).filter(title_ref__isnull=False)
    counted = {
        (title, unit): n
        for title, unit, n in held.order_by()
        .values_list("title_ref", "unit")
        .annotate(n=Count("person", distinct=True))
    }
    limits = TitleLimit.objects.filter(unit__path__startswith=home.path)
    for limit in limits.select_related("title", "term").order_by("pk"):
        term = limit.term
        if term and not term.starts_on <= on <= term.ends_on:
            continue
        there = counted.get((limit.title_id, limit.unit_id), 0)
        for number in range(there + 1, limit.number + 1):
            yield Empty(
                VacancyKind.TITLE,
                limit.unit_id,
                limit.title.name,
                number,
                term.starts_on if term else on,
                title=limit.title_id,
            )


def _left(rows, path: str, on: date) -> dict[int, date]:
    """The day after the last one left."""
    ended = rows.filter(valid_to__lt=on).order_by().values_list(path).annotate(left=Max("valid_to"))
    return {key: last + timedelta(days=1) for key, last in ended}


def list_vacancies(actor, permission=SEE):
    """Complex places first, then the longest empty."""
    rows = Vacancy.objects.visible_to(actor, permission)
    return rows.select_related("unit", "title").order_by("-is_complex", "opened_on", "pk")


def get_vacancy(actor, pk: int) -> Vacancy:
    found = list_vacancies(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found
