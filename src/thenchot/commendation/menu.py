"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.WORK,
        199,
        _("Thi đua, khen thưởng"),
        "award_list",
        "commendation.see",
        ("/commendation/",),
    ),
)
