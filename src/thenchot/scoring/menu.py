"""What this room puts into the menu. Pages of the own sheet belong to the own month for whoever has
no entry of its unit, which comes later and wins.
"""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.ui.menu import Entry, Group, reach, register

register(
    Entry(Group.MINE, 20, _("Tháng của tôi"), "my_month", bar=3),
    Entry(
        Group.WORK,
        170,
        _("Đánh giá"),
        "month_board",
        "worklog.see",
        ("/faults/", "/causes/", "/assessments/"),
    ),
)
for entry in ("my_month", "month_board"):
    reach(entry, "/months/", "/work/", "/objections/")
