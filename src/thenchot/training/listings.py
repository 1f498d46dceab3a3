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
from thenchot.training.labels import CURRICULUM_STATE, CURRICULUM_TONES, PLAN_STATE, TONES


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


class VersionListing(Listing):
    """The other versions of a curriculum."""

    label = _("Các bản khác")

    version = LinkColumn(_("Bản"), str, route="training_curriculum")
    changes = Column(_("Thay đổi so với bản trước"))
    issued_on = DayColumn(_("Ngày ban hành"))
    state = StateColumn(_("Tình trạng"), labels=CURRICULUM_STATE, tones=CURRICULUM_TONES)


class RatedListing(Listing):
    """What participants gave the six objects."""

    label = _("Góp ý của học viên")

    name = Column(_("Nội dung đánh giá"))
    mean = NumberColumn(_("Trung bình (1–5)"), lambda row: row.spread.mean, places=2)
    one = NumberColumn("1", lambda row: row.spread.counts[0])
    two = NumberColumn("2", lambda row: row.spread.counts[1])
    three = NumberColumn("3", lambda row: row.spread.counts[2])
    four = NumberColumn("4", lambda row: row.spread.counts[3])
    five = NumberColumn("5", lambda row: row.spread.counts[4])


class SliceListing(Listing):
    """The plans of single years that carry out a plan of several."""

    label = _("Kế hoạch từng năm")

    first_year = LinkColumn(_("Năm"), route="training_plan")
    needed = NumberColumn(_("Lượt người cần học"))
    opened = NumberColumn(_("Lớp đã mở"))
    completed = NumberColumn(_("Hoàn thành"))
    state = StateColumn(_("Tình trạng"), labels=PLAN_STATE, tones=TONES)
