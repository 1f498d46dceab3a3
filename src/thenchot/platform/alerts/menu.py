"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(Entry(Group.MINE, 100, _("Cảnh báo"), "alert_list", "alerts.see", bar=5))
