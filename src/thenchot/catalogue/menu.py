"""What this room puts into the menu."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.WORK,
        160,
        _("Danh mục sản phẩm"),
        "catalogue_list",
        "catalogue.see",
        ("/products/", "/product-proposals/", "/work-templates/", "/work-sources/"),
    )
)
