"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.WORK,
        196,
        _("Kiểm tra, giám sát"),
        "inspection_list",
        "oversight.see",
        ("/oversight/",),
    ),
    Entry(
        Group.WORK,
        197,
        _("Giám sát, phản biện xã hội"),
        "social_list",
        "oversight.see_social",
        ("/oversight/social/",),
    ),
)
