"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.PEOPLE,
        155,
        _("Đào tạo, bồi dưỡng"),
        "training_plan_list",
        "training.see",
        ("/training/",),
    )
)
