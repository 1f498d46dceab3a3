"""Where pages of this room belong in the menu."""

from thenchot.platform.ui.menu import reach

for entry in ("my_month", "month_board"):
    reach(entry, "/years/", "/ratings/")
reach("month_board", "/meetings/", "/organisations/", "/complaints/", "/absences/")
