"""From an export to who was on time: taken in once, changed with a receipt, excused."""

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document
from tests import town_citizens as town
from tests.registers import answer_of, rows_of_excel
from tests.worlds import signed_in

from thenchot.citizens import prints
from thenchot.citizens.alerts import late_cases
from thenchot.citizens.listings import changed
from thenchot.citizens.models import Case, CaseChange
from thenchot.citizens.queries.cases import list_cases, punctualities
from thenchot.citizens.rules.columns import LOCAL
from thenchot.citizens.services import cases, outages
from thenchot.kernel.decision import Refused
from thenchot.platform.audit.models import Event
from thenchot.platform.clock import now, today
from thenchot.platform.files.services import read_stored

pytestmark = pytest.mark.django_db

BEGUN = datetime(2026, 11, 2, 8, 0, tzinfo=LOCAL)
DUE = datetime(2026, 11, 6, 17, 0, tzinfo=LOCAL)
LATE = datetime(2026, 11, 7, 9, 0, tzinfo=LOCAL)


def rows(**more) -> list[dict]:
    return [
        town.row("H01", BEGUN, DUE, finished=DUE),
        town.row("H02", BEGUN, DUE, finished=LATE),
        town.row("H03", BEGUN, DUE, status=4, **more),
    ]


class TestImport:
    def test_every_row_becomes_a_case(self, citizens):
        unit = citizens.unit("phòng văn hóa")
        batch = town.take(citizens.clerk, citizens.world.ward, rows(unit=unit.name))
        assert (batch.rows, batch.created, batch.left_out) == (3, 3, 0)
        stands = {one.code: one.punctual for one in list_cases(citizens.clerk)}
        assert stands == {"H01": "on_time", "H02": "late", "H03": "late"}
        assert Case.objects.get(code="H03").unit == unit
        assert Case.objects.get(code="H01").unit == citizens.world.ward

    def test_the_same_file_is_told_and_not_read_again(self, citizens):
        home = citizens.world.ward
        town.take(citizens.clerk, home, rows())
        upload = SimpleUploadedFile("lai.xlsx", read_stored(Case.objects.first().batch.file))
        with pytest.raises(Refused, match="đã nhập ngày"):
            cases.keep_export(citizens.clerk, unit_id=home.pk, upload=upload)

    def test_a_case_that_changed_leaves_its_receipt(self, citizens):
        home = citizens.world.ward
        town.take(citizens.clerk, home, rows())
        batch = town.take(citizens.clerk, home, rows(finished=LATE), name="moi.xlsx")
        assert (batch.created, batch.updated, batch.unchanged) == (0, 1, 2)
        change = CaseChange.objects.get()
        assert change.fields["finished_at"] == ["", "09:00 07/11/2026"]
        assert not {"applicant", "person_key"} & change.fields.keys()

    def test_the_receipt_speaks_in_words(self, citizens):
        home, unit = citizens.world.ward, citizens.unit("phòng văn hóa")
        town.take(citizens.clerk, home, [town.row("H1", BEGUN, DUE, status=4)])
        later = [town.row("H1", BEGUN, DUE, finished=DUE, unit=unit.name)]
        town.take(citizens.clerk, home, later, name="moi.xlsx")
        told = changed(CaseChange.objects.get())
        assert "Trạng thái: đang xử lý → đã xử lý xong" in told
        assert f"Đơn vị xử lý: {home.name} → {unit.name}" in told

    def test_rows_that_do_not_read_are_left_out_and_told(self, citizens):
        wrong = [
            town.row("", BEGUN),
            town.row("H09", BEGUN) | {"received_at": "hôm qua"},
            town.row("H10", BEGUN, status=77),
            town.row("H11", BEGUN, DUE),
            town.row("H11", BEGUN, DUE),
        ]
        batch = town.take(citizens.clerk, citizens.world.ward, wrong)
        assert (batch.created, batch.left_out) == (1, 4)
        assert [number for number, _why in batch.problems] == [2, 3, 4, 6]

    def test_a_text_file_reads_like_a_workbook(self, citizens):
        home = citizens.world.ward
        lines = [";".join(town.HEADS.values())]
        lines += [";".join(str(one.get(key, "")) for key in town.HEADS) for one in rows()]
        upload = SimpleUploadedFile("mot-cua.csv", "\n".join(lines).encode("utf-8-sig"))
        file = cases.keep_export(citizens.clerk, unit_id=home.pk, upload=upload)
        begun = cases.begin_import(citizens.clerk, file_id=file.pk, mapping=town.HEADS)
        assert cases.take_in(citizens.clerk, batch_id=begun.pk).created == 3

    def test_the_mapping_is_remembered(self, citizens):
        home = citizens.world.ward
        town.take(citizens.clerk, home, rows())
        assert cases.remembered_columns(home)["code"] == "Mã hồ sơ"

    def test_names_of_citizens_stay_sealed_and_out_of_the_trail(self, citizens):
        town.take(citizens.clerk, citizens.world.ward, rows())
        assert Case.objects.get(code="H01").applicant == "Người dân H01"
        for event in Event.objects.all():
            assert "Người dân H01" not in str(event.facts)

    def test_another_ward_sees_none(self, citizens):
        town.take(citizens.clerk, citizens.world.ward, rows())
        stranger = citizens.world.actor("clerk", citizens.world.other_ward)
        assert not list_cases(stranger).exists()


class TestOutage:
    def test_confirmed_by_another_it_excuses(self, citizens):
        home = citizens.world.ward
        town.take(citizens.clerk, home, rows())
        begun = datetime(2026, 11, 5, 8, 0, tzinfo=LOCAL)
        one = town.report(citizens.clerk, home, begun, hours=20)
        with pytest.raises(Refused):
            outages.confirm_outage(citizens.clerk, outage_id=one.pk)
        assert list_cases(citizens.clerk).get(code="H02").punctual == "late"
        outages.confirm_outage(citizens.leader, outage_id=one.pk)
        outages.excuse(citizens.leader, outage_id=one.pk)
        assert list_cases(citizens.clerk).get(code="H02").punctual == "excused"
        (told,) = punctualities(citizens.clerk, "citizens.see", 2026, "unit", now())
        assert (told.on_time, told.late, told.excused) == (1, 2, 1)
        assert (told.raw.part, told.fair.part, told.fair.whole) == (1, 2, 3)

    def test_it_does_not_end_in_the_future(self, citizens):
        with pytest.raises(Refused, match="không sau lúc này"):
            town.report(citizens.clerk, citizens.world.ward, now(), hours=5)


class TestYears:
    def test_a_year_is_measured_at_its_end(self, citizens):
        """Due in December, given in January: late in the old year for good."""
        begun = datetime(2025, 12, 1, 8, 0, tzinfo=LOCAL)
        due = datetime(2025, 12, 20, 17, 0, tzinfo=LOCAL)
        done = datetime(2026, 1, 10, 9, 0, tzinfo=LOCAL)
        running = datetime(2026, 1, 5, 17, 0, tzinfo=LOCAL)
        told = [
            town.row("H1", begun, due, finished=done),
            town.row("H2", begun, running, finished=datetime(2026, 1, 4, 9, 0, tzinfo=LOCAL)),
        ]
        town.take(citizens.clerk, citizens.world.ward, told)
        said = (citizens.clerk, "citizens.see")
        (old,) = punctualities(*said, 2025, "unit", now())
        (new,) = punctualities(*said, 2026, "unit", now())
        assert (old.on_time, old.late, old.running) == (0, 1, 1)
        assert (new.on_time, new.late, new.running) == (1, 1, 0)

    def test_no_share_of_too_few(self, citizens):
        town.take(citizens.clerk, citizens.world.ward, rows())
        found = rows_of_excel(
            answer_of(citizens.world.account("clerk"), "onestop_punctuality_list")
        )
        assert (found[0]["Trễ"], found[0]["Theo Cổng"]) == (2, None)


class TestApology:
    def case(self, citizens, due: datetime) -> Case:
        town.take(citizens.clerk, citizens.world.ward, [town.row("H20", BEGUN, due, status=4)])
        return Case.objects.get(code="H20")

    def test_in_time_once_with_a_working_day(self, citizens, tmp_path):
        due = datetime(2026, 11, 25, 17, 0, tzinfo=LOCAL)
        case = self.case(citizens, due)
        made = town.apologise(citizens.clerk, case)
        assert made.new_due_on.isoformat() == "2026-12-02"
        with pytest.raises(Refused, match="đã hẹn lại"):
            town.apologise(citizens.clerk, case)
        file = tmp_path / "thu.docx"
        file.write_bytes(prints.build(prints.apology_letter(made)))
        text = "\n".join(one.text for one in Document(str(file)).paragraphs)
        assert "H20" in text and "02/12/2026" in text

    def test_on_the_day_itself_it_is_too_late(self, citizens):
        due = datetime(2026, 11, 20, 17, 0, tzinfo=LOCAL)
        with pytest.raises(Refused, match="chậm nhất 1 ngày"):
            town.apologise(citizens.clerk, self.case(citizens, due))


class TestPages:
    def test_what_is_late_is_told_to_the_unit(self, citizens):
        unit = citizens.unit("phòng văn hóa")
        town.take(citizens.clerk, citizens.world.ward, rows(unit=unit.name))
        (found,) = late_cases(today())
        assert found.unit_path == unit.path and "1 hồ sơ quá hạn" in found.message

    def test_from_upload_to_the_receipt_in_pages(self, citizens):
        browser = signed_in(citizens.world.account("clerk"))
        home = citizens.world.ward
        upload = SimpleUploadedFile("mot-cua.xlsx", town.export(rows()))
        answer = browser.post(reverse("onestop_import"), {"unit": home.pk, "file": upload})
        page = browser.get(answer.url).content.decode()
        assert "Số biên nhận" not in page and "Mã hồ sơ" in page
        answer = browser.post(answer.url, town.HEADS)
        assert browser.get(answer.url).status_code == 200

    @pytest.mark.parametrize("size", [1, 25])
    def test_lists_cost_the_same_at_one_and_at_many(
        self, citizens, size, django_assert_max_num_queries
    ):
        many = [town.row(f"H{n}", BEGUN, DUE, status=4) for n in range(size)]
        town.take(citizens.clerk, citizens.world.ward, many)
        browser = signed_in(citizens.world.account("clerk"))
        routes = ("onestop_case_list", "onestop_outage_list", "onestop_punctuality_list")
        for url in [
            *(reverse(route) for route in routes),
            reverse("onestop_case", args=[Case.objects.first().pk]),
        ]:
            browser.get(url)
            with django_assert_max_num_queries(14):
                assert browser.get(url).status_code == 200

    def test_the_list_leaves_as_excel(self, citizens):
        town.take(citizens.clerk, citizens.world.ward, rows())
        found = rows_of_excel(answer_of(citizens.world.account("clerk"), "onestop_case_list"))
        assert {row["Mã hồ sơ"] for row in found} == {"H01", "H02", "H03"}
