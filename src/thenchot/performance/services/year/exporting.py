"""A table of results left the house: who took which."""

from django.db import transaction

from thenchot.performance.access import EXPORT
from thenchot.performance.services.year.loading import lock_round
from thenchot.platform.audit.trail import record


@transaction.atomic
def note_export(actor, *, round_id: int, what: str) -> None:
    found = lock_round(actor, round_id, EXPORT, is_locked=True)
    record(actor, "year_exported", subject=found, unit_path=found.unit.path, what=what)
