"""The file at a day: what was true on it, and what the file said of it. A constant number of
queries.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from thenchot.kernel.decision import Decision, Refused
from thenchot.people import access
from thenchot.people.access import is_own
from thenchot.people.filing.sections import GROUPS, SECTIONS, Group, Section
from thenchot.people.filing.showing import label_of, shown, shown_day
from thenchot.people.models import Appointment, FormerValue, Particulars, Person
from thenchot.people.queries import get_person, may_see, place_among
from thenchot.platform.clock import ZONE
from thenchot.platform.scope.actor import missing

READS = (access.SEE_PRIVATE, access.SEE_CONDUCT, access.SEE_FAMILY, access.SEE_SENSITIVE)


@dataclass(frozen=True)
class Moment:
    """`on`: the day that is asked about; `said`: the day whose file answers. None: now."""

    on: date | None = None
    said: date | None = None

    @property
    def at(self) -> datetime | None:
        """The last moment of the day `said`."""
        return datetime.combine(self.said, time.max, ZONE) if self.said else None

    def __bool__(self) -> bool:
        return bool(self.on or self.said)


NOW = Moment()


@dataclass(frozen=True)
class Shown:
    """A table as shown: `cells` of each row in the order of `heads`; columns nobody filled are left
    out.
    """

    section: Section
    heads: tuple[str, ...]
    rows: list[tuple[Any, list[str]]]


@dataclass
class File:
    """What the actor may read of one person's file. `groups`: (group, [(label, text)]); `hidden`:
    parts not shown.
    """

    person: Person
    particulars: Particulars
    groups: list[tuple[Group, list[tuple[str, str]]]] = field(default_factory=list)
    tables: list[Shown] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


def readable(actor, person: Person) -> frozenset[str]:
    """Permissions of reading that the actor holds over this person: all over the own file, else
    those over a unit where the person sits now (or, sitting nowhere, sat or was registered).
    """
    if is_own(actor, person):
        return frozenset(READS)
    paths = vars(person).get("kept_places") or places_among(person, seats_of(person))
    return frozenset(p for p in READS if any(actor.may(p, path) for path in paths))


def seats_of(person: Person) -> list[Appointment]:
    """All of them, the latest first. One query."""
    return list(Appointment.objects.filter(person=person).select_related("unit__successor"))


def places_among(person: Person, seats: list[Appointment]) -> list[str]:
    """Paths of the units that answer for the file today, and of the heirs of dissolved ones."""
    held = [seat for seat in seats if seat.valid_to is None] or seats
    units = [seat.unit for seat in held] or [person.registered_in]
    return [unit.path for unit in units] + [unit.successor.path for unit in units if unit.successor]


def open_file(actor, person: Person, moment: Moment = NOW) -> File:
    """Every part the actor may read, at the moment asked for."""
    may = readable(actor, person)
    person = as_said(person, moment)
    file = File(person, particulars_of(person, moment))
    for group in GROUPS:
        if group.reads in may:
            values = [
                (label_of(group, name), shown(group, file.particulars, name))
                for name in group.fields
            ]
            file.groups.append((group, values))
    loaded = rows_by_section(person, [s for s in SECTIONS if s.reads in may], moment)
    file.tables = [
        table_of(section, loaded[section.code]) for section in SECTIONS if section.code in loaded
    ]
    file.hidden = [str(part.title) for part in (*GROUPS, *SECTIONS) if part.reads not in may]
    return file


def table_of(section: Section, rows) -> Shown:
    dated = (_("Từ"), _("Đến")) if section.dated else ()
    heads = (*dated, *(label_of(section, name) for name in section.fields))
    cells = [_cells(section, row) for row in rows]
    used = [at for at in range(len(heads)) if any(line[at] for line in cells)]
    kept = [[line[at] for at in used] for line in cells]
    return Shown(section, tuple(heads[at] for at in used), list(zip(rows, kept, strict=True)))


def _cells(section: Section, row) -> list[str]:
    days = []
    if section.dated:
        days = [
            shown_day(row.valid_from, row.valid_from_known),
            shown_day(row.valid_to, row.valid_to_known),
        ]
    return [
        *days,
        *(
            "" if getattr(row, name) is False else shown(section, row, name)
            for name in section.fields
        ),
    ]


def rows_by_section(person: Person, sections, moment: Moment = NOW) -> dict[str, list]:
    """One query for each model, whatever the number of sections and rows."""
    models = {section.model for section in sections}
    rows = {
        model: list(_at(model, moment).filter(person=person))
        for model in sorted(models, key=lambda m: m.__name__)
    }
    return {s.code: [row for row in rows[s.model] if _belongs(row, s)] for s in sections}


def _belongs(row, section: Section) -> bool:
    return all(getattr(row, name) == value for name, value in section.fixed.items())


def _at(model, moment: Moment):
    rows = model.history.said_at(moment.at) if moment.said else model.objects.all()
    if moment.on and hasattr(model, "valid_from"):
        rows = rows.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=moment.on))
    if moment.on and hasattr(model, "year"):
        rows = rows.filter(year__lte=moment.on.year)
    return rows


def particulars_of(person: Person, moment: Moment = NOW) -> Particulars:
    """Never None: a file without items is an empty one. As the file said on the day when one is
    asked for.
    """
    kept = Particulars.objects.filter(person=person).first() or Particulars(person=person)
    if moment.said:
        _overlay(kept, person, moment, "particulars.")
    return kept


def as_said(person: Person, moment: Moment) -> Person:
    """The person with the name, birth and mail that the file held at the moment."""
    if moment.said:
        _overlay(person, person, moment, "")
    return person


def _overlay(target, person: Person, moment: Moment, prefix: str) -> None:
    """The earliest value replaced after the moment is the one that stood then."""
    later = FormerValue.objects.filter(person=person, replaced_at__gt=moment.at).order_by(
        "replaced_at", "pk"
    )
    first: dict[str, str] = {}
    for former in later:
        first.setdefault(former.item, former.value)
    for item, value in first.items():
        name = item.removeprefix(prefix)
        if item.startswith(prefix) and "." not in name:
            setattr(target, name, restored(target, name, value))


def restored(target, name: str, text: str):
    """A value kept as text, as its field holds it."""
    field_ = target._meta.get_field(name)
    if text == "" and field_.null:
        return None
    return (
        text
        if field_.get_internal_type() in ("CharField", "TextField", "EmailField")
        else field_.to_python(text)
    )


def career_at(person: Person, moment: Moment = NOW):
    """Every seat, also in units the actor does not see: a career is one."""
    seats = Appointment.history.said_at(moment.at) if moment.said else Appointment.objects.all()
    if moment.on:
        seats = seats.filter(valid_from__lte=moment.on)
    return (
        seats.filter(person=person)
        .select_related("unit", "title_ref", "position")
        .order_by("-valid_from", "-pk")
    )


def get_readable_person(actor, pk: int) -> Person:
    """404 outside the scope, 403 without any permission to read a file; else the read is noted."""
    person = get_person(actor, pk)
    if is_own(actor, person):
        return person
    if not may_see(actor, person):
        raise Refused(Decision.no(missing(access.SEE)))
    seats = seats_of(person)  # asked once for the whole page
    vars(person)["kept_places"] = places_among(person, seats)
    vars(person)["kept_place"] = place_among(person, seats)
    if not readable(actor, person):
        raise Refused(Decision.no(missing(READS[0])))
    actor.reads.append(person)
    return person


def may_print(actor, person: Person) -> Decision:
    """A form of the file shows all of it: only for whoever may read all, and for the person."""
    held = readable(actor, person)
    lacking = [permission for permission in READS if permission not in held]
    return Decision.no(missing(lacking[-1])) if lacking else Decision.yes()
