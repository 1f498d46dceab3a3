"""Tables on the pages of a session, a turn and a dialogue."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers.columns import (
    Column,
    DayColumn,
    DueColumn,
    LinkColumn,
    OffersColumn,
    StateColumn,
)
from thenchot.platform.registers.listing import Listing
from thenchot.reception.actions.visits import DIRECTION
from thenchot.reception.labels import DIRECTION_STATE, DIRECTION_TONES, VISIT_STATE, VISIT_TONES
from thenchot.reception.queries.visits import is_kept


class DirectionListing(Listing):
    """What was promised here."""

    label = _("Việc đã giao, đã hứa")

    text = Column(_("Việc"), notes=("result", "said", "why_cancelled"))
    lead = Column(_("Chủ trì"), "lead__name", notes=("contact",))
    due_on = DueColumn(_("Hạn"), is_open=lambda one: not is_kept(one))
    state = StateColumn(_("Tình trạng"), labels=DIRECTION_STATE, tones=DIRECTION_TONES)
    step = OffersColumn(offers=DIRECTION.offers)


class BeforeListing(Listing):
    """Visits of the same person before."""

    label = _("Các lượt trước")

    number = LinkColumn(_("Số"), lambda visit: str(visit), route="citizen_visit")
    received_on = DayColumn(_("Ngày tiếp"))
    summary = Column(_("Nội dung"), lambda visit: visit.summary[:160])
    state = StateColumn(_("Tình trạng"), labels=VISIT_STATE, tones=VISIT_TONES)
