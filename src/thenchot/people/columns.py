"""The columns of a list of people, the same in and out."""

from thenchot.platform.office.sheets import Column

ID = Column("Mã hệ thống", 12, "id", ("ID",))
CODE = Column("Mã cán bộ", 14, "code", ("Mã CBCCVC", "Mã số", "Số hiệu", "Mã"))
NAME = Column("Họ và tên", 28, "name", ("Họ tên", "Họ và tên khai sinh", "Họ, tên", "Tên"), is_required=True)
BORN = Column("Ngày sinh", 14, "born", ("Năm sinh", "Ngày, tháng, năm sinh", "Ngày tháng năm sinh", "Sinh ngày"))
SEX = Column("Giới tính", 10, "sex", ("Nam/Nữ", "Giới"), choices=("Nữ", "Nam"))
UNIT = Column("Đơn vị", 40, "unit", ("Đơn vị công tác", "Cơ quan, đơn vị", "Cơ quan", "Phòng, ban", "Bộ phận"))
TITLE = Column("Chức danh", 28, "title", ("Chức vụ", "Chức vụ, chức danh", "Vị trí việc làm", "Chức danh, chức vụ"))
HEAD = Column("Đứng đầu", 10, "is_head", ("Người đứng đầu", "Trưởng đơn vị"))
SINCE = Column("Từ ngày", 12, "valid_from", ("Ngày giữ chức vụ", "Giữ chức vụ từ", "Bổ nhiệm từ ngày"))
EMAIL = Column("Thư điện tử", 28, "email", ("Email", "E-mail", "Thư"))

READ = (ID, CODE, NAME, BORN, SEX, UNIT, TITLE, HEAD, SINCE, EMAIL)
PRIVATE = (BORN, EMAIL)
NOTES = (
    "Chỉ bắt buộc cột “Họ và tên”. Các cột có thể đứng theo thứ tự bất kỳ; cột thừa được bỏ qua.",
    "Ngày viết dd/mm/yyyy; nếu chỉ biết năm sinh thì ghi năm, ví dụ 1980.",
    "“Đơn vị”: tên đơn vị trong cây tổ chức (UBND, VP… cũng hiểu); để trống là xã, phường.",
    "“Đứng đầu”: đánh x nếu là người đứng đầu đơn vị.",
    "“Mã hệ thống” do hệ thống cấp khi xuất danh sách: giữ nguyên để lần nhập sau cập nhật chứ không thêm trùng.",
    "Ô để trống không làm thay đổi điều đã có.",
)
