"""What the address of a page asks for."""

from thenchot.platform.scope.actor import require_somewhere
from thenchot.worklog.access import EXPORT


def taker(request):
    require_somewhere(request.actor, EXPORT)
    return request.actor
