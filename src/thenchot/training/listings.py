"""Tables on the pages of the room that are about something else."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers.columns import Column, DayColumn, LinkColumn, NumberColumn
from thenchot.platform.registers.listing import Listing


class SessionListing(Listing):
    """The sessions of a class; each leads to who was there."""

    label = _("Buổi học")

    name = LinkColumn(_("Buổi"), str, route="training_session")
    on = DayColumn(_("Ngày"), shown=False)
    subject = Column(_("Nội dung"))
    present = NumberColumn(_("Có mặt"))
    noted = NumberColumn(_("Đã điểm danh"))
