"""What waits for one person, and not for somebody nearer: who holds a role over a branch answers
for all of it, but what lies under another holder of the role below waits for that one.
"""

from dataclasses import dataclass

from django.db.models import Q

from thenchot.platform.clock import today
from thenchot.platform.scope.models import Grant
from thenchot.platform.scope.roles import holders


@dataclass(frozen=True)
class Answering:
    """Branches one answers for, without those somebody nearer answers for."""

    paths: tuple[str, ...]
    without: tuple[str, ...] = ()

    def over(self, field: str) -> Q:
        """Rows whose `field` is a path one answers for."""
        return _inside(field, self.paths) & ~_inside(field, self.without)


def answering(actor, permission: str) -> Answering:
    """One query for an actor, whatever is asked of it."""
    own = actor.paths_for(permission)
    below = {path for role, path in _below(actor) if role in holders(permission)}
    return Answering(own, tuple(sorted(path for path in below if path not in own)))


def _below(actor) -> frozenset[tuple[str, str]]:
    """(role, path) of every grant in force inside the branches of the actor, once for a request."""
    if "below" not in actor.memory:
        grants = Grant.objects.in_force(today()).filter(_inside("path", actor.paths))
        grants = grants.filter(account__is_active=True).exclude(account_id=actor.account_id)
        actor.memory["below"] = frozenset(grants.values_list("role", "path").distinct())
    return actor.memory["below"]


def _inside(field: str, paths) -> Q:
    inside = Q(pk__in=[])
    for path in paths:
        inside |= Q(**{f"{field}__startswith": path})
    return inside
