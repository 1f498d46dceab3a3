"""What a workbook of a commune says, and what is wrong with it by sheet, row and column."""

from decimal import Decimal

import pytest
from tests.catalogue.books import DC, HEADER, QL, VP, one_sheet, ward_book

from thenchot.catalogue.list_import.judging import agrees
from thenchot.catalogue.list_import.reading import read_catalogue
from thenchot.platform.office.excel.reports import ImportReport


def read(content, *, unit_points=None, most_groups=5):
    report = ImportReport()
    return read_catalogue(content, report, unit_points=unit_points, most_groups=most_groups), report


def blamed(report):
    return [(p.sheet, p.row, p.column) for p in report.problems]


def changed(rows, at, column, value):
    """The same rows with one cell another."""
    made = [row if isinstance(row, str) else list(row) for row in rows]
    made[at][HEADER.index(column)] = value
    return made


class TestLayoutOfTheDecree:
    def test_lines_of_all_sheets_with_their_section(self):
        listing, report = read(ward_book())
        assert report.problems == []
        assert [(line.sheet, line.code, line.section) for line in listing.lines] == [
            ("Quản lý", "QL.01", "I. Chỉ đạo, điều hành"),
            ("Quản lý", "QL.02", "I. Chỉ đạo, điều hành"),
            ("Quản lý", "QL.03", "II. Kiểm tra"),
            ("Dùng chung", "DC.01", ""),
            ("Dùng chung", "DC.02", ""),
            ("Văn phòng", "VP.01", "Văn phòng"),
        ]

    def test_every_column_of_a_line(self):
        line = read(ward_book())[0].lines[-1]
        assert (line.body, line.task, line.name, line.output) == (
            "Văn phòng HĐND và UBND",
            "Tiếp dân",
            "Trực tiếp dân thường xuyên",
            "Sổ tiếp dân",
        )
        assert (line.group, line.frame, line.points, line.factor, line.note, line.row) == (
            "N1",
            "1-10",
            Decimal(3),
            Decimal("0.6"),
            "",
            6,
        )

    def test_a_sheet_without_work_is_left_out_and_said_so(self):
        listing, report = read(ward_book())
        assert listing.left_out == ["Tiêu chí chung"]
        assert report.notes == ["Không có dòng công việc, không đọc: trang “Tiêu chí chung”."]

    def test_the_standard_product_is_understood_from_the_list_and_told(self):
        listing, report = read(ward_book())
        assert listing.unit_points == Decimal(5)
        assert [guess.meaning_vi for guess in report.guesses] == [
            "Sản phẩm chuẩn là 5 điểm: đúng với 6/6 dòng có cả điểm và hệ số."
        ]

    @pytest.mark.parametrize("order", [[3, 8, 1, 4, 7, 0, 2, 5, 6, 9], list(reversed(range(10)))])
    def test_columns_in_any_order(self, order):
        rows = [row if isinstance(row, str) else [row[at] for at in order] for row in QL]
        listing, report = read(one_sheet([HEADER[at] for at in order], rows))
        assert report.problems == []
        straight = read(one_sheet(HEADER, QL))[0].lines
        assert listing.lines == straight

    @pytest.mark.parametrize("titles", [[], ["Một dòng"], ["Một", "Hai", "Ba", "Bốn"]])
    def test_any_number_of_title_rows(self, titles):
        listing, report = read(one_sheet(HEADER, DC, titles=titles))
        assert (len(listing.lines), report.problems) == (2, [])
        assert listing.lines[0].row == len(titles) + 2

    def test_a_task_merged_over_its_works_stands_in_each(self):
        import io

        import openpyxl

        book = openpyxl.load_workbook(
            io.BytesIO(one_sheet(HEADER, changed(DC, 1, "Nhiệm vụ", None)))
        )
        book.active.merge_cells("C5:C6")
        target = io.BytesIO()
        book.save(target)
        assert [line.task for line in read(target.getvalue())[0].lines] == ["Văn bản", "Văn bản"]

    def test_a_line_of_numbers_under_the_header_is_no_work(self):
        numbers = [f"({at})" for at in range(1, 11)]
        listing, report = read(one_sheet(HEADER, [numbers, *DC]))
        assert ([line.code for line in listing.lines], report.problems) == (["DC.01", "DC.02"], [])

    def test_totals_and_signatures_below_are_no_work(self):
        foot = [
            [None, None, None, "Tổng cộng", None, None, None, 15, None, None],
            [None, None, "NGƯỜI LẬP", None, None, None, None, None, "CHỦ TỊCH", None],
        ]
        listing, report = read(one_sheet(HEADER, [*DC, *foot]))
        assert ([line.code for line in listing.lines], report.problems) == (["DC.01", "DC.02"], [])

    @pytest.mark.parametrize("number", [9, "IX", "(1)"])
    def test_a_number_alone_is_no_section(self, number):
        listing, _ = read(one_sheet(HEADER, [QL[0], [number], QL[1]]))
        assert listing.lines[0].section == "I. Chỉ đạo, điều hành"

    @pytest.mark.parametrize(
        "row",
        [["Một cửa"], ["I", "Một cửa"], [None, None, "Một cửa"], ["A", None, None, "Một cửa"]],
        ids=str,
    )
    def test_a_section_that_is_not_merged(self, row):
        assert read(one_sheet(HEADER, [row, QL[1]]))[0].lines[0].section == "Một cửa"

    def test_a_code_alone_is_a_line_that_lacks_everything(self):
        assert {
            column for _, _, column in blamed(read(one_sheet(HEADER, [[1, "QL.09"], QL[1]]))[1])
        } == {"Công việc chi tiết", "Hệ số quy đổi"}


class TestListsOfFactors:
    @pytest.mark.parametrize(
        "factors", [["1.0", "1.2", "1.5", "2.0"], [0.3, 1, 2.75, 4.5], ["0,3", "1", "2,75", "4,5"]]
    )
    def test_without_points(self, factors):
        rows = [[f"CV{at}", f"Việc {at}", factor] for at, factor in enumerate(factors)]
        listing, report = read(one_sheet(["Mã", "Công việc", "Hệ số"], rows))
        assert report.problems == [] and report.guesses == []
        assert [line.factor for line in listing.lines] == [
            Decimal(str(f).replace(",", ".")) for f in factors
        ]
        assert listing.unit_points is None and {line.points for line in listing.lines} == {None}

    def test_points_without_factors_are_divided_by_the_standard_product(self):
        rows = [["A1", "Việc", 7], ["A2", "Việc khác", 12.5]]
        listing, report = read(one_sheet(["Mã", "Công việc", "Điểm"], rows), unit_points=Decimal(5))
        assert ([line.factor for line in listing.lines], report.problems) == (
            [Decimal("1.4"), Decimal("2.5")],
            [],
        )

    def test_points_without_factors_and_without_the_standard_product(self):
        _, report = read(one_sheet(["Mã", "Công việc", "Điểm"], [["A1", "Việc", 7]]))
        assert blamed(report) == [("Danh mục", 5, "Hệ số quy đổi")]
        assert "chưa biết sản phẩm chuẩn bao nhiêu điểm" in report.problems[0].reason_vi

    def test_one_column_for_work_whatever_it_is_called(self):
        listing, _ = read(one_sheet(["Mã", "Nhiệm vụ", "Hệ số"], [["A1", "Trực ban", 1]]))
        assert (listing.lines[0].name, listing.lines[0].task) == ("Trực ban", "")


class TestWhatIsWrong:
    def test_factor_against_points(self):
        _, report = read(ward_book(ql=changed(QL, 1, "Hệ số quy đổi", 5)))
        assert blamed(report) == [
            ("Quản lý", 6, "Hệ số quy đổi")
        ]  # sections and titles count as Excel counts them
        assert report.problems[0].value == "5"
        assert (
            report.problems[0].reason_vi
            == "Mâu thuẫn với cột điểm: 20 điểm chia 5 là 4, không phải 5."
        )

    def test_a_standard_product_that_is_given_goes_before_what_the_list_says(self):
        _, report = read(ward_book(), unit_points=Decimal(10))
        assert len(report.problems) == 6 and report.guesses == []

    def test_doubled_code_also_on_another_sheet_and_written_otherwise(self):
        _, report = read(ward_book(vp=[VP[0], [*VP[1][:1], "dc. 01", *VP[1][2:]]]))
        assert blamed(report) == [("Văn phòng", 6, "Mã CV")]
        assert report.problems[0].reason_vi == "Trùng mã với trang “Dùng chung”, dòng 5."

    @pytest.mark.parametrize("column", ["Mã CV", "Hệ số quy đổi"])
    def test_missing_code_or_factor(self, column):
        rows = changed(changed(DC, 0, column, None), 0, "Điểm chấm", None)
        assert blamed(read(one_sheet(HEADER, rows))[1]) == [("Danh mục", 5, column)]

    def test_a_work_with_neither(self):
        rows = [[1, None, None, "Việc bỏ quên", "Văn bản", None, None, None, None, None]]
        assert blamed(read(one_sheet(HEADER, rows))[1]) == [
            ("Danh mục", 5, "Mã CV"),
            ("Danh mục", 5, "Hệ số quy đổi"),
        ]

    def test_more_groups_than_the_decree_allows(self):
        rows = [
            [at, f"A{at}", None, f"Việc {at}", None, f"N{at}", None, None, 1, None]
            for at in range(1, 8)
        ]
        _, report = read(one_sheet(HEADER, rows), most_groups=5)
        assert blamed(report) == [("Danh mục", 10, "Nhóm"), ("Danh mục", 11, "Nhóm")]
        assert "Điều 13.1.a" in report.problems[0].reason_vi
        assert read(one_sheet(HEADER, rows[:5]), most_groups=5)[1].problems == []

    @pytest.mark.parametrize(
        ("value", "reason"),
        [
            ("năm điểm", "“năm điểm” không phải số."),
            (-5, "Phải lớn hơn 0 và nhỏ hơn 10 triệu."),
            ("1.234", "“1.234” có quá 2 chữ số sau dấu phẩy."),
            (1e12, "“1000000000000” có quá"),
        ],
    )
    def test_a_number_that_does_not_read_is_said_once(self, value, reason):
        _, report = read(one_sheet(HEADER, changed(DC, 0, "Hệ số quy đổi", value)))
        assert blamed(report) == [("Danh mục", 5, "Hệ số quy đổi")]
        assert report.problems[0].reason_vi.startswith(reason) or value == 1e12

    def test_a_text_that_is_too_long(self):
        assert blamed(read(one_sheet(HEADER, changed(DC, 0, "Công việc chi tiết", "a" * 601)))[1])[
            0
        ] == ("Danh mục", 5, "Công việc chi tiết")

    def test_a_sheet_of_factors_without_codes(self):
        _, report = read(one_sheet(["STT", "Công việc", "Hệ số"], [[1, "Việc", 1]]))
        assert blamed(report) == [("Danh mục", 4, "Mã CV")]

    @pytest.mark.parametrize("content", [b"", b"khong phai bang tinh", b"PK\x03\x04hong"])
    def test_no_catalogue_at_all(self, content):
        listing, report = read(content)
        assert listing.lines == [] and len(report.problems) == 1

    def test_points_outside_of_their_frame_are_told_not_refused(self):
        _, report = read(
            one_sheet(HEADER, changed(changed(DC, 1, "Điểm chấm", 15), 1, "Hệ số quy đổi", 3))
        )
        assert report.problems == []
        assert [(g.row, g.column) for g in report.guesses if g.row] == [(6, "Điểm chấm")]


@pytest.mark.parametrize(
    ("factor", "points", "unit", "fits"),
    [
        ("4", "20", "5", True),
        ("5", "20", "5", False),
        ("0.3", "1.5", "5", True),
        ("5", "26", "5", False),
        ("5.2", "26", "5", True),
        ("3.33", "10", "3", True),
        ("3.3", "10", "3", True),
        ("3.4", "10", "3", False),
        ("3", "10", "3", False),
        ("0.33", "1", "3", True),
        ("0.67", "2", "3", True),
        ("0.66", "2", "3", False),
        ("1.0", "5", "5", True),
    ],
)
def test_a_factor_agrees_with_its_points(factor, points, unit, fits):
    """Exactly where the quotient has two decimals at most; else as rounded, to two or to one."""
    assert agrees(Decimal(factor), Decimal(points), Decimal(unit)) is fits


class TestNotes:
    """The column of notes is found by what stands in it."""

    rows = [["A1", "Soạn báo cáo", 10, 2, "Báo cáo quý tính gấp đôi"], ["A2", "Họp", 5, 1, ""]]

    @pytest.mark.parametrize(
        "title",
        [
            "Sản phẩm chuẩn = 5 điểm; việc khác nhân theo hệ số",
            "Cách tính (1 sản phẩm chuẩn = 5 điểm)",
            "Diễn giải",
            "Ghi chú",
        ],
    )
    def test_under_whatever_title(self, title):
        listing, report = read(one_sheet(["Mã", "Công việc", "Điểm", "Hệ số", title], self.rows))
        assert [line.note for line in listing.lines] == ["Báo cáo quý tính gấp đôi", ""]
        assert report.unknown_columns == () and not report.problems

    def test_numbers_are_no_notes(self):
        rows = [[*row[:4], at] for at, row in enumerate(self.rows)]
        header = ["Mã", "Công việc", "Điểm", "Hệ số", "Số lượng năm trước"]
        listing, report = read(one_sheet(header, rows))
        assert [line.note for line in listing.lines] == ["", ""]
        assert report.unknown_columns

    def test_its_own_title_goes_before(self):
        rows = [[*row, "việc thường xuyên"] for row in self.rows]
        header = ["Mã", "Công việc", "Điểm", "Hệ số", "Ghi chú", "Tính chất công việc"]
        listing, _ = read(one_sheet(header, rows))
        assert listing.lines[0].note == "Báo cáo quý tính gấp đôi"
