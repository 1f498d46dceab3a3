"""Tables on the pages of the room that are about something else."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    LinkColumn,
    NumberColumn,
    StateColumn,
)
from thenchot.platform.registers.listing import Listing
from thenchot.training.labels import PLAN_STATE, TONES


class SessionListing(Listing):
    """The sessions of a class; each leads to who was there, for whoever keeps the class and for
    those who were sent to it (`opens` of a row).
    """

    label = _("Buổi học")

    name = LinkColumn(
        _("Buổi"),
        str,
        route="training_session",
        key=lambda session: session.pk if session.opens else None,
    )
    on = DayColumn(_("Ngày"), shown=False)
    subject = Column(_("Nội dung"))
    present = NumberColumn(_("Có mặt"))
    noted = NumberColumn(_("Đã điểm danh"))


class SliceListing(Listing):
    """The plans of single years that carry out a plan of several."""

    label = _("Kế hoạch từng năm")

    first_year = LinkColumn(_("Năm"), route="training_plan")
    needed = NumberColumn(_("Lượt người cần học"))
    opened = NumberColumn(_("Lớp đã mở"))
    completed = NumberColumn(_("Hoàn thành"))
    state = StateColumn(_("Tình trạng"), labels=PLAN_STATE, tones=TONES)
