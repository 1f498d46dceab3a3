"""Tables on the page of a round."""

from typing import Self

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers import columns
from thenchot.platform.registers.listing import Listing
from thenchot.rating.enums import RatingStep
from thenchot.rating.labels import (
    RATING_STEP,
    scope_name,
)


class StepListing(Listing):
    """Steps of a round: until when, and how many still wait at each."""

    label = _("Các bước")

    code = columns.ChoiceColumn(_("Bước"), labels=RATING_STEP)
    due_on = columns.DueColumn(_("Xong trước hết ngày"), is_open=lambda step: step.is_overdue)
    waiting = columns.NumberColumn(
        _("Còn"), lambda step: None if step.code == RatingStep.ORGANISATIONS else step.waiting
    )


class CapListing(Listing):
    """How many may be excellent, counted when the caps were last applied."""

    label = _("Mức trần xuất sắc")

    scope = columns.Column(_("Phạm vi"), lambda cap: scope_name(cap["scope"]))
    base = columns.NumberColumn(_("Tính trên số người, đơn vị"))
    allowed = columns.NumberColumn(_("Được tối đa"))
    kept = columns.NumberColumn(_("Giữ được"))

    @classmethod
    def of(cls, found, request) -> Self | None:
        """Nothing before they are applied for the first time."""
        return cls(found.caps, request=request) if found.caps else None
