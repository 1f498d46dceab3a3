"""Tables on the pages of a person's year."""

from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers import columns
from thenchot.platform.registers.columns import day_of, number_of
from thenchot.platform.registers.listing import Listing
from thenchot.rating.labels import (
    LEVEL,
    LEVEL_TONE,
    NOT_RATED,
    RATING_STEP,
    STEP_TONE,
    UNTOLD,
)
from thenchot.rating.persons import offering
from thenchot.rating.rules.periods import period_of
from thenchot.worklog.labels import REGULATION, name_of_period


def told_code(rating) -> str:
    """The decided level, once the person was told."""
    if rating.notified_at and rating.decision:
        return rating.decision.level or NOT_RATED
    return UNTOLD


class OwnRatingListing(Listing):
    """The own years."""

    label = _("Của tôi")

    year = columns.LinkColumn(
        _("Năm"),
        "round__year",
        route="rating_detail",
        notes=(lambda rating: f"{rating.unit.name} · {REGULATION[rating.round.rules]}",),
    )
    state = columns.StateColumn(_("Đang chờ"), labels=RATING_STEP, tones=STEP_TONE)
    result = columns.StateColumn(_("Kết quả"), told_code, labels=LEVEL, tones=LEVEL_TONE)
    step = columns.OffersColumn(offers=offering.own_offers, about="round__year")


class MonthListing(Listing):
    """Periods of the year as the rating counts them."""

    label = _("Điểm từng kỳ")

    period = columns.Column(_("Kỳ"), lambda month: name_of_period(period_of(month["period"])))
    unit = columns.Column(_("Đơn vị chấm"))
    total = columns.NumberColumn(_("Điểm"), lambda month: month["total"])

    def render_total(self, record):
        if record["total"]:
            return number_of(record["total"], 2)
        return format_html('<span class="tag wait">{}</span>', gettext("chưa chốt"))


class VoteListing(Listing):
    """What each meeting proposed for the person."""

    label = _("Ý kiến cuộc họp")

    meeting = columns.Column(
        _("Cuộc họp"),
        lambda vote: f"{vote.meeting.unit.name}, {day_of(vote.meeting.held_on)}",
        notes=("remark",),
    )
    excellent = columns.NumberColumn(_("Xuất sắc"))
    good = columns.NumberColumn(_("Tốt"))
    completed = columns.NumberColumn(_("Hoàn thành"))
    failed = columns.NumberColumn(_("Không hoàn thành"))
