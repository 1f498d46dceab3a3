"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(Entry(Group.MINE, 10, _("Bàn làm việc"), "desk", bar=1))
