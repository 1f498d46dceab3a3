"""From an audience to accounts: two queries for any number of findings."""

from django.contrib.auth import get_user_model

from thenchot.platform.alerts.registry import AccountAudience
from thenchot.platform.scope.models import Grant
from thenchot.platform.scope.places import above


def accounts_of(findings, on):
    """Identity of each finding -> ids of the active accounts its step tells, sorted."""
    wanted = {a for f in findings for a in f.audience if not isinstance(a, AccountAudience)}
    named = {
        pk
        for f in findings
        for a in f.audience
        if isinstance(a, AccountAudience)
        for pk in a.account_ids
    }
    holders, active = _holders(wanted, on), _active(named)
    return {
        f.identity: sorted({pk for a in f.audience for pk in _of(a, holders, active)} - {f.never})
        for f in findings
    }


def _of(audience, holders, active):
    if isinstance(audience, AccountAudience):
        return active & set(audience.account_ids)
    return next(
        (holders[audience.role, p] for p in above(audience.path) if (audience.role, p) in holders),
        set(),
    )


def _holders(wanted, on):
    """(role, path) -> accounts, for every branch that holds one of the wanted places."""
    if not wanted:
        return {}
    paths = {path for audience in wanted for path in above(audience.path)}
    grants = Grant.objects.in_force(on).filter(
        account__is_active=True, role__in={audience.role for audience in wanted}, path__in=paths
    )
    found: dict[tuple[str, str], set[int]] = {}
    for role, path, account_id in grants.values_list("role", "path", "account_id"):
        found.setdefault((role, path), set()).add(account_id)
    return found


def _active(ids):
    if not ids:
        return set()
    return set(
        get_user_model().objects.filter(pk__in=ids, is_active=True).values_list("pk", flat=True)
    )
