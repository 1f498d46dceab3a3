"""How the subjects of this room are worked on."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.help import Subject, register

register(
    Subject(
        10,
        "programmes",
        _("Chương trình và nhiệm vụ"),
        _("Từ văn bản đến việc được giao, được theo dõi, được báo xong."),
        (
            "/board/",
            "/tasks/",
            "/programmes/",
            "/import/",
            "/extensions/",
            "/difficulties/",
            "/targets/",
        ),
    ),
)
