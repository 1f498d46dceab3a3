"""Whatever stands in the cells, reading says what is wrong and never breaks; each complaint names
its place.
"""

from datetime import date, datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalogue.books import HEADER, one_sheet

from thenchot.catalogue.list_import import lines as c
from thenchot.catalogue.list_import.headings import refuse_secret
from thenchot.catalogue.list_import.reading import read_catalogue
from thenchot.platform.office.excel.reports import ImportReport
from thenchot.platform.office.excel.worksheets import BadSheet

TEXTS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x1EF9, exclude_categories=("Cs", "Cc")),
    max_size=12,
)
CELLS = (
    st.none()
    | TEXTS
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
    | st.booleans()
)
CELLS |= st.dates(date(1950, 1, 1), date(2090, 1, 1)).map(
    lambda day: datetime(day.year, day.month, day.day)
)
USUAL = st.sampled_from(["QL.01", "1", "1,5", "I.", "N1", "11-50", 5, 1, 2.5, "Soạn văn bản", None])
ROWS = st.lists(st.lists(USUAL | CELLS, min_size=1, max_size=len(HEADER) + 2), max_size=6)
COLUMNS = {column.title for column in c.COLUMNS} | {""}


def read(content, **more):
    report = ImportReport()
    return read_catalogue(
        content, report, **{"unit_points": None, "most_groups": 5, **more}
    ), report


@settings(max_examples=80, deadline=None)
@given(ROWS, st.sampled_from([None, Decimal(5), Decimal("0.01")]))
def test_any_cells_under_the_header(rows, unit_points):
    listing, report = read(one_sheet(HEADER, rows), unit_points=unit_points)
    assert all(problem.column in COLUMNS and problem.reason_vi for problem in report.problems)
    assert all(problem.row > 4 or problem.row == 0 for problem in report.problems)
    for line in listing.lines:
        assert line.factor > 0 and line.name is not None
        assert all(len(getattr(line, name)) <= length for name, length in c.LENGTHS.items())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=6))
def test_any_book_at_all(rows):
    listing, report = read(one_sheet(["a"], rows, titles=[]))
    assert report.problems or listing.lines


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(content):
    assert read(content)[1].problems
    try:
        refuse_secret(content)
    except BadSheet as secret:
        assert "tài liệu mật" in secret.message_vi
