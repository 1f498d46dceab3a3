"""A person's changes of post beside the allowances and policies they trigger (S0-012)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from thenchot.benefits.enums import CaseState, Formula
from thenchot.benefits.models import Case, Policy
from thenchot.benefits.queries.policies import in_force_in, values_in_force
from thenchot.benefits.rules.allowances import Post, Span, spans
from thenchot.benefits.rules.resolving import resolved
from thenchot.people.models import Appointment
from thenchot.placement.enums import Effect
from thenchot.placement.models import Procedure
from thenchot.platform.clock import today

SEAT = "seat-"


@dataclass(frozen=True)
class Change:
    """One post, its allowance in percent of the base salary and in đồng, and the cases of it."""

    span: Span
    monthly: int
    cases: tuple[Case, ...]


def seats_of(people: Collection[int]):
    """Every primary seat ever held, and whether a transfer led to it."""
    moved = Procedure.objects.filter(effect=Effect.MOVES, made_seat=OuterRef("pk"))
    rows = Appointment.objects.filter(person__in=people, is_primary=True)
    return (
        rows.select_related("title_ref", "unit")
        .annotate(is_moved=Exists(moved))
        .order_by("valid_from", "pk")
    )


def posts_of(seats: Iterable[Any], table: dict[str, int]) -> dict[int, list[Post]]:
    """Person id -> the posts of these seats, with the coefficient by the title."""
    found: dict[int, list[Post]] = {}
    for seat in seats:
        code = seat.title_ref.code if seat.title_ref else ""
        post = Post(
            seat.valid_from.isoformat(),
            code,
            f"{seat.title}, {seat.unit.name}",
            seat.valid_from,
            seat.valid_to,
            table.get(code, 0),
            is_moved=seat.is_moved,
        )
        found.setdefault(seat.person_id, []).append(post)
    return found


def leadership_table(found: Iterable[Policy], values: dict) -> dict[str, int]:
    """Code of a title -> percent of the base salary, as the policies in force say; a policy of the
    place itself comes before one of above.
    """
    table: dict[str, int] = {}
    for policy in sorted(found, key=lambda one: len(one.unit.path)):
        for line in policy.standing_lines:
            if line.formula == Formula.LEADERSHIP:
                table |= resolved(line.params, values)["table"]
    return table


def panel(actor, person) -> dict:
    """The latest post first; cases that no post triggered stand below."""
    on = today()
    seats = list(seats_of([person.pk]))
    place = next((one.unit for one in seats if one.valid_to is None), person.registered_in)
    values = values_in_force(place.path, on)
    table = leadership_table(in_force_in(place), values)
    posts = posts_of(seats, table).get(person.pk, [])
    cases = list(
        Case.objects.filter(person=person)
        .exclude(state=CaseState.WITHDRAWN)
        .select_related("policy", "person")
        .order_by("-found_on", "-pk")[:20]
    )
    changes = [
        Change(
            span,
            values["base_salary"] * span.coefficient // 100,
            tuple(case for case in cases if case.ref == f"{SEAT}{span.key}"),
        )
        for span in spans(posts, values["kept_months"])
    ]
    return {
        "changes": changes[::-1],
        "cases": [case for case in cases if not case.ref.startswith(SEAT)],
    }
