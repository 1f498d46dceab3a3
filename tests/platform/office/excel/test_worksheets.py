"""Excel in and out: the same columns both ways, addresses of cells, nothing that a spreadsheet
would run.
"""

import io
import tracemalloc
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter

from thenchot.platform.office.excel.grid import grids_of
from thenchot.platform.office.excel.worksheets import (
    BadSheet,
    Column,
    Tab,
    cell_text,
    column_letter,
    neutral,
    read_sheet,
    write_book,
    write_sheet,
)

NAME = Column("Họ và tên", 28, "name", ("Họ tên",), is_required=True)
BORN = Column("Ngày sinh", 14, "born", ("Năm sinh", "Ngày, tháng, năm sinh"))
UNIT = Column("Đơn vị", 30, "unit", ("Cơ quan, đơn vị", "Phòng ban"))
COLUMNS = (NAME, BORN, UNIT)


def workbook(*rows, merges=(), sheets=()):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        for name, content in [*sheets, ("Sheet1", rows)]:
            sheet = book.add_worksheet(name)
            for n, row in enumerate(content):
                for m, value in enumerate(row):
                    if isinstance(value, datetime):
                        sheet.write_datetime(
                            n, m, value, book.add_format({"num_format": "dd/mm/yyyy"})
                        )
                    else:
                        sheet.write(n, m, value)
        for first_row, first, last_row, last, value in merges:
            sheet.merge_range(first_row, first, last_row, last, value)
    return target.getvalue()


class TestRead:
    def test_columns_in_any_order_and_under_other_names(self):
        rows = read_sheet(
            workbook(["Phòng ban", "HỌ TÊN", "Ghi chú"], ["Văn phòng", "Lê An", "x"]), COLUMNS
        )
        assert [(r.text("name"), r.text("unit")) for r in rows] == [("Lê An", "Văn phòng")]
        assert rows.unknown == ("Ghi chú",)

    @pytest.mark.parametrize(
        "header",
        [
            "Ngày sinh",
            "ngày  sinh (dd/mm/yyyy)",
            "NGÀY SINH *",
            "Ngày sinh:",
            "Ngày, tháng, năm sinh",
        ],
    )
    def test_header_is_known_however_written(self, header):
        sheet = read_sheet(workbook(["Họ và tên", header], ["Lê An", "1980"]), COLUMNS)
        assert sheet.rows[0].text("born") == "1980"

    def test_header_below_a_letterhead(self):
        sheet = read_sheet(
            workbook(
                ["ĐẢNG ỦY PHƯỜNG"],
                ["DANH SÁCH CÁN BỘ"],
                [],
                ["TT", "Họ và tên", "Đơn vị"],
                [1, "Lê An", "UBND"],
            ),
            COLUMNS,
        )
        assert (sheet.header_row, sheet.rows[0].number) == (4, 5)

    def test_cell_has_its_address(self):
        row = read_sheet(
            workbook([], ["TT", "Họ và tên", "Đơn vị"], [1, "Lê An", "UBND"]), COLUMNS
        ).rows[0]
        assert (row.address("name"), row.address("unit")) == ("B3", "C3")

    def test_line_that_numbers_the_columns_is_no_data(self):
        sheet = read_sheet(
            workbook(["Họ và tên", "Đơn vị"], ["(1)", "(2)"], ["Lê An", "UBND"]), COLUMNS
        )
        assert [r.text("name") for r in sheet] == ["Lê An"]

    def test_empty_rows_are_left_out_and_numbers_stay(self):
        sheet = read_sheet(
            workbook(["Họ và tên", "Đơn vị"], [], ["Lê An", "UBND"], [], ["Vũ Bình", ""]), COLUMNS
        )
        assert [r.number for r in sheet] == [3, 5]

    def test_merged_cell_speaks_for_every_row(self):
        content = workbook(
            ["Họ và tên", "Đơn vị"],
            ["Lê An"],
            ["Vũ Bình"],
            merges=[(1, 1, 2, 1, "Văn phòng Đảng ủy")],
        )
        assert [r.text("unit") for r in read_sheet(content, COLUMNS)] == ["Văn phòng Đảng ủy"] * 2

    def test_the_sheet_with_the_table_is_found(self):
        content = workbook(
            ["Họ và tên", "Đơn vị"], ["Lê An", "UBND"], sheets=[("Hướng dẫn", [["Cách ghi"]])]
        )
        assert read_sheet(content, COLUMNS).name == "Sheet1"

    def test_value_of_a_formula_is_read(self):
        target = io.BytesIO()
        with xlsxwriter.Workbook(target) as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, ["Họ và tên", "Ngày sinh"])
            sheet.write_formula(1, 0, '="Lê"&" An"', None, "Lê An")
            sheet.write_formula(1, 1, "=1900+80", None, 1980)
        row = read_sheet(target.getvalue(), COLUMNS).rows[0]
        assert (row.text("name"), row.text("born")) == ("Lê An", "1980")

    def test_decomposed_letters_and_spaces_are_put_right(self):
        sheet = read_sheet(workbook(["Họ và tên"], ["  Lê   Thu\u0300y "]), COLUMNS)
        assert sheet.rows[0].text("name") == "Lê Thùy"

    def test_missing_required_column_is_named_with_the_header_row(self):
        with pytest.raises(BadSheet, match=r"dòng 1.*Họ và tên"):
            read_sheet(workbook(["Ngày sinh", "Đơn vị"], ["1980", "UBND"]), COLUMNS)

    @pytest.mark.parametrize("content", [workbook(["Một", "Hai"], ["x", "y"]), workbook()])
    def test_no_header_is_explained(self, content):
        with pytest.raises(BadSheet, match="tiêu đề"):
            read_sheet(content, COLUMNS)

    @pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04broken"])
    def test_what_is_no_workbook_is_explained(self, content):
        with pytest.raises(BadSheet, match="mở"):
            read_sheet(content, COLUMNS)

    @pytest.mark.parametrize(
        ("row", "column"), [(1_048_575, 16_383), (1_048_575, 1), (400, 16_000), (60_000, 200)]
    )
    def test_one_cell_in_a_far_corner_takes_no_memory(self, row, column):
        target = io.BytesIO()
        with xlsxwriter.Workbook(target) as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, ["Họ và tên", "Đơn vị"])
            sheet.write(row, column, "x")
        with pytest.raises(BadSheet, match="xóa các dòng, cột thừa"):
            read_sheet(target.getvalue(), COLUMNS)

    def test_a_wide_but_small_table_is_read(self):
        wide = [f"Cột {n}" for n in range(900)]
        assert len(read_sheet(workbook(["Họ và tên", *wide], ["Lê An", *wide]), COLUMNS)) == 1

    def test_from_path_and_from_file(self, tmp_path):
        path = tmp_path / "a.xlsx"
        path.write_bytes(workbook(["Họ và tên"], ["Lê An"]))
        with path.open("rb") as handle:
            assert len(read_sheet(handle, COLUMNS)) == len(read_sheet(path, COLUMNS)) == 1


class TestLongCells:
    """A cell that Excel could not hold comes from no office: one sentence names it."""

    def test_of_a_text_file(self):
        rows = "Họ và tên;Ghi chú\nNguyễn Văn A;" + "x" * 40_000
        with pytest.raises(BadSheet, match="Ô B2 dài hơn 32767 ký tự"):
            grids_of(rows.encode())

    def test_of_a_workbook(self):
        with pytest.raises(BadSheet, match="Ô B1 dài hơn 32767 ký tự"):
            grids_of(with_long_cell(10_000_000))

    def test_what_excel_holds_is_read(self):
        (sheet,) = grids_of(with_long_cell(32_767))
        assert len(sheet.rows[0][1]) == 32_767


def with_long_cell(length):
    """No library writes it: the texts of a small workbook are replaced."""
    small = workbook(("Họ và tên", "dài"))
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(small)) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            new.writestr(member, content.replace("dài".encode(), b"x" * length))
    return target.getvalue()


class TestWrite:
    def read(self, content):
        return openpyxl.load_workbook(io.BytesIO(content))

    def test_comes_back_as_it_went(self):
        rows = [
            {"name": "Lê Thị Bích", "born": date(1980, 5, 12), "unit": "- Văn phòng"},
            {"name": "Vũ An"},
        ]
        back = read_sheet(write_sheet(COLUMNS, rows), COLUMNS)
        assert [(r.text("name"), r.text("born"), r.text("unit")) for r in back] == [
            ("Lê Thị Bích", "12/05/1980", "- Văn phòng"),
            ("Vũ An", "", ""),
        ]

    @pytest.mark.parametrize(
        "text", ["=1+1", "+84 912", "-2+3", "@SUM(A1)", "\tcmd", '=HYPERLINK("http://x")']
    )
    def test_text_that_looks_like_a_formula_is_guarded(self, text):
        cell = self.read(write_sheet(COLUMNS, [[text]])).active["A2"]
        assert cell.data_type == "s"
        assert cell.value == f"'{text}" == neutral(text)

    def test_address_is_no_link(self):
        cell = self.read(write_sheet(COLUMNS, [["http://example.vn"]])).active["A2"]
        assert cell.hyperlink is None

    def test_header_is_frozen_and_filtered(self):
        sheet = self.read(write_sheet(COLUMNS, [["a"], ["b"]])).active
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C3")

    def test_date_is_a_date_in_vietnamese_order(self):
        cell = self.read(write_sheet(COLUMNS, [["a", date(2026, 1, 2)]])).active["B2"]
        assert (cell.value.date(), cell.number_format) == (date(2026, 1, 2), "dd/mm/yyyy")

    def test_truth_is_a_mark(self):
        sheet = self.read(write_sheet(COLUMNS, [[True, False, 3]])).active
        assert [c.value for c in sheet[2]] == ["x", None, 3]

    def test_name_of_the_sheet_is_made_fit(self):
        assert (
            self.read(
                write_sheet(COLUMNS, [], name="Danh sách [2026/2027] của phường Đông Kinh")
            ).sheetnames[0][:9]
            == "Danh sách"
        )

    def test_no_row_still_makes_a_readable_template(self):
        content = write_sheet(COLUMNS, [], notes=["Chỉ cần họ và tên"])
        assert len(read_sheet(content, COLUMNS)) == 0
        assert self.read(content).sheetnames == ["Danh sách", "Hướng dẫn"]

    @pytest.mark.slow
    def test_memory_does_not_grow_with_the_rows(self):
        tracemalloc.start()
        write_sheet(
            COLUMNS, (["Nguyễn Văn An", date(1980, 1, 1), "Văn phòng"] for _ in range(60_000))
        )
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 60 * 1024 * 1024


@pytest.mark.parametrize(
    ("at", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_letters_of_columns(at, letter):
    assert column_letter(at) == letter


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (12.0, "12"),
        (12.5, "12.5"),
        (date(2026, 2, 1), "01/02/2026"),
        ("'=1", "=1"),
        ("'tên'", "'tên'"),
    ],
)
def test_a_cell_as_a_person_sees_it(value, text):
    assert cell_text(value) == text


def test_a_book_of_several_tables_keeps_each_with_its_own_header():
    first = Tab(
        "Số buổi: quý IV/2026",
        [Column("Họ và tên"), Column("Cộng")],
        iter([["An", 2], ["=1+1", 0]]),
    )
    second = Tab("Từng buổi", [Column("Ngày", key="day")], [{"day": date(2026, 10, 15)}])
    book = openpyxl.load_workbook(io.BytesIO(write_book([first, second], notes=["Ghi chú"])))
    assert book.sheetnames == ["Số buổi  quý IV 2026", "Từng buổi", "Hướng dẫn"]
    assert [list(row) for row in book.worksheets[0].iter_rows(values_only=True)] == [
        ["Họ và tên", "Cộng"],
        ["An", 2],
        ["'=1+1", 0],
    ]
    assert book.worksheets[1]["A2"].value == datetime(2026, 10, 15) and [
        sheet.freeze_panes for sheet in book.worksheets[:2]
    ] == ["A2", "A2"]
