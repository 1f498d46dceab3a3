"""Lists that leave the house."""

from django.db import transaction

from thenchot.platform.accounts.models import Account
from thenchot.platform.audit.trail import record


@transaction.atomic
def note_export(actor, *, set_id: int, filters: dict) -> None:
    """Who lacks what left the house: who took it, narrowed by what."""
    subject = Account.objects.get(pk=actor.account_id)
    record(actor, "standards_exported", subject=subject, set=set_id, filters=filters)
