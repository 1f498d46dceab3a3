"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.PEOPLE,
        156,
        _("Quy hoạch cán bộ"),
        "succession_plan_list",
        "succession.see",
        ("/succession/",),
    ),
    Entry(
        Group.PEOPLE,
        157,
        _("Nhân tố có triển vọng"),
        "prospect_list",
        "succession.refer",
        ("/succession/prospects/",),
    ),
)
