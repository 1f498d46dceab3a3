"""Lists as wards keep them, one kind of oddity after the other: each in a workbook made here."""

import io
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from tests.people.imports.test_messy import book, meanings, one, reasons, take

from thenchot.people.imports import Answers
from thenchot.people.models import Particulars, Person, Qualification
from thenchot.people.names import clean_name, folded_words, stored_order
from thenchot.people.services import correct_person, create_person
from thenchot.platform.scope.actor import SYSTEM


def names():
    return list(Person.objects.order_by("pk").values_list("full_name", flat=True))


def new_names(world, content, **more):
    before = names()
    report = take(world, content, **more)
    assert report.is_done, (reasons(report), report.questions)
    return names()[len(before) :]


def edited(rows, change):
    """A workbook as `openpyxl` writes it, after `change(workbook)`."""
    workbook = openpyxl.Workbook()
    workbook.active.title = "DS"
    for row in rows:
        workbook.active.append(row)
    change(workbook)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


class TestNames:
    @pytest.mark.parametrize(
        ("written", "kept"),
        [
            ("Y'BLUÊ ÊBAN", "Y'Bluê Êban"),
            ("H'ƯƠNG KSƠR", "H'Ương Ksơr"),
            ("RƠ CHÂM H’LÊ", "Rơ Châm H'Lê"),
            ("CÔNG TẰNG TÔN-NỮ LÝ", "Công Tằng Tôn-Nữ Lý"),
            ("PHẠM VĂN TOÀN (A)", "Phạm Văn Toàn (A)"),
            ("PHẠM VĂN TOÀN B", "Phạm Văn Toàn B"),
            ("PHẠM VĂN TOÀN II", "Phạm Văn Toàn II"),
            ("A.KHOA BRIU", "A.Khoa Briu"),
            ("ÐINH THỊ ÐOAN", "Đinh Thị Đoan"),
            ("Đinh Thị  Ðoan", "Đinh Thị Đoan"),
            ("Lê Thị mỹ Ý", "Lê Thị mỹ Ý"),
        ],
    )
    def test_capitals_and_signs(self, written, kept):
        assert clean_name(written) == kept

    def test_eth_is_d_in_search_and_order(self):
        assert folded_words("Ðào Văn Ðức") == folded_words("Đào Văn Đức") == " dao van duc"
        assert stored_order("Ðào Văn Ðức") == stored_order("Đào Văn Đức")

    @pytest.mark.parametrize(
        ("written", "kept"),
        [
            ("1. Vũ Thị Sáu", "Vũ Thị Sáu"),
            ("12) Vũ Thị Sáu", "Vũ Thị Sáu"),
            ("03 Vũ Thị Sáu", "Vũ Thị Sáu"),
            ("4/ Vũ Thị Sáu", "Vũ Thị Sáu"),
            ("Y.LAN KBUÔR", "Y.Lan Kbuôr"),
            ("A. SƠN BRIU", "A. Sơn Briu"),
        ],
    )
    @pytest.mark.parametrize(
        ("heads", "more"),
        [
            (["Họ và tên", "Năm sinh", "Chức vụ"], [1979, "Văn thư"]),
            (["Họ và tên", "Năm sinh"], [1979]),
        ],
    )
    def test_numbers_and_initials_in_the_cell_of_the_name(self, world, written, kept, heads, more):
        content = book([heads, [written, *more], ["Đỗ Thị Bảy", *more]])
        assert new_names(world, content) == [kept, "Đỗ Thị Bảy"]

    @pytest.mark.parametrize(
        ("written", "kept"),
        [
            ("Ông Vũ Văn Sáu", "Vũ Văn Sáu"),
            ("Bà: Y Lan", "Y Lan"),
            ("Ông/bà Lò Văn Pẩn", "Lò Văn Pẩn"),
            ("Đồng chí Vũ Hà", "Vũ Hà"),
            ("2. Đ/c Vũ Hà", "Vũ Hà"),
            ("Ông Ích Sáu", "Ông Ích Sáu"),
            ("Ông Văn Nam", "Ông Văn Nam"),
        ],
    )
    def test_how_people_are_addressed_is_no_part_of_the_name(self, world, written, kept):
        assert new_names(world, book([["Họ và tên", "Năm sinh"], [written, 1979]])) == [kept]

    @pytest.mark.parametrize(
        "vacant", ["Khuyết", "KHUYẾT", "(chưa bố trí)", "Chưa có người", "khuyết 01 vị trí"]
    )
    def test_a_post_nobody_holds_is_no_person(self, world, vacant):
        heads = ["TT", "Họ và tên", "Chức vụ"]
        rows = [[1, "Khuyết Thị Mai", "Chuyên viên"], [2, vacant, "Phó Chủ tịch"]]
        before = Person.objects.count()
        report = take(world, book([heads, *rows]))
        assert (report.is_done, Person.objects.count()) == (True, before + 1)
        assert report.notes == ["Bỏ qua dòng ghi vị trí chưa có người: 3."]
        assert one("Khuyết Thị Mai").born == ""

    @pytest.mark.parametrize("note", ["Ghi chú: gồm 01 người", "* Biệt phái", "Biệt phái từ Sở"])
    def test_a_note_below_the_list_is_no_person(self, world, note):
        rows = [["TT", "Họ và tên", "Ngày sinh"], [1, "Vũ Thị Sáu", "12/5/1980"], [note]]
        before = Person.objects.count()
        report = take(world, book(rows))
        assert (report.is_done, Person.objects.count()) == (True, before + 1)
        assert report.notes == ["Bỏ qua dòng ghi chú: 3."]

    def test_a_numbered_name_in_a_list_of_names_is_a_person_and_a_body_a_group(self, world):
        rows = [
            ["STT", "Họ và tên"],
            ["", "1. Phòng Văn hóa - Xã hội"],
            [1, "1. Vũ Thị Sáu"],
            [2, "2. Đỗ Thị Bảy"],
        ]
        assert new_names(world, book(rows)) == ["Vũ Thị Sáu", "Đỗ Thị Bảy"]
        assert one("Vũ Thị Sáu").appointments.get().unit == world.units["phòng văn hóa"]


class TestTheSamePerson:
    heads = ["Họ và tên", "Ngày sinh", "Chức vụ"]

    def test_spelled_otherwise(self, world):
        first = [["Ðỗ Ðình Ðông", date(1977, 3, 4), "Kế toán"], ["Y'Hoa Mlô", 1988, "Văn thư"]]
        again = [
            ["Đỗ Đình Đông", date(1977, 3, 4), "Kế toán"],
            ["Y’HOA MLÔ", date(1988, 10, 1), "văn thư"],
        ]
        take(world, book([self.heads, *first]))
        count = Person.objects.count()
        report = take(world, book([self.heads, *again]))
        assert Person.objects.count() == count and report.is_done
        assert [(n.column, n.before, n.after) for n in report.changes] == [
            ("Ngày sinh", "1988", "01/10/1988")
        ]
        assert one("Y'Hoa Mlô").born == "01/10/1988"

    @pytest.mark.parametrize("poorer", [1977, "3/1977", "00/00/1977", "1978"])
    def test_a_whole_date_is_never_replaced_by_less(self, world, poorer):
        heads = [*self.heads, "Mã cán bộ"]
        take(world, book([heads, ["Đỗ Đông", date(1977, 3, 4), "Kế toán", "A1"]]))
        report = take(world, book([heads, ["Đỗ Đông", poorer, "Kế toán", "A1"]]))
        assert report.changes == [] and one("Đỗ Đông").born == "04/03/1977"
        assert any("giữ nguyên" in said for said in meanings(report)) == (poorer == "1978")

    def test_it_is_said_by_what(self, world):
        rows = [self.heads, ["Đỗ Đông", date(1977, 3, 4), "Kế toán"], ["Lý Hạ", 1980, "Văn thư"]]
        take(world, book(rows))
        report = take(world, book(rows), dry_run=True)
        assert [line.details for line in report.lines] == [
            "nhận ra theo họ tên và ngày sinh đầy đủ",
            "nhận ra theo họ tên, năm sinh và đơn vị",
        ]

    def test_nothing_differs_by_capitals_alone(self, world):
        heads = ["Họ và tên", "Ngày sinh", "Chức vụ", "Quê quán"]
        take(world, book([heads, ["Đỗ Đông", date(1977, 3, 4), "Kế toán", "Xã Hoà An"]]))
        again = ["ĐỖ ĐÔNG", date(1977, 3, 4), "KẾ TOÁN", "xã Hòa An"]
        report = take(world, book([heads, again]), dry_run=True)
        assert report.changes == [] and report.unchanged == 1

    def test_a_name_without_marks_does_not_replace_the_one_with(self, world):
        take(world, book([self.heads, ["Đỗ Đông", date(1977, 3, 4), "Kế toán"]]))
        report = take(world, book([self.heads, ["Do Dong", date(1977, 3, 4), "Kế toán"]]))
        assert report.changes == [] and report.unchanged == 1


class TestWhoIsMeant:
    """A name alone, or a number that would change, waits for a person to decide."""

    def known(self, world, **facts):
        return create_person(
            SYSTEM,
            full_name="Vũ Văn Trùng",
            unit_id=world.units["ubnd"].pk,
            title="Chuyên viên",
            **facts,
        )

    def test_another_number_is_another_person(self, world):
        kept = self.known(world, born_on=date(1981, 2, 3), identity_no="031081000111")
        report = take(world, book([["Họ tên", "CCCD"], ["Vũ Văn Trùng", "001085000222"]]))
        kept.refresh_from_db()
        assert report.created == 1 and kept.identity_no == "031081000111"
        assert any("người khác với Vũ Văn Trùng (Chuyên viên" in said for said in meanings(report))

    @pytest.mark.parametrize("unit", ["UBND phường", "Phòng Văn hóa - Xã hội", ""])
    def test_the_name_alone_is_a_question(self, world, unit):
        self.known(world)
        content = book([["Họ tên", "Đơn vị", "Quê quán"], ["Vũ Văn Trùng", unit, "xã B"]])
        before = Person.objects.count()
        report = take(world, content)
        assert not report.is_done and Person.objects.count() == before
        question = report.questions[0]
        assert (question.row, question.label) == (2, "Vũ Văn Trùng")
        assert "chỉ trùng họ tên" in question.text_vi

    def test_the_answer_decides(self, world):
        kept = self.known(world)
        content = book([["Họ tên", "Quê quán"], ["Vũ Văn Trùng", "xã B"]])
        same, new = (value for value, _ in take(world, content, dry_run=True).questions[0].options)
        assert take(world, content, dry_run=True, answers=Answers(people={"2": new})).created == 1
        assert take(world, content, answers=Answers(people={"2": same})).updated == 1
        assert Particulars.objects.get(person=kept).home_place == "xã B"

    def test_an_answer_that_was_not_offered_decides_nothing(self, world):
        self.known(world)
        content = book([["Họ tên"], ["Vũ Văn Trùng"]])
        other = str(world.people["ubnd"].pk)
        assert take(world, content, answers=Answers(people={"2": other})).questions

    def test_year_and_unit_are_enough_year_alone_is_not(self, world):
        self.known(world, born_on=date(1981, 2, 3))
        heads = ["Họ tên", "Năm sinh", "Đơn vị"]
        there = take(world, book([heads, ["Vũ Văn Trùng", 1981, "UBND phường"]]), dry_run=True)
        elsewhere = take(
            world, book([heads, ["Vũ Văn Trùng", 1981, "Văn phòng Đảng ủy"]]), dry_run=True
        )
        assert (there.unchanged, there.questions) == (1, []) and elsewhere.questions

    def test_a_number_gives_way_only_to_a_decision(self, world):
        kept = self.known(world, born_on=date(1981, 2, 3), identity_no="031081000111")
        row = ["Vũ Văn Trùng", date(1981, 2, 3), "031081000999"]
        content = book([["Họ tên", "Ngày sinh", "CCCD"], row])
        report = take(world, content)
        assert not report.is_done and len(report.questions[0].options) == 3
        change, keep, _ = (value for value, _ in report.questions[0].options)
        everybody = {"*": "same"}
        assert take(world, content, answers=Answers(people=everybody)).questions
        assert take(world, content, answers=Answers(people={"2": keep})).unchanged == 1
        take(world, content, answers=Answers(people={"2": change}))
        kept.refresh_from_db()
        assert kept.identity_no == "031081000999"

    def test_a_number_of_somebody_called_otherwise_is_a_question(self, world):
        kept = self.known(world, identity_no="031081000111")
        report = take(world, book([["Họ tên", "CCCD"], ["Lê Hoàn Toàn", "031081000111"]]))
        assert not report.is_done and "họ tên khác" in report.questions[0].text_vi
        kept.refresh_from_db()
        assert kept.full_name == "Vũ Văn Trùng"

    @pytest.mark.parametrize("typed", [date(1981, 3, 2), date(1981, 2, 13), date(1982, 2, 3)])
    def test_a_birth_typed_wrong_is_a_question(self, world, typed):
        self.known(world, born_on=date(1981, 2, 3))
        row = ["Vũ Văn Trùng", typed, "UBND phường"]
        assert take(world, book([["Họ tên", "Ngày sinh", "Đơn vị"], row])).questions

    def test_a_number_for_who_has_none_is_only_added(self, world):
        kept = self.known(world, born_on=date(1981, 2, 3))
        row = ["Vũ Văn Trùng", date(1981, 2, 3), "031081000111"]
        assert take(world, book([["Họ tên", "Ngày sinh", "CCCD"], row])).updated == 1
        kept.refresh_from_db()
        assert kept.identity_no == "031081000111"

    def test_two_of_the_name_known_already_are_a_choice(self, world):
        self.known(world, born_on=date(1981, 2, 3))
        correct_person(SYSTEM, person_id=world.people["mặt trận"].pk, full_name="Vũ Văn Trùng")
        report = take(world, book([["Họ tên"], ["Vũ Văn Trùng"]]))
        assert len(report.questions[0].options) == 3


class TestSeveralRows:
    heads = ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Trình độ chuyên môn", "Chuyên ngành"]
    rows = [
        heads,
        [1, "Bùi Văn Học", date(1979, 1, 2), "Văn thư", "Cao đẳng", "Lưu trữ"],
        ["", "", "", "", "Đại học", "Hành chính"],
        [2, "Bùi Thị Hành", date(1986, 3, 4), "Kế toán", "Đại học", "Kế toán"],
    ]

    def degrees(self, name):
        found = Qualification.objects.filter(person=one(name), kind="degree").order_by("pk")
        return list(found.values_list("level", "field"))

    @pytest.mark.parametrize(
        "merges",
        [
            (),
            [(1, 0, 2, 0, 1), (1, 1, 2, 1, "Bùi Văn Học")],
            [(1, 1, 2, 1, "Bùi Văn Học")],
            [
                (1, 0, 2, 0, 1),
                (1, 1, 2, 1, "Bùi Văn Học"),
                (1, 3, 2, 3, "Văn thư"),
            ],
        ],
        ids=["empty", "merged", "only the name", "the post too"],
    )
    def test_a_second_degree_under_the_first(self, world, merges):
        content = book(self.rows, merges)
        assert new_names(world, content) == ["Bùi Văn Học", "Bùi Thị Hành"]
        assert self.degrees("Bùi Văn Học") == [("college", "Lưu trữ"), ("bachelor", "Hành chính")]
        again = take(world, content, dry_run=True)
        assert again.changes == [] and again.unchanged == 2

    def test_of_somebody_known_it_is_added(self, world):
        take(world, book([self.heads, self.rows[1]]))
        report = take(world, book(self.rows[:3]))
        assert [(n.column, n.after) for n in report.changes] == [
            ("Trình độ chuyên môn", "ghi thêm: Đại học, Hành chính")
        ] and report.updated == 1
        assert len(self.degrees("Bùi Văn Học")) == 2

    def test_what_contradicts_the_first_row_is_a_problem(self, world):
        rows = [
            ["Họ và tên", "Quê quán", "Nơi ở"],
            ["Bùi Văn Học", "xã A", "tổ 1"],
            ["", "xã B", ""],
        ]
        assert "một người" in take(world, book(rows)).problems[0].reason_vi

    def test_a_row_with_a_birth_of_its_own_is_somebody_without_a_name(self, world):
        rows = [*self.rows[:2], ["", "", date(1990, 1, 1), "", "Đại học", ""]]
        assert reasons(take(world, book(rows))) == [(3, "Họ và tên", "Thiếu họ và tên.")]


class TestHidden:
    rows = [["Họ và tên", "Năm sinh", "Quê quán"], ["Hồ Thị Hiện", 1975, "A"], ["Hồ Ẩn", 1965, "B"]]

    def test_a_hidden_sheet_is_not_read_and_told(self, world):
        def hide(workbook):
            old = workbook.create_sheet("Năm trước", 0)
            old.sheet_state = "hidden"
            old.append([*self.rows[0], "Nơi ở", "Chức vụ"])
            old.append(["Người Cũ", 1950, "C", "D", "Văn thư"])

        before = names()
        report = take(world, edited(self.rows[:2], hide))
        assert names()[len(before) :] == ["Hồ Thị Hiện"]
        assert any("Trang tính ẩn không đọc: “Năm trước”" in note for note in report.notes)

    def test_only_a_hidden_sheet_is_no_list(self, world):
        def hide(workbook):
            workbook.active.sheet_state = "hidden"
            workbook.create_sheet("Trống")

        report = take(world, edited(self.rows, hide))
        assert "Trang tính ẩn không đọc: “DS”" in report.problems[0].reason_vi

    @pytest.mark.parametrize("writer", ["openpyxl", "xlsxwriter"])
    def test_a_hidden_row_is_left_out_and_told(self, world, writer):
        def hide(workbook):
            workbook.active.row_dimensions[3].hidden = True

        content = edited(self.rows, hide) if writer == "openpyxl" else self.with_xlsxwriter()
        before = names()
        report = take(world, content)
        assert names()[len(before) :] == ["Hồ Thị Hiện"]
        assert "Dòng ẩn không đọc: 3; bỏ ẩn trong Excel nếu cần." in report.notes

    def with_xlsxwriter(self):
        target = io.BytesIO()
        with xlsxwriter.Workbook(target) as workbook:
            sheet = workbook.add_worksheet("DS")
            for n, row in enumerate(self.rows):
                sheet.write_row(n, 0, row)
            sheet.set_row(2, None, None, {"hidden": True})
        return target.getvalue()

    def test_a_stamp_that_nobody_sees_is_a_stamp(self, world):
        from thenchot.people.imports import SecretList, refuse_secret

        def hide(workbook):
            old = workbook.create_sheet("Kèm")
            old.sheet_state = "hidden"
            old.append(["Họ và tên", "Độ mật"])
            old.append(["Hồ Ẩn", "Mật"])

        with pytest.raises(SecretList):
            refuse_secret(edited(self.rows, hide))


class TestFormulas:
    heads = ["Họ và tên", "Ngày sinh", "Chức vụ", "Quê quán", "SĐT", "Số BHXH", "Mã cán bộ"]

    def content(self, *values):
        target = io.BytesIO()
        with xlsxwriter.Workbook(target) as workbook:
            sheet = workbook.add_worksheet("DS")
            sheet.write_row(0, 0, self.heads)
            sheet.write_string(1, 0, "Tạ Văn Công")
            for at, value in enumerate(values, 1):
                sheet.write_formula(1, at, "=VLOOKUP(A2,Z:AA,2,0)", None, value)
            sheet.write_string(1, 6, "K1")
        return target.getvalue()

    @pytest.mark.parametrize("value", [0, "#N/A", "#REF!", "#VALUE!"])
    def test_nothing_found_is_an_empty_cell(self, world, value):
        first = ["Tạ Văn Công", date(1980, 1, 2), "Văn thư", "xã A", "0912000111", "0310000001"]
        take(world, book([self.heads, [*first, "K1"]]))
        report = take(world, self.content(*[value] * 5))
        assert report.is_done and report.changes == []
        assert Particulars.objects.get(person=one("Tạ Văn Công")).home_place == "xã A"
        errors = [(g.row, g.column, g.value) for g in report.guesses if g.kind.endswith(":error")]
        columns = ("Ngày sinh", "Chức danh", "Quê quán", "Số điện thoại liên hệ")
        if value == 0:
            assert errors == []
        else:
            assert len(errors) == 5 and {row for row, _, _ in errors} == {2}
            assert {shown for _, _, shown in errors} == {value} and columns[1] in errors[1]


class TestHeadings:
    def test_a_header_at_the_top_of_every_printed_page(self, world):
        head = ["STT", "Họ và tên", "Chức vụ", "Quê quán", "Nơi ở", "SĐT", "Sở trường"]
        person = [1, "Mai Văn Trang", "Văn thư", "xã A", "tổ 1", "0912000111", "vẽ"]
        again = [2, "Mai Thị Giấy", "Kế toán", "xã B", "tổ 2", "0912000112", "hát"]
        assert new_names(world, book([head, person, head, again])) == [
            "Mai Văn Trang",
            "Mai Thị Giấy",
        ]

    def test_one_with_two_rows(self, world):
        heads = [["Họ và tên", "Trình độ", ""], ["", "Chuyên môn", "LLCT"]]
        rows = [*heads, ["Mai Văn Trang", "ĐH Luật", "Sơ cấp"], *heads, ["Mai Thị Giấy", "", ""]]
        assert new_names(world, book(rows, [(0, 1, 0, 2, "Trình độ")])) == [
            "Mai Văn Trang",
            "Mai Thị Giấy",
        ]

    def test_a_column_of_ticks_asks_what_it_means(self, world):
        rows = [
            ["Họ và tên", "Năm sinh", "Đại học", "Tôn giáo"],
            ["Mai An", 1980, "x", "x"],
            ["Mai Ý", 1981, "", "X"],
        ]
        report = take(world, book(rows))
        assert not report.is_done and len(report.questions) == 2
        assert "đánh x ở 1 dòng" in report.questions[0].text_vi
        said = Answers(columns={"dai hoc": "hot:degree:bachelor", "ton giao": "-"})
        assert take(world, book(rows), answers=said).is_done
        assert Qualification.objects.get(person=one("Mai An")).level == "bachelor"
        assert take(world, book(rows), dry_run=True, answers=said).questions == []


class TestSheets:
    def two(self, second="Phòng Văn hóa - Xã hội", heads=("STT", "Họ và tên", "Ngày sinh")):
        def add(workbook):
            workbook.active.title = "Văn phòng Đảng ủy"
            sheet = workbook.create_sheet(second[:31])
            sheet.append(heads)
            sheet.append([1, "Cao Thị Trang", 1984])
            sheet.append([2, "Cao Văn Trang", "31/02/1985"])

        return edited([["STT", "Họ và tên", "Ngày sinh"], [1, "Cao Văn Một", 1974]], add)

    def test_all_are_read_and_their_names_proposed_as_units(self, world):
        report = take(world, self.two(), answers=Answers(cells={"2!C3": "1985"}))
        assert report.is_done and report.created == 3, reasons(report)
        assert [one(n).appointments.get().unit for n in ("Cao Văn Một", "Cao Thị Trang")] == [
            world.units["văn phòng đảng ủy"],
            world.units["phòng văn hóa"],
        ]
        assert any("đề xuất đơn vị Phòng Văn hóa" in said for said in meanings(report))

    def test_what_is_wrong_is_told_with_its_sheet(self, world):
        problem = take(world, self.two()).problems[0]
        assert (problem.sheet, problem.row, problem.letter) == (
            "Phòng Văn hóa - Xã hội",
            3,
            "2!C",
        )

    def test_a_row_of_the_second_sheet_is_left_out(self, world):
        report = take(world, self.two(), answers=Answers(skipped=frozenset({"2!3"})))
        assert report.is_done and report.created == 2

    def test_the_same_person_on_two_sheets_is_told(self, world):
        def add(workbook):
            sheet = workbook.create_sheet("Sao lại")
            sheet.append(["Họ và tên", "Ngày sinh"])
            sheet.append(["Cao Văn Một", 1974])

        report = take(world, edited([["Họ và tên", "Ngày sinh"], ["Cao Văn Một", 1974]], add))
        assert "Trùng với dòng 2 trang “DS”" in report.problems[0].reason_vi

    def test_a_list_of_something_else_beside_it_is_left(self, world):
        def add(workbook):
            sheet = workbook.create_sheet("Kinh phí")
            sheet.append(["Họ và tên", "Số tiền", "Ký nhận"])
            sheet.append(["Cao Văn Hai", 500, ""])

        heads = ["Họ và tên", "Năm sinh", "Chức vụ", "Quê quán", "Dân tộc"]
        report = take(world, edited([heads, ["Cao Văn Một", 1974, "", "", ""]], add))
        assert report.created == 1 and any("không đọc: “Kinh phí”" in n for n in report.notes)


@pytest.mark.parametrize(
    ("value", "born"),
    [
        ("00/00/1960", "1960"),
        ("--/--/1961", "1961"),
        ("…/…/1961", "1961"),
        ("?/1961", "1961"),
        ("12/00/1961", "1961"),
        ("Năm 1963", "1963"),
        ("SN 1963", "1963"),
        ("khoảng 1963", "1963"),
        ("…/5/1962", "05/1962"),
        ("00/05/1962", "05/1962"),
        ("tháng 5 năm 1962", "05/1962"),
        ("T5/1962", "05/1962"),
        ("1962-05", "05/1962"),
        ("07/09/1985 00:00:00", "07/09/1985"),
        ("1985-09-07 00:00:00", "07/09/1985"),
        ("7/9/1985 12:00:00 AM", "07/09/1985"),
        ("07//09/1985", "07/09/1985"),
        ("07/09//1985", "07/09/1985"),
        ("1985/09/07", "07/09/1985"),
        ("1985.09.07", "07/09/1985"),
        ("070985", "07/09/1985"),
        ("07091985", "07/09/1985"),
        ("19850907", "07/09/1985"),
        (7091985, "07/09/1985"),
        (70985, "07/09/1985"),
        ("07-Sep-85", "07/09/1985"),
        (datetime(1985, 9, 7, 13, 30), "07/09/1985"),
    ],
)
def test_births_as_exactly_as_they_are_known(world, value, born):
    content = book([["Họ và tên", "Ngày sinh"], ["Lại Văn Sinh", value]])
    report = take(world, content)
    assert report.is_done, reasons(report)
    assert one("Lại Văn Sinh").born == born
    assert take(world, content, dry_run=True).unchanged == 1


@pytest.mark.parametrize("value", ["31/02/1985", "00/13/1985", "ba mươi", "45/45/4545", "99999999"])
def test_what_is_no_birth_is_refused(world, value):
    report = take(world, book([["Họ và tên", "Ngày sinh"], ["Lại Văn Sinh", value]]))
    assert [(p.row, p.column) for p in report.problems] == [(2, "Ngày sinh")]


class TestPlacesOfATitle:
    """More holders than a title has places are told before anybody confirms."""

    def rows(self, *titles):
        heads = ["Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị"]
        return [
            heads,
            *(
                [f"Kiều Văn {chr(65 + n)}", 1980, title, "UBND phường"]
                for n, title in enumerate(titles)
            ),
        ]

    def told(self, world, *titles):
        report = take(world, book(self.rows(*titles)), dry_run=True)
        assert report.is_clean
        return [note for note in report.notes if note.startswith("Chức danh")]

    def test_one_head_of_the_commune(self, world):
        head = "Chủ tịch Ủy ban nhân dân phường"
        assert self.told(world, head) == []
        assert "được bố trí 1; nhập xong có 2 người" in self.told(world, head, head)[0]

    def test_a_number_that_was_entered(self, world):
        from thenchot.organisation.models import Title, TitleLimit

        TitleLimit.objects.create(
            unit=world.units["ubnd"],
            title=Title.objects.get(name="Chuyên viên"),
            number=2,
            basis="QĐ 5",
        )
        assert self.told(world, "Chuyên viên") == self.told(world, "Văn thư") == []
        take(world, book(self.rows("Chuyên viên")))
        rows = self.rows("Chuyên viên", "Chuyên viên")
        rows[1][0], rows[2][0] = "Phùng An", "Phùng Bình"
        report = take(world, book(rows), dry_run=True)
        assert any("được bố trí 2; nhập xong có 3 người" in note for note in report.notes)
