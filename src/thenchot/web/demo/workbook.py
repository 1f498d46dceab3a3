"""The Excel of a ward as it really arrives: title lines, two header rows with groups, a section for
each body, marks, years without days, identity numbers without their zero, names typed in an old
font, a total and signatures. Invented people.
"""

import io
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from thenchot.platform.office.reading.legacy_fonts import TCVN3

HEADS = (  # group, title, key, width
    ("", "TT", "", 5),
    ("", "Họ và tên khai sinh", "name", 24),
    ("Ngày, tháng, năm sinh", "Nam", "born_m", 11),
    ("Ngày, tháng, năm sinh", "Nữ", "born_f", 11),
    ("", "Số CCCD", "identity_no", 15),
    ("", "Ngày cấp", "identity_issued_on", 11),
    ("", "Dân tộc", "ethnicity", 8),
    ("", "Tôn giáo", "religion", 10),
    ("", "Quê quán", "home_place", 24),
    ("", "Nơi sinh", "birth_place", 24),
    ("", "Nơi ở hiện nay", "residence", 30),
    ("", "SĐT", "phone", 12),
    ("", "Chức vụ, chức danh", "title", 30),
    ("", "Đối tượng", "staff_kind", 11),
    ("Ngày vào Đảng", "Dự bị", "party_joined_on", 11),
    ("Ngày vào Đảng", "Chính thức", "party_official_on", 11),
    ("", "Số thẻ ĐV", "party_card_no", 11),
    ("Trình độ", "GDPT", "general_education", 7),
    ("Trình độ", "Chuyên môn", "degree", 22),
    ("Trình độ", "LLCT", "theory", 10),
    ("Trình độ", "QLNN", "state_management", 14),
    ("Trình độ", "Ngoại ngữ", "language", 10),
    ("Trình độ", "Tin học", "it", 9),
    ("Trình độ", "QPAN", "defence", 10),
    ("Ngạch, bậc lương", "Mã ngạch", "rank", 9),
    ("Ngạch, bậc lương", "Bậc", "step", 6),
    ("Ngạch, bậc lương", "Hệ số", "coefficient", 7),
    ("Ngạch, bậc lương", "Hưởng từ", "salary_from", 9),
    ("", "Ngày tuyển dụng", "recruited_on", 11),
    ("", "Ngày về cơ quan", "joined_office_on", 11),
    ("", "Lĩnh vực phụ trách", "main_work", 24),
    ("", "Sở trường", "strengths", 16),
    ("", "Số BHXH", "insurance_no", 12),
    ("", "Sức khỏe", "health", 10),
    ("", "Thành phần gia đình", "family_origin", 12),
    ("", "Đối tượng chính sách", "policy_group", 14),
    ("Cán bộ KHCN", "Đánh dấu x", "in_science", 8),
    ("", "Khen thưởng", "reward", 26),
    ("", "Kỷ luật", "discipline", 20),
    ("", "Ghi chú", "note", 16),
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_OLD = {letter: chr(code) for code, letter in TCVN3.items()}


def messy_workbook(
    sections: Sequence[tuple[str, Sequence[Mapping[str, Any]]]], *, ward: str, on: date
) -> bytes:
    """`sections`: the name of a body and its people, by the keys of `roster`; every tenth row is
    typed in another way.
    """
    import xlsxwriter

    target = io.BytesIO()
    with xlsxwriter.Workbook(
        target,
        {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    ) as book:
        assessment, looks = book.add_worksheet("Danh sach"), _looks(book)
        _above(assessment, ward, on, looks)
        row, number = 6, 0
        for at, (body, people) in enumerate(sections):
            assessment.merge_range(
                row, 0, row, len(HEADS) - 1, f"{_ROMAN[at]}. {body}", looks["section"]
            )
            for one in people:
                row, number = row + 1, number + 1
                _person(assessment, row, number, one, looks)
            row += 1
        assessment.write(row, 1, "Tổng cộng", looks["bold"])
        assessment.write(row, 2, number, looks["bold"])
        assessment.write(row + 2, 1, "NGƯỜI LẬP BIỂU", looks["bold"])
        assessment.write(
            row + 2,
            12,
            f"Phường {ward}, ngày {on.day} tháng {on.month} năm {on.year}",
            looks["bold"],
        )
        assessment.write(row + 3, 12, "TM. BAN THƯỜNG VỤ", looks["bold"])
        assessment.write(row + 6, 1, "Nguyễn Thị Lập", looks["bold"])
        assessment.write(row + 6, 12, "Trần Văn Ký", looks["bold"])
    return target.getvalue()


def _looks(book) -> dict[str, Any]:
    return {
        "bold": book.add_format({"bold": True}),
        "title": book.add_format({"bold": True, "align": "center"}),
        "head": book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center"}),
        "section": book.add_format({"bold": True, "border": 1, "bg_color": "#EEEEEE"}),
        "cell": book.add_format({"border": 1}),
        "day": book.add_format({"border": 1, "num_format": "dd/mm/yyyy"}),
        "old": book.add_format({"border": 1, "font_name": ".VnTime"}),
    }


def _above(assessment, ward: str, on: date, looks) -> None:
    last = len(HEADS) - 1
    assessment.merge_range(0, 0, 0, 6, f"ĐẢNG ỦY PHƯỜNG {ward.upper()}", looks["title"])
    assessment.merge_range(
        1, 0, 1, last, "DANH SÁCH TRÍCH NGANG CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC", looks["title"]
    )
    assessment.merge_range(2, 0, 2, last, f"(Tính đến ngày {on:%d/%m/%Y})", looks["title"])
    start = 0
    while start < len(HEADS):
        group, end = HEADS[start][0], start
        while group and end < last and HEADS[end + 1][0] == group:
            end += 1
        if not group:
            assessment.merge_range(3, start, 4, start, HEADS[start][1], looks["head"])
        elif end > start:
            assessment.merge_range(3, start, 3, end, group, looks["head"])
        else:
            assessment.write(3, start, group, looks["head"])
        for at in range(start, end + 1) if group else ():
            assessment.write(4, at, HEADS[at][1], looks["head"])
        start = end + 1
    for at, (_, _, _, width) in enumerate(HEADS):
        assessment.set_column(at, at, width)
        assessment.write(5, at, f"({at + 1})", looks["head"])


def _person(assessment, row: int, number: int, one: Mapping[str, Any], looks) -> None:
    assessment.write_number(row, 0, number, looks["cell"])
    for at, (_, _, key, _) in enumerate(HEADS):
        value = _cell(key, number, one) if key else None
        if isinstance(value, date):
            assessment.write_datetime(row, at, value, looks["day"])
        elif isinstance(value, int | float):
            assessment.write_number(row, at, value, looks["cell"])
        elif value:
            assessment.write_string(
                row, at, value, looks["old" if key == "name" and number % 17 == 0 else "cell"]
            )


def _cell(key: str, number: int, one: Mapping[str, Any]) -> Any:
    """How this row writes it: some years alone, some numbers as numbers, some names decomposed or
    in an old font.
    """
    if key in ("born_m", "born_f"):
        return _born(number, one) if one["sex"] == key[-1] else None
    value = one.get(key)
    if key == "name":
        return _typed(number, value)
    if key == "degree":
        return " ".join(filter(None, (_spoken(number, value), one.get("degree_field"))))
    if key == "language":
        return " ".join(filter(None, (value, one.get("language_level"))))
    if key == "identity_no" and number % 5 == 0:
        return int(value)
    if key == "in_science":
        return "x" if value else None
    return int(value) if key == "phone" and number % 6 == 0 else value


def _born(number: int, one: Mapping[str, Any]) -> Any:
    born = one["born"]
    return (
        f"{born:%d/%m/%Y}" if number % 3 == 0 else born.year if one.get("born_year_only") else born
    )


def _typed(number: int, name: str) -> str:
    if number % 17 == 0:
        return "".join(_OLD.get(letter, _OLD.get(letter.lower(), letter)) for letter in name)
    return (
        unicodedata.normalize("NFD", name)
        if number % 11 == 0
        else name.upper()
        if number % 7 == 0
        else name
    )


def _spoken(number: int, degree: str) -> str:
    short = {
        "Đại học": ("ĐH", "Đại học", "Cử nhân"),
        "Thạc sĩ": ("ThS", "Thạc sĩ", "Thạc sỹ"),
        "Cao đẳng": ("CĐ", "Cao đẳng", "Cao đẳng"),
    }
    return short.get(degree, (degree,) * 3)[number % 3]
