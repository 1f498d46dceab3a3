"""The columns of a list of units, the same in and out."""

from thenchot.organisation.enums import Bloc, UnitKind
from thenchot.platform.language import in_vietnamese
from thenchot.platform.office.excel.worksheets import Column


@in_vietnamese
def _labels(enum) -> tuple[str, ...]:
    return tuple(str(label) for label in enum.labels)


ID = Column("Mã hệ thống", 12, "id", ("ID",))
NAME = Column(
    "Tên đơn vị",
    48,
    "name",
    ("Đơn vị", "Tên cơ quan", "Tên cơ quan, đơn vị", "Cơ quan, đơn vị"),
    is_required=True,
)
SHORT_NAME = Column("Tên gọn", 22, "short_name", ("Tên viết tắt", "Viết tắt"))
CODE = Column("Mã đơn vị", 14, "code", ("Mã", "Mã định danh"))
PARENT = Column("Trực thuộc", 40, "parent", ("Đơn vị cấp trên", "Cấp trên", "Đơn vị cha", "Thuộc"))
KIND = Column("Loại", 26, "kind", ("Loại đơn vị", "Loại hình"), choices=_labels(UnitKind))
BLOC = Column("Khối", 20, "bloc", (), choices=_labels(Bloc))
POSITION = Column("Thứ tự", 8, "position", ("TT sắp xếp",))
SINCE = Column("Từ ngày", 12, "valid_from", ("Ngày thành lập", "Có từ ngày", "Hiệu lực từ"))
UNTIL = Column("Đến ngày", 12, "valid_to")

READ = (ID, NAME, SHORT_NAME, CODE, PARENT, KIND, BLOC, POSITION, SINCE)
WRITTEN = (*READ, UNTIL)
NOTES = (
    "Chỉ bắt buộc cột “Tên đơn vị”. Các cột có thể đứng theo thứ tự bất kỳ; cột thừa được bỏ qua.",
    (
        "“Trực thuộc”: tên đơn vị cấp trên, có trong tệp hoặc đã có trong hệ thống; để trống là "
        "trực "
        "thuộc xã, phường."
    ),
    (
        "“Mã hệ thống” do hệ thống cấp khi xuất danh sách: giữ nguyên để lần nhập sau cập nhật chứ "
        "không thêm trùng."
    ),
    "Ngày viết dd/mm/yyyy. Ô để trống không làm thay đổi điều đã có.",
)
