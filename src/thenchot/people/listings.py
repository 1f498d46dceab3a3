"""Tables of seats on pages about something else: a career, who works in a unit."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.people.cells import concurrent_tag, head_tag, period_of, title_of_seat
from thenchot.people.staffing.actions import APPOINTMENT
from thenchot.platform.registers.columns import EMPTY, Column, OffersColumn
from thenchot.platform.registers.listing import Listing


class CareerListing(Listing):
    """Every seat of a person, the last one first."""

    label = _("Vị trí công tác")

    period = Column(_("Thời gian"), period_of, css="nowrap")
    title = Column(_("Chức danh"), title_of_seat)
    unit = Column(_("Đơn vị"), "unit__name")
    offers = OffersColumn(_("Việc có thể làm"), offers=APPOINTMENT.offers, about="unit__name")

    @classmethod
    def of(cls, seats, actor, *, may_edit: bool):
        shown = [name for name in cls.base_columns if may_edit or name != "offers"]
        return cls(list(seats), actor=actor, only=shown)


class FileCareerListing(Listing):
    """The same in the file of a person, with position and decision."""

    label = _("Vị trí công tác")

    period = Column(_("Thời gian"), period_of, css="nowrap")
    title = Column(_("Chức danh"), title_of_seat)
    unit = Column(_("Đơn vị"), "unit__name")
    position = Column(_("Vị trí việc làm"))
    decision = Column(_("Quyết định"))


class UnitSeatListing(Listing):
    """Who sits in a unit and below it. `here`: the unit."""

    label = _("Người đang công tác")

    name = Column(
        _("Họ và tên"),
        lambda seat: format_html(
            '<a href="{}">{}</a>{}',
            reverse("person_detail", args=[seat.person_id]),
            seat.person.full_name,
            head_tag(seat),
        ),
    )
    title = Column(
        _("Chức danh"),
        lambda seat: format_html("{}{}", seat.title or EMPTY, concurrent_tag(seat)),
    )
    unit = Column(_("Đơn vị"), "unit__name")

    def __init__(self, rows, *, here, **more):
        self.here = here
        super().__init__(rows, **more)

    def render_unit(self, record):
        if record.unit_id == self.here.pk:
            return format_html('<span class="dim">{}</span>', gettext("tại đây"))
        address = reverse("unit_detail", args=[record.unit_id])
        return format_html('<a href="{}">{}</a>', address, record.unit.name)
