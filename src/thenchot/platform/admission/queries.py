from django.db.models import Exists, OuterRef, Prefetch, Q

from thenchot.platform.accounts.models import Account
from thenchot.platform.admission.access import ADMINISTER, SEE_PROPOSALS
from thenchot.platform.admission.models import Proposal, Slip
from thenchot.platform.admission.rules import CONFIRMS, Held
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.models import Grant


def held_by(account_id, on):
    """Grants in force, as the rules see them."""
    return [_held(grant) for grant in Grant.objects.in_force(on).filter(account_id=account_id)]


def held_by_active(account_id, on):
    """The same, nothing for a closed account."""
    rows = Grant.objects.in_force(on).filter(account_id=account_id, account__is_active=True)
    return [_held(grant) for grant in rows]


def standing_of(account_id, on):
    """Everything an account holds, will hold or waits for: what its password is worth."""
    grants = Grant.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=on), account_id=account_id, revoked_at=None
    )
    proposed = Proposal.objects.waiting(on).filter(account_id=account_id)
    return [*map(_held, grants), *(Held(p.role, p.path, p.ends_on) for p in proposed)]


def _held(grant):
    return Held(grant.role, grant.path, grant.ends_on, grant.delegated_by_id is not None)


def own(actor):
    """What the actor gives from; the system itself gives everything everywhere."""
    if actor.is_system:
        return [Held("admin", "/")]
    return [Held(g.role, g.path, g.ends_on, g.is_lent) for g in actor.grants]


def under(paths, field="path"):
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{field}__startswith": path})
    return condition


def accounts_visible_to(actor):
    """Accounts that hold or held anything inside the branches the actor administers."""
    return accounts_under(actor, ADMINISTER)


def accounts_under(actor, permission):
    """Accounts that hold, held or wait for anything inside the branches for which the actor holds
    the permission.
    """
    inside = under(actor.paths_for(permission))
    grants = Grant.objects.filter(inside, account=OuterRef("pk"))
    proposals = Proposal.objects.filter(inside, account=OuterRef("pk"))
    return Account.objects.filter(Exists(grants) | Exists(proposals))


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


def path_of(account_id) -> str:
    """Where an account belongs, for the trail: the branch of its latest grant."""
    return grants_of(account_id).values_list("path", flat=True).first() or ""


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


def proposals_waiting(actor):
    """Grants in the branches of the actor that wait for a second person, the oldest first."""
    waiting = Proposal.objects.waiting(today()).filter(under(actor.paths_for(SEE_PROPOSALS)))
    return waiting.select_related("account", "slip", "proposed_by").order_by("proposed_at", "pk")


def proposals_for(account_id):
    """Those that wait for one account."""
    waiting = Proposal.objects.waiting(today()).filter(account_id=account_id)
    return waiting.select_related("account", "slip", "proposed_by").order_by("proposed_at", "pk")


def get_proposal(actor, proposal_id) -> Proposal:
    seen = Proposal.objects.filter(under(actor.paths_for(SEE_PROPOSALS)), pk=proposal_id)
    proposal = seen.select_related("account", "slip", "proposed_by").first()
    if proposal is None:
        raise NotVisible
    return proposal


def confirmers(proposals, on) -> dict[int, tuple[int, ...]]:
    """Proposal -> the accounts nearest to it that may be its second person. One query."""
    own = Grant.objects.in_force(on).filter(
        role__in=CONFIRMS, delegated_by=None, account__is_active=True
    )
    grants = list(own.values_list("path", "account_id"))
    return {proposal.pk: _nearest(proposal, grants) for proposal in proposals}


def _nearest(proposal, grants) -> tuple[int, ...]:
    concerned = (proposal.proposed_by_id, proposal.concerned_id)
    others = [
        (path, pk) for path, pk in grants if proposal.path.startswith(path) and pk not in concerned
    ]
    nearest = max((path for path, _pk in others), key=len, default="")
    return tuple(sorted({pk for path, pk in others if path == nearest}))
