"""What waits: outages to confirm."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.citizens.access import CONFIRM
from thenchot.citizens.enums import OutageState
from thenchot.citizens.models import Outage
from thenchot.platform.scope.nearest import answering
from thenchot.platform.ui.desk import LINES, Line, Waiting, register


def outages_waiting(actor, on):
    here = answering(actor, CONFIRM).over("unit__path")
    rows = Outage.objects.filter(here, state=OutageState.REPORTED)
    return rows.exclude(made_by=actor.account_id).order_by("starts_at", "pk")


def say_outages(actor, rows, on):
    for one in rows.select_related("unit")[:LINES]:
        yield Line(one.what, reverse("onestop_outage_list"), one.unit.name)


register(
    Waiting(
        110,
        "onestop_outage",
        _("Sự cố hệ thống chờ xác nhận"),
        outages_waiting,
        say_outages,
        all_of="onestop_outage_list",
    )
)
