"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(Group.PROGRAMMES, 60, _("Bảng theo dõi"), "board", "programmes.see_board", bar=2),
    Entry(Group.PROGRAMMES, 80, _("Nhiệm vụ"), "task_list", "programmes.see_tasks", bar=4),
    Entry(Group.PROGRAMMES, 90, _("Chương trình"), "programme_list", "programmes.see_tasks"),
    Entry(Group.PROGRAMMES, 110, _("Nhập văn bản"), "import_start", "programmes.import"),
)
