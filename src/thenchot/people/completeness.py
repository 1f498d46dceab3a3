"""Which files lack an item that must be there, who confirmed, how far the paper is digitised;
counted by the database.

The items are a policy value of the commune (`people.mandatory_items`); a file is complete when it
has all of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, When

from thenchot.organisation.models import Bloc, Unit
from thenchot.people.enums import PaperState, QualificationKind
from thenchot.people.models import (
    Appointment,
    CareerEntry,
    Confirmation,
    Qualification,
    Relative,
    SalaryStep,
)
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.policy.parameters import FILE_ITEMS, PeoplePolicy

LABELS = dict(FILE_ITEMS)
DATES = {"born_on", "particulars.recruited_on", "particulars.party_joined_on"}
SEALED = {"identity_no", "particulars.health"}
TABLES = {"career": CareerEntry, "salary": SalaryStep, "family": Relative}


def serving(home: Unit, on=None):
    """The primary seats of the commune: each person once."""
    seats = Appointment.objects.in_force(on or today()).filter(is_primary=True)
    return seats.filter(unit__in=Unit.objects.under([home.path]).values("pk"))


def mandatory_items(home: Unit, on=None) -> tuple[str, ...]:
    return policies.in_force(PeoplePolicy, path=home.path, on=on or today()).mandatory_items


def lacks(item: str) -> Q:
    """A condition on a seat: the file of its person lacks the item."""
    if item in TABLES:
        return ~Q(Exists(TABLES[item].objects.filter(person=OuterRef("person"))))
    if item in QualificationKind.values:
        return ~Q(Exists(Qualification.objects.filter(person=OuterRef("person"), kind=item)))
    path = "person__" + item.replace(".", "__")
    nothing = Q(**{f"{path}__isnull": True})  # also where no items were ever written
    if item in SEALED:
        return nothing | Q(**{f"{path}__isblank": True})
    return nothing if item in DATES else nothing | Q(**{path: ""})


def is_incomplete(items: Iterable[str]) -> Q:
    condition = Q(pk__in=[])
    for item in items:
        condition |= lacks(item)
    return condition


@dataclass(frozen=True)
class FileStanding:
    """Of the files of one bloc, or of all."""

    name: str
    total: int
    incomplete: int
    confirmed: int
    digitised: int

    @property
    def complete(self) -> int:
        return self.total - self.incomplete


def state_of(home: Unit, on=None) -> list[FileStanding]:
    """By bloc, and the sum at the end: one query."""
    on = on or today()
    confirmed = Exists(Confirmation.objects.filter(person=OuterRef("person"), year=on.year))
    rows = (
        serving(home, on)
        .annotate(confirmed=confirmed)
        .order_by()
        .values("unit__bloc")
        .annotate(
            total=Count("pk"),
            incomplete=Count("pk", filter=is_incomplete(mandatory_items(home, on))),
            signed=Count("pk", filter=Q(confirmed=True)),
            scanned=Count("pk", filter=Q(person__particulars__paper_state=PaperState.DONE)),
        )
    )
    by_bloc = {
        r["unit__bloc"]: (r["total"], r["incomplete"], r["signed"], r["scanned"]) for r in rows
    }
    states = [FileStanding(str(bloc.label), *by_bloc[bloc]) for bloc in Bloc if bloc in by_bloc]
    sums = (
        (sum(numbers) for numbers in zip(*by_bloc.values(), strict=True))
        if by_bloc
        else (0, 0, 0, 0)
    )
    return [*states, FileStanding("", *sums)]


def list_incomplete(home: Unit, on=None):
    """Seats whose file lacks something, by unit and given name; `missing` names what, once
    `name_missing` ran.
    """
    items = mandatory_items(home, on)
    seats = (
        serving(home, on)
        .filter(is_incomplete(items))
        .annotate(
            **{
                _flag(item): Case(When(lacks(item), then=1), default=0, output_field=IntegerField())
                for item in items
            }
        )
    )
    return seats.select_related("person", "unit").order_by("unit__path", "person__sort_key", "pk")


def name_missing(seats, home: Unit, on=None) -> list:
    """The seats with `missing`: labels of the items their files lack."""
    items = mandatory_items(home, on)
    for seat in seats:
        seat.missing = [LABELS[item] for item in items if getattr(seat, _flag(item))]
    return list(seats)


def _flag(item: str) -> str:
    return "lacks_" + item.replace(".", "_")
