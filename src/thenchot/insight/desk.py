"""What waits for somebody: forecasts that a named person has not looked at."""

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.insight.access import REVIEW
from thenchot.insight.enums import ReviewState
from thenchot.insight.models import Forecast
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register


def to_review(actor, on):
    """The last forecast of each place, while nobody has said whether it is used."""
    newer = Forecast.objects.filter(home=OuterRef("home")).order_by("-made_at", "-pk")
    rows = Forecast.objects.filter(
        answering(actor, REVIEW).over("home__path"),
        pk=Subquery(newer.values("pk")[:1]),
        state=ReviewState.OPEN,
    )
    return rows.order_by("made_at", "pk")


def say_forecasts(actor, rows, on):
    for one in rows.select_related("home")[:LINES]:
        page = f"{reverse('forecast')}?unit={one.home_id}&run={one.pk}"
        yield Line(one.home.name, page, f"{one.on:%d/%m/%Y}")


register(Waiting(57, "forecast", _("Dự báo chờ xem xét"), to_review, say_forecasts))
