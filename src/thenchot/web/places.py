"""How branches are called: the unit tree of `organisation`, told to `platform.scope`."""

from thenchot.organisation.models import Unit
from thenchot.platform.clock import today
from thenchot.platform.scope import places


def names(paths):
    return dict(Unit.objects.filter(path__in=paths).values_list("path", "name"))


def under(paths):
    return list(
        Unit.objects.under(paths).in_force(today()).order_by("path").values_list("path", "name")
    )


places.register(names=names, under=under)
