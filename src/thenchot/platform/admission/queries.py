from django.db.models import Exists, OuterRef, Prefetch, Q

from thenchot.platform.accounts.models import Account
from thenchot.platform.admission.access import ADMINISTER
from thenchot.platform.admission.models import Slip
from thenchot.platform.admission.rules import Held
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.models import Grant


def held_by(account_id, on):
    """Grants in force, as the rules see them."""
    rows = Grant.objects.in_force(on).filter(account_id=account_id)
    return [Held(g.role, g.path, g.ends_on, g.delegated_by_id is not None) for g in rows]


def own(actor):
    """What the actor gives from; the system itself gives everything everywhere."""
    return [Held("admin", "/")] if actor.is_system else [Held(g.role, g.path) for g in actor.grants]


def under(paths, field="path"):
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{field}__startswith": path})
    return condition


def accounts_visible_to(actor):
    """Accounts that hold or held anything inside the branches the actor administers."""
    grants = Grant.objects.filter(under(actor.paths_for(ADMINISTER)), account=OuterRef("pk"))
    return Account.objects.filter(Exists(grants))


def list_accounts(actor):
    """By name; each with `held_now`, the grants in force."""
    now = Grant.objects.in_force(today()).order_by("path", "role")
    held = Prefetch("grants", now, to_attr="held_now")
    return accounts_visible_to(actor).prefetch_related(held).order_by("folded", "pk")


def named(word: str) -> Q:
    """`word` without accents stands in the name or the username."""
    return Q(folded__contains=word) | Q(username__contains=word)


def get_account(actor, account_id):
    account = accounts_visible_to(actor).filter(pk=account_id).first()
    if account is None:
        raise NotVisible
    return account


def grants_of(account_id):
    """All of them, the running ones first."""
    return (
        Grant.objects.filter(account_id=account_id)
        .select_related("delegated_by")
        .order_by("-starts_on", "-pk")
    )


def lent_by(actor):
    """Delegations of the actor that run or will run."""
    lent = Grant.objects.filter(
        delegated_by_id=actor.account_id, ends_on__gte=today(), revoked_at=None
    )
    return lent.select_related("account").order_by("ends_on")


def get_grant(actor, grant_id) -> Grant:
    grant = Grant.objects.filter(under(actor.paths_for(ADMINISTER)), pk=grant_id).first()
    if grant is None:
        raise NotVisible
    return grant


def slips_waiting(actor):
    return (
        Slip.objects.usable(today()).filter(under(actor.paths_for(ADMINISTER))).order_by("-made_at")
    )


def get_slip(actor, slip_id):
    slip = Slip.objects.filter(under(actor.paths_for(ADMINISTER)), pk=slip_id).first()
    if slip is None:
        raise NotVisible
    return slip
