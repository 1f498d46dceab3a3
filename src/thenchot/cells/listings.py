"""Tables on the page of a cell."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers.columns import Column, DueColumn
from thenchot.platform.registers.listing import Listing


class CellTaskListing(Listing):
    """What a cell still owes to programmes (S1-067)."""

    label = _("Nhiệm vụ đang mở của chi bộ")

    text = Column(_("Nhiệm vụ"), notes=("programme__title",))
    due_on = DueColumn(_("Hạn"), is_open=lambda _task: True)
    percent = Column(_("Đã làm"), lambda task: f"{task.percent}%")
