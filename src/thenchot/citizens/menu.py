"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.PROGRAMMES,
        129,
        _("Phục vụ người dân"),
        "onestop_case_list",
        "citizens.see",
        ("/served/",),
    )
)
