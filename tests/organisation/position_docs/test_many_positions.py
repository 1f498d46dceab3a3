"""A book of descriptions as communes bind it: one position for each, in the group that its code or
the heading above it says.
"""

import pytest
from tests.organisation.position_docs.test_position_variations import Sheet

GROUPS = (
    ("I. VỊ TRÍ VIỆC LÀM LÃNH ĐẠO, QUẢN LÝ", "LĐQL", "leadership", 9),
    ("II. NHÓM VỊ TRÍ VIỆC LÀM NGHIỆP VỤ CHUYÊN NGÀNH", "NVCN", "professional", 20),
    ("III. Nhóm chuyên môn dùng chung", "CMDC", "professional", 6),
    ("IV. Vị trí việc làm hỗ trợ, phục vụ", "HTPV", "support", 4),
)
LEVELS = [["Năng lực", "Cấp độ"], ["Giao tiếp ứng xử", "2"], ["Quản lý sự thay đổi", "1"]]


def facts(sheet, name, code, shape):
    """The first table in the ways offices merge it."""
    if shape == "over two rows":
        rows = [
            [f"Tên VTVL: {name}", f"Mã vị trí việc làm: {code}" if code else ""],
            ["", "Ngày bắt đầu thực hiện: 01/7/2026"],
            ["Địa điểm làm việc: Trụ sở", ""],
        ]
        return sheet.table(*rows, merge=[((0, 0), (1, 0))])
    if shape == "label and value":
        rows = [
            ["Tên vị trí việc làm", name, "Mã vị trí", code],
            ["", "", "Ngày bắt đầu", "01/7/2026"],
        ]
        return sheet.table(*rows, merge=[((0, 0), (1, 0)), ((0, 1), (1, 1))])
    if shape == "heading over the width":
        rows = [["Thông tin chung", ""], ["Tên VTVL", name], ["Mã VTVL", code]]
        return sheet.table(*rows, merge=[((0, 0), (0, 1))])
    rows = [[f"Tên vị trí việc làm: {name}", ""], ["Mã VTVL", code]]
    return sheet.table(*rows, merge=[((0, 0), (0, 1))])


SHAPES = ("over two rows", "label and value", "heading over the width", "over the width")


def book(*, coded=True, headed=True, titled=False):
    sheet, at = Sheet(), 0
    for heading, mark, _, count in GROUPS:
        sheet.lines(*([heading] if headed else []))
        for n in range(1, count + 1):
            name = f"Vị trí {mark} thứ {n}"
            sheet.lines("BẢN MÔ TẢ VỊ TRÍ VIỆC LÀM", *([f"Tên VTVL: {name}"] if titled else []))
            facts(sheet, name, f"X-{mark}-{n:02d}" if coded else "", SHAPES[at % 4])
            sheet.lines("1. Mục tiêu vị trí việc làm", "Làm việc được giao.")
            sheet.table(*LEVELS)
            at += 1
    return sheet.read()


@pytest.mark.parametrize("titled", [False, True], ids=["in the table", "in a line too"])
@pytest.mark.parametrize(("coded", "headed"), [(True, False), (False, True), (True, True)])
def test_39_descriptions_are_39_positions_in_their_groups(coded, headed, titled):
    found = book(coded=coded, headed=headed, titled=titled)
    assert len(found) == 39
    assert [position.group for position in found] == [
        group for _, _, group, count in GROUPS for _ in range(count)
    ]
    assert all(position.description["goal"] == "Làm việc được giao." for position in found)
    assert not coded or len({position.code for position in found}) == 39


@pytest.mark.parametrize(
    ("name", "level", "group"),
    [
        ("Trưởng phòng Kinh tế", "1", "leadership"),
        ("Phó Chủ tịch Ủy ban nhân dân", "1", "leadership"),
        ("Nhân viên lái xe", "1", "support"),
        ("Chuyên viên về nội vụ", "1", "professional"),
        ("Phụ trách tổng hợp", "3", "leadership"),
    ],
)
def test_without_code_and_heading_the_name_says_it_then_what_is_asked(name, level, group):
    sheet = Sheet().lines(f"Tên VTVL: {name}")
    sheet.table(["Năng lực", "Cấp độ"], ["Quản lý sự thay đổi", level])
    found = sheet.read()
    assert [position.group for position in found] == [group]
    assert "không ghi nhóm" in found[0].guesses[-1]


def test_two_positions_of_one_name_stay_two():
    sheet = Sheet()
    for code in ("A-NV-1", "A-NV-2"):
        sheet.lines("BẢN MÔ TẢ VỊ TRÍ VIỆC LÀM", "Tên VTVL: Chuyên viên", f"Mã VTVL: {code}")
        sheet.lines("Mục tiêu vị trí việc làm", "Việc riêng.")
    assert [position.code for position in sheet.read()] == ["A-NV-1", "A-NV-2"]
