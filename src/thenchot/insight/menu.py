"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(Entry(Group.FIGURES, 70, _("Số liệu"), "insight_board", "insight.see"))
register(Entry(Group.FIGURES, 71, _("Dự báo đến 2030"), "forecast", "insight.see"))
