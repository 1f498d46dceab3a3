"""Lists about files as Excel."""

from thenchot.organisation.models import Unit
from thenchot.people.filing import completeness
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.sheets import Column, write_sheet

INCOMPLETE = (
    Column("Đơn vị", 40),
    Column("Họ và tên", 28),
    Column("Chức danh", 28),
    Column("Mục còn thiếu", 60),
)


@in_vietnamese
def incomplete_sheet(home: Unit) -> bytes:
    """Who lacks which mandatory item: names of items, never their content."""
    seats = completeness.name_missing(completeness.list_incomplete(home), home)
    rows = [
        (seat.unit.name, seat.person.full_name, seat.title, ", ".join(seat.missing))
        for seat in seats
    ]
    return write_sheet(INCOMPLETE, rows, name="Hồ sơ thiếu mục")
