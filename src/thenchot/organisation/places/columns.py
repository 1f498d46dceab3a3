"""The columns of the official list of communes, as its several editions call them."""

from thenchot.platform.office.excel.worksheets import Column

PROVINCE_CODE = Column(
    "Mã TP/Tỉnh",
    12,
    "province_code",
    ("Mã tỉnh", "Mã TP", "Mã tỉnh, thành phố", "Mã tỉnh/thành phố", "Mã TP Tỉnh", "Mã TP (Tỉnh)"),
)
PROVINCE = Column(
    "Tên tỉnh",
    26,
    "province",
    (
        "Tỉnh",
        "Tỉnh Thành Phố",
        "Tỉnh, thành phố",
        "Tỉnh / Thành phố",
        "Tên TP/Tỉnh",
        "Tên tỉnh, thành phố",
    ),
)
CODE = Column(
    "Mã xã",
    12,
    "code",
    (
        "Mã",
        "Mã PX",
        "Mã phường xã",
        "Mã phường, xã",
        "Mã xã, phường",
        "Mã đơn vị hành chính",
        "Mã ĐVHC",
    ),
    is_required=True,
)
NAME = Column(
    "Tên xã",
    34,
    "name",
    (
        "Phường Xã",
        "Tên",
        "Tên xã, phường",
        "Xã, phường",
        "Tên phường xã",
        "Tên xã, phường, đặc khu",
        "Tên đơn vị hành chính",
    ),
    is_required=True,
)
LEVEL = Column("Cấp", 14, "level", ("Loại", "Cấp hành chính", "Loại hình"))

READ = (PROVINCE_CODE, PROVINCE, CODE, NAME, LEVEL)
NOTES = (
    "Danh mục chính thức của Tổng cục Thống kê (danhmuchanhchinh.nso.gov.vn) nhập được nguyên tệp.",
    "Khớp theo mã xã năm chữ số; số 0 ở đầu bị mất sẽ được thêm lại. Tỉnh: theo mã hoặc theo tên.",
    "Ngày danh mục có hiệu lực được hỏi khi tải tệp; tên và tỉnh trước ngày đó vẫn được giữ.",
)
