"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.PEOPLE,
        159,
        _("Bố trí cán bộ"),
        "procedure_calendar",
        "placement.see_calendar",
        ("/placement/",),
    )
)
