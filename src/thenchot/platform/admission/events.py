"""What the trail calls the events of this room, and the things they are about."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thenchot.platform.accounts.models import Account
from thenchot.platform.audit.labels import register
from thenchot.platform.audit.subjects import register_subjects
from thenchot.platform.audit.watching import watch
from thenchot.platform.scope.models import Grant

register(
    {
        "account_opened": _("Mở tài khoản"),
        "account_closed": _("Ngừng tài khoản"),
        "account_reopened": _("Mở lại tài khoản"),
        "signed_in": _("Đăng nhập"),
        "sign_in_refused": _("Đăng nhập bị từ chối"),
        "sign_in_locked": _("Tạm khóa đăng nhập"),
        "address_locked": _("Tạm khóa một máy vì thử nhiều tên"),
        "sessions_ended": _("Kết thúc phiên làm việc"),
        "factor_added": _("Bật xác thực hai lớp"),
        "factor_removed": _("Tắt xác thực hai lớp"),
        "factor_renewed": _("Tạo mã dự phòng mới"),
        "factors_taken_off": _("Gỡ xác thực hai lớp của tài khoản"),
        "password_changed": _("Đổi mật khẩu"),
        "password_reset": _("Đặt lại mật khẩu bằng phiếu"),
        "password_rehashed": _("Lưu lại mật khẩu theo cách băm mới"),
        "slip_printed": _("In phiếu mở tài khoản"),
        "slip_reset": _("In phiếu đặt lại mật khẩu"),
        "slip_cancelled": _("Hủy phiếu"),
        "grant_added": _("Giao vai trò"),
        "grant_ended": _("Thôi vai trò"),
        "grant_proposed": _("Đề nghị giao vai trò"),
        "reset_proposed": _("Đề nghị mật khẩu mới cho người giữ vai trò cần hai người"),
        "reset_confirmed": _("Xác nhận mật khẩu mới"),
        "grant_confirmed": _("Xác nhận giao vai trò"),
        "grant_dropped": _("Bỏ đề nghị giao vai trò"),
        "grant_delegated": _("Ủy quyền khi vắng mặt"),
    }
)
register_subjects(
    {
        "admission.slip": _("phiếu mở tài khoản"),
        "admission.proposal": _("đề nghị giao vai trò"),
        "scope.grant": _("vai trò được giao"),
        "accounts.account": _("tài khoản"),
    }
)
watch(
    Account,
    ("username", "password", "is_active"),
    dict.fromkeys(
        ("account_opened", "account_closed", "account_reopened", "password_changed"), "pk"
    )
    | {"password_reset": "pk", "password_rehashed": "pk"},
)
watch(
    Grant,
    ("account", "role", "path", "starts_on", "ends_on", "delegated_by", "revoked_at"),
    {
        "grant_added": "pk",
        "grant_delegated": "pk",
        "grant_ended": "pk",
        "unit_moved": lambda pk: Q(path__contains=f"/{pk}/"),
    },
)
