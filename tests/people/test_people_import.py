"""A list of people from Excel: what is read, what is guessed, what is refused, and that nothing
doubles.
"""

from datetime import date

import pytest
from tests.registers import file_of

from thenchot.kernel.decision import Refused
from thenchot.people import services
from thenchot.people.imports import Answers, import_people, reading
from thenchot.people.models import Appointment, Person
from thenchot.people.registers import PersonRegister
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import today
from thenchot.platform.office.excel.worksheets import Column, write_sheet
from thenchot.platform.scope.actor import SYSTEM, NotVisible

HEADERS = ("Họ tên", "Năm sinh", "Giới tính", "Phòng ban", "Chức vụ", "Người đứng đầu")


def sheet(*rows, headers=HEADERS):
    return write_sheet([Column(title) for title in headers], rows)


def take(world, content, *, dry_run=False, actor=None, **more):
    return import_people(
        actor or world.actor("officer"), content, home_id=world.ward.pk, dry_run=dry_run, **more
    )


def reasons(report):
    return [(p.row, p.column, p.reason_vi) for p in report.problems]


class TestReading:
    def test_a_plain_list(self, world):
        report = take(
            world, sheet(["Trần Thị Hoa", "12/05/1980", "Nữ", "UBND phường", "Chuyên viên", ""])
        )
        person = Person.objects.get(full_name="Trần Thị Hoa")
        assert report.is_done and report.created == 1
        assert (person.born_on, person.born_year_only, person.sex) == (
            date(1980, 5, 12),
            False,
            "f",
        )
        assert person.appointments.get().unit == world.units["ubnd"]

    def test_only_the_name_is_needed(self, world):
        report = take(world, sheet(["Trần Thị Hoa"], headers=["Họ và tên"]))
        seat = Appointment.objects.get(person__full_name="Trần Thị Hoa")
        assert (seat.unit, seat.valid_from) == (world.ward, today())
        assert report.guesses[0].meaning_vi == "đặt tại Phường Đông Kinh"

    def test_a_birth_year_is_kept_as_a_year(self, world):
        report = take(world, sheet(["Trần Thị Hoa", 1980]))
        assert Person.objects.get(full_name="Trần Thị Hoa").born == "1980"
        assert ("Ngày sinh", "chỉ có năm sinh 1980") in [
            (g.column, g.meaning_vi) for g in report.guesses
        ]

    def test_a_name_in_capitals_and_decomposed_letters_is_put_right(self, world):
        take(world, sheet(["TRẦN   THI\u0323 HOA"]))
        assert Person.objects.filter(full_name="Trần Thị Hoa").exists()

    def test_a_unit_that_fits_only_nearly_is_told_as_a_guess(self, world):
        report = take(world, sheet(["Trần Thị Hoa", "", "", "Ban Xây dựng Đảng"]), dry_run=True)
        assert report.guesses[0].value == "Ban Xây dựng Đảng"
        assert "Ban Xây dựng Đảng Đảng ủy phường" in report.guesses[0].meaning_vi


class TestProblems:
    @pytest.mark.parametrize(
        ("row", "column", "word"),
        [
            (["", "1980"], "Họ và tên", "Thiếu"),
            (["Lê An", "31/02/1980"], "Ngày sinh", "Không có ngày"),
            (["Lê An", "1850"], "Ngày sinh", "không đọc được"),
            (["Lê An", "01/01/2090"], "Ngày sinh", "không hợp lý"),
            (["Lê An", "", "khác"], "Giới tính", "danh mục"),
            (["Lê An", "", "", "Sở Tài chính"], "Đơn vị", "không có trong cây tổ chức"),
            (["Lê An", "", "", "UBND", "", "có thể"], "Đứng đầu", "đánh x"),
            (["Lê An", "", "", "UBND", "", "x"], "Đứng đầu", "Phạm Thị Duyên"),
        ],
    )
    def test_names_row_column_and_reason(self, world, row, column, word):
        report = take(world, sheet(["Vũ Hợp Lệ"], row))
        assert [(p.row, p.column) for p in report.problems] == [(3, column)]
        assert word in report.problems[0].reason_vi

    def test_one_wrong_row_writes_nothing(self, world):
        before = Person.objects.count()
        report = take(world, sheet(["Lê An", "1980"], ["Lê Bình", "31/02/1980"]))
        assert not report.is_done
        assert Person.objects.count() == before

    def test_the_same_person_twice_in_the_file(self, world):
        report = take(
            world,
            sheet(["Lê An", "1980", "", "UBND"], ["LÊ AN", "1980", "", "Ủy ban nhân dân phường"]),
        )
        assert reasons(report) == [
            (3, "Họ và tên", "Trùng với dòng 2: cùng tên, ngày sinh và đơn vị.")
        ]

    def test_two_of_one_name_and_different_births_are_two(self, world):
        assert (
            take(world, sheet(["Lê An", "1980", "", "UBND"], ["Lê An", "1981", "", "UBND"])).created
            == 2
        )

    def test_two_heads_of_one_unit(self, world):
        report = take(
            world,
            sheet(
                ["Lê An", "", "", "phường Đông Kinh", "", "x"],
                ["Lê Bình", "", "", "phường Đông Kinh", "", "x"],
            ),
        )
        assert "dòng 2" in report.problems[0].reason_vi

    def test_a_file_without_the_name_column(self, world):
        assert (
            "Họ và tên"
            in take(world, sheet(["1980", "UBND"], headers=["Ngày sinh", "Đơn vị"]))
            .problems[0]
            .reason_vi
        )

    def test_an_empty_file(self, world):
        assert "0 dòng" in take(world, sheet()).problems[0].reason_vi


class TestDryRun:
    def test_writes_nothing_and_tells_everything(self, world):
        before = (Person.objects.count(), Event.objects.count())
        actor = world.actor("officer")
        report = take(
            world, sheet(["Lê An", "1980", "Nam", "UBND", "Chuyên viên"]), dry_run=True, actor=actor
        )
        assert (report.created, report.is_done) == (1, False)
        assert report.lines[0].details == "Chuyên viên, Ủy ban nhân dân phường"
        assert (Person.objects.count(), Event.objects.count()) == before


class TestAgain:
    def test_the_export_comes_back_unchanged(self, world):
        take(world, sheet(["Lê An", "1980", "Nam", "UBND", "Chuyên viên"]))
        report = take(world, file_of(PersonRegister, world.actor("officer")))
        assert (report.created, report.updated, report.unchanged) == (0, 0, len(world.people) + 1)
        assert report.is_done

    def test_the_same_list_without_ids_does_not_double(self, world):
        content = sheet(
            ["Lê An", "1980", "Nam", "UBND", "Chuyên viên"], ["Vũ Bình", "", "", "UBND", "Văn thư"]
        )
        take(world, content)
        count = Person.objects.count()
        report = take(world, content)
        assert Person.objects.count() == count and not report.is_done
        assert [question.label for question in report.questions] == ["Vũ Bình"]  # without a birth
        report = take(world, content, answers=Answers(people={"*": "same"}))
        assert (report.created, report.unchanged) == (0, 2)

    def test_an_id_corrects_the_name_whatever_it_was(self, world):
        person = world.people["ubnd"]
        report = take(
            world, sheet([person.pk, "Phạm Thị Duyên Anh"], headers=["Mã hệ thống", "Họ và tên"])
        )
        person.refresh_from_db()
        assert (report.updated, person.full_name) == (1, "Phạm Thị Duyên Anh")

    def test_an_id_of_another_ward_is_unknown(self, world):
        stranger = world.other_people["ubnd"]
        report = take(world, sheet([stranger.pk, "Lê An"], headers=["Mã hệ thống", "Họ và tên"]))
        assert report.problems[0].column == "Mã hệ thống"

    def test_another_unit_is_a_transfer_with_history(self, world):
        services.end_appointment(
            SYSTEM,
            appointment_id=world.people["mặt trận"].appointments.get().pk,
            on=date(2026, 1, 31),
        )
        person = world.people["văn phòng đảng ủy"]
        take(
            world,
            sheet(
                [person.pk, person.full_name, "UBKT Đảng ủy", "Phó Chủ nhiệm"],
                headers=["ID", "Họ tên", "Đơn vị", "Chức danh"],
            ),
        )
        seats = list(person.appointments.all())
        assert [s.valid_to is None for s in seats] == [True, False]
        assert seats[0].title == "Phó Chủ nhiệm"

    def test_an_empty_cell_changes_nothing(self, world):
        take(world, sheet(["Lê An", "1980", "Nam", "UBND", "Chuyên viên"]))
        person = Person.objects.get(full_name="Lê An")
        take(
            world,
            sheet(
                [person.pk, "Lê An", "", "", ""],
                headers=["ID", "Họ tên", "Ngày sinh", "Giới tính", "Chức danh"],
            ),
        )
        person.refresh_from_db()
        assert (person.born, person.sex, person.appointments.get().title) == (
            "1980",
            "m",
            "Chuyên viên",
        )


class TestWho:
    def test_only_who_keeps_the_files(self, world):
        with pytest.raises(Refused):
            take(world, sheet(["Lê An"]), actor=world.actor("head", world.ward))

    def test_a_foreign_ward_does_not_exist(self, world):
        with pytest.raises(NotVisible):
            take(world, sheet(["Lê An"]), actor=world.actor("officer", world.other_ward))

    def test_the_trail_names_no_birth(self, world):
        take(world, sheet(["Lê An", "12/05/1980", "Nam", "UBND"]))
        assert not any("1980" in str(event.facts) for event in Event.objects.all())


def ward_list(count):
    units = [
        "UBND phường",
        "Phòng Văn hóa - Xã hội",
        "Văn phòng Đảng ủy",
        "UBKT Đảng ủy",
        "Ủy ban MTTQ phường",
    ]
    return sheet(
        *(
            [
                f"Nguyễn Văn {chr(65 + n % 26)}{n}",
                f"{n % 28 + 1}/{n % 12 + 1}/{1965 + n % 40}",
                "Nam",
                units[n % 5],
                "Chuyên viên",
                "",
            ]
            for n in range(count)
        )
    )


def test_a_ward_of_131_people_comes_in_whole(world):
    assert take(world, ward_list(131)).created == 131


def test_queries_of_a_dry_run_do_not_grow(world, django_assert_max_num_queries):
    actor = world.actor("officer")
    for count in (1, 131):
        with django_assert_max_num_queries(12):
            take(world, ward_list(count), dry_run=True, actor=actor)


def test_more_rows_than_the_limit_are_refused(world, monkeypatch):
    monkeypatch.setattr(reading, "MAX_ROWS", 10)
    assert (
        "Tệp có 11 dòng người; mỗi lần nhập từ 1 đến 10 dòng"
        in take(world, ward_list(11), dry_run=True).problems[0].reason_vi
    )
