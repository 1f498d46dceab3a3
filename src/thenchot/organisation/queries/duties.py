"""Functions of a commune with their holders on a day: overlaps and orphans."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, Q

from thenchot.organisation.access import KEEP_POSTS
from thenchot.organisation.models import Duty, DutyHolder, Unit
from thenchot.organisation.queries.tree import homes_over
from thenchot.organisation.rules.duties import DutyStanding, duty_standing
from thenchot.platform.scope.actor import NotVisible


@dataclass
class DutyRow:
    """One function as a commune holds it on a day. `is_own`: entered by the commune itself, not by
    a level above.
    """

    duty: Duty
    is_own: bool
    responsible: list[DutyHolder] = field(default_factory=list)
    helping: list[DutyHolder] = field(default_factory=list)
    standing: DutyStanding = DutyStanding.HELD


def list_duties(
    home: Unit, on: date, *, standing: str = "", delegated: bool = False
) -> list[DutyRow]:
    """What the commune (or province) is to hold on a day: its own functions and those given to its
    level above.
    """
    above = [pk for pk in home.ancestor_ids if pk != home.pk]
    wanted = Q(unit=home) & (Q(level="") | Q(level=home.kind)) | Q(unit__in=above, level=home.kind)
    in_force = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    duties = Duty.objects.filter(wanted, in_force, valid_from__lte=on).select_related("unit")
    duties = duties.filter(is_delegated=True) if delegated else duties
    rows = [
        _row(duty, home)
        for duty in duties.prefetch_related(_holders(home, on)).order_by("field", "name", "pk")
    ]
    return [row for row in rows if not standing or row.standing == standing]


def _holders(home: Unit, on: date) -> Prefetch:
    """Inside the commune only: how another commune holds the same function is not told here."""
    still = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    rows = DutyHolder.objects.filter(
        still, valid_from__lte=on, unit__path__startswith=home.path
    ).select_related("unit")
    return Prefetch("holders", rows, to_attr="holding")


def _row(duty: Duty, home: Unit) -> DutyRow:
    responsible = [holder for holder in duty.holding if holder.is_responsible]
    helping = [holder for holder in duty.holding if not holder.is_responsible]
    return DutyRow(
        duty, duty.unit_id == home.pk, responsible, helping, duty_standing(len(responsible))
    )


def delegated_below(home: Unit, on: date):
    """Powers a province gives to its communes, by level (S3-055)."""
    still = Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    rows = (
        Duty.objects.filter(still, unit=home, valid_from__lte=on)
        .exclude(level="")
        .exclude(level=home.kind)
    )
    return rows.order_by("level", "field", "name")


def get_duty(actor, pk: int) -> Duty:
    duty = Duty.objects.visible_to(actor).select_related("unit").filter(pk=pk).first()
    if duty is None:
        raise NotVisible
    return duty


def home_to_give(actor, duty: Duty) -> Unit | None:
    """Where the actor may give it: the duty's own unit, or a commune below it."""
    return homes_over(actor, KEEP_POSTS).filter(path__startswith=duty.unit.path).first()


def holders_of(actor, duty: Duty):
    """Who held it when, inside what the actor sees; latest first."""
    rows = duty.holders.filter(unit__in=Unit.objects.visible_to(actor).values("pk")).select_related(
        "unit"
    )
    return rows.order_by("-valid_from", "-is_responsible", "pk")


def get_holder(actor, pk: int) -> DutyHolder:
    rows = DutyHolder.objects.filter(
        unit__in=Unit.objects.visible_to(actor).values("pk")
    ).select_related("duty", "unit")
    holder = rows.filter(pk=pk).first()
    if holder is None:
        raise NotVisible
    return holder
