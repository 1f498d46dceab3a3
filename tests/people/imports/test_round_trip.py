"""What goes out comes back: an export imported again changes nothing, ten changed cells are ten
differences.
"""

import io
from datetime import date
from random import Random

import openpyxl
import pytest
from tests.people.imports.awkward import fill
from tests.registers import file_of

from thenchot.people import columns as c
from thenchot.people.exports import listing_sheet, whole_sheet
from thenchot.people.imports import Answers, import_people
from thenchot.people.models import (
    Appointment,
    FormerValue,
    Particulars,
    Person,
    Qualification,
    SalaryStep,
)
from thenchot.people.registers import PersonRegister
from thenchot.platform.audit.models import Event
from thenchot.platform.audit.verifying import verify
from thenchot.platform.clock import today
from thenchot.platform.office.excel.worksheets import write_sheet
from thenchot.web.demo import roster

pytestmark = pytest.mark.postgres


def ordinary_sheet(actor):
    return file_of(PersonRegister, actor)


SHEETS = {False: ordinary_sheet, True: whole_sheet}


def take(world, content, *, dry_run=True, **more):
    return import_people(
        world.actor("officer"), content, home_id=world.ward.pk, dry_run=dry_run, **more
    )


def decided(world, content, **more):
    """The list with the one decision it asks for: a number in the file gives way to another."""
    asked = take(world, content).questions
    answers = {
        question.key: next(value for value, _ in question.options if value.endswith(":number"))
        for question in asked
    }
    return take(world, content, answers=Answers(people=answers), **more)


def told(report):
    return [(n.row, n.label, n.column, n.before, n.after) for n in report.changes] + [
        (p.row, p.column, p.reason_vi, p.value) for p in report.problems
    ]


def move_in(world, count, seed=5):
    """Plausible people of the ward through the import itself."""
    rng, rows = Random(seed), []
    for one in roster.people(rng, count, on=today()):
        sex = "Nữ" if one["sex"] == "f" else "Nam"
        rows.append(
            {
                **one,
                "sex": sex,
                "unit": "UBND phường",
                "title": "Chuyên viên",
                "valid_from": date(2025, 7, 1),
                "code": f"CB{len(rows):03d}",
            }
        )
    report = take(world, write_sheet(c.KEPT[1:], rows), dry_run=False)
    assert report.is_done and report.created == count, told(report)


class TestNothingChanges:
    @pytest.mark.parametrize("whole", [False, True])
    def test_a_thousand_awkward_people(self, world, whole):
        fill(world, 1_000, seed=11)
        report = take(world, SHEETS[whole](world.actor("officer")))
        assert told(report) == []
        assert (report.created, report.updated, report.unchanged) == (
            0,
            0,
            1_000 + len(world.people),
        )

    @pytest.mark.parametrize("seed", range(5))
    def test_other_people(self, world, seed):
        fill(world, 60, seed=seed)
        assert told(take(world, whole_sheet(world.actor("officer")))) == []

    def test_written_it_leaves_no_trace_but_its_own(self, world):
        fill(world, 50, seed=3)
        before = (
            Person.objects.count(),
            FormerValue.objects.count(),
            Qualification.history.count(),
        )
        assert take(world, ordinary_sheet(world.actor("officer")), dry_run=False).is_done
        assert (
            Person.objects.count(),
            FormerValue.objects.count(),
            Qualification.history.count(),
        ) == before
        assert not Event.objects.filter(name="person_imported").exists()

    def test_the_official_list_with_two_header_rows(self, world):
        move_in(world, 60)
        content = listing_sheet(world.actor("officer"), on=today())
        assert len(take(world, content).questions) == len(world.people)  # whose birth nobody knows
        report = take(world, content, answers=Answers(people={"*": "same"}))
        assert told(report) == []
        assert (report.created, report.unchanged) == (0, 60 + len(world.people))

    def test_a_list_made_for_the_import_comes_out_the_same(self, world):
        """40 columns and more: everything the first import said is in the export."""
        move_in(world, 40)
        sheet = openpyxl.load_workbook(io.BytesIO(whole_sheet(world.actor("officer")))).worksheets[
            0
        ]
        heads = [cell.value for cell in sheet[1]]
        filled = {
            head
            for row in sheet.iter_rows(min_row=2, values_only=True)
            for head, value in zip(heads, row, strict=True)
            if value is not None
        }
        unsaid = {
            "Số quyết định",
            "Ngày bổ nhiệm lại",
            "Thư điện tử",
            "Ghi chú",
            "Loại",
            "Đối tượng chính sách",
            "Kỷ luật",
        }
        assert len(heads) == 51 and set(heads) - filled <= unsaid


CHANGES = {  # column: what the cell says now
    "Họ và tên": "Nguyễn Thị Đổi",
    "Ngày sinh": date(1979, 3, 2),
    "Số định danh cá nhân": "034179000001",
    "Quê quán": "xã Mới, tỉnh Mới",
    "Dân tộc": "Tày",
    "Ngày vào Đảng chính thức": date(2011, 2, 3),
    "Trình độ chuyên môn": "Tiến sĩ",
    "Hệ số lương": 6.78,
    "Đơn vị": "Phòng Văn hóa - Xã hội",
    "Số bảo hiểm xã hội": "3100000001",
}


class TestTenCells:
    def changed(self, world, changes=CHANGES):
        """The export with one changed cell in each of as many rows."""
        book = openpyxl.load_workbook(io.BytesIO(whole_sheet(world.actor("officer"))))
        sheet = book.worksheets[0]
        heads = {cell.value: cell.column for cell in sheet[1]}
        known = [
            row
            for row in range(2, sheet.max_row + 1)
            if str(sheet.cell(row, heads["Mã cán bộ"]).value or "").startswith("CB")
        ]
        for row, (head, value) in zip(known, changes.items(), strict=False):
            sheet.cell(row, heads[head]).value = value
        target = io.BytesIO()
        book.save(target)
        return target.getvalue()

    def test_are_ten_differences(self, world):
        move_in(world, 40)
        report = decided(world, self.changed(world))
        assert report.problems == []
        assert [n.column for n in report.changes] == list(CHANGES)
        assert report.updated == len(report.changes) == len({n.row for n in report.changes}) == 10

    def test_a_number_gives_way_only_to_a_decision(self, world):
        move_in(world, 40)
        content = self.changed(world)
        report = take(world, content, dry_run=False)
        assert [question.label for question in report.questions] and not report.is_done
        kept = take(
            world,
            content,
            answers=Answers(
                people={question.key: question.options[-1][0] for question in report.questions}
            ),
        )
        assert kept.questions == [] and "Số định danh cá nhân" not in {
            change.column for change in kept.changes
        }

    def test_say_what_was_and_what_will_be_but_never_a_number(self, world):
        move_in(world, 40)
        found = {n.column: (n.before, n.after) for n in decided(world, self.changed(world)).changes}
        assert (
            found["Dân tộc"] == ("Kinh", "Tày")
            and found["Hệ số lương"][1] == "6,78"
            and found["Ngày sinh"][1] == "02/03/1979"
        )
        assert found["Đơn vị"] == ("Ủy ban nhân dân phường", "Phòng Văn hóa - Xã hội")
        assert (
            found["Số định danh cá nhân"]
            == found["Số bảo hiểm xã hội"]
            == ("có số khác", "đổi theo tệp")
        )

    def test_applied_they_are_what_the_file_says(self, world):
        move_in(world, 40)
        content = self.changed(world)
        report = decided(world, content, dry_run=False)
        assert report.is_done and len(report.changes) == 10
        again = take(world, content)
        assert told(again) == [] and again.updated == 0

    def test_applied_twice_the_second_time_changes_nothing(self, world):
        move_in(world, 40)
        content = self.changed(world)
        decided(world, content, dry_run=False)
        events = Event.objects.count()
        assert take(world, content, dry_run=False).updated == 0
        assert Event.objects.count() == events + 1

    def test_what_was_said_before_stays_in_the_file(self, world):
        move_in(world, 40)
        before = Person.objects.get(code="CB000").full_name
        decided(world, self.changed(world), dry_run=False)
        kept = {former.item: former.value for former in FormerValue.objects.all()}
        assert kept.keys() == {
            "full_name",
            "born_on",
            "identity_no",
            "particulars.home_place",
            "particulars.ethnicity",
            "particulars.party_official_on",
            "particulars.insurance_no",
        }
        assert before and kept["particulars.ethnicity"] == "01"

    def test_the_tables_keep_the_replaced_row_and_a_higher_degree_stands_beside(self, world):
        move_in(world, 40)
        steps, degrees, seats = (
            SalaryStep.objects.count(),
            Qualification.objects.filter(kind="degree").count(),
            Appointment.objects.count(),
        )
        decided(world, self.changed(world), dry_run=False)
        assert (SalaryStep.objects.count(), SalaryStep.history.count()) == (steps, steps + 1)
        assert Qualification.objects.filter(kind="degree").count() == degrees + 1
        assert (
            Appointment.objects.count() == seats + 1
        )  # the seat of before ended, the new one began
        new = Qualification.objects.get(level="doctor")
        assert (
            new.field
            and new.source == "Excel"
            and new.recorded_by_id == world.account("officer").pk
        )

    def test_the_trail_names_fields_and_holds_digests(self, world):
        move_in(world, 40)
        Event.objects.count()
        decided(world, self.changed(world), dry_run=False, name="moi.xlsx")
        events = list(Event.objects.filter(name="person_imported", facts__action="changed"))
        assert len(events) == 10
        told_ = str([event.facts for event in events])
        assert (
            "034179000001" not in told_ and "Nguyễn Thị Đổi" not in told_ and "identity_no" in told_
        )
        whole = Event.objects.filter(name="people_imported").latest("seq").facts
        assert (whole["updated"], whole["created"], whole["source"], len(whole["sha256"])) == (
            10,
            0,
            "Excel moi.xlsx",
            64,
        )
        assert verify().is_whole

    def test_a_person_without_particulars_gets_them(self, world):
        pk = world.people["ubnd"].pk
        content = write_sheet(
            [c.ID, c.NAME, c.HOME_PLACE], [[pk, world.people["ubnd"].full_name, "xã A"]]
        )
        assert [
            (n.column, n.before, n.after) for n in take(world, content, dry_run=False).changes
        ] == [("Quê quán", "(trống)", "xã A")]
        assert Particulars.objects.get(person=pk).home_place == "xã A"
