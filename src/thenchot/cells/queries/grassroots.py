"""Who heads the cells, villages and residential groups."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from thenchot.cells.access import SEE
from thenchot.cells.models import CellMember
from thenchot.cells.queries.members import open_on
from thenchot.organisation.enums import StaffKind, UnitKind
from thenchot.organisation.models import Unit
from thenchot.people.models import Appointment
from thenchot.platform.clock import today

KINDS = (UnitKind.CELL, UnitKind.RESIDENTIAL)
HEADS = (StaffKind.CELL_SECRETARY, StaffKind.GROUP_HEAD)


def list_places(actor, permission: str = SEE):
    """Cells and residential groups of today, and whether anybody heads them. A committee that only
    holds cells is none of them.
    """
    on = today()
    below = Unit.objects.filter(parent=OuterRef("pk"), kind__in=KINDS)
    led = CellMember.objects.filter(open_on(on), unit=OuterRef("pk"), post="secretary")
    held = Appointment.objects.in_force(on).filter(unit=OuterRef("pk"), staff_kind__in=HEADS)
    rows = Unit.objects.visible_to(actor, permission).in_force(on)
    rows = rows.filter(~Exists(below), kind__in=KINDS)
    return rows.annotate(has_head=Exists(led) | Exists(held)).order_by("path")


def with_heads(places: list, on: date) -> list:
    """Each with who heads it, since when, and what the file says. Two queries."""
    ids = [one.pk for one in places]
    secretaries: dict[int, CellMember] = {
        one.unit_id: one
        for one in CellMember.objects.filter(
            open_on(on), unit__in=ids, post="secretary"
        ).select_related("person__particulars")
    }
    held: dict[int, list[Appointment]] = {}
    rows = Appointment.objects.in_force(on).filter(Q(staff_kind__in=HEADS), unit__in=ids)
    for seat in rows.select_related("person__particulars").order_by("valid_from", "pk"):
        held.setdefault(seat.unit_id, []).append(seat)
    for place in places:
        _tell(place, secretaries.get(place.pk), held.get(place.pk, []), on)
    return places


def _tell(place, secretary: CellMember | None, seats: list[Appointment], on: date) -> None:
    told = [(str(secretary), "bí thư", secretary.since, secretary.person)] if secretary else []
    told += [
        (seat.person.full_name, seat.get_staff_kind_display(), seat.valid_from, seat.person)
        for seat in seats
        if secretary is None or seat.person_id != secretary.person_id
    ]
    place.heads_told = "; ".join(f"{who} ({what})" for who, what, _since, _person in told)
    place.heads_since = "; ".join(f"{since:%d/%m/%Y}" for _who, _what, since, _person in told)
    place.heads_file = "; ".join(_file_of(person, on) for *_told, person in told)


def _file_of(person, on: date) -> str:
    if person is None:
        return "chưa có hồ sơ"
    born = person.born_on
    return f"{on.year - born.year} tuổi" if born else "có hồ sơ"
