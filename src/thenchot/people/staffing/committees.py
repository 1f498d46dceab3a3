"""Committees with who sits in them on a day: filled, vacant, held, beyond the approved number."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from thenchot.organisation.models import Committee, CommitteeKind, Seat, SeatState, Term, Unit
from thenchot.organisation.queries.committees import list_committees, list_terms
from thenchot.organisation.rules.committees import SeatStanding, seat_standing
from thenchot.people.access import SEE
from thenchot.people.models import Person, Seating

KINDS = CommitteeKind.values  # the order of the lists: Party, council, People's Committee, Front


@dataclass
class SeatRow:
    """One seat on a day. `seating`: who sits there; `is_beyond`: the approved number was used up
    before it.
    """

    seat: Seat
    seating: Seating | None
    standing: SeatStanding
    is_beyond: bool = False
    may_open: bool = False


@dataclass
class CommitteeRow:
    committee: Committee
    counts: Counter = field(default_factory=Counter)


@dataclass
class TermRow:
    term: Term
    committees: list[CommitteeRow] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Of which locality, from when to when."""
        term = self.term
        return f"{term.unit.name} · {term.starts_on:%d/%m/%Y} – {term.ends_on:%d/%m/%Y}"

    @property
    def label(self) -> str:
        return f"{_('Tập thể của nhiệm kỳ')} {self.term.name}"


def list_by_term(actor, on: date) -> list[TermRow]:
    """Every term the actor sees, latest first, with its committees and how their seats stand. Four
    queries.
    """
    terms = {term.pk: TermRow(term) for term in list_terms(actor)}
    committees = {one.pk: CommitteeRow(one) for one in list_committees(actor)}
    for pk, rows in _seat_rows(committees, on).items():
        committees[pk].counts = Counter(row.standing.value for row in rows)
    for row in sorted(
        committees.values(), key=lambda row: (KINDS.index(row.committee.kind), row.committee.pk)
    ):
        terms[row.committee.term_id].committees.append(row)
    return list(terms.values())


def composition(actor, committee: Committee, on: date) -> list[SeatRow]:
    """Seats in order with their holders on the day, and which holders the actor may open."""
    rows = _seat_rows({committee.pk: CommitteeRow(committee)}, on).get(committee.pk, [])
    seated = [row.seating.person_id for row in rows if row.seating]
    seen = set(
        Person.objects.visible_to(actor, SEE).filter(pk__in=seated).values_list("pk", flat=True)
    )
    for row in rows:
        row.may_open = bool(row.seating) and row.seating.person_id in seen
    return rows


def _seat_rows(committees: dict[int, CommitteeRow], on: date) -> dict[int, list[SeatRow]]:
    there = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
    seats = Seat.objects.filter(there, committee__in=committees, opened_on__lte=on).select_related(
        "title"
    )
    holders = (
        Seating.objects.filter(seat__committee__in=committees).in_force(on).select_related("person")
    )
    by_seat = {seating.seat_id: seating for seating in holders}
    found: dict[int, list[SeatRow]] = {}
    for seat in seats.order_by("committee", "number"):
        before = found.setdefault(seat.committee_id, [])
        before.append(
            _row(
                seat,
                by_seat.get(seat.pk),
                len(before) >= committees[seat.committee_id].committee.approved_seats,
                on,
            )
        )
    return found


def _row(seat: Seat, seating: Seating | None, is_beyond: bool, on: date) -> SeatRow:
    state = (
        SeatState.OPEN if seat.state == SeatState.CLOSED else seat.state
    )  # closed later: on this day it was there
    standing = seat_standing(
        state, is_filled=seating is not None, is_beyond=is_beyond, review_on=seat.review_on, on=on
    )
    return SeatRow(seat, seating, standing, is_beyond)


def history_of(committee: Committee):
    """Everybody who left the committee, the last one first."""
    rows = Seating.objects.filter(seat__committee=committee, valid_to__isnull=False).select_related(
        "person", "seat"
    )
    return rows.order_by("-valid_to", "seat__number")


def candidates(actor, home: Unit, on: date):
    """Who may be seated: people with an appointment in the commune on the day."""
    inside = Q(appointments__unit__path__startswith=home.path, appointments__valid_to__isnull=True)
    serving = Person.objects.filter(inside, appointments__replaced_at__isnull=True).values("pk")
    return Person.objects.visible_to(actor, SEE).filter(pk__in=serving).order_by("sort_key", "pk")
