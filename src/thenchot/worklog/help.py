"""How the subjects of this room are worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        50,
        "work",
        _("Công việc tuần, tháng"),
        _("Kế hoạch, việc được giao, việc phát sinh, báo kết quả."),
        (
            "/my/month/",
            "/work/",
            "/work-templates/",
            "/work-sources/",
            "/catalogues/",
            "/products/",
            "/product-proposals/",
        ),
    ),
)
