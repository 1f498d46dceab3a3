"""Scans of minutes and papers of a case, through the one door of files: kind, size, virus, stamp of
secrecy.
"""

from django.db import transaction

from thenchot.kernel.decision import refuse
from thenchot.organisation.models import Unit
from thenchot.placement.access import EDIT
from thenchot.placement.models import ProcedureStep
from thenchot.placement.queries.procedures import get_step
from thenchot.placement.rules import running as rules
from thenchot.platform.audit.trail import record
from thenchot.platform.files.models import StoredFile
from thenchot.platform.files.services import store
from thenchot.platform.scope.actor import require

SCANS = frozenset({"pdf", "jpg", "png"})
MOST_MB = 10


def kept(actor, unit: Unit, scan) -> StoredFile | None:
    """The scan as a kept file; none where nothing was sent."""
    return store(actor, scan, unit_path=unit.path, allowed=SCANS, max_mb=MOST_MB) if scan else None


@transaction.atomic
def scan_step(actor, *, step_id: int, scan) -> ProcedureStep:
    """The minutes of a step that was held; a scan that is there is not replaced."""
    step = get_step(actor, step_id)
    procedure = step.procedure
    require(actor, EDIT, procedure.unit.path)
    rules.may_act(procedure.person.account_id, actor.account_id).or_refuse()
    if step.done_on is None or step.file_id:
        refuse("placement.scan", "Bước này chưa xong, hoặc đã có bản quét.")
    step.file = kept(actor, procedure.unit, scan)
    step.save(update_fields=["file"])
    record(
        actor,
        "procedure_step_scanned",
        subject=procedure,
        unit_path=procedure.unit.path,
        person=procedure.person_id,
        step=step.name,
    )
    return step
