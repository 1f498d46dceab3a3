"""What this room shows on the pages of the organisation: holders of positions, who is left in an
ended unit, numbers.
"""

from datetime import date

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.access import SEE as SEE_ORGANISATION
from thenchot.organisation.access import SEE_POSTS
from thenchot.organisation.panels import register_column, register_panel, register_tab
from thenchot.organisation.queries import heirs_of
from thenchot.people.access import EDIT, SEE
from thenchot.people.models import Appointment
from thenchot.people.queries import seats_of_unit
from thenchot.people.staffing.actions import POSITION
from thenchot.people.staffing.forms import MoveForm
from thenchot.people.staffing.linking import holder_counts, holders_of, left_in_unit
from thenchot.people.staffing.listings import UnitSeatListing


def register_all() -> None:
    register_panel("people/_seats.html", unit_panel, SEE)
    register_panel("people/_holders.html", position_panel, SEE, of="position")
    register_panel("people/_left_in_unit.html", ended_panel, SEE, of="ended")
    register_column(_("Đang giữ"), holder_counts, SEE, of="position")
    register_column(_("Số người"), people_counts, SEE)
    register_tab(_("Biên chế"), "headcount", SEE_POSTS, 2)
    register_tab(_("Nhiệm kỳ, tập thể"), "committee_list", SEE_ORGANISATION, 3)
    register_tab(_("Khớp chức danh"), "title_link", EDIT, 7)


def position_panel(actor, position, on: date) -> dict:
    return {
        "holders": list(holders_of(position, on)),
        "offers": POSITION.offers(actor, position),
    }


def unit_panel(actor, unit, on: date) -> UnitSeatListing:
    """Who sits in the unit and below it."""
    return UnitSeatListing(seats_of_unit(actor, unit, on), here=unit, actor=actor)


def ended_panel(actor, unit, on: date) -> dict:
    """Everybody is chosen to begin with: whoever does not go on in the heir is taken out by
    hand.
    """
    left, heirs = left_in_unit(actor, unit, on), heirs_of(unit)
    form = (
        MoveForm(left=left, heirs=heirs, initial={"appointments": left})
        if heirs and actor.may(EDIT, unit.path)
        else None
    )
    return {"left": list(left), "form": form}


def people_counts(actor, unit_ids, on: date) -> dict[int, int]:
    """People whose primary seat is in the unit itself."""
    rows = Appointment.objects.in_force(on).filter(unit__in=unit_ids, is_primary=True)
    return dict(rows.values_list("unit").annotate(n=Count("person", distinct=True)).order_by())
