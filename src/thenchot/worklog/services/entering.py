"""The one road by which work enters the sheet of a period, whoever brings it: the own hand, a plan,
a template, a list of another system, a programme. What was not converted waits; a piece done after
its date is noted as a delay, once.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from thenchot.catalogue.models import Product
from thenchot.worklog.enums import FaultKind, Regulation
from thenchot.worklog.models import Assessment, Fault, Work
from thenchot.worklog.queries.placing import chunked
from thenchot.worklog.rules.delays import is_late, newly_finished

ONE, NONE = Decimal(1), Decimal(0)
BATCH = 200


def converted(assessment: Assessment, product: Product | None) -> dict[str, Any]:
    """The fields of a line that say what it is worth. The Party counts tasks, each as one, where no
    product says otherwise; by the decree a line without a product waits until somebody converts it.
    """
    if product is not None:
        return {"product": product, "code": product.code, "factor": product.factor}
    factor = ONE if assessment.rules == Regulation.QD366 else None
    return {"product": None, "code": "", "factor": factor}


def enter(works: Sequence[Work]) -> None:
    """New lines."""
    Work.objects.bulk_create(works, batch_size=BATCH)
    note_delays(works)


def bring_up(works: Sequence[Work], fields: Sequence[str]) -> None:
    """Lines that are there already and say something else now."""
    Work.objects.bulk_update(works, fields, batch_size=BATCH)
    note_delays(works)


def note_delays(works: Sequence[Work], before: Decimal = NONE) -> None:
    """For the pieces finished since `before`. The system notes them; whoever scores may name an
    objective cause, or take one back: it is not noted a second time.
    """
    late = {work.pk: work for work in works if is_late(work.due_on, work.done_on)}
    if not late:
        return
    delays = Fault.objects.filter(kind=FaultKind.DELAY)
    noted = {(fault.work_id, fault.piece) for fault in chunked(delays, "work", late)}
    Fault.objects.bulk_create(
        Fault(work=work, piece=piece, kind=FaultKind.DELAY, note="Xong sau hạn", noted_by_id=None)
        for work in late.values()
        for piece in newly_finished(before, work.finished)
        if (work.pk, piece) not in noted
    )
