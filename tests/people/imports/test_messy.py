"""The Excel of a ward as it really arrives, whole and piece by piece: every piece a workbook made
here.
"""

import io
import unicodedata
from datetime import date
from random import Random

import pytest
import xlsxwriter
import xlwt

from thenchot.people.imports import Answers, import_people
from thenchot.people.models import (
    Appointment,
    Particulars,
    Person,
    Qualification,
    Reward,
    SalaryStep,
)
from thenchot.platform.clock import today
from thenchot.web.demo import roster
from thenchot.web.demo.workbook import HEADS, messy_workbook

pytestmark = pytest.mark.postgres


def book(rows, merges=(), name="DS"):
    """`merges`: (first row, first column, last row, last column, text)."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(
        target, {"strings_to_formulas": False, "strings_to_numbers": False}
    ) as workbook:
        sheet, day = workbook.add_worksheet(name), workbook.add_format({"num_format": "dd/mm/yyyy"})
        for n, row in enumerate(rows):
            for m, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(n, m, value, day)
                elif value is not None and value != "":
                    sheet.write(n, m, value)
        for merge in merges:
            sheet.merge_range(*merge)
    return target.getvalue()


def take(world, content, *, dry_run=False, **more):
    return import_people(
        world.actor("officer"), content, home_id=world.ward.pk, dry_run=dry_run, **more
    )


def one(name) -> Person:
    return Person.objects.get(full_name=name)


def meanings(report, column=None):
    return [g.meaning_vi for g in report.guesses if column in (None, g.column)]


def reasons(report):
    return [(p.row, p.column, p.reason_vi) for p in report.problems]


class TestTheWholeSheet:
    @pytest.fixture
    def people(self):
        made = list(roster.people(Random(3), 131, on=today()))
        return [{**one_, "title": "Chuyên viên", "staff_kind": "Công chức"} for one_ in made]

    @pytest.fixture
    def content(self, world, people):
        sections = [
            ("Văn phòng Đảng ủy", people[:40]),
            ("Phòng Văn hóa - Xã hội", people[40:]),
            ("Khối Mặt trận", []),
        ]
        return messy_workbook(sections, ward="Đông Kinh", on=today())

    def test_131_people_and_nobody_else(self, world, content):
        before = Person.objects.count()
        report = take(world, content)
        assert reasons(report) == [] and report.is_done
        assert report.created == 131 and Person.objects.count() == before + 131
        assert not Person.objects.filter(full_name__in=["Nguyễn Thị Lập", "Trần Văn Ký"]).exists()

    def test_every_column_is_understood(self, world, content):
        report = take(world, content, dry_run=True)
        assert report.unknown_columns == () and len(report.uses) == len(HEADS) == 40

    def test_names_come_back_from_capitals_old_fonts_and_loose_marks(self, world, content, people):
        take(world, content)
        wanted = sorted(unicodedata.normalize("NFC", one_["name"]) for one_ in people)
        made = sorted(
            Person.objects.filter(code="", appointments__title="Chuyên viên").values_list(
                "full_name", flat=True
            )
        )
        assert made == wanted

    def test_numbers_births_sexes_and_levels_are_those_of_the_people(self, world, content, people):
        take(world, content)
        by_number = {p.identity_no: p for p in Person.objects.exclude(identity_index="")}
        assert by_number.keys() == {one_["identity_no"] for one_ in people}
        for one_ in people:
            person = by_number[one_["identity_no"]]
            assert (person.sex, person.born_on) == (one_["sex"], one_["born"])
        science = Particulars.objects.filter(in_science=True).count()
        assert science == sum(bool(one_["in_science"]) for one_ in people)
        theory = Qualification.objects.filter(kind="theory").count()
        assert theory == sum(bool(one_["theory"]) for one_ in people)
        assert SalaryStep.objects.count() == 131

    def test_sections_give_the_unit(self, world, content):
        take(world, content)
        counts = [
            Appointment.objects.filter(unit=world.units[key], title="Chuyên viên").count()
            for key in ("văn phòng đảng ủy", "phòng văn hóa")
        ]
        assert counts == [40, 91]

    def test_what_was_put_right_is_told_row_by_row(self, world, content):
        report = take(world, content, dry_run=True)
        zeros = [g for g in report.guesses if g.kind == "identity_no:zero"]
        assert len(zeros) == 131 // 5 and all("hiểu là 0" in g.meaning_vi for g in zeros)
        assert sum("phông TCVN3" in g.meaning_vi for g in report.guesses) == 131 // 17
        assert any("Bỏ qua dòng tổng cộng" in note for note in report.notes)
        assert any("phần ký" in note for note in report.notes)

    def test_again_it_changes_nothing(self, world, content):
        take(world, content)
        report = take(world, content, dry_run=True)
        assert [(n.column, n.before, n.after) for n in report.changes] == []
        assert (report.created, report.unchanged) == (0, 131)


class TestHeaders:
    def test_the_column_of_the_birth_is_the_sex(self, world):
        rows = [
            ["STT", "Họ và tên", "Ngày sinh", "", "Quê quán"],
            ["", "", "Nam", "Nữ", ""],
            [1, "Lê An", date(1980, 5, 12), "", "xã A"],
            [2, "Lê Bình", "", 1985, ""],
        ]
        report = take(
            world,
            book(
                rows,
                [
                    (0, 0, 1, 0, "STT"),
                    (0, 1, 1, 1, "Họ và tên"),
                    (0, 2, 0, 3, "Ngày sinh"),
                    (0, 4, 1, 4, "Quê quán"),
                ],
            ),
        )
        assert report.is_done
        assert [(one(n).sex, one(n).born) for n in ("Lê An", "Lê Bình")] == [
            ("m", "12/05/1980"),
            ("f", "1985"),
        ]

    def test_groups_that_were_not_merged(self, world):
        rows = [
            ["Họ tên", "Trình độ", "", "", "Ngày vào Đảng", ""],
            ["", "Chuyên môn", "LLCT", "QLNN", "Dự bị", "Chính thức"],
            ["Lê An", "ĐH Luật", "Cao cấp", "CVC", "03/02/2005", "03/02/2006"],
        ]
        take(world, book(rows))
        levels = dict(
            Qualification.objects.filter(person=one("Lê An")).values_list("kind", "level")
        )
        assert levels == {"degree": "bachelor", "theory": "high", "state_management": "senior"}
        items = Particulars.objects.get(person=one("Lê An"))
        assert (items.party_joined_on, items.party_official_on) == (
            date(2005, 2, 3),
            date(2006, 2, 3),
        )

    def test_three_header_rows_with_levels_as_columns(self, world):
        rows = [
            ["Họ và tên", "Trình độ", "", "", "", ""],
            ["", "Chuyên môn", "", "LLCT", "", ""],
            ["", "ThS", "ĐH", "Cao cấp", "Trung cấp", "Sơ cấp"],
            ["Lê An", "", "x", "x", "", ""],
            ["Lê Bình", "Quản lý công", "", "", "X", ""],
        ]
        merges = [
            (0, 0, 2, 0, "Họ và tên"),
            (0, 1, 0, 5, "Trình độ"),
            (1, 1, 1, 2, "Chuyên môn"),
            (1, 3, 1, 5, "LLCT"),
        ]
        report = take(world, book(rows, merges))
        found = {
            (q.person.full_name, q.kind): (q.level, q.field)
            for q in Qualification.objects.select_related("person")
        }
        assert found == {
            ("Lê An", "degree"): ("bachelor", ""),
            ("Lê An", "theory"): ("high", ""),
            ("Lê Bình", "degree"): ("master", "Quản lý công"),
            ("Lê Bình", "theory"): ("middle", ""),
        }
        assert "hiểu là Thạc sĩ, ngành Quản lý công" in meanings(report)

    @pytest.mark.parametrize("marks", [("x", ""), ("X", ""), ("1", ""), ("✓", "")])
    def test_the_sex_by_marks(self, world, marks):
        rows = [
            ["Họ tên", "Giới tính", ""],
            ["", "Nam", "Nữ"],
            ["Lê An", *marks],
            ["Lê Bình", *reversed(marks)],
        ]
        take(world, book(rows, [(0, 1, 0, 2, "Giới tính")]))
        assert (one("Lê An").sex, one("Lê Bình").sex) == ("m", "f")

    def test_the_name_in_two_columns(self, world):
        for rows in (
            [["Họ và tên đệm", "Tên"], ["Nguyễn Văn", "An"]],
            [["Họ và tên", ""], ["Họ đệm", "Tên"], ["Nguyễn Văn", "Ân"]],
        ):
            take(world, book(rows, [(0, 0, 0, 1, "Họ và tên")] if len(rows) == 3 else ()))
        assert {one("Nguyễn Văn An"), one("Nguyễn Văn Ân")}

    def test_titles_above_in_old_fonts_do_not_hide_the_header(self, world):
        rows = [
            ["§¶NG Bé PH¦êNG"],
            ["DANH SÁCH CÁN BỘ"],
            [],
            ["TT", "Hä vµ tªn", "N¨m sinh", "Chøc vô"],
            [1, "NguyÔn V¨n Hµ", 1980, "Chuyªn viªn"],
        ]
        report = take(world, book(rows))
        assert report.is_done and one("Nguyễn Văn Hà").appointments.get().title == "Chuyên viên"
        assert "phông TCVN3 (ABC), hiểu là “Nguyễn Văn Hà”" in meanings(report)

    def test_vni(self, world):
        take(world, book([["Hoï vaø teân", "Queâ quaùn"], ["Nguyeãn Thò Höôøng", "Haûi Phoøng"]]))
        assert Particulars.objects.get(person=one("Nguyễn Thị Hường")).home_place == "Hải Phòng"

    def test_the_family_s_columns_are_not_the_person_s(self, world):
        rows = [
            ["Họ và tên", "Vợ (chồng)", ""],
            ["", "Họ và tên", "Năm sinh"],
            ["Lê An", "Vũ Bình", 1981],
        ]
        report = take(world, book(rows, [(0, 1, 0, 2, "Vợ (chồng)"), (0, 0, 1, 0, "Họ và tên")]))
        assert one("Lê An").born_on is None and report.unknown_columns == (
            "Vợ (chồng) → Họ và tên",
            "Vợ (chồng) → Năm sinh",
        )


class TestRows:
    def test_group_rows_of_blocs_and_units(self, world):
        rows = [
            ["STT", "Họ và tên", "Chức vụ", "Quê quán"],
            ["I", "Khối Đảng", "", ""],
            [1, "Lê An", "Chuyên viên", "A"],
            ["1", "Văn phòng Đảng ủy", "", ""],
            [1, "Lê Bình", "Chuyên viên", "B"],
            ["II", "UBND phường", "", ""],
            [1, "Lê Cúc", "Chuyên viên", "C"],
        ]
        report = take(world, book(rows))
        assert report.created == 3, reasons(report)
        assert [one(n).appointments.get().unit for n in ("Lê Bình", "Lê Cúc")] == [
            world.units["văn phòng đảng ủy"],
            world.units["ubnd"],
        ]
        groups = {g.row: g.meaning_vi for g in report.guesses if g.kind == "unit:group"}
        assert groups[
            4
        ] == f"1 dòng dưới: {world.units['văn phòng đảng ủy'].name}" and groups.keys() == {2, 4, 6}

    def test_the_own_cell_goes_before_the_group(self, world):
        rows = [
            ["Họ và tên", "Đơn vị"],
            ["UBND phường", ""],
            ["Lê An", "Văn phòng Đảng ủy"],
            ["Lê Bình", ""],
        ]
        take(world, book(rows, [(1, 0, 1, 1, "UBND phường")]))
        assert [one(n).appointments.get().unit for n in ("Lê An", "Lê Bình")] == [
            world.units["văn phòng đảng ủy"],
            world.units["ubnd"],
        ]

    def test_a_bloc_moves_nobody_who_is_known(self, world):
        known = world.people["văn phòng đảng ủy"]
        Person.objects.filter(pk=known.pk).update(born_on=date(1980, 5, 1))
        rows = [
            ["STT", "Họ và tên", "Ngày sinh", "Quê quán"],
            ["I", "Khối Chính quyền", "", ""],
            [1, known.full_name, "01/05/1980", "xã A"],
        ]
        report = take(world, book(rows))
        assert [n.column for n in report.changes] == ["Quê quán"]
        assert known.appointments.get().unit == world.units["văn phòng đảng ủy"]

    def test_a_group_that_names_a_unit_moves_whoever_is_known(self, world):
        known = world.people["văn phòng đảng ủy"]
        rows = [
            ["STT", "Họ và tên", "Năm sinh", "Mã hệ thống"],
            ["I", "UBND phường", "", ""],
            [1, known.full_name, "", known.pk],
        ]
        report = take(world, book(rows), dry_run=True)
        assert [(n.column, n.after) for n in report.changes] == [
            ("Đơn vị", world.units["ubnd"].name)
        ]

    @pytest.mark.parametrize(
        "total", ["Tổng cộng", "TỔNG SỐ: 2", "Cộng", "Tổng cộng: 02 người", "Tổng số cán bộ"]
    )
    def test_totals_are_left_out(self, world, total):
        report = take(
            world, book([["STT", "Họ và tên", "Năm sinh"], [1, "Lê An", 1980], ["", total, 2]])
        )
        assert report.created == 1

    @pytest.mark.parametrize("name", ["Tống Văn Cộng", "Cộng Hòa An", "Tổng Thị Số"])
    def test_a_name_is_no_total(self, world, name):
        assert take(world, book([["STT", "Họ và tên", "Năm sinh"], [1, name, 1980]])).created == 1

    def test_signatures_end_the_list(self, world):
        rows = [
            ["STT", "Họ và tên", "Năm sinh", "Quê quán"],
            [1, "Lê An", 1980, "A"],
            [],
            ["", "Người lập biểu", "", "T/M ĐẢNG ỦY"],
            [],
            ["", "Vũ Lập", "", "Trần Ký"],
        ]
        assert take(world, book(rows)).created == 1

    def test_numbered_rows_without_a_person_are_left_out(self, world):
        assert (
            take(world, book([["STT", "Họ và tên"], [1, "Lê An"], [2, ""], [3, ""]])).created == 1
        )

    def test_a_row_with_data_and_no_name_is_a_problem(self, world):
        assert reasons(
            take(world, book([["STT", "Họ và tên", "Năm sinh"], [1, "Lê An", 1980], [2, "", 1981]]))
        ) == [(3, "Họ và tên", "Thiếu họ và tên.")]

    def test_a_unit_merged_down_its_people(self, world):
        rows = [["Họ và tên", "Đơn vị"], ["Lê An", "UBND"], ["Lê Bình", ""]]
        take(world, book(rows, [(1, 1, 2, 1, "UBND phường")]))
        assert one("Lê Bình").appointments.get().unit == world.units["ubnd"]


class TestCells:
    def test_an_identity_number_that_lost_its_zero(self, world):
        report = take(
            world,
            book(
                [
                    ["Họ tên", "Số CCCD"],
                    ["Lê An", 31080000123],
                    ["Lê Bình", 1180000123],
                    ["Lê Cúc", "031 180 000 124"],
                ]
            ),
        )
        assert [one(n).identity_no for n in ("Lê An", "Lê Bình", "Lê Cúc")] == [
            "031080000123",
            "001180000123",
            "031180000124",
        ]
        assert meanings(report, "Số định danh cá nhân") == [
            "Excel làm mất 1 số 0 ở đầu: hiểu là 031080000123",
            "Excel làm mất 2 số 0 ở đầu: hiểu là 001180000123",
        ]
        assert [g.row for g in report.guesses if g.kind == "identity_no:zero"] == [2, 3]

    @pytest.mark.parametrize("value", ["3.1E+10", "3,1E+10", "3.1e10", 3.1e10, 31080000000])
    def test_a_number_rounded_by_excel_is_gone(self, world, value):
        report = take(world, book([["Họ tên", "Số CCCD"], ["Lê An", value]]))
        assert not report.is_done and "định dạng cột là Văn bản" in report.problems[0].reason_vi
        assert (report.problems[0].row, report.problems[0].column) == (2, "Số định danh cá nhân")

    @pytest.mark.parametrize("value", ["12345", "03108000012x", "0310800001234"])
    def test_a_number_of_a_wrong_length(self, world, value):
        assert (
            "12"
            in take(world, book([["Họ tên", "Số CCCD"], ["Lê An", value]])).problems[0].reason_vi
        )

    def test_the_digits_are_held_against_birth_and_sex(self, world):
        rows = [
            ["Họ tên", "Giới tính", "Năm sinh", "CCCD"],
            ["Lê An", "Nam", 1981, "031180000123"],
            ["Lê Bình", "Nữ", 1980, "999180000123"],
        ]
        report = take(world, book(rows))
        doubts = [g.meaning_vi for g in report.guesses if g.kind == "identity_no:doubt"]
        assert (
            "sinh năm 1980, ô ngày sinh ghi 1981" in doubts[0]
            and "là nữ, ô giới tính ghi nam" in doubts[0]
        )
        assert "999 không phải mã tỉnh nào" in doubts[1] and report.is_done

    def test_a_number_twice_in_the_list(self, world):
        report = take(
            world,
            book([["Họ tên", "CCCD"], ["Lê An", "031080000123"], ["Lê Bình", "031080000123"]]),
        )
        assert [(p.row, p.reason_vi) for p in report.problems] == [
            (2, "Số định danh này có ở nhiều dòng."),
            (3, "Số định danh này có ở nhiều dòng."),
        ]

    def test_a_number_of_somebody_elsewhere_says_nothing_of_them(self, world):
        from thenchot.people.services import correct_person
        from thenchot.platform.scope.actor import SYSTEM

        correct_person(SYSTEM, person_id=world.other_people["ubnd"].pk, identity_no="031080000123")
        report = take(world, book([["Họ tên", "CCCD"], ["Lê An", "031080000123"]]))
        assert (
            "nơi khác" in report.problems[0].reason_vi
            and "Thoa" not in report.problems[0].reason_vi
        )

    @pytest.mark.parametrize(
        ("value", "born"),
        [
            ("12/05/1980", "12/05/1980"),
            ("12-5-1980", "12/05/1980"),
            ("12.05.1980", "12/05/1980"),
            ("05/1980", "05/1980"),
            ("1980", "1980"),
            (1980, "1980"),
            (29353, "12/05/1980"),
            ("12/5/80", "12/05/1980"),
            ("05/25/1980", "25/05/1980"),
            ("ngày 12 tháng 5 năm 1980", "12/05/1980"),
            (date(1980, 5, 12), "12/05/1980"),
            (date(1905, 6, 2), "1980"),
        ],
    )
    def test_births_as_they_are_written(self, world, value, born):
        report = take(world, book([["Họ tên", "Ngày sinh"], ["Lê An", value]]))
        assert one("Lê An").born == born, reasons(report)

    def test_school_years_that_excel_took_for_days(self, world):
        take(
            world,
            book(
                [
                    ["Họ tên", "Trình độ văn hóa", "Bậc lương"],
                    ["Lê An", date(2026, 12, 12), date(2026, 9, 3)],
                ]
            ),
        )
        assert Particulars.objects.get(person=one("Lê An")).general_education == "upper"
        assert SalaryStep.objects.get(person=one("Lê An")).step == "3/9"

    def test_numbers_that_are_names(self, world):
        take(
            world,
            book(
                [
                    ["Họ tên", "SĐT", "Số BHXH", "Mã ngạch", "Hệ số"],
                    ["Lê An", 912345678, 310000001, 1.003, "3,33"],
                ]
            ),
        )
        items, pay = (
            Particulars.objects.get(person=one("Lê An")),
            SalaryStep.objects.get(person=one("Lê An")),
        )
        assert (items.phone, items.insurance_no, pay.rank, str(pay.coefficient)) == (
            "0912345678",
            "0310000001",
            "01.003",
            "3.33",
        )

    @pytest.mark.parametrize(
        ("column", "value", "word"),
        [
            ("Hệ số", "333", "thiếu dấu phẩy"),
            ("Hệ số", "abc", "không phải hệ số"),
            ("Dân tộc", "Kinhh", "danh mục"),
            ("LLCT", "Siêu cấp", "danh mục"),
            ("Trình độ chuyên môn", "Luật", "danh mục"),
            ("Ngày vào Đảng", "31/02/2005", "Không có ngày"),
            ("Ngày vào Đảng", "03/02/1850", "không hợp lý"),
            ("Email", "an@", "thư điện tử"),
            ("Khen thưởng", "Bằng khen", "năm"),
            ("Ngoại ngữ", "giỏi", "ghi ngoại ngữ"),
            ("Quê quán", "x" * 301, "tối đa 300"),
            ("Loại", "khách", "danh mục"),
            ("Ngạch", "n" * 121, "mã ngạch"),
        ],
    )
    def test_a_wrong_cell_names_row_column_and_remedy(self, world, column, value, word):
        report = take(world, book([["Họ tên", column], ["Lê Đúng", ""], ["Lê An", value]]))
        assert [p.row for p in report.problems] == [3] and word in report.problems[0].reason_vi
        assert not report.is_done and not Person.objects.filter(full_name="Lê Đúng").exists()

    @pytest.mark.parametrize(
        ("value", "kept"),
        [
            ("Cao cấp", ("high", False)),
            ("CC", ("high", False)),
            ("Cử nhân", ("bachelor", False)),
            ("TC LLCT", ("middle", False)),
            ("Trung cấp LLCT-HC", ("middle", False)),
            ("Cao cấp lý luận chính trị", ("high", False)),
            ("Đang học Cao cấp", ("high", True)),
            ("sơ cấp", ("elementary", False)),
        ],
    )
    def test_theory_as_wards_write_it(self, world, value, kept):
        take(world, book([["Họ tên", "LLCT"], ["Lê An", value]]))
        assert Qualification.objects.values_list("level", "is_studying").get(kind="theory") == kept

    @pytest.mark.parametrize("value", ["Chưa", "Không", "Chưa qua đào tạo", "0"])
    def test_none_is_no_row(self, world, value):
        take(world, book([["Họ tên", "LLCT"], ["Lê An", value]]))
        assert one("Lê An") and not Qualification.objects.exists()

    @pytest.mark.parametrize(
        ("value", "kept"),
        [
            ("ĐH Luật", ("bachelor", "Luật")),
            ("Thạc sĩ Quản lý công", ("master", "Quản lý công")),
            ("ThS. QTKD", ("master", "QTKD")),
            ("Đại học", ("bachelor", "")),
            ("Cử nhân ngành Luật kinh tế", ("bachelor", "Luật kinh tế")),
            ("Kỹ sư xây dựng", ("bachelor", "xây dựng")),
            ("CĐ Kế toán", ("college", "Kế toán")),
            ("Thạc sĩ QLKT; ĐH Luật", ("master", "QLKT")),
            ("ĐH Luật, Thạc sĩ QLKT", ("master", "QLKT")),
            ("Đại học (Luật, Kinh tế)", ("bachelor", "Luật, Kinh tế")),
        ],
    )
    def test_degrees_as_wards_write_them(self, world, value, kept):
        take(world, book([["Họ tên", "Trình độ chuyên môn"], ["Lê An", value]]))
        assert Qualification.objects.values_list("level", "field").get(kind="degree") == kept

    @pytest.mark.parametrize(
        ("value", "kept"),
        [
            ("Anh B1", ("en", "level3")),
            ("Tiếng Anh", ("en", "")),
            ("B1", ("", "level3")),
            ("Anh văn B", ("en", "certificate")),
            ("B2 tiếng Anh", ("en", "level4")),
            ("Tiếng Trung, Tiếng Anh B", ("zh", "")),
            ("Anh (B1)", ("en", "level3")),
        ],
    )
    def test_languages_as_wards_write_them(self, world, value, kept):
        take(world, book([["Họ tên", "Ngoại ngữ"], ["Lê An", value]]))
        assert Qualification.objects.values_list("language", "level").get(kind="language") == kept

    def test_language_and_level_in_two_columns(self, world):
        take(world, book([["Họ tên", "Ngoại ngữ", "Trình độ ngoại ngữ"], ["Lê An", "Anh", "B1"]]))
        assert Qualification.objects.values_list("language", "level").get() == ("en", "level3")

    def test_rewards_and_disciplines_as_texts(self, world):
        take(
            world,
            book(
                [
                    ["Họ tên", "Khen thưởng", "Kỷ luật"],
                    ["Lê An", "Bằng khen UBND tỉnh năm 2023", "Khiển trách (Đảng) 2019"],
                ]
            ),
        )
        reward = Reward.objects.get()
        assert (reward.year, reward.form, reward.note) == (
            2023,
            "certificate_merit",
            "Bằng khen UBND tỉnh năm 2023",
        )


class TestUnits:
    def seated(self, world, unit, name="Lê Ngồi"):
        from tests.worlds import staff

        return staff(world, unit, [name])[0]

    def unit(self, world, name, parent="ubnd"):
        from thenchot.organisation.enums import Bloc, UnitKind
        from thenchot.organisation.services import create_unit
        from thenchot.platform.scope.actor import SYSTEM

        common = {"kind": UnitKind.CELL, "bloc": Bloc.PARTY, "valid_from": date(2025, 7, 1)}
        return create_unit(SYSTEM, parent_id=world.units[parent].pk, name=name, **common)

    def test_a_unit_by_its_very_name_whatever_the_name_sounds_like(self, world):
        unit = self.unit(world, "Các chi bộ, đảng bộ trực thuộc")
        take(world, book([["Họ tên", "Đơn vị"], ["Lê An", unit.name]]))
        assert one("Lê An").appointments.get().unit == unit

    def test_two_units_of_one_name_are_a_problem_only_for_whoever_is_new(self, world):
        unit = self.unit(world, "Tổ 1")
        self.unit(world, "Tổ 1", parent="mặt trận")
        person = self.seated(world, unit)
        report = take(
            world,
            book(
                [
                    ["Họ tên", "Đơn vị", "Mã hệ thống"],
                    [person.full_name, "Tổ 1", person.pk],
                    ["Lê Mới", "Tổ 1", ""],
                ]
            ),
            dry_run=True,
        )
        assert [(p.row, "gọi nhiều đơn vị" in p.reason_vi) for p in report.problems] == [(3, True)]
        assert report.unchanged == 1

    def test_who_sits_in_a_unit_that_ended_stays_there(self, world):
        from thenchot.organisation.services import dissolve_unit
        from thenchot.platform.scope.actor import SYSTEM

        unit = self.unit(world, "Tổ cũ")
        person = self.seated(world, unit)
        dissolve_unit(SYSTEM, unit_id=unit.pk, on=date(2026, 1, 31))
        rows = [["Họ tên", "Đơn vị", "Mã hệ thống"], [person.full_name, "Tổ cũ", person.pk]]
        assert take(world, book(rows), dry_run=True).unchanged == 1
        rows[1][1] = "Tổ khác"
        assert "không có trong cây" in take(world, book(rows), dry_run=True).problems[0].reason_vi


class TestPosts:
    def test_posts_that_the_file_holds_already_are_no_question(self, world):
        content = book(
            [
                ["Họ tên", "Năm sinh", "Chức vụ", "Đơn vị"],
                ["Lê An", 1980, "Phó Bí thư Đảng ủy, Chủ tịch UBND phường", "UBND phường"],
            ]
        )
        take(world, content)
        assert [
            g for g in take(world, content, dry_run=True).guesses if g.kind.startswith("title:")
        ] == []

    def test_two_posts_in_one_cell(self, world):
        report = take(
            world,
            book(
                [
                    ["Họ tên", "Chức vụ", "Đơn vị"],
                    ["Lê An", "Phó Bí thư Đảng ủy, Chủ tịch UBND phường", "UBND phường"],
                ]
            ),
        )
        seats = one("Lê An").appointments.order_by("-is_primary")
        assert [(s.title, s.is_primary) for s in seats] == [
            ("Chủ tịch UBND phường", True),
            ("Phó Bí thư Đảng ủy", False),
        ]
        guess = next(g for g in report.guesses if g.kind == "title:posts")
        assert guess.choices == (
            "Chủ tịch UBND phường; Phó Bí thư Đảng ủy",
            "Phó Bí thư Đảng ủy; Chủ tịch UBND phường",
        )

    def test_the_choice_of_the_officer_holds(self, world):
        content = book(
            [
                ["Họ tên", "Chức vụ", "Đơn vị"],
                ["Lê An", "Phó Bí thư Đảng ủy, Chủ tịch UBND phường", "UBND phường"],
            ]
        )
        take(
            world,
            content,
            answers=Answers(cells={"B2": "Phó Bí thư Đảng ủy; Chủ tịch UBND phường"}),
        )
        assert one("Lê An").appointments.get(is_primary=True).title == "Phó Bí thư Đảng ủy"

    def test_a_membership_is_never_the_primary_post(self, world):
        take(
            world,
            book(
                [["Họ tên", "Chức vụ"], ["Lê An", "Ủy viên BTV Đảng ủy\nTrưởng ban Xây dựng Đảng"]]
            ),
        )
        assert one("Lê An").appointments.get(is_primary=True).title == "Trưởng ban Xây dựng Đảng"

    def test_posts_in_columns_of_their_own(self, world):
        rows = [
            ["Họ tên", "Chức vụ", ""],
            ["", "Đảng", "Chính quyền"],
            ["Lê An", "Đảng ủy viên", "Phó Chủ tịch UBND"],
        ]
        take(world, book(rows, [(0, 1, 0, 2, "Chức vụ")]))
        assert {(s.title, s.is_primary) for s in one("Lê An").appointments.all()} == {
            ("Phó Chủ tịch UBND", True),
            ("Đảng ủy viên", False),
        }

    def test_the_unit_behind_the_title(self, world):
        take(
            world,
            book(
                [
                    ["Họ tên", "Chức vụ, đơn vị công tác"],
                    ["Lê An", "Chuyên viên, Phòng Văn hóa - Xã hội"],
                ]
            ),
        )
        seat = one("Lê An").appointments.get()
        assert (seat.title, seat.unit) == ("Chuyên viên", world.units["phòng văn hóa"])

    def test_a_title_means_the_shipped_one(self, world):
        take(
            world, book([["Họ tên", "Chức vụ", "Đơn vị"], ["Lê An", "Chuyên viên", "UBND phường"]])
        )
        assert one("Lê An").appointments.get().title_ref.name == "Chuyên viên"


class TestOldWorkbook:
    def test_an_xls_reads_like_an_xlsx(self, world):
        workbook = xlwt.Workbook()
        sheet, day = workbook.add_sheet("DS"), xlwt.easyxf(num_format_str="DD/MM/YYYY")
        sheet.write_merge(0, 0, 0, 4, "DANH SÁCH CÁN BỘ")
        for at, text in enumerate(("STT", "Họ và tên")):
            sheet.write_merge(1, 2, at, at, text)
        sheet.write_merge(1, 1, 2, 3, "Ngày sinh")
        for at, text in ((2, "Nam"), (3, "Nữ")):
            sheet.write(2, at, text)
        sheet.write_merge(1, 2, 4, 4, "Số CCCD")
        for at, value in enumerate((1, "Lê Văn Cũ", date(1980, 5, 12), "", 31080000123)):
            sheet.write(3, at, value, day) if isinstance(value, date) else sheet.write(3, at, value)
        target = io.BytesIO()
        workbook.save(target)
        assert take(world, target.getvalue()).is_done
        person = one("Lê Văn Cũ")
        assert (person.sex, person.born, person.identity_no) == ("m", "12/05/1980", "031080000123")
