"""What the address of a page asks for."""

from thenchot.kernel.periods import Quarter
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import require_somewhere
from thenchot.worklog.access import EXPORT
from thenchot.worklog.queries.periods import period_from


def taker(request):
    require_somewhere(request.actor, EXPORT)
    return request.actor


def asked_period(request):
    return period_from(request.GET.get("period", ""), today())


def asked_quarter(request):
    period = asked_period(request)
    return period if isinstance(period, Quarter) else Quarter.of(period.start)
