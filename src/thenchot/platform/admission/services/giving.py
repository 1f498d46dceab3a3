"""The one place where a grant begins, and the two persons some of them need."""

from django.db import transaction

from thenchot.kernel.decision import Decision, Reason
from thenchot.platform import policies
from thenchot.platform.admission import queries, rules
from thenchot.platform.admission.models import Proposal, Slip
from thenchot.platform.admission.services.cancelling import cancel, drop, void_slips
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import real_now, today
from thenchot.platform.scope.models import Grant
from thenchot.policy.parameters import AccessPolicy


def give(actor, **fields) -> Grant:
    """Without asking whether the actor may: for services that have asked."""
    grant = Grant.objects.create(**fields)
    record(
        actor,
        "grant_delegated" if grant.delegated_by_id else "grant_added",
        subject=grant,
        unit_path=grant.path,
        account=grant.account_id,
        role=grant.role,
        starts_on=grant.starts_on,
        ends_on=grant.ends_on,
    )
    void_slips(actor, grant.account_id)
    return grant


def is_guarded(role: str, path: str) -> bool:
    """Does this role over this branch need a second person?"""
    policy = policies.in_force(AccessPolicy, path=path, on=today())
    return role in policy.second_person_roles


def propose(actor, **fields) -> Proposal:
    """Written down for the second person."""
    proposal = Proposal.objects.create(proposed_by_id=actor.account_id, **fields)
    record(
        actor,
        "reset_proposed" if proposal.is_reset else "grant_proposed",
        subject=proposal,
        unit_path=proposal.path,
        account=proposal.account_id,
        role=proposal.role,
        starts_on=proposal.starts_on,
        ends_on=proposal.ends_on,
    )
    return proposal


@transaction.atomic
def confirm_grant(actor, *, proposal_id: int) -> Proposal:
    """The second person. The role counts from now on, at the earliest; where the account is still
    to be opened, from the day its slip is used.
    """
    proposal = _lock(actor, proposal_id)
    may_confirm(actor, proposal).or_refuse()
    _refuse_over(proposal).or_refuse()
    still_may_give(proposal.proposed_by_id, proposal).or_refuse()
    proposal.confirmed_by_id, proposal.confirmed_at = actor.account_id, real_now()
    proposal.save(update_fields=["confirmed_by", "confirmed_at"])
    record(
        actor,
        "reset_confirmed" if proposal.is_reset else "grant_confirmed",
        subject=proposal,
        unit_path=proposal.path,
        role=proposal.role,
    )
    if proposal.account_id:
        fulfil(actor, proposal)
    return proposal


def fulfil(actor, proposal) -> Grant:
    """What two persons agreed on becomes a grant."""
    return give(
        actor,
        account_id=proposal.account_id,
        role=proposal.role,
        path=proposal.path,
        starts_on=max(proposal.starts_on, today()),
        ends_on=proposal.ends_on,
    )


def may_confirm(actor, proposal) -> Decision:
    """Also asked by the button."""
    return rules.may_confirm(
        queries.own(actor),
        proposal.path,
        is_proposer=proposal.proposed_by_id == actor.account_id,
        is_subject=bool(proposal.concerned_id) and proposal.concerned_id == actor.account_id,
    )


@transaction.atomic
def drop_proposal(actor, *, proposal_id: int) -> Proposal:
    """Taken back by who proposed it, or not agreed to by who could have confirmed it; a slip that
    would open with it is void.
    """
    proposal = _lock(actor, proposal_id)
    may_drop(actor, proposal).or_refuse()
    _refuse_over(proposal).or_refuse()
    if proposal.account_id:
        drop(actor, proposal)
    else:
        cancel(actor, Slip.objects.get(pk=proposal.slip_id))
    proposal.refresh_from_db()
    return proposal


def may_drop(actor, proposal) -> Decision:
    if proposal.proposed_by_id == actor.account_id:
        return Decision.yes()
    return may_confirm(actor, proposal)


def _refuse_over(proposal):
    if not Proposal.objects.waiting(today()).filter(pk=proposal.pk).exists():
        return Decision.no(
            Reason("grant.over", "Đề nghị này đã được xác nhận, đã bỏ, hoặc phiếu không còn dùng.")
        )
    if proposal.ends_on is not None and proposal.ends_on < today():
        return Decision.no(Reason("grant.ended", "Vai trò này đã kết thúc."))
    return Decision.yes()


def still_may_give(account_id: int | None, asked: Proposal | Slip) -> Decision:
    """Asked again at the moment it counts: whoever proposed a grant or printed a slip may have left
    since. None: the keeper of the server.
    """
    if account_id is None:
        return Decision.yes()
    held = queries.held_by_active(account_id, today())
    if rules.may_give(held, asked.role, asked.path, asked.ends_on):
        return Decision.yes()
    return Decision.no(
        Reason(
            "grant.issuer",
            "Người đã đề nghị hoặc in phiếu không còn quyền giao vai trò này; nhờ người quản trị "
            "của đơn vị làm lại.",
        )
    )


def _lock(actor, proposal_id):
    proposal = queries.get_proposal(actor, proposal_id)
    return Proposal.objects.select_for_update().get(pk=proposal.pk)
