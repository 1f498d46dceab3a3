"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.PEOPLE,
        186,
        _("Sinh hoạt chi bộ"),
        "cell_list",
        "cells.see",
        ("/cells/",),
    ),
)
