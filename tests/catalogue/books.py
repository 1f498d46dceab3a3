"""Workbooks as communes keep them, made with openpyxl: titles over the header, sections between,
merged cells.
"""

import io

import openpyxl

HEADER = [
    "STT",
    "Mã CV",
    "Nhiệm vụ",
    "Công việc chi tiết",
    "Sản phẩm đầu ra",
    "Nhóm",
    "Khung điểm",
    "Điểm chấm",
    "Hệ số quy đổi",
    "Ghi chú",
]
WITH_BODY = ["STT", "Mã CV", "Phòng, ban chuyên môn", *HEADER[2:]]
TITLES = [
    "ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG KINH",
    "DANH MỤC SẢN PHẨM, CÔNG VIỆC",
    "(Kèm theo Quyết định số 283/QĐ-UBND ngày 31/5/2026)",
]
QL = [
    "I. Chỉ đạo, điều hành",
    [
        1,
        "QL.01",
        "Lãnh đạo chung",
        "Chỉ đạo xây dựng kế hoạch năm",
        "Kế hoạch",
        "N2",
        "11-50",
        20,
        4,
        None,
    ],
    [
        2,
        "QL.02",
        "Lãnh đạo chung",
        "Chủ trì họp giao ban",
        "Thông báo kết luận",
        "N1",
        "1-10",
        7.5,
        1.5,
        None,
    ],
    "II. Kiểm tra",
    [3, "QL.03", "Kiểm tra", "Kiểm tra cơ sở", "Kết luận kiểm tra", "N3", "51-100", 60, 12, "đợt"],
]
DC = [
    [
        1,
        "DC.01",
        "Văn bản",
        "Soạn văn bản hành chính đơn giản",
        "Văn bản",
        "N1",
        "1-10",
        5,
        1,
        None,
    ],
    [2, "DC.02", "Văn bản", "Soạn báo cáo tháng", "Báo cáo", "N1", "1-10", 10, 2, None],
]
VP = [
    "Văn phòng",
    [
        1,
        "VP.01",
        "Văn phòng HĐND và UBND",
        "Tiếp dân",
        "Trực tiếp dân thường xuyên",
        "Sổ tiếp dân",
        "N1",
        "1-10",
        3,
        0.6,
        None,
    ],
]
CRITERIA = [["STT", "Tiêu chí", "Điểm tối đa"], [1, "Phẩm chất chính trị", 5], [2, "Kỷ luật", 5]]


def ward_book(*, ql=QL, dc=DC, vp=VP) -> bytes:
    """General criteria, leadership tasks, common tasks, tasks of a division: the layout of law
    1.11.
    """
    book = openpyxl.Workbook()
    first = book.active
    first.title = "Tiêu chí chung"
    for row in CRITERIA:
        first.append(row)
    for title, header, rows in (
        ("Quản lý", HEADER, ql),
        ("Dùng chung", HEADER, dc),
        ("Văn phòng", WITH_BODY, vp),
    ):
        fill(book.create_sheet(title), header, rows)
    return saved(book)


def fill(sheet, header, rows, titles=TITLES) -> None:
    """A text alone is a section, merged over the row."""
    for text in titles:
        sheet.append([text])
        sheet.merge_cells(
            start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=len(header)
        )
    sheet.append(header)
    for row in rows:
        sheet.append([row] if isinstance(row, str) else row)
        if isinstance(row, str):
            sheet.merge_cells(
                start_row=sheet.max_row,
                end_row=sheet.max_row,
                start_column=1,
                end_column=len(header),
            )


def one_sheet(header, rows, *, title="Danh mục", titles=TITLES) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    fill(book.active, header, rows, titles)
    return saved(book)


def saved(book) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def named(content: bytes, name: str) -> io.BytesIO:
    """As an upload."""
    file = io.BytesIO(content)
    file.name = name
    return file
