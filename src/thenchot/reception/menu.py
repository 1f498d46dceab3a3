"""What this room puts into the menu."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.admission import public
from thenchot.platform.ui.menu import Entry, Group, register

register(
    Entry(
        Group.PROGRAMMES,
        125,
        _("Tiếp công dân"),
        "citizen_slot_list",
        "reception.see",
        ("/citizens/",),
    )
)


def calendar_of(unit) -> str:
    """Of the place where one is, else the choice of places."""
    return reverse("public_calendar", args=[unit.pk]) if unit else reverse("public_reception")


public.register(
    public.Way(1, _("Lịch tiếp công dân"), calendar_of),
    public.Way(2, _("Theo dõi bằng mã"), lambda unit: reverse("public_follow")),
)
