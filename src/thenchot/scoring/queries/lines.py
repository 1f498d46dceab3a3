"""One line, fault or objection of a sheet, as the actor may reach it."""

from thenchot.platform.scope.actor import NotVisible, get_visible
from thenchot.scoring.models import Objection
from thenchot.worklog.access import SEE, is_own
from thenchot.worklog.models import Assessment, Cause, Fault, Work
from thenchot.worklog.queries.assessments import get_assessment


def get_own(actor, pk: int) -> Assessment:
    """One's own sheet; anybody else's is not there."""
    assessment = get_assessment(actor, pk)
    if not is_own(actor, assessment):
        raise NotVisible(f"sheet {pk}")
    return assessment


def get_work(actor, pk: int) -> Work:
    """With `sheet`, which the actor sees."""
    work = get_visible(Work.objects.filter(dropped_at__isnull=True), pk)
    work.sheet = get_assessment(actor, work.assessment_id)
    return work


def get_own_work(actor, pk: int) -> Work:
    """A line of one's own sheet."""
    work = get_visible(Work.objects.filter(dropped_at__isnull=True), pk)
    work.sheet = get_own(actor, work.assessment_id)
    return work


def get_fault(actor, pk: int) -> Fault:
    fault = get_visible(Fault.objects.filter(withdrawn_at__isnull=True).select_related("work"), pk)
    fault.sheet = get_assessment(actor, fault.work.assessment_id)
    return fault


def get_objection(actor, pk: int) -> Objection:
    objection = get_visible(Objection.objects.all(), pk)
    objection.sheet = get_assessment(actor, objection.assessment_id)
    return objection


def get_cause(actor, pk: int) -> Cause:
    return get_visible(Cause.objects.visible_to(actor, SEE), pk)


def colleagues_of(actor, assessment: Assessment):
    """Open sheets of the same period and rules below the same unit: who may share a product."""
    same = {
        name: getattr(assessment, name)
        for name in ("period", "year", "number", "is_practice", "rules")
    }
    sheets = Assessment.objects.visible_to(actor, SEE)
    sheets = sheets.filter(unit__path__startswith=assessment.unit.path, **same)
    return sheets.exclude(pk=assessment.pk).exclude(state="closed").select_related("person")
