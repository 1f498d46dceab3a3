"""Tables of a person's file."""

from django.utils.translation import gettext_lazy as _

from thenchot.people.cells import period_of, title_of_seat
from thenchot.platform.registers.columns import Column
from thenchot.platform.registers.listing import Listing


class FileCareerListing(Listing):
    """The same in the file of a person, with position and decision."""

    label = _("Vị trí công tác")

    period = Column(_("Thời gian"), period_of, css="nowrap")
    title = Column(_("Chức danh"), title_of_seat)
    unit = Column(_("Đơn vị"), "unit__name")
    position = Column(_("Vị trí việc làm"))
    decision = Column(_("Quyết định"))
