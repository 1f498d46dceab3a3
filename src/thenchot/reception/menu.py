"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.PROGRAMMES,
        125,
        _("Tiếp công dân"),
        "citizen_slot_list",
        "reception.see",
        ("/citizens/",),
    )
)
