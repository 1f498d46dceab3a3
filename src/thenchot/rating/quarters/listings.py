"""Periods of a person on its page."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers import columns
from thenchot.platform.registers.listing import Listing
from thenchot.worklog.labels import REGULATION, name_of_period


class PeriodListing(Listing):
    """Closed periods of a person, with the level the Party decided where it did."""

    label = _("Theo dõi, đánh giá")

    period = columns.LinkColumn(
        _("Kỳ"),
        lambda assessment: name_of_period(assessment.span),
        route="assessment_detail",
        notes=("unit__name",),
    )
    rules = columns.ChoiceColumn(_("Theo quy định"), labels=REGULATION)
    total = columns.NumberColumn(_("Tổng điểm"), places=2)
    level = columns.PartColumn(_("Mức"), "rating/_period_level.html")
