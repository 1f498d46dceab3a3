"""Tables on the pages of the room that are about something else."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    FlagColumn,
    LinkColumn,
    NumberColumn,
)
from thenchot.platform.registers.listing import Listing


class ConferenceListing(Listing):
    """The conferences of a plan."""

    label = _("Hội nghị quy hoạch")

    name = LinkColumn(_("Hội nghị"), "get_step_display", route="succession_conference")
    held_on = DayColumn(_("Ngày"))
    chair = Column(_("Chủ trì"))
    summoned = NumberColumn(_("Triệu tập"))
    present = NumberColumn(_("Có mặt"))
    valid = NumberColumn(_("Phiếu hợp lệ"))
    voted = NumberColumn(_("Số người biểu quyết"))
    counted = FlagColumn(_("Đã chốt"), lambda one: one.is_counted)
