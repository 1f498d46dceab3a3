"""How the subjects of this room are worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        90,
        "excel",
        _("Nhập từ Excel"),
        _("Đọc thử, sửa, xác nhận: vào hết hoặc không dòng nào vào."),
        ("/people/import/", "/units/import/", "/units/duties/import/", "/years/months/import/"),
    ),
)
