"""What this room puts into the menu."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.admission import public
from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.PROGRAMMES,
        129,
        _("Phục vụ người dân"),
        "onestop_case_list",
        "citizens.see",
        ("/served/",),
    )
)

public.register(public.Way(3, _("Đánh giá phục vụ"), lambda unit: reverse("public_rate")))
