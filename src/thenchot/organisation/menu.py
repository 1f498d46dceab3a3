"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, register

register(Entry(130, _("Tổ chức"), "unit_list", "organisation.see"))
