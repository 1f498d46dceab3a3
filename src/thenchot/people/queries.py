"""Reads: one person, the list, who sits in which unit."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db.models import Prefetch, Q

from thenchot.kernel.text import words
from thenchot.organisation.models import Unit
from thenchot.people.access import SEE, SEE_PRIVATE
from thenchot.people.models import Appointment, Person, Presence
from thenchot.people.presence import homes_of_actor
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.ui.paging import Slice, slice_of


def get_person(actor, pk: int) -> Person:
    person = (
        Person.objects.visible_to(actor)
        .select_related("registered_in", "account")
        .filter(pk=pk)
        .first()
    )
    if person is None:
        raise NotVisible
    return person


def list_people(
    actor, *, q: str = "", unit_id: int | None = None, on: date | None = None, left: bool = False
):
    """By given name. Every word of `q` begins a word of the name. `left`: those who hold no seat
    any more.

    Each person carries `seats`: the appointments in force that the actor sees, the primary one
    first.
    """
    on = on or today()
    people = _chosen(_in_order(actor, q), "pk", actor, unit_id, on, left)
    return people.prefetch_related(_seats(actor, on))


def list_ids(
    actor, *, q: str = "", unit_id: int | None = None, on: date | None = None, left: bool = False
):
    """The ids of the same people in the same order: from the index alone where it holds them
    all.
    """
    home = _only_home(actor)
    if home is None:
        return _chosen(_in_order(actor, q), "pk", actor, unit_id, on or today(), left).values_list(
            "pk", flat=True
        )
    rows = Presence.objects.filter(named_like(q), home=home).order_by("sort_key", "person_id")
    return _chosen(rows, "person_id", actor, unit_id, on or today(), left).values_list(
        "person_id", flat=True
    )


def people_page(actor, number, size: int, **filters) -> Slice:
    """One page of `list_people`: the index tells who, then these few are fetched."""
    page = slice_of(list_ids(actor, **filters), number, size)
    return replace(page, rows=fetch_people(actor, page.rows))


def fetch_people(actor, ids: list[int]) -> list[Person]:
    """The people of these ids in their order, with `seats` as in `list_people`."""
    found = Person.objects.prefetch_related(_seats(actor, today())).in_bulk(ids)
    return [found[pk] for pk in ids]


def _seats(actor, on: date) -> Prefetch:
    seats = Appointment.objects.visible_to(actor, SEE).in_force(on)
    return Prefetch(
        "appointments",
        seats.select_related("unit").order_by("-is_primary", "-valid_from", "pk"),
        to_attr="seats",
    )


def _chosen(rows, key: str, actor, unit_id: int | None, on: date, left: bool):
    """`key`: what the rows call the id of the person."""
    if unit_id:
        units = Unit.objects.filter(pk=unit_id).values("path")[:1]
        seats_there = (
            Appointment.objects.visible_to(actor, SEE)
            .in_force(on)
            .filter(unit__path__startswith=units)
        )
        return rows.filter(**{f"{key}__in": seats_there.values("person_id")})
    return (
        rows.exclude(**{f"{key}__in": Appointment.objects.in_force(on).values("person_id")})
        if left
        else rows
    )


def _only_home(actor) -> int | None:
    """The commune or province that is exactly what the actor sees, if it is one."""
    homes = homes_of_actor(actor, SEE)
    return homes[0] if homes is not None and len(homes) == 1 else None


def _in_order(actor, q: str):
    """Everybody the actor sees whose name fits. Whoever sees exactly communes or provinces is
    answered by their index; a branch that begins below one is found by the seats themselves.
    """
    if "/" in actor.paths_for(SEE):
        return Person.objects.filter(named_like(q)).order_by("sort_key", "pk")
    homes = homes_of_actor(actor, SEE)
    if homes is not None and len(homes) == 1:
        people = Person.objects.filter(named_like(q, "presences__"), presences__home=homes[0])
        return people.order_by("presences__sort_key", "presences__person_id")
    if homes is not None:
        people = Person.objects.filter(
            pk__in=Presence.objects.filter(home__in=homes).values("person_id")
        )
    else:
        people = Person.objects.visible_to(actor, SEE)
    return people.filter(named_like(q)).order_by("sort_key", "pk")


def named_like(q: str, prefix: str = "") -> Q:
    """The longest word first: it fits least often."""
    condition = Q()
    for word in sorted(words(q), key=len, reverse=True):
        condition &= Q(**{f"{prefix}folded__contains": f" {word}"})
    return condition


def not_about_oneself(rows, actor, person: str = "person"):
    """Without the rows about the actor: nobody looks into, or works on, the own case. `person`: the
    path from a row.
    """
    account = f"{person}__account"
    return rows.exclude(**{f"{account}__isnull": False, account: actor.account_id})


def person_of(account) -> Person | None:
    """The person who signs in with this account (an account or its id)."""
    account_id = getattr(account, "pk", account)
    return Person.objects.filter(account_id=account_id).first() if account_id else None


def people_of(unit_ids, on: date | None = None):
    """Appointments in force in these units, heads first, then by given name; `person` and `unit` at
    hand.
    """
    seats = Appointment.objects.filter(unit__in=unit_ids).in_force(on or today())
    return seats.select_related("person", "unit").order_by(
        "unit__path", "-is_head", "person__sort_key", "pk"
    )


def heads_of(unit_ids, on: date | None = None) -> dict[int, Person]:
    """Unit id -> who leads it on the day; units without a head are absent."""
    return {seat.unit_id: seat.person for seat in people_of(unit_ids, on).filter(is_head=True)}


def head_names(actor, unit_ids, on: date) -> dict[int, str]:
    return {unit_id: person.full_name for unit_id, person in heads_of(unit_ids, on).items()}


def seats_of_unit(actor, unit: Unit, on: date) -> list[Appointment]:
    """Who sits in a unit and below it, for the page of the unit."""
    inside = Unit.objects.visible_to(actor).under([unit.path]).values("pk")
    return list(people_of(inside, on)[:200])


def career_of(actor, person: Person):
    """Every seat, also in units the actor does not see: a career is one."""
    return person.appointments.select_related("unit").order_by("-valid_from", "-pk")


def may_see(actor, person: Person) -> bool:
    return Person.objects.visible_to(actor, SEE).filter(pk=person.pk).exists()


def may_see_private(actor, person: Person) -> bool:
    """Birth and mail: the own file, or the permission over a unit where the person sits or sat."""
    return Person.objects.visible_to(actor, SEE_PRIVATE).filter(pk=person.pk).exists()


def keep_place(person: Person) -> str:
    """`place_of`, asked once for all that one page shows of the person. For reads only: a change of
    seat is not seen.
    """
    place = vars(person)["kept_place"] = place_of(person)
    return place


def place_of(person: Person) -> str:
    """Path of the unit that answers for the file today: the primary seat, else where the person was
    registered.
    """
    if "kept_place" in vars(person):
        return vars(person)["kept_place"]
    seats = person.appointments.filter(is_primary=True, valid_to__isnull=True)
    return place_among(person, seats.select_related("unit")[:1])


def place_among(person: Person, seats: Iterable[Appointment]) -> str:
    """`place_of` where the seats are at hand, the latest first."""
    held = (seat for seat in seats if seat.is_primary and seat.valid_to is None)
    seat = next(held, None)
    return seat.unit.path if seat else person.registered_in.path


def is_from(person, home: Unit) -> bool:
    """By the official code where both are known, else by the name of the commune in the home
    place.
    """
    particulars = getattr(person, "particulars", None)
    if particulars is None:
        return False
    if particulars.home_commune_code and home.code:
        return particulars.home_commune_code == home.code
    place, name = words(particulars.home_place), words(home.name)
    return bool(name) and any(place[at : at + len(name)] == name for at in range(len(place)))
