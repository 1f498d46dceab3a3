"""Procedures, their steps, papers and conditions, as the actor may see them."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, F, Q

from thenchot.kernel.periods import months_after
from thenchot.organisation.enums import SchemeState
from thenchot.organisation.models import JobPosition, Quota, Unit
from thenchot.organisation.queries import below_the_ladder
from thenchot.people.gates import closed_gates
from thenchot.people.models import Appointment, Discipline
from thenchot.people.queries import not_about_oneself
from thenchot.people.retirement import months_between, retirement_day
from thenchot.placement.access import SEE, SEE_CALENDAR
from thenchot.placement.enums import CheckState, Effect, ProcedureState
from thenchot.placement.models import HandOverItem, Paper, Procedure, ProcedureStep
from thenchot.placement.rules import fitness
from thenchot.placement.rules.fitness import Check, Facts, Needs
from thenchot.placement.rules.running import StepFact, needs_conditions
from thenchot.platform import policies
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible
from thenchot.policy.parameters import PeoplePolicy, PlacementPolicy
from thenchot.rating.models import RatingDecision
from thenchot.standards.queries.gate import gate
from thenchot.succession.enums import CandidateState
from thenchot.succession.models import Candidate


def list_procedures(actor, permission=SEE):
    """The latest first, with how far each is; never the own case."""
    done = Q(steps__done_on__isnull=False)
    rows = not_about_oneself(Procedure.objects.visible_to(actor, permission), actor)
    return (
        rows.select_related(
            "unit",
            "person",
            "title",
            "target",
            "position__title",
            "seat__unit",
            "vacancy__unit",
            "delegation",
        )
        .annotate(
            step_count=Count("steps", distinct=True),
            steps_done=Count("steps", filter=done, distinct=True),
        )
        .order_by("-opened_on", "-pk")
    )


def get_procedure(actor, pk: int) -> Procedure:
    found = list_procedures(actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def steps_of(procedure: Procedure):
    rows = ProcedureStep.objects.filter(procedure=procedure)
    return rows.select_related("procedure__unit", "procedure__person").order_by("number")


def get_step(actor, pk: int) -> ProcedureStep:
    visible = Procedure.objects.visible_to(actor, SEE).values("pk")
    found = (
        ProcedureStep.objects.filter(procedure__in=visible)
        .select_related("procedure__unit", "procedure__person")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def papers_of(procedure: Procedure):
    rows = Paper.objects.filter(procedure=procedure)
    return rows.select_related("procedure__unit", "procedure__person").order_by("pk")


def get_paper(actor, pk: int) -> Paper:
    visible = Procedure.objects.visible_to(actor, SEE).values("pk")
    rows = Paper.objects.filter(procedure__in=visible).select_related(
        "procedure__unit", "procedure__person"
    )
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def get_item(actor, pk: int) -> HandOverItem:
    visible = Procedure.objects.visible_to(actor, SEE).values("pk")
    rows = HandOverItem.objects.filter(procedure__in=visible).select_related("procedure__unit")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def public_steps(actor, permission=SEE_CALENDAR):
    """Public steps of what is under way or was decided, the latest first (S1-017, S4-064)."""
    procedures = Procedure.objects.visible_to(actor, permission).exclude(
        state=ProcedureState.STOPPED
    )
    rows = ProcedureStep.objects.filter(is_public=True, procedure__in=procedures.values("pk"))
    return rows.select_related(
        "procedure__unit",
        "procedure__title",
        "procedure__target",
        "procedure__position",
        "procedure__person",
        "procedure__seat__unit",
    ).order_by(F("done_on").desc(nulls_first=True), "due_on", "pk")


def facts_of_steps(procedure: Procedure) -> list[StepFact]:
    rows = procedure.steps.order_by("number").values_list("code", "name", "done_on")
    return [StepFact(*values) for values in rows]


def papers_lacking(procedure: Procedure, on: date) -> list[str]:
    """Names of papers that are not there, or older than they may be on the day."""
    rows = procedure.papers.order_by("pk").values_list("name", "months", "issued_on")
    return [
        name
        for name, months, issued in rows
        if issued is None or (months and months_after(issued, months) < on)
    ]


def approved_positions(home: Unit):
    """Job positions of the schemes in force of the place."""
    rows = JobPosition.objects.kept().filter(
        scheme__state=SchemeState.APPROVED, scheme__unit__path__startswith=home.path
    )
    return rows.select_related("unit", "title").order_by("unit__path", "code", "pk")


# Conditions


def checks_of(procedure: Procedure, on: date) -> list[Check]:
    """What is asked before the post is taken, with what was accepted as a special case; nothing for
    what leads out of a post.
    """
    if not needs_conditions(procedure.effect):
        return []
    policy = policies.in_force(PlacementPolicy, path=procedure.unit.path, on=on)
    needs = Needs(policy.months_in_post, policy.good_years, policy.months_left)
    found = fitness.checks(_facts(procedure, on, policy), needs)
    waived = {one.code: one for one in procedure.waivers.all()}
    return [_with_waiver(check, waived.get(check.code)) for check in found]


def conditions_today(procedure: Procedure) -> list[Check]:
    """`checks_of` today, worked out once for one page."""
    known = vars(procedure)
    if "conditions" not in known:
        known["conditions"] = checks_of(procedure, today())
    return known["conditions"]


def _with_waiver(check: Check, waiver) -> Check:
    if waiver is None or check.holds or not check.can_waive:
        return check
    detail = f"{check.detail} {waiver.reason} ({waiver.document})".strip()
    return Check(check.code, check.name, CheckState.WAIVED, detail, check.article, check.can_waive)


def _facts(procedure: Procedure, on: date, policy: PlacementPolicy) -> Facts:
    person, title, unit = procedure.person, procedure.title, procedure.target
    seats = list(Appointment.objects.in_force(on).filter(person=person).select_related("title_ref"))
    floor = below_the_ladder()
    held = min((_step(seat, floor) for seat in seats), default=floor)
    wanted = (title.ladder if title else None) or floor
    post = procedure.position or title
    missing = gate(person, post, on, unit=unit, is_head=procedure.is_head) if post else None
    closed = closed_gates([person.pk], procedure.unit.path, on)
    return Facts(
        on=on,
        higher=wanted < held,
        leads=title is not None,
        missing=() if missing is None or missing else tuple(one.message for one in missing.reasons),
        planned=wanted >= held or _is_planned(person.pk, wanted),
        months_in_post=_months_in_post(seats, wanted, floor, on),
        levels=_levels(person.pk),
        months_left=_months_left(person, procedure.unit.path, on),
        disciplined_until=barred_in([person.pk], policy, on).get(person.pk)
        if wanted < held
        else None,
        gates=tuple(one.message for one in closed.get(person.pk, ())),
        **_of_place(procedure, on),
    )


def _of_place(procedure: Procedure, on: date) -> dict[str, Any]:
    """Numbers of the year are asked where the post is one of a scheme."""
    has_position = _has_position(procedure)
    quota = None if has_position is None else _quota(procedure, on)
    return {"has_position": has_position, "quota": quota}


def _has_position(procedure: Procedure) -> bool | None:
    """Asked where the unit has an approved scheme; an elected title stands in none."""
    title, unit = procedure.title, procedure.target
    if procedure.position:
        return True
    if procedure.effect == Effect.NOMINATES or title is None:
        return None
    if procedure.vacancy and procedure.vacancy.position_id:
        return True
    approved = JobPosition.objects.kept().filter(scheme__state=SchemeState.APPROVED, unit=unit)
    posts = list(approved.values_list("title_id", "name"))
    if not posts:
        return None
    return any(title.pk == held or title.name == name for held, name in posts)


def _quota(procedure: Procedure, on: date) -> str:
    """The decision that gives the numbers of the year to the place."""
    rows = Quota.objects.filter(unit=procedure.unit, year=on.year).exclude(basis="")
    return rows.values_list("basis", flat=True).first() or ""


def _is_planned(person: int, ladder: int) -> bool:
    """For this post, or one as high or higher."""
    rows = Candidate.objects.filter(
        person=person, state=CandidateState.PLANNED, post__plan__state="approved"
    )
    return rows.filter(post__title__ladder__lte=ladder).exists()


def _months_in_post(seats, ladder: int, floor: int, on: date) -> int:
    """In a post next to the one to take, or as high."""
    near = [seat.valid_from for seat in seats if _step(seat, floor) <= ladder + 1]
    return max((months_between(begun, on) for begun in near), default=0)


def _step(seat: Appointment, floor: int) -> int:
    return (seat.title_ref.ladder if seat.title_ref else None) or floor


def _levels(person: int) -> tuple[tuple[int, str], ...]:
    rows = RatingDecision.objects.filter(rating__person=person).exclude(level="")
    return tuple(rows.order_by("pk").values_list("rating__round__year", "level"))


def _months_left(person, path: str, on: date) -> int | None:
    table = policies.in_force(PeoplePolicy, path=path, on=on).retirement_age
    last = retirement_day(person.born_on, person.sex, table)
    return None if last is None else months_between(on, last)


def barred_in(people: Collection[int], policy: PlacementPolicy, on: date) -> dict[int, date]:
    """Person id -> the last day on which nobody may be appointed higher after a discipline."""
    months = {
        "reprimand": policy.wait_reprimand,
        "warning": policy.wait_warning,
        "removal": policy.wait_removal,
        "demotion": policy.wait_removal,
    }
    rows = Discipline.objects.filter(person__in=people, valid_from__lte=on)
    found: dict[int, date] = {}
    for person, form, begun in rows.values_list("person_id", "form", "valid_from"):
        last = fitness.barred_until(form, begun, months, months_after) if begun else None
        if last and last >= on:
            found[person] = max(last, found.get(person, last))
    return found


def panel_rows(actor, person) -> list[Procedure]:
    """Decided procedures of a person, and those under way for whoever may see them, never on the
    own page.
    """
    rows = Procedure.objects.filter(person=person).select_related(
        "title", "target", "position", "seat__unit"
    )
    if not actor.has(SEE) or person.account_id == actor.account_id:
        rows = rows.filter(state=ProcedureState.DECIDED)
    return list(rows.order_by("-opened_on", "-pk")[:8])
