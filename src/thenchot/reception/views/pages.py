"""The page of a turn, and papers as Word."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.platform.scope.actor import NotVisible, require
from thenchot.reception import prints
from thenchot.reception.access import EXPORT
from thenchot.reception.actions.visits import VISIT
from thenchot.reception.labels import (
    ANSWER_KIND,
    CAME_BY,
    GROUND,
    MATTER,
    VISIT_STATE,
    VISIT_TONES,
)
from thenchot.reception.listings import BeforeListing, DirectionListing
from thenchot.reception.queries.dialogues import get_dialogue
from thenchot.reception.queries.policy import answer_clock, refusal_clock
from thenchot.reception.queries.sessions import get_slot
from thenchot.reception.queries.visits import get_visit
from thenchot.reception.registers.visits import ended
from thenchot.reception.services.visits import earlier_of


@require_safe
def visit(request, pk):
    """One turn: who, what, answer, promises, and the same person's visits before."""
    one = get_visit(request.actor, pk)
    request.actor.reads.append(one)
    rows, before = list(one.directions.all()), list(earlier_of(one)[:20])
    context = {
        "visit": one,
        "state": (VISIT_STATE[one.state], VISIT_TONES.get(one.state, "")),
        "matter": MATTER.get(one.matter, ""),
        "came_by": CAME_BY[one.came_by],
        "identity": ended(one.identity_no),
        "answer_kind": ANSWER_KIND.get(one.answer_kind, ""),
        "ground": GROUND.get(one.ground, ""),
        "clock": answer_clock(one) if one.state == "received" else None,
        "notice": refusal_clock(one) if not one.refusal_on else None,
        "offers": VISIT.offers(request.actor, one),
        "directions": DirectionListing(rows, actor=request.actor) if rows else None,
        "before": BeforeListing(before, actor=request.actor) if before else None,
        "may_take": request.actor.may(EXPORT, one.unit.path).allowed,
    }
    return render(request, "reception/visit.html", context)


def _taken(request, one):
    require(request.actor, EXPORT, one.unit.path)
    request.actor.reads.append(one)
    return one


@require_safe
def citizen_receipt(request, pk):
    """Where papers were taken."""
    one = _taken(request, get_visit(request.actor, pk))
    if not one.papers:
        raise NotVisible
    return prints.receipt_answer(one)


@require_safe
def citizen_refusal(request, pk):
    """Where the ground asks for writing."""
    one = _taken(request, get_visit(request.actor, pk))
    if not one.is_written:
        raise NotVisible
    return prints.refusal_answer(one)


@require_safe
def citizen_conclusion(request, pk):
    slot = get_slot(request.actor, pk)
    require(request.actor, EXPORT, slot.unit.path)
    if not slot.concluded_on:
        raise NotVisible
    request.actor.reads.extend(slot.visits.all())
    return prints.conclusion_answer(slot)


@require_safe
def citizen_dialogue_minutes(request, pk):
    dialogue = get_dialogue(request.actor, pk)
    require(request.actor, EXPORT, dialogue.unit.path)
    if not dialogue.minutes:
        raise NotVisible
    return prints.minutes_answer(dialogue)
