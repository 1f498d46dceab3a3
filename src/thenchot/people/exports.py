"""Lists of people as Excel, in the columns that import reads. What asks for a permission stands only where it is held."""

from collections.abc import Iterator

from thenchot.organisation.models import Unit
from thenchot.people import columns as c
from thenchot.people.imports.showing import cell_of
from thenchot.people.imports.state import states_of
from thenchot.people.queries import list_people
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.sheets import write_sheet

CHUNK = 400
SHEET = "Cán bộ, công chức"


@in_vietnamese
def people_sheet(actor, **filters) -> bytes:
    """The list as the page shows it, all pages, row by row. Nothing sensitive, whoever asks."""
    columns = [column for column in c.LISTED if actor.has(column.reads)]
    return write_sheet(columns, _rows(actor, columns, list_people(actor, **filters)), name=SHEET, notes=c.NOTES)


def template() -> bytes:
    return write_sheet(c.KEPT[1:], [], name=SHEET, notes=c.NOTES)


def _rows(actor, columns, people) -> Iterator[dict]:
    """Each permission is asked over the units where the person sits."""
    units = dict(Unit.objects.values_list("pk", "name"))
    open_units = {reads: set(Unit.objects.visible_to(actor, reads).values_list("pk", flat=True)) for reads in {column.reads for column in columns}}
    areas = {column.area for column in columns}
    chunk: list[int] = []
    for person in people.iterator(chunk_size=CHUNK):
        chunk.append(person.pk)
    for at in range(0, len(chunk), CHUNK):
        ids = chunk[at : at + CHUNK]
        states = states_of(ids, areas)
        for pk in ids:
            yield _row(states[pk], columns, units, open_units)


def _row(state, columns, units, open_units) -> dict:
    sits = {seat.unit_id for seat in state.seats} or {state.person.registered_in_id}
    may = {reads for reads, open_to in open_units.items() if sits & open_to}
    return {column.key: cell_of(column.key, state.get(column.key), units) for column in columns if column.reads in may}
