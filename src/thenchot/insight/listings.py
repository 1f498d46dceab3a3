"""Tables on the pages of the room: who retires, targets of programmes."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.insight import drawing, registry
from thenchot.insight.access import SEE_NAMES
from thenchot.insight.actions import TARGET
from thenchot.insight.registers import reached
from thenchot.organisation.models import UnitKind
from thenchot.platform.registers.columns import Column, DayColumn, LinkColumn, PartColumn
from thenchot.platform.registers.listing import Listing


class RetiringListing(Listing):
    """(last day at work, seat), the nearest first."""

    label = _("Người sắp nghỉ hưu")

    day = DayColumn(_("Ngày làm việc cuối"), lambda pair: pair[0])
    person = LinkColumn(
        _("Họ và tên"),
        lambda pair: pair[1].person.full_name,
        route="person_detail",
        key=lambda pair: pair[1].person_id,
    )
    post = Column(_("Vị trí"), lambda pair: f"{pair[1].title or '–'}, {pair[1].unit.name}")


class TargetListing(Listing):
    """Targets of the programmes of a place, with the last figure of what measures them."""

    label = _("Các chỉ tiêu")

    target = PartColumn(_("Chỉ tiêu"), "insight/_target.html")
    wanted = PartColumn(_("Mức"), "insight/_target_level.html")
    now = PartColumn(_("Hiện nay"), "insight/_target_now.html", css="nowrap")
    trend = PartColumn(_("Diễn biến"), "insight/_trend.html")
    measure = PartColumn(_("Đo bằng"), "insight/_target_measure.html")

    def __init__(self, rows, *, home, actor, **more):
        named = home.kind == UnitKind.COMMUNE and actor.may(SEE_NAMES, home.path)
        for row in rows:
            row.names_at = _names_behind(row.indicator, home) if named else ""
            row.points = drawing.sparkline(row.trend)
            row.trend_in_words = drawing.in_words(row.trend)
            row.reached = reached(row.target)
            row.proposal = registry.get(row.proposed)
            row.offers = TARGET.offers(actor, row.target)
        super().__init__(rows, actor=actor, **more)


def _names_behind(indicator, home) -> str:
    if indicator is None:
        return ""
    return f"{reverse('insight_names', args=[indicator.code])}?unit={home.pk}"


def people_of_years(retiring) -> list[tuple[int, str]]:
    """How many in each year."""
    by_year: dict[int, int] = {}
    for day, _seat in retiring:
        by_year[day.year] = by_year.get(day.year, 0) + 1
    return [(year, f"{number} {gettext('người')}") for year, number in by_year.items()]


class BandListing(Listing):
    """The pyramid of ages in numbers."""

    label = _("Số người theo tuổi")

    age = Column(_("Tuổi"), "label")
    women = Column(_("Nữ"))
    men = Column(_("Nam"))


class LevelListing(Listing):
    """The highest degrees in numbers."""

    label = _("Số người theo trình độ")

    level = Column(_("Bằng cấp cao nhất"), "label")
    women = Column(_("Nữ"))
    men = Column(_("Nam"))
