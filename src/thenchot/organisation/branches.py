"""Moving a branch: every table that keeps the path of a unit as text follows in the same
transaction.

The audit trail is the exception: an event says where the unit was on that day, and its chain may
not change.
"""

from collections.abc import Callable

from django.apps import apps
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

FOLLOWERS = (
    ("organisation.Unit", "path"),
    ("scope.Grant", "path"),
    ("policies.LocalValue", "path"),
    ("files.StoredFile", "unit_path"),
    ("alerts.Alert", "unit_path"),
    ("alerts.Notice", "unit_path"),
    ("jobs.Job", "unit_path"),
    ("admission.Slip", "path"),
    ("admission.Proposal", "path"),
)
STAYS = (("audit.Event", "unit_path"),)
_followers: list[Callable[[str, str], None]] = []


def follow(do: Callable[[str, str], None]) -> None:
    """`do(old, new)` runs after every move, in its transaction. For what a room above derives from
    where units lie; register once, in `apps.ready`.
    """
    if do not in _followers:
        _followers.append(do)


def carry(old: str, new: str) -> dict[str, int]:
    """Rewrite `old` to `new` at the start of every kept path; how many rows of each table
    followed.
    """
    followed = {
        label: _rewrite(apps.get_model(label), field, old, new) for label, field in FOLLOWERS
    }
    for do in _followers:
        do(old, new)
    return followed


def _rewrite(model, field: str, old: str, new: str) -> int:
    rest = Substr(F(field), len(old) + 1)
    rows = model._default_manager.filter(**{f"{field}__startswith": old})
    return rows.update(**{field: Concat(Value(new), rest)})
