"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, register

register(
    Entry(60, _("Bảng theo dõi"), "board", "programmes.see_board"),
    Entry(80, _("Nhiệm vụ"), "task_list", "programmes.see_tasks"),
    Entry(90, _("Chương trình"), "programme_list", "programmes.see_tasks"),
    Entry(110, _("Nhập văn bản"), "import_start", "programmes.import"),
)
