"""Lists of people as Excel, in the columns that import reads. What asks for a permission stands
only where it is held.

Three lists: the ordinary one (nothing sensitive, whoever asks), the whole file (identity and
insurance numbers, for whoever keeps the files: every person in it is a read), and the official one
to print ("trích ngang").
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from thenchot.organisation.models import Unit
from thenchot.people import columns as c
from thenchot.people.access import SEE, SEE_SENSITIVE
from thenchot.people.imports.showing import cell_of
from thenchot.people.imports.state import FileState, states_of
from thenchot.people.queries import list_ids
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.grouped import Heading, write_grouped
from thenchot.platform.office.excel.worksheets import write_sheet

CHUNK = 400
SHEET = "Cán bộ, công chức"
LISTING = (
    Heading("STT", width=5),
    Heading("Họ và tên", width=24),
    Heading("Nam", "Ngày, tháng, năm sinh", 11),
    Heading("Nữ", "Ngày, tháng, năm sinh", 11),
    Heading("Dân tộc", width=8),
    Heading("Tôn giáo", width=10),
    Heading("Quê quán", width=24),
    Heading("Chức vụ, đơn vị công tác", width=34),
    Heading("Dự bị", "Ngày vào Đảng", 11),
    Heading("Chính thức", "Ngày vào Đảng", 11),
    Heading("Giáo dục phổ thông", "Trình độ", 10),
    Heading("Chuyên môn", "Trình độ", 20),
    Heading("LLCT", "Trình độ", 10),
    Heading("QLNN", "Trình độ", 14),
    Heading("Ngoại ngữ", "Trình độ", 14),
    Heading("Tin học", "Trình độ", 12),
    Heading("Mã ngạch", "Ngạch, bậc, hệ số", 9),
    Heading("Bậc", "Ngạch, bậc, hệ số", 6),
    Heading("Hệ số", "Ngạch, bậc, hệ số", 7),
    Heading("Khen thưởng", width=20),
    Heading("Kỷ luật", width=16),
    Heading("Ghi chú", width=16),
)
_PLAIN = {
    4: "ethnicity",
    5: "religion",
    6: "home_place",
    8: "party_joined_on",
    9: "party_official_on",
    10: "general_education",
    12: "theory",
    13: "state_management",
    15: "it",
    16: "rank",
    17: "step",
    18: "coefficient",
    19: "reward",
    20: "discipline",
    21: "note",
}


def ordinary_columns(actor) -> list[c.PersonColumn]:
    """Of the list that anybody takes along: nothing sensitive, the rest as far as it is held."""
    return [column for column in c.LISTED if actor.has(column.reads)]


@in_vietnamese
def whole_sheet(actor, **filters) -> bytes:
    """The list with what is sensitive, row by row; each person is a read."""
    columns = [column for column in c.KEPT if actor.has(column.reads)]
    return write_sheet(
        columns, rows_of(actor, columns, filters, noted=True), name=SHEET, notes=c.NOTES
    )


def rows_of(actor, columns, filters: dict, *, noted: bool = False) -> Iterator[dict]:
    """Cells of each person by the key of the column. `noted`: whoever's sensitive part is read."""
    scope = _Scope(actor, columns)
    for state in _states(actor, columns, filters):
        yield scope.row(state, _noting(actor, state) if noted else None)


@in_vietnamese
def listing_sheet(actor, *, on: date, **filters) -> bytes:
    """The list in the columns of the office, with both halves of the birth date; it imports
    back.
    """
    columns = [
        c.BY_KEY[key]
        for key in (
            "born",
            "sex",
            "title",
            "unit",
            "degree",
            "degree_field",
            "language",
            "language_level",
            *_PLAIN.values(),
        )
    ]
    scope = _Scope(actor, columns)
    rows = (
        _listed(number, state.person.full_name, scope.row(state))
        for number, state in enumerate(_states(actor, columns, filters), 1)
    )
    title = "DANH SÁCH TRÍCH NGANG CÁN BỘ, CÔNG CHỨC"
    return write_grouped(LISTING, rows, title=title, subtitle=f"(tính đến ngày {on:%d/%m/%Y})")


def template() -> bytes:
    return write_sheet(c.KEPT[1:], [], name=SHEET, notes=c.NOTES)


class _Scope:
    """What of each person may be written: every permission is asked over the units where the person
    sits.
    """

    def __init__(self, actor, columns: Sequence[c.PersonColumn]):
        self.columns = columns
        self.names = dict(Unit.objects.values_list("pk", "name"))
        branches = {
            reads: actor.paths_for(reads) for reads in {column.reads for column in columns} - {SEE}
        }
        one_of = {
            paths: reads for reads, paths in branches.items()
        }  # the same branches are looked up once
        units = {paths: _units_of(actor, reads) for paths, reads in one_of.items()}
        self.open = {reads: units[paths] for reads, paths in branches.items()}

    def row(self, state: FileState, on_sensitive: Callable[[], None] | None = None) -> dict:
        sits = {seat.unit_id for seat in state.seats} or {state.person.registered_in_id}
        may = {SEE} | {reads for reads, open_to in self.open.items() if sits & open_to}
        if on_sensitive and SEE_SENSITIVE in may:
            on_sensitive()
        return {
            column.key: cell_of(column.key, state.get(column.key), self.names)
            for column in self.columns
            if column.reads in may
        }


def _units_of(actor, permission: str) -> set[int]:
    return set(Unit.objects.visible_to(actor, permission).values_list("pk", flat=True))


def _noting(actor, state: FileState) -> Callable[[], None]:
    return lambda: actor.reads.append(state.person)


def _states(actor, columns, filters) -> Iterator[FileState]:
    """In the order of the list; a constant number of queries for each few hundred people."""
    areas = {column.area for column in columns}
    ids = list(list_ids(actor, **filters))
    for at in range(0, len(ids), CHUNK):
        states = states_of(ids[at : at + CHUNK], areas)
        yield from (states[pk] for pk in ids[at : at + CHUNK])


def _listed(number: int, name: str, row: dict) -> list:
    """One line of the official list; birth stands under the sex, an x where only the sex is
    known.
    """
    cells = [row.get(_PLAIN.get(at, "")) for at in range(len(LISTING))]
    born = str(row["born"]) if isinstance(row.get("born"), int) else row.get("born")
    cells[0], cells[1] = number, name
    cells[2 if row.get("sex") == "Nam" else 3] = (born or "x") if row.get("sex") else None
    cells[7] = "\n".join(filter(None, (row.get("title"), row.get("unit"))))
    field = row.get("degree_field")
    cells[11] = f"{row['degree']} ({field})" if row.get("degree") and field else row.get("degree")
    cells[14] = " ".join(filter(None, (row.get("language"), row.get("language_level")))) or None
    return cells
