"""What each event is called on the page. Rooms above write events by code; here every code gets its words, and a test
finds the code that has none."""

from django.utils.translation import gettext_lazy as _

EVENTS = {
    # programmes
    "draft_started": _("Tải văn bản lên để đối chiếu"),
    "draft_read": _("Máy đọc xong văn bản"),
    "draft_dropped": _("Bỏ bản nháp"),
    "programme_confirmed": _("Xác nhận chương trình, giao nhiệm vụ"),
    "task_accepted": _("Đơn vị nhận việc"),
    "task_clarified": _("Làm rõ nhiệm vụ"),
    "task_commented": _("Góp ý vào nhiệm vụ"),
    "progress_reported": _("Báo tiến độ"),
    "instance_done": _("Báo xong một kỳ"),
    "task_submitted": _("Trình thông qua kết quả"),
    "task_approved": _("Thông qua kết quả"),
    "task_returned": _("Trả lại kết quả"),
    "task_done": _("Báo hoàn thành"),
    "task_amended": _("Điều chỉnh nhiệm vụ"),
    "task_serves_programme": _("Gắn nhiệm vụ với chương trình khác"),
    "task_traced": _("Gắn với nội dung của cấp trên"),
    "extension_asked": _("Xin gia hạn"),
    "extension_granted": _("Đồng ý gia hạn"),
    "extension_refused": _("Không đồng ý gia hạn"),
    "document_arrived": _("Ghi văn bản đã tới"),
    "date_set": _("Đặt hạn"),
    "difficulty_raised": _("Nêu vướng mắc"),
    "difficulty_answered": _("Trả lời vướng mắc"),
    "dependency_added": _("Ghi ràng buộc giữa hai nhiệm vụ"),
    "dependency_released": _("Gỡ ràng buộc giữa hai nhiệm vụ"),
    "target_read": _("Ghi số liệu chỉ tiêu"),
    # documents
    "directive_registered": _("Vào sổ văn bản"),
    "directive_linked": _("Liên kết văn bản"),
    "original_attached": _("Đính kèm bản gốc"),
    # people
    "person_created": _("Thêm người"),
    "person_corrected": _("Sửa thông tin của người"),
    "person_appointed": _("Ghi vị trí công tác"),
    "appointment_corrected": _("Sửa vị trí công tác"),
    "appointment_ended": _("Kết thúc vị trí công tác"),
    "account_linked": _("Gắn tài khoản với người"),
    "people_exported": _("Xuất danh sách người"),
    "people_imported": _("Nhập danh sách người"),
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
    "data_request_made": _("Yêu cầu về dữ liệu của mình"),
    "data_request_answered": _("Trả lời yêu cầu về dữ liệu"),
    "breach_noted": _("Vào sổ sự cố dữ liệu"),
    "breach_followed": _("Theo dõi sự cố dữ liệu"),
    "notice_read": _("Đã đọc thông báo xử lý dữ liệu"),
    # organisation
    "unit_created": _("Thêm đơn vị"),
    "unit_renamed": _("Đổi tên đơn vị"),
    "unit_corrected": _("Sửa đơn vị"),
    "unit_moved": _("Chuyển đơn vị"),
    "unit_dissolved": _("Kết thúc đơn vị"),
    "units_imported": _("Nhập cây đơn vị"),
    "alias_remembered": _("Nhớ tên gọi của đơn vị"),
    "term_opened": _("Mở nhiệm kỳ"),
    # platform
    "account_opened": _("Mở tài khoản"),
    "account_closed": _("Ngừng tài khoản"),
    "account_reopened": _("Mở lại tài khoản"),
    "password_reset": _("Đặt lại mật khẩu bằng phiếu"),
    "slip_printed": _("In phiếu mở tài khoản"),
    "slip_reset": _("In phiếu đặt lại mật khẩu"),
    "slip_cancelled": _("Hủy phiếu"),
    "grant_added": _("Giao vai trò"),
    "grant_ended": _("Thôi vai trò"),
    "grant_delegated": _("Ủy quyền khi vắng mặt"),
    "alert_acknowledged": _("Nhận cảnh báo"),
    "alert_exempted": _("Miễn cảnh báo"),
    "alert_reopened": _("Mở lại cảnh báo"),
    "policy_entered": _("Nhập chính sách của địa phương"),
    "policy_confirmed": _("Xác nhận chính sách của địa phương"),
    "policy_withdrawn": _("Rút lại chính sách của địa phương"),
    "file_stored": _("Lưu tệp"),
    "backup_made": _("Sao lưu"),
    "keys_rotated": _("Thay khóa"),
}


def label_of(name: str) -> str:
    """Words of an event; the bare code where there are none, so that nothing in the trail is hidden."""
    return str(EVENTS.get(name, name))


def choices() -> list[tuple[str, str]]:
    """For a filter: every event, in the order of its words."""
    return [
        ("", str(_("Mọi việc"))),
        *sorted(((name, str(label)) for name, label in EVENTS.items()), key=lambda c: c[1]),
    ]
