"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(Entry(Group.ADMIN, 200, _("Nhật ký"), "audit_list", "audit.see"))
