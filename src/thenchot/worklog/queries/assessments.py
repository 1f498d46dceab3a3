"""Sheets: the own ones, those of a unit, one by its id."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from thenchot.kernel.periods import Month
from thenchot.organisation.models import Unit
from thenchot.platform.scope.actor import NotVisible
from thenchot.platform.scope.nearest import answering
from thenchot.worklog.access import SCORE, SEE
from thenchot.worklog.enums import AssessmentState, Capacity, Regulation
from thenchot.worklog.models import Assessment, Fault, Work

LOOKED_BACK = timedelta(days=400)
BY_DECREE = (Regulation.ND335, Regulation.ND233)


def get_assessment(actor, assessment_id: int) -> Assessment:
    """NotVisible for a sheet that is neither one's own nor of one's branch."""
    found = (
        Assessment.objects.visible_to(actor, SEE)
        .select_related("person", "unit", "closed_by")
        .filter(pk=assessment_id)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def my_assessments(actor) -> QuerySet[Assessment]:
    """All the sheets of the person of this account, latest period first."""
    return Assessment.objects.filter(
        person__account=actor.account_id, dropped_at__isnull=True
    ).select_related("person", "unit")


def open_after_end(on: date) -> QuerySet[Assessment]:
    """Sheets of periods that have ended, not closed yet; older ones than `LOOKED_BACK` wait for
    nobody any more.
    """
    rows = Assessment.objects.counting().filter(ends_on__lt=on, ends_on__gte=on - LOOKED_BACK)
    return rows.exclude(state=AssessmentState.CLOSED)


def one_each(assessments: QuerySet[Assessment]) -> QuerySet[Assessment]:
    """Of a member who has two at a time, the one of the decree: the same work is not counted
    twice.
    """
    other = Assessment.objects.counting().filter(
        person=OuterRef("person"),
        rules__in=BY_DECREE,
        starts_on__lte=OuterRef("ends_on"),
        ends_on__gte=OuterRef("starts_on"),
    )
    return assessments.exclude(Q(rules=Regulation.QD366) & Exists(other))


def with_work(assessments: QuerySet[Assessment]) -> QuerySet[Assessment]:
    """Sheets with everything their score is made of: three queries more, however many there are."""
    faults = Fault.objects.filter(withdrawn_at__isnull=True).select_related("cause")
    works = (
        Work.objects.filter(dropped_at__isnull=True)
        .select_related("product")
        .prefetch_related(Prefetch("faults", faults, to_attr="standing"))
    )
    return assessments.select_related("person", "unit").prefetch_related(
        Prefetch("works", works, to_attr="counted")
    )


def may_read_evidence(actor, file) -> bool:
    """Whoever reads the sheet reads what is attached to its work."""
    assessments = Assessment.objects.visible_to(actor, SEE).values("pk")
    return Work.objects.filter(scan=file, assessment__in=assessments).exists()


def scored_from(unit: Unit) -> Q:
    """Whom the head of a unit scores (Đ10): the own staff and deputies, and the heads of the units
    directly below.
    """
    return Q(unit=unit) | Q(unit__parent=unit, kind=Capacity.HEAD)


def waiting_for(actor, of: str = "") -> Q:
    """Sheets whose scoring waits for the actor and for nobody nearer; never the own one. `of` is
    the way to the sheet, for example "assessment__".
    """
    over = answering(actor, SCORE)
    is_head = Q(**{f"{of}kind": Capacity.HEAD})
    from_above = is_head & over.over(f"{of}unit__parent__path")
    from_within = ~is_head & over.over(f"{of}unit__path")
    return (from_above | from_within) & ~Q(**{f"{of}person__account": actor.account_id})


def waiting_month(actor, on: date) -> Month | None:
    """The last month that has ended and of which a sheet still waits for the actor's scoring."""
    rows = open_after_end(on).filter(waiting_for(actor), period="month")
    found = rows.order_by("-ends_on").values_list("year", "number").first()
    return Month(*found) if found else None
