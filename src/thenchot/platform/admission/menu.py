"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(Entry(Group.ADMIN, 190, _("Tài khoản"), "account_admin", "accounts.administer"))
register(Entry(Group.ADMIN, 191, _("Vai trò chờ xác nhận"), "grant_waiting", "accounts.confirm"))
