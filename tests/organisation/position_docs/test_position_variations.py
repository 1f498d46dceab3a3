"""A commune's own description: headings numbered in any way, tables merged, numbered or short,
levels as ranges.
"""

import io

import docx
import pytest

from thenchot.organisation.position_docs import tables
from thenchot.organisation.position_docs.reading import read_positions
from thenchot.platform.office.reading.docx import read_docx
from thenchot.platform.office.reading.model import MERGED


class Sheet:
    """A Word file put together line by line."""

    def __init__(self):
        self.document = docx.Document()

    def lines(self, *texts):
        for text in texts:
            self.document.add_paragraph(text)
        return self

    def table(self, *rows, merge=()):
        made = self.document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        for first, last in merge:
            a, b = made.cell(*first), made.cell(*last)
            kept = a.text
            a.merge(b).text = kept
        return self

    def read(self):
        content = io.BytesIO()
        self.document.save(content)
        return read_positions(read_docx(content.getvalue()))


def one(sheet):
    found = sheet.read()
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "heading",
    [
        "1. Mục tiêu vị trí việc làm",
        "1- Mục tiêu của vị trí việc làm:",
        "I. MỤC TIÊU",
        "a) Mục đích công việc",
        "Mục tiêu vị trí việc làm",
        "2.1 Mục tiêu vị trí",
    ],
)
def test_a_heading_is_known_whatever_its_number(heading):
    sheet = Sheet().lines(
        "Tên vị trí việc làm: Văn thư", heading, "Quản lý văn bản.", "Giữ con dấu."
    )
    assert one(sheet).description["goal"] == "Quản lý văn bản.\nGiữ con dấu."


def test_the_goal_may_stand_behind_its_heading():
    assert (
        one(Sheet().lines("Tên VTVL: Văn thư", "1. Mục tiêu: Quản lý văn bản")).description["goal"]
        == "Quản lý văn bản"
    )


@pytest.mark.parametrize(
    "facts",
    [
        [
            ["Tên VTVL: Văn thư", "Mã vị trí việc làm: TP-NVCN-03"],
            ["Ngày bắt đầu thực hiện: 01/7/2026", "Địa điểm làm việc: Trụ sở"],
        ],
        [
            ["Tên vị trí việc làm", "Văn thư"],
            ["Mã vị trí", "TP-NVCN-03"],
            ["Ngày bắt đầu", "01/7/2026"],
            ["Nơi làm việc", "Trụ sở"],
        ],
        [
            ["Tên vị trí việc làm:", "Văn thư", "Mã VTVL:", "TP-NVCN-03"],
            ["Ngày bắt đầu thực hiện:", "01/7/2026", "Nơi làm việc:", "Trụ sở"],
        ],
    ],
    ids=["label and text in one cell", "label beside text", "two pairs in a row"],
)
def test_facts_in_a_table(facts):
    found = one(Sheet().table(*facts))
    assert (found.name, found.code) == ("Văn thư", "TP-NVCN-03")
    assert (found.description["start"], found.description["place"]) == ("01/7/2026", "Trụ sở")


class TestTasks:
    NAMED = "Tên vị trí việc làm: Văn thư"

    def tasks(self, *rows, **facts):
        return one(Sheet().lines(self.NAMED).table(*rows, **facts)).description["tasks"]

    def test_three_columns(self):
        rows = [
            ["Mảng công việc", "Công việc cụ thể", "Tiêu chí đánh giá"],
            ["Văn bản", "Đăng ký", "Trong ngày"],
        ]
        assert self.tasks(*rows) == [["Văn bản", "Đăng ký", "Trong ngày"]]

    def test_a_numbering_column_is_dropped(self):
        rows = [
            ["TT", "Mảng công việc", "Công việc cụ thể", "Tiêu chí đánh giá"],
            ["1", "Văn bản", "Đăng ký", "Trong ngày"],
        ]
        assert self.tasks(*rows) == [["Văn bản", "Đăng ký", "Trong ngày"]]

    def test_two_columns_have_no_area(self):
        assert self.tasks(["Công việc", "Tiêu chí"], ["Đăng ký", "Trong ngày"]) == [
            ["", "Đăng ký", "Trong ngày"]
        ]

    def test_four_columns_keep_the_criterion_last(self):
        rows = [
            ["Mảng", "Công việc", "Sản phẩm", "Tiêu chí"],
            ["Văn bản", "Đăng ký", "Sổ", "Trong ngày"],
        ]
        assert self.tasks(*rows) == [["Văn bản", "Đăng ký; Sổ", "Trong ngày"]]

    def test_a_header_of_two_rows(self):
        rows = [
            ["Các nhiệm vụ, công việc", "", "Tiêu chí đánh giá"],
            ["Nhiệm vụ, mảng công việc", "Công việc cụ thể", ""],
            ["Văn bản", "Đăng ký", "Trong ngày"],
        ]
        merges = [((0, 0), (0, 1)), ((0, 2), (1, 2))]
        assert self.tasks(*rows, merge=merges) == [["Văn bản", "Đăng ký", "Trong ngày"]]

    def test_an_area_merged_downwards_is_said_of_every_row(self):
        rows = [
            ["Mảng công việc", "Công việc cụ thể", "Tiêu chí"],
            ["Văn bản", "Đăng ký", "Trong ngày"],
            ["", "Chuyển", "Ngay"],
        ]
        assert self.tasks(*rows, merge=[((1, 0), (2, 0))]) == [
            ["Văn bản", "Đăng ký", "Trong ngày"],
            ["Văn bản", "Chuyển", "Ngay"],
        ]


def test_relations_inside_and_outside_by_their_columns():
    sheet = Sheet().lines("Tên VTVL: Văn thư", "3. Các mối quan hệ công việc", "3.1. Bên trong")
    sheet.table(
        ["Được quản lý trực tiếp bởi", "Quản lý trực tiếp", "Các đơn vị phối hợp chính"],
        ["Chánh Văn phòng", "", "Các phòng"],
    )
    sheet.lines("3.2- Bên ngoài").table(
        ["Cơ quan, tổ chức có quan hệ chính", "Bản chất quan hệ"], ["Sở Nội vụ", "Xin ý kiến"]
    )
    said = one(sheet).description
    assert said["inside"] == [["Chánh Văn phòng", "", "Các phòng"]] and said["outside"] == [
        ["Sở Nội vụ", "Xin ý kiến"]
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["4.1. Chủ động", "4.2. Được cung cấp thông tin"],
        ["- Chủ động", "+ Được cung cấp thông tin"],
        ["a) Chủ động", "b) Được cung cấp thông tin"],
    ],
)
def test_authority_as_numbered_lines(lines):
    sheet = Sheet().lines("Tên VTVL: Văn thư", "4. Phạm vi quyền hạn", *lines)
    assert one(sheet).description["authority"] == ["Chủ động", "Được cung cấp thông tin"]


def test_qualification_by_its_labels_and_the_rest_is_told():
    sheet = (
        Sheet()
        .lines("Tên VTVL: Văn thư", "5.1. Yêu cầu về trình độ")
        .table(
            ["Nhóm yêu cầu", "Yêu cầu cụ thể"],
            ["Trình độ đào tạo", "Đại học"],
            ["Kiến thức bổ trợ", "QLNN"],
            ["Kinh nghiệm (thành tích công tác)", "Không"],
            ["Phẩm chất cá nhân", "Cẩn thận"],
            ["Ngoại hình", "Ưa nhìn"],
        )
    )
    found = one(sheet)
    asked = {
        "degree": "Đại học",
        "certificates": "QLNN",
        "experience": "Không",
        "qualities": "Cẩn thận",
    }
    assert found.description["qualification"] == asked and found.unread == ["Ngoại hình: Ưa nhìn"]


class TestCompetencies:
    @pytest.mark.parametrize(
        "head",
        [
            ("Nhóm năng lực", "Tên năng lực", "Cấp độ"),
            ("STT", "Năng lực", "Mức độ yêu cầu"),
            ("TT", "Tên năng lực", "Cấp độ năng lực"),
        ],
    )
    @pytest.mark.parametrize(
        ("level", "span"), [("2-3", [2, 3]), ("2 – 3", [2, 3]), ("3", [3, 3]), ("Cấp độ 4", [4, 4])]
    )
    def test_levels_and_ranges_under_several_headers(self, head, level, span):
        sheet = Sheet().lines("Tên VTVL: Văn thư").table(head, ("1", "Giao tiếp ứng xử", level))
        assert one(sheet).competencies == {"communication": span}

    def test_what_is_not_known_or_no_level_is_told(self):
        rows = [
            ("Nhóm năng lực", "Tên năng lực", "Cấp độ"),
            ("Chung", "Bơi lội", "2"),
            ("Chung", "Giao tiếp", "cao"),
            ("", "Năng lực chung", ""),
        ]
        found = one(Sheet().lines("Tên VTVL: Văn thư").table(*rows))
        assert found.competencies == {} and found.unread == ["Bơi lội: 2", "Giao tiếp: cao"]

    def test_a_management_competency_makes_a_leader(self):
        found = one(
            Sheet()
            .lines("Tên VTVL: Trưởng phòng")
            .table(("Năng lực", "Cấp độ"), ("Tư duy chiến lược", "2-3"))
        )
        assert found.group == "leadership" and found.guesses == [
            "không ghi nhóm, hiểu là lãnh đạo, quản lý"
        ]

    def test_the_framework_itself_is_not_taken_for_a_position(self):
        head = ("Năng lực", *(f"Cấp độ {n}" for n in range(1, 6)))
        sheet = Sheet().lines("Tên VTVL: Văn thư").table(head, ("Giao tiếp", *"abcde"))
        assert one(sheet).competencies == {}


def test_several_descriptions_in_one_file():
    sheet = Sheet()
    for name in ("Văn thư", "Kế toán", "Tư pháp"):
        sheet.lines(
            "BẢN MÔ TẢ CÔNG VIỆC",
            f"Tên vị trí việc làm: {name}",
            "1. Mục tiêu",
            f"Mục tiêu của {name.lower()}",
        )
    assert [(p.name, p.description["goal"]) for p in sheet.read()] == [
        (name, f"Mục tiêu của {name.lower()}") for name in ("Văn thư", "Kế toán", "Tư pháp")
    ]


def test_letterhead_and_signature_are_no_part_of_it():
    sheet = (
        Sheet()
        .table(["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
        .lines("Tên VTVL: Văn thư")
    )
    assert one(sheet.table(["Nơi nhận:\n- Như trên", "CHỦ TỊCH"])).unread == []


def test_what_fits_nowhere_is_kept_to_be_seen():
    sheet = Sheet().lines(
        "Tên VTVL: Văn thư", "5. Các yêu cầu về trình độ, năng lực", "Ghi chú của người soạn"
    )
    assert one(sheet.table(["Cột lạ", "Khác"], ["1", "2"])).unread == [
        "Ghi chú của người soạn",
        "Cột lạ | Khác",
    ]


def test_nothing_is_made_up_where_no_position_is():
    assert Sheet().lines("Kế hoạch công tác", "1. Mục tiêu", "Tăng trưởng").read() == []


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([], "letterhead"),
        ([["Nơi nhận:", "CHỦ TỊCH"]], "letterhead"),
        ([["Công việc", "Tiêu chí"]], "tasks"),
        ([["Quản lý trực tiếp", "Phối hợp"]], "inside"),
        ([["Cơ quan, tổ chức", "Quan hệ"]], "outside"),
        ([["TT", "Quyền hạn cụ thể"]], "authority"),
        ([["Nhóm yêu cầu", "Yêu cầu"]], "qualification"),
        ([["Tên năng lực", "Cấp độ"]], "competencies"),
        ([["Thông tin", "Nội dung"]], "facts"),
        ([["Mã VTVL", "A-1"]], "facts"),
        ([["Cấp độ 1", "Cấp độ 5"]], "framework"),
        ([["Họ tên", "Lương"]], "unknown"),
    ],
)
def test_tables_are_known_by_their_headers(rows, kind):
    assert tables.kind_of(rows) == kind


def test_merged_cells_are_filled_and_empty_rows_left_out():
    assert tables.filled([["a", "b"], [MERGED, "c"], ["", ""], [MERGED, MERGED]]) == [
        ["a", "b"],
        ["a", "c"],
        ["a", "c"],
    ]
