"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.WORK,
        30,
        _("Việc hằng ngày"),
        "work_log",
        "worklog.see_log",
        ("/work/hard/", "/work/opinions/", "/work/field-visits/", "/work/no-product/"),
    )
)
