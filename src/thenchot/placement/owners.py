"""Who may read the scans of this room."""

from django.db.models import Exists

from thenchot.placement.access import SEE
from thenchot.placement.models import Paper, ProcedureStep
from thenchot.placement.queries.procedures import list_procedures


def may_read_file(actor, file) -> bool:
    """Whoever sees the case; nobody the own one. One query."""
    cases = list_procedures(actor, SEE).order_by().values("pk")
    steps = ProcedureStep.objects.filter(file=file, procedure__in=cases)
    papers = Paper.objects.filter(file=file, procedure__in=cases)
    found = type(file).objects.filter(pk=file.pk)
    return found.filter(Exists(steps) | Exists(papers)).exists()
