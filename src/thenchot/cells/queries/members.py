"""Cells as the actor may see them: by role over their branch, or because they are in charge."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from thenchot.cells.access import SEE, SEE_REVIEWS
from thenchot.cells.models import CellCharge, CellMember, ChargeReport, Meeting, MemberReview
from thenchot.organisation.enums import UnitKind
from thenchot.organisation.models import Unit
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible, get_visible
from thenchot.programmes.enums import TaskState
from thenchot.programmes.models import Assignment, Task

OVER = (TaskState.DONE, TaskState.CANCELLED)
MOST_TASKS = 30


def open_on(on: date) -> Q:
    """A member, or a charge, of that day."""
    return Q(since__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))


def only_cells(units: Any) -> Any:
    """Units of the kind without another such below: a committee that holds cells is none itself."""
    below = Unit.objects.filter(parent=OuterRef("pk"), kind=UnitKind.CELL)
    return units.filter(~Exists(below), kind=UnitKind.CELL)


def own_charges(actor, on: date):
    """Cells the person of this account is in charge of."""
    rows = CellCharge.objects.filter(open_on(on), person__account__isnull=False)
    return rows.filter(person__account=actor.account_id)


def visible_cells(actor, permission: str = SEE) -> Any:
    """Today's cells over which the actor holds the permission, or is in charge of."""
    seen = Unit.objects.visible_to(actor, permission).values("pk")
    own = own_charges(actor, today()).values("unit")
    return only_cells(Unit.objects.filter(Q(pk__in=seen) | Q(pk__in=own)).in_force(today()))


def get_cell(actor, pk: int) -> Unit:
    return get_visible(visible_cells(actor), pk)


def list_cells(actor, permission: str = SEE):
    """With how many members, who leads, who is in charge, when it met last."""
    on = today()
    return _told(visible_cells(actor, permission), on).order_by("path")


def list_own_cells(actor):
    """Those the actor is in charge of, with what is open there."""
    on = today()
    own = own_charges(actor, on).values("unit")
    rows = _told(only_cells(Unit.objects.filter(pk__in=own)).in_force(on), on)
    work = _work_of(OuterRef("pk"), OuterRef("parent"))
    late = work.filter(task__due_on__lt=on)
    return rows.annotate(open_tasks=_count(work), late_tasks=_count(late)).order_by("path")


def _work_of(cell, parent):
    """Open parts of a cell, and of the unit that stands for all cells above it."""
    above = Q(unit=parent, unit__kind=UnitKind.CELL)
    rows = Assignment.objects.filter(Q(unit=cell) | above, ended_on__isnull=True)
    return rows.exclude(task__state__in=OVER)


def open_tasks_of(cell: Unit) -> list[Task]:
    """What the cell still owes to programmes, the nearest day first; those without one last."""
    found = Task.objects.filter(pk__in=_work_of(cell.pk, cell.parent_id).values("task"))
    return list(found.select_related("programme").order_by("sort_on", "pk")[:MOST_TASKS])


def _count(rows):
    every = rows.order_by().annotate(every=Value(1)).values("every")
    counted = every.annotate(n=Count("task", distinct=True))
    return Coalesce(Subquery(counted.values("n")), 0)


def _told(cells, on: date):
    members = CellMember.objects.filter(open_on(on), unit=OuterRef("pk"))
    charge = CellCharge.objects.filter(open_on(on), unit=OuterRef("pk"))
    meetings = Meeting.objects.filter(unit=OuterRef("pk"), held_on__lte=on).order_by("-held_on")
    counted = members.order_by().values("unit").annotate(n=Count("pk")).values("n")
    secretary = members.filter(post="secretary").values("pk")[:1]
    return cells.annotate(
        member_count=Subquery(counted),
        secretary_id=Subquery(secretary),
        charge_id=Subquery(charge.values("pk")[:1]),
        met_on=Subquery(meetings.values("held_on")[:1]),
        last_points=Subquery(meetings.filter(state="confirmed").values("points")[:1]),
        has_charge=Exists(charge),
        has_secretary=Exists(members.filter(post="secretary")),
    )


def with_names(cells: list) -> list:
    """Each with `secretary` and `charge`. Two queries."""
    leads = _by_id(CellMember, [one.secretary_id for one in cells])
    charges = _by_id(CellCharge, [one.charge_id for one in cells])
    for one in cells:
        one.secretary = leads.get(one.secretary_id)
        one.charge = charges.get(one.charge_id)
    return cells


def _by_id(model, ids: Collection) -> dict:
    return model.objects.select_related("person").in_bulk([pk for pk in ids if pk])


def list_members(actor, permission: str = SEE_REVIEWS):
    """Of today, with when the cell reviewed each last."""
    on = today()
    reviews = MemberReview.objects.filter(member=OuterRef("pk")).order_by("-reviewed_on", "-pk")
    rows = CellMember.objects.visible_to(actor, permission).filter(open_on(on))
    return (
        rows.select_related("unit", "person")
        .annotate(
            reviewed_on=Subquery(reviews.values("reviewed_on")[:1]),
            reviewed_as=Subquery(reviews.values("result")[:1]),
        )
        .order_by("unit__path", F("person__sort_key").asc(nulls_last=True), "name", "pk")
    )


def get_member(actor, pk: int) -> CellMember:
    return get_visible(list_members(actor, SEE), pk)


def members_of(cell: Unit, on: date):
    rows = CellMember.objects.filter(open_on(on), unit=cell)
    return rows.select_related("person", "unit")


def charges_of(cell: Unit):
    return CellCharge.objects.filter(unit=cell).select_related("person", "unit")


def get_own_charge(actor, unit_id: int) -> CellCharge:
    """The charge of the actor over a cell, today."""
    rows = own_charges(actor, today()).select_related("unit", "person").filter(unit=unit_id)
    found = rows.first()
    if found is None:
        raise NotVisible
    return found


def list_reports(actor, permission: str = SEE):
    """Of those in charge: all of the branch, and the own ones."""
    seen = CellCharge.objects.visible_to(actor, permission).values("pk")
    own = Q(charge__person__account=actor.account_id) if actor.account_id else Q(pk__in=[])
    rows = ChargeReport.objects.filter(Q(charge__in=seen) | own)
    return rows.select_related("charge__unit", "charge__person").order_by(
        "-year", "-month", "charge__unit__path", "pk"
    )


def reviews_of(actor, permission: str = SEE_REVIEWS):
    rows = MemberReview.objects.filter(
        member__in=CellMember.objects.visible_to(actor, permission).values("pk")
    )
    return rows.select_related("member__unit", "member__person").order_by("-reviewed_on", "-pk")


def latest_reviews(people: Collection[int]) -> dict[int, MemberReview]:
    """Person id -> the latest review in whatever cell. One query."""
    rows = MemberReview.objects.filter(member__person__in=people).select_related("member__unit")
    found: dict[int, MemberReview] = {}
    for review in rows.order_by("reviewed_on", "pk"):
        if review.member.person_id:
            found[review.member.person_id] = review
    return found


def cells_of(people: Collection[int], on: date) -> dict[int, CellMember]:
    """Person id -> where that person is a member on a day. One query."""
    rows = CellMember.objects.filter(open_on(on), person__in=people).select_related("unit")
    return {one.person_id: one for one in rows if one.person_id}
