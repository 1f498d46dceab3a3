"""What the columns of lists of work are called, and lists that are stamped secret."""

from collections.abc import Callable, Mapping, Sequence

from thenchot.platform.office.excel.grid import cell_text, grids_of
from thenchot.platform.office.excel.tables import Heading, folded, read_tables
from thenchot.platform.office.excel.worksheets import BadSheet, Column
from thenchot.platform.office.reading.stamps import secret_stamp

ID = Column(
    "Mã, số của việc ở nguồn",
    key="id",
    is_required=True,
    names=(
        "Mã hồ sơ",
        "Số hồ sơ",
        "Mã văn bản",
        "Số ký hiệu",
        "Số, ký hiệu",
        "Số và ký hiệu",
        "Số văn bản",
        "Số đến",
        "Mã công việc",
        "Mã việc",
        "ID",
        "Mã",
    ),
)
PERSON = Column(
    "Người thực hiện",
    key="person",
    names=(
        "Người xử lý",
        "Cán bộ xử lý",
        "Cán bộ thụ lý",
        "Chuyên viên",
        "Chuyên viên xử lý",
        "Họ và tên",
        "Họ tên",
        "Người xử lý chính",
        "Cán bộ",
    ),
)
PERSON_CODE = Column(
    "Mã cán bộ", key="person_code", names=("Mã người xử lý", "Mã nhân viên", "Mã CBCC")
)
NAME = Column(
    "Nội dung việc",
    key="name",
    is_required=True,
    names=(
        "Trích yếu",
        "Trích yếu nội dung",
        "Nội dung",
        "Tên công việc",
        "Công việc",
        "Tên hồ sơ",
        "Tên thủ tục",
        "Thủ tục",
        "Tiêu đề",
    ),
)
KIND = Column(
    "Loại việc (để quy đổi)",
    key="kind",
    names=("Loại văn bản", "Loại hồ sơ", "Hình thức văn bản", "Loại", "Lĩnh vực", "Loại công việc"),
)
PRODUCT = Column(
    "Mã trong danh mục sản phẩm", key="product", names=("Mã CV", "Mã sản phẩm", "Mã danh mục")
)
QUANTITY = Column("Số lượng", key="quantity", names=("SL", "Số sản phẩm"))
DUE = Column(
    "Hạn",
    key="due",
    names=("Hạn xử lý", "Hạn giải quyết", "Ngày hẹn trả", "Ngày hẹn", "Thời hạn", "Hạn hoàn thành"),
)
DONE = Column(
    "Ngày xong",
    key="done",
    names=(
        "Ngày hoàn thành",
        "Ngày xử lý xong",
        "Ngày kết thúc",
        "Ngày trả kết quả",
        "Ngày trả",
        "Ngày có kết quả",
        "Ngày ban hành",
    ),
)
OUTPUT = Column(
    "Kết quả, sản phẩm",
    key="output",
    names=("Kết quả", "Sản phẩm", "Văn bản trả lời", "Kết quả xử lý"),
)
FIELDS = (ID, PERSON, PERSON_CODE, NAME, KIND, PRODUCT, QUANTITY, DUE, DONE, OUTPUT)
SECRECY = {"do mat", "muc do mat", "do khan mat"}
LEAST_COLUMNS = 3
STAMPED = 30  # rows in which a stamp stands over a list


def refuse_secret(content: bytes) -> None:
    """`BadSheet` for a list that is stamped secret or names a secret document: it is not kept at
    all (Luật 117/2025/QH15).
    """
    try:
        stamps = [
            secret_stamp(cell_text(cell))
            for sheet in grids_of(content)
            for row in sheet.rows[:STAMPED]
            for cell in row
        ]
        tables, _ = read_tables(content, rate_headings({}), needed=0, hidden_too=True)
    except BadSheet:
        return
    stamps += [
        secret_stamp(cell_text(cells[heading.at]), capitals=False)
        for table in tables
        for heading in table.headings
        if heading.parts[-1] in SECRECY
        for _, cells in table.body
        if heading.at < len(cells)
    ]
    if stamp := next(filter(None, stamps), None):
        raise BadSheet(
            f"Danh sách có việc mang dấu độ mật “{stamp}”. Hệ thống không được phép đọc, lưu hay "
            f"xử lý tài liệu mật; tệp không được giữ lại: "
            "xuất lại danh sách không có các dòng đó (Luật 117/2025/QH15)."
        )


def uses_of(headings: Sequence[Heading], columns: Mapping[str, str]) -> dict[str, Heading]:
    """What was said of a source before what the words mean; "" says the list has no such column."""
    by_key = {heading.key: heading for heading in headings}
    found = {}
    for column in FIELDS:
        if column.key in columns:
            heading = by_key.get(columns[column.key])
        else:
            heading = next(
                (
                    one
                    for name in (column.title, *column.names)
                    for one in headings
                    if one.parts[-1] == folded(name)
                ),
                None,
            )
        if heading and heading not in found.values():
            found[column.key] = heading
    return found


def rate_headings(columns: Mapping[str, str]) -> Callable[[Sequence[Heading]], float]:
    """A row of headings that are known, else the one with the most headings. Fewer than three
    different are a title.
    """

    def rated(headings: Sequence[Heading]) -> float:
        different = len({heading.key for heading in headings})
        return (
            len(uses_of(headings, columns)) + 0.1 * min(different, 9)
            if different >= LEAST_COLUMNS
            else 0.0
        )

    return rated
