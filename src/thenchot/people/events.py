"""What the trail calls the events of this room, and the things they are about."""

from django.utils.translation import gettext_lazy as _

from thenchot.people.models import Appointment, Person
from thenchot.platform.audit.labels import register
from thenchot.platform.audit.pages import register_pages
from thenchot.platform.audit.subjects import register_subjects
from thenchot.platform.audit.watching import watch

register(
    {
        "person_created": _("Thêm người"),
        "person_corrected": _("Sửa thông tin của người"),
        "person_appointed": _("Ghi vị trí công tác"),
        "appointment_corrected": _("Sửa vị trí công tác"),
        "appointment_renewed": _("Bổ nhiệm lại, kéo dài thời hạn giữ chức vụ"),
        "appointment_ended": _("Kết thúc vị trí công tác"),
        "appointment_withdrawn": _("Bỏ vị trí đã ghi mà chưa nhận"),
        "appointment_restored": _("Giữ lại vị trí trước đó"),
        "account_linked": _("Gắn tài khoản với người"),
        "person_seated": _("Ghi người giữ chỗ trong tập thể"),
        "seating_ended": _("Thôi giữ chỗ trong tập thể"),
        "titles_linked": _("Khớp chức danh của các vị trí công tác"),
        "position_linked": _("Gắn vị trí công tác với vị trí việc làm"),
        "people_exported": _("Xuất danh sách người"),
        "people_imported": _("Nhập danh sách người"),
        "person_imported": _("Nhập hồ sơ từ Excel"),
        "import_mended": _("Sửa danh sách khi đọc thử"),
        "items_changed": _("Sửa các mục của hồ sơ"),
        "row_added": _("Thêm dòng vào hồ sơ"),
        "row_replaced": _("Thay dòng của hồ sơ"),
        "row_withdrawn": _("Bỏ dòng khỏi hồ sơ"),
        "proposal_made": _("Đề nghị sửa hồ sơ của mình"),
        "proposal_accepted": _("Nhận đề nghị sửa hồ sơ"),
        "proposal_returned": _("Trả lại đề nghị sửa hồ sơ"),
        "proposal_withdrawn": _("Rút đề nghị sửa hồ sơ"),
        "file_confirmed": _("Xác nhận hồ sơ đúng"),
        "pledge_signed": _("Ghi cam kết"),
        "pledge_reviewed": _("Nhìn lại cam kết"),
        "scan_added": _("Thêm bản quét hồ sơ giấy"),
        "photo_set": _("Đặt ảnh của hồ sơ"),
        "data_request_made": _("Yêu cầu về dữ liệu của mình"),
        "data_request_answered": _("Trả lời yêu cầu về dữ liệu"),
        "breach_noted": _("Vào sổ sự cố dữ liệu"),
        "breach_followed": _("Theo dõi sự cố dữ liệu"),
        "notice_read": _("Đã đọc thông báo xử lý dữ liệu"),
    }
)
register_subjects(
    {
        "people.person": _("hồ sơ cán bộ"),
        "people.particulars": _("các mục của sơ yếu lý lịch"),
        "people.formervalue": _("giá trị trước đây của một mục"),
        "people.confirmation": _("xác nhận hồ sơ hằng năm"),
        "people.pledge": _("cam kết rèn luyện, nêu gương"),
        "people.scan": _("bản chụp tài liệu hồ sơ"),
        "people.proposal": _("đề nghị thay đổi hồ sơ"),
        "people.datarequest": _("yêu cầu về dữ liệu"),
        "people.breach": _("sự cố dữ liệu cá nhân"),
        "people.noticeread": _("đã đọc thông báo xử lý dữ liệu"),
        "people.columnmapping": _("cách hiểu các cột của tệp"),
        "people.importcheck": _("lần đọc thử một danh sách"),
        "people.presence": _("người công tác tại địa phương"),
        "people.qualification": _("văn bằng, chứng chỉ, khóa bồi dưỡng"),
        "people.careerentry": _("quá trình công tác"),
        "people.salarystep": _("diễn biến lương"),
        "people.allowance": _("phụ cấp"),
        "people.reward": _("khen thưởng"),
        "people.discipline": _("kỷ luật"),
        "people.relative": _("quan hệ gia đình"),
        "people.background": _("đặc điểm lịch sử bản thân"),
        "people.appointment": _("vị trí công tác"),
        "people.seating": _("người giữ chỗ trong tập thể"),
    }
)
register_pages(
    {
        "person_detail": _("Trang tóm tắt"),
        "person_file": _("Hồ sơ"),
        "person_print": _("In lý lịch"),
        "file_proposal_detail": _("Đề nghị sửa hồ sơ"),
        "person_pledges": _("Cam kết"),
        "pledge_new": _("Ghi cam kết"),
        "pledge_docx": _("In cam kết"),
        "person_export": _("Danh sách Excel"),
        "person_export_whole": _("Xuất hồ sơ đầy đủ"),
        "person_edit": _("Sửa thông tin của người"),
        "person_import_check": _("Đối chiếu danh sách"),
        "committee_detail": _("Tập thể lãnh đạo"),
        "staff_statistics": _("Thống kê cán bộ"),
    }
)
watch(
    Person,
    ("full_name", "born_on", "born_year_only", "account"),
    dict.fromkeys(("person_created", "person_corrected", "account_linked"), "pk")
    | {"person_imported": "pk"},
)
watch(
    Appointment,
    ("person", "unit", "title", "is_head", "is_primary", "valid_from", "valid_to", "decision"),
    dict.fromkeys(("person_appointed", "appointment_corrected", "appointment_ended"), "pk")
    | {"person_imported": "person"},
)
