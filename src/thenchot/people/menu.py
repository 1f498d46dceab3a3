"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, register

register(
    Entry(50, _("Hồ sơ của tôi"), "my_file"),
    Entry(140, _("Con người"), "person_list", "people.see"),
)
