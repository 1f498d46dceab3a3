"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(Entry(Group.PROGRAMMES, 120, _("Văn bản"), "directive_list", "documents.see"))
