"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(Entry(Group.FIGURES, 70, _("Số liệu"), "insight_board", "insight.see"))
