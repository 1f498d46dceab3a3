"""A table of results left the house: who took which."""

from django.db import transaction

from thenchot.platform.audit.trail import record
from thenchot.rating.services.locking import lock_round
from thenchot.worklog.access import EXPORT


@transaction.atomic
def note_export(actor, *, round_id: int, what: str) -> None:
    found = lock_round(actor, round_id, EXPORT, is_locked=True)
    record(actor, "year_exported", subject=found, unit_path=found.unit.path, what=what)
