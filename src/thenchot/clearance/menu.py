"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.PEOPLE,
        158,
        _("Tiêu chuẩn chính trị"),
        "clearance_list",
        "clearance.keep",
        ("/clearance/", "/conclusions/"),
    )
)
