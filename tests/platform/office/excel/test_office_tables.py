"""Finding the table of a workbook: its header of one to three rows, its path to every column,
nothing of the title.
"""

import io

import pytest
import xlsxwriter

from thenchot.platform.office.excel.tables import (
    BadSheet,
    folded,
    headings_of,
    read_table,
    read_tables,
    sheet_titles,
)

KNOWN = {
    "ho va ten",
    "ngay sinh nam",
    "ngay sinh nu",
    "que quan",
    "trinh do chuyen mon",
    "trinh do llct",
    "trinh do llct cao cap",
}


def rate(headings):
    return sum(" ".join(heading.parts) in KNOWN for heading in headings)


def workbook(rows, merges=(), sheets=()):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        for name, content in [*sheets, ("DS", rows)]:
            sheet = book.add_worksheet(name)
            for n, row in enumerate(content):
                for m, value in enumerate(row):
                    if value != "":
                        sheet.write(n, m, value)
        for merge in merges:
            sheet.merge_range(*merge)
    return target.getvalue()


def paths(table):
    return [heading.path for heading in table.headings]


class TestHeader:
    def test_one_row_under_titles(self):
        table = read_table(
            workbook([["ĐẢNG ỦY"], ["DANH SÁCH"], [], ["Họ và tên", "Quê quán"], ["Lê An", "A"]]),
            rate,
            needed=1,
        )
        assert (table.header_row, paths(table)) == (4, [("Họ và tên",), ("Quê quán",)])
        assert table.body == [(5, ["Lê An", "A"])] and table.above == ("ĐẢNG ỦY", "DANH SÁCH")

    def test_two_rows_with_merged_groups(self):
        rows = [["Họ và tên", "Ngày sinh", ""], ["", "Nam", "Nữ"], ["Lê An", 1980, ""]]
        table = read_table(
            workbook(rows, [(0, 0, 1, 0, "Họ và tên"), (0, 1, 0, 2, "Ngày sinh")]), rate, needed=1
        )
        assert (
            paths(table) == [("Họ và tên",), ("Ngày sinh", "Nam"), ("Ngày sinh", "Nữ")]
            and table.header_row == 2
        )

    def test_three_rows(self):
        rows = [
            ["Họ và tên", "Trình độ", ""],
            ["", "Chuyên môn", "LLCT"],
            ["", "", "Cao cấp"],
            ["Lê An", "ĐH", "x"],
        ]
        merges = [(0, 0, 2, 0, "Họ và tên"), (0, 1, 0, 2, "Trình độ"), (1, 1, 2, 1, "Chuyên môn")]
        assert paths(read_table(workbook(rows, merges), rate, needed=1))[2] == (
            "Trình độ",
            "LLCT",
            "Cao cấp",
        )

    def test_a_header_is_never_cut_through_a_merged_cell(self):
        rows = [["Họ và tên", "Khác", ""], ["", "Quê quán", "Họ và tên"], ["Lê An", "A", "B"]]
        table = read_table(
            workbook(rows, [(0, 0, 1, 0, "Họ và tên"), (0, 1, 0, 2, "Khác")]), rate, needed=1
        )
        assert paths(table) == [("Họ và tên",), ("Khác", "Quê quán"), ("Khác", "Họ và tên")]

    def test_a_group_that_was_not_merged_stands_over_its_columns(self):
        rows = [["Họ và tên", "Trình độ", "", "Quê quán"], ["", "Chuyên môn", "LLCT", ""]]
        assert [heading.path for heading in headings_of(rows)] == [
            ("Họ và tên",),
            ("Trình độ", "Chuyên môn"),
            ("Trình độ", "LLCT"),
            ("Quê quán",),
        ]

    def test_a_wide_title_is_no_group(self):
        rows = [["DANH SÁCH"] * 4, ["Họ và tên", "Quê quán", "A", "B"]]
        assert [heading.path for heading in headings_of(rows)] == [
            ("Họ và tên",),
            ("Quê quán",),
            ("A",),
            ("B",),
        ]

    def test_rows_with_dates_and_numbers_are_no_header(self):
        rows = [["Họ và tên", "Quê quán", "Năm"], ["Quê quán", 1, 2]]
        assert read_table(workbook(rows), rate, needed=1).header_row == 1

    def test_old_fonts_in_the_header(self):
        assert paths(
            read_table(workbook([["Hä vµ tªn", "Quª qu¸n"], ["x", "y"]]), rate, needed=1)
        ) == [("Họ và tên",), ("Quê quán",)]


class TestSheets:
    def test_the_sheet_that_reads_best_is_taken_and_the_others_named(self):
        content = workbook(
            [["Họ và tên", "Quê quán"], ["Lê An", "A"]],
            sheets=[("Bìa", [["Họ và tên"]]), ("Ghi chú", [["abc"]])],
        )
        table = read_table(content, rate, needed=1)
        assert (table.sheet, table.others) == ("DS", ("Bìa", "Ghi chú"))

    def test_none_says_what_is_needed(self):
        with pytest.raises(BadSheet, match="Họ và tên"):
            read_table(workbook([["abc"], ["def"]]), rate, needed=1)

    def test_no_workbook_at_all(self):
        with pytest.raises(BadSheet):
            read_table(b"PK no", rate, needed=1)

    def test_empty_rows_are_left_out_and_numbers_stay_those_of_excel(self):
        table = read_table(
            workbook([["Họ và tên"], [], ["Lê An"], ["  "], ["Lê Bình"]]), rate, needed=1
        )
        assert [number for number, _ in table.body] == [3, 5]

    def test_titles_of_every_sheet_for_whoever_looks_for_a_stamp(self):
        content = workbook([["MẬT"], ["Họ và tên"]], sheets=[("Mật", [["a"]])])
        assert sheet_titles(content) == [("Mật", ["a"]), ("DS", ["MẬT", "Họ và tên"])]


class TestManySheets:
    def test_one_table_of_each_that_reads_well_enough_in_their_order(self):
        sheets = [
            ("Hai", [["Một dòng tên"], ["Họ và tên", "Quê quán"], ["Lê An", "A"]]),
            ("Bìa", [["abc"]]),
        ]
        tables, others = read_tables(
            workbook([["Họ và tên", "Quê quán"], ["Lê Bình", "B"]], sheets=sheets), rate, needed=2
        )
        assert [(table.sheet, table.header_row, len(table.body)) for table in tables] == [
            ("Hai", 2, 1),
            ("DS", 1, 1),
        ]
        assert others == ["Bìa"]

    def test_none_at_all(self):
        assert read_tables(workbook([["abc"]]), rate, needed=1) == ([], ["DS"])


class TestSeparatedTexts:
    @pytest.mark.parametrize("mark", [";", ",", "\t"])
    def test_a_csv_is_one_sheet(self, mark):
        text = (
            "\ufeffSỔ\n"
            + mark.join(["Họ và tên", "Quê quán"])
            + "\n"
            + mark.join(["Lê An", '"Hà Nội"'])
            + "\n"
        )
        table = read_table(text.encode(), rate, needed=2)
        assert (table.header_row, table.body) == (2, [(3, ["Lê An", "Hà Nội"])])

    def test_a_line_break_between_quotes_is_no_new_row(self):
        table = read_table('Họ và tên;Quê quán\n"Lê\nAn";A\n'.encode(), rate, needed=2)
        assert table.body == [(2, ["Lê\nAn", "A"])]

    def test_another_encoding_says_what_to_do(self):
        with pytest.raises(BadSheet, match="CSV UTF-8"):
            read_table("Họ và tên;Quê quán".encode("utf-16"), rate, needed=1)

    def test_what_is_wanted_is_said(self):
        with pytest.raises(BadSheet, match="cần cột X"):
            read_table(b"a;b", rate, needed=1, wanted="cần cột X")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ngày sinh (dd/mm/yyyy) *", "ngay sinh"),
        ("HỌ  VÀ TÊN", "ho va ten"),
        ("(1)", "1"),
        ("Số CCCD/định danh", "so cccd dinh danh"),
    ],
)
def test_how_a_header_is_compared(text, key):
    assert folded(text) == key
