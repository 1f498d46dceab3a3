"""Lists of job positions from Excel: as offices write them, mended where they are wrong, written as
a whole, and out again without a difference.
"""

import io

import openpyxl
import pytest

from thenchot.kernel.decision import Refused
from thenchot.organisation.models import JobPosition
from thenchot.organisation.position_list import import_position_list, positions_xlsx
from thenchot.organisation.queries.schemes import list_positions
from thenchot.organisation.services import schemes
from thenchot.platform.audit.models import Event
from thenchot.platform.scope.actor import SYSTEM

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]
HEADER = [
    "TT",
    "Tên vị trí việc làm",
    "Mã VTVL",
    "Ngạch công chức",
    "Số lượng / biên chế",
    "Chuyên ngành",
    "Ghi chú",
]


@pytest.fixture
def scheme(world):
    return schemes.begin_scheme(
        SYSTEM, unit_id=world.units["ubnd"].pk, name="Đề án vị trí việc làm"
    )


def book(*rows, header=HEADER, above=(), merged=()) -> bytes:
    """`merged`: rows (as Excel numbers them) whose cells are one."""
    made, target = openpyxl.Workbook(), io.BytesIO()
    sheet = made.active
    for row in (*above, header, *rows):
        sheet.append(list(row))
    for number in merged:
        sheet.merge_cells(f"A{number}:{chr(64 + len(header))}{number}")
    made.save(target)
    return target.getvalue()


def read(scheme, content, *, dry_run=False):
    return import_position_list(SYSTEM, content, scheme_id=scheme.pk, dry_run=dry_run)


def problems(report):
    return [(one.row, one.column) for one in report.problems]


ROWS = (
    ["I. Nhóm lãnh đạo, quản lý"],
    [1, "Chủ tịch Ủy ban nhân dân", "LĐ-01", "", 1, "", ""],
    [2, "Phó Chủ tịch Ủy ban nhân dân", "LĐ-02", "-", "02", "", ""],
    ["II", "Vị trí việc làm chuyên môn, nghiệp vụ", "", "", 3, "", ""],
    [1, "Văn thư", "CM-03", "Chuyên viên", "1 người", "Lưu trữ học; Hành chính", "Kiêm thủ quỹ"],
    [2, "Địa chính", "CM-04", "01.003", 2, "Quản lý đất đai", ""],
    ["III. Nhóm hỗ trợ, phục vụ"],
    [1, "Bảo vệ", "HT-01", "", 1, "", ""],
    ["", "Tổng cộng", "", "", 7, "", ""],
)
ABOVE = (["UBND PHƯỜNG ĐÔNG KINH"], ["DANH MỤC VỊ TRÍ VIỆC LÀM"], [])


class TestAsOfficesWriteIt:
    def test_headings_give_the_group_and_every_row_its_position(self, scheme):
        report = read(scheme, book(*ROWS, above=ABOVE, merged=(5, 11)))
        assert report.problems == [] and report.is_done
        found = {one.code: one for one in JobPosition.objects.filter(scheme=scheme)}
        assert {code: (one.group, one.approved_number) for code, one in found.items()} == {
            "LĐ-01": ("leadership", 1),
            "LĐ-02": ("leadership", 2),
            "CM-03": ("professional", 1),
            "CM-04": ("professional", 2),
            "HT-01": ("support", 1),
        }
        clerk = found["CM-03"]
        assert clerk.rank_code == found["CM-04"].rank_code == "01.003"
        assert clerk.fields == ["Lưu trữ học", "Hành chính"]
        assert clerk.description == {"note": "Kiêm thủ quỹ"}
        assert found["LĐ-01"].title is not None
        assert {one.unit_id for one in found.values()} == {scheme.unit_id}

    def test_columns_in_any_order_and_by_other_names(self, scheme):
        header = ["Biên chế", "Nhóm", "Vị trí việc làm", "Mã số", "Ngạch tối thiểu"]
        rows = [[2, "Hỗ trợ, phục vụ", "Lái xe", "HT-09", "Nhân viên"]]
        assert read(scheme, book(*rows, header=header)).is_done
        one = JobPosition.objects.get(scheme=scheme)
        assert (one.name, one.group, one.approved_number) == ("Lái xe", "support", 2)

    def test_a_unit_over_its_positions(self, world, scheme):
        rows = [
            ["A", "Phòng Văn hóa - Xã hội", "", "", 2, "", ""],
            ["I. Nhóm chuyên môn, nghiệp vụ"],
            [1, "Phụ trách giáo dục", "CM-10", "", 1, "", ""],
        ]
        assert read(scheme, book(*rows)).is_done
        assert JobPosition.objects.get(scheme=scheme).unit == world.units["phòng văn hóa"]

    def test_without_codes_and_groups_both_are_proposed(self, scheme):
        rows = [["Chánh Văn phòng", 1], ["Văn thư", 1], ["Lái xe", 1]]
        report = read(scheme, book(*rows, header=["Tên vị trí", "Số người"]), dry_run=True)
        assert report.is_clean and not report.is_done and not JobPosition.objects.exists()
        assert [line.label for line in report.lines] == [
            "LD-01 · Chánh Văn phòng",
            "CM-01 · Văn thư",
            "HT-01 · Lái xe",
        ]
        assert {one.meaning_vi for one in report.guesses} >= {
            "không ghi mã, đặt LD-01",
            "không ghi nhóm, hiểu là Hỗ trợ, phục vụ",
        }

    def test_of_several_ranks_the_first_is_taken_and_told(self, scheme):
        rows = [[1, "Văn thư", "CM-1", "Chuyên viên hoặc tương đương", 1, "", ""]]
        report = read(scheme, book(*rows))
        assert JobPosition.objects.get().rank_code == "01.003"
        assert ("Ngạch", "hiểu là Chuyên viên") in {
            (one.column, one.meaning_vi) for one in report.guesses
        }


class TestWhatIsWrong:
    @pytest.mark.parametrize(
        ("row", "column", "said"),
        [
            ([1, "", "CM-1", "", 1, "", ""], "Tên vị trí việc làm", "ghi tên, hoặc xóa dòng"),
            ([1, "Văn thư", "CM-1", "Thượng tá", 1, "", ""], "Ngạch", "như “Chuyên viên”"),
            ([1, "Văn thư", "CM-1", "", "hai", "", ""], "Số lượng", "số nguyên từ 1"),
            ([1, "Văn thư", "CM-1", "", 0, "", ""], "Số lượng", "để trống hoặc bỏ dòng"),
            (["IV", "Ban điều hành chợ", "", "", "", "", ""], "Tên vị trí việc làm", "đề mục"),
        ],
    )
    def test_the_cell_is_named_with_its_remedy_and_nothing_is_written(
        self, scheme, row, column, said
    ):
        good = [2, "Địa chính", "CM-2", "", 1, "", ""]
        report = read(scheme, book(row, good))
        assert problems(report) == [(2, column)] and said in report.problems[0].reason_vi
        assert not report.is_done and not JobPosition.objects.exists()
        assert not Event.objects.filter(name="positions_imported").exists()

    def test_a_heading_over_the_whole_width_that_means_nothing(self, scheme):
        rows = [["Khối khác"], [1, "Văn thư", "CM-1", "", 1, "", ""]]
        report = read(scheme, book(*rows, merged=(2,)))
        assert problems(report) == [(2, "Tên vị trí việc làm")]

    def test_one_code_twice(self, scheme):
        rows = [[1, "Văn thư", "CM-1", "", 1, "", ""], [2, "Địa chính", "CM-1", "", 1, "", ""]]
        report = read(scheme, book(*rows))
        assert problems(report) == [(3, "Mã")]
        assert "trùng với dòng 2" in report.problems[0].reason_vi

    def test_a_group_or_unit_that_nobody_knows(self, scheme):
        header = ["Tên vị trí việc làm", "Nhóm", "Đơn vị"]
        report = read(scheme, book(["Văn thư", "Nhóm 7", "Phòng Vũ trụ"], header=header))
        assert problems(report) == [(2, "Đơn vị"), (2, "Nhóm")]
        assert "“Lãnh đạo, quản lý”" in report.problems[1].reason_vi

    def test_without_the_column_of_names(self, scheme):
        report = read(scheme, book([1, 2], header=["TT", "Số lượng"]))
        assert "Tên vị trí việc làm" in report.problems[0].reason_vi

    def test_a_scheme_that_is_no_draft(self, scheme):
        read(scheme, book(*ROWS))
        schemes.submit_scheme(SYSTEM, scheme_id=scheme.pk)
        with pytest.raises(Refused, match="lập lần mới"):
            read(scheme, book(*ROWS))


class TestOutAndInAgain:
    def exported(self, scheme):
        return positions_xlsx(list(list_positions(scheme)))

    def test_nothing_differs(self, scheme):
        read(scheme, book(*ROWS))
        before = list(JobPosition.objects.order_by("pk").values())
        report = read(scheme, self.exported(scheme))
        assert report.is_done and {line.action for line in report.lines} == {"unchanged"}
        assert report.guesses == [] and report.unknown_columns == ()
        assert list(JobPosition.objects.order_by("pk").values()) == before

    def test_into_another_scheme_the_same_list(self, world, scheme):
        read(scheme, book(*ROWS))
        content = self.exported(scheme)
        JobPosition.objects.update(is_dropped=True)
        report = read(scheme, content)
        assert report.created == 5 and self.exported(scheme) is not None
        assert JobPosition.objects.kept().count() == 5

    def test_what_changed_is_named_and_the_description_stays(self, scheme):
        read(scheme, book(*ROWS))
        clerk = JobPosition.objects.get(code="CM-03")
        schemes.put_position(
            SYSTEM, scheme_id=scheme.pk, position_id=clerk.pk,
            description={"goal": "Quản lý văn bản", "note": "Kiêm thủ quỹ"},
        )  # fmt: skip
        rows = [[1, "Văn thư", "CM-03", "Chuyên viên", 2, "", "Kiêm lưu trữ"]]
        report = read(scheme, book(*rows))
        assert [line.details for line in report.lines] == [
            "Chuyên môn, nghiệp vụ; Số lượng; Ghi chú"
        ]
        clerk.refresh_from_db()
        assert clerk.description == {"goal": "Quản lý văn bản", "note": "Kiêm lưu trữ"}
        assert (clerk.approved_number, clerk.fields) == (2, ["Lưu trữ học", "Hành chính"])

    def test_without_its_code_it_is_known_by_its_name(self, scheme):
        read(scheme, book(*ROWS))
        report = read(scheme, book(["Bảo vệ", 3], header=["Tên vị trí việc làm", "Số người"]))
        assert [(one.action, one.label) for one in report.lines] == [("updated", "HT-01 · Bảo vệ")]

    def test_the_trail_tells_the_list(self, scheme):
        read(scheme, book(*ROWS))
        event = Event.objects.get(name="positions_imported")
        assert event.facts == {"created": 5, "updated": 0, "unchanged": 0}
        assert event.subject_id == str(scheme.pk)
