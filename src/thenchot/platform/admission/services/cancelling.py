"""Slips that must not be used any more."""

from thenchot.platform.admission.models import Proposal, Slip
from thenchot.platform.audit.trail import record
from thenchot.platform.clock import real_now


def cancel(actor, slip) -> None:
    """Without asking whether the actor may; what waited for the slip is dropped with it."""
    slip.cancelled_at = real_now()
    slip.save(update_fields=["cancelled_at"])
    record(actor, "slip_cancelled", subject=slip, unit_path=slip.path, username=slip.username)
    for proposal in Proposal.objects.filter(slip=slip, dropped_at=None, confirmed_at=None):
        drop(actor, proposal)


def drop(actor, proposal) -> None:
    proposal.dropped_by_id, proposal.dropped_at = actor.account_id, real_now()
    proposal.save(update_fields=["dropped_by", "dropped_at"])
    record(actor, "grant_dropped", subject=proposal, unit_path=proposal.path, role=proposal.role)


def void_slips(actor, account_id) -> None:
    """What an account may do has changed: a slip printed for it before opens nothing."""
    waiting = Slip.objects.filter(account_id=account_id, used_at=None, cancelled_at=None)
    for slip in waiting.select_for_update():
        cancel(actor, slip)
