"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.WORK,
        198,
        _("Kỷ luật, kỷ cương"),
        "discipline_breach_list",
        "discipline.see_breaches",
        ("/discipline/",),
    ),
)
