"""Who acts: an account with its grants of today. Every service and query takes an actor as first
argument.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, reduce
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from thenchot.kernel.decision import Decision, Reason, Refused
from thenchot.platform.clock import today
from thenchot.platform.scope.roles import Role, holders


class NotVisible(Http404):
    """Outside the visible scope: answered exactly like an id that does not exist."""


def get_visible(rows: Any, pk: int) -> Any:
    """The row of that id among rows that are scoped already, or `NotVisible`."""
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


@dataclass(frozen=True)
class Held:
    """A grant in force: `ends_on` its last day; `is_lent`: of somebody who is away."""

    role: str
    path: str
    ends_on: date | None = None
    is_lent: bool = False


@dataclass(frozen=True)
class Actor:
    account_id: int | None
    name: str = ""
    grants: tuple[Held, ...] = ()
    is_system: bool = False
    reads: list = field(default_factory=list, compare=False, repr=False)
    memory: dict = field(
        default_factory=dict, compare=False, repr=False
    )  # what rooms look up once for this actor

    @property
    def paths(self) -> tuple[str, ...]:
        """Branches in which the actor sees anything at all."""
        return ("/",) if self.is_system else tuple(sorted({g.path for g in self.grants}))

    def paths_for(self, permission: str) -> tuple[str, ...]:
        allowed = holders(permission)
        if self.is_system:
            return ("/",)
        return tuple(sorted({g.path for g in self.grants if g.role in allowed}))

    def has(self, permission: str) -> bool:
        """Somewhere, not necessarily here: what a menu asks."""
        return bool(self.paths_for(permission))

    def may(self, permission: str, path: str) -> Decision:
        if any(path.startswith(p) for p in self.paths_for(permission)):
            return Decision.yes()
        return Decision.no(missing(permission))

    def within(self, path: str) -> "Actor":
        """The same account, seeing no more than this branch: for figures about one place."""
        inside = tuple(g for g in self.grants if g.path.startswith(path))
        around = tuple(
            replace(g, path=path) for g in self.grants if path.startswith(g.path) and g.path != path
        )
        return replace(self, grants=inside + around, is_system=False, memory={})

    def sees(self, path: str) -> bool:
        return any(path.startswith(p) for p in self.paths)


SYSTEM = Actor(None, "Hệ thống", (), True)


def missing(permission: str) -> Reason:
    names = ", ".join(str(Role(r).label) for r in sorted(holders(permission)))
    return Reason(
        permission, _("Việc này do vai trò sau thực hiện: %s.") % (names or _("không vai trò nào"))
    )


def require(actor: Actor, permission: str, path: str) -> None:
    """Refused (403 with its reason) unless the actor holds the permission over the branch."""
    decision = actor.may(permission, path)
    if not decision:
        raise Refused(decision)


def require_somewhere(actor: Actor, permission: str) -> None:
    """Refused unless the actor holds the permission over some branch: the door of a page that
    scopes its own rows.
    """
    if not actor.has(permission):
        raise Refused(Decision.no(missing(permission)))


def somewhere(permission: str):
    """For actions: may whoever holds the permission over some branch."""

    def may(actor: Actor, thing) -> Decision:
        return Decision.yes() if actor.has(permission) else Decision.no(missing(permission))

    return may


def over(permission: str, path: str = "unit__path"):
    """For actions: may whoever holds the permission over the thing; `path`: where the thing keeps
    the path of its unit.
    """
    names = path.split("__")

    def may(actor: Actor, thing) -> Decision:
        return actor.may(permission, reduce(getattr, names, thing))

    return may


def actor_for(account) -> Actor:
    rows = _grants(today()).filter(account=account)
    held = (Held(role, path, last, by is not None) for role, path, last, by in rows)
    return Actor(account.pk, str(account), tuple(held))


@lru_cache(maxsize=2)
def _grants(on: date):
    """Never asked itself: every request begins with a copy of it, put together once a day."""
    from thenchot.platform.scope.models import Grant

    rows = Grant.objects.in_force(on)
    return rows.values_list("role", "path", "ends_on", "delegated_by")
