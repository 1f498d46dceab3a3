"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.PEOPLE,
        163,
        _("Chế độ, chính sách"),
        "benefit_policy_list",
        "benefits.see_policies",
        ("/benefits/",),
    )
)
