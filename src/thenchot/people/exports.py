"""Lists of people as Excel, in the columns that import reads. Birth and mail only where the actor may read them."""

from collections.abc import Iterator

from thenchot.organisation.models import Unit
from thenchot.people import columns
from thenchot.people.access import SEE_PRIVATE
from thenchot.people.queries import list_people
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.sheets import write_sheet

CHUNK = 500


@in_vietnamese
def people_sheet(actor, **filters) -> bytes:
    """The list as the page shows it, all pages, row by row."""
    rows = _rows(actor, list_people(actor, **filters))
    return write_sheet(columns.READ, rows, name="Cán bộ, công chức", notes=columns.NOTES)


def template() -> bytes:
    return write_sheet(columns.READ, [], name="Cán bộ, công chức", notes=columns.NOTES)


def _rows(actor, people) -> Iterator[dict]:
    open_units = set(Unit.objects.visible_to(actor, SEE_PRIVATE).values_list("pk", flat=True))
    for person in people.iterator(chunk_size=CHUNK):
        units = {seat.unit_id for seat in person.seats} or {person.registered_in_id}
        yield _row(person, with_private=bool(units & open_units))


def _row(person, *, with_private: bool) -> dict:
    seat = person.seats[0] if person.seats else None
    row = {"id": person.pk, "code": person.code, "name": person.full_name, "sex": person.get_sex_display()}
    if seat:
        row |= {"unit": seat.unit.name, "title": seat.title, "is_head": seat.is_head, "valid_from": seat.valid_from}
    if with_private:
        born = person.born_on and (person.born_on.year if person.born_year_only else person.born_on)
        row |= {"born": born, "email": person.email}
    return row
