"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(Group.MINE, 50, _("Hồ sơ của tôi"), "my_file"),
    Entry(Group.PEOPLE, 140, _("Con người"), "person_list", "people.see"),
)
