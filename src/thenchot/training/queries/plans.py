"""Plans, their lines and needs as the actor sees them."""

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum

from thenchot.people.enums import Sex
from thenchot.people.models import Appointment
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.training.access import SEE, SEE_NAMES
from thenchot.training.enums import EnrolmentState, NeedState, PlanKind, PlanState
from thenchot.training.models import Need, PlannedClass, TrainingPlan

KINH = "01"  # of the list of peoples
MINORITY = Q(needs__person__particulars__ethnicity__gt="") & ~Q(
    needs__person__particulars__ethnicity=KINH
)
STANDING = ~Q(needs__state=NeedState.GONE)


def list_plans(actor, permission=SEE):
    rows = TrainingPlan.objects.visible_to(actor, permission).select_related("unit")
    return rows.annotate(
        needed=Count("needs", filter=STANDING, distinct=True),
        unplaced=Count("needs", filter=Q(needs__state=NeedState.OPEN), distinct=True),
    ).order_by("-first_year", "last_year", "-version", "pk")


def get_plan(actor, pk: int) -> TrainingPlan:
    found = list_plans(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def lines_of(plan: TrainingPlan):
    """The classes of a plan, with how many people are placed in each and how many are held."""
    return (
        PlannedClass.objects.standing()
        .filter(plan=plan)
        .select_related("topic", "plan__unit")
        .annotate(
            people=Count("needs", distinct=True),
            women=Count("needs", filter=Q(needs__person__sex=Sex.FEMALE), distinct=True),
            minority=Count("needs", filter=MINORITY, distinct=True),
            leaders=Count("needs", filter=Q(needs__person__in=_managers()), distinct=True),
            opened=Count("held", distinct=True),
        )
        .order_by("topic__group", "name", "pk")
    )


def _managers():
    """People who hold a managing title today."""
    seats = Appointment.objects.in_force(today()).filter(title_ref__is_manager=True)
    return seats.order_by().values("person")


def get_line(actor, pk: int) -> PlannedClass:
    plans = TrainingPlan.objects.visible_to(actor, SEE)
    found = (
        PlannedClass.objects.standing()
        .filter(plan__in=plans.values("pk"))
        .select_related("plan__unit", "topic")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def money_of(plan: TrainingPlan):
    """What the classes of a plan cost together; none where no line says a sum."""
    return plan.lines.standing().aggregate(total=Sum("cost"))["total"]


def needs_of(actor, plan: TrainingPlan, permission=SEE_NAMES):
    """Needs of the people of the actor's branches."""
    rows = Need.objects.visible_to(actor, permission).standing().filter(plan=plan)
    seats = Appointment.objects.in_force(today()).filter(person=OuterRef("person"), is_primary=True)
    return rows.select_related(
        "person", "unit", "topic", "requirement", "line", "plan__unit"
    ).annotate(post=Subquery(seats.order_by("pk").values("title")[:1]))


def get_need(actor, pk: int) -> Need:
    found = (
        Need.objects.visible_to(actor, SEE_NAMES)
        .select_related("person", "unit", "topic", "requirement", "line", "plan__unit")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def slices_of(plan: TrainingPlan):
    """The plans of single years that carry out a plan of several, with what was held and who
    completed; none for a plan of one year.
    """
    if plan.is_yearly:
        return TrainingPlan.objects.none()
    completed = Q(lines__held__enrolments__state=EnrolmentState.VERIFIED)
    return (
        TrainingPlan.objects.filter(
            unit=plan.unit_id,
            kind=PlanKind.POLITICAL if plan.kind == PlanKind.POLITICAL else PlanKind.TRAINING,
            first_year=F("last_year"),
            first_year__range=(plan.first_year, plan.last_year),
        )
        .exclude(state=PlanState.REPLACED)
        .annotate(
            needed=Count("needs", filter=STANDING, distinct=True),
            opened=Count("lines__held", distinct=True),
            completed=Count("lines__held__enrolments", filter=completed, distinct=True),
        )
        .order_by("first_year", "pk")
    )
