"""Tables on the page of a case."""

from django.utils.translation import gettext_lazy as _

from thenchot.discipline.actions.cases import PAUSE
from thenchot.discipline.labels import COUNCIL_PART
from thenchot.discipline.labels import PAUSE as GROUND
from thenchot.platform.registers.columns import ChoiceColumn, Column, DayColumn, OffersColumn
from thenchot.platform.registers.listing import Listing


class CouncilListing(Listing):
    label = _("Hội đồng kỷ luật")

    person = Column(_("Họ và tên"), "person__full_name")
    part = ChoiceColumn(_("Vai trò"), labels=COUNCIL_PART)


class PauseListing(Listing):
    """Time that is not counted."""

    label = _("Thời gian không tính")

    ground = ChoiceColumn(_("Lý do tạm dừng"), labels=GROUND, notes=("document",))
    begins_on = DayColumn(_("Từ ngày"))
    ends_on = DayColumn(_("Tiếp tục từ ngày"))
    step = OffersColumn(offers=PAUSE.offers, about="ground")
